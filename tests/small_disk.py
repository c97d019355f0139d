"""Disks that are too small, take nothing or do not answer: real ones, where the machine lets us make them."""

import contextlib
import ctypes
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

needs_mounts = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0,
    reason="only root can mount a disk, and only Linux like this",
)
needs_fuse = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0 or not os.access("/dev/fuse", os.R_OK | os.W_OK),
    reason="a disk that hangs takes root and /dev/fuse",
)


@contextlib.contextmanager
def small_disk(place: Path, kilobytes: int) -> Iterator[Path]:
    """Mount an empty disk of that size."""
    place.mkdir(exist_ok=True)
    _run("mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(place))
    try:
        yield place
    finally:
        _run("umount", "--lazy", str(place))


def fill(disk: Path) -> None:
    """Leave no room on it."""
    descriptor = os.open(disk / "fill", os.O_WRONLY | os.O_CREAT)
    with contextlib.suppress(OSError):
        while True:
            os.write(descriptor, bytes(1024))
    os.close(descriptor)


def write_protect(disk: Path) -> None:
    """Let nothing be written to it any more."""
    _run("mount", "-o", "remount,ro", str(disk))


@contextlib.contextmanager
def hanging_disk(place: Path) -> Iterator[Callable[[], None]]:
    """Mount a disk that never answers, as a server that is gone; at the end who waits gets an error.

    What it gives lets it go before: from then on it answers with errors.
    """
    place.mkdir(exist_ok=True)
    libc = ctypes.CDLL(None, use_errno=True)
    daemon = os.open("/dev/fuse", os.O_RDWR)
    options = f"fd={daemon},rootmode=40000,user_id=0,group_id=0".encode()
    if libc.mount(b"hanging", os.fsencode(place), b"fuse.hanging", 0, options):
        os.close(daemon)
        pytest.skip(f"the kernel mounts no disk of ours: {os.strerror(ctypes.get_errno())}")
    with contextlib.ExitStack() as mounted, contextlib.ExitStack() as running:
        mounted.callback(libc.umount2, os.fsencode(place), 2)
        running.callback(os.close, daemon)
        yield running.close


def _run(*command: str) -> None:
    subprocess.run(command, check=True)
