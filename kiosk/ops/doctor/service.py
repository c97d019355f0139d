"""Whether the service runs, stays up, comes back with the machine, and has what it needs."""

import datetime
import time
from collections.abc import Iterator
from typing import Final

from kiosk.core.counted import counted
from kiosk.ops.doctor.findings import Finding, System, fine, problem, warning
from kiosk.ops.doctor.systemd import KIOSK, SEAT

LOOP_RESTARTS: Final = 3
LOOP_SECONDS: Final = 600.0
"""As often restarted, and up for no longer than this, a service is in a loop. Chosen; not measured."""
_JOURNAL: Final = f"journalctl -b -u {KIOSK} tells why"


def service(system: System, _now: datetime.datetime) -> Iterator[Finding]:
    """Look at kiosk.service as systemd sees it; a program that runs from its sources has none."""
    units = system.units
    if units is None:
        return
    if units.reason:
        yield warning("service", f"systemd cannot be asked ({units.reason})", "run the doctor as root")
        return
    unit = units.kiosk
    if unit.get("LoadState") != "loaded":
        found = f"{KIOSK} is {unit.get('LoadState') or 'unknown'}"
        yield problem("service", found, f"systemctl unmask {KIOSK}, or install the program again")
        return
    is_up = unit.get("ActiveState") == "active"
    restarts = int(unit.get("NRestarts") or 0)
    seconds = time.clock_gettime(time.CLOCK_MONOTONIC) - int(unit["ActiveEnterTimestampMonotonic"]) / 1e6
    is_calm = is_up and (restarts < LOOP_RESTARTS or seconds >= LOOP_SECONDS)
    if unit.get("SubState") == "auto-restart" or (is_up and not is_calm):
        found = f"it ends and is started again, {counted(restarts, 'time')} by now ({unit.get('Result')})"
        yield problem("service", found, _JOURNAL)
    elif not is_up:
        found = f"it does not run ({unit.get('ActiveState')}, {unit.get('Result')})"
        yield problem("service", found, f"systemctl start {KIOSK}; {_JOURNAL}")
    else:
        yield fine("service", f"it runs for {_span(seconds)}, started again {counted(restarts, 'time')}")
    if unit.get("UnitFileState") not in {"enabled", "enabled-runtime"}:
        found = f"it does not start with the machine ({unit.get('UnitFileState')})"
        yield warning("start", found, f"systemctl enable {KIOSK}")
    if unit.get("User") in {"", "root"}:
        yield problem("user", f"{KIOSK} runs as the administrator", "give it a user of its own: User=kiosk")
    yield from _needs(system, is_up=is_up)


def _needs(system: System, *, is_up: bool) -> Iterator[Finding]:
    if not (system.root / "usr" / "bin" / "cage").exists():
        yield problem("compositor", "/usr/bin/cage is missing", "apt-get install --reinstall cage")
    if is_up:
        return
    if system.units is not None and system.units.seat.get("ActiveState") != "active":
        found = f"{SEAT} does not run: nothing can be shown"
        yield problem("seat", found, f"systemctl start {SEAT}; journalctl -b -u {SEAT} tells why")
    if not any((system.root / "dev" / "dri").glob("card*")):
        found = "there is no /dev/dri/card*: the system knows no graphics card"
        yield problem("graphics", found, "journalctl -b -k tells why; is the driver's firmware installed?")


def _span(seconds: float) -> str:
    minutes = int(seconds / 60)
    if minutes < 60:  # noqa: PLR2004  # of an hour
        return counted(minutes, "minute")
    return counted(minutes // 60, "hour") if minutes < 48 * 60 else counted(minutes // (24 * 60), "day")
