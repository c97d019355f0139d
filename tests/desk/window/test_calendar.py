"""Holidays and the clinic's own week: what is promised, what is late, and when to call again."""

import dataclasses
import datetime
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk.core.callback.promise import Promise
from kiosk.core.callback.request import CallbackRequest
from kiosk.desk.__main__ import main
from kiosk.desk.access.desk_folder import DeskFolder, DeskSettings
from kiosk.desk.export.csv_list import read_csv
from kiosk.desk.export.rows import HEADER
from kiosk.desk.window.pages.again import Again
from tests.desk.receptionist import NOW, Open, Receptionist, fill, open_folder

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic

Requests = Callable[..., CallbackRequest]
THANKSGIVING = datetime.date(2026, 11, 26)
DAY_AFTER = datetime.date(2026, 11, 27)
CHRISTMAS = datetime.date(2026, 12, 25)
CLOSED = (datetime.date(2026, 11, 24), THANKSGIVING, DAY_AFTER, CHRISTMAS)


@pytest.fixture
def calling(
    clinic: "Clinic", at_desk: Open, office: DeskFolder, stick: Path, request_of: Requests
) -> Receptionist:
    """Return a desk with a call that was asked for on Monday; the clinic is closed on Tuesday."""
    office.save_settings(DeskSettings(closed_days=CLOSED))
    fill(clinic, stick, request_of(1))
    desk = at_desk(office).unlock("")
    open_folder(desk, stick)
    return desk.alt("y")


def _at(desk: Receptionist, monkeypatch: pytest.MonkeyPatch, day: int, month: int = 11) -> Receptionist:
    now = NOW.replace(month=month, day=day)
    monkeypatch.setattr(
        desk.window, "environment", dataclasses.replace(desk.window.environment, now=lambda: now)
    )
    desk.window.together.look()
    return desk.wait()


def _call_by(desk: Receptionist) -> str:
    model = desk.window.work.model
    return str(model.data(model.index(0, 1)))


def test_a_call_is_late_only_when_the_clinic_was_open(
    calling: Receptionist, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _call_by(calling) == "Mon 30 Nov"
    assert _call_by(_at(calling, monkeypatch, 30)) == "Mon 30 Nov"
    assert _call_by(_at(calling, monkeypatch, 1, month=12)) == "LATE: Mon 30 Nov"


def test_the_next_working_day_is_one_on_which_the_clinic_is_open(
    calling: Receptionist, monkeypatch: pytest.MonkeyPatch
) -> None:
    _at(calling, monkeypatch, 25).alt("i")
    calling.window.work.panel.again.choice.setCurrentIndex(3)
    calling.alt("n")
    assert "lobby#1 is recorded as no answer; call again at 2026-11-30 09:00" in calling.told
    eve = datetime.datetime(2026, 12, 24, 15, tzinfo=datetime.UTC)
    expected = datetime.datetime(2026, 12, 28, 14).astimezone()  # the wall of the clinic
    assert Again(4).time(eve, Promise(closed=frozenset(CLOSED))) == expected


def test_a_list_says_the_day_that_was_promised(calling: Receptionist, clinic: "Clinic") -> None:
    office = calling.window.office
    arguments = ["export", "--spool", str(office.spool.root), "--key", str(clinic.key_file)]
    assert main([*arguments, "--out", str(office.lists)]) == 0
    [file] = office.lists.iterdir()
    [row] = read_csv(file.read_bytes())
    assert row[HEADER.index("call_by")] == "by Mon 2026-11-30"


def test_a_clinic_that_works_on_saturday_promises_saturdays(
    clinic: "Clinic", at_desk: Open, office: DeskFolder, stick: Path, request_of: Requests
) -> None:
    office.save_settings(DeskSettings(open_weekdays=("monday", "saturday")))
    fill(clinic, stick, request_of(1))
    desk = at_desk(office).unlock("")
    open_folder(desk, stick)
    assert _call_by(desk) == "Mon 30 Nov"
    assert "call by Mon 2026-11-30" in desk.window.work.panel._what.text()
