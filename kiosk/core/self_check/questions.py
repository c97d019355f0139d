"""The self-check's questions and their answers by id, and what touching an answer does to the others.

Texts by id stand in content/<language>/self_check_questions.toml.
"""

import dataclasses
from collections.abc import Collection
from typing import Final, Literal


@dataclasses.dataclass(frozen=True, slots=True)
class Question:
    """One question: ids of its answers in the order shown.

    exclusive: the answers that stand alone and clear the others; in a "single" question that is every one.
    skip_if: the answer that makes this question idle, or "".
    """

    id: str
    selection: Literal["multiple", "single"]
    answers: tuple[str, ...]
    exclusive: frozenset[str]
    is_red_flag: bool = False
    skip_if: str = ""

    @property
    def last_page_only(self) -> frozenset[str]:
        """Answers that mean "I have seen them all": they stand on the last page."""
        return frozenset(answer for answer in self.exclusive if self.selection != "single")


def _all_that_fit(question_id: str, *answers: str, is_red_flag: bool = False) -> Question:
    letter = answers[0][0]
    exclusive = (f"{letter}-not-sure", f"{letter}-none") if is_red_flag else (f"{letter}-none",)
    return Question(question_id, "multiple", (*answers, *exclusive), frozenset(exclusive), is_red_flag)


def _one(question_id: str, *answers: str, skip_if: str = "") -> Question:
    return Question(question_id, "single", answers, frozenset(answers), skip_if=skip_if)


QUESTIONS: Final = (
    _all_that_fit("Q1", "A1", "A2", "A3", "A4", "A5", is_red_flag=True),
    _all_that_fit("Q2", "B1", "B2", "B3", "B4", "B5", "B6", "B7", is_red_flag=True),
    _all_that_fit("Q3", "S1", "S2", "S3", "S4", "S5", "S6", "S7"),
    _one("Q4", "start-weeks", "start-months", "start-years", "start-not-sure", skip_if="S-none"),
    _one("Q5", "trend-worse", "trend-same", "trend-better", "trend-not-sure", skip_if="S-none"),
    _one("Q6", "family-yes", "family-no", "family-not-sure"),
    _all_that_fit("Q7", "E1", "E2", "E3", "E4", "E5", "E6", "E7"),
    _one("Q8", "K0", "K1", "K2", "K3"),
)
ANSWERS: Final = tuple(answer for question in QUESTIONS for answer in question.answers)


def question_of(answer: str) -> Question:
    """Return the question an answer belongs to; KeyError when there is none."""
    for question in QUESTIONS:
        if answer in question.answers:
            return question
    raise KeyError(answer)


def choose(given: tuple[str, ...], answer: str) -> tuple[str, ...]:
    """Touch an answer; an exclusive answer clears the others, and the reverse.

    A second touch takes back a tick, but not the answer of a question that has one: another replaces it.
    The order of touches is kept; answers to questions that this one makes idle are forgotten.
    """
    question = question_of(answer)
    if answer in given and question.selection == "multiple":
        return tuple(other for other in given if other != answer)
    cleared = set(question.answers) if answer in question.exclusive else set(question.exclusive)
    for other in QUESTIONS:
        if other.skip_if == answer:
            cleared |= set(other.answers)
    return (*(other for other in given if other not in cleared), answer)


def asked(given: Collection[str]) -> tuple[Question, ...]:
    """Return the questions that are not made idle by an answer given."""
    return tuple(question for question in QUESTIONS if question.skip_if not in given)
