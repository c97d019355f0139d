"""Whether this computer has a program that dials: a softphone, or a phone that is coupled to it."""

import shutil
import subprocess
import sys
from typing import Final

_PATIENCE_S: Final = 5
"""Seconds for the desktop to say which program it is; then it is none."""
_NUMBER: Final = frozenset("+0123456789")


def can_dial() -> bool:
    """Ask the desktop whether anything takes tel: links; may take a moment."""
    if sys.platform == "win32":
        return _is_registered()
    if sys.platform == "darwin":
        return True  # FaceTime takes them on every Mac
    ask = shutil.which("xdg-mime")
    if ask is None:
        return False
    try:
        told = subprocess.run(  # noqa: S603  # a constant question
            [ask, "query", "default", "x-scheme-handler/tel"],
            capture_output=True,
            check=False,
            timeout=_PATIENCE_S,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return bool(told.stdout.strip())


def plain_number(phone: str) -> str:
    """Return a number as programs take it: a plus and digits, and nothing that was smuggled in."""
    return "".join(character for character in phone if character in _NUMBER)


if sys.platform == "win32":

    def _is_registered() -> bool:
        import winreg  # noqa: PLC0415  # only there

        try:
            with winreg.OpenKey(winreg.HKEY_CLASSES_ROOT, "tel") as key:
                winreg.QueryValueEx(key, "URL Protocol")
        except OSError:
            return False
        return True
