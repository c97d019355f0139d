"""Cards worth reading after the self-check: never causes, in the order the answers were touched."""

import dataclasses
from collections.abc import Collection, Iterable
from typing import Final

from kiosk.core.validation import Problem


@dataclasses.dataclass(frozen=True, slots=True)
class Topic:
    """A card worth reading; step is the kind of step it opens at, "" for its beginning."""

    card: str
    step: str = ""


MOST_TOPICS: Final = 3
_CARDS: Final = (
    "start-here",
    "genetic",
    "autoimmune",
    "infections",
    "injury",
    "metabolic",
    "toxins",
    "later-life",
    "what-to-do",
)
_RELATED: Final = {
    "S1": (0, 1, 2, 7),
    "S2": (1, 7, 8),
    "S3": (6, 4, 5),
    "S4": (2, 5),
    "S5": (2,),
    "S6": (5, 7),
    "S7": (2, 7),
    "family-yes": (1,),
    "E1": (6,),
    "E2": (6,),
    "E3": (4,),
    "E4": (3,),
    "E5": (3,),
    "E6": (5,),
    "E7": (5, 6),
    "K1": (8,),
    "K2": (8,),
    "K3": (8,),
}
_CLINIC_PANEL: Final = Topic("start-here", "clinic")


def topics(given: Iterable[str]) -> tuple[Topic, ...]:
    """Return at most three topics worth reading, in the order the answers were touched."""
    found: dict[Topic, None] = {}
    for answer in given:
        found.update((Topic(_CARDS[number]), None) for number in _RELATED.get(answer, ()))
        if answer in {"K1", "K2", "K3"}:
            found[_CLINIC_PANEL] = None
    return tuple(found)[:MOST_TOPICS] or (Topic("start-here"),)


def topic_problems(card_ids: Collection[str]) -> list[Problem]:
    """Name every card the topics need that is not there."""
    return [Problem((), f"no card has the id {card!r}") for card in _CARDS if card not in card_ids]
