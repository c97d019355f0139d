"""The user that the service of an installed kiosk runs as: what it may read and write is what counts."""

import os
import sys
from typing import Final

from kiosk.store.administrator import is_administrator
from kiosk.store.settings.settings import is_frozen

SERVICE_USER: Final = "kiosk"


def become_service_user() -> None:
    """Give up the administrator's rights for good; others, and programs that run from their sources, stay."""
    if sys.platform == "win32":
        return
    import pwd  # noqa: PLC0415  # not on Windows

    if not is_frozen() or not is_administrator():
        return
    try:
        user = pwd.getpwnam(SERVICE_USER)
    except KeyError:
        return
    os.initgroups(SERVICE_USER, user.pw_gid)
    os.setresgid(user.pw_gid, user.pw_gid, user.pw_gid)
    os.setresuid(user.pw_uid, user.pw_uid, user.pw_uid)
