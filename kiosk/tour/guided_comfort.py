"""The guide's way to "Make it easier": what a tour is looked at with is set there, as a visitor sets it."""

from typing import Final, Protocol

from PySide6.QtGui import QAccessible

from kiosk.core.comfort import DEFAULT_TEXT_SIZE, Comfort
from kiosk.core.errors import KioskError
from kiosk.core.reach import Reach
from kiosk.tour.visitor import Visitor

SIZE_NAMES: Final = tuple(f"comfort.size.{name}" for name in ("small", "medium", "large", "largest"))


class Guide(Protocol):
    """What the way needs of the tour it is a part of."""

    visitor: Visitor

    def press(self, word_id: str) -> None:
        """Press a button by the id of its words."""

    def words(self, word_id: str) -> str:
        """Return the words of an id."""

    def shoot(self, name: str) -> None:
        """Take a picture."""


def set_comfort(guide: Guide, wanted: Comfort) -> None:
    """Set what differs from the default; raises KioskError when the glass has no room for it."""
    if wanted == Comfort():
        return
    guide.press("comfort.open")
    if wanted.reach is not Reach.WHOLE:
        _move(guide, wanted.reach)
    if wanted.text_size != DEFAULT_TEXT_SIZE:
        name = guide.words(SIZE_NAMES[wanted.text_size - 1])
        if not guide.visitor.sees(name, QAccessible.Role.RadioButton):
            raise KioskError(f"Text size {wanted.text_size} is not offered on this glass.")
        guide.visitor.chooses(name)
    if wanted.has_easy_touch:
        guide.visitor.chooses(guide.words("comfort.easy_touch"))
    guide.press("bar.done")


def _move(guide: Guide, reach: Reach) -> None:
    name = guide.words(f"comfort.reach.{reach.replace('-', '_')}")
    if not guide.visitor.sees(name, QAccessible.Role.RadioButton):
        raise KioskError(f"The part {reach} is not offered on this glass.")
    guide.visitor.chooses(name)


def walk_comfort(guide: Guide) -> None:
    """Open the panel, and look at it also while one switch lights up what is in it."""
    guide.press("comfort.open")
    guide.shoot("comfort")
    one_switch = guide.words("comfort.switch.on")
    guide.visitor.chooses(one_switch)
    guide.shoot("comfort-switch")
    guide.visitor.chooses(one_switch)
    _walk_cover(guide)


def _walk_cover(guide: Guide) -> None:
    """Choose a picture, touch another one, come back, and look at what the panel says of it from then on."""
    guide.press("cover.title")
    guide.shoot("cover-choice")
    guide.press("cover.leaf")
    guide.shoot("cover")
    guide.press("cover.star")
    guide.shoot("cover-missed")
    guide.press("cover.leaf")
    guide.press("comfort.open")
    guide.shoot("comfort-cover")
    guide.press("bar.done")
