"""Sentences for staff in their language: English, unless their program speaks another one.

A sentence is named by itself in English. Its places, such as {file}, are filled after it was translated.
"""

import contextlib
import dataclasses
from collections.abc import Iterator, Mapping
from contextvars import ContextVar


@dataclasses.dataclass(frozen=True, slots=True)
class Catalog:
    """A language, and its sentences by their English: of what is counted two forms, for one and for more.

    What is counted is named by its English form for more.
    """

    language: str = "en"
    sentences: Mapping[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)


class _Spoken:
    """What the whole program speaks, on every thread."""

    catalog = Catalog()


_FOR_PROGRAMS: ContextVar[Catalog | None] = ContextVar("for_programs", default=None)


def speak(catalog: Catalog) -> None:
    """Speak a language from now on."""
    _Spoken.catalog = catalog


def spoken() -> str:
    """Return the code of the language that is spoken here now."""
    return _catalog().language


@contextlib.contextmanager
def in_english() -> Iterator[None]:
    """Speak English in this block and on this thread: what other programs read is the same everywhere."""
    before = _FOR_PROGRAMS.set(Catalog())
    try:
        yield
    finally:
        _FOR_PROGRAMS.reset(before)


def mark(sentence: str) -> str:
    """Return a sentence as it is; tr() translates it where it is shown."""
    return sentence


def tr(sentence: str, /, **places: object) -> str:
    """Return a sentence in the language that is spoken, with its places filled."""
    text, *_ = _catalog().sentences.get(sentence, (sentence,))
    return text.format(**places) if places else text


def tr_count(count: int, one: str, more: str, /, **places: object) -> str:
    """Return the sentence that goes with a number, which is its place {count}."""
    forms = _catalog().sentences.get(more, (one, more))
    return forms[count != 1].format(count=count, **places)


def _catalog() -> Catalog:
    return _FOR_PROGRAMS.get() or _Spoken.catalog
