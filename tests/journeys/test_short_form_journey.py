"""The form asks little, and asks before it does what cannot be undone: real pointer events, three glasses."""

import dataclasses

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem

from kiosk.core.callback.draft import CallbackStep
from kiosk.core.touches import SAME_PLACE_MILLIMETRES
from kiosk.core.visit import Screen, Visit
from kiosk.store.settings.settings import Settings
from kiosk.tour.guided_visit import Clock
from kiosk.tour.visitor import Visitor
from kiosk.ui.app import Glass, Kiosk
from tests.clinic import Clinic
from tests.conftest import StartKiosk
from tests.journeys.hand import Hand, button, middle
from tests.journeys.walk import answer, fill_in, send, start_visit, type_number

WIDE = Glass(1920, 1080, 21.5)
PORTRAIT = Glass(1080, 1920, 21.5)
SMALLEST = Glass(1366, 768, 15.6)
DIGITS = "4155552671"
STAY, LEAVE = "Go on with the form", "Stop and delete my answers"
KEEP, TAKE_BACK = "Keep my request", "Take my request back"


@pytest.fixture(params=[WIDE, PORTRAIT, SMALLEST], ids=["wide", "portrait", "smallest"])
def kiosk(request: pytest.FixtureRequest, start_kiosk: StartKiosk, two_languages: Settings) -> Kiosk:
    return start_kiosk(two_languages, glass=request.param)


@pytest.fixture
def two_languages(clinic: Clinic) -> Settings:
    file = dataclasses.replace(clinic.settings.file, languages=("en", "es"))
    return dataclasses.replace(clinic.settings, file=file)


def step_of(kiosk: Kiosk) -> CallbackStep | None:
    draft = kiosk.visit_holder.visit.callback
    return draft.step if draft is not None else None


def count_touches(kiosk: Kiosk, hand: Hand) -> int:
    """Ask for a call as briefly as can be, and count each touch that is no digit."""
    visitor = Visitor(kiosk.window)
    touches = 0

    def touch(name: str) -> None:
        nonlocal touches
        hand.rest()
        hand.tap(name)
        touches += 1

    def read_on_and(last: str) -> None:
        hand.settle()
        while visitor.sees("More"):
            touch("More")
            hand.settle()
        touch(last)

    touch("Touch to start")
    visitor.waits_for("Ask us to call you")
    touch("Ask us to call you")
    for _page in ("red flags", "privacy"):
        read_on_and("Next")
    for digit in DIGITS:
        hand.rest()
        hand.tap(digit)
    for _page in ("number", "name"):
        touch("Next")
    touch("Morning")
    for _page in ("part of the day", "language", "consents"):
        read_on_and("Next")
    read_on_and("Ask for a call")
    visitor.waits_for("Thank you. We will call you.")
    return touches


@pytest.mark.parametrize(
    ("glass", "most"), [(WIDE, 11), (PORTRAIT, 11), (SMALLEST, 14)], ids=["wide", "portrait", "smallest"]
)
def test_a_call_is_asked_for_with_few_touches(
    start_kiosk: StartKiosk, clinic: Clinic, clock: Clock, glass: Glass, most: int
) -> None:
    """It was 25 with ten digits: 15 without them, where nothing had a second page."""
    kiosk = start_kiosk(glass=glass)
    assert count_touches(kiosk, Hand(kiosk, clock)) <= most
    (request,) = clinic.waiting()
    assert (request.phone, request.spoken_language, request.interpreter) == ("+14155552671", "en", False)
    assert request.phone_hard == ()


def open_number(kiosk: Kiosk) -> Visitor:
    visitor = start_visit(kiosk)
    type_number(visitor, DIGITS)
    return visitor


def on_glass(item: QQuickItem) -> QRectF:
    """Return where an item takes a touch, in pixels of the window."""
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def is_elsewhere(kiosk: Kiosk, one: QRectF, other: QRectF) -> bool:
    """Whether two places are further from each other than a trembling hand comes down again."""
    margin = SAME_PLACE_MILLIMETRES * kiosk.pixels_per_millimetre
    return not one.adjusted(-margin, -margin, margin, margin).intersects(other)


def test_stop_asks_and_neither_answer_is_where_any_way_out_stood(kiosk: Kiosk, clock: Clock) -> None:
    visitor, hand = open_number(kiosk), Hand(kiosk, clock)
    hand.rest()
    before = kiosk.visit_holder.visit
    ways_out = {name: on_glass(button(kiosk, name)) for name in ("Stop", "Back", "About", "Next")}
    help_before = on_glass(button(kiosk, "I need help now"))
    hand.tap("Stop")
    hand.settle()
    assert visitor.sees("Stop and delete your answers?")
    for name in (STAY, LEAVE):
        for way, place in ways_out.items():
            assert is_elsewhere(kiosk, on_glass(button(kiosk, name)), place), (name, way)
    assert on_glass(button(kiosk, "I need help now")) == help_before
    hand.rest()
    hand.tap(STAY)
    assert kiosk.visit_holder.visit == before
    hand.rest()
    hand.tap("Stop")
    hand.rest()
    hand.tap(LEAVE)
    assert kiosk.visit_holder.visit == dataclasses.replace(before, screen=Screen.HOME, callback=None)


@pytest.mark.parametrize("gap", [0.03, 0.12, 0.2, 0.29, 0.39])
def test_no_gesture_that_pressed_stop_deletes_anything(
    start_kiosk: StartKiosk, clock: Clock, gap: float
) -> None:
    """A bounce, and a finger that slides from Stop to the answer and is lifted there."""
    kiosk = start_kiosk()
    open_number(kiosk)
    hand = Hand(kiosk, clock)
    hand.rest()
    stop = middle(button(kiosk, "Stop"))
    hand.tap(stop, gap, gap, gap)
    hand.rest()
    leave = middle(button(kiosk, LEAVE))
    hand.press(stop)
    hand.release(leave)
    assert kiosk.visit_holder.visit.callback is not None
    hand.rest()
    hand.tap(STAY)
    hand.rest()
    hand.press(stop)
    hand.release(leave)
    draft = kiosk.visit_holder.visit.callback
    assert draft is not None
    assert (draft.typed, draft.asks_first) == (DIGITS, False)


def test_a_tap_that_comes_too_soon_on_the_answer_deletes_nothing(
    start_kiosk: StartKiosk, clock: Clock
) -> None:
    kiosk = start_kiosk()
    open_number(kiosk)
    hand = Hand(kiosk, clock)
    hand.rest()
    hand.tap("Stop")
    hand.wait(0.3)
    hand.tap(LEAVE)
    assert step_of(kiosk) is CallbackStep.PHONE


def test_whoever_typed_nothing_stops_at_once(start_kiosk: StartKiosk, clock: Clock) -> None:
    kiosk = start_kiosk()
    start_visit(kiosk).press("Ask us to call you")
    hand = Hand(kiosk, clock)
    hand.rest()
    hand.tap("Stop")
    assert kiosk.visit_holder.visit.screen is Screen.HOME


def test_ask_for_a_call_is_not_where_next_or_more_stood(kiosk: Kiosk, clock: Clock) -> None:
    visitor = open_number(kiosk)
    fill_in(visitor)
    visitor.press("Back")
    hand = Hand(kiosk, clock)
    hand.settle()
    before = [on_glass(button(kiosk, name)) for name in ("Next", "Stop", "Back")]
    hand.rest()
    hand.tap("Next")
    hand.settle()
    while visitor.sees("More"):
        assert not visitor.sees("Ask for a call"), "it comes once all was seen"
        before.append(on_glass(button(kiosk, "More")))
        hand.rest()
        hand.tap("More")
        hand.settle()
    sends = on_glass(button(kiosk, "Ask for a call"))
    assert is_elsewhere(kiosk, sends, before[0])
    assert not any(sends.intersects(place) for place in before)


def test_thank_you_names_nobody_and_undo_asks_at_another_place(
    kiosk: Kiosk, clinic: Clinic, clock: Clock
) -> None:
    visitor = open_number(kiosk)
    fill_in(visitor, name="zoe")
    send(visitor)
    read = " ".join(spoken.name for spoken in visitor.reads())
    assert not any(part in read for part in ("415", "2671", "Zoe", "zoe"))
    hand = Hand(kiosk, clock)
    hand.rest()
    undo = on_glass(button(kiosk, "Undo"))
    hand.tap("Undo")
    hand.settle()
    assert visitor.sees("Take your request back?")
    for name in (KEEP, TAKE_BACK):
        assert is_elsewhere(kiosk, on_glass(button(kiosk, name)), undo), name
    hand.rest()
    hand.tap(KEEP)
    hand.rest()
    assert visitor.sees("Thank you. We will call you.")
    assert len(clinic.waiting()) == 1
    hand.tap("Undo")
    hand.rest()
    hand.tap(TAKE_BACK)
    visitor.waits_for("Taken back. Nobody will call.")


def test_done_clears_at_once(start_kiosk: StartKiosk, clock: Clock) -> None:
    kiosk = start_kiosk()
    visitor = open_number(kiosk)
    fill_in(visitor)
    send(visitor)
    hand = Hand(kiosk, clock)
    hand.rest()
    hand.tap("I am finished")
    assert kiosk.visit_holder.visit == Visit()


def test_a_change_of_the_screens_language_changes_the_one_to_speak_until_that_is_chosen(
    start_kiosk: StartKiosk, two_languages: Settings, clinic: Clinic
) -> None:
    kiosk = start_kiosk(two_languages)
    visitor = open_number(kiosk)
    visitor.press("Next")
    visitor.press("Next")
    answer(visitor, "Morning")
    assert visitor.is_chosen("English")
    visitor.press("Español")
    assert visitor.is_chosen("Español")
    visitor.press("Siguiente")
    visitor.press("English")
    visitor.press("Next")
    assert visitor.sees("Language: Español")
    send(visitor)
    (request,) = clinic.waiting()
    assert (request.spoken_language, request.language, request.interpreter) == ("es", "en", False)


def test_another_language_is_named_for_staff(start_kiosk: StartKiosk, clinic: Clinic) -> None:
    visitor = open_number(start_kiosk())
    visitor.press("Next")
    visitor.press("Next")
    answer(visitor, "Morning")
    answer(visitor, "Another language")
    assert visitor.sees("Which other language?")
    answer(visitor, "Haitian Creole (Kreyòl Ayisyen)")
    answer(visitor, "Yes")
    answer(visitor)
    send(visitor)
    (row,) = clinic.export()
    assert (row["language"], row["interpreter"]) == ("Haitian Creole", "yes")


def test_the_steps_are_counted_for_eye_and_ear(kiosk: Kiosk) -> None:
    visitor = start_visit(kiosk)
    visitor.press("Ask us to call you")
    assert visitor.sees("Step 1 of 8")
    while visitor.sees("More"):
        visitor.press("More")
        assert visitor.sees("Step 1 of 8")
    visitor.press("Next")
    assert visitor.sees("Step 2 of 8")
