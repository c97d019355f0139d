"""A touch panel that is pulled out, or fails, under a finger."""

import shiboken6
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from kiosk.core.visit import Screen
from kiosk.tour.guided_visit import Clock
from tests.conftest import StartKiosk
from tests.journeys.hand import Hand, button, middle
from tests.journeys.walk import settle, start_visit


def test_a_panel_that_goes_leaves_no_button_down_and_the_next_one_works(
    start_kiosk: StartKiosk, clock: Clock
) -> None:
    kiosk = start_kiosk()
    start_visit(kiosk)
    panel = QTest.createTouchDevice()
    hand = Hand(kiosk, clock, panel)
    hand.rest()
    tile = button(kiosk, "Genetic factors")
    hand.press(middle(tile))
    assert tile.property("pressed") is True
    shiboken6.delete(panel)
    assert tile.property("pressed") is False

    hand.device = QTest.createTouchDevice()
    hand.rest()
    hand.tap("Genetic factors")
    assert kiosk.visit_holder.visit.card is not None


def test_a_panel_that_goes_under_a_finger_in_the_corner_opens_no_door(
    start_kiosk: StartKiosk, clock: Clock
) -> None:
    kiosk = start_kiosk()
    hand = Hand(kiosk, clock, QTest.createTouchDevice())
    hand.rest()
    hand.press(QPoint(5, 5))
    assert kiosk.late.entrance._hold.isActive()
    assert hand.device is not None
    shiboken6.delete(hand.device)
    settle()
    assert not kiosk.late.entrance._hold.isActive()


def test_a_panel_is_watched_once_and_what_no_finger_holds_stays_as_it_is(
    start_kiosk: StartKiosk, clock: Clock
) -> None:
    kiosk = start_kiosk()
    start_visit(kiosk)
    panel = QTest.createTouchDevice()
    hand = Hand(kiosk, clock, panel)
    for card in ("Genetic factors", "All causes"):
        hand.rest()
        hand.tap(card)
    shiboken6.delete(panel)
    settle()
    assert kiosk.visit_holder.visit.screen is Screen.HOME
