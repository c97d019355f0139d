"""A record that was a mistake is taken back by another record: nothing is deleted, and all is as before."""

import datetime
import itertools
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from kiosk.core.callback.request import CallbackRequest
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.export.rows import Line
from kiosk.desk.queue.call_list import CallCase, read_board, record_call, take_back
from kiosk.desk.queue.calls import CallRecord, CallState
from kiosk.desk.queue.chain import in_turn, standing
from kiosk.desk.queue.turns import USUAL_RULES, Turn, again_at, turn_of
from tests.desk.receptionist import NOW
from tests.desk.taking import take_in
from tests.numbered import request_id

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic

Requests = Callable[..., CallbackRequest]
AT_FOUR = "2026-11-25T16:00:00Z"
LATER = "2026-11-24T18:00:00Z"


@pytest.fixture
def case(clinic: "Clinic", office: DeskFolder, request_of: Requests) -> CallCase:
    """Return a request that nobody called yet."""
    clinic.intake.take(request_of(1))
    take_in(office, clinic.key, clinic.spool.root)
    [made] = read_board(office, clinic.key, NOW).cases
    return made


def _record(state: str, note: str = "", again_at: str | None = None, by: str = "ana") -> CallRecord:
    at = "2026-11-24T15:00:00Z"
    return CallRecord(request_id(1), CallState(state).value, note, by, at, again_at=again_at)


def _read(clinic: "Clinic", office: DeskFolder) -> CallCase:
    [read] = read_board(office, clinic.key, NOW).cases
    return read


@pytest.mark.parametrize("mistake", ["no answer", "reached", "closed", "wrong number", "new"])
@pytest.mark.parametrize(
    "before",
    [
        (),
        (_record("no answer", "rang out"),),
        (_record("no answer"), _record("voicemail left", "said hello", AT_FOUR)),
        (_record("no answer"), _record("reached", "done")),
    ],
    ids=["nothing", "no answer", "a time that was chosen", "reached"],
)
def test_what_is_taken_back_leaves_all_as_it_was_and_nothing_is_deleted(
    clinic: "Clinic", office: DeskFolder, case: CallCase, before: tuple[CallRecord, ...], mistake: str
) -> None:
    for record in before:
        case = record_call(office, case, record)
    wrong = record_call(office, case, _record(mistake, "a mistake"))
    take_back(office, wrong, "ana", LATER)
    after = _read(clinic, office)
    assert len(after.records) == len(before) + 2
    assert after.records[-1].takes_back == after.records[-2].id == wrong.records[-1].id
    assert (after.state, after.is_open, after.attempts) == (case.state, case.is_open, case.attempts)
    assert again_at(after, USUAL_RULES) == again_at(case, USUAL_RULES)
    assert turn_of(after, USUAL_RULES, NOW) is turn_of(case, USUAL_RULES, NOW)
    assert Line(after.entry, "", after.records).last_note == Line(case.entry, "", case.records).last_note
    assert after.disagreement == ""


def test_the_call_that_was_a_mistake_does_not_count(
    clinic: "Clinic", office: DeskFolder, case: CallCase
) -> None:
    for _ in range(3):
        case = record_call(office, case, _record("no answer"))
    assert turn_of(case, USUAL_RULES, NOW) is Turn.TRIED
    take_back(office, case, "ana", LATER)
    assert _read(clinic, office).attempts == 2


def test_a_mistake_may_be_made_and_taken_back_twice(
    clinic: "Clinic", office: DeskFolder, case: CallCase
) -> None:
    for _ in range(2):
        case = take_back(office, record_call(office, case, _record("closed")), "ana", LATER)
    case = _read(clinic, office)
    assert (case.state, len(case.records), standing(case.records)) == (CallState.NEW, 4, ())


def test_what_a_colleague_recorded_at_the_same_moment_is_told(
    clinic: "Clinic", office: DeskFolder, case: CallCase
) -> None:
    wrong = record_call(office, case, _record("no answer"))
    take_back(office, wrong, "ana", LATER)
    record_call(office, wrong, _record("closed", by="ben"))
    after = _read(clinic, office)
    assert after.state is CallState.NEW
    assert after.disagreement == "recorded by several at once (ben: closed / ana: new)"
    assert after.last is after.records[-1]


def test_the_order_does_not_depend_on_the_order_of_the_files(office: DeskFolder, case: CallCase) -> None:
    wrong = record_call(office, case, _record("closed"))
    back = take_back(office, wrong, "ana", "2026-11-24T14:00:00Z").records
    again = CallRecord(request_id(1), "reached", "", "ana", "2026-11-24T13:00:00Z", follows=(back[-1].id,))
    for given in itertools.permutations((*back, again)):
        assert in_turn(given) == (*back, again)


def test_who_took_what_back_is_said_in_one_sentence(
    clinic: "Clinic", office: DeskFolder, case: CallCase
) -> None:
    assert case.news == ""
    take_back(office, record_call(office, case, _record("closed")), "ana", LATER)
    time = f"{datetime.datetime.fromisoformat(LATER).astimezone():%Y-%m-%d %H:%M}"
    assert _read(clinic, office).news == (
        f"ana took back a record of lobby#1 at {time}; its state is new again"
    )
