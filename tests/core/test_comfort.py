"""What a visitor sets to see and touch more easily."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.comfort import (
    TEXT_SIZES,
    Comfort,
    Room,
    choose_reach,
    choose_text_size,
    room_on,
)
from kiosk.core.reach import WHOLE_GLASS, Reach, parts_of

UPRIGHT = room_on(268, 476)
WIDE = room_on(476, 268)


@given(st.integers(-9, 9), st.integers(1, TEXT_SIZES))
def test_a_size_of_text_is_never_larger_than_the_glass_has_room_for(size: int, sizes: int) -> None:
    chosen = choose_text_size(Comfort(), size, Room(sizes)).text_size
    assert 1 <= chosen <= sizes
    assert chosen == size or not 1 <= size <= sizes


def test_a_choice_changes_nothing_else() -> None:
    comfort = Comfort(scheme="dark", is_calm=True)
    assert choose_text_size(comfort, 4, Room(TEXT_SIZES)) == Comfort(text_size=4, scheme="dark", is_calm=True)


@pytest.mark.parametrize(
    ("width", "height", "text_sizes"),
    [(345, 194, 2), (194, 345, 2), (239, 900, 2), (240, 900, 4), (476, 268, 4)],
)
def test_a_large_glass_has_room_for_all_sizes_of_text(width: float, height: float, text_sizes: int) -> None:
    assert room_on(width, height).text_sizes == text_sizes
    assert room_on(width, height).parts == parts_of(width, height)


WHOLE, LOW, LEFT, RIGHT = Reach


@pytest.mark.parametrize(
    ("width", "height", "offered"),
    [
        (345, 194, {WHOLE}),
        (194, 345, {WHOLE}),
        (264, 600, {WHOLE}),
        (600, 234, {WHOLE}),
        (265, 470, {WHOLE, LOW}),
        (300, 469, {WHOLE}),
        (374, 469, {WHOLE}),
        (375, 235, {WHOLE, LEFT, RIGHT}),
        (476, 268, {WHOLE, LEFT, RIGHT}),
        (598, 336, {WHOLE, LEFT, RIGHT}),
        (708, 398, {WHOLE, LEFT, RIGHT}),
        (268, 476, {WHOLE, LOW}),
        (336, 598, {WHOLE, LOW}),
        (398, 708, {WHOLE, LOW, LEFT, RIGHT}),
        (941, 529, {WHOLE, LOW, LEFT, RIGHT}),
    ],
)
def test_everything_is_moved_only_where_a_part_of_the_glass_has_room(
    width: float, height: float, offered: set[Reach]
) -> None:
    assert set(parts_of(width, height)) == offered


@pytest.mark.parametrize(
    ("width", "height", "reach", "part"),
    [
        (476, 268, LEFT, (0, 33, 265, 235)),
        (476, 268, RIGHT, (211, 33, 265, 235)),
        (598, 336, LEFT, (0, 101, 299, 235)),
        (268, 476, LOW, (0, 238, 268, 238)),
        (398, 708, RIGHT, (133, 354, 265, 354)),
        (941, 529, LOW, (0, 264.5, 941, 264.5)),
    ],
)
def test_a_part_is_half_of_the_glass_or_what_every_screen_needs(
    width: float, height: float, reach: Reach, part: tuple[float, ...]
) -> None:
    shares = parts_of(width, height)[reach]
    place = (shares.x * width, shares.y * height, shares.width * width, shares.height * height)
    assert place == pytest.approx(part)


@given(st.floats(100, 2000), st.floats(100, 2000))
def test_every_part_stands_on_the_lower_edge_and_has_room(width: float, height: float) -> None:
    parts = parts_of(width, height)
    assert parts.pop(Reach.WHOLE) == WHOLE_GLASS
    for part in parts.values():
        assert part.y + part.height == pytest.approx(1)
        assert part.x == 0 or part.x + part.width == pytest.approx(1)
        assert part.width * width >= 264.9
        assert part.height * height >= 234.9


def test_what_is_moved_has_the_largest_text_that_fits_and_goes_back() -> None:
    down = choose_reach(Comfort(text_size=4, scheme="dark"), Reach.LOW, UPRIGHT)
    assert down == Comfort(text_size=2, scheme="dark", reach=Reach.LOW)
    assert choose_text_size(down, 4, UPRIGHT) == down
    assert choose_text_size(down, 1, UPRIGHT).text_size == 1
    assert choose_reach(down, Reach.WHOLE, UPRIGHT) == Comfort(text_size=2, scheme="dark")


def test_what_is_at_the_left_goes_to_the_right_at_once() -> None:
    left = choose_reach(Comfort(text_size=1), Reach.LOW_LEFT, WIDE)
    assert choose_reach(left, Reach.LOW_RIGHT, WIDE) == Comfort(text_size=1, reach=Reach.LOW_RIGHT)


def test_nothing_is_moved_where_it_is_not_offered() -> None:
    assert choose_reach(Comfort(), Reach.LOW, Room(4)) == Comfort()
    assert choose_reach(Comfort(), Reach.LOW, WIDE) == Comfort()


def test_a_choice_is_lit_for_a_second_at_first() -> None:
    assert Comfort().switch_seconds == 1.0
