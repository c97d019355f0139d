"""The one way to read a file that others may touch: it never waits, follows no link, and has a limit."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

from kiosk.core.staff_words import tr
from kiosk.core.validation import parse_json

MOST_BYTES: Final = 64 * 1024 * 1024
"""Bytes; all that this program writes is far smaller. Chosen; a larger file is not read."""

_T = TypeVar("_T")
_READS: Final = 3
"""Attempts while the disk refuses: most read errors pass. Chosen; not measured."""
_CHUNK: Final = 1024 * 1024
_FLAGS: Final = os.O_RDONLY | sum(
    getattr(os, name, 0) for name in ("O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_BINARY")
)
_NO_FOLLOW: Final = getattr(os, "O_NOFOLLOW", 0)
"""Windows has none: there the look before has to do."""


class NotAFile(OSError):
    """What stands there is not what this program reads; strerror says what it is instead."""


def read_file(
    path: Path, most_bytes: int = MOST_BYTES, *, follows_links: bool = False, owner: int | None = None
) -> bytes:
    """Return a file's bytes. A pipe or a device is never opened, and a disk that refuses is asked again.

    follows_links: for files that people name themselves; owner: the user id that must own it, None for
    anybody's. Raises NotAFile for a folder, a link, a pipe, a device, somebody else's or more than
    most_bytes; FileNotFoundError; else the OSError of the third attempt.
    """
    return read_patiently(lambda: _read(path, most_bytes, owner, follows_links=follows_links))


def read_json(path: Path, most_bytes: int = MOST_BYTES) -> object:
    """Return what a JSON file holds. Raises OSError as read_file does, or ValueError."""
    return parse_json(read_file(path, most_bytes))


def read_patiently(read: Callable[[], _T]) -> _T:
    """Return what `read` returns, called again at once when the disk refuses.

    Raises the OSError of the third call, and at once what a second look would not change.
    """
    for _ in range(_READS - 1):
        try:
            return read()
        except (FileNotFoundError, NotAFile):
            raise
        except OSError:
            continue
    return read()


def may_be_there(path: Path) -> bool:
    """Whether something stands there; where the disk does not say, it is for the reader to say why."""
    try:
        return path.exists()
    except OSError:
        return True


def is_in_place(folder: Path, parent: Path) -> bool:
    """Whether a folder stands in its parent itself, and no link leads elsewhere. Raises OSError."""
    return not folder.is_symlink() and folder.resolve().parent == parent.resolve()


def _read(path: Path, most_bytes: int, owner: int | None, *, follows_links: bool) -> bytes:
    _check(path.stat() if follows_links else path.lstat(), most_bytes, owner)
    descriptor = os.open(path, _FLAGS | (0 if follows_links else _NO_FOLLOW))
    try:
        _check(os.fstat(descriptor), most_bytes, owner)
        data = bytearray()
        while len(data) <= most_bytes and (chunk := os.read(descriptor, _CHUNK)):
            data += chunk
    finally:
        os.close(descriptor)
    if len(data) > most_bytes:
        raise _too_large(most_bytes)
    return bytes(data)


def _check(status: os.stat_result, most_bytes: int, owner: int | None) -> None:
    if stat.S_ISLNK(status.st_mode):
        raise NotAFile(errno.ELOOP, tr("it is a link to another file"))
    if stat.S_ISDIR(status.st_mode):
        raise NotAFile(errno.EISDIR, tr("it is a folder"))
    if not stat.S_ISREG(status.st_mode):
        raise NotAFile(errno.EINVAL, tr("it is a pipe or a device"))
    if owner is not None and status.st_uid != owner:
        raise NotAFile(errno.EPERM, tr("it belongs to somebody else"))
    if status.st_size > most_bytes:
        raise _too_large(most_bytes)


def _too_large(most_bytes: int) -> NotAFile:
    return NotAFile(errno.EFBIG, tr("it is larger than {most:,} bytes", most=most_bytes))
