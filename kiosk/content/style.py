"""How a language is to be worded: its reading grade, and phrases that may not stand in the self-check."""

import dataclasses
import importlib
import importlib.util
import re
import warnings
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any, Final, Literal

from kiosk.core.validation import Constraints
from kiosk.store.settings.toml_files import FileProblem, read_toml

STYLE_FILE: Final = "style.toml"
_SHORT_WORD: Final = "this"
_ENDS: Final = (".", ":", "?", "!")
_PLACEHOLDER: Final = re.compile(r"\{[^{}]*\}")


@dataclasses.dataclass(frozen=True, slots=True)
class Style:
    """style.toml: how one language is to be worded.

    excused and diseases: names that count as one short word in the reading grade; banned: phrases that
    may not stand in the self-check, and in its questions, answers and outcomes no diseases either;
    asking: phrases that ask and so claim nothing, whatever banned phrase is in them.
    """

    formula: Literal["flesch-kincaid", "crawford"]
    most_grade: Annotated[float, Constraints("6", least=1, most=12)]
    excused: tuple[str, ...]
    diseases: tuple[str, ...]
    banned: tuple[str, ...]
    asking: tuple[str, ...] = ()


def read_style(path: Path) -> tuple[Style | None, list[FileProblem]]:
    """Read a language's style.toml."""
    style, _, problems = read_toml(Style, path)
    return style, problems


def forbidden(text: str, phrases: Iterable[str], asking: Iterable[str] = ()) -> list[str]:
    """Return the phrases a text holds outside of `asking`, as whole words in any case, as it spells them."""
    claims = _pattern(asking).sub("", text)
    return [found[0] for found in _pattern(phrases).finditer(claims)]


def scored_text(texts: Iterable[str], style: Style) -> str:
    """Return what the reading grade of texts is taken of.

    Each text ends a sentence; placeholders and names that cannot be said in shorter
    words count as one short word.
    """
    ended = (text if text.endswith(_ENDS) else f"{text}." for text in texts)
    plain = _PLACEHOLDER.sub(_SHORT_WORD, " ".join(ended))
    return _pattern((*style.excused, *style.diseases)).sub(_SHORT_WORD, plain)


class ReadingGrade:
    """Reading grades by textstat, where it is installed: kiosks do without."""

    def __init__(self) -> None:
        self.is_there = importlib.util.find_spec("textstat") is not None
        self._formulas: dict[str, Any] = {}

    def of(self, texts: Iterable[str], style: Style) -> float:
        """Return the school grade texts ask of their reader."""
        if style.formula not in self._formulas:
            self._formulas[style.formula] = _formula(style.formula)
        return float(self._formulas[style.formula](scored_text(texts, style)))


def _formula(name: str) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # pkg_resources says that it will go
        # By name: what is imported by a statement would be packed into the installed kiosk.
        statistics = importlib.import_module("textstat.textstat").textstatistics()
    is_english = name == "flesch-kincaid"
    statistics.set_lang("en" if is_english else "es")
    return statistics.flesch_kincaid_grade if is_english else statistics.crawford


def _pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Match any of the phrases as whole words in any case, the longest first."""
    any_of = "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{any_of or '(?!)'})(?!\w)", re.IGNORECASE)
