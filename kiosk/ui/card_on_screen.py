"""The card a visitor reads, found once for all that is shown of it."""

import dataclasses

from kiosk.core.content.cards import Card, Content, Source, Step
from kiosk.core.content.reviews import Reviewed
from kiosk.core.visit import CardPosition, Visit
from kiosk.ui.translations import Sentence


@dataclasses.dataclass(frozen=True, slots=True)
class CardOnScreen:
    """A card and where in it the visitor is.

    step: None at the teach-back; sources: of the step, or of the teach-back.
    """

    position: CardPosition
    card: Card
    step: Step | None
    sources: tuple[Source, ...]
    reviewed: Reviewed


def card_on_screen(visit: Visit, content: Content | None) -> CardOnScreen | None:
    """Return the card the visitor reads, None when there is none or the content is not read yet."""
    position = visit.card
    if content is None or position is None:
        return None
    card = content.card(position.card)
    step = card.steps[position.step] if position.step < len(card.steps) else None
    sources = card.teach_back.sources if step is None else step.sources
    return CardOnScreen(
        position, card, step, tuple(content.sources[source] for source in sources), content.reviews[card.id]
    )


def note_to_take_home(shown: CardOnScreen | None, sentence: Sentence) -> tuple[str, ...]:
    """Return the note the visitor asked to take home, a paragraph each, () when they did not."""
    if shown is None or not shown.position.takes_home:
        return ()
    draft = (sentence("review.draft"),) if shown.reviewed.is_draft else ()
    return (*shown.card.take_home, *draft)
