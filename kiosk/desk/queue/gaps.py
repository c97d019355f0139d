"""Numbers that a kiosk gave and no request here has."""

import itertools
from collections.abc import Iterable, Mapping

from kiosk.core.staff_words import tr
from kiosk.desk.queue.opened_request import OpenedRequest


def gaps(entries: Iterable[OpenedRequest], exported: Mapping[str, frozenset[int]]) -> Iterable[str]:
    """Name the numbers missing between the last exported one before this list and the end of this list."""
    by_kiosk: dict[str, list[int]] = {}
    for entry in entries:
        by_kiosk.setdefault(entry.request.kiosk, []).append(entry.request.seq)
    for kiosk, numbers in sorted(by_kiosk.items()):
        waiting = sorted(numbers)
        before = exported.get(kiosk, frozenset())
        start = max((number for number in before if number < waiting[0]), default=0)
        known = sorted({start, *waiting, *(number for number in before if start < number < waiting[-1])})
        for low, high in itertools.pairwise(known):
            if high - low > 1:
                first, last = low + 1, high - 1
                missing = str(last) if first == last else tr("{first} to {last}", first=first, last=last)
                yield tr(
                    "Missing from kiosk {kiosk}: {missing} (not stored, damaged, not readable now, or "
                    "removed from the spool).",
                    kiosk=kiosk,
                    missing=missing,
                )
