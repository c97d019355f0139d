"""No letter that can be typed is a box, or is drawn by whatever typeface the computer happens to have."""

import pytest
from PySide6.QtGui import QFont, QGuiApplication, QTextLayout

from kiosk.ui.pyside.qt_application import FAMILY, RARE, load_font, load_rare_letters
from tests.ui.words import content_in


@pytest.fixture(autouse=True)
def typeface(qapp: QGuiApplication) -> None:
    assert qapp
    load_font("Bold")
    load_font("Regular")
    load_rare_letters()


def drawn_by(text: str, *, is_bold: bool) -> dict[str, bool]:
    """Return the typefaces that draw a text, and of each whether it has all of its glyphs."""
    font = QFont(FAMILY)
    font.setBold(is_bold)
    font.setPixelSize(30)
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine().setLineWidth(1000)
    layout.endLayout()
    return {run.rawFont().familyName(): all(run.glyphIndexes()) for run in layout.glyphRuns()}


@pytest.mark.parametrize("is_bold", [True, False])
@pytest.mark.parametrize("language", ["en", "es"])
def test_every_letter_that_can_be_typed_is_drawn_by_our_own_typefaces(language: str, is_bold: bool) -> None:  # noqa: FBT001  # a parameter of the test
    keys = content_in(language).keys
    letters = {each for row in (*keys.letters, *keys.accents) for each in row + row.upper()}
    for letter in sorted(letters):
        drawn = drawn_by(letter, is_bold=is_bold)
        assert set(drawn) <= {FAMILY, RARE}, letter
        assert all(drawn.values()), letter


def test_only_the_letters_that_the_kiosks_typeface_lacks_come_from_the_other() -> None:
    assert set(drawn_by("Núñez Łukasz", is_bold=True)) == {FAMILY}
    assert set(drawn_by("Nguyễn", is_bold=True)) == {FAMILY, RARE}
