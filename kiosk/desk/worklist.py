"""The work list: waiting requests, opened, in the order of their numbers, with every oddity named."""

import dataclasses
import datetime
import itertools
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Final

import phonenumbers

from kiosk.core.callbacks import CallbackRequest, from_wire
from kiosk.core.errors import DamagedEnvelope, WrongKey
from kiosk.desk.unseal import StaffKey
from kiosk.store.spool import Envelope, Spool

_OFFSET: Final = re.compile(r"[+-](?:0\d|1[0-4]):[0-5]\d")
_SAME_CALLER_WITHIN: Final = datetime.timedelta(hours=24)


@dataclasses.dataclass(frozen=True, slots=True, repr=False)
class Entry:
    """One opened request; its repr shows nothing of it.

    warning: one phrase for staff, or "".
    """

    envelope: Envelope
    request: CallbackRequest
    warning: str = ""

    @property
    def number(self) -> str:
        """Kiosk name and sequence number, such as "lobby-12"."""
        return f"{self.request.kiosk}#{self.request.seq}"

    @property
    def received(self) -> str:
        """Local time at the kiosk with its offset, or UTC as sent when the offset makes no sense."""
        zone = self.request.zone if _OFFSET.fullmatch(self.request.zone) else "+00:00"
        try:
            local = _created(self.request).astimezone(
                datetime.datetime.fromisoformat(f"2000-01-01T00:00{zone}").tzinfo
            )
        except (ValueError, OverflowError):
            return self.request.created
        return f"{local.replace(tzinfo=None).isoformat(' ', 'minutes')} {zone}"

    def phone(self, form: int) -> str:
        """Write the number in a form of phonenumbers.PhoneNumberFormat; in E.164 if its plan is unknown."""
        try:
            return phonenumbers.format_number(phonenumbers.parse(self.request.phone), form)
        except phonenumbers.NumberParseException:
            return self.request.phone

    def has_consent(self, kind: str) -> bool:
        """Whether the visitor agreed to "voicemail" or "text"."""
        return any(consent.given for consent in self.request.consents if consent.kind == kind)


@dataclasses.dataclass(frozen=True, slots=True)
class WorkList:
    """What waits in a spool.

    entries: ordered by kiosk and number; damaged: cannot be opened by anybody; copies: second envelopes of
    a request that is listed here or was exported before; warnings: one sentence each.
    """

    entries: tuple[Entry, ...]
    damaged: tuple[Envelope, ...]
    copies: tuple[Envelope, ...]
    warnings: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Exported:
    """What finished exports have taken: request ids, and numbers by kiosk."""

    ids: frozenset[str] = frozenset()
    numbers: Mapping[str, frozenset[int]] = dataclasses.field(default_factory=dict)


def read_worklist(
    spool: Spool,
    key: StaffKey,
    exported: Exported,
    on_opened: Callable[[int, int], None] = lambda _done, _all: None,
) -> WorkList:
    """Open everything that waits; changes nothing.

    on_opened: called with how many of how many envelopes were looked at.
    Raises WrongKey when the key opens none of several sound envelopes, SpoolError when the disk refuses.
    """
    envelopes = spool.waiting()
    entries, damaged, foreign = [], [], []
    for count, envelope in enumerate(envelopes, start=1):
        try:
            entries.append(Entry(envelope, _open(envelope, key)))
        except WrongKey:
            foreign.append(envelope)
        except DamagedEnvelope:
            damaged.append(envelope)
        on_opened(count, len(envelopes))
    if foreign and not entries:
        raise WrongKey(
            "This key opens none of the waiting requests: use a key that is in the kiosk's recipients.txt."
        )
    kept, copies = _without_copies(entries, exported.ids)
    return WorkList(
        entries=_with_same_numbers(kept),
        damaged=tuple(damaged),
        copies=tuple(copies),
        warnings=(
            *(
                f"{envelope.path.name} is damaged and cannot be opened; an export moves it to quarantine/."
                for envelope in damaged
            ),
            *(
                f"{envelope.path.name} is sealed to other keys than yours; it waits on."
                for envelope in foreign
            ),
            *(
                f"{copy.path.name} is a second copy of a request; an export moves it to quarantine/."
                for copy in copies
            ),
            *(f"{path.name} in {spool.new} is not a request; look what it is." for path in spool.strangers()),
            *_gaps(kept, exported.numbers),
        ),
    )


def _open(envelope: Envelope, key: StaffKey) -> CallbackRequest:
    if not envelope.is_intact:
        raise DamagedEnvelope("The envelope's bytes do not fit its name.")
    try:
        sealed = envelope.path.read_bytes()
    except OSError:
        raise DamagedEnvelope("The envelope cannot be read from the disk.") from None
    request = from_wire(key.open(sealed))
    if request.id != envelope.request_id:
        raise DamagedEnvelope("The envelope's name belongs to another request.")
    return request


def _without_copies(
    entries: Iterable[Entry], exported_ids: Collection[str]
) -> tuple[list[Entry], list[Envelope]]:
    """Keep the highest number of each request: a visitor who tried again may have corrected something."""
    kept: dict[str, Entry] = {}
    copies = []
    for entry in sorted(entries, key=lambda entry: entry.request.seq):
        if entry.request.id in exported_ids:
            copies.append(entry.envelope)
            continue
        if entry.request.id in kept:
            copies.append(kept[entry.request.id].envelope)
        kept[entry.request.id] = entry
    return sorted(kept.values(), key=lambda entry: (entry.request.kiosk, entry.request.seq)), copies


def _with_same_numbers(entries: list[Entry]) -> tuple[Entry, ...]:
    by_phone: dict[str, list[Entry]] = {}
    for entry in entries:
        by_phone.setdefault(entry.request.phone, []).append(entry)
    marked = []
    for entry in entries:
        same_phone = by_phone[entry.request.phone]
        others = [other.number for other in same_phone if other is not entry and _is_close(entry, other)]
        warning = f"same number as {', '.join(others)}" if others else ""
        marked.append(dataclasses.replace(entry, warning=warning))
    return tuple(marked)


def _is_close(one: Entry, other: Entry) -> bool:
    try:
        return abs(_created(one.request) - _created(other.request)) <= _SAME_CALLER_WITHIN
    except ValueError:
        return True


def _created(request: CallbackRequest) -> datetime.datetime:
    return datetime.datetime.fromisoformat(request.created)


def _gaps(entries: list[Entry], exported: Mapping[str, frozenset[int]]) -> Iterable[str]:
    """Name the numbers missing between the last exported one before this list and the end of this list."""
    for kiosk, group in itertools.groupby(entries, key=lambda entry: entry.request.kiosk):
        waiting = [entry.request.seq for entry in group]
        before = exported.get(kiosk, frozenset())
        first = max((number for number in before if number < waiting[0]), default=0)
        known = sorted({first, *waiting, *(number for number in before if first < number < waiting[-1])})
        for low, high in itertools.pairwise(known):
            if high - low > 1:
                missing = f"{low + 1}" if high - low == 2 else f"{low + 1} to {high - 1}"  # noqa: PLR2004  # one number
                yield (
                    f"Missing from kiosk {kiosk}: {missing} (not stored, damaged, or removed from the spool)."
                )
