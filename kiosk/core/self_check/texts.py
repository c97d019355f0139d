"""The texts of the guided self-check by id, and what makes them whole."""

import dataclasses

from kiosk.core.self_check.questions import ANSWERS, QUESTIONS
from kiosk.core.self_check.rules import Urgency
from kiosk.core.validation import Problem


@dataclasses.dataclass(frozen=True, slots=True)
class OutcomeText:
    """What one outcome says; questions: to ask at the visit."""

    title: str
    text: tuple[str, ...]
    questions: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Outcomes:
    """One text for each tier."""

    now: OutcomeText
    soon: OutcomeText
    routine: OutcomeText
    learn: OutcomeText

    def of(self, tier: Urgency) -> OutcomeText:
        """Return the text of a tier."""
        return (self.learn, self.routine, self.soon, self.now)[tier]


@dataclasses.dataclass(frozen=True, slots=True)
class SelfCheckTexts:
    """Texts by the ids of kiosk.core.self_check.questions."""

    questions: dict[str, str]
    answers: dict[str, str]
    outcomes: Outcomes


def text_problems(texts: SelfCheckTexts) -> list[Problem]:
    """Everything wrong with the texts that their shape alone does not show."""
    problems: list[Problem] = []
    for name, known, there in (
        ("questions", [question.id for question in QUESTIONS], texts.questions),
        ("answers", list(ANSWERS), texts.answers),
    ):
        problems += [Problem((name,), f"the text of {key!r} is missing") for key in known if key not in there]
        problems += [Problem((name, key), f"the rules know no {key!r}") for key in there if key not in known]
        problems += [
            Problem((name, key), "must not be empty") for key, text in there.items() if not text.strip()
        ]
    for tier in Urgency:
        outcome = texts.outcomes.of(tier)
        if not outcome.title.strip() or not outcome.text or not all(text.strip() for text in outcome.text):
            problems.append(Problem(("outcomes", tier.name.lower()), "an outcome needs a title and a text"))
    return problems
