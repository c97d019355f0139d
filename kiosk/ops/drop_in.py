"""What systemd must know of the folders in the settings: the service may write few, and none too early."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from kiosk.store.settings.settings import Settings

COMMAND: Final = (
    "mkdir -p /etc/systemd/system/kiosk.service.d; kiosk drop-in "
    ">/etc/systemd/system/kiosk.service.d/folders.conf; systemctl daemon-reload; systemctl restart kiosk"
)
"""Lets the service write what the settings name."""
_ALWAYS: Final = ("/var/lib/kiosk", "/var/cache/kiosk", "/run/kiosk", "/media")
"""What the unit as shipped lets the service write."""
_PLAIN: Final = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:_.")


def written_folders(settings: Settings) -> dict[str, Path]:
    """Return the folders that the kiosk writes, by what they are called."""
    folders = {"spool": settings.spool}
    return folders if settings.share is None else {**folders, "share": settings.share}


def is_below(folder: Path, places: Iterable[str]) -> bool:
    """Whether a folder is one of these places or in one."""
    real = Path(os.path.realpath(folder))
    return any(real.is_relative_to(os.path.realpath(place)) for place in places)


def drop_in(settings: Settings) -> str:
    """Return a drop-in for kiosk.service.

    What is mounted there is mounted first, and waited for; if that fails the kiosk starts all the same
    (RequiresMountsFor= would not let it).
    """
    folders = [folder for folder in written_folders(settings).values() if not is_below(folder, _ALWAYS)]
    if settings.share is not None and settings.share not in folders:
        folders.append(settings.share)
    units = " ".join(dict.fromkeys(unit for folder in folders for unit in _mounts_for(folder)))
    told = "# Made by kiosk drop-in from the folders in the settings; make it again when they change.\n"
    if not folders:
        return f"{told}# They need none: the service may write them as it is.\n"
    writable = "".join(f"ReadWritePaths={_quoted(folder)}\n" for folder in folders)
    return f"{told}[Unit]\nWants={units}\nAfter={units}\n\n[Service]\n{writable}"


def _mounts_for(folder: Path) -> Iterator[str]:
    """Give the units that would mount a folder or one above it; those that there are none of do no harm."""
    for place in (folder, *folder.parents):
        if place != Path(place.anchor):
            yield from (f"{_escaped(place)}.{kind}" for kind in ("automount", "mount"))


def _escaped(place: Path) -> str:
    """As of systemd-escape --path."""
    data = os.fsencode(place).strip(b"/")
    signs = ("-" if sign == ord("/") else chr(sign) if sign in _PLAIN else f"\\x{sign:02x}" for sign in data)
    name = "".join(signs)
    return f"\\x2e{name[1:]}" if name.startswith(".") else name


def _quoted(folder: Path) -> str:
    text = f"-{folder}".replace("%", "%%")
    return f'"{text}"' if " " in text else text
