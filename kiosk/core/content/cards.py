"""What a visitor reads: cards, the self-check poster and their sources, and what makes them valid."""

import dataclasses
import datetime
from collections.abc import Collection, Mapping
from typing import Final, Literal

from kiosk.core.content.card_picture import Picture, picture_problems
from kiosk.core.content.colours import Colours
from kiosk.core.content.languages import SpokenLanguage
from kiosk.core.content.letter_keys import LetterKeys
from kiosk.core.content.pathway import PATHWAY, Stop
from kiosk.core.content.reviews import Reviewed
from kiosk.core.content.steps import (
    Rank,
    Step,
    TeachBack,
    fact_problems,
    order_problems,
    source_problems,
    step_problems,
    teach_back_problems,
)
from kiosk.core.content.take_home import note_problems
from kiosk.core.content.wording import empty_texts
from kiosk.core.self_check.texts import SelfCheckTexts
from kiosk.core.validation import KeyPath, Problem

WORDS_PER_LINE: Final = 26
"""Words of the longest line of the poster. Chosen; not measured."""

Urgency = Literal["now", "soon", "routine"]


@dataclasses.dataclass(frozen=True, slots=True)
class Card:
    """One cause: its place on the pathway, its note to take home, its steps, its teach-back.

    leads_here: answers of the self-check after which this card is worth reading; 1 comes before 2, cards of
    the same rank by number. attract_question: asked on the start screen, this card answers it; "" for none.
    """

    id: str
    number: int
    title: str
    headline: str
    stops: tuple[Stop, ...]
    related: tuple[str, ...]
    take_home: tuple[str, ...]
    colours: Colours
    picture: Picture
    steps: tuple[Step, ...]
    teach_back: TeachBack
    leads_here: Mapping[str, Rank] = dataclasses.field(default_factory=dict)
    attract_question: str = ""

    def first_step(self, kind: str) -> int:
        """Return the index of the first step of a kind, 0 when there is none."""
        return next((index for index, step in enumerate(self.steps) if step.kind == kind), 0)

    @property
    def pictures(self) -> tuple[str, ...]:
        """Names of the files that show this card; the first card has the pathway of all cards.

        A name is a path under assets/, or in the clinic's own folder.
        """
        states = ("-healthy", "-affected") if self.picture.has_states else ("",)
        return (
            *(PATHWAY if self.number == 0 else ()),
            f"thumbnails/{self.id}.svg",
            *(f"pictures/{self.id}{state}.svg" for state in states),
            *dict.fromkeys(picture for step in self.steps for picture in step.pictures),
        )


@dataclasses.dataclass(frozen=True, slots=True)
class PosterLine:
    """One line of the self-check poster, and the rules it says in words."""

    rules: tuple[str, ...]
    text: str
    sources: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class PosterGroup:
    """Lines that count under one condition, such as when they started."""

    when: str
    lines: tuple[PosterLine, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class PosterList:
    """What to bring up now, soon or at the visit."""

    tier: Urgency
    title: str
    note: str
    groups: tuple[PosterGroup, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class SelfCheckPoster:
    """The static self-check: three lists, no answers taken."""

    purpose: str
    not_everything: str
    not_a_diagnosis: str
    lists: tuple[PosterList, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Source:
    """Where a claim was read, by the owner's name and address; what was seen of it; which texts may cite it.

    texts: ids of cards, or "self-check"; a text that no source lists may cite any. checked: when the texts
    were last compared with it; expires: the last day that this holds.
    """

    title: str
    publisher: str
    where: str
    seen: str
    texts: tuple[str, ...] = ()
    checked: datetime.date | None = None
    expires: datetime.date | None = None


def card_problems(card: Card, card_ids: Collection[str], source_ids: Collection[str]) -> list[Problem]:
    """Everything wrong with a card that its shape alone does not show."""
    problems = order_problems(card.steps) + fact_problems(card.steps)
    problems += [
        Problem(("related",), f"no card has the id {other!r}")
        for other in card.related
        if other not in card_ids
    ]
    problems += empty_texts((("title",), card.title), (("headline",), card.headline))
    problems += picture_problems(card.picture)
    problems += note_problems(card.take_home)
    for index, step in enumerate(card.steps):
        problems += step_problems(step, ("steps", index), source_ids)
    return problems + teach_back_problems(card.teach_back, source_ids)


def poster_problems(poster: SelfCheckPoster, source_ids: Collection[str]) -> list[Problem]:
    """Everything wrong with the self-check poster that its shape alone does not show."""
    problems = empty_texts(
        (("purpose",), poster.purpose),
        (("not_everything",), poster.not_everything),
        (("not_a_diagnosis",), poster.not_a_diagnosis),
    )
    tiers = tuple(part.tier for part in poster.lists)
    if tiers != ("now", "soon", "routine"):
        problems.append(Problem(("lists",), "the lists must be 'now', 'soon', 'routine', in this order"))
    for list_index, part in enumerate(poster.lists):
        place: KeyPath = ("lists", list_index)
        problems += empty_texts(((*place, "title"), part.title))
        if not part.groups:
            problems.append(Problem(place, "a list needs at least one group"))
        for index, group in enumerate(part.groups):
            problems += _group_problems(group, (*place, "groups", index), source_ids)
    return problems


def _group_problems(group: PosterGroup, place: KeyPath, source_ids: Collection[str]) -> list[Problem]:
    problems = empty_texts(((*place, "when"), group.when))
    if not group.lines:
        problems.append(Problem(place, "a group needs at least one line"))
    for index, line in enumerate(group.lines):
        line_place: KeyPath = (*place, "lines", index)
        problems += empty_texts(((*line_place, "text"), line.text))
        problems += source_problems(line.sources, (*line_place, "sources"), source_ids)
        if len(line.text.split()) > WORDS_PER_LINE:
            problems.append(Problem((*line_place, "text"), f"a line has at most {WORDS_PER_LINE} words"))
    return problems


@dataclasses.dataclass(frozen=True, slots=True)
class Content:
    """All a visitor reads in one language except the interface words.

    cards: by number; self_check_texts: None when the guided self-check cannot be used, then left_out says
    why, a problem a line; sources: by id; reviews: by card id, "self-check" or "words"; version: a hash;
    spoken: by code; pictures: the file to show by its name in Card.pictures, without what cannot be shown.
    """

    language: str
    cards: tuple[Card, ...]
    poster: SelfCheckPoster
    keys: LetterKeys
    self_check_texts: SelfCheckTexts | None
    left_out: str
    sources: Mapping[str, Source]
    reviews: Mapping[str, Reviewed]
    version: str
    spoken: Mapping[str, SpokenLanguage] = dataclasses.field(default_factory=dict)
    pictures: Mapping[str, str] = dataclasses.field(default_factory=dict)

    def card(self, card_id: str) -> Card:
        """Return the card with this id; KeyError when there is none."""
        return {card.id: card for card in self.cards}[card_id]
