"""Which calls to show: those in a language, at a time of the day, with an interpreter, or late."""

import dataclasses
from collections.abc import Iterable
from typing import Final

from kiosk.core.staff_words import mark
from kiosk.desk.languages import language_to_speak
from kiosk.desk.queue.call_list import CallCase
from kiosk.desk.queue.opened_request import window_rank
from kiosk.desk.queue.search import folded

ANY_TIME: Final = mark("any")
"""The best time of whoever named none."""


@dataclasses.dataclass(frozen=True, slots=True)
class Filter:
    """What a call must have to be shown, all of it; "" and False ask for nothing."""

    language: str = ""
    time: str = ""
    needs_interpreter: bool = False
    is_late: bool = False

    def has(self, case: CallCase, *, is_late: bool) -> bool:
        """Whether a call is to be shown; is_late: whether it is late now."""
        request = case.entry.request
        return (
            (is_late or not self.is_late)
            and (request.interpreter or not self.needs_interpreter)
            and self.time in {"", time_of(case)}
            and self.language in {"", language_to_speak(request)}
        )


EVERYTHING: Final = Filter()


def time_of(case: CallCase) -> str:
    """Return the best time to call."""
    return case.entry.request.energy_window or ANY_TIME


def languages_of(cases: Iterable[CallCase]) -> tuple[str, ...]:
    """Return the languages of calls, by name."""
    requests = (case.entry.request for case in cases)
    one_of_each = {(request.spoken_language, request.language): request for request in requests}
    return tuple(sorted({language_to_speak(request) for request in one_of_each.values()}, key=folded))


def times_of(cases: Iterable[CallCase]) -> tuple[str, ...]:
    """Return the best times of calls, in the order of the day."""
    return tuple(sorted({time_of(case) for case in cases}, key=lambda time: (window_rank(time), time)))
