"""Locks: one holder at a time, free after any death, and a file that others cannot read."""

import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from kiosk.core.errors import KioskError
from kiosk.store.locks import exclusive


class Taken(KioskError):
    pass


TAKEN = Taken("Somebody has it.")
HOLDER = """
import pathlib, sys, time
from kiosk.core.errors import KioskError
from kiosk.store.locks import exclusive
with exclusive(pathlib.Path(sys.argv[1]), KioskError()):
    print("held", flush=True)
    time.sleep(60)
"""


def is_free(path: Path) -> bool:
    try:
        with exclusive(path, TAKEN):
            return True
    except Taken:
        return False


def test_a_lock_has_one_holder_until_its_body_has_run(tmp_path: Path) -> None:
    path = tmp_path / "a.lock"
    with exclusive(path, TAKEN):
        assert not is_free(path)
        assert is_free(tmp_path / "another.lock")
    assert is_free(path)


def test_a_body_that_fails_lets_go(tmp_path: Path) -> None:
    path = tmp_path / "a.lock"
    with pytest.raises(FileNotFoundError), exclusive(path, TAKEN):
        raise FileNotFoundError
    assert is_free(path)


def test_a_process_that_was_killed_holds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.lock"
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        assert not is_free(path)
        holder.send_signal(signal.SIGKILL)
    assert is_free(path)


def test_where_no_file_can_be_made_nothing_is_held(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), exclusive(tmp_path / "missing" / "a.lock", TAKEN):
        pass


def test_the_lock_file_is_private(tmp_path: Path) -> None:
    with exclusive(tmp_path / "a.lock", TAKEN):
        assert (tmp_path / "a.lock").stat().st_mode & 0o777 == 0o600


def test_windows_locks_in_its_own_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[tuple[int, int]] = []

    def locking(_descriptor: int, mode: int, length: int) -> None:
        calls.append((mode, length))
        if len(calls) > 1:
            raise PermissionError

    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(locking=locking, LK_NBLCK=2))
    with monkeypatch.context() as patch:
        patch.setitem(sys.modules, "fcntl", None)
        assert is_free(tmp_path / "a.lock")
        assert not is_free(tmp_path / "a.lock")
    assert calls == [(2, 1)] * 2
