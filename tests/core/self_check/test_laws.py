"""The laws of the self-check hold for every set of answers, and a table that breaks one is found out."""

import dataclasses
import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

import pytest

from kiosk.core.self_check import laws
from kiosk.core.self_check.laws import Enumeration, enumerate_all, every_way_to_answer
from kiosk.core.self_check.questions import QUESTIONS
from kiosk.core.self_check.rules import RULES, Rule, Urgency, judge

SYMPTOMS: Final = ("S1", "S2", "S3", "S4", "S5", "S6", "S7")
EXPOSURES: Final = ("E1", "E2", "E3", "E4", "E5", "E6", "E7")
LADDERS: Final = (
    ("start-years", "start-months", "start-not-sure", "start-weeks"),
    ("trend-better", "trend-same", "trend-not-sure", "trend-worse"),
    ("family-no", "family-not-sure", "family-yes"),
    ("K0", "K1", "K2", "K3"),
)
# The figures of the reference run in the medical fact base, second edition.
PER_TIER: Final = (512, 37_408, 2_625_504, 482_304)
STEPS: Final = 31_195_136
RED_FLAG_SETS: Final = 2**14 - 1

# One case for each rule that ends in a lower tier without it.
NEEDED: Final = {
    "N1": {"A3"},
    "N2": {"B4"},
    "N3": {"S1", "start-weeks", "trend-worse"},
    "N4": {"S7", "start-weeks", "trend-same"},
    "N5": {"S3", "start-weeks", "trend-worse", "E5"},
    "N6": {"S2", "start-weeks", "trend-worse"},
    "N7": {"S5", "start-weeks", "trend-worse"},
    "P1": {"S7", "start-months", "trend-same"},
    "P2": {"S5", "start-months", "trend-same"},
    "P3": {"S1", "start-not-sure", "trend-same"},
    "P4": {"S1", "S4", "start-years", "trend-better"},
    "P5": {"S2", "start-years", "trend-worse"},
    "P6": {"S3", "start-weeks", "trend-worse"},
    "P7": {"S6", "start-years", "trend-better", "E4"},
    "P8": {"S3", "start-years", "trend-worse", "E1"},
    "P9": {"S3", "start-years", "trend-better", "E2"},
    "P10": {"S6", "start-weeks", "trend-better", "E6"},
    "P11": {"K3"},
    "P12": {"S4", "start-weeks", "trend-better"},
    "P13": {"S3", "start-months", "trend-not-sure"},
    "P14": {"S1", "start-months", "trend-better"},
    "P15": {"S2", "start-months", "trend-same"},
    "R1": {"S2", "start-years", "trend-better"},
    "R2": {"K1"},
    "R3": {"family-yes"},
    "R4": {"E4"},
}


@pytest.fixture
def small_world(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out the answers that no rule tells from another, and red flags on any but mild answers.

    What a fault does shows here as well, in a tenth of the time.
    """
    ladders = (
        ("start-years", "start-months", "start-not-sure", "start-weeks"),
        ("trend-better", "trend-not-sure", "trend-worse"),
        ("family-no", "family-yes"),
        ("K0", "K1", "K3"),
    )
    mildest = laws._backgrounds()[:1]
    monkeypatch.setattr(laws, "_LADDERS", ladders)
    monkeypatch.setattr(laws, "_EXPOSURES", ("E1", "E2", "E4", "E5", "E6"))
    monkeypatch.setattr(laws, "_SETS", 4 * 3 * 2 * 3 * 2**12)
    monkeypatch.setattr(laws, "_backgrounds", lambda: mildest)


def _number(given: set[str], ladders: Sequence[Sequence[str]]) -> int:
    """Return where an answer set stands: ladders first, then symptoms, then exposures."""
    number = 0
    for ladder in ladders:
        number = number * len(ladder) + next(rung for rung, name in enumerate(ladder) if name in given)
    for name in (*SYMPTOMS, *laws._EXPOSURES):
        number = number * 2 + (name in given)
    return number


def _table(change: Mapping[str, Callable[[Rule], Rule | None]]) -> tuple[Rule, ...]:
    """Return RULES with some of them changed; None takes one out."""
    changed = (change[rule.id](rule) if rule.id in change else rule for rule in RULES)
    return tuple(rule for rule in changed if rule is not None)


def _without(name: str) -> tuple[Rule, ...]:
    return _table({name: lambda _rule: None})


def _after(name: str, new: Rule) -> tuple[Rule, ...]:
    index = next(index for index, rule in enumerate(RULES) if rule.id == name)
    return (*RULES[: index + 1], new, *RULES[index + 1 :])


def _unable(answer: str) -> Callable[[Rule], Rule]:
    """Return a change that makes a rule deaf to an answer."""
    return lambda rule: dataclasses.replace(
        rule, all_of_any=tuple(group - {answer} for group in rule.all_of_any)
    )


def _rule(name: str, tier: Urgency, *answers: str) -> Rule:
    return Rule(name, tier, tuple(frozenset({answer}) for answer in answers), "A reason.", ("M-NM",))


# --- The table as it is ---


@pytest.mark.untraced  # three million answer sets; the small world has the same lines
def test_the_laws_hold_for_every_set_of_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """One test for one run: it takes seconds."""
    kept: list[bytearray] = []
    find_deciders = laws._deciders

    def keep(rules: tuple[Rule, ...]) -> bytearray:
        kept.append(find_deciders(rules))
        return kept[-1]

    monkeypatch.setattr(laws, "_deciders", keep)
    shown = enumerate_all()
    assert shown.broken_laws == []
    assert shown == Enumeration(
        per_tier=PER_TIER,
        steps=STEPS,
        lowered=0,
        red_flag_sets=RED_FLAG_SETS * len(laws._backgrounds()),
        red_flags_missed=0,
        # A sure "less than 4 weeks" is part of every NOW; a sure trend of all but new slurred speech.
        not_sure_sets=PER_TIER[Urgency.NOW] + PER_TIER[Urgency.NOW] - 3 * 4 * 2**6 * 2**7,
        not_sure_dropped=0,
        dead_rules=(),
        redundant_rules=(),
    )
    assert sum(shown.per_tier) == 3_145_728
    _assert_decided_as_judged(kept[0], every=997)


def test_every_set_of_red_flags_is_tried_on_every_background() -> None:
    tried, missed, _ = laws._try_red_flags(())
    assert tried == missed == 316 * (2**14 - 1)


@pytest.mark.usefixtures("small_world")
def test_each_answer_set_stands_where_the_counting_looks_for_it() -> None:
    _assert_decided_as_judged(laws._deciders(RULES), every=101)


def _assert_decided_as_judged(deciders: bytearray, every: int) -> None:
    """Hold the enumeration against judge at every so-manieth answer set."""
    names = (*SYMPTOMS, *laws._EXPOSURES)
    everything = itertools.product(*laws._LADDERS, itertools.product((False, True), repeat=len(names)))
    tried = 0
    for *one, bits in itertools.islice(everything, 0, None, every):
        given = {*map(str, one), *itertools.compress(names, map(bool, bits))}
        index = deciders[_number(given, laws._LADDERS)]
        assert judge(given).rule == (RULES[index].id if index < len(RULES) else "")
        tried += 1
    assert tried > 2_000


def test_every_set_of_red_flags_is_tried() -> None:
    sets = list(laws._red_flag_sets())
    assert len(sets) == len({frozenset(flags) for flags in sets}) == RED_FLAG_SETS
    assert set().union(*sets) == {
        *("A1", "A2", "A3", "A4", "A5", "A-not-sure"),
        *("B1", "B2", "B3", "B4", "B5", "B6", "B7", "B-not-sure"),
    }


@pytest.mark.parametrize("name", [rule.id for rule in RULES])
def test_without_any_one_rule_some_case_ends_lower(name: str) -> None:
    assert judge(NEEDED[name]).rule == name
    assert judge(NEEDED[name], _without(name)).tier < judge(NEEDED[name]).tier


# --- Counting what changes ---


def _worse_by_one(given: set[str]) -> Iterator[set[str]]:
    for ladder in laws._LADDERS:
        for milder, worse in itertools.pairwise(ladder):
            if milder in given:
                yield given - {milder} | {worse}
    for name in (*SYMPTOMS, *laws._EXPOSURES):
        if name not in given:
            yield given | {name}


@pytest.mark.usefixtures("small_world")
@pytest.mark.parametrize(
    "given",
    [
        {"start-years", "trend-better", "family-no", "K0"},
        {"start-weeks", "trend-worse", "family-yes", "K3", *SYMPTOMS, "E1", "E2", "E4", "E5", "E6"},
        {"start-not-sure", "trend-worse", "family-no", "K1", "S1", "S4", "S7", "E1", "E6"},
        {"start-weeks", "trend-not-sure", "family-yes", "K0", "S2", "S6", "E2", "E4", "E5"},
        {"start-years", "trend-not-sure", "family-no", "K3", "S3", "S5", "E6"},
    ],
)
def test_every_step_from_and_to_a_set_that_stands_out_is_seen(given: set[str]) -> None:
    """One set alone is NOW: every worse answer lowers it; alone LEARN: every milder answer is above it."""
    count = laws._SETS
    one_now = bytearray(count)
    one_now[_number(given, laws._LADDERS)] = Urgency.NOW
    upward = len(list(_worse_by_one(given)))
    # Every ladder and every answer counts once for each of its rungs but the last.
    rungs = [len(ladder) for ladder in laws._LADDERS] + [2] * 12
    steps = sum(count // rung * (rung - 1) for rung in rungs)
    assert laws._one_step_changes(bytes(one_now)) == (steps, upward)
    one_learn = bytearray(b"\3" * count)
    one_learn[_number(given, laws._LADDERS)] = Urgency.LEARN
    downward = sum(_rung(ladder, given) > 0 for ladder in laws._LADDERS)
    downward += len(given & {*SYMPTOMS, *laws._EXPOSURES})
    assert laws._one_step_changes(bytes(one_learn)) == (steps, downward)


def _rung(ladder: Sequence[str], given: set[str]) -> int:
    return next(rung for rung, name in enumerate(ladder) if name in given)


@pytest.mark.untraced
@pytest.mark.usefixtures("small_world")
@pytest.mark.parametrize(
    ("given", "sure"),
    [
        ({"start-weeks", "trend-worse", "family-no", "K0", "S1"}, 2),
        ({"start-months", "trend-not-sure", "family-no", "K0", "S4"}, 1),
        ({"start-weeks", "trend-not-sure", "family-no", "K1", "E6"}, 1),
        ({"start-not-sure", "trend-better", "family-yes", "K3", "S7"}, 1),
        ({"start-not-sure", "trend-not-sure", "family-no", "K0"}, 0),
    ],
)
@pytest.mark.parametrize("others", [Urgency.LEARN, Urgency.ROUTINE, Urgency.SOON, Urgency.NOW])
def test_a_sure_answer_that_alone_gives_now_is_held_against_not_sure(
    given: set[str], sure: int, others: Urgency
) -> None:
    tiers = bytearray([others]) * laws._SETS
    tiers[_number(given, laws._LADDERS)] = Urgency.NOW
    counted, dropped = laws._not_sure(bytes(tiers))
    if others is not Urgency.NOW:
        assert (counted, dropped) == (sure, sure if others < Urgency.SOON else 0)
    else:
        # Three of the four rungs of the first ladder are sure ones, two of the three of the second.
        assert (counted, dropped) == (laws._SETS * 3 // 4 + laws._SETS * 2 // 3, 0)


def test_backgrounds_hold_the_mildest_answers_and_all_that_lies_near_them() -> None:
    backgrounds = laws._backgrounds()
    mildest = {ladder[0] for ladder in LADDERS}
    assert mildest in backgrounds
    for name in (*SYMPTOMS, *EXPOSURES):
        assert mildest | {name} in backgrounds
    for one, other in itertools.combinations((*SYMPTOMS, *EXPOSURES), 2):
        assert mildest | {one, other} in backgrounds
    for ladder in LADDERS:
        for name in ladder[1:]:
            assert mildest - {ladder[0]} | {name, "S1"} in backgrounds


# --- Tables with a fault ---


@dataclasses.dataclass(frozen=True, slots=True)
class Fault:
    """A faulty table and the laws it breaks, as their sentences begin or end."""

    rules: tuple[Rule, ...]
    broken: tuple[str, ...]


NEVER_BELOW: Final = "answer sets with a red flag end below NOW"
NEVER_LOWER: Final = "times a symptom more or an answer worse lowers the tier"
NOT_SURE: Final = '"not sure" ends below SOON in'
IDLE: Final = "rules that decide no case: "
SPARE: Final = "rules whose removal changes no case: "

FAULTS: Final = {
    "not-sure-is-no-red-flag": Fault(_table({"N1": _unable("A-not-sure")}), (NEVER_BELOW,)),
    "a-red-flag-nobody-heeds": Fault(_table({"N2": _unable("B3")}), (NEVER_BELOW,)),
    "red-flags-removed": Fault(_without("N2"), (NEVER_BELOW,)),
    "red-flags-are-soon": Fault(
        _table({"N1": lambda rule: dataclasses.replace(rule, tier=Urgency.SOON)}), (NEVER_BELOW,)
    ),
    "now-only-when-better": Fault(
        _after("N5", _rule("N8", Urgency.NOW, "S5", "trend-better")), (NEVER_LOWER,)
    ),
    "soothed-when-better": Fault(
        (_rule("X", Urgency.LEARN, "S2", "S4", "S6", "trend-better"), *RULES), (NEVER_LOWER,)
    ),
    "a-red-flag-soothed-when-better": Fault(
        (_rule("X", Urgency.ROUTINE, "A1", "trend-better"), *RULES), (NEVER_BELOW,)
    ),
    "not-sure-is-taken-for-old": Fault(_table({"P6": _unable("start-not-sure")}), (NEVER_LOWER, NOT_SURE)),
    "not-sure-is-taken-for-the-same": Fault(
        _table({"P6": _unable("trend-not-sure"), "P13": _unable("trend-not-sure")}), (NOT_SURE,)
    ),
    "the-same-rule-twice": Fault(
        _after("P2", _rule("P16", Urgency.SOON, "S5")), (f"{IDLE}P16", f"{SPARE}P2, P16")
    ),
    "a-rule-in-the-shadow-of-another": Fault(
        _after("P2", _rule("P16", Urgency.SOON, "S5", "E4")), (f"{IDLE}P16", f"{SPARE}P16")
    ),
    "a-red-flag-rule-in-the-shadow-of-another": Fault(
        _after("N1", _rule("N8", Urgency.NOW, "A2")), (f"{IDLE}N8", f"{SPARE}N8")
    ),
    "a-rule-that-decides-but-is-spare": Fault(
        _after("N5", _rule("P0", Urgency.SOON, "S7", "S5")), (f"{SPARE}P0",)
    ),
}


def _assert_breaks(shown: Enumeration, broken: tuple[str, ...]) -> None:
    assert len(shown.broken_laws) == len(broken), shown.broken_laws
    for sentence, part in zip(shown.broken_laws, broken, strict=True):
        assert part in sentence
        assert sentence.startswith(part) or sentence.endswith(part)


@pytest.mark.usefixtures("small_world")
def test_the_small_world_breaks_no_law_either() -> None:
    shown = enumerate_all()
    assert shown.broken_laws == []
    assert sum(shown.per_tier) == laws._SETS
    assert shown.red_flag_sets == RED_FLAG_SETS


@pytest.mark.untraced
@pytest.mark.usefixtures("small_world")
@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_faulty_table_breaks_its_law(fault: Fault) -> None:
    _assert_breaks(enumerate_all(iter(fault.rules)), fault.broken)


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(fault, id=name, marks=pytest.mark.prove if number % 3 else pytest.mark.slow)
        for number, (name, fault) in enumerate(FAULTS.items())
    ],
)
def test_a_faulty_table_breaks_its_law_among_all_answer_sets(fault: Fault) -> None:
    _assert_breaks(enumerate_all(iter(fault.rules)), fault.broken)


@pytest.mark.usefixtures("small_world")
def test_what_is_broken_is_counted() -> None:
    """A set of red flags holds nothing but "not sure" once; every set without red flags misses its table."""
    alone = enumerate_all(FAULTS["not-sure-is-no-red-flag"].rules)
    assert (alone.red_flag_sets, alone.red_flags_missed) == (RED_FLAG_SETS, 1)
    unheeded = enumerate_all(_without("N2"))
    assert unheeded.red_flags_missed == 2**8 - 1
    nothing = enumerate_all(())
    assert nothing.red_flags_missed == RED_FLAG_SETS
    assert nothing.per_tier == (laws._SETS, 0, 0, 0)
    assert (nothing.dead_rules, nothing.redundant_rules) == ((), ())


A_THIRD_OF_THE_RULES = [
    pytest.param(rule.id, marks=pytest.mark.prove if number % 3 else pytest.mark.slow)
    for number, rule in enumerate(RULES)
]
"""For the slow tests; `make prove` takes the others."""


def _tier_of(name: str) -> Urgency:
    return next(rule.tier for rule in RULES if rule.id == name)


def _reaching(tier: Urgency, rules: tuple[Rule, ...]) -> tuple[int, int]:
    """Count the answer sets that reach a tier: those without red flags, and those of nothing else."""
    tiers = bytes(laws._deciders(rules)).translate(laws._tier_of_decider(rules))
    flags = [judge(given, rules).tier for given in laws._red_flag_sets()]
    return sum(tiers.count(reached) for reached in range(tier, 4)), sum(reached >= tier for reached in flags)


def _reached_by_all(tier: Urgency) -> tuple[int, int]:
    return sum(PER_TIER[tier:]), RED_FLAG_SETS


@pytest.mark.parametrize("name", A_THIRD_OF_THE_RULES)
def test_without_any_one_rule_fewer_answer_sets_reach_its_tier(name: str) -> None:
    tier = _tier_of(name)
    backgrounds, flags = _reaching(tier, _without(name))
    all_backgrounds, all_flags = _reached_by_all(tier)
    assert (backgrounds < all_backgrounds, flags < all_flags) == (
        name not in {"N1", "N2"},
        name in {"N1", "N2"},
    )


@pytest.mark.parametrize("name", A_THIRD_OF_THE_RULES)
def test_with_a_rule_one_tier_lower_fewer_answer_sets_reach_its_tier(name: str) -> None:
    """Whether it stays where it stands or moves to the others of its new tier."""
    tier = _tier_of(name)
    changed = _table({name: lambda rule: dataclasses.replace(rule, tier=Urgency(tier - 1))})
    for rules in (changed, tuple(sorted(changed, key=lambda rule: -rule.tier))):
        backgrounds, flags = _reaching(tier, rules)
        all_backgrounds, all_flags = _reached_by_all(tier)
        assert backgrounds < all_backgrounds or flags < all_flags


# --- Every way to answer one question ---


@pytest.mark.parametrize(
    ("question", "count"),
    [("Q1", 33), ("Q2", 129), ("Q3", 128), ("Q4", 4), ("Q5", 4), ("Q6", 3), ("Q7", 128), ("Q8", 4)],
)
def test_every_way_to_answer_a_question_is_found_once(question: str, count: int) -> None:
    """Five or seven red flags in any mix, or "not sure", or "none"; seven symptoms in any mix, or "none"."""
    ways = every_way_to_answer(question)
    assert len(ways) == len({frozenset(way) for way in ways}) == count
    answers = next(known.answers for known in QUESTIONS if known.id == question)
    assert {(answer,) for answer in answers} <= set(ways)
    assert set(itertools.chain(*ways)) == set(answers)


def test_the_ladders_come_to_every_set_of_answers_and_to_no_more() -> None:
    assert laws._ladders_with_strides()[-1][1] == 1
