"""The parts of the review print-out that have steps, the pictures with their claims, and all sources once."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Final

from kiosk.content.files import LanguageFiles
from kiosk.content.pictures import picture_claim
from kiosk.content.review_rows import each_of, inlined, listed, paragraphs, row, table
from kiosk.core.content.cards import Card
from kiosk.core.content.steps import EMERGENCY, Step, TeachBack

STOPS: Final = {
    "brain": "brain",
    "nerve-cell": "nerve cell",
    "nerve-fiber": "nerve fiber",
    "junction": "junction",
    "muscle": "muscle",
}


def card_part(readings: Sequence[LanguageFiles], cards: Sequence[Card], shown: Mapping[str, str]) -> str:
    """Return a card in each language; shown: under which text each picture is printed."""
    card = cards[0]
    rows = [
        row("heading", [f"<h3>{escape(each.title)}</h3><p>{escape(each.headline)}</p>" for each in cards]),
        *_picture_rows(cards),
        *_step_rows([each.steps for each in cards]),
        row("to take home", each_of(_note, zip(readings, cards, strict=True))),
        row("question", each_of(_teach_back, [each.teach_back for each in cards]), card.teach_back.sources),
    ]
    if card.attract_question:
        rows.append(row("to walkers-by", [f"<p>{escape(each.attract_question)}</p>" for each in cards]))
    stops = ", ".join(STOPS[stop] for stop in card.stops) or "none"
    return (
        f"<p>Stops: {stops}. See also: {', '.join(card.related) or 'none'}. "
        f"Offered after: {_answers_that_lead(card)}.</p>"
        + table(readings, rows)
        + _pictures(readings[0], card.pictures, card.id, shown)
    )


def emergency_part(
    readings: Sequence[LanguageFiles], chapters: Sequence[Sequence[Step]], shown: Mapping[str, str]
) -> str:
    """Return the chapter that stands behind every card, in each language, with its pictures."""
    pictures = dict.fromkeys(picture for step in chapters[0] for picture in step.pictures)
    return table(readings, _step_rows(chapters)) + _pictures(readings[0], pictures, EMERGENCY, shown)


def sources_part(reading: LanguageFiles, used: Iterable[str]) -> str:
    """Return every source once, by its id, and then once each what was read of them."""
    sources = {key: reading.sources[key] for key in sorted(set(used))}
    items = "".join(
        f"<li><b>{escape(key)}</b> {escape(source.title)}. {escape(source.publisher)}. "
        f"{escape(source.where)}</li>"
        for key, source in sources.items()
    )
    seen: dict[str, list[str]] = {}
    for key, source in sources.items():
        seen.setdefault(source.seen, []).append(key)
    read = "".join(f"<li>{escape(what)}: {escape(', '.join(keys))}</li>" for what, keys in seen.items())
    return f"<ul>{items}</ul><h3>What was read of them</h3><ul>{read}</ul>"


def _answers_that_lead(card: Card) -> str:
    tables = [("", card.leads_here)]
    tables += [(f" at step {index}", step.leads_here) for index, step in enumerate(card.steps, start=1)]
    told = [
        f"{', '.join(answer for answer in leads if leads[answer] == rank)} (place {rank}{where})"
        for where, leads in tables
        for rank in sorted(set(leads.values()))
    ]
    return "; ".join(told) or "no answer"


def _picture_rows(cards: Sequence[Card]) -> list[str]:
    states = [
        ("picture", "alt", "caption"),
        ("picture “healthy”", "healthy_alt", "healthy_caption"),
        ("picture “affected”", "affected_alt", "affected_caption"),
    ]
    return [
        row(
            label,
            [_aloud_and_under(getattr(each.picture, alt), getattr(each.picture, under)) for each in cards],
        )
        for label, alt, under in states
        if getattr(cards[0].picture, alt)
    ]


def _aloud_and_under(alt: str, caption: str) -> str:
    under = f"<p>Under it: {escape(caption)}</p>" if caption else ""
    return f"<p>Read aloud: {escape(alt)}</p>{under}"


def _pictures(reading: LanguageFiles, names: Iterable[str], key: str, shown: Mapping[str, str]) -> str:
    names = tuple(names)
    figures = []
    for name in names:
        if shown[name] == key:
            path = reading.folders.picture(name)
            kind = "on-pathway" if name.startswith(f"pictures/{key}-") else "alone"
            figures.append(
                f'<figure><img class="{kind}" src="{inlined(path)}" alt=""><figcaption>'
                f"<b>{escape(name)}</b> {escape(picture_claim(path))}</figcaption></figure>"
            )
    others = "; ".join(f"{escape(name)} (see {escape(shown[name])})" for name in names if shown[name] != key)
    also = f"<p>Also: {others}.</p>" if others else ""
    return f'<div class="figures">{"".join(figures)}</div>{also}'


def _step_rows(chapters: Sequence[Sequence[Step]]) -> list[str]:
    return [
        row(_step_label(number, steps[0]), each_of(_step, steps), steps[0].sources)
        for number, steps in enumerate(zip(*chapters, strict=True), start=1)
    ]


def _step_label(number: int, step: Step) -> str:
    told = (("picture", step.scene), ("page", step.id), ("opens", step.opens))
    more = "".join(f"<br>{what} {escape(name)}" for what, name in told if name)
    return f"{number} {step.kind.replace('_', ' ')}{more}"


def _step(step: Step) -> str:
    kinds = {place: kind for kind, places in step.must_know.items() for place in places}
    text = "".join(
        f"<p>{_must_know(kinds, f'text.{index}')}{escape(each)}</p>" for index, each in enumerate(step.text)
    )
    points = "".join(
        f"<li>{_must_know(kinds, f'points.{index}')}{escape(each)}</li>"
        for index, each in enumerate(step.points)
    )
    return f"<h4>{escape(step.title)}</h4>{text}" + (f"<ul>{points}</ul>" if points else "")


def _must_know(kinds: Mapping[str, str], place: str) -> str:
    return f"<mark>{kinds[place].replace('_', ' ')}</mark> " if place in kinds else ""


def _note(told: tuple[LanguageFiles, Card]) -> str:
    """Return the note to take home; a paragraph that an earlier card has too is only named."""
    reading, card = told
    earlier = {
        text: f"<p>[card {other.number}, paragraph {index}]</p>"
        for other in reversed(reading.cards)
        if other.number < card.number
        for index, text in enumerate(other.take_home, start=1)
    }
    return "".join(earlier.get(text) or paragraphs((text,)) for text in card.take_home)


def _teach_back(teach_back: TeachBack) -> str:
    answers = [
        f"{answer} ✔ (right)" if index == teach_back.right else answer
        for index, answer in enumerate(teach_back.answers)
    ]
    return (
        f"<h4>{escape(teach_back.question)}</h4>{listed(answers)}"
        f"<p>If right: {escape(teach_back.why)}</p><p>If not: {escape(teach_back.another_way)}</p>"
    )
