"""Rules of wording in one language: its reading grade, and phrases forbidden in the self-check."""

import dataclasses
import functools
import importlib
import importlib.util
import re
import warnings
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Any, Final

from kiosk.core.validation import Constraints
from kiosk.store.settings.toml_files import FileProblem, read_toml

STYLE_FILE: Final = "style.toml"
_SHORT_WORD: Final = "this"
_ENDS: Final = (".", ":", "?", "!")
_PLACEHOLDER: Final = re.compile(r"\{[^{}]*\}")


@dataclasses.dataclass(frozen=True, slots=True)
class Formula:
    """How a school grade follows from counts: constant plus each count times its weight.

    syllables: the language whose dictionary of hyphenation (pyphen) divides words into syllables. Averages
    per sentence and per word are taken to one decimal, as textstat takes them.
    """

    syllables: Annotated[str, Constraints("en", min_length=1)]
    constant: float
    words_per_sentence: float = 0
    syllables_per_word: float = 0
    sentences_per_100_words: float = 0
    syllables_per_100_words: float = 0


@dataclasses.dataclass(frozen=True, slots=True)
class Never:
    """What no sentence may say: one of `any_of` with one of `followed_by` after it, and none of `unless`.

    followed_by: ["a disease"] stands for all diseases of the style; says: what to write in its place.
    """

    any_of: tuple[str, ...]
    followed_by: tuple[str, ...]
    unless: tuple[str, ...]
    says: Annotated[str, Constraints("do not tell anybody to stop a medicine", min_length=1)]


@dataclasses.dataclass(frozen=True, slots=True)
class CardLengths:
    """Most words on a card: on its first pages, on its main path, in all; most share of short sentences."""

    first_pages: Annotated[int, Constraints("150", least=1)] = 150
    main_path: Annotated[int, Constraints("450", least=1)] = 450
    whole: Annotated[int, Constraints("900", least=1)] = 900
    fragments: Annotated[float, Constraints("0.05", least=0, most=1)] = 0.05


@dataclasses.dataclass(frozen=True, slots=True)
class Style:
    """style.toml: how one language is to be worded.

    excused and diseases: names that count as one short word in the reading grade; banned: phrases that
    may not stand in the self-check, and in its questions, answers and outcomes no diseases either;
    asking: phrases that ask and so claim nothing, whatever banned phrase is in them; frequent: small words
    that tell this language from the others; informal: words to somebody one knows well, informal_openings:
    those that are so only as the first word of a sentence; never: what no text may say; poster: what the
    poster may say for an answer of the self-check; dictionary: of hunspell, "" for none; professions: who
    may sign as a clinician, translators: who as a translator; card:
    how long a card may be.
    """

    formula: Formula
    most_grade: Annotated[float, Constraints("6", least=1, most=12)]
    excused: tuple[str, ...]
    diseases: tuple[str, ...]
    banned: tuple[str, ...]
    asking: tuple[str, ...] = ()
    frequent: tuple[str, ...] = ()
    informal: tuple[str, ...] = ()
    informal_openings: tuple[str, ...] = ()
    never: tuple[Never, ...] = ()
    poster: Mapping[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)
    dictionary: str = ""
    professions: tuple[str, ...] = ()
    translators: tuple[str, ...] = ()
    card: CardLengths = CardLengths()


def read_style(path: Path) -> tuple[Style | None, list[FileProblem]]:
    """Read a language's style.toml."""
    style, _, problems = read_toml(Style, path)
    return style, problems


@functools.cache
def phrase_pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Match any of the phrases as whole words in any case, the longest first."""
    any_of = "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{any_of or '(?!)'})(?!\w)", re.IGNORECASE)


def forbidden(text: str, phrases: Iterable[str], asking: Iterable[str] = ()) -> list[str]:
    """Return the phrases a text holds outside of `asking`, as whole words in any case, as it spells them."""
    claims = phrase_pattern(tuple(asking)).sub("", text)
    return [found[0] for found in phrase_pattern(tuple(phrases)).finditer(claims)]


def scored_text(texts: Iterable[str], style: Style) -> str:
    """Return what the reading grade of texts is taken of.

    Each text ends a sentence; placeholders and names that cannot be said in shorter
    words count as one short word.
    """
    ended = (text if text.endswith(_ENDS) else f"{text}." for text in texts)
    plain = _PLACEHOLDER.sub(_SHORT_WORD, " ".join(ended))
    return phrase_pattern((*style.excused, *style.diseases)).sub(_SHORT_WORD, plain)


class ReadingGrade:
    """Reading grades from textstat's counts, where it is installed: kiosks do without."""

    def __init__(self) -> None:
        self.is_there = importlib.util.find_spec("textstat") is not None
        self._counters: dict[str, Any] = {}

    def can_measure(self, style: Style) -> bool:
        """Whether there is a dictionary of syllables for a style's formula, and textstat to count with."""
        return self.is_there and self._counter(style.formula.syllables) is not None

    def of(self, texts: Iterable[str], style: Style) -> float:
        """Return the school grade texts ask of their reader, to one decimal; can_measure must hold."""
        formula, counter = style.formula, self._counter(style.formula.syllables)
        text = scored_text(texts, style)
        per_100_words = 100 / max(1, counter.lexicon_count(text))
        grade = (
            formula.constant
            + formula.words_per_sentence * counter.avg_sentence_length(text)
            + formula.syllables_per_word * counter.avg_syllables_per_word(text)
            + formula.sentences_per_100_words * counter.sentence_count(text) * per_100_words
            + formula.syllables_per_100_words * counter.syllable_count(text) * per_100_words
        )
        return round(float(grade), 1)

    def _counter(self, syllables: str) -> Any:
        if syllables not in self._counters:
            self._counters[syllables] = _counter(syllables)
        return self._counters[syllables]


def _counter(syllables: str) -> Any:
    """Return what counts words, sentences and syllables; None when no dictionary has the language."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # pkg_resources says that it will go
        # By name: what is imported by a statement would be packed into the installed kiosk.
        statistics = importlib.import_module("textstat.textstat").textstatistics()
    try:
        statistics.set_lang(syllables)
    except KeyError:
        return None
    return statistics
