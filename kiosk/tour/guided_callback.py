"""The guide's way through "ask us to call you": every step, with everything that can be chosen."""

from typing import Final, Protocol

from kiosk.core.idle import FORM_SECONDS
from kiosk.tour.visitor import Visitor

PHONE_KEYS: Final = "4155552671"
SHORT_PHONE_KEYS: Final = "41555"
HELP_KEYS: Final = "112"
NEEDED: Final = frozenset({"window", "other_language", "interpreter"})
"""The steps that want an answer, and have none to begin with."""
NAME_KEYS: Final = "Maria"


class Guide(Protocol):
    """What the way needs of the tour it is a part of."""

    visitor: Visitor

    def press(self, word_id: str) -> None:
        """Press a button by the id of its words."""

    def words(self, word_id: str) -> str:
        """Return the words of an id."""

    def settle(self) -> None:
        """Let a page take its shape: only then is it known how many pages it has."""

    def shoot(self, name: str) -> None:
        """Take a picture."""

    def shoot_pages(self, name: str) -> None:
        """Take a picture of each page."""

    def pass_seconds(self, seconds: float) -> None:
        """Let seconds pass without a touch until the time-out warning."""


def walk_callback(guide: Guide) -> None:
    """Go through the whole form, refused once, and up to the thank you."""
    guide.press("bar.callback")
    for step in ("notice", "privacy"):
        guide.shoot_pages(f"callback-{step}")
        guide.press("bar.next")
    _give_the_number(guide)
    guide.shoot("callback-name-empty")
    _type(guide, NAME_KEYS)
    guide.shoot("callback-name-typing")
    guide.press("keypad.accents")
    guide.shoot("callback-name-accents")
    guide.press("bar.next")
    _choose(guide, "window", "callback.window.morning")
    _choose(guide, "language", "callback.language.other", "callback.hard.box")
    _choose(guide, "other_language", "callback.other_language.not_here")
    _choose(guide, "interpreter", "callback.yes")
    _choose(guide, "phone_hard", "callback.hard.text_first", "callback.hard.helper")
    guide.shoot("callback-helper-empty")
    guide.press("bar.next")
    guide.shoot("callback-helper-refused")
    _type(guide, NAME_KEYS)
    guide.press("bar.next")
    guide.shoot_pages("callback-consent")
    guide.press("bar.next")
    guide.shoot("callback-consent-refused")
    _choose(guide, "consent", "callback.consent.text")
    guide.shoot_pages("callback-check")
    guide.press("bar.stop")
    guide.shoot("callback-stop")
    guide.press("callback.stop.stay")
    guide.settle()
    while guide.visitor.sees(guide.words("card.more")):
        guide.press("card.more")
    guide.press("callback.check.send")
    guide.visitor.waits_for(guide.words("callback.done.title"))
    guide.shoot_pages("callback-done")
    guide.press("callback.done.undo")
    guide.shoot("callback-take-back")
    guide.press("callback.take_back.leave")
    guide.visitor.waits_for(guide.words("callback.undone.title"))
    guide.shoot_pages("callback-undone")
    guide.press("bar.home")
    _ask_and_leave_it(guide)
    guide.press("callback.done.clear")


def _ask_and_leave_it(guide: Guide) -> None:
    """Ask once more, without a picture: what was taken back is on no list."""
    guide.press("bar.callback")
    while not guide.visitor.sees(PHONE_KEYS[0]):
        _go_on(guide)
    _type(guide, PHONE_KEYS)
    morning = guide.words("callback.window.morning")
    while not guide.visitor.sees(guide.words("callback.check.send")):
        if guide.visitor.offers(morning) and not guide.visitor.is_chosen(morning):
            guide.visitor.chooses(morning)
        _go_on(guide)
    guide.press("callback.check.send")
    guide.visitor.waits_for(guide.words("callback.done.title"))


def _go_on(guide: Guide) -> None:
    guide.settle()
    guide.press("card.more" if guide.visitor.sees(guide.words("card.more")) else "bar.next")


def _give_the_number(guide: Guide) -> None:
    guide.shoot("callback-phone-empty")
    _type(guide, HELP_KEYS)
    guide.shoot("callback-phone-urgent")
    for _ in HELP_KEYS:
        guide.press("keypad.delete")
    _type(guide, SHORT_PHONE_KEYS)
    guide.shoot("callback-phone-typing")
    guide.press("bar.next")
    guide.shoot("callback-phone-refused")
    _type(guide, PHONE_KEYS.removeprefix(SHORT_PHONE_KEYS))
    guide.pass_seconds(FORM_SECONDS + 1)
    guide.shoot("callback-timeout")
    guide.press("timeout.stay")
    guide.press("bar.next")


def _choose(guide: Guide, step: str, *choices: str) -> None:
    """Turn the pages of a step and choose; where one answer is needed, go on without it first."""
    wanted = [guide.words(choice) for choice in choices]
    page, is_answered = 1, step not in NEEDED
    while True:
        guide.settle()
        is_last = not guide.visitor.sees(guide.words("card.more"))
        if is_last and not is_answered:
            guide.press("bar.next")
            guide.shoot(f"callback-{step}-refused")
        for words in wanted:
            if guide.visitor.offers(words) and not guide.visitor.is_chosen(words):
                guide.visitor.chooses(words)
                is_answered = True
        guide.shoot(f"callback-{step}" + (f"-page{page}" if page > 1 else ""))
        if is_last:
            break
        guide.press("card.more")
        page += 1
    guide.press("bar.next")


def _type(guide: Guide, keys: str) -> None:
    for key in keys:
        if not guide.visitor.sees(key):
            guide.press("keypad.more_letters")
        guide.visitor.press(key)
