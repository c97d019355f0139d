"""Handing the desk over by keyboard alone: a note greets the next, the numbers have no name."""

import shutil
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog

from kiosk.core.callback.request import CallbackRequest
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.queue.hand_over import keep_note
from tests.desk.receptionist import NOW, Open, Receptionist, check_page, fill, is_enabled, open_folder, texts

if TYPE_CHECKING:
    from pathlib import Path

    from tests.desk.conftest import Clinic

Requests = Callable[..., CallbackRequest]


@pytest.fixture
def two(office: DeskFolder, clinic: "Clinic") -> DeskFolder:
    """Return the desk with ben at it, too."""
    text = office.recipients_file.read_text(encoding="utf-8")
    office.recipients_file.write_text(f"{text}# ben\n{clinic.key.recipient}\n", encoding="utf-8")
    shutil.copy(clinic.key_file, office.key_file("ben"))
    return office


def _unlock_as(desk: Receptionist, name: str) -> Receptionist:
    desk.window.unlock.name.setCurrentText(name)
    return desk.unlock("anything")


def test_a_note_greets_colleagues_once_until_it_is_put_away(at_desk: Open, two: DeskFolder) -> None:
    desk = _unlock_as(at_desk(two), "ana")
    check_page(desk)
    desk.alt("h")
    check_page(desk)
    assert "0 records today. Now: 0 to call." in texts(desk.page)
    assert not is_enabled(desk, "Done: put these notes away")
    desk.alt("k")
    assert desk.told == "Problem: Write a note first."
    desk.alt("n").type("Mr. Lee calls back at four.").alt("k")
    assert desk.told == "Done: the note is kept."
    page = desk.window.hand_over_page
    assert page.note.toPlainText() == ""
    assert page.notes.toPlainText() == "ana, 2026-11-24 15:00: Mr. Lee calls back at four."
    desk.window.lock()
    assert page.notes.toPlainText() == ""
    _unlock_as(desk, "ana")
    assert desk.told == "", "nobody is greeted with their own note"
    desk.alt("k")
    _unlock_as(desk, "ben")
    assert desk.told == "Hand-over note by ana, 2026-11-24 15:00: Mr. Lee calls back at four."
    desk.alt("k")
    _unlock_as(desk, "ben")
    assert desk.told == ""
    desk.alt("h").alt("d")
    assert "gone for everybody" in desk.told
    desk.alt("y")
    assert desk.told == "Done: the notes are put away."
    assert page.notes.toPlainText() == ""
    desk.alt("b")
    assert desk.page is desk.window.work
    assert two.notes.waiting() == ()


def test_a_long_note_is_cut_above_the_list_and_whole_on_its_page(at_desk: Open, two: DeskFolder) -> None:
    keep_note(two, "word " * 200, "ana", NOW)
    desk = _unlock_as(at_desk(two), "ben")
    assert desk.told.endswith("... (all of it: Hand over)")
    assert len(desk.told) < 400
    desk.alt("h")
    assert desk.window.hand_over_page.notes.toPlainText().count("word") == 200


def test_a_note_that_was_typed_and_not_kept_comes_back_to_who_typed_it(
    at_desk: Open, two: DeskFolder
) -> None:
    desk = _unlock_as(at_desk(two), "ana")
    desk.alt("h").alt("n").type("half a no")
    desk.window.lock()
    note = desk.window.hand_over_page.note
    assert note.toPlainText() == ""
    _unlock_as(desk, "ben").alt("h")
    assert note.toPlainText() == ""
    desk.window.lock()
    _unlock_as(desk, "ana").alt("h")
    assert note.toPlainText() == "half a no"


def test_the_manager_sees_and_prints_numbers_without_a_name(
    clinic: "Clinic",
    desk: Receptionist,
    stick: "Path",
    request_of: Requests,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk.alt("h").alt("u")
    check_page(desk)
    assert "There is no request yet to count." in texts(desk.page)
    assert not is_enabled(desk, "Print...")
    desk.alt("k").alt("b")
    fill(clinic, stick, request_of(1), request_of(2))
    open_folder(desk, stick)
    desk.alt("e").alt("h")
    assert "1 record today: 1 reached. Now: 1 to call." in texts(desk.page)
    desk.alt("u")
    table = desk.window.numbers.table
    assert table.rowCount() == 2
    first = [item.text() for column in range(12) if (item := table.item(0, column)) is not None]
    assert first[:2] == ["2026-11-23", "2"]
    assert first[4] == first[10] == "1 (50%)"
    printed: list[str] = []
    answers = [False, True]
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: answers.pop())
    monkeypatch.setattr(QTextDocument, "print_", lambda page, _printer: printed.append(page.toPlainText()))
    desk.alt("p").alt("p")
    assert len(printed) == 1
    assert "2026-11-23" in printed[0]
    assert "Visitor" not in printed[0]
    desk.alt("k")
    assert desk.page is desk.window.hand_over_page
    desk.alt("u")
    desk.window.lock()
    assert table.rowCount() == 0


def test_a_locked_desk_hands_nothing_over(desk: Receptionist) -> None:
    page, numbers = desk.window.hand_over_page, desk.window.numbers
    desk.window.lock()
    page.keepWanted.emit("a note")
    page.numbersWanted.emit()
    numbers.left.emit()
    assert desk.page is desk.window.unlock
    desk.press(Qt.Key.Key_Return)
    assert desk.window.office.notes.waiting() == ()
