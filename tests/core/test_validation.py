"""Plain data to dataclasses: every problem is found at once, each with its place."""

import dataclasses
from typing import Annotated, Any, Literal

import pytest

from kiosk.core.validation import Constraints, KeyPath, Problem, read


@dataclasses.dataclass(frozen=True)
class Wheel:
    """A piece that others hold."""

    spokes: int


@dataclasses.dataclass(frozen=True)
class Bicycle:
    """One field for each way a field can be read."""

    name: str
    frame: Wheel
    wheels: tuple[Wheel, ...]
    spare: Wheel | None = None
    tags: tuple[str, ...] = ()
    gears: Annotated[int, Constraints(least=1)] | None = None
    use: Literal["town", "race"] = "town"


GOOD: dict[str, Any] = {"name": "Red", "frame": {"spokes": 1}, "wheels": [{"spokes": 28}, {"spokes": 32}]}


def test_data_becomes_the_dataclass_with_its_defaults() -> None:
    assert read(Bicycle, GOOD) == (Bicycle("Red", Wheel(1), (Wheel(28), Wheel(32))), [])


def test_every_field_is_read_into_its_type() -> None:
    given = {**GOOD, "wheels": [], "spare": {"spokes": 9}, "tags": ["a", "b"], "gears": 7, "use": "race"}
    bicycle, problems = read(Bicycle, given)
    assert problems == []
    assert bicycle == Bicycle("Red", Wheel(1), (), Wheel(9), ("a", "b"), 7, "race")


@pytest.mark.parametrize("key", ["spare", "gears"])
def test_what_may_be_left_out_may_be_none(key: str) -> None:
    assert read(Bicycle, {**GOOD, key: None}) == read(Bicycle, GOOD)


@pytest.mark.parametrize(
    ("data", "found"), [("Red", "text"), ([], "a list"), (7, "int"), (None, "NoneType"), (True, "bool")]
)
def test_what_is_not_a_table_is_named_for_what_it_is(data: object, found: str) -> None:
    assert read(Wheel, data, ("frame",)) == (
        None,
        [Problem(("frame",), f"expected a table of values, found {found}")],
    )


@pytest.mark.parametrize(
    ("changes", "place", "message"),
    [
        ({"name": 7}, ("name",), "Expected `str`, got `int`"),
        ({"frame": "big"}, ("frame",), "expected a table of values, found text"),
        ({"frame": {}}, ("frame",), "missing key 'spokes'"),
        ({"frame": {"spokes": "x"}}, ("frame", "spokes"), "Expected `int`, got `str`"),
        ({"wheels": "two"}, ("wheels",), "expected a list of tables, found text"),
        ({"wheels": {}}, ("wheels",), "expected a list of tables, found dict"),
        ({"wheels": None}, ("wheels",), "Expected `array`, got `null`"),
        ({"wheels": [{"spokes": 1}, 2]}, ("wheels", 1), "expected a table of values, found int"),
        ({"wheels": [{"spokes": 1}, {"spokes": ""}]}, ("wheels", 1, "spokes"), "Expected `int`, got `str`"),
        ({"spare": []}, ("spare",), "expected a table of values, found a list"),
        ({"spare": {"spokes": 1.5}}, ("spare", "spokes"), "Expected `int`, got `float`"),
        ({"tags": ["a", 1]}, ("tags",), "Expected `str`, got `int` - at `[1]`"),
        ({"gears": 0}, ("gears",), "Expected `int` >= 1"),
        ({"use": "moon"}, ("use",), "Invalid enum value 'moon'; one of town, race"),
    ],
)
def test_a_bad_field_is_reported_at_its_place(changes: dict[str, Any], place: KeyPath, message: str) -> None:
    assert read(Bicycle, {**GOOD, **changes}) == (None, [Problem(place, message)])


def test_one_bad_field_does_not_hide_the_next() -> None:
    data = {"nam": "Red", "frame": {"spokes": "x"}, "wheels": [{"spokes": ""}, {}], "gears": "many"}
    bicycle, problems = read(Bicycle, data, ("shop", 3))
    assert bicycle is None
    assert {problem.place for problem in problems} == {
        ("shop", 3, "nam"),
        ("shop", 3),
        ("shop", 3, "frame", "spokes"),
        ("shop", 3, "wheels", 0, "spokes"),
        ("shop", 3, "wheels", 1),
        ("shop", 3, "gears"),
    }


def test_an_unknown_key_comes_with_the_key_that_was_meant() -> None:
    _, problems = read(Bicycle, {**GOOD, "frme": 1, "frame": {"spokes": 1, "spoke": 2}})
    assert problems == [
        Problem(("frme",), "unknown key 'frme'; did you mean 'frame'?"),
        Problem(("frame", "spoke"), "unknown key 'spoke'; did you mean 'spokes'?"),
    ]


def test_an_unknown_key_like_no_other_comes_without_a_guess() -> None:
    assert read(Bicycle, {**GOOD, "xyz": 1})[1] == [Problem(("xyz",), "unknown key 'xyz'")]


def test_a_missing_key_is_reported_where_it_is_missing() -> None:
    assert read(Bicycle, {}, ("shop",))[1] == [
        Problem(("shop",), f"missing key {name!r}") for name in ("name", "frame", "wheels")
    ]


@dataclasses.dataclass(frozen=True)
class Ledger:
    pages: dict[str, tuple[int, ...]]


def test_a_table_of_lists_is_read_and_its_first_wrong_value_named() -> None:
    assert read(Ledger, {"pages": {"a": [1, 2], "b": []}}) == (Ledger({"a": (1, 2), "b": ()}), [])
    assert read(Ledger, {"pages": {"a": [1, "2"]}}) == (
        None,
        [Problem(("pages",), "Expected `int`, got `str` - at `[1]` - at `[a]`")],
    )
    assert read(Ledger, {"pages": [1]}) == (None, [Problem(("pages",), "Expected `object`, got `array`")])
