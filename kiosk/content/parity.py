"""Whether a translation says the same things in the same places."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kiosk.content.files import SELF_CHECK, WORDS, LanguageFiles
from kiosk.core.content.cards import SelfCheckPoster
from kiosk.core.content.lead_ins import leads_in
from kiosk.core.validation import KeyPath, Problem
from kiosk.store.settings.toml_files import FileProblem, open_toml

_HOLES = re.compile(r"\{[^{}]*\}|%[\dn]")
_SAME = (
    *("id", "number", "stops", "related", "leads_here", "colours"),
    *("kind", "tier", "sources", "rules", "right"),
)


def parity_problems(source: LanguageFiles, other: LanguageFiles) -> list[FileProblem]:
    """Everything a translation has more, less or elsewhere than the language it was made from."""
    problems: list[FileProblem] = []
    for card in source.cards:
        twin = next((twin for twin in other.cards if twin.id == card.id), None)
        path = other.folders.card(other.language, card)
        if twin is None:
            problems.append(FileProblem(path, 0, "this card is missing: translate it"))
        else:
            problems += _located(path, _differences(source.tables[card.id], other.tables[card.id]))
    strangers = [card for card in other.cards if card.id not in source.tables]
    problems += [
        FileProblem(other.folders.card(other.language, card), 1, f"{source.language} has no such card")
        for card in strangers
    ]
    names = ("self_check.toml", "self_check_questions.toml")
    own, original = other.tables[SELF_CHECK], source.tables[SELF_CHECK]
    if len(own) == len(original) == len(names):
        for name, mine, theirs in zip(names, own, original, strict=True):
            problems += _located(other.file(name), _differences(theirs, mine))
    return problems + _word_problems(source.tables[WORDS], other)


def _located(path: Path, problems: Iterator[Problem]) -> list[FileProblem]:
    toml, found = open_toml(path)
    return found if toml is None else toml.located(list(problems))


def _differences(theirs: Any, mine: Any, place: KeyPath = ()) -> Iterator[Problem]:
    """Compare data of the same shape."""
    if isinstance(theirs, dict):
        for key, value in theirs.items():
            if key not in mine:
                yield Problem(place, f"missing key {key!r}")
            elif key in _SAME:
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
    else:
        yield from _text_differences(theirs, mine, place)


def _text_differences(theirs: str, mine: str, place: KeyPath) -> Iterator[Problem]:
    if leads_in(theirs) != leads_in(mine):
        yield Problem(place, "a text ends in a colon exactly where the original does")
    if set(_HOLES.findall(theirs)) != set(_HOLES.findall(mine)):
        holes = ", ".join(sorted(set(_HOLES.findall(theirs)))) or "none"
        yield Problem(place, f"the placeholders must be those of the original: {holes}")


def _word_problems(theirs: dict[str, str], other: LanguageFiles) -> list[FileProblem]:
    path, mine = other.folders.words(other.language), other.tables[WORDS]
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []

    def line(key: str) -> int:
        return next((number for number, text in enumerate(lines, 1) if f'id="{key}"' in text), 0)

    problems = [
        FileProblem(path, 0, f"the words of {key!r} are missing") for key in theirs if key not in mine
    ]
    for key, words in mine.items():
        if key not in theirs:
            problems.append(FileProblem(path, line(key), f"the original has no {key!r}"))
        elif set(_HOLES.findall(words)) != set(_HOLES.findall(theirs[key])):
            holes = ", ".join(sorted(set(_HOLES.findall(theirs[key])))) or "none"
            problems.append(FileProblem(path, line(key), f"{key!r}: placeholders must be: {holes}"))
        elif leads_in(words) != leads_in(theirs[key]):
            message = f"{key!r}: a text ends in a colon exactly where the original does"
            problems.append(FileProblem(path, line(key), message))
    return problems


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
