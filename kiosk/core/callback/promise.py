"""The promise to call within a number of working days, and which days those are."""

import dataclasses
import datetime
import typing
from collections.abc import Iterable
from typing import Final, Literal

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS: Final[tuple[Weekday, ...]] = typing.get_args(Weekday)
MONDAY_TO_FRIDAY: Final = WEEKDAYS[:5]
_USUAL: Final = frozenset(range(len(MONDAY_TO_FRIDAY)))
_A_DAY: Final = datetime.timedelta(days=1)
_AHEAD: Final = datetime.timedelta(days=30)
"""So long before the last of the closed days somebody is asked for the next ones. Chosen; not measured."""


@dataclasses.dataclass(frozen=True, slots=True)
class Promise:
    """To call within so many working days.

    weekdays: those on which the clinic is open, Monday is 0, never none; closed: days on which it is not.
    """

    working_days: int = 2
    weekdays: frozenset[int] = _USUAL
    closed: frozenset[datetime.date] = frozenset()

    def last_day(self, asked: datetime.date) -> datetime.date:
        """Return the last day to call, counted in working days from the day of asking.

        Raises OverflowError at the end of the calendar.
        """
        return self._after(asked, self.working_days)

    def is_broken(self, asked: datetime.date, today: datetime.date) -> bool:
        """Whether the last day to call is over."""
        return today > self.last_day(asked)

    def next_working_day(self, today: datetime.date) -> datetime.date:
        """Return the first working day after this one."""
        return self._after(today, 1)

    def day_to_name(self, asked: datetime.date) -> datetime.date | None:
        """Return the last day to call when it is another one than whoever counts Monday to Friday expects."""
        last = self.last_day(asked)
        return None if last == Promise(self.working_days).last_day(asked) else last

    def runs_out(self, today: datetime.date) -> datetime.date | None:
        """Return the last closed day that is known, when it is time to write down the next ones."""
        last = max(self.closed, default=None)
        return last if last is not None and last < today + _AHEAD else None

    def _after(self, day: datetime.date, working_days: int) -> datetime.date:
        for _ in range(working_days):
            day += _A_DAY
            while day.weekday() not in self.weekdays or day in self.closed:
                day += _A_DAY
        return day


USUAL_PROMISE: Final = Promise()
"""What a desk reckons with that was not told what its clinic promises."""


def promise_of(
    working_days: int, open_weekdays: Iterable[Weekday], closed_days: Iterable[datetime.date]
) -> Promise:
    """Return the promise that a clinic's settings ask for."""
    return Promise(working_days, frozenset(map(WEEKDAYS.index, open_weekdays)), frozenset(closed_days))
