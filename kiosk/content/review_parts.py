"""The parts of the review print-out that have steps: cards and the emergencies behind them."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Final

from kiosk.content.files import LanguageFiles
from kiosk.content.review_rows import each_of, listed, row, table
from kiosk.core.content.cards import Card
from kiosk.core.content.steps import Step, TeachBack

SHORT: Final = 6
"""Words: to print a text of as many again takes no more room than to say where it stands."""


class Printed:
    """What one language has been printed of so far, so that each text is read once."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._places: dict[str, str] = {}

    def once(self, text: str, place: str) -> str:
        """Return a text for HTML, or where it stands already; place: where it is about to stand."""
        first = self._places.setdefault(text, place)
        return escape(text) if first == place or len(text.split()) <= SHORT else f"[{first}]"


def card_part(readings: Sequence[LanguageFiles], cards: Sequence[Card], printed: Sequence[Printed]) -> str:
    """Return a card in each language; printed: what each language had on the cards before."""
    first = cards[0]
    where = f"card {first.number}"
    rows = [row("", [f"<h3>{escape(each.title)}</h3><p>{escape(each.headline)}</p>" for each in cards])]
    if any(_captions(first)):
        rows.append(row("pictures", [listed(_captions(each)) for each in cards]))
    rows += _step_rows(where, [each.steps for each in cards], printed)
    notes = zip(cards, printed, strict=True)
    rows.append(row("to take home", [_note(where, each.take_home, told) for each, told in notes]))
    rows.append(
        row("question", each_of(_teach_back, [each.teach_back for each in cards]), first.teach_back.sources)
    )
    if first.attract_question:
        rows.append(row("to walkers-by", [f"<p>{escape(each.attract_question)}</p>" for each in cards]))
    return table(readings, rows)


def emergency_part(readings: Sequence[LanguageFiles], chapters: Sequence[Sequence[Step]]) -> str:
    """Return the chapter that stands behind every card, in each language."""
    return table(readings, _step_rows("emergency", chapters, [Printed() for _ in readings]))


def _captions(card: Card) -> tuple[str, ...]:
    picture = card.picture
    captions = (picture.caption, picture.healthy_caption, picture.affected_caption)
    return tuple(caption for caption in captions if caption)


def _step_rows(where: str, chapters: Sequence[Sequence[Step]], printed: Sequence[Printed]) -> list[str]:
    """Return a row a step; a kind that goes on from the step before is not said again."""
    rows, before = [], ""
    for number, steps in enumerate(zip(*chapters, strict=True), start=1):
        step = steps[0]
        kind = "" if step.kind == before else f" {step.kind.replace('_', ' ')}"
        told = (("picture", step.scene), ("page", step.id), ("opens", step.opens))
        more = "".join(f"<br>{what} {escape(name)}" for what, name in told if name)
        place = f"{where}, step {number}"
        cells = [_step(place, each, told) for each, told in zip(steps, printed, strict=True)]
        rows.append(row(f"{number}{kind}{more}", cells, step.sources))
        before = step.kind
    return rows


def _step(place: str, step: Step, printed: Printed) -> str:
    kinds = {where: kind for kind, places in step.must_know.items() for where in places}
    text = "".join(
        f"<p>{_must_know(kinds, f'text.{index}')}{printed.once(each, place)}</p>"
        for index, each in enumerate(step.text)
    )
    points = "".join(
        f"<li>{_must_know(kinds, f'points.{index}')}{printed.once(each, place)}</li>"
        for index, each in enumerate(step.points)
    )
    return f"<h4>{escape(step.title)}</h4>{text}" + (f"<ul>{points}</ul>" if points else "")


def _must_know(kinds: Mapping[str, str], place: str) -> str:
    return f"<mark>{kinds[place].replace('_', ' ')}</mark> " if place in kinds else ""


def _note(where: str, paragraphs: Sequence[str], printed: Printed) -> str:
    """Return the note to take home."""
    return "".join(f"<p>{printed.once(text, f'{where}, to take home')}</p>" for text in paragraphs)


def _teach_back(teach_back: TeachBack) -> str:
    answers = [
        f"{answer} ✔ (right)" if index == teach_back.right else answer
        for index, answer in enumerate(teach_back.answers)
    ]
    return (
        f"<h4>{escape(teach_back.question)}</h4>{listed(answers)}"
        f"<p>If right: {escape(teach_back.why)}</p><p>If not: {escape(teach_back.another_way)}</p>"
    )
