"""The print-out a reviewer reads and signs: every word, rule, picture claim and source once."""

import datetime
from collections.abc import Sequence
from html import escape
from typing import Final

from kiosk.content.check import picture_problems
from kiosk.content.files import SELF_CHECK, WORDS, LanguageFiles
from kiosk.content.parity import parity_problems
from kiosk.content.review_parts import card_part, emergency_part, sources_part
from kiosk.content.review_rows import inlined, language_name
from kiosk.content.review_self_check import self_check_part, words_part
from kiosk.core.content.reviews import Kind, Review
from kiosk.core.content.steps import EMERGENCY
from kiosk.core.errors import ContentError
from kiosk.core.self_check.offer import SOURCE_LANGUAGE
from kiosk.core.self_check.rules import RULES

STYLE: Final = """
@page { margin: 14mm 14mm 16mm;
  @bottom-center { content: counter(page) " / " counter(pages); font: 9pt sans-serif; } }
body { font: 10.5pt/1.35 "Atkinson Hyperlegible", "Liberation Sans", Arial, sans-serif; color: #12263a;
  max-width: 56em; margin: 2em auto; padding: 0 1em; }
@media print { body { margin: 0; padding: 0; max-width: none; } }
h1 { font-size: 20pt; } h2 { font-size: 16pt; border-bottom: 2px solid #12506a; padding-bottom: .2em; }
h3 { font-size: 13pt; margin: .8em 0 .3em; } h4 { font-size: 10.5pt; margin: 0 0 .1em; } p { margin: .2em 0; }
h2, h3, h4 { break-after: avoid; } section { break-before: page; } ul { margin: .2em 0; padding-left: 1.3em; }
table { border-collapse: collapse; width: 100%; } tbody { break-inside: avoid; }
td, th { border-bottom: 1px solid #b9b2a3; padding: .25em .5em; text-align: left; vertical-align: top; }
.texts { table-layout: fixed; } col.label { width: 19%; } td h3 { margin: 0; }
.texts th { font-size: 9pt; } .cited { font-size: 8pt; font-weight: normal; color: #3c4f63; }
mark { background: none; border: 1.5px solid #12263a; border-radius: .3em; padding: 0 .3em;
  font-size: 8.5pt; font-weight: bold; }
.figures { display: grid; grid-template-columns: 1fr 1fr 1fr; gap: .6em; margin-top: .8em; }
figure { margin: 0; break-inside: avoid; } figcaption { font-size: 9pt; }
img { width: 100%; max-height: 45mm; object-fit: contain; border: 1px solid #b9b2a3; background: #faf6ef; }
.on-pathway { background-size: contain; background-position: center; background-repeat: no-repeat;
  print-color-adjust: exact; }
.one-page { break-before: page; break-after: page; } .rules { table-layout: fixed; }
.rules td, .rules th { font-size: 8pt; line-height: 1.2; padding: .1em .4em; } .rules .cited { margin: 0; }
.rules thead th:nth-child(1) { width: 12%; } .rules thead th:nth-child(2) { width: 34%; }
.rules thead th:nth-child(3) { width: 36%; }
.words { list-style: none; padding: 0; font-size: 9.5pt; margin-bottom: .6em; }
.words.in-1 { columns: 2; } .words li { break-inside: avoid; border-bottom: 1px solid #ddd8cc; }
.words.in-2 li { display: grid; grid-template-columns: 1fr 1fr; gap: 1em; }
.sources { font-size: 9pt; } .state { font-weight: bold; }
.changed { border-left: 6px solid #a4262c; padding-left: .6em; }
code, pre { font: 8pt/1.3 "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; white-space: pre-wrap; }
.sign { border: 2px solid #12263a; margin-top: .8em; break-inside: avoid; font-size: 9pt; }
.sign tr:first-child td { height: 4em; border-right: 1px solid #b9b2a3; } pre { border: 1px solid #b9b2a3; }
"""
_ENTRY: Final = """[[ID]]
kind = "KIND"
reviewer = ""
role = ""
date = YYYY-MM-DD
next_review = YYYY-MM-DD
hash = "HASH"
"""


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
    sections += f'<section class="sources"><h2>Sources</h2>{sources_part(reading, _cited(reading))}</section>'
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
    shown = _shown(readings[0])
    for card in readings[-1].cards:
        cards = [next(each for each in reading.cards if each.id == card.id) for reading in readings]
        parts[card.id] = (f"Card {card.number}: {card.title}", card_part(readings, cards, shown))
    chapters = [reading.emergency for reading in readings]
    parts[EMERGENCY] = ("Emergencies: behind every card", emergency_part(readings, chapters, shown))
    posters = [reading.poster for reading in readings if reading.poster]
    texts = [reading.self_check_texts for reading in readings if reading.self_check_texts]
    parts[SELF_CHECK] = ("Self-check", self_check_part(readings, posters, texts))
    parts[WORDS] = ("Buttons and short texts", words_part(readings, texts))
    return parts


def _shown(reading: LanguageFiles) -> dict[str, str]:
    """Under which text each picture is printed: the first that has it."""
    shown: dict[str, str] = {}
    for key, pictures in (
        *((card.id, card.pictures) for card in reading.cards),
        *((EMERGENCY, step.pictures) for step in reading.emergency),
    ):
        for picture in pictures:
            shown.setdefault(picture, key)
    return shown


def _cited(reading: LanguageFiles) -> set[str]:
    """Return the ids of all sources that the texts and the rules name."""
    lists = reading.poster.lists if reading.poster else ()
    groups = [group for part in lists for group in part.groups]
    citing = [
        *(step.sources for card in reading.cards for step in card.steps),
        *(card.teach_back.sources for card in reading.cards),
        *(step.sources for step in reading.emergency),
        *(line.sources for group in groups for line in group.lines),
        *(rule.sources for rule in RULES),
    ]
    return {source for sources in citing for source in sources}


def _cover(reading: LanguageFiles, parts: dict[str, tuple[str, str]], today: datetime.date) -> str:
    rows = "".join(
        f'<tr><td><a href="#{escape(key)}">{escape(title)}</a></td>'
        f"<td>{_state_words(reading, key, today)}</td></tr>"
        for key, (title, _) in parts.items()
    )
    translator = (
        ""
        if reading.language == SOURCE_LANGUAGE
        else "<li>A translation needs two signatures: of a qualified translator, who has compared each line "
        "with the English beside it, and of a clinician.</li>"
    )
    return (
        f"<p>Printed on {today.isoformat()}. Until a text is signed, screens call it a draft.</p>"
        "<ol><li>Read each text with its pictures and sources. Mark on the paper what has to change. "
        "What was changed since somebody signed it has a bar beside it.</li>"
        "<li>Sign at its end only what may be shown to patients as it stands: you have read all of it.</li>"
        f"{translator}"
        "<li>Give the pages back. IT types what you signed with <code>kiosk content sign</code>, or copies "
        "these lines for each signature, with the hash under it, into "
        f"<code>content/{escape(reading.language)}/reviews.toml</code>, and runs "
        f"<code>kiosk content check</code>.<pre>{_ENTRY}</pre></li>"
        "<li>Any later change of a text, of its pictures, sources or rules makes it a draft again.</li></ol>"
        "<p>A framed word, as in <mark>sign</mark>, stands before what a reader must know. Ids such as M-MD "
        "name sources: they stand at the end. Words in {braces} are filled in from the clinic's settings; "
        "%1, %2 and %3 stand for a name, a number or a date.</p>"
        f"<table><thead><tr><th>Text</th><th>Today</th></tr></thead><tbody>{rows}</tbody></table>"
    )


def _state(reading: LanguageFiles, key: str, today: datetime.date) -> str:
    changed = " changed" if reading.reviewed(today)[key].is_void else ""
    return f'<p class="state{changed}">{_state_words(reading, key, today)}</p>'


def _state_words(reading: LanguageFiles, key: str, today: datetime.date) -> str:
    """Say whether a text is a draft, and of each signature whether the text was changed since."""
    digest = reading.content_digest(key)
    told = [
        f"Signed, unchanged: {_signature(review)}, to be read again by {review.next_review.isoformat()}."
        if review.hash == digest
        else f"Changed since it was signed {_signature(review)}."
        for review in reading.signatures.get(key, ())
    ]
    draft = ["Draft."] if reading.reviewed(today)[key].is_draft else []
    return " ".join([*draft, *(told or ["Never signed."])])


def _signature(review: Review) -> str:
    return escape(f"on {review.date.isoformat()} by {review.reviewer}, {review.role}, as {review.kind}")


def _signing(reading: LanguageFiles, key: str) -> str:
    kinds: tuple[Kind, ...] = ("clinician",)
    if reading.language != SOURCE_LANGUAGE:
        kinds = ("translator", "clinician")
    return "".join(
        f'<table class="sign"><tr><th scope="row">{kind.capitalize()}</th>'
        "<td>Name, role</td><td>Date</td><td>Read again by</td><td>Signature</td></tr>"
        f'<tr><td colspan="5"><code>{escape(key)} {kind} {reading.content_digest(key)}</code></td></tr>'
        "</table>"
        for kind in kinds
    )
