"""The self-check's ordered rule table, and the outcome of a set of answers.

Source of questions and rules: the clinic's medical fact base. A clinic may change texts, never rules.
"""

import dataclasses
import enum
from collections.abc import Collection, Iterable
from typing import Final

from kiosk.core.self_check.questions import ANSWERS
from kiosk.core.validation import Problem


class Urgency(enum.IntEnum):
    """Triage level, mildest first: LEARN < ROUTINE < SOON < NOW."""

    LEARN = 0
    ROUTINE = 1
    SOON = 2
    NOW = 3


@dataclasses.dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table: it fires when each group of `needs` has an answer that was given."""

    id: str
    tier: Urgency
    all_of_any: tuple[frozenset[str], ...]
    reason: str
    sources: tuple[str, ...]

    def fires(self, given: Collection[str]) -> bool:
        """Whether the answers given meet this rule."""
        return all(not group.isdisjoint(given) for group in self.all_of_any)


@dataclasses.dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome of a set of answers: its urgency, and the id of the deciding rule ("" for none)."""

    tier: Urgency
    rule: str

    @property
    def code(self) -> int:
        """What NOW shows the desk in place of a symptom: 1 for the first question, 2 for the second, else 3.

        0 below NOW. The desk card (`assets/handbook/desk-card.html`) says what each means.
        """
        return _CODES.get(self.rule, _OTHER_CODE) if self.tier is Urgency.NOW else 0


def _any(*answers: str) -> frozenset[str]:
    return frozenset(answers)


_CODES: Final = {"N1": 1, "N2": 2}
_OTHER_CODE: Final = 3
_NEW: Final = "start-weeks"
_MONTHS: Final = "start-months"
_NEW_OR_NOT_SURE: Final = _any("start-weeks", "start-not-sure")
_WORSE: Final = "trend-worse"
_WORSE_OR_NOT_SURE: Final = _any("trend-worse", "trend-not-sure")
_ANY_SYMPTOM: Final = _any("S1", "S2", "S3", "S4", "S5", "S6", "S7")

RULES: Final = (
    Rule(
        "N1",
        Urgency.NOW,
        (_any("A1", "A2", "A3", "A4", "A5", "A-not-sure"),),
        "Trouble breathing or swallowing, chest pain, or signs of a stroke, also when they have passed: half "
        "of the strokes after a passing attack come within two days. Not sure counts as yes.",
        ("NHS-MG-S", "NHS-GBS-W", "NICE-L", "M-CP", "M-HA", "M-STR", "MAYO-FAST", "GSTT-TIA", "SA-TIA"),
    ),
    Rule(
        "N2",
        Urgency.NOW,
        (_any("B1", "B2", "B3", "B4", "B5", "B6", "B7", "B-not-sure"),),
        "Spreading weakness, pressure on the lowest nerves, a bad injury, an infected joint, muscle "
        "breakdown that can harm the kidneys, or a clot in the leg; not sure counts as yes.",
        (
            *("NICE-L", "NICE-S", "N-GBS", "CES-NHS", "M-HEAD", "M-SCI", "KNEE-NHS", "JHM"),
            *("CES-RFL", "CDC-RHABDO", "MAYO-RHABDO", "NHS-DVT", "BHT-DVT"),
        ),
    ),
    Rule(
        "N3",
        Urgency.NOW,
        (_any("S1"), _any(_NEW), _any(_WORSE)),
        "Limb weakness that grows within four weeks; one-sided weakness is included on purpose.",
        ("NICE-L",),
    ),
    Rule(
        "N4",
        Urgency.NOW,
        (_any("S7"), _any(_NEW)),
        "A new change of speech or swallowing.",
        ("M-STR", "M-MG", "NHS-GBS-W"),
    ),
    Rule(
        "N5",
        Urgency.NOW,
        (_any("S3"), _any(_NEW), _any(_WORSE), _any("E5")),
        "Tingling that grows after an infection may be the start of a spreading nerve problem.",
        ("N-GBS", "M-GBS"),
    ),
    Rule(
        "N6",
        Urgency.NOW,
        (_any("S2"), _any(_NEW), _any(_WORSE)),
        'Weak legs in patients\' own words ("stairs", "tripping"), growing within four weeks; see N3.',
        ("NICE-L", "N-GBS"),
    ),
    Rule(
        "N7",
        Urgency.NOW,
        (_any("S5"), _any(_NEW), _any(_WORSE)),
        "Lids or eyes that fail and grow worse within four weeks may be the start of weakness that reaches "
        "breathing and swallowing.",
        ("M-BOT", "N-MG", "N-GBS"),
    ),
    Rule("P1", Urgency.SOON, (_any("S7"),), "Trouble with speech or swallowing, at any time.", ("NICE-L",)),
    Rule("P2", Urgency.SOON, (_any("S5"),), "Droopy lids or double vision.", ("NHS-MG-S", "M-BOT")),
    Rule(
        "P3",
        Urgency.SOON,
        (_any("S1"), _WORSE_OR_NOT_SURE | _NEW_OR_NOT_SURE),
        "Weakness that is new, grows, or may do so.",
        ("NICE-L",),
    ),
    Rule(
        "P4",
        Urgency.SOON,
        (_any("S1"), _any("S4", "S6")),
        "Weakness together with muscles that tire with use, or with twitches or cramps.",
        ("N-MG", "M-CRAMP", "G-ALS"),
    ),
    Rule(
        "P5",
        Urgency.SOON,
        (_any("S2"), _WORSE_OR_NOT_SURE),
        "Falls or trouble with stairs that grow, or may do so.",
        ("M-FALL", "M-MD"),
    ),
    Rule(
        "P6",
        Urgency.SOON,
        (_any("S3"), _NEW_OR_NOT_SURE, _WORSE_OR_NOT_SURE),
        "Numbness or tingling that is new and grows, or may do so.",
        ("M-PN", "NICE-S"),
    ),
    Rule(
        "P7",
        Urgency.SOON,
        (_any("E4"), _ANY_SYMPTOM | _any("K1", "K2", "K3")),
        "A tick bite or a spreading rash together with any symptom.",
        ("M-LYM",),
    ),
    Rule(
        "P8",
        Urgency.SOON,
        (_any("E1"), _any("S1", "S3"), _NEW_OR_NOT_SURE | _WORSE_OR_NOT_SURE),
        "Weakness or numbness, new or growing, while taking such a medicine.",
        ("CIPN", "HIV-NIH"),
    ),
    Rule(
        "P9",
        Urgency.SOON,
        (_any("E2"), _any("S1", "S3")),
        "Weakness or numbness with lead, mercury or solvents at hand: leaving them matters.",
        ("N-TOX", "M-LEAD"),
    ),
    Rule(
        "P10",
        Urgency.SOON,
        (_any("E6"), _any("S1", "S6"), _any("S1") | _NEW_OR_NOT_SURE),
        "Weakness, or new cramps, when minerals may be lost: very low potassium can paralyze.",
        ("HYPOK", "M-ELEC"),
    ),
    Rule(
        "P11",
        Urgency.SOON,
        (_any("K3"),),
        "A knee that newly fails, or fails more, needs help the same day.",
        ("KNEE-NHS",),
    ),
    Rule(
        "P12",
        Urgency.SOON,
        (_any("S4"), _WORSE_OR_NOT_SURE | _NEW_OR_NOT_SURE),
        "Muscles that tire with use, new or growing, or perhaps so.",
        ("N-MG",),
    ),
    Rule(
        "P13",
        Urgency.SOON,
        (_any("S3"), _any(_MONTHS), _WORSE_OR_NOT_SURE),
        "Numbness that grows over months, or may do so: low B12 and diabetes are looked for.",
        ("NICE-S", "M-PN"),
    ),
    Rule(
        "P14",
        Urgency.SOON,
        (_any("S1"), _any(_MONTHS)),
        "Weakness of the last year, whatever its course: some causes come and go.",
        ("N-MG", "N-PP", "NICE-L"),
    ),
    Rule(
        "P15",
        Urgency.SOON,
        (_any("S2"), _any(_MONTHS) | _NEW_OR_NOT_SURE),
        "New falls, or trouble with stairs that is new.",
        ("M-FALL",),
    ),
    Rule(
        "R1",
        Urgency.ROUTINE,
        (_ANY_SYMPTOM,),
        "Any other symptom is worth raising.",
        ("M-NM", "M-PN", "M-FALL", "N-MG", "M-CRAMP"),
    ),
    Rule(
        "R2",
        Urgency.ROUTINE,
        (_any("K1", "K2"),),
        "Sore or stiff joints, or a knee that has long failed and is no worse, are worth raising.",
        ("M-KNEE",),
    ),
    Rule(
        "R3",
        Urgency.ROUTINE,
        (_any("family-yes"),),
        "A close relative with a muscle or nerve condition is worth raising.",
        ("M-NM", "M-MD"),
    ),
    Rule(
        "R4",
        Urgency.ROUTINE,
        (_any("E1", "E2", "E4"),),
        "Such an exposure is worth raising.",
        ("CIPN", "HIV-NIH", "N-TOX", "M-LEAD", "M-LYM"),
    ),
)


def judge(given: Collection[str], rules: Iterable[Rule] = RULES) -> Outcome:
    """First match wins; with no match the tier is LEARN."""
    for rule in rules:
        if rule.fires(given):
            return Outcome(rule.tier, rule.id)
    return Outcome(Urgency.LEARN, "")


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
        unknown = sorted(answer for group in rule.all_of_any for answer in group if answer not in ANSWERS)
        problems += [Problem((), f"rule {rule.id}: no answer has the id {answer!r}") for answer in unknown]
        if not rule.all_of_any or not all(rule.all_of_any):
            problems.append(Problem((), f"rule {rule.id}: a rule needs answers"))
        if not rule.reason.strip() or not rule.sources:
            problems.append(Problem((), f"rule {rule.id}: a rule needs a reason and a source"))
        problems += [
            Problem((), f"rule {rule.id}: no source has the id {source!r}")
            for source in rule.sources
            if source not in source_ids
        ]
    return problems
