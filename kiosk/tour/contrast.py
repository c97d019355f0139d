"""Contrast of text as it is drawn: its colour against the pixels around it (WCAG 2.2, relative luminance)."""

from collections import Counter
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

LEAST: Final = 7.0
STEP_PIXELS: Final = 5


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def ground_of(picture: QImage, rect: QRectF) -> QColor:
    """Return the colour most of a part of a picture has: what a text there stands on."""
    inside = rect.toRect().intersected(picture.rect())
    seen = Counter(
        picture.pixel(x, y)
        for x in range(inside.left(), inside.right() + 1, STEP_PIXELS)
        for y in range(inside.top(), inside.bottom() + 1, STEP_PIXELS)
    )
    return QColor.fromRgb(seen.most_common(1)[0][0]) if seen else QColor("white")


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004  # sRGB
