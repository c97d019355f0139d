"""Mistakes that pass for good text, planted one by one: each is one line with file, line and what to do."""

import dataclasses
import datetime
import re
import shutil
from collections import defaultdict
from collections.abc import Collection, Iterable
from pathlib import Path

import pytest

from kiosk.content import check as content_check
from kiosk.content.check import ContentReport, check_content
from kiosk.content.folders import Folders
from kiosk.content.spelling import misspelt
from kiosk.core.self_check.laws import Enumeration
from tests.content_copy import TODAY, ContentCopy

CARD, CARD_ES = "en/cards/1-genetic.toml", "es/cards/1-genetic.toml"
EMERGENCY, EMERGENCY_ES = "en/emergency.toml", "es/emergency.toml"
POSTER, POSTER_ES = "en/self_check.toml", "es/self_check.toml"
QUESTIONS, QUESTIONS_ES = "en/self_check_questions.toml", "es/self_check_questions.toml"
WORDS, WORDS_ES = "en/interface.ts", "es/interface.ts"
SOURCES = "sources.toml"
SOUND = Enumeration((1, 2, 3, 4), 5, 0, 6, 0, 7, 0, (), ())
STAIRS = "Falls, tripping, or trouble with stairs or chairs. It started in the last year or is getting worse."
FIRST_DATES = "checked = 2026-11-28\nexpires = 2027-11-28"
WORD, WORD_ES = "A word can be left out", "Una palabra puede faltar del todo"
"""A point of the card of our own."""
LONG_WORDS = "Neurological abnormalities characteristically necessitate multidisciplinary rehabilitation."


@dataclasses.dataclass(frozen=True)
class Planted:
    """Changes as (file, old, new); where and in which words the one problem is told."""

    changes: tuple[tuple[str, str, str], ...]
    file: str
    line: str
    message: str


PLANTED = {
    "a number changed in one language only": Planted(
        (
            (CARD, WORD, "Of 100 people, 2 to 5"),
            (CARD_ES, WORD_ES, "De 100 personas, entre 20 y 50"),
        ),
        CARD_ES,
        "points =",
        r"the numbers here are 100, 20, 50, in the original 100, 2, 5: correct the one that is wrong",
    ),
    "a number changed in one language of the poster": Planted(
        ((POSTER_ES, "en las últimas 6 semanas", "en las últimas 9 semanas"),),
        POSTER_ES,
        "en las últimas 9 semanas",
        r"rule N5 asks for something else: say 'Resfriado, gripe o infección .* en las últimas 6 semanas'",
    ),
    "a paragraph in the wrong language": Planted(
        ((CARD_ES, "Los genes son las instrucciones de su cuerpo.", "Genes are your body's instructions."),),
        CARD_ES,
        "Genes are",
        r"this reads like 'en': translate it: \"Genes are your body's instructions\.\"",
    ),
    "a sentence in the wrong language within a right paragraph": Planted(
        (
            (
                CARD,
                "Genes are your body's instructions.",
                "Genes are a set of instructions. Los genes de su cuerpo son instrucciones.",
            ),
        ),
        CARD,
        "Los genes",
        r"this reads like 'es': translate it: 'Los genes de su cuerpo son instrucciones\.'",
    ),
    "informal address": Planted(
        ((CARD_ES, WORD_ES, "Muéstralo hoy a tu médico"),),
        CARD_ES,
        "points =",
        r"'Muéstralo', 'tu' is how one speaks to a friend: say it politely",
    ),
    "an informal command": Planted(
        ((CARD_ES, WORD_ES, "Llama hoy a su médico"),),
        CARD_ES,
        "points =",
        r"'Llama' is how one speaks to a friend: say it politely",
    ),
    "a poster line that contradicts its rule": Planted(
        (
            (
                POSTER,
                STAIRS,
                "Sore or stiff knees",
            ),
        ),
        POSTER,
        "Sore or stiff knees",
        r"rule P5, P15 asks for something else: say 'Falls, .*'; say 'Getting worse'; .*; take out 'Sore or",
    ),
    "a poster line that says better for worse": Planted(
        ((POSTER, "and are getting worse", "and are getting better"),),
        POSTER,
        "and are getting better",
        r"rule P6, P13 asks for something else: say 'Getting worse'; take out 'Getting better'",
    ),
    "a poster line that says one sign twice and another never": Planted(
        ((POSTER, "Pain or pressure in the chest", "Choking, or cannot swallow"),),
        POSTER,
        "[[lists]]",
        r"no line of the poster says 'Pain or pressure in the chest' \(rule N1\): add one",
    ),
    "two answers with the same words": Planted(
        (
            (
                QUESTIONS_ES,
                'S3 = "Adormecimiento, hormigueo o ardor en manos o pies"',
                'S3 = "Debilidad en brazos, manos o piernas, o se le caen las cosas"',
            ),
        ),
        QUESTIONS_ES,
        "S3 =",
        r"the same words stand beside it \(S1\): 'Debilidad en .*': change one",
    ),
    "stop all your medicines": Planted(
        ((CARD, WORD, "Stop all your medicines today."),),
        CARD,
        "points =",
        r"nobody here may tell a visitor to stop a medicine: 'Stop all your medicines today\.'",
    ),
    "stop all your medicines in Spanish": Planted(
        ((CARD_ES, WORD_ES, "Si siente hormigueo, deje hoy todas sus medicinas."),),
        CARD_ES,
        "points =",
        r"nobody here may tell a visitor to stop a medicine: 'Si siente hormigueo, deje hoy .*'",
    ),
    "you may have, followed by a condition": Planted(
        ((CARD, WORD, "You may have MD now."),),
        CARD,
        "points =",
        r"nobody here can tell what a visitor has: say what some people have: 'You may have MD now\.'",
    ),
    "an emergency number for good in one language": Planted(
        ((CARD, "or call {emergency_number}.", "or call {emergency_number}. Or dial 911 from home."),),
        CARD,
        "take_home",
        r"the number 911 stands here for good: write \{emergency_number\} or \{phone\}, which every clinic",
    ),
    "an emergency number for good in place of the setting": Planted(
        ((POSTER, "near, call {emergency_number}.", "near, call 911."),),
        POSTER,
        "near, call 911",
        r"the number 911 stands here for good: write \{emergency_number\}",
    ),
    "a phone number for good": Planted(
        ((CARD, WORD, "Call us at 555-0100 today."),),
        CARD,
        "points =",
        r"the number 555-0100 stands here for good: write \{emergency_number\} or \{phone\}",
    ),
    "a phone number for good in the words of the interface": Planted(
        ((WORDS, "Touch to start", "Touch, or call 1 800 555 0100"),),
        WORDS,
        'id="attract.start"',
        r"the number 1 800 555 0100 stands here for good: write \{emergency_number\}",
    ),
    "a spelling mistake": Planted(
        ((CARD, WORD, "Strangth trainingg can help you"),),
        CARD,
        "points =",
        r"'Strangth', 'trainingg' is in no dictionary: correct it, or add it to spelling\.txt",
    ),
    "a spelling mistake in Spanish": Planted(
        ((CARD_ES, WORD_ES, "Una palavra puede faltar allí"),),
        CARD_ES,
        "points =",
        r"'palavra' is in no dictionary: correct it, or add it to spelling\.txt",
    ),
    "a source that is not listed for this card": Planted(
        (
            (CARD, 'sources = ["M-MD", "M-SMA", "M-CMT"]', 'sources = ["M-MD", "M-SMA", "M-LEAD"]'),
            (CARD_ES, 'sources = ["M-MD", "M-SMA", "M-CMT"]', 'sources = ["M-MD", "M-SMA", "M-LEAD"]'),
        ),
        CARD,
        'sources = ["M-MD", "M-SMA", "M-LEAD"]',
        r"the source M-LEAD is listed for .*: cite another, or read it again for this and add 'genetic' to",
    ),
    "a picture of another card": Planted(
        (
            (CARD, 'kind = "more"', 'kind = "more"\nscene = "hundred"'),
            (CARD_ES, 'kind = "more"', 'kind = "more"\nscene = "hundred"'),
        ),
        CARD,
        "scene =",
        r"the picture 'hundred' is drawn for later-life: show one of this card",
    ),
    "a grade over 6": Planted(
        ((CARD, "Genes are your body's instructions.", LONG_WORDS),),
        CARD,
        "Neurological",
        r"reading grade \d+\.\d; a step has at most 6: shorter sentences, shorter words",
    ),
    "a source that is missing though many cite it": Planted(
        ((SOURCES, "[M-MG]", "[M-MYG]"),),
        "en/cards/0-start-here.toml",
        '"M-MG"',
        r"no source has the id 'M-MG' \(\d+ more cite it\): put it into sources\.toml, or cite another",
    ),
    "an expired claim": Planted(
        ((SOURCES, FIRST_DATES, "checked = 2025-11-20\nexpires = 2026-11-20"),),
        SOURCES,
        "expires = 2026-11-20",
        r"last checked on 2025-11-20, and it holds no longer: read it again, correct what cites it \(",
    ),
    "a claim that holds too long": Planted(
        ((SOURCES, FIRST_DATES, "checked = 2026-11-20\nexpires = 2028-11-20"),),
        SOURCES,
        "expires = 2028-11-20",
        r"at most 12 months after 2026-11-20, when it was checked",
    ),
    "a source without a date": Planted(
        ((SOURCES, FIRST_DATES, ""),),
        SOURCES,
        "[M-NM]",
        r"compare what cites it with the source, and write the days: checked and expires",
    ),
    "a number to call in an emergency for good": Planted(
        ((EMERGENCY, "call {emergency_number},", "call 911,"),),
        EMERGENCY,
        "text = [",
        r"the number 911 stands here for good: write \{emergency_number\}",
    ),
    "a spelling mistake in an emergency": Planted(
        ((EMERGENCY, "One side of the face", "One sied of the face"),),
        EMERGENCY,
        "One sied",
        r"'sied' is in no dictionary: correct it, or add it to spelling\.txt",
    ),
    "a number of weeks changed in the emergencies of one language": Planted(
        ((EMERGENCY_ES, "hace menos de 4 semanas", "hace menos de 14 semanas"),),
        EMERGENCY_ES,
        "hace menos de 14 semanas",
        r"the numbers here are 14, in the original 4: correct the one that is wrong",
    ),
    "an emergency that speaks to a friend": Planted(
        ((EMERGENCY_ES, "Un lado de la cara caído", "Un lado de tu cara caído"),),
        EMERGENCY_ES,
        "Un lado de tu cara",
        r"'tu' is how one speaks to a friend: say it politely",
    ),
    "a sign of an emergency that one language leaves out": Planted(
        ((EMERGENCY_ES, 'Un lado de la cara caído", "', ""),),
        EMERGENCY_ES,
        'points = ["Debilidad o adormecimiento repentino',
        r"3 entries; the original has 4",
    ),
    "a source that there is not in an emergency": Planted(
        ((EMERGENCY, '"MAYO-FAST", ', '"MAYO-FST", '), (EMERGENCY_ES, '"MAYO-FAST", ', '"MAYO-FST", ')),
        EMERGENCY,
        '"MAYO-FST"',
        r"no source has the id 'MAYO-FST' \(1 more cite it\): put it into sources\.toml, or cite another",
    ),
    "an emergency told on a card instead of in the chapter of all": Planted(
        ((CARD_ES, 'kind = "more"', 'kind = "emergency"'),),
        CARD_ES,
        'kind = "emergency"',
        r"the emergency chapter is the same on all cards: emergency\.toml",
    ),
    "a fact that must be known in one language only": Planted(
        ((CARD_ES, 'emergency = ["text.1"]', 'emergency = ["text.1", "text.0"]'),),
        CARD_ES,
        "must_know",
        r"must be as in the original: \{'what_it_is'",
    ),
    "a fact that must be known at a place that there is not": Planted(
        ((CARD, 'emergency = ["text.1"]', 'emergency = ["text.2"]'),),
        CARD,
        "must_know",
        r"'text\.2' is no place in this step, such as 'text\.0' or 'points\.1'",
    ),
    "a warning that opens a page that there is not": Planted(
        (("en/cards/2-autoimmune.toml", 'opens = "breathing"', 'opens = "brething"'),),
        "en/cards/2-autoimmune.toml",
        'opens = "brething"',
        r"no page of emergency\.toml has the id 'brething'; there are: breathing, stroke, weakness, ",
    ),
    "one kind that does not exist": Planted(
        ((CARD, 'kind = "in_short"', 'kind = "in_shrt"'),),
        CARD,
        'kind = "in_shrt"',
        r"must be one of .*, not 'in_shrt'; did you mean 'in_short'\?",
    ),
    "one kind that does not exist in Spanish": Planted(
        ((CARD_ES, 'kind = "in_short"', 'kind = "in_shrt"'),),
        CARD_ES,
        'kind = "in_shrt"',
        r"must be one of .*, not 'in_shrt'; did you mean 'in_short'\?",
    ),
}


@pytest.fixture(autouse=True)
def _laws_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content_check, "enumerate_all", lambda: SOUND)


@pytest.fixture
def copy(tmp_path: Path) -> ContentCopy:
    made = ContentCopy.under(tmp_path)
    made.add_spanish()
    return made


_well_spelt: defaultdict[tuple[str, frozenset[str]], set[str]] = defaultdict(set)
"""Texts in which hunspell found nothing, by dictionary and the words that were known beside it."""


@pytest.fixture(autouse=True)
def _spelling_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def misspelt_in_new(texts: Iterable[str], dictionary: str, known: Collection[str]) -> set[str]:
        before = _well_spelt[dictionary, frozenset(known)]
        asked = set(texts) - before
        found = misspelt(asked, dictionary, known)
        before |= asked if not found else set()
        return found

    monkeypatch.setattr("kiosk.content.wording_faults.misspelt", misspelt_in_new)


def checked(folders: Folders) -> ContentReport:
    return check_content(folders, TODAY)


def test_nothing_is_wrong_before_anything_is_planted(copy: ContentCopy) -> None:
    report = checked(copy.folders)
    assert [str(problem) for problem in report.problems] == []
    assert report.notes == ()


@pytest.mark.parametrize("planted", [pytest.param(planted, id=name) for name, planted in PLANTED.items()])
def test_a_planted_mistake_is_one_line_that_says_where_and_what_to_do(
    copy: ContentCopy, planted: Planted
) -> None:
    for name, old, new in planted.changes:
        copy.change(name, old, new)
    (problem,) = checked(copy.folders).problems
    assert (problem.path, problem.line) == (
        copy.file(planted.file),
        copy.line(planted.file, planted.line),
    ), str(problem)
    assert re.match(planted.message, problem.message), problem.message


def test_the_picture_of_another_card_is_found_in_the_place_of_its_own(copy: ContentCopy) -> None:
    pictures = copy.folders.assets / "pictures"
    (pictures / "toxins-healthy.svg").write_bytes((pictures / "genetic-healthy.svg").read_bytes())
    (problem,) = checked(copy.folders).problems
    assert problem.path == pictures / "toxins-healthy.svg"
    assert problem.message.startswith("it says the same as pictures/genetic-healthy.svg: put the picture of")


def test_a_scene_that_is_not_there_is_no_picture_of_another_card(copy: ContentCopy) -> None:
    (copy.folders.assets / "pictures" / "hundred.svg").unlink()
    assert {problem.message for problem in checked(copy.folders).problems} == {
        "the picture pictures/hundred.svg is missing"
    }


def test_a_source_that_the_rules_cite_must_be_listed_for_the_self_check(copy: ContentCopy) -> None:
    text = copy.file(SOURCES).read_text("utf-8")
    block = text[text.index("[NHS-GBS-W]") :].partition("\n\n")[0]
    copy.change(SOURCES, block, block.replace(', "self-check"', "").replace('"self-check"', '"genetic"'))
    told = [problem for problem in checked(copy.folders).problems if problem.path.name == "rules.py"]
    assert {problem.message.partition(" is listed")[0] for problem in told} == {
        "rule N1: the source NHS-GBS-W",
        "rule N4: the source NHS-GBS-W",
    }


def test_without_hunspell_the_check_says_that_it_read_no_spelling(
    copy: ContentCopy, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy.change(CARD, WORD, "Strangth trainingg can help you")
    monkeypatch.setattr("kiosk.content.spelling.shutil.which", lambda _: None)
    report = checked(copy.folders)
    assert report.problems == ()
    assert report.notes == (
        "the spelling of en was not checked: hunspell with the dictionary 'en_US' is not installed",
        "the spelling of es was not checked: hunspell with the dictionary 'es_ES' is not installed",
    )


def test_a_language_that_names_no_dictionary_is_not_spelled(copy: ContentCopy) -> None:
    copy.change("en/style.toml", 'dictionary = "en_US"\n', "")
    assert checked(copy.folders).notes == (
        "the spelling of en was not checked: a dictionary is not installed",
    )


def test_a_clinics_own_words_are_known_beside_the_shipped_ones(copy: ContentCopy, tmp_path: Path) -> None:
    own = tmp_path / "own"
    shutil.copytree(copy.folders.of("en") / "cards", own / "en" / "cards")
    card = own / "en" / "cards" / "1-genetic.toml"
    card.write_text(card.read_text("utf-8").replace(WORD, "The Lakevieww clinic knows about ALS"), "utf-8")
    folders = dataclasses.replace(copy.folders, own=own)
    (problem,) = checked(folders).problems
    assert problem.message.startswith("'Lakevieww' is in no dictionary")
    (own / "en" / "spelling.txt").write_text("# Ours\n\nLakevieww\n", "utf-8")
    assert checked(folders).problems == ()
    (own / "en" / "spelling.txt").write_bytes(b"\xff")
    report = checked(folders)
    assert len(report.problems) == 1
    [note] = [each for each in report.notes if "spelling.txt" in each]
    told = "it is not UTF-8 text (line 1): save it once more as UTF-8"
    assert note == f"the words in {own / 'en' / 'spelling.txt'} are not known: {told}"
    (own / "en" / "spelling.txt").unlink()
    (own / "en" / "spelling.txt").mkdir()
    assert any(each.endswith("it cannot be read (it is a folder)") for each in checked(folders).notes)


def test_without_a_self_check_nothing_is_said_of_the_posters_lines(copy: ContentCopy) -> None:
    copy.change(QUESTIONS, 'K0 = "Fine"', "K0 = 3")
    messages = [problem.message for problem in checked(copy.folders).problems]
    assert messages == ['K0: must be text: put quotation marks around it, such as "words"']


def test_a_file_of_the_self_check_that_cannot_be_read_leaves_the_other_unread(copy: ContentCopy) -> None:
    copy.change(QUESTIONS, "[questions]", "[questions")
    told = [problem for problem in checked(copy.folders).problems if problem.path == copy.file(QUESTIONS)]
    assert [problem.message.partition(":")[0] for problem in told] == ["not valid TOML"]


def test_a_step_whose_words_are_wrong_is_not_told_to_be_hard_as_well(copy: ContentCopy) -> None:
    copy.change(
        CARD, "Genes are your body's instructions.", LONG_WORDS.replace("abnormalities", "abnormalitees")
    )
    (problem,) = checked(copy.folders).problems
    assert "abnormalitees" in problem.message


def test_a_claim_holds_on_its_last_day_and_a_date_alone_leaves_the_signature(copy: ContentCopy) -> None:
    copy.sign("genetic")
    last = "checked = 2025-11-23\nexpires = 2026-11-23"
    text = copy.file(SOURCES).read_text("utf-8")
    copy.file(SOURCES).write_text(text.replace(FIRST_DATES, last), "utf-8")
    assert checked(copy.folders).problems == ()
    later = TODAY + datetime.timedelta(days=1)
    assert {problem.path for problem in check_content(copy.folders, later).problems} == {copy.file(SOURCES)}
    assert not copy.read().reviewed(later)["genetic"].is_draft


def test_a_source_that_lists_no_text_expires_too(copy: ContentCopy) -> None:
    text = copy.file(SOURCES).read_text("utf-8")
    old = "checked = 2025-11-20\nexpires = 2026-11-20"
    copy.file(SOURCES).write_text(
        f'{text}\n[OLD]\ntitle = "A"\npublisher = "B"\nwhere = "C"\nseen = "D"\n{old}\n', "utf-8"
    )
    (problem,) = checked(copy.folders).problems
    assert problem.message.startswith(
        "last checked on 2025-11-20, and it holds no longer: read it again, correct what cites it,"
    )


def test_broken_sources_have_no_dates_to_judge(copy: ContentCopy) -> None:
    copy.file(SOURCES).unlink()
    messages = [
        problem.message for problem in checked(copy.folders).problems if problem.path == copy.file(SOURCES)
    ]
    assert messages == ["the file is missing"]
