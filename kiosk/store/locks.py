"""One process at a time: a lock that ends with the process that has it, however that ends."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from kiosk.core.errors import KioskError
from kiosk.store.durable import PRIVATE_FILE


@contextlib.contextmanager
def exclusive(path: Path, taken: KioskError) -> Iterator[None]:
    """Hold the lock on a file, which is made if it is missing, while the body runs.

    Raises `taken` when another holder has it, and OSError when the file cannot be opened.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), PRIVATE_FILE)
    try:
        if not _lock(descriptor):
            raise taken
        yield
    finally:
        os.close(descriptor)


def _lock(descriptor: int) -> bool:
    try:
        import fcntl  # noqa: PLC0415  # not on Windows
    except ImportError:
        return _lock_on_windows(descriptor)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _lock_on_windows(descriptor: int) -> bool:
    import msvcrt  # noqa: PLC0415  # Windows only

    try:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    except OSError:
        return False
    return True
