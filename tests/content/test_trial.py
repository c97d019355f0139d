"""`kiosk content try`: a clinician tries cases before signing the self-check."""

import gc
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.core.self_check.questions import ANSWERS, QUESTIONS
from kiosk.core.self_check.rules import RULES
from tests.content_copy import ContentCopy


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    gc.enable()


def tried(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    assert main(["content", "try", *arguments]) == 0
    return capsys.readouterr().out.splitlines()


def refusal(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["content", "try", *arguments]) == 1
    return capsys.readouterr().err.rstrip("\n")


def reason_of(rule_id: str) -> str:
    return next(rule.reason for rule in RULES if rule.id == rule_id)


@pytest.mark.parametrize(
    ("answers", "tier", "rule"),
    [
        ("A4 S3 start-weeks", "NOW, shown as Code 1", "N1"),
        ("A-none B3", "NOW, shown as Code 2", "N2"),
        ("A-none B-none S2 start-weeks trend-worse", "NOW, shown as Code 3", "N6"),
        ("A-none B-none S1 start-months trend-same family-no E-none K0", "SOON", "P14"),
        ("S3 start-years trend-same E7", "ROUTINE", "R1"),
    ],
)
def test_a_case_is_told_with_its_tier_rule_and_reason(
    capsys: pytest.CaptureFixture[str], answers: str, tier: str, rule: str
) -> None:
    lines = tried(capsys, *answers.split())
    assert [line.split()[0] for line in lines if line.startswith("  ")] == answers.split()
    assert f"tier: {tier}" in lines
    assert f"rule: {rule}" in lines
    assert f"reason: {reason_of(rule)}" in lines


def test_a_case_that_no_rule_decides_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    lines = tried(capsys, "A-none", "B-none", "S-none", "family-no", "E-none", "K0")
    assert lines[-2:] == ["tier: LEARN", "rule: none"]


def test_a_question_without_an_answer_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    *_, last = tried(capsys, "A4", "S3", "start-weeks")
    assert last == "without an answer, and so without a say: Q2, Q5, Q6, Q7, Q8"
    *_, last = tried(capsys, "S-none")
    assert last == "without an answer, and so without a say: Q1, Q2, Q6, Q7, Q8"


def test_a_program_gets_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads("\n".join(tried(capsys, "--json", "S5", "start-weeks", "trend-worse")))
    assert told == {
        "answers": {
            "S5": "Droopy eyelids or double vision",
            "start-weeks": "Less than 4 weeks ago",
            "trend-worse": "Getting worse",
        },
        "tier": "NOW",
        "code": 3,
        "rule": "N7",
        "reason": reason_of("N7"),
        "sources": ["M-BOT", "N-MG", "N-GBS"],
        "open_questions": ["Q1", "Q2", "Q6", "Q7", "Q8"],
    }
    told = json.loads("\n".join(tried(capsys, "K0", "--json")))
    assert (told["tier"], told["code"]) == ("LEARN", 0)
    assert (told["rule"], told["reason"], told["sources"]) == ("", "", [])


def test_without_answers_all_of_them_are_listed_with_their_words(capsys: pytest.CaptureFixture[str]) -> None:
    lines = tried(capsys)
    assert [line.split()[0] for line in lines if line.startswith("  ")] == list(ANSWERS)
    assert [line.split(":")[0] for line in lines if not line.startswith("  ")] == [
        question.id for question in QUESTIONS
    ]
    assert "  K1             Sore or stiff" in lines


@pytest.mark.parametrize(
    ("answers", "alone"),
    [
        ("A1 A-none", "A1"),
        ("start-weeks start-years", "start-weeks"),
        ("S-none start-weeks", "start-weeks"),
        ("trend-worse S-none", "trend-worse"),
    ],
)
def test_answers_that_nobody_can_give_together_are_refused(
    capsys: pytest.CaptureFixture[str], answers: str, alone: str
) -> None:
    sentence = f"Nobody can give {alone} together with these answers: leave one of them out."
    assert refusal(capsys, *answers.split()) == sentence


def test_an_unknown_answer_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert refusal(capsys, "A6") == "No answer has the id 'A6': kiosk content try lists them all."


def test_an_answer_said_twice_counts_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert "rule: N1" in tried(capsys, "A1", "A1")


def test_the_words_are_the_clinics_own(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    copy = ContentCopy.under(tmp_path)
    copy.change("en/self_check_questions.toml", 'K1 = "Sore or stiff"', 'K1 = "Stiff"')
    own = str(copy.folders.content)
    assert "  K1             Stiff" in tried(capsys, "K1", "--own", own)
    copy.change("en/self_check_questions.toml", 'K1 = "Stiff"', 'K1 = ""')
    assert "must not be empty" in refusal(capsys, "K1", "--own", own)
