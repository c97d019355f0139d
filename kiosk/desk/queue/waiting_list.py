"""The work list: waiting requests, opened, in the order to call them, with every oddity named."""

import dataclasses
import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from kiosk.core.callback.promise import Promise
from kiosk.core.callback.request import Withdrawal
from kiosk.core.errors import DamagedEnvelope, UnreadEnvelope, WrongKey
from kiosk.core.staff_words import mark, tr, tr_count
from kiosk.desk.access.unseal import StaffKey
from kiosk.desk.queue.gaps import gaps
from kiosk.desk.queue.machines import machine_warnings, repeated_numbers
from kiosk.desk.queue.opened_request import Expected, OpenedRequest, find_doubts
from kiosk.desk.queue.opening import damaged_warnings, open_envelope, read_content
from kiosk.desk.queue.withdrawals import (
    Withdrawn,
    with_withdrawn_numbers,
    withdrawal_notices,
    without_withdrawn,
)
from kiosk.desk.queue.wrong_clock import judge_clock
from kiosk.store.envelope import Envelope
from kiosk.store.spool import Spool

_SAME_CALLER_WITHIN: Final = datetime.timedelta(hours=24)
"""Two requests of one number within this time are marked as perhaps one caller's. Chosen; not measured."""
_NAMED: Final = 3
"""File names in a warning before the rest is counted. Chosen; not measured."""
_SAME_ID: Final = mark("another request has the same id")
_ALIKE: Final = (
    "kiosk",
    "zone",
    "language",
    "energy_window",
    "spoken_language",
    "phone_hard",
    "consents",
    "config_version",
    "call_by",
    "kiosk_id",
    "clock",
)


@dataclasses.dataclass(frozen=True, slots=True)
class Opened:
    """Envelopes after a key was tried on them; foreign: sealed to others; damaged: no key opens them.

    withdrawals: envelopes by which a visitor took a request back; unread: could not be read now, and are
    tried again; clock: what is odd about this computer's clock, or "".
    """

    entries: tuple[OpenedRequest, ...]
    withdrawals: tuple[Withdrawn, ...]
    foreign: tuple[Envelope, ...]
    damaged: tuple[Envelope, ...]
    unread: tuple[Envelope, ...]
    clock: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class WaitingList:
    """What waits in a spool.

    entries: in the order to call them; damaged: cannot be opened by anybody; copies: second envelopes of
    a request that is listed here or was exported before; withdrawn: withdrawals, and the requests they are
    about; warnings: one sentence each.
    """

    entries: tuple[OpenedRequest, ...]
    withdrawn: tuple[Withdrawn, ...]
    damaged: tuple[Envelope, ...]
    copies: tuple[Envelope, ...]
    warnings: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Exported:
    """What finished exports have taken: request ids, and numbers by kiosk."""

    ids: frozenset[str] = frozenset()
    numbers: Mapping[str, frozenset[int]] = dataclasses.field(default_factory=dict)


def open_envelopes(
    envelopes: Sequence[Envelope],
    key: StaffKey,
    expected: Expected,
    on_opened: Callable[[int, int], None] = lambda _done, _all: None,
) -> Opened:
    """Try a key on each envelope.

    on_opened: called with how many of how many envelopes were looked at.
    Raises WrongKey when the key opens none of several sound envelopes.
    """
    entries: list[OpenedRequest] = []
    withdrawals: list[Withdrawn] = []
    foreign, damaged, unread = [], [], []
    shared: dict[object, object] = {}
    for count, envelope in enumerate(envelopes, start=1):
        try:
            opened = _open(envelope, key, expected, shared)
            if isinstance(opened, OpenedRequest):
                entries.append(opened)
            else:
                withdrawals.append(opened)
        except WrongKey:
            foreign.append(envelope)
        except UnreadEnvelope:
            unread.append(envelope)
        except DamagedEnvelope:
            damaged.append(envelope)
        on_opened(count, len(envelopes))
    if foreign and not entries and not withdrawals:
        raise WrongKey(
            tr(
                "This key opens none of the waiting requests: use a key that is in the kiosk's "
                "recipients.txt."
            )
        )
    judged, clock = judge_clock(tuple(entries), expected.now)
    return Opened(judged, tuple(withdrawals), tuple(foreign), tuple(damaged), tuple(unread), clock)


def read_worklist(
    spool: Spool,
    key: StaffKey,
    exported: Exported,
    expected: Expected,
    on_opened: Callable[[int, int], None] = lambda _done, _all: None,
) -> WaitingList:
    """Open everything that waits; changes nothing.

    Raises WrongKey when the key opens none of several sound envelopes, SpoolError when the disk refuses.
    """
    opened = open_envelopes(spool.waiting(), key, expected, on_opened)
    to_call, gone = without_withdrawn(opened.entries, opened.withdrawals)
    kept, copies = without_copies(to_call, exported.ids)
    withdrawn = (*gone, *opened.withdrawals)
    return WaitingList(
        entries=in_order(kept, expected.promise),
        withdrawn=withdrawn,
        damaged=opened.damaged,
        copies=tuple(copies),
        warnings=(
            *warnings_of(opened, exported),
            *(
                tr(
                    "{file} is a second copy of a request; an export moves it to quarantine/.",
                    file=copy.short_name,
                )
                for copy in copies
            ),
            *(
                tr("{name} in {folder} is not a request; look what it is.", name=path.name, folder=spool.new)
                for path in spool.unrecognized_files()
            ),
            *damaged_warnings(spool),
            *gaps(kept, with_withdrawn_numbers(exported.numbers, withdrawn)),
            *repeated_numbers(opened.entries),
        ),
    )


def warnings_of(opened: Opened, exported: Exported = Exported()) -> Iterable[str]:  # never changed
    """Name the envelopes that cannot be opened, the requests that may be forged, and those taken back."""
    if opened.clock:
        yield opened.clock
    yield from unread_warnings(opened)
    for envelope in opened.damaged:
        yield tr(
            "{file} is damaged and cannot be opened; an export moves it to quarantine/.",
            file=envelope.short_name,
        )
    for envelope in opened.foreign:
        yield tr("{file} is sealed to other keys than yours; it waits on.", file=envelope.short_name)
    for entry in opened.entries:
        if entry.doubts:
            yield tr(
                "{number} may be forged ({doubts}): ask IT before you call.",
                number=entry.number,
                doubts="; ".join(map(tr, entry.doubts)),
            )
    yield from machine_warnings(opened.entries)
    listed, _ = without_copies(opened.entries)
    yield from withdrawal_notices(listed, opened.withdrawals, exported.ids, exported.numbers)


def unread_warnings(opened: Opened) -> Iterable[str]:
    """Say how many envelopes the disk did not give, and which requests one of them may take back."""
    if not opened.unread:
        return
    names = _some([envelope.short_name for envelope in opened.unread])
    yield tr_count(
        len(opened.unread),
        "{count} sealed file cannot be read now: tell IT if that lasts ({names}).",
        "{count} sealed files cannot be read now: tell IT if that lasts ({names}).",
        names=names,
    )
    ids = {envelope.request_id for envelope in opened.unread}
    for entry in opened.entries:
        if not ids.isdisjoint((entry.request.id, entry.request.withdrawal_id)):
            yield tr(
                "{number} may have been taken back: a file about it cannot be read now.", number=entry.number
            )


def without_copies(
    entries: Iterable[OpenedRequest], exported: frozenset[str] = frozenset()
) -> tuple[list[OpenedRequest], list[Envelope]]:
    """Keep one entry of each request, the one with the higher number; others with its id are copies.

    exported: ids; so is one that was listed before, or the taking back of which was.

    A request with an id that another one has, but other content, is no copy: both are kept, in doubt.
    """
    kept: dict[str, list[OpenedRequest]] = {}
    copies = []
    for entry in sorted(entries, key=lambda entry: entry.request.seq):
        same_id = kept.setdefault(entry.request.id, [])
        if not exported.isdisjoint((entry.request.id, entry.request.withdrawal_id)):
            copies.append(entry.envelope)
            continue
        same = next((other for other in same_id if _is_same_content(entry, other)), None)
        if same is not None:
            same_id.remove(same)
            copies.append(same.envelope)
        same_id.append(entry)
    result = []
    for same_id in kept.values():
        if len(same_id) > 1:
            result += [dataclasses.replace(entry, doubts=(*entry.doubts, _SAME_ID)) for entry in same_id]
        else:
            result += same_id
    return result, copies


def in_order(entries: Iterable[OpenedRequest], promise: Promise) -> tuple[OpenedRequest, ...]:
    """Sort by promised day and energy window; requests of one phone within a day are next to each other."""
    by_phone: dict[str, list[OpenedRequest]] = {}
    in_turn = sorted(entries, key=lambda entry: entry.order(promise))
    for entry in in_turn:
        by_phone.setdefault(entry.request.phone, []).append(entry)
    placed: dict[int, OpenedRequest] = {}
    for entry in in_turn:
        if id(entry) not in placed:
            together = _close_to(entry, by_phone[entry.request.phone])
            for other in (entry, *together):
                if id(other) not in placed:
                    others = _close_to(other, by_phone[entry.request.phone])
                    named = dataclasses.replace(other, same_number=_named(others)) if others else other
                    placed[id(other)] = named
    return tuple(placed.values())


def _open(
    envelope: Envelope, key: StaffKey, expected: Expected, shared: dict[object, object]
) -> OpenedRequest | Withdrawn:
    """Shared: one of each value that many requests hold alike, so that thousands fit into little memory."""
    plain = open_envelope(envelope, key)
    request = read_content(plain, envelope)
    if isinstance(request, Withdrawal):
        return Withdrawn(envelope, request)
    alike = {name: shared.setdefault(value, value) for name in _ALIKE if (value := getattr(request, name))}
    request = dataclasses.replace(request, id=envelope.request_id, **alike)  # type: ignore[arg-type]  # the same values, held once
    entry = OpenedRequest.of(envelope, request)
    return dataclasses.replace(entry, doubts=find_doubts(entry, plain, expected))


def _is_same_content(one: OpenedRequest, other: OpenedRequest) -> bool:
    return dataclasses.replace(one.request, seq=0) == dataclasses.replace(other.request, seq=0)


def _close_to(entry: OpenedRequest, same_phone: list[OpenedRequest]) -> list[OpenedRequest]:
    if len(same_phone) == 1:
        return []
    created = entry.created
    return [
        other
        for other in same_phone
        if other is not entry
        and (created is None or other.created is None or abs(created - other.created) <= _SAME_CALLER_WITHIN)
    ]


def _named(others: Sequence[OpenedRequest]) -> str:
    return tr("same number as {numbers}", numbers=_some([other.number for other in others])) if others else ""


def _some(names: Sequence[str]) -> str:
    named = ", ".join(names[:_NAMED])
    more = len(names) - _NAMED
    return tr("{names} and {count} more", names=named, count=more) if more > 0 else named
