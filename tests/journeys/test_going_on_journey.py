"""A finger answers what takes one answer, and the self-check goes on by itself: never for anybody else."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.core import comfort as comforts
from kiosk.core import visit as visits
from kiosk.core.comfort import Comfort
from kiosk.core.self_check_steps import SelfCheckPage, page_at, question_at
from kiosk.core.touches import GOES_ON_SECONDS, NEW_PAGE_SECONDS
from kiosk.core.visit import Screen, SelfCheckPosition
from kiosk.store.settings.settings import Settings
from kiosk.tour.guided_visit import Clock
from kiosk.tour.visitor import Visitor
from kiosk.ui.app import Kiosk
from tests.conftest import StartKiosk
from tests.journeys.hand import Hand, MakeHand, OneFinger
from tests.journeys.walk import settle

MOST_TOUCHES = 15
BEFORE = ("A-none", "B-none", "S1")
CHANGING = "Goes on by itself. Touch anywhere to stay."


@pytest.fixture
def kiosk(start_kiosk: StartKiosk, guided: Settings) -> Kiosk:
    """Show when it started, to somebody with one symptom."""
    made = start_kiosk(guided)
    made.late.going_on.is_heard = lambda: False
    made.visit.start("en")
    Visitor(made.window).waits_for("Infections")
    return made


def at_when(kiosk: Kiosk, comfort: Comfort | None = None) -> None:
    check = SelfCheckPosition(question=3, given=BEFORE)
    kiosk.visit_holder.become(
        visits.Visit(Screen.SELF_CHECK, "en", comfort=comfort or Comfort(), check=check)
    )
    settle()


def question_on(kiosk: Kiosk) -> str:
    check = kiosk.visit_holder.visit.check
    question = question_at(check) if check else None
    return question.id if question else ""


def after_the_moment(kiosk: Kiosk, clock: Clock) -> str:
    clock.now += GOES_ON_SECONDS + 0.1
    kiosk.late.going_on.check()
    settle()
    return question_on(kiosk)


def test_one_symptom_takes_at_most_fifteen_touches_to_an_outcome(
    start_kiosk: StartKiosk, guided: Settings, clock: Clock
) -> None:
    kiosk = start_kiosk(guided)
    kiosk.late.going_on.is_heard = lambda: False
    finger = OneFinger(kiosk, clock)
    finger.picks("Touch to start")
    Visitor(kiosk.window).waits_for("Infections")
    finger.picks("Self-check")
    finger.picks("Start")
    answers = Answers(kiosk, clock, finger)
    answers.many("None of these", "None of these", "Muscles that tire with use and feel better with rest")
    answers.one("1 to 12 months ago", "Getting worse", "No")
    answers.many("None of these")
    answers.one("Fine")
    check = kiosk.visit_holder.visit.check
    assert page_at(check) is SelfCheckPage.OUTCOME
    assert Visitor(kiosk.window).sees("Please tell your care team today.")
    assert finger.presses <= MOST_TOUCHES


class Answers:
    """Touches answers; Next only where it is needed."""

    def __init__(self, kiosk: Kiosk, clock: Clock, finger: OneFinger) -> None:
        self._kiosk, self._clock, self._finger = kiosk, clock, finger

    def many(self, *names: str) -> None:
        for name in names:
            self._finger.picks(name)
            self._finger.picks("Next")

    def one(self, *names: str) -> None:
        for name in names:
            self._finger.picks(name)
            after_the_moment(self._kiosk, self._clock)


def test_the_moment_is_shown_and_the_page_that_comes_takes_nothing_yet(
    kiosk: Kiosk, hand_on: MakeHand, clock: Clock
) -> None:
    at_when(kiosk)
    hand = hand_on(kiosk)
    hand.rest()
    hand.tap("1 to 12 months ago")
    assert kiosk.late.going_on.property("isWaiting")
    assert Visitor(kiosk.window).sees(CHANGING)
    clock.now += GOES_ON_SECONDS - 0.5
    kiosk.late.going_on.check()
    assert question_on(kiosk) == "Q4"
    clock.now += 0.5
    kiosk.late.going_on.check()
    assert question_on(kiosk) == "Q5"
    assert not kiosk.late.going_on.property("isWaiting")
    hand.settle()
    clock.now += NEW_PAGE_SECONDS - 0.1
    before = kiosk.visit_holder.visit
    hand.tap("Getting worse")
    assert kiosk.visit_holder.visit == before


@pytest.mark.parametrize("place", ["the same answer", "beside everything"])
def test_a_touch_takes_it_back_and_the_answer_stays(
    kiosk: Kiosk, hand_on: MakeHand, clock: Clock, place: str
) -> None:
    at_when(kiosk)
    hand = hand_on(kiosk)
    hand.rest()
    hand.tap("1 to 12 months ago")
    clock.now += 1
    hand.tap("1 to 12 months ago" if place == "the same answer" else QPoint(3, kiosk.window.height() // 2))
    assert not kiosk.late.going_on.property("isWaiting")
    assert after_the_moment(kiosk, clock) == "Q4"
    assert kiosk.visit_holder.visit.check == SelfCheckPosition(3, (*BEFORE, "start-months"))
    hand.tap("Next")
    assert question_on(kiosk) == "Q5"


def test_another_answer_begins_the_moment_anew(kiosk: Kiosk, hand_on: MakeHand, clock: Clock) -> None:
    at_when(kiosk)
    hand = hand_on(kiosk)
    hand.rest()
    hand.tap("1 to 12 months ago")
    clock.now += GOES_ON_SECONDS - 0.5
    hand.tap("More than a year ago")
    clock.now += GOES_ON_SECONDS - 0.5
    kiosk.late.going_on.check()
    assert question_on(kiosk) == "Q4"
    assert after_the_moment(kiosk, clock) == "Q5"
    assert "start-years" in (kiosk.visit_holder.visit.check or SelfCheckPosition()).given


def test_a_finger_that_rests_on_the_glass_keeps_the_page(
    kiosk: Kiosk, hand_on: MakeHand, clock: Clock
) -> None:
    at_when(kiosk)
    hand = hand_on(kiosk)
    hand.rest()
    hand.tap("1 to 12 months ago")
    clock.now += 1
    place = QPoint(3, kiosk.window.height() // 2)
    hand.press(place)
    assert after_the_moment(kiosk, clock) == "Q4"
    hand.release(place)
    assert after_the_moment(kiosk, clock) == "Q4"


def by_key(kiosk: Kiosk) -> None:
    QTest.keyClick(kiosk.window, Qt.Key.Key_Tab)
    QTest.keyClick(kiosk.window, Qt.Key.Key_Space)


def by_screen_reader(kiosk: Kiosk) -> None:
    Visitor(kiosk.window).chooses("1 to 12 months ago")


@pytest.mark.parametrize("answer", [by_key, by_screen_reader])
def test_an_answer_by_key_or_screen_reader_waits_for_next(
    kiosk: Kiosk, clock: Clock, answer: Callable[[Kiosk], None]
) -> None:
    at_when(kiosk)
    Hand(kiosk, clock).rest()
    answer(kiosk)
    check = kiosk.visit_holder.visit.check
    assert check is not None
    assert len(check.given) == len(BEFORE) + 1
    assert not kiosk.late.going_on.property("isWaiting")
    assert after_the_moment(kiosk, clock) == "Q4"


@pytest.mark.parametrize(
    "comfort", [Comfort(has_easy_touch=True), comforts.Comfort(has_one_switch=True)], ids=["easy", "switch"]
)
def test_it_never_goes_on_in_easy_touch_or_with_one_switch(
    kiosk: Kiosk, hand_on: MakeHand, clock: Clock, comfort: Comfort
) -> None:
    at_when(kiosk, comfort)
    hand = hand_on(kiosk)
    hand.rest()
    hand.tap("1 to 12 months ago")
    assert after_the_moment(kiosk, clock) == "Q4"


def test_it_never_goes_on_while_a_screen_reader_runs(kiosk: Kiosk, hand_on: MakeHand, clock: Clock) -> None:
    kiosk.late.going_on.is_heard = lambda: True
    at_when(kiosk)
    hand = hand_on(kiosk)
    hand.rest()
    hand.tap("1 to 12 months ago")
    assert after_the_moment(kiosk, clock) == "Q4"


def test_what_takes_more_than_one_answer_waits_for_next(
    kiosk: Kiosk, hand_on: MakeHand, clock: Clock
) -> None:
    kiosk.visit_holder.become(
        visits.Visit(Screen.SELF_CHECK, "en", check=SelfCheckPosition(2, ("A-none", "B-none")))
    )
    hand = hand_on(kiosk)
    hand.rest()
    hand.tap("Cramps or twitches that keep coming back")
    assert after_the_moment(kiosk, clock) == "Q3"
