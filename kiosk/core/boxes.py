"""Where controls stand on the glass: which is next in a direction, and which stand in one row."""

import dataclasses
import enum
from collections.abc import Sequence
from typing import Final, assert_never

_ASIDE: Final = 2.0
"""How much farther something aside counts than something straight ahead. Chosen; not measured."""


class Direction(enum.Enum):
    """The four arrows of a keyboard."""

    LEFT = enum.auto()
    RIGHT = enum.auto()
    UP = enum.auto()
    DOWN = enum.auto()


@dataclasses.dataclass(frozen=True, slots=True)
class Box:
    """The place of a control; x and y of its upper left corner, all in one unit."""

    x: float
    y: float
    width: float
    height: float

    def seen_towards(self, direction: Direction) -> "Box":
        """Return the box as if the direction were to the right."""
        match direction:
            case Direction.RIGHT:
                return self
            case Direction.LEFT:
                return Box(-self.x - self.width, self.y, self.width, self.height)
            case Direction.DOWN:
                return Box(self.y, self.x, self.height, self.width)
            case Direction.UP:
                return Box(-self.y - self.height, self.x, self.height, self.width)
            case _ as never:
                assert_never(never)


def nearest(boxes: Sequence[Box], start: int, direction: Direction) -> int | None:
    """Return the index of the box next to that at `start` in a direction, None at the edge of the glass."""
    here = boxes[start].seen_towards(direction)
    ahead = [
        (_distance(here, there), index)
        for index, there in enumerate(box.seen_towards(direction) for box in boxes)
        if index != start and there.x + there.width / 2 >= here.x + here.width and there.x > here.x
    ]
    return min(ahead)[1] if ahead else None


def _distance(here: Box, there: Box) -> tuple[float, float]:
    """Return how far a box is to the right, then how far its middle is off."""
    along = max(there.x - here.x - here.width, 0)
    aside = max(there.y - here.y - here.height, here.y - there.y - there.height, 0)
    off = abs(there.y + there.height / 2 - here.y - here.height / 2)
    return along + _ASIDE * aside, off


def rows(boxes: Sequence[Box]) -> tuple[tuple[int, ...], ...]:
    """Return the indexes of the boxes row by row, from above and from the left.

    A box belongs to the row above it when its middle is higher than the lower edge of that row's first.
    """
    found: list[list[int]] = []
    for index in sorted(range(len(boxes)), key=lambda index: boxes[index].y + boxes[index].height / 2):
        middle = boxes[index].y + boxes[index].height / 2
        if found and middle < boxes[found[-1][0]].y + boxes[found[-1][0]].height:
            found[-1].append(index)
        else:
            found.append([index])
    return tuple(tuple(sorted(row, key=lambda index: boxes[index].x)) for row in found)
