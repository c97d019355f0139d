"""The staff PIN: guesses get slower, no restart makes them faster, and without it nothing may be done."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.staff import (
    FREE_GUESSES,
    WAITS,
    Charged,
    StaffAction,
    StaffPage,
    StaffState,
    charge,
    end,
    let_in,
    pin_problem,
    seconds_to_wait,
    turn_to,
)
from kiosk.core.uptime import Uptime

_SECONDS = st.floats(0, 1e7)


@pytest.mark.parametrize("pin", ["246810", "135246", "987654321012"])
def test_a_pin_of_six_to_twelve_digits_can_be_used(pin: str) -> None:
    assert pin_problem(pin) is None


@pytest.mark.parametrize(
    "pin",
    ["", "12345", "1234567890123", "24681a", "24 810", "246810\n", "\u0662\u0664\u0666\u0668\u0661\u0660"],
)
def test_a_pin_is_digits_and_not_too_few(pin: str) -> None:
    assert "6 to 12 digits" in (pin_problem(pin) or "")


@pytest.mark.parametrize("pin", ["000000", "11111111", "123456", "234567890", "654321", "0987654321"])
def test_the_first_pins_anybody_tries_are_refused(pin: str) -> None:
    assert "first that anybody tries" in (pin_problem(pin) or "")


def test_five_guesses_are_free_and_each_further_one_takes_longer_up_to_an_hour() -> None:
    charged, waits = Charged(), []
    for _ in range(FREE_GUESSES + len(WAITS) + 2):
        charged = charge(charged, Uptime("a", 100.0))
        waits.append(seconds_to_wait(charged, Uptime("a", 100.0)))
    assert waits == [0, 0, 0, 0, 30, 60, 300, 900, 3600, 3600, 3600, 3600]


def test_waiting_makes_it_shorter_and_then_it_is_over() -> None:
    charged = Charged(FREE_GUESSES, "a", 100.0)
    waits = [seconds_to_wait(charged, Uptime("a", at)) for at in (100.0, 110.5, 129.0, 130.0, 1e9)]
    assert waits == [30.0, 19.5, 1.0, 0.0, 0.0]


@given(st.integers(0, 50), _SECONDS, _SECONDS, st.sampled_from(["b", ""]))
def test_a_restart_never_makes_it_sooner(guesses: int, at: float, now: float, boot: str) -> None:
    """After it, the whole wait counts from the start of the machine."""
    charged = Charged(guesses, "a", at)
    whole = seconds_to_wait(charged, Uptime("a", at))
    assert seconds_to_wait(charged, Uptime(boot, now)) == pytest.approx(max(0.0, whole - now))


@given(st.integers(0, 50), _SECONDS, _SECONDS)
def test_a_clock_that_stands_earlier_than_the_guess_counts_as_a_restart(
    guesses: int, at: float, now: float
) -> None:
    if now < at:
        charged = Charged(guesses, "", at)
        assert seconds_to_wait(charged, Uptime("", now)) == seconds_to_wait(charged, Uptime("x", now))


def _allowed(state: StaffState) -> set[str]:
    return {str(action) for action in StaffAction if state.allows(action)}


@pytest.mark.parametrize("page", StaffPage)
def test_without_the_right_pin_staff_can_type_one_or_go_whatever_the_page(page: StaffPage) -> None:
    assert _allowed(StaffState(page)) <= {"type", "close"}
    assert turn_to(StaffState(), page) == StaffState()


@pytest.mark.parametrize(
    ("page", "allowed"),
    [
        (StaffPage.PIN, {"type", "close"}),
        (
            StaffPage.MENU,
            {"choose_place", "find_recipients", "wipe", "go_on", "restart", "leave", "confirm", "close"},
        ),
        (StaffPage.PLACES, {"choose_place", "copy", "menu", "close"}),
        (StaffPage.COPYING, set()),
        (StaffPage.COPIED, {"menu", "close"}),
        (StaffPage.RECIPIENTS, {"find_recipients", "take_recipients", "menu", "close"}),
        (StaffPage.TAKING, set()),
        (StaffPage.WIPE, set()),
    ],
)
def test_with_it_each_page_has_what_stands_on_it(page: StaffPage, allowed: set[str]) -> None:
    state = turn_to(let_in(StaffState()), page)
    assert state == StaffState(page, is_let_in=True)
    assert _allowed(state) == allowed
    assert _allowed(end(state)) == set()


def test_the_right_pin_opens_the_menu_but_not_after_the_screen_was_closed() -> None:
    assert let_in(StaffState()) == StaffState(StaffPage.MENU, is_let_in=True)
    assert let_in(end(StaffState())) == StaffState(is_over=True)
