"""What stands in the cells of the list of calls."""

import dataclasses
import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kiosk.desk.queue.call_list import CallCase
from kiosk.desk.queue.calls import CallRecord
from kiosk.desk.queue.opened_request import OpenedRequest
from kiosk.desk.queue.turns import CallingRules, Turn
from kiosk.desk.window.pages import calls_table
from kiosk.desk.window.pages.calls_table import CallsTable, cells_of, day_of, state_of
from kiosk.store.envelope import Envelope, EnvelopeState
from tests.desk.conftest import make_request
from tests.numbered import request_id

RULES = CallingRules()
MADE = datetime.date(2026, 11, 23)
REACHED = CallRecord(request_id(1), "reached", "", "ana", "2026-11-23T18:00:00Z")


@pytest.mark.parametrize(
    ("today", "records", "told"),
    [
        (24, (), "Wed 25 Nov"),
        (25, (), "Wed 25 Nov"),
        (26, (), "LATE: Wed 25 Nov"),
        (26, (REACHED,), "Wed 25 Nov"),
    ],
    ids=["before", "on the day", "after", "after, but reached"],
)
def test_a_call_is_late_once_its_day_is_over_and_somebody_still_has_to_call(
    today: int, records: tuple[CallRecord, ...], told: str
) -> None:
    envelope = Envelope(Path("20261123-x.age"), MADE, request_id(1), EnvelopeState.SOUND)
    case = CallCase(OpenedRequest.of(envelope, make_request(1)), is_listed=False, records=records)
    assert day_of(case, RULES, _noon(today)) == told


@pytest.mark.parametrize(
    ("states", "told"),
    [
        ((), "new"),
        (("no answer",), "no answer (1)"),
        (("no answer", "no answer"), "no answer (2)"),
        (("no answer", "voicemail left"), "voicemail left"),
        (("no answer", "reached"), "reached"),
        (("cancelled",), "cancelled"),
    ],
)
def test_how_often_nobody_answered_stands_where_nobody_answered(states: tuple[str, ...], told: str) -> None:
    envelope = Envelope(Path("20261123-x.age"), MADE, request_id(1), EnvelopeState.SOUND)
    records = tuple(dataclasses.replace(REACHED, state=state) for state in states)  # type: ignore[arg-type]
    case = CallCase(OpenedRequest.of(envelope, make_request(1)), is_listed=False, records=records)
    assert state_of(case, Turn.NOW) == told


@pytest.mark.parametrize(
    ("phone", "told"),
    [
        ("+14155552671", ""),
        ("+19005551234", "premium rate: the call costs extra"),
        ("+8816123456789", "satellite phone: the call costs extra"),
        ("+11112223333", "looks odd: check it"),
    ],
)
def test_what_is_special_of_a_number_stands_in_its_row(phone: str, told: str) -> None:
    envelope = Envelope(Path("20261123-x.age"), MADE, request_id(1), EnvelopeState.SOUND)
    case = CallCase(
        OpenedRequest.of(envelope, make_request(1, phone=phone, phone_hard=())), is_listed=False, records=()
    )
    assert cells_of(case, RULES, _noon(23))[-1] == told


def test_the_cells_of_a_case_are_made_once_until_it_changes_and_forgotten_with_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[str] = []

    def count(case: CallCase, rules: CallingRules, now: datetime.datetime) -> tuple[str, ...]:
        made.append(case.entry.number)
        return cells_of(case, rules, now)

    monkeypatch.setattr(calls_table, "cells_of", count)
    cases = tuple(_case(number) for number in (1, 2, 3))
    table = CallsTable(RULES)
    table.show(cases, _noon(23))
    _read_all(table)
    assert len(made) == 3
    reached = dataclasses.replace(cases[0], records=(REACHED,))
    table.show((reached, *cases[1:]), _noon(23))
    _read_all(table)
    assert len(made) == 4
    assert table.data(table.index(0, 0)) == "reached"
    table.show((reached, *cases[1:]), _noon(30))
    assert str(table.data(table.index(1, 1), Qt.ItemDataRole.ToolTipRole)) == "LATE: Wed 25 Nov"
    table.show((), _noon(30))
    assert not table._rows


def _noon(day: int) -> datetime.datetime:
    return datetime.datetime(2026, 11, day, 12, tzinfo=datetime.UTC)


def _case(number: int) -> CallCase:
    envelope = Envelope(Path(f"20261123-{number}.age"), MADE, request_id(number), EnvelopeState.SOUND)
    return CallCase(OpenedRequest.of(envelope, make_request(number, seq=number)), is_listed=False)


def _read_all(table: CallsTable) -> None:
    for row in range(table.rowCount()):
        for column in range(table.columnCount()):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                table.data(table.index(row, column), role)
