"""Why the system does not let this program read something: whose it is, and what lets it in."""

import errno
import os
import stat
import sys
from pathlib import Path

from kiosk.core.staff_words import tr


def why_refused(path: Path, error: OSError) -> str:
    """Say in a phrase why a file or folder cannot be read.

    Of a right that is missing: which file or folder on the way it is, whose, and what an administrator does.
    """
    reason = error.strerror or type(error).__name__
    if sys.platform == "win32" or error.errno != errno.EACCES:
        return reason
    place = next(each for each in (*reversed(path.parents), path) if each == path or not _lets_through(each))
    try:
        status = place.stat()
    except OSError:
        return reason
    return tr(
        "{reason}: {place} belongs to {owner}, mode {mode}; chmod a+rX {place}",
        reason=reason,
        place=place,
        owner=_owner(status),
        mode=f"{stat.S_IMODE(status.st_mode):04o}",
    )


def _lets_through(folder: Path) -> bool:
    return os.access(folder, os.X_OK)


def _owner(status: os.stat_result) -> str:
    import grp  # noqa: PLC0415  # not on Windows
    import pwd  # noqa: PLC0415  # as above

    try:
        return f"{pwd.getpwuid(status.st_uid).pw_name}:{grp.getgrgid(status.st_gid).gr_name}"
    except KeyError:
        return f"{status.st_uid}:{status.st_gid}"
