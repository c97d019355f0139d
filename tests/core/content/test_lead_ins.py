"""What leads in points is known by its colon, and stands where a page break cannot part them."""

import dataclasses

import pytest

from kiosk.core.content.cards import PosterGroup, PosterLine, PosterList
from kiosk.core.content.lead_ins import last_apart, leads_in, now_problems, poster_problems, step_problems
from kiosk.core.content.steps import Step
from kiosk.core.self_check.texts import OutcomeText
from kiosk.core.validation import Problem

NO_POINTS = "what ends in a colon stands last, and leads in points"
NO_LEAD_IN = "lead in the points of an emergency by a text that ends in a colon"
LONG = " ".join(["word"] * 42)


def poster(when: str, *lines: str) -> list[PosterList]:
    group = PosterGroup(when, tuple(PosterLine(("N1",), line, ("M",)) for line in lines))
    return [PosterList("now", "Now", "", (group,))]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Tell us now, for:", ("", "Tell us now, for:")),
        ("It is rare. It can spread. Tell us now, for:", ("It is rare. It can spread.", "Tell us now, for:")),
        ("It is rare. Anywhere else: call, for:", ("It is rare.", "Anywhere else: call, for:")),
        ("", ("", "")),
    ],
)
def test_the_last_sentence_is_taken_apart_whole(text: str, parts: tuple[str, str]) -> None:
    assert last_apart(text) == parts


def test_a_colon_at_the_end_leads_in() -> None:
    assert leads_in("Tell us now, for:")
    assert not leads_in("Anywhere else: call.")


@pytest.mark.parametrize(
    ("step", "problems"),
    [
        (Step("signs", "S", ("You may notice:",), ("M",), ("Falls",)), []),
        (Step("signs", "S", ("You may fall.",), ("M",)), []),
        (Step("signs", "S", (), ("M",), ("Falls",)), []),
        (Step("emergency", "S", ("Tell us now.",), ("M",)), []),
        (
            Step("signs", "S", ("You may notice:", "More."), ("M",), ("Falls",)),
            [Problem(("steps", 1, "text"), NO_POINTS)],
        ),
        (Step("signs", "S", ("You may notice:",), ("M",)), [Problem(("steps", 1, "text"), NO_POINTS)]),
        (
            Step("emergency", "S", ("Tell us now.",), ("M",), ("Falls",)),
            [Problem(("steps", 1, "points"), NO_LEAD_IN)],
        ),
        (Step("emergency", "S", (), ("M",), ("Falls",)), [Problem(("steps", 1, "points"), NO_LEAD_IN)]),
    ],
)
def test_a_step_leads_in_its_points_or_says_no_colon(step: Step, problems: list[Problem]) -> None:
    sound = Step("in_short", "In short", ("It is so.",), ("M",))
    assert list(step_problems([sound, step])) == problems


def test_a_point_may_be_as_long_as_the_smallest_glass_has_room_for_with_its_lead_in() -> None:
    step = Step("signs", "S", ("A first sentence of many words. You may notice:",), ("M",), (LONG, "Falls"))
    assert list(step_problems([step])) == []

    longer = dataclasses.replace(step, points=(LONG, f"{LONG} more"))
    message = f"46 words with the sentence that leads it in, at most 45: '{LONG} more'"
    assert list(step_problems([longer])) == [Problem(("steps", 0, "points"), message)]


def test_a_long_point_that_nothing_leads_in_is_left_to_the_other_limits() -> None:
    step = Step("signs", "S", ("Words.",), ("M",), (f"{LONG} and more and more",))
    assert list(step_problems([step])) == []


def test_every_condition_of_the_poster_leads_in_its_lines() -> None:
    place = ("lists", 0, "groups", 0, "when")
    assert list(poster_problems(poster("Right now:", "Falls", LONG))) == []
    assert list(poster_problems(poster("Right now", "Falls"))) == [
        Problem(place, "it leads in the lines below it: end it in a colon")
    ]
    too_long = list(poster_problems(poster("If this is new:", LONG)))
    assert too_long == [Problem(place, f"46 words with the sentence that leads it in, at most 45: {LONG!r}")]


@pytest.mark.parametrize(
    ("text", "is_said"),
    [
        (("Show this. If no staff are near, call {emergency_number}.", "You did right."), True),
        (("Show this.", "If no staff are near, call {emergency_number}."), False),
        (("Show this. If no staff are near, call 911.",), False),
        ((), False),
    ],
)
def test_now_says_at_its_beginning_whom_to_call(text: tuple[str, ...], *, is_said: bool) -> None:
    message = "the first text says {emergency_number}, for when no staff are near"
    found = list(now_problems(OutcomeText("Now", text)))
    assert found == ([] if is_said else [Problem(("outcomes", "now", "text"), message)])
