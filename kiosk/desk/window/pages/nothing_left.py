"""Which call the desk opens by itself, and what it says when there is none."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from kiosk.core.staff_words import mark, tr
from kiosk.desk.queue.call_list import CallCase
from kiosk.desk.queue.turns import Turn

_NOTHING: Final = mark("Nothing is left to call now.")
_ELSEWHERE: Final = mark("{by} is calling {number}.")


def nothing_left(cases: Iterable[CallCase], turns: Mapping[str, Turn], claims: Mapping[str, str]) -> str:
    """Say that nothing is left to call, and who is calling at another desk; "" while there is a call to make.

    turns and claims: by request id.
    """
    parts = [tr(_NOTHING)]
    for case in cases:
        if turns[case.entry.request.id].is_call:
            by = claims.get(case.entry.request.id)
            if not by:
                return ""
            parts.append(tr(_ELSEWHERE, by=by, number=case.entry.number))
    return " ".join(parts)


def first_place(cases: tuple[CallCase, ...], *ways: Callable[[CallCase], bool]) -> int:
    """Return the first place that the first of these ways likes, else the next of them; -1 for none."""
    return next((place for likes in ways for place, case in enumerate(cases) if likes(case)), -1)


def is_same(one: CallCase | None, other: CallCase | None) -> bool:
    """Whether both are of one sealed request; what is none is the same as nothing."""
    if one is None or other is None:
        return False
    this, that = one.entry.envelope, other.entry.envelope
    return this.request_id == that.request_id and this.path == that.path  # paths alone take long to compare
