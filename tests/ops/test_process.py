"""What a program finds around it: no console on Windows, no screen on a server."""

import ctypes
import itertools
import os
import resource
import subprocess
import sys
from types import SimpleNamespace
from typing import Any
from unittest import mock

import pytest

from kiosk.core.errors import KioskError
from kiosk.ops.process import (
    FAST_BYTES,
    FAST_KEPT,
    KEPT_OF_A_SIZE,
    KEPT_SIZES,
    has_screen,
    keep_memory_private,
    need_screen,
    replace_missing_streams,
    use_no_pools,
    use_one_arena,
    wipe_freed_memory,
    wipe_kept_memory,
)

SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def test_a_program_without_a_console_prints_for_nobody_and_has_no_more_input(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    replace_missing_streams()
    assert sys.stdout.write("for nobody") == len("for nobody")
    print("for nobody either", file=sys.stderr, flush=True)
    assert (sys.stdin.isatty(), sys.stdout.isatty(), sys.stderr.isatty()) == (False, False, False)
    with pytest.raises(EOFError):
        input("Who is there? ")


def test_a_console_that_is_there_stays(capsys: pytest.CaptureFixture[str]) -> None:
    before = sys.stdin, sys.stdout, sys.stderr
    replace_missing_streams()
    assert (sys.stdin, sys.stdout, sys.stderr) == before
    print("seen")
    assert capsys.readouterr().out == "seen\n"


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_is_known_by_its_name(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for each in SCREENS:
        monkeypatch.delenv(each, raising=False)
    assert not has_screen()
    with pytest.raises(KioskError, match="There is no screen here"):
        need_screen()
    monkeypatch.setenv(name, ":0")
    assert has_screen()
    need_screen()


def test_elsewhere_than_on_linux_there_always_is_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in SCREENS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    assert has_screen()


@pytest.mark.parametrize(("platform", "calls"), [("linux", ["no tracing", "no core"]), ("win32", [])])
def test_memory_is_kept_private_where_the_system_can(
    monkeypatch: pytest.MonkeyPatch, platform: str, calls: list[str]
) -> None:
    done: list[str] = []
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(
        resource, "setrlimit", lambda _kind, limit: done.append("no core" * (limit == (0, 0)))
    )
    library = SimpleNamespace(
        prctl=lambda what, value, *_: done.append("no tracing" * ((what, value) == (4, 0)))
    )
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: library)
    keep_memory_private()
    assert done == calls


def test_memory_is_written_over_once_it_is_given_back() -> None:
    look = """
import ctypes
from kiosk.ops.process import wipe_freed_memory
library = ctypes.CDLL(None)
library.malloc.restype, library.malloc.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
library.free.argtypes = [ctypes.c_void_p]
wipe_freed_memory()
place = library.malloc(4000)
ctypes.memset(place, 65, 4000)
library.free(place)
print(ctypes.string_at(place + 64, 3000).count(b"AAAA"))
"""
    if not hasattr(ctypes.CDLL(None), "mallopt"):
        pytest.skip("this is no glibc: it has no mallopt")
    told = subprocess.run([sys.executable, "-c", look], check=True, capture_output=True, text=True)
    assert told.stdout == "0\n"


@pytest.mark.parametrize("platform", ["win32", "linux"])
def test_without_glibc_nothing_is_written_over(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: SimpleNamespace())
    wipe_freed_memory()
    use_one_arena()


def test_what_is_written_over_freed_memory_is_no_zero_which_would_turn_it_off(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[tuple[int, int]] = []
    library = SimpleNamespace(mallopt=lambda what, byte: asked.append((what, byte)))
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: library)
    monkeypatch.setattr(sys, "platform", "linux")
    wipe_freed_memory()
    assert asked == [(-6, 0xA5)]


COUNTS_ARENAS = """
import ctypes, sys, tempfile, threading
from kiosk.ops.process import use_one_arena
if sys.argv[1] == "one":
    use_one_arena()
library = ctypes.CDLL(None)
library.malloc.restype, library.malloc.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
together = threading.Barrier(4)
def take():
    together.wait()
    library.malloc(40_000)
    together.wait()
threads = [threading.Thread(target=take) for _ in range(4)]
[each.start() for each in threads]
[each.join() for each in threads]
library.fopen.restype, library.fopen.argtypes = ctypes.c_void_p, [ctypes.c_char_p, ctypes.c_char_p]
library.malloc_info.argtypes, library.fclose.argtypes = [ctypes.c_int, ctypes.c_void_p], [ctypes.c_void_p]
with tempfile.NamedTemporaryFile() as told:
    file = library.fopen(told.name.encode(), b"w")
    library.malloc_info(0, file)
    library.fclose(file)
    print(told.read().count(b"<heap nr="))
"""


def test_all_threads_take_memory_from_one_place() -> None:
    if not hasattr(ctypes.CDLL(None), "malloc_info"):
        pytest.skip("this is no glibc: it does not tell of its arenas")
    many, one = (
        int(
            subprocess.run([sys.executable, "-c", COUNTS_ARENAS, how], check=True, capture_output=True).stdout
        )
        for how in ("many", "one")
    )
    assert many > one == 1


def test_a_python_that_lacks_the_module_of_limits_still_lets_nobody_trace(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    done: list[int] = []
    library = SimpleNamespace(prctl=lambda what, *_: done.append(what))
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: library)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setitem(sys.modules, "resource", None)
    keep_memory_private()
    assert done == [4]


LOOKS_AT_FREED = """
import ctypes
from kiosk.ops.process import use_no_pools, wipe_freed_memory, wipe_kept_memory
wipe_freed_memory()
use_no_pools()
use_no_pools()
texts = [f"Zqxvkjy{number}" for number in range(100)]
places = [id(text) for text in texts]
del texts
wipe_kept_memory()
print(sum(b"Zqxvkjy" in ctypes.string_at(place, 64) for place in places))
"""


@pytest.mark.parametrize("told", [{}, {"PYTHONMALLOC": "malloc"}, {"PYTHONMALLOC": "debug"}], ids=str)
def test_small_texts_of_python_are_written_over_too(told: dict[str, str]) -> None:
    if not hasattr(ctypes.CDLL(None), "mallopt"):
        pytest.skip("this is no glibc: it has no mallopt")
    looked = subprocess.run(
        [sys.executable, "-c", LOOKS_AT_FREED],
        check=True,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": os.pathsep.join(sys.path), **told},
    )
    assert looked.stdout == "0\n"


def test_short_names_are_written_over_but_for_one_whose_place_the_wiping_itself_has_taken() -> None:
    if not hasattr(ctypes.CDLL(None), "mallopt"):
        pytest.skip("this is no glibc: it has no mallopt")
    look = LOOKS_AT_FREED.replace("Zqxvkjy{number}", "Zq{number:05}").replace("range(100)", "range(1000)")
    look = look.replace('b"Zqxvkjy"', 'b"Zq00"')
    looked = subprocess.run([sys.executable, "-c", look], check=True, capture_output=True, text=True)
    assert int(looked.stdout) <= 1, "without the lists without end 22 are left"


class Python:
    """Stands for Python's own functions; each allocator has four functions by number."""

    def __init__(self, name: bytes) -> None:
        self._PyMem_GetCurrentAllocatorName = mock.Mock(return_value=name)
        self.allocators = {
            domain: [0, *(10 * domain + number for number in range(1, 5))] for domain in range(3)
        }

    def PyMem_GetAllocator(self, domain: int, place: Any) -> None:  # noqa: N802  # its name
        for (name, _kind), value in zip(place._obj._fields_, self.allocators[domain], strict=True):
            setattr(place._obj, name, value)

    def PyMem_SetAllocator(self, domain: int, place: Any) -> None:  # noqa: N802  # its name
        self.allocators[domain] = [getattr(place._obj, name) for name, _kind in place._obj._fields_]


@pytest.mark.parametrize("name", [b"pymalloc", b"malloc", b"pymalloc_debug"])
def test_new_objects_come_from_the_system_and_old_ones_go_back_to_their_pools(
    monkeypatch: pytest.MonkeyPatch, name: bytes
) -> None:
    python = Python(name)
    before = dict(python.allocators)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: SimpleNamespace(mallopt=None))
    monkeypatch.setattr(ctypes, "pythonapi", python)
    use_no_pools()
    if name != b"pymalloc":
        assert python.allocators == before
    else:
        [system, *pools] = python.allocators.values()
        assert [pool[1:3] for pool in pools] == [system[1:3]] * 2
        assert [pool[3:] for pool in pools] == [before[domain][3:] for domain in (1, 2)]


@pytest.mark.parametrize("platform", ["win32", "linux"])
def test_without_glibc_objects_stay_in_their_pools_and_nothing_is_looked_for(
    monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: SimpleNamespace())
    monkeypatch.setattr(ctypes, "pythonapi", Python(b"pymalloc"))
    use_no_pools()
    wipe_kept_memory()


def test_every_size_that_is_kept_is_written_over_and_given_back(monkeypatch: pytest.MonkeyPatch) -> None:
    given = [ctypes.create_string_buffer(b"A" * 2000, 2000) for _ in range(KEPT_OF_A_SIZE)]
    calls = itertools.count()
    back: list[int] = []
    library = SimpleNamespace(
        mallopt=None,
        malloc=mock.Mock(side_effect=lambda _size: ctypes.addressof(given[next(calls) % KEPT_OF_A_SIZE])),
        free=mock.Mock(side_effect=back.append),
    )
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: library)
    wipe_kept_memory()
    fast = sum(size <= FAST_BYTES for size in KEPT_SIZES)
    assert len(back) == fast * FAST_KEPT + (len(KEPT_SIZES) - fast) * KEPT_OF_A_SIZE
    assert {block.raw for block in given} == {b"\xa5" * KEPT_SIZES[-1] + b"A" * (2000 - KEPT_SIZES[-1])}
