"""A program that dies at a file system call of your choice."""

import contextlib
import itertools
import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest

CALLS = ("open", "write", "fsync", "replace", "unlink", "mkdir")


class Death(BaseException):
    """The program ends here: no handler of ours may run."""


def _only_reads_a_file(path: Any, flags: int, *_mode: int) -> bool:
    """Whether a death there could lose nothing."""
    return not flags & (os.O_WRONLY | os.O_RDWR) and not os.path.isdir(path)  # noqa: PTH112  # may be a text


@contextlib.contextmanager
def dying_at(k: int, *, after: bool) -> Iterator[Callable[[], int]]:
    """Die before or after the k-th call (a write: after half of it); yields how many calls were made."""
    count = itertools.count(1)
    made = 0

    def wrapped(name: str, original: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            nonlocal made
            if name == "open" and _only_reads_a_file(*args):
                return original(*args, **kwargs)
            made = next(count)
            if made != k:
                return original(*args, **kwargs)
            if name == "write":
                original(args[0], args[1][: len(args[1]) // 2])
            elif after and name != "open":
                original(*args, **kwargs)
            raise Death

        return call

    with pytest.MonkeyPatch.context() as patch:
        for name in CALLS:
            patch.setattr(os, name, wrapped(name, getattr(os, name)))
        with contextlib.suppress(Death):
            yield lambda: made
