"""The pages of a card: their order, what must be known from them, and what makes each fit to be read."""

import dataclasses
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.content.steps import (
    CHAPTERS,
    DOORS,
    Chapter,
    EmergencyChapter,
    Step,
    StepKind,
    TeachBack,
    emergency_behind,
    emergency_problems,
    fact_problems,
    first_of,
    first_pages,
    opening_problems,
    order_problems,
    step_problems,
    teach_back_problems,
)
from kiosk.core.validation import KeyPath, Problem

SOURCES = ("M-MD", "M-NM")
LONG = "word " * 20 + "end."
"""A sentence one word too long."""
PLACE: KeyPath = ("steps", 1)
STEP = Step("signs", "Signs", (), ("M-MD", "M-NM"), ("Falls", "Big calves"))
TEACH_BACK = TeachBack("Can it be new?", ("Yes.", "No.", "Never."), 0, "It can.", "It is.", ("M-MD",))
KINDS: tuple[StepKind, ...] = (
    *("in_short", "happens", "signs", "signs", "help", "help", "do", "ask", "do", "clinic", "more"),
)
IN_ORDER = (
    "the steps must stand in this order of their kinds: "
    "in_short, happens, signs, help, do, ask, clinic, more, emergency"
)
ONE_FIRST = "a card has one step of kind 'in_short', its first page"
KNOWN = (
    Step(
        "in_short",
        "In short",
        ("It is.", "Go now."),
        ("M-MD",),
        must_know={
            "what_it_is": ("text.0",),
            "emergency": ("text.1",),
        },
    ),
    Step("happens", "How", ("So.",), ("M-MD",)),
    Step("signs", "Signs", (), ("M-MD",), ("Falls", "Calves"), must_know={"sign": ("points.0", "points.1")}),
    Step(
        "help",
        "Help",
        ("An exam.",),
        ("M-MD",),
        ("Pills", "Care"),
        must_know={
            "found": ("text.0",),
            "helps": ("points.0", "points.1"),
        },
    ),
    Step("do", "Do", (), ("M-MD",), ("Write", "Tell"), must_know={"today": ("points.0", "points.1")}),
    Step("ask", "Ask", (), ("M-MD",), ("Why?",), must_know={"ask": ("points.0",)}),
)
"""Ten facts, nine of them on the first pages."""


def steps_of(*kinds: StepKind) -> tuple[Step, ...]:
    return tuple(Step(kind, kind, ("Words.",), ("M-MD",)) for kind in kinds)


def told(problems: list[Problem]) -> list[tuple[KeyPath, str]]:
    return [(problem.place, problem.message) for problem in problems]


def known(index: int, **must_know: tuple[str, ...]) -> tuple[Step, ...]:
    """Return the steps with other facts on one of them."""
    return tuple(
        dataclasses.replace(step, must_know=must_know) if place == index else step
        for place, step in enumerate(KNOWN)
    )


def test_every_kind_of_step_stands_in_a_chapter_and_every_chapter_has_one() -> None:
    assert tuple(CHAPTERS) == get_args(StepKind)
    assert list(dict.fromkeys(CHAPTERS.values())) == list(Chapter)
    assert [chapter for chapter in Chapter if chapter in DOORS] == list(DOORS)
    chapters = [step.chapter for step in steps_of("in_short", "do", "ask", "clinic", "more", "emergency")]
    assert chapters == [
        *(Chapter.FIRST, Chapter.DO, Chapter.DO, Chapter.DO, Chapter.MORE, Chapter.EMERGENCY),
    ]


def test_a_step_of_what_to_do_has_a_drawing_of_its_own_unless_it_names_a_scene() -> None:
    plain, do, ask = steps_of("signs", "do", "ask")
    assert (plain.drawing, plain.pictures) == ("", ())
    assert (do.drawing, do.pictures) == ("today", ("pictures/today.svg",))
    assert ask.pictures == ()
    ticks = dataclasses.replace(do, scene="ticks")
    assert (ticks.drawing, ticks.pictures) == ("ticks", ("pictures/ticks.svg",))


def test_words_and_facts_of_a_step_are_counted_in_paragraphs_and_points() -> None:
    step = Step("help", "Not counted", ("One two.", "Three"), ("M-MD",), ("four five six",))
    assert step.words == 6
    assert step.facts == ()
    assert KNOWN[3].facts == ("found", "helps", "helps")


def test_a_chapter_begins_at_its_first_step() -> None:
    steps = steps_of(*KINDS)
    assert [first_of(steps, chapter) for chapter in Chapter] == [0, 1, 2, 4, 6, 10, None]


def test_the_first_pages_are_those_of_the_card_of_signs_of_help_and_of_what_to_do() -> None:
    steps = steps_of(*KINDS)
    assert first_pages(steps) == (steps[0], steps[2], steps[4], steps[6])
    assert first_pages(steps[:3]) == (steps[0], steps[2])
    assert first_pages(()) == ()


def test_chapters_in_their_order_are_no_problem() -> None:
    assert order_problems(steps_of(*KINDS)) == []
    assert order_problems(steps_of("in_short", "happens", "signs", "help", "do")) == []


@pytest.mark.parametrize(
    ("kinds", "messages"),
    [
        (("happens", "signs", "help", "do"), [ONE_FIRST]),
        (("in_short", "in_short", "happens", "signs", "help", "do"), [ONE_FIRST]),
        (("happens", "in_short", "signs", "help", "do"), [IN_ORDER]),
        (("in_short", "happens", "help", "signs", "do"), [IN_ORDER]),
        (("in_short", "happens", "signs", "help", "more", "do"), [IN_ORDER]),
        (("in_short", "signs", "help", "do"), ["no step is of the chapter 'happens'"]),
        (("in_short", "happens", "help", "do"), ["no step is of the chapter 'signs'"]),
        (("in_short", "happens", "signs", "ask"), ["no step is of the chapter 'help'"]),
        (("in_short", "happens", "signs", "help"), ["no step is of the chapter 'do'"]),
        ((), [ONE_FIRST, *(f"no step is of the chapter '{door}'" for door in DOORS)]),
    ],
)
def test_a_card_whose_chapters_are_mixed_or_missing_is_told_so(
    kinds: tuple[StepKind, ...], messages: list[str]
) -> None:
    assert told(order_problems(steps_of(*kinds))) == [(("steps",), message) for message in messages]


def test_an_emergency_on_a_card_is_sent_to_the_shared_chapter() -> None:
    steps = steps_of("in_short", "happens", "signs", "help", "do", "emergency", "emergency")
    message = "the emergency chapter is the same on all cards: emergency.toml"
    assert told(order_problems(steps)) == [(("steps", index, "kind"), message) for index in (5, 6)]


@given(st.permutations(KINDS))
def test_just_the_order_of_the_chapters_counts_not_that_within_one(kinds: list[StepKind]) -> None:
    chapters = [CHAPTERS[kind] for kind in kinds]
    is_ordered = chapters == sorted(chapters, key=list(Chapter).index)
    assert order_problems(steps_of(*kinds)) == ([] if is_ordered else [Problem(("steps",), IN_ORDER)])


def test_facts_of_every_kind_on_the_first_pages_are_no_problem() -> None:
    assert fact_problems(KNOWN) == []


@pytest.mark.parametrize(
    ("steps", "message"),
    [
        (known(0, emergency=("text.1",)), "must_know: name 1 of the kind 'what_it_is'"),
        (known(0, what_it_is=("text.0",)), "must_know: name 1 of the kind 'emergency'"),
        (known(2, sign=("points.0",)), "must_know: name 2 of the kind 'sign'"),
        (known(3, helps=("points.0", "points.1")), "must_know: name 1 of the kind 'found'"),
        (known(3, found=("text.0",)), "must_know: name 1 of the kind 'helps'"),
        (known(5), "must_know: name 1 of the kind 'ask'"),
    ],
)
def test_a_kind_of_fact_that_is_missing_is_named(steps: tuple[Step, ...], message: str) -> None:
    problems = told(fact_problems(steps))
    assert problems[0] == (("steps",), message)
    assert len([problem for problem in problems if "of the kind" in problem[1]]) == 1


def test_eight_facts_are_enough_when_all_kinds_are_there_and_seven_are_not() -> None:
    helps = dataclasses.replace(KNOWN[3], must_know={"found": ("text.0",), "helps": ("points.0",)})
    asks = dataclasses.replace(KNOWN[4], must_know={"today": ("points.0",), "ask": ("points.1",)})
    eight = (*KNOWN[:3], helps, asks)
    assert sum(len(step.facts) for step in eight) == 8
    assert fact_problems(eight) == []
    one_sign = dataclasses.replace(KNOWN[2], must_know={"sign": ("points.0",)})
    assert told(fact_problems((*KNOWN[:2], one_sign, helps, asks))) == [
        (("steps",), "must_know: name 2 of the kind 'sign'"),
        (("steps",), "must_know: 7 facts; at least 8"),
    ]


def test_facts_on_pages_that_few_reach_are_told_with_their_share() -> None:
    late = dataclasses.replace(KNOWN[1], must_know={"what_it_is": ("text.0",)})
    message = "must_know: 9 of 11 facts stand on the first pages of a card: 90 % must"
    assert told(fact_problems((KNOWN[0], late, *KNOWN[2:]))) == [(("steps",), message)]


@pytest.mark.parametrize(
    ("must_know", "message"),
    [
        (
            {"what": ("text.0",)},
            "'what' is no kind of fact: what_it_is, sign, emergency, found, helps, today, ask",
        ),
        ({"found": ("text.1",)}, "'text.1' is no place in this step, such as 'text.0' or 'points.1'"),
        ({"found": ("points.9",)}, "'points.9' is no place in this step, such as 'text.0' or 'points.1'"),
        ({"found": ("title.0",)}, "'title.0' is no place in this step, such as 'text.0' or 'points.1'"),
        ({"found": ("text",)}, "'text' is no place in this step, such as 'text.0' or 'points.1'"),
        ({"found": ("text.-1",)}, "'text.-1' is no place in this step, such as 'text.0' or 'points.1'"),
        ({"found": ("text.0.1",)}, "'text.0.1' is no place in this step, such as 'text.0' or 'points.1'"),
    ],
)
def test_a_fact_of_no_kind_or_at_no_place_is_named_at_its_step(
    must_know: dict[str, tuple[str, ...]], message: str
) -> None:
    assert (("steps", 3, "must_know"), message) in told(fact_problems(known(3, **must_know)))


def step(**changes: Any) -> Step:
    return dataclasses.replace(STEP, **changes)


def first_page(*text: str, points: tuple[str, ...] = ()) -> Step:
    return Step("in_short", "In short", text, ("M-MD",), points)


def test_a_good_step_and_a_good_first_page_have_no_problems() -> None:
    assert step_problems(STEP, PLACE, SOURCES) == []
    assert step_problems(first_page("It is.", "Go now."), PLACE, SOURCES) == []


@pytest.mark.parametrize(
    ("faulty", "place", "message"),
    [
        (step(title=""), (*PLACE, "title"), "must not be empty"),
        (step(points=()), PLACE, "a step needs text or points"),
        (step(text=("",)), (*PLACE, "text"), "must not be empty"),
        (step(points=("Falls", " ")), (*PLACE, "points"), "must not be empty"),
        (step(sources=()), (*PLACE, "sources"), "every claim needs at least one source"),
        (step(sources=("M-MD", "M-XX")), (*PLACE, "sources"), "no source has the id 'M-XX'"),
        (
            step(text=("Short. " + LONG,)),
            (*PLACE, "text"),
            f"a sentence has at most 20 words: {LONG!r}",
        ),
        (
            step(points=("Falls", LONG)),
            (*PLACE, "points"),
            f"a sentence has at most 20 words: {LONG!r}",
        ),
        *(
            (faulty, (*PLACE, "text"), "the first page has two paragraphs: what it is, a warning")
            for faulty in (
                first_page("It is."),
                first_page("It is.", "Go now.", "More."),
                first_page("It is.", "Go now.", points=("A point",)),
            )
        ),
    ],
)
def test_a_fault_of_a_step_is_named_at_its_place(faulty: Step, place: KeyPath, message: str) -> None:
    assert step_problems(faulty, PLACE, SOURCES) == [Problem(place, message)]


def test_a_sentence_of_twenty_words_and_a_step_of_sixty_are_allowed() -> None:
    sentence = "word " * 19 + "end."
    assert step_problems(step(text=(sentence, sentence), points=(sentence,)), PLACE, SOURCES) == []


def test_a_step_of_sixty_one_words_in_text_and_points_is_too_long() -> None:
    sentence = "word " * 19 + "end."
    faulty = step(text=(sentence, sentence), points=(sentence, "More"))
    message = "61 words; a step has at most 60: split it in two"
    assert step_problems(faulty, PLACE, SOURCES) == [Problem((*PLACE, "text"), message)]


def teach_back(**changes: Any) -> TeachBack:
    return dataclasses.replace(TEACH_BACK, **changes)


def test_a_good_question_has_no_problems() -> None:
    assert teach_back_problems(TEACH_BACK, SOURCES) == []


@pytest.mark.parametrize(
    ("faulty", "key", "message"),
    [
        (teach_back(question=""), "question", "must not be empty"),
        (teach_back(why=""), "why", "must not be empty"),
        (teach_back(another_way=""), "another_way", "must not be empty"),
        (teach_back(why=LONG), "why", f"a sentence has at most 20 words: {LONG!r}"),
        (teach_back(another_way=LONG), "another_way", f"a sentence has at most 20 words: {LONG!r}"),
        (teach_back(answers=("Yes.", "", "No.")), "answers", "must not be empty"),
        (teach_back(answers=("Yes.", "No.")), "answers", "a teach-back has 3 answers"),
        (teach_back(right=3), "right", "right is the index, from 0, of one of the answers"),
        (teach_back(right=-1), "right", "right is the index, from 0, of one of the answers"),
        (teach_back(sources=()), "sources", "every claim needs at least one source"),
        (teach_back(sources=("X",)), "sources", "no source has the id 'X'"),
    ],
)
def test_a_fault_of_a_question_is_named_at_its_place(faulty: TeachBack, key: str, message: str) -> None:
    assert teach_back_problems(faulty, SOURCES) == [Problem(("teach_back", key), message)]


URGENT = Step("emergency", "Now", ("Call.",), ("M-MD",))


def test_a_good_emergency_chapter_has_no_problems() -> None:
    assert emergency_problems(EmergencyChapter((URGENT, URGENT)), SOURCES) == []


def test_an_emergency_chapter_without_a_step_is_a_problem() -> None:
    message = "an emergency chapter needs a step"
    assert told(emergency_problems(EmergencyChapter(()), SOURCES)) == [(("steps",), message)]


def test_only_emergencies_stand_in_their_chapter_and_each_is_judged_as_a_step_of_a_card() -> None:
    chapter = EmergencyChapter((URGENT, dataclasses.replace(STEP, sources=("X",)), URGENT))
    assert told(emergency_problems(chapter, SOURCES)) == [
        (("steps", 1, "kind"), "a step in here is of kind 'emergency'"),
        (("steps", 1, "sources"), "no source has the id 'X'"),
    ]


STROKE = dataclasses.replace(URGENT, id="stroke")
INJURY = dataclasses.replace(URGENT, id="injury")
WARNED = Step("in_short", "In short", ("It is.", "Tell us."), ("M-MD",), opens="injury")


def test_no_two_pages_of_the_emergency_chapter_have_one_id() -> None:
    chapter = EmergencyChapter((STROKE, URGENT, STROKE, URGENT))
    message = "another page has the id 'stroke' too"
    assert told(emergency_problems(chapter, SOURCES)) == [(("steps", 2, "id"), message)]


def test_the_page_that_a_warning_opens_stands_first_and_the_others_as_they_are() -> None:
    pages = (URGENT, STROKE, INJURY)
    assert emergency_behind((WARNED, STEP), pages) == (INJURY, URGENT, STROKE)
    assert emergency_behind((STEP,), pages) == pages
    assert opening_problems((STEP, WARNED), pages) == []


def test_a_warning_that_opens_no_page_is_named_with_the_pages_there_are() -> None:
    assert told(opening_problems((STEP, WARNED), (URGENT, STROKE))) == [
        (("steps", 1, "opens"), "no page of emergency.toml has the id 'injury'; there are: stroke")
    ]
    assert opening_problems((STEP, WARNED), ()) == [], "what could not be read has its own problem"
    assert opening_problems((STEP, WARNED), (URGENT,)) == [], "a clinic's own pages may have no names"
