"""Requests of a kiosk whose clock was not set: no forgery, dated by their take-in, in order by number."""

import dataclasses
import datetime
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from kiosk.core.callback.request import CallbackRequest, Withdrawal
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.export.rows import call_by
from kiosk.desk.queue.call_list import forget_finished, read_board
from kiosk.desk.queue.numbers import outcomes_of
from kiosk.desk.queue.opened_request import Expected
from kiosk.desk.queue.take_in import TakenIn
from kiosk.desk.queue.turns import CallingRules
from kiosk.desk.queue.waiting_list import Exported, read_worklist
from kiosk.desk.staff_language import speak_as
from kiosk.store.envelope import UNDATED
from kiosk.store.stick import FOLDER, copy_to, take_receipts
from tests.desk.taking import take_in
from tests.numbered import secret_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.desk.conftest import Clinic

Requests = Callable[..., CallbackRequest]
NOW = datetime.datetime(2026, 11, 25, 18, tzinfo=datetime.UTC)
TODAY = NOW.date()
DAY = datetime.timedelta(days=1)
WRONG = ["1970-01-01T00:05:00Z", "2038-01-20T00:00:00Z", "2099-11-23T10:00:00Z", "2026-11-23T10:00:00Z"]


@pytest.fixture
def carry(clinic: "Clinic", office: DeskFolder, stick: "Path") -> Callable[..., TakenIn]:
    """Return how requests come from the kiosk to the desk on some day."""

    def carried(day: datetime.date = TODAY) -> TakenIn:
        take_receipts(clinic.spool, stick)
        copy_to(clinic.spool, stick)
        return take_in(office, clinic.key, stick, today=day)

    return carried


def _undated(request_of: Requests, number: int, created: str, **changes: object) -> CallbackRequest:
    request = request_of(number, **changes)
    return dataclasses.replace(request, created=created, clock="not_set", call_by=None)


@pytest.mark.parametrize("created", WRONG)
def test_nobody_is_called_a_forger_and_the_day_it_came_in_counts(
    clinic: "Clinic", office: DeskFolder, carry: Callable[..., TakenIn], request_of: Requests, created: str
) -> None:
    clinic.intake.take(_undated(request_of, 1, created))
    assert carry().taken == 1
    board = read_board(office, clinic.key, NOW)
    assert board.warnings == ()
    [case] = board.cases
    entry = case.entry
    assert entry.doubts == ()
    assert entry.warning == "the kiosk's clock was not set; it came in on 2026-11-25"
    assert (entry.received, entry.created and entry.created.date()) == ("2026-11-25", TODAY)
    assert call_by(entry, CallingRules().promise) == "by Fri 2026-11-27"
    [outcome] = outcomes_of(board.cases, CallingRules(), NOW)
    assert not outcome.is_late
    # The next day nothing is dated anew, and nothing is taken in twice.
    assert carry(TODAY + DAY).taken == 0
    assert read_board(office, clinic.key, NOW + DAY).cases == board.cases


def test_in_spanish_too(
    clinic: "Clinic", office: DeskFolder, carry: Callable[..., TakenIn], request_of: Requests
) -> None:
    clinic.intake.take(_undated(request_of, 1, WRONG[0]))
    carry()
    [case] = read_board(office, clinic.key, NOW).cases
    try:
        speak_as("es", "")
        assert case.entry.warning == "el reloj del quiosco no estaba en hora; llegó el 2026-11-25"
    finally:
        speak_as("en", "")


def test_they_are_called_in_the_order_of_their_numbers_among_those_of_their_day(
    clinic: "Clinic", office: DeskFolder, carry: Callable[..., TakenIn], request_of: Requests
) -> None:
    for number, created in ((1, WRONG[2]), (2, WRONG[0]), (3, WRONG[1])):
        clinic.intake.take(_undated(request_of, number, created))
    clinic.intake.take(request_of(4, created="2026-11-24T14:00:00Z"))
    clinic.intake.take(request_of(5, created="2026-11-25T14:00:00Z"))
    carry()
    cases = read_board(office, clinic.key, NOW).cases
    assert [case.entry.request.seq for case in cases] == [4, 1, 2, 3, 5]


def test_the_other_doubts_stay(
    clinic: "Clinic", office: DeskFolder, carry: Callable[..., TakenIn], request_of: Requests
) -> None:
    clinic.intake.take(_undated(request_of, 1, WRONG[0], kiosk="Lobby!", zone="+99:00"))
    carry()
    [case] = read_board(office, clinic.key, NOW).cases
    assert case.entry.doubts == ("no kiosk can have this name", "no such time")


def test_a_list_from_the_kiosks_own_disk_names_no_day(clinic: "Clinic", request_of: Requests) -> None:
    clinic.intake.take(_undated(request_of, 1, WRONG[0]))
    [entry] = read_worklist(clinic.spool, clinic.key, Exported(), Expected(NOW)).entries
    assert entry.envelope.day == UNDATED
    assert (entry.received, entry.created) == ("", None)
    assert entry.warning == "the kiosk's clock was not set"
    assert call_by(entry, CallingRules().promise) == ""


@pytest.mark.parametrize("created", WRONG)
def test_what_was_taken_back_under_a_wrong_clock_goes_after_the_usual_days(
    clinic: "Clinic", office: DeskFolder, carry: Callable[..., TakenIn], request_of: Requests, created: str
) -> None:
    request = _undated(request_of, 1, created)
    seq = clinic.intake.take(request)
    carry()
    clinic.intake.withdraw(Withdrawal.of(secret_of(1), "lobby", seq, created, "not_set"))
    carry(TODAY + DAY)
    left = []
    for day in range(40):
        board = read_board(office, clinic.key, NOW + DAY * day)
        assert all(case.state == "cancelled" and case.last_at[:10] == str(TODAY) for case in board.cases)
        left.append(len(forget_finished(office, board, NOW + DAY * day).cases))
    days = office.settings().delete_after_days
    assert left.index(0) in {days, days + 1}


def test_a_number_that_comes_twice_from_one_kiosk_is_named_with_what_tells_them_apart(
    clinic: "Clinic", office: DeskFolder, carry: Callable[..., TakenIn], request_of: Requests
) -> None:
    """A disk that forgot gave a number again; the requests are two, and both are called."""
    for number in (1, 2):
        clinic.intake.take(request_of(number))
    carry()
    assert read_board(office, clinic.key, NOW).warnings == ()
    for name in ("sequence", "sequence-copy"):
        (clinic.spool.state / name).write_text("1 1", encoding="utf-8")
    clinic.intake.take(request_of(3))
    carry()
    board = read_board(office, clinic.key, NOW)
    assert [case.entry.number for case in board.cases] == ["lobby#1", "lobby#2", "lobby#2"]
    [warning] = board.warnings
    ids = sorted(case.entry.request.id[:8] for case in board.cases[1:])
    assert warning.startswith("2 requests are lobby#2: ")
    assert all(f"{each}..." in warning for each in ids)
    assert "each counts" in warning
    [told] = read_worklist(office.spool, clinic.key, Exported(), Expected(NOW)).warnings
    assert told == warning


def test_a_number_of_a_request_that_has_left_the_desk_is_known_too(
    clinic: "Clinic", office: DeskFolder, carry: Callable[..., TakenIn], request_of: Requests
) -> None:
    office.prepare()
    office.remember_forgotten({"f0" * 16: ("lobby", 1), "withdrawal " + "e1" * 16: ("lobby", 2)})
    for number in (1, 2):
        clinic.intake.take(request_of(number))
    carry()
    [warning] = read_board(office, clinic.key, NOW).warnings
    assert warning.startswith("2 requests are lobby#1: f0f0f0f0..., ")


def test_equal_numbers_of_two_machines_are_kept_apart(
    clinic: "Clinic", office: DeskFolder, carry: Callable[..., TakenIn], request_of: Requests
) -> None:
    clinic.intake.take(request_of(1))
    (clinic.spool.state / "kiosk-id").write_text("0d" * 16, encoding="utf-8")
    for name in ("sequence", "sequence-copy"):
        (clinic.spool.state / name).write_text("0 0", encoding="utf-8")
    clinic.intake.take(request_of(2))
    carry()
    board = read_board(office, clinic.key, NOW)
    assert [case.entry.number for case in board.cases] == ["lobby#1", "lobby#1"]
    machines, numbers = board.warnings
    assert machines.startswith("Requests of lobby come from 2 machines")
    assert numbers.startswith("Several of them gave lobby#1: these are not the same, and each counts.")
    assert (clinic.spool.root.parent / "stick" / FOLDER).is_dir()
