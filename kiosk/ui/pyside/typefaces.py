"""Which texts this machine has letters for: those of its typefaces, to which Qt falls back."""

import functools

from PySide6.QtGui import QFont, QFontDatabase, QRawFont


@functools.cache
def writable(texts: tuple[str, ...]) -> frozenset[str]:
    """Return the texts of which one typeface has every letter; Qt itself would warn of those that lack it."""
    found: set[str] = set()
    for family in QFontDatabase.families():
        font = QRawFont.fromFont(QFont(family))
        found |= {text for text in texts if text not in found and _has_all(font, text)}
    return frozenset(found)


def _has_all(font: QRawFont, text: str) -> bool:
    return all(font.supportsCharacter(ord(letter)) for letter in text if not letter.isspace())
