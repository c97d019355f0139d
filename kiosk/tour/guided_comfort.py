"""The tour through "Make it easier"."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.tour.guided_visit import Tour


def walk_comfort(tour: "Tour") -> None:
    """Open the panel, and look at it also while one switch lights up what is in it."""
    tour.press("comfort.open")
    tour.shoot("comfort")
    one_switch = tour.words("comfort.switch.on")
    tour.visitor.chooses(one_switch)
    tour.shoot("comfort-switch")
    tour.visitor.chooses(one_switch)
    tour.press("bar.done")
