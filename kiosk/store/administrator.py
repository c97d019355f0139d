"""Whether this program runs as an administrator, and whether only one could have written a file."""

import os
import stat
from pathlib import Path


def is_administrator() -> bool:
    """Return True for root; always False on Windows."""
    get_user = getattr(os, "geteuid", None)
    return get_user is not None and bool(get_user() == 0)


def who_else_writes(path: Path) -> str:
    """Say in a phrase why a file may not be the administrator's work, "" when it is.

    It and its folder, and those that a link leads to, must belong to the administrator and be closed to
    whoever runs this program. Always "" on Windows. Raises OSError.
    """
    if not hasattr(os, "geteuid"):
        return ""
    real = Path(os.path.realpath(path))  # Path.resolve fails where links lead in a circle
    for place in dict.fromkeys((path, path.parent, real, real.parent)):
        status = place.stat()
        if status.st_uid != 0:
            return f"{place} does not belong to the administrator"
        is_ours = not is_administrator() and os.access(place, os.W_OK)
        if is_ours or status.st_mode & stat.S_IWOTH:
            return f"{place} can be written by others than the administrator"
    return ""
