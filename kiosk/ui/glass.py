"""How large the glass is: pixels, millimetres, and what there is room for."""

import dataclasses
import math
from typing import Final

from PySide6.QtGui import QGuiApplication

from kiosk.core.comfort import Room, room_on

MILLIMETRES_PER_INCH: Final = 25.4


@dataclasses.dataclass(frozen=True, slots=True)
class Glass:
    """A window instead of the full screen: width and height in pixels, diagonal in inches."""

    width: int
    height: int
    diagonal: float | None = None


def measure(glass: Glass | None, diagonal: float | None) -> tuple[float, Room]:
    """Return pixels per millimetre of a window or of the first screen, and what there is room for.

    diagonal: inches, None for what the screen says of itself.
    """
    width, height = pixels(glass)
    if glass is not None:
        diagonal = glass.diagonal or diagonal
    if diagonal is None:
        density = QGuiApplication.primaryScreen().physicalDotsPerInch() / MILLIMETRES_PER_INCH
    else:
        density = math.hypot(width, height) / (diagonal * MILLIMETRES_PER_INCH)
    return density, room_on(width / density, height / density)


def pixels(glass: Glass | None) -> tuple[int, int]:
    """Return width and height of a window or of the first screen."""
    if glass is not None:
        return glass.width, glass.height
    width, height = QGuiApplication.primaryScreen().size().toTuple()
    return width, height
