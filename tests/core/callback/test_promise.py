"""The promise counts working days only."""

import datetime

import pytest

from kiosk.core.callback.promise import WEEKDAYS, Promise, promise_of

FRIDAY = datetime.date(2026, 11, 20)
CHRISTMAS = datetime.date(2026, 12, 25)  # a Friday
NEW_YEAR = datetime.date(2027, 1, 1)  # as well


@pytest.mark.parametrize(
    ("asked", "days", "last"),
    [
        (datetime.date(2026, 11, 17), 2, datetime.date(2026, 11, 19)),
        (FRIDAY, 1, datetime.date(2026, 11, 23)),
        (FRIDAY, 2, datetime.date(2026, 11, 24)),
        (datetime.date(2026, 11, 22), 2, datetime.date(2026, 11, 24)),
    ],
)
def test_a_promise_skips_the_weekend(asked: datetime.date, days: int, last: datetime.date) -> None:
    assert Promise(days).last_day(asked) == last


@pytest.mark.parametrize(
    ("asked", "days", "last"),
    [
        (datetime.date(2026, 12, 23), 1, datetime.date(2026, 12, 24)),
        (datetime.date(2026, 12, 23), 2, datetime.date(2026, 12, 28)),
        (datetime.date(2026, 12, 24), 1, datetime.date(2026, 12, 28)),
        (datetime.date(2026, 12, 24), 5, datetime.date(2027, 1, 4)),
        (CHRISTMAS, 1, datetime.date(2026, 12, 28)),
    ],
)
def test_a_closed_day_is_no_working_day(asked: datetime.date, days: int, last: datetime.date) -> None:
    assert Promise(days, closed=frozenset({CHRISTMAS, NEW_YEAR})).last_day(asked) == last


def test_a_clinic_has_the_working_days_it_says() -> None:
    promise = promise_of(2, ["tuesday", "saturday"], [datetime.date(2026, 11, 21)])
    assert promise.last_day(FRIDAY) == datetime.date(2026, 11, 28)
    assert promise.next_working_day(FRIDAY) == datetime.date(2026, 11, 24)
    assert promise_of(1, WEEKDAYS, []).last_day(FRIDAY) == datetime.date(2026, 11, 21)


def test_a_promise_is_broken_when_its_last_day_is_over() -> None:
    assert not Promise(1).is_broken(FRIDAY, datetime.date(2026, 11, 23))
    assert Promise(1).is_broken(FRIDAY, datetime.date(2026, 11, 24))


def test_the_day_is_named_when_visitors_would_count_to_another_one() -> None:
    promise = promise_of(2, WEEKDAYS[:5], [CHRISTMAS])
    assert promise.day_to_name(FRIDAY) is None
    assert promise.day_to_name(datetime.date(2026, 12, 24)) == datetime.date(2026, 12, 29)
    assert promise_of(2, WEEKDAYS[:4], []).day_to_name(FRIDAY) is None
    assert promise_of(2, WEEKDAYS, []).day_to_name(FRIDAY) == datetime.date(2026, 11, 22)


def test_the_list_of_closed_days_runs_out_a_month_before_its_end() -> None:
    promise = promise_of(2, WEEKDAYS[:5], [datetime.date(2026, 11, 26), CHRISTMAS])
    assert promise.runs_out(datetime.date(2026, 11, 25)) is None
    assert promise.runs_out(datetime.date(2026, 11, 26)) == CHRISTMAS
    assert promise.runs_out(NEW_YEAR) == CHRISTMAS
    assert Promise().runs_out(NEW_YEAR) is None
