"""Within reach: everything moves to a part of the glass, and all of it works there as elsewhere."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from kiosk.core import visit as visits
from kiosk.core.comfort import Comfort, choose_reach
from kiosk.core.reach import Reach
from kiosk.core.visit import Screen, Visit
from kiosk.store.settings.settings import Settings
from kiosk.tour.guided_visit import Clock
from kiosk.tour.visitor import Visitor
from kiosk.ui.app import Glass, Kiosk
from kiosk.ui.touch.controls import controls_on
from tests.conftest import StartKiosk
from tests.journeys.doors import PAGES, Enter
from tests.journeys.hand import Hand, MakeHand, button, middle
from tests.journeys.keyboard import Keyboard
from tests.journeys.one_switch import Switch, set_one_switch
from tests.journeys.walk import choose_text_size, start_visit, type_number

OPEN = "Make it easier"
WHOLE, LOW, LEFT, RIGHT = "Whole screen", "Lower half", "Lower left", "Lower right"
PLACES = {WHOLE: Reach.WHOLE, LOW: Reach.LOW, LEFT: Reach.LOW_LEFT, RIGHT: Reach.LOW_RIGHT}
UPRIGHT = Glass(1080, 1920, 21.5)
WIDE = Glass(1920, 1080, 21.5)
SMALL = Glass(1366, 768, 15.6)
NEAREST = 8
"""Pixels from the edge of the part to the nearest touch beside it."""


def comfort_of(kiosk: Kiosk) -> Comfort:
    return kiosk.visit_holder.visit.comfort


def move_to(kiosk: Kiosk, reach: Reach) -> None:
    """Move everything of the visit that is on, or of the next."""
    kiosk.visit_holder.apply(
        lambda visit: visits.set_comfort(visit, lambda comfort: choose_reach(comfort, reach, kiosk.room))
    )


def part_of(kiosk: Kiosk, reach: Reach) -> QRectF:
    """Return where on the glass everything is to be, in pixels."""
    part, size = kiosk.room.parts[reach], kiosk.window.size()
    return QRectF(
        part.x * size.width(), part.y * size.height(), part.width * size.width(), part.height * size.height()
    )


def places_of_controls(kiosk: Kiosk) -> list[QRectF]:
    return [control.mapRectToScene(control.boundingRect()) for control in controls_on(kiosk.window)]


def assert_within(kiosk: Kiosk, reach: Reach) -> None:
    part = part_of(kiosk, reach).adjusted(-1, -1, 1, 1)
    places = places_of_controls(kiosk)
    assert places
    assert [place for place in places if not part.contains(place)] == []


def radio_buttons(visitor: Visitor) -> list[str]:
    return [spoken.name for spoken in visitor.reads() if spoken.role == QAccessible.Role.RadioButton]


@pytest.mark.parametrize(
    ("glass", "place", "offered"), [(UPRIGHT, LOW, [WHOLE, LOW]), (WIDE, RIGHT, [WHOLE, LEFT, RIGHT])]
)
def test_moved_all_that_is_touched_lies_in_one_part_of_the_glass_for_one_visit(
    start_kiosk: StartKiosk, hand_on: MakeHand, glass: Glass, place: str, offered: list[str]
) -> None:
    kiosk = start_kiosk(glass=glass)
    hand = hand_on(kiosk)
    visitor = start_visit(kiosk)
    choose_text_size(visitor, "Largest")
    reach = PLACES[place]
    hand.rest()

    def touch(*names: str) -> None:
        for name in names:
            assert_within(kiosk, reach)
            hand.tap(name)
            hand.rest()

    hand.tap(OPEN)
    hand.rest()
    assert radio_buttons(visitor)[-len(offered) :] == offered
    hand.tap(place)
    hand.rest()
    assert comfort_of(kiosk) == Comfort(text_size=2, reach=reach)
    assert visitor.is_chosen(place)
    assert radio_buttons(visitor)[:3] == ["Small", "Medium", "Light"]
    touch("Done", "Genetic factors", "All causes", "Ask us to call you")
    while not visitor.sees("4"):
        touch("More" if visitor.sees("More") else "Next")
    touch("4", "1", "Stop")
    touch("Stop and delete my answers", "I need help now", "Close", "Yes, close", OPEN)
    hand.tap(WHOLE)
    hand.rest()
    assert comfort_of(kiosk) == Comfort(text_size=2)
    hand.tap(place)
    hand.rest()
    touch("Done", "Start over")
    assert kiosk.visit_holder.visit == Visit()
    start_visit(kiosk)
    assert comfort_of(kiosk) == Comfort()
    with pytest.raises(AssertionError):
        assert_within(kiosk, reach)


def test_nothing_is_moved_where_all_of_the_glass_is_within_reach(start_kiosk: StartKiosk) -> None:
    kiosk = start_kiosk(glass=SMALL)
    visitor = start_visit(kiosk)
    visitor.press(OPEN)
    assert visitor.sees("Large buttons")
    assert not any(visitor.sees(name) for name in PLACES)


def test_from_the_left_it_goes_to_the_right_with_one_touch(
    start_kiosk: StartKiosk, hand_on: MakeHand
) -> None:
    kiosk = start_kiosk()
    hand = hand_on(kiosk)
    start_visit(kiosk)
    hand.rest()
    hand.tap(OPEN)
    for place in (LEFT, RIGHT, LEFT):
        hand.rest()
        hand.tap(place)
        hand.settle()
        assert comfort_of(kiosk).reach is PLACES[place]
        assert_within(kiosk, PLACES[place])


def beside(part: QRect, glass: QRect) -> Iterator[QPoint]:
    """Return places all over the rest of the glass, the nearest right at the edge of the part."""
    near = part.adjusted(-NEAREST, -NEAREST, NEAREST, NEAREST)
    columns = [*range(20, glass.width(), 170), near.left(), near.right()]
    rows = [*range(20, glass.height(), 170), near.top()]
    for x in columns:
        for y in rows:
            if glass.contains(x, y) and not part.contains(x, y):
                yield QPoint(x, y)


@pytest.mark.parametrize("reach", [Reach.LOW_LEFT, Reach.LOW_RIGHT])
def test_beside_it_nothing_can_be_touched(start_kiosk: StartKiosk, hand_on: MakeHand, reach: Reach) -> None:
    kiosk = start_kiosk()
    hand = hand_on(kiosk)
    type_number(start_visit(kiosk), "")
    hand.rest()
    on_the_whole_glass = [place.center().toPoint() for place in places_of_controls(kiosk)]
    move_to(kiosk, reach)
    hand.rest()
    before, part = kiosk.visit_holder.visit, part_of(kiosk, reach).toRect()
    glass = QRect(QPoint(0, 0), kiosk.window.size())
    were_there = [place for place in on_the_whole_glass if not part.contains(place)]
    assert were_there
    for place in (*beside(part, glass), *were_there):
        hand.tap(place)
        hand.rest()
        assert kiosk.visit_holder.visit == before, place
    hand.tap("4")
    hand.rest()
    form = kiosk.visit_holder.visit.callback
    assert form is not None
    assert form.typed == "4"


def test_a_touch_that_ends_beside_it_is_none(start_kiosk: StartKiosk, hand_on: MakeHand) -> None:
    kiosk = start_kiosk()
    hand = hand_on(kiosk)
    start_visit(kiosk)
    move_to(kiosk, Reach.LOW_RIGHT)
    hand.rest()
    before, place = kiosk.visit_holder.visit, middle(button(kiosk, "Genetic factors"))
    for start, end in ((place, QPoint(300, 500)), (QPoint(300, 500), place)):
        hand.press(start)
        for part in range(1, 5):
            hand.move(start + (end - start) * part / 4)
        hand.release(end)
        hand.rest()
        assert kiosk.visit_holder.visit == before


def test_a_bounce_in_it_is_one_touch_and_two_thumbs_are_two(start_kiosk: StartKiosk, clock: Clock) -> None:
    kiosk = start_kiosk()
    hand = Hand(kiosk, clock, QTest.createTouchDevice())
    type_number(start_visit(kiosk), "")
    move_to(kiosk, Reach.LOW_RIGHT)
    hand.rest()
    hand.tap("4", 0.06)
    hand.rest()
    one, other = middle(button(kiosk, "1")), middle(button(kiosk, "5"))
    hand.press(one)
    clock.now += 0.1
    hand.press_too(other, holding=0)
    clock.now += 0.1
    hand.release_too(other, holding=0)
    hand.release(one)
    hand.settle()
    form = kiosk.visit_holder.visit.callback
    assert form is not None
    assert sorted(form.typed) == ["1", "4", "5"]


@pytest.mark.parametrize("enter", [door for name, door in PAGES.items() if name != "open_pin"])
def test_keys_and_one_switch_find_every_control_where_it_is(
    start_kiosk: StartKiosk, clock: Clock, guided: Settings, enter: Enter
) -> None:
    kiosk = start_kiosk(guided)
    keyboard = Keyboard(kiosk, clock)
    enter(kiosk)
    move_to(kiosk, Reach.LOW_LEFT)
    keyboard.settle()
    is_attract = kiosk.visit_holder.visit.screen is Screen.ATTRACT
    there = controls_on(kiosk.window)
    met = set()
    for _ in there:
        keyboard.press(Qt.Key.Key_Tab)
        met.add(keyboard.focused)
    assert met == set(there)
    set_one_switch(kiosk)
    switch = Switch(kiosk, clock)
    part = part_of(kiosk, Reach.LOW_LEFT).adjusted(-1, -1, 1, 1)
    for _ in there:
        lit: QRectF = kiosk.window.property("lit")
        assert not lit.isEmpty()
        assert is_attract or part.contains(lit)
        switch.wait()
