"""A number to call never breaks over two lines, however narrow the column and long the number."""

import dataclasses
import datetime
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtGui import QFont, QGuiApplication, QTextLayout, QTextOption

from kiosk.content.files import load_content
from kiosk.content.folders import folders_of
from kiosk.core.unbroken import unbroken
from kiosk.core.visit import Screen, Visit
from kiosk.ui.pyside.qt_application import FAMILY, load_font
from kiosk.ui.viewmodels.about import derive_about
from tests.clinic import Clinic
from tests.ui.words import sentence_in

LONG = "+1 (202) 555-01 43 ext. 12"
EMERGENCY = "9 1 1"


def texts_in(value: Any) -> Iterator[str]:
    """Return every text in a value, whatever its shape."""
    if isinstance(value, str):
        yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from texts_in(getattr(value, field.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from texts_in(each)


def ends_of_lines(text: str, width: int) -> list[int]:
    """Where the lines of a text end that is laid out as texts on the glass are."""
    font = QFont(FAMILY)
    font.setPixelSize(36)
    layout = QTextLayout(text, font)
    wrapping = QTextOption()
    wrapping.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(wrapping)
    ends = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        ends.append(line.textStart() + line.textLength())
    layout.endLayout()
    return ends


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_line_ends_in_a_number_to_call(qapp: QGuiApplication, clinic: Clinic, language: str) -> None:
    assert qapp
    load_font("Regular")
    file = clinic.settings.file
    file = dataclasses.replace(
        file, clinic=dataclasses.replace(file.clinic, phone=LONG), emergency_number=EMERGENCY
    )
    settings = dataclasses.replace(clinic.settings, file=file)
    content = load_content(folders_of(settings), language, settings.placeholders, datetime.date(2026, 11, 28))
    about = derive_about(Visit(screen=Screen.ABOUT), content, file, sentence_in(language))
    found = {
        (text, text.index(number), text.index(number) + len(number))
        for text in (*texts_in(content.cards), *texts_in(content.poster), *about.blocks)
        for number in (unbroken(LONG), unbroken(EMERGENCY))
        if number in text
    }
    assert {text[start:end] for text, start, end in found} == {unbroken(LONG), unbroken(EMERGENCY)}
    for (text, start, end), width in ((each, width) for each in found for width in range(520, 1100, 40)):
        assert not [stop for stop in ends_of_lines(text, width) if start < stop < end], (text, width)


def test_the_blanks_of_a_number_would_let_a_line_end(qapp: QGuiApplication) -> None:
    assert qapp
    load_font("Regular")
    text = f"Please call us at {LONG} today."
    start = text.index(LONG)
    broken = [
        width
        for width in range(520, 1100, 40)
        if any(start < stop < start + len(LONG) - 1 for stop in ends_of_lines(text, width)[:-1])
    ]
    assert broken
