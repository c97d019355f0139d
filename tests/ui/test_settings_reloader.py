"""New settings and texts: taken when nobody is there and all is well, refused with file and line when not."""

import dataclasses
import datetime
import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.core.events import Event
from kiosk.core.exit_codes import RESTART
from kiosk.store.settings.settings import load_settings
from kiosk.tour.visitor import Visitor
from kiosk.ui.app import Kiosk
from kiosk.ui.upkeep.settings_reloader import SettingsReloader, problems_of, watched_files
from tests.clinic import Clinic
from tests.conftest import StartKiosk
from tests.journeys.walk import start_visit

TODAY = datetime.date(2026, 11, 23)


@dataclasses.dataclass
class Watched:
    """A SettingsReloader whose visitor and restart are ours."""

    clinic: Clinic
    qapp: QGuiApplication
    is_idle: bool = True
    taken: int = 0

    def __post_init__(self) -> None:
        settings = load_settings(self.clinic.config)
        self.reloader = SettingsReloader(
            lambda: watched_files(settings, self.clinic.config),
            lambda: problems_of(self.clinic.config, TODAY),
            lambda: self.is_idle,
            self.take,
            self.qapp,
        )

    def take(self) -> None:
        self.taken += 1

    def looks(self, times: int = 1) -> None:
        for _ in range(times):
            self.reloader.poll()
            self.reloader.wait()
            self.qapp.processEvents()

    def edit(self, old: str, new: str) -> None:
        text = self.clinic.config.read_text("utf-8")
        assert old in text
        self.clinic.config.write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def watched(clinic: Clinic, qapp: QGuiApplication) -> Watched:
    return Watched(clinic, qapp)


def add_site_file(watched: Watched) -> None:
    (watched.clinic.folder / "conf.d").mkdir()
    (watched.clinic.folder / "conf.d" / "50-site.toml").write_text('theme = "dark"\n', "utf-8")


def edit_name(watched: Watched) -> None:
    watched.edit("Test Clinic", "New Clinic")


@pytest.mark.parametrize("change", [edit_name, add_site_file])
def test_a_good_change_is_taken_once_it_has_settled(
    watched: Watched, change: Callable[[Watched], None]
) -> None:
    watched.looks(2)
    change(watched)
    watched.looks()
    assert watched.taken == 0  # it may be half written
    watched.looks()
    assert watched.taken == 1


@pytest.mark.allows_log(Event.CHANGES_REFUSED)
def test_settings_that_may_not_be_read_any_more_are_refused_once_and_the_kiosk_goes_on(
    watched: Watched, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    folder, real_stat = watched.clinic.folder, os.stat

    def refuse(path: str | Path, *args: Any, **named: Any) -> os.stat_result:
        if Path(path).parent == folder:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return real_stat(path, *args, **named)

    monkeypatch.setattr(os, "stat", refuse)
    watched.looks(4)
    [told] = [
        record.getMessage() for record in caplog.records if Event.CHANGES_REFUSED in record.getMessage()
    ]
    assert "kiosk.toml: the file cannot be read: Permission denied" in told
    assert watched.taken == 0


def test_nothing_is_taken_in_front_of_a_visitor(watched: Watched) -> None:
    watched.is_idle = False
    edit_name(watched)
    watched.looks(3)
    assert watched.taken == 0
    watched.is_idle = True
    watched.looks(2)
    assert watched.taken == 1


def test_a_visitor_who_comes_during_the_check_is_not_thrown_out(watched: Watched) -> None:
    edit_name(watched)
    watched.looks()
    watched.reloader.poll()
    watched.is_idle = False
    watched.reloader.wait()
    watched.qapp.processEvents()
    assert watched.taken == 0
    watched.is_idle = True
    watched.looks(2)
    assert watched.taken == 1


@pytest.mark.allows_log(Event.CHANGES_REFUSED)
def test_a_bad_change_is_refused_once_with_file_and_line(
    watched: Watched, caplog: pytest.LogCaptureFixture
) -> None:
    watched.edit("call_back_within_days = 2", "call_back_within_days = 0")
    watched.looks(5)
    refused = [r.getMessage() for r in caplog.records if r.getMessage().startswith(Event.CHANGES_REFUSED)]
    told = "clinic.call_back_within_days: must be from 1 to 60, such as 2, not 0"
    assert refused == [f"{Event.CHANGES_REFUSED} {watched.clinic.config}:7: {told}"]
    watched.edit("call_back_within_days = 0", "call_back_within_days = 3")
    watched.looks(2)
    assert watched.taken == 1


@pytest.mark.allows_log(Event.CHANGES_REFUSED)
def test_a_clinics_own_text_is_watched_and_checked_too(clinic: Clinic, qapp: QGuiApplication) -> None:
    own = clinic.folder / "ours"
    (own / "en" / "cards").mkdir(parents=True)
    clinic.config.write_text(f'clinic_content = "ours"\n{clinic.config.read_text("utf-8")}', "utf-8")
    watched = Watched(clinic, qapp)
    text = own / "en" / "cards" / "4-injury.toml"
    text.write_text("broken", "utf-8")
    watched.looks(3)
    assert watched.taken == 0
    text.unlink()
    (own / "en" / "self_check_questions.toml").write_text("broken = 1", "utf-8")
    watched.looks(3)
    assert watched.taken == 0
    (own / "en" / "self_check_questions.toml").unlink()
    watched.looks(3)
    assert watched.taken == 1


@pytest.mark.allows_log(Event.CHANGES_REFUSED)
def test_files_that_went_away_are_refused_and_the_kiosk_goes_on(watched: Watched) -> None:
    watched.clinic.config.unlink()
    watched.looks(3)
    assert watched.taken == 0


def test_the_running_kiosk_starts_anew_only_when_nobody_is_there(
    qapp: QGuiApplication, clinic: Clinic, start_kiosk: StartKiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes: list[int] = []
    monkeypatch.setattr("kiosk.ui.app.QCoreApplication.exit", codes.append)
    kiosk = start_kiosk(config=clinic.config)
    visitor = start_visit(kiosk)
    clinic.config.write_text(clinic.config.read_text("utf-8").replace("Test", "New"), "utf-8")

    def look(kiosk: Kiosk) -> None:
        for _ in range(2):
            assert kiosk.late.reloader is not None
            kiosk.late.reloader.poll()
            kiosk.late.reloader.wait()
            qapp.processEvents()

    look(kiosk)
    assert codes == []
    leave(visitor)
    look(kiosk)
    assert codes == [RESTART]


def leave(visitor: Visitor) -> None:
    visitor.press("Start over")
    visitor.waits_for("Touch to start")
