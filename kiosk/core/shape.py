"""Plain data (from TOML or JSON) to frozen dataclasses, naming every problem and its place."""

import dataclasses
import difflib
import typing
from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec

Place = tuple[str | int, ...]
T = TypeVar("T")


@dataclasses.dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a piece of data.

    place: keys and indexes from the top of the data, such as ("steps", 2, "text").
    """

    place: Place
    message: str


def read(kind: type[T], data: object, place: Place = ()) -> tuple[T | None, list[Problem]]:
    """Return data as the frozen dataclass `kind`, or None with every problem found.

    Nested dataclasses and tuples of them are read piece by piece, so that one bad field
    does not hide the next; unknown keys are problems with a suggestion.
    """
    if not isinstance(data, Mapping):
        return None, [Problem(place, f"expected a table of values, found {_named(data)}")]
    hints = typing.get_type_hints(kind, include_extras=True)
    fields = {field.name: field for field in dataclasses.fields(kind)}  # type: ignore[arg-type]  # kind is a dataclass
    problems = [
        Problem((*place, key), f"unknown key {key!r}{_suggestion(key, fields)}")
        for key in data
        if key not in fields
    ]
    values: dict[str, Any] = {}
    for name, field in fields.items():
        if name in data:
            values[name], found = _read_value(hints[name], data[name], (*place, name))
            problems += found
        elif field.default is dataclasses.MISSING:
            problems.append(Problem(place, f"missing key {name!r}"))
    return (None, problems) if problems else (kind(**values), [])


def _read_value(hint: Any, value: object, place: Place) -> tuple[Any, list[Problem]]:
    members = [member for member in typing.get_args(hint) if member is not type(None)]
    if dataclasses.is_dataclass(hint):
        return read(typing.cast("type[Any]", hint), value, place)
    if members and value is not None and dataclasses.is_dataclass(members[0]):
        kind = typing.cast("type[Any]", members[0])
        if typing.get_origin(hint) is not tuple:
            return read(kind, value, place)
        if not isinstance(value, list):
            return None, [Problem(place, f"expected a list of tables, found {_named(value)}")]
        read_items = [read(kind, item, (*place, index)) for index, item in enumerate(value)]
        return tuple(item for item, _ in read_items), [p for _, found in read_items for p in found]
    try:
        return msgspec.convert(value, hint), []
    except msgspec.ValidationError as error:
        return None, [Problem(place, str(error).replace(" - at `$", " - at `"))]


def _named(value: object) -> str:
    return {"str": "text", "list": "a list"}.get(type(value).__name__, type(value).__name__)


def _suggestion(key: str, fields: Mapping[str, object]) -> str:
    close = difflib.get_close_matches(key, fields, n=1)
    return f"; did you mean {close[0]!r}?" if close else ""
