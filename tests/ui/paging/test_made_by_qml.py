"""A pager that QML makes is laid out once all its properties are set, and not at each of them."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtQml import QQmlComponent, QQmlEngine

from kiosk.ui.paging import answer_pager, pager
from kiosk.ui.pyside import text_lines

TEXT = b"""
import QtQuick
import Kiosk.Backend
QtObject {
    id: parent
    property int height: 80
    property TextPager made: TextPager {
        blocks: ["One.", "Two."]; family: "Atkinson Hyperlegible"; height: parent.height; leastPixelSize: 20
        lineRatio: 1.4; longestLine: 900; pixelSize: 30; spacing: 10; width: 400
    }
    property int columnWidth: made.columnWidth
    property list<string> shown: made.shown
}
"""
ANSWERS = b"""
import QtQuick
import Kiosk.Backend
QtObject {
    property AnswerPager made: AnswerPager {
        answers: ["Yes", "No"]; columns: 1; family: "Atkinson Hyperlegible"; height: 80; least: 60
        lineHeight: 30; pixelSize: 30; width: 400
    }
    property int count: made.count
}
"""


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    texts: list[str] = []

    def count_lines(text: str, font: QFont, width: float) -> int:
        texts.append(text)
        return text_lines.count_lines(text, font, width)

    for module in (pager, answer_pager):
        monkeypatch.setattr(module, "count_lines", count_lines)
    return texts


@pytest.fixture
def make(qapp: QGuiApplication) -> Iterator[Callable[[bytes], QObject]]:
    engine = QQmlEngine(qapp)
    component = QQmlComponent(engine)

    def made(source: bytes) -> QObject:
        component.setData(source, "")
        made = component.create()
        assert made is not None, component.errorString()
        return made

    yield made
    engine.deleteLater()


def test_a_text_is_broken_up_once(make: Callable[[bytes], QObject], counted: list[str]) -> None:
    made = make(TEXT)
    assert (made.property("shown"), made.property("columnWidth")) == (["One."], 400)
    assert sorted(counted) == ["One.", "Two."]
    made.setProperty("height", 200)
    assert made.property("shown") == ["One.", "Two."]
    assert sorted(counted) == ["One.", "Two."], "the lines of the same text are known"


def test_answers_are_laid_out_once(make: Callable[[bytes], QObject], counted: list[str]) -> None:
    made = make(ANSWERS)
    assert made.property("count") == 2
    assert sorted(set(counted)) == ["No", "Yes"]
    assert len(counted) <= 2 * len(set(counted))
