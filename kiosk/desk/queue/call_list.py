"""What the window shows: every request the desk keeps, and what became of it."""

import dataclasses
import datetime
from collections.abc import Callable, Collection, Iterable
from typing import Final

from kiosk.core.staff_words import tr
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.access.unseal import StaffKey
from kiosk.desk.queue.calendars import other_days
from kiosk.desk.queue.calls import CallRecord, CallState, keep_record, read_call_book, taken_back
from kiosk.desk.queue.chain import in_turn, standing, unfollowed
from kiosk.desk.queue.export_jobs import exported_by, read_records
from kiosk.desk.queue.gaps import gaps
from kiosk.desk.queue.machines import repeated_numbers
from kiosk.desk.queue.opened_request import Expected, OpenedRequest
from kiosk.desk.queue.opening import damaged_warnings
from kiosk.desk.queue.waiting_list import in_order, open_envelopes, warnings_of, without_copies
from kiosk.desk.queue.withdrawals import Withdrawn, with_withdrawn_numbers, without_withdrawn
from kiosk.desk.queue.wrong_clock import long_silence

TIME: Final = "%Y-%m-%dT%H:%M:%SZ"
_A_DAY_OF_WORK: Final = datetime.timedelta(hours=20)
"""From opening the desk on one day to opening it on the next. Chosen; not measured."""


@dataclasses.dataclass(frozen=True, slots=True)
class CallCase:
    """One request and all that was recorded about it, the last one decides; is_listed: it is in a list."""

    entry: OpenedRequest
    is_listed: bool
    records: tuple[CallRecord, ...] = ()

    @property
    def state(self) -> CallState:
        """Its state."""
        return CallState(self.records[-1].state) if self.records else CallState.NEW

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to call."""
        return not self.records or self.records[-1].is_open

    @property
    def attempts(self) -> int:
        """How many calls were made without an answer since somebody began anew."""
        counted = standing(self.records)
        anew = (place for place, record in enumerate(counted, start=1) if _begins_anew(record))
        since = counted[max(anew, default=0) :]
        return sum(CallState(record.state).is_missed for record in since)

    @property
    def last(self) -> CallRecord | None:
        """The record that its state is from: after one was taken back, the one before that."""
        last = self.records[-1] if self.records else None
        before = standing(self.records)[-1:]
        is_before = (
            last is not None and last.takes_back is not None and before and before[0].state == last.state
        )
        return before[0] if is_before else last

    @property
    def news(self) -> str:
        """Who recorded what last, and when; "" when nobody did."""
        if not self.records:
            return ""
        last = self.records[-1]
        said = {"by": last.who, "number": self.entry.number, "state": last.told, "time": last.local_time}
        if last.takes_back is not None:
            return tr("{by} took back a record of {number} at {time}; its state is {state} again", **said)
        return tr("{by} has recorded {number} as {state} at {time}", **said)

    @property
    def last_at(self) -> str:
        """When anything was recorded last, UTC, or ""."""
        return max((record.at for record in self.records), default="")

    @property
    def disagreement(self) -> str:
        """What was recorded by people who did not see each other's, in one phrase, or ""."""
        last = unfollowed(self.records)
        told = " / ".join(f"{record.who}: {tr(record.state)}" for record in last)
        return tr("recorded by several at once ({told})", told=told) if len(last) > 1 else ""


@dataclasses.dataclass(frozen=True, slots=True)
class CallList:
    """Every request the desk keeps, in the order to call them, and what is odd, one sentence each.

    withdrawn: withdrawals that cancel no request here; is_complete: the disk gave every file.
    """

    cases: tuple[CallCase, ...] = ()
    warnings: tuple[str, ...] = ()
    withdrawn: tuple[Withdrawn, ...] = ()
    is_complete: bool = True


def _begins_anew(record: CallRecord) -> bool:
    """Whether somebody put it back to new, or reached whoever wants to be called again."""
    state = CallState(record.state)
    return state is CallState.NEW or (state is CallState.REACHED and record.is_open)


def expected_at(office: DeskFolder, now: datetime.datetime) -> Expected:
    """Return what this desk expects of a request; now: UTC, aware. Raises SettingsError."""
    settings = office.settings()
    return Expected(now, frozenset(settings.kiosks), settings.promise)


def read_board(
    office: DeskFolder,
    key: StaffKey,
    now: datetime.datetime,
    on_opened: Callable[[int, int], None] = lambda _done, _all: None,
) -> CallList:
    """Open everything the desk keeps; changes nothing. It needs nothing but the envelopes and the records.

    on_opened: called with how many of how many envelopes were looked at.
    Raises WrongKey, SpoolError, SettingsError or ExportError.
    """
    expected = expected_at(office, now)
    opened = open_envelopes((*office.spool.waiting(), *office.spool.delivered()), key, expected, on_opened)
    records = read_records(office.spool)
    listed = exported_by(records.jobs)
    kept, _ = without_copies(opened.entries)
    _, gone = without_withdrawn(kept, opened.withdrawals)
    withdrawals = {item.withdrawal.about: taken_back(item.withdrawal, item.created) for item in gone}
    book = read_call_book(office.calls, key)
    seen = {kiosk: set(numbers) for kiosk, numbers in listed.numbers.items()}
    forgotten, lost = office.forgotten_or_why()
    for kiosk, seq in forgotten.values():
        seen.setdefault(kiosk, set()).add(seq)
    numbers = {kiosk: frozenset(those) for kiosk, those in seen.items()}
    strangers = (
        tr("{name} in {folder} is not a request.", name=path.name, folder=office.spool.new)
        for path in office.spool.unrecognized_files()
    )
    cases = tuple(
        CallCase(
            entry,
            entry.request.id in listed.ids,
            _records(book.records.get(entry.request.id, ()), withdrawals.get(entry.request.id)),
        )
        for entry in in_order(kept, expected.promise)
    )
    silence = long_silence((time for case in cases for time in (case.entry.made, case.last_at)), now)
    return CallList(
        cases,
        (
            *(told for told in (silence, other_days(kept, expected.promise)) if told),
            *_calendar_runs_out(office, expected),
            *records.warnings,
            *lost,
            *warnings_of(opened),
            *book.warnings,
            # Without that file nobody knows which numbers left this desk: they would all be called missing.
            *(() if lost else gaps(kept, with_withdrawn_numbers(numbers, opened.withdrawals))),
            *repeated_numbers(opened.entries, forgotten),
            *strangers,
            *damaged_warnings(office.spool),
        ),
        tuple(item for item in opened.withdrawals if item.key not in withdrawals),
        is_complete=book.is_complete and not opened.unread and not lost,
    )


def _calendar_runs_out(office: DeskFolder, expected: Expected) -> Iterable[str]:
    last = expected.promise.runs_out(expected.now.astimezone().date())
    if last is not None:
        yield tr(
            "No holiday after {last} is known here: add the next ones to closed_days in {file} and at the "
            "kiosk, then start the desk again.",
            last=last,
            file=office.settings_file,
        )


def _records(records: Iterable[CallRecord], withdrawal: CallRecord | None) -> tuple[CallRecord, ...]:
    return in_turn(records if withdrawal is None else (*records, withdrawal))


def record_call(office: DeskFolder, case: CallCase, record: CallRecord) -> CallCase:
    """Keep a record, as what follows the case's last ones, and return the case with it.

    Raises SealError or SpoolError.
    """
    record = dataclasses.replace(record, follows=tuple(last.id for last in unfollowed(case.records)))
    keep_record(office.calls, record, office.recipients())
    return dataclasses.replace(case, records=(*case.records, record))


def take_back(office: DeskFolder, case: CallCase, by: str, at: str) -> CallCase:
    """Keep a record that takes the last one back: what was so before it is so again; at: UTC.

    Raises SealError or SpoolError.
    """
    *earlier, mistake = case.records
    before = dataclasses.replace(case, records=tuple(earlier))
    again_at = before.last.again_at if before.last else None
    about = case.entry.request.id
    record = CallRecord(about, before.state.value, "", by, at, again_at=again_at, takes_back=mistake.id)
    return record_call(office, case, record)


def look_again(office: DeskFolder, key: StaffKey, case: CallCase) -> CallCase:
    """Return a case with what others recorded about it meanwhile; the same one when nobody did.

    Raises SpoolError.
    """
    about = case.entry.request.id
    found = read_call_book(office.calls, key, about).records.get(about, frozenset())
    new = found.difference(case.records)
    return dataclasses.replace(case, records=in_turn((*case.records, *new))) if new else case


def look_again_at(office: DeskFolder, key: StaffKey, board: CallList, ids: Collection[str]) -> CallList:
    """Return a list with what others recorded about these requests; the same one when nobody did.

    Raises SpoolError.
    """
    cases = tuple(
        look_again(office, key, case) if case.entry.request.id in ids else case for case in board.cases
    )
    is_same = all(one is other for one, other in zip(cases, board.cases, strict=True))
    return board if is_same else dataclasses.replace(board, cases=cases)


def forget_finished(
    office: DeskFolder,
    board: CallList,
    now: datetime.datetime,
    keep: Callable[[Iterable[CallCase]], None] = lambda _cases: None,
) -> CallList:
    """Delete requests that were finished long enough ago, with their records; return what is left.

    Of each only its id, kiosk and number stay, so that it does not come in again and is not missed.
    Nothing is deleted while a file cannot be read: what it says may be that somebody still has to call.
    Nor is it when it is first found to be due, but the next day at the earliest: a clock may have jumped.
    keep: gets those that are about to be deleted. Raises SpoolError, SettingsError or what keep raises.
    """
    days = office.settings().delete_after_days
    limit, soon = (_time(now - datetime.timedelta(days=each)) for each in (days, days - 1))
    done = [case for case in board.cases if not case.is_open and case.last_at < soon]
    old = [item for item in board.withdrawn if item.created < soon]
    if not board.is_complete or (not done and not old):
        return board
    sure = due_since_yesterday(
        office, (*(case.entry.request.id for case in done), *(item.key for item in old)), now
    )
    done = [case for case in done if case.last_at < limit and (not days or case.entry.request.id in sure)]
    old = [item for item in old if item.created < limit and (not days or item.key in sure)]
    if done or old:
        keep(done)
        _delete(office, done, old)
    return dataclasses.replace(
        board,
        cases=tuple(case for case in board.cases if case not in done),
        withdrawn=tuple(item for item in board.withdrawn if item not in old),
    )


def due_since_yesterday(
    office: DeskFolder, ids: Iterable[str], now: datetime.datetime, what: str = "due"
) -> frozenset[str]:
    """Take note of what is due, and return what was so the day before; a note from the future counts anew.

    what: see DeskFolder.due. Raises SpoolError.
    """
    before, this = office.due(what), _time(now)
    due = {each: min(before.get(each, this), this) for each in ids}
    if due != before:
        office.remember_due(due, what)
    limit = _time(now - _A_DAY_OF_WORK)
    return frozenset(each for each, at in due.items() if at <= limit)


def _delete(office: DeskFolder, done: Iterable[CallCase], old: Iterable[Withdrawn]) -> None:
    gone = {case.entry.request.id: (case.entry.request.kiosk, case.entry.request.seq) for case in done}
    gone |= {item.key: (item.withdrawal.kiosk, item.withdrawal.seq) for item in old}
    forgotten = {**office.forgotten(), **gone}
    office.remember_forgotten(forgotten)
    kept = (*office.spool.waiting(), *office.spool.delivered())
    ids = {*forgotten, *(case.entry.request.withdrawal_id for case in done)}
    office.spool.discard(*(envelope for envelope in kept if envelope.request_id in ids))
    office.spool.discard(*(item.envelope for item in old))
    office.calls.discard(
        *(envelope for envelope in office.calls.waiting() if envelope.request_id in forgotten)
    )


def _time(moment: datetime.datetime) -> str:
    return moment.strftime(TIME)
