"""The guide's way through the self-check: every question, every outcome, a picture of each page."""

from collections.abc import Callable, Iterable
from typing import Final, Protocol

from kiosk.core.self_check.questions import QUESTIONS
from kiosk.tour.visitor import Visitor
from kiosk.ui.app import Kiosk

OUTCOMES: Final = {
    "learn": ("A-none", "B-none", "S-none", "family-no", "E-none", "K0"),
    "routine": ("A-none", "B-none", "S-none", "family-yes", "E-none", "K0"),
    "soon": ("A-none", "B-none", "S1", "start-months", "trend-worse", "family-no", "E-none", "K1"),
    "now": ("A1",),
}


class Guide(Protocol):
    """What the way needs of the tour it is a part of."""

    kiosk: Kiosk
    visitor: Visitor

    def press(self, word_id: str) -> None:
        """Press a button by the id of its words."""

    def words(self, word_id: str) -> str:
        """Return the words of an id."""

    def shoot(self, name: str) -> None:
        """Take a picture."""

    def shoot_pages(self, name: str) -> None:
        """Take a picture of each page."""


def walk_guided_check(guide: Guide) -> None:
    """Answer the self-check once for each outcome; the first time every question is shown."""
    for outcome, answers in OUTCOMES.items():
        guide.press("bar.self_check")
        shoot = guide.shoot if outcome == "soon" else _no_picture
        if outcome == "soon":
            guide.shoot_pages("self_check-start")
        _answer_all(guide, answers, shoot)
        guide.shoot_pages(f"self_check-{outcome}")
        if outcome == "now":
            guide.press("help.close")
            guide.shoot("self_check-now-closing")
            guide.press("help.close_sure")
        else:
            guide.press("bar.done")


def walk_to_closed_form(guide: Guide) -> None:
    """Show the outcome that offers a call while no request can be taken."""
    guide.press("bar.self_check")
    _answer_all(guide, OUTCOMES["soon"], _no_picture)
    guide.visitor.waits_for(guide.words("check.call_at_desk"))
    guide.shoot_pages("self_check-soon-closed")


def _answer_all(guide: Guide, answers: Iterable[str], shoot: Callable[[str], None]) -> None:
    """Go from the start page, on whatever page of it, to the outcome of these answers."""
    _read_on(guide)
    guide.press("check.start")
    for answer in answers:
        _answer(guide, answer, shoot)
        guide.press("bar.next")


def _answer(guide: Guide, answer: str, shoot: Callable[[str], None]) -> None:
    """Turn the pages of a question up to the one with its answer, and on to the last one."""
    content = guide.kiosk.library.content
    texts = content.self_check_texts.answers if content and content.self_check_texts else {}
    number = next(index for index, question in enumerate(QUESTIONS, 1) if answer in question.answers)
    page, is_answered = 1, False
    while True:
        if not is_answered and guide.visitor.offers(texts[answer]):
            guide.visitor.chooses(texts[answer])
            is_answered = True
        shoot(f"self_check-question{number}" + (f"-page{page}" if page > 1 else ""))
        if not guide.visitor.sees(guide.words("card.more")):
            return
        guide.press("card.more")
        page += 1


def _no_picture(_: str) -> None:
    """Walk on: this page has its picture already."""


def _read_on(guide: Guide) -> None:
    while guide.visitor.sees(guide.words("card.more")):
        guide.press("card.more")
