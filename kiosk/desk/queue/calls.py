"""What became of each call: one small sealed file per record made at the desk."""

import dataclasses
import datetime
import enum
import hashlib
import json
from collections.abc import Mapping
from typing import Annotated, Final, Literal

from kiosk.core.callback.request import PADDED_TO, RequestId, UtcTime, Withdrawal
from kiosk.core.errors import DamagedEnvelope, UnreadEnvelope, UnsealError
from kiosk.core.staff_words import mark, tr, tr_count
from kiosk.core.validation import Constraints, parse_json, read
from kiosk.desk.access.unseal import StaffKey
from kiosk.desk.queue.opening import open_envelope
from kiosk.store.recipients import Recipients
from kiosk.store.seal import seal
from kiosk.store.spool import Spool

_VISITOR: Final = mark("the visitor")
_TAKEN_BACK: Final = mark("Taken back at the kiosk.")
MAX_CALL_NOTE_CHARACTERS: Final = 2000
"""Characters of a note on a call. Chosen; not measured."""
_VERSIONS: Final = (1, 2, 3)
"""Those of version 1 do not say what they follow; those of version 3 say
when to call again, or take one back."""


class CallState(enum.StrEnum):
    """The state of a request; its value is the text that staff read, in English."""

    NEW = "new"
    NO_ANSWER = "no answer"
    VOICEMAIL = "voicemail left"
    REACHED = "reached"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    WRONG_NUMBER = "wrong number"

    @property
    def label(self) -> str:
        """The text that staff read, in their language."""
        return tr(self.value)

    @property
    def is_open(self) -> bool:
        """Whether a call is still to be made."""
        return self is CallState.NEW or self.is_missed

    @property
    def is_missed(self) -> bool:
        """Whether a call was made and nobody answered."""
        return self in {CallState.NO_ANSWER, CallState.VOICEMAIL}

    @property
    def may_call_again(self) -> bool:
        """Whether a time to call again goes with it."""
        return self.is_open or self is CallState.REACHED


@dataclasses.dataclass(frozen=True, slots=True, repr=False)
class CallRecord:
    """One thing recorded about a request: the new state, a note, who and when (UTC); never changed after.

    follows: the ids of the records that whoever made it had in front of them; None where nobody knows;
    again_at: when somebody chose to call again, UTC; takes_back: the id of a record that was a mistake, whose
    place this one takes with what was so before.
    """

    request_id: RequestId
    state: Literal["new", "no answer", "voicemail left", "reached", "closed", "cancelled", "wrong number"]
    note: str
    by: Annotated[str, Constraints("Robin Lee", min_length=1)]
    at: UtcTime
    follows: tuple[str, ...] | None = None
    again_at: UtcTime | None = None
    takes_back: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether a call is still to be made after it."""
        return CallState(self.state).is_open or self.again_at is not None

    @property
    def told(self) -> str:
        """What it says, such as "reached; call again at 2026-11-28 16:00"."""
        label = CallState(self.state).label
        if not self.again_at:
            return label
        return tr("{state}; call again at {time}", state=label, time=local_time(self.again_at))

    @property
    def who(self) -> str:
        """Who made it, in words for staff."""
        return tr(self.by) if self.by == _VISITOR else self.by

    @property
    def said(self) -> str:
        """Its note, in words for staff."""
        return tr(self.note) if self.note == _TAKEN_BACK else self.note

    @property
    def id(self) -> str:
        """What other records name it by, made from all that it says."""
        return hashlib.sha256(_to_json(self)).hexdigest()[:32]

    @property
    def local_time(self) -> str:
        """When it was made, such as "2026-11-28 10:13", by the clock on the wall of the clinic."""
        return local_time(self.at)

    def __repr__(self) -> str:
        """Return the request's id only."""
        return f"CallRecord(request_id={self.request_id!r}, ...)"


@dataclasses.dataclass(frozen=True, slots=True)
class CallBook:
    """Every record that could be opened, by request id; warnings: one sentence each.

    is_complete: the disk gave every record.
    """

    records: Mapping[str, frozenset[CallRecord]] = dataclasses.field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    is_complete: bool = True


def taken_back(withdrawal: Withdrawal, at: str) -> CallRecord:
    """Return the record of a visitor's own wish, the same in every language: others name it by its text.

    at: when it was made, UTC.
    """
    return CallRecord(withdrawal.about, "cancelled", _TAKEN_BACK, _VISITOR, at)


def local_time(at: str) -> str:
    """Return a time in UTC by the clock on the wall of the clinic; as it stands if there is no such time."""
    try:
        return f"{datetime.datetime.fromisoformat(at).astimezone():%Y-%m-%d %H:%M}"
    except (ValueError, OverflowError):
        return at


def keep_record(calls: Spool, record: CallRecord, recipients: Recipients) -> None:
    """Seal a record to everybody and keep it; it is on the disk when this returns.

    Raises SealError or SpoolError.
    """
    day = datetime.date.fromisoformat(record.at[:10])
    calls.add(seal(_to_wire(record), recipients), record.request_id, day)


def read_call_book(calls: Spool, key: StaffKey, about: str | None = None) -> CallBook:
    """Open every record, or those about one request. A damaged one costs only itself. Raises SpoolError."""
    records: dict[str, set[CallRecord]] = {}
    unread = unopened = 0
    for envelope in calls.waiting() if about is None else calls.waiting_about(about):
        try:
            record = _from_wire(open_envelope(envelope, key))
        except UnreadEnvelope:
            unread += 1
            continue
        except UnsealError:
            unopened += 1
            continue
        records.setdefault(record.request_id, set()).add(record)
    told = {
        tr_count(
            unread,
            "{count} recorded call in {folder} cannot be read now: requests may look new.",
            "{count} recorded calls in {folder} cannot be read now: requests may look new.",
            folder=calls.new,
        ): unread,
        tr_count(
            unopened,
            "{count} recorded call in {folder} cannot be opened: requests may look new.",
            "{count} recorded calls in {folder} cannot be opened: requests may look new.",
            folder=calls.new,
        ): unopened,
    }
    found = {request_id: frozenset(made) for request_id, made in records.items()}
    return CallBook(found, tuple(warning for warning, count in told.items() if count), not unread)


def read_calls_beside(spool: Spool, key: StaffKey) -> CallBook:
    """Open the records of the desk whose spool this is; none for a kiosk's spool. Raises SpoolError."""
    calls = Spool(spool.root.parent / "calls")
    return read_call_book(calls, key) if calls.new.is_dir() else CallBook()


def _to_wire(record: CallRecord) -> bytes:
    plain = _to_json(record)
    return plain + b" " * (-len(plain) % PADDED_TO)


def _to_json(record: CallRecord) -> bytes:
    said = {name: value for name, value in dataclasses.asdict(record).items() if value is not None}
    fields = {
        "version": 3 if record.again_at or record.takes_back else 1 if record.follows is None else 2,
        **said,
    }
    return json.dumps(fields, ensure_ascii=False, sort_keys=True).encode(errors="replace")


def _from_wire(plain: bytes) -> CallRecord:
    try:
        fields = parse_json(plain)
    except ValueError:
        fields = None
    if not isinstance(fields, dict) or fields.pop("version", None) not in _VERSIONS:
        raise DamagedEnvelope(tr("The record is of a version this program does not know."))
    record, _ = read(CallRecord, fields)
    if record is None:
        raise DamagedEnvelope(tr("The record has wrong fields."))
    return record
