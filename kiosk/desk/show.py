"""What staff see at the terminal: the work list as a table, and the same as JSON fields."""

from phonenumbers import PhoneNumberFormat
from rich.table import Table
from rich.text import Text

from kiosk.desk.languages import language_to_speak
from kiosk.desk.plain_text import printable
from kiosk.desk.queue.opened_request import OpenedRequest
from kiosk.desk.queue.waiting_list import WaitingList


def worklist_table(work: WaitingList) -> Table:
    """Return the work list as a table; visitors' words are shown as plain text whatever they hold."""
    table = Table(title=f"{len(work.entries)} waiting")
    for heading in ("Number", "Received", "Phone"):
        table.add_column(heading, no_wrap=True)
    for heading in ("Name", "Best time", "Language", "Notes"):
        table.add_column(heading)
    for entry in work.entries:
        request = entry.request
        cells = (
            entry.number,
            entry.received,
            entry.phone(PhoneNumberFormat.INTERNATIONAL),
            request.name,
            request.energy_window,
            language_to_speak(request),
            "; ".join(_notes(entry)),
        )
        table.add_row(*(Text(printable(cell)) for cell in cells))
    return table


def entry_fields(entry: OpenedRequest) -> dict[str, object]:
    """Return one request for a JSON document."""
    request = entry.request
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
        "warning": entry.warning,
        "envelope": entry.envelope.path.name,
    }


def _notes(entry: OpenedRequest) -> list[str]:
    request = entry.request
    notes = [*request.phone_hard]
    if request.interpreter:
        notes.append("interpreter")
    if request.helper_name:
        notes.append(f"helper: {request.helper_name}")
    notes += [f"{kind} ok" for kind in ("voicemail", "text") if entry.has_consent(kind)]
    if entry.warning:
        notes.append(entry.warning)
    return notes
