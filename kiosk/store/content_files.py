"""content/ to core.content; reports every problem with file and line."""

import dataclasses
import datetime
import hashlib
import re
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, Final, TypeVar

from kiosk.core.content import (
    Card,
    Content,
    Review,
    Reviewed,
    SelfCheckPoster,
    Source,
    card_problems,
    poster_problems,
    review_in_force,
)
from kiosk.core.errors import ContentError
from kiosk.core.shape import Place, Problem, read
from kiosk.store.toml_files import FileProblem, TomlText, open_toml
from kiosk.store.words import read_words

SELF_CHECK: Final = "self-check"
PLACEHOLDERS: Final = frozenset({"clinic", "phone", "emergency_number", "call_days", "delete_days"})

T = TypeVar("T")
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


@dataclasses.dataclass
class _Reading:
    """What one language's files hold, and everything wrong with them."""

    folder: Path
    problems: list[FileProblem] = dataclasses.field(default_factory=list)
    hashes: dict[str, str] = dataclasses.field(default_factory=dict)

    def table(self, path: Path) -> TomlText | None:
        toml, problems = open_toml(path)
        self.problems += problems
        return toml

    def value(self, kind: type[T], path: Path, key: str) -> tuple[T | None, TomlText | None]:
        toml = self.table(path)
        if toml is None:
            return None, None
        if key in self.hashes:
            self.problems.append(FileProblem(path, 1, f"another text has the id {key!r} too"))
        self.hashes[key] = hashlib.sha256(toml.text.encode()).hexdigest()
        value, found = read(kind, toml.data)
        self.problems += toml.located(found + _placeholder_problems(toml.data))
        return value, toml

    def each(self, kind: type[T], path: Path, text_ids: Collection[str] | None = None) -> dict[str, T]:
        toml = self.table(path)
        values: dict[str, T] = {}
        if toml is not None:
            for key, data in toml.data.items():
                value, found = read(kind, data, (key,))
                if text_ids is not None and key not in text_ids:
                    found.append(Problem((key,), f"no text has the id {key!r}"))
                self.problems += toml.located(found + _placeholder_problems(data, (key,)))
                if value is not None:
                    values[key] = value
        return values


def load_content(
    folder: Path, language: str, placeholders: Mapping[str, str], today: datetime.date
) -> Content:
    """Read one language's cards, poster and reviews, with {placeholders} filled in.

    Raises ContentError that names every problem with file and line, one a line.
    """
    content, problems = _read_content(folder, language, today)
    if content is None or problems:
        raise ContentError("\n".join(str(problem) for problem in problems))
    filled: Content = _filled(content, placeholders)
    return filled


def check_content(folder: Path, assets: Path, today: datetime.date) -> list[FileProblem]:
    """Everything wrong in a content folder, in every language it holds, by file and line."""
    languages = sorted(path.name for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []
    if not languages:
        return [FileProblem(folder, 0, "no language folder (such as 'en') with content is in here")]
    problems: list[FileProblem] = []
    for language in languages:
        content, found = _read_content(folder, language, today)
        problems += found + read_words(words_file(folder, language))[1]
        if content is not None:
            problems += _missing_pictures(content, folder, assets)
    return sorted(set(problems))


def words_file(folder: Path, language: str) -> Path:
    """Return the Qt Linguist file with a language's interface words."""
    return folder / language / "interface.ts"


def _read_content(
    folder: Path, language: str, today: datetime.date
) -> tuple[Content | None, list[FileProblem]]:
    reading = _Reading(folder / language)
    sources = reading.each(Source, folder / "sources.toml")
    read_cards = [
        (path, *reading.value(Card, path, path.name.partition("-")[2].removesuffix(".toml")))
        for path in sorted((folder / language / "cards").glob("*.toml"))
    ]
    ids = {card.id for _, card, _ in read_cards if card is not None}
    for path, card, toml in read_cards:
        if card is not None and toml is not None:
            found = card_problems(card, ids, sources)
            if path.name != f"{card.number}-{card.id}.toml":
                found.append(Problem(("id",), f"the file must be named {card.number}-{card.id}.toml"))
            reading.problems += toml.located(found)
    if not read_cards:
        reading.problems.append(FileProblem(folder / language / "cards", 0, "no card is in here"))
    poster, toml = reading.value(SelfCheckPoster, folder / language / "self_check.toml", SELF_CHECK)
    if poster is not None and toml is not None:
        reading.problems += toml.located(poster_problems(poster, sources))
    reviews = _reviews(reading, today)
    if poster is None or reading.problems:
        return None, sorted(reading.problems)
    version = hashlib.sha256("".join(reading.hashes[key] for key in sorted(reading.hashes)).encode())
    cards = tuple(sorted((card for _, card, _ in read_cards if card), key=lambda card: card.number))
    return Content(language, cards, poster, sources, reviews, version.hexdigest()[:12]), []


def _reviews(reading: _Reading, today: datetime.date) -> dict[str, Reviewed]:
    path = reading.folder / "reviews.toml"
    signed = reading.each(Review, path, reading.hashes) if path.exists() else {}
    return {
        key: review_in_force(signed.get(key), file_hash, today) for key, file_hash in reading.hashes.items()
    }


def _missing_pictures(content: Content, folder: Path, assets: Path) -> list[FileProblem]:
    problems: list[FileProblem] = []
    for card in content.cards:
        names = [f"thumbnails/{card.id}.svg", *(f"pictures/lit-{stop}.svg" for stop in card.stops)]
        if card.picture.healthy_alt:
            names += [f"pictures/{card.id}-{state}.svg" for state in ("healthy", "affected")]
        path = folder / content.language / "cards" / f"{card.number}-{card.id}.toml"
        problems += [
            FileProblem(path, 1, f"the picture {name} is missing")
            for name in names
            if not (assets / name).is_file()
        ]
    return problems


def _placeholder_problems(data: Any, place: Place = ()) -> list[Problem]:
    if isinstance(data, str):
        unknown = [name for name in _PLACEHOLDER.findall(data) if name not in PLACEHOLDERS]
        return [Problem(place, f"{{{name}}} stands for nothing") for name in unknown]
    if isinstance(data, dict):
        return [found for key, value in data.items() for found in _placeholder_problems(value, (*place, key))]
    if isinstance(data, list):
        return [
            found
            for index, value in enumerate(data)
            for found in _placeholder_problems(value, (*place, index))
        ]
    return []


def _filled(value: Any, placeholders: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return _PLACEHOLDER.sub(lambda found: placeholders[found[1]], value)
    if isinstance(value, tuple):
        return tuple(_filled(item, placeholders) for item in value)
    if isinstance(value, dict):
        return {key: _filled(item, placeholders) for key, item in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = dataclasses.fields(value)
        return type(value)(
            **{field.name: _filled(getattr(value, field.name), placeholders) for field in fields}
        )
    return value
