"""NOW: what the desk reads from afar, and what nobody else does."""

import dataclasses

import pytest
from PySide6.QtQuick import QQuickItem

from kiosk.core.comfort import Comfort
from kiosk.core.visit import Screen, SelfCheckPosition
from kiosk.store.settings.settings import Settings
from kiosk.tour.inspection import CAPITAL_RATIO, wait_for_pictures
from kiosk.tour.visitor import Visitor
from kiosk.ui.app import Glass, Kiosk
from tests.conftest import StartKiosk

AT_LEAST_MILLIMETRES = 20
CASES = {
    1: ("A4",),
    2: ("A-none", "B2", "B3"),
    3: ("A-none", "B-none", "S2", "S3", "start-weeks", "trend-worse", "family-no", "E-none", "K0"),
}
TITLES = {"en": "Please tell the front desk now.", "es": "Avise ahora en la recepción."}
CODES = {"en": "Code", "es": "Código"}


@pytest.fixture
def settings(guided: Settings) -> Settings:
    return dataclasses.replace(guided, file=dataclasses.replace(guided.file, languages=("en", "es")))


def show_now(kiosk: Kiosk, given: tuple[str, ...], language: str, comfort: Comfort) -> Visitor:
    kiosk.visit.start(language)
    visitor = Visitor(kiosk.window)
    visitor.waits_for({"en": "Infections", "es": "Infecciones"}[language])
    check = SelfCheckPosition(given=given, has_outcome=True)
    kiosk.visit_holder.apply(
        lambda visit: dataclasses.replace(visit, screen=Screen.SELF_CHECK, check=check, comfort=comfort)
    )
    wait_for_pictures(kiosk.window)
    return visitor


def items(kiosk: Kiosk) -> list[QQuickItem]:
    return [item for item in kiosk.window.findChildren(QQuickItem) if item.isVisible()]


@pytest.mark.parametrize("glass", [Glass(1920, 1080, 21.5), Glass(1080, 1920, 21.5)], ids=str)
@pytest.mark.parametrize("language", TITLES)
@pytest.mark.parametrize("text_size", [1, 4])
def test_the_desk_can_read_now_from_afar(
    start_kiosk: StartKiosk, settings: Settings, glass: Glass, language: str, text_size: int
) -> None:
    kiosk = start_kiosk(settings, glass)
    show_now(kiosk, CASES[1], language, Comfort(text_size=text_size))
    capitals = {
        item.property("text"): item.property("font").pixelSize() * CAPITAL_RATIO / kiosk.pixels_per_millimetre
        for item in items(kiosk)
        if item.inherits("QQuickText")
    }
    assert capitals[TITLES[language]] >= AT_LEAST_MILLIMETRES
    assert capitals[f"{CODES[language]} 1"] >= AT_LEAST_MILLIMETRES
    assert [item for item in items(kiosk) if item.property("symbol") == "front-desk"]


@pytest.mark.parametrize("language", TITLES)
@pytest.mark.parametrize(("code", "given"), CASES.items())
def test_now_shows_a_code_and_no_symptom(
    start_kiosk: StartKiosk, settings: Settings, language: str, code: int, given: tuple[str, ...]
) -> None:
    kiosk = start_kiosk(settings, Glass(1366, 768, 15.6))
    visitor = show_now(kiosk, given, language, Comfort())
    names = [spoken.name for spoken in visitor.reads()]
    assert f"{CODES[language]} {code}" in names
    texts = kiosk.library.content and kiosk.library.content.self_check_texts
    assert texts
    symptoms = [words for key, words in texts.answers.items() if not key.endswith(("-none", "-not-sure"))]
    assert [words for words in symptoms if any(words in name for name in names)] == []
    assert not visitor.sees({"en": "More", "es": "Más"}[language])
    assert any("911" in name for name in names)


def test_a_call_for_help_has_no_code(start_kiosk: StartKiosk, settings: Settings) -> None:
    kiosk = start_kiosk(settings)
    kiosk.visit.askForHelp()
    visitor = Visitor(kiosk.window)
    visitor.waits_for(TITLES["en"])
    assert not [spoken for spoken in visitor.reads() if spoken.name.startswith("Code")]
