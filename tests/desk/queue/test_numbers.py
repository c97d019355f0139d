"""Numbers for the manager: right for each request, kept without a name when it leaves, once each."""

import dataclasses
import datetime
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk.core.callback.request import CallbackRequest
from kiosk.core.errors import WrongKey
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.access.unseal import generate_key_file, read_key_file
from kiosk.desk.export.numbers_page import numbers_page
from kiosk.desk.people import add_person, remove_person
from kiosk.desk.queue.call_list import CallCase, forget_finished, read_board, record_call, take_back
from kiosk.desk.queue.calls import CallRecord
from kiosk.desk.queue.numbers import (
    HEADER,
    CallOutcome,
    keep_outcomes,
    keeper,
    kept_outcomes,
    outcome_of,
    outcomes_of,
    weeks,
)
from kiosk.desk.queue.opened_request import OpenedRequest
from kiosk.desk.queue.turns import CallingRules
from kiosk.store.envelope import Envelope, EnvelopeState
from kiosk.store.seal import seal
from tests.desk.taking import take_in
from tests.numbered import request_id

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic

Requests = Callable[..., CallbackRequest]
RULES = CallingRules()
NOW = datetime.datetime(2026, 11, 27, 18, tzinfo=datetime.UTC)
MADE = "2026-11-23T14:00:00Z"  # a Monday, 9 h where the kiosk is


def _case(request: CallbackRequest, *records: tuple[str, str]) -> CallCase:
    """Return a case with records, each its state and its time of day or whole time."""
    made = tuple(
        CallRecord(request.id, state, "", "ana", at)  # type: ignore[arg-type]  # one of the states
        for state, at in records
    )
    envelope = Envelope(Path("x"), datetime.date(2026, 11, 23), request.id, EnvelopeState.SOUND)
    return CallCase(OpenedRequest.of(envelope, request), is_listed=False, records=made)


def _outcome(case: CallCase, now: datetime.datetime = NOW) -> CallOutcome:
    found = outcome_of(case, RULES, now)
    assert found is not None
    return found


def test_waiting_and_the_try_are_counted_from_the_records(request_of: Requests) -> None:
    case = _case(
        request_of(1, created=MADE),
        ("no answer", "2026-11-23T15:00:00Z"),
        ("voicemail left", "2026-11-24T15:00:00Z"),
        ("new", "2026-11-24T15:01:00Z"),
        ("reached", "2026-11-24T16:30:00Z"),
        ("closed", "2026-11-24T16:31:00Z"),
    )
    found = _outcome(case)
    assert datetime.date.fromordinal(found.monday) == datetime.date(2026, 11, 23)
    assert (found.called_after, found.reached_after, found.reached_at) == (60, 24 * 60 + 150, 3)
    assert (found.is_late, found.is_open) == (False, False)


@pytest.mark.parametrize(
    ("records", "is_late", "needs_call"),
    [
        ([("reached", "2026-11-25T18:00:00Z")], False, True),
        ([("no answer", "2026-11-26T18:00:00Z"), ("reached", "2026-11-26T18:30:00Z")], True, True),
        ([], True, True),
        ([("closed", "2026-11-26T18:00:00Z")], False, False),
        ([("cancelled", "2026-11-23T18:00:00Z")], False, False),
    ],
)
def test_late_is_who_was_not_called_by_the_day_we_promised(
    request_of: Requests, records: list[tuple[str, str]], *, is_late: bool, needs_call: bool
) -> None:
    found = _outcome(_case(request_of(1, created=MADE), *records))
    assert (found.is_late, found.needs_call) == (is_late, needs_call)


def test_who_waits_and_is_not_late_yet_is_not_late(request_of: Requests) -> None:
    assert not _outcome(_case(request_of(1, created=MADE)), NOW - datetime.timedelta(days=2)).is_late


def test_a_clock_that_is_off_makes_no_wait_that_is_negative_and_no_date_no_number(
    request_of: Requests,
) -> None:
    assert (
        _outcome(_case(request_of(1, created=MADE), ("reached", "2026-11-22T15:00:00Z"))).reached_after == 0
    )
    never = _case(request_of(1, created=MADE), ("reached", "2026-13-45T15:00:00Z"))
    assert _outcome(never).reached_at == 0
    assert outcomes_of([_case(request_of(1, created="2026-13-45T15:00:00Z"))], RULES, NOW) == ()


def test_what_was_taken_back_is_no_try(clinic: "Clinic", office: DeskFolder, request_of: Requests) -> None:
    clinic.intake.take(request_of(1, created=MADE))
    take_in(office, clinic.key, clinic.spool.root)
    [case] = read_board(office, clinic.key, NOW).cases
    wrong = CallRecord(case.entry.request.id, "no answer", "", "ana", "2026-11-23T15:00:00Z")
    case = take_back(office, record_call(office, case, wrong), "ana", "2026-11-23T15:01:00Z")
    right = CallRecord(case.entry.request.id, "reached", "", "ana", "2026-11-23T15:02:00Z")
    assert _outcome(record_call(office, case, right)).reached_at == 1


def _made(number: int, **changes: object) -> CallOutcome:
    monday = datetime.date(2026, 11, 23).toordinal()
    plain = CallOutcome(request_id(number), monday, 60, 120, 1, is_late=False, is_open=False)
    return dataclasses.replace(plain, **changes)  # type: ignore[arg-type]  # tests name fields as they need


def test_a_week_tells_shares_of_those_who_needed_a_call() -> None:
    found = [
        _made(1),
        _made(2, reached_at=2, called_after=180),
        _made(3, reached_at=3, reached_after=72 * 60),
        _made(4, reached_at=5, is_late=True),
        _made(5, reached_at=0, reached_after=None),
        _made(6, reached_at=0, called_after=None, reached_after=None, is_open=True, is_late=True),
        _made(7, reached_at=0, called_after=None, reached_after=None),
        _made(
            8,
            monday=datetime.date(2026, 11, 16).toordinal(),
            reached_at=0,
            called_after=None,
            reached_after=None,
        ),
    ]
    week, before, together = weeks(found)
    told = dict(zip(HEADER, week.cells, strict=True))
    assert told == {
        "Week from": "2026-11-23",
        "Requests": "7",
        "First call after": "1.0 hours",
        "Reached after": "2.0 hours",
        "Reached 1st try": "1 (17%)",
        "2nd try": "1 (17%)",
        "3rd try": "1 (17%)",
        "Later": "1 (17%)",
        "Never": "1 (17%)",
        "No call": "1",
        "Open": "1 (17%)",
        "Late": "2 (33%)",
    }
    assert before.cells == ("2026-11-16", "1", "", "", "0", "0", "0", "0", "0", "1", "0", "0")
    assert together.cells[:2] == ("All", "8")
    assert weeks([_made(1, called_after=48 * 60)])[0].cells[2] == "2.0 days"
    assert weeks(()) == ()


def test_a_request_counts_once_and_as_it_is_here() -> None:
    [week, _] = weeks([_made(1, reached_at=2)], [_made(1), _made(1, reached_at=3), _made(2)])
    assert week.cells[1] == "2"
    assert {each.reached_at for each in week.outcomes} == {1, 2}


def test_what_leaves_the_desk_is_counted_on_and_leaves_no_name(
    clinic: "Clinic", office: DeskFolder, request_of: Requests
) -> None:
    for number in (1, 2):
        clinic.intake.take(request_of(number, created=MADE, name="Zoraida"))
    take_in(office, clinic.key, clinic.spool.root)
    first, second = read_board(office, clinic.key, NOW).cases
    for case, state in ((first, "reached"), (second, "no answer")):
        at = "2026-11-23T15:00:00Z"
        record_call(office, case, CallRecord(case.entry.request.id, state, "a note", "ana", at))  # type: ignore[arg-type]  # one of the states
    before = outcomes_of(read_board(office, clinic.key, NOW).cases, RULES, NOW)
    for day in (10, 11):
        later = NOW + datetime.timedelta(days=day)
        board = read_board(office, clinic.key, later)
        left = forget_finished(office, board, later, keeper(office, RULES, later))
    assert len(left.cases) == 1
    kept = kept_outcomes(office, clinic.key)
    assert kept == tuple(each for each in before if each.reached_at)
    here = outcomes_of(left.cases, RULES, NOW)
    assert weeks(here, kept) == weeks(before)
    [envelope] = office.numbers.waiting()
    plain = clinic.key.open(envelope.path.read_bytes())
    for secret in (b"Zoraida", b"555", b"a note", b"ana"):
        assert secret not in plain


def test_a_power_cut_between_keeping_and_deleting_counts_nobody_twice(
    clinic: "Clinic", office: DeskFolder
) -> None:
    office.prepare()
    for _ in range(2):
        keep_outcomes(office, [_made(1)], NOW)
    keep_outcomes(office, [_made(1), _made(2)], NOW)
    keep_outcomes(office, [], NOW)
    assert weeks((), kept_outcomes(office, clinic.key))[0].cells[1] == "2"


@pytest.mark.parametrize(
    "plain", [b"\xff", b"[]", b'{"version": 2}', b'{"version": 1}', b'{"version": 1, "outcomes": [1, {}]}']
)
def test_numbers_that_cannot_be_used_cost_only_themselves(
    clinic: "Clinic", office: DeskFolder, plain: bytes
) -> None:
    office.prepare()
    keep_outcomes(office, [_made(1)], NOW)
    office.numbers.add(seal(plain, office.recipients()), "1" * 32, NOW.date())
    path = office.numbers.add(seal(b"x", office.recipients()), "2" * 32, NOW.date())
    path.write_bytes(b"damaged")
    assert kept_outcomes(office, clinic.key) == (_made(1),)


@pytest.mark.usefixtures("quick_keys")
def test_who_comes_reads_the_numbers_and_who_goes_does_not(clinic: "Clinic", office: DeskFolder) -> None:
    office.prepare()
    keep_outcomes(office, [_made(1)], NOW)
    made = add_person(office, clinic.key, "ben", NOW, str)
    ben = read_key_file(made.file.read_bytes(), str)
    assert kept_outcomes(office, ben) == (_made(1),)
    remove_person(office, clinic.key, "ben", NOW)
    [envelope] = office.numbers.waiting()
    with pytest.raises(WrongKey):
        ben.open(envelope.path.read_bytes())
    stranger = read_key_file(generate_key_file("")[0], str)
    assert kept_outcomes(office, stranger) == ()


def test_the_printed_page_has_every_number() -> None:
    found = weeks([_made(1), _made(2, is_late=True)])
    page = numbers_page(found, NOW)
    assert all(f"<td>{cell}</td>" in page for week in found for cell in week.cells)
    assert all(cell in page for cell in HEADER)
    assert "Made 2026-11-27 18:00" in page
