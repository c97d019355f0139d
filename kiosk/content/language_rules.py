"""What a text may not say in its language, by the language's own style.toml: no language is known here."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from kiosk.content.style import Never, Style, forbidden, phrase_pattern
from kiosk.content.texts import QUESTIONS_FILE, TextFile
from kiosk.core.callback.urgent_numbers import CRISIS_LINES, EVERYWHERE
from kiosk.core.content.wording import sentences
from kiosk.core.self_check.questions import QUESTIONS
from kiosk.core.validation import KeyPath, Problem

DISEASES: Final = "DISEASES"
"""Stands in `followed_by` for all diseases of the style."""
FEWEST_WORDS: Final = 3
"""Of a sentence whose language can be told."""
TELLING_WORDS: Final = 3
"""Small words of another language that outweigh one of our own."""
DIGITS_OF_A_NUMBER: Final = 7
_WORD: Final = re.compile(r"[^\W\d_]+")
_HOLE: Final = re.compile(r"\{[^{}]*\}|%\d")
_DIGITS: Final = re.compile(r"\+?\d(?:[\d ().-]*\d)?")
_GROUPED: Final = re.compile(r"\d{1,3}(?:[., ]\d{3})+")
_HELP: Final = frozenset((*EVERYWHERE, *(number for lines in CRISIS_LINES.values() for number in lines)))


def rule_problems(file: TextFile, style: Style, others: Mapping[str, Style]) -> Iterator[Problem]:
    """Name what the texts of a file may not say; a text in another language is named as that alone.

    others: the styles of the other languages, by language.
    """
    for place, text in file.texts():
        plain = _HOLE.sub(" ", text)
        stranger = next((each for each in sentences(plain) if _language(each, style, others)), "")
        if stranger:
            language = _language(stranger, style, others)
            yield Problem(place, f"this reads like {language!r}: translate it: {stranger!r}")
        else:
            yield from _wrong_words(place, plain, style)
    for place, texts in file.lists():
        yield from _doubles({(*place, index): text for index, text in enumerate(texts)})
    for group in _answers_by_question(file):
        yield from _doubles(group)


def _language(sentence: str, style: Style, others: Mapping[str, Style]) -> str:
    """Return the other language a sentence is in, "" when it is in its own or cannot be told."""
    words = [word.casefold() for word in _WORD.findall(sentence)]
    own = sum(word in style.frequent for word in words)
    for language, other in others.items() if len(words) >= FEWEST_WORDS else ():
        theirs = sum(word in other.frequent and word not in style.frequent for word in words)
        if theirs > TELLING_WORDS * own:
            return language
    return ""


def _wrong_words(place: KeyPath, text: str, style: Style) -> Iterator[Problem]:
    numbers = list(dict.fromkeys(_fixed_numbers(text)))
    if numbers:
        yield Problem(
            place,
            f"the number {', '.join(numbers)} stands here for good: write {{emergency_number}} or {{phone}}, "
            "which every clinic sets for itself",
        )
    familiar = (*forbidden(text, style.informal), *_opening(text, style.informal_openings))
    if familiar:
        phrases = ", ".join(map(repr, dict.fromkeys(familiar)))
        yield Problem(place, f"{phrases} is how one speaks to a friend: say it politely")
    # An answer says what somebody may choose, not what we tell them.
    for sentence in sentences(text) if "answers" not in place else ():
        for never in style.never:
            if _says(sentence, never, style):
                yield Problem(place, f"{never.says}: {sentence!r}")


def _fixed_numbers(text: str) -> Iterator[str]:
    for found in _DIGITS.finditer(text):
        digits = "".join(sign for sign in found[0] if sign.isdigit())
        is_long = len(digits) >= DIGITS_OF_A_NUMBER and not _GROUPED.fullmatch(found[0])
        if is_long or found[0] in _HELP:
            yield found[0]


def _opening(text: str, words: tuple[str, ...]) -> Iterator[str]:
    for sentence in sentences(text):
        first = _WORD.search(sentence)
        if first and first[0].casefold() in words:
            yield first[0]


def _says(sentence: str, never: Never, style: Style) -> bool:
    if phrase_pattern(never.unless).search(sentence):
        return False
    followed_by = style.diseases if never.followed_by == (DISEASES,) else never.followed_by
    first = phrase_pattern(never.any_of).search(sentence)
    return first is not None and phrase_pattern(followed_by).search(sentence, first.end()) is not None


def _answers_by_question(file: TextFile) -> Iterator[dict[KeyPath, str]]:
    """Yield the answers of each question of the self-check, which stand in one table by id."""
    answers = {place[-1]: text for place, text in file.texts() if place[:1] == ("answers",)}
    answers = answers if file.name == QUESTIONS_FILE else {}
    for question in QUESTIONS:
        yield {("answers", answer): answers[answer] for answer in question.answers if answer in answers}


def _doubles(texts: Mapping[KeyPath, str]) -> Iterator[Problem]:
    seen: dict[str, KeyPath] = {}
    for place, text in texts.items():
        words = " ".join(_WORD.findall(text.casefold())) or text
        if words in seen:
            yield Problem(place, f"the same words stand beside it ({seen[words][-1]}): {text!r}: change one")
        seen.setdefault(words, place)
