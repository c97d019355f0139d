"""The card a visitor reads, found once for all that is shown of it."""

import dataclasses

from kiosk.core.content.cards import Card, Content, Source
from kiosk.core.content.reviews import Reviewed
from kiosk.core.content.steps import EMERGENCY, Chapter, Step
from kiosk.core.visit import CardPosition, CardView, KeptQuestion, Visit


@dataclasses.dataclass(frozen=True, slots=True)
class CardOnScreen:
    """A card and where in it the visitor is.

    step: None at the question; sources: of the chapter, or of the question; those of the card's first page
    stand with the chapter that follows it, too. reviewed: of the card, or of the emergencies; related: titles
    of the cards to read next, where these are shown.
    """

    position: CardPosition
    card: Card
    step: Step | None
    sources: tuple[Source, ...]
    reviewed: Reviewed
    related: tuple[str, ...] = ()


def card_on_screen(visit: Visit, content: Content | None) -> CardOnScreen | None:
    """Return the card the visitor reads, None when there is none or the content is not read yet."""
    position = visit.card
    if content is None or position is None:
        return None
    card = content.card(position.card)
    step = None if position.view is CardView.QUESTION else card.steps[position.step]
    is_shared = step is not None and step.chapter is Chapter.EMERGENCY
    return CardOnScreen(
        position,
        card,
        step,
        tuple(content.sources[source] for source in dict.fromkeys(_sources(card, step))),
        content.reviews[EMERGENCY if is_shared else card.id],
        tuple(content.card(other).title for other in card.related)
        if position.view is CardView.RELATED
        else (),
    )


def _sources(card: Card, step: Step | None) -> tuple[str, ...]:
    if step is None:
        return card.teach_back.sources
    shown = {step.chapter, Chapter.FIRST} if step.chapter is Chapter.HAPPENS else {step.chapter}
    return tuple(source for each in card.steps if each.chapter in shown for source in each.sources)


def question_in(content: Content, kept: KeptQuestion) -> str:
    """Return the words of a question that was kept."""
    return content.card(kept.card).steps[kept.step].points[kept.point]
