"""The staff PIN and what it opens: what it may be, how long wrong guesses wait, what may be done where."""

import dataclasses
import enum
import re
from collections.abc import Mapping
from typing import Final

from kiosk.core.uptime import Uptime

MIN_PIN_DIGITS: Final = 6
"""Digits. Chosen: a million PINs, of which the waits below allow some hundred guesses a week."""
MAX_PIN_DIGITS: Final = 12
"""Digits. Chosen; not measured."""
FREE_GUESSES: Final = 5
"""Wrong guesses without a wait. Chosen; not measured."""
WAITS: Final = (30, 60, 300, 900, 3600)
"""Seconds to wait after the guess that was one too many, and after each further one; the last one stays.
Chosen; not measured."""

_RUN: Final = "01234567890"


class StaffPage(enum.StrEnum):
    """The pages of the staff's screen."""

    PIN = "pin"
    MENU = "menu"
    PLACES = "places"
    COPYING = "copying"
    COPIED = "copied"
    RECIPIENTS = "recipients"
    TAKING = "taking"
    WIPE = "wipe"


class StaffAction(enum.StrEnum):
    """What can be asked of the staff's screen, by whatever way it is asked."""

    TYPE = "type"
    MENU = "menu"
    CHOOSE_PLACE = "choose_place"
    COPY = "copy"
    FIND_RECIPIENTS = "find_recipients"
    TAKE_RECIPIENTS = "take_recipients"
    WIPE = "wipe"
    GO_ON = "go_on"
    RESTART = "restart"
    LEAVE = "leave"
    CONFIRM = "confirm"
    CLOSE = "close"


_OFFERED: Final[Mapping[StaffPage, frozenset[StaffAction]]] = {
    StaffPage.PIN: frozenset({StaffAction.TYPE, StaffAction.CLOSE}),
    StaffPage.MENU: frozenset(
        {
            StaffAction.CHOOSE_PLACE,
            StaffAction.FIND_RECIPIENTS,
            StaffAction.WIPE,
            StaffAction.GO_ON,
            StaffAction.RESTART,
            StaffAction.LEAVE,
            StaffAction.CONFIRM,
            StaffAction.CLOSE,
        }
    ),
    StaffPage.PLACES: frozenset(
        {StaffAction.CHOOSE_PLACE, StaffAction.COPY, StaffAction.MENU, StaffAction.CLOSE}
    ),
    StaffPage.COPYING: frozenset(),
    StaffPage.COPIED: frozenset({StaffAction.MENU, StaffAction.CLOSE}),
    StaffPage.RECIPIENTS: frozenset(
        {StaffAction.FIND_RECIPIENTS, StaffAction.TAKE_RECIPIENTS, StaffAction.MENU, StaffAction.CLOSE}
    ),
    StaffPage.TAKING: frozenset(),
    StaffPage.WIPE: frozenset(),
}
_WITHOUT_PIN: Final = _OFFERED[StaffPage.PIN]


@dataclasses.dataclass(frozen=True, slots=True)
class StaffState:
    """Where staff are on their screen; is_let_in: the PIN was right; is_over: the screen was closed."""

    page: StaffPage = StaffPage.PIN
    is_let_in: bool = False
    is_over: bool = False

    def allows(self, action: StaffAction) -> bool:
        """Whether an action may be done now.

        Each page has its own. Without the right PIN only those of the PIN page are left, on any page.
        """
        if self.is_over or (action not in _WITHOUT_PIN and not self.is_let_in):
            return False
        return action in _OFFERED[self.page]


def let_in(state: StaffState) -> StaffState:
    """Go from the right PIN to the menu; one that proves right after the screen was closed opens nothing."""
    return state if state.is_over else StaffState(StaffPage.MENU, is_let_in=True)


def turn_to(state: StaffState, page: StaffPage) -> StaffState:
    """Show another page, if the PIN was right."""
    return dataclasses.replace(state, page=page) if state.is_let_in else state


def end(state: StaffState) -> StaffState:
    """Close the screen: nothing may be done on it any more."""
    return dataclasses.replace(state, is_over=True)


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
    if not re.fullmatch(rf"[0-9]{{{MIN_PIN_DIGITS},{MAX_PIN_DIGITS}}}", pin):
        return f"A PIN has {MIN_PIN_DIGITS} to {MAX_PIN_DIGITS} digits and nothing else."
    if len(set(pin)) == 1 or pin in _RUN or pin in _RUN[::-1]:
        return "This PIN is among the first that anybody tries: choose digits that are not in a row."
    return None
