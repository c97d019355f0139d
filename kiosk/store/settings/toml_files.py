"""TOML files to frozen dataclasses, every problem with file and line."""

import dataclasses
import tomllib
from pathlib import Path
from typing import Any, TypeVar

from kiosk.core.staff_words import tr
from kiosk.core.validation import Problem, read
from kiosk.store.refusal import why_refused
from kiosk.store.settings.toml_lines import lines_by_place, nearest, syntax_line
from kiosk.store.settings.toml_mistakes import plain_mistake
from kiosk.store.text_files import NotText, read_text_file

T = TypeVar("T")


@dataclasses.dataclass(frozen=True)
class FileProblem:
    """One thing wrong in a file; line counts from 1, 0 means the file as a whole."""

    path: Path
    line: int
    message: str

    def __lt__(self, other: "FileProblem") -> bool:
        """Order by file, then line."""
        return (self.path, self.line, self.message) < (other.path, other.line, other.message)

    def __str__(self) -> str:
        """Return `file:line: message`, the form editors make clickable."""
        return f"{self.path}:{self.line}: {self.message}" if self.line else f"{self.path}: {self.message}"


@dataclasses.dataclass(frozen=True)
class TomlText:
    """A TOML file as read: data, and the text that problems are located in."""

    path: Path
    text: str
    data: dict[str, Any]

    def located(self, problems: list[Problem]) -> list[FileProblem]:
        """Each problem with its line."""
        if not problems:
            return []
        lines = lines_by_place(self.text)
        return [
            FileProblem(self.path, nearest(lines, problem.place), problem.message) for problem in problems
        ]


def open_toml(path: Path) -> tuple[TomlText | None, list[FileProblem]]:
    """Read and parse a file; a missing, unreadable or broken one is a problem, never an exception."""
    try:
        text = read_text_file(path)
    except FileNotFoundError:
        return None, [FileProblem(path, 0, tr("the file is missing"))]
    except OSError as error:
        return None, [
            FileProblem(path, 0, tr("the file cannot be read: {reason}", reason=why_refused(path, error)))
        ]
    except NotText as reason:
        return None, [FileProblem(path, 0, tr("the file {reason}", reason=reason))]
    try:
        return TomlText(path, text, tomllib.loads(text)), []
    except tomllib.TOMLDecodeError as error:
        line, message = syntax_line(str(error), text)
        told = plain_mistake(message, text.split("\n")[line - 1])
        return None, [FileProblem(path, line, tr("not valid TOML: {message}", message=told))]
    except (ValueError, RecursionError):  # tomllib lets through endless numbers and endless brackets
        return None, [FileProblem(path, 0, tr("not valid TOML: a number is too long or a list too deep"))]


def read_toml(kind: type[T], path: Path) -> tuple[T | None, TomlText | None, list[FileProblem]]:
    """Read a file as the frozen dataclass `kind`; None with every problem when it is not one."""
    toml, problems = open_toml(path)
    if toml is None:
        return None, None, problems
    value, found = read(kind, toml.data)
    return value, toml, toml.located(found)
