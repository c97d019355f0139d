"""A touch has only to show what is there already."""

from kiosk.tour.patience import wait_until
from kiosk.ui.app import Kiosk
from tests.conftest import StartKiosk
from tests.journeys.walk import start_visit

AHEAD = {"HomeScreen", "CardScreen", "CallbackScreen"}


def made(kiosk: Kiosk) -> set[str]:
    """Return which of the screens there are, on the glass or not."""
    items = [kiosk.window.contentItem()]
    for item in items:
        items += item.childItems()
    return {item.metaObject().className().split("_")[0] for item in items} & AHEAD


def test_screens_are_there_before_they_are_asked_for(start_kiosk: StartKiosk) -> None:
    kiosk = start_kiosk()
    assert wait_until(lambda: made(kiosk) == AHEAD)


def test_they_do_not_take_over_each_choice_of_letters_and_are_there_again_after(
    start_kiosk: StartKiosk,
) -> None:
    kiosk = start_kiosk()
    visitor = start_visit(kiosk)
    visitor.press("Make it easier")
    assert wait_until(lambda: made(kiosk) == {"HomeScreen"})
    visitor.press("Done")
    assert wait_until(lambda: made(kiosk) == AHEAD)
    visitor.press("Ask us to call you")
    assert visitor.sees("Next")
