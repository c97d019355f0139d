"""What the screen of a card shows, as a frozen value."""

import dataclasses

from kiosk.core import card_steps
from kiosk.core.card_steps import chapter_of, conditions
from kiosk.core.content.cards import Card, Content
from kiosk.core.content.steps import Chapter, TeachBack
from kiosk.core.visit import CardPosition, CardView, KeptQuestion, Visit
from kiosk.ui.card_look import accents
from kiosk.ui.card_on_screen import CardOnScreen, card_on_screen
from kiosk.ui.enums import number_of
from kiosk.ui.paging.page_breaks import POINT
from kiosk.ui.translations import Sentence


@dataclasses.dataclass(frozen=True, slots=True)
class CardSnapshot:
    """What the screen of a card shows beside its picture; every text is empty when there is none.

    accents: its colour for each theme; chapter: a number of `Enums.Chapter`; has_conditions: pages for single
    conditions stand behind the chapters; is_first: the page that the card opens with; warning: what cannot
    wait, on every page that is read but the emergencies, which it opens; is_on_step: neither its sources nor
    the code for a phone is shown; choices: questions to keep, of which `chosen` are kept, or what to read
    about next; blocks: everything else there is to read; has_back: a page lies before this one; leads_on:
    what Next says, leads_home: it ends the card; ends_chapter: it leads out of the chapter; feedback: the
    answer to what was touched.
    """

    accents: tuple[str, ...] = ()
    heading: str = ""
    chapter: int = 0
    has_conditions: bool = False
    is_first: bool = False
    warning: str = ""
    is_urgent: bool = False
    is_from_clinic: bool = False
    is_on_step: bool = True
    is_asking: bool = False
    choices: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()
    blocks: tuple[str, ...] = ()
    has_back: bool = False
    leads_on: str = ""
    leads_home: bool = False
    ends_chapter: bool = False
    is_teach_back: bool = False
    question: str = ""
    answers: tuple[str, ...] = ()
    is_answered: bool = False
    is_right: bool = False
    feedback: tuple[str, ...] = ()
    shows_sources: bool = False


def derive_card(visit: Visit, content: Content | None, sentence: Sentence) -> CardSnapshot:
    """Return what is shown of the card the visitor reads."""
    shown = card_on_screen(visit, content)
    if shown is None:
        return CardSnapshot()
    position, card = shown.position, shown.card
    chapter, ahead = chapter_of(card, position), card_steps.ahead(card, position)
    is_on_step = not (position.shows_sources or position.takes_home)
    is_read = position.view is CardView.STEP
    is_urgent = is_read and chapter is Chapter.EMERGENCY
    is_first = is_on_step and is_read and chapter is Chapter.FIRST
    choices = _choices(shown) if is_on_step else ()
    return CardSnapshot(
        accents=accents(card),
        heading=_heading(shown, sentence),
        chapter=number_of(chapter),
        has_conditions=bool(conditions(card)),
        is_first=is_first,
        warning=card.steps[0].text[1] if is_on_step and is_read and not is_urgent else "",
        is_urgent=is_urgent,
        is_from_clinic=shown.step is not None and shown.step.kind == "clinic",
        is_on_step=is_on_step,
        is_asking=bool(choices),
        choices=choices,
        chosen=tuple(
            text for point, text in enumerate(choices) if question_of(position, point) in visit.questions
        ),
        blocks=_blocks(shown, sentence),
        has_back=is_on_step and card_steps.behind(card, position) is not None,
        leads_on=_leads_on(card, position, ahead, sentence),
        leads_home=ahead is None,
        ends_chapter=ahead is None
        or ahead.view is not position.view
        or chapter_of(card, ahead) is not chapter,
        is_teach_back=position.view is CardView.QUESTION,
        question=card.teach_back.question,
        answers=card.teach_back.answers,
        is_answered=position.answer is not None,
        is_right=position.answer == card.teach_back.right,
        feedback=_feedback(card.teach_back, position.answer),
        shows_sources=position.shows_sources,
    )


def _heading(shown: CardOnScreen, sentence: Sentence) -> str:
    if shown.position.takes_home:
        return sentence("take_home.title")
    if shown.position.shows_sources:
        return sentence("card.sources")
    if shown.position.view is CardView.CONDITIONS:
        return sentence("card.conditions")
    if shown.position.view is CardView.RELATED:
        return sentence("card.related")
    if shown.step is None:
        return ""
    return shown.card.headline if shown.step.chapter is Chapter.FIRST else shown.step.title


def _choices(shown: CardOnScreen) -> tuple[str, ...]:
    if shown.position.view is CardView.CONDITIONS:
        return tuple(shown.card.steps[index].title for index in conditions(shown.card))
    if shown.position.view is CardView.RELATED:
        return shown.related
    return shown.step.points if shown.step is not None and shown.step.kind == "ask" else ()


def _leads_on(card: Card, position: CardPosition, ahead: CardPosition | None, sentence: Sentence) -> str:
    if ahead is None:
        return sentence("card.finish")
    if ahead.view is CardView.QUESTION:
        return sentence("card.question")
    if ahead.view is CardView.RELATED:
        return sentence("card.related")
    chapter = chapter_of(card, ahead)
    if chapter is chapter_of(card, position) and position.view is CardView.STEP:
        return sentence("card.next")
    return sentence("card.next_chapter", chapter=chapter_name(chapter, sentence))


def chapter_name(chapter: Chapter, sentence: Sentence) -> str:
    """Return what the door of a chapter says, "" for one without a door."""
    match chapter:
        case Chapter.HAPPENS:
            return sentence("chapter.happens")
        case Chapter.SIGNS:
            return sentence("chapter.signs")
        case Chapter.HELP:
            return sentence("chapter.help")
        case Chapter.DO:
            return sentence("chapter.do")
        case Chapter.MORE:
            return sentence("chapter.more")
        case _:
            return ""


def _blocks(shown: CardOnScreen, sentence: Sentence) -> tuple[str, ...]:
    if shown.position.shows_sources:
        sources = (f"{POINT}{source.title}. {source.publisher}. {source.where}" for source in shown.sources)
        return (_review_status(shown, sentence), *sources)
    step = shown.step
    if step is None or shown.position.view is not CardView.STEP or step.kind == "ask":
        return ()
    return step.text[:1] if step.chapter is Chapter.FIRST else (*step.text, *map(POINT.__add__, step.points))


def _review_status(shown: CardOnScreen, sentence: Sentence) -> str:
    review = shown.reviewed.review
    if review is None:
        return sentence("review.draft_long")
    return sentence(
        "review.signed",
        reviewer=f"{review.reviewer}, {review.role}",
        date=review.date.isoformat(),
        next_review=review.next_review.isoformat(),
    )


def _feedback(teach_back: TeachBack, answer: int | None) -> tuple[str, ...]:
    if answer is None:
        return ()
    is_right = answer == teach_back.right
    return (teach_back.answers[teach_back.right], teach_back.why) if is_right else (teach_back.another_way,)


def question_of(position: CardPosition, point: int) -> KeptQuestion:
    """Return the question at a point of the step on screen, as it is kept."""
    return KeptQuestion(position.card, position.step, point)
