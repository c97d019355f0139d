"""Numbers that a kiosk gave and no request here has."""

import itertools
from collections.abc import Iterable, Mapping

from kiosk.core.staff_words import tr
from kiosk.desk.queue.opened_request import OpenedRequest


def gaps(entries: Iterable[OpenedRequest], exported: Mapping[str, frozenset[int]]) -> Iterable[str]:
    """Name the numbers missing between the last exported one before this list and the end of this list.

    Each machine of a name counts for itself, from its first number here on; what is before that may be
    anybody's of that name: a kiosk that was moved goes on counting.
    """
    by_machine: dict[tuple[str, str], list[int]] = {}
    by_name: dict[str, set[int]] = {}
    for entry in entries:
        request = entry.request
        by_machine.setdefault((request.kiosk, request.kiosk_id or ""), []).append(request.seq)
        by_name.setdefault(request.kiosk, set(exported.get(request.kiosk, ()))).add(request.seq)
    for (kiosk, _), numbers in sorted(by_machine.items()):
        waiting = sorted(numbers)
        before = exported.get(kiosk, frozenset())
        start = max((number for number in by_name[kiosk] if number < waiting[0]), default=0)
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
