"""A desk whose clock is wrong says so; nobody is called a forger for it, and nothing is deleted."""

import datetime
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from kiosk.core.callback.request import CallbackRequest
from kiosk.desk.access.desk_folder import DeskFolder, DeskSettings
from kiosk.desk.queue.call_list import CallList, forget_finished, read_board, record_call
from kiosk.desk.queue.calls import CallRecord, CallState
from kiosk.desk.queue.wrong_clock import long_silence
from tests.desk.taking import take_in

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic

Requests = Callable[..., CallbackRequest]
NOW = datetime.datetime(2026, 11, 23, 18, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)
HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def read(clinic: "Clinic", office: DeskFolder) -> Callable[[datetime.datetime], CallList]:
    """Return how the desk reads its list when its clock says something."""
    return lambda now: read_board(office, clinic.key, now)


def _take(clinic: "Clinic", office: DeskFolder, *requests: CallbackRequest) -> None:
    for request in requests:
        clinic.intake.take(request)
    take_in(office, clinic.key, clinic.spool.root)


def test_a_clock_that_is_a_month_slow_is_named_once_and_nobody_is_a_forger(
    clinic: "Clinic", office: DeskFolder, request_of: Requests, read: Callable[[datetime.datetime], CallList]
) -> None:
    _take(clinic, office, *(request_of(number) for number in range(1, 31)))
    board = read(NOW - 30 * DAY)
    [warning] = board.warnings
    assert warning.startswith("This computer's clock says 2026-10-24")
    assert "and 30 requests were made after that" in warning
    assert not any(case.entry.doubts for case in board.cases)


@pytest.mark.parametrize(("honest", "named"), [(0, 1), (1, 1), (2, 0)], ids=["alone", "half", "a few"])
def test_one_request_from_the_future_stays_in_doubt(
    clinic: "Clinic", office: DeskFolder, request_of: Requests, honest: int, named: int
) -> None:
    _take(clinic, office, request_of(9, created="2026-12-24T14:00:00Z"))
    _take(clinic, office, *(request_of(number) for number in range(1, 1 + honest)))
    board = read_board(office, clinic.key, NOW)
    assert sum("made in the future" in case.entry.doubts for case in board.cases) == 1
    assert sum("This computer's clock says" in warning for warning in board.warnings) == named
    assert any("may be forged" in warning for warning in board.warnings)


def test_a_clock_that_is_a_month_fast_is_asked_about(
    clinic: "Clinic", office: DeskFolder, request_of: Requests, read: Callable[[datetime.datetime], CallList]
) -> None:
    _take(clinic, office, request_of(1))
    assert read(NOW + 7 * DAY - 4 * HOUR).warnings == ()
    [warning] = read(NOW + 30 * DAY).warnings
    assert "clock says 2026-12-23" in warning
    assert "the last request or call is of 2026-11-23: is that clock right?" in warning


@pytest.mark.parametrize("times", [(), ("",), ("no time",)])
def test_without_a_time_nothing_is_asked(times: tuple[str, ...]) -> None:
    assert long_silence(times, NOW) == ""


def test_nothing_is_deleted_because_a_clock_jumped(
    clinic: "Clinic", office: DeskFolder, request_of: Requests, read: Callable[[datetime.datetime], CallList]
) -> None:
    _close(clinic, office, request_of, read)
    for jumped in (NOW + 8 * DAY, NOW, NOW + 8 * DAY + HOUR, NOW + HOUR):
        board = read(jumped)
        assert forget_finished(office, board, jumped) == board
    for now, left in ((NOW + 7 * DAY, 1), (NOW + 7 * DAY + 19 * HOUR, 1), (NOW + 8 * DAY, 0)):
        assert len(forget_finished(office, read(now), now).cases) == left


def test_what_was_jumped_to_does_not_count_when_the_day_comes(
    clinic: "Clinic", office: DeskFolder, request_of: Requests, read: Callable[[datetime.datetime], CallList]
) -> None:
    _close(clinic, office, request_of, read)
    for now, left in ((NOW + 300 * DAY, 1), (NOW + 8 * DAY, 1), (NOW + 9 * DAY, 0)):
        assert len(forget_finished(office, read(now), now).cases) == left


@pytest.mark.parametrize("text", ["[]", "{", ""])
def test_notes_that_cannot_be_read_only_cost_a_day(
    clinic: "Clinic",
    office: DeskFolder,
    request_of: Requests,
    read: Callable[[datetime.datetime], CallList],
    text: str,
) -> None:
    _close(clinic, office, request_of, read)
    (office.spool.state / "due.json").write_text(text, encoding="utf-8")
    for now, left in ((NOW + 8 * DAY, 1), (NOW + 9 * DAY, 0)):
        assert len(forget_finished(office, read(now), now).cases) == left


def test_a_clinic_that_keeps_nothing_waits_for_no_day(
    clinic: "Clinic", office: DeskFolder, request_of: Requests, read: Callable[[datetime.datetime], CallList]
) -> None:
    office.save_settings(DeskSettings(delete_after_days=0))
    _close(clinic, office, request_of, read)
    assert forget_finished(office, read(NOW + HOUR), NOW + HOUR).cases == ()


def _close(
    clinic: "Clinic", office: DeskFolder, request_of: Requests, read: Callable[[datetime.datetime], CallList]
) -> None:
    _take(clinic, office, request_of(1))
    [case] = read(NOW).cases
    at = NOW.strftime("%Y-%m-%dT%H:%M:%SZ")
    record_call(office, case, CallRecord(case.entry.request.id, CallState.CLOSED.value, "", "ana", at))
