"""The guide's way through a card: its doors, every page of every chapter, its question."""

from typing import Final, Protocol

from kiosk.core.content.cards import Card
from kiosk.core.content.steps import DOORS, Chapter
from kiosk.core.errors import KioskError
from kiosk.core.visit import CardPosition, CardView
from kiosk.tour.visitor import Visitor
from kiosk.ui.app import Kiosk

MAX_PAGES: Final = 300
"""Pages of a card that are gone through; more is an error."""


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


def walk_card(guide: Guide, card: Card) -> None:
    """Look at everything there is on a card that is open, from its first page to all causes."""
    name = f"card-{card.id}"
    guide.shoot_pages(name)
    _to_first_page(guide, card)
    # Where large buttons leave no room the picture has a button, and so has what else a card offers.
    if not guide.visitor.sees(guide.words("card.healthy")):
        _open_and_close(guide, f"{name}-sources", "card.sources", "card.close_sources")
        _open_and_close(guide, f"{name}-take-home", "take_home.open", "take_home.close")
    is_elsewhere = _presses_if_there(guide, "card.picture")
    if _presses_if_there(guide, "card.healthy"):
        guide.shoot(f"{name}-healthy")
        guide.press("card.affected")
    elif is_elsewhere:
        guide.shoot(f"{name}-picture")
    if card.number == 0:
        _look_closer(guide)
    if is_elsewhere:
        guide.press("picture.close")
    _read_emergencies(guide, card)
    if any(step.chapter is Chapter.MORE for step in card.steps):
        _read_conditions(guide, card)
    guide.press(f"chapter.{DOORS[0]}")
    _open_and_close(guide, f"{name}-sources", "card.sources", "card.close_sources")
    _read_on(guide, card)
    _open_and_close(guide, f"{name}-take-home", "take_home.open", "take_home.close")
    while _presses_if_there(guide, "card.more"):
        pass
    guide.press("card.finish")


def _to_first_page(guide: Guide, card: Card) -> None:
    while _presses_if_there(guide, "card.back"):
        pass
    if not guide.visitor.sees(card.steps[0].text[1]):
        raise KioskError(f"The warning of the card {card.id!r} is not on its first page.")


def _open_and_close(guide: Guide, name: str, open_id: str, close_id: str) -> None:
    if _presses_if_there(guide, open_id):
        guide.shoot_pages(name)
        guide.press(close_id)


def _look_closer(guide: Guide) -> None:
    look = guide.words("closer.look")
    is_large = False
    for stop in ("nerve_cell", "nerve_fiber", "junction", "muscle"):
        # A picture just large enough may have less room once its caption is back.
        if not is_large and _presses_if_there(guide, "picture.enlarge"):
            is_large = True
            guide.shoot("picture-large")
        guide.visitor.press(look.replace("%1", guide.words(f"stop.{stop}")))
        guide.shoot(f"closer-{stop}")
        guide.press("closer.back")
    if is_large:
        guide.press("picture.close")


def _read_emergencies(guide: Guide, card: Card) -> None:
    """Go through the door of the warning; the pages are the same on all cards, so one shows them."""
    guide.visitor.press(card.steps[0].text[1])
    if card.number > 0:
        return
    guide.shoot("emergency")
    for page in range(2, MAX_PAGES):
        if not (_presses_if_there(guide, "card.more") or _presses_if_there(guide, "card.next")):
            return
        guide.shoot(f"emergency-page{page}")


def _read_conditions(guide: Guide, card: Card) -> None:
    titles = [step.title for step in card.steps if step.chapter is Chapter.MORE]
    for index, title in enumerate(titles):
        guide.press("chapter.more")
        if len(titles) > 1:
            if index == 0:
                guide.shoot_pages(f"card-{card.id}-conditions")
                while not guide.visitor.sees(title):
                    guide.press("card.back")
            while not guide.visitor.sees(title):
                guide.press("card.more")
            guide.visitor.press(title)
        guide.shoot_pages(f"card-{card.id}-condition{index + 1}")


def _read_on(guide: Guide, card: Card) -> None:
    """Touch Next until nothing is left to read."""
    page = 1
    before = _position(guide)
    guide.shoot(f"card-{card.id}-step{before.step + 1}")
    for _ in range(MAX_PAGES):
        if before.step < len(card.steps) and card.steps[before.step].kind == "ask" and page == 1:
            guide.visitor.chooses(card.steps[before.step].points[0])
        if guide.visitor.sees(guide.words("card.question")):
            guide.press("card.question")
            _answer(guide, card)
        if guide.visitor.sees(guide.words("card.finish")):
            return
        if not _presses_if_there(guide, "card.more"):
            guide.visitor.press(_leads_on(guide))
        here = _position(guide)
        page = page + 1 if here.step == before.step else 1
        before = here
        name = f"card-{card.id}-" + ("related" if here.view is CardView.RELATED else f"step{here.step + 1}")
        guide.shoot(name if page == 1 else f"{name}-page{page}")
    raise KioskError(f"The card {card.id!r} does not end.")


def _answer(guide: Guide, card: Card) -> None:
    answers, right = card.teach_back.answers, card.teach_back.right
    guide.shoot(f"card-{card.id}-teach-back")
    guide.visitor.press(answers[(right + 1) % len(answers)])
    guide.shoot(f"card-{card.id}-teach-back-miss")
    guide.press("teach_back.again")
    guide.visitor.press(answers[right])
    guide.shoot(f"card-{card.id}-teach-back-right")


def _position(guide: Guide) -> CardPosition:
    position = guide.kiosk.visit_holder.visit.card
    if position is None:
        raise KioskError("No card is on the screen.")
    return position


def _leads_on(guide: Guide) -> str:
    return str(guide.kiosk.screens.card.property("leadsOn"))


def _presses_if_there(guide: Guide, word_id: str) -> bool:
    is_there = guide.visitor.sees(guide.words(word_id))
    if is_there:
        guide.press(word_id)
    return is_there
