"""What staff did, as a chain: each line names the hash of the one before, so none is changed unseen."""

import dataclasses
import enum
import hashlib
import json
import re
from collections.abc import Mapping
from typing import Final

from kiosk.core.validation import parse_json

ENTRIES_A_FILE: Final = 2_000
"""Of two files: when one is full, the older one goes. Some 800 kB in all. Chosen; not measured."""
NOTHING_BEFORE: Final = "0" * 64
"""What the first entry of all names."""
_HEAD: Final = re.compile(r"([1-9][0-9]{0,11}):([0-9a-f]{64})")

_HASH: Final = re.compile(r"[0-9a-f]{64}")
_TIME: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
_EVENT: Final = re.compile(r"[a-z-]+")
_ANY: Final = re.compile(r".*", re.DOTALL)


class AuditEvent(enum.StrEnum):
    """What staff did, and what a program did that staff answer for."""

    STARTED = "started"
    CAME_IN = "came-in"
    WRONG_PIN = "wrong-pin"
    LEFT = "left"
    COPIED_TO_STICK = "copied-to-stick"
    COPIED_TO_SHARE = "copied-to-share"
    RECIPIENTS_TAKEN = "recipients-taken"
    SETTINGS_TAKEN = "settings-taken"
    RESTARTED = "restarted"
    ENDED = "ended"
    DELETED = "deleted"
    UNLOCKED = "unlocked"
    UNLOCKED_BY_RECOVERY = "unlocked-by-recovery-key"
    TAKEN_IN = "taken-in"
    EXPORTED = "exported"
    PERSON_ADDED = "person-added"
    PERSON_REMOVED = "person-removed"
    WORDS_CHANGED = "words-changed"
    KEY_RENEWED = "key-renewed"
    RESTORED = "restored"
    LOG_MENDED = "log-mended"
    """A line that a power cut tore stands before it; "bytes" are what is left of that line."""
    LOG_WAS_SHUT = "log-was-shut"
    """The disk took no entry before it: so many "entries" are missing."""


@dataclasses.dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was done; it never holds a visitor's words.

    n: from 1, without a gap; at: UTC, whole seconds; event: of AuditEvent, or one of a newer program;
    before: the hash of the line before; by: who did it, whom: to whom, names of staff at the desk or "".
    """

    n: int
    at: str
    event: str
    before: str
    numbers: dict[str, int] = dataclasses.field(default_factory=dict)
    by: str = ""
    whom: str = ""

    @property
    def line(self) -> bytes:
        """How it stands in a file, without the end of the line."""
        said: dict[str, object] = {"at": self.at, "before": self.before, "event": self.event, "n": self.n}
        may_be_absent = {"by": self.by, "numbers": self.numbers, "whom": self.whom}
        said |= {name: value for name, value in may_be_absent.items() if value}
        text = json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        return text.encode(errors="replace")

    @property
    def hash(self) -> str:
        """What the next entry names it by."""
        return hashlib.sha256(self.line).hexdigest()

    def after(self, last: "Entry | None") -> "Entry":
        """Return it as what comes after another entry, or as the first one of all."""
        n, before = (1, NOTHING_BEFORE) if last is None else (last.n + 1, last.hash)
        return dataclasses.replace(self, n=n, before=before)


@dataclasses.dataclass(frozen=True, slots=True)
class Head:
    """Where a chain ended when somebody looked: what travels in an envelope, as "12:" and a hash."""

    n: int
    hash: str

    def __str__(self) -> str:
        """Return it as it travels."""
        return f"{self.n}:{self.hash}"


@dataclasses.dataclass(frozen=True, slots=True)
class Chain:
    """The entries of a log in the order of its lines; fault: number of the first that does not hold, or 0.

    A line that a power cut tore is no fault where the entry after it says so, nor at the end.
    """

    entries: tuple[Entry, ...] = ()
    fault: int = 0

    @property
    def first(self) -> int:
        """Number of the first entry, 0 for none."""
        return self.entries[0].n if self.entries else 0

    @property
    def last(self) -> int:
        """Number of the last entry, 0 for none."""
        return self.entries[-1].n if self.entries else 0

    @property
    def by_number(self) -> Mapping[int, Entry]:
        """The entries; of several that have one number the first."""
        return {entry.n: entry for entry in reversed(self.entries)}


def head_of(text: str) -> Head | None:
    """Read what str() makes of a head, None for anything else."""
    found = _HEAD.fullmatch(text)
    return Head(int(found[1]), found[2]) if found else None


def entry_of(line: bytes) -> Entry | None:
    """Read a line, None for what is no whole entry."""
    try:
        entry = Entry(**parse_json(line))  # type: ignore[arg-type]  # what is no table of an entry's values raises
    except (ValueError, TypeError):
        return None
    return entry if _is_whole(entry) and entry.line == line else None


def _is_whole(entry: Entry) -> bool:
    """Whether each value is of its kind."""
    numbers = entry.numbers.values() if isinstance(entry.numbers, dict) else (None,)
    texts = (
        (entry.at, _TIME),
        (entry.event, _EVENT),
        (entry.before, _HASH),
        (entry.by, _ANY),
        (entry.whom, _ANY),
    )
    return (
        all(type(number) is int for number in (entry.n, *numbers))
        and entry.n > 0
        and all(isinstance(text, str) and pattern.fullmatch(text) for text, pattern in texts)
    )


def last_entry(log: bytes) -> tuple[Entry | None, int]:
    """Return the last whole entry of a log, and how many bytes of torn lines follow it."""
    torn = 0
    for line in reversed(log.split(b"\n")):
        if entry := entry_of(line):
            return entry, torn
        torn += len(line)
    return None, torn


def first_entry(log: bytes) -> Entry | None:
    """Return the first whole entry of a log."""
    return next((entry for line in log.split(b"\n") if (entry := entry_of(line))), None)


def read_chain(log: bytes) -> Chain:
    """Read a log, and find the first entry that was changed, moved, put in or comes after a missing one."""
    entries: list[Entry] = []
    fault = torn = 0
    for line in log.split(b"\n"):
        entry = entry_of(line)
        if entry is None:
            torn += len(line)
            continue
        fault = fault or (0 if _holds(entry, entries, torn) else entry.n)
        entries.append(entry)
        torn = 0
    if not fault and entries and entries[0].n > 1 and len(entries) < ENTRIES_A_FILE:
        fault = entries[0].n  # only a full file is ever taken off the beginning
    return Chain(tuple(entries), fault)


def _holds(entry: Entry, before: list[Entry], torn: int) -> bool:
    is_mended = not torn or (entry.event == AuditEvent.LOG_MENDED and entry.numbers.get("bytes") == torn)
    if not before:
        return is_mended and (entry.n > 1 or entry.before == NOTHING_BEFORE)
    return is_mended and entry.n == before[-1].n + 1 and entry.before == before[-1].hash
