"""What a quiet while means: when to ask whether somebody is there, and when the visitor is gone."""

import dataclasses
import enum
from typing import Final

from kiosk.core.visit import Screen, Visit

READING_SECONDS: Final = 120
FORM_SECONDS: Final = 180
WARNING_SECONDS: Final = 60
HELP_SECONDS: Final = 180
DONE_SECONDS: Final = 30


class Presence(enum.StrEnum):
    """Whether somebody is taken to be in front of the screen."""

    HERE = "here"
    WARNED = "warned"
    GONE = "gone"


@dataclasses.dataclass(frozen=True, slots=True)
class Quiet:
    """What a stretch of quiet means: seconds_left until the visit is forgotten."""

    presence: Presence
    seconds_left: int


def quiet_means(visit: Visit, quiet_seconds: float) -> Quiet:
    """Judge `quiet_seconds` without a touch, key or spoken word on the visitor's screen."""
    if visit.screen is Screen.ATTRACT:
        return Quiet(Presence.HERE, 0)
    before_warning, warning = _limits(visit)
    left = before_warning + warning - int(quiet_seconds)
    if left <= 0:
        return Quiet(Presence.GONE, 0)
    return Quiet(Presence.WARNED if left <= warning else Presence.HERE, left)


def _limits(visit: Visit) -> tuple[int, int]:
    if visit.screen is Screen.HELP or (visit.check and visit.check.has_outcome and visit.check.is_urgent):
        return HELP_SECONDS, 0
    if visit.callback is None:
        return READING_SECONDS, WARNING_SECONDS
    if visit.callback.clears_itself:
        return DONE_SECONDS, 0
    return FORM_SECONDS, WARNING_SECONDS
