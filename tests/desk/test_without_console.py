"""A windowed program has no console: sys.stdin, sys.stdout and sys.stderr are None in it."""

import gc
import getpass
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kiosk import __main__ as kiosk
from kiosk.desk.__main__ import main
from kiosk.tour import tour

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic

SCREENS = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}


@pytest.fixture
def no_console(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("stdin", "stdout", "stderr", "__stdin__", "__stdout__", "__stderr__"):
        monkeypatch.setattr(sys, name, None)


@pytest.mark.usefixtures("no_console", "quick_keys")
def test_every_command_of_the_desk_does_its_work(
    clinic: "Clinic", request_of: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[Path | None] = []
    monkeypatch.setattr("kiosk.desk.window.app.open_window", lambda root, _needs: opened.append(root))
    clinic.intake.take(request_of(1))
    words = tmp_path / "words.txt"
    words.write_text("long enough to be taken\n", encoding="utf-8")
    assert main([]) == main(["window", "--office", "x"]) == 0
    assert opened == [None, Path("x")]
    assert main(["list", *clinic.opening()]) == main(["list", "--json", *clinic.opening()]) == 0
    assert main(["export", *clinic.opening(), "--out", str(clinic.lists)]) == 0
    assert len(list(clinic.lists.iterdir())) == 1
    new = ["key", "new", "--name", "ana", "--out", str(tmp_path / "keys")]
    assert main([*new, "--passphrase-file", str(words)]) == 0
    assert (tmp_path / "keys" / "ana.key").exists()
    assert main(["key", "recovery", "--out", str(tmp_path / "keys")]) == 0
    assert main(["demonstration", "--out", str(tmp_path / "demonstration")]) == 0
    assert main(["--help"]) == main(["--version"]) == 0


@pytest.mark.usefixtures("no_console")
def test_what_fails_or_asks_at_the_desk_ends_with_its_code(clinic: "Clinic", tmp_path: Path) -> None:
    assert main(["nonsense"]) == 2
    assert main(["list", "--spool", str(tmp_path / "nowhere"), "--key", str(clinic.key_file)]) == 1
    assert main(["key", "new", "--name", "a", "--out", str(tmp_path)]) == 1
    assert not (tmp_path / "a.key").exists()


@pytest.mark.usefixtures("no_console")
def test_every_command_of_the_kiosk_does_its_work(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def ask(_prompt: str) -> str:
        raise EOFError  # as getpass without a terminal

    monkeypatch.setattr("kiosk.ui.start.run", lambda _config, _size: 0)
    monkeypatch.setattr(tour, "run", lambda _out, _config, _views: 0)
    monkeypatch.setattr(kiosk, "keep_memory_private", lambda: None)
    monkeypatch.setattr(kiosk, "use_one_arena", lambda: None)
    monkeypatch.setattr(kiosk, "need_screen", lambda: None)
    monkeypatch.setattr(getpass, "getpass", ask)
    config = tmp_path / "kiosk.toml"
    config.write_text('[clinic]\nname = "Lakeside"\nphone = "+14155550100"\n', encoding="utf-8")
    try:
        for command in (
            ["run", "--config", str(config)],
            ["tour", "--out", str(tmp_path)],
            ["settings"],
            ["content", "try"],
            ["content", "review", "--out", str(tmp_path / "review.html")],
        ):
            assert kiosk.main(command) == 0, command
        assert kiosk.main(["doctor", "--config", str(tmp_path / "none.toml")]) == 2
        assert kiosk.main(["staff-pin", "set", "--config", str(config)]) == 1
        assert kiosk.main(["content", "sign", "shipped", "--language", "xx"]) == 1
        for shown in ("--help", "--version", "nonsense"):
            with pytest.raises(SystemExit):
                kiosk.main([shown])
    finally:
        gc.enable()


@pytest.mark.parametrize("module", ["kiosk.desk", "kiosk"])
def test_without_a_screen_the_window_ends_with_one_sentence(module: str) -> None:
    bare = {key: value for key, value in os.environ.items() if key not in SCREENS}
    command = [sys.executable, "-m", module, *(["run"] if module == "kiosk" else [])]
    told = subprocess.run(command, env=bare, capture_output=True, text=True, check=False)
    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr == "There is no screen here to show a window on: run this in a desktop session.\n"


def test_without_a_home_the_window_asks_for_a_folder(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def home() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", home)
    assert main([]) == 1
    assert capsys.readouterr().err == (
        "This user has no home folder on this computer: name the desk's folder with --office.\n"
    )
