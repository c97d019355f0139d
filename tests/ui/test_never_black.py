"""What cannot be used is in the journal, and visitors are asked to the desk: never a black screen."""

import dataclasses
import logging
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QGuiApplication

from kiosk.core.events import Event
from kiosk.store.settings.settings import words_folder
from kiosk.tour.patience import wait_until
from kiosk.ui import app
from kiosk.ui.upkeep.recipients_watch import RecipientsWatch
from kiosk.ui.upkeep.settings_at_start import settings_at_start
from tests.clinic import Clinic
from tests.conftest import StartKiosk


def told(caplog: pytest.LogCaptureFixture, event: Event) -> list[str]:
    messages = (record.getMessage() for record in caplog.records)
    return [message for message in messages if message.startswith(event)]


@pytest.mark.allows_log(Event.SETTINGS_BROKEN)
def test_each_problem_of_the_settings_is_a_line_with_its_place(
    clinic: Clinic, caplog: pytest.LogCaptureFixture
) -> None:
    text = clinic.config.read_text("utf-8")
    clinic.config.write_text(f"one = 1\nother = 2\n{text}", "utf-8")
    assert not settings_at_start(clinic.config).is_usable
    first, second = told(caplog, Event.SETTINGS_BROKEN)
    assert first.startswith(f"{Event.SETTINGS_BROKEN} {clinic.config}:1: ")
    assert second.startswith(f"{Event.SETTINGS_BROKEN} {clinic.config}:2: ")


def test_good_settings_are_used(clinic: Clinic) -> None:
    assert settings_at_start(clinic.config).is_usable


@pytest.mark.allows_log(Event.CONTENT_BROKEN)
def test_a_language_without_its_words_asks_visitors_to_the_desk(
    qapp: QGuiApplication,
    clinic: Clinic,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    words = tmp_path / "words"
    shutil.copytree(words_folder(), words)
    (words / "es.qm").unlink()
    settings = dataclasses.replace(clinic.settings, words=words)
    settings = dataclasses.replace(settings, file=dataclasses.replace(settings.file, languages=("en", "es")))
    usable: list[bool] = []

    class Watched(app.Kiosk):
        def _make_late_parts(self) -> None:
            super()._make_late_parts()
            usable.append(self._settings.is_usable)
            QCoreApplication.exit(0)

    monkeypatch.setattr(app, "Kiosk", Watched)
    assert app.show(qapp, settings, (1920, 1080), clinic.config) == 0
    [line] = told(caplog, Event.CONTENT_BROKEN)
    assert line.startswith(f"{Event.CONTENT_BROKEN} {words / 'es.qm'} cannot be read: ")
    assert usable == [False]  # what asks visitors to the desk on every screen


@pytest.mark.allows_log(Event.RECIPIENTS_BROKEN)
def test_recipients_that_turn_bad_are_told_once_within_the_next_look(
    start_kiosk: StartKiosk, clinic: Clinic, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    kiosk = start_kiosk()
    good = clinic.recipients.read_text("utf-8")
    watch = kiosk.screens.recipients

    def look(text: str) -> None:
        clinic.recipients.write_text(text, "utf-8")
        watch.look()
        kiosk.screens.wait()
        QCoreApplication.processEvents()

    for text in (good, "junk", "junk", good, good):
        look(text)
    [line] = told(caplog, Event.RECIPIENTS_BROKEN)
    assert f" {clinic.recipients}, line 1, is not a public key that begins with age1: " in line
    assert told(caplog, Event.RECIPIENTS_MENDED) == [Event.RECIPIENTS_MENDED]


@pytest.mark.allows_log(Event.RECIPIENTS_BROKEN)
def test_a_running_kiosk_looks_by_itself(
    start_kiosk: StartKiosk, clinic: Clinic, caplog: pytest.LogCaptureFixture
) -> None:
    kiosk = start_kiosk()
    [timer] = kiosk.screens.recipients.findChildren(QTimer)
    assert isinstance(kiosk.screens.recipients, RecipientsWatch)
    assert timer.isActive()
    assert timer.interval() == 10_000
    clinic.recipients.unlink()
    timer.setInterval(1)
    assert wait_until(lambda: bool(told(caplog, Event.RECIPIENTS_BROKEN)))
