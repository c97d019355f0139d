"""The desk by keyboard alone: nothing needs a mouse, nothing is lost, nothing is left to read."""

import dataclasses
import datetime
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from kiosk.core.callbacks import CallbackRequest
from kiosk.desk.board import read_board
from kiosk.desk.calls import CallState
from kiosk.desk.export.csv_list import read_csv
from kiosk.desk.export.jobs import Job, save_job
from kiosk.desk.office import DeskSettings, Office
from kiosk.desk.plain_text import printable
from kiosk.desk.window import app as program
from kiosk.desk.window.desk_window import DeskWindow
from kiosk.desk.window.frame import Needs
from kiosk.store.recipients import DEMONSTRATION_LINE
from kiosk.store.stick import FOLDER, RECEIPT, copy_to, take_receipts
from tests.desk.lists import HOSTILE
from tests.desk.receptionist import Receptionist
from tests.desk.test_libreoffice import SOFFICE, read_sheet
from tests.desk.test_lists import Page

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic

Requests = Callable[..., CallbackRequest]
NOW = datetime.datetime(2026, 11, 24, 15, tzinfo=datetime.UTC)
WORDS = "congress raft planner storewide distance camping"
OTHERS = "tidal unbend cupid overlay stapling mocha"
Open = Callable[[Office], Receptionist]


@pytest.fixture
def at_desk(qapp: QApplication) -> Iterator[Open]:
    windows: list[DeskWindow] = []
    words = iter([WORDS, OTHERS] * 9)

    def sit_down(office: Office) -> Receptionist:
        windows.append(DeskWindow(office, Needs(lambda: NOW, lambda: next(words))))
        return Receptionist(windows[-1])

    yield sit_down
    for window in windows:
        window.close()
        window.deleteLater()
    qapp.processEvents()


@pytest.fixture
def desk(at_desk: Open, office: Office) -> Receptionist:
    """Return an unlocked desk; ana's key has no passphrase."""
    return at_desk(office).press(Qt.Key.Key_Return)


def _fill(clinic: "Clinic", stick: Path, *requests: CallbackRequest) -> None:
    for request in requests:
        clinic.intake.take(request)
    take_receipts(clinic.spool, stick)
    copy_to(clinic.spool, stick)


def _open(desk: Receptionist, folder: Path) -> None:
    desk.alt("r").alt("f").type(str(folder)).press(Qt.Key.Key_Return)


def _texts(window: QWidget) -> str:
    lines = [widget.text() for widget in window.findChildren(QLabel)]
    return "\n".join([*lines, *(widget.text() for widget in window.findChildren(QLineEdit))])


def _check_page(desk: Receptionist) -> None:
    """Everything that takes the focus has a name; every mnemonic on the page is there once."""
    window = desk.window
    seen = [widget for widget in window.findChildren(QWidget) if widget.isVisible()]
    reached = [w for w in seen if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isEnabled()]
    nameless = [w for w in reached if not _name(w) and not w.objectName().startswith("qt_")]
    assert nameless == [], desk.page
    texts = [
        w.text() for w in seen if isinstance(w, QAbstractButton) or (isinstance(w, QLabel) and w.buddy())
    ]
    letters = [found[1].lower() for text in texts if (found := re.search(r"&(\w)", text))]
    assert len(letters) == len(set(letters)), letters


def _name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


@pytest.mark.usefixtures("quick_keys")
def test_the_first_run_proves_the_recovery_key_and_gives_words_to_compare(
    at_desk: Open, tmp_path: Path
) -> None:
    office, stick = Office(tmp_path / "office"), tmp_path / "stick"
    stick.mkdir()
    desk = at_desk(office)
    _check_page(desk)
    desk.alt("t").type(WORDS).press(Qt.Key.Key_Return)
    assert "Type your name first" in desk.told
    desk.type("ana").alt("t").type("wrong").press(Qt.Key.Key_Return)
    assert "These are not the six words" in desk.told
    assert WORDS not in _texts(desk.page)
    desk.alt("s")
    assert WORDS in _texts(desk.page)
    desk.alt("o").alt("t").type(OTHERS).press(Qt.Key.Key_Return)
    _check_page(desk)
    desk.alt("f").type(str(tmp_path / "nowhere")).alt("s")
    assert "is not there: choose the folder of another stick" in desk.told
    desk.type(str(stick)).alt("s")
    assert "Lock that stick away" in desk.told
    desk.alt("g")
    _check_page(desk)
    desk.alt("b").alt("g").type("AGE-SECRET-KEY-1WRONG").press(Qt.Key.Key_Return)
    assert "does not open the test envelope" in desk.told
    assert not office.recipients_file.exists()
    assert not list(office.root.glob("*.key")) if office.root.exists() else True
    desk.type((stick / "recovery.key").read_text(encoding="utf-8").splitlines()[-1].lower())
    desk.press(Qt.Key.Key_Return)
    _check_page(desk)
    assert "they must be the same" in _texts(desk.page)
    assert office.recipients_file.read_text(encoding="utf-8").startswith("# recovery\nage1")
    assert not (office.root / "recovery.key").exists()
    desk.alt("f").unlock("anything, the key of this test is not protected")
    assert desk.page is desk.window.work
    assert OTHERS not in _texts(desk.window)


@pytest.mark.slow
@pytest.mark.skipif(not SOFFICE, reason="LibreOffice (soffice) is not installed")
def test_a_receptionist_opens_a_stick_prints_a_list_makes_a_spreadsheet_and_records_five_calls(
    clinic: "Clinic", office: Office, desk: Receptionist, stick: Path, request_of: Requests
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
    clinic: "Clinic", office: Office, desk: Receptionist, stick: Path, request_of: Requests
) -> None:
    _be_a_receptionist(clinic, office, desk, stick, request_of)


def _be_a_receptionist(
    clinic: "Clinic", office: Office, desk: Receptionist, stick: Path, request_of: Requests
) -> None:
    hostile = [request_of(number, name=name) for number, name in enumerate(HOSTILE, start=1)]
    _fill(clinic, stick, *hostile, *(request_of(number) for number in range(41, 101)))
    _open(desk, stick)
    assert "Done: 100 new requests are at this desk" in desk.told
    assert "not met a kiosk with the name lobby" in desk.told
    desk.alt("y")
    assert office.settings().kiosks == ("lobby",)
    _check_page(desk)

    desk.alt("l").alt("f").type(str(clinic.folder / "lists")).alt("m")
    assert "Done: 100 requests are in" in desk.told
    _check_page(desk)
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


def test_after_a_minute_without_anybody_nothing_is_left_to_read(
    clinic: "Clinic", desk: Receptionist, stick: Path, request_of: Requests
) -> None:
    assert desk.window.watch.timer.interval() == 60_000
    _fill(clinic, stick, request_of(1, name="Ana Secret"), request_of(2))
    _open(desk, stick)
    desk.alt("t").type("half a note")
    assert "Ana Secret" in _texts(desk.window)
    desk.window.watch.timer.timeout.emit()
    assert desk.page is desk.window.unlock
    assert desk.window.session is None
    assert "Secret" not in _texts(desk.window)
    assert desk.window.work.panel.note.toPlainText() == ""
    assert desk.window.work.model.rowCount() == 0
    assert not desk.window.watch.timer.isActive()
    desk.press(Qt.Key.Key_Return)
    assert "Ana Secret" in _texts(desk.window)
    assert desk.window.work.panel.note.toPlainText() == "half a note"


def test_every_key_press_starts_the_minute_anew_and_a_running_job_ends_first(desk: Receptionist) -> None:
    started: list[None] = []
    timer = desk.window.watch.timer
    timer.stop()
    timer.setInterval(1000)
    timer.start()
    remaining = timer.remainingTime()
    desk.press(Qt.Key.Key_Down)
    assert timer.remainingTime() >= remaining - 1000
    desk.window.run("Working ...", lambda _tell: timer.timeout.emit(), lambda _done: started.append(None))
    desk.wait()
    assert desk.page is desk.window.unlock


def test_a_note_stays_with_its_request(
    clinic: "Clinic", desk: Receptionist, stick: Path, request_of: Requests
) -> None:
    _fill(clinic, stick, request_of(1), request_of(2))
    _open(desk, stick)
    note = desk.window.work.panel.note
    desk.alt("t").type("first").alt("s").press(Qt.Key.Key_Down)
    assert note.toPlainText() == ""
    desk.press(Qt.Key.Key_Up)
    assert note.toPlainText() == "first"


def test_finished_requests_can_be_shown_and_are_counted(
    clinic: "Clinic", desk: Receptionist, stick: Path, request_of: Requests
) -> None:
    _fill(clinic, stick, request_of(1), request_of(2))
    _open(desk, stick)
    desk.alt("c")
    work = desk.window.work
    assert work.model.rowCount() == 1
    assert work.count.text() == "1 to call, 1 finished"
    desk.alt("f")
    assert [case.state for case in work.model.cases] == [CallState.CLOSED, CallState.NEW]
    desk.alt("s").press(Qt.Key.Key_Up)
    assert "ana: closed" in _texts(work)


def test_a_row_is_read_out_as_a_whole_and_late_ones_are_called_late(
    clinic: "Clinic", desk: Receptionist, stick: Path, request_of: Requests
) -> None:
    _fill(clinic, stick, request_of(1, created="2026-11-19T15:00:00Z"), request_of(2, name="<b>B</b>"))
    _open(desk, stick)
    model = desk.window.work.model
    spoken = str(model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole))
    assert spoken == "new, LATE: Mon 23 Nov, morning, +1 415-555-2601, Visitor 1, en, lobby#1"
    assert model.data(model.index(1, 4)) == "<b>B</b>"
    assert model.headerData(1, Qt.Orientation.Vertical) is None


def test_a_wrong_passphrase_and_a_wrong_folder_are_one_sentence_each(
    at_desk: Open, office: Office, clinic: "Clinic"
) -> None:
    key = office.key_file("ana")
    good = key.read_bytes()
    key.write_bytes(b"not a key")
    desk = at_desk(office).unlock("anything")
    assert desk.told == "Problem: The key file holds no age key this program can use."
    assert desk.page is desk.window.unlock
    key.write_bytes(good)
    desk.unlock("anything")
    _open(desk, clinic.folder / "nowhere")
    assert desk.told.startswith("Problem: There are no requests in")
    assert desk.focus is desk.window.opening.folder.line
    _check_page(desk)


@pytest.mark.usefixtures("quick_keys")
def test_a_colleague_comes_and_goes(desk: Receptionist, office: Office) -> None:
    desk.alt("p")
    _check_page(desk)
    desk.alt("a").type("ben")
    _check_page(desk)
    desk.alt("t").type(WORDS).alt("k")
    assert "Done: ben can open this desk" in desk.told
    assert office.people() == ("ana", "ben")
    desk.alt("r")
    _check_page(desk)
    desk.alt("y")
    assert "You cannot remove yourself" in desk.told
    desk.alt("p").press(Qt.Key.Key_Down).alt("r").alt("n").alt("r").alt("y")
    assert "ben can still open: requests that wait" in desk.told
    assert office.people() == ("ana",)
    desk.alt("b")
    assert desk.page is desk.window.work


def test_a_list_whose_folder_is_lost_can_be_made_again(
    clinic: "Clinic", office: Office, desk: Receptionist, stick: Path, request_of: Requests
) -> None:
    _fill(clinic, stick, request_of(1))
    _open(desk, stick)
    [envelope] = office.spool.waiting()
    gone = Job(1, "intent", "/pulled/stick", "a.html", "", (envelope.path.name,), {"lobby": (1,)})
    save_job(office.spool, gone)
    desk.alt("l").alt("m")
    assert "was interrupted and its folder is not there" in desk.told
    desk.alt("l")
    assert "Done: 1 requests are in" in desk.told


def test_a_list_of_one_day(
    clinic: "Clinic", desk: Receptionist, stick: Path, request_of: Requests, office: Office
) -> None:
    _fill(clinic, stick, request_of(1), request_of(2, created="2026-11-24T14:00:00Z"))
    _open(desk, stick)
    desk.alt("l").alt("d").alt("m")
    assert "Done: 1 requests are in" in desk.told
    assert len(office.spool.waiting()) == 1


def test_a_failure_while_recording_keeps_the_note(
    clinic: "Clinic", office: Office, desk: Receptionist, stick: Path, request_of: Requests
) -> None:
    _fill(clinic, stick, request_of(1))
    _open(desk, stick)
    shutil.move(office.calls.new, office.root / "elsewhere")
    desk.alt("t").type("important").alt("n")
    assert desk.told.startswith("Problem: The spool")
    assert desk.window.work.panel.note.toPlainText() == "important"
    shutil.move(office.root / "elsewhere", office.calls.new)
    desk.alt("n")
    assert "is recorded as no answer" in desk.told


def test_the_demonstration_says_so_in_its_title(at_desk: Open, office: Office) -> None:
    text = office.recipients_file.read_text(encoding="utf-8")
    office.recipients_file.write_text(f"{DEMONSTRATION_LINE}\n{text}", encoding="utf-8")
    assert "Demonstration: nobody will call" in at_desk(office).window.windowTitle()


def test_the_settings_decide_when_it_locks(at_desk: Open, office: Office) -> None:
    office.save_settings(dataclasses.replace(DeskSettings(), lock_after_seconds=90))
    desk = at_desk(office).press(Qt.Key.Key_Return)
    assert desk.window.watch.timer.interval() == 90_000


def test_the_program_opens_the_window(
    qapp: QApplication, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[bool] = []

    def run() -> int:
        shown.append(any(isinstance(window, DeskWindow) for window in qapp.topLevelWidgets()))
        return 0

    def application(*_arguments: Any) -> QApplication:
        return qapp

    font = qapp.font()
    monkeypatch.setattr(program, "QApplication", application)
    monkeypatch.setattr(program, "log_qt_messages", lambda: None)
    monkeypatch.setattr(program, "keep_constants_alive", lambda: None)
    monkeypatch.setattr(qapp, "exec", run)
    assert program.open_window(office.root, Needs(lambda: NOW, lambda: WORDS)) == 0
    assert shown == [True]
    qapp.setFont(font)
