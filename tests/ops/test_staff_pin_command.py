"""The staff PIN without a person at the keyboard: one line of a file or a pipe, and nothing that shows it."""

import gc
import getpass
import io
import os
import subprocess
import sys
import types
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from kiosk.__main__ import main
from kiosk.core.uptime import Uptime
from kiosk.store import staff_pin
from kiosk.store.spool import Spool
from kiosk.store.staff_pin import PinVerdict, StaffPin
from tests.bad_files import NO_FILES, without_waiting

PIN = "246810"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(staff_pin, "_HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    yield
    gc.enable()


def _set(folder: Path, *options: str) -> int:
    with without_waiting():
        return main(["staff-pin", "set", "--config", str(folder / "kiosk.toml"), *options])


def _opens(folder: Path, pin: str) -> bool:
    checked = StaffPin(
        folder / "staff-pin", Spool(folder / "spool"), lambda: Uptime("boot", 1000.0), Uptime("boot", 0.0)
    )
    return checked.check(pin).verdict is PinVerdict.RIGHT


def _pipe(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", types.SimpleNamespace(buffer=io.BytesIO(data)))


@pytest.mark.parametrize("data", [b"246810\n", b"246810", b"246810\r\n", b"\xef\xbb\xbf246810\r\n"])
@pytest.mark.parametrize("is_piped", [True, False])
def test_one_line_sets_the_pin_before_there_are_settings(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    data: bytes,
    is_piped: bool,  # noqa: FBT001  # a parameter of the test
) -> None:
    (tmp_path / "pin").write_bytes(data)
    _pipe(monkeypatch, data)
    assert _set(tmp_path, "--from", "-" if is_piped else str(tmp_path / "pin")) == 0
    assert capsys.readouterr().out == f"The staff PIN is set: {tmp_path / 'staff-pin'}\n"
    assert _opens(tmp_path, PIN)
    assert (tmp_path / "staff-pin").stat().st_mode & 0o777 == staff_pin.GROUP_READABLE


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "Standard input holds 0 lines: it must be one, the PIN and nothing else."),
        (b"\n", "A PIN has 6 to 12 digits and nothing else."),
        (b"246810\n135790\n", "Standard input holds 2 lines: it must be one, the PIN and nothing else."),
        (b"246810\n\n", "Standard input holds 2 lines: it must be one, the PIN and nothing else."),
        (b"12345\n", "A PIN has 6 to 12 digits and nothing else."),
        (b"pin: 246810\n", "A PIN has 6 to 12 digits and nothing else."),
        (b" 246810\n", "A PIN has 6 to 12 digits and nothing else."),
        (b"2468101214161", "A PIN has 6 to 12 digits and nothing else."),
        (b"123456\n", "This PIN is among the first that anybody tries: choose digits that are not in a row."),
        (b"000000\n", "This PIN is among the first that anybody tries: choose digits that are not in a row."),
        ("246810\n".encode("utf-16"), 'Standard input is UTF-16 text ("Unicode" in some editors): save it'),
        (b"24\xff810\n", "Standard input is not UTF-8 text (line 1): save it once more as UTF-8."),
        (b"7" * 100_000, "A PIN has 6 to 12 digits and nothing else."),
    ],
)
def test_what_is_no_pin_is_refused_with_a_sentence_that_does_not_show_it(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    data: bytes,
    told: str,
) -> None:
    _pipe(monkeypatch, data)
    assert _set(tmp_path, "--from", "-") == 1
    said = capsys.readouterr().err
    assert said.startswith(told)
    assert said.count("\n") == 1
    assert PIN not in said
    assert not (tmp_path / "staff-pin").exists()


@pytest.mark.parametrize(
    "make", [*NO_FILES.values(), lambda _file: None, lambda file: file.write_bytes(b"1" * 5000)]
)
def test_a_file_that_is_none_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], make: Callable[[Path], object]
) -> None:
    make(tmp_path / "pin")
    assert _set(tmp_path, "--from", str(tmp_path / "pin")) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"{tmp_path / 'pin'} cannot be read (")
    assert said.endswith("): name a file with the PIN on one line.\n")


def test_without_a_terminal_the_way_without_one_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def end(_question: str) -> str:
        raise EOFError

    monkeypatch.setattr(getpass, "getpass", end)
    assert _set(tmp_path) == 1
    assert capsys.readouterr().err == (
        "No PIN was typed: run this in a terminal, or name a file with the PIN on one line: --from FILE.\n"
    )


@pytest.mark.parametrize(
    ("answers", "told"),
    [(["123456"], "among the first"), ([PIN, "246812"], "not the same"), ([PIN, PIN], "")],
)
def test_whoever_is_asked_types_it_twice(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    answers: list[str],
    told: str,
) -> None:
    left = iter(answers)
    monkeypatch.setattr(getpass, "getpass", lambda _question: next(left))
    assert _set(tmp_path) == (1 if told else 0)
    assert told in capsys.readouterr().err
    assert (tmp_path / "staff-pin").exists() == (not told)


def test_a_real_pipe_sets_it_and_a_closed_one_is_a_sentence(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "kiosk", "staff-pin", "set", "--config", str(tmp_path / "kiosk.toml")]
    for options, given, code in ((["--from", "-"], b"246810\n", 0), (["--from", "-"], b"", 1), ([], b"", 1)):
        done = subprocess.run(
            [*command, *options],
            input=given,
            capture_output=True,
            check=False,
            env=dict(os.environ),
            start_new_session=True,
        )
        assert done.returncode == code
        assert b"Traceback" not in done.stderr
    assert _opens(tmp_path, PIN)
