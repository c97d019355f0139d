"""The font that text is drawn in, and how many lines a text takes in it."""

import math

from PySide6.QtGui import QFont, QTextLayout, QTextOption


def text_font(family: str, pixel_size: int, *, is_bold: bool = False) -> QFont:
    """Return the font the screens draw text in."""
    font = QFont(family)
    font.setPixelSize(pixel_size)
    font.setBold(is_bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def count_lines(text: str, font: QFont, width: float) -> int:
    """Count the lines a text takes in a width in pixels."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    count = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(math.floor(width) - 1)
        count += 1
    layout.endLayout()
    return count
