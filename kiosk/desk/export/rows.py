"""The rows of a list, the same in every format."""

import dataclasses
import datetime
from typing import Final

from phonenumbers import PhoneNumberFormat

from kiosk.core.callback.promise import Promise
from kiosk.core.staff_words import mark, tr, tr_count
from kiosk.desk.days import weekday
from kiosk.desk.languages import language_to_speak
from kiosk.desk.plain_text import printable
from kiosk.desk.queue.call_list import CallCase
from kiosk.desk.queue.calls import CallRecord
from kiosk.desk.queue.chain import standing
from kiosk.desk.queue.opened_request import OpenedRequest, time_of_day
from kiosk.desk.queue.turns import CallingRules, Turn, again_at, tried_out, turn_of

HEADER: Final = (
    mark("number"),
    mark("received"),
    mark("phone"),
    mark("name"),
    mark("call_by"),
    mark("best_time"),
    mark("language"),
    mark("interpreter"),
    mark("phone_help"),
    mark("helper"),
    mark("voicemail_ok"),
    mark("text_ok"),
    mark("state"),
    mark("attempts"),
    mark("call_again"),
    mark("last_note"),
    mark("warning"),
)


@dataclasses.dataclass(frozen=True, slots=True)
class Line:
    """One request in a list; before: where it was listed earlier, "" when nowhere; records: see CallCase."""

    entry: OpenedRequest
    before: str = ""
    records: tuple[CallRecord, ...] = ()

    @property
    def case(self) -> CallCase:
        """What became of it."""
        return CallCase(self.entry, bool(self.before), self.records)

    @property
    def last_note(self) -> str:
        """The last note that anybody made, or ""."""
        return next((record.note for record in reversed(standing(self.records)) if record.note), "")

    @property
    def warnings(self) -> tuple[str, ...]:
        """What is odd about it, one phrase each."""
        odd = (self.before, self.entry.warning, self.case.disagreement)
        return tuple(part for part in odd if part)


@dataclasses.dataclass(frozen=True, slots=True)
class CallList:
    """A list to write: its lines in the order to call, when it was made (local time), by whom, as which job.

    choice: what was asked for, in words; rules: when to call, and how often.
    """

    lines: tuple[Line, ...]
    made: datetime.datetime
    by: str
    job: int
    choice: str
    rules: CallingRules

    @property
    def repeated(self) -> int:
        """How many of its requests stood in a list before."""
        return sum(bool(line.before) for line in self.lines)

    @property
    def about(self) -> tuple[str, ...]:
        """What the list says of itself, one sentence each."""
        count = len(self.lines)
        by = tr(" by {name}", name=self.by) if self.by else ""
        again = tr_count(
            self.repeated,
            "{count} of them stood in a list before; look at the warnings before you call.",
            "{count} of them stood in a list before; look at the warnings before you call.",
        )
        return (
            tr(
                "Call-back list {job}, made {made:%Y-%m-%d %H:%M}{by}: {choice}.",
                job=self.job,
                made=self.made,
                by=by,
                choice=self.choice,
            ),
            tr_count(count, "{count} request.", "{count} requests."),
            *((again,) if self.repeated else ()),
            tr("It holds names and phone numbers: shred it, or delete it, after use."),
        )


def row_of(line: Line, phone: str, content: CallList) -> tuple[str, ...]:
    """Return the cells of one request, in the order of HEADER; phone: as the format writes it."""
    entry, request = line.entry, line.entry.request
    cells = (
        entry.number,
        entry.received,
        phone,
        request.name,
        call_by(entry, content.rules.promise),
        time_of_day(request),
        language_to_speak(request),
        _yes_no(is_so=request.interpreter),
        ", ".join(request.phone_hard),
        request.helper_name,
        _yes_no(is_so=entry.has_consent("voicemail")),
        _yes_no(is_so=entry.has_consent("text")),
        state_in(line.case, content),
        str(line.case.attempts),
        call_again(line.case, content),
        line.last_note,
        warnings_of(line),
    )
    return tuple(printable(cell) for cell in cells)


def warnings_of(line: Line) -> str:
    """Return what is odd about a request in one line, or ""."""
    return printable("; ".join(line.warnings))


def state_in(case: CallCase, content: CallList) -> str:
    """Return the state, or that a case was called often enough."""
    is_tried = turn_of(case, content.rules, content.made) is Turn.TRIED
    return tried_out(case) if is_tried else case.state.label


def call_again(case: CallCase, content: CallList) -> str:
    """Return when to call again, such as "at 2026-11-24 16:00", or "" when nothing keeps anybody from it."""
    turn, time = turn_of(case, content.rules, content.made), again_at(case, content.rules)
    if time is None or turn not in {Turn.APPOINTED, Turn.LATER}:
        return ""
    is_appointed = bool(case.last and case.last.again_at)
    return tr("at {time}" if is_appointed else "after {time}", time=f"{time:%Y-%m-%d %H:%M}")


def call_by(entry: OpenedRequest, promise: Promise) -> str:
    """Return the promised day such as "by Wed 2026-11-25", or "" for a request without a date."""
    day = entry.promised_by(promise)
    # The word before it keeps it text in a spreadsheet.
    return "" if day == datetime.date.max else tr("by {weekday} {day}", weekday=weekday(day), day=day)


def phone_to_read(entry: OpenedRequest) -> str:
    """Return the number in groups, with its country code."""
    return entry.phone(PhoneNumberFormat.INTERNATIONAL)


def _yes_no(*, is_so: bool) -> str:
    return tr("yes") if is_so else tr("no")
