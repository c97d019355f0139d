"""What a visitor sets to see and touch more easily; it lasts for one visit."""

import dataclasses
from typing import Final, Literal, get_args

TEXT_SIZES: Final = 4
"""How many sizes of text there are, counted from 1."""
SMALL_ROOM_TEXT_SIZES: Final = 2
"""Sizes of text for which a small glass, or half of a tall one, has room; the tour looks at each."""
LARGE_ROOM_MILLIMETRES: Final = 240
"""A glass whose shorter side is at least this has room for all sizes of text."""
LOW_ROOM_MILLIMETRES: Final = 230
"""The least side of a lower half that has room for every screen; the tour looks at one of 268 by 238 mm. A
lower glass has nothing above 1220 mm, how high whoever sits can reach (48 inches, US 36 CFR 1194, 407.8), if
it hangs as the handbook says."""
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
    is_brought_down: all screens are in the lower half of the glass; has_one_switch: the choices light up in
    turn and any press picks the one that is lit; switch_seconds: how long each is lit.
    """

    text_size: int = DEFAULT_TEXT_SIZE
    scheme: Scheme | None = None
    has_easy_touch: bool = False
    is_calm: bool | None = None
    is_brought_down: bool = False
    has_one_switch: bool = False
    switch_seconds: float = 1.0


@dataclasses.dataclass(frozen=True, slots=True)
class Room:
    """What there is room for on one glass.

    text_sizes: sizes of text on the whole of it; low_text_sizes: sizes of text in its lower half, 0 where
    nothing is brought down.
    """

    text_sizes: int
    low_text_sizes: int = 0


def room_on(width: float, height: float) -> Room:
    """Return what there is room for on a glass of so many millimetres.

    The lower half is offered only where every screen has room in it.
    """
    is_large = min(width, height) >= LARGE_ROOM_MILLIMETRES
    has_low_room = min(width, height / 2) >= LOW_ROOM_MILLIMETRES
    return Room(
        text_sizes=TEXT_SIZES if is_large else SMALL_ROOM_TEXT_SIZES,
        low_text_sizes=SMALL_ROOM_TEXT_SIZES if has_low_room else 0,
    )


def choose_text_size(comfort: Comfort, size: int, room: Room) -> Comfort:
    """Take a size of text, counted from 1; the largest there is where a larger one has no room."""
    sizes = room.low_text_sizes if comfort.is_brought_down else room.text_sizes
    return dataclasses.replace(comfort, text_size=max(1, min(size, sizes)))


def toggle_brought_down(comfort: Comfort, room: Room) -> Comfort:
    """Bring everything down where it is offered, with the largest text that fits there; or back up."""
    is_down = room.low_text_sizes > 0 and not comfort.is_brought_down
    moved = dataclasses.replace(comfort, is_brought_down=is_down)
    return choose_text_size(moved, comfort.text_size, room)


def toggle_one_switch(comfort: Comfort) -> Comfort:
    """Let any press pick what is lit, or no longer."""
    return dataclasses.replace(comfort, has_one_switch=not comfort.has_one_switch)


def change_pace(comfort: Comfort, steps: int) -> Comfort:
    """Let each choice be lit for the time of SWITCH_SECONDS that is so many steps longer, or shorter."""
    at = SWITCH_SECONDS.index(comfort.switch_seconds) + steps
    last = len(SWITCH_SECONDS) - 1
    return dataclasses.replace(comfort, switch_seconds=SWITCH_SECONDS[max(0, min(at, last))])
