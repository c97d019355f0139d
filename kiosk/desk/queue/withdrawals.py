"""Requests that their visitors took back at the kiosk: which ones are no longer to be called."""

import dataclasses
from collections.abc import Iterable, Mapping

from kiosk.core.callback.request import Withdrawal
from kiosk.core.staff_words import tr
from kiosk.desk.queue.opened_request import OpenedRequest
from kiosk.store.envelope import Envelope


@dataclasses.dataclass(frozen=True, slots=True)
class Withdrawn:
    """An envelope that needs no call: a withdrawal, or the request it is about."""

    envelope: Envelope
    withdrawal: Withdrawal

    @property
    def number(self) -> str:
        """Kiosk name and sequence number, such as "lobby#12"."""
        return f"{self.withdrawal.kiosk}#{self.withdrawal.seq}"


def without_withdrawn(
    entries: Iterable[OpenedRequest], withdrawals: Iterable[Withdrawn]
) -> tuple[list[OpenedRequest], list[Withdrawn]]:
    """Split entries into those to call and those that a withdrawal of the same id and number is about."""
    by_place = {_place(item.withdrawal): item.withdrawal for item in withdrawals}
    kept, gone = [], []
    for entry in entries:
        withdrawal = by_place.get((entry.request.id, entry.request.kiosk, entry.request.seq))
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


def withdrawal_notices(entries: Iterable[OpenedRequest], withdrawals: Iterable[Withdrawn]) -> Iterable[str]:
    """Name what was taken back, and withdrawals that do not fit the request with their id."""
    by_id = {entry.request.id: entry for entry in entries}
    fitting: dict[str, None] = {}
    for item in withdrawals:
        entry = by_id.get(item.withdrawal.id)
        if entry is None or entry.number == item.number:
            fitting[item.number] = None
        else:
            yield tr(
                "Somebody may have forged the taking back of {number}: ask IT; it stays listed.",
                number=entry.number,
            )
    if fitting:
        yield tr(
            "Taken back at the kiosk by the visitor, nobody need call: {names}.", names=", ".join(fitting)
        )


def _place(withdrawal: Withdrawal) -> tuple[str, str, int]:
    return withdrawal.id, withdrawal.kiosk, withdrawal.seq
