"""Kiosks that have one name, or give one number twice: each machine and each request has an id of its own."""

import itertools
from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from kiosk.core.staff_words import tr
from kiosk.desk.queue.opened_request import OpenedRequest
from kiosk.desk.queue.withdrawals import ALONE

_SHORT_ID: Final = 8
"""Characters of an id, as in the short names of files. Chosen; not measured."""
_NAMED: Final = 3
"""Numbers in a warning before the rest is counted. Chosen; not measured."""


def machine_warnings(entries: Iterable[OpenedRequest]) -> Iterable[str]:
    """Name each kiosk whose requests come from several machines, and the numbers that several gave.

    Requests of the first edition do not say.
    """
    ids: dict[str, dict[str, set[int]]] = {}
    for entry in entries:
        if entry.request.kiosk_id is not None:
            numbers = ids.setdefault(entry.request.kiosk, {}).setdefault(entry.request.kiosk_id, set())
            numbers.add(entry.request.seq)
    for kiosk, found in sorted(ids.items()):
        if len(found) > 1:
            yield tr(
                "Requests of {kiosk} come from {count} machines: two kiosks have this name, one was set up "
                "anew, or somebody forged requests. Ask IT.",
                kiosk=kiosk,
                count=len(found),
            )
            gave = Counter(itertools.chain.from_iterable(found.values()))
            if twice := [f"{kiosk}#{seq}" for seq, times in sorted(gave.items()) if times > 1]:
                yield tr(
                    "Several of them gave {numbers}: these are not the same, and each counts. Go by name and "
                    "time.",
                    numbers=_some(twice),
                )


def _some(numbers: list[str]) -> str:
    names = ", ".join(numbers[:_NAMED])
    more = len(numbers) - _NAMED
    return tr("{names} and {count} more", names=names, count=more) if more > 0 else names


def repeated_numbers(
    entries: Iterable[OpenedRequest],
    left: Mapping[str, tuple[str, int]] = MappingProxyType({}),
) -> Iterable[str]:
    """Name each number that one machine gave to several requests, and those requests by their ids.

    left: kiosk and number of what is no longer at this desk, by the key that the desk remembers it by.
    """
    gone: dict[tuple[str, int], dict[str, None]] = {}
    for key, number in left.items():
        if not key.startswith(ALONE):
            gone.setdefault(number, {})[key] = None
    ids: dict[tuple[str, int, str], dict[str, None]] = {}
    for entry in entries:
        request = entry.request
        number, machine = (request.kiosk, request.seq), request.kiosk_id or ""
        ids.setdefault((*number, machine), {**gone.get(number, {})})[request.id] = None
    for (kiosk, seq, _), found in sorted(ids.items()):
        if len(found) > 1:
            yield tr(
                "{count} requests are {number}: {ids}. They are not the same, and each counts. The disk of "
                "that kiosk may have forgotten what it gave: ask IT.",
                count=len(found),
                number=f"{kiosk}#{seq}",
                ids=", ".join(f"{each[:_SHORT_ID]}..." for each in found),
            )
