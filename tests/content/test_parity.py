"""A translation says the same things in the same places, or the place is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.parity import parity_problems, poster_rule_problems
from kiosk.core.self_check.rules import RULES
from kiosk.core.validation import KeyPath, Problem
from kiosk.store.settings.toml_files import FileProblem
from tests.content_copy import TRANSLATION, ContentCopy

CARD = f"{TRANSLATION}/cards/1-genetic.toml"
POSTER = f"{TRANSLATION}/self_check.toml"
QUESTIONS = f"{TRANSLATION}/self_check_questions.toml"
WORDS = f"{TRANSLATION}/interface.ts"
EMERGENCY_TOML = f"{TRANSLATION}/emergency.toml"
EMERGENCIES = """\
[[steps]]
kind = "emergency"
scene = "stroke"
title = "Now"
text = ["Call {emergency_number} for these signs:"]
points = ["One side of 2 droops", "Hard to breathe"]
sources = ["M-STR", "M-HA"]
"""


@pytest.fixture
def copy(tmp_path_factory: pytest.TempPathFactory) -> ContentCopy:
    made = ContentCopy.under(tmp_path_factory.mktemp("copy"))
    made.file("en/emergency.toml").write_text(EMERGENCIES, "utf-8")
    made.translate()
    return made


def found(copy: ContentCopy) -> list[FileProblem]:
    return parity_problems(copy.read(), copy.read(TRANSLATION))


def test_other_words_in_the_same_places_are_a_translation(copy: ContentCopy) -> None:
    copy.change(CARD, "Genes are your body's instructions.", "Los genes son instrucciones.")
    copy.change(QUESTIONS, "Is it changing?", "¿Está cambiando?")
    copy.change(POSTER, "Choking, or cannot swallow", "Se atraganta")
    copy.change(WORDS, "Touch to start", "Toque para comenzar")
    assert found(copy) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "line", "message"),
    [
        pytest.param(
            CARD,
            'stops = ["nerve-cell", "nerve-fiber", "muscle"]',
            'stops = ["nerve-cell"]',
            "stops = ",
            "must be as in the original: ['nerve-cell', 'nerve-fiber', 'muscle']",
            id="stops",
        ),
        pytest.param(
            CARD,
            'kind = "in_short"',
            'kind = "happens"',
            'kind = "happens"',
            "must be as in the original: 'in_short'",
            id="kind",
        ),
        pytest.param(
            CARD,
            'emergency = ["text.1"]',
            'emergency = ["text.0"]',
            "must_know",
            "must be as in the original: {'what_it_is': ['text.0'], 'emergency': ['text.1']}",
            id="a fact at another place",
        ),
        pytest.param(
            CARD,
            'must_know = { sign = ["points.0", "points.1"] }',
            'must_know = { sign = ["points.1", "points.0"], what_it_is = [] }',
            "what_it_is = []",
            "must be as in the original: {'sign': ['points.0', 'points.1']}",
            id="facts in another order",
        ),
        pytest.param(
            EMERGENCY_TOML,
            'scene = "stroke"',
            'scene = "home"',
            'scene = "home"',
            "must be as in the original: 'stroke'",
            id="scene of an emergency",
        ),
        pytest.param(
            EMERGENCY_TOML,
            '["M-STR", "M-HA"]',
            '["M-STR"]',
            "sources",
            "must be as in the original: ['M-STR', 'M-HA']",
            id="sources of an emergency",
        ),
        pytest.param(
            EMERGENCY_TOML,
            ', "Hard to breathe"]',
            "]",
            "points",
            "1 entries; the original has 2",
            id="a sign of an emergency is left out",
        ),
        pytest.param(
            EMERGENCY_TOML,
            "these signs:",
            "these signs.",
            "text",
            "a text ends in a colon exactly where the original does",
            id="colon of an emergency",
        ),
        pytest.param(
            EMERGENCY_TOML,
            "Call {emergency_number}",
            "Call {phone}",
            "text",
            "the placeholders must be those of the original: {emergency_number}",
            id="another number to call in an emergency",
        ),
        pytest.param(
            EMERGENCY_TOML,
            "One side of 2",
            "One side of 3",
            "points",
            "the numbers here are 3, in the original 2: correct the one that is wrong",
            id="a number of an emergency",
        ),
        pytest.param(
            CARD,
            'sources = ["M-MD", "M-SMA", "M-CMT"]',
            'sources = ["M-MD"]',
            'sources = ["M-MD"]',
            "must be as in the original: ['M-MD', 'M-SMA', 'M-CMT']",
            id="sources",
        ),
        pytest.param(
            CARD,
            ', "A word can be left out"]',
            "]",
            "points",
            "1 entries; the original has 2",
            id="points",
        ),
        pytest.param(
            CARD,
            "One part can be wrong:",
            "One part can be wrong.",
            "One part can be wrong.",
            "a text ends in a colon exactly where the original does",
            id="colon before points",
        ),
        pytest.param(
            CARD,
            "Call us at {phone}, or call {emergency_number}.",
            "Call {emergency_number}.",
            "take_home",
            "the placeholders must be those of the original: {emergency_number}, {phone}",
            id="a number less in the note to take home",
        ),
        pytest.param(
            CARD,
            "right = 1",
            "right = 0",
            "right",
            "must be as in the original: 1",
            id="right answer",
        ),
        pytest.param(
            CARD,
            'headline = "A gene change can make muscles or nerves weak"',
            'headline = "{clinic}"',
            "headline",
            "the placeholders must be those of the original: none",
            id="a placeholder more",
        ),
        pytest.param(
            POSTER,
            'rules = ["N3"]',
            'rules = ["N4"]',
            'rules = ["N4"]',
            "must be as in the original: ['N3']",
            id="rules of a line of the poster",
        ),
        pytest.param(
            POSTER,
            'tier = "soon"',
            'tier = "routine"',
            'tier = "routine"',
            "must be as in the original: 'soon'",
            id="tier",
        ),
        pytest.param(
            POSTER,
            "call {emergency_number}.",
            "call us.",
            "call us.",
            "the placeholders must be those of the original: {emergency_number}",
            id="a placeholder less",
        ),
        pytest.param(
            POSTER,
            "or you are not sure:",
            "or you are not sure.",
            "or you are not sure.",
            "a text ends in a colon exactly where the original does",
            id="colon",
        ),
        pytest.param(
            QUESTIONS,
            '"What happens next, and when?"]',
            "]",
            "questions = [",
            "2 entries; the original has 3",
            id="a question to ask is left out",
        ),
        pytest.param(
            WORDS,
            "Problem in: {stops}",
            "Problem in",
            "XX",
            "'card.lost_at': the placeholders must be those of the original: {stops}",
            id="placeholder of a word",
        ),
        pytest.param(
            WORDS,
            "Touch to start",
            "Touch to start %1",
            "XX",
            "'attract.start': the placeholders must be those of the original: none",
            id="a placeholder more in a word",
        ),
        pytest.param(
            WORDS,
            "The call form is closed:",
            "The call form is closed",
            "XX",
            "'staff.health.closed': a text ends in a colon exactly where the original does",
            id="colon of a word",
        ),
        pytest.param(
            WORDS,
            "Touch to start",
            "Touch to start:",
            "XX",
            "'attract.start': a text ends in a colon exactly where the original does",
            id="a colon more in a word",
        ),
        pytest.param(
            WORDS,
            'id="attract.start"',
            'id="attract.begin"',
            'id="attract.begin"',
            "the original has no 'attract.begin'",
            id="unknown word id",
        ),
    ],
)
def test_what_differs_is_named_in_the_translation(
    copy: ContentCopy, *, name: str, old: str, new: str, line: str, message: str
) -> None:
    copy.change(name, old, new)
    if line == "XX":
        line = f'id="{message.split(chr(39))[1]}"'
    assert FileProblem(copy.file(name), copy.line(name, line), message) in found(copy)


def test_a_word_that_is_missing_is_named(copy: ContentCopy) -> None:
    copy.change(WORDS, 'id="attract.start"', 'id="attract.begin"')
    message = "the words of 'attract.start' are missing"
    assert FileProblem(copy.file(WORDS), 0, message) in found(copy)


def test_a_file_of_words_that_is_missing_lacks_all_of_them(copy: ContentCopy) -> None:
    copy.file(WORDS).unlink()
    assert len(found(copy)) == len(copy.read().tables["words"])


def test_a_key_of_the_translation_alone_is_named_at_its_line(copy: ContentCopy) -> None:
    copy.change(CARD, "[picture]\n", '[picture]\ncaption = "New"\n')
    line = copy.line(CARD, "caption")
    assert found(copy) == [FileProblem(copy.file(CARD), line, "the original has no such key")]


def test_a_key_that_is_missing_is_named_at_its_table(copy: ContentCopy) -> None:
    copy.change(CARD, 'points = ["A letter can be a wrong one", "A word can be left out"]\n', "")
    line = copy.line(CARD, 'kind = "happens"') - 1
    assert found(copy) == [FileProblem(copy.file(CARD), line, "missing key 'points'")]


def test_a_card_that_is_missing_is_named_by_the_file_to_write(copy: ContentCopy) -> None:
    copy.file(CARD).unlink()
    assert found(copy) == [FileProblem(copy.file(CARD), 0, "this card is missing: translate it")]


def test_a_card_of_the_translation_alone_is_a_problem(copy: ContentCopy) -> None:
    copy.file("en/cards/1-genetic.toml").unlink()
    assert found(copy) == [FileProblem(copy.file(CARD), 1, "en has no such card")]


def test_steps_that_were_left_out_are_counted_and_the_others_still_compared(copy: ContentCopy) -> None:
    steps = copy.file(CARD).read_text("utf-8").split("[[steps]]")
    end = steps[-1].split("[teach_back]")
    copy.file(CARD).write_text("[[steps]]".join(steps[:-1]) + "[teach_back]" + end[1], "utf-8")
    assert found(copy) == [
        FileProblem(
            copy.file(CARD),
            copy.line(CARD, "[[steps]]"),
            f"{len(steps) - 2} entries; the original has {len(steps) - 1}",
        )
    ]


def test_other_words_for_the_emergencies_are_a_translation(copy: ContentCopy) -> None:
    copy.change(EMERGENCY_TOML, "One side of 2 droops", "Un lado de 2 se cae")
    assert found(copy) == []


def test_an_emergency_step_that_was_left_out_is_counted(copy: ContentCopy) -> None:
    more = EMERGENCIES + EMERGENCIES.replace("Now", "Later")
    copy.file("en/emergency.toml").write_text(more, "utf-8")
    message = "1 entries; the original has 2"
    assert found(copy) == [FileProblem(copy.file(EMERGENCY_TOML), 1, message)]


@pytest.mark.parametrize("language", ["en", TRANSLATION])
def test_emergencies_that_cannot_be_read_are_not_compared(copy: ContentCopy, language: str) -> None:
    copy.file(f"{language}/emergency.toml").write_text("[", "utf-8")
    assert found(copy) == []


@pytest.mark.parametrize("name", [POSTER, QUESTIONS])
def test_a_self_check_that_cannot_be_read_is_not_compared(copy: ContentCopy, name: str) -> None:
    copy.file(name).write_text("[", "utf-8")
    assert found(copy) == []


def _poster_problems(copy: ContentCopy) -> list[Problem]:
    poster = copy.read().poster
    assert poster is not None
    return list(poster_rule_problems(poster, {rule.id: rule.tier.name.lower() for rule in RULES}))


def test_the_shipped_poster_stands_for_every_rule(copy: ContentCopy) -> None:
    assert _poster_problems(copy) == []


@given(rule=st.sampled_from([rule.id for rule in RULES]))
def test_whichever_rule_the_poster_leaves_out_is_named(
    tmp_path_factory: pytest.TempPathFactory, rule: str
) -> None:
    copy = ContentCopy.under(tmp_path_factory.mktemp("rule"))
    file = copy.file("en/self_check.toml")
    file.write_text(file.read_text("utf-8").replace(f'"{rule}"', '"X"'), "utf-8")
    problems = _poster_problems(copy)
    assert problems[-1] == Problem(("lists",), f"the poster leaves out the rules {rule}")
    places: set[KeyPath] = {problem.place for problem in problems[:-1]}
    assert places
    assert all(problem.message.startswith("no rule 'X' leads to '") for problem in problems[:-1])
