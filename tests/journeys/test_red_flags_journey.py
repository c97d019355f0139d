"""Red flags on the smallest glass and calls for help on every one: nothing without its condition."""

import dataclasses
from collections.abc import Callable, Iterator

import pytest

from kiosk.core import visit as visits
from kiosk.core.comfort import SMALL_ROOM_TEXT_SIZES, TEXT_SIZES, Comfort
from kiosk.core.visit import Visit
from kiosk.store.settings.settings import Settings
from kiosk.tour.inspection import Inspection, wait_for_pictures
from kiosk.tour.visitor import Visitor
from kiosk.ui.app import Glass, Kiosk
from tests.clinic import Clinic
from tests.conftest import StartKiosk

SMALL = Glass(1366, 768, 15.6)
LARGE = Glass(1920, 1080, 21.5)
PORTRAIT = Glass(1080, 1920, 21.5)
SIZES = {
    glass: range(1, count + 1)
    for glass, count in ((SMALL, SMALL_ROOM_TEXT_SIZES), (LARGE, TEXT_SIZES), (PORTRAIT, TEXT_SIZES))
}
TILES = {"en": "Infections", "es": "Infecciones"}
LANGUAGES = tuple(TILES)


@pytest.fixture
def settings(clinic: Clinic) -> Settings:
    file = dataclasses.replace(
        clinic.settings.file, languages=LANGUAGES, self_check="guided", demonstration=True
    )
    return dataclasses.replace(clinic.settings, file=file)


def problems(kiosk: Kiosk) -> list[str]:
    wait_for_pictures(kiosk.window)
    picture = kiosk.window.grabWindow()
    return Inspection(kiosk.window, picture, kiosk.pixels_per_millimetre).problems()


def pages(kiosk: Kiosk, more: str) -> Iterator[set[str]]:
    """Give what stands on each page of the text on show."""
    visitor = Visitor(kiosk.window)
    while True:
        assert problems(kiosk) == []
        yield {spoken.name for spoken in visitor.reads()}
        if not visitor.sees(more):
            return
        visitor.press(more)


def visit_in(kiosk: Kiosk, language: str, text_size: int) -> None:
    kiosk.visit.start(language)
    Visitor(kiosk.window).waits_for(TILES[language])
    kiosk.visit_holder.apply(lambda visit: dataclasses.replace(visit, comfort=Comfort(text_size=text_size)))


def open_step(kiosk: Kiosk, card: str, step: int) -> None:
    kiosk.visit_holder.apply(lambda visit: visits.open_card(visit, card, step))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text_size", SIZES[SMALL])
def test_every_red_flag_stands_below_its_lead_in_on_the_smallest_glass(
    start_kiosk: StartKiosk, settings: Settings, language: str, text_size: int
) -> None:
    kiosk = start_kiosk(settings, SMALL)
    visit_in(kiosk, language, text_size)
    content = kiosk.library.in_language(language)
    assert content is not None
    more = kiosk.translations.sentence_in(language, "card.more")
    card = content.cards[-1]
    steps = [(index, step) for index, step in enumerate(card.steps) if step.kind == "emergency"]
    flags = [step for _, step in steps]
    assert sum(len(step.points) for step in flags) > len(content.cards)
    titles = sorted(step.title for step in flags)
    behind = [sorted(step.title for step in each.steps[-len(flags) :]) for each in content.cards]
    assert behind == [titles] * len(content.cards), "the same behind each, its own first"
    for index, step in steps:
        open_step(kiosk, card.id, index)
        seen = set[str]()
        for names in pages(kiosk, more):
            here = names & set(step.points)
            seen |= here
            assert not here or any(name.endswith(step.text[-1]) for name in names), step.title
        assert seen == set(step.points), "whole, each of them"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text_size", SIZES[SMALL])
def test_the_warning_of_every_card_stands_on_its_first_page_on_the_smallest_glass(
    start_kiosk: StartKiosk, settings: Settings, language: str, text_size: int
) -> None:
    kiosk = start_kiosk(settings, SMALL)
    visit_in(kiosk, language, text_size)
    content = kiosk.library.in_language(language)
    assert content is not None
    more = kiosk.translations.sentence_in(language, "card.more")
    for card in content.cards:
        open_step(kiosk, card.id, 0)
        *_, last = pages(kiosk, more)
        assert card.steps[0].text[1] in last, card.id


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text_size", SIZES[SMALL])
def test_the_form_and_the_poster_name_no_red_flag_without_what_it_takes(
    start_kiosk: StartKiosk, settings: Settings, language: str, text_size: int
) -> None:
    as_poster = dataclasses.replace(settings.file, self_check="static")
    kiosk = start_kiosk(dataclasses.replace(settings, file=as_poster), SMALL)
    visit_in(kiosk, language, text_size)
    more = kiosk.translations.sentence_in(language, "card.more")
    kiosk.screens.callback.open()
    lead_in = kiosk.translations.sentence_in(language, "callback.notice.if").format(emergency_number="911")
    for names in pages(kiosk, more):
        assert lead_in in names, sorted(names)

    kiosk.screens.poster.open()
    for names in pages(kiosk, more):
        assert any("911" in name for name in names), "whom to call stands on every page of NOW"


def help_screen(kiosk: Kiosk) -> None:
    kiosk.visit.askForHelp()


def now(kiosk: Kiosk) -> None:
    guided = kiosk.screens.self_check
    kiosk.screens.poster.open()
    guided.next()
    guided.touch(0, hasSeenAll=False)
    guided.next()


@pytest.mark.parametrize("call", [help_screen, now])
@pytest.mark.parametrize("glass", SIZES, ids=str)
def test_a_call_for_help_is_one_page_with_the_desk_and_the_number_in_every_language_and_size(
    start_kiosk: StartKiosk, settings: Settings, glass: Glass, call: Callable[[Kiosk], None]
) -> None:
    kiosk = start_kiosk(settings, glass)
    for language in LANGUAGES:
        for text_size in SIZES[glass]:
            visit_in(kiosk, language, text_size)
            call(kiosk)
            (names,) = pages(kiosk, kiosk.translations.sentence_in(language, "card.more"))
            own = [
                kiosk.translations.sentence_in(language, word)
                for word in ("help.title", "help.show", "help.raise")
            ]
            called = kiosk.translations.sentence_in(language, "help.call").replace("%1", "911")
            assert own[0] in names
            assert all(any(words in name for name in names) for words in (*own, called))
            number_of_strips = sum(name.startswith("Please tell the front desk now. ") for name in names)
            assert number_of_strips == (language != "en")
            kiosk.visit_holder.become(Visit())
