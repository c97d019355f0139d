"""Files that survive a power cut once the call has returned."""

import contextlib
import errno
import glob
import itertools
import os
import stat
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from kiosk.core.staff_words import tr

PRIVATE_FOLDER: Final = 0o700
PRIVATE_FILE: Final = 0o600
PUBLIC_FILE: Final = 0o644
PART: Final = ".part"

_NO_FULL_SYNC: Final = frozenset({errno.ENOTSUP, errno.ENOTTY, errno.EINVAL})
_REPLACE_EXISTING: Final = 0x1
_WRITE_THROUGH: Final = 0x8


def write_durably(folder: Path, name: str, data: bytes, scratch: Path, *, mode: int = PRIVATE_FILE) -> None:
    """Put data at folder/name, whole or not at all; it was read back from the disk when this returns.

    scratch: a folder on the same disk, for the file while it is incomplete (its name ends in ".part").
    Raises OSError from whichever step failed. The file may then stand under its name all the same
    (when only the folder could not be synced): write again, never sync again.
    """
    descriptor, path = tempfile.mkstemp(dir=scratch, prefix=f"{name}.", suffix=PART)
    unfinished = Path(path)
    try:
        try:
            remaining = memoryview(data)
            while remaining:
                remaining = remaining[os.write(descriptor, remaining) :]
            sync_file(descriptor)
        finally:
            os.close(descriptor)
        if mode != PRIVATE_FILE:
            unfinished.chmod(mode)
        _check(unfinished, data)
        _rename(unfinished, folder / name)
        sync_folder(folder)
    except OSError:
        with contextlib.suppress(OSError):
            unfinished.unlink()
        raise


def move_durably(moves: Iterable[tuple[Path, Path]]) -> None:
    """Rename each source to its target on the same disk, then sync every folder once.

    A source that is gone is passed over: moves that were cut short may be repeated, and the folders are
    synced in any case. Raises OSError.
    """
    sources: dict[Path, None] = {}
    targets: dict[Path, None] = {}
    for source, target in moves:
        with contextlib.suppress(FileNotFoundError):
            _rename(source, target)
        sources[source.parent] = targets[target.parent] = None
    for folder in targets | sources:
        sync_folder(folder)


def remove_leftovers(folder: Path, name: str) -> None:
    """Remove what interrupted writes of one file left in a folder; only what they can have left.

    Raises OSError.
    """
    for part in sorted(folder.glob(f"{glob.escape(name)}.*{PART}")):
        if is_plain_file(part):
            remove_durably(part)


def is_plain_file(path: Path) -> bool:
    """Whether a file stands there, and no folder, link, pipe or device. Raises OSError."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except FileNotFoundError:
        return False


def remove_durably(path: Path) -> None:
    """Remove a file, if it is there, and sync its folder. Raises OSError."""
    path.unlink(missing_ok=True)
    sync_folder(path.parent)


def make_folders(folder: Path) -> None:
    """Create a folder and the parents it lacks, private to this user, each synced into its parent.

    Raises OSError.
    """
    if folder.is_dir():
        return
    make_folders(folder.parent)
    folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    sync_folder(folder.parent)


def sync_file(descriptor: int) -> None:
    """Flush an open file to the disk itself. Raises OSError."""
    if sys.platform == "darwin":
        _sync_file_macos(descriptor)
    else:
        os.fsync(descriptor)


def sync_folder(folder: Path) -> None:
    """Flush a folder's names to the disk; Windows cannot, it writes renames through. Raises OSError."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        sync_file(descriptor)
    finally:
        os.close(descriptor)


def _check(path: Path, data: bytes) -> None:
    with path.open("rb") as file:
        if hasattr(os, "posix_fadvise"):  # else the system would answer from memory, not from the stick
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        is_same = file.read(len(data) + 1) == data
    if not is_same:
        raise OSError(errno.EIO, tr("what was written does not read back"))


def _rename(source: Path, target: Path) -> None:
    if target.is_dir() and not target.is_symlink():  # nothing of ours: it must not be in the way for ever
        names = (target.with_name(f"{target.name}.{count}") for count in itertools.count(1))
        target.rename(next(name for name in names if not os.path.lexists(name)))
    if sys.platform == "win32":
        _rename_windows(source, target)
    else:
        source.replace(target)


def _sync_file_macos(descriptor: int) -> None:
    import fcntl  # noqa: PLC0415  # not on Windows

    full_sync = getattr(fcntl, "F_FULLFSYNC", 51)
    try:
        fcntl.fcntl(descriptor, full_sync)
    except OSError as error:
        # Some sticks and network disks know no full sync; any other error must not be tried again.
        if error.errno not in _NO_FULL_SYNC:
            raise
        os.fsync(descriptor)


def _rename_windows(source: Path, target: Path) -> None:
    import ctypes  # noqa: PLC0415  # used on Windows only: Path.replace does not write through

    kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined,unused-ignore]  # Windows
    if not kernel32.MoveFileExW(str(source), str(target), _REPLACE_EXISTING | _WRITE_THROUGH):
        raise ctypes.WinError(ctypes.get_last_error())  # type: ignore[attr-defined,unused-ignore]  # Windows only
