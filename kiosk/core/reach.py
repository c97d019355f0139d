"""Which part of the glass a visitor reaches: on it are all screens of the visit."""

import enum
from typing import Final

from kiosk.core.boxes import Box

LEAST_WIDTH_MILLIMETRES: Final = 265
"""The least width of a part: large buttons with Spanish words stand beside each other below a card, and
letters of 20 mm ten in a row."""
LEAST_HEIGHT_MILLIMETRES: Final = 235
"""The least height of a part that has room for every screen; the tour looks at one of 265 by 235 mm."""
SIDES_MILLIMETRES: Final = 375
"""From this width on a glass has a left and a right: a part leaves out 110 mm of it or more. Chosen."""


class Reach(enum.StrEnum):
    """The part of the glass that a visitor chose; it is against an edge of the glass, at the bottom."""

    WHOLE = "whole"
    LOW = "low"
    LOW_LEFT = "low-left"
    LOW_RIGHT = "low-right"


WHOLE_GLASS: Final = Box(0, 0, 1, 1)


def parts_of(width: float, height: float) -> dict[Reach, Box]:
    """Return what is offered on a glass of so many millimetres; each part in shares of its width and height.

    A part is half of the glass in each direction, or as much more as every screen needs. A lower glass than
    that has nothing to bring down: 15.6 inches reach no higher than 1220 mm, where whoever sits still reaches
    (48 inches, US 36 CFR 1194, 407.8), and are no wider than a forearm reaches, if they hang as the handbook
    says.
    """
    parts = {Reach.WHOLE: WHOLE_GLASS}
    if width < LEAST_WIDTH_MILLIMETRES or height < LEAST_HEIGHT_MILLIMETRES:
        return parts
    across, down = max(1 / 2, LEAST_WIDTH_MILLIMETRES / width), max(1 / 2, LEAST_HEIGHT_MILLIMETRES / height)
    if down == 1 / 2:
        parts[Reach.LOW] = Box(0, 1 - down, 1, down)
    if width >= SIDES_MILLIMETRES:
        parts[Reach.LOW_LEFT] = Box(0, 1 - down, across, down)
        parts[Reach.LOW_RIGHT] = Box(1 - across, 1 - down, across, down)
    return parts
