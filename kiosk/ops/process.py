"""What a program finds around it when it starts: streams, a screen, who may look into its memory."""

import contextlib
import io
import os
import sys
from typing import Final

from kiosk.core.errors import KioskError
from kiosk.core.staff_words import tr

PR_SET_DUMPABLE: Final = 4
M_PERTURB: Final = -6
"""Of glibc's malloc.h, as the one above is of Linux's prctl.h."""
WIPED: Final = 0xA5
"""What glibc writes over memory that is given back; any byte but 0, which turns it off."""
_SCREENS: Final = frozenset({"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})


class _Nowhere(io.TextIOBase):
    """Takes every text and keeps none; it is no terminal."""

    def write(self, text: str, /) -> int:
        return len(text)


def replace_missing_streams() -> None:
    """Let a program without a console print and ask: nobody reads it, and the answer is "no more input".

    Windows gives none to a program that was built with a window, and Python then has None for each.
    """
    if sys.stdin is None:
        sys.stdin = io.StringIO()
    if sys.stdout is None:
        sys.stdout = _Nowhere()
    if sys.stderr is None:
        sys.stderr = _Nowhere()


def has_screen() -> bool:
    """Whether a window could be shown; elsewhere than on Linux there always is a screen."""
    return sys.platform != "linux" or bool(_SCREENS & os.environ.keys())


def need_screen() -> None:
    """Raise KioskError where no window could be shown: Qt would abort the whole process."""
    if not has_screen():
        raise KioskError(tr("There is no screen here to show a window on: run this in a desktop session."))


def keep_memory_private() -> None:
    """No core dump may hold what a visitor typed, and no other program of this user may read our memory."""
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415

        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
        with contextlib.suppress(ImportError):
            import resource  # noqa: PLC0415  # not in every Python

            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def wipe_freed_memory() -> None:
    """Have glibc write over memory at once when it is given back: names, numbers and keys do not stay in it.

    Without glibc nothing changes. Objects of Python of up to 512 bytes come from pools of its own, where they
    are written over when the next ones take their place.
    """
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415

        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
        if mallopt is not None:
            mallopt(M_PERTURB, WIPED)
