"""The desk by keyboard alone: nothing needs a mouse, nothing is lost, nothing is left to read."""

import dataclasses
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from kiosk.core.callback.request import CallbackRequest
from kiosk.core.errors import StickError
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.export.csv_list import read_csv
from kiosk.desk.plain_text import printable
from kiosk.desk.queue import take_in
from kiosk.desk.queue.call_list import read_board
from kiosk.desk.queue.calls import CallState
from kiosk.desk.queue.export_jobs import Job, save_job
from kiosk.desk.window import app as program
from kiosk.desk.window.desk_window import DeskWindow
from kiosk.desk.window.frame import DeskWindowEnvironment
from kiosk.store.envelope import Envelope, EnvelopeState
from kiosk.store.recipients import DEMONSTRATION_LINE
from kiosk.store.stick import FOLDER, RECEIPT, take_receipts
from tests.desk.export.test_libreoffice import SOFFICE, read_sheet
from tests.desk.export.test_lists import Page
from tests.desk.lists import HOSTILE
from tests.desk.receptionist import NOW, WORDS, Open, Receptionist, check_page, fill, open_folder, texts

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic

Requests = Callable[..., CallbackRequest]


@pytest.mark.slow
@pytest.mark.skipif(not SOFFICE, reason="LibreOffice (soffice) is not installed")
def test_a_receptionist_opens_a_stick_prints_a_list_makes_a_spreadsheet_and_records_five_calls(
    clinic: "Clinic", office: DeskFolder, desk: Receptionist, stick: Path, request_of: Requests
) -> None:
    _be_a_receptionist(clinic, office, desk, stick, request_of)
    spreadsheet = next((clinic.folder / "lists").glob("*.xlsx"))
    header, *rows = read_sheet(spreadsheet.read_bytes(), clinic.folder, "xlsx")
    assert header[3].text == "name"
    assert len(rows) == 100
    assert all(cell.formula is None for row in rows for cell in row)
    shown = {row[0].text: (row[2].text, row[3].text) for row in rows}
    for number, name in enumerate(HOSTILE, start=1):
        assert shown[f"lobby#{number}"] == (f"+1 415-555-{2600 + number}", printable(name))


def test_a_receptionist_does_it_all_without_a_mouse(
    clinic: "Clinic", office: DeskFolder, desk: Receptionist, stick: Path, request_of: Requests
) -> None:
    _be_a_receptionist(clinic, office, desk, stick, request_of)


def test_what_was_misread_once_is_called_all_the_same(
    clinic: "Clinic", office: DeskFolder, at_desk: Callable[[DeskFolder], Receptionist], request_of: Requests
) -> None:
    clinic.intake.take(request_of(1))
    take_in.take_in(office, clinic.key, clinic.spool.root, NOW.date())
    [envelope] = office.spool.waiting()
    office.spool.quarantine(dataclasses.replace(envelope, state=EnvelopeState.DAMAGED))
    left = office.calls.tmp / "half.part"
    left.write_bytes(b"half")
    os.utime(left, (0, 0))
    assert "lobby#1" in texts(at_desk(office).press(Qt.Key.Key_Return).window)
    assert not left.exists()


def _be_a_receptionist(
    clinic: "Clinic", office: DeskFolder, desk: Receptionist, stick: Path, request_of: Requests
) -> None:
    hostile = [request_of(number, name=name) for number, name in enumerate(HOSTILE, start=1)]
    fill(clinic, stick, *hostile, *(request_of(number) for number in range(41, 101)))
    open_folder(desk, stick)
    assert "Done: 100 new requests are at this desk" in desk.told
    assert "not met a kiosk with the name lobby" in desk.told
    desk.alt("y")
    assert office.settings().kiosks == ("lobby",)
    check_page(desk)

    desk.alt("l").alt("f").type(str(clinic.folder / "lists")).alt("m")
    assert "Done: 100 requests are in" in desk.told
    check_page(desk)
    printed = Page(next((clinic.folder / "lists").glob("*.html")).read_bytes())
    assert all(printable(name) in printed.text for name in HOSTILE)
    assert printed.text.count("lobby#") == 100
    desk.alt("m")
    assert "no list was made" in desk.told
    desk.alt("a").alt("k").press(Qt.Key.Key_Down).alt("m")
    assert "100 requests are in" in desk.told
    desk.alt("k").press(Qt.Key.Key_Down).alt("m").alt("b")
    again = next((clinic.folder / "lists").glob("*-again.csv"))
    rows = {row[0]: row for row in read_csv(again.read_bytes())}
    assert all(rows[f"lobby#{n}"][3] == printable(name) for n, name in enumerate(HOSTILE, start=1))
    assert all("stood in list 1 before" in row[-1] for row in rows.values())

    for letter in "nvecw":
        desk.alt("t").type(f"note {letter}").alt(letter)
        assert "is recorded as" in desk.told
    board = read_board(office, clinic.key, NOW)
    recorded = [case for case in board.cases if case.records]
    assert sorted(case.state.value for case in recorded) == [
        "closed",
        "no answer",
        "reached",
        "voicemail left",
        "wrong number",
    ]
    assert sorted(case.records[0].note for case in recorded) == [f"note {letter}" for letter in "cenvw"]
    assert {case.records[0].by for case in recorded} == {"ana"}
    assert len(list((stick / FOLDER).glob(f"*{RECEIPT}"))) == 100
    assert take_receipts(clinic.spool, stick) == 100
    assert len(clinic.spool.delivered()) == 100


def test_a_note_stays_with_its_request(
    clinic: "Clinic", desk: Receptionist, stick: Path, request_of: Requests
) -> None:
    fill(clinic, stick, request_of(1), request_of(2))
    open_folder(desk, stick)
    note = desk.window.work.panel.note
    desk.alt("t").type("first").alt("s").press(Qt.Key.Key_Down)
    assert note.toPlainText() == ""
    desk.press(Qt.Key.Key_Up)
    assert note.toPlainText() == "first"


def test_a_note_of_2000_characters_is_kept_whole_and_one_more_is_cut(
    clinic: "Clinic", office: DeskFolder, desk: Receptionist, stick: Path, request_of: Requests
) -> None:
    fill(clinic, stick, request_of(1))
    open_folder(desk, stick)
    desk.window.work.panel.note.setPlainText("a" * 1999 + "bc")
    desk.alt("n")
    assert read_board(office, clinic.key, NOW).cases[0].records[0].note == "a" * 1999 + "b"


@pytest.mark.parametrize("told", ["premium rate: the call costs extra", "looks odd: check it"])
def test_what_is_special_of_a_number_is_said_beside_it(
    clinic: "Clinic", desk: Receptionist, stick: Path, request_of: Requests, told: str
) -> None:
    phone = {"premium rate: the call costs extra": "+19005551234", "looks odd: check it": "+11112223333"}[
        told
    ]
    fill(clinic, stick, request_of(1, phone=phone))
    open_folder(desk, stick)
    assert f"Warning: {told}" in texts(desk.window.work.panel).splitlines()


def test_finished_requests_can_be_shown_and_are_counted(
    clinic: "Clinic", desk: Receptionist, stick: Path, request_of: Requests
) -> None:
    fill(clinic, stick, request_of(1), request_of(2))
    open_folder(desk, stick)
    desk.alt("c")
    work = desk.window.work
    assert work.model.rowCount() == 1
    assert work.count.text() == "1 to call, 1 finished"
    desk.alt("f")
    assert [case.state for case in work.model.cases] == [CallState.CLOSED, CallState.NEW]
    desk.alt("s").press(Qt.Key.Key_Up)
    assert "ana: closed" in texts(work)


def test_a_row_is_read_out_as_a_whole_and_late_ones_are_called_late(
    clinic: "Clinic", desk: Receptionist, stick: Path, request_of: Requests
) -> None:
    fill(clinic, stick, request_of(1, created="2026-11-19T15:00:00Z"), request_of(2, name="<b>B</b>"))
    open_folder(desk, stick)
    model = desk.window.work.model
    spoken = str(model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole))
    assert spoken == "new, LATE: Mon 23 Nov, morning, +1 415-555-2601, Visitor 1, English, lobby#1"
    assert model.data(model.index(1, 4)) == "<b>B</b>"
    assert model.headerData(1, Qt.Orientation.Vertical) is None


def test_a_wrong_passphrase_and_a_wrong_folder_are_one_sentence_each(
    at_desk: Open, office: DeskFolder, clinic: "Clinic"
) -> None:
    key = office.key_file("ana")
    good = key.read_bytes()
    key.write_bytes(b"not a key")
    desk = at_desk(office).unlock("anything")
    assert desk.told == "Problem: The key file holds no age key this program can use."
    assert desk.page is desk.window.unlock
    key.write_bytes(good)
    desk.unlock("anything")
    open_folder(desk, clinic.folder / "nowhere")
    assert desk.told.startswith("Problem: There are no requests in")
    assert desk.focus is desk.window.opening.folder.line
    check_page(desk)


def test_a_stick_that_takes_no_receipts_shows_all_its_requests_and_says_so(
    clinic: "Clinic",
    desk: Receptionist,
    stick: Path,
    request_of: Requests,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fill(clinic, stick, *(request_of(number) for number in range(1, 31)))

    def refuse(envelope: Envelope, _receipt: str | None) -> None:
        raise StickError(f"No receipt could be written to {envelope.path.parent} (No space left on device).")

    monkeypatch.setattr(take_in, "give_receipt", refuse)
    for new, known in ((30, 0), (0, 30)):
        open_folder(desk, stick)
        assert f"Done: {new} new requests are at this desk, {known} were here already." in desk.told
        assert "No receipt could be written" in desk.told
        assert "That is so for 30 requests that are at this desk. Nothing is lost" in desk.told
        assert desk.page is desk.window.work
        assert desk.window.work.model.rowCount() == 30


@pytest.mark.usefixtures("quick_keys")
@pytest.mark.parametrize("name", ["Maria López", "Dr. O'Brien", "王小明"])
def test_a_colleague_of_any_name_comes_unlocks_and_goes(
    at_desk: Open, desk: Receptionist, office: DeskFolder, name: str
) -> None:
    desk.alt("p").alt("a").alt("t").type(WORDS).alt("k")
    assert "Type a name first" in desk.told
    assert desk.focus is desk.window.people.name
    desk.type(f" {name} ").alt("k")
    assert f"Done: {name} can open this desk" in desk.told
    check_page(desk)
    desk.alt("c")
    assert desk.told == "Problem: No stick is plugged in that can be written: plug one in, then try again."
    assert office.people() == tuple(sorted(("ana", name), key=str.casefold))

    colleague = at_desk(office)
    colleague.window.unlock.name.setCurrentText(name)
    colleague.unlock("anything")
    assert colleague.window.unlocked is not None
    assert colleague.window.unlocked.name == name
    colleague.alt("p")
    colleague.window.people.people.setCurrentRow(office.people().index("ana"))
    colleague.alt("r").alt("y")
    assert "ana can no longer open anything" in colleague.told
    assert office.people() == (name,)
    assert f"# {name}\n" in office.recipients_file.read_text(encoding="utf-8")


@pytest.mark.usefixtures("quick_keys")
def test_a_colleague_comes_and_goes(desk: Receptionist, office: DeskFolder) -> None:
    desk.alt("p")
    check_page(desk)
    desk.alt("a").type("ben")
    check_page(desk)
    desk.alt("t").type(WORDS).alt("k")
    assert "Done: ben can open this desk" in desk.told
    assert office.people() == ("ana", "ben")
    desk.alt("r")
    check_page(desk)
    desk.alt("y")
    assert "You cannot remove yourself" in desk.told
    desk.alt("p").press(Qt.Key.Key_Down).alt("r").alt("n").alt("r").alt("y")
    assert "ben can still open: requests that wait" in desk.told
    assert office.people() == ("ana",)
    desk.alt("b")
    assert desk.page is desk.window.work


def test_a_list_whose_folder_is_lost_can_be_made_again(
    clinic: "Clinic", office: DeskFolder, desk: Receptionist, stick: Path, request_of: Requests
) -> None:
    fill(clinic, stick, request_of(1))
    open_folder(desk, stick)
    [envelope] = office.spool.waiting()
    gone = Job(1, "intent", "/pulled/stick", "a.html", "", (envelope.path.name,), {"lobby": (1,)})
    save_job(office.spool, gone)
    desk.alt("l").alt("m")
    assert "was interrupted and its folder is not there" in desk.told
    desk.alt("l")
    assert "Done: 1 request is in" in desk.told


def test_a_list_of_one_day(
    clinic: "Clinic", desk: Receptionist, stick: Path, request_of: Requests, office: DeskFolder
) -> None:
    fill(clinic, stick, request_of(1), request_of(2, created="2026-11-24T14:00:00Z"))
    open_folder(desk, stick)
    desk.alt("l").alt("d").alt("m")
    assert "Done: 1 request is in" in desk.told
    assert len(office.spool.waiting()) == 1


def test_a_failure_while_recording_keeps_the_note(
    clinic: "Clinic", office: DeskFolder, desk: Receptionist, stick: Path, request_of: Requests
) -> None:
    fill(clinic, stick, request_of(1))
    open_folder(desk, stick)
    shutil.move(office.calls.new, office.root / "elsewhere")
    desk.alt("t").type("important").alt("n")
    assert desk.told.startswith("Problem: The spool")
    assert desk.window.work.panel.note.toPlainText() == "important"
    shutil.move(office.root / "elsewhere", office.calls.new)
    desk.alt("n")
    assert "is recorded as no answer" in desk.told


def test_the_demonstration_says_so_in_its_title(at_desk: Open, office: DeskFolder) -> None:
    text = office.recipients_file.read_text(encoding="utf-8")
    office.recipients_file.write_text(f"{DEMONSTRATION_LINE}\n{text}", encoding="utf-8")
    assert "Demonstration: nobody will call" in at_desk(office).window.windowTitle()


def test_the_program_opens_the_window(
    qapp: QApplication, office: DeskFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[bool] = []

    def run() -> int:
        windows = [window for window in qapp.topLevelWidgets() if isinstance(window, DeskWindow)]
        shown.append(any(window.office.root == office.root for window in windows))
        return 0

    def application(*_arguments: Any) -> QApplication:
        return qapp

    font = qapp.font()
    monkeypatch.setattr(program, "QApplication", application)
    monkeypatch.setattr(program, "log_qt_messages", lambda: None)
    monkeypatch.setattr(program, "immortalize_singletons", lambda: None)
    monkeypatch.setattr(qapp, "exec", run)
    monkeypatch.chdir(office.root.parent)
    assert (
        program.open_window(
            Path(office.root.name),
            DeskWindowEnvironment(lambda: NOW, lambda: WORDS, lambda: 0.0, tuple, "d" * 32),
        )
        == 0
    )
    assert shown == [True]
    qapp.setFont(font)


def test_a_passphrase_is_hidden_until_whoever_types_it_asks_to_see_it(
    at_desk: Open, office: DeskFolder
) -> None:
    desk = at_desk(office)
    page = desk.window.unlock
    assert desk.page is page
    assert page.passphrase.echoMode() is QLineEdit.EchoMode.Password
    desk.alt("s")
    assert page.passphrase.echoMode() is QLineEdit.EchoMode.Normal
    page.show_people(("ana",), "ana")
    assert page.passphrase.echoMode() is QLineEdit.EchoMode.Password


def test_the_request_that_was_chosen_stays_chosen_when_finished_ones_are_shown(
    clinic: "Clinic", desk: Receptionist, stick: Path, request_of: Requests
) -> None:
    fill(clinic, stick, request_of(1), request_of(2), request_of(3))
    open_folder(desk, stick)
    desk.press(Qt.Key.Key_Down)
    work = desk.window.work
    chosen = work.case
    assert chosen is not None
    assert work.table.currentIndex().row() == 1
    work.finished.setChecked(True)
    assert work.table.currentIndex().row() == 1
    assert work.case == chosen


def test_the_day_by_which_to_call_is_read_beside_the_request(
    clinic: "Clinic", desk: Receptionist, stick: Path, request_of: Requests
) -> None:
    fill(clinic, stick, request_of(1))
    open_folder(desk, stick)
    assert re.search(r"Received [^;]+; call by [A-Z][a-z]{2} \d{4}-\d\d-\d\d", texts(desk.page))


def test_the_keyboard_comes_back_to_where_the_work_begins(desk: Receptionist) -> None:
    desk.focus.clearFocus()
    assert QApplication.focusWidget() is None
    desk.window.failed()
    assert desk.window.isAncestorOf(desk.focus)


def test_only_a_list_that_was_made_can_be_opened(
    clinic: "Clinic", desk: Receptionist, stick: Path, request_of: Requests
) -> None:
    fill(clinic, stick, request_of(1))
    open_folder(desk, stick)
    desk.alt("l").alt("f").type(str(clinic.lists)).alt("m")
    opening = desk.window.lists._open
    assert opening.isVisible()
    assert desk.focus is opening
    desk.alt("m")
    assert "no list was made" in desk.told
    assert not opening.isVisible()
