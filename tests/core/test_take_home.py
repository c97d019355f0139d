"""What goes into the code for a phone."""

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.content import Step
from kiosk.core.take_home import MOST_CHARACTERS, key_points
from tests.core.test_content import CARD

SHORT = CARD.steps[0]
TODAY = Step("today", "Today", ("Write it down.",), ("M-MD",), ("When it began", "What helps"))


def test_key_points_are_the_title_what_is_said_in_short_and_what_to_do_today() -> None:
    card = dataclasses.replace(CARD, steps=(SHORT, CARD.steps[1], TODAY))
    assert key_points(card) == (CARD.title, *SHORT.text, *TODAY.text, *TODAY.points)


@given(st.lists(st.text(min_size=1, max_size=200), max_size=8))
def test_they_never_are_more_than_a_phone_reads_and_keep_their_order(points: list[str]) -> None:
    card = dataclasses.replace(CARD, steps=(SHORT, dataclasses.replace(TODAY, points=tuple(points))))
    taken = key_points(card)
    assert len("\n".join(taken)) <= MOST_CHARACTERS
    left = iter((CARD.title, *SHORT.text, *TODAY.text, *points))
    assert all(point in left for point in taken)
