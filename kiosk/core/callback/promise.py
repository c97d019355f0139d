"""The promise to call within a number of working days, Monday to Friday."""

import datetime
from typing import Final

_SATURDAY: Final = 5


def promised_by(asked: datetime.date, working_days: int) -> datetime.date:
    """Return the last day of the promise, counted in working days from the day of asking."""
    day = asked
    for _ in range(working_days):
        day += datetime.timedelta(days=1)
        while day.weekday() >= _SATURDAY:
            day += datetime.timedelta(days=1)
    return day


def is_overdue(asked: datetime.date, working_days: int, today: datetime.date) -> bool:
    """Whether the last day of the promise is over."""
    return today > promised_by(asked, working_days)
