"""The idle time-out: when to ask whether the visitor is still there, and when to end the visit."""

import dataclasses
import enum
from typing import Final

from kiosk.core.visit import Screen, Visit

READING_SECONDS: Final = 120
"""Seconds without a sign of life until the warning. Chosen; not measured. With the warning and as many
extensions as wanted, more than WCAG 2.2, 2.2.1, asks for."""
FORM_SECONDS: Final = 180
"""Seconds in a form, half as many again as for reading. Chosen; not measured."""
WARNING_SECONDS: Final = 60
"""Seconds of the warning, which one touch ends. Chosen; WCAG 2.2, 2.2.1, asks for at least 20."""
HELP_SECONDS: Final = 180
"""Seconds that a call for help stays without a warning. Chosen; not measured."""
DONE_SECONDS: Final = 90
"""Seconds that a thank-you stays: it is read, and Undo found, by people who do both slowly. Chosen; not
measured."""


class IdlePhase(enum.StrEnum):
    """What the time without a touch means: a visitor is there, is being asked, or is gone."""

    HERE = "here"
    WARNED = "warned"
    GONE = "gone"


@dataclasses.dataclass(frozen=True, slots=True)
class IdleState:
    """What a stretch of idle means: seconds_left until the visit is forgotten."""

    presence: IdlePhase
    seconds_left: int


def idle_state(visit: Visit, idle_seconds: float) -> IdleState:
    """Judge `idle_seconds` without a touch, key or spoken word on the visitor's screen."""
    if visit.screen is Screen.ATTRACT:
        return IdleState(IdlePhase.HERE, 0)
    before_warning, warning = _limits(visit)
    left = before_warning + warning - int(idle_seconds)
    if left <= 0:
        return IdleState(IdlePhase.GONE, 0)
    return IdleState(IdlePhase.WARNED if left <= warning else IdlePhase.HERE, left)


def _limits(visit: Visit) -> tuple[int, int]:
    if visit.screen is Screen.HELP or (visit.check and visit.check.has_outcome and visit.check.is_urgent):
        return HELP_SECONDS, 0
    if visit.callback is None:
        return READING_SECONDS, WARNING_SECONDS
    if visit.callback.clears_itself:
        return DONE_SECONDS, 0
    return FORM_SECONDS, WARNING_SECONDS
