"""What must hold for every possible set of answers, shown by trying them all.

The answers are a lattice: each axis goes from mild to severe.

An answer set is one number: its bits are the answers of all questions but the red flags. The
tiers of all 3,145,728 of them are one byte string, the answer that varies fastest last.
"""

import collections
import dataclasses
import itertools
import operator
from collections.abc import Iterable, Iterator
from typing import Final

from kiosk.core.self_check.questions import QUESTIONS, choose
from kiosk.core.self_check.rules import RULES, Rule, Urgency, judge

# From mildest to worst, as far as a worse answer can be told from a milder one.
_SYMPTOMS: Final = ("S1", "S2", "S3", "S4", "S5", "S6", "S7")
_EXPOSURES: Final = ("E1", "E2", "E3", "E4", "E5", "E6", "E7")
_LADDERS: Final = (
    ("start-years", "start-months", "start-not-sure", "start-weeks"),
    ("trend-better", "trend-same", "trend-not-sure", "trend-worse"),
    ("family-no", "family-not-sure", "family-yes"),
    ("K0", "K1", "K2", "K3"),
)
_Rest = tuple[tuple[int, tuple[int, ...]], ...]
_SETS: Final = 4 * 4 * 3 * 4 * 2**14
"""Answer sets without a red flag: four questions with 4, 4, 3 and 4 answers, 14 that are given or not."""


@dataclasses.dataclass(frozen=True, slots=True)
class Enumeration:
    """What trying every answer set showed.

    per_tier: answer sets without a red flag that end in LEARN, ROUTINE, SOON, NOW;
    steps: one-step changes tried; lowered: of these, how many lower the tier;
    red_flag_sets: answer sets with a red flag tried; red_flags_missed: of these, how many end below NOW;
    not_sure_sets: sets where the sure answer gives NOW; not_sure_dropped: of these with "not sure"
    instead, how many end below SOON; dead_rules: rules that decide nothing;
    redundant_rules: rules whose removal changes nothing.
    """

    per_tier: tuple[int, int, int, int]
    steps: int
    lowered: int
    red_flag_sets: int
    red_flags_missed: int
    not_sure_sets: int
    not_sure_dropped: int
    dead_rules: tuple[str, ...]
    redundant_rules: tuple[str, ...]

    @property
    def broken_laws(self) -> list[str]:
        """One sentence for each law that does not hold."""
        laws = [
            (self.red_flags_missed, f"{self.red_flags_missed} answer sets with a red flag end below NOW"),
            (self.lowered, f"{self.lowered} times a symptom more or an answer worse lowers the tier"),
            (self.not_sure_dropped, f'"not sure" ends below SOON in {self.not_sure_dropped} answer sets'),
            (self.dead_rules, f"rules that decide no case: {', '.join(self.dead_rules)}"),
            (self.redundant_rules, f"rules whose removal changes no case: {', '.join(self.redundant_rules)}"),
        ]
        return [sentence for is_broken, sentence in laws if is_broken]


def enumerate_all(rules: Iterable[Rule] = RULES) -> Enumeration:
    """Try every answer set; takes some seconds."""
    rules = tuple(rules)
    deciders = _deciders(rules)
    tiers = bytes(deciders).translate(_tier_of_decider(rules))
    red_flag_sets, missed, red_flag_deciders = _try_red_flags(rules)
    not_sure_sets, dropped = _not_sure(tiers)
    steps, lowered = _one_step_changes(tiers)
    decided = {rules[index].id for index in {*deciders, *red_flag_deciders} if index < len(rules)}
    needed = {rule.id for index, rule in enumerate(rules) if _is_needed(index, rules, deciders)}
    return Enumeration(
        per_tier=(tiers.count(0), tiers.count(1), tiers.count(2), tiers.count(3)),
        steps=steps,
        lowered=lowered,
        red_flag_sets=red_flag_sets,
        red_flags_missed=missed,
        not_sure_sets=not_sure_sets,
        not_sure_dropped=dropped,
        dead_rules=tuple(rule.id for rule in rules if rule.id not in decided),
        redundant_rules=tuple(rule.id for rule in rules if rule.id not in needed),
    )


def _tier_of_decider(rules: tuple[Rule, ...]) -> bytes:
    tiers = [*(rule.tier for rule in rules), Urgency.LEARN]
    return bytes(tiers).ljust(256, b"\0")


def _deciders(rules: tuple[Rule, ...]) -> bytearray:
    """For each answer set the index of the rule that decides it, len(rules) when none does."""
    found = bytearray()
    # What the other answers leave over repeats often: 24,576 times in few forms.
    known: dict[_Rest, bytes] = {}
    for single in itertools.product(*_LADDERS):
        for symptoms in _subsets(_SYMPTOMS):
            rest = _left_over(rules, {*single, *symptoms}, _EXPOSURES)
            if rest not in known:
                known[rest] = bytes(_decider(rest, bits) for bits in range(2 ** len(_EXPOSURES)))
            found += known[rest]
    return found


def _left_over(rules: tuple[Rule, ...], given: set[str], answers: tuple[str, ...]) -> _Rest:
    """Return the rules that may still fire, with what each still needs of `answers` as bit masks."""
    rest: list[tuple[int, tuple[int, ...]]] = []
    for index, rule in enumerate(rules):
        open_groups = [group for group in rule.all_of_any if group.isdisjoint(given)]
        masks = tuple(
            sum(1 << bit for bit, name in enumerate(reversed(answers)) if name in group)
            for group in open_groups
        )
        if all(masks):
            rest.append((index, masks))
        if not masks:
            return tuple(rest)
    return (*rest, (len(rules), ()))


def _decider(rest: _Rest, bits: int) -> int:
    """Return the index of the first of the left-over rules that these answers let fire."""
    return next(index for index, needs in rest if all(bits & mask for mask in needs))


def _subsets(answers: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """All subsets in the order of a binary counter whose lowest bit is the last answer."""
    for flags in itertools.product((False, True), repeat=len(answers)):
        yield tuple(itertools.compress(answers, flags))


def _ladders_with_strides() -> list[tuple[tuple[str, ...], int]]:
    """Every answer that varies with the distance its change makes in the byte string, slowest first."""
    ladders = [*_LADDERS, *(("", name) for name in (*_SYMPTOMS, *_EXPOSURES))]
    strides: list[tuple[tuple[str, ...], int]] = []
    stride = _SETS
    for ladder in ladders:
        stride //= len(ladder)
        strides.append((ladder, stride))
    return strides


def _rungs(tiers: bytes, radix: int, stride: int, rung: int) -> Iterator[bytes]:
    """Yield the tiers of all sets at one rung of a ladder, in runs of the same order for every rung."""
    block = radix * stride
    if stride >= radix:
        for start in range(rung * stride, len(tiers), block):
            yield tiers[start : start + stride]
    else:
        for offset in range(stride):
            yield tiers[rung * stride + offset :: block]


def _one_step_changes(tiers: bytes) -> tuple[int, int]:
    steps = lowered = 0
    for ladder, stride in _ladders_with_strides():
        for rung in range(len(ladder) - 1):
            pairs = zip(
                _rungs(tiers, len(ladder), stride, rung),
                _rungs(tiers, len(ladder), stride, rung + 1),
                strict=True,
            )
            for milder, worse in pairs:
                steps += len(milder)
                lowered += sum(map(operator.gt, milder, worse))
    return steps, lowered


def _not_sure(tiers: bytes) -> tuple[int, int]:
    sure_now = dropped = 0
    for ladder, stride in _ladders_with_strides()[:2]:
        for sure in (rung for rung, name in enumerate(ladder) if not name.endswith("-not-sure")):
            unsure = next(rung for rung, name in enumerate(ladder) if name.endswith("-not-sure"))
            pairs = zip(
                _rungs(tiers, len(ladder), stride, sure),
                _rungs(tiers, len(ladder), stride, unsure),
                strict=True,
            )
            for sures, unsures in pairs:
                sure_now += sures.count(Urgency.NOW)
                dropped += sum(
                    tier == Urgency.NOW and other < Urgency.SOON
                    for tier, other in zip(sures, unsures, strict=True)
                )
    return sure_now, dropped


def _backgrounds() -> list[set[str]]:
    """Return the mildest answers everywhere, and everything that lies at most two answers from them."""
    mildest = [ladder[0] for ladder in _LADDERS]
    changes: list[tuple[str, ...]] = [(name,) for name in (*_SYMPTOMS, *_EXPOSURES)]
    changes += [(ladder[0], name) for ladder in _LADDERS for name in ladder[1:]]
    found: dict[frozenset[str], None] = {}
    for count in (0, 1, 2):
        for chosen in itertools.combinations(changes, count):
            if len(chosen) == 2 and chosen[0][0] == chosen[1][0]:  # noqa: PLR2004  # two rungs of one ladder
                continue
            given = set(mildest)
            for change in chosen:
                given -= set(change[:-1])
                given.add(change[-1])
            found[frozenset(given)] = None
    return [set(given) for given in found]


def _red_flags() -> tuple[str, ...]:
    """Return the red flags and "not sure" of the questions that ask for them."""
    return tuple(
        answer
        for question in QUESTIONS
        if question.is_red_flag
        for answer in question.answers
        if not answer.endswith("-none")
    )


def _red_flag_sets() -> Iterator[set[str]]:
    """Every non-empty set of red flags."""
    return (set(chosen) for chosen in _subsets(_red_flags()) if chosen)


def _try_red_flags(rules: tuple[Rule, ...]) -> tuple[int, int, set[int]]:
    """Try every non-empty set of red flags on every background; backgrounds that leave the same are one."""
    flags = _red_flags()
    rests = collections.Counter(_left_over(rules, background, flags) for background in _backgrounds())
    tiers = _tier_of_decider(rules)
    tried = missed = 0
    deciders: set[int] = set()
    for rest, times in rests.items():
        for bits in range(1, 2 ** len(flags)):
            decider = _decider(rest, bits)
            tried += times
            missed += times * (tiers[decider] != Urgency.NOW)
            deciders.add(decider)
    return tried, missed, deciders


def _is_needed(index: int, rules: tuple[Rule, ...], deciders: bytearray) -> bool:
    """Whether some case ends in another tier without this rule."""
    rest = rules[:index] + rules[index + 1 :]
    if any(question.is_red_flag and _touches(rules[index], question.answers) for question in QUESTIONS):
        return any(judge(flags, rest).tier is not rules[index].tier for flags in _red_flag_sets())
    sets = itertools.product(*_LADDERS, _subsets(_SYMPTOMS), _subsets(_EXPOSURES))
    cases = itertools.compress(sets, (decider == index for decider in deciders))
    return any(
        judge({*single, *symptoms, *exposures}, rest).tier is not rules[index].tier
        for *single, symptoms, exposures in cases
    )


def _touches(rule: Rule, answers: tuple[str, ...]) -> bool:
    return any(not group.isdisjoint(answers) for group in rule.all_of_any)


def every_way_to_answer(question_id: str) -> list[tuple[str, ...]]:
    """All sets of answers one question can be left with, by touching its buttons in turn."""
    question = next(question for question in QUESTIONS if question.id == question_id)
    reached: dict[frozenset[str], tuple[str, ...]] = {frozenset(): ()}
    waiting: list[tuple[str, ...]] = [()]
    while waiting:
        given = waiting.pop()
        for answer in question.answers:
            after = choose(given, answer)
            if frozenset(after) not in reached:
                reached[frozenset(after)] = after
                waiting.append(after)
    return [given for given in reached.values() if given]
