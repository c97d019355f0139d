"""Contrast of text as it is drawn: its colour against the pixels around it (WCAG 2.2, relative luminance)."""

from collections import Counter
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from kiosk.core.content.colours import contrast as contrast_of_names

STEP_PIXELS: Final = 5
"""Pixels from one looked at to the next: every stroke of a text is still hit."""


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    return contrast_of_names(one.name(), other.name())


def dominant_colour(picture: QImage, rect: QRectF) -> QColor:
    """Return the most frequent colour in a part of a picture: the background of a text there."""
    inside = rect.toRect().intersected(picture.rect())
    if inside.isEmpty():
        return QColor("white")
    part = picture.copy(inside).convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(part.constBits()).cast("I")
    seen: Counter[int] = Counter()
    for row in range(0, inside.height(), STEP_PIXELS):
        seen.update(pixels[row * inside.width() : (row + 1) * inside.width() : STEP_PIXELS].tolist())
    return QColor.fromRgb(seen.most_common(1)[0][0])
