"""Everything by one switch: any press, anywhere, picks what is lit."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.core.comfort import SWITCH_SECONDS
from kiosk.core.idle import READING_SECONDS, WARNING_SECONDS
from kiosk.core.reach import Reach
from kiosk.core.switch_scan import FIRST_IS_LIT
from kiosk.core.visit import Screen, Visit
from kiosk.store.settings.settings import Settings
from kiosk.tour.guided_visit import Clock
from kiosk.tour.patience import wait_until
from kiosk.ui.app import Glass, Kiosk
from kiosk.ui.enums import number_of
from kiosk.ui.touch.controls import controls_on, name_of
from tests.conftest import StartKiosk
from tests.journeys.doors import PAGES, Enter
from tests.journeys.hand import Hand, button, middle
from tests.journeys.one_switch import MOST_STEPS, Switch, set_one_switch
from tests.journeys.walk import settle, start_visit, type_number


def screen_of(kiosk: Kiosk) -> Screen:
    return kiosk.visit_holder.visit.screen


def is_asked(kiosk: Kiosk) -> bool:
    return kiosk.visit.is_warned


def typed_on(kiosk: Kiosk) -> str:
    draft = kiosk.visit_holder.visit.callback
    assert draft is not None
    return draft.typed


@pytest.mark.parametrize("enter", [door for name, door in PAGES.items() if name != "open_pin"])
def test_every_control_of_a_page_lights_up(
    start_kiosk: StartKiosk, clock: Clock, guided: Settings, enter: Enter
) -> None:
    kiosk = start_kiosk(guided)
    set_one_switch(kiosk)
    enter(kiosk)
    switch = Switch(kiosk, clock)
    there = {name_of(control) for control in controls_on(kiosk.window)}
    met: set[str] = set()
    for _ in range(MOST_STEPS // 4):
        met |= set(switch.lit())
        switch.wait()
    assert met == there


@pytest.mark.parametrize("press", ["left", "right", "finger", "key"])
def test_any_press_anywhere_picks_what_is_lit_and_reaches_nothing_else(
    start_kiosk: StartKiosk, clock: Clock, press: str
) -> None:
    kiosk = start_kiosk()
    hand = Hand(kiosk, clock, QTest.createTouchDevice() if press == "finger" else None)
    set_one_switch(kiosk)
    start_visit(kiosk)
    kiosk.screens.home.open("infections")
    switch = Switch(kiosk, clock)
    places = [middle(control) for control in controls_on(kiosk.window)]
    for place in places:
        kiosk.screens.home.open("infections")
        hand.rest()
        kiosk.late.switch.begin_page()
        assert switch.lit() == ["What happens"]
        if press == "key":
            QTest.keyClick(kiosk.window, Qt.Key.Key_A)
        elif press == "right":
            QTest.mouseClick(kiosk.window, Qt.MouseButton.RightButton, Qt.KeyboardModifier(0), place)
        else:
            hand.tap(place)
        settle()
        card = kiosk.visit_holder.visit.card
        assert card is not None
        assert (screen_of(kiosk), card.step) == (Screen.CARD, 1)


@pytest.mark.parametrize("gap", [0.05, 0.15, 0.29])
def test_a_bounced_press_picks_once(start_kiosk: StartKiosk, clock: Clock, gap: float) -> None:
    kiosk = start_kiosk()
    hand = Hand(kiosk, clock)
    set_one_switch(kiosk)
    type_number(start_visit(kiosk), "")
    hand.rest()
    kiosk.late.switch.begin_page()
    hand.tap(QPoint(600, 500), gap, gap)
    hand.settle()
    assert [name_of(control) for control in kiosk.late.switch.lit] == ["1"], "in the row, and no digit typed"
    assert typed_on(kiosk) == ""


def test_a_new_page_takes_no_press_before_it_was_seen(start_kiosk: StartKiosk, clock: Clock) -> None:
    kiosk = start_kiosk()
    hand = Hand(kiosk, clock)
    set_one_switch(kiosk)
    start_visit(kiosk)
    kiosk.screens.home.open("infections")
    hand.wait(0.35)
    hand.tap(QPoint(600, 500))
    hand.settle()
    assert kiosk.visit_holder.visit.card is not None
    assert kiosk.visit_holder.visit.card.step == 0
    hand.rest()
    kiosk.late.switch.begin_page()
    hand.tap(QPoint(600, 500))
    assert kiosk.visit_holder.visit.card.step == 1


def test_a_key_that_is_held_down_picks_once(start_kiosk: StartKiosk, clock: Clock) -> None:
    kiosk = start_kiosk()
    hand = Hand(kiosk, clock)
    set_one_switch(kiosk)
    start_visit(kiosk)
    kiosk.screens.home.open("infections")
    for is_repeat in (False, True, True):
        hand.rest()
        kiosk.late.switch.begin_page()
        event = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier(0), "", autorep=is_repeat, count=1
        )
        QCoreApplication.sendEvent(kiosk.window, event)
    assert kiosk.visit_holder.visit.card is not None
    assert kiosk.visit_holder.visit.card.step == 1


def test_the_light_is_no_sign_of_a_visitor_and_any_press_answers_the_question(
    start_kiosk: StartKiosk, clock: Clock
) -> None:
    kiosk = start_kiosk()
    set_one_switch(kiosk)
    start_visit(kiosk)
    switch = Switch(kiosk, clock)
    switch.press()
    visit, asked = kiosk.visit_holder.visit, clock.now + READING_SECONDS
    while clock.now <= asked:
        assert switch.lit() != []
        switch.wait()
    kiosk.visit.check_idle()
    assert is_asked(kiosk)
    kiosk.late.switch.check()
    assert switch.lit() == [], "under the question nothing is lit"
    clock.now += 1
    switch.press()
    assert not is_asked(kiosk)
    assert kiosk.visit_holder.visit == visit
    assert switch.lit() != []
    clock.now += READING_SECONDS + WARNING_SECONDS + 1
    kiosk.visit.check_idle()
    assert kiosk.visit_holder.visit == Visit(), "the next visitor has no switch"
    kiosk.late.switch.check()
    assert switch.lit() == []


def test_staff_touch_what_they_want(start_kiosk: StartKiosk, clock: Clock) -> None:
    kiosk = start_kiosk()
    hand = Hand(kiosk, clock)
    set_one_switch(kiosk)
    start_visit(kiosk)
    kiosk.late.entrance.open()
    hand.rest()
    kiosk.late.switch.check()
    assert kiosk.late.switch.lit == []
    hand.tap("5")
    staff = kiosk.late.entrance.staff
    assert staff is not None
    assert staff.property("typed") == 1
    hand.rest()
    hand.tap("Close")
    hand.rest()
    kiosk.late.switch.check()
    assert kiosk.late.switch.lit != []


@pytest.mark.parametrize("seconds", SWITCH_SECONDS)
def test_each_is_lit_as_long_as_the_visitor_wants(
    start_kiosk: StartKiosk, clock: Clock, seconds: float
) -> None:
    kiosk = start_kiosk()
    hand = Hand(kiosk, clock)
    set_one_switch(kiosk, seconds)
    start_visit(kiosk)
    hand.rest()
    one_switch = kiosk.late.switch
    one_switch.begin_page()
    first = one_switch.lit
    clock.now += FIRST_IS_LIT * seconds - 0.01
    one_switch.check()
    assert one_switch.lit == first
    clock.now += 0.02
    one_switch.check()
    second = one_switch.lit
    assert second != first
    clock.now += seconds
    one_switch.check()
    assert one_switch.lit not in (first, second)


def test_the_light_stands_around_what_it_names(start_kiosk: StartKiosk, clock: Clock) -> None:
    kiosk = start_kiosk()
    Hand(kiosk, clock).settle()
    assert kiosk.window.property("lit").isEmpty(), "no light unless it is wanted"
    set_one_switch(kiosk)
    switch = Switch(kiosk, clock)
    type_number(start_visit(kiosk), "")
    Hand(kiosk, clock).settle()
    assert switch.lit() == ["1", "2", "3"]
    assert kiosk.window.property("litNames") == "1, 2, 3"
    place = kiosk.window.property("lit")
    for digit in "123":
        key = button(kiosk, digit)
        assert place.contains(key.mapRectToScene(key.boundingRect()))
    assert not place.contains(QPointF(middle(button(kiosk, "5"))))
    set_one_switch(kiosk)
    assert kiosk.window.property("lit").isEmpty()
    assert switch.lit() == []


def around(controls: list[QQuickItem]) -> QRectF:
    """Where controls are now."""
    place = QRectF()
    for control in controls:
        place |= control.mapRectToScene(QRectF(0, 0, control.width(), control.height()))
    return place


@pytest.mark.parametrize(
    "glass", [Glass(1366, 768, 15.6), Glass(1920, 1080, 21.5), Glass(1080, 1920, 21.5)], ids=str
)
def test_the_light_stands_around_what_is_lit_in_every_frame(
    start_kiosk: StartKiosk, clock: Clock, glass: Glass
) -> None:
    kiosk = start_kiosk(glass=glass)
    hand = Hand(kiosk, clock)
    visitor = start_visit(kiosk)
    one_switch = kiosk.late.switch
    frames: list[tuple[QRectF, QRectF]] = []
    kiosk.window.frameSwapped.connect(
        lambda: frames.append((kiosk.window.property("lit"), around(one_switch.lit)))
    )
    visitor.press("Make it easier")
    hand.settle()
    comfort = kiosk.screens.comfort
    for change in (
        comfort.toggleOneSwitch,
        lambda: comfort.changePace(1),
        lambda: comfort.chooseTextSize(1),
        lambda: comfort.chooseReach(number_of(Reach.LOW)),
        lambda: comfort.chooseReach(number_of(Reach.LOW_RIGHT)),
        comfort.toggleEasyTouch,
        lambda: comfort.chooseScheme(1),
        comfort.done,
        lambda: kiosk.screens.home.open("genetic"),
        kiosk.screens.card.next,
        lambda: comfort.chooseTextSize(2),
        kiosk.visit.openAbout,
    ):
        before = len(frames)
        change()
        kiosk.window.update()
        assert wait_until(lambda: len(frames) > before)  # noqa: B023  # called here only
        hand.settle()
        assert one_switch.lit != []
    assert [(light, there) for light, there in frames if light != there] == []


def test_what_is_lit_stays_lit_while_the_page_is_laid_out_anew(start_kiosk: StartKiosk, clock: Clock) -> None:
    kiosk = start_kiosk(glass=Glass(1366, 768, 15.6))
    visitor = start_visit(kiosk)
    visitor.press("Make it easier")
    set_one_switch(kiosk)
    switch = Switch(kiosk, clock)
    hand = Hand(kiosk, clock)
    hand.settle()
    assert switch.sees("High contrast")
    lit = switch.lit()
    switch.wait()
    following = switch.lit()
    assert switch.sees("High contrast")
    kiosk.screens.comfort.changePace(-1)
    hand.settle()
    assert not visitor.sees("Faster"), "one control less, before it"
    assert switch.lit() == lit
    switch.wait()
    assert switch.lit() == following


def test_a_touch_turns_it_on_in_the_panel_and_the_switch_turns_it_off(
    start_kiosk: StartKiosk, clock: Clock
) -> None:
    kiosk = start_kiosk()
    visitor = start_visit(kiosk)
    visitor.press("Make it easier")
    visitor.chooses("Light up one after the other")
    switch = Switch(kiosk, clock)
    switch.picks("Slower")
    assert visitor.sees("One switch: each is lit for 1.5 s")
    switch.picks("Done")
    switch.picks("Make it easier")
    switch.picks("Light up one after the other")
    assert switch.lit() == []
    assert not kiosk.visit_holder.visit.comfort.has_one_switch
