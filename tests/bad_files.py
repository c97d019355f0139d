"""What may stand where a file of ours should: made by a fault, a strange disk, or somebody's hand."""

import contextlib
import os
import signal
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

_MOST_SECONDS: Final = 60
"""Nothing here takes a second; a pipe that is opened waits for ever."""


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made, contextlib.chdir(path.parent):
        made.bind("socket")
        Path("socket").rename(path.name)


def _huge(path: Path) -> None:
    path.touch()
    os.truncate(path, 2 * 1024**3)


def _full_folder(path: Path) -> None:
    (path / "something").mkdir(parents=True)


NO_FILES: Final[dict[str, Callable[[Path], object]]] = {
    "pipe": os.mkfifo,
    "folder": _full_folder,
    "dead link": lambda path: path.symlink_to("nowhere"),
    "looping link": lambda path: path.symlink_to(path.name),
    "device": lambda path: path.symlink_to("/dev/zero"),
    "socket": _socket,
}
BAD: Final[dict[str, Callable[[Path], object]]] = {
    **NO_FILES,
    "2 GB": _huge,
    "not UTF-8": lambda path: path.write_bytes(b'{"\xff": 1}'),
    "deep": lambda path: path.write_bytes(b"[" * 100_000),
    "endless": lambda path: path.write_bytes(b'[["a", "b", 1e999]]'),
    "empty": Path.touch,
}


@contextlib.contextmanager
def without_waiting() -> Iterator[None]:
    """Fail where something waits for a pipe."""

    def give_up(*_: object) -> None:
        raise AssertionError("it waits")  # said once, here

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(_MOST_SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
