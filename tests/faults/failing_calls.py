"""A disk that refuses the k-th call of a kind, once or from then on, in one folder."""

import builtins
import contextlib
import dataclasses
import errno
import io
import itertools
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest

KINDS: Final[dict[str, tuple[str, ...]]] = {
    "open": ("open",),
    "read": ("read",),
    "write": ("write",),
    "fsync": ("fsync",),
    "rename": ("replace", "rename"),
    "unlink": ("unlink", "remove"),
    "mkdir": ("mkdir",),
    "rmdir": ("rmdir",),
    "scandir": ("scandir", "listdir"),
    "stat": ("stat", "lstat", "fstat"),
    "chmod": ("chmod", "fchmod", "chown"),
}
"""The functions of os by which a program makes each kind of call."""

CODES: Final = (errno.EIO, errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EMFILE)
SHORT: Final = 0
"""Instead of an error: the call takes or gives half of the bytes."""


@dataclasses.dataclass(frozen=True, slots=True)
class Way:
    """The k-th call of a kind, from 1, comes to an error, once or from then on; code: an errno, or SHORT."""

    kind: str
    k: int
    code: int
    for_ever: bool


class FailingCalls:
    """Counts the calls of each kind in a folder, and refuses some."""

    def __init__(self, root: Path, way: Way | None = None) -> None:
        """way: which calls are refused, none by default."""
        self._root = os.fspath(root)
        self._way = way
        self._descriptors: set[int] = set()
        self.made = dict.fromkeys(KINDS, 0)
        self.hits = 0

    @contextlib.contextmanager
    def at_work(self) -> Iterator[None]:
        """Stand between the program and its disk."""
        with pytest.MonkeyPatch.context() as patch:
            for kind, names in KINDS.items():
                for name in names:
                    patch.setattr(os, name, self._wrapped(kind, getattr(os, name)))
            patch.setattr(io, "open", self._open_of(io.open))
            patch.setattr(builtins, "open", self._open_of(builtins.open))
            yield

    def is_refused(self, kind: str) -> bool:
        """Count a call, and say whether it comes to nothing."""
        self.made[kind] += 1
        way = self._way
        if (
            way is None
            or kind != way.kind
            or (self.made[kind] != way.k and not way.for_ever)
            or self.made[kind] < way.k
        ):
            return False
        self.hits += 1
        return True

    @property
    def error(self) -> OSError:
        """What the disk says."""
        code = self._way.code if self._way else errno.EIO
        return OSError(code, os.strerror(code))

    @property
    def is_short(self) -> bool:
        """Whether it works, but in parts."""
        return self._way is not None and self._way.code == SHORT

    def _is_here(self, what: Any) -> bool:
        if isinstance(what, int):
            return what in self._descriptors
        return os.fsdecode(os.fspath(what)).startswith(self._root)

    def _wrapped(self, kind: str, original: Callable[..., Any]) -> Callable[..., Any]:
        def call(what: Any = ".", *args: Any, **kwargs: Any) -> Any:
            is_here = self._is_here(what)
            if is_here and self.is_refused(kind):
                if not self.is_short:
                    raise self.error
                [much] = args
                args = (max(much // 2, 1),) if kind == "read" else (much[: max(len(much) // 2, 1)],)
            result = original(what, *args, **kwargs)
            if kind == "open" and is_here:
                self._descriptors.add(result)
            return result

        return call

    def _open_of(self, original: Callable[..., Any]) -> Callable[..., Any]:
        def open_(file: Any, mode: str = "r", *args: Any, **kwargs: Any) -> Any:
            if isinstance(file, int) or not self._is_here(file):
                return original(file, mode, *args, **kwargs)
            if self.is_refused("open"):
                raise self.error
            if mode not in {"r", "rb"}:
                return original(file, mode, *args, **kwargs)
            raw = io.BufferedReader(_Raw(file, self))
            return raw if mode == "rb" else io.TextIOWrapper(raw, encoding=kwargs.get("encoding"))

        return open_


class _Raw(io.FileIO):
    """A file whose reads are counted, too."""

    def __init__(self, file: Any, calls: FailingCalls) -> None:
        super().__init__(file)
        self._calls = calls

    def readinto(self, buffer: Any, /) -> int | None:
        if self._calls.is_refused("read") and not self._calls.is_short:
            raise self._calls.error
        return super().readinto(buffer)

    def readall(self) -> bytes:
        if self._calls.is_refused("read") and not self._calls.is_short:
            raise self._calls.error
        return super().readall()


def ways_to_fail(made: dict[str, int]) -> Iterator[Way]:
    """Return every way in which a day with so many calls of each kind can fail."""
    for kind, count in made.items():
        for k, code, for_ever in itertools.product(range(1, count + 1), CODES, (False, True)):
            yield Way(kind, k, code, for_ever)
        if kind in {"read", "write"}:
            yield from (Way(kind, k, SHORT, each) for k in range(1, count + 1) for each in (False, True))
