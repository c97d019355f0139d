"""The rows of the review print-out and its annex: one column a language."""

import base64
from collections.abc import Callable, Iterable, Sequence
from html import escape
from pathlib import Path
from typing import TypeVar

from kiosk.content.files import WORDS, LanguageFiles

T = TypeVar("T")


def table(readings: Sequence[LanguageFiles], rows: Iterable[str]) -> str:
    """Return rows under the names of their languages; one language needs no name."""
    columns = '<col class="label">' + "<col>" * len(readings)
    names = "".join(f"<th>{escape(language_name(reading))}</th>" for reading in readings)
    head = f"<thead><tr><th></th>{names}</tr></thead>" if len(readings) > 1 else ""
    return f'<table class="texts"><colgroup>{columns}</colgroup>{head}{"".join(rows)}</table>'


def row(label: str, cells: Sequence[str], sources: Iterable[str] = ()) -> str:
    """Return one row: its label over the ids of its sources, and what each language says."""
    words = "".join(f"<td>{cell}</td>" for cell in cells)
    return f'<tbody><tr><th scope="row">{label}{cited(sources)}</th>{words}</tr></tbody>'


def each_of(show: Callable[[T], str], items: Iterable[T]) -> list[str]:
    """Return each item as it is shown."""
    return [show(item) for item in items]


def paragraphs(texts: Iterable[str]) -> str:
    """Return texts, each a paragraph; an empty one is none."""
    return "".join(f"<p>{escape(text)}</p>" for text in texts if text)


def listed(points: Iterable[str]) -> str:
    """Return a list of points, nothing without any."""
    items = "".join(f"<li>{escape(point)}</li>" for point in points)
    return f"<ul>{items}</ul>" if items else ""


def cited(sources: Iterable[str]) -> str:
    """Return the ids under which the annex lists sources."""
    ids = ", ".join(f"<span>{escape(source)}</span>" for source in sources)
    return f'<p class="cited">{ids}</p>' if ids else ""


def inlined(path: Path) -> str:
    """Return a picture as an address that holds the picture itself."""
    return f"data:image/svg+xml;base64,{base64.b64encode(path.read_bytes()).decode()}"


def language_name(reading: LanguageFiles) -> str:
    """Return what a language calls itself, else its code."""
    return str(reading.tables[WORDS].get("language.name", reading.language))
