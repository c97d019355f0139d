"""What is wrong with the sources that texts cite."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from kiosk.content.files import SELF_CHECK, LanguageFiles
from kiosk.content.texts import text_files
from kiosk.core.self_check.rules import RULES
from kiosk.core.validation import KeyPath, Problem
from kiosk.store.settings.toml_files import FileProblem

_UNKNOWN: Final = re.compile(r"no source has the id ('[^']*')")


def once_per_source(problems: Iterable[FileProblem]) -> Iterator[FileProblem]:
    """Name an unknown source at the first place that cites it, and how many others there are."""
    problems = list(problems)
    places: dict[str, list[FileProblem]] = {}
    for problem in problems:
        if found := _UNKNOWN.search(problem.message):
            places.setdefault(found[1], []).append(problem)
    for problem in problems:
        found = _UNKNOWN.search(problem.message)
        citing = places[found[1]] if found else [problem]
        if problem is citing[0] and found:
            more = f" ({len(citing) - 1} more cite it)" if len(citing) > 1 else ""
            message = f"no source has the id {found[1]}{more}: put it into sources.toml, or cite another"
            yield FileProblem(problem.path, problem.line, message)
        elif not found:
            yield problem


def listed_texts(reading: LanguageFiles) -> set[str]:
    """Return the texts whose sources are listed: those that are shipped."""
    return {text for source in reading.sources.values() for text in source.texts}


def citation_problems(reading: LanguageFiles) -> list[FileProblem]:
    """Name each source that a text cites although the source is listed for others only."""
    listed = listed_texts(reading)
    problems: list[FileProblem] = []
    for file in text_files(reading):
        found = [
            Problem(place, _elsewhere(source, file.key, reading.sources[source].texts))
            for place, source in _cited(file.data)
            if file.key in listed
            and source in reading.sources
            and file.key not in reading.sources[source].texts
        ]
        problems += file.located(found)
    return problems


def rule_source_problems(reading: LanguageFiles) -> Iterator[str]:
    """Say which sources the rules of the self-check cite without being listed for it."""
    for rule in RULES:
        for source in rule.sources:
            known = reading.sources.get(source)
            if known is not None and known.texts and SELF_CHECK not in known.texts:
                yield f"rule {rule.id}: {_elsewhere(source, SELF_CHECK, known.texts)}"


def _elsewhere(source: str, key: str, texts: tuple[str, ...]) -> str:
    return (
        f"the source {source} is listed for {', '.join(texts) or 'no text'}: cite another, or read it again "
        f"for this and add {key!r} to its texts in sources.toml"
    )


def _cited(data: Any, place: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    for key, value in data.items() if isinstance(data, dict) else enumerate(data):
        if key == "sources":
            yield from (((*place, key), source) for source in value)
        elif isinstance(value, dict | list):
            yield from _cited(value, (*place, key))
