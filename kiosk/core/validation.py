"""Plain data (from TOML or JSON) to frozen dataclasses, naming every problem and its place."""

import dataclasses
import datetime
import enum
import functools
import re
import typing
from collections.abc import Collection, Hashable, Mapping
from typing import Annotated, Any, Final, Literal, TypeVar

from kiosk.core.staff_words import mark, tr

KeyPath = tuple[str | int, ...]
T = TypeVar("T")
MISSING: Final = "missing key"
"""How every problem begins that is a key which is not there."""
_WANTED: Final[Mapping[Any, tuple[str, str]]] = {
    str: (mark("text in quotation marks"), '"words"'),
    int: (mark("a whole number"), "3"),
    float: (mark("a number"), "15.6"),
    list: (mark("a list in brackets"), '["one", "two"]'),
    dict: (mark("a table of values"), '{ name = "value" }'),
    datetime.date: (mark("a date without quotation marks"), "2026-11-28"),
}
"""What a kind of value is called, and one of its kind."""
_BARE: Final = (bool, int, float, datetime.date, datetime.datetime, datetime.time)
"""What a text without its quotation marks may be taken for."""
_FOUND: Final[Mapping[type, str]] = {
    str: mark("text"),
    int: mark("a whole number"),
    float: mark("a number with a decimal point"),
    bool: mark("true or false"),
    list: mark("a list"),
    dict: mark("a table of values"),
    type(None): mark("nothing"),
    datetime.date: mark("a date"),
    datetime.datetime: mark("a date with a time"),
    datetime.time: mark("a time"),
}


@dataclasses.dataclass(frozen=True, slots=True)
class Constraints:
    """What a value must keep to beyond its type; goes into Annotated[type, Constraints(...)].

    example: a value that keeps to them, as people would write it; says: what a right text is, in plain
    words, needed beside a pattern; least and most: the range of a number, both included.
    """

    example: str
    says: str = ""
    least: float | None = None
    most: float | None = None
    min_length: int = 0
    pattern: str = ""

    def violation(self, value: Any) -> str:
        """Say what is wrong with a value of the right type, with an example of a right one, or ""."""
        example = self.shown(type(value))
        is_low = self.least is not None and not value >= self.least
        is_high = self.most is not None and not value <= self.most
        if is_low or is_high:
            return tr(
                "must be {range}, such as {example}, not {value}",
                range=self._range,
                example=example,
                value=value,
            )
        if self.min_length and len(value.strip() if isinstance(value, str) else value) < self.min_length:
            return tr("must not be empty: write something such as {example}", example=example)
        if self.pattern and not re.search(self.pattern, value):
            return tr("must be {says}, such as {example}", says=tr(self.says), example=example)
        return ""

    def shown(self, kind: type) -> str:
        """Return the example as it is written in a file: a text with its quotation marks."""
        return f'"{self.example}"' if kind is str else self.example

    @property
    def _range(self) -> str:
        if self.least is None or self.most is None:
            return (
                tr("at most {most:g}", most=self.most)
                if self.least is None
                else tr("at least {least:g}", least=self.least)
            )
        return tr("from {least:g} to {most:g}", least=self.least, most=self.most)


@dataclasses.dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a piece of data.

    place: keys and indexes from the top of the data, such as ("steps", 2, "text").
    """

    place: KeyPath
    message: str


def parse_json(text: str | bytes) -> object:
    """Return what JSON text says. Raises ValueError for all that is none, or too deep to be read."""
    # The kiosk reads none before its first frame.
    import json  # noqa: PLC0415

    try:
        return json.loads(text)
    except RecursionError:
        raise ValueError("too deep") from None


def read(kind: type[T], data: object, place: KeyPath = ()) -> tuple[T | None, list[Problem]]:
    """Return data as the frozen dataclass `kind`, or None with every problem found.

    Nested dataclasses and tuples of them are read piece by piece, so that one bad field
    does not hide the next; unknown keys are problems with a suggestion.
    """
    if not isinstance(data, Mapping):
        return None, [Problem(place, tr("must be a table of values, not {found}", found=_named(data)))]
    hints = _hints(typing.cast("Hashable", kind))
    fields = {field.name: field for field in dataclasses.fields(kind)}  # type: ignore[arg-type]  # kind is a dataclass
    problems = [
        Problem(
            (*place, key), tr("unknown key {key!r}{suggestion}", key=key, suggestion=_suggestion(key, fields))
        )
        for key in data
        if key not in fields
    ]
    values: dict[str, Any] = {}
    for name, field in fields.items():
        if name in data:
            values[name], found = _read_value(hints[name], data[name], (*place, name))
            problems += found
        elif field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
            problems.append(Problem(place, f"{MISSING} {name!r}"))
    return (None, problems) if problems else (kind(**values), [])


@functools.cache
def _hints(kind: Any) -> dict[str, Any]:
    return typing.get_type_hints(kind, include_extras=True)


@functools.cache
def _taken_apart(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    return typing.get_origin(hint), typing.get_args(hint)


def _read_value(hint: Any, value: object, place: KeyPath) -> tuple[Any, list[Problem]]:
    members = [member for member in _taken_apart(hint)[1] if member is not type(None)]
    if dataclasses.is_dataclass(hint):
        return read(typing.cast("type[Any]", hint), value, place)
    if members and value is not None and dataclasses.is_dataclass(members[0]):
        kind = typing.cast("type[Any]", members[0])
        if typing.get_origin(hint) is not tuple:
            return read(kind, value, place)
        if not isinstance(value, list):
            return None, [Problem(place, tr("must be a list of tables, not {found}", found=_named(value)))]
        read_items = [read(kind, item, (*place, index)) for index, item in enumerate(value)]
        return tuple(item for item, _ in read_items), [p for _, found in read_items for p in found]
    message = _violation(hint, value)
    if message:
        return None, [Problem(place, message)]
    return _frozen(hint, value), []


def _frozen(hint: Any, value: Any) -> Any:
    origin, arguments = _taken_apart(hint)
    if origin is Annotated or (type(None) in arguments and value is not None):
        return _frozen(arguments[0], value)
    if isinstance(value, list):
        return tuple(_frozen(arguments[0], item) for item in value)
    if isinstance(value, dict):
        return {key: _frozen(arguments[1], item) for key, item in value.items()}
    return hint(value) if isinstance(hint, enum.EnumType) else value


def _violation(hint: Any, value: object, limits: Constraints | None = None) -> str:
    """Say what is wrong with a single value or a list of them; "" when it is as the hint wants it.

    limits: what is annotated around the hint, for its example.
    """
    origin, arguments = _taken_apart(hint)
    if origin is Annotated:
        return _violation(arguments[0], value, arguments[1]) or arguments[1].violation(value)
    if isinstance(hint, enum.EnumType):
        return _violation(Literal.__getitem__(tuple(hint)), value)
    if type(None) in arguments:
        return "" if value is None else _violation(arguments[0], value)
    if origin is Literal:
        return "" if value in arguments else _no_choice(arguments, value)
    wanted = {tuple: list, dict: dict, Mapping: dict}.get(origin, hint)
    if type(value) is not wanted and not (wanted is float and type(value) is int):
        return _misfit(wanted, value, limits)
    items = enumerate(value) if isinstance(value, list) else value.items() if isinstance(value, dict) else ()
    violations = [(key, _violation(arguments[-1 if wanted is dict else 0], item)) for key, item in items]
    return next((f"{_entry(key)}: {text}" for key, text in violations if text), "")


def _no_choice(right: tuple[str, ...], value: object) -> str:
    return tr(
        "must be one of {right}, not {found}{suggestion}",
        right=", ".join(right),
        found=repr(value) if isinstance(value, str) else _named(value),
        suggestion=_suggestion(str(value), right),
    )


def _misfit(wanted: Any, value: object, limits: Constraints | None) -> str:
    """Say that a value is of the wrong kind."""
    if wanted is bool:
        return tr("must be true or false, not {found}", found=_named(value))
    named, example = _WANTED[wanted]
    if limits is not None:
        example = limits.shown(wanted)
    if wanted is str and isinstance(value, _BARE):
        return tr("must be text: put quotation marks around it, such as {example}", example=example)
    return tr(
        "must be {wanted}, such as {example}, not {found}",
        wanted=tr(named),
        example=example,
        found=_named(value),
    )


def _entry(key: str | int) -> str:
    return tr("entry {number}", number=key + 1) if isinstance(key, int) else key


def _named(value: object) -> str:
    return tr(_FOUND.get(type(value), type(value).__name__))


def _suggestion(key: str, fields: Collection[str]) -> str:
    # Only a mistake needs it, and only then is it worth its import.
    import difflib  # noqa: PLC0415

    close = difflib.get_close_matches(key, fields, n=1)
    return tr("; did you mean {key!r}?", key=close[0]) if close else ""
