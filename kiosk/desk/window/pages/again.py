"""When to call again: as usual, in a while, or at a time of one's own."""

import dataclasses
import datetime
import typing
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QDateTime
from PySide6.QtWidgets import QComboBox, QDateTimeEdit, QVBoxLayout, QWidget

from kiosk.core.callback.promise import Promise
from kiosk.core.staff_words import mark, tr, tr_count
from kiosk.desk.queue.turns import CallingRules
from kiosk.desk.window.widgets import named, with_calendar

Now = datetime.datetime


def _in_hours(hours: int) -> Callable[[Now, Promise], Now]:
    return lambda now, _promise: now + datetime.timedelta(hours=hours)


def _next_day_at(hour: int) -> Callable[[Now, Promise], Now]:
    def time(now: Now, promise: Promise) -> Now:
        midnight = datetime.datetime.combine(promise.next_working_day(now.date()), datetime.time.min)
        return midnight.replace(hour=hour).astimezone()

    return time


_TIMES: Final = {
    mark("in 1 hour"): _in_hours(1),
    mark("in 2 hours"): _in_hours(2),
    mark("next working day, 9:00"): _next_day_at(9),
    mark("next working day, 14:00"): _next_day_at(14),
}
_OWN: Final = mark("at another time ...")


@dataclasses.dataclass(frozen=True, slots=True)
class Again:
    """What was chosen: its place in the list, and the time beside it, of the clinic's clock, if it counts."""

    choice: int = 0
    own: datetime.datetime | None = None

    def time(self, now: datetime.datetime, promise: Promise) -> datetime.datetime | None:
        """Return when to call again, aware; None when nobody chose.

        now: where the clinic is, aware; promise: it knows which days are working days.
        """
        if self.own is not None:
            return self.own.astimezone()
        return None if self == AS_USUAL else list(_TIMES.values())[self.choice - 1](now, promise)


AS_USUAL: Final = Again()


class AgainField(QWidget):
    """A list of times, and a field for another one, which is shown only for that."""

    def __init__(self, rules: CallingRules) -> None:
        super().__init__()
        hours = rules.least_hours
        self.choice = QComboBox()
        usual = tr_count(hours, "after {count} hour", "after {count} hours") if hours else tr("at once")
        self.choice.addItems([tr("as usual (no answer: {usual})", usual=usual), *map(tr, (*_TIMES, _OWN))])
        self.time = QDateTimeEdit()
        self.time.setDisplayFormat("yyyy-MM-dd HH:mm")
        with_calendar(self.time)
        self._beside = named(tr("E&xact time:"), self.time)
        self._beside.hide()
        self.choice.currentTextChanged.connect(lambda text: self._beside.setVisible(text == tr(_OWN)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(named(tr("Call aga&in:"), self.choice))
        column.addWidget(self._beside)

    @property
    def chosen(self) -> Again:
        """What is chosen."""
        own = self.time.dateTime().toPython() if self.choice.currentText() == tr(_OWN) else None
        return Again(self.choice.currentIndex(), typing.cast("datetime.datetime | None", own))

    def begin(self, now: datetime.datetime) -> None:
        """Choose what is usual, and begin another time with the next full hour; now: where the clinic is."""
        self.show_choice(Again(own=(now + datetime.timedelta(hours=1)).replace(minute=0, tzinfo=None)))

    def show_choice(self, again: Again) -> None:
        """Choose what was chosen before."""
        self.choice.setCurrentIndex(again.choice)
        if (own := again.own) is not None:
            self.time.setDateTime(QDateTime(own.year, own.month, own.day, own.hour, own.minute, 0))
