"""Cards worth reading after the self-check: never causes, in the order the answers were touched."""

import dataclasses
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from kiosk.core.content.cards import Card
from kiosk.core.content.start_card import START
from kiosk.core.self_check.questions import ANSWERS
from kiosk.core.validation import KeyPath, Problem


@dataclasses.dataclass(frozen=True, slots=True)
class Topic:
    """A card worth reading; step is the kind of step it opens at, "" for its beginning."""

    card: str
    step: str = ""


MAX_TOPICS: Final = 3
"""Topics after an outcome. Chosen; not measured."""


def topics(given: Iterable[str], cards: Sequence[Card]) -> tuple[Topic, ...]:
    """Return at most three topics worth reading, in the order the answers were touched.

    cards: by number; they say themselves which answers lead to them.
    """
    found = dict.fromkeys(topic for answer in given for topic in _led_to(answer, cards))
    return tuple(found)[:MAX_TOPICS] or (Topic(START),)


def _led_to(answer: str, cards: Sequence[Card]) -> list[Topic]:
    ranked = [(card.leads_here[answer], Topic(card.id)) for card in cards if answer in card.leads_here]
    ranked += [
        (step.leads_here[answer], Topic(card.id, step.kind))
        for card in cards
        for step in card.steps
        if answer in step.leads_here
    ]
    return [topic for _, topic in sorted(ranked, key=lambda pair: pair[0])]


def topic_problems(card_ids: Collection[str]) -> list[Problem]:
    """Say so when the card is missing that is shown where no answer leads anywhere."""
    return [] if START in card_ids else [Problem((), f"no card has the id {START!r}")]


def answer_problems(card: Card) -> list[Problem]:
    """Name every answer a card or a step of it says to be led to by that the self-check does not have."""
    tables: list[tuple[KeyPath, Mapping[str, int]]] = [(("leads_here",), card.leads_here)]
    tables += [(("steps", index, "leads_here"), step.leads_here) for index, step in enumerate(card.steps)]
    return [
        Problem(place, f"no answer of the self-check has the id {answer!r}; it has {_like(answer)}")
        for place, table in tables
        for answer in table
        if answer not in ANSWERS
    ]


def _like(answer: str) -> str:
    """Return the ids of the self-check that begin with the same letter, all when none does."""
    return ", ".join([known for known in ANSWERS if known[:1] == answer[:1]] or ANSWERS)
