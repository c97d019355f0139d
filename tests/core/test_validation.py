"""Plain data to dataclasses: every problem is found at once, each with its place."""

import dataclasses
import datetime
import re
import tomllib
import typing
from collections.abc import Iterator
from typing import Annotated, Any, Literal

import pytest

from kiosk.content.style import Style
from kiosk.core.callback.request import CallbackRequest
from kiosk.core.content.letter_keys import LetterKeys
from kiosk.core.content.reviews import Review
from kiosk.core.validation import Constraints, KeyPath, Problem, read
from kiosk.desk.access.desk_folder import DeskSettings
from kiosk.desk.queue.calls import CallRecord
from kiosk.store.settings.keys import CallbackFiles, Clinic, SettingsFile


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
    gears: Annotated[int, Constraints("3", least=1)] | None = None
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
    ("data", "found"),
    [
        ("Red", "text"),
        ([], "a list"),
        (7, "a whole number"),
        (7.5, "a number with a decimal point"),
        (None, "nothing"),
        (True, "true or false"),
        (datetime.date(2026, 11, 28), "a date"),
        (datetime.datetime(2026, 11, 28, tzinfo=datetime.UTC), "a date with a time"),
        (datetime.time(12), "a time"),
    ],
)
def test_what_is_not_a_table_is_named_for_what_it_is(data: object, found: str) -> None:
    assert read(Wheel, data, ("frame",)) == (
        None,
        [Problem(("frame",), f"must be a table of values, not {found}")],
    )


@pytest.mark.parametrize(
    ("changes", "place", "message"),
    [
        ({"name": 7}, ("name",), 'must be text: put quotation marks around it, such as "words"'),
        ({"frame": "big"}, ("frame",), "must be a table of values, not text"),
        ({"frame": {}}, ("frame",), "missing key 'spokes'"),
        ({"frame": {"spokes": "x"}}, ("frame", "spokes"), "must be a whole number, such as 3, not text"),
        ({"wheels": "two"}, ("wheels",), "must be a list of tables, not text"),
        ({"wheels": {}}, ("wheels",), "must be a list of tables, not a table of values"),
        ({"wheels": None}, ("wheels",), 'must be a list in brackets, such as ["one", "two"], not nothing'),
        ({"wheels": [{"spokes": 1}, 2]}, ("wheels", 1), "must be a table of values, not a whole number"),
        (
            {"wheels": [{"spokes": 1}, {"spokes": ""}]},
            ("wheels", 1, "spokes"),
            "must be a whole number, such as 3, not text",
        ),
        ({"spare": []}, ("spare",), "must be a table of values, not a list"),
        (
            {"spare": {"spokes": 1.5}},
            ("spare", "spokes"),
            "must be a whole number, such as 3, not a number with a decimal point",
        ),
        (
            {"tags": ["a", 1]},
            ("tags",),
            'entry 2: must be text: put quotation marks around it, such as "words"',
        ),
        ({"gears": 0}, ("gears",), "must be at least 1, such as 3, not 0"),
        ({"use": "moon"}, ("use",), "must be one of town, race, not 'moon'"),
        ({"frames": 3}, ("frames",), "unknown key 'frames'; did you mean 'frame'?"),
        ({"use": "twon"}, ("use",), "must be one of town, race, not 'twon'; did you mean 'town'?"),
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
        [Problem(("pages",), "a: entry 2: must be a whole number, such as 3, not text")],
    )
    assert read(Ledger, {"pages": [1]}) == (
        None,
        [Problem(("pages",), 'must be a table of values, such as { name = "value" }, not a list')],
    )


@dataclasses.dataclass(frozen=True)
class Notice:
    """One field for each kind of value and of constraint."""

    text: str = ""
    count: int = 1
    inches: float = 1.0
    is_on: bool = True
    words: tuple[str, ...] = ()
    pages: dict[str, str] | None = None
    signed: datetime.date = datetime.date(2026, 11, 28)
    colour: Literal["red", "blue"] = "red"
    country: Annotated[str, Constraints("US", "two capital letters", pattern=r"^[A-Z]{2}\Z")] = "US"
    name: Annotated[str, Constraints("Hill Clinic", min_length=1)] = "x"
    least: Annotated[int, Constraints("3", least=1)] = 1
    most: Annotated[int, Constraints("3", most=9)] = 1
    days: Annotated[float, Constraints("2", least=1, most=60)] = 1


MESSAGES = [
    ("text", [], 'must be text in quotation marks, such as "words", not a list'),
    ("text", True, 'must be text: put quotation marks around it, such as "words"'),
    ("text", 7, 'must be text: put quotation marks around it, such as "words"'),
    ("count", "7", "must be a whole number, such as 3, not text"),
    ("count", True, "must be a whole number, such as 3, not true or false"),
    ("inches", "7", "must be a number, such as 15.6, not text"),
    ("is_on", "yes", "must be true or false, not text"),
    ("words", "one", 'must be a list in brackets, such as ["one", "two"], not text'),
    ("words", ["one", 2], 'entry 2: must be text: put quotation marks around it, such as "words"'),
    ("pages", [], 'must be a table of values, such as { name = "value" }, not a list'),
    ("pages", {"a": 1}, 'a: must be text: put quotation marks around it, such as "words"'),
    ("signed", "2026-11-28", "must be a date without quotation marks, such as 2026-11-28, not text"),
    ("colour", 3, "must be one of red, blue, not a whole number"),
    ("colour", "green", "must be one of red, blue, not 'green'"),
    ("country", 7, 'must be text: put quotation marks around it, such as "US"'),
    ("country", "us", 'must be two capital letters, such as "US"'),
    ("name", " ", 'must not be empty: write something such as "Hill Clinic"'),
    ("name", "", 'must not be empty: write something such as "Hill Clinic"'),
    ("least", "1", "must be a whole number, such as 3, not text"),
    ("least", 0, "must be at least 1, such as 3, not 0"),
    ("most", 10, "must be at most 9, such as 3, not 10"),
    ("days", 60.5, "must be from 1 to 60, such as 2, not 60.5"),
]


@pytest.mark.parametrize(("key", "value", "message"), MESSAGES)
def test_every_message_is_plain_and_gives_an_example(key: str, value: object, message: str) -> None:
    assert read(Notice, {key: value}) == (None, [Problem((key,), message)])
    assert not re.search(r"[`^\\]|Expected|regex|enum|array|object|null|\bstr\b|\bint\b", message)


def test_every_kind_of_field_has_its_message_tried() -> None:
    assert {key for key, *_ in MESSAGES} == {field.name for field in dataclasses.fields(Notice)}


def _constraints_in(hint: Any) -> Iterator[tuple[Any, Constraints]]:
    for argument in typing.get_args(hint):
        if isinstance(argument, Constraints):
            yield typing.get_args(hint)[0], argument
        yield from _constraints_in(argument)


def _all_constraints() -> Iterator[tuple[Any, Constraints]]:
    kinds = (
        SettingsFile,
        Clinic,
        CallbackFiles,
        DeskSettings,
        CallRecord,
        Style,
        LetterKeys,
        Review,
        CallbackRequest,
    )
    for kind in kinds:
        for hint in typing.get_type_hints(kind, include_extras=True).values():
            yield from _constraints_in(hint)


def test_every_example_keeps_to_its_own_constraints() -> None:
    found = list(_all_constraints())
    assert len(found) > 20
    for hint, constraints in found:
        is_number = constraints.least is not None
        is_list = typing.get_origin(hint) is tuple
        example = float(constraints.example) if is_number else constraints.example
        value = tomllib.loads(f"list = {constraints.example}")["list"] if is_list else example
        assert constraints.violation(value) == "", constraints
        assert bool(constraints.says) == bool(constraints.pattern), constraints
