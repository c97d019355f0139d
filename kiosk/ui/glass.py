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
    screen = QGuiApplication.primaryScreen()
    width, height = screen.size().toTuple()
    if glass is not None:
        width, height = glass.width, glass.height
        diagonal = glass.diagonal or diagonal
    if diagonal is None:
        density = screen.physicalDotsPerInch() / MILLIMETRES_PER_INCH
    else:
        density = math.hypot(width, height) / (diagonal * MILLIMETRES_PER_INCH)
    return density, room_on(width / density, height / density)
