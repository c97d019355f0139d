"""Nobody who did not answer is called again at once, or for ever; a time that was chosen is kept."""

import dataclasses
import datetime
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk.core.callback.promise import Promise
from kiosk.core.callback.request import CallbackRequest
from kiosk.desk.__main__ import main
from kiosk.desk.access.desk_folder import DeskFolder, DeskSettings
from kiosk.desk.export.csv_list import read_csv
from kiosk.desk.export.rows import HEADER
from kiosk.desk.export.run import Order, export_list
from kiosk.desk.queue.call_list import CallCase, read_board, record_call
from kiosk.desk.queue.calls import CallRecord, CallState, local_time, read_call_book
from kiosk.desk.queue.chain import in_turn
from kiosk.desk.queue.opened_request import OpenedRequest
from kiosk.desk.queue.opening import open_envelope
from kiosk.desk.queue.turns import (
    CallingRules,
    Overview,
    Standing,
    Turn,
    again_at,
    is_late,
    place_of,
    rules_of,
    tried_out,
    turn_of,
)
from kiosk.store.envelope import Envelope, EnvelopeState
from tests.desk.conftest import make_request
from tests.desk.export.test_lists import Page
from tests.desk.taking import take_in
from tests.numbered import request_id

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic

Requests = Callable[..., CallbackRequest]
RULES = CallingRules(least_hours=4, most_attempts=3)
CALLED = "2026-11-24T10:00:00Z"


def _record(state: str, at: str = CALLED, again_at: str | None = None) -> CallRecord:
    return CallRecord(request_id(1), CallState(state).value, "", "ana", at, (), again_at)


def _case(*records: CallRecord) -> CallCase:
    envelope = Envelope(
        Path("20261123-x.age"), datetime.date(2026, 11, 23), request_id(1), EnvelopeState.SOUND
    )
    return CallCase(OpenedRequest.of(envelope, make_request(1)), is_listed=False, records=records)


def _at(text: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(f"{text}Z")


MISSED, VOICEMAIL, REACHED = _record("no answer"), _record("voicemail left"), _record("reached")
AT_FOUR = "2026-11-25T16:00:00Z"


@pytest.mark.parametrize(
    ("records", "now", "turn"),
    [
        ((), "2026-11-24T10:00", Turn.NOW),
        ((MISSED,), "2026-11-24T10:00", Turn.LATER),
        ((VOICEMAIL,), "2026-11-24T13:59:59", Turn.LATER),
        ((MISSED,), "2026-11-24T14:00", Turn.NOW),
        ((MISSED, VOICEMAIL), "2026-11-24T18:00", Turn.NOW),
        ((MISSED, VOICEMAIL, MISSED), "2026-11-24T10:00", Turn.TRIED),
        ((MISSED, VOICEMAIL, MISSED), "2026-12-24T10:00", Turn.TRIED),
        ((MISSED, MISSED, MISSED, _record("new")), "2026-11-24T10:00", Turn.NOW),
        ((MISSED, MISSED, MISSED, _record("new"), MISSED), "2026-11-24T10:00", Turn.LATER),
        ((MISSED, MISSED, _record("no answer", again_at=AT_FOUR)), "2026-11-25T15:59", Turn.LATER),
        ((MISSED, MISSED, _record("no answer", again_at=AT_FOUR)), "2026-11-25T16:00", Turn.APPOINTED),
        ((_record("reached", again_at=AT_FOUR),), "2026-11-25T15:59", Turn.LATER),
        ((_record("reached", again_at=AT_FOUR),), "2026-11-25T16:00", Turn.APPOINTED),
        ((_record("new", again_at=AT_FOUR),), "2026-11-25T15:59", Turn.LATER),
        ((REACHED,), "2026-11-24T10:00", Turn.FINISHED),
        ((_record("no answer", again_at=AT_FOUR), _record("closed")), "2026-11-24T10:00", Turn.FINISHED),
        ((_record("no answer", again_at="2026-13-45T16:00:00Z"),), "2026-11-24T10:00", Turn.APPOINTED),
        ((_record("no answer", at="2026-13-45T16:00:00Z"),), "2026-11-24T10:00", Turn.NOW),
    ],
)
def test_whose_turn_it_is(records: tuple[CallRecord, ...], now: str, turn: Turn) -> None:
    assert turn_of(_case(*records), RULES, _at(now)) is turn


@pytest.mark.parametrize("now", ["2026-11-24T06:00", "2026-11-23T09:00", "2020-01-01T00:00"])
def test_a_call_that_a_wrong_clock_put_into_the_future_makes_nobody_wait(now: str) -> None:
    assert turn_of(_case(MISSED), RULES, _at(now)) is Turn.NOW
    assert turn_of(_case(MISSED), RULES, _at("2026-11-24T09:57")) is Turn.LATER


def test_a_clinic_may_try_for_ever_and_at_once() -> None:
    rules = rules_of(DeskSettings(least_hours_between_attempts=0, most_attempts=0))
    assert turn_of(_case(*[MISSED] * 30), rules, _at("2026-11-24T10:00")) is Turn.NOW
    assert rules_of(DeskSettings()) == RULES


@pytest.mark.parametrize(
    ("records", "attempts"),
    [
        ((MISSED, VOICEMAIL, REACHED), 2),
        ((MISSED, _record("new"), MISSED), 1),
        ((MISSED, MISSED, _record("reached", again_at=AT_FOUR)), 0),
        ((MISSED, _record("closed"), MISSED), 2),
    ],
)
def test_attempts_count_from_where_somebody_began_anew(
    records: tuple[CallRecord, ...], attempts: int
) -> None:
    assert _case(*records).attempts == attempts


def test_a_call_that_waits_for_its_time_is_not_late_until_then() -> None:
    case = _case(_record("no answer", "2026-11-26T10:00:00Z"))
    assert not is_late(case, RULES, _at("2026-11-26T11:00"))
    assert is_late(case, RULES, _at("2026-11-26T14:00"))
    assert not is_late(_case(MISSED, MISSED, MISSED), RULES, _at("2026-11-30T14:00"))
    assert tried_out(_case(MISSED, MISSED, MISSED)) == "tried 3 times: close, or write"


def test_an_overview_tells_the_same_of_every_case() -> None:
    overview = Overview(RULES)
    cases = tuple(
        _case(*records)
        for records in ((), (MISSED,), (REACHED,), (MISSED,) * 3, (_record("reached", again_at=AT_FOUR),))
    )
    for text in ("2026-11-24T10:00", "2026-11-25T16:00", "2026-11-26T10:00", "2026-11-30T10:00"):
        now = _at(text)
        assert overview.of(cases, now) == tuple(
            Standing(turn_of(case, RULES, now), is_late(case, RULES, now), place_of(case, RULES, now))
            for case in cases
        )


def test_the_promised_day_of_a_request_is_reckoned_once_and_forgotten_with_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reckoned: list[OpenedRequest] = []
    last_day = OpenedRequest.promised_by

    def count(entry: OpenedRequest, promise: Promise) -> datetime.date:
        reckoned.append(entry)
        return last_day(entry, promise)

    monkeypatch.setattr(OpenedRequest, "promised_by", count)
    overview, cases, now = Overview(RULES), [_case() for _ in range(3)], _at("2026-11-30T10:00")
    overview.of(cases, now)
    cases[0] = dataclasses.replace(cases[0], records=(MISSED,))
    assert [standing.is_late for standing in overview.of(cases, now)] == [True] * 3
    assert len(reckoned) == len(cases)
    overview.of((), now)
    overview.of(cases, now)
    assert len(reckoned) == 2 * len(cases)


def test_nothing_says_when_to_call_again_whom_nobody_called() -> None:
    assert again_at(_case(), RULES) is None
    assert again_at(_case(_record("new")), RULES) is None
    assert again_at(_case(MISSED), RULES) == _at("2026-11-24T14:00")


def test_of_two_who_did_not_see_each_other_the_one_who_chose_a_time_decides() -> None:
    again = _record("reached", "2026-11-24T09:00:00Z", AT_FOUR)
    assert in_turn((REACHED, again))[-1] is again


def test_a_record_without_a_time_is_written_as_before_and_one_with_it_says_so(
    clinic: "Clinic", office: DeskFolder, request_of: Requests
) -> None:
    clinic.intake.take(request_of(1))
    take_in(office, clinic.key, clinic.spool.root)
    [case] = read_board(office, clinic.key, _at("2026-11-24T10:00")).cases
    case = record_call(office, case, dataclasses.replace(MISSED, follows=None))
    record_call(office, case, _record("reached", "2026-11-24T11:00:00Z", AT_FOUR))
    wires = [json.loads(open_envelope(each, clinic.key)) for each in office.calls.waiting()]
    assert {wire["version"]: "again_at" in wire for wire in wires} == {2: False, 3: True}
    [again] = read_board(office, clinic.key, _at("2026-11-24T12:00")).cases
    assert again.records[-1].again_at == AT_FOUR
    assert again.is_open
    assert again.records[-1].told == f"reached; call again at {local_time(AT_FOUR)}"
    assert again.records[0].told == "no answer"


NOW = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)


@pytest.fixture
def worked(clinic: "Clinic", office: DeskFolder, request_of: Requests) -> DeskFolder:
    """Return a desk where one waits four hours, one is tried out, one has a time, one is due, one is new."""
    for number in range(1, 6):
        clinic.intake.take(request_of(number))
    take_in(office, clinic.key, clinic.spool.root)
    cases = iter(read_board(office, clinic.key, NOW).cases)

    def record(case: CallCase, state: str, again: str | None = None) -> CallCase:
        made = dataclasses.replace(_record(state, again_at=again), request_id=case.entry.request.id)
        return record_call(office, case, made)

    record(next(cases), "no answer")
    record(record(record(next(cases), "no answer"), "no answer"), "voicemail left")
    record(next(cases), "reached", AT_FOUR)
    record(next(cases), "no answer", "2026-11-24T11:30:00Z")
    return office


def _lists(clinic: "Clinic", office: DeskFolder, kind: str, rules: CallingRules = RULES) -> Iterator[bytes]:
    order = Order(clinic.lists, NOW, choice="all", format=kind, by="ana", rules=rules)
    calls = read_call_book(office.calls, clinic.key)
    file = export_list(office.spool, clinic.key, order, lambda _done, _all: None, calls).file
    assert file is not None
    yield file.read_bytes()


def test_lists_say_when_to_call_again_and_begin_with_who_is_to_be_called_now(
    clinic: "Clinic", worked: DeskFolder
) -> None:
    [data] = _lists(clinic, worked, "csv")
    rows = [dict(zip(HEADER, row, strict=True)) for row in read_csv(data)]
    assert [(row["number"], row["state"], row["attempts"], row["call_again"]) for row in rows] == [
        ("lobby#4", "no answer", "1", f"at {local_time('2026-11-24T11:30:00Z')}"),
        ("lobby#5", "new", "0", ""),
        ("lobby#2", "tried 3 times: close, or write", "3", ""),
        ("lobby#1", "no answer", "1", f"after {local_time('2026-11-24T14:00:00Z')}"),
        ("lobby#3", "reached", "0", f"at {local_time(AT_FOUR)}"),
    ]
    [page] = (Page(data).text for data in _lists(clinic, worked, "print"))
    assert f"call again at {local_time(AT_FOUR)}" in page
    assert "tried 3 times: close, or write; calls without an answer: 3" in page


def test_a_list_made_at_a_terminal_keeps_to_the_rules_of_its_desk(
    clinic: "Clinic", worked: DeskFolder
) -> None:
    worked.save_settings(DeskSettings(most_attempts=1, call_back_within_days=5))
    spool = ["--spool", str(worked.spool.root), "--key", str(clinic.key_file)]
    assert main(["export", *spool, "--out", str(clinic.lists)]) == 0
    [file] = clinic.lists.iterdir()
    rows = {row[0]: dict(zip(HEADER, row, strict=True)) for row in read_csv(file.read_bytes())}
    assert rows["lobby#1"]["state"] == "tried 1 time: close, or write"
    assert rows["lobby#5"]["call_by"] == "by Mon 2026-11-30"
