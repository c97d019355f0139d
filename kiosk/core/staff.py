"""The staff PIN: what it may be, and how long to wait after so many wrong guesses."""

import dataclasses
import re
from typing import Final

SHORTEST: Final = 6
LONGEST: Final = 12
FREE_GUESSES: Final = 5
WAITS: Final = (30, 60, 300, 900, 3600)
"""Seconds to wait after the guess that was one too many, and after each further one; the last one stays."""

_RUN: Final = "01234567890"


@dataclasses.dataclass(frozen=True, slots=True)
class Uptime:
    """How long the machine has been running; boot: a name of this start, "" where the system has none."""

    boot: str
    seconds: float


@dataclasses.dataclass(frozen=True, slots=True)
class Charged:
    """Guesses since the last right one, and when the last one was made."""

    guesses: int = 0
    boot: str = ""
    at: float = 0.0


def charge(charged: Charged, now: Uptime) -> Charged:
    """Count one more guess."""
    return Charged(charged.guesses + 1, now.boot, now.seconds)


def seconds_to_wait(charged: Charged, now: Uptime) -> float:
    """Return the seconds until a guess is free again, 0 for now; a restart never makes it sooner."""
    over = charged.guesses - FREE_GUESSES
    if over < 0:
        return 0.0
    is_same_start = charged.boot == now.boot and now.seconds >= charged.at
    waited = now.seconds - charged.at if is_same_start else now.seconds
    return max(0.0, WAITS[min(over, len(WAITS) - 1)] - waited)


def pin_problem(pin: str) -> str | None:
    """Say in one sentence why a PIN cannot be used, or None."""
    if not re.fullmatch(rf"[0-9]{{{SHORTEST},{LONGEST}}}", pin):
        return f"A PIN has {SHORTEST} to {LONGEST} digits and nothing else."
    if len(set(pin)) == 1 or pin in _RUN or pin in _RUN[::-1]:
        return "This PIN is among the first that anybody tries: choose digits that are not in a row."
    return None
