"""What a visitor sets to see and touch more easily; it lasts for one visit."""

import dataclasses
import enum
from typing import Final, Literal, get_args

TEXT_SIZES: Final = 4
"""How many sizes of text there are, counted from 1."""
DEFAULT_TEXT_SIZE: Final = 2
"""Capitals of 6 mm: about 0.7 degrees at half a metre, what EN 301 549 asks of text that cannot be
enlarged."""

SWITCH_SECONDS: Final = (0.5, 1.0, 1.5, 2.0, 3.0)
"""How long each choice can be lit for one switch."""

Scheme = Literal["standard", "dark", "high-contrast"]
THEMES: Final[tuple[Scheme, ...]] = get_args(Scheme)


class Reach(enum.StrEnum):
    """Where on the glass the controls stand: all over it, or brought down to one lower corner."""

    WHOLE = "whole"
    LOWER_LEFT = "lower_left"
    LOWER_RIGHT = "lower_right"


@dataclasses.dataclass(frozen=True, slots=True)
class Comfort:
    """What this visitor has set; Comfort() is what the clinic has set.

    text_size: 1 to 4; scheme: None for the clinic's colours; has_easy_touch: larger targets, fewer of them
    on a page, and a longer wait between two touches; is_calm: nothing moves, None for what the clinic wants;
    has_one_switch: the choices light up in turn and any press picks the one that is lit; switch_seconds: how
    long each is lit.
    """

    text_size: int = DEFAULT_TEXT_SIZE
    scheme: Scheme | None = None
    has_easy_touch: bool = False
    is_calm: bool | None = None
    reach: Reach = Reach.WHOLE
    has_one_switch: bool = False
    switch_seconds: float = 1.0


def choose_text_size(comfort: Comfort, size: int, sizes: int) -> Comfort:
    """Take a size of text, counted from 1; the largest of `sizes` where a larger one has no room."""
    return dataclasses.replace(comfort, text_size=max(1, min(size, sizes)))


def toggle_one_switch(comfort: Comfort) -> Comfort:
    """Let any press pick what is lit, or no longer."""
    return dataclasses.replace(comfort, has_one_switch=not comfort.has_one_switch)


def change_pace(comfort: Comfort, steps: int) -> Comfort:
    """Let each choice be lit for the time of SWITCH_SECONDS that is so many steps longer, or shorter."""
    at = SWITCH_SECONDS.index(comfort.switch_seconds) + steps
    last = len(SWITCH_SECONDS) - 1
    return dataclasses.replace(comfort, switch_seconds=SWITCH_SECONDS[max(0, min(at, last))])
