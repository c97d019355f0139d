"""Hand-over notes: what whoever leaves writes for whoever comes, sealed like everything at the desk."""

import dataclasses
import datetime
import hashlib
import json
from typing import Annotated, Final

from kiosk.core.callback.request import PADDED_TO, UtcTime
from kiosk.core.errors import DamagedEnvelope, UnsealError
from kiosk.core.staff_words import tr, tr_count
from kiosk.core.validation import Constraints, parse_json, read
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.access.unseal import StaffKey
from kiosk.desk.queue.call_list import TIME, CallList
from kiosk.desk.queue.calls import CallState, local_time
from kiosk.desk.queue.chain import standing
from kiosk.desk.queue.opening import open_envelope
from kiosk.store.envelope import Envelope
from kiosk.store.seal import seal

MAX_NOTE_CHARACTERS: Final = 2000
"""Characters. Chosen, as for a note on a call; not measured."""
_VERSION: Final = 1


@dataclasses.dataclass(frozen=True, slots=True, repr=False)
class HandOverNote:
    """What somebody wrote, and when (UTC); its repr shows nothing of it."""

    text: str
    by: Annotated[str, Constraints("Robin Lee", min_length=1)]
    at: UtcTime

    @property
    def told(self) -> str:
        """The note with its author and the clinic's time."""
        return f"{self.by}, {local_time(self.at)}: {self.text}"


@dataclasses.dataclass(frozen=True, slots=True)
class HandOverNotes:
    """What was not put away yet, the oldest first, each with its file; unopened: files no key opened now."""

    notes: tuple[tuple[Envelope, HandOverNote], ...] = ()
    unopened: int = 0

    @property
    def warning(self) -> str:
        """What could not be read, or ""."""
        if not self.unopened:
            return ""
        return tr_count(
            self.unopened,
            "{count} hand-over note cannot be opened now.",
            "{count} hand-over notes cannot be opened now.",
        )


def keep_note(office: DeskFolder, text: str, by: str, now: datetime.datetime) -> None:
    """Seal a note to everybody at this desk; now: UTC. Raises SealError or SpoolError."""
    office.prepare()
    note = HandOverNote(text.strip()[:MAX_NOTE_CHARACTERS], by, now.strftime(TIME))
    fields = {"version": _VERSION, **dataclasses.asdict(note)}
    plain = json.dumps(fields, ensure_ascii=False, sort_keys=True).encode(errors="replace")
    name = hashlib.sha256(plain).hexdigest()[:32]
    office.notes.add(seal(plain + b" " * (-len(plain) % PADDED_TO), office.recipients()), name, now.date())


def read_notes(office: DeskFolder, key: StaffKey) -> HandOverNotes:
    """Open what was not put away. A file that cannot be opened costs only itself. Raises SpoolError."""
    found: list[tuple[Envelope, HandOverNote]] = []
    unopened = 0
    for envelope in office.notes.waiting():
        try:
            found.append((envelope, _from_wire(open_envelope(envelope, key))))
        except UnsealError:
            unopened += 1
    in_turn = sorted(found, key=lambda pair: (pair[1].at, pair[1].by, pair[1].text))
    return HandOverNotes(tuple(in_turn), unopened)


def put_away(office: DeskFolder, notes: HandOverNotes) -> None:
    """Delete notes for good, those that were shown and no other. Raises SpoolError."""
    office.notes.discard(*(envelope for envelope, _ in notes.notes))


def of_today(board: CallList, today: datetime.date) -> str:
    """Say what was recorded on a day, by the clinic's clock, such as "3 calls: 2 reached, 1 no answer"."""
    states = [
        CallState(record.state)
        for case in board.cases
        for record in standing(case.records)
        if record.local_time[:10] == today.isoformat() and CallState(record.state) is not CallState.NEW
    ]
    counts = ", ".join(
        tr("{count} {state}", count=states.count(state), state=state.label)
        for state in CallState
        if state in states
    )
    told = tr_count(len(states), "{count} record today", "{count} records today")
    return f"{told}: {counts}" if counts else told


def _from_wire(plain: bytes) -> HandOverNote:
    try:
        fields = parse_json(plain)
    except ValueError:
        fields = None
    if not isinstance(fields, dict) or fields.pop("version", None) != _VERSION:
        raise DamagedEnvelope(tr("The note is of a version this program does not know."))
    note, _ = read(HandOverNote, fields)
    if note is None:
        raise DamagedEnvelope(tr("The note has wrong fields."))
    return note
