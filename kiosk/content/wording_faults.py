"""What is wrong with the words of one language, one fault for one mistake."""

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from kiosk.content.files import LanguageFiles
from kiosk.content.language_rules import rule_problems
from kiosk.content.poster_meaning import meaning_problems
from kiosk.content.spelling import can_spell, known_words, misspelt, spelling_problems
from kiosk.content.style import Style, forbidden
from kiosk.content.texts import POSTER_FILE, QUESTIONS_FILE, TextFile, text_files
from kiosk.core.self_check.rules import Rule
from kiosk.core.validation import KeyPath, Problem
from kiosk.store.settings.toml_files import FileProblem


@dataclasses.dataclass(frozen=True, slots=True)
class WordingFaults:
    """What was found, by file and place; notes: what could not be checked here."""

    found: tuple[tuple[TextFile, tuple[Problem, ...]], ...]
    notes: tuple[str, ...]

    @property
    def problems(self) -> list[FileProblem]:
        """All of them with their lines."""
        return [problem for file, problems in self.found for problem in file.located(problems)]

    def are_under(self, path: Path, place: KeyPath) -> bool:
        """Whether something is wrong within this part of a file."""
        return any(
            problem.place[: len(place)] == place
            for file, problems in self.found
            if file.path == path
            for problem in problems
        )


def wording_faults(
    reading: LanguageFiles, style: Style, styles: Mapping[str, Style], rules: Sequence[Rule]
) -> WordingFaults:
    """Check all texts of a language; a text is named for its first kind of fault only.

    styles: of all languages, by language.
    """
    others = {language: other for language, other in styles.items() if language != reading.language}
    files, notes = text_files(reading), list[str]()
    words: set[str] = set()
    if can_spell(style.dictionary):
        texts = (text for file in files for _, text in file.texts())
        known, unread = known_words(reading)
        words = misspelt(texts, style.dictionary, known)
        notes += unread
    else:
        wanted = f"hunspell with the dictionary {style.dictionary!r}" if style.dictionary else "a dictionary"
        notes.append(f"the spelling of {reading.language} was not checked: {wanted} is not installed")
    found = {
        file.name: _first_kind(
            _phrase_problems(file, style), rule_problems(file, style, others), spelling_problems(file, words)
        )
        for file in files
    }
    if style.poster and not found.get(POSTER_FILE) and not found.get(QUESTIONS_FILE):
        found[POSTER_FILE] = _poster_problems(reading, style, rules)
    return WordingFaults(tuple((file, tuple(found[file.name])) for file in files), tuple(notes))


def _first_kind(*kinds: Iterator[Problem]) -> list[Problem]:
    """Drop what is found in a text that an earlier kind of fault was found in."""
    found: list[Problem] = []
    for kind in kinds:
        named = {problem.place for problem in found}
        found += [problem for problem in kind if problem.place not in named]
    return found


def _phrase_problems(file: TextFile, style: Style) -> Iterator[Problem]:
    phrases = {POSTER_FILE: style.banned, QUESTIONS_FILE: (*style.banned, *style.diseases)}
    for place, text in file.texts() if file.name in phrases else ():
        said = [repr(phrase) for phrase in forbidden(text, phrases[file.name], style.asking)]
        if said:
            message = f"{', '.join(said)} must not stand in the self-check: say it in another way"
            yield Problem(place, message)


def _poster_problems(reading: LanguageFiles, style: Style, rules: Sequence[Rule]) -> list[Problem]:
    poster, texts = reading.poster, reading.self_check_texts
    known = {rule.id for rule in rules}
    if poster is None or texts is None:
        return []
    lines = [line for part in poster.lists for group in part.groups for line in group.lines]
    if known != {rule for line in lines for rule in line.rules}:
        return []
    return meaning_problems(poster, texts.answers, style.poster, rules)
