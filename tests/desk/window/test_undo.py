"""One button takes the last record back; history shows both, and so does a colleague's desk."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.queue.call_list import CallCase, read_board, record_call
from kiosk.desk.queue.calls import CallRecord
from tests.desk.receptionist import NOW, Open, Receptionist, check_page, texts
from tests.desk.window.test_together import look

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic


def _first(clinic: "Clinic", office: DeskFolder) -> CallCase:
    return next(c for c in read_board(office, clinic.key, NOW).cases if c.entry.number == "lobby#1")


def test_the_last_record_is_taken_back_with_one_button_and_its_note_is_there_again(
    clinic: "Clinic", office: DeskFolder, calling: Receptionist
) -> None:
    work = calling.window.work
    assert not work.undo.isVisible()
    calling.alt("t").type("will call us").alt("i").press(Qt.Key.Key_Down).alt("e")
    check_page(calling)
    assert work.undo.accessibleName() == "Undo: lobby#1 reached"
    calling.alt("u")
    assert calling.told == "Done: what you recorded of lobby#1 is taken back; its state is new again."
    assert not work.undo.isVisible()
    assert calling.focus is work.table
    assert work.case is not None
    assert work.case.entry.number == "lobby#1"
    assert work.panel.note.toPlainText() == "will call us"
    assert work.panel.again.choice.currentIndex() == 1
    shown = texts(work.panel)
    assert "ana: took the record back; new again" in shown
    assert "(taken back). will call us" in shown
    records = _first(clinic, office).records
    assert [record.state for record in records] == ["reached", "new"]
    calling.alt("i").press(Qt.Key.Key_Home).alt("c")
    assert _first(clinic, office).records[-1].note == "will call us"


def test_a_finished_request_comes_back_and_only_the_last_record_can_be_taken_back(
    clinic: "Clinic", office: DeskFolder, calling: Receptionist
) -> None:
    calling.alt("c").alt("w").alt("u")
    assert "lobby#2 is taken back" in calling.told
    assert calling.window.work.count.text() == "2 to call, 1 finished"
    calling.alt("u")
    assert len(_first(clinic, office).records) == 1


def test_a_record_that_a_colleague_went_on_from_is_not_taken_back(
    clinic: "Clinic", office: DeskFolder, calling: Receptionist
) -> None:
    calling.alt("n")
    case = _first(clinic, office)
    made = CallRecord(case.entry.request.id, "closed", "", "ben", "2026-11-24T14:59:00Z")
    record_call(office, case, made)
    calling.alt("u")
    assert "Not taken back: ben has recorded lobby#1 as closed at" in calling.told
    assert [record.state for record in _first(clinic, office).records] == ["no answer", "closed"]
    assert not calling.window.work.undo.isVisible()


def test_the_other_desk_sees_that_a_record_was_taken_back(
    office: DeskFolder, at_desk: Open, calling: Receptionist
) -> None:
    calling.alt("c")
    other = at_desk(office).press(Qt.Key.Key_Return)
    other.window.work.finished.setChecked(True)
    other.press(Qt.Key.Key_Home).press(Qt.Key.Key_Up)
    assert other.window.work.case is not None
    assert other.window.work.case.entry.number == "lobby#1"
    calling.window.activateWindow()
    QTest.qWaitForWindowActive(calling.window)
    calling.alt("u")
    look(other)
    assert {case.state.value for case in other.window.work.board.cases} == {"new"}
    assert "ana took back a record of lobby#1" in other.told


def test_whoever_unlocks_next_takes_nothing_back(calling: Receptionist) -> None:
    calling.alt("c").alt("k")
    assert calling.window.recording._last is None
    calling.press(Qt.Key.Key_Return)
    assert not calling.window.work.undo.isVisible()


def test_a_request_that_is_gone_is_not_taken_back(office: DeskFolder, calling: Receptionist) -> None:
    calling.alt("c")
    office.spool.discard(*office.spool.waiting())
    office.calls.discard(*office.calls.waiting())
    look(calling)
    told = calling.told
    calling.alt("u")
    assert calling.told == told
