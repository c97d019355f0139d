"""A clinic's own texts laid over the shipped ones, file by file."""

import datetime
import errno
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from kiosk.content import folders as module
from kiosk.content.check import check_content
from kiosk.content.files import load_content, read_language
from kiosk.content.folders import Folders
from kiosk.core.content.pathway import PATHWAY
from kiosk.core.self_check.laws import Enumeration
from kiosk.store.settings.settings import assets_folder, content_folder
from kiosk.store.settings.toml_files import FileProblem
from tests.content_copy import ContentCopy

TODAY = datetime.date(2026, 11, 23)
CARD = "en/cards/4-injury.toml"
PLACEHOLDERS = dict.fromkeys(("clinic", "phone", "emergency_number", "call_days", "delete_days"), "x")


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    own = tmp_path / "own"
    (own / "en" / "cards").mkdir(parents=True)
    return Folders(content_folder(), assets_folder(), own)


def lay_over(folders: Folders, name: str, old: str, new: str) -> Path:
    assert folders.own is not None
    text = (folders.content / name).read_text("utf-8")
    assert old in text
    path = folders.own / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.replace(old, new), "utf-8")
    return path


def test_pictures_that_no_card_shows_are_named(folders: Folders) -> None:
    assert folders.own is not None
    (folders.own / "pictures").mkdir()
    names = ("injury-healthy.svg", "injuri-healthy.svg", Path(PATHWAY[0]).name)
    for name in names:
        (folders.own / "pictures" / name).touch()
    unused = folders.unused_pictures({"pictures/injury-healthy.svg", PATHWAY[0]})
    assert sorted(problem.path.name for problem in unused) == sorted(names[1:])


def test_a_card_of_the_clinics_own_takes_the_place_of_the_shipped_one_and_no_other(folders: Folders) -> None:
    shipped = load_content(Folders(folders.content, folders.assets), "en", PLACEHOLDERS, TODAY)
    title = next(card.title for card in shipped.cards if card.id == "injury")
    lay_over(folders, CARD, f'title = "{title}"', 'title = "Our own words"')

    content = load_content(folders, "en", PLACEHOLDERS, TODAY)

    titles = {card.id: card.title for card in content.cards}
    assert titles == {card.id: card.title for card in shipped.cards} | {"injury": "Our own words"}
    assert content.version != shipped.version


def test_a_mistake_in_it_is_named_with_the_clinics_file(folders: Folders) -> None:
    path = lay_over(folders, CARD, 'id = "injury"', 'id = "injury"\ncolour = "red"')
    [problem] = read_language(folders, "en").problems
    assert (problem.path, problem.message.split(";")[0]) == (path, "unknown key 'colour'")


@pytest.mark.parametrize("name", ["self_check.toml", "self_check_questions.toml", "keys.toml"])
def test_every_other_text_can_be_replaced_too(folders: Folders, name: str) -> None:
    assert folders.own is not None
    (folders.own / "en" / name).write_text("broken", "utf-8")
    reading = read_language(folders, "en")
    assert {problem.path for problem in (*reading.problems, *reading.left_out)} == {folders.own / "en" / name}


def test_sources_can_be_replaced_for_all_languages(folders: Folders) -> None:
    assert folders.own is not None
    (folders.own / "sources.toml").write_text("", "utf-8")
    assert read_language(folders, "en").sources == {}
    assert read_language(folders, "es").problems


def test_a_signature_of_the_shipped_words_does_not_hold_for_the_clinics(tmp_path: Path) -> None:
    copy = ContentCopy.under(tmp_path / "copy")
    copy.sign("genetic")
    own = tmp_path / "own"
    folders = Folders(copy.folders.content, copy.folders.assets, own)
    assert not read_language(folders, "en").reviewed(TODAY)["genetic"].is_draft

    lay_over(folders, "en/cards/1-genetic.toml", 'id = "genetic"', 'id = "genetic"  # ours')
    assert not read_language(folders, "en").reviewed(TODAY)["genetic"].is_draft
    text = (own / "en/cards/1-genetic.toml").read_text("utf-8")
    (own / "en/cards/1-genetic.toml").write_text(text.replace('title = "', 'title = "Our ', 1), "utf-8")
    assert read_language(folders, "en").reviewed(TODAY)["genetic"].is_draft


def test_what_editors_and_systems_leave_beside_texts_is_passed_over(folders: Folders) -> None:
    own = folders.own
    assert own is not None
    lay_over(folders, CARD, "id", "id")
    cards = own / CARD
    before = folders.cards("en")
    (cards.parent / f".#{cards.name}").symlink_to("ana@kiosk.1234:1")
    for name in (f"._{cards.name}", f"#{cards.name}#", f"{cards.name}~", ".DS_Store", "Thumbs.db"):
        (cards.parent / name).write_text("{", "utf-8")
    (own / ".git").mkdir()
    (own / ".git" / "config").write_text("", "utf-8")
    assert folders.cards("en") == before
    assert folders.unrecognized_files() == []
    assert [path.name for path in folders.own_files()[0]] == [cards.name]


def test_a_folder_with_far_too_much_is_told_in_few_lines(
    folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = folders.own
    assert own is not None
    monkeypatch.setattr(module, "_MOST_FILES", 30)
    for number in range(100):
        (own / f"{number}").mkdir(parents=True)
        (own / f"{number}" / "stray").touch()
    deep = own / "0" / "1" / "2" / "3"
    deep.mkdir(parents=True)
    (deep / "stray").touch()
    files, problems = folders.own_files()
    assert (len(files), problems) == (31, [])
    assert deep / "stray" not in files
    assert len(folders.unrecognized_files()) == 20


def test_a_folder_of_texts_that_cannot_be_read_is_named_and_no_text_is_hidden_by_it(
    folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = folders.own
    assert own is not None
    lay_over(folders, CARD, "id", "id")
    cards = (own / CARD).parent
    real_stat, real_scan = os.stat, os.scandir

    def stat(path: str | Path, *args: Any, **named: Any) -> os.stat_result:
        if Path(path).parent == cards:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return real_stat(path, *args, **named)

    def scan(path: str | Path) -> Any:
        if Path(path) == cards:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return real_scan(path)

    real_list = os.listdir
    monkeypatch.setattr(os, "stat", stat)
    monkeypatch.setattr(os, "scandir", scan)
    monkeypatch.setattr(os, "listdir", lambda path: real_list(path) if Path(path) != cards else scan(path))
    [problem] = folders.unrecognized_files()
    assert (problem.path, problem.message.split(": ")[:2]) == (
        cards,
        ["it cannot be read", "Permission denied"],
    )
    assert folders.file(*CARD.split("/")) == own / CARD, "reading it says why it cannot be read"
    assert own / CARD in folders.cards("en")


def test_a_file_that_nothing_reads_is_named(folders: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    sound = Enumeration((1, 2, 3, 4), 5, 0, 6, 0, 7, 0, (), ())  # trying all answer sets takes seconds
    monkeypatch.setattr("kiosk.content.check.enumerate_all", lambda: sound)
    own = folders.own
    assert own is not None
    lay_over(folders, CARD, "id", "id")
    shutil.copy(own / CARD, own / "en" / "cards" / "9-new.toml")
    (own / "en" / "reviews.toml").write_text("", "utf-8")
    strays = ["en/interface.ts", "en/selfcheck.toml", "fr/keys.toml", "notes.txt", "en/cards/old/1.toml"]
    for name in strays:
        (own / name).parent.mkdir(parents=True, exist_ok=True)
        (own / name).write_text("", "utf-8")

    assert sorted(problem.path for problem in folders.unrecognized_files()) == sorted(
        own / name for name in strays
    )
    message = "nothing reads a file of this name: see how the shipped ones are called"
    assert FileProblem(own / "notes.txt", 0, message) in check_content(folders, TODAY).problems
    assert Folders(folders.content, folders.assets).unrecognized_files() == []
