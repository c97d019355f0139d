"""Every text that visitors read in one language, with its file and place, whatever shape the file has."""

import dataclasses
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from kiosk.content.files import SELF_CHECK, WORDS, LanguageFiles
from kiosk.content.folders import EMERGENCY_FILE
from kiosk.core.content.steps import EMERGENCY
from kiosk.core.validation import KeyPath, Problem
from kiosk.store.settings.toml_files import FileProblem, open_toml

POSTER_FILE: Final = "self_check.toml"
QUESTIONS_FILE: Final = "self_check_questions.toml"
CODES: Final = frozenset(
    {
        *("id", "number", "stops", "related", "leads_here", "opens", "colours", "scene", "must_know"),
        *("kind", "tier", "sources", "rules", "right"),
    }
)
"""Keys whose values no visitor reads; they are the same in every language."""


@dataclasses.dataclass(frozen=True, slots=True)
class TextFile:
    """One file of a language as it was read; name: the same in every language; key: of its signature."""

    name: str
    key: str
    path: Path
    data: Any

    def texts(self) -> Iterator[tuple[KeyPath, str]]:
        """Yield each text with its place in the file."""
        return _texts(self.data, ())

    def lists(self) -> Iterator[tuple[KeyPath, list[str]]]:
        """Yield each list of texts with its place."""
        return _lists(self.data, ())

    def located(self, problems: Iterable[Problem]) -> list[FileProblem]:
        """Give each problem its line."""
        found = list(problems)
        if self.key == WORDS:
            return [
                FileProblem(self.path, line, problem.message)
                for problem, line in zip(found, word_lines(self.path, found), strict=True)
            ]
        toml, broken = open_toml(self.path) if found else (None, [])
        return broken if toml is None else toml.located(found)


def text_files(reading: LanguageFiles) -> list[TextFile]:
    """Return all files of a language that could be read and hold what visitors read."""
    files = [
        TextFile(f"cards/{path.name}", card.id, path, reading.tables[card.id])
        for card in reading.cards
        for path in [reading.folders.card(reading.language, card)]
        if card.id not in {SELF_CHECK, WORDS}
    ]
    if EMERGENCY in reading.tables:
        path = reading.file(EMERGENCY_FILE)
        files.append(TextFile(EMERGENCY_FILE, EMERGENCY, path, reading.tables[EMERGENCY]))
    names = (POSTER_FILE, QUESTIONS_FILE)
    tables = reading.tables[SELF_CHECK]
    if len(tables) == len(names):
        files += [
            TextFile(name, SELF_CHECK, reading.file(name), table)
            for name, table in zip(names, tables, strict=True)
        ]
    path = reading.folders.words(reading.language)
    return [*files, TextFile(path.name, WORDS, path, reading.tables[WORDS])]


def _texts(data: Any, place: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(data, str):
        yield place, data
    for key, value in _parts(data):
        yield from _texts(value, (*place, key))


def _lists(data: Any, place: KeyPath) -> Iterator[tuple[KeyPath, list[str]]]:
    texts = [value for value in data if isinstance(value, str)] if isinstance(data, list) else []
    if texts:
        yield place, texts
    for key, value in _parts(data):
        yield from _lists(value, (*place, key))


def _parts(data: Any) -> Iterator[tuple[str | int, Any]]:
    if isinstance(data, dict):
        return ((key, value) for key, value in data.items() if key not in CODES)
    return iter(enumerate(data) if isinstance(data, list) else ())


def word_lines(path: Path, problems: list[Problem]) -> list[int]:
    """Return the line of each problem in a file of interface words, by the id that its place begins with."""
    lines = path.read_text(encoding="utf-8").splitlines() if problems and path.is_file() else []
    return [
        next((number for number, line in enumerate(lines, 1) if f'id="{problem.place[0]}"' in line), 0)
        for problem in problems
    ]
