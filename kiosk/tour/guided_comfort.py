"""The guide's way through "Make it easier"."""

from typing import Protocol

from kiosk.tour.visitor import Visitor


class Guide(Protocol):
    """What the way needs of the tour it is a part of."""

    visitor: Visitor

    def press(self, word_id: str) -> None:
        """Press a button by the id of its words."""

    def shoot(self, name: str) -> None:
        """Take a picture of what is on the screen."""

    def words(self, word_id: str) -> str:
        """Return the words of an id in the visitor's language."""


def walk_comfort(guide: Guide) -> None:
    """Open the panel, and look at it also while one switch lights up what is in it."""
    guide.press("comfort.open")
    guide.shoot("comfort")
    one_switch = guide.words("comfort.switch.on")
    guide.visitor.chooses(one_switch)
    guide.shoot("comfort-switch")
    guide.visitor.chooses(one_switch)
    guide.press("bar.done")
