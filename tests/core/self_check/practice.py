"""A made-up general practice: how many of those who wait would the self-check send where?

Run `python -m tests.core.self_check.practice` to print it. All rates are assumptions, not measurements, and
answers are drawn independently. Rates that a reading of the first edition stated are kept (A1, A3, B3, both
"not sure", S1, S2, the failing knee); the others were set so that the first edition comes near what that
reading found in its general practice (NOW 13.9 %, SOON 19.3 %, ROUTINE 46.9 %, LEARN 19.9 %).

Both editions judge the same visitors. In the first, a red flag counted only "right now" or "in the last few
days, or after an injury": `TOLD_BY_NEW_WORDS` is the share of those who touch an answer only because the
second edition asks without such a limit. Its rules are those of today without what came with the second.
"""

import dataclasses
import random
from collections import Counter
from collections.abc import Collection
from typing import Final

from kiosk.core.self_check.rules import RULES, Rule, Urgency, judge

SEED: Final = 20261129
VISITORS: Final = 20_000
PER_MILLE: Final = 1_000

# How many of 1,000 visitors touch an answer.
FIRST_QUESTION: Final = {"A1": 15, "A2": 5, "A3": 20, "A4": 8, "A5": 8, "A-not-sure": 20}
SECOND_QUESTION: Final = {"B1": 8, "B2": 2, "B3": 20, "B4": 10, "B5": 3, "B-not-sure": 20}
TOLD_BY_NEW_WORDS: Final = {"A4": 1.5, "A5": 1.5, "B1": 1, "B2": 0.5, "B3": 2, "B6": 0.5, "B7": 3}
SYMPTOMS: Final = {"S1": 80, "S2": 120, "S3": 150, "S4": 80, "S5": 25, "S6": 140, "S7": 20}
EXPOSURES: Final = {"E1": 160, "E2": 20, "E3": 100, "E4": 15, "E5": 200, "E6": 80, "E7": 200}
STARTS: Final = {"start-weeks": 120, "start-months": 380, "start-years": 400, "start-not-sure": 100}
TRENDS: Final = {"trend-worse": 250, "trend-same": 500, "trend-better": 150, "trend-not-sure": 100}
FAMILY: Final = {"family-yes": 80, "family-no": 800, "family-not-sure": 120}
# Of the 70 whose knee fails, 40 have had that for more than a year and no worse.
KNEES: Final = {"K0": 590, "K1": 340, "K2": 40, "K3": 30}

_SINCE_SECOND: Final = {"N6", "N7", "P12", "P13", "P14", "P15"}


@dataclasses.dataclass(frozen=True, slots=True)
class Visitor:
    """What somebody answers; told_by_new_words: those of the answers that the first edition did not get."""

    given: frozenset[str]
    told_by_new_words: frozenset[str]


def first_edition() -> tuple[Rule, ...]:
    """Return the rules before the second edition; K2 and K3 were one answer, of which P11 made SOON."""
    kept = (rule for rule in RULES if rule.id not in _SINCE_SECOND)
    groups = {"P11": frozenset({"K2", "K3"}), "R2": frozenset({"K1"})}
    return tuple(
        dataclasses.replace(rule, all_of_any=(groups[rule.id],)) if rule.id in groups else rule
        for rule in kept
    )


def visitors(count: int = VISITORS, new_words: float = 1) -> list[Visitor]:
    """Draw so many, the same at every run; new_words: times as many as assumed touch what only they ask."""
    chance = random.Random(SEED)  # noqa: S311  # a simulation, not a secret

    def some(rates: dict[str, int] | dict[str, float]) -> set[str]:
        return {answer for answer, rate in rates.items() if chance.random() * PER_MILLE < rate}

    def one(rates: dict[str, int]) -> str:
        return chance.choices(list(rates), list(rates.values()))[0]

    drawn: list[Visitor] = []
    for _ in range(count):
        usual, told = (
            some(FIRST_QUESTION | SECOND_QUESTION),
            some({key: rate * new_words for key, rate in TOLD_BY_NEW_WORDS.items()}),
        )
        symptoms, start, trend = some(SYMPTOMS), one(STARTS), one(TRENDS)
        rest = {*some(EXPOSURES), one(FAMILY), one(KNEES)}
        given = usual | told | symptoms | rest | ({start, trend} if symptoms else set())
        drawn.append(Visitor(frozenset(given), frozenset(told - usual)))
    return drawn


def shares(given: Collection[Collection[str]], rules: tuple[Rule, ...]) -> dict[Urgency, float]:
    """Return how many of 100 sets of answers come to each tier."""
    counted = Counter(judge(answers, rules).tier for answers in given)
    return {tier: counted[tier] * 100 / len(given) for tier in Urgency}


def before_and_after(waiting: Collection[Visitor]) -> tuple[dict[Urgency, float], dict[Urgency, float]]:
    """Return the shares of the first edition and of the second, for the same visitors."""
    before = [visitor.given - visitor.told_by_new_words for visitor in waiting]
    after = [visitor.given for visitor in waiting]
    return shares(before, first_edition()), shares(after, RULES)


def main() -> None:
    """Print both editions, with the assumed effect of the new words and with twice as much."""
    for new_words in (1, 2):
        before, after = before_and_after(visitors(new_words=new_words))
        print(f"{VISITORS} visitors, {new_words} x the assumed effect of the new words, per cent:")
        for tier in reversed(Urgency):
            rise = after[tier] - before[tier]
            print(f"  {tier.name:<8} {before[tier]:5.1f} -> {after[tier]:5.1f}  ({rise:+.1f})")


if __name__ == "__main__":
    main()
