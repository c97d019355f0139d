"""TOML files to frozen dataclasses, every problem with file and line."""

import dataclasses
import re
import tomllib
from pathlib import Path
from typing import Any, TypeVar

from kiosk.core.shape import Place, Problem, read

T = TypeVar("T")

_NAME = r"""(?:[\w\-]+|"(?:[^"\\]|\\.)*"|'[^']*')"""
_NAMES = rf"{_NAME}(?:\s*\.\s*{_NAME})*"
_HEADER = re.compile(rf"\s*(\[\[?)\s*({_NAMES})\s*\]")
_KEY = re.compile(rf"\s*({_NAMES})\s*=")
_SHORT_TEXT = r""""(?:[^"\\\n]|\\.)*"|'[^'\n]*'"""
_LONG_TEXT = r"""\"{3}(?:[^\\]|\\.)*?"{3,5}|'{3}.*?'{3,5}"""
_TEXT_OR_COMMENT = re.compile(rf"{_LONG_TEXT}|{_SHORT_TEXT}|#[^\n]*", re.DOTALL)
_SYNTAX_PLACE = re.compile(r" \(at line (\d+), column \d+\)$| \(at end of document\)$")


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class FileProblem:
    """One thing wrong in a file; line counts from 1, 0 means the file as a whole."""

    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        """Return `file:line: message`, the form editors make clickable."""
        return f"{self.path}:{self.line}: {self.message}" if self.line else f"{self.path}: {self.message}"


@dataclasses.dataclass(frozen=True, slots=True)
class TomlText:
    """A TOML file as read: data, and the text that problems are located in."""

    path: Path
    text: str
    data: dict[str, Any]

    def located(self, problems: list[Problem]) -> list[FileProblem]:
        """Problems with the line each stands in."""
        lines = _lines_by_place(self.text) if problems else {}
        return [
            FileProblem(self.path, _nearest(lines, problem.place), problem.message) for problem in problems
        ]


def open_toml(path: Path) -> tuple[TomlText | None, list[FileProblem]]:
    """Read and parse a file; a missing, unreadable or broken one is a problem, never an exception."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None, [FileProblem(path, 0, "the file is missing")]
    except OSError as error:
        return None, [FileProblem(path, 0, f"the file cannot be read: {error.strerror}")]
    except UnicodeDecodeError as error:
        return None, [FileProblem(path, 0, f"the file is not UTF-8 text (byte {error.start})")]
    try:
        return TomlText(path, text, tomllib.loads(text)), []
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        place = _SYNTAX_PLACE.search(message)
        line = int(place[1]) if place and place[1] else text.removesuffix("\n").count("\n") + 1
        return None, [FileProblem(path, line, f"not valid TOML: {_SYNTAX_PLACE.sub('', message)}")]
    except (ValueError, RecursionError):  # tomllib lets through endless numbers and endless brackets
        return None, [FileProblem(path, 0, "not valid TOML: a number is too long or a list too deep")]


def read_toml(kind: type[T], path: Path) -> tuple[T | None, TomlText | None, list[FileProblem]]:
    """Read a file as the frozen dataclass `kind`; None with every problem when it is not one."""
    toml, problems = open_toml(path)
    if toml is None:
        return None, None, problems
    value, found = read(kind, toml.data)
    return value, toml, toml.located(found)


def _lines_by_place(text: str) -> dict[Place, int]:
    lines: dict[Place, int] = {(): 1}
    counts: dict[Place, int] = {}
    table: Place = ()
    depth = 0
    for number, line in enumerate(_TEXT_OR_COMMENT.sub(_only_its_lines, text).split("\n"), start=1):
        if depth == 0:
            if header := _HEADER.match(line):
                table = _table(_names(header[2]), counts, is_item=header[1] == "[[")
                _note(lines, table, number)
            elif key := _KEY.match(line):
                _note(lines, (*table, *_names(key[1])), number)
        bare = re.sub(_SHORT_TEXT, "", line)
        depth += sum(bare.count(bracket) for bracket in "[{") - sum(bare.count(bracket) for bracket in "]}")
    return lines


def _only_its_lines(found: re.Match[str]) -> str:
    """Keep short texts, which can be keys, and of long texts and comments nothing but their line ends."""
    return "\n" * found[0].count("\n") if found[0].startswith(("#", '"""', "'''")) else found[0]


def _names(dotted: str) -> list[str]:
    return [name.strip("\"'") for name in re.findall(_NAME, dotted)]


def _note(lines: dict[Place, int], place: Place, number: int) -> None:
    for length in range(1, len(place)):
        lines.setdefault(place[:length], number)
    lines[place] = number


def _table(names: list[str], counts: dict[Place, int], *, is_item: bool) -> Place:
    place: Place = ()
    for depth, name in enumerate(names):
        place = (*place, name)
        if is_item and depth == len(names) - 1:
            counts[place] = counts.get(place, -1) + 1
        if place in counts:
            place = (*place, counts[place])
    return place


def _nearest(lines: dict[Place, int], place: Place) -> int:
    while place not in lines:
        place = place[:-1]
    return lines[place]
