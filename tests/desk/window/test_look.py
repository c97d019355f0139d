"""A dark desktop has a dark desk: no page has colours of its own."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from tests.desk.receptionist import Receptionist

_LIGHT = 128
_TEXT_AND_LINES = 0.25
"""No page has more of its pixels in text and lines than that."""


@pytest.fixture
def dark(qapp: QApplication) -> Iterator[None]:
    """Give the desktop dark colours."""
    before = qapp.palette()
    palette = QPalette(QColor("#303030"), QColor("#202020"))
    qapp.setPalette(palette)
    yield
    qapp.setPalette(before)


@pytest.mark.usefixtures("dark")
def test_every_page_follows_a_dark_desktop(desk: Receptionist) -> None:
    pages = desk.window.pages
    for place in range(pages.count()):
        pages.setCurrentIndex(place)
        desk.wait()
        image = desk.window.grab().toImage()
        seen = [
            image.pixelColor(x, y).lightness()
            for x in range(0, image.width(), 7)
            for y in range(0, image.height(), 7)
        ]
        share = sum(lightness > _LIGHT for lightness in seen) / len(seen)
        assert share < _TEXT_AND_LINES, pages.currentWidget()
