"""A touch does what the hand meant: pressed with pointer and touch events, never by the accessible tree."""

import dataclasses
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest

from kiosk.core.callback.draft import CallbackDraft, CallbackStep
from kiosk.core.idle import FORM_SECONDS, READING_SECONDS, WARNING_SECONDS
from kiosk.core.self_check.questions import QUESTIONS
from kiosk.core.self_check_steps import SelfCheckPage
from kiosk.core.visit import Screen, Visit
from kiosk.store.settings.settings import Settings
from kiosk.tour.guided_visit import Clock
from kiosk.tour.patience import wait_until
from kiosk.tour.visitor import Visitor
from kiosk.ui.app import Kiosk
from kiosk.ui.enums import number_of
from tests.clinic import Clinic
from tests.conftest import StartKiosk
from tests.journeys.hand import Hand, MakeHand, button, middle
from tests.journeys.walk import fill_in, read_on, settle, start_visit, type_number

BOUNCES = [0.03, 0.06, 0.12, 0.15, 0.2, 0.29]
ECHO_AND_MORE = 0.31
WARNINGS = ("A1", "A2")


def screen_of(kiosk: Kiosk) -> Screen:
    return kiosk.visit_holder.visit.screen


def is_asked(kiosk: Kiosk) -> bool:
    return kiosk.visit.is_warned


def words_of(kiosk: Kiosk, answer: str) -> str:
    """Return what an answer of the self-check says."""
    content = kiosk.library.content
    assert content is not None
    assert content.self_check_texts is not None
    return content.self_check_texts.answers[answer]


def open_first_question(kiosk: Kiosk) -> Visitor:
    visitor = start_visit(kiosk)
    visitor.press("Self-check")
    visitor.press("Start")
    return visitor


def ask_whether_somebody_is_there(kiosk: Kiosk, clock: Clock, hand: Hand) -> None:
    clock.now += 1 + (READING_SECONDS if kiosk.visit_holder.visit.callback is None else FORM_SECONDS)
    kiosk.visit.check_idle()
    assert Visitor(kiosk.window).sees("I am still here")
    hand.rest()


def open_red_flags(kiosk: Kiosk) -> Visitor:
    visitor = open_first_question(kiosk)
    for answer in WARNINGS:
        visitor.chooses(words_of(kiosk, answer))
    return visitor


def places_on(kiosk: Kiosk) -> list[QPoint]:
    """All over the glass: on the answer, beside it, and over whatever lies under the dialog."""
    window = kiosk.window
    across = [window.width() * part // 8 for part in range(1, 8)]
    down = [window.height() * part // 8 for part in range(1, 8)]
    return [QPoint(x, y) for x in across for y in down]


def test_the_answer_that_somebody_is_there_loses_no_red_flag(
    start_kiosk: StartKiosk, clock: Clock, hand_on: MakeHand, guided: Settings
) -> None:
    kiosk = start_kiosk(guided)
    hand = hand_on(kiosk)
    open_red_flags(kiosk)
    before = kiosk.visit_holder.visit
    places = places_on(kiosk)
    ask_whether_somebody_is_there(kiosk, clock, hand)
    for place in [middle(button(kiosk, "I am still here")), *places]:
        hand.tap(place)
        assert not is_asked(kiosk)
        assert kiosk.visit_holder.visit == before
        hand.tap(place)
        assert kiosk.visit_holder.visit == before, "a second tap fell through after the dialog had gone"
        ask_whether_somebody_is_there(kiosk, clock, hand)


@pytest.mark.parametrize(
    "enter",
    [
        lambda kiosk: kiosk.visit.home(),
        lambda kiosk: kiosk.screens.home.open("genetic"),
        lambda kiosk: type_number(Visitor(kiosk.window), "415"),
    ],
    ids=["home", "card", "number"],
)
def test_it_opens_types_and_turns_nothing_below(
    start_kiosk: StartKiosk, clock: Clock, hand_on: MakeHand, enter: Callable[[Kiosk], None]
) -> None:
    kiosk = start_kiosk()
    hand = hand_on(kiosk)
    start_visit(kiosk)
    enter(kiosk)
    before = kiosk.visit_holder.visit
    for place in places_on(kiosk):
        ask_whether_somebody_is_there(kiosk, clock, hand)
        hand.tap(place, 0.15)
        assert not is_asked(kiosk)
        assert kiosk.visit_holder.visit == before


def test_a_finger_that_slides_off_the_answer_has_answered_too(
    start_kiosk: StartKiosk, clock: Clock, hand_on: MakeHand
) -> None:
    kiosk = start_kiosk()
    hand = hand_on(kiosk)
    start_visit(kiosk)
    ask_whether_somebody_is_there(kiosk, clock, hand)
    hand.press(middle(button(kiosk, "I am still here")))
    assert is_asked(kiosk), "the question stays as long as the finger is on it"
    hand.release(QPoint(20, 900))
    settle()
    assert not is_asked(kiosk)
    assert screen_of(kiosk) is Screen.HOME


def test_a_finger_left_on_the_glass_does_not_keep_a_visit_open(
    start_kiosk: StartKiosk, clock: Clock, hand_on: MakeHand
) -> None:
    kiosk = start_kiosk()
    hand = hand_on(kiosk)
    start_visit(kiosk)
    hand.rest()
    place = middle(button(kiosk, "Autoimmune diseases"))
    hand.press(place)
    clock.now += READING_SECONDS + WARNING_SECONDS
    kiosk.visit.check_idle()
    assert kiosk.visit_holder.visit == Visit()
    hand.settle()
    hand.release(place)
    settle()
    assert kiosk.visit_holder.visit == Visit()


def test_a_key_answers_and_presses_nothing(start_kiosk: StartKiosk, clock: Clock) -> None:
    kiosk = start_kiosk()
    hand = Hand(kiosk, clock)
    start_visit(kiosk)
    tile = button(kiosk, "Autoimmune diseases")
    tile.forceActiveFocus()
    ask_whether_somebody_is_there(kiosk, clock, hand)
    QTest.keyClick(kiosk.window, Qt.Key.Key_Space)
    settle()
    assert not is_asked(kiosk)
    assert screen_of(kiosk) is Screen.HOME


def open_check_page(kiosk: Kiosk) -> Visitor:
    visitor = start_visit(kiosk)
    type_number(visitor, "4155552671")
    fill_in(visitor)
    visitor.press("Back")
    visitor.waits_for("If you do not answer")
    return visitor


@pytest.mark.parametrize("gap", [*BOUNCES, 0.39])
def test_a_double_tap_on_the_last_next_sends_nothing(
    start_kiosk: StartKiosk, clinic: Clinic, hand_on: MakeHand, gap: float
) -> None:
    kiosk = start_kiosk()
    hand = hand_on(kiosk)
    visitor = open_check_page(kiosk)
    hand.rest()
    next_button = middle(button(kiosk, "Next"))
    hand.tap(next_button)
    # The new page is on the glass before the second tap: that is when it would send.
    hand.wait(gap - 0.05)
    hand.tap(next_button)
    hand.rest()
    assert visitor.sees("Check your answers")
    assert clinic.waiting() == []
    draft = kiosk.visit_holder.visit.callback
    assert draft is not None
    assert draft.step is CallbackStep.CHECK


@pytest.mark.parametrize("gap", BOUNCES)
@pytest.mark.parametrize(
    ("step", "after"), [(CallbackStep.NOTICE, CallbackStep.PRIVACY), (CallbackStep.PHONE, CallbackStep.NAME)]
)
def test_a_bounce_skips_no_page_of_the_form(
    start_kiosk: StartKiosk, hand_on: MakeHand, step: CallbackStep, after: CallbackStep, gap: float
) -> None:
    kiosk = start_kiosk()
    hand = hand_on(kiosk)
    start_visit(kiosk)
    draft = CallbackDraft("0" * 32, step=step, typed="4155552671")
    kiosk.visit_holder.become(
        dataclasses.replace(kiosk.visit_holder.visit, screen=Screen.CALLBACK, callback=draft)
    )
    hand.rest()
    read_on(Visitor(kiosk.window))
    hand.rest()
    next_button = middle(button(kiosk, "Next"))
    hand.tap(next_button)
    # The new page is on the glass before the second touch.
    hand.wait(gap)
    hand.tap(next_button)
    hand.rest()
    now = kiosk.visit_holder.visit.callback
    assert now is not None
    assert now.step is after


def test_a_hand_that_goes_on_trembling_types_nothing_on_the_next_page(
    start_kiosk: StartKiosk, hand_on: MakeHand
) -> None:
    kiosk = start_kiosk()
    hand = hand_on(kiosk)
    start_visit(kiosk)
    draft = CallbackDraft("0" * 32, step=CallbackStep.NAME, typed="4155552671", asks_first=True)
    kiosk.visit_holder.become(
        dataclasses.replace(kiosk.visit_holder.visit, screen=Screen.CALLBACK, callback=draft)
    )
    hand.rest()
    place = middle(button(kiosk, "Go on with the form"))
    for gap in (0, *BOUNCES):
        hand.wait(gap)
        hand.tap(place)
    assert kiosk.visit_holder.visit.callback == dataclasses.replace(draft, asks_first=False)
    hand.rest()
    hand.tap(place)
    now = kiosk.visit_holder.visit.callback
    assert now is not None
    assert len(now.name) == 1, "there is a key under the finger"


@pytest.mark.parametrize("gap", BOUNCES)
def test_a_bounce_turns_one_page_of_a_card(start_kiosk: StartKiosk, hand_on: MakeHand, gap: float) -> None:
    kiosk = start_kiosk()
    hand = hand_on(kiosk)
    start_visit(kiosk)
    kiosk.screens.home.open("infections")
    kiosk.screens.card.next()
    hand.rest()
    hand.tap("Next", gap)
    assert kiosk.visit_holder.visit.card is not None
    assert kiosk.visit_holder.visit.card.step == 2


def test_a_new_screen_takes_no_touch_meant_for_the_one_before(
    start_kiosk: StartKiosk, hand_on: MakeHand
) -> None:
    kiosk = start_kiosk()
    hand = hand_on(kiosk)
    start_visit(kiosk)
    place = middle(button(kiosk, "Autoimmune diseases"))
    kiosk.visit.openAbout()
    hand.rest()
    kiosk.visit.home()
    hand.wait(0.35)
    hand.tap(place)
    assert screen_of(kiosk) is Screen.HOME
    hand.rest()
    hand.tap(place)
    assert screen_of(kiosk) is Screen.CARD


def test_a_page_within_a_screen_takes_nothing_before_it_was_seen(
    start_kiosk: StartKiosk, hand_on: MakeHand
) -> None:
    kiosk = start_kiosk()
    hand = hand_on(kiosk)
    start_visit(kiosk)
    kiosk.screens.home.open("infections")
    kiosk.screens.card.next()
    for _ in range(3):
        hand.rest()
        next_button = middle(button(kiosk, str(kiosk.screens.card.property("leadsOn"))))
        hand.tap(next_button)
        # Far from where the page was turned, so that only the new page says no.
        hand.wait(0.35)
        step = kiosk.visit_holder.visit.card
        hand.tap("About")
        assert kiosk.visit_holder.visit.card == step
    hand.rest()
    hand.tap("About")
    assert screen_of(kiosk) is Screen.ABOUT


@pytest.mark.parametrize("gap", BOUNCES)
def test_a_ticked_warning_sign_stays_ticked(
    start_kiosk: StartKiosk, hand_on: MakeHand, guided: Settings, gap: float
) -> None:
    kiosk = start_kiosk(guided)
    hand = hand_on(kiosk)
    visitor = open_first_question(kiosk)
    hand.rest()
    choking = words_of(kiosk, "A2")
    hand.tap(choking, gap)
    assert visitor.is_chosen(choking)
    hand.tap(choking, gap, gap, gap)
    assert visitor.is_chosen(choking), "a train of touches is one movement"
    hand.wait(ECHO_AND_MORE)
    hand.tap(choking)
    assert not visitor.is_chosen(choking), "a touch on purpose takes it back"


def test_two_answers_are_ticked_one_right_after_the_other(
    start_kiosk: StartKiosk, hand_on: MakeHand, guided: Settings
) -> None:
    kiosk = start_kiosk(guided)
    hand = hand_on(kiosk)
    visitor = open_first_question(kiosk)
    hand.rest()
    for answer in QUESTIONS[0].answers[:4]:
        hand.tap(words_of(kiosk, answer))
        hand.clock.now += 0.05
    assert [visitor.is_chosen(words_of(kiosk, key)) for key in QUESTIONS[0].answers[:4]] == [True] * 4


@pytest.mark.parametrize("gap", BOUNCES)
def test_now_and_help_stay_after_a_bounce_on_close(
    start_kiosk: StartKiosk, hand_on: MakeHand, guided: Settings, gap: float
) -> None:
    kiosk = start_kiosk(guided)
    hand = hand_on(kiosk)
    open_red_flags(kiosk)
    kiosk.screens.self_check.next()
    hand.rest()
    hand.tap("Close", gap)
    assert kiosk.screens.self_check.property("page") == number_of(SelfCheckPage.NOW)
    kiosk.visit.startOver()

    start_visit(kiosk)
    kiosk.visit.askForHelp()
    hand.rest()
    hand.tap("Close", gap)
    assert screen_of(kiosk) is Screen.HELP


@pytest.mark.parametrize(("gap", "digits"), [(0.0, "4"), (0.03, "4"), (0.1, "4"), (0.13, "44"), (0.2, "44")])
def test_a_digit_doubles_on_purpose_and_not_by_a_bounce(
    start_kiosk: StartKiosk, hand_on: MakeHand, gap: float, digits: str
) -> None:
    """The gap is from release to press; a tap lasts 0.08 s."""
    kiosk = start_kiosk()
    hand = hand_on(kiosk)
    visitor = start_visit(kiosk)
    type_number(visitor, "")
    hand.rest()
    hand.tap("4", gap)
    draft = kiosk.visit_holder.visit.callback
    assert draft is not None
    assert draft.typed == digits


def test_digits_and_letters_are_typed_as_fast_as_anybody_can(
    start_kiosk: StartKiosk, hand_on: MakeHand
) -> None:
    kiosk = start_kiosk()
    hand = hand_on(kiosk)
    visitor = start_visit(kiosk)
    type_number(visitor, "")
    hand.rest()
    for digit in "4155552671":
        hand.tap(digit)
        hand.clock.now += 0.13
    draft = kiosk.visit_holder.visit.callback
    assert draft is not None
    assert draft.typed == "4155552671"
    hand.rest()
    hand.tap("Next")
    hand.rest()
    for letter in "Anna":
        hand.tap(letter)
        hand.clock.now += 0.13
    draft = kiosk.visit_holder.visit.callback
    assert draft is not None
    assert draft.name == "Anna"


def test_a_palm_on_the_glass_neither_stops_a_finger_nor_lets_its_echo_through(
    start_kiosk: StartKiosk, clock: Clock, guided: Settings
) -> None:
    kiosk = start_kiosk(guided)
    hand = Hand(kiosk, clock, QTest.createTouchDevice())
    visitor = open_first_question(kiosk)
    choking = words_of(kiosk, "A2")
    hand.rest()
    palm, finger = QPoint(960, 140), middle(button(kiosk, choking))
    hand.press(palm, finger=7)
    for gap in (0.0, 0.1, 0.1):
        clock.now += gap
        hand.press_too(finger, holding=7)
        clock.now += 0.05
        hand.release_too(finger, holding=7)
    hand.release(palm, finger=7)
    settle()
    assert visitor.is_chosen(choking)


@pytest.mark.parametrize("first", ["About", "choking"])
def test_two_fingers_at_once_do_one_thing(
    start_kiosk: StartKiosk, clock: Clock, guided: Settings, first: str
) -> None:
    kiosk = start_kiosk(guided)
    hand = Hand(kiosk, clock, QTest.createTouchDevice())
    visitor = open_first_question(kiosk)
    hand.rest()
    places = {
        "About": middle(button(kiosk, "About")),
        "choking": middle(button(kiosk, words_of(kiosk, "A2"))),
    }
    other = next(name for name in places if name != first)
    hand.press(places[first], finger=1)
    hand.press_too(places[other], holding=1)
    hand.release(places[first], finger=1)
    hand.rest()
    hand.release(places[other], finger=2)
    settle()
    assert screen_of(kiosk) is (Screen.ABOUT if first == "About" else Screen.SELF_CHECK)
    assert first == "About" or visitor.is_chosen(words_of(kiosk, "A2"))


def test_two_keys_at_once_type_one_digit_and_two_thumbs_type_two(
    start_kiosk: StartKiosk, clock: Clock
) -> None:
    kiosk = start_kiosk()
    hand = Hand(kiosk, clock, QTest.createTouchDevice())
    type_number(start_visit(kiosk), "")
    hand.rest()
    for gap in (0.05, 0.1):
        hand.press(middle(button(kiosk, "4")), finger=1)
        clock.now += gap
        hand.press_too(middle(button(kiosk, "6")), holding=1)
        hand.release(middle(button(kiosk, "4")), finger=1)
        clock.now += gap
        hand.release(middle(button(kiosk, "6")), finger=2)
        hand.rest()
    draft = kiosk.visit_holder.visit.callback
    assert draft is not None
    assert draft.typed == "446"


def test_a_palm_that_is_lifted_first_does_not_stop_the_finger(start_kiosk: StartKiosk, clock: Clock) -> None:
    kiosk = start_kiosk()
    hand = Hand(kiosk, clock, QTest.createTouchDevice())
    start_visit(kiosk)
    hand.rest()
    palm, about = QPoint(960, 140), middle(button(kiosk, "About"))
    hand.press(palm, finger=1)
    hand.press_too(about, holding=1)
    hand.release(palm, finger=1)
    clock.now += 0.1
    hand.release(about, finger=2)
    settle()
    assert screen_of(kiosk) is Screen.ABOUT


def test_a_finger_that_was_down_when_the_page_turned_does_nothing_on_the_new_one(
    start_kiosk: StartKiosk, clock: Clock, clinic: Clinic
) -> None:
    kiosk = start_kiosk()
    hand = Hand(kiosk, clock, QTest.createTouchDevice())
    start_visit(kiosk)
    hand.rest()
    tile, form = middle(button(kiosk, "Infections")), middle(button(kiosk, "Ask us to call you"))
    hand.press(form, finger=1)
    hand.press_too(tile, holding=1)
    hand.release_too(tile, holding=1)
    settle()
    assert screen_of(kiosk) is Screen.CARD
    hand.rest()
    hand.release(form, finger=1)
    settle()
    assert screen_of(kiosk) is Screen.CARD
    hand.rest()
    hand.tap("About")
    assert screen_of(kiosk) is Screen.ABOUT, "the panel works on after it"
    assert clinic.waiting() == []


def test_a_key_pressed_twice_by_a_trembling_hand_turns_one_page(
    start_kiosk: StartKiosk, clock: Clock
) -> None:
    kiosk = start_kiosk()
    hand = Hand(kiosk, clock)
    start_visit(kiosk)
    kiosk.screens.home.open("infections")
    kiosk.screens.card.next()
    hand.rest()
    button(kiosk, "Next").forceActiveFocus()
    for _ in range(3):
        QTest.keyClick(kiosk.window, Qt.Key.Key_Space)
        hand.wait(0.1)
    card = kiosk.visit_holder.visit.card
    assert card is not None
    assert card.step == 2
    hand.rest()
    QTest.keyClick(kiosk.window, Qt.Key.Key_Space)
    assert kiosk.visit_holder.visit.card is not None
    assert kiosk.visit_holder.visit.card.step == 3


@pytest.mark.parametrize("name", ["Touch to start", "question"])
def test_a_visit_begins_however_long_the_finger_rests(
    start_kiosk: StartKiosk, hand_on: MakeHand, name: str
) -> None:
    kiosk = start_kiosk()
    hand = hand_on(kiosk)
    Visitor(kiosk.window).waits_for("Touch to start")
    hand.rest()
    place = middle(button(kiosk, kiosk.attract.property("question") if name == "question" else name))
    hand.press(place)
    # Longer than what Qt takes for a long press, by the computer's clock: it looks at no other.
    QTest.qWait(QGuiApplication.styleHints().mousePressAndHoldInterval() + 50)
    hand.release(place)
    settle()
    assert screen_of(kiosk) is not Screen.ATTRACT


@pytest.mark.parametrize(("gap_ms", "step"), [(299, 2), (301, 3)])
def test_the_time_of_a_touch_is_the_one_the_panel_gave_it(
    start_kiosk: StartKiosk, clock: Clock, gap_ms: int, step: int
) -> None:
    """So that a bounce is one on a machine that is busy, too; the page is old by the clock."""
    kiosk = start_kiosk()
    guard_time = kiosk.late.guard._time_of
    hand = Hand(kiosk, clock)
    kiosk.late.guard._time_of = guard_time  # type: ignore[method-assign]
    start_visit(kiosk)
    kiosk.screens.home.open("infections")
    kiosk.screens.card.next()
    hand.rest()
    place = QPointF(middle(button(kiosk, "Next")))
    for at in (10_000, 10_050 + gap_ms):
        for kind, stamp, buttons in (
            (QEvent.Type.MouseButtonPress, at, Qt.MouseButton.LeftButton),
            (QEvent.Type.MouseButtonRelease, at + 50, Qt.MouseButton.NoButton),
        ):
            event = QMouseEvent(
                kind, place, place, Qt.MouseButton.LeftButton, buttons, Qt.KeyboardModifier(0)
            )
            event.setTimestamp(stamp)
            QCoreApplication.sendEvent(kiosk.window, event)
        hand.rest()
    card = kiosk.visit_holder.visit.card
    assert card is not None
    assert card.step == step


def test_the_pin_page_takes_nothing_that_opened_it(start_kiosk: StartKiosk, clock: Clock) -> None:
    kiosk = start_kiosk()
    hand = Hand(kiosk, clock)
    start_visit(kiosk)
    hand.rest()
    kiosk.late.entrance.open()
    hand.wait(0.2)
    staff = kiosk.late.entrance.staff
    assert staff is not None
    assert wait_until(lambda: not staff.property("isBusy"))
    hand.tap("5")
    assert staff.property("typed") == 0
    hand.rest()
    hand.tap("5")
    assert staff.property("typed") == 1
    hand.tap("Close")
    settle()
    assert kiosk.late.entrance.staff is None
    hand.wait(0.2)
    hand.tap("Autoimmune diseases")
    assert screen_of(kiosk) is Screen.HOME
