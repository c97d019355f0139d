"""A planted fault in content is named by file and line, whatever kind it is."""

import datetime
import re
from pathlib import Path
from typing import Any

import pytest

from kiosk.content import check as content_check
from kiosk.content.check import ContentReport, check_content, law_lines, report_lines
from kiosk.content.folders import Folders
from kiosk.core.self_check.laws import Enumeration
from kiosk.core.self_check.rules import RULES, Rule, Urgency
from kiosk.store.settings.settings import assets_folder, content_folder
from kiosk.store.settings.toml_files import FileProblem
from tests.content_copy import TODAY, TRANSLATION, ContentCopy

CARD = "en/cards/1-genetic.toml"
POSTER = "en/self_check.toml"
EMERGENCY_TOML = "en/emergency.toml"
EMERGENCIES = """\
[[steps]]
kind = "emergency"
scene = "stroke"
title = "Now"
text = ["Call {emergency_number} if this started less than 4 weeks ago:"]
points = ["One side of the face droops", "You find it hard to breathe"]
sources = ["M-STR"]
"""
QUESTIONS = "en/self_check_questions.toml"
REVIEWS = "en/reviews.toml"
STYLE = "en/style.toml"
HARD = "Neurological abnormalities characteristically necessitate multidisciplinary rehabilitation."
SOUND = Enumeration(
    per_tier=(1, 2, 3, 4),
    steps=5,
    lowered=0,
    red_flag_sets=1234,
    red_flags_missed=0,
    not_sure_sets=7,
    not_sure_dropped=0,
    dead_rules=(),
    redundant_rules=(),
)
BROKEN = Enumeration((1, 2, 3, 4), 5, 0, 1234, 3, 7, 0, (), ("R4",))


@pytest.fixture(autouse=True)
def _laws_hold(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Trying every answer set takes seconds; one test does it."""
    if "with_the_laws_tried" not in request.node.name:
        monkeypatch.setattr(content_check, "enumerate_all", lambda: SOUND)


@pytest.fixture
def copy(tmp_path: Path) -> ContentCopy:
    made = ContentCopy.under(tmp_path)
    made.file(EMERGENCY_TOML).write_text(EMERGENCIES, "utf-8")
    return made


def found(copy: ContentCopy, today: datetime.date = TODAY) -> list[FileProblem]:
    return list(check_content(copy.folders, today).problems)


def at(copy: ContentCopy, name: str, text: str, message: str) -> FileProblem:
    return FileProblem(copy.file(name), copy.line(name, text), message)


@pytest.mark.untraced  # three million answer sets
def test_the_shipped_content_has_no_problems_with_the_laws_tried() -> None:
    report = check_content(Folders(content_folder(), assets_folder()), TODAY)
    assert [str(problem) for problem in report.problems] == []
    assert report.notes == ()
    assert sum(report.laws.per_tier) == 3_145_728
    assert report.laws.red_flags_missed == report.laws.lowered == 0


def test_the_english_content_alone_has_no_problems_and_neither_has_its_twin(copy: ContentCopy) -> None:
    assert found(copy) == []
    copy.translate()
    assert found(copy) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "line", "message"),
    [
        pytest.param(
            CARD,
            'title = "Genetic factors"',
            'title = ""',
            'title = ""',
            "must not be empty",
            id="a problem of the card itself",
        ),
        pytest.param(
            QUESTIONS,
            'K0 = "Fine"',
            'K0 = ""',
            'K0 = ""',
            "must not be empty",
            id="a problem that costs only the guided self-check",
        ),
        pytest.param(
            QUESTIONS,
            'K0 = "Fine"',
            'K0 = "No myasthenia Gravis"',
            "K0 =",
            "'myasthenia Gravis' must not stand in the self-check: say it in another way",
            id="a disease in an answer",
        ),
        pytest.param(
            QUESTIONS,
            "Is it changing?",
            "Is it ALS?",
            "Is it ALS?",
            "'ALS' must not stand in the self-check: say it in another way",
            id="a disease in a question",
        ),
        pytest.param(
            QUESTIONS,
            "Please tell your care team today.",
            "You may HAVE little time.",
            "You may HAVE",
            "'You may HAVE' must not stand in the self-check: say it in another way",
            id="a banned phrase in the title of an outcome",
        ),
        pytest.param(
            QUESTIONS,
            "Do you have any of these?",
            "You have one of these:",
            "You have one",
            "'You have' must not stand in the self-check: say it in another way",
            id="a banned phrase in a question that asks nothing",
        ),
        pytest.param(
            POSTER,
            "Choking, or cannot swallow",
            "Choking means you have it",
            "Choking means",
            "'you have' must not stand in the self-check: say it in another way",
            id="a banned phrase in a line of the poster",
        ),
        pytest.param(
            POSTER,
            'rules = ["N3"]',
            'rules = ["N9"]',
            'rules = ["N9"]',
            "no rule 'N9' leads to 'now'",
            id="an unknown rule on the poster",
        ),
        pytest.param(
            POSTER,
            'rules = ["N3"]',
            'rules = ["N3", "P1"]',
            'rules = ["N3", "P1"]',
            "no rule 'P1' leads to 'now'",
            id="a rule in the list of another tier",
        ),
        pytest.param(
            CARD,
            'points = ["A letter can be a wrong one", "A word can be left out"]',
            "",
            "One part can be wrong:",
            "what ends in a colon stands last, and leads in points",
            id="a lead-in without points",
        ),
        pytest.param(
            EMERGENCY_TOML,
            "if this started less than 4 weeks ago:",
            "if this started less than 4 weeks ago.",
            "points = [",
            "lead in the points of an emergency by a text that ends in a colon",
            id="signs of an emergency without a lead-in",
        ),
        pytest.param(
            EMERGENCY_TOML,
            'kind = "emergency"',
            'kind = "signs"',
            'kind = "signs"',
            "a step in here is of kind 'emergency'",
            id="a step of a card among the emergencies",
        ),
        pytest.param(
            CARD,
            'kind = "more"',
            'kind = "emergency"',
            'kind = "emergency"',
            "the emergency chapter is the same on all cards: emergency.toml",
            id="an emergency on a card",
        ),
        pytest.param(
            POSTER,
            "If this started less than 4 weeks ago:",
            "If this started less than 4 weeks ago.",
            "If this started less than 4 weeks ago.",
            "it leads in the lines below it: end it in a colon",
            id="a condition that does not lead in its lines",
        ),
        pytest.param(
            QUESTIONS,
            "Show them this screen. If no staff are near, call {emergency_number}.",
            "Show them this screen.",
            "text = [",
            "the first text says {emergency_number}, for when no staff are near",
            id="a call for help that says nobody to call",
        ),
        pytest.param(
            STYLE,
            "most_grade = 6",
            "most_grade = 0",
            "most_grade",
            "must be from 1 to 12, such as 6, not 0",
            id="a grade nobody can write for",
        ),
        pytest.param(
            STYLE,
            'syllables = "en"',
            'syllables = "xx"',
            "syllables =",
            "no dictionary divides 'xx' into syllables: name a language such as 'en'",
            id="syllables nobody can count",
        ),
        pytest.param(
            CARD,
            'standard = "#4E3493"',
            'standard = "#9E93C3"',
            "accent =",
            "standard = #9E93C3 has a contrast of 2.6 with #FAF6EF, at least 7 is needed: take a darker one",
            id="colours that cannot be read",
        ),
    ],
)
def test_a_planted_fault_is_named_with_file_and_line(
    copy: ContentCopy, *, name: str, old: str, new: str, line: str, message: str
) -> None:
    copy.change(name, old, new)
    assert at(copy, name, line, message) in found(copy)


def test_disease_names_may_stand_on_cards_and_on_the_poster(copy: ContentCopy) -> None:
    copy.change(POSTER, "Choking, or cannot swallow", "Choking, or cannot swallow, as in ALS")
    assert found(copy) == []


def test_a_step_that_is_too_hard_to_read_is_named_at_its_text(copy: ContentCopy) -> None:
    copy.change(CARD, "Genes are your body's instructions.", HARD)
    (problem,) = found(copy)
    assert (problem.path, problem.line) == (copy.file(CARD), copy.line(CARD, "Neurological"))
    assert re.match(r"reading grade \d+\.\d; a step has at most 6: shorter", problem.message)


def test_an_emergency_that_is_too_hard_to_read_is_named_at_its_text(copy: ContentCopy) -> None:
    copy.change(EMERGENCY_TOML, "One side of the face droops", HARD)
    (problem,) = found(copy)
    assert (problem.path, problem.line) == (copy.file(EMERGENCY_TOML), copy.line(EMERGENCY_TOML, "text = "))
    assert re.match(r"reading grade \d+\.\d; a step has at most 6: shorter", problem.message)


def test_a_note_to_take_home_that_is_too_hard_to_read_is_named_at_its_place(copy: ContentCopy) -> None:
    copy.change(CARD, "Call us at {phone}", f"{HARD} Call us at {{phone}}")
    (problem,) = found(copy)
    assert (problem.path, problem.line) == (copy.file(CARD), copy.line(CARD, "take_home"))
    assert re.match(r"reading grade \d+\.\d; a note to take home has at most 6$", problem.message)


def test_a_language_without_a_style_is_a_problem(copy: ContentCopy) -> None:
    copy.file(STYLE).unlink()
    assert found(copy) == [FileProblem(copy.file(STYLE), 0, "the file is missing")]


def test_without_textstat_the_check_says_once_that_it_read_no_grades(
    copy: ContentCopy, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy.translate()
    copy.change(CARD, "Genes are your body's instructions.", HARD)
    copy.change("xx/cards/1-genetic.toml", "Genes are your body's instructions.", HARD)
    copy.change(CARD, "Call us at {phone}", f"{HARD} Call us at {{phone}}")
    copy.change("xx/cards/1-genetic.toml", "Call us at {phone}", f"{HARD} Call us at {{phone}}")
    monkeypatch.setattr("kiosk.content.style.importlib.util.find_spec", lambda _: None)
    report = check_content(copy.folders, TODAY)
    assert report.problems == ()
    assert report.notes == ("reading grades were not checked: textstat is not installed",)
    assert {step.grade for step in report.steps} == {None}
    assert list(report_lines(report))[-1].endswith("highest reading grade -")


@pytest.mark.parametrize(
    "name", ["thumbnails/genetic.svg", "pictures/genetic-healthy.svg", "pictures/closer-muscle.svg"]
)
def test_a_missing_picture_is_a_problem_of_each_card_that_shows_it(copy: ContentCopy, name: str) -> None:
    (copy.folders.assets / name).unlink()
    shown = [card for card in copy.read().cards if name in card.pictures]
    assert shown
    assert found(copy) == [
        FileProblem(copy.folders.card("en", card), 1, f"the picture {name} is missing") for card in shown
    ]


def test_a_missing_picture_of_an_emergency_is_a_problem_of_its_file(copy: ContentCopy) -> None:
    copy.change(EMERGENCY_TOML, "stroke", "ticks")
    (copy.folders.assets / "pictures/ticks.svg").unlink()
    message = "the picture pictures/ticks.svg is missing"
    assert FileProblem(copy.file(EMERGENCY_TOML), 1, message) in found(copy)


def test_a_clinics_own_picture_of_an_emergency_is_one_that_is_shown(
    copy: ContentCopy, tmp_path: Path
) -> None:
    own = tmp_path / "own" / "pictures"
    own.mkdir(parents=True)
    picture = own / "stroke.svg"
    picture.write_bytes((copy.folders.assets / "pictures/stroke.svg").read_bytes())
    folders = Folders(copy.folders.content, copy.folders.assets, own.parent)
    assert check_content(folders, TODAY).problems == ()


def test_a_picture_that_claims_nothing_is_a_problem_told_once(copy: ContentCopy) -> None:
    copy.translate()
    picture = copy.folders.assets / "pictures" / "genetic-affected.svg"
    picture.write_text("<svg/>", "utf-8")
    assert found(copy) == [FileProblem(picture, 1, "say in a <desc> what the picture claims")]


@pytest.mark.parametrize("key", ["emergency", "self-check", "words"])
def test_a_card_cannot_take_the_id_under_which_another_text_is_signed(copy: ContentCopy, key: str) -> None:
    copy.file(CARD).rename(copy.file(f"en/cards/1-{key}.toml"))
    copy.change(f"en/cards/1-{key}.toml", 'id = "genetic"', f'id = "{key}"')
    message = f"another text has the id {key!r} too"
    assert at(copy, f"en/cards/1-{key}.toml", f'id = "{key}"', message) in found(copy)


@pytest.mark.parametrize("key", ["genetic", "emergency", "self-check", "words"])
def test_a_signature_that_covers_the_text_is_no_problem(copy: ContentCopy, key: str) -> None:
    copy.sign(key)
    assert found(copy) == []
    assert not copy.read().reviewed(TODAY)[key].is_draft


AGAIN = "print it again with `kiosk content review`, have it signed, and put that in the place of this"


def test_a_signature_is_overdue_the_day_after_its_next_review(copy: ContentCopy) -> None:
    copy.sign("toxins", until="2026-12-01")
    copy.sign("genetic", until="2026-11-23")
    message = f"the review was due on 2026-11-23, so the text is a draft: {AGAIN}"
    assert found(copy) == []
    assert found(copy, TODAY + datetime.timedelta(days=1)) == [at(copy, REVIEWS, "[[genetic]]", message)]


def test_a_signature_under_other_words_is_a_problem_at_its_own_line(copy: ContentCopy) -> None:
    copy.sign("genetic")
    copy.change(CARD, "Genes are your body's instructions.", "Genes are the body's instructions.")
    copy.sign("genetic")
    message = f"the text has changed since Dr. A signed it, so it is a draft: {AGAIN}"
    assert found(copy) == [FileProblem(copy.file(REVIEWS), 1, message)]


@pytest.mark.parametrize("digest", ["0" * 64, "f" * 64])
def test_a_signature_under_any_other_words_is_a_problem(copy: ContentCopy, digest: str) -> None:
    copy.sign("genetic")
    copy.change(REVIEWS, copy.read().content_digest("genetic"), digest)
    message = f"the text has changed since Dr. A signed it, so it is a draft: {AGAIN}"
    assert found(copy) == [FileProblem(copy.file(REVIEWS), 1, message)]


def test_a_signature_from_tomorrow_is_a_problem(copy: ContentCopy) -> None:
    copy.sign("genetic", date="2026-11-24")
    message = "signed on 2026-11-24, which is yet to come: write the day it was signed"
    assert found(copy) == [FileProblem(copy.file(REVIEWS), 1, message)]


def test_a_signature_that_cannot_be_read_does_not_hide_that_another_is_overdue(copy: ContentCopy) -> None:
    copy.sign("genetic")
    copy.change(REVIEWS, 'role = "neurologist"', 'role = ""')
    copy.sign("genetic", until="2026-11-02")
    lines = [(problem.line, problem.message.split(",")[0]) for problem in found(copy)]
    assert lines == [
        (copy.line(REVIEWS, 'role = ""'), 'must not be empty: write something such as "neurologist"'),
        (9, "the review was due on 2026-11-02"),
    ]


def test_a_review_of_no_text_or_of_no_list_is_left_to_the_reader_of_the_file(copy: ContentCopy) -> None:
    copy.sign("genetic")
    signed = copy.file(REVIEWS).read_text("utf-8").replace("[[genetic]]", "[[jeans]]")
    copy.file(REVIEWS).write_text(f"{signed}\n[genetic]\n", "utf-8")
    messages = [problem.message for problem in found(copy)]
    assert "no text has the id 'jeans'" in messages
    assert "write each signature as [[genetic]]" in messages


def test_a_rule_that_is_not_on_the_poster_is_a_problem(copy: ContentCopy) -> None:
    copy.change(POSTER, 'rules = ["P11"]', 'rules = ["P10"]')
    message = "the poster leaves out the rules P11"
    assert found(copy) == [at(copy, POSTER, "[[lists]]", message)]


def test_a_new_rule_must_be_put_on_the_poster(copy: ContentCopy, monkeypatch: pytest.MonkeyPatch) -> None:
    new = Rule("R9", Urgency.ROUTINE, (frozenset({"K1"}),), "Because.", ("M-KNEE",))
    monkeypatch.setattr(content_check, "RULES", (*RULES, new))
    assert found(copy) == [at(copy, POSTER, "[[lists]]", "the poster leaves out the rules R9")]


def test_broken_laws_of_the_self_check_are_told_once(
    copy: ContentCopy, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy.translate()
    monkeypatch.setattr(content_check, "enumerate_all", lambda: BROKEN)
    rules = Path("kiosk/core/self_check/rules.py")
    assert found(copy) == [
        FileProblem(rules, 0, "3 answer sets with a red flag end below NOW"),
        FileProblem(rules, 0, "rules whose removal changes no case: R4"),
    ]


@pytest.mark.parametrize("is_there", [True, False])
def test_a_folder_without_a_language_is_a_problem(tmp_path: Path, *, is_there: bool) -> None:
    folder = tmp_path / "content"
    if is_there:
        folder.mkdir()
    report = check_content(Folders(folder, tmp_path), TODAY)
    message = "no language folder (such as 'en') with content is in here"
    assert report.problems == (FileProblem(folder, 0, message),)
    assert report.steps == ()


def test_translations_without_the_original_are_a_problem(copy: ContentCopy) -> None:
    copy.folders.of("en").rename(copy.folders.of(TRANSLATION))
    message = "the language all others are compared with is missing"
    assert found(copy) == [FileProblem(copy.folders.of("en"), 0, message)]


def test_a_language_that_lacks_all_its_texts_is_answered_with_what_is_missing(copy: ContentCopy) -> None:
    copy.folders.of(TRANSLATION).mkdir()
    missing = {problem.path.name for problem in found(copy) if problem.message == "the file is missing"}
    assert missing == {
        "emergency.toml",
        "interface.ts",
        "keys.toml",
        "languages.toml",
        "self_check.toml",
        "self_check_questions.toml",
        "style.toml",
    }


def test_a_translation_is_compared_with_the_original(copy: ContentCopy) -> None:
    copy.translate()
    name = f"{TRANSLATION}/cards/1-genetic.toml"
    copy.change(name, "right = 1", "right = 2")
    (problem,) = found(copy)
    assert (problem.path, problem.line) == (copy.file(name), copy.line(name, "right = 2"))


def test_all_problems_come_once_in_the_order_of_files_and_lines(copy: ContentCopy) -> None:
    copy.translate()
    copy.change(QUESTIONS, 'K0 = "Fine"', 'K0 = ""')
    copy.change(CARD, 'title = "Genetic factors"', 'title = ""')
    copy.change("sources.toml", "seen = ", "saw = ")
    problems = found(copy)
    assert problems == sorted(set(problems))
    assert len({problem.path for problem in problems}) > 2


def test_the_report_has_a_line_a_step_a_line_a_card_and_a_total_a_language(copy: ContentCopy) -> None:
    copy.translate()
    report = check_content(copy.folders, TODAY)
    lines = list(report_lines(report))
    reading = copy.read()
    steps = [step for file in reading.step_files() for step in file.steps]
    assert len(report.steps) == 2 * len(steps)
    assert len(report.cards) == 2 * len(reading.cards)
    head, *rows = lines[: 1 + len(report.steps)]
    assert head.split() == ["card", "step", "words", "grade", "sources"]
    row = len(reading.cards[0].steps)
    assert re.fullmatch(r"en  genetic +1  In short +16 +-?\d\.\d  M-MD M-SMA M-CMT", rows[row])
    last = len(steps) - 1
    assert re.fullmatch(r"en  emergency +1  Now +22 +-?\d\.\d  M-STR", rows[last])
    assert {row[head.index("sources") - 1] for row in rows} == {" "}
    *cards, english, twin = lines[1 + len(report.steps) :]
    assert len(cards) == 1 + len(report.cards)
    assert cards[2] == "en  genetic                78        110    118         10               9         0%"
    total = r"at most \d\d words, longest sentence \d\d words, highest reading grade \d\.\d"
    assert re.fullmatch(rf"en: {len(steps)} steps, {total}", english)
    assert twin == english.replace("en:", f"{TRANSLATION}:")


def test_a_report_of_nothing_is_only_its_heads() -> None:
    empty: Any = ContentReport((), (), (), SOUND, ())
    heads = [line.split()[0] for line in report_lines(empty)]
    assert heads == ["card", "card"]


def test_the_counts_of_the_enumeration_are_told() -> None:
    lines = "\n".join(law_lines(SOUND))
    for count in ("10 answer sets", "LEARN 1", "ROUTINE 2", "SOON 3", "NOW 4", "5 one-step", "1,234 answer"):
        assert count in lines
