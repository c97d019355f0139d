"""Whether the machine's clock can be right."""

import ctypes
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kiosk.ops.doctor.findings import Examined, Finding, fine, problem, warning
from kiosk.ops.machine import machine_of
from kiosk.store.spool import Spool

_TIME_ERROR: Final = 5
"""Of adjtimex(2): the clock is not synchronised."""
_TIMEX_BYTES: Final = 512
"""More than any struct timex has; zeros ask without changing anything."""
_ROUTES: Final = (("proc/net/route", 1, "00000000"), ("proc/net/ipv6_route", 0, "0" * 32))
"""Tables of routes, the column with the target, and the target of a route to everywhere."""


def clock(examined: Examined) -> Iterator[Finding]:
    """Judge the time itself, then whether something sets it; a kiosk without a network needs nothing to."""
    now, system = examined.now, examined.system
    told = f"{now:%Y-%m-%d %H:%M %z}"
    if not machine_of(Spool(examined.settings.spool)).is_clock_set_since(now):
        remedy = "set it, or the network time service; if it is right, staff go on in their menu"
        yield problem("clock", f"it is not set: it says {now:%Y-%m-%d %H:%M}", remedy)
    elif sys.platform != "linux" or is_set(system.root):
        yield fine("clock", told)
    elif not _has_network(system.root):
        yield fine("clock", f"{told}; no network sets it: compare it with a watch every month")
    else:
        yield warning("clock", f"{told}, not known to be right", "timedatectl set-ntp true, or chrony")


def is_set(root: Path) -> bool:
    """Whether systemd-timesyncd has set the clock, or, as chrony and ntpsec do, told the kernel so."""
    if (root / "run/systemd/timesync/synchronized").exists():
        return True
    state: int = ctypes.CDLL(None).adjtimex(ctypes.create_string_buffer(_TIMEX_BYTES))
    return 0 <= state < _TIME_ERROR


def _has_network(root: Path) -> bool:
    """Whether a route leads out; one that is refused leads nowhere (ends in lo)."""
    for name, column, everywhere in _ROUTES:
        table = root / name
        rows = [line.split() for line in table.read_text("utf-8").splitlines()] if table.is_file() else []
        if any(row[column] == everywhere and "lo" not in row for row in rows):
            return True
    return False
