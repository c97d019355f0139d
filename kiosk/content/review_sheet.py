"""The print-out a reviewer reads and signs: every text and rule once, and one page to sign them on."""

import datetime
from collections.abc import Sequence
from html import escape
from typing import Final, NamedTuple

from kiosk.content.check import picture_problems
from kiosk.content.files import SELF_CHECK, WORDS, LanguageFiles
from kiosk.content.parity import parity_problems
from kiosk.content.review_annex import annex
from kiosk.content.review_page import printed_page
from kiosk.content.review_parts import Printed, card_part, emergency_part
from kiosk.content.review_rows import language_name
from kiosk.content.review_self_check import self_check_part
from kiosk.core.content.reviews import Kind, Review
from kiosk.core.content.steps import EMERGENCY
from kiosk.core.errors import ContentError
from kiosk.core.self_check.offer import SOURCE_LANGUAGE

_ENTRY: Final = """[[ID]]
kind = "KIND"
reviewer = ""
role = ""
date = YYYY-MM-DD
next_review = YYYY-MM-DD
hash = "HASH"
"""


class PrintOut(NamedTuple):
    """HTML pages for print."""

    sheet: str
    """What is read and signed."""
    annex: str
    """What belongs to it to look up: pictures, sources in full, the words on buttons."""


def review_print_out(reading: LanguageFiles, source: LanguageFiles, today: datetime.date) -> PrintOut:
    """Return the print-out; a translation has its original beside it.

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
        f'<section id="{escape(key)}"><h2>{escape(title)}</h2>{_state(reading, key, today)}{part}</section>'
        for key, (title, part) in parts.items()
    )
    titles = {key: title for key, (title, _) in parts.items()}
    titles |= {card.id: f"Card {card.number}: {card.title}" for card in reading.cards}
    titles[WORDS] = "Buttons and short texts (annex)"
    body = _cover(reading) + sections + _signatures(reading, titles, today)
    return PrintOut(printed_page(f"For review: {language_name(reading)}", body), annex(readings))


def _parts(readings: Sequence[LanguageFiles]) -> dict[str, tuple[str, str]]:
    """Title and body of each text by review key."""
    posters = [reading.poster for reading in readings if reading.poster]
    texts = [reading.self_check_texts for reading in readings if reading.self_check_texts]
    chapters = [reading.emergency for reading in readings]
    parts = {
        SELF_CHECK: ("Self-check", self_check_part(readings, posters, texts)),
        EMERGENCY: ("Emergencies: behind every card", emergency_part(readings, chapters)),
    }
    printed = [Printed() for _ in readings]
    for card in readings[-1].cards:
        cards = [next(each for each in reading.cards if each.id == card.id) for reading in readings]
        parts[card.id] = (f"Card {card.number}", card_part(readings, cards, printed))
    return parts


def _cover(reading: LanguageFiles) -> str:
    translator = (
        ""
        if reading.language == SOURCE_LANGUAGE
        else "<li>A translation needs two signatures: of a qualified translator, who has compared each line "
        "with the English beside it, and of a clinician.</li>"
    )
    return (
        "<ol><li>Read each text; the annex has its pictures and sources. Mark on the paper what has to "
        "change.</li>"
        "<li>Sign on the last page only what may be shown to patients as it stands.</li>"
        f"{translator}"
        "<li>Any later change of a text, its pictures, sources or rules makes it a draft again.</li></ol>"
        "<p>A framed word, as in <mark>sign</mark>, stands before what a reader must know. Ids such as M-MD "
        "name sources. Words in {braces} come from the clinic's settings. [card 0, step 8] stands for what "
        "is printed there.</p>"
    )


def _state(reading: LanguageFiles, key: str, today: datetime.date) -> str:
    """Say what became of the signatures of a text; one without any is a draft, as the last page says."""
    if key not in reading.signatures:
        return ""
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
    return " ".join([*draft, *told])


def _signature(review: Review) -> str:
    return escape(f"on {review.date.isoformat()} by {review.reviewer}, {review.role}, as {review.kind}")


def _signatures(reading: LanguageFiles, titles: dict[str, str], today: datetime.date) -> str:
    """Return the page to sign on, with the line that IT copies for each signature."""
    kinds: tuple[Kind, ...] = ("clinician",)
    if reading.language != SOURCE_LANGUAGE:
        kinds = ("translator", "clinician")
    rows = "".join(
        f'<tr><th scope="row">{escape(title)}</th><td>{"Draft." if draft else "Signed."}</td>'
        f"<td><code>{escape(key)} {kind} {reading.content_digest(key)}</code></td>{'<td></td>' * 3}</tr>"
        for key, title in titles.items()
        for draft in (reading.reviewed(today)[key].is_draft,)
        for kind in kinds
    )
    return (
        f'<section id="signatures"><h2>Signatures</h2><p>Printed on {today.isoformat()}.</p>'
        '<table class="sign"><thead><tr><th>Text</th><th>Today</th><th>What is signed</th><th>Name, role</th>'
        f"<th>Date, read again by</th><th>Signature</th></tr></thead><tbody>{rows}</tbody></table>"
        "<p>IT types this with <code>kiosk content sign</code>, or copies these lines for each signature "
        f"into <code>content/{escape(reading.language)}/reviews.toml</code> and runs "
        f"<code>kiosk content check</code>.</p><pre>{_ENTRY}</pre></section>"
    )
