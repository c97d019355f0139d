"""The ways through a card: chapters in any order, a question after the second, related cards at the end."""

import dataclasses

from kiosk.core.content.cards import Card
from kiosk.core.content.steps import DOORS, Chapter, first_of
from kiosk.core.visit import CardPosition, CardView, Screen, Visit, go, open_card

CHAPTERS_BEFORE_QUESTION = 2
"""Chapters that a visitor has read when the question of the card is offered."""


def chapter_of(card: Card, position: CardPosition) -> Chapter:
    """Return the chapter on screen, or the one that the question was asked after."""
    if position.view is CardView.CONDITIONS:
        return Chapter.MORE
    return card.steps[position.step].chapter


def conditions(card: Card) -> tuple[int, ...]:
    """Return the indexes of the pages for each condition."""
    return tuple(index for index, step in enumerate(card.steps) if step.chapter is Chapter.MORE)


def ahead(card: Card, position: CardPosition) -> CardPosition | None:
    """Return where Next leads: a page, the question, an unread chapter or related cards; None for home."""
    seen = _seen(card, position)
    if position.view is CardView.STEP:
        following = card.steps[position.step + 1 : position.step + 2]
        if following and following[0].chapter is chapter_of(card, position):
            return _moved(position, seen, step=position.step + 1)
        if not position.was_asked and len(seen) >= CHAPTERS_BEFORE_QUESTION:
            return _moved(position, seen, view=CardView.QUESTION, was_asked=True)
    unread = [door for door in _doors_after(chapter_of(card, position)) if door not in seen]
    starts = [first_of(card.steps, door) for door in unread]
    step = next((start for start in starts if start is not None), None)
    if step is not None:
        return _moved(position, seen, step=step, view=CardView.STEP)
    if not card.related or position.view is CardView.RELATED:
        return None
    return _moved(position, seen, step=0, view=CardView.RELATED)


def behind(card: Card, position: CardPosition) -> CardPosition | None:
    """Return where Back leads: the page before, then the card's first page; None from there."""
    seen, chapter = _seen(card, position), chapter_of(card, position)
    if position.view is CardView.QUESTION:
        return _moved(position, seen, view=CardView.STEP)
    if position.view is CardView.STEP:
        if chapter is Chapter.FIRST:
            return None
        if chapter is Chapter.MORE and len(conditions(card)) > 1:
            return _moved(position, seen, view=CardView.CONDITIONS)
        if card.steps[position.step - 1].chapter is chapter:
            return _moved(position, seen, step=position.step - 1)
    return _moved(position, seen, step=0, view=CardView.STEP)


def open_chapter(visit: Visit, card: Card, chapter: Chapter) -> Visit:
    """Open a chapter at its first page; pages for several conditions begin with a list of them."""
    start = first_of(card.steps, chapter)
    if visit.card is None or start is None:
        return visit
    is_list = chapter is Chapter.MORE and len(conditions(card)) > 1
    view = CardView.CONDITIONS if is_list else CardView.STEP
    seen = _seen(card, visit.card)
    return dataclasses.replace(visit, card=_moved(visit.card, seen, step=start, view=view))


def open_condition(visit: Visit, card: Card, index: int) -> Visit:
    """Open the page for one condition, counting from 0 in their list."""
    if visit.card is None or index not in range(len(conditions(card))):
        return visit
    step = conditions(card)[index]
    return dataclasses.replace(
        visit, card=_moved(visit.card, _seen(card, visit.card), step=step, view=CardView.STEP)
    )


def open_related(visit: Visit, card: Card, index: int) -> Visit:
    """Open a related card, counting from 0 in their list."""
    is_there = visit.card is not None and index in range(len(card.related))
    return open_card(visit, card.related[index]) if is_there else visit


def forward(visit: Visit, card: Card) -> Visit:
    """Go where Next leads."""
    if visit.card is None:
        return visit
    position = ahead(card, visit.card)
    return go(visit, Screen.HOME) if position is None else dataclasses.replace(visit, card=position)


def back(visit: Visit, card: Card) -> Visit:
    """Go where Back leads."""
    position = behind(card, visit.card) if visit.card else None
    return visit if position is None else dataclasses.replace(visit, card=position)


def _seen(card: Card, position: CardPosition) -> tuple[Chapter, ...]:
    chapter = chapter_of(card, position)
    is_new = chapter in DOORS and chapter not in position.seen
    return (*position.seen, chapter) if is_new else position.seen


def _doors_after(chapter: Chapter) -> tuple[Chapter, ...]:
    """Return the chapters of the main path in reading order, those after this one first."""
    after = DOORS.index(chapter) + 1 if chapter in DOORS else 0
    return (*DOORS[after:], *DOORS[:after])


def _moved(
    position: CardPosition,
    seen: tuple[Chapter, ...],
    *,
    step: int | None = None,
    view: CardView | None = None,
    was_asked: bool = False,
) -> CardPosition:
    """Return another page of the same card: what was opened on the page before is closed."""
    return CardPosition(
        position.card,
        position.step if step is None else step,
        view=position.view if view is None else view,
        seen=seen,
        was_asked=position.was_asked or was_asked,
        is_affected=position.is_affected,
    )
