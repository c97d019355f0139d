"""What staff see at the terminal: the work list, the calls and the numbers as tables, and as JSON fields."""

import datetime
from collections.abc import Iterable, Mapping

from phonenumbers import PhoneNumberFormat
from rich.table import Table
from rich.text import Text

from kiosk.core.audit import Chain
from kiosk.core.staff_words import in_english, tr
from kiosk.desk.export.rows import call_by
from kiosk.desk.languages import language_to_speak
from kiosk.desk.phone_help import phone_help
from kiosk.desk.plain_text import printable
from kiosk.desk.queue.call_list import CallCase, CallList
from kiosk.desk.queue.calls import local_time
from kiosk.desk.queue.numbers import HEADER, Week
from kiosk.desk.queue.opened_request import OpenedRequest, time_of_day
from kiosk.desk.queue.turns import CallingRules, again_at, is_late, turn_of
from kiosk.desk.queue.waiting_list import WaitingList


def worklist_table(work: WaitingList) -> Table:
    """Return the work list as a table; visitors' words are shown as plain text whatever they hold."""
    table = Table(title=tr("{count} waiting", count=len(work.entries)))
    for heading in (tr("Number"), tr("Received"), tr("Phone")):
        table.add_column(heading, no_wrap=True)
    for heading in (tr("Name"), tr("Best time"), tr("Language"), tr("Notes")):
        table.add_column(heading)
    for entry in work.entries:
        request = entry.request
        cells = (
            entry.number,
            entry.received,
            entry.phone(PhoneNumberFormat.INTERNATIONAL),
            request.name,
            time_of_day(request),
            language_to_speak(request),
            "; ".join(_notes(entry)),
        )
        table.add_row(*(Text(printable(cell)) for cell in cells))
    return table


def board_table(board: CallList, rules: CallingRules) -> Table:
    """Return every call the desk keeps as a table, with what became of it."""
    rows = (
        (
            case.entry.number,
            case.last.told if case.last else case.state.label,
            call_by(case.entry, rules.promise),
            case.entry.phone(PhoneNumberFormat.INTERNATIONAL),
            case.entry.request.name,
            time_of_day(case.entry.request),
            language_to_speak(case.entry.request),
            "; ".join((*_notes(case.entry), *filter(None, (case.disagreement,)))),
        )
        for case in board.cases
    )
    header = (tr("Number"), tr("State"), tr("Call"), tr("Phone"), tr("Name"), tr("Best time"))
    return _table((*header, tr("Language"), tr("Notes")), rows)


def numbers_table(found: Iterable[Week]) -> Table:
    """Return the numbers for the manager as a table."""
    return _table(map(tr, HEADER), (week.cells for week in found))


def audit_table(logs: Mapping[str, Chain]) -> Table:
    """Return what staff did as a table, log by log; events are codes, the same in every language."""
    rows = (
        (
            name,
            str(entry.n),
            local_time(entry.at),
            entry.event,
            ", ".join(f"{count} {unit}" for unit, count in entry.numbers.items()),
            " > ".join(filter(None, (entry.by, entry.whom))),
        )
        for name, chain in logs.items()
        for entry in chain.entries
    )
    return _table((tr("Log"), tr("Entry"), tr("Time"), tr("Event"), tr("Numbers"), tr("Who")), rows)


def case_fields(case: CallCase, rules: CallingRules, now: datetime.datetime) -> dict[str, object]:
    """Return one call for a JSON document: the request, and what became of it; now: aware."""
    day, again, last = case.entry.promised_by(rules.promise), again_at(case, rules), case.last
    return {
        **entry_fields(case.entry),
        "state": case.state.value,
        "turn": turn_of(case, rules, now).name.lower(),
        "call_by": None if day == datetime.date.max else day.isoformat(),
        "late": is_late(case, rules, now.astimezone()),
        "attempts": case.attempts,
        "call_again": None if again is None else again.isoformat(timespec="minutes"),
        "last_by": last.by if last else None,
        "last_at": last.at if last else None,
        "last_note": last.note if last else None,
        "listed": case.is_listed,
    }


def entry_fields(entry: OpenedRequest) -> dict[str, object]:
    """Return one request for a JSON document, in English but for the warning, which is for people."""
    request, warning = entry.request, entry.warning
    with in_english():
        return {
            "number": entry.number,
            "kiosk": request.kiosk,
            "seq": request.seq,
            "id": request.id,
            "received": entry.received,
            "phone": entry.phone(PhoneNumberFormat.INTERNATIONAL),
            "name": request.name,
            "best_time": request.energy_window,
            "language": language_to_speak(request),
            "interpreter": request.interpreter,
            "phone_help": list(request.phone_hard),
            "helper": request.helper_name,
            "voicemail_ok": entry.has_consent("voicemail"),
            "text_ok": entry.has_consent("text"),
            "warning": warning,
            "envelope": entry.envelope.path.name,
        }


def _table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> Table:
    table = Table(*header)
    for row in rows:
        table.add_row(*(Text(printable(cell)) for cell in row))
    return table


def _notes(entry: OpenedRequest) -> list[str]:
    request = entry.request
    notes = [*phone_help(request)]
    if request.interpreter:
        notes.append(tr("interpreter"))
    if request.helper_name:
        notes.append(tr("helper: {name}", name=request.helper_name))
    ok = {"voicemail": tr("voicemail ok"), "text": tr("text ok")}
    notes += [words for kind, words in ok.items() if entry.has_consent(kind)]
    if entry.warning:
        notes.append(entry.warning)
    return notes
