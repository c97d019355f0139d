"""How long cards are, and where on them stands what a reader must know."""

import dataclasses
from collections.abc import Iterator

from kiosk.content.files import LanguageFiles
from kiosk.content.style import Style
from kiosk.core.content.cards import Card
from kiosk.core.content.steps import Chapter, first_pages
from kiosk.core.content.wording import sentences, word_count
from kiosk.core.validation import Problem
from kiosk.store.settings.toml_files import FileProblem, open_toml

FRAGMENT_WORDS = 4
"""A sentence of so few words or fewer counts as a fragment. Chosen; not measured."""


@dataclasses.dataclass(frozen=True, slots=True)
class MeasuredCard:
    """One card: words on the first pages of card and chapters, on the main path, and in all.

    facts: what must be known, early: so many of it on those first pages; fragments: share of short sentences.
    """

    language: str
    card: str
    first_pages: int
    main_path: int
    whole: int
    facts: int
    early: int
    fragments: float


def measured_cards(reading: LanguageFiles) -> list[MeasuredCard]:
    """Measure every card of one language."""
    return [_measured(reading.language, card) for card in reading.cards]


def _measured(language: str, card: Card) -> MeasuredCard:
    early = first_pages(card.steps)
    texts = [text for step in card.steps for text in (*step.text, *step.points)] + list(card.take_home)
    lengths = [word_count([sentence]) for text in texts for sentence in sentences(text)]
    return MeasuredCard(
        language=language,
        card=card.id,
        first_pages=sum(step.words for step in early),
        main_path=sum(step.words for step in card.steps if step.chapter is not Chapter.MORE),
        whole=sum(step.words for step in card.steps),
        facts=sum(len(step.facts) for step in card.steps),
        early=sum(len(step.facts) for step in early),
        fragments=sum(length <= FRAGMENT_WORDS for length in lengths) / max(len(lengths), 1),
    )


def length_problems(reading: LanguageFiles, style: Style) -> list[FileProblem]:
    """Cards that say more than a visitor reads, or say it in scraps of sentences."""
    problems: list[FileProblem] = []
    for card, measured in zip(reading.cards, measured_cards(reading), strict=True):
        path = reading.folders.card(reading.language, card)
        found = [Problem(("steps",), message) for message in _complaints(measured, style)]
        toml, broken = open_toml(path) if found else (None, [])
        problems += broken if toml is None else toml.located(found)
    return problems


def _complaints(card: MeasuredCard, style: Style) -> Iterator[str]:
    most = style.card
    if card.first_pages > most.first_pages:
        yield f"{card.first_pages} words on the first pages; at most {most.first_pages}"
    if card.main_path > most.main_path:
        yield f"{card.main_path} words on the main path; at most {most.main_path}"
    if card.whole > most.whole:
        yield f"{card.whole} words in all; at most {most.whole}"
    if card.fragments > most.fragments:
        yield f"{card.fragments:.0%} of the sentences have four words or fewer; at most {most.fragments:.0%}"


def card_lines(cards: list[MeasuredCard]) -> Iterator[str]:
    """Yield the second table of `kiosk content check --report`, line by line."""
    yield f"{'':2}  {'card':<12}  first pages  main path  whole  must know  on first pages  fragments"
    for card in cards:
        yield (
            f"{card.language:2}  {card.card:<12}  {card.first_pages:11}  {card.main_path:9}  {card.whole:5}"
            f"  {card.facts:9}  {card.early:14}  {card.fragments:9.0%}"
        )
