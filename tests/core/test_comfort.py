"""What a visitor sets to see and touch more easily."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.comfort import (
    SMALL_ROOM_TEXT_SIZES,
    TEXT_SIZES,
    Comfort,
    Room,
    choose_text_size,
    room_on,
    toggle_brought_down,
)

UPRIGHT = Room(TEXT_SIZES, SMALL_ROOM_TEXT_SIZES)


@given(st.integers(-9, 9), st.integers(1, TEXT_SIZES))
def test_a_size_of_text_is_never_larger_than_the_glass_has_room_for(size: int, sizes: int) -> None:
    chosen = choose_text_size(Comfort(), size, Room(sizes)).text_size
    assert 1 <= chosen <= sizes
    assert chosen == size or not 1 <= size <= sizes


def test_a_choice_changes_nothing_else() -> None:
    comfort = Comfort(scheme="dark", is_calm=True)
    assert choose_text_size(comfort, 4, Room(TEXT_SIZES)) == Comfort(text_size=4, scheme="dark", is_calm=True)


@pytest.mark.parametrize(
    ("width", "height", "room"),
    [
        (345, 194, Room(2)),
        (476, 268, Room(4)),
        (598, 336, Room(4)),
        (268, 476, Room(4, 2)),
        (336, 598, Room(4, 2)),
        (194, 345, Room(2)),
        (941, 529, Room(4, 2)),
        (229, 600, Room(2)),
        (300, 459, Room(4)),
    ],
)
def test_everything_is_brought_down_only_where_the_lower_half_has_room(
    width: float, height: float, room: Room
) -> None:
    assert room_on(width, height) == room


def test_what_is_brought_down_has_the_largest_text_that_fits_and_goes_up_again() -> None:
    down = toggle_brought_down(Comfort(text_size=4, scheme="dark"), UPRIGHT)
    assert down == Comfort(text_size=2, scheme="dark", is_brought_down=True)
    assert choose_text_size(down, 4, UPRIGHT) == down
    assert choose_text_size(down, 1, UPRIGHT).text_size == 1
    assert toggle_brought_down(down, UPRIGHT) == Comfort(text_size=2, scheme="dark")


def test_nothing_is_brought_down_where_it_is_not_offered() -> None:
    assert toggle_brought_down(Comfort(), Room(4)) == Comfort()


def test_a_choice_is_lit_for_a_second_at_first() -> None:
    assert Comfort().switch_seconds == 1.0
