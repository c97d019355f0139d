"""The way of a movement signal: its stops, and the pictures it is drawn with."""

from typing import Final, Literal

Stop = Literal["brain", "nerve-cell", "nerve-fiber", "junction", "muscle"]
PATHWAY: Final = (
    "pictures/pathway.svg",
    "pictures/pathway-muscle.svg",
    "pictures/closer-nerve-cell.svg",
    "pictures/closer-nerve-fiber.svg",
    "pictures/closer-junction.svg",
    "pictures/closer-muscle.svg",
)
"""Files under assets/ that the scenes of all cards are drawn over, and what a touch on a stop shows."""
