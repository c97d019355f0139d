"""Two desks on one folder: what one does is seen at the other, and nobody writes over it unasked."""

import dataclasses
import datetime
import shutil
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.core.callback.request import CallbackRequest
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.queue.call_list import read_board, record_call
from kiosk.desk.queue.calls import CallRecord, CallState
from kiosk.tour.patience import wait_until
from tests.desk.receptionist import NOW, Open, Receptionist, check_page, texts
from tests.desk.taking import take_in

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic

Requests = Callable[..., CallbackRequest]
Ben = Callable[[int, CallState], None]


@pytest.fixture
def ben(clinic: "Clinic", office: DeskFolder) -> Ben:
    """Return how a colleague at another desk records what became of a call."""

    def record(number: int, state: CallState) -> None:
        cases = read_board(office, clinic.key, NOW).cases
        case = next(case for case in cases if case.entry.number == f"lobby#{number}")
        made = CallRecord(case.entry.request.id, state.value, "", "ben", "2026-11-24T14:59:00Z")
        record_call(office, case, made)

    return record


def look(desk: Receptionist) -> Receptionist:
    """Let a desk look at what others did, and wait until it has seen it."""
    together = desk.window.together
    together.look()
    assert wait_until(lambda: not together._is_reading)
    return desk.wait()


def _states(desk: Receptionist) -> dict[str, str]:
    return {case.entry.number: case.state.value for case in desk.window.work.board.cases}


def test_what_another_desk_records_appears_by_itself_and_what_is_typed_stays(
    calling: Receptionist, ben: Ben
) -> None:
    calling.alt("m").alt("t").type("half a note")
    calling.press(Qt.Key.Key_Left)
    ben(2, CallState.CLOSED)
    ben(1, CallState.NO_ANSWER)
    look(calling)
    assert _states(calling) == {"lobby#1": "no answer", "lobby#2": "closed", "lobby#3": "new"}
    note = calling.window.work.panel.note
    assert (note.toPlainText(), note.textCursor().position()) == ("half a note", 10)
    assert calling.focus is note
    assert "is copied, until the desk locks.\nben has recorded lobby#1 as no answer at" in calling.told
    assert "ben: no answer" in texts(calling.window.work.panel)


def test_the_case_that_is_open_stays_though_another_desk_finished_it(calling: Receptionist, ben: Ben) -> None:
    calling.press(Qt.Key.Key_Down)
    ben(2, CallState.CLOSED)
    look(calling)
    case = calling.window.work.case
    assert case is not None
    assert (case.entry.number, case.state) == ("lobby#2", CallState.CLOSED)
    assert "1 finished" in calling.window.work.count.text()


def test_a_record_on_top_of_another_asks_first(
    clinic: "Clinic", office: DeskFolder, calling: Receptionist, ben: Ben
) -> None:
    ben(1, CallState.CLOSED)
    calling.alt("t").type("nobody").alt("n")
    assert "Not recorded yet: ben has recorded lobby#1 as closed at" in calling.told
    assert "Do you record it as no answer all the same?" in calling.told
    check_page(calling)
    assert calling.window.work.panel.note.toPlainText() == "nobody"
    assert _looked_up(clinic, office) is CallState.CLOSED
    look(calling)
    calling.alt("y")
    assert "Done: lobby#1 is recorded as no answer." in calling.told
    [case, *_] = read_board(office, clinic.key, NOW).cases
    assert (case.state, case.disagreement, case.records[-1].note) == (CallState.NO_ANSWER, "", "nobody")


def _looked_up(clinic: "Clinic", office: DeskFolder) -> CallState:
    return read_board(office, clinic.key, NOW).cases[0].state


def test_a_note_stays_when_finished_ones_are_shown(calling: Receptionist) -> None:
    calling.alt("t").type("half a note").alt("f")
    assert calling.window.work.panel.note.toPlainText() == "half a note"


def test_requests_that_another_desk_took_in_appear_too(
    clinic: "Clinic", office: DeskFolder, calling: Receptionist, request_of: Requests
) -> None:
    clinic.intake.take(request_of(4))
    take_in(office, clinic.key, clinic.spool.root)
    look(calling)
    assert "lobby#4" in _states(calling)


def test_ones_own_record_changes_nothing_and_is_not_told_twice(calling: Receptionist) -> None:
    calling.alt("c")
    board = calling.window.work.board
    look(calling)
    assert calling.window.work.board is board
    assert "Done: lobby#1 is recorded as closed." in calling.told


def test_what_cannot_be_read_now_is_read_the_next_time(
    office: DeskFolder, calling: Receptionist, ben: Ben
) -> None:
    ben(1, CallState.CLOSED)
    away = office.root / "elsewhere"
    shutil.move(office.calls.new, away)
    look(calling)
    assert _states(calling)["lobby#1"] == "new"
    shutil.move(away, office.calls.new)
    look(calling)
    assert _states(calling)["lobby#1"] == "closed"


def test_what_becomes_late_at_midnight_is_shown_late(
    calling: Receptionist, monkeypatch: pytest.MonkeyPatch
) -> None:
    calling.alt("t").type("half a note")
    window = calling.window
    assert window.work.waiting == "3 to call"
    week = dataclasses.replace(window.environment, now=lambda: NOW + datetime.timedelta(days=7))
    monkeypatch.setattr(window, "environment", week)
    look(calling)
    assert window.work.waiting == "3 to call (3 late)"
    assert window.work.panel.note.toPlainText() == "half a note"


def test_a_locked_desk_does_not_look(calling: Receptionist, ben: Ben) -> None:
    assert calling.window.together.timer.isActive()
    calling.alt("k")
    ben(1, CallState.CLOSED)
    look(calling)
    assert not calling.window.together.timer.isActive()
    assert calling.window.work.model.rowCount() == 0


def test_two_desks_side_by_side(
    clinic: "Clinic", office: DeskFolder, at_desk: Open, calling: Receptionist
) -> None:
    # However long the other takes, its colleague has not said who is calling.
    calling.window.claiming.stop()
    calling.wait()
    other = at_desk(office).press(Qt.Key.Key_Return).alt("c")
    assert "lobby#1 is recorded as closed" in other.told
    calling.window.activateWindow()
    QTest.qWaitForWindowActive(calling.window)
    calling.alt("n")
    assert "Not recorded yet: ana has recorded lobby#1 as closed" in calling.told
    assert _looked_up(clinic, office) is CallState.CLOSED


def test_a_window_that_was_closed_begins_nothing_any_more(desk: Receptionist) -> None:
    begun: list[str] = []
    window = desk.window
    window.close()
    window.run("Reading ...", lambda _tell: begun.append("job"), lambda _done: None)
    window.run_quietly(lambda: begun.append("quiet job"), lambda _result: None)
    desk.wait()
    assert begun == []
    assert not window.together.timer.isActive()
    assert not window.watch.timer.isActive()
