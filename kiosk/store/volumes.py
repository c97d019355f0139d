"""Places that sealed requests may be copied to: removable media that are mounted and can be written."""

import dataclasses
import re
import sys
from pathlib import Path
from typing import Final

from kiosk.core.errors import StickError
from kiosk.core.staff_words import tr

_ESCAPED: Final = re.compile(r"\\([0-7]{3})")
_DRIVE_REMOVABLE: Final = 2


@dataclasses.dataclass(frozen=True, slots=True)
class Volume:
    """One place: its name as staff know it, and its folder."""

    name: str
    path: Path


def removable_volumes() -> tuple[Volume, ...]:
    """Return every mounted stick or card, oldest first. Raises StickError when the system cannot say."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  # used on Windows only

        kernel32 = ctypes.windll.kernel32
        drives = kernel32.GetLogicalDrives()
        names = (f"{chr(ord('A') + bit)}:" for bit in range(26) if drives >> bit & 1)
        found = (name for name in names if kernel32.GetDriveTypeW(f"{name}\\") == _DRIVE_REMOVABLE)
        return tuple(Volume(name, Path(f"{name}\\")) for name in found)
    try:
        mounts = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError as error:
        raise StickError(
            tr("The sticks cannot be listed ({reason}): restart the machine.", reason=error.strerror)
        ) from None
    return linux_volumes(mounts, Path("/sys/dev/block"))


def linux_volumes(mounts: str, devices: Path) -> tuple[Volume, ...]:
    """Pick what can be taken out from mountinfo (see proc(5)); devices: the links of /sys/dev/block."""
    found: dict[Path, Volume] = {}
    for line in mounts.splitlines():
        _, _, device, root, place, options, *_ = line.split(" ")
        if root == "/" and "rw" in options.split(",") and _can_be_taken_out(devices / device):
            path = Path(_ESCAPED.sub(lambda match: chr(int(match[1], 8)), place))
            found[path] = Volume(path.name, path)
    return tuple(found.values())


def _can_be_taken_out(link: Path) -> bool:
    """Whether the kernel calls the disk removable, or it hangs on USB: external disks do not say so."""
    try:
        device = link.resolve(strict=True)
    except OSError:
        return False
    disk = device.parent if (device / "partition").exists() else device
    try:
        is_removable = (disk / "removable").read_text(encoding="ascii").strip() == "1"
    except OSError:
        is_removable = False
    return is_removable or any(re.fullmatch(r"usb\d+", part) for part in device.parts)
