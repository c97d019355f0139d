"""The doctor's look at the screen, and the command that IT and monitoring run."""

import dataclasses
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.store.settings.settings import Settings, content_folder
from kiosk.ui import doctor
from kiosk.ui.pyside.qt_application import font_files
from tests.clinic import Clinic

pytestmark = pytest.mark.usefixtures("qapp")


def found(settings: Settings, subject: str) -> tuple[str, str]:
    return next(
        (each.state, each.found) for each in doctor.examine_screen(settings) if each.subject == subject
    )


def with_diagonal(clinic: Clinic, inches: float | None) -> Settings:
    return dataclasses.replace(
        clinic.settings, file=dataclasses.replace(clinic.settings.file, screen_diagonal=inches)
    )


def test_a_glass_of_another_size_than_the_settings_say_is_told(clinic: Clinic) -> None:
    size = QGuiApplication.primaryScreen().physicalSize()
    inches = (size.width() ** 2 + size.height() ** 2) ** 0.5 / doctor.MILLIMETRES_PER_INCH
    assert found(with_diagonal(clinic, inches), "display")[0] == "fine"
    assert found(with_diagonal(clinic, None), "display")[0] == "fine"
    state, words = found(with_diagonal(clinic, 99), "display")
    assert state == "warning"
    assert "screen_diagonal says 99 inches" in words


def test_the_typeface_has_every_letter_that_is_shipped_and_a_strange_one_is_named(
    clinic: Clinic, tmp_path: Path
) -> None:
    assert found(clinic.settings, "typeface en") == (
        "fine",
        "Atkinson Hyperlegible and Be Vietnam Pro have every letter",
    )
    shutil.copytree(content_folder() / "en", tmp_path / "en")
    (tmp_path / "en" / "more.toml").write_text('title = "日本"', "utf-8")
    state, words = found(dataclasses.replace(clinic.settings, content=tmp_path), "typeface en")
    assert state == "warning"
    assert words.startswith("no 日 本 in ")


def test_a_face_that_is_missing_or_damaged_is_named(tmp_path: Path) -> None:
    assert doctor._fonts(font_files()) == []
    (tmp_path / "torn.ttf").write_bytes(font_files()[0].read_bytes()[:100])
    told = doctor._fonts([tmp_path / "torn.ttf", tmp_path / "gone.ttf", font_files()[1]])
    assert [(each.state, each.found) for each in told] == [
        ("problem", f"{tmp_path / name} is missing or damaged") for name in ("torn.ttf", "gone.ttf")
    ]


def test_the_command_tells_people_and_monitoring(clinic: Clinic) -> None:
    command = [sys.executable, "-m", "kiosk", "doctor", "--config", str(clinic.config)]
    no_screen = {key: value for key, value in os.environ.items() if "DISPLAY" not in key}
    no_screen.pop("QT_QPA_PLATFORM", None)
    told = subprocess.run(command, env=no_screen, capture_output=True, text=True, check=False)
    assert told.returncode == 2
    assert "PROBLEM  staff PIN: staff cannot get in -> kiosk staff-pin set\n" in told.stdout
    assert "there is no screen here" in told.stdout

    screen = no_screen | {"QT_QPA_PLATFORM": "offscreen"}
    heard = subprocess.run([*command, "--json"], env=screen, capture_output=True, text=True, check=False)
    assert heard.returncode == 2
    subjects = {each["subject"] for each in json.loads(heard.stdout)["findings"]}
    assert {"staff PIN", "display", "touch", "typeface en", "versions"} <= subjects
