"""The ids that others hold on to: texts and signatures by answer, papers and tools by rule and urgency.

They stay what they are when code is renamed; whoever changes one changes every clinic's own texts with it.
"""

from kiosk.core.self_check.questions import ANSWERS, QUESTIONS
from kiosk.core.self_check.rules import RULES, Urgency

# fmt: off
ANSWER_IDS = [
    "A1", "A2", "A3", "A4", "A5", "A-not-sure", "A-none",
    "B1", "B2", "B3", "B4", "B5", "B6", "B7", "B-not-sure", "B-none",
    "S1", "S2", "S3", "S4", "S5", "S6", "S7", "S-none",
    "start-weeks", "start-months", "start-years", "start-not-sure",
    "trend-worse", "trend-same", "trend-better", "trend-not-sure",
    "family-yes", "family-no", "family-not-sure",
    "E1", "E2", "E3", "E4", "E5", "E6", "E7", "E-none",
    "K0", "K1", "K2", "K3",
]
RULE_IDS = [
    "N1", "N2", "N3", "N4", "N5", "N6", "N7",
    "P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9", "P10", "P11", "P12", "P13", "P14", "P15",
    "R1", "R2", "R3", "R4",
]
# fmt: on


def test_the_questions_keep_their_ids() -> None:
    assert [question.id for question in QUESTIONS] == ["Q1", "Q2", "Q3", "Q4", "Q5", "Q6", "Q7", "Q8"]


def test_the_answers_keep_their_ids() -> None:
    assert list(ANSWERS) == ANSWER_IDS


def test_the_rules_keep_their_ids() -> None:
    assert [rule.id for rule in RULES] == RULE_IDS


def test_the_urgencies_keep_their_names_and_their_order() -> None:
    assert [urgency.name for urgency in sorted(Urgency)] == ["LEARN", "ROUTINE", "SOON", "NOW"]
