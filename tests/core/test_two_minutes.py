"""What a visitor of two minutes takes away: 10,000 visits through the real ways of a card."""

import random
from pathlib import Path
from statistics import mean
from typing import Final

import pytest

from kiosk.content.files import read_language
from kiosk.content.folders import Folders
from kiosk.core import card_steps, visit
from kiosk.core.content.cards import Card
from kiosk.core.content.steps import DOORS, Chapter

pytestmark = pytest.mark.untraced  # the same lines for 40,000 visits

ROOT: Final = Path(__file__).parents[2]
VISITS: Final = 10_000
MEAN_SCREENS: Final = 6.6
"""Screens of a visit, menus included, in the logs of 120 public health kiosks; taken as geometric."""
SHARE_BEFORE: Final = 0.27
"""Of the facts of a card, when it was one corridor; as the issue of the second edition says."""


@pytest.fixture(scope="module", params=["en", "es"])
def cards(request: pytest.FixtureRequest) -> tuple[Card, ...]:
    """Return the shipped cards of a language."""
    return read_language(Folders(ROOT / "content", ROOT / "assets"), request.param).cards


def test_an_average_visitor_sees_more_than_half_of_what_must_be_known(cards: tuple[Card, ...]) -> None:
    chance = random.Random(17)  # noqa: S311  # not a secret

    share = mean(share_seen(chance.choice(cards), screens(chance), chance) for _ in range(VISITS))

    assert share >= max(0.5, SHARE_BEFORE)


def test_who_only_turned_pages_in_one_corridor_saw_less(cards: tuple[Card, ...]) -> None:
    """The same visitors, who touch only Next: the doors are what the facts are seen by."""
    chance, corridor = random.Random(17), random.Random(17)  # noqa: S311  # not a secret

    by_doors = mean(share_seen(chance.choice(cards), screens(chance), chance) for _ in range(VISITS))
    by_next = mean(share_read(corridor.choice(cards), screens(corridor)) for _ in range(VISITS))

    assert by_next < by_doors


def screens(chance: random.Random) -> int:
    """Return how many screens a visitor sees, at least one."""
    count = 1
    while chance.random() > 1 / MEAN_SCREENS:
        count += 1
    return count


def share_seen(card: Card, count: int, chance: random.Random) -> float:
    """Return the share of a card's facts on the pages seen: home, its first page, then doors drawn evenly."""
    seen: set[int] = set()
    here = visit.start("en")
    for screen in range(1, count):
        if screen == 1:
            here = visit.open_card(here, card.id)
        else:
            position = here.card
            assert position is not None
            doors = [door for door in DOORS if door is not card_steps.chapter_of(card, position)]
            here = card_steps.open_chapter(here, card, chance.choice(doors))
        assert here.card is not None
        seen.add(here.card.step)
    return share(card, seen)


def share_read(card: Card, count: int) -> float:
    """Return the share of a card's facts on the pages seen by Next alone."""
    seen: set[int] = set()
    here = visit.start("en")
    for screen in range(1, count):
        here = visit.open_card(here, card.id) if screen == 1 else card_steps.forward(here, card)
        if here.card is None:
            break
        seen.add(here.card.step)
    return share(card, seen)


def share(card: Card, seen: set[int]) -> float:
    """Return the share of a card's facts that stand on these steps."""
    facts = [len(step.facts) for step in card.steps if step.chapter is not Chapter.EMERGENCY]
    return sum(facts[step] for step in seen) / sum(facts)
