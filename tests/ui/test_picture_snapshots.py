"""What the picture beside a card shows, derived without Qt from the shipped words and content."""

import dataclasses
from typing import get_args

import pytest

from kiosk.core.content.cards import Content
from kiosk.core.content.pathway import Stop
from kiosk.core.content.steps import Scene
from kiosk.core.visit import CardPosition, Screen, Visit
from kiosk.store.settings.settings import assets_folder
from kiosk.ui.enums import number_of
from kiosk.ui.viewmodels.picture import WHOLE, PictureSnapshot, derive_picture
from tests.ui.words import content_in, sentence_in, words_of

ENGLISH = content_in("en")
GENETIC = ENGLISH.card("genetic")


def word_in(language: str, word_id: str) -> str:
    return words_of(language)[word_id]


def picture(position: CardPosition, content: Content = ENGLISH) -> PictureSnapshot:
    visit = Visit(screen=Screen.CARD, language="en", card=position)
    return derive_picture(visit, content, sentence_in("en"))


def test_a_picture_shows_where_signals_are_lost_or_that_none_is() -> None:
    affected = picture(CardPosition("genetic"))
    healthy = picture(CardPosition("genetic", is_affected=False))
    assert (affected.is_pathway, affected.drawing) == (True, "")
    assert affected.breaks == tuple(number_of(stop) for stop in GENETIC.stops)
    assert healthy.breaks == ()
    assert affected.overlay.endswith("pictures/genetic-affected.svg")
    assert healthy.overlay.endswith("pictures/genetic-healthy.svg")
    assert (affected.alt, healthy.alt) == (GENETIC.picture.affected_alt, GENETIC.picture.healthy_alt)
    words = GENETIC.picture
    assert (affected.caption, healthy.caption) == (words.affected_caption, words.healthy_caption)
    assert healthy.heading == word_in("en", "card.arrives")
    assert affected.heading == words_of("en")["card.lost_at"].format(
        stops=", ".join(word_in("en", f"stop.{stop.name.lower()}") for stop in GENETIC.stops)
    )
    assert (affected.closer, affected.close_up, affected.is_large) == (WHOLE, "", False)
    assert (affected.title, affected.tint) == (GENETIC.title, GENETIC.colours.tint)


@pytest.mark.parametrize("stop", [Stop.NERVE_CELL, Stop.NERVE_FIBER, Stop.JUNCTION, Stop.MUSCLE])
def test_a_stop_close_up_has_its_own_words(stop: Stop) -> None:
    shown = picture(CardPosition("genetic", closer=stop, is_large=True))
    assert (shown.closer, shown.close_up, shown.is_large) == (number_of(stop), f"closer-{stop}", True)
    assert shown.alt == shown.caption == word_in("en", f"closer.{stop.name.lower()}")


@pytest.mark.parametrize("scene", [scene for scene in get_args(Scene) if scene])
def test_a_scene_is_drawn_instead_of_the_pathway_with_its_own_words(scene: Scene) -> None:
    step = dataclasses.replace(GENETIC.steps[0], scene=scene)
    name = f"pictures/{scene}.svg"
    content = dataclasses.replace(
        ENGLISH,
        cards=(dataclasses.replace(GENETIC, steps=(step, *GENETIC.steps[1:])),),
        pictures={**ENGLISH.pictures, name: (assets_folder() / name).as_uri()},
    )
    shown = picture(CardPosition("genetic"), content)
    assert (shown.is_pathway, shown.heading) == (False, "")
    assert shown.drawing.endswith(name)
    assert (assets_folder() / name).is_file()
    assert (shown.alt, shown.caption) == (
        word_in("en", f"card.{scene}_alt"),
        word_in("en", f"card.{scene}_caption"),
    )
