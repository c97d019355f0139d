"""What the computer around the kiosk does: its user, sound, swap, and keyboards that lead past the kiosk."""

import datetime
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kiosk.ops.doctor.findings import Finding, System, fine, warning
from kiosk.store.administrator import is_administrator

_LOGIND_FOLDERS: Final = ("usr/lib/systemd", "lib/systemd", "run/systemd", "etc/systemd")
"""The weakest first; of files with the same name only the strongest counts."""
_CONSOLE: Final = re.compile(r"^\s*(NAutoVTs|ReserveVT)\s*=\s*(\d+)\s*$", re.MULTILINE)


def user(_system: System, _now: datetime.datetime) -> Iterator[Finding]:
    """Say as whom the doctor looks, and with that as whom it would run the kiosk."""
    if is_administrator():
        yield warning("user", "an administrator", "run the kiosk as a user of its own")
    else:
        yield fine("user", "no administrator")


def sound(system: System, _now: datetime.datetime) -> Iterator[Finding]:
    """Name the sound outputs of this machine; this version plays no sound."""
    table = system.root / "proc" / "asound" / "cards"
    lines = table.read_text("utf-8").splitlines() if table.is_file() else []
    outputs = [line.split(" - ", 1)[1] for line in lines if "]: " in line]
    yield fine("sound", f"this kiosk plays none; outputs here: {', '.join(outputs) or 'none'}")


def swap(system: System, _now: datetime.datetime) -> Iterator[Finding]:
    """Swap in the clear; what the device mapper or zram holds is taken as encrypted or memory."""
    if sys.platform != "linux":
        return
    places = [line.split()[0] for line in (system.root / "proc/swaps").read_text("utf-8").splitlines()[1:]]
    plain = [place for place in places if not place.startswith(("/dev/dm-", "/dev/zram"))]
    if plain:
        found = f"{', '.join(plain)}: what a visitor types could be written there"
        yield warning("swap", found, "turn it off or encrypt it")
    else:
        yield fine("swap", "none in the clear")


def magic_keys(system: System, _now: datetime.datetime) -> Iterator[Finding]:
    """Find what lets a visitor past the kiosk with a keyboard."""
    system_keys = system.root / "proc/sys/kernel/sysrq"
    if not system_keys.is_file():
        return
    if system_keys.read_text("utf-8").strip() == "0":
        yield fine("locks", "the system's magic keys are off")
    else:
        yield warning("locks", "the system's magic keys are on", "sysctl kernel.sysrq=0")


def consoles(system: System, _now: datetime.datetime) -> Iterator[Finding]:
    """Find consoles at which a visitor with a keyboard could log in, where the service owns the screen."""
    if system.units is None:
        return
    wanted = (system.root / "etc/systemd/system/getty.target.wants").glob("getty@tty*.service")
    if enabled := sorted(path.stem for path in wanted):
        found = f"{', '.join(enabled)}: a login on the screen whenever the kiosk does not run"
        yield warning("consoles", found, f"systemctl disable --now {' '.join(enabled)}")
    numbers = {"NAutoVTs": "6", "ReserveVT": "6"}  # systemd's own, see logind.conf(5)
    for text in _logind_settings(system.root):
        numbers |= dict(_CONSOLE.findall(text))
    if any(int(number) for number in numbers.values()):
        told = ", ".join(f"{name}={number}" for name, number in numbers.items())
        remedy = "both 0 below [Login], as in the handbook; then systemctl restart systemd-logind"
        yield warning("consoles", f"others open with Ctrl+Alt+F2 ({told} in logind.conf)", remedy)
    elif not enabled:
        yield fine("consoles", "none opens")


def _logind_settings(root: Path) -> Iterator[str]:
    """Give what sets them, the weakest first. Raises OSError, which is this check's finding."""
    parts: dict[str, Path] = {}
    for folder in _LOGIND_FOLDERS:
        yield from (path.read_text("utf-8") for path in [root / folder / "logind.conf"] if path.is_file())
        parts |= {path.name: path for path in (root / folder / "logind.conf.d").glob("*.conf")}
    for _, path in sorted(parts.items()):
        yield path.read_text("utf-8")
