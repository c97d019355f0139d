"""Numbers for the manager: how long people wait, at which try they are reached, how many are called late.

A request that leaves this desk leaves these numbers behind, without a name, a phone number or a note.
"""

import dataclasses
import datetime
import hashlib
import itertools
import json
import statistics
from collections.abc import Callable, Iterable
from typing import Annotated, Final

from kiosk.core.callback.request import PADDED_TO, RequestId
from kiosk.core.errors import UnsealError
from kiosk.core.staff_words import mark, tr
from kiosk.core.validation import Constraints, parse_json, read
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.access.unseal import StaffKey
from kiosk.desk.queue.call_list import CallCase
from kiosk.desk.queue.calls import CallRecord, CallState
from kiosk.desk.queue.chain import standing
from kiosk.desk.queue.opening import open_envelope
from kiosk.desk.queue.turns import CallingRules, is_late
from kiosk.store.seal import seal

HEADER: Final = (
    mark("Week from"),
    mark("Requests"),
    mark("First call after"),
    mark("Reached after"),
    mark("Reached 1st try"),
    mark("2nd try"),
    mark("3rd try"),
    mark("Later"),
    mark("Never"),
    mark("No call"),
    mark("Open"),
    mark("Late"),
)
ABOUT: Final = mark(
    "By the week in which a request was made. Waiting times are medians, nights and weekends included. "
    "Never: finished without being reached. No call: closed or cancelled before anybody called; the shares "
    "are of the others. Late: nobody had called by the day we promised. Requests that have left this desk "
    "are counted too; there is no name in these numbers."
)
_VERSION: Final = 1
_TRIES: Final = frozenset(
    {CallState.NO_ANSWER, CallState.VOICEMAIL, CallState.REACHED, CallState.WRONG_NUMBER}
)
_NAMED_TRIES: Final = 3
_HOURS_AS_HOURS: Final = 48
"""Longer waits are told in days. Chosen."""


@dataclasses.dataclass(frozen=True, slots=True)
class CallOutcome:
    """What the numbers take from one request.

    monday: of the week in which it was made, as its number (datetime.date.toordinal); called_after,
    reached_after: minutes, None when that never was; reached_at: the number of the try, 0 for none.
    """

    id: RequestId
    monday: Annotated[int, Constraints("739947", least=1, most=datetime.date.max.toordinal())]
    called_after: Annotated[int, Constraints("90", least=0)] | None
    reached_after: Annotated[int, Constraints("90", least=0)] | None
    reached_at: Annotated[int, Constraints("1", least=0)]
    is_late: bool
    is_open: bool

    @property
    def needs_call(self) -> bool:
        """Whether anybody called, or still has to."""
        return self.called_after is not None or self.is_open


@dataclasses.dataclass(frozen=True, slots=True)
class Week:
    """The requests of one week, of which there is one at least; monday: None for all weeks together."""

    monday: datetime.date | None
    outcomes: tuple[CallOutcome, ...]

    @property
    def figures(self) -> "Figures":
        """What is counted."""
        to_call = [each for each in self.outcomes if each.needs_call]
        reached = [each.reached_at for each in to_call if each.reached_at]
        unreached = [each for each in to_call if not each.reached_at]
        return Figures(
            week_from=None if self.monday is None else self.monday.isoformat(),
            requests=len(self.outcomes),
            to_call=len(to_call),
            first_call_after_minutes=_median(each.called_after for each in to_call),
            reached_after_minutes=_median(each.reached_after for each in to_call),
            reached_at_try=tuple(reached.count(attempt) for attempt in range(1, _NAMED_TRIES + 1)),
            reached_later=sum(attempt > _NAMED_TRIES for attempt in reached),
            never_reached=sum(not each.is_open for each in unreached),
            no_call=len(self.outcomes) - len(to_call),
            open=sum(each.is_open for each in unreached),
            late=sum(each.is_late for each in to_call),
        )

    @property
    def cells(self) -> tuple[str, ...]:
        """The numbers, in the order of HEADER."""
        found = self.figures
        counts = (*found.reached_at_try, found.reached_later, found.never_reached)
        return (
            str(self.monday or tr("All")),
            str(found.requests),
            _wait(found.first_call_after_minutes),
            _wait(found.reached_after_minutes),
            *(_share(count, found.to_call) for count in counts),
            str(found.no_call),
            _share(found.open, found.to_call),
            _share(found.late, found.to_call),
        )


@dataclasses.dataclass(frozen=True, slots=True)
class Figures:
    """The numbers of a week as numbers: counts, and medians in minutes, None where there is none.

    week_from: its Monday, None for all weeks together; to_call: all but those without a call; reached_at_try:
    at the first, second and third.
    """

    week_from: str | None
    requests: int
    to_call: int
    first_call_after_minutes: float | None
    reached_after_minutes: float | None
    reached_at_try: tuple[int, ...]
    reached_later: int
    never_reached: int
    no_call: int
    open: int
    late: int


def outcome_of(case: CallCase, rules: CallingRules, now: datetime.datetime) -> CallOutcome | None:
    """Return what became of a request so far; None for one without a date; now: aware."""
    made = case.entry.created
    if made is None:
        return None
    calls = [
        (record, at)
        for record in standing(case.records)
        if CallState(record.state) in _TRIES and (at := _time(record)) is not None
    ]
    first = calls[0][1] if calls else None
    reached = next(
        (
            (attempt, at)
            for attempt, (record, at) in enumerate(calls, start=1)
            if CallState(record.state) is CallState.REACHED
        ),
        None,
    )
    uncalled = dataclasses.replace(case, records=())
    day = made.date()
    return CallOutcome(
        id=case.entry.request.id,
        monday=max(day.toordinal() - day.weekday(), 1),
        called_after=None if first is None else _minutes(made, first),
        reached_after=None if reached is None else _minutes(made, reached[1]),
        reached_at=0 if reached is None else reached[0],
        is_late=(first is not None or case.is_open) and is_late(uncalled, rules, (first or now).astimezone()),
        is_open=case.is_open,
    )


def outcomes_of(
    cases: Iterable[CallCase], rules: CallingRules, now: datetime.datetime
) -> tuple[CallOutcome, ...]:
    """Return what became of each request that has a date."""
    return tuple(found for case in cases if (found := outcome_of(case, rules, now)) is not None)


def weeks(now_here: Iterable[CallOutcome], kept: Iterable[CallOutcome] = ()) -> tuple[Week, ...]:
    """Return each week with a request, the newest first, then all together; nothing without a request.

    now_here: of the requests at this desk, which count once, whatever was kept of them before.
    """
    by_id = {each.id: each for each in kept} | {each.id: each for each in now_here}
    in_turn = sorted(by_id.values(), key=lambda each: (-each.monday, each.id))
    found = tuple(
        Week(datetime.date.fromordinal(monday), tuple(those))
        for monday, those in itertools.groupby(in_turn, key=lambda each: each.monday)
    )
    return (*found, Week(None, tuple(in_turn))) if found else ()


def keep_outcomes(office: DeskFolder, outcomes: Iterable[CallOutcome], now: datetime.datetime) -> None:
    """Seal the numbers of requests that are about to leave; now: UTC. Raises SealError or SpoolError."""
    kept = [dataclasses.asdict(outcome) for outcome in outcomes]
    if not kept:
        return
    plain = json.dumps({"version": _VERSION, "outcomes": kept}).encode()
    name = hashlib.sha256(plain).hexdigest()[:32]
    office.numbers.add(seal(plain + b" " * (-len(plain) % PADDED_TO), office.recipients()), name, now.date())


def keeper(
    office: DeskFolder, rules: CallingRules, now: datetime.datetime
) -> Callable[[Iterable[CallCase]], None]:
    """Return what keeps the numbers of requests before they are deleted; now: UTC, aware."""
    return lambda cases: keep_outcomes(office, outcomes_of(cases, rules, now), now)


def kept_outcomes(office: DeskFolder, key: StaffKey) -> tuple[CallOutcome, ...]:
    """Return what was kept; a file that cannot be opened costs only itself. Raises SpoolError."""
    found: list[CallOutcome] = []
    for envelope in office.numbers.waiting():
        try:
            found += _from_wire(open_envelope(envelope, key))
        except UnsealError:
            continue
    return tuple(found)


def _from_wire(plain: bytes) -> Iterable[CallOutcome]:
    try:
        fields = parse_json(plain)
    except ValueError:
        return
    if not isinstance(fields, dict) or fields.get("version") != _VERSION:
        return
    outcomes = fields.get("outcomes")
    for each in outcomes if isinstance(outcomes, list) else ():
        outcome, _ = read(CallOutcome, each) if isinstance(each, dict) else (None, [])
        if outcome is not None:
            yield outcome


def _time(record: CallRecord) -> datetime.datetime | None:
    try:
        return datetime.datetime.fromisoformat(record.at)
    except ValueError:
        return None


def _minutes(since: datetime.datetime, at: datetime.datetime) -> int:
    """Never less than none: two computers' clocks differ."""
    return max(int((at - since).total_seconds() // 60), 0)


def _median(minutes: Iterable[int | None]) -> float | None:
    return statistics.median(known) if (known := [each for each in minutes if each is not None]) else None


def _wait(minutes: float | None) -> str:
    if minutes is None:
        return ""
    hours = minutes / 60
    return (
        tr("{hours:.1f} hours", hours=hours)
        if hours < _HOURS_AS_HOURS
        else tr("{days:.1f} days", days=hours / 24)
    )


def _share(count: int, of: int) -> str:
    return f"{count} ({count / of:.0%})" if count else "0"
