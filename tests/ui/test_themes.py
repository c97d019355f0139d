"""Colours that stand on each other can be told apart in every theme, worked out from the tokens."""

from collections.abc import Callable
from typing import cast

import pytest
from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtQml import QQmlComponent, QQmlEngine

from kiosk.content.files import read_language
from kiosk.content.folders import Folders
from kiosk.core.comfort import THEMES, Scheme
from kiosk.core.content.cards import Card
from kiosk.core.content.colours import GROUNDS as CHECKED_GROUNDS
from kiosk.core.content.colours import INK_ON_LIGHT, INK_ON_NIGHT, MIN_CONTRAST_RATIO
from kiosk.store.settings.settings import assets_folder, content_folder, qml_folder
from kiosk.tour.contrast import contrast
from kiosk.ui.appearance import Appearance
from kiosk.ui.card_look import accents

BODY = 10.0
SHAPE = 3.0
CARDS = read_language(Folders(content_folder(), assets_folder()), "en").cards
GROUNDS = ("Theme.paper", "Theme.card")
Colour = Callable[[str], QColor]


@pytest.fixture(params=THEMES)
def colour(qapp: QGuiApplication, request: pytest.FixtureRequest) -> Colour:
    scheme = cast("Scheme", request.param)
    engine = QQmlEngine(qapp)
    engine.addImportPath(str(qml_folder()))
    Appearance(4.0, scheme, is_calm=True).apply_to(engine)

    def value(expression: str) -> QColor:
        component = QQmlComponent(engine)
        qml = f"import QtQuick\nimport Kiosk.Theme\nQtObject {{ property color value: {expression} }}"
        component.setData(qml.encode(), QUrl())
        made = component.create()
        assert isinstance(made, QObject), component.errorString()
        return cast("QColor", made.property("value"))

    return value


@pytest.mark.parametrize("ground", [*GROUNDS, "Theme.quiet", "Theme.notice"])
def test_body_text_is_easy_to_read(colour: Colour, ground: str) -> None:
    assert contrast(colour("Theme.ink"), colour(ground)) >= BODY


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", ["Theme.inkSoft", "Theme.primary", "Theme.urgent"])
def test_other_text_is_never_pale(colour: Colour, text: str, ground: str) -> None:
    assert contrast(colour(text), colour(ground)) >= MIN_CONTRAST_RATIO


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_every_accent_is_read_on_its_grounds_and_bears_text(colour: Colour, card: Card) -> None:
    accent = colour(f"Theme.shade({accents(card)})")
    for ground in GROUNDS:
        assert contrast(accent, colour(ground)) >= MIN_CONTRAST_RATIO
    assert contrast(colour("Theme.inkOnPrimary"), accent) >= MIN_CONTRAST_RATIO
    assert contrast(colour("Theme.inkOnLight"), colour(f'Theme.panel("{card.colours.tint}")')) >= BODY


def test_the_grounds_that_a_clinics_colours_are_checked_against_are_those_of_the_theme(
    colour: Colour, request: pytest.FixtureRequest
) -> None:
    scheme = str(request.node.callspec.params["colour"])
    grounds = CHECKED_GROUNDS[scheme.replace("-", "_")]
    tokens = {"paper": grounds.paper, "card": grounds.card, "inkOnPrimary": grounds.ink_on_primary}
    tokens |= {"inkOnLight": INK_ON_LIGHT, "inkOnNight": INK_ON_NIGHT}
    for token, checked in tokens.items():
        assert colour(f"Theme.{token}") == QColor(checked), token


@pytest.mark.parametrize("fill", ["Theme.primary", "Theme.urgent"])
def test_filled_buttons_bear_text(colour: Colour, fill: str) -> None:
    assert contrast(colour("Theme.inkOnPrimary"), colour(fill)) >= MIN_CONTRAST_RATIO


def test_text_on_light_and_on_night_is_easy_to_read(colour: Colour) -> None:
    for light in ("Theme.start", "Theme.light"):
        assert contrast(colour("Theme.inkOnLight"), colour(light)) >= BODY
    assert contrast(colour("Theme.inkOnNight"), colour("Theme.night")) >= BODY
    assert contrast(colour("Theme.inkOnNight"), colour("Theme.deep")) >= MIN_CONTRAST_RATIO


@pytest.mark.parametrize("ground", GROUNDS)
def test_the_edge_of_a_control_is_seen(colour: Colour, ground: str) -> None:
    assert contrast(colour("Theme.edge"), colour(ground)) >= SHAPE


def test_the_light_of_one_switch_is_seen_on_every_ground(colour: Colour) -> None:
    """Of two lines this far apart one has the contrast of a shape to whatever lies beside them."""
    assert contrast(colour("Theme.start"), colour("Theme.inkOnLight")) >= SHAPE**2


def test_contrast_is_what_the_guideline_says() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.005)
    assert contrast(QColor("teal"), QColor("teal")) == 1
