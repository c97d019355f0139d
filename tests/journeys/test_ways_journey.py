"""Three whole journeys by one finger, by keys and by one switch: how many presses and seconds they take."""

from collections.abc import Callable
from typing import Protocol

import pytest

from kiosk.core.self_check.questions import asked
from kiosk.core.self_check_steps import SelfCheckPage
from kiosk.core.visit import Screen
from kiosk.store.settings.settings import Settings
from kiosk.tour.guided_visit import Clock
from kiosk.tour.visitor import Visitor
from kiosk.ui.app import Glass, Kiosk
from kiosk.ui.enums import number_of
from kiosk.ui.touch.controls import pad_on
from tests.clinic import Clinic
from tests.conftest import StartKiosk
from tests.journeys.hand import OneFinger
from tests.journeys.keyboard import Keyboard
from tests.journeys.one_switch import Switch, set_one_switch

CALL_SECONDS = 180
"""A whole call-back by one switch takes no longer at 1 s a step."""
QUICK, SLOW = "4155552671", "9089989098"
"""Numbers whose digits light up early and late."""
NO_SIGNS = {"A-none", "B-none", "S-none", "family-no", "E-none", "K0"}
MOST_PAGES = 60
Record = Callable[[str, object], None]


class Way(Protocol):
    """How somebody works the screen."""

    kiosk: Kiosk
    presses: int

    @property
    def seconds(self) -> float:
        """How long it has taken so far."""

    def picks(self, name: str) -> None:
        """Press what has this name."""

    def types(self, text: str) -> None:
        """Type into the field on the screen."""


def start(way: Way) -> Visitor:
    way.picks("Touch to start")
    visitor = Visitor(way.kiosk.window)
    visitor.waits_for("Infections")
    return visitor


def go_on(way: Way, visitor: Visitor) -> None:
    way.picks("More" if visitor.sees("More") else "Next")


def read_what_helps(way: Way) -> None:
    visitor = start(way)
    way.picks("Infections")
    way.picks("Tests and help")
    assert visitor.sees("How it is found and what helps")
    way.picks("All causes")
    assert way.kiosk.visit_holder.visit.screen is Screen.HOME


def check_oneself(way: Way) -> None:
    visitor = start(way)
    way.picks("Self-check")
    while visitor.sees("More"):
        way.picks("More")
    way.picks("Start")
    content = way.kiosk.library.content
    assert content is not None
    assert content.self_check_texts is not None
    words = content.self_check_texts.answers
    for question in asked(NO_SIGNS):
        [answer] = NO_SIGNS & set(question.answers)
        while not visitor.offers(words[answer]):
            way.picks("More")
        way.picks(words[answer])
        go_on(way, visitor)
    assert way.kiosk.screens.self_check.property("page") == number_of(SelfCheckPage.OUTCOME)


def ask_for_a_call(way: Way, digits: str) -> None:
    visitor = start(way)
    way.picks("Ask us to call you")
    while pad_on(way.kiosk.window) is None:
        go_on(way, visitor)
    way.types(digits)
    for _ in range(MOST_PAGES):
        if visitor.sees("Ask for a call"):
            break
        for choice in ("Morning", "English", "No"):
            if visitor.offers(choice) and not visitor.is_chosen(choice):
                way.picks(choice)
        go_on(way, visitor)
    way.picks("Ask for a call")
    visitor.waits_for("Thank you. We will call you.")


@pytest.fixture(params=["finger", "keys", "switch"])
def go(request: pytest.FixtureRequest, clock: Clock) -> Callable[[Kiosk], Way]:
    def by_keys(kiosk: Kiosk) -> Way:
        return Keyboard(kiosk, clock)

    def by_switch(kiosk: Kiosk) -> Way:
        set_one_switch(kiosk)
        return Switch(kiosk, clock)

    def by_finger(kiosk: Kiosk) -> Way:
        return OneFinger(kiosk, clock)

    ways: dict[str, Callable[[Kiosk], Way]] = {"finger": by_finger, "keys": by_keys, "switch": by_switch}
    return ways[str(request.param)]


@pytest.mark.parametrize("digits", [QUICK, SLOW])
@pytest.mark.parametrize("glass", [Glass(1366, 768, 15.6), Glass(1920, 1080, 21.5), Glass(1080, 1920, 21.5)])
def test_a_whole_call_back_takes_at_most_three_minutes(
    start_kiosk: StartKiosk,
    clinic: Clinic,
    go: Callable[[Kiosk], Way],
    *,
    glass: Glass,
    digits: str,
    record_property: Record,
) -> None:
    way = go(start_kiosk(glass=glass))
    ask_for_a_call(way, digits)
    [request] = clinic.waiting()
    assert request.phone == f"+1{digits}"
    assert way.seconds <= CALL_SECONDS
    record_property("figures", (way.presses, way.seconds))


@pytest.mark.parametrize("journey", [read_what_helps, check_oneself])
def test_reading_and_the_self_check_take_at_most_as_long(
    start_kiosk: StartKiosk,
    guided: Settings,
    go: Callable[[Kiosk], Way],
    *,
    journey: Callable[[Way], None],
    record_property: Record,
) -> None:
    way = go(start_kiosk(guided))
    journey(way)
    assert way.seconds <= CALL_SECONDS
    record_property("figures", (way.presses, way.seconds))
