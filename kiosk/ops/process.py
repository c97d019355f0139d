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
M_ARENA_MAX: Final = -8
"""Of glibc's malloc.h, as the first is of Linux's prctl.h."""
PYMEM_DOMAINS: Final = (1, 2)
"""Of Python's pymem.h: memory and objects, the two that come from its own pools; 0 is the system's memory."""
KEPT_SIZES: Final = range(24, 1033, 16)
"""Bytes of what glibc keeps for the next use in the same thread."""
KEPT_OF_A_SIZE: Final = 16
"""At least as many as glibc keeps of one size: 7, since its version 2.42 16."""
FAST_BYTES: Final = 120
FAST_KEPT: Final = 4096
"""Such small blocks are kept in lists without end; glibc leaves the last eight bytes of each as they are."""
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
    are written over when the next ones take their place; see use_no_pools() and wipe_kept_memory().
    """
    _mallopt(M_PERTURB, WIPED)


def use_one_arena() -> None:
    """Let all threads take memory from one place: glibc gives each one of its own, which grows by pages.

    Called before there are threads. Without glibc nothing changes.
    """
    _mallopt(M_ARENA_MAX, 1)


def use_no_pools() -> None:
    """Take Python's small objects from the system from now on, where they are written over as all else is.

    What came from Python's pools before goes back to them. Costs some time for each object. Nothing changes
    without glibc, or where Python was told to use other memory (PYTHONMALLOC, -X dev).
    """
    if sys.platform != "linux":
        return
    import ctypes  # noqa: PLC0415

    class Allocator(ctypes.Structure):
        """PyMemAllocatorEx of pymem.h."""

        _fields_ = tuple((name, ctypes.c_void_p) for name in ("ctx", "malloc", "calloc", "realloc", "free"))

    python = ctypes.pythonapi
    name = getattr(python, "_PyMem_GetCurrentAllocatorName", None)
    if name is None or not hasattr(ctypes.CDLL(None), "mallopt"):
        return
    name.restype = ctypes.c_char_p
    if name() != b"pymalloc":
        return
    system, pools = Allocator(), Allocator()
    python.PyMem_GetAllocator(0, ctypes.byref(system))
    for domain in PYMEM_DOMAINS:
        python.PyMem_GetAllocator(domain, ctypes.byref(pools))
        # Its free() and realloc() know what is in a pool, and give the rest to the system.
        pools.malloc, pools.calloc = system.malloc, system.calloc
        python.PyMem_SetAllocator(domain, ctypes.byref(pools))


def wipe_kept_memory() -> None:
    """Write over what glibc keeps of this thread's freed memory for its next use, which is not wiped before.

    Without glibc nothing changes.
    """
    if sys.platform != "linux":
        return
    import ctypes  # noqa: PLC0415

    library = ctypes.CDLL(None)
    if not hasattr(library, "mallopt"):
        return
    library.malloc.restype, library.malloc.argtypes = ctypes.c_void_p, (ctypes.c_size_t,)
    library.free.argtypes = (ctypes.c_void_p,)
    for size in KEPT_SIZES:
        count = FAST_KEPT if size <= FAST_BYTES else KEPT_OF_A_SIZE
        places = [library.malloc(size) for _ in range(count)]
        for place in filter(None, places):
            ctypes.memset(place, WIPED, size)
            library.free(place)


def _mallopt(what: int, value: int) -> None:
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415

        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
        if mallopt is not None:
            mallopt(what, value)
