"""A disk that refuses to give what stands on it, once or for ever."""

import contextlib
import errno
import math
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any, Final

import pytest

CODES: Final = (errno.EIO, errno.EACCES, errno.EMFILE)
FOR_EVER: Final = math.inf


def is_envelope(path: Path) -> bool:
    """Whether a sealed request stands there."""
    return path.suffix == ".age"


@contextlib.contextmanager
def refused_reads(
    times: float, code: int = errno.EIO, *, of: Callable[[Path], bool] = is_envelope
) -> Iterator[None]:
    """Let so many attempts to open such files for reading fail."""
    left = times
    real_open, real_open_descriptor = Path.open, os.open

    def open_(path: Path, mode: str = "r", *args: Any, **kwargs: Any) -> IO[Any]:
        nonlocal left
        if "r" in mode and left and of(path):
            left -= 1
            raise OSError(code, os.strerror(code))
        return real_open(path, mode, *args, **kwargs)

    def open_descriptor(path: Any, flags: int, *args: Any, **kwargs: Any) -> int:
        nonlocal left
        if not flags & (os.O_WRONLY | os.O_RDWR) and left and of(Path(path)):
            left -= 1
            raise OSError(code, os.strerror(code))
        return real_open_descriptor(path, flags, *args, **kwargs)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "open", open_descriptor)
        patch.setattr(Path, "open", open_)
        yield


@contextlib.contextmanager
def refused_listing(folder: Path, code: int = errno.EACCES) -> Iterator[None]:
    """Let nobody look into a folder."""
    real = os.listdir

    def listdir(path: Any) -> list[Any]:
        if Path(path) == folder:
            raise OSError(code, os.strerror(code))
        return real(path)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "listdir", listdir)
        yield
