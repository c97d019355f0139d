"""Restoring a backup into an empty folder: all of it was checked before the first file is written."""

import dataclasses
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from kiosk.core.errors import BackupError
from kiosk.core.staff_words import mark, tr
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.access.places import counts
from kiosk.desk.backup.archive import MOST_ARCHIVE_BYTES, unpack
from kiosk.desk.backup.contents import RECIPIENTS
from kiosk.store.audit import LOCK
from kiosk.store.durable import PRIVATE_FILE, PUBLIC_FILE, make_folders, write_durably
from kiosk.store.reading import read_file

_UNREAD: Final = mark("{file} cannot be read ({reason}): check its name and its disk, then try again.")
_DESK_THERE: Final = mark(
    "There is a desk in {root}, so nothing was restored: rename that folder and keep it "
    "until the restored desk works, or name another folder with --office."
)
_OTHERS_THERE: Final = mark(
    "{root} holds {name}, which is not of this backup, so nothing was restored: name an "
    "empty folder, or one that is not there yet, with --office."
)
_NO_PLACE: Final = mark(
    "{folder} is not there, so nothing was restored: plug in its disk or connect the shared folder."
)
_UNWRITTEN: Final = mark(
    "The desk was not restored to {root} completely ({reason}): check that its disk is "
    "there, writable and not full, then run the same command again."
)


@dataclasses.dataclass(frozen=True, slots=True)
class Restored:
    """A desk that is back; made: when it was so, UTC; files: how many it has."""

    made: str
    files: int


def read_backup(file: Path) -> tuple[str, dict[str, bytes]]:
    """Return when a backup was made, UTC, and its files by name. Raises BackupError."""
    try:
        data = read_file(file, MOST_ARCHIVE_BYTES, follows_links=True)
    except OSError as error:
        raise BackupError(tr(_UNREAD, file=file, reason=error.strerror)) from None
    return unpack(data, str(file))


def restore_backup(
    file: Path, office: DeskFolder, on_restored: Callable[[int, int], None] = lambda _done, _all: None
) -> Restored:
    """Write the files of a backup into a folder that is empty or not there, or that holds a part of them.

    recipients.txt comes last: until then no desk opens there. What was interrupted can be done again.
    on_restored: called with how many of how many files were written.
    Raises BackupError, when nothing was written unless it says so, or SpoolError.
    """
    made, files = read_backup(file)
    try:
        _refuse_what_is_there(office, files)
        office.prepare()
        for count, name in enumerate(sorted(files, key=lambda name: (name == RECIPIENTS, name)), start=1):
            target = office.root.joinpath(*name.split("/"))
            mode = PUBLIC_FILE if name == RECIPIENTS else PRIVATE_FILE
            make_folders(target.parent)
            write_durably(target.parent, target.name, files[name], office.spool.tmp, mode=mode)
            on_restored(count, len(files))
    except OSError as error:
        raise BackupError(tr(_UNWRITTEN, root=office.root, reason=error.strerror)) from None
    return Restored(made, len(files))


def _refuse_what_is_there(office: DeskFolder, files: Mapping[str, bytes]) -> None:
    """Accept nothing but what an interrupted restore of the same backup left. Raises OSError."""
    root = office.root
    if office.is_set_up:
        raise BackupError(tr(_DESK_THERE, root=root))
    if not root.exists():
        if not root.parent.is_dir():
            raise BackupError(tr(_NO_PLACE, folder=root.parent))
        return
    own = [spool.root for spool in (office.spool, office.calls, office.notes, office.numbers)] + [
        office.audit
    ]
    outside = (path for path in root.iterdir() if path not in own)
    inside = (path for folder in own for path in folder.rglob("*") if not path.is_dir())
    for path in (*outside, *inside):
        name = path.relative_to(root).as_posix()
        is_own = (
            path.parent.name == office.spool.tmp.name
            or (path.parent == office.audit and path.suffix == LOCK)
            or (name in files and read_file(path) == files[name])
        )
        if counts(path) and not is_own:
            raise BackupError(tr(_OTHERS_THERE, root=root, name=name))
