"""The first run in the window, by keyboard alone: it never ends in a dead end, and loses no key."""

import dataclasses
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog

from kiosk.core.errors import StickError
from kiosk.desk.access import keys
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.store.check_code import check_code
from kiosk.store.durable import write_durably
from kiosk.store.recipients import load_recipients
from kiosk.store.seal import seal
from kiosk.store.volumes import Volume
from tests.desk.receptionist import OTHERS, WORDS, Open, Receptionist, check_page, is_enabled, texts


@pytest.fixture
def office_to_be(tmp_path: Path) -> DeskFolder:
    return DeskFolder(tmp_path / "office")


@pytest.fixture
def new_stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def _introduce(desk: Receptionist, name: str, words: str = WORDS) -> None:
    desk.alt("n").type(name).alt("t").type(words).press(Qt.Key.Key_Return)


def _save(desk: Receptionist, stick: Path) -> str:
    desk.alt("f").type(str(stick)).alt("s")
    assert "Lock that stick away" in desk.told
    return _secret(stick)


def _secret(stick: Path) -> str:
    return (stick / "recovery.key").read_text(encoding="utf-8").splitlines()[-1]


def _prove(desk: Receptionist, secret: str) -> None:
    desk.alt("g").type(secret).press(Qt.Key.Key_Return)


def _opens_what_this_desk_takes_in(office: DeskFolder, stick: Path) -> bool:
    recipients = load_recipients(office.recipients_file, demonstration_allowed=False)
    return keys.load_key(stick / "recovery.key", str).open(seal(b"x", recipients)) == b"x"


@pytest.mark.usefixtures("quick_keys")
def test_the_first_run_proves_the_recovery_key_and_gives_words_to_compare(
    at_desk: Open, office_to_be: DeskFolder, new_stick: Path, tmp_path: Path
) -> None:
    office = office_to_be
    desk = at_desk(office)
    check_page(desk)
    desk.alt("t").type(WORDS).press(Qt.Key.Key_Return)
    assert "Type a name first" in desk.told
    desk.type("ana").alt("t").type("wrong").press(Qt.Key.Key_Return)
    assert "These are not the six words" in desk.told
    assert WORDS not in texts(desk.page)
    desk.alt("s")
    assert WORDS in texts(desk.page)
    assert not is_enabled(desk, "Show the words again"), "they are shown"
    desk.alt("o").alt("t").type(OTHERS.upper().replace(" ", "  ")).press(Qt.Key.Key_Return)
    check_page(desk)
    desk.alt("f").type(str(tmp_path / "nowhere")).alt("s")
    assert "is not there: choose the folder of another stick" in desk.told
    secret = _save(desk, new_stick)
    desk.alt("g")
    check_page(desk)
    desk.alt("b").alt("g").type("AGE-SECRET-KEY-1WRONG").press(Qt.Key.Key_Return)
    assert "does not open the test envelope" in desk.told
    assert not office.recipients_file.exists()
    assert list(office.root.glob("*.key")) == []
    desk.type(secret.lower()).press(Qt.Key.Key_Return)
    check_page(desk)
    assert "they must be the same" in texts(desk.page)
    assert "Destroy every other" not in texts(desk.page)
    assert office.recipients_file.read_text(encoding="utf-8").startswith("# recovery\nage1")
    assert not (office.root / "recovery.key").exists()
    assert secret not in texts(desk.window)
    desk.alt("f").unlock("anything, the key of this test is not protected")
    assert desk.page is desk.window.work
    assert OTHERS not in texts(desk.window)
    assert sorted(path.name for path in office.root.iterdir() if path.is_file()) == [
        "ana.key",
        "desk.toml",
        "recipients.txt",
    ]


@pytest.mark.usefixtures("quick_keys")
@pytest.mark.parametrize(("is_printed", "sheets"), [(True, 1), (False, 0)])
def test_the_recovery_key_is_printed_once_whoever_prints_it_has_said_so(  # fixtures
    at_desk: Open,
    office_to_be: DeskFolder,
    new_stick: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    is_printed: bool,
    sheets: int,
) -> None:
    printed: list[str] = []
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: is_printed)
    monkeypatch.setattr(QPrinter, "outputFormat", lambda _printer: QPrinter.OutputFormat.NativeFormat)
    monkeypatch.setattr(QTextDocument, "print_", lambda sheet, _printer: printed.append(sheet.toPlainText()))
    desk = at_desk(office_to_be)
    _introduce(desk, "ana")
    secret = _save(desk, new_stick)
    desk.alt("r").press(Qt.Key.Key_Tab)
    assert desk.focus is not desk.window.set_up.sheet, "Tab is caught in the key"
    assert desk.window.set_up.sheet.isReadOnly(), "a key that is typed over is lost"
    desk.alt("p")
    assert len(printed) == sheets
    assert all(secret in sheet for sheet in printed)


@pytest.mark.parametrize(
    ("prints", "said"),
    [
        ("outputFormat", QPrinter.OutputFormat.PdfFormat),
        ("outputFileName", "/home/ana/print.ps"),
        ("printerName", "Microsoft Print to PDF"),
        ("printerName", "Virtual_PDF_Printer"),
        ("printerName", "Microsoft XPS Document Writer"),
    ],
)
def test_a_printer_that_makes_a_file_never_gets_the_recovery_key(
    at_desk: Open, office_to_be: DeskFolder, monkeypatch: pytest.MonkeyPatch, prints: str, said: object
) -> None:
    def says(answer: object) -> Callable[[QPrinter], object]:
        return lambda _printer: answer

    printed: list[str] = []
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: True)
    monkeypatch.setattr(QTextDocument, "print_", lambda sheet, _printer: printed.append(sheet.toPlainText()))
    native = {"outputFormat": QPrinter.OutputFormat.NativeFormat, "outputFileName": "", "printerName": "HP"}
    for name, answer in (native | {prints: said}).items():
        monkeypatch.setattr(QPrinter, name, says(answer))
    desk = at_desk(office_to_be)
    _introduce(desk, "ana")
    desk.alt("p")
    assert "the recovery key must stay on none: choose a printer with paper" in desk.told
    assert printed == []


def test_the_stick_that_is_in_is_offered_and_no_other_disk_is_taken(
    at_desk: Open, office_to_be: DeskFolder, new_stick: Path, tmp_path: Path
) -> None:
    desk = at_desk(office_to_be)
    _introduce(desk, "ana")
    assert desk.window.set_up.stick.line.text() == str(new_stick)
    for folder in (tmp_path, office_to_be.root):
        desk.alt("f").type(str(folder)).alt("s")
        assert "the folder of a stick" in desk.told
        assert list(tmp_path.rglob("recovery.key")) == []
    desk.alt("b").alt("g")
    assert desk.window.set_up.stick.line.text() == str(office_to_be.root), "what was typed was replaced"
    _save(desk, new_stick)


def test_a_computer_that_cannot_name_its_sticks_offers_none(at_desk: Open, office_to_be: DeskFolder) -> None:
    def sticks() -> tuple[Volume, ...]:
        raise StickError("The sticks cannot be listed.")

    desk = at_desk(office_to_be)
    desk.window.environment = dataclasses.replace(desk.window.environment, sticks=sticks)
    _introduce(desk, "ana")
    assert desk.window.set_up.stick.line.text() == ""


@pytest.mark.usefixtures("quick_keys")
@pytest.mark.parametrize("name", ["Maria López", "Dr. Smith", "O'Brien", "王小明", "محمد"])
def test_a_name_with_blanks_and_any_letters_gets_to_the_end(
    at_desk: Open, office_to_be: DeskFolder, new_stick: Path, name: str
) -> None:
    desk = at_desk(office_to_be)
    _introduce(desk, name)
    _prove(desk, _save(desk, new_stick))
    desk.alt("f")
    assert desk.window.unlock.name.currentText() == name
    desk.unlock("anything")
    assert desk.page is desk.window.work
    assert desk.window.unlocked is not None
    assert desk.window.unlocked.name == name
    assert _opens_what_this_desk_takes_in(office_to_be, new_stick)


@pytest.mark.usefixtures("quick_keys")
def test_the_recovery_key_can_be_loaded_from_its_stick(
    at_desk: Open, office_to_be: DeskFolder, new_stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = ["", *(str(new_stick / f"{name}.key") for name in ("gone", "wide", "recovery"))]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (files.pop(0), ""))
    desk = at_desk(office_to_be)
    _introduce(desk, "ana")
    _save(desk, new_stick)
    desk.alt("g").alt("l")
    assert "cannot be read" not in desk.told
    desk.alt("l")
    assert "gone.key cannot be read: choose recovery.key on your stick" in desk.told
    sheet = (new_stick / "recovery.key").read_text(encoding="utf-8")
    (new_stick / "wide.key").write_text(sheet, encoding="utf-16")
    desk.alt("l")
    assert 'wide.key is UTF-16 text ("Unicode" in some editors): save it once more as UTF-8' in desk.told
    (new_stick / "recovery.key").write_bytes(b"\xef\xbb\xbf\r\n" + sheet.replace("\n", "\r\n").encode())
    desk.alt("l")
    assert _opens_what_this_desk_takes_in(office_to_be, new_stick)


@pytest.mark.usefixtures("quick_keys")
def test_one_button_copies_recipients_to_the_stick_with_a_check_code(
    at_desk: Open, office_to_be: DeskFolder, new_stick: Path
) -> None:
    desk = at_desk(office_to_be)
    _introduce(desk, "ana")
    _prove(desk, _save(desk, new_stick))
    check_page(desk)
    code = " ".join(check_code(office_to_be.recipients()))
    assert code in texts(desk.page)
    assert "check code" in texts(desk.page)
    assert "six words" not in desk.window.set_up.check_code.accessibleName()
    desk.alt("c")
    assert desk.told.startswith(f"Done: {new_stick / 'recipients.txt'} is written.")
    assert (new_stick / "recipients.txt").read_bytes() == office_to_be.recipients_file.read_bytes()
    new_stick.rename(new_stick.with_name("pulled out"))
    desk.alt("c")
    assert "No stick is plugged in that can be written" in desk.told
    desk.alt("f")
    assert desk.page is desk.window.unlock


@pytest.mark.usefixtures("quick_keys")
def test_every_step_leads_back_and_keeps_words_and_keys(
    at_desk: Open, office_to_be: DeskFolder, new_stick: Path, quick_keys: list[str]
) -> None:
    desk = at_desk(office_to_be)
    _introduce(desk, "Ana")
    sheet = desk.window.set_up.sheet.toPlainText()
    secret = _save(desk, new_stick)
    desk.alt("g").alt("b").alt("b")
    check_page(desk)
    assert desk.window.set_up.name.text() == "Ana"
    assert desk.window.set_up.words.typed.text() == WORDS
    desk.alt("n").type("Ana García").alt("g")
    assert desk.window.set_up.sheet.toPlainText() == sheet
    _prove(desk, secret)
    assert office_to_be.people() == ("Ana García",)
    assert quick_keys == [WORDS]


@pytest.mark.usefixtures("quick_keys")
def test_an_error_after_the_recovery_key_was_saved_leaves_it_good(
    at_desk: Open, office_to_be: DeskFolder, new_stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = at_desk(office_to_be)
    _introduce(desk, "Ana")
    secret = _save(desk, new_stick)
    for refusing in ("_listed", "_write"):
        with monkeypatch.context() as patch:
            patch.setattr(keys, refusing, _refuse)
            _prove(desk, secret)
            assert desk.told.startswith("Problem:")
        assert not office_to_be.is_set_up
        desk.alt("b").alt("b").alt("n").type(f"Ana {refusing}").alt("g")
    _prove(desk, secret)
    assert office_to_be.people() == ("Ana _write",)
    assert _opens_what_this_desk_takes_in(office_to_be, new_stick)


def _refuse(*_args: object, **_kwargs: object) -> Any:
    raise OSError(28, "No space left on device")


@pytest.mark.usefixtures("quick_keys")
def test_a_recipients_file_that_could_not_be_synced_is_no_dead_end(
    at_desk: Open, office_to_be: DeskFolder, new_stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = at_desk(office_to_be)
    _introduce(desk, "Ana")
    secret = _save(desk, new_stick)

    def write_and_fail(folder: Path, name: str, *rest: Any, **named: Any) -> None:
        write_durably(folder, name, *rest, **named)
        if name == "recipients.txt":
            raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(keys, "write_durably", write_and_fail)
        _prove(desk, secret)
    assert "Input/output error" in desk.told
    _prove(desk.alt("b"), secret)
    assert "they must be the same" in texts(desk.page)
    assert _opens_what_this_desk_takes_in(office_to_be, new_stick)


@pytest.mark.usefixtures("quick_keys")
def test_who_closes_the_window_half_way_can_go_on_with_the_key_that_was_saved(
    at_desk: Open, office_to_be: DeskFolder, new_stick: Path
) -> None:
    desk = at_desk(office_to_be)
    assert not office_to_be.root.exists()
    _introduce(desk, "Ana")
    secret = _save(desk, new_stick)
    assert secret not in "".join(
        path.read_text(encoding="utf-8") for path in office_to_be.root.rglob("*") if path.is_file()
    )
    desk.window.close()

    again = at_desk(office_to_be)
    assert "still counts" in texts(again.page)
    _introduce(again, "Ana", OTHERS)
    check_page(again)
    assert secret not in texts(again.window)
    assert _save(again, new_stick) == secret
    _prove(again, secret)
    assert "Destroy every other print or stick" in texts(again.page)
    assert _opens_what_this_desk_takes_in(office_to_be, new_stick)


def test_a_set_up_whose_beginning_cannot_be_kept_shows_no_recovery_key(
    at_desk: Open, office_to_be: DeskFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = at_desk(office_to_be)
    with monkeypatch.context() as patch:
        patch.setattr(os, "mkdir", _refuse)
        _introduce(desk, "Ana")
    assert "choose another folder for this desk" in desk.told
    assert not desk.window.set_up.sheet.isVisible()


@pytest.mark.usefixtures("quick_keys")
@pytest.mark.parametrize("folder", ["", "   ", "stick", "~no-such-person/stick"])
def test_no_folder_never_means_the_one_the_program_runs_in(
    at_desk: Open, office_to_be: DeskFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    here = tmp_path / "here"
    (here / "stick").mkdir(parents=True)
    monkeypatch.chdir(here)
    desk = at_desk(office_to_be)
    _introduce(desk, "Ana")
    desk.alt("f")
    if folder:
        desk.type(folder)
    desk.alt("s")
    assert desk.told == "Problem: Choose a folder first, or type its whole path."
    assert desk.focus is desk.window.set_up.stick.line
    assert [path for path in here.rglob("*") if path.is_file()] == []


def test_folders_of_other_pages_are_never_the_one_the_program_runs_in(
    desk: Receptionist, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    desk.alt("r").alt("f").type("stick").press(Qt.Key.Key_Return)
    assert "Choose a folder first" in desk.told
    desk.alt("b").alt("l").alt("f").type("lists").alt("m")
    assert "Choose a folder first" in desk.told
    assert not (tmp_path / "lists").exists()


@pytest.mark.usefixtures("quick_keys")
def test_a_key_that_was_left_over_is_put_aside_and_not_destroyed(
    at_desk: Open, office: DeskFolder, new_stick: Path
) -> None:
    key = office.key_file("ana").read_bytes()
    shutil.move(office.recipients_file, new_stick / "recipients.txt")
    desk = at_desk(office)
    _introduce(desk, "ana")
    _prove(desk, _save(desk, new_stick))
    assert office.people() == ("ana",)
    assert (office.root / "ana.key.old1").read_bytes() == key


@pytest.mark.usefixtures("quick_keys")
def test_back_from_the_last_step_shows_words_and_key_again_and_makes_no_other(
    at_desk: Open, office_to_be: DeskFolder, new_stick: Path, quick_keys: list[str]
) -> None:
    desk = at_desk(office_to_be)
    _introduce(desk, "Ana")
    sheet = desk.window.set_up.sheet.toPlainText()
    secret = _save(desk, new_stick)
    _prove(desk, secret)
    made = {path: path.read_bytes() for path in office_to_be.root.iterdir() if path.is_file()}
    desk.alt("b")
    check_page(desk)
    assert desk.window.set_up.typed.text() == ""
    desk.alt("b")
    check_page(desk)
    assert desk.window.set_up.sheet.toPlainText() == sheet
    (new_stick / "recovery.key").unlink()
    assert _save(desk, new_stick) == secret
    desk.alt("b").alt("s")
    check_page(desk)
    assert WORDS in texts(desk.page)
    assert not is_enabled(desk, "Other words")
    desk.alt("n").type("Ben").alt("g").alt("g").alt("g")
    assert "they must be the same" in texts(desk.page)
    desk.alt("b").type(secret).press(Qt.Key.Key_Return)
    assert desk.window.set_up.check_code.isVisible()
    assert secret not in texts(desk.window)
    assert {path: path.read_bytes() for path in office_to_be.root.iterdir() if path.is_file()} == made
    assert quick_keys == [WORDS]
    desk.alt("f")
    assert desk.page is desk.window.unlock
    assert WORDS not in texts(desk.window)
    assert secret not in desk.window.set_up.sheet.toPlainText()
    assert desk.window.unlock.name.currentText() == "Ana"


@pytest.mark.usefixtures("quick_keys")
def test_back_from_the_last_step_shows_no_recovery_key_that_does_not_count(
    at_desk: Open, office_to_be: DeskFolder, new_stick: Path
) -> None:
    desk = at_desk(office_to_be)
    _introduce(desk, "Ana")
    secret = _save(desk, new_stick)
    desk.window.close()
    again = at_desk(office_to_be)
    _introduce(again, "Ana", OTHERS)
    other = again.window.set_up.sheet.toPlainText().splitlines()[-1]
    _prove(again, secret)
    again.alt("b").alt("b")
    assert other not in again.window.set_up.sheet.toPlainText()
    assert "is on your print or stick" in again.window.set_up.sheet.toPlainText()
    assert not is_enabled(again, "Print...")
    assert not is_enabled(again, "Save to the stick")
    again.alt("g").type(other).press(Qt.Key.Key_Return)
    assert "does not open the test envelope" in again.told
