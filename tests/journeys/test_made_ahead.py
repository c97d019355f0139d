"""A touch has only to show what is there already."""

import pytest
from PySide6.QtQuick import QQuickItem

from kiosk.core.visit import open_card
from kiosk.store.settings.settings import Settings, load_settings
from kiosk.tour.patience import wait_until
from kiosk.ui.app import Kiosk
from kiosk.ui.touch import page_mark
from tests.clinic import Clinic
from tests.conftest import StartKiosk
from tests.journeys.hand import kind_of
from tests.journeys.walk import start_visit

AHEAD = {"HomeScreen", "CardScreen", "CallbackScreen"}


def items_on(kiosk: Kiosk) -> list[QQuickItem]:
    """Return all items there are, on the glass or not."""
    items = [kiosk.window.contentItem()]
    for item in items:
        items += item.childItems()
    return items


def made(kiosk: Kiosk) -> set[str]:
    """Return which of the screens there are."""
    return set(map(kind_of, items_on(kiosk))) & AHEAD


def below(kiosk: Kiosk, *kinds: str) -> set[QQuickItem]:
    """Return what can be touched in items of some kinds, and those themselves."""
    tops = {item for item in items_on(kiosk) if kind_of(item) in kinds}
    return {item for item in items_on(kiosk) if any(top.isAncestorOf(item) for top in tops)} | tops


def test_screens_are_there_before_they_are_asked_for(start_kiosk: StartKiosk) -> None:
    kiosk = start_kiosk()
    assert wait_until(lambda: made(kiosk) == AHEAD)


def test_they_do_not_take_over_each_choice_of_letters_and_are_there_again_after(
    start_kiosk: StartKiosk,
) -> None:
    kiosk = start_kiosk()
    visitor = start_visit(kiosk)
    visitor.press("Make it easier")
    assert wait_until(lambda: made(kiosk) == {"HomeScreen"})
    visitor.press("Done")
    assert wait_until(lambda: made(kiosk) == AHEAD)
    visitor.press("Ask us to call you")
    assert visitor.sees("Next")


def test_what_is_made_for_later_turns_no_page(
    start_kiosk: StartKiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    turned: list[bool] = []
    monkeypatch.setattr(page_mark, "turn_page", lambda: turned.append(True))
    kiosk = start_kiosk()
    assert wait_until(lambda: made(kiosk) == AHEAD)
    assert turned == []


@pytest.fixture
def two_languages(clinic: Clinic) -> Settings:
    text = clinic.config.read_text("utf-8")
    clinic.config.write_text(f'languages = ["en", "es"]\n{text}', encoding="utf-8")
    return load_settings(clinic.config)


def test_another_language_and_another_card_make_nothing_anew(
    start_kiosk: StartKiosk, two_languages: Settings
) -> None:
    kiosk = start_kiosk(two_languages)
    start_visit(kiosk)
    assert wait_until(lambda: made(kiosk) == AHEAD)
    kinds = "Tile", "ChapterDoors", "LetterPad"
    before = below(kiosk, *kinds)
    assert len(before) > len(kinds)
    kiosk.visit.switchLanguage()
    assert kiosk.visit_holder.visit.language == "es"
    content = kiosk.library.content
    assert content is not None
    for card in content.cards:
        kiosk.visit_holder.become(open_card(kiosk.visit_holder.visit, card.id))
    assert below(kiosk, *kinds) == before


def test_the_keys_are_of_the_language_of_the_form(start_kiosk: StartKiosk, two_languages: Settings) -> None:
    kiosk = start_kiosk(two_languages)
    visitor = start_visit(kiosk)
    keys = kiosk.screens.call_choices.property
    english = list(keys("letterRows"))
    kiosk.visit.switchLanguage()
    assert list(keys("letterRows")) == english
    visitor.press(kiosk.translations.sentence("bar.callback"))
    assert "\u00f1" in "".join(keys("letterRows"))
