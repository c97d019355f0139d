"""Rules for every text: it must not be empty, and its sentences must be short."""

import re
from collections.abc import Iterable
from typing import Final

from kiosk.core.validation import KeyPath, Problem

WORDS_PER_SENTENCE: Final = 20
"""Words of the longest sentence there may be. Chosen; not measured."""


def sentences(text: str) -> list[str]:
    """Split a paragraph at the end of its sentences."""
    return [part for part in re.split(r"(?<=[.!?:])\s+", text.strip()) if part]


def word_count(texts: Iterable[str]) -> int:
    """Count words, separated by white space."""
    return sum(len(text.split()) for text in texts)


def empty_texts(*texts: tuple[KeyPath, str]) -> list[Problem]:
    """Name the texts that say nothing."""
    return [Problem(place, "must not be empty") for place, text in texts if not text.strip()]


def wording_problems(text: str, place: KeyPath) -> list[Problem]:
    """Everything wrong with a paragraph that can be told without knowing what it is about."""
    return empty_texts((place, text)) + [
        Problem(place, f"a sentence has at most {WORDS_PER_SENTENCE} words: {sentence!r}")
        for sentence in sentences(text)
        if len(sentence.split()) > WORDS_PER_SENTENCE
    ]
