"""content/ to core.content; reports every problem with file and line."""

import dataclasses
import datetime
import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeVar

from kiosk.content.folders import EMERGENCY_FILE, REVIEWS_FILE, SOURCES_FILE, Folders, stands
from kiosk.content.languages import read_languages
from kiosk.content.linguist import read_ts
from kiosk.content.pictures import picture_claim
from kiosk.content.placeholders import filled, placeholder_problems
from kiosk.core.content.cards import (
    Card,
    Content,
    SelfCheckPoster,
    Source,
    card_problems,
    poster_problems,
)
from kiosk.core.content.languages import SpokenLanguage
from kiosk.core.content.letter_keys import LetterKeys
from kiosk.core.content.reviews import Review, Reviewed, reviews_in_force
from kiosk.core.content.steps import (
    EMERGENCY,
    EmergencyChapter,
    Step,
    emergency_behind,
    emergency_problems,
)
from kiosk.core.content.topics import answer_problems, topic_problems
from kiosk.core.errors import ContentError
from kiosk.core.self_check.rules import RULES, table_problems
from kiosk.core.self_check.texts import SelfCheckTexts, text_problems
from kiosk.core.validation import Problem, read
from kiosk.store.settings.toml_files import FileProblem, TomlText, open_toml

SELF_CHECK: Final = "self-check"
WORDS: Final = "words"
SIGNED_OF_A_SOURCE: Final = ("title", "publisher", "where", "seen")
"""What a reviewer judges of a source; the rest is how it is looked after."""

T = TypeVar("T")


class StepsFile(NamedTuple):
    """A file with steps: a card, or the chapter that all cards share; key: of its signature."""

    key: str
    path: Path
    steps: tuple[Step, ...]


@dataclasses.dataclass
class LanguageFiles:
    """What one language's files hold, and everything wrong with them.

    tables: the data of each text as its files hold it, by review key; left_out: problems that cost
    only the guided self-check.
    """

    folders: Folders
    language: str
    problems: list[FileProblem] = dataclasses.field(default_factory=list)
    left_out: list[FileProblem] = dataclasses.field(default_factory=list)
    sources: dict[str, Source] = dataclasses.field(default_factory=dict)
    tables: dict[str, Any] = dataclasses.field(default_factory=dict)
    signatures: dict[str, tuple[Review, ...]] = dataclasses.field(default_factory=dict)
    cards: tuple[Card, ...] = ()
    emergency: tuple[Step, ...] = ()
    poster: SelfCheckPoster | None = None
    keys: LetterKeys | None = None
    self_check_texts: SelfCheckTexts | None = None
    spoken: dict[str, SpokenLanguage] = dataclasses.field(default_factory=dict)

    def file(self, name: str) -> Path:
        """Return a file of this language."""
        return self.folders.file(self.language, name)

    def step_files(self) -> list[StepsFile]:
        """Return each file that holds steps and could be read."""
        cards = [
            StepsFile(card.id, self.folders.card(self.language, card), card.steps) for card in self.cards
        ]
        shared = StepsFile(EMERGENCY, self.file(EMERGENCY_FILE), self.emergency)
        return [*cards, shared] if self.emergency else cards

    def signed_data(self, key: str) -> Any:
        """Return all that is signed with a text: its words, its sources, its picture claims, its rules.

        The answers that lead to a card are signed with it: which card follows an answer is medical. Its
        colours are not: they mean nothing, and their contrast is checked, not judged.
        """
        if key == WORDS:
            return {"words": self.tables[key]}
        card = next((card for card in self.cards if card.id == key), None)
        if card is not None:
            used = {source for step in card.steps for source in step.sources} | set(card.teach_back.sources)
            claims = self._claims(card.pictures)
            words = {name: value for name, value in self.tables[key].items() if name != "colours"}
            return {"card": words, "sources": self._sources(used), "pictures": claims}
        if key == EMERGENCY:
            used = {source for step in self.emergency for source in step.sources}
            claims = self._claims(tuple(picture for step in self.emergency for picture in step.pictures))
            return {"chapter": self.tables[key], "sources": self._sources(used), "pictures": claims}
        rules = [
            {"id": rule.id, "tier": rule.tier.name, "needs": [sorted(group) for group in rule.all_of_any]}
            | {"reason": rule.reason, "sources": rule.sources}
            for rule in RULES
        ]
        used = {source for rule in RULES for source in rule.sources}
        return {"texts": self.tables[key], "rules": rules, "sources": self._sources(used)}

    def _claims(self, names: Iterable[str]) -> dict[str, str]:
        return {name: picture_claim(self.folders.picture(name)) for name in names}

    def _sources(self, ids: Collection[str]) -> dict[str, Any]:
        return {
            key: {name: getattr(source, name) for name in SIGNED_OF_A_SOURCE}
            for key, source in self.sources.items()
            if key in ids
        }

    def content_digest(self, key: str) -> str:
        """Return the SHA-256 (hex) of all that is signed with a text."""
        text = json.dumps(self.signed_data(key), sort_keys=True, ensure_ascii=False, default=str)
        return hashlib.sha256(text.encode()).hexdigest()

    def reviewed(self, today: datetime.date) -> dict[str, Reviewed]:
        """Return for each text whether it is signed today."""
        return {
            key: reviews_in_force(
                self.signatures.get(key, ()), self.content_digest(key), self.language, today
            )
            for key in self.tables
        }


def load_content(
    folders: Folders, language: str, placeholders: Mapping[str, str], today: datetime.date
) -> Content:
    """Read one language's cards, self-check and reviews, with {placeholders} filled in.

    Raises ContentError that names every problem with file and line, one a line. What is wrong with the
    guided self-check alone costs only that: see Content.left_out.
    """
    if unread := folders.unread(language):  # what follows from it is not worth a line
        raise ContentError("\n".join(str(problem) for problem in unread))
    reading = read_language(folders, language)
    if reading.poster is None or reading.keys is None or reading.problems:
        raise ContentError("\n".join(str(problem) for problem in sorted(reading.problems)))
    digests = "".join(reading.content_digest(key) for key in sorted(reading.tables))
    content = Content(
        language=language,
        cards=tuple(
            dataclasses.replace(card, steps=(*card.steps, *emergency_behind(card.steps, reading.emergency)))
            for card in reading.cards
        ),
        poster=reading.poster,
        keys=reading.keys,
        spoken=reading.spoken,
        self_check_texts=None if reading.left_out else reading.self_check_texts,
        left_out="",
        sources=reading.sources,
        reviews=reading.reviewed(today),
        version=hashlib.sha256(digests.encode()).hexdigest()[:12],
    )
    complete: Content = filled(content, placeholders)
    left_out = "\n".join(str(problem) for problem in sorted(reading.left_out))
    return dataclasses.replace(complete, left_out=left_out, pictures=_shown_pictures(reading))


def _shown_pictures(reading: LanguageFiles) -> dict[str, str]:
    names = {name for card in reading.cards for name in card.pictures}
    names |= {name for step in reading.emergency for name in step.pictures}
    paths = {name: reading.folders.picture(name) for name in names}
    return {name: str(path) for name, path in paths.items() if path.is_file()}


def read_language(folders: Folders, language: str) -> LanguageFiles:
    """Read all files of one language; whatever is wrong with them is in the reading's problems."""
    reading = LanguageFiles(folders, language)
    _read_sources(reading)
    _read_emergency(reading)
    _read_cards(reading)
    _read_self_check(reading)
    reading.keys, _ = _read_table(LetterKeys, reading.file("keys.toml"), reading.problems)
    reading.spoken, problems = read_languages(folders, language)
    reading.problems += problems
    words, problems = read_ts(folders.words(language))
    reading.problems += problems
    reading.tables[WORDS] = words
    _read_reviews(reading)
    return reading


def _read_table(kind: type[T], path: Path, problems: list[FileProblem]) -> tuple[T | None, TomlText | None]:
    toml, found = open_toml(path)
    problems += found
    if toml is None:
        return None, None
    value, wrong = read(kind, toml.data)
    problems += toml.located(wrong + placeholder_problems(toml.data))
    return value, toml


def _read_sources(reading: LanguageFiles) -> None:
    toml, found = open_toml(reading.folders.file(SOURCES_FILE))
    reading.problems += found
    for key, data in toml.data.items() if toml else ():
        source, wrong = read(Source, data, (key,))
        reading.problems += toml.located(wrong + placeholder_problems(data, (key,))) if toml else []
        if source is not None:
            reading.sources[key] = source


def _read_cards(reading: LanguageFiles) -> None:
    paths = reading.folders.cards(reading.language)
    read_cards = [(path, *_read_table(Card, path, reading.problems)) for path in paths]
    # What cannot be read has its own problem: nobody who speaks of it is blamed as well.
    broken = {path.stem.partition("-")[2] for path, card, _ in read_cards if card is None}
    ids = broken | {card.id for _, card, _ in read_cards if card is not None}
    for path, card, toml in read_cards:
        if card is None or toml is None:
            continue
        found = card_problems(card, ids, reading.sources) + answer_problems(card)
        if path.name != f"{card.number}-{card.id}.toml":
            found.append(Problem(("id",), f"the file must be named {card.number}-{card.id}.toml"))
        if card.id in {*reading.tables, EMERGENCY, SELF_CHECK, WORDS}:
            found.append(Problem(("id",), f"another text has the id {card.id!r} too"))
        reading.problems += toml.located(found)
        reading.tables[card.id] = toml.data
    if not read_cards:
        reading.problems.append(
            FileProblem(reading.folders.of(reading.language) / "cards", 0, "no card is in here")
        )
    cards = (card for _, card, _ in read_cards if card is not None)
    reading.cards = tuple(sorted(cards, key=lambda card: card.number))


def _read_emergency(reading: LanguageFiles) -> None:
    chapter, toml = _read_table(EmergencyChapter, reading.file(EMERGENCY_FILE), reading.problems)
    if chapter is not None and toml is not None:
        reading.problems += toml.located(emergency_problems(chapter, reading.sources))
        reading.emergency = chapter.steps
        reading.tables[EMERGENCY] = toml.data


def _read_self_check(reading: LanguageFiles) -> None:
    reading.poster, toml = _read_table(SelfCheckPoster, reading.file("self_check.toml"), reading.problems)
    if reading.poster is not None and toml is not None:
        reading.problems += toml.located(poster_problems(reading.poster, reading.sources))
    path = reading.file("self_check_questions.toml")
    reading.self_check_texts, questions = _read_table(SelfCheckTexts, path, reading.left_out)
    if reading.self_check_texts is not None and questions is not None:
        reading.left_out += questions.located(text_problems(reading.self_check_texts))
    card_ids = {path.stem.partition("-")[2] for path in reading.folders.cards(reading.language)}
    reading.left_out += [
        FileProblem(path, 0, problem.message)
        for problem in (*table_problems(RULES, reading.sources), *topic_problems(card_ids))
    ]
    reading.tables[SELF_CHECK] = [table.data for table in (toml, questions) if table is not None]


def _read_reviews(reading: LanguageFiles) -> None:
    path = reading.file(REVIEWS_FILE)
    toml, found = open_toml(path) if stands(path) else (None, [])
    reading.problems += found
    if toml is None:
        return
    for key, entries in toml.data.items():
        wrong: list[Problem] = []
        if key not in reading.tables:
            wrong.append(Problem((key,), f"no text has the id {key!r}"))
        if not isinstance(entries, list):
            wrong.append(Problem((key,), f"write each signature as [[{key}]]"))
            entries = []  # noqa: PLW2901  # nothing else can be read of it
        signed: list[Review] = []
        for index, entry in enumerate(entries):
            review, problems = read(Review, entry, (key, index))
            wrong += problems
            signed += [review] if review else []
        reading.signatures[key] = tuple(signed)
        reading.problems += toml.located(wrong)
