"""The guide's way through "ask us to call you": every step, with everything that can be chosen."""

from typing import Final, Protocol

from kiosk.core.idle import FORM_SECONDS
from kiosk.tour.visitor import Visitor

PHONE_KEYS: Final = "4155552671"
SHORT_PHONE_KEYS: Final = "41555"
HELP_KEYS: Final = "112"
NAME_KEYS: Final = "maria"


class Guide(Protocol):
    """What the way needs of the tour it is a part of."""

    visitor: Visitor

    def press(self, word_id: str) -> None:
        """Press a button by the id of its words."""

    def words(self, word_id: str) -> str:
        """Return the words of an id."""

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
    for step, choice in (
        ("window", "callback.window.morning"),
        ("language", "callback.language.other"),
        ("interpreter", "callback.yes"),
    ):
        _choose(guide, step, choice)
    _choose(guide, "phone_hard", "callback.hard.text_first", "callback.hard.helper")
    guide.press("bar.next")
    guide.shoot("callback-helper-refused")
    _type(guide, NAME_KEYS)
    guide.press("bar.next")
    guide.shoot_pages("callback-consent")
    guide.press("bar.next")
    guide.shoot("callback-consent-refused")
    _choose(guide, "consent", "callback.consent.text")
    guide.shoot_pages("callback-check")
    guide.press("callback.check.send")
    guide.visitor.waits_for(guide.words("callback.done.title"))
    guide.shoot_pages("callback-done")
    guide.press("callback.done.clear")


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
    wanted = [guide.words(choice) for choice in choices]
    page = 1
    while True:
        for words in wanted:
            if guide.visitor.offers(words) and not guide.visitor.is_chosen(words):
                guide.visitor.chooses(words)
        guide.shoot(f"callback-{step}" + (f"-page{page}" if page > 1 else ""))
        if not guide.visitor.sees(guide.words("card.more")):
            break
        guide.press("card.more")
        page += 1
    guide.press("bar.next")


def _type(guide: Guide, keys: str) -> None:
    for key in keys:
        guide.visitor.press(key)
