"""Whose turn it is: when to call again after nobody answered, and when to try no more."""

import dataclasses
import datetime
import enum
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from kiosk.core.callback.promise import USUAL_PROMISE, Promise
from kiosk.core.staff_words import mark, tr, tr_count
from kiosk.desk.access.desk_folder import DeskFolder, DeskSettings
from kiosk.desk.queue.call_list import CallCase
from kiosk.store.spool import Spool

if TYPE_CHECKING:
    from kiosk.desk.queue.opened_request import OpenedRequest


@dataclasses.dataclass(frozen=True, slots=True)
class CallingRules:
    """How a clinic calls, as in desk.toml.

    promise: to visitors; least_hours: from a call that nobody answered to the next one; most_attempts: so
    many calls without an answer are enough, 0: there is no end.
    """

    promise: Promise = USUAL_PROMISE
    least_hours: int = 4
    most_attempts: int = 3


USUAL_RULES: Final = CallingRules()
"""What is chosen unless a clinic chooses otherwise; not measured."""


class Turn(enum.Enum):
    """What is to be done about a case now.

    APPOINTED: call, the time that somebody chose has come; TRIED: called often enough, close it or write;
    LATER: its time is still to come; FINISHED: nobody needs to call.
    """

    APPOINTED = enum.auto()
    NOW = enum.auto()
    TRIED = enum.auto()
    LATER = enum.auto()
    FINISHED = enum.auto()

    @property
    def is_call(self) -> bool:
        """Whether somebody is to call now."""
        return self in {Turn.APPOINTED, Turn.NOW}


CLOSE_OR_WRITE: Final = mark("close, or write")
_PLACES: Final = {Turn.APPOINTED: 0, Turn.NOW: 1, Turn.FINISHED: 1, Turn.TRIED: 2, Turn.LATER: 3}
"""From the top of the list down; what is finished stays where it stood."""
_NO_TIME: Final = datetime.datetime.min.replace(tzinfo=datetime.UTC)


def rules_of(settings: DeskSettings) -> CallingRules:
    """Return the rules that a desk's settings hold."""
    return CallingRules(settings.promise, settings.least_hours_between_attempts, settings.most_attempts)


def rules_beside(spool: Spool) -> CallingRules:
    """Return the rules of the desk whose spool this is; the usual ones for a kiosk's.

    Raises SettingsError.
    """
    return rules_of(DeskFolder(spool.root.parent).settings())


def turn_of(case: CallCase, rules: CallingRules, now: datetime.datetime) -> Turn:
    """Say whose turn it is; now: aware."""
    if not case.records:  # most of them, in a list of thousands
        return Turn.NOW
    if not case.is_open:
        return Turn.FINISHED
    time = again_at(case, rules)
    if case.last is not None and case.last.again_at:
        return Turn.LATER if time is not None and now < time else Turn.APPOINTED
    if not case.state.is_missed:
        return Turn.NOW
    if rules.most_attempts and case.attempts >= rules.most_attempts:
        return Turn.TRIED
    # A record from a clock that is far off makes nobody wait: it is as far from now as no wait can be.
    is_waiting = time is not None and now < time < now + 2 * _wait(rules)
    return Turn.LATER if is_waiting else Turn.NOW


def again_at(case: CallCase, rules: CallingRules) -> datetime.datetime | None:
    """Return when to call again at the earliest, past or not, aware; None when nothing says so."""
    last = case.last
    if last is None:
        return None
    try:
        if last.again_at:
            return datetime.datetime.fromisoformat(last.again_at).astimezone()
        if case.state.is_missed:
            return (datetime.datetime.fromisoformat(last.at) + _wait(rules)).astimezone()
    except (ValueError, OverflowError):
        return None
    return None


def place_of(case: CallCase, rules: CallingRules, now: datetime.datetime) -> tuple[int, datetime.datetime]:
    """Return what cases that are sorted by promised day are then sorted by."""
    return _place(case, turn_of(case, rules, now), rules)


def is_late(case: CallCase, rules: CallingRules, now: datetime.datetime) -> bool:
    """Whether the promised day is over and somebody is to call now; now: where the clinic is, aware."""
    is_over = case.entry.promised_by(rules.promise) < now.date()
    return is_over and turn_of(case, rules, now).is_call


@dataclasses.dataclass(frozen=True, slots=True)
class Standing:
    """Whose turn a case is now, whether it is late, and its place; see turn_of, is_late and place_of."""

    turn: Turn
    is_late: bool
    place: tuple[int, datetime.datetime]


_NEW_IN_TIME, _NEW_AND_LATE = (
    Standing(Turn.NOW, is_late, (_PLACES[Turn.NOW], _NO_TIME)) for is_late in (False, True)
)
"""Where most cases of a list of thousands stand: nobody has recorded anything."""


class Overview:
    """Tells where each case of a list stands; reckons the promised day of each request once."""

    def __init__(self, rules: CallingRules) -> None:
        self._rules = rules
        self._days: dict[int, tuple[OpenedRequest, datetime.date]] = {}

    def of(self, cases: Iterable[CallCase], now: datetime.datetime) -> tuple[Standing, ...]:
        """Return the standings in the order of the cases; forgets all other requests. now: as in is_late."""
        cases, known, promise = tuple(cases), self._days, self._rules.promise
        self._days = {
            id(case.entry): known.get(id(case.entry)) or (case.entry, case.entry.promised_by(promise))
            for case in cases
        }
        today = now.date()
        return tuple(self._standing(case, now, today) for case in cases)

    def _standing(self, case: CallCase, now: datetime.datetime, today: datetime.date) -> Standing:
        is_over = self._days[id(case.entry)][1] < today
        if not case.records:
            return _NEW_AND_LATE if is_over else _NEW_IN_TIME
        turn = turn_of(case, self._rules, now)
        return Standing(turn, is_over and turn.is_call, _place(case, turn, self._rules))


def _place(case: CallCase, turn: Turn, rules: CallingRules) -> tuple[int, datetime.datetime]:
    time = again_at(case, rules) if turn is Turn.APPOINTED or turn is Turn.LATER else None
    return _PLACES[turn], time or _NO_TIME


def tried_out(case: CallCase) -> str:
    """Say that a case was called often enough, and what to do."""
    return f"{tried(case)}: {tr(CLOSE_OR_WRITE)}"


def tried(case: CallCase) -> str:
    """Say how often a case was called."""
    return tr_count(case.attempts, "tried {count} time", "tried {count} times")


def _wait(rules: CallingRules) -> datetime.timedelta:
    return datetime.timedelta(hours=rules.least_hours)
