"""A tenth card with its pictures and a third language are files: no program is changed for them."""

import datetime
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.content.check import check_content
from kiosk.content.files import load_content
from kiosk.content.folders import EMERGENCY_FILE, Folders
from kiosk.content.linguist import read_ts
from kiosk.core.content.cards import Content
from kiosk.core.content.steps import EMERGENCY, Chapter, first_of
from kiosk.core.content.topics import Topic, topics
from kiosk.core.errors import ContentError
from kiosk.core.self_check.laws import Enumeration
from kiosk.core.visit import CardPosition, Visit
from kiosk.store.settings.settings import assets_folder, content_folder
from kiosk.store.settings.toml_files import FileProblem
from kiosk.ui.card_look import accents, picture
from kiosk.ui.viewmodels.attract import AttractQuestion, attract_questions
from kiosk.ui.viewmodels.home import derive_home
from kiosk.ui.viewmodels.picture import PictureSnapshot, derive_picture
from tests.own_card import FILE, add_own_card

TODAY = datetime.date(2026, 11, 23)
PLACEHOLDERS = dict.fromkeys(("clinic", "phone", "emergency_number", "call_days", "delete_days"), "x")
SOUND = Enumeration((1, 2, 3, 4), 5, 0, 6, 0, 7, 0, (), ())


def beside(content: Content, card: str, *, is_affected: bool = True) -> PictureSnapshot:
    """Return the picture beside the first step of a card."""
    visit = Visit(card=CardPosition(card, is_affected=is_affected))
    return derive_picture(visit, content, lambda word_id, _count=-1, /, **_placeholders: word_id)


@pytest.fixture(autouse=True)
def _laws_are_checked_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.content.check.enumerate_all", lambda: SOUND)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    add_own_card(tmp_path / "own")
    return tmp_path / "own"


@pytest.fixture
def folders(own: Path) -> Folders:
    return Folders(content_folder(), assets_folder(), own)


def problems(folders: Folders) -> list[FileProblem]:
    return list(check_content(folders, TODAY).problems)


def test_a_tenth_card_with_its_pictures_passes_the_check(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["content", "check", "--own", str(own)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == f"{content_folder()} with {own}: no problems"


def test_a_card_of_the_clinics_own_that_a_language_lacks_is_to_be_written_into_its_folder(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = own / "es" / "cards" / FILE
    missing.unlink()
    assert main(["content", "check", "--own", str(own)]) == 1
    *_, problem, last = capsys.readouterr().out.splitlines()
    assert problem == f"{missing}: this card is missing: translate it"
    assert last == f"{content_folder()} with {own}: 1 problem"


def test_a_tenth_card_is_shown_with_its_own_colours_question_and_pictures(
    folders: Folders, own: Path
) -> None:
    content = load_content(folders, "en", PLACEHOLDERS, TODAY)
    card = content.cards[-1]
    tile = derive_home(content).tiles[-1]
    assert (tile.card, tile.tint, tile.picture) == (
        "sleep",
        "#E8F0E0",
        (own / "thumbnails" / "sleep.svg").as_uri(),
    )
    assert accents(card) == ("#2F4A12", "#CFE8A9", "#FFE14D")
    assert (
        beside(content, "sleep", is_affected=True).overlay == (own / "pictures/sleep-affected.svg").as_uri()
    )
    assert (
        beside(content, "sleep", is_affected=False).overlay == (own / "pictures/sleep-healthy.svg").as_uri()
    )
    assert attract_questions("Hello?", content.cards)[-1] == AttractQuestion(
        "Can poor sleep make you weak?", "sleep"
    )
    assert Topic("sleep") in topics(("S5",), content.cards)


def test_a_tenth_card_has_its_chapters_and_the_emergencies_of_all_cards_behind_them(folders: Folders) -> None:
    content = load_content(folders, "en", PLACEHOLDERS, TODAY)
    first, *_, before, card = content.cards
    chapters = dict.fromkeys(step.chapter for step in card.steps)
    assert list(chapters) == list(Chapter)
    assert first_of(card.steps, Chapter.FIRST) == 0
    for each in (first, before, card):
        emergencies = [step for step in each.steps if step.chapter is Chapter.EMERGENCY]
        assert emergencies[0].id == each.steps[0].opens
        assert {step.id for step in emergencies} == {step.id for step in card.steps} - {""}
    assert content.reviews[EMERGENCY].is_draft


def test_a_tenth_card_that_names_no_emergency_to_know_is_told_so(folders: Folders, own: Path) -> None:
    cards = sorted(own.glob(f"*/cards/{FILE}"))
    for path in cards:
        text = path.read_text("utf-8")
        assert ', emergency = ["text.1"]' in text
        path.write_text(text.replace(', emergency = ["text.1"]', "", 1), "utf-8")
    message = "must_know: name 1 of the kind 'emergency'"
    found = [problem for problem in problems(folders) if problem.message == message]
    assert [problem.path for problem in found] == cards
    assert all(problem.line > 0 for problem in found)


def test_a_clinics_own_emergencies_take_the_place_of_the_shipped_ones_behind_every_card(
    folders: Folders, own: Path
) -> None:
    for language in ("en", "es"):
        shipped = content_folder() / language / EMERGENCY_FILE
        pages = shipped.read_text("utf-8").split("[[steps]]")
        (own / language / EMERGENCY_FILE).write_text("[[steps]]".join(pages[:7]), "utf-8")
    assert problems(folders) == []
    content = load_content(folders, "en", PLACEHOLDERS, TODAY)
    for card in content.cards:
        assert [step.chapter for step in card.steps].count(Chapter.EMERGENCY) == 6
    (own / "es" / EMERGENCY_FILE).unlink()
    (problem,) = problems(folders)
    assert problem.path == content_folder() / "es" / EMERGENCY_FILE
    assert problem.message.endswith(" entries; the original has 6")


def test_a_shipped_picture_is_replaced_by_one_of_the_clinics_own(folders: Folders, own: Path) -> None:
    for name in ("pictures/later-life-affected.svg", "pictures/today.svg", "pictures/what-to-do.svg"):
        shutil.copy(own / "thumbnails" / "sleep.svg", own / name)
    content = load_content(folders, "en", PLACEHOLDERS, TODAY)
    ours = own / "pictures"
    assert (
        beside(content, "later-life", is_affected=True).overlay == (ours / "later-life-affected.svg").as_uri()
    )
    assert picture(content, "pictures/today.svg") == (ours / "today.svg").as_uri()
    assert beside(content, "what-to-do").drawing == (ours / "what-to-do.svg").as_uri()
    assert problems(folders) == []


def test_a_bad_picture_of_the_clinics_own_never_takes_a_shipped_card_down(
    folders: Folders, own: Path
) -> None:
    bad = own / "pictures" / "genetic-affected.svg"
    bad.write_text("<svg><script/></svg>", "utf-8")
    content = load_content(folders, "en", PLACEHOLDERS, TODAY)
    shown = beside(content, "genetic", is_affected=True).overlay
    assert shown == (assets_folder() / "pictures/genetic-affected.svg").as_uri()
    assert problems(folders) == [FileProblem(bad, 0, "the picture holds <script>: take scripts out")]


def test_a_card_whose_only_picture_is_bad_is_shown_without_it(folders: Folders, own: Path) -> None:
    bad = own / "pictures" / "sleep-affected.svg"
    bad.write_text("<svg>", "utf-8")
    content = load_content(folders, "en", PLACEHOLDERS, TODAY)
    assert beside(content, "sleep", is_affected=True).overlay == ""
    assert content.cards[-1].id == "sleep"
    assert bad in [problem.path for problem in problems(folders)]


@pytest.mark.parametrize(
    "name", ["pictures/slep-healthy.svg", "pictures/pathway.svg", "thumbnails/clinic.svg"]
)
def test_a_picture_that_no_card_shows_is_named(folders: Folders, own: Path, name: str) -> None:
    shutil.copy(own / "thumbnails" / "sleep.svg", own / name)
    message = "no card shows a picture of this name: begin it with the id of a card, see the handbook"
    assert problems(folders) == [FileProblem(own / name, 0, message)]
    assert folders.picture("pictures/pathway.svg") == assets_folder() / "pictures/pathway.svg"


@pytest.mark.parametrize("name", ["pictures/sleep.png", "pictures/old/sleep.svg"])
def test_a_picture_in_another_form_or_place_is_named(folders: Folders, own: Path, name: str) -> None:
    (own / name).parent.mkdir(exist_ok=True)
    (own / name).write_text("", "utf-8")
    assert [problem.path for problem in problems(folders)] == [own / name]


def test_colours_of_a_clinics_own_that_cannot_be_read_are_named_with_their_line(
    folders: Folders, own: Path
) -> None:
    cards = set(own.glob(f"*/cards/{FILE}"))
    for path in cards:
        path.write_text(path.read_text("utf-8").replace("#2F4A12", "#8FA96B"), "utf-8")
    found = [problem for problem in problems(folders) if "contrast" in problem.message]
    assert {problem.path for problem in found} == cards
    assert all(problem.line > 0 for problem in found)


def test_colours_are_not_signed_but_what_leads_to_a_card_is(folders: Folders, own: Path) -> None:
    path = own / "en" / "cards" / FILE
    version = load_content(folders, "en", PLACEHOLDERS, TODAY).version
    path.write_text(path.read_text("utf-8").replace("#2F4A12", "#12506A"), "utf-8")
    assert load_content(folders, "en", PLACEHOLDERS, TODAY).version == version
    path.write_text(path.read_text("utf-8").replace("S5 = 2", "S7 = 2"), "utf-8")
    assert load_content(folders, "en", PLACEHOLDERS, TODAY).version != version


FORMULA = """
[formula]    # Wiener Sachtextformel 4, made for German, with two of its three counts
syllables = "de"
words_per_sentence = 0.2656
syllables_per_100_words = 0.02
constant = -1.693
"""


def test_a_third_language_needs_files_only(tmp_path: Path) -> None:
    content, words = tmp_path / "content", tmp_path / "words"
    shutil.copytree(content_folder(), content)
    shutil.copytree(content / "en", content / "de")
    style = content / "de" / "style.toml"
    style.write_text(style.read_text("utf-8").partition("# The reading grade")[0] + FORMULA, "utf-8")
    words.mkdir()
    lrelease = Path(sys.executable).parent / "pyside6-lrelease"
    source, compiled = content / "de" / "interface.ts", words / "de.qm"
    subprocess.run([lrelease, "-silent", source, "-qm", compiled], check=True)  # as the Makefile's only rule
    assert compiled.stat().st_size > 1000
    assert read_ts(source)[1] == []

    folders = Folders(content, assets_folder())
    report = check_content(folders, TODAY)

    assert report.problems == ()
    grades = {
        step.language: step.grade for step in report.steps if (step.card, step.number) == ("genetic", 1)
    }
    assert grades["de"] is not None
    assert grades["de"] != grades["en"]
    loaded, cards = load_content(folders, "de", PLACEHOLDERS, TODAY), folders.cards("en")
    assert [card.id for card in loaded.cards] == [path.stem.partition("-")[2] for path in cards]
    for card in loaded.cards:
        assert list(dict.fromkeys(step.chapter for step in card.steps)) == [
            chapter for chapter in Chapter if first_of(card.steps, chapter) is not None
        ]
        assert card.steps[-1].chapter is Chapter.EMERGENCY
    measured = {card.card: card for card in report.cards if card.language == "de"}
    assert measured.keys() == {card.id for card in loaded.cards}

    emergencies = content / "de" / EMERGENCY_FILE
    emergencies.unlink()
    missing = [problem for problem in check_content(folders, TODAY).problems if problem.path == emergencies]
    assert missing == [FileProblem(emergencies, 0, "the file is missing")]
    with pytest.raises(ContentError, match=re.escape(f"{emergencies}: the file is missing")):
        load_content(folders, "de", PLACEHOLDERS, TODAY)
