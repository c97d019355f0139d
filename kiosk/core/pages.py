"""Which page of which screen is on the glass."""

from kiosk.core.visit import Visit


def page_of(visit: Visit) -> tuple[object, ...]:
    """Name the page on the glass; two values are equal as long as no control moves.

    What is typed, ticked or said of an answer turns no page. It holds no answer of a visitor.
    """
    card, check, form = visit.card, visit.check, visit.callback
    return (
        visit.screen,
        card and (card.card, card.step, card.view, card.closer, card.is_large, card.answer is None),
        card and (card.shows_sources, card.takes_home),
        check and (check.question, check.has_outcome, check.is_closing),
        visit.is_closing_help,
        visit.poster_list,
        visit.takes_questions_home,
        form and (form.step, form.asks_first),
        visit.is_making_easier,
        visit.comfort.reach,
        visit.cover.phase,
    )
