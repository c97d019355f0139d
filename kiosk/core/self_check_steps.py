"""The way through the guided self-check: start page, questions, outcome."""

import dataclasses
import enum

from kiosk.core.self_check.questions import Question, asked, choose
from kiosk.core.visit import Screen, SelfCheckPosition, Visit, go


class SelfCheckPage(enum.Enum):
    """What of the guided self-check is on screen; NOW is the outcome that cannot wait."""

    NONE = enum.auto()
    START = enum.auto()
    QUESTION = enum.auto()
    OUTCOME = enum.auto()
    NOW = enum.auto()


def page_at(check: SelfCheckPosition | None) -> SelfCheckPage:
    """Return the page of a position, NONE when there is none."""
    if check is None:
        return SelfCheckPage.NONE
    if check.has_outcome:
        return SelfCheckPage.NOW if check.is_urgent else SelfCheckPage.OUTCOME
    return SelfCheckPage.START if question_at(check) is None else SelfCheckPage.QUESTION


def open_self_check(visit: Visit, *, is_guided: bool) -> Visit:
    """Open the self-check at its start page, or at the first list of the poster."""
    left = go(visit, Screen.SELF_CHECK)
    if left.check is not None or not is_guided:
        return left
    return dataclasses.replace(left, check=SelfCheckPosition())


def question_at(place: SelfCheckPosition) -> Question | None:
    """Return the question on screen, None on the start page and at the outcome."""
    questions = asked(place.given)
    if place.has_outcome or not 0 <= place.question < len(questions):
        return None
    return questions[place.question]


def is_answered(place: SelfCheckPosition) -> bool:
    """Whether the question on screen has an answer."""
    question = question_at(place)
    return question is not None and not set(question.answers).isdisjoint(place.given)


def touch(visit: Visit, answer: str, *, has_seen_all: bool) -> Visit:
    """Touch an answer of the question on screen.

    An answer that means "none of these" counts only once all answers have been shown.
    """
    place = visit.check
    question = question_at(place) if place is not None else None
    if place is None or question is None or answer not in question.answers:
        return visit
    if answer in question.last_page_only and not has_seen_all:
        return visit
    return _at(visit, dataclasses.replace(place, given=choose(place.given, answer), is_refused=False))


def next_question(visit: Visit) -> Visit:
    """Go on: from the start page to the first question, then only past an answer, else say so.

    Under help nothing goes on. Answers that come to NOW end the check at once, and so does the last question.
    """
    place = visit.check
    if place is None or place.has_outcome or visit.screen is not Screen.SELF_CHECK:
        return visit
    if place.question >= 0 and not is_answered(place):
        return _at(visit, dataclasses.replace(place, is_refused=True))
    is_last = place.question + 1 >= len(asked(place.given))
    if place.is_urgent or is_last:
        return _at(visit, dataclasses.replace(place, has_outcome=True))
    return _at(visit, dataclasses.replace(place, question=place.question + 1))


def goes_on(visit: Visit) -> bool:
    """Whether the question on screen has its one answer, after which a finger need not touch Next.

    Never in easy touch, nor with one switch.
    """
    question = question_at(visit.check) if visit.check is not None else None
    if visit.check is None or question is None or visit.screen is not Screen.SELF_CHECK:
        return False
    is_slow = visit.comfort.has_easy_touch or visit.comfort.has_one_switch
    return question.selection == "single" and is_answered(visit.check) and not is_slow


def previous_question(visit: Visit) -> Visit:
    """Go back, keeping the answers; before the start page to all causes.

    Answers that come to NOW show NOW.
    """
    place = visit.check
    if place is None or place.is_urgent or place.question < 0:
        return go(visit, Screen.HOME)
    if place.has_outcome:
        return _at(visit, dataclasses.replace(place, has_outcome=False, is_closing=False))
    return _at(visit, dataclasses.replace(place, question=place.question - 1, is_refused=False))


def ask_to_close_now(visit: Visit, *, is_closing: bool) -> Visit:
    """Ask on NOW whether to close it, or keep it open."""
    place = visit.check
    if place is None or not (place.has_outcome and place.is_urgent):
        return visit
    return _at(visit, dataclasses.replace(place, is_closing=is_closing))


def close_now(visit: Visit) -> Visit:
    """Close NOW if it has asked; the answers are forgotten."""
    if visit.check is None or not visit.check.is_closing:
        return visit
    return go(dataclasses.replace(visit, check=None), Screen.HOME)


def _at(visit: Visit, place: SelfCheckPosition) -> Visit:
    return dataclasses.replace(visit, check=place)
