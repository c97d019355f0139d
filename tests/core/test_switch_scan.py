import dataclasses

import pytest

from kiosk.core.boxes import Box
from kiosk.core.comfort import SWITCH_SECONDS, Comfort, change_pace, toggle_one_switch
from kiosk.core.switch_scan import (
    FEW,
    ROUNDS_IN_A_ROW,
    Kind,
    Scan,
    Target,
    group,
    scan_after,
    scan_again,
)

KEYS = [Target(Kind.KEY, Box(x * 100, y * 60, 96, 56)) for y in range(4) for x in range(3)]
NEXT = Target(Kind.FORWARD, Box(900, 800, 90, 60))
HELP = Target(Kind.OTHER, Box(400, 800, 90, 60))
BACK = Target(Kind.OTHER, Box(200, 800, 90, 60))
EASIER = Target(Kind.OTHER, Box(800, 0, 90, 60))
FRAME = [EASIER, BACK, HELP, NEXT]


def choices(count: int, kind: Kind = Kind.CHOICE) -> list[Target]:
    return [Target(kind, Box(index % 2 * 500, 100 + index // 2 * 60, 490, 56)) for index in range(count)]


def test_a_page_lights_up_what_it_is_for_then_what_leads_on_then_the_rest_from_below() -> None:
    targets = [*KEYS, *FRAME]
    assert group(targets) == ((0, 1, 2), (3, 4, 5), (6, 7, 8), (9, 10, 11), (15,), (13, 14), (12,))


def test_few_choices_light_up_one_by_one_and_many_by_rows() -> None:
    assert group(choices(FEW)) == ((0,), (1,), (2,), (3,))
    assert group(choices(FEW + 2)) == ((0, 1), (2, 3), (4, 5))


def test_the_first_is_lit_longer_and_it_goes_round_without_end() -> None:
    scan = Scan(group([*choices(2), *FRAME]))
    lit, seconds = [], []
    for _ in range(6):
        lit.append(scan.lit)
        seconds.append(scan.lit_seconds(0.5))
        scan = scan.step()
    assert lit == [(0,), (1,), (5,), (3, 4), (2,), (0,)]
    assert seconds == [1.0, 0.5, 0.5, 0.5, 0.5, 1.0]


def test_a_press_picks_a_single_one_and_goes_into_a_row() -> None:
    scan = Scan(group([*KEYS, *FRAME])).step()
    row = scan.press()
    assert isinstance(row, Scan)
    assert (row.lit, row.is_first) == ((3,), True)
    assert row.step().press() == 4
    assert Scan(group([NEXT])).press() == 0


def test_a_row_picked_by_mistake_is_left_after_some_rounds() -> None:
    rows = Scan(group([*KEYS, *FRAME])).step()
    scan = rows.press()
    assert isinstance(scan, Scan)
    for _ in range(3 * ROUNDS_IN_A_ROW):
        assert len(scan.lit) == 1
        scan = scan.step()
    assert scan.lit == (3, 4, 5)


def test_a_page_without_a_control_lights_nothing() -> None:
    scan = Scan(group([]))
    assert (scan.lit, scan.step(), scan.press()) == ((), scan, None)


@pytest.mark.parametrize(
    ("targets", "picked", "lit"),
    [
        ([*KEYS, *FRAME], 7, (0, 1, 2)),
        ([*choices(3, Kind.ONE_OF), *FRAME], 0, (6,)),
        ([*choices(3, Kind.ONE_OF), EASIER], 1, (1,)),
        ([*choices(3), *FRAME], 0, (1,)),
        ([*choices(6), *FRAME], 2, (2, 3)),
        ([*choices(3), *FRAME], 3, (3,)),
        (choices(2), 1, (0,)),
    ],
    ids=["key", "answer", "answer-without-next", "box", "box-in-a-row", "frame", "last"],
)
def test_after_a_pick_the_scan_goes_on_where_it_helps(
    targets: list[Target], picked: int, lit: tuple[int, ...]
) -> None:
    scan = scan_after(targets, picked)
    assert scan.lit == lit
    assert scan.is_first


@pytest.mark.parametrize(
    ("scan", "targets", "still_lit", "lit"),
    [
        (Scan(group(choices(3)), 1), [EASIER, *choices(3)], [2], (2,)),
        (Scan(group(choices(6)), 1, inside=1), choices(6), [3], (3,)),
        (Scan(group(choices(6)), 1, inside=1), choices(3), [2], (2,)),
        (Scan(group(choices(3)), 1), choices(6), [1], (0, 1)),
        (Scan(group(choices(6)), 2), choices(6), [], (0, 1)),
        (Scan(group(choices(2)), 1), [], [], ()),
    ],
    ids=["another-came", "in-a-row", "no-row-any-more", "a-row-now", "gone", "all-gone"],
)
def test_what_is_lit_stays_lit_when_controls_move_come_or_go(
    scan: Scan, targets: list[Target], still_lit: list[int], lit: tuple[int, ...]
) -> None:
    moved = scan_again(scan, targets, still_lit)
    assert moved.lit == lit
    assert moved.groups == group(targets)


def test_every_control_lights_up_alone_some_time() -> None:
    targets = [*KEYS, *choices(6), *FRAME]
    scan, met = Scan(group(targets)), set()
    for _ in range(len(scan.groups)):
        row = scan.press()
        inside = row if isinstance(row, Scan) else scan
        for _ in range(len(scan.lit)):
            met.add(inside.press())
            inside = inside.step()
        scan = dataclasses.replace(scan).step()
    assert met == set(range(len(targets)))


def test_a_visitor_turns_it_on_and_off_and_sets_how_fast_it_goes() -> None:
    switched = toggle_one_switch(Comfort())
    assert switched.has_one_switch
    assert toggle_one_switch(switched) == Comfort()
    paces = [change_pace(switched, steps).switch_seconds for steps in range(-2, 5)]
    assert paces == [0.5, *SWITCH_SECONDS, 3.0]
