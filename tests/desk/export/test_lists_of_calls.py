"""A list knows what became of each call: nobody is called from it who needs no call any more."""

import datetime
import io
import zipfile
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

import pytest

from kiosk.core.callback.request import CallbackRequest
from kiosk.desk.__main__ import main
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.export.csv_list import read_csv
from kiosk.desk.export.rows import HEADER
from kiosk.desk.export.run import Order, Outcome, export_list
from kiosk.desk.queue.call_list import read_board, record_call
from kiosk.desk.queue.calls import CallRecord, CallState, read_call_book
from tests.desk.export.test_lists import Page
from tests.desk.receptionist import NOW, Receptionist, fill, open_folder
from tests.desk.taking import take_in
from tests.numbered import request_id

if TYPE_CHECKING:
    from pathlib import Path

    from tests.desk.conftest import Clinic

Requests = Callable[..., CallbackRequest]
Choice = Literal["new", "all"] | datetime.date


@pytest.fixture
def worked(clinic: "Clinic", office: DeskFolder, request_of: Requests) -> DeskFolder:
    """Return a desk at which four of five calls were made."""
    for number in range(1, 6):
        clinic.intake.take(request_of(number))
    take_in(office, clinic.key, clinic.spool.root)
    _, second, third, fourth, fifth = read_board(office, clinic.key, NOW).cases
    second = record_call(office, second, _record(2, CallState.NO_ANSWER, "rang out"))
    record_call(office, second, _record(2, CallState.VOICEMAIL, ""))
    record_call(office, third, _record(3, CallState.CLOSED, "has an appointment"))
    record_call(office, fourth, _record(4, CallState.WRONG_NUMBER, ""))
    for who in ("ana", "ben"):
        record_call(office, fifth, _record(5, CallState.NO_ANSWER, who))
    return office


def _record(number: int, state: CallState, note: str) -> CallRecord:
    return CallRecord(request_id(number), state.value, note, "ana", "2026-11-24T10:00:00Z")


def _list(clinic: "Clinic", office: DeskFolder, choice: Choice = "new", kind: str = "csv") -> Outcome:
    order = Order(clinic.lists, NOW, choice=choice, format=kind, by="ana")
    calls = read_call_book(office.calls, clinic.key)
    return export_list(office.spool, clinic.key, order, lambda _done, _all: None, calls)


def _rows(outcome: Outcome) -> dict[str, dict[str, str]]:
    assert outcome.file is not None
    rows = [dict(zip(HEADER, row, strict=True)) for row in read_csv(outcome.file.read_bytes())]
    return {row["number"]: row for row in rows}


def test_what_is_new_leaves_out_whom_nobody_must_call_until_it_is_open_again(
    clinic: "Clinic", worked: DeskFolder
) -> None:
    outcome = _list(clinic, worked)
    assert list(_rows(outcome)) == ["lobby#1", "lobby#2", "lobby#5"]
    assert "2 finished requests are not in the list." in outcome.warnings
    again = _list(clinic, worked)
    assert (again.file, again.count) == (None, 0)
    third = next(c for c in read_board(worked, clinic.key, NOW).cases if c.entry.number == "lobby#3")
    record_call(worked, third, _record(3, CallState.NEW, "call once more"))
    assert list(_rows(_list(clinic, worked))) == ["lobby#3"]


@pytest.mark.parametrize("choice", ["all", datetime.date(2026, 11, 23)])
def test_the_other_lists_say_what_became_of_each(
    clinic: "Clinic", worked: DeskFolder, choice: Choice
) -> None:
    rows = _rows(_list(clinic, worked, choice))
    assert {number: (row["state"], row["attempts"], row["last_note"]) for number, row in rows.items()} == {
        "lobby#1": ("new", "0", ""),
        "lobby#2": ("voicemail left", "2", "rang out"),
        "lobby#3": ("closed", "0", "has an appointment"),
        "lobby#4": ("wrong number", "0", ""),
        "lobby#5": ("no answer", "2", rows["lobby#5"]["last_note"]),
    }
    assert rows["lobby#5"]["warning"].startswith("recorded by several at once")


def test_a_printed_list_and_a_spreadsheet_say_it_too(clinic: "Clinic", worked: DeskFolder) -> None:
    printed = _list(clinic, worked, "all", "print")
    assert printed.file is not None
    page = Page(printed.file.read_bytes()).text
    assert "voicemail left; calls without an answer: 2" in page
    assert "last note: rang out" in page
    assert "last note: has an appointment" in page
    sheet = _list(clinic, worked, "all", "xlsx")
    assert sheet.file is not None
    with zipfile.ZipFile(io.BytesIO(sheet.file.read_bytes())) as book:
        assert "has an appointment" in book.read("xl/sharedStrings.xml").decode()


def test_a_list_made_at_a_terminal_leaves_out_what_was_closed_at_the_desk(
    clinic: "Clinic", worked: DeskFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    spool = ["--spool", str(worked.spool.root), "--key", str(clinic.key_file)]
    assert main(["export", *spool, "--out", str(clinic.lists)]) == 0
    shown = capsys.readouterr()
    assert shown.out.startswith("3 exported to")
    assert "2 finished requests are not in the list." in shown.err


def test_a_list_made_in_the_window_leaves_out_what_was_closed_in_it(
    clinic: "Clinic", desk: Receptionist, stick: "Path", request_of: Requests
) -> None:
    fill(clinic, stick, request_of(1), request_of(2))
    open_folder(desk, stick)
    desk.alt("c").alt("l").alt("f").type(str(clinic.lists)).alt("m")
    assert "Done: 1 request is in" in desk.told
    assert "1 finished request is not in the list." in desk.told
