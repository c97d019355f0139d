"""The table of the benchmarks says what was measured, what was reached and what was not."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks.growth import touch_rows
from tests.benchmarks.limits import V1, V2, small_machine
from tests.benchmarks.programs import Start, start_rows
from tests.benchmarks.table import Load, Row, as_json, figure, table
from tests.benchmarks.touch import Touch, floor_of, kinds_of, rows_of, told


def row(**fields: Any) -> Row:
    return Row(**{"what": "start", "unit": "ms", "other": 100.0, "own": 120.0, "target": 1.25, **fields})


@pytest.mark.parametrize(
    ("fields", "is_met"),
    [
        ({"own": 125.0}, True),
        ({"own": 125.1}, False),
        ({"own": 1.0, "other": None, "of": "absolute"}, True),
        ({"own": 1.3, "other": 100.0, "of": "absolute"}, False),
        ({"own": 0.0, "other": None, "target": 0, "of": "absolute"}, True),
        ({"own": None, "why_not": "no Chromium"}, None),
    ],
)
def test_a_target_is_of_the_ratio_or_of_the_figure_itself(
    fields: dict[str, Any],
    is_met: bool | None,  # noqa: FBT001  # a column of the table
) -> None:
    assert row(**fields).met is is_met


def test_what_has_nothing_to_be_compared_with_has_no_ratio() -> None:
    assert row().ratio == 1.2
    assert row(other=None, of="absolute").ratio is None
    assert row(other=0.0).ratio is None
    assert row(own=None).ratio is None


def test_the_table_is_markdown_that_names_what_was_missed_and_what_was_not_measured() -> None:
    rows = [
        row(),
        row(own=220.0),
        row(what="size", unit="MB", other=None, own=5.25, target=25, of="absolute"),
        row(what="memory", own=None, why_not="chromium is not installed"),
        row(what="ratios", unit="", other=1.0, own=1.5),
    ]
    assert table(rows).split("\n") == [
        "| what | other | kiosk | ratio | target | met |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
        "| start, ms | 100 | 120 | 1.20 | 1.25 | met |",
        "| start, ms | 100 | 220 | 2.20 | 1.25 | **MISSED** |",
        "| size, MB |  | 5.25 |  | 25 MB | met |",
        "| memory, ms | 100 |  |  | 1.25 | not measured: chromium is not installed |",
        "| ratios | 1.00 | 1.50 | 1.50 | 1.25 | **MISSED** |",
    ]


def test_the_file_says_what_is_derived_too() -> None:
    [written] = json.loads(json.dumps(as_json([row()])))
    assert (written["own"], written["ratio"], written["met"]) == (120.0, 1.2, True)


def test_a_figure_has_three_digits_that_count() -> None:
    assert [figure(value) for value in (None, 0.056, 9.994, 12.34, 1234.5)] == [
        "",
        "0.06",
        "9.99",
        "12.3",
        "1234",
    ]


def test_a_run_beside_other_programs_says_so() -> None:
    assert not Load((3.0, 20.0)).is_busy
    assert str(Load((3.0, 20.0))) == "Idle machine: other programs used up to 20 % of one core."
    assert Load((3.0, 21.0, 0.0)).is_busy
    assert "BUSY: other programs used up to 21 %" in str(Load((3.0, 21.0, 0.0)))


def touched(screen: str, what: str, wall: float, *, bare: float | None = 5.0) -> Touch:
    cost = {"wall_ms": wall, "gui_ms": wall / 2, "cpu_ms": wall / 2, "blocked_ms": wall / 4}
    return {"screen": screen, "what": what, "own": cost, "bare": bare and {"wall_ms": bare}}


WALK = [
    *(touched("card", "Next", wall) for wall in (9.0, 10.0, 11.0)),
    *(touched("form", "a key", 6.0) for _ in range(3)),
    *(touched(screen, "Help", 20.0) for screen in ("card", "form", "home", "about")),
    *(touched(screen, "a choice", 7.0) for screen in ("card", "form", "home", "about")),
    touched("card", "Sources", 30.0, bare=None),
    {**touched("card", "Close", 0), "own": None},
]


def test_touches_are_one_kind_by_screen_or_everywhere_and_rare_ones_together() -> None:
    kinds = {kind.name: (kind.count, kind.wall_ms) for kind in kinds_of(WALK)}
    assert kinds["card: Next"] == (3, 10.0)
    assert kinds["any screen: Help"] == (4, 20.0)
    assert kinds["card: all else"] == (2, 18.5)
    assert kinds["home: all else"] == (1, 7.0)
    assert "any screen: a choice" not in kinds
    assert floor_of(WALK) == 5.0


def test_the_rows_of_a_walk_are_median_and_worst_and_all_kinds_stand_below() -> None:
    median, worst, dearest = rows_of(WALK)
    assert (median.own, worst.own, dearest.own) == (7.0, 20.0, 10.0)
    assert "any screen: Help" in worst.what
    assert told(WALK).split("\n")[2] == "| any screen: Help | 4 | 20.0 | 4.00 | 10.0 | 10.0 | 5.00 |"


def test_starts_are_compared_by_their_medians_and_pair_by_pair() -> None:
    pairs = [(Start(100, 50, 0), Start(150, 100, 0)), (Start(200, 60, 0), Start(220, 66, 0))]
    wall, walls, cpu, cpus = start_rows("start", [*pairs, (Start(120, 55, 0), Start(240, 77, 0))])
    assert (wall.other, wall.own) == (120, 220)
    assert (walls.other, walls.own) == (1, 1.5)
    assert (cpu.other, cpu.own) == (55, 77)
    assert cpus.ratio == 1.4


def test_what_has_grown_most_is_named_of_what_both_walks_have() -> None:
    def walk(*times: tuple[str, float]) -> list[Touch]:
        return [touched("home", what, wall) for what, wall in times for _ in range(3)]

    median, worst = touch_rows(
        walk(("Next", 5.0), ("Help", 10.0), ("Back", 4.0)),
        walk(("Next", 6.0), ("Help", 10.0), ("More", 90.0)),
    )
    assert (median.other, median.own) == (7.5, 8.0)
    assert (worst.other, worst.own) == (5.0, 6.0)
    assert "home: Next" in worst.what


@pytest.mark.parametrize(("wanted", "marker"), [(V1, ""), (V2, "cgroup.controllers")])
def test_a_small_machine_is_half_of_one_core_with_a_gigabyte(
    tmp_path: Path, wanted: dict[str, dict[str, str]], marker: str
) -> None:
    for controller in wanted:
        (tmp_path / controller).mkdir(exist_ok=True)
    if marker:
        (tmp_path / marker).touch()
    with small_machine(tmp_path) as prefix:
        written = {
            name: (tmp_path / controller / "kiosk-bench" / name).read_text("ascii")
            for controller, files in wanted.items()
            for name in files
        }
        assert prefix[-1] == "--"
        assert len(prefix) == 5 + len(wanted)
    assert {"5000", "5000 10000"} & set(written.values())
    assert "1G" in written.values()


def test_where_no_group_can_be_made_that_is_an_error_with_its_reason(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), small_machine(tmp_path / "nowhere"):
        pass
