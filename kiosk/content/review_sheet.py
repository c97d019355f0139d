"""The print-out a reviewer reads and signs: every word, rule, picture claim and source, a part a text."""

import datetime
from collections.abc import Sequence
from html import escape
from typing import Final

from kiosk.content.check import picture_problems
from kiosk.content.files import SELF_CHECK, WORDS, LanguageFiles
from kiosk.content.parity import parity_problems
from kiosk.content.review_parts import (
    card_part,
    emergency_part,
    inlined,
    language_name,
    self_check_part,
    words_part,
)
from kiosk.core.content.reviews import Kind, Review
from kiosk.core.content.steps import EMERGENCY
from kiosk.core.errors import ContentError
from kiosk.core.self_check.offer import SOURCE_LANGUAGE

STYLE: Final = """
@page { margin: 16mm 15mm 18mm;
  @bottom-center { content: counter(page) " / " counter(pages); font: 9pt sans-serif; } }
body { font: 11.5pt/1.4 "Atkinson Hyperlegible", "Liberation Sans", Arial, sans-serif; color: #12263a;
  max-width: 56em; margin: 2em auto; padding: 0 1em; }
@media print { body { margin: 0; padding: 0; max-width: none; } }
h1 { font-size: 22pt; } h2 { font-size: 18pt; border-bottom: 2px solid #12506a; padding-bottom: .2em; }
h3 { font-size: 14pt; margin: 1em 0 .4em; } h4 { font-size: 11.5pt; margin: 0 0 .2em; } p { margin: .3em 0; }
h2, h3, h4 { break-after: avoid; } section { break-before: page; } ul { margin: .3em 0; padding-left: 1.3em; }
table { border-collapse: collapse; width: 100%; } tbody { break-inside: avoid; }
td, th { border-bottom: 1px solid #b9b2a3; padding: .3em .5em; text-align: left; vertical-align: top; }
.texts { table-layout: fixed; } col.label { width: 17%; } td h3 { margin: 0; }
.texts th, .rules th { font-size: 10pt; overflow-wrap: anywhere; }
tr:has(+ .cited) > * { border-bottom: 0; } .cited td { padding-top: 0; }
.cited, .cited td { font-size: 9.5pt; color: #3c4f63; }
.figures { display: grid; grid-template-columns: 1fr 1fr; gap: .8em; }
figure { margin: 0; break-inside: avoid; } figcaption { font-size: 10.5pt; }
img { width: 100%; max-height: 55mm; object-fit: contain; border: 1px solid #b9b2a3; background: #faf6ef; }
.on-pathway { background-size: contain; background-position: center; background-repeat: no-repeat;
  print-color-adjust: exact; }
.rules { table-layout: fixed; } .rules thead th:first-child { width: 10%; }
.rules thead th:last-child { width: 24%; }
.source { font-size: 10pt; break-inside: avoid; } .state { font-weight: bold; }
code, pre { font: 9.5pt/1.4 "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; white-space: pre-wrap; }
.sign { border: 2px solid #12263a; padding: .6em 1em; margin-top: 1em; break-inside: avoid; }
.sign td { height: 2.2em; } .sign th { width: 28%; } pre { border: 1px solid #b9b2a3; padding: .6em; }
"""
_STATEMENTS: Final = {
    "clinician": "I have read all of this text, its pictures and its sources.",
    "translator": "I have compared each line with the English beside it. The two say the same.",
}


def review_sheet(reading: LanguageFiles, source: LanguageFiles, today: datetime.date) -> str:
    """Return one HTML page for print; a translation has its original beside it.

    reading: the language to sign; source: the language it was written in (may be the same). Raises
    ContentError that names every problem: only what is whole can be signed.
    """
    readings = (reading,) if reading.language == source.language else (source, reading)
    problems = [found for each in readings for found in (*each.problems, *each.left_out)]
    problems += picture_problems(reading)
    problems += parity_problems(source, reading) if len(readings) > 1 else []
    if problems:
        raise ContentError("\n".join(str(problem) for problem in sorted(set(problems))))
    parts = _parts(readings)
    sections = "".join(
        f'<section id="{escape(key)}"><h2>{escape(title)}</h2>{_state(reading, key, today)}{part}'
        f"{_signing(reading, key)}</section>"
        for key, (title, part) in parts.items()
    )
    name = language_name(reading)
    return (
        f'<!DOCTYPE html>\n<html lang="{SOURCE_LANGUAGE}"><head><meta charset="utf-8">'
        f"<title>For review: {escape(name)}</title><style>{STYLE}{_pathway(reading)}</style></head>"
        f"<body><h1>For review: all texts in {escape(name)}</h1>{_cover(reading, parts, today)}{sections}"
        "</body></html>\n"
    )


def _pathway(reading: LanguageFiles) -> str:
    """Lay the path of the signal under the pictures that are drawn over it on the screen."""
    pictures = reading.folders.assets / "pictures"
    layers = (inlined(pictures / f"{name}.svg") for name in ("pathway-muscle", "pathway"))
    return f".on-pathway {{ background-image: {', '.join(f'url({layer})' for layer in layers)}; }}"


def _parts(readings: Sequence[LanguageFiles]) -> dict[str, tuple[str, str]]:
    """Title and body of each text by review key."""
    parts: dict[str, tuple[str, str]] = {}
    for card in readings[-1].cards:
        cards = [next(each for each in reading.cards if each.id == card.id) for reading in readings]
        parts[card.id] = (f"Card {card.number}: {card.title}", card_part(readings, cards))
    chapters = [reading.emergency for reading in readings]
    parts[EMERGENCY] = ("Emergencies: behind every card", emergency_part(readings, chapters))
    posters = [reading.poster for reading in readings if reading.poster]
    texts = [reading.self_check_texts for reading in readings if reading.self_check_texts]
    parts[SELF_CHECK] = ("Self-check", self_check_part(readings, posters, texts))
    parts[WORDS] = ("Buttons and short texts", words_part(readings))
    return parts


def _cover(reading: LanguageFiles, parts: dict[str, tuple[str, str]], today: datetime.date) -> str:
    rows = "".join(
        f'<tr><td><a href="#{escape(key)}">{escape(title)}</a></td>'
        f"<td>{_state_words(reading, key, today)}</td></tr>"
        for key, (title, _) in parts.items()
    )
    translator = (
        ""
        if reading.language == SOURCE_LANGUAGE
        else "<li>A translation needs two signatures: of a qualified translator and of a clinician.</li>"
    )
    return (
        f"<p>Printed on {today.isoformat()}. Until a text is signed, screens call it a draft.</p>"
        "<ol><li>Read each text with its pictures and sources. Mark on the paper what has to change.</li>"
        "<li>Sign at its end only what may be said to patients as it stands.</li>"
        f"{translator}"
        "<li>Give the pages back. IT copies the lines under the signature into "
        f"<code>content/{escape(reading.language)}/reviews.toml</code>, fills in name, role and dates, "
        "and runs <code>kiosk content check</code>.</li>"
        "<li>Any later change of a text, of its pictures, sources or rules makes it a draft again.</li></ol>"
        "<p>Words in {braces} are filled in from the clinic's settings; %1, %2 and %3 stand for a name, "
        "a number or a date.</p>"
        f"<table><thead><tr><th>Text</th><th>Today</th></tr></thead><tbody>{rows}</tbody></table>"
    )


def _state(reading: LanguageFiles, key: str, today: datetime.date) -> str:
    return (
        f'<p class="state">{_state_words(reading, key, today)}</p>'
        f"<p>Fingerprint: <code>{reading.content_digest(key)}</code></p>"
    )


def _state_words(reading: LanguageFiles, key: str, today: datetime.date) -> str:
    review = reading.reviewed(today)[key].review
    if review is not None:
        return f"Signed by {_signature(review)}."
    digest = reading.content_digest(key)
    told = [
        f"{_signature(review)}{'' if review.hash == digest else ', but the text has changed since'}"
        for review in reading.signatures.get(key, ())
    ]
    return "Draft." + "".join(f" {review}." for review in told)


def _signature(review: Review) -> str:
    return escape(
        f"{review.reviewer}, {review.role}, as {review.kind}, on {review.date.isoformat()}, "
        f"to be read again by {review.next_review.isoformat()}"
    )


def _signing(reading: LanguageFiles, key: str) -> str:
    kinds: tuple[Kind, ...] = ("clinician",)
    if reading.language != SOURCE_LANGUAGE:
        kinds = ("translator", "clinician")
    return "".join(_signature_block(reading, key, kind) for kind in kinds)


def _signature_block(reading: LanguageFiles, key: str, kind: Kind) -> str:
    lines = "".join(
        f'<tr><th scope="row">{name}</th><td></td></tr>'
        for name in ("Name", "Role, as visitors will see it", "Date", "To be read again by", "Signature")
    )
    entry = (
        f'[[{key}]]\nkind = "{kind}"\nreviewer = ""\nrole = ""\ndate = YYYY-MM-DD\nnext_review = YYYY-MM-DD\n'
        f'hash = "{reading.content_digest(key)}"'
    )
    return (
        f'<div class="sign"><p><b>{kind.capitalize()}.</b> {_STATEMENTS[kind]}</p>'
        "<p>☐ It may be shown to patients as it stands.<br>"
        "☐ Not yet: my changes are marked on these pages.</p>"
        f"<table><tbody>{lines}</tbody></table>"
        f"<p>For reviews.toml, once signed:</p><pre>{escape(entry, quote=False)}</pre></div>"
    )
