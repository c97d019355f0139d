"""Whether each line of the poster says what its rules ask, and whether the lines say all of it.

A line says an answer with the answer's own words, or with a phrase that style.toml has for it under [poster].
"""

import itertools
from collections.abc import Collection, Iterator, Mapping, Sequence

from kiosk.content.style import phrase_pattern
from kiosk.core.content.cards import PosterGroup, PosterLine, SelfCheckPoster
from kiosk.core.self_check.rules import Rule, judge
from kiosk.core.validation import KeyPath, Problem

SAID_BY_THE_NOTE = "-not-sure"
"""What a list's note says of all its lines."""


def meaning_problems(
    poster: SelfCheckPoster,
    answers: Mapping[str, str],
    phrases: Mapping[str, tuple[str, ...]],
    rules: Sequence[Rule],
) -> list[Problem]:
    """Name the lines that lack an answer of their rules or say another one; then what no line says."""
    by_id = {rule.id: rule for rule in rules}
    words = _words(answers, phrases)
    lines = [
        (place, line, _said(f"{group.when} {line.text}", words)) for place, group, line in _lines(poster)
    ]
    problems: list[Problem] = []
    for place, line, said in lines:
        meant = [by_id[rule] for rule in line.rules]
        problems += _line_problem((*place, "text"), meant, said, answers)
    return problems or list(_unsaid(rules, by_id, [(line, said) for _, line, said in lines], answers))


def _lines(poster: SelfCheckPoster) -> Iterator[tuple[KeyPath, PosterGroup, PosterLine]]:
    for index, part in enumerate(poster.lists):
        for group_index, group in enumerate(part.groups):
            for line_index, line in enumerate(group.lines):
                yield ("lists", index, "groups", group_index, "lines", line_index), group, line


def _words(answers: Mapping[str, str], phrases: Mapping[str, tuple[str, ...]]) -> dict[str, set[str]]:
    """Which answers each phrase says; a single word such as "Yes" says nothing by itself."""
    words: dict[str, set[str]] = {}
    for answer, text in answers.items():
        own = (text,) if " " in text.strip() and not answer.endswith((SAID_BY_THE_NOTE, "-none")) else ()
        for phrase in (*own, *phrases.get(answer, ())):
            words.setdefault(phrase.casefold(), set()).add(answer)
    return words


def _said(text: str, words: Mapping[str, set[str]]) -> set[str]:
    return {
        answer
        for found in phrase_pattern(tuple(words)).finditer(text)
        for answer in words[found[0].casefold()]
    }


def _line_problem(
    place: KeyPath, rules: Sequence[Rule], said: Collection[str], answers: Mapping[str, str]
) -> Iterator[Problem]:
    """Name in one sentence what a line lacks and what it says too much."""
    groups = [group for rule in rules for group in rule.all_of_any]
    lacking = dict.fromkeys(_told(group, answers) for group in groups if group.isdisjoint(said))
    strange = [repr(answers[answer]) for answer in sorted(said) if not any(answer in each for each in groups)]
    parts = [f"rule {', '.join(rule.id for rule in rules)} asks for something else"]
    parts += [f"say {text}" for text in lacking]
    parts += [f"take out {text}" for text in strange]
    if len(parts) > 1:
        yield Problem(place, ": ".join((parts[0], "; ".join(parts[1:]))))


def _told(group: Collection[str], answers: Mapping[str, str]) -> str:
    return " or ".join(
        repr(answers[answer]) for answer in sorted(group) if not answer.endswith(SAID_BY_THE_NOTE)
    )


def _unsaid(
    rules: Sequence[Rule],
    by_id: Mapping[str, Rule],
    lines: Sequence[tuple[PosterLine, set[str]]],
    answers: Mapping[str, str],
) -> Iterator[Problem]:
    for rule in rules:
        groups = [
            sorted(answer for answer in group if not answer.endswith(SAID_BY_THE_NOTE))
            for group in rule.all_of_any
        ]
        for chosen in itertools.product(*groups):
            given = set(chosen)
            if judge(given, rules).rule == rule.id and not any(
                by_id[each].tier >= rule.tier and by_id[each].fires(given & said)
                for line, said in lines
                for each in line.rules
            ):
                told = " with ".join(repr(answers[answer]) for answer in chosen)
                yield Problem(("lists",), f"no line of the poster says {told} (rule {rule.id}): add one")
