"""The self-check is part C of the medical fact base (second edition), word for word and rule for rule.

What stands here was copied or written from that text by hand; nothing is derived from RULES.
"""

import dataclasses
import functools
import itertools
import tomllib
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.content.cards import Card
from kiosk.core.content.topics import MAX_TOPICS, Topic, answer_problems, topic_problems, topics
from kiosk.core.self_check.questions import ANSWERS, QUESTIONS, Question, asked, choose, question_of
from kiosk.core.self_check.rules import RULES, Outcome, Rule, Urgency, judge, table_problems
from kiosk.core.self_check.texts import SelfCheckTexts, text_problems
from kiosk.core.validation import Problem, read

CONTENT = Path(__file__).resolve().parents[3] / "content"
ALL_THAT_FIT = "tap all that fit"
ONE = "one"

# Question, its text, how it is answered, its answers in order: part C, "None" written out as on screen.
PART_C = [
    (
        "Q1",
        (
            "Is any of this new, or worse than usual for you? "
            "Now, or in the last days, even if it has gone away."
        ),
        ALL_THAT_FIT,
        {
            "A1": "Hard to breathe when sitting still, lying flat or talking",
            "A2": "Choking, or cannot swallow",
            "A3": "Pain or pressure in the chest",
            "A4": "One side of the face drooping, or an arm, hand or leg suddenly weak or numb",
            "A5": (
                "Sudden trouble speaking, seeing (also one eye) or walking, sudden confusion, "
                "or a sudden very bad headache"
            ),
            "A-not-sure": "Not sure",
            "A-none": "None of these",
        },
    ),
    (
        "Q2",
        "Do you have any of these?",
        ALL_THAT_FIT,
        {
            "B1": "Weakness or numbness that is spreading and began in the last 4 weeks",
            "B2": (
                "New numbness around the groin, bottom or inner thighs, "
                "or it newly feels different when you wipe"
            ),
            "B3": "Cannot pee, or new trouble starting or holding pee or poop",
            "B4": "A hard hit or fall in the last days that badly hurt your head, neck or back",
            "B5": "A hot, red, swollen joint with fever or chills",
            "B6": "Dark, cola-colored pee with sore, swollen or weak muscles",
            "B7": "One calf newly swollen, hot or sore",
            "B-not-sure": "Not sure",
            "B-none": "None of these",
        },
    ),
    (
        "Q3",
        "In the past few months, have you had any of these?",
        ALL_THAT_FIT,
        {
            "S1": "Weak arms, hands or legs, or you drop things",
            "S2": "Falls, tripping, or trouble with stairs or chairs",
            "S3": "Numb, tingling or burning hands or feet",
            "S4": "Muscles that tire with use and feel better with rest",
            "S5": "Droopy eyelids or double vision",
            "S6": "Cramps or twitches that keep coming back",
            "S7": "Slurred speech, or food or drink going down the wrong way",
            "S-none": "None of these",
        },
    ),
    (
        "Q4",
        "When did it start?",
        ONE,
        {
            "start-weeks": "Less than 4 weeks ago",
            "start-months": "1 to 12 months ago",
            "start-years": "More than a year ago",
            "start-not-sure": "Not sure",
        },
    ),
    (
        "Q5",
        "Is it changing?",
        ONE,
        {
            "trend-worse": "Getting worse",
            "trend-same": "About the same, or comes and goes",
            "trend-better": "Getting better",
            "trend-not-sure": "Not sure",
        },
    ),
    (
        "Q6",
        "Does a close relative have a muscle or nerve condition?",
        ONE,
        {"family-yes": "Yes", "family-no": "No", "family-not-sure": "Not sure"},
    ),
    (
        "Q7",
        "Is any of this true for you?",
        ALL_THAT_FIT,
        {
            "E1": "Chemo, HIV medicine, or a new medicine",
            "E2": "Work or hobby with lead, mercury or solvents",
            "E3": "A past injury to a nerve, or a deep cut or bad break",
            "E4": "A tick bite or a spreading rash this year",
            "E5": "A cold, flu or stomach bug in the last 6 weeks",
            "E6": "Lots of vomiting or diarrhea, water pills, or kidney disease",
            "E7": "Diabetes, low B12, or heavy drinking",
            "E-none": "None of these",
        },
    ),
    (
        "Q8",
        "How are your knees and joints?",
        ONE,
        {
            "K0": "Fine",
            "K1": "Sore or stiff",
            "K2": "Knee gives way, locks, or cannot take my weight: for more than a year, no worse",
            "K3": "The same, but new, worse, after an injury, or not sure when",
        },
    ),
]

# The outcome screens, "show exactly".
OUTCOMES = {
    "now": (
        "Please tell the front desk now.",
        (
            "Show them this screen. If no staff are near, call 911. "
            "If you cannot get up, raise your hand or ask someone near you. "
            "One of your answers is something our staff should check right away. "
            "You did the right thing by checking."
        ),
    ),
    "soon": (
        "Please tell your care team today.",
        (
            "Tell your nurse or doctor before you leave. "
            "No visit today? Call us today: (202) 555-0143. Closed? Call the next working day. "
            "Call 911 if you get trouble breathing or swallowing, a drooping face, or sudden weakness."
        ),
    ),
    "routine": (
        "Good to bring up at your visit.",
        (
            "You touched none of the emergency signs on our list. "
            "It is still worth telling your care team. Here are some questions to ask."
        ),
    ),
    "learn": (
        "You touched none of the signs on our list.",
        (
            "The list is short. This check cannot rule out a problem. If you are worried, "
            "or something changes, talk to us. You know your body best. Want to read more?"
        ),
    ),
}

# The column "Related cards", by number of card.
RELATED = {
    "S1": (0, 1, 2, 7),
    "S2": (1, 7, 8),
    "S3": (6, 4, 5),
    "S4": (2, 5),
    "S5": (2,),
    "S6": (5, 7),
    "S7": (2, 7),
    "family-yes": (1,),
    "E1": (6,),
    "E2": (6,),
    "E3": (4,),
    "E4": (3,),
    "E5": (3,),
    "E6": (5,),
    "E7": (5, 6),
    "K1": (8,),
    "K2": (8,),
    "K3": (8,),
}

# The cards by number.
CARD_IDS = (
    "start-here",
    "genetic",
    "autoimmune",
    "infections",
    "injury",
    "metabolic",
    "toxins",
    "later-life",
    "what-to-do",
)

# The evidence column; NICE alone is the section on limb weakness, and on sensory signs in P6.
EVIDENCE = {
    "N1": "NHS-MG-S NHS-GBS-W NICE-L M-CP M-HA M-STR MAYO-FAST GSTT-TIA SA-TIA",
    "N2": "NICE-L NICE-S N-GBS CES-NHS M-HEAD M-SCI KNEE-NHS JHM CDC-RHABDO MAYO-RHABDO NHS-DVT BHT-DVT",
    "N3": "NICE-L",
    "N4": "M-STR M-MG NHS-GBS-W",
    "N5": "N-GBS M-GBS",
    "N6": "NICE-L",
    "N7": "M-BOT N-MG N-GBS",
    "P1": "NICE-L",
    "P2": "NHS-MG-S M-BOT",
    "P3": "NICE-L",
    "P4": "N-MG M-CRAMP G-ALS",
    "P5": "M-FALL M-MD",
    "P6": "M-PN NICE-S",
    "P7": "M-LYM",
    "P8": "CIPN HIV-NIH",
    "P9": "N-TOX M-LEAD",
    "P10": "HYPOK M-ELEC",
    "P11": "KNEE-NHS",
    "P12": "N-MG",
    "P13": "NICE-S M-PN",
    "P14": "N-MG NICE-L",
    "P15": "M-FALL",
    "R1": "M-CRAMP M-PN",
}

RED_FLAGS = (
    *("A1", "A2", "A3", "A4", "A5", "A-not-sure"),
    *("B1", "B2", "B3", "B4", "B5", "B6", "B7", "B-not-sure"),
)
SYMPTOMS = ("S1", "S2", "S3", "S4", "S5", "S6", "S7")
EXPOSURES = ("E1", "E2", "E3", "E4", "E5", "E6", "E7")
STARTS = ("start-weeks", "start-months", "start-years", "start-not-sure")
TRENDS = ("trend-worse", "trend-same", "trend-better", "trend-not-sure")
FAMILY = ("family-yes", "family-no", "family-not-sure")
KNEES = ("K0", "K1", "K2", "K3")

# A case in a patient's own words: the answers as they would be touched, and the tiers it may end in.
AT_LEAST_SOON = {Urgency.SOON, Urgency.NOW}
CALM = ("A-none", "B-none")
NOTHING_ELSE = ("family-no", "E-none", "K0")
OWN_WORDS = {
    "face and arm dropped for 20 minutes this morning, gone now": (("A4",), {Urgency.NOW}),
    "numb between the legs and slow pee for two weeks, no injury": (("A-none", "B2", "B3"), {Urgency.NOW}),
    "trouble with stairs and tingling, 8 days, worse": (
        (*CALM, "S2", "S3", "start-weeks", "trend-worse", *NOTHING_ELSE),
        {Urgency.NOW},
    ),
    "droopy lids and double vision, 2 days, worse": (
        (*CALM, "S5", "start-weeks", "trend-worse", *NOTHING_ELSE),
        {Urgency.NOW},
    ),
    "muscles swollen and sore after the gym, cola-colored pee": (("A-none", "B6"), {Urgency.NOW}),
    "arms tire washing hair, 6 weeks, worse": (
        (*CALM, "S4", "start-months", "trend-worse", *NOTHING_ELSE),
        AT_LEAST_SOON,
    ),
    "attacks of weak legs for 6 months, come and go": (
        (*CALM, "S1", "start-months", "trend-same", *NOTHING_ELSE),
        AT_LEAST_SOON,
    ),
    "hands and feet numb for 4 months, worse": (
        (*CALM, "S3", "start-months", "trend-worse", *NOTHING_ELSE),
        AT_LEAST_SOON,
    ),
    "three falls in two weeks, otherwise the same": (
        (*CALM, "S2", "start-weeks", "trend-same", *NOTHING_ELSE),
        AT_LEAST_SOON,
    ),
    "drops things, thin hand, twitches, 7 months, worse": (
        (*CALM, "S1", "S6", "start-months", "trend-worse", *NOTHING_ELSE),
        AT_LEAST_SOON,
    ),
    "diabetes, tingling feet for 2 years, the same": (
        (*CALM, "S3", "start-years", "trend-same", "family-no", "E7", "K0"),
        {Urgency.ROUTINE},
    ),
    "no symptom at all": ((*CALM, "S-none", *NOTHING_ELSE), {Urgency.LEARN}),
}

_TOUCHES = st.lists(st.sampled_from(ANSWERS), max_size=20)


def part_c(given: Collection[str]) -> Outcome:
    """Judge as the table of part C reads, row by row."""

    def said(*names: str) -> bool:
        return any(name in given for name in names)

    under_4_weeks, start_not_sure = said("start-weeks"), said("start-not-sure")
    months = said("start-months")
    worse, trend_not_sure = said("trend-worse"), said("trend-not-sure")
    symptom = said(*SYMPTOMS)
    new = under_4_weeks or start_not_sure
    changing = worse or trend_not_sure
    rows = (
        ("N1", Urgency.NOW, said("A1", "A2", "A3", "A4", "A5") or said("A-not-sure")),
        ("N2", Urgency.NOW, said("B1", "B2", "B3", "B4", "B5", "B6", "B7") or said("B-not-sure")),
        ("N3", Urgency.NOW, said("S1") and under_4_weeks and worse),
        ("N4", Urgency.NOW, said("S7") and under_4_weeks),
        ("N5", Urgency.NOW, said("S3") and under_4_weeks and worse and said("E5")),
        ("N6", Urgency.NOW, said("S2") and under_4_weeks and worse),
        ("N7", Urgency.NOW, said("S5") and under_4_weeks and worse),
        ("P1", Urgency.SOON, said("S7")),
        ("P2", Urgency.SOON, said("S5")),
        ("P3", Urgency.SOON, said("S1") and (worse or under_4_weeks or start_not_sure or trend_not_sure)),
        ("P4", Urgency.SOON, said("S1") and (said("S4") or said("S6"))),
        ("P5", Urgency.SOON, said("S2") and (worse or trend_not_sure)),
        ("P6", Urgency.SOON, said("S3") and new and changing),
        ("P7", Urgency.SOON, said("E4") and (symptom or said("K1") or said("K2") or said("K3"))),
        ("P8", Urgency.SOON, said("E1") and (said("S1") or said("S3")) and (new or changing)),
        ("P9", Urgency.SOON, said("E2") and (said("S1") or said("S3"))),
        ("P10", Urgency.SOON, (said("E6") and said("S1")) or (said("E6") and said("S6") and new)),
        ("P11", Urgency.SOON, said("K3")),
        ("P12", Urgency.SOON, said("S4") and (worse or trend_not_sure or under_4_weeks or start_not_sure)),
        ("P13", Urgency.SOON, said("S3") and months and (worse or trend_not_sure)),
        ("P14", Urgency.SOON, said("S1") and months),
        ("P15", Urgency.SOON, said("S2") and (under_4_weeks or months or start_not_sure)),
        ("R1", Urgency.ROUTINE, symptom),
        ("R2", Urgency.ROUTINE, said("K1") or said("K2")),
        ("R3", Urgency.ROUTINE, said("family-yes")),
        ("R4", Urgency.ROUTINE, said("E1") or said("E2") or said("E4")),
    )
    return next((Outcome(tier, name) for name, tier, fits in rows if fits), Outcome(Urgency.LEARN, ""))


def _subsets(answers: tuple[str, ...], least: int = 0, most: int = 99) -> Iterator[tuple[str, ...]]:
    for size in range(least, min(most, len(answers)) + 1):
        yield from itertools.combinations(answers, size)


def _sources() -> dict[str, Any]:
    return tomllib.loads((CONTENT / "sources.toml").read_text(encoding="utf-8"))


def _cards() -> dict[int, dict[str, Any]]:
    """Return the cards by number, as their files hold them."""
    files = (CONTENT / "en" / "cards").glob("*.toml")
    cards = [tomllib.loads(path.read_text(encoding="utf-8")) for path in files]
    return {card["number"]: card for card in cards}


def _texts() -> SelfCheckTexts:
    path = CONTENT / "en" / "self_check_questions.toml"
    texts, problems = read(SelfCheckTexts, tomllib.loads(path.read_text(encoding="utf-8")))
    assert texts is not None, problems
    return texts


def _touched(*answers: str) -> tuple[str, ...]:
    after: tuple[str, ...] = ()
    for answer in answers:
        after = choose(after, answer)
    return after


# --- The words of part C ---


def test_the_questions_and_answers_are_those_of_part_c_in_its_order() -> None:
    texts = _texts()
    assert [
        (
            question.id,
            texts.questions[question.id],
            ONE if question.selection == "single" else ALL_THAT_FIT,
            [(answer, texts.answers[answer]) for answer in question.answers],
        )
        for question in QUESTIONS
    ] == [(name, text, takes, list(answers.items())) for name, text, takes, answers in PART_C]


def test_there_is_no_text_for_anything_else() -> None:
    texts = _texts()
    assert text_problems(texts) == []
    assert set(texts.questions) == {name for name, *_ in PART_C}
    assert set(texts.answers) == {answer for *_, answers in PART_C for answer in answers}


@pytest.mark.parametrize("tier", Urgency)
def test_the_outcomes_say_exactly_what_part_c_says(tier: Urgency) -> None:
    outcome = _texts().outcomes.of(tier)
    said = " ".join(outcome.text).replace("{emergency_number}", "911").replace("{phone}", "(202) 555-0143")
    assert (outcome.title, said) == OUTCOMES[tier.name.lower()]
    assert bool(outcome.questions) is (tier is Urgency.ROUTINE)


def test_only_the_first_two_questions_hold_red_flags_and_only_when_and_how_it_changes_may_be_idle() -> None:
    assert [question.id for question in QUESTIONS if question.is_red_flag] == ["Q1", "Q2"]
    assert {question.id: question.skip_if for question in QUESTIONS if question.skip_if} == {
        "Q4": "S-none",
        "Q5": "S-none",
    }


# --- The rules of part C ---


def test_the_rules_are_those_of_part_c_in_its_order() -> None:
    names = [
        f"{letter}{number}"
        for letter, count in (("N", 7), ("P", 15), ("R", 4))
        for number in range(1, count + 1)
    ]
    tiers = {"N": Urgency.NOW, "P": Urgency.SOON, "R": Urgency.ROUTINE}
    assert [(rule.id, rule.tier) for rule in RULES] == [(name, tiers[name[0]]) for name in names]


@pytest.mark.parametrize(
    ("given", "rule"),
    [
        *(((flag,), "N1" if flag.startswith("A") else "N2") for flag in RED_FLAGS),
        (("S1", "start-weeks", "trend-worse"), "N3"),
        (("S7", "start-weeks", "trend-better"), "N4"),
        (("S3", "start-weeks", "trend-worse", "E5"), "N5"),
        (("S2", "start-weeks", "trend-worse"), "N6"),
        (("S5", "start-weeks", "trend-worse"), "N7"),
        (("S7", "start-years", "trend-better"), "P1"),
        (("S5", "start-years", "trend-better"), "P2"),
        (("S5", "start-weeks", "trend-not-sure"), "P2"),
        (("S5", "start-not-sure", "trend-worse"), "P2"),
        (("S1", "start-years", "trend-worse"), "P3"),
        (("S1", "start-weeks", "trend-better"), "P3"),
        (("S1", "start-not-sure", "trend-better"), "P3"),
        (("S1", "start-years", "trend-not-sure"), "P3"),
        (("S1", "S4", "start-years", "trend-same"), "P4"),
        (("S1", "S6", "start-years", "trend-same"), "P4"),
        (("S2", "start-years", "trend-worse"), "P5"),
        (("S2", "start-years", "trend-not-sure"), "P5"),
        (("S2", "start-weeks", "trend-not-sure"), "P5"),
        (("S2", "start-not-sure", "trend-worse"), "P5"),
        (("S3", "start-weeks", "trend-worse"), "P6"),
        (("S3", "start-not-sure", "trend-not-sure", "E5"), "P6"),
        (("E4", "S6", "start-years", "trend-same"), "P7"),
        (("E4", "K1"), "P7"),
        (("E4", "K2"), "P7"),
        (("E4", "K3"), "P7"),
        (("E1", "S3", "start-weeks", "trend-same"), "P8"),
        (("E1", "S3", "start-years", "trend-worse"), "P8"),
        (("E2", "S1", "start-years", "trend-same"), "P9"),
        (("E2", "S3", "start-years", "trend-same"), "P9"),
        (("E6", "S1", "start-years", "trend-same"), "P10"),
        (("E6", "S6", "start-weeks", "trend-same"), "P10"),
        (("E6", "S6", "start-not-sure", "trend-same"), "P10"),
        (("K3",), "P11"),
        (("S4", "start-weeks", "trend-better"), "P12"),
        (("S4", "start-not-sure", "trend-same"), "P12"),
        (("S4", "start-years", "trend-worse"), "P12"),
        (("S4", "start-months", "trend-not-sure"), "P12"),
        (("S3", "start-months", "trend-worse"), "P13"),
        (("S3", "start-months", "trend-not-sure"), "P13"),
        (("S1", "start-months", "trend-same"), "P14"),
        (("S1", "start-months", "trend-better"), "P14"),
        (("S2", "start-weeks", "trend-better"), "P15"),
        (("S2", "start-months", "trend-same"), "P15"),
        (("S2", "start-not-sure", "trend-better"), "P15"),
        (("S1", "start-years", "trend-same"), "R1"),
        (("S2", "start-years", "trend-same"), "R1"),
        (("S3", "start-weeks", "trend-same"), "R1"),
        (("S3", "start-months", "trend-same"), "R1"),
        (("S3", "start-years", "trend-worse"), "R1"),
        (("S4", "start-months", "trend-same"), "R1"),
        (("S6", "start-weeks", "trend-worse"), "R1"),
        (("E6", "S6", "start-months", "trend-worse"), "R1"),
        (("K1",), "R2"),
        (("K2",), "R2"),
        (("family-yes",), "R3"),
        (("E1",), "R4"),
        (("E2",), "R4"),
        (("E4",), "R4"),
        (("A-none", "B-none", "S-none", "family-no", "E-none", "K0"), ""),
        (("family-not-sure", "E3", "E5", "E6", "E7", "K0"), ""),
        ((), ""),
    ],
)
def test_each_row_of_the_table_decides_its_case(given: tuple[str, ...], rule: str) -> None:
    assert judge(given).rule == rule
    assert part_c(given).rule == rule


@pytest.mark.parametrize("words", OWN_WORDS)
def test_what_patients_say_in_their_own_words_leads_to_the_right_tier(words: str) -> None:
    """Twelve cases as a patient would touch them: no emergency ends below NOW, nothing is made worse."""
    given, tiers = OWN_WORDS[words]
    assert _touched(*given) == given
    assert judge(given).tier in tiers


@pytest.mark.untraced  # thousands of times the same lines
def test_every_set_of_red_flags_is_judged_as_part_c_reads() -> None:
    cases = list(_subsets(RED_FLAGS))
    assert len(cases) == 2**14
    assert [given for given in cases if judge(given) != part_c(given)] == []


@pytest.mark.untraced
def test_every_set_of_symptoms_is_judged_as_part_c_reads() -> None:
    """With every start, trend and knee, and with no exposure, each one, or all of them."""
    exposures = [*_subsets(EXPOSURES, most=1), EXPOSURES]
    cases = [
        {start, trend, family, knee, *symptoms, *exposed}
        for start, trend, family, knee in itertools.product(
            STARTS, TRENDS, ("family-yes", "family-no"), KNEES
        )
        for symptoms in _subsets(SYMPTOMS)
        for exposed in exposures
    ]
    assert len(cases) == 4 * 4 * 2 * 4 * 128 * 9
    assert [given for given in cases if judge(given) != part_c(given)] == []


def _differing(every: int) -> list[set[str]]:
    """Judge every so-manieth answer set without red flags; all parts come with all others where it is odd."""
    cases = itertools.product(
        itertools.product(STARTS, TRENDS, FAMILY, KNEES), _subsets(SYMPTOMS), _subsets(EXPOSURES)
    )
    return [
        given
        for one, symptoms, exposed in itertools.islice(cases, 0, None, every)
        if judge(given := {*one, *symptoms, *exposed}) != part_c(given)
    ]


@pytest.mark.slow
def test_every_third_answer_set_is_judged_as_part_c_reads() -> None:
    assert _differing(3) == []


@pytest.mark.prove
def test_every_answer_set_is_judged_as_part_c_reads() -> None:
    assert _differing(1) == []


@given(st.sets(st.sampled_from(ANSWERS)))
def test_whatever_is_answered_is_judged_as_part_c_reads(given: set[str]) -> None:
    assert judge(given) == part_c(given)


@given(st.lists(st.sampled_from(ANSWERS), unique=True).flatmap(st.permutations))
def test_the_order_of_touches_does_not_change_the_outcome(given: list[str]) -> None:
    assert judge(tuple(given)) == judge(sorted(given))


_NEEDS = st.lists(st.frozensets(st.sampled_from(ANSWERS)), max_size=4).map(tuple)


@given(_NEEDS, st.sets(st.sampled_from(ANSWERS)), st.sets(st.sampled_from(ANSWERS)))
def test_no_rule_can_say_not(needs: tuple[frozenset[str], ...], given: set[str], more: set[str]) -> None:
    """Whatever a rule needs, an answer more never makes it fall silent."""
    rule = Rule("X", Urgency.NOW, needs, "reason", ("M-NM",))
    assert rule.fires(given | more) or not rule.fires(given)


def test_a_table_of_its_own_is_judged_by_its_first_match() -> None:
    first = Rule("X1", Urgency.SOON, (frozenset({"K1", "K2"}),), "reason", ("M-NM",))
    second = dataclasses.replace(first, id="X2", tier=Urgency.NOW)
    assert judge(("K1",), (first, second)) == Outcome(Urgency.SOON, "X1")
    assert judge(("K1",), iter((second, first))) == Outcome(Urgency.NOW, "X2")
    assert judge(("K0",), (first, second)) == Outcome(Urgency.LEARN, "")
    assert judge(("A1",), ()) == Outcome(Urgency.LEARN, "")


# --- Touching answers ---


@pytest.mark.parametrize("answer", ANSWERS)
def test_touching_an_answer_again_takes_back_a_tick_and_never_the_one_answer(answer: str) -> None:
    takes_one = question_of(answer).selection == "single"
    assert choose((), answer) == (answer,)
    assert choose((answer,), answer) == ((answer,) if takes_one else ())


@pytest.mark.parametrize(
    ("touched", "left"),
    [
        (("A1", "A2", "A-none"), ("A-none",)),
        (("A-none", "A2", "A1"), ("A2", "A1")),
        (("A1", "A-not-sure"), ("A-not-sure",)),
        (("A-not-sure", "A3"), ("A3",)),
        (("A-not-sure", "A-none"), ("A-none",)),
        (("B-none", "B-not-sure"), ("B-not-sure",)),
        (("S1", "S7", "S-none"), ("S-none",)),
        (("S-none", "S3"), ("S3",)),
        (("E1", "E-none"), ("E-none",)),
        (("E-none", "E1"), ("E1",)),
        (("E1", "E3", "E1"), ("E3",)),
        (("start-weeks", "start-years"), ("start-years",)),
        (("trend-better", "trend-not-sure"), ("trend-not-sure",)),
        (("family-yes", "family-no", "family-no"), ("family-no",)),
        (("K2", "K0"), ("K0",)),
        (("A-none", "B-none", "S-none"), ("A-none", "B-none", "S-none")),
        (("E5", "A1", "S2"), ("E5", "A1", "S2")),
    ],
)
def test_none_clears_the_rest_and_the_reverse_and_one_means_one(
    touched: tuple[str, ...], left: tuple[str, ...]
) -> None:
    assert _touched(*touched) == left


@given(_TOUCHES)
def test_however_it_is_touched_no_question_holds_answers_that_exclude_each_other(touches: list[str]) -> None:
    left = _touched(*touches)
    assert len(left) == len(set(left))
    for _name, _text, takes, answers in PART_C:
        held = [answer for answer in left if answer in answers]
        excluding = [answer for answer in held if answers[answer] in {"Not sure", "None of these"}]
        assert len(held) <= 1 or (takes == ALL_THAT_FIT and not excluding)


@given(_TOUCHES)
def test_what_is_left_stands_in_the_order_of_its_last_touch(touches: list[str]) -> None:
    left = _touched(*touches)
    last = {answer: index for index, answer in enumerate(touches)}
    assert sorted(left, key=lambda answer: last[answer]) == list(left)


def test_no_symptom_makes_start_and_trend_idle_and_forgets_them() -> None:
    given = ("A-none", "S1", "start-weeks", "trend-worse", "E5")
    after = choose(given, "S-none")
    assert after == ("A-none", "E5", "S-none")
    assert [question.id for question in asked(after)] == ["Q1", "Q2", "Q3", "Q6", "Q7", "Q8"]
    again = choose(after, "S1")
    assert again == ("A-none", "E5", "S1")
    assert asked(again) == QUESTIONS
    assert asked(choose(after, "S-none")) == QUESTIONS
    assert asked(()) == QUESTIONS


@pytest.mark.parametrize(("name", "answers"), [(name, list(answers)) for name, *_, answers in PART_C])
def test_every_answer_belongs_to_its_question(name: str, answers: list[str]) -> None:
    assert {question_of(answer).id for answer in answers} == {name}


def test_an_answer_nobody_asked_for_belongs_to_no_question() -> None:
    with pytest.raises(KeyError):
        question_of("A6")
    with pytest.raises(KeyError):
        choose((), "")


def test_the_answers_that_stand_alone_come_last_and_a_question_of_one_has_none_of_them() -> None:
    assert {question.id: question.last_page_only for question in QUESTIONS} == {
        "Q1": {"A-not-sure", "A-none"},
        "Q2": {"B-not-sure", "B-none"},
        "Q3": {"S-none"},
        "Q4": frozenset(),
        "Q5": frozenset(),
        "Q6": frozenset(),
        "Q7": {"E-none"},
        "Q8": frozenset(),
    }
    for question in QUESTIONS:
        count = len(question.last_page_only)
        assert set(question.answers[len(question.answers) - count :]) == question.last_page_only


# --- Topics ---


@functools.cache
def _content_cards() -> tuple[Card, ...]:
    read_cards = [read(Card, data) for _number, data in sorted(_cards().items())]
    assert [problem for _, problems in read_cards for problem in problems] == []
    return tuple(card for card, _ in read_cards if card is not None)


def _topics(given: Iterable[str]) -> tuple[Topic, ...]:
    return topics(given, _content_cards())


def _related(given: Collection[str]) -> list[Topic]:
    """Return everything the column "Related cards" says of the answers, in their order, none twice."""
    found: list[Topic] = []
    for answer in given:
        found += [Topic(CARD_IDS[number]) for number in RELATED.get(answer, ())]
        found += [Topic("start-here", "clinic")] if answer in {"K1", "K2", "K3"} else []
    return list(dict.fromkeys(found))


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_leads_to_the_cards_of_its_row(answer: str) -> None:
    assert list(_topics((answer,))) == (_related((answer,))[:3] or [Topic("start-here")])


@given(_TOUCHES)
def test_topics_are_at_most_three_none_twice_in_the_order_touched(touches: list[str]) -> None:
    given = _touched(*touches)
    assert list(_topics(given)) == (_related(given)[:3] or [Topic("start-here")])


def test_topics_follow_the_touches_not_the_questions() -> None:
    assert _topics(("S3", "S5")) == (Topic("toxins"), Topic("injury"), Topic("metabolic"))
    assert _topics(("S5", "S3")) == (Topic("autoimmune"), Topic("toxins"), Topic("injury"))
    assert _topics(("E3", "E4", "E1", "E7")) == (Topic("injury"), Topic("infections"), Topic("toxins"))
    assert _topics(("E1", "E2", "S5", "S4", "S7")) == (
        Topic("toxins"),
        Topic("autoimmune"),
        Topic("metabolic"),
    )
    assert _topics(("S5", "S7", "S1")) == (Topic("autoimmune"), Topic("later-life"), Topic("start-here"))
    assert MAX_TOPICS == 3


@pytest.mark.parametrize("knee", ["K1", "K2", "K3"])
def test_sore_knees_lead_to_what_to_do_and_the_panel_of_the_clinic(knee: str) -> None:
    panel = Topic("start-here", "clinic")
    assert _topics((knee,)) == (Topic("what-to-do"), panel)
    assert _topics((knee, "S5")) == (Topic("what-to-do"), panel, Topic("autoimmune"))
    assert _topics(("family-yes", knee)) == (Topic("genetic"), Topic("what-to-do"), panel)


def test_who_has_nothing_to_read_about_may_begin_at_the_beginning() -> None:
    assert _topics(()) == (Topic("start-here"),)
    assert _topics(("A-none", "S-none", "family-no", "K0")) == (Topic("start-here"),)


def test_the_cards_have_the_numbers_part_c_calls_them_by() -> None:
    assert tuple(card["id"] for _number, card in sorted(_cards().items())) == CARD_IDS


def test_every_topic_there_can_be_leads_to_a_step_of_a_card() -> None:
    kinds = {card["id"]: {step["kind"] for step in card["steps"]} for card in _cards().values()}
    for answer in ANSWERS:
        for topic in _topics((answer,)):
            assert topic.card in kinds
            assert not topic.step or topic.step in kinds[topic.card]


def test_a_tenth_card_says_itself_which_answers_lead_to_it() -> None:
    first, second = _content_cards()[:2]
    late = dataclasses.replace(first, id="late", number=9, leads_here={"S5": 1, "E3": 2})
    early = dataclasses.replace(second, id="early", number=10, leads_here={"S5": 2})
    cards = (late, early)
    assert topics(("S5",), cards) == (Topic("late"), Topic("early"))
    assert topics(("E3",), cards) == (Topic("late"),)


# --- What is wrong with a table ---


def test_the_table_has_no_problems_with_the_sources_and_cards_there_are() -> None:
    card_ids = [card["id"] for card in _cards().values()]
    assert [*table_problems(RULES, _sources()), *topic_problems(card_ids)] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_says_why_and_names_the_sources_of_part_c(rule: Rule) -> None:
    assert rule.reason.strip().endswith(".")
    assert rule.sources
    assert set(rule.sources) <= set(_sources())
    assert set(EVIDENCE.get(rule.id, "").split()) <= set(rule.sources)
    assert len(rule.sources) == len(set(rule.sources))


GOOD = (
    Rule("X1", Urgency.NOW, (frozenset({"A1"}),), "It is urgent.", ("M-NM",)),
    Rule(
        "X2", Urgency.SOON, (frozenset({"S1", "S2"}), frozenset({"K1"})), "It is worth it.", ("M-NM", "M-MD")
    ),
)
SOURCE_IDS = ("M-NM", "M-MD")


def _changed(**changes: Any) -> tuple[Rule, ...]:
    return (GOOD[0], dataclasses.replace(GOOD[1], **changes))


@pytest.mark.parametrize(
    ("rules", "messages"),
    [
        (GOOD, []),
        ((), []),
        (_changed(id="X1"), ["the rule X1 stands twice"]),
        ((*_changed(id="X1"), GOOD[1], GOOD[1]), ["the rule X1 stands twice", "the rule X2 stands twice"]),
        (GOOD[::-1], ["the rules are not in the order NOW, SOON, ROUTINE"]),
        (_changed(all_of_any=(frozenset({"S1", "S8"}),)), ["rule X2: no answer has the id 'S8'"]),
        (
            _changed(all_of_any=(frozenset({"S9", "s1"}), frozenset({"Q1"}))),
            [f"rule X2: no answer has the id {answer!r}" for answer in ("Q1", "S9", "s1")],
        ),
        (_changed(all_of_any=()), ["rule X2: a rule needs answers"]),
        (_changed(all_of_any=(frozenset({"S1"}), frozenset())), ["rule X2: a rule needs answers"]),
        (_changed(reason=""), ["rule X2: a rule needs a reason and a source"]),
        (_changed(reason=" \n"), ["rule X2: a rule needs a reason and a source"]),
        (_changed(sources=()), ["rule X2: a rule needs a reason and a source"]),
        (_changed(sources=("M-NM", "M-XX")), ["rule X2: no source has the id 'M-XX'"]),
        (
            _changed(all_of_any=(), reason="", sources=("", "M-XX")),
            [
                "rule X2: a rule needs answers",
                "rule X2: a rule needs a reason and a source",
                "rule X2: no source has the id ''",
                "rule X2: no source has the id 'M-XX'",
            ],
        ),
    ],
)
def test_each_fault_of_a_table_is_named(rules: tuple[Rule, ...], messages: list[str]) -> None:
    assert table_problems(iter(rules), SOURCE_IDS) == [Problem((), message) for message in messages]


def test_a_card_names_only_answers_that_there_are() -> None:
    card = _content_cards()[0]
    assert answer_problems(card) == []
    steps = (card.steps[0], dataclasses.replace(card.steps[1], leads_here={"k0": 1}))
    assert answer_problems(dataclasses.replace(card, leads_here={"S1": 1, "S9": 1}, steps=steps)) == [
        Problem(
            ("leads_here",),
            "no answer of the self-check has the id 'S9'; it has S1, S2, S3, S4, S5, S6, S7, S-none",
        ),
        Problem(
            ("steps", 1, "leads_here"),
            f"no answer of the self-check has the id 'k0'; it has {', '.join(ANSWERS)}",
        ),
    ]


def test_the_card_for_who_is_led_nowhere_must_be_there() -> None:
    assert topic_problems(CARD_IDS[1:]) == [Problem((), "no card has the id 'start-here'")]


def test_every_value_is_what_it_says() -> None:
    assert [tier.name for tier in sorted(Urgency)] == ["LEARN", "ROUTINE", "SOON", "NOW"]
    assert len(ANSWERS) == len(set(ANSWERS)) == sum(len(answers) for *_, answers in PART_C)
    assert Question("Q", "single", ("a", "b"), frozenset({"a"})).last_page_only == frozenset()
    assert Question("Q", "multiple", ("a", "b"), frozenset({"b"})).last_page_only == {"b"}
