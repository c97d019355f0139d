"""What a visitor may take home from a card: its key points, short enough for a code a phone reads."""

from typing import Final

from kiosk.core.content import Card

MOST_CHARACTERS: Final = 320
"""More would need a code of finer squares than a phone reads at arm's length from the smallest glass."""


def key_points(card: Card) -> tuple[str, ...]:
    """Return the title, what is said in short and what to do today, as much as there is room for."""
    points = [card.title]
    steps = [step for kind in ("in_short", "today") for step in card.steps if step.kind == kind]
    for point in (text for step in steps for text in (*step.text, *step.points)):
        if len("\n".join([*points, point])) <= MOST_CHARACTERS:
            points.append(point)
    return tuple(points)
