"""Whether a translation says the same things in the same places."""

import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

from kiosk.content.files import SELF_CHECK, WORDS, LanguageFiles
from kiosk.content.folders import EMERGENCY_FILE
from kiosk.content.texts import CODES, POSTER_FILE, QUESTIONS_FILE, word_lines
from kiosk.core.content.cards import SelfCheckPoster
from kiosk.core.content.lead_ins import leads_in
from kiosk.core.content.steps import EMERGENCY
from kiosk.core.validation import KeyPath, Problem
from kiosk.store.settings.toml_files import FileProblem, open_toml

_HOLES = re.compile(r"\{[^{}]*\}|%[\dn]")
_NUMBERS = re.compile(r"\d+(?:[.,]\d+)*")
_GROUP_SIGN = re.compile(r"[.,](?=\d{3}(?!\d))")


def parity_problems(
    source: LanguageFiles, other: LanguageFiles, faults: Collection[tuple[Path, int]] = ()
) -> list[FileProblem]:
    """Everything a translation has more, less or elsewhere than the language it was made from.

    faults: lines of either where something is wrong already: they are not compared as well.
    """
    problems: list[FileProblem] = []
    for card in source.cards:
        twin = next((twin for twin in other.cards if twin.id == card.id), None)
        original, path = (each.folders.card(each.language, card) for each in (source, other))
        if twin is not None:
            pair = (source.tables[card.id], other.tables[card.id])
            problems += _compared(original, path, _differences(*pair), faults)
        elif not path.is_file():
            problems.append(FileProblem(path, 0, "this card is missing: translate it"))
    for card in other.cards:
        path = other.folders.card(other.language, card)
        is_broken = source.folders.file(source.language, "cards", path.name).is_file()
        if card.id not in source.tables and not is_broken:
            problems.append(FileProblem(path, 1, f"{source.language} has no such card"))
    if EMERGENCY in source.tables and EMERGENCY in other.tables:
        original, path = source.file(EMERGENCY_FILE), other.file(EMERGENCY_FILE)
        pair = (source.tables[EMERGENCY], other.tables[EMERGENCY])
        problems += _compared(original, path, _differences(*pair), faults)
    own, original_tables = other.tables[SELF_CHECK], source.tables[SELF_CHECK]
    names = (POSTER_FILE, QUESTIONS_FILE)
    if len(own) == len(original_tables) == len(names):
        for name, mine, theirs in zip(names, own, original_tables, strict=True):
            differences = _differences(theirs, mine)
            problems += _compared(source.file(name), other.file(name), differences, faults)
    return problems + _word_problems(source, other, faults)


def _compared(
    original: Path, path: Path, differences: Iterable[Problem], faults: Collection[tuple[Path, int]]
) -> list[FileProblem]:
    found = list(differences)
    here, mine = _located(path, found), _located(original, found)
    return [
        problem
        for problem, twin in zip(here, mine, strict=True)
        if {(problem.path, problem.line), (twin.path, twin.line)}.isdisjoint(faults)
    ]


def _located(path: Path, problems: list[Problem]) -> list[FileProblem]:
    toml, found = open_toml(path) if problems else (None, [])
    return found if toml is None else toml.located(problems)


def _differences(theirs: Any, mine: Any, place: KeyPath = ()) -> Iterator[Problem]:
    """Compare data of the same shape."""
    if isinstance(theirs, dict):
        for key, value in theirs.items():
            if key not in mine:
                yield Problem(place, f"missing key {key!r}")
            elif key in CODES:
                if value != mine[key]:
                    yield Problem((*place, key), f"must be as in the original: {value!r}")
            else:
                yield from _differences(value, mine[key], (*place, key))
        yield from (
            Problem((*place, key), "the original has no such key") for key in mine.keys() - theirs.keys()
        )
    elif isinstance(theirs, list):
        if len(theirs) != len(mine):
            yield Problem(place, f"{len(mine)} entries; the original has {len(theirs)}")
        for index, (value, twin) in enumerate(zip(theirs, mine, strict=False)):
            yield from _differences(value, twin, (*place, index))
    elif isinstance(theirs, str) and isinstance(mine, str):
        yield from _text_differences(theirs, mine, place)


def _text_differences(theirs: str, mine: str, place: KeyPath) -> Iterator[Problem]:
    if leads_in(theirs) != leads_in(mine):
        yield Problem(place, "a text ends in a colon exactly where the original does")
    if set(_HOLES.findall(theirs)) != set(_HOLES.findall(mine)):
        holes = ", ".join(sorted(set(_HOLES.findall(theirs)))) or "none"
        yield Problem(place, f"the placeholders must be those of the original: {holes}")
    elif _numbers(theirs) != _numbers(mine):
        yield Problem(place, _different_numbers(theirs, mine))


def _different_numbers(theirs: str, mine: str) -> str:
    here, there = (", ".join(_numbers(text)) or "none" for text in (mine, theirs))
    return f"the numbers here are {here}, in the original {there}: correct the one that is wrong"


def _numbers(text: str) -> list[str]:
    """Return the numbers of a text in one spelling, in order of their digits."""
    plain = _GROUP_SIGN.sub("", _HOLES.sub(" ", text))
    return sorted(number.replace(",", ".") for number in _NUMBERS.findall(plain))


def _word_problems(
    source: LanguageFiles, other: LanguageFiles, faults: Collection[tuple[Path, int]]
) -> list[FileProblem]:
    original, path = (each.folders.words(each.language) for each in (source, other))
    theirs, mine = source.tables[WORDS], other.tables[WORDS]
    problems = [
        FileProblem(path, 0, f"the words of {key!r} are missing") for key in theirs if key not in mine
    ]
    found: list[Problem] = []
    for key, words in mine.items():
        if key not in theirs:
            found.append(Problem((key,), f"the original has no {key!r}"))
        else:
            found += [
                Problem((key,), f"{key!r}: {problem.message}")
                for problem in _text_differences(theirs[key], words, (key,))
            ]
    lines = zip(found, word_lines(path, found), word_lines(original, found), strict=True)
    return problems + [
        FileProblem(path, line, problem.message)
        for problem, line, twin in lines
        if {(path, line), (original, twin)}.isdisjoint(faults)
    ]


def poster_rule_problems(poster: SelfCheckPoster, rule_tiers: dict[str, str]) -> Iterator[Problem]:
    """Check that the poster has a line for every rule, in the list of the rule's tier, and no other line.

    rule_tiers: tier names in lower case by rule id.
    """
    seen: set[str] = set()
    for index, part in enumerate(poster.lists):
        for group_index, group in enumerate(part.groups):
            for line_index, line in enumerate(group.lines):
                place = ("lists", index, "groups", group_index, "lines", line_index, "rules")
                for rule in line.rules:
                    seen.add(rule)
                    if rule_tiers.get(rule) != part.tier:
                        yield Problem(place, f"no rule {rule!r} leads to {part.tier!r}")
    missing = sorted(rule_tiers.keys() - seen)
    if missing:
        yield Problem(("lists",), f"the poster leaves out the rules {', '.join(missing)}")
