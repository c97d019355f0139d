"""The cover: what is on the glass is gone at once, and one of three pictures brings exactly that back."""

import dataclasses

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from kiosk.core.announcements import Announcement
from kiosk.core.cover import Cover, CoverPhase, CoverPicture
from kiosk.core.idle import FORM_SECONDS, WARNING_SECONDS
from kiosk.core.visit import Screen, Visit
from kiosk.store.settings.settings import Settings
from kiosk.tour.guided_visit import Clock
from kiosk.tour.visitor import Visitor
from kiosk.ui.app import Glass, Kiosk
from tests.conftest import StartKiosk
from tests.journeys.doors import cover_at_once
from tests.journeys.hand import Hand, MakeHand
from tests.journeys.keyboard import Keyboard
from tests.journeys.one_switch import Switch, set_one_switch
from tests.journeys.test_reader_journey import drawn, listen
from tests.journeys.walk import start_visit, type_number

OPEN = "Make it easier"
COVER = "Cover the screen"
AGAIN = "Cover the screen. Your picture: Cup"
TITLE = "Touch your picture to go on"
HELP = "I need help now"
PICTURES = ["Leaf", "Cup", "Star"]
SMALL = Glass(1366, 768, 15.6)


def cover_with(hand: Hand, *names: str) -> None:
    """Open the panel and touch what has these names, with time to look at each page."""
    for name in (OPEN, *names):
        hand.tap(name)
        hand.rest()


def words_on(visitor: Visitor) -> list[str]:
    return [spoken.name for spoken in visitor.reads() if spoken.name]


def typed(kiosk: Kiosk) -> str:
    form = kiosk.visit_holder.visit.callback
    return form.typed if form is not None else ""


def test_a_later_page_of_a_text_is_covered_and_comes_back_as_it_was(
    start_kiosk: StartKiosk, hand_on: MakeHand
) -> None:
    kiosk = start_kiosk(glass=SMALL)
    hand = hand_on(kiosk)
    visitor = start_visit(kiosk)
    kiosk.screens.home.open("autoimmune")
    hand.rest()
    for name in ("What happens", "Sources", "More"):
        hand.tap(name)
        hand.rest()
    there, before = visitor.reads(), kiosk.visit_holder.visit

    cover_with(hand, COVER)
    assert [name for name in words_on(visitor) if name in PICTURES] == PICTURES, (
        "the pictures are shown before"
    )
    hand.tap("Cup")
    hand.rest()
    assert words_on(visitor)[-5:] == [TITLE, *PICTURES, HELP], "nothing of the visit is seen or heard"
    hand.tap("Star")
    hand.rest()
    assert visitor.sees("It was not this one: Star. Nothing is lost. Please touch another picture.")
    hand.tap("Cup")
    hand.rest()

    assert kiosk.visit_holder.visit == dataclasses.replace(before, cover=Cover(CoverPicture.CUP))
    assert visitor.reads() == there
    cover_with(hand, AGAIN)
    assert visitor.sees(TITLE), "from then on it is one touch of the panel"


def test_digits_under_the_cover_stay_and_nothing_reaches_them(
    start_kiosk: StartKiosk, hand_on: MakeHand, clock: Clock
) -> None:
    kiosk = start_kiosk()
    hand = hand_on(kiosk)
    visitor = start_visit(kiosk)
    type_number(visitor, "415555")
    hand.rest()
    cover_with(hand, COVER, "Cup")
    keyboard = Keyboard(kiosk, clock)
    keyboard.types("77")
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Back, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
        keyboard.press(key)
    assert visitor.sees(TITLE), "no key but a picture's uncovers"
    assert typed(kiosk) == "415555"
    hand.tap("Cup")
    hand.rest()
    hand.tap("1")
    assert typed(kiosk) == "4155551"


def test_the_touch_that_covers_does_not_uncover(start_kiosk: StartKiosk, hand_on: MakeHand) -> None:
    kiosk = start_kiosk()
    hand = hand_on(kiosk)
    start_visit(kiosk)
    hand.rest()
    cover_with(hand, COVER)
    hand.tap("Leaf", 0.1, 0.29)
    assert kiosk.visit_holder.visit.cover == Cover(CoverPicture.LEAF, CoverPhase.ON)


def test_who_does_not_want_it_goes_on_where_they_were(start_kiosk: StartKiosk, hand_on: MakeHand) -> None:
    kiosk = start_kiosk()
    hand = hand_on(kiosk)
    start_visit(kiosk)
    hand.rest()
    before = kiosk.visit_holder.visit
    cover_with(hand, COVER, "Do not cover")
    assert kiosk.visit_holder.visit == before


def test_help_is_reached_from_the_cover_and_its_end_uncovers_nothing(
    start_kiosk: StartKiosk, hand_on: MakeHand
) -> None:
    kiosk = start_kiosk()
    hand = hand_on(kiosk)
    visitor = start_visit(kiosk)
    type_number(visitor, "415")
    hand.rest()
    cover_with(hand, COVER, "Cup")
    hand.tap(HELP)
    hand.rest()
    assert kiosk.visit_holder.visit.screen is Screen.HELP
    assert not visitor.sees(TITLE)
    for name in ("Close", "Yes, close"):
        hand.tap(name)
        hand.rest()
    hand.rest()
    assert visitor.sees(TITLE)
    assert not visitor.sees("Next")
    assert typed(kiosk) == "415"


def test_the_time_warning_lies_above_the_cover_and_says_nothing_of_what_it_covers(
    start_kiosk: StartKiosk, hand_on: MakeHand, clock: Clock
) -> None:
    kiosk = start_kiosk()
    hand = hand_on(kiosk)
    visitor = start_visit(kiosk)
    type_number(visitor, "415")
    hand.rest()
    cover_at_once(kiosk)
    hand.rest()
    clock.now += FORM_SECONDS + 1
    kiosk.visit.check_idle()
    hand.rest()
    assert visitor.sees("I am still here")
    assert not any("typed" in name for name in words_on(visitor))
    assert not visitor.sees(TITLE)
    hand.tap("I am still here")
    hand.rest()
    assert visitor.sees(TITLE)
    clock.now += FORM_SECONDS + WARNING_SECONDS
    kiosk.visit.check_idle()
    assert kiosk.visit_holder.visit == Visit()
    assert not visitor.sees(TITLE)


def test_red_flags_that_were_covered_come_to_now(
    start_kiosk: StartKiosk, guided: Settings, clock: Clock
) -> None:
    kiosk = start_kiosk(guided)
    visitor = start_visit(kiosk)
    kiosk.screens.poster.open()
    kiosk.screens.self_check.next()
    kiosk.visit_holder.apply(
        lambda visit: dataclasses.replace(
            visit, check=dataclasses.replace(visit.check, given=("A1",)) if visit.check else None
        )
    )
    cover_at_once(kiosk)
    clock.now += FORM_SECONDS + WARNING_SECONDS
    kiosk.visit.check_idle()
    assert not visitor.sees(TITLE)
    assert visitor.sees("Close")


def test_keys_and_one_switch_find_the_picture(start_kiosk: StartKiosk, clock: Clock) -> None:
    kiosk = start_kiosk()
    start_visit(kiosk)
    before = kiosk.visit_holder.visit
    keyboard = Keyboard(kiosk, clock)
    for name in (OPEN, COVER, "Cup", "Cup"):
        keyboard.picks(name)
    assert kiosk.visit_holder.visit == dataclasses.replace(before, cover=Cover(CoverPicture.CUP))

    set_one_switch(kiosk)
    switch = Switch(kiosk, clock)
    for name in (OPEN, AGAIN, "Star", "Cup"):
        switch.picks(name)
    assert kiosk.visit_holder.visit.cover == Cover(CoverPicture.CUP)
    assert kiosk.visit_holder.visit.screen is Screen.HOME


def test_a_screen_reader_hears_the_cover_and_a_wrong_picture(start_kiosk: StartKiosk) -> None:
    kiosk = start_kiosk()
    visitor = start_visit(kiosk)
    type_number(visitor, "415")
    heard = listen(kiosk)
    cover_at_once(kiosk)
    drawn(kiosk)
    assert heard == [Announcement(TITLE)]
    for name in PICTURES:
        assert visitor.sees(name, QAccessible.Role.Button)
    for name in ("Leaf", "Star"):
        visitor.press(name)
        drawn(kiosk)
        wrong = f"It was not this one: {name}. Nothing is lost. Please touch another picture."
        assert heard[-1] == Announcement(wrong, is_urgent=True)


def test_the_next_visitor_chooses_anew(start_kiosk: StartKiosk) -> None:
    kiosk = start_kiosk()
    start_visit(kiosk)
    cover_at_once(kiosk)
    kiosk.visit.startOver()
    kiosk.visit.start("en")
    assert kiosk.visit_holder.visit.cover == Cover()
