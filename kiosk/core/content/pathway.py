"""The way of a movement signal: its stops, and the pictures it is drawn with."""

import enum
from typing import Final


class Stop(enum.StrEnum):
    """The stops of the signal in its order; the values are what a card's file says."""

    BRAIN = "brain"
    NERVE_CELL = "nerve-cell"
    NERVE_FIBER = "nerve-fiber"
    JUNCTION = "junction"
    MUSCLE = "muscle"


PATHWAY: Final = (
    "pictures/pathway.svg",
    "pictures/pathway-muscle.svg",
    "pictures/closer-nerve-cell.svg",
    "pictures/closer-nerve-fiber.svg",
    "pictures/closer-junction.svg",
    "pictures/closer-muscle.svg",
)
"""Files under assets/ that the scenes of all cards are drawn over, and what a touch on a stop shows."""
