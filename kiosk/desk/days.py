"""Days by name, in the language of the desk."""

import datetime
from typing import Final

from kiosk.core.staff_words import mark, tr

_WEEKDAYS: Final = (
    *(mark("Mon"), mark("Tue"), mark("Wed"), mark("Thu")),
    *(mark("Fri"), mark("Sat"), mark("Sun")),
)
_MONTHS: Final = (
    *(mark("Jan"), mark("Feb"), mark("Mar"), mark("Apr"), mark("May"), mark("Jun")),
    *(mark("Jul"), mark("Aug"), mark("Sep"), mark("Oct"), mark("Nov"), mark("Dec")),
)


def weekday(day: datetime.date) -> str:
    """Return a day of the week, such as "Wed"."""
    return tr(_WEEKDAYS[day.weekday()])


def short_date(day: datetime.date) -> str:
    """Return a day without its year, such as "Wed 30 Nov"."""
    return f"{weekday(day)} {day.day} {tr(_MONTHS[day.month - 1])}"
