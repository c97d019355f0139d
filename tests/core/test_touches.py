"""Which presses are the echo of the one before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.touches import (
    EASY_ECHO_SECONDS,
    ECHO_SECONDS,
    KEY_ECHO_SECONDS,
    SAME_PLACE_MILLIMETRES,
    Gesture,
    is_echo,
)

TAP = Gesture(10.0, 10.1, 100.0, 50.0)


@pytest.mark.parametrize(
    ("at", "is_key", "expected"),
    [
        (10.11, False, True),
        (10.39, False, True),
        (10.41, False, False),
        (10.11, True, True),
        (10.17, True, True),
        (10.19, True, True),
        (10.21, True, False),
        (9.0, False, False),
        (10.05, False, False),
        (9.99, True, False),
        (9.0, True, False),
    ],
)
def test_a_press_is_an_echo_for_a_moment_after_the_release(at: float, is_key: bool, expected: bool) -> None:  # noqa: FBT001
    assert is_echo(TAP, at, is_same_place=True, is_key=is_key) is expected
    assert not is_echo(TAP, at, is_same_place=False, is_key=is_key)


def test_a_key_held_long_still_has_an_echo() -> None:
    held = Gesture(10.0, 11.0, 0, 0)
    assert is_echo(held, 11.05, is_same_place=True, is_key=True)
    assert not is_echo(held, 11.09, is_same_place=True, is_key=True)


@given(st.floats(0, 5))
def test_what_is_no_echo_for_a_control_is_none_for_a_key(after: float) -> None:
    tap = Gesture(0.0, 0.0, 0, 0)
    assert KEY_ECHO_SECONDS < ECHO_SECONDS
    if not is_echo(tap, after, is_same_place=True, is_key=False):
        assert not is_echo(tap, after, is_same_place=True, is_key=True)


def test_near_is_within_a_fingers_width() -> None:
    assert TAP.is_near(100 + SAME_PLACE_MILLIMETRES - 1, 50)
    assert not TAP.is_near(100 + SAME_PLACE_MILLIMETRES, 50)
    assert not TAP.is_near(100 + SAME_PLACE_MILLIMETRES - 1, 60)


@pytest.mark.parametrize("is_key", [False, True])
def test_easy_touch_waits_a_second_whatever_is_touched(is_key: bool) -> None:  # noqa: FBT001  # a case of a test
    assert EASY_ECHO_SECONDS == 1.0

    def is_again(at: float, *, is_same_place: bool = True) -> bool:
        return is_echo(TAP, at, is_same_place=is_same_place, is_key=is_key, has_easy_touch=True)

    assert [is_again(at) for at in (10.11, 10.5, 11.09, 11.11)] == [True, True, True, False]
    assert not is_again(10.5, is_same_place=False)
    assert not is_again(9.0)
