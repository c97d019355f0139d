"""Texts of the self-check: each id has one, none is blank, and none is for an id the rules do not know."""

import dataclasses

import pytest

from kiosk.core.self_check.questions import ANSWERS, QUESTIONS
from kiosk.core.self_check.rules import Urgency
from kiosk.core.self_check.texts import Outcomes, OutcomeText, SelfCheckTexts, text_problems
from kiosk.core.validation import Problem

OUTCOMES = Outcomes(
    now=OutcomeText("Now", ("Tell the desk.", "You did right.")),
    soon=OutcomeText("Today", ("Tell your care team.",)),
    routine=OutcomeText("At your visit", ("Bring it up.",), ("What is it?",)),
    learn=OutcomeText("Nothing tapped", ("Talk to us.",)),
)
WHOLE = SelfCheckTexts(
    questions={question.id: f"The question {question.id}" for question in QUESTIONS},
    answers={answer: f"The answer {answer}" for answer in ANSWERS},
    outcomes=OUTCOMES,
)


def _without(texts: dict[str, str], key: str) -> dict[str, str]:
    return {name: text for name, text in texts.items() if name != key}


def test_whole_texts_have_no_problems() -> None:
    assert text_problems(WHOLE) == []


@pytest.mark.parametrize(
    ("tier", "title"),
    [
        (Urgency.NOW, "Now"),
        (Urgency.SOON, "Today"),
        (Urgency.ROUTINE, "At your visit"),
        (Urgency.LEARN, "Nothing tapped"),
    ],
)
def test_each_tier_has_its_own_text(tier: Urgency, title: str) -> None:
    assert OUTCOMES.of(tier).title == title


@pytest.mark.parametrize("question", WHOLE.questions)
def test_a_question_without_a_text_is_a_problem(question: str) -> None:
    texts = dataclasses.replace(WHOLE, questions=_without(WHOLE.questions, question))
    assert text_problems(texts) == [Problem(("questions",), f"the text of {question!r} is missing")]


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_without_a_text_is_a_problem(answer: str) -> None:
    texts = dataclasses.replace(WHOLE, answers=_without(WHOLE.answers, answer))
    assert text_problems(texts) == [Problem(("answers",), f"the text of {answer!r} is missing")]


@pytest.mark.parametrize("key", ["Q9", "A1", "q1", ""])
def test_a_text_for_a_question_nobody_asks_is_a_problem_at_its_place(key: str) -> None:
    texts = dataclasses.replace(WHOLE, questions={**WHOLE.questions, key: "Text"})
    assert text_problems(texts) == [Problem(("questions", key), f"the rules know no {key!r}")]


@pytest.mark.parametrize("key", ["A6", "Q1", "a1", "None"])
def test_a_text_for_an_answer_nobody_can_give_is_a_problem_at_its_place(key: str) -> None:
    texts = dataclasses.replace(WHOLE, answers={**WHOLE.answers, key: "Text"})
    assert text_problems(texts) == [Problem(("answers", key), f"the rules know no {key!r}")]


@pytest.mark.parametrize("blank", ["", " ", "\n\t"])
def test_a_blank_text_is_a_problem_at_its_place(blank: str) -> None:
    texts = dataclasses.replace(
        WHOLE, questions={**WHOLE.questions, "Q4": blank}, answers={**WHOLE.answers, "S-none": blank}
    )
    assert text_problems(texts) == [
        Problem(("questions", "Q4"), "must not be empty"),
        Problem(("answers", "S-none"), "must not be empty"),
    ]


@pytest.mark.parametrize("tier", ["now", "soon", "routine", "learn"])
@pytest.mark.parametrize(
    "outcome",
    [
        OutcomeText("", ("Text.",)),
        OutcomeText(" \t", ("Text.",)),
        OutcomeText("Title", ()),
        OutcomeText("Title", ("",)),
        OutcomeText("Title", ("Text.", " ")),
    ],
)
def test_an_outcome_without_a_title_or_with_a_blank_text_is_a_problem(
    tier: str, outcome: OutcomeText
) -> None:
    texts = dataclasses.replace(WHOLE, outcomes=dataclasses.replace(OUTCOMES, **{tier: outcome}))
    assert text_problems(texts) == [Problem(("outcomes", tier), "an outcome needs a title and a text")]


def test_all_problems_are_told_at_once() -> None:
    nothing = OutcomeText("", ())
    texts = SelfCheckTexts({}, {"X": ""}, Outcomes(nothing, nothing, nothing, nothing))
    problems = text_problems(texts)
    assert len(problems) == len(QUESTIONS) + len(ANSWERS) + 2 + len(Urgency)
    assert [problem.message for problem in problems if problem.place == ("answers", "X")] == [
        "the rules know no 'X'",
        "must not be empty",
    ]
