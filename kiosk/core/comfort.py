"""What a visitor sets to see and touch more easily; it lasts for one visit."""

import dataclasses
from collections.abc import Mapping
from typing import Final, Literal, get_args

from kiosk.core.boxes import Box
from kiosk.core.reach import WHOLE_GLASS, Reach, parts_of

TEXT_SIZES: Final = 4
"""How many sizes of text there are, counted from 1."""
SMALL_ROOM_TEXT_SIZES: Final = 2
"""Sizes of text for which a small glass, or a part of a large one, has room; the tour looks at each."""
LARGE_ROOM_MILLIMETRES: Final = 240
"""A glass whose shorter side is at least this has room for all sizes of text."""
DEFAULT_TEXT_SIZE: Final = 2
"""Capitals of 6 mm: about 0.7 degrees at half a metre, what EN 301 549 asks of text that cannot be
enlarged."""

SWITCH_SECONDS: Final = (0.5, 1.0, 1.5, 2.0, 3.0)
"""How long each choice can be lit for one switch."""

Scheme = Literal["standard", "dark", "high-contrast"]
THEMES: Final[tuple[Scheme, ...]] = get_args(Scheme)


@dataclasses.dataclass(frozen=True, slots=True)
class Comfort:
    """What this visitor has set; Comfort() is what the clinic has set.

    text_size: 1 to 4; scheme: None for the clinic's colours; has_easy_touch: larger targets, fewer of them
    on a page, and a longer wait between two touches; is_calm: nothing moves, None for what the clinic wants;
    reach: the part of the glass on which all screens are; has_one_switch: the choices light up in turn and
    any press picks the one that is lit; switch_seconds: how long each is lit.
    """

    text_size: int = DEFAULT_TEXT_SIZE
    scheme: Scheme | None = None
    has_easy_touch: bool = False
    is_calm: bool | None = None
    reach: Reach = Reach.WHOLE
    has_one_switch: bool = False
    switch_seconds: float = 1.0


@dataclasses.dataclass(frozen=True, slots=True)
class Room:
    """What there is room for on one glass.

    text_sizes: sizes of text on the whole of it; parts: those offered, in shares of its width and height.
    """

    text_sizes: int
    parts: Mapping[Reach, Box] = dataclasses.field(default_factory=lambda: {Reach.WHOLE: WHOLE_GLASS})

    def text_sizes_on(self, reach: Reach) -> int:
        """Return how many sizes of text there is room for on a part of the glass."""
        return self.text_sizes if reach is Reach.WHOLE else SMALL_ROOM_TEXT_SIZES


def room_on(width: float, height: float) -> Room:
    """Return what there is room for on a glass of so many millimetres."""
    is_large = min(width, height) >= LARGE_ROOM_MILLIMETRES
    return Room(TEXT_SIZES if is_large else SMALL_ROOM_TEXT_SIZES, parts_of(width, height))


def choose_text_size(comfort: Comfort, size: int, room: Room) -> Comfort:
    """Take a size of text, counted from 1; the largest there is where a larger one has no room."""
    sizes = room.text_sizes_on(comfort.reach)
    return dataclasses.replace(comfort, text_size=max(1, min(size, sizes)))


def choose_reach(comfort: Comfort, reach: Reach, room: Room) -> Comfort:
    """Move everything to a part of the glass, with the largest text that fits there, if it is offered."""
    moved = dataclasses.replace(comfort, reach=reach) if reach in room.parts else comfort
    return choose_text_size(moved, comfort.text_size, room)


def fitted(comfort: Comfort, room: Room) -> Comfort:
    """Return what of it there is room for on a glass that has become another one."""
    reach = comfort.reach if comfort.reach in room.parts else Reach.WHOLE
    return choose_text_size(dataclasses.replace(comfort, reach=reach), comfort.text_size, room)


def toggle_one_switch(comfort: Comfort) -> Comfort:
    """Let any press pick what is lit, or no longer."""
    return dataclasses.replace(comfort, has_one_switch=not comfort.has_one_switch)


def change_pace(comfort: Comfort, steps: int) -> Comfort:
    """Let each choice be lit for the time of SWITCH_SECONDS that is so many steps longer, or shorter."""
    at = SWITCH_SECONDS.index(comfort.switch_seconds) + steps
    last = len(SWITCH_SECONDS) - 1
    return dataclasses.replace(comfort, switch_seconds=SWITCH_SECONDS[max(0, min(at, last))])
