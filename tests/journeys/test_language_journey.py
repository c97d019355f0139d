import dataclasses
import shutil

import pytest
from PySide6.QtGui import QAccessible

from kiosk.core.events import Event
from kiosk.core.self_check.questions import QUESTIONS
from kiosk.core.visit import open_card
from kiosk.store.settings.settings import Settings
from kiosk.tour.visitor import Visitor
from tests.clinic import Clinic
from tests.conftest import StartKiosk
from tests.journeys.walk import settle


@pytest.fixture
def two_languages(clinic: Clinic) -> Settings:
    file = dataclasses.replace(
        clinic.settings.file, languages=("en", "es"), self_check="guided", demonstration=True
    )
    return dataclasses.replace(clinic.settings, file=file)


def words_on_screen(visitor: Visitor) -> set[str]:
    return {spoken.name for spoken in visitor.reads() if spoken.name}


def test_the_button_touched_chooses_the_language(start_kiosk: StartKiosk, two_languages: Settings) -> None:
    kiosk = start_kiosk(two_languages)
    visitor = Visitor(kiosk.window)
    assert visitor.sees("Touch to start")
    visitor.press("Toque para comenzar")
    visitor.waits_for("Infecciones")
    content = kiosk.library.in_language("es")
    assert content is not None
    for card in content.cards:
        visitor.waits_for(card.title)

    english = kiosk.library.in_language("en")
    assert english is not None
    assert not {card.title for card in english.cards} & words_on_screen(visitor)
    assert kiosk.visit_holder.visit.language == "es"


def test_the_language_changes_at_the_same_place_and_back(
    start_kiosk: StartKiosk, two_languages: Settings
) -> None:
    kiosk = start_kiosk(two_languages)
    visitor = Visitor(kiosk.window)
    visitor.press("Touch to start")
    visitor.press("Autoimmune diseases")
    kiosk.screens.card.next()
    kiosk.screens.card.next()
    settle()
    before = words_on_screen(visitor)
    visitor.press("Español")
    spanish = kiosk.library.in_language("es")
    assert spanish is not None
    assert spanish.card("autoimmune").steps[2].title in words_on_screen(visitor)
    assert not before & words_on_screen(visitor) - {"Test Clinic", "Demonstration: nobody will call"}
    visitor.press("English")

    assert words_on_screen(visitor) == before


def test_after_the_visit_the_first_language_is_back(start_kiosk: StartKiosk, two_languages: Settings) -> None:
    kiosk = start_kiosk(two_languages)
    visitor = Visitor(kiosk.window)
    visitor.press("Toque para comenzar")
    kiosk.visit.startOver()

    assert visitor.sees("What happens when the signal gets lost?")
    assert visitor.sees("Touch to start", QAccessible.Role.Button)


def test_every_card_opens_at_every_step_in_spanish(start_kiosk: StartKiosk, two_languages: Settings) -> None:
    kiosk = start_kiosk(two_languages)
    visitor = Visitor(kiosk.window)
    visitor.press("Toque para comenzar")
    visitor.waits_for("Infecciones")
    content = kiosk.library.in_language("es")
    assert content is not None
    for card in content.cards:
        for index, step in enumerate(card.steps):
            kiosk.visit_holder.become(open_card(kiosk.visit_holder.visit, card.id, index))
            title = card.headline if index == 0 else step.title
            assert visitor.sees(title), title


def test_now_stands_in_english_under_every_other_language(
    start_kiosk: StartKiosk, two_languages: Settings
) -> None:
    kiosk = start_kiosk(two_languages)
    visitor = Visitor(kiosk.window)
    visitor.press("Toque para comenzar")
    visitor.waits_for("Infecciones")
    visitor.waits_for("Autochequeo")
    kiosk.visit.askForHelp()
    assert any(
        name.startswith("Please tell the front desk now. Show them this screen.")
        for name in words_on_screen(visitor)
    )
    kiosk.visit.askToCloseHelp(isClosing=True)
    kiosk.visit.closeHelp()

    kiosk.screens.poster.open()
    kiosk.screens.self_check.next()
    kiosk.screens.self_check.touch(QUESTIONS[0].answers.index("A1"), hasSeenAll=False)
    kiosk.screens.self_check.next()
    spanish, english = kiosk.library.in_language("es"), kiosk.library.in_language("en")
    assert spanish is not None
    assert spanish.self_check_texts is not None
    assert english is not None
    assert english.self_check_texts is not None
    assert visitor.sees(spanish.self_check_texts.outcomes.now.title)
    now = english.self_check_texts.outcomes.now
    assert visitor.sees(f"{now.title} {now.text[0]}")


def test_in_english_now_stands_there_once(start_kiosk: StartKiosk, two_languages: Settings) -> None:
    kiosk = start_kiosk(two_languages)
    visitor = Visitor(kiosk.window)
    visitor.press("Touch to start")
    kiosk.visit.askForHelp()

    assert [name for name in words_on_screen(visitor) if "front desk now" in name] == [
        "Please tell the front desk now."
    ]


def test_a_translation_that_is_not_signed_asks_for_the_front_desk_in_both_languages(
    start_kiosk: StartKiosk, two_languages: Settings
) -> None:
    file = dataclasses.replace(two_languages.file, demonstration=False, self_check="static")
    kiosk = start_kiosk(dataclasses.replace(two_languages, file=file))
    visitor = Visitor(kiosk.window)
    visitor.press("Toque para comenzar")
    visitor.waits_for("Infecciones")
    visitor.press("Autochequeo")

    assert visitor.sees("Please ask the front desk.")
    assert visitor.sees(kiosk.translations.sentence("check.ask_desk"))
    assert kiosk.translations.sentence("check.ask_desk") != "Please ask the front desk."


@pytest.mark.allows_log(Event.CONTENT_BROKEN)
def test_a_language_that_cannot_be_read_is_not_offered(
    start_kiosk: StartKiosk, clinic: Clinic, two_languages: Settings
) -> None:
    content = clinic.folder / "content"
    shutil.copytree(two_languages.content, content)
    (content / "es" / "cards" / "1-genetic.toml").write_text("id = ", "utf-8")
    kiosk = start_kiosk(dataclasses.replace(two_languages, content=content))
    visitor = Visitor(kiosk.window)
    kiosk.screens.jobs.wait()
    settle()

    assert not visitor.sees("Toque para comenzar")
    visitor.press("Touch to start")
    visitor.waits_for("Genetic factors")
    assert not visitor.sees("Español")
