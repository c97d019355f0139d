"""What a program finds around it: no console on Windows, no screen on a server."""

import ctypes
import resource
import subprocess
import sys
from types import SimpleNamespace

import pytest

from kiosk.core.errors import KioskError
from kiosk.ops.process import (
    has_screen,
    keep_memory_private,
    need_screen,
    replace_missing_streams,
    wipe_freed_memory,
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
print(ctypes.string_at(place + 64, 3000).count(b"A"))
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


def test_what_is_written_over_freed_memory_is_no_zero_which_would_turn_it_off(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[tuple[int, int]] = []
    library = SimpleNamespace(mallopt=lambda what, byte: asked.append((what, byte)))
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: library)
    monkeypatch.setattr(sys, "platform", "linux")
    wipe_freed_memory()
    assert asked == [(-6, 0xA5)]


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
