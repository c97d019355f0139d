"""Which keys the settings have, and problems with them in sentences that name the key and what to do."""

import dataclasses
import typing
from collections.abc import Iterator
from typing import Annotated, Any, Final, Literal

from kiosk.core.validation import MISSING, KeyPath, Problem

PREFIX: Final = "KIOSK_"
"""KIOSK_THEME sets theme, KIOSK_CLINIC__PHONE the phone of [clinic]."""
_ALL: Final = "kiosk settings lists all there are"
_CLOSE: Final = 0.8
"""How like one of ours a variable's name must be, by difflib, to be taken for it misspelt. Chosen: HOME,
DEBUG, USER, VERSION and what else programs call theirs is less like any of ours."""


def kind_at(kind: Any, place: KeyPath) -> Any:
    """Return the type that stands at a place, None where no key has it."""
    for key in place:
        kind = _hints(kind).get(typing.cast("str", key)) if dataclasses.is_dataclass(kind) else None
    return kind


def is_text(hint: Any) -> bool:
    """Whether a key of this type takes one text."""
    if type(None) in typing.get_args(hint):
        hint = typing.get_args(hint)[0]
    base = typing.get_args(hint)[0] if typing.get_origin(hint) is Annotated else hint
    return base is str or typing.get_origin(base) is Literal


def plain_problem(kind: type[Any], problem: Problem) -> str:
    """Say what is wrong in settings of a kind, with the key that it is about and where it belongs."""
    if problem.message.startswith(MISSING):
        return _missing(kind, problem)
    hint = kind_at(kind, problem.place)
    if hint is None:
        return _unknown(kind, problem)
    if dataclasses.is_dataclass(hint):
        return f"{problem.place[0]}: write [{problem.place[0]}] on a line of its own, and its keys below it"
    return f"{'.'.join(map(str, problem.place))}: {problem.message}"


def misspelt(kind: type[Any], place: KeyPath) -> str:
    """Say which variable is meant by one that sets no key; "" for one that is another program's."""
    import difflib  # noqa: PLC0415  # only a mistake needs it

    ours = ["__".join(each) for each in _places(kind)]
    if close := difflib.get_close_matches("__".join(map(str, place)), ours, n=1, cutoff=_CLOSE):
        return f"no setting has this name; did you mean {PREFIX}{close[0].upper()}?"
    return f"no setting has this name; {_ALL}" if place[0] in _hints(kind) else ""


def _missing(kind: type[Any], problem: Problem) -> str:
    key = problem.message.removeprefix(MISSING).strip(" '")
    hint = kind_at(kind, (*problem.place, key))
    if dataclasses.is_dataclass(hint):
        return f"missing table [{key}]: begin it here or in a file in conf.d"
    example = hint.__metadata__[0].shown(hint.__origin__)
    table = ".".join(map(str, problem.place))
    return f"{problem.message}: write {key} = {example} below [{table}], here or in a file in conf.d"


def _unknown(kind: type[Any], problem: Problem) -> str:
    *table, key = map(str, problem.place)
    home = next((place[:-1] for place in _places(kind) if place[-1] == key), None)
    where = f" in [{'.'.join(table)}]" if table else ""
    if home == ():
        return f"unknown key {key!r}{where}: move it above the first [table]"
    if home is not None:
        return f"unknown key {key!r}{where}: move it below [{home[0]}]"
    return problem.message if ";" in problem.message else f"{problem.message}; {_ALL}"


def _places(kind: type[Any]) -> Iterator[tuple[str, ...]]:
    """Yield every key, those of tables with their table before them."""
    for name, hint in _hints(kind).items():
        if dataclasses.is_dataclass(hint):
            yield from ((name, below) for below in _hints(hint))
        else:
            yield (name,)


def _hints(kind: Any) -> dict[str, Any]:
    return typing.get_type_hints(kind, include_extras=True)
