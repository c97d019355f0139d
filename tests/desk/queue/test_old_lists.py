"""Lists do not lie in the clear for ever, and the lock page says which ones do."""

import dataclasses
import datetime
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from kiosk.core.callback.request import CallbackRequest
from kiosk.desk.access.desk_folder import DeskFolder, DeskSettings
from kiosk.desk.export.run import Order, export_list
from kiosk.desk.queue import old_lists
from kiosk.desk.queue.call_list import CallList
from kiosk.desk.queue.export_jobs import read_jobs, save_job
from kiosk.desk.queue.old_lists import told_of_lists, without_old_lists
from kiosk.tour.patience import wait_until
from tests.desk.receptionist import Open
from tests.desk.taking import take_in

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic

Requests = Callable[..., CallbackRequest]
MADE = datetime.datetime(2026, 11, 24, 15, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)


@pytest.fixture
def made(clinic: "Clinic", office: DeskFolder, request_of: Requests) -> Path:
    """Return a list of one request, made at the desk."""
    clinic.intake.take(request_of(1))
    take_in(office, clinic.key, clinic.spool.root)
    order = Order(office.lists, MADE.astimezone(), choice="all", format="xlsx")
    outcome = export_list(office.spool, clinic.key, order, lambda _done, _all: None)
    assert outcome.file is not None
    return outcome.file


def _open(office: DeskFolder, days: float) -> tuple[str, ...]:
    return without_old_lists(office, CallList(warnings=("before",)), MADE + days * DAY).warnings[1:]


def test_a_list_is_deleted_after_the_days_that_a_request_is_kept(office: DeskFolder, made: Path) -> None:
    for days in (0, 6.9, 7):
        assert _open(office, days) == ()
        assert made.exists(), days
    assert _open(office, 8) == ()
    assert not made.exists()
    assert _open(office, 9) == ()


def test_a_clock_that_jumped_once_deletes_no_list(office: DeskFolder, made: Path) -> None:
    _open(office, 40)
    _open(office, 1)
    _open(office, 7)
    assert made.exists()


def test_a_clinic_that_keeps_nothing_keeps_a_list_for_its_day(office: DeskFolder, made: Path) -> None:
    office.save_settings(DeskSettings(delete_after_days=0))
    _open(office, 0)
    assert made.exists()
    _open(office, 1)
    assert not made.exists()


def test_a_list_that_somebody_changed_is_named_and_stays(office: DeskFolder, made: Path) -> None:
    made.write_bytes(made.read_bytes() + b"notes")
    _open(office, 8)
    [told] = _open(office, 9)
    assert told.startswith(
        f"{made.name} in {made.parent} holds names and numbers and is old: delete it (some"
    )
    assert made.exists()


@pytest.mark.usefixtures("made")
def test_a_list_that_the_disk_keeps_is_named(office: DeskFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path) -> None:
        raise OSError(30, os.strerror(30))

    monkeypatch.setattr(old_lists, "remove_durably", refuse)
    _open(office, 8)
    assert "(this desk cannot: Read-only file system)." in _open(office, 9)[0]


def test_a_list_that_nobody_may_look_for_counts_as_there(
    office: DeskFolder, made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path) -> bool:
        raise PermissionError(13, os.strerror(13))

    monkeypatch.setattr(Path, "is_file", refuse)
    assert told_of_lists(office).startswith(f"1 list with names and numbers lies unlocked in {made.parent}")
    monkeypatch.setattr(old_lists, "read_file", refuse)
    _open(office, 8)
    assert "(this desk cannot: Permission denied)." in _open(office, 9)[0]


@pytest.mark.parametrize("name", ["letter.txt", "callbacks-20269999-000000-job0001.csv"])
def test_nothing_but_a_list_is_deleted_whatever_a_record_says(
    office: DeskFolder, made: Path, name: str
) -> None:
    other = made.with_name(name)
    other.write_bytes(made.read_bytes())
    [job] = read_jobs(office.spool)
    save_job(office.spool, dataclasses.replace(job, file=name))
    _open(office, 30)
    assert _open(office, 31) == ()
    assert other.exists()
    assert told_of_lists(office) == "No list that was made here is still where it was made."


def test_the_lock_page_says_what_lies_unlocked(at_desk: Open, office: DeskFolder, made: Path) -> None:
    desk = at_desk(office)
    shown = desk.window.unlock.lists
    assert wait_until(lambda: bool(shown.text()))
    assert shown.text() == (
        f"1 list with names and numbers lies unlocked in {made.parent}, for everybody who can use this "
        "computer. What nobody changed is deleted by this desk after 7 days."
    )
    assert told_of_lists(office) == shown.text()
    made.unlink()
    desk.press(Qt.Key.Key_Return).alt("k")
    assert wait_until(lambda: shown.text() == "No list that was made here is still where it was made.")
    (office.spool.jobs / "0001.json").write_text("{", encoding="utf-8")
    desk.window.unlock.lists.clear()
    desk.press(Qt.Key.Key_Return)
    desk.window.lock()
    assert wait_until(lambda: shown.text() == "Whether lists lie here unlocked cannot be told now.")


def test_an_opening_of_the_desk_deletes_old_lists(at_desk: Open, office: DeskFolder, made: Path) -> None:
    first = made.with_name(made.name.replace("20261124", "20261101"))
    made.rename(first)
    [job] = read_jobs(office.spool)
    save_job(office.spool, dataclasses.replace(job, file=first.name))
    office.remember_due({"1": "2026-11-20T10:00:00Z"}, "due-lists")
    at_desk(office).press(Qt.Key.Key_Return)
    assert not first.exists()
