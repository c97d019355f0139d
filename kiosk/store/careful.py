"""One way to open a file where others may write: what they put there can neither mislead nor hang us."""

import errno
import os
import stat
from pathlib import Path
from typing import Final

_CAREFULLY: Final = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
"""Follow no link, and wait for no writer of a pipe; Windows has none of the first three."""


def read_carefully(path: Path, most: int, owner: int | None = None) -> bytes:
    """Return the bytes of a regular file of at most `most` bytes.

    owner: the user id that must own it, None for anybody. Raises OSError for a link, a pipe, a folder, what
    is too large or somebody else's, and for what cannot be read.
    """
    descriptor = os.open(path, _CAREFULLY)
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, "it is no regular file")
        if owner is not None and status.st_uid != owner:
            raise OSError(errno.EPERM, "it belongs to somebody else")
        data = file.read(most + 1)
    if len(data) > most:
        raise OSError(errno.EFBIG, f"it has more than {most} bytes")
    return data
