"""What follows what is told by the records, whatever their clocks say."""

import itertools
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from kiosk.core.callback.request import CallbackRequest
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.queue.call_list import CallCase, read_board, record_call
from kiosk.desk.queue.calls import CallRecord, CallState, keep_record
from kiosk.desk.queue.chain import in_turn, unfollowed
from tests.desk.receptionist import NOW
from tests.desk.taking import take_in
from tests.numbered import request_id

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic

Requests = Callable[..., CallbackRequest]


def _record(state: str, at: str, *follows: CallRecord, by: str = "ana", knows: bool = True) -> CallRecord:
    named = tuple(record.id for record in follows) if knows else None
    return CallRecord(request_id(1), CallState(state).value, "", by, f"2026-11-24T{at}Z", named)


FIRST = _record("no answer", "15:17:02")
SLOW_CLOCK = _record("reached", "15:14:02", FIRST, by="ben")
FIRST_EDITION = _record("no answer", "15:00:00", knows=False)
LATER_IN_IT = _record("closed", "15:05:00", knows=False)
LOST = _record("voicemail left", "15:18:00", FIRST)
AFTER_LOST = _record("reached", "15:19:00", LOST)


@pytest.mark.parametrize(
    ("records", "ordered", "last"),
    [
        ((), (), ()),
        ((FIRST, SLOW_CLOCK), (FIRST, SLOW_CLOCK), (SLOW_CLOCK,)),
        ((FIRST_EDITION, LATER_IN_IT), (FIRST_EDITION, LATER_IN_IT), (LATER_IN_IT,)),
        ((FIRST, AFTER_LOST), (AFTER_LOST, FIRST), (AFTER_LOST, FIRST)),
    ],
    ids=["nothing", "a clock that is slow", "the first edition", "the one between is lost"],
)
def test_the_order_is_that_of_what_they_follow(
    records: tuple[CallRecord, ...], ordered: tuple[CallRecord, ...], last: tuple[CallRecord, ...]
) -> None:
    for given in itertools.permutations(records):
        assert in_turn(given) == ordered
        assert set(unfollowed(given)) == set(last)


def test_what_follows_the_first_edition_comes_after_it_though_its_clock_was_fast() -> None:
    fast = _record("closed", "15:30:00", knows=False)
    reopened = _record("new", "15:10:00", fast, by="ben")
    for given in itertools.permutations((FIRST_EDITION, fast, reopened)):
        assert in_turn(given) == (FIRST_EDITION, fast, reopened)


def test_of_two_who_did_not_see_each_other_the_one_who_must_call_again_decides_and_both_are_told(
    clinic: "Clinic", office: DeskFolder, request_of: Requests
) -> None:
    case = _taken_in(clinic, office, request_of)
    ben = _record("reached", "15:20:00", by="ben")
    mine = record_call(office, case, _record("no answer", "15:10:00"))
    record_call(office, case, ben)
    [both] = read_board(office, clinic.key, NOW).cases
    assert (mine.state, both.state) == (CallState.NO_ANSWER, CallState.NO_ANSWER)
    assert both.disagreement == "recorded by several at once (ben: reached / ana: no answer)"
    settled = record_call(office, both, _record("reached", "15:00:00", by="cara"))
    [again] = read_board(office, clinic.key, NOW).cases
    assert (again.state, again.disagreement) == (CallState.REACHED, "")
    assert set(again.records) == set(settled.records)


def test_a_desk_whose_clock_is_slow_has_the_last_word_when_it_speaks_last(
    clinic: "Clinic", office: DeskFolder, request_of: Requests
) -> None:
    case = record_call(office, _taken_in(clinic, office, request_of), _record("no answer", "15:17:02"))
    record_call(office, case, _record("reached", "15:14:02", by="ben"))
    assert read_board(office, clinic.key, NOW).cases[0].state is CallState.REACHED


def test_records_of_the_first_edition_are_read_and_written_as_they_were(
    clinic: "Clinic", office: DeskFolder, request_of: Requests
) -> None:
    case = _taken_in(clinic, office, request_of)
    for record in (LATER_IN_IT, FIRST_EDITION):
        keep_record(office.calls, record, office.recipients())
    [case] = read_board(office, clinic.key, NOW).cases
    assert case.records == (FIRST_EDITION, LATER_IN_IT)
    reopened = record_call(office, case, _record("new", "14:00:00"))
    assert reopened.records[-1].follows == (LATER_IN_IT.id,)
    assert read_board(office, clinic.key, NOW).cases[0].state is CallState.NEW


def _taken_in(clinic: "Clinic", office: DeskFolder, request_of: Requests) -> CallCase:
    clinic.intake.take(request_of(1))
    take_in(office, clinic.key, clinic.spool.root)
    [case] = read_board(office, clinic.key, NOW).cases
    return case
