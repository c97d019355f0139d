import itertools

import pytest

from kiosk.core.boxes import Box, Direction, nearest, rows

PAD = [Box(x * 100, y * 50, 96, 46) for y in range(4) for x in range(3)]
"""Twelve keys in four rows of three."""


@pytest.mark.parametrize(
    ("start", "direction", "found"),
    [
        (4, Direction.LEFT, 3),
        (4, Direction.RIGHT, 5),
        (4, Direction.UP, 1),
        (4, Direction.DOWN, 7),
        (0, Direction.LEFT, None),
        (0, Direction.UP, None),
        (11, Direction.RIGHT, None),
        (11, Direction.DOWN, None),
    ],
)
def test_an_arrow_goes_to_the_key_beside(start: int, direction: Direction, found: int | None) -> None:
    assert nearest(PAD, start, direction) == found


def test_what_is_straight_ahead_is_nearer_than_what_is_aside() -> None:
    here, aside, ahead = Box(0, 0, 50, 50), Box(80, 100, 50, 50), Box(160, 10, 50, 50)
    assert nearest([here, aside, ahead], 0, Direction.RIGHT) == 2


def test_a_wide_control_below_is_reached_from_any_above() -> None:
    bar = Box(0, 100, 300, 50)
    for start in range(3):
        boxes = [Box(index * 100, 0, 90, 50) for index in range(3)]
        assert nearest([*boxes, bar], start, Direction.DOWN) == 3


def test_one_that_lies_inside_another_is_reached_only_if_it_is_ahead() -> None:
    assert nearest([Box(0, 0, 100, 100), Box(20, 20, 20, 20)], 0, Direction.RIGHT) is None


def test_of_two_as_near_the_one_in_line_is_taken() -> None:
    here, lower, level = Box(0, 0, 50, 100), Box(60, 40, 50, 100), Box(60, 0, 50, 100)
    assert nearest([here, lower, level], 0, Direction.RIGHT) == 2


def test_rows_are_read_from_above_and_from_the_left() -> None:
    assert rows(PAD) == tuple(tuple(range(start, start + 3)) for start in range(0, 12, 3))
    for order in itertools.islice(itertools.permutations(range(6)), 0, 720, 97):
        shuffled = [PAD[index] for index in order]
        found = rows(shuffled)
        assert [[shuffled[index] for index in row] for row in found] == [PAD[:3], PAD[3:6]]


def test_a_tall_one_stands_in_the_row_of_its_middle() -> None:
    assert rows([Box(0, 0, 50, 50), Box(60, -20, 50, 90), Box(0, 60, 50, 50)]) == ((0, 1), (2,))
    assert rows([]) == ()
