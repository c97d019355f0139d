"""Making a backup: what a desk keeps, as it is at one moment, in one file that its owner alone can read."""

import contextlib
import dataclasses
import datetime
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from kiosk.core.errors import BackupError
from kiosk.core.staff_words import mark, tr
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.access.unseal import is_protected
from kiosk.desk.backup.archive import MOST_ARCHIVE_BYTES, pack
from kiosk.desk.backup.contents import is_key, take_picture
from kiosk.desk.queue.call_list import TIME
from kiosk.store.durable import remove_durably, write_durably

_SUFFIX: Final = ".zip"
_NO_DESK: Final = mark("There is no desk in {root} to back up: name its folder with --office.")
_NO_PLACE: Final = mark(
    "{out} is no folder that is there: plug in its disk or connect the shared folder. To "
    "name the file yourself, let its name end in .zip, in a folder that is there."
)
_OWN: Final = mark("{folder} is the desk's own and is lost with it: choose a folder on another disk.")
_THERE: Final = mark(
    "{file} is there already and stays as it is: name a folder, and each backup has its own name."
)
_OPEN_KEY: Final = mark(
    "{file} is no key that is locked with words, and whoever finds a backup could open "
    "everything with it: choose new words for it (People, Change my words) or move it away, "
    "then back up again."
)
_TOO_LARGE: Final = mark(
    "A backup would be larger than {most:,} bytes: look in {root} for what is no request, then try again."
)
_UNWRITTEN: Final = mark(
    "No backup could be written to {folder} ({reason}): check that its disk is there, writable and not full."
)


@dataclasses.dataclass(frozen=True, slots=True)
class Made:
    """A backup that is on its disk.

    made: when, UTC; files: how many of the desk's are in it; size: bytes; left_out: see Picture.
    """

    file: Path
    made: str
    files: int
    size: int
    left_out: tuple[str, ...]


def make_backup(
    office: DeskFolder,
    out: Path,
    now: datetime.datetime,
    on_read: Callable[[int, int], None] = lambda _done, _all: None,
) -> Made:
    """Write a backup into a folder, under a name with date and time, or as the .zip file that was named.

    The desk may work meanwhile; nothing is changed there. The file is whole, or not there at all.
    now: UTC, aware; on_read: called with how many of how many files were read. Raises BackupError.
    """
    if not office.is_set_up:
        raise BackupError(tr(_NO_DESK, root=office.root))
    file = _target(office, out, now)
    picture = take_picture(office, on_read)
    _refuse_open_keys(office, picture.files)
    made = now.strftime(TIME)
    data = pack(picture.files, made)
    if len(data) > MOST_ARCHIVE_BYTES:
        raise BackupError(tr(_TOO_LARGE, most=MOST_ARCHIVE_BYTES, root=office.root))
    try:
        write_durably(file.parent, file.name, data, file.parent)
    except OSError as error:
        with contextlib.suppress(OSError):  # it may stand there although it could not be synced
            remove_durably(file)
        raise BackupError(tr(_UNWRITTEN, folder=file.parent, reason=error.strerror)) from None
    return Made(file, made, len(picture.files), len(data), picture.left_out)


def _target(office: DeskFolder, out: Path, now: datetime.datetime) -> Path:
    out = out.absolute()
    file = out / f"kiosk-desk-{now.astimezone():%Y-%m-%d-%H%M%S}{_SUFFIX}" if out.is_dir() else out
    if file.suffix.lower() != _SUFFIX or not file.parent.is_dir():
        raise BackupError(tr(_NO_PLACE, out=out))
    if file.parent.resolve().is_relative_to(office.root.resolve()):
        raise BackupError(tr(_OWN, folder=file.parent))
    if file.exists():
        raise BackupError(tr(_THERE, file=file))
    return file


def _refuse_open_keys(office: DeskFolder, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        if is_key(name) and not is_protected(data):
            raise BackupError(tr(_OPEN_KEY, file=office.root / name))
