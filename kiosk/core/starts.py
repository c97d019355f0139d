"""Starts of the program that did not end well: after three within five minutes the next one is careful."""

import dataclasses
import enum
from typing import Final

from kiosk.core.uptime import Uptime

LOOP_STARTS: Final = 3
"""Starts without a good end that make a loop. Chosen; not measured."""
LOOP_SECONDS: Final = 300
"""So long ago a start counts. Chosen: a program that hangs is ended after 30 seconds; not measured."""
SAFE_SECONDS: Final = 3600
"""After this long in safe mode everything is tried again. Chosen; not measured."""


class StartMode(enum.StrEnum):
    """What is started: all there is, plain cards with the form (SAFE), or plain cards alone (CARDS)."""

    NORMAL = "normal"
    SAFE = "safe"
    CARDS = "cards"


@dataclasses.dataclass(frozen=True, slots=True)
class Starts:
    """Starts of which no good end is known, by seconds since the machine's start; boot: which start that was.

    mode: how the last one went about it.
    """

    boot: str = ""
    at: tuple[float, ...] = ()
    mode: StartMode = StartMode.NORMAL


def begin(before: Starts, now: Uptime) -> Starts:
    """Count a start that is being made, and say in its mode how to go about it.

    What a machine did before it was started itself does not count: it may have been switched off.
    """
    is_same_boot = before.boot == now.boot
    recent = tuple(at for at in before.at if is_same_boot and 0 <= now.seconds - at < LOOP_SECONDS)
    mode = StartMode.NORMAL
    if len(recent) >= 2 * LOOP_STARTS:
        mode = StartMode.CARDS
    elif len(recent) >= LOOP_STARTS:
        mode = StartMode.SAFE
    return Starts(now.boot, (*recent, now.seconds)[-2 * LOOP_STARTS :], mode)
