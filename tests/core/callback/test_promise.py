"""The promise counts working days only."""

import datetime

import pytest

from kiosk.core.callback.promise import is_overdue, promised_by

FRIDAY = datetime.date(2026, 11, 20)


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
    assert promised_by(asked, days) == last


def test_a_request_is_overdue_when_its_last_day_is_over() -> None:
    assert not is_overdue(FRIDAY, 1, datetime.date(2026, 11, 23))
    assert is_overdue(FRIDAY, 1, datetime.date(2026, 11, 24))
