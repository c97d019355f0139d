"""Requests that their visitors took back at the kiosk: which ones are no longer to be called.

Only a withdrawal that holds the secret of its request hides anything. What the first edition sent, and
anybody could write, is told to staff and changes nothing.
"""

import dataclasses
from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType
from typing import Final

from kiosk.core.callback.request import Withdrawal
from kiosk.core.staff_words import tr
from kiosk.desk.queue.opened_request import OpenedRequest
from kiosk.store.envelope import Envelope

ALONE: Final = "withdrawal "
"""Begins the key of what is remembered without the request that it is about."""


@dataclasses.dataclass(frozen=True, slots=True)
class Withdrawn:
    """An envelope that needs no call: a withdrawal, or the request it is about."""

    envelope: Envelope
    withdrawal: Withdrawal

    @property
    def number(self) -> str:
        """Kiosk name and sequence number, such as "lobby#12"."""
        return f"{self.withdrawal.kiosk}#{self.withdrawal.seq}"

    @property
    def created(self) -> str:
        """When it was taken back, UTC; by a kiosk whose clock was not set, the day on which that came in."""
        return self.withdrawal.created if self.withdrawal.is_dated else f"{self.envelope.day}T00:00:00Z"

    @property
    def key(self) -> str:
        """What the desk remembers it by: its request, or else itself alone, so that no request is missed."""
        return self.withdrawal.about if self.withdrawal.is_proven else f"{ALONE}{self.withdrawal.id}"


def without_withdrawn(
    entries: Iterable[OpenedRequest], withdrawals: Iterable[Withdrawn]
) -> tuple[list[OpenedRequest], list[Withdrawn]]:
    """Split entries into those to call and those that were taken back for sure."""
    proven = {item.withdrawal.about: item.withdrawal for item in withdrawals if item.withdrawal.is_proven}
    kept, gone = [], []
    for entry in entries:
        withdrawal = proven.get(entry.request.id)
        if withdrawal is None:
            kept.append(entry)
        else:
            gone.append(Withdrawn(entry.envelope, withdrawal))
    return kept, gone


def with_withdrawn_numbers(
    numbers: Mapping[str, frozenset[int]], items: Iterable[Withdrawn]
) -> dict[str, frozenset[int]]:
    """Return numbers by kiosk with those that were taken back, which are not missing."""
    result = dict(numbers)
    for item in items:
        kiosk = item.withdrawal.kiosk
        result[kiosk] = result.get(kiosk, frozenset()) | {item.withdrawal.seq}
    return result


def withdrawal_notices(
    entries: Iterable[OpenedRequest],
    withdrawals: Iterable[Withdrawn],
    listed_ids: Collection[str] = (),
    listed_numbers: Mapping[str, frozenset[int]] = MappingProxyType({}),
) -> Iterable[str]:
    """Name what was taken back, and each listed request that somebody says was taken back without proof.

    listed_ids, listed_numbers: of requests that stand in a list and are not among the entries.
    """
    items, all_entries = tuple(withdrawals), tuple(entries)
    kept, gone = without_withdrawn(all_entries, items)
    stays = {entry.request.id: entry.number for entry in kept}
    numbers = {
        *stays.values(),
        *(f"{kiosk}#{seq}" for kiosk in listed_numbers for seq in listed_numbers[kiosk]),
    }
    sure = {item.withdrawal.about for item in gone}.union(listed_ids)
    taken_back, unproven, forged = dict[str, None](), dict[str, None](), dict[str, None]()
    for item in items:
        about = item.withdrawal.about
        if item.withdrawal.is_proven and about in sure:
            taken_back[item.number] = None
        elif stays.get(about, item.number) == item.number and (about in stays or about in listed_ids):
            unproven[item.number] = None
        elif about in stays or item.number in numbers:
            forged[stays.get(about, item.number)] = None
        else:
            taken_back[item.number] = None
    for number in forged:
        yield tr(
            "Somebody may have forged the taking back of {number}: ask IT; it stays listed.", number=number
        )
    for number in unproven:
        yield tr(
            "A kiosk of the first edition says that its visitor took back {number}, which anybody could "
            "have written: it stays listed; ask when you call.",
            number=number,
        )
    for number in sorted(taken_back.keys() & {*stays.values()}):
        yield tr(
            "{number} was taken back, but another request has its number: ask IT; that one stays listed.",
            number=number,
        )
        del taken_back[number]
    if taken_back:
        yield tr(
            "Taken back at the kiosk by the visitor, nobody need call: {names}.", names=", ".join(taken_back)
        )
