"""The self-check: questions, one ordered rule table, and what the answers come to.

Source of questions and rules: the clinic's medical fact base, part C. Texts by id stand in
content/<language>/self_check_questions.toml; a clinic may change texts, never rules.
"""

import dataclasses
import enum
from collections.abc import Collection, Iterable
from typing import Final, Literal

from kiosk.core.shape import Problem


class Tier(enum.IntEnum):
    """How soon to tell somebody; higher is sooner."""

    LEARN = 0
    ROUTINE = 1
    SOON = 2
    NOW = 3


@dataclasses.dataclass(frozen=True, slots=True)
class Question:
    """One question: ids of its answers in the order shown.

    alone: the answers that stand alone and clear the others; in a "one" question that is every one.
    skipped_after: the answer that makes this question idle, or "".
    """

    id: str
    takes: Literal["all that fit", "one"]
    answers: tuple[str, ...]
    alone: frozenset[str]
    is_red_flag: bool = False
    skipped_after: str = ""

    @property
    def last_page_only(self) -> frozenset[str]:
        """Answers that mean "I have seen them all": they stand on the last page."""
        return frozenset(answer for answer in self.alone if self.takes != "one")


@dataclasses.dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table: it fires when each group of `needs` has an answer that was given."""

    id: str
    tier: Tier
    needs: tuple[frozenset[str], ...]
    reason: str
    sources: tuple[str, ...]

    def fires(self, given: Collection[str]) -> bool:
        """Whether the answers given meet this rule."""
        return all(not group.isdisjoint(given) for group in self.needs)


@dataclasses.dataclass(frozen=True, slots=True)
class Outcome:
    """What the answers come to: the tier, and the id of the rule that decided it ("" for none)."""

    tier: Tier
    rule: str


def _all_that_fit(question_id: str, *answers: str, is_red_flag: bool = False) -> Question:
    letter = answers[0][0]
    alone = (f"{letter}-not-sure", f"{letter}-none") if is_red_flag else (f"{letter}-none",)
    return Question(question_id, "all that fit", (*answers, *alone), frozenset(alone), is_red_flag)


def _one(question_id: str, *answers: str, skipped_after: str = "") -> Question:
    return Question(question_id, "one", answers, frozenset(answers), skipped_after=skipped_after)


QUESTIONS: Final = (
    _all_that_fit("Q1", "A1", "A2", "A3", "A4", "A5", is_red_flag=True),
    _all_that_fit("Q2", "B1", "B2", "B3", "B4", "B5", is_red_flag=True),
    _all_that_fit("Q3", "S1", "S2", "S3", "S4", "S5", "S6", "S7"),
    _one("Q4", "start-weeks", "start-months", "start-years", "start-not-sure", skipped_after="S-none"),
    _one("Q5", "trend-worse", "trend-same", "trend-better", "trend-not-sure", skipped_after="S-none"),
    _one("Q6", "family-yes", "family-no", "family-not-sure"),
    _all_that_fit("Q7", "E1", "E2", "E3", "E4", "E5", "E6", "E7"),
    _one("Q8", "K0", "K1", "K2"),
)
ANSWERS: Final = tuple(answer for question in QUESTIONS for answer in question.answers)


def _any(*answers: str) -> frozenset[str]:
    return frozenset(answers)


_NEW: Final = "start-weeks"
_NEW_OR_NOT_SURE: Final = _any("start-weeks", "start-not-sure")
_WORSE: Final = "trend-worse"
_WORSE_OR_NOT_SURE: Final = _any("trend-worse", "trend-not-sure")
_ANY_SYMPTOM: Final = _any("S1", "S2", "S3", "S4", "S5", "S6", "S7")

RULES: Final = (
    Rule(
        "N1",
        Tier.NOW,
        (_any("A1", "A2", "A3", "A4", "A5", "A-not-sure"),),
        "Trouble breathing or swallowing, chest pain, or signs of a stroke; not sure counts as yes.",
        ("NHS-MG-S", "NHS-GBS-W", "NICE-L", "M-CP", "M-HA", "M-STR", "MAYO-FAST"),
    ),
    Rule(
        "N2",
        Tier.NOW,
        (_any("B1", "B2", "B3", "B4", "B5", "B-not-sure"),),
        "Fast-spreading weakness, pressure on the lowest nerves, a bad injury, or an infected joint; "
        "not sure counts as yes.",
        ("NICE-L", "NICE-S", "N-GBS", "CES-NHS", "M-HEAD", "M-SCI", "KNEE-NHS", "JHM"),
    ),
    Rule(
        "N3",
        Tier.NOW,
        (_any("S1"), _any(_NEW), _any(_WORSE)),
        "Limb weakness that grows within four weeks; one-sided weakness is included on purpose.",
        ("NICE-L",),
    ),
    Rule(
        "N4",
        Tier.NOW,
        (_any("S7"), _any(_NEW)),
        "A new change of speech or swallowing.",
        ("M-STR", "M-MG", "NHS-GBS-W"),
    ),
    Rule(
        "N5",
        Tier.NOW,
        (_any("S3"), _any(_NEW), _any(_WORSE), _any("E5")),
        "Tingling that grows after an infection may be the start of a spreading nerve problem.",
        ("N-GBS", "M-GBS"),
    ),
    Rule("P1", Tier.SOON, (_any("S7"),), "Trouble with speech or swallowing, at any time.", ("NICE-L",)),
    Rule("P2", Tier.SOON, (_any("S5"),), "Droopy lids or double vision.", ("NHS-MG-S", "M-BOT")),
    Rule(
        "P3",
        Tier.SOON,
        (_any("S1"), _WORSE_OR_NOT_SURE | _NEW_OR_NOT_SURE),
        "Weakness that is new, grows, or may do so.",
        ("NICE-L",),
    ),
    Rule(
        "P4",
        Tier.SOON,
        (_any("S1"), _any("S4", "S6")),
        "Weakness together with muscles that tire with use, or with twitches or cramps.",
        ("N-MG", "M-CRAMP", "G-ALS"),
    ),
    Rule(
        "P5",
        Tier.SOON,
        (_any("S2"), _WORSE_OR_NOT_SURE),
        "Falls that get more, or may do so.",
        ("M-FALL", "M-MD"),
    ),
    Rule(
        "P6",
        Tier.SOON,
        (_any("S3"), _NEW_OR_NOT_SURE, _WORSE_OR_NOT_SURE),
        "Numbness or tingling that is new and grows, or may do so.",
        ("M-PN", "NICE-S"),
    ),
    Rule(
        "P7",
        Tier.SOON,
        (_any("E4"), _ANY_SYMPTOM | _any("K1", "K2")),
        "A tick bite or a spreading rash together with any symptom.",
        ("M-LYM",),
    ),
    Rule(
        "P8",
        Tier.SOON,
        (_any("E1"), _any("S1", "S3"), _NEW_OR_NOT_SURE | _WORSE_OR_NOT_SURE),
        "Weakness or numbness, new or growing, while taking such a medicine.",
        ("CIPN", "HIV-NIH"),
    ),
    Rule(
        "P9",
        Tier.SOON,
        (_any("E2"), _any("S1", "S3")),
        "Weakness or numbness with lead, mercury or solvents at hand: leaving them matters.",
        ("N-TOX", "M-LEAD"),
    ),
    Rule(
        "P10",
        Tier.SOON,
        (_any("E6"), _any("S1", "S6"), _any("S1") | _NEW_OR_NOT_SURE),
        "Weakness, or new cramps, when minerals may be lost: very low potassium can paralyze.",
        ("HYPOK", "M-ELEC"),
    ),
    Rule("P11", Tier.SOON, (_any("K2"),), "A knee that fails needs help the same day.", ("KNEE-NHS",)),
    Rule(
        "R1",
        Tier.ROUTINE,
        (_ANY_SYMPTOM,),
        "Any other symptom is worth raising.",
        ("M-NM", "M-PN", "M-FALL", "N-MG", "M-CRAMP"),
    ),
    Rule("R2", Tier.ROUTINE, (_any("K1"),), "Sore or stiff joints are worth raising.", ("M-KNEE",)),
    Rule(
        "R3",
        Tier.ROUTINE,
        (_any("family-yes"),),
        "A close relative with a muscle or nerve condition is worth raising.",
        ("M-NM", "M-MD"),
    ),
    Rule(
        "R4",
        Tier.ROUTINE,
        (_any("E1", "E2", "E4"),),
        "Such an exposure is worth raising.",
        ("CIPN", "HIV-NIH", "N-TOX", "M-LEAD", "M-LYM"),
    ),
)


def question_of(answer: str) -> Question:
    """Return the question an answer belongs to; KeyError when there is none."""
    for question in QUESTIONS:
        if answer in question.answers:
            return question
    raise KeyError(answer)


def choose(given: tuple[str, ...], answer: str) -> tuple[str, ...]:
    """Touch an answer: again takes it back; one that stands alone clears the others, and the reverse.

    The order of touches is kept; answers to questions that this one makes idle are forgotten.
    """
    question = question_of(answer)
    if answer in given:
        return tuple(other for other in given if other != answer)
    cleared = set(question.answers) if answer in question.alone else set(question.alone)
    for other in QUESTIONS:
        if other.skipped_after == answer:
            cleared |= set(other.answers)
    return (*(other for other in given if other not in cleared), answer)


def asked(given: Collection[str]) -> tuple[Question, ...]:
    """Return the questions that are not made idle by an answer given."""
    return tuple(question for question in QUESTIONS if question.skipped_after not in given)


def judge(given: Collection[str], rules: Iterable[Rule] = RULES) -> Outcome:
    """First match wins; with no match the tier is LEARN."""
    for rule in rules:
        if rule.fires(given):
            return Outcome(rule.tier, rule.id)
    return Outcome(Tier.LEARN, "")


def table_problems(rules: Iterable[Rule], source_ids: Collection[str]) -> list[Problem]:
    """Everything wrong with a rule table that can be seen without trying it; see self_check_laws."""
    rules = tuple(rules)
    ids = [rule.id for rule in rules]
    tiers = [rule.tier for rule in rules]
    problems = [
        Problem((), f"the rule {name} stands twice") for name in sorted(set(ids)) if ids.count(name) > 1
    ]
    if tiers != sorted(tiers, reverse=True):
        problems.append(Problem((), "the rules are not in the order NOW, SOON, ROUTINE"))
    for rule in rules:
        unknown = sorted(answer for group in rule.needs for answer in group if answer not in ANSWERS)
        problems += [Problem((), f"rule {rule.id}: no answer has the id {answer!r}") for answer in unknown]
        if not rule.needs or not all(rule.needs):
            problems.append(Problem((), f"rule {rule.id}: a rule needs answers"))
        if not rule.reason.strip() or not rule.sources:
            problems.append(Problem((), f"rule {rule.id}: a rule needs a reason and a source"))
        problems += [
            Problem((), f"rule {rule.id}: no source has the id {source!r}")
            for source in rule.sources
            if source not in source_ids
        ]
    return problems
