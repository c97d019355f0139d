"""What a set of answers comes to, for whoever signs the self-check: `kiosk content try`."""

import dataclasses
import json
from collections.abc import Iterable, Iterator

from kiosk.content.files import read_language
from kiosk.content.folders import Folders
from kiosk.core.errors import ContentError, KioskError
from kiosk.core.self_check.offer import SOURCE_LANGUAGE
from kiosk.core.self_check.questions import ANSWERS, QUESTIONS, asked, choose, question_of
from kiosk.core.self_check.rules import RULES, Outcome, Rule, judge
from kiosk.core.self_check.texts import SelfCheckTexts


@dataclasses.dataclass(frozen=True, slots=True)
class Trial:
    """A case and its outcome.

    answers: the words of each answer given, by its id; open_questions: ids of those that are asked and have
    no answer, which then say nothing; rule: the one that decided, None when none did.
    """

    answers: dict[str, str]
    open_questions: tuple[str, ...]
    outcome: Outcome
    rule: Rule | None


def texts_to_try(folders: Folders) -> SelfCheckTexts:
    """Return the self-check's words. Raises ContentError when there are none that can be shown."""
    reading = read_language(folders, SOURCE_LANGUAGE)
    if reading.self_check_texts is None or reading.left_out:
        raise ContentError("\n".join(str(problem) for problem in sorted(reading.left_out)))
    return reading.self_check_texts


def try_answers(answers: Iterable[str], texts: SelfCheckTexts) -> Trial:
    """Judge a set of answers by the rules of the kiosk.

    Raises KioskError for an id that no answer has, and for answers that no visitor can give together.
    """
    given = tuple(dict.fromkeys(answers))
    for answer in given:
        if answer not in ANSWERS:
            raise KioskError(f"No answer has the id {answer!r}: kiosk content try lists them all.")
    if (alone := _displaced(given)) is not None:
        raise KioskError(f"Nobody can give {alone} together with these answers: leave one of them out.")
    outcome = judge(given)
    return Trial(
        answers={answer: texts.answers[answer] for answer in given},
        open_questions=tuple(question.id for question in asked(given) if not {*question.answers} & {*given}),
        outcome=outcome,
        rule=next((rule for rule in RULES if rule.id == outcome.rule), None),
    )


def _displaced(given: tuple[str, ...]) -> str | None:
    """Return an answer that touching the others takes away, or whose question is then not asked."""
    left: tuple[str, ...] = ()
    for answer in given:
        left = choose(left, answer)
    questions = asked(given)
    return next((each for each in given if each not in left or question_of(each) not in questions), None)


def answer_lines(texts: SelfCheckTexts) -> Iterator[str]:
    """Yield every question with its answers, each with the id to try it by."""
    for question in QUESTIONS:
        yield f"{question.id}: {texts.questions[question.id]}"
        for answer in question.answers:
            yield _line(answer, texts.answers[answer])


def trial_lines(trial: Trial) -> Iterator[str]:
    """Yield a case for a person to read: answers, tier, rule, reason, sources."""
    for answer, words in trial.answers.items():
        yield _line(answer, words)
    code = f", shown as Code {trial.outcome.code}" if trial.outcome.code else ""
    yield f"tier: {trial.outcome.tier.name}{code}"
    yield f"rule: {trial.outcome.rule or 'none'}"
    if trial.rule is not None:
        yield f"reason: {trial.rule.reason}"
        yield f"sources: {', '.join(trial.rule.sources)}"
    if trial.open_questions:
        yield f"without an answer, and so without a say: {', '.join(trial.open_questions)}"


def trial_as_json(trial: Trial) -> str:
    """Say it to a program: one object; code is 0 below NOW; without a rule, reason and sources are empty."""
    rule = trial.rule
    told = {
        "answers": trial.answers,
        "tier": trial.outcome.tier.name,
        "code": trial.outcome.code,
        "rule": trial.outcome.rule,
        "reason": rule.reason if rule else "",
        "sources": rule.sources if rule else (),
        "open_questions": trial.open_questions,
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _line(answer: str, words: str) -> str:
    return f"  {answer:<14} {words}"
