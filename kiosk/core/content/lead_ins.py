"""Texts that end in a colon and lead in the points below them, and what keeps both on one page."""

from collections.abc import Iterator, Sequence
from typing import Final

from kiosk.core.content.cards import PosterList
from kiosk.core.content.steps import Step
from kiosk.core.content.wording import sentences, word_count
from kiosk.core.self_check.texts import OutcomeText
from kiosk.core.validation import KeyPath, Problem

WORDS_TOGETHER: Final = 45
"""Most words of a lead-in's last sentence and one point: the smallest glass has room for about 45."""
NUMBER: Final = "{emergency_number}"


def leads_in(text: str) -> bool:
    """Whether a text leads in the points below it."""
    return text.endswith(":")


def last_apart(text: str) -> tuple[str, str]:
    """Return what comes before the last sentence of a text, and that sentence.

    A sentence has one end; colons within it do not part it.
    """
    parts = sentences(text)
    first = max(len(parts) - 1, 0)
    while first > 0 and parts[first - 1].endswith(":"):
        first -= 1
    return " ".join(parts[:first]), " ".join(parts[first:])


def step_problems(steps: Sequence[Step]) -> Iterator[Problem]:
    """Lead-ins of a card without points, red flags without a lead-in, and what is too long for one page."""
    for index, step in enumerate(steps):
        place: KeyPath = ("steps", index)
        last = step.text[-1] if step.text else ""
        if any(map(leads_in, step.text[:-1])) or (leads_in(last) and not step.points):
            yield Problem((*place, "text"), "what ends in a colon stands last, and leads in points")
        if step.kind == "emergency" and step.points and not leads_in(last):
            yield Problem(
                (*place, "points"), "lead in the points of an emergency by a text that ends in a colon"
            )
        if leads_in(last):
            yield from _long(last, step.points, (*place, "points"))


def poster_problems(lists: Sequence[PosterList]) -> Iterator[Problem]:
    """Conditions of the poster that do not lead in their lines, and what is too long for one page."""
    for list_index, part in enumerate(lists):
        for index, group in enumerate(part.groups):
            place: KeyPath = ("lists", list_index, "groups", index, "when")
            if not leads_in(group.when):
                yield Problem(place, "it leads in the lines below it: end it in a colon")
            yield from _long(group.when, [line.text for line in group.lines], place)


def now_problems(now: OutcomeText) -> Iterator[Problem]:
    """Whether NOW says at its beginning whom to call where no staff are near."""
    if not any(NUMBER in text for text in now.text[:1]):
        yield Problem(
            ("outcomes", "now", "text"), f"the first text says {NUMBER}, for when no staff are near"
        )


def _long(lead_in: str, points: Sequence[str], place: KeyPath) -> Iterator[Problem]:
    before = last_apart(lead_in)[1]
    for point in points:
        words = word_count((before, point))
        if words > WORDS_TOGETHER:
            message = f"{words} words with the sentence that leads it in, at most {WORDS_TOGETHER}: {point!r}"
            yield Problem(place, message)
