"""The tour's eye is tested with planted faults: what it cannot see, no tour can."""

from collections.abc import Callable, Iterator
from typing import cast

import pytest
from PySide6.QtCore import QObject, QTranslator, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.core.boxes import Box
from kiosk.core.comfort import Comfort
from kiosk.core.reach import WHOLE_GLASS
from kiosk.store.settings.settings import assets_folder, qml_folder, words_folder
from kiosk.tour.inspection import Inspection, wait_for_pictures
from kiosk.ui.pyside.qt_application import load_font
from kiosk.ui.visit_screens import QML_TYPES

PIXELS_PER_MILLIMETRE = 4.0

Problems = Callable[..., list[str]]
IMPORTS = "".join(
    f"import {name}\n"
    for name in ("QtQuick", "Kiosk.App", "Kiosk.Controls", "Kiosk.Pictures", "Kiosk.Text", "Kiosk.Theme")
)


@pytest.fixture
def problems(qapp: QGuiApplication) -> Iterator[Problems]:
    words = QTranslator()
    assert words.load("en.qm", str(words_folder()))
    qapp.installTranslator(words)
    load_font("Bold")
    load_font("Regular")
    assert QML_TYPES, "importing them makes them known in QML"

    def inspect(qml: str, comfort: Comfort | None = None, part: Box = WHOLE_GLASS) -> list[str]:
        engine = QQmlEngine()
        engine.addImportPath(str(qml_folder()))
        theme = cast("QObject", engine.singletonInstance("Kiosk.Theme", "Theme"))
        theme.setProperty("assets", QUrl.fromLocalFile(f"{assets_folder()}/").toString())
        component = QQmlComponent(engine)
        component.setData(f"{IMPORTS}Item {{ {qml} }}".encode(), QUrl())
        item = component.create()
        assert isinstance(item, QQuickItem), component.errorString()
        window = QQuickWindow()
        window.resize(800, 600)
        item.setParentItem(window.contentItem())
        window.show()
        wait_for_pictures(window)
        picture = window.grabWindow()
        found = Inspection(window, picture, PIXELS_PER_MILLIMETRE, comfort=comfort, part=part).problems()
        window.close()
        item.deleteLater()
        qapp.processEvents()
        return found

    yield inspect
    qapp.removeTranslator(words)


def test_a_sound_screen_has_no_problems(problems: Problems) -> None:
    assert (
        problems(
            """
            PlainText { text: "Hello"; width: 300; height: 60 }
            TouchButton { text: "Go on"; x: 40; y: 200 }
            Icon { symbol: "home"; width: 40; height: 40; y: 400 }
            """
        )
        == []
    )


def test_words_of_a_picture_lie_on_its_places_but_those_of_others_do_not(problems: Problems) -> None:
    words = 'PlainText { text: "nerve"; width: 200; height: 60 }'
    place = 'StopArea { text: "a closer look"; x: 20; y: 20; width: 300; height: 300 }'
    picture = "Item { width: 400; height: 400; %s }"
    assert problems(picture % (words + place)) == []
    assert problems(words + picture % place) == ["text over a control: 'nerve' and 'a closer look'"]


LOW_RIGHT = Box(0.5, 0.5, 0.5, 0.5)


def test_a_control_is_out_of_reach_of_whoever_has_moved_everything(problems: Problems) -> None:
    near = 'TouchButton { text: "Near"; x: 400; y: 300 }'
    high = 'TouchButton { text: "High"; x: 540; y: 200 }'
    aside = 'TouchButton { text: "Aside"; x: 290; y: 400 }'
    assert problems(near + high + aside) == []
    assert problems(near, part=LOW_RIGHT) == []
    assert problems(near + high + aside, part=LOW_RIGHT) == [
        "a control is out of reach: 'High'",
        "a control is out of reach: 'Aside'",
    ]


def test_text_is_not_half_out_of_reach(problems: Problems) -> None:
    within = 'PlainText { text: "within"; width: 300; height: 60; x: 420; y: 500 }'
    beyond = 'PlainText { text: "a ribbon"; width: 300; height: 60 }'
    half = 'PlainText { text: "in a wide line"; width: 400; height: 60; x: 360; y: 400 }'
    assert problems(within + beyond + half) == []
    assert problems(within + beyond + half, part=LOW_RIGHT) == ["text is half out of reach: 'in a wide line'"]


@pytest.mark.parametrize(
    ("qml", "complaint"),
    [
        ('PlainText { text: "cut off in its height"; width: 100; height: 50 }', "text is cut"),
        ('PlainText { text: "unbreakable"; width: 60; height: 60 }', "text is cut"),
        (
            'PlainText { text: "elided"; width: 60; elide: Text.ElideRight; wrapMode: Text.NoWrap }',
            "cut",
        ),
        (
            'PlainText { text: "pale"; color: "#8A8A8A"; width: 300; height: 60 }',
            "contrast of 3.5 on #ffffff, under 7: 'pale'",
        ),
        (
            'Rectangle { color: Theme.primary; width: 300; height: 60; PlainText { text: "dark on dark" } }',
            "on #12506a, under 7: 'dark on dark'",
        ),
        ('PlainText { text: "outside"; x: 760; width: 300; height: 60 }', "text leaves the screen"),
        (
            'PlainText { text: "one"; width: 90; height: 60 } PlainText { text: "two"; x: 20; width: 90 }',
            "text over text: 'one' and 'two'",
        ),
        (
            'PlainText { text: "beneath"; width: 200; height: 60 } TouchButton { text: "above" }',
            "text over a control: 'beneath' and 'above'",
        ),
        (
            'TouchButton { text: "one" } TouchButton { text: "two"; x: 40 }',
            "control over control: 'one' and 'two'",
        ),
        ('TouchButton { text: "small"; width: 90; height: 70 }', "mm, under 20 mm: 'small'"),
        ('PrimaryButton { text: "main"; width: 400; height: 105 }', "mm, under 25 mm: 'main'"),
        ('TouchButton { text: "gone"; y: 560 }', "control leaves the screen: 'gone'"),
        ('PlainText { text: "tiny"; capital: 4; width: 300; height: 60 }', "capitals of 4.0 mm"),
        ('PlainText { text: "comfort.reach"; width: 300; height: 60 }', "an id stands there instead of its"),
        (
            'TouchButton { text: "a label that is far too long"; width: 110; height: 97 }',
            "a label leaves its control",
        ),
    ],
)
def test_a_planted_fault_is_seen(problems: Problems, qml: str, complaint: str) -> None:
    assert any(complaint in problem for problem in problems(qml))


def test_a_missing_picture_is_seen(problems: Problems, qtlog: object) -> None:
    with qtlog.disabled():  # type: ignore[attr-defined]
        found = problems('Icon { symbol: "no-such-icon"; width: 40; height: 40 }')
    assert found == ["the picture is not there: no-such-icon.svg"]


def test_what_cannot_be_seen_is_not_judged(problems: Problems) -> None:
    assert problems('PlainText { text: "hidden and cut"; width: 20; height: 10; visible: false }') == []


LEAD_IN = "Tell the front desk now, or call 911, for:"
WHOLE = f'whole: ["Wait.", "{LEAD_IN}", "\u2022 Falls", "\u2022 Numb hands. And you had a cold."]'


@pytest.mark.parametrize(
    ("blocks", "complaint"),
    [
        ('["\u2022 Falls"]', "a point without its lead-in: '\u2022 Falls'"),
        (f'["Wait.", "{LEAD_IN}"]', f"a lead-in alone: {LEAD_IN!r}"),
        (
            f'["{LEAD_IN}", "\u2022 And you had a cold."]',
            "a point is broken up: '\u2022 And you had a cold.'",
        ),
    ],
)
def test_a_text_torn_from_its_condition_is_seen(problems: Problems, blocks: str, complaint: str) -> None:
    page = f"TextBlocks {{ {WHOLE}; blocks: {blocks}; indent: 20; pixelSize: 32; width: 700 }}"
    assert problems(page) == [complaint]


def test_points_below_their_lead_in_are_sound(problems: Problems) -> None:
    blocks = f'["{LEAD_IN}", "\u2022 Falls"]'
    assert (
        problems(f"TextBlocks {{ {WHOLE}; blocks: {blocks}; indent: 20; pixelSize: 32; width: 700 }}") == []
    )


NOW = """NowPanel {{ width: 800; height: 600; isClosing: false; title: "Tell the front desk now."
emergencyNumber: "911"; forStaff: ["If no staff are near, call 911."]; blocks: [{blocks}] }}"""


def test_a_call_for_help_that_leaves_the_emergency_number_out_is_seen(problems: Problems) -> None:
    qml = NOW.format(blocks='"Show them this screen."')
    assert problems(qml) == ["the first page does not say the emergency number 911"]


def test_a_call_for_help_with_the_number_on_its_second_page_is_seen(problems: Problems) -> None:
    long = ", ".join(f'"Sentence {number} of very many."' for number in range(30))
    found = problems(NOW.format(blocks=f'{long}, "If no staff are near, call 911."'))
    assert found == ["the first page does not say the emergency number 911"]


def test_a_call_for_help_that_begins_with_the_number_is_sound(problems: Problems) -> None:
    assert problems(NOW.format(blocks='"If no staff are near, call 911."')) == []
