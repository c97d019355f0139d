"""`kiosk content sign` shows a text, asks for a clinical profession, and writes what holds until an edit."""

import datetime
import gc
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.content import sign_command
from kiosk.content.files import read_language
from kiosk.content.folders import Folders
from kiosk.content.sign_command import DECLARATION
from tests.content_copy import ContentCopy

ANSWERS = ("2", "Dr. Ana Ruiz", DECLARATION)


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    gc.enable()


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ContentCopy:
    made = ContentCopy.under(tmp_path)
    made.add_spanish()
    monkeypatch.setattr(sign_command, "assets_folder", lambda: made.folders.assets)
    monkeypatch.setattr("kiosk.store.administrator.is_administrator", lambda: True)
    return made


def sign(
    copy: ContentCopy, monkeypatch: pytest.MonkeyPatch, *arguments: str, answers: tuple[str, ...] = ANSWERS
) -> int:
    """Call the command; each answer is typed at one question, and none may be left over after a signature."""
    left = list(answers)
    monkeypatch.setattr("builtins.input", lambda _: left.pop(0))
    key, *others = arguments
    code = main(["content", "sign", key, str(copy.folders.content), *others])
    assert code or not left
    return code


def drafts(folders: Folders, language: str = "en") -> set[str]:
    today = datetime.datetime.now().astimezone().date()
    return {key for key, each in read_language(folders, language).reviewed(today).items() if each.is_draft}


def test_a_text_is_shown_and_then_signed_and_no_other_is(
    copy: ContentCopy, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = drafts(copy.folders)
    assert sign(copy, monkeypatch, "genetic") == 0
    shown = capsys.readouterr().out
    assert "Genes are your body's instructions." in shown
    assert "Source M-MD: Muscular Dystrophy." in shown
    assert "Picture pictures/genetic-healthy.svg: " in shown
    assert shown.splitlines()[-1].startswith("Signed by Dr. Ana Ruiz, neurologist, to be read again by ")
    assert before - drafts(copy.folders) == {"genetic"}
    assert stat.S_IMODE(copy.file("en/reviews.toml").stat().st_mode) == 0o644


def test_the_emergencies_of_all_cards_are_shown_with_their_pictures_and_signed_once(
    copy: ContentCopy, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = drafts(copy.folders)
    assert {"emergency", "genetic", "toxins"} <= before
    assert sign(copy, monkeypatch, "emergency") == 0
    shown = capsys.readouterr().out
    assert "== emergency.toml" in shown
    for step in copy.read().emergency:
        assert [text for text in (step.title, *step.text, *step.points) if text not in shown] == []
    assert "Picture pictures/stroke.svg: " in shown
    assert "Source M-STR: " in shown
    assert before - drafts(copy.folders) == {"emergency"}
    copy.change("en/emergency.toml", copy.read().emergency[0].points[0], "A weak arm")
    assert drafts(copy.folders) == before


def test_the_self_check_is_shown_with_its_rules(
    copy: ContentCopy, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert sign(copy, monkeypatch, "self-check") == 0
    assert "Rule N3 NOW: (S1) and (start-weeks) and (trend-worse). Limb weakness" in capsys.readouterr().out


def test_signing_again_takes_the_place_of_the_old_signature_and_keeps_the_others(
    copy: ContentCopy, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign(copy, monkeypatch, "toxins")
    sign(copy, monkeypatch, "genetic")
    copy.change("en/cards/1-genetic.toml", "Genes are your body's instructions.", "Genes are instructions.")
    assert "genetic" in drafts(copy.folders)
    assert sign(copy, monkeypatch, "genetic", answers=("1", 'A "B" Ñandú', DECLARATION)) == 0
    assert {"genetic", "toxins"}.isdisjoint(drafts(copy.folders))
    (review,) = copy.read().signatures["genetic"]
    assert (review.reviewer, review.role) == ('A "B" Ñandú', "physician")


def test_a_translation_is_signed_by_a_translator_and_a_clinician(
    copy: ContentCopy, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert sign(copy, monkeypatch, "genetic", "--language", "es") == 0
    assert "genetic" in drafts(copy.folders, "es")
    answers = ("1", "Luz Mora", DECLARATION)
    assert sign(copy, monkeypatch, "genetic", "--language", "es", "--translator", answers=answers) == 0
    assert "genetic" not in drafts(copy.folders, "es")


def test_a_clinics_own_signature_is_written_into_its_own_folder(
    copy: ContentCopy, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    assert sign(copy, monkeypatch, "words", "--own", str(own)) == 0
    assert (own / "en" / "reviews.toml").is_file()
    assert not copy.file("en/reviews.toml").exists()
    assert "words" not in drafts(Folders(copy.folders.content, copy.folders.assets, own))


@pytest.mark.parametrize(
    ("arguments", "answers", "told"),
    [
        (("genetic",), ("99",), "Nothing was signed: type the number of a profession.\n"),
        (("genetic",), ("receptionist",), "Nothing was signed: type the number of a profession.\n"),
        (("genetic",), ("1", " ", DECLARATION), "Nothing was signed: a signature needs a name.\n"),
        (("genetic",), ("1", "Dr. A", "yes"), "Nothing was signed.\n"),
        (("jeans",), (), "There is no text 'jeans'; there are emergency, start-here, genetic, "),
        (("genetic", "--language", "fr"), (), "There are no texts in 'fr' in "),
    ],
)
def test_what_is_no_declaration_signs_nothing(
    copy: ContentCopy,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *,
    arguments: tuple[str, ...],
    answers: tuple[str, ...],
    told: str,
) -> None:
    assert sign(copy, monkeypatch, *arguments, answers=answers) == 1
    assert capsys.readouterr().err.startswith(told)
    assert not copy.file("en/reviews.toml").exists()


def test_only_an_administrator_signs(
    copy: ContentCopy, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("kiosk.store.administrator.is_administrator", lambda: False)
    assert sign(copy, monkeypatch, "genetic") == 1
    assert capsys.readouterr().err == "Only an administrator can write a signature: start this as one.\n"


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("en/cards/1-genetic.toml", 'title = "Genetic factors"', 'title = ""', ":3: must not be empty\n"),
        ("en/emergency.toml", 'kind = "emergency"', 'kind = "signs"', "is of kind 'emergency'\n"),
        ("en/style.toml", "most_grade = 6", "most_grade = 0", "must be from 1 to 12, such as 6, not 0.\n"),
        ("en/style.toml", "professions = [", "other = [", "unknown key 'other'"),
    ],
)
def test_what_is_not_whole_is_not_signed(
    copy: ContentCopy,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *,
    name: str,
    old: str,
    new: str,
    told: str,
) -> None:
    copy.change(name, old, new)
    assert sign(copy, monkeypatch, "genetic") == 1
    assert told in capsys.readouterr().err


def test_a_language_that_names_no_translator_has_none(
    copy: ContentCopy, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert sign(copy, monkeypatch, "genetic", "--translator") == 1
    assert capsys.readouterr().err == "Nothing was signed: style.toml names no profession of a translator.\n"


def test_a_signature_that_cannot_be_written_is_told(
    copy: ContentCopy, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kiosk.content.sign.write_durably", full)
    assert sign(copy, monkeypatch, "words") == 1
    assert "The signature could not be written (No space left on device)." in capsys.readouterr().err
