"""Help is one touch away on every screen, at the same place, and what closes it asks first, elsewhere."""

import dataclasses
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRectF
from PySide6.QtQuick import QQuickItem

from kiosk.core import callback_steps as form
from kiosk.core import visit as visits
from kiosk.core.callback.draft import CallbackStep
from kiosk.core.content.steps import Chapter
from kiosk.core.visit import KeptQuestion, Screen, Visit
from kiosk.store.settings.settings import Settings
from kiosk.tour.guided_visit import Clock
from kiosk.tour.patience import wait_until
from kiosk.ui.app import Glass, Kiosk
from kiosk.ui.enums import number_of
from tests.clinic import Clinic
from tests.conftest import StartKiosk
from tests.journeys.doors import cover_at_once
from tests.journeys.hand import Hand, button, middle
from tests.journeys.walk import settle

GLASSES = {Glass(1366, 768, 15.6): 2, Glass(1920, 1080, 21.5): 4, Glass(1080, 1920, 21.5): 4}
"""The largest text that each has room for."""
HELP = "help.open"


@pytest.fixture
def settings(clinic: Clinic) -> Settings:
    file = dataclasses.replace(
        clinic.settings.file, languages=("en", "es"), demonstration=True, self_check="guided"
    )
    return dataclasses.replace(clinic.settings, file=file)


def begin(kiosk: Kiosk, language: str, text_size: int) -> None:
    assert wait_until(lambda: kiosk.library.content is not None)
    kiosk.visit.start(language)
    kiosk.visit_holder.apply(
        lambda visit: visits.set_comfort(
            visit, lambda comfort: dataclasses.replace(comfort, text_size=text_size)
        )
    )


def at(kiosk: Kiosk, card: str, kind: str) -> None:
    content = kiosk.library.content
    assert content is not None
    step = content.card(card).first_step(kind)
    kiosk.visit_holder.apply(lambda visit: visits.open_card(visit, card, step))


def sources(kiosk: Kiosk) -> None:
    at(kiosk, "autoimmune", "happens")
    kiosk.screens.card.toggleSources()


def take_home(kiosk: Kiosk) -> None:
    at(kiosk, "autoimmune", "happens")
    while not kiosk.screens.card.property("endsChapter"):
        kiosk.screens.card.next()
    kiosk.screens.take_home.toggle()


def large_picture(kiosk: Kiosk) -> None:
    at(kiosk, "autoimmune", "happens")
    kiosk.screens.picture.enlarge(is_large=True)


def conditions(kiosk: Kiosk) -> None:
    at(kiosk, "autoimmune", "in_short")
    kiosk.screens.card.openChapter(number_of(Chapter.MORE))


def teach_back(kiosk: Kiosk) -> None:
    at(kiosk, "autoimmune", "in_short")
    while not kiosk.screens.card.property("isTeachBack"):
        kiosk.screens.card.next()


def keep_questions(kiosk: Kiosk) -> None:
    content = kiosk.library.content
    assert content is not None
    step = content.card("genetic").first_step("ask")
    kept = tuple(KeptQuestion("genetic", step, point) for point in range(2))
    kiosk.visit_holder.apply(lambda visit: dataclasses.replace(visit, questions=kept))


def take_questions_home(kiosk: Kiosk) -> None:
    keep_questions(kiosk)
    kiosk.visit.openQuestions()
    kiosk.screens.take_home.toggle()


def form_at(step: CallbackStep) -> Callable[[Kiosk], None]:
    return lambda kiosk: kiosk.visit_holder.apply(
        lambda visit: form.at_step(form.open_callback(visit, "ab" * 16), step)
    )


PLACES: dict[str, Callable[[Kiosk], None]] = {
    "home": lambda kiosk: kiosk.visit.home(),
    "home with questions": keep_questions,
    "make it easier": lambda kiosk: kiosk.visit.makeEasier(),
    "cover": cover_at_once,
    "card": lambda kiosk: kiosk.screens.home.open("autoimmune"),
    "sources": sources,
    "take home": take_home,
    "large picture": large_picture,
    "emergency": lambda kiosk: at(kiosk, "autoimmune", "emergency"),
    "questions to ask": lambda kiosk: at(kiosk, "autoimmune", "ask"),
    "conditions": conditions,
    "teach-back": teach_back,
    "my questions": lambda kiosk: kiosk.visit.openQuestions(),
    "my questions on a phone": take_questions_home,
    "about": lambda kiosk: kiosk.visit.openAbout(),
    "self-check": lambda kiosk: kiosk.screens.poster.open(),
    "a question": lambda kiosk: kiosk.screens.self_check.next(),
    **{f"form: {step.name}": form_at(step) for step in CallbackStep},
}


def place_of(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def help_words(kiosk: Kiosk) -> str:
    return kiosk.translations.sentence(HELP)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("glass", GLASSES, ids=str)
def test_help_is_at_the_same_place_on_every_screen(
    start_kiosk: StartKiosk, settings: Settings, glass: Glass, language: str
) -> None:
    kiosk = start_kiosk(settings, glass)
    if language == "es":
        kiosk.attract.next()
    settle()
    words = kiosk.translations.sentence_in(language, HELP)
    on_attract = middle(button(kiosk, words))
    begin(kiosk, language, GLASSES[glass])
    places = {}
    for name, go in PLACES.items():
        go(kiosk)
        settle()
        places[name] = place_of(button(kiosk, words))
    same = {(place.x(), place.bottom(), place.width()) for place in places.values()}
    assert len(same) == 1, places
    assert all(place.contains(on_attract) for place in places.values()), "the start screen too"


@pytest.mark.parametrize("turns", [0, 1])
def test_help_from_the_start_screen_speaks_its_language_and_leaves_nothing(
    start_kiosk: StartKiosk, clock: Clock, settings: Settings, turns: int
) -> None:
    kiosk = start_kiosk(settings)
    hand = Hand(kiosk, clock)
    for _ in range(turns):
        kiosk.attract.next()
    language = ("en", "es")[turns]
    hand.rest()
    hand.tap(kiosk.translations.sentence_in(language, HELP))
    assert kiosk.visit_holder.visit.screen is Screen.HELP
    assert kiosk.visit_holder.visit.language == kiosk.translations.language == language
    hand.rest()
    hand.tap(kiosk.translations.sentence("help.close"))
    hand.rest()
    hand.tap(kiosk.translations.sentence("help.close_sure"))
    assert kiosk.visit_holder.visit == Visit()


def test_on_a_screen_that_takes_no_requests_help_is_offered_too(
    start_kiosk: StartKiosk, clinic: Clinic
) -> None:
    kiosk = start_kiosk(dataclasses.replace(clinic.settings, is_usable=False))
    assert button(kiosk, help_words(kiosk)).isEnabled()


def open_help(kiosk: Kiosk) -> None:
    kiosk.visit.askForHelp()


def open_now(kiosk: Kiosk) -> None:
    kiosk.screens.poster.open()
    kiosk.screens.self_check.next()
    kiosk.screens.self_check.touch(0, hasSeenAll=False)
    kiosk.screens.self_check.next()


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("call", [open_help, open_now])
@pytest.mark.parametrize("glass", GLASSES, ids=str)
def test_what_closes_a_call_for_help_stands_elsewhere_and_the_call_stays(
    start_kiosk: StartKiosk, settings: Settings, glass: Glass, call: Callable[[Kiosk], None], language: str
) -> None:
    kiosk = start_kiosk(settings, glass)
    begin(kiosk, language, GLASSES[glass])
    call(kiosk)
    settle()
    told = [words for words in _texts(kiosk) if words != kiosk.translations.sentence("help.close")]
    first = place_of(button(kiosk, kiosk.translations.sentence("help.close")))
    kiosk.visit.askToCloseHelp(isClosing=True)
    kiosk.screens.self_check.askToCloseNow(isClosing=True)
    settle()
    sure = place_of(button(kiosk, kiosk.translations.sentence("help.close_sure")))
    assert not sure.intersects(first)
    kept = place_of(button(kiosk, kiosk.translations.sentence("help.keep")))
    assert kept.intersects(first), "who touches the same place again keeps it open"
    assert set(told) <= set(_texts(kiosk)), "it says whom to tell as long as it asks"


def _texts(kiosk: Kiosk) -> list[str]:
    texts = []
    stack = [kiosk.window.contentItem()]
    while stack:
        item = stack.pop()
        if item.isVisible():
            if item.inherits("QQuickText") and item.property("text"):
                texts.append(str(item.property("text")))
            stack += item.childItems()
    return texts


@pytest.mark.parametrize("call", [open_help, open_now])
def test_touching_close_again_and_again_never_closes_it(
    start_kiosk: StartKiosk, clock: Clock, settings: Settings, call: Callable[[Kiosk], None]
) -> None:
    kiosk = start_kiosk(settings)
    hand = Hand(kiosk, clock)
    begin(kiosk, "en", 2)
    call(kiosk)
    hand.rest()
    place: QPoint = middle(button(kiosk, "Close"))
    for _ in range(5):
        hand.tap(place)
        hand.rest()
        assert _calls(kiosk)
    hand.tap("Yes, close")
    assert not _calls(kiosk)


def _calls(kiosk: Kiosk) -> bool:
    check = kiosk.visit_holder.visit.check
    return kiosk.visit_holder.visit.screen is Screen.HELP or bool(check and check.has_outcome)
