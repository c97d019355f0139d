"""Make it easier: what a visitor sets holds on every screen, for one visit; touched with mouse and finger."""

import dataclasses
from collections.abc import Callable
from typing import cast

import pytest
from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QAccessible

from kiosk.core import visit as visits
from kiosk.core.comfort import Comfort
from kiosk.core.idle import READING_SECONDS, WARNING_SECONDS
from kiosk.core.self_check.questions import QUESTIONS
from kiosk.core.visit import Screen, Visit
from kiosk.store.settings.settings import Settings
from kiosk.tour.guided_visit import Clock
from kiosk.tour.visitor import Visitor
from kiosk.ui.app import Glass, Kiosk
from tests.clinic import Clinic
from tests.conftest import StartKiosk
from tests.journeys.hand import MakeHand, button
from tests.journeys.walk import choose_text_size, read_on, start_visit, type_number

OPEN = "Make it easier"
EASY = "Large buttons"
SHAKING = (0.03, 0.12, 0.3, 0.6, 0.9, 0.99)
"""Seconds from one touch of a shaking finger to the next."""
DELIBERATE = 1.01
LARGE = Glass(1920, 1080, 21.5)
UPRIGHT = Glass(1080, 1920, 21.5)
SMALL = Glass(1366, 768, 15.6)


def comfort_of(kiosk: Kiosk) -> Comfort:
    return kiosk.visit_holder.visit.comfort


def theme_of(kiosk: Kiosk) -> QObject:
    return cast("QObject", kiosk.engine.singletonInstance("Kiosk.Theme", "Theme"))


def place_of(kiosk: Kiosk, name: str) -> QRectF:
    item = button(kiosk, name)
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def all_titles(kiosk: Kiosk) -> list[str]:
    content = kiosk.library.content
    assert content is not None
    return [card.title for card in content.cards]


def radio_buttons(visitor: Visitor) -> list[str]:
    return [spoken.name for spoken in visitor.reads() if spoken.role == QAccessible.Role.RadioButton]


SCREENS = [
    lambda kiosk: kiosk.visit.home(),
    lambda kiosk: kiosk.screens.home.open("genetic"),
    lambda kiosk: kiosk.screens.poster.open(),
    lambda kiosk: kiosk.visit.openAbout(),
    lambda kiosk: kiosk.visit.openQuestions(),
    lambda kiosk: kiosk.screens.callback.open(),
]


@pytest.mark.parametrize("enter", SCREENS)
def test_one_touch_opens_it_and_done_goes_on_at_the_same_place(
    start_kiosk: StartKiosk, hand_on: MakeHand, guided: Settings, enter: Callable[[Kiosk], None]
) -> None:
    kiosk = start_kiosk(guided)
    hand = hand_on(kiosk)
    visitor = start_visit(kiosk)
    enter(kiosk)
    hand.rest()
    there, before = visitor.reads(), kiosk.visit_holder.visit

    hand.tap(OPEN)
    hand.rest()
    assert kiosk.visit_holder.visit == dataclasses.replace(before, is_making_easier=True)
    assert visitor.sees(OPEN, QAccessible.Role.Heading)
    assert not visitor.sees("About"), "what lies under it is heard"
    hand.tap("Done")
    hand.rest()

    assert kiosk.visit_holder.visit == before
    assert visitor.reads() == there


def test_on_the_start_screen_it_begins_a_visit_in_the_language_shown(
    start_kiosk: StartKiosk, hand_on: MakeHand, guided: Settings
) -> None:
    kiosk = start_kiosk(
        dataclasses.replace(guided, file=dataclasses.replace(guided.file, languages=("es", "en")))
    )
    hand = hand_on(kiosk)
    hand.rest()
    hand.tap("Más fácil")
    hand.rest()
    assert kiosk.visit_holder.visit == dataclasses.replace(visits.start("es"), is_making_easier=True)
    hand.tap("Listo")
    hand.rest()
    assert kiosk.visit_holder.visit == visits.start("es")


def test_nothing_under_it_is_lost(start_kiosk: StartKiosk, hand_on: MakeHand) -> None:
    kiosk = start_kiosk(glass=SMALL)
    hand = hand_on(kiosk)
    visitor = start_visit(kiosk)
    visitor.press(OPEN)
    visitor.chooses(EASY)
    visitor.press("Done")
    hand.rest()
    hand.tap("More")
    hand.rest()
    second_page = visitor.reads()
    hand.tap(OPEN)
    hand.rest()
    hand.tap("Done")
    hand.rest()
    assert visitor.reads() == second_page

    type_number(visitor, "415555")
    hand.rest()
    hand.tap(OPEN)
    hand.rest()
    hand.tap("Done")
    hand.rest()
    hand.tap("1")
    form = kiosk.visit_holder.visit.callback
    assert form is not None
    assert form.typed == "4155551"


def test_what_is_chosen_is_seen_at_once_and_ends_with_the_visit(
    start_kiosk: StartKiosk, hand_on: MakeHand
) -> None:
    kiosk = start_kiosk()
    theme = theme_of(kiosk)
    hand = hand_on(kiosk)
    visitor = start_visit(kiosk)
    hand.rest()
    hand.tap(OPEN)
    hand.rest()
    assert radio_buttons(visitor)[:4] == ["Small", "Medium", "Large", "Largest"]
    assert radio_buttons(visitor)[4:] == [
        "Light",
        "Dark",
        "High contrast",
        "Whole screen",
        "Lower left",
        "Lower right",
    ]
    assert (visitor.is_chosen("Medium"), visitor.is_chosen("Light")) == (True, True)

    hand.tap("Dark")
    hand.rest()
    hand.tap("Keep pictures still")
    hand.rest()
    visitor.chooses("Largest")

    assert comfort_of(kiosk) == Comfort(text_size=4, scheme="dark", is_calm=True)
    shown = [theme.property(name) for name in ("textSize", "scheme", "isCalm")]
    assert shown == [4, "dark", True]
    assert visitor.is_chosen("Dark")
    assert not visitor.is_chosen("Light")
    visitor.press("Done")
    visitor.press("Start over")
    assert kiosk.visit_holder.visit == Visit()
    shown = [theme.property(name) for name in ("textSize", "scheme", "isCalm")]
    assert shown == [2, "standard", False]


@pytest.mark.parametrize("glass", [SMALL, LARGE, UPRIGHT], ids=str)
def test_easy_touch_takes_a_touch_that_shakes_for_a_second_as_one(
    start_kiosk: StartKiosk, hand_on: MakeHand, glass: Glass
) -> None:
    kiosk = start_kiosk(glass=glass)
    hand = hand_on(kiosk)
    visitor = start_visit(kiosk)
    hand.rest()
    hand.tap(OPEN)
    hand.rest()
    hand.tap(EASY, 0.5, 0.95)
    hand.rest()
    assert comfort_of(kiosk) == Comfort(has_easy_touch=True)
    hand.tap("Done")
    hand.rest()

    visitor.press("Ask us to call you")
    for _ in ("notice", "privacy"):
        read_on(visitor)
        visitor.press("Next")
    hand.rest()
    hand.tap("4", *SHAKING)
    hand.rest()
    hand.tap("1", DELIBERATE)
    form = kiosk.visit_holder.visit.callback
    assert form is not None
    assert form.typed == "411"


def test_a_digit_twice_on_purpose_needs_no_second_without_easy_touch(
    start_kiosk: StartKiosk, hand_on: MakeHand
) -> None:
    kiosk = start_kiosk()
    hand = hand_on(kiosk)
    type_number(start_visit(kiosk), "")
    hand.rest()
    hand.tap("4", 0.3)
    form = kiosk.visit_holder.visit.callback
    assert form is not None
    assert form.typed == "44"


def test_easy_touch_has_large_targets_and_at_most_six_choices(
    start_kiosk: StartKiosk, guided: Settings
) -> None:
    kiosk = start_kiosk(guided)
    visitor = start_visit(kiosk)
    visitor.press(OPEN)
    visitor.chooses(EASY)
    visitor.press("Done")
    tiles = [spoken.name for spoken in visitor.reads() if spoken.name in all_titles(kiosk)]
    assert len(tiles) == 6
    visitor.press("Self-check")
    visitor.press("Start")
    seen: set[str] = set()
    while True:
        boxes = [spoken.name for spoken in visitor.reads() if spoken.role == QAccessible.Role.CheckBox]
        assert len(boxes) <= 6
        seen.update(boxes)
        if not visitor.sees("More"):
            break
        visitor.press("More")
    assert len(seen) == len(QUESTIONS[0].answers)


def test_what_the_clinic_has_set_is_what_a_visitor_changes(start_kiosk: StartKiosk, clinic: Clinic) -> None:
    file = dataclasses.replace(clinic.settings.file, calm=True, theme="high-contrast")
    kiosk = start_kiosk(dataclasses.replace(clinic.settings, file=file))
    theme = theme_of(kiosk)
    visitor = start_visit(kiosk)
    visitor.press(OPEN)
    assert (visitor.is_chosen("High contrast"), visitor.is_chosen("Keep pictures still")) == (True, True)
    visitor.chooses("Light")
    visitor.chooses("Keep pictures still")
    assert (theme.property("scheme"), theme.property("isCalm")) == ("standard", False)
    visitor.press("Done")
    visitor.press("Start over")
    assert (theme.property("scheme"), theme.property("isCalm")) == ("high-contrast", True)


def test_a_small_screen_offers_only_the_sizes_it_has_room_for(start_kiosk: StartKiosk) -> None:
    kiosk = start_kiosk(glass=SMALL)
    visitor = start_visit(kiosk)
    choose_text_size(visitor, "Small")
    visitor.press(OPEN)
    assert radio_buttons(visitor)[:3] == ["Small", "Medium", "Light"]
    assert visitor.is_chosen("Small")


def test_help_is_one_touch_away_and_what_was_entered_stays(
    start_kiosk: StartKiosk, hand_on: MakeHand
) -> None:
    kiosk = start_kiosk()
    hand = hand_on(kiosk)
    type_number(start_visit(kiosk), "415")
    hand.rest()
    hand.tap(OPEN)
    hand.rest()
    hand.tap("I need help now")
    visit = kiosk.visit_holder.visit
    assert (visit.screen, visit.came_from) == (Screen.HELP, Screen.CALLBACK)
    assert visit.callback is not None
    assert visit.callback.typed == "415"


def test_whoever_leaves_it_open_is_asked_and_then_forgotten(start_kiosk: StartKiosk, clock: Clock) -> None:
    kiosk = start_kiosk()
    visitor = start_visit(kiosk)
    visitor.press(OPEN)
    visitor.chooses("Dark")
    clock.now += READING_SECONDS + 1
    kiosk.visit.check_idle()
    visitor.waits_for("I am still here")
    assert not visitor.sees(OPEN, QAccessible.Role.Button)
    clock.now += WARNING_SECONDS
    kiosk.visit.check_idle()
    assert kiosk.visit_holder.visit == Visit()
