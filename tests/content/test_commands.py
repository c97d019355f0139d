"""`kiosk content check` and `kiosk content review`, as staff call them."""

import gc
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.core.self_check.laws import Enumeration
from kiosk.store.settings.reference import INSTALLED, settings_file
from tests.content_copy import ContentCopy

SOUND = Enumeration((1, 2, 3, 4), 5, 0, 6, 0, 7, 0, (), ())


@pytest.fixture(autouse=True)
def _as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("kiosk.content.check.enumerate_all", lambda: SOUND)
    yield
    gc.enable()


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ContentCopy:
    made = ContentCopy.under(tmp_path)
    monkeypatch.setattr("kiosk.ops.content_command.assets_folder", lambda: made.folders.assets)
    return made


def call(copy: ContentCopy, *arguments: str) -> int:
    return main(["content", arguments[0], str(copy.folders.content), *arguments[1:]])


def test_a_sound_folder_has_no_problems(copy: ContentCopy, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(copy, "check") == 0
    *_, last = capsys.readouterr().out.splitlines()
    assert last == f"{copy.folders.content}: no problems"


def test_problems_are_told_one_a_line_and_counted(
    copy: ContentCopy, capsys: pytest.CaptureFixture[str]
) -> None:
    copy.change("en/cards/1-genetic.toml", 'title = "Genetic factors"', 'title = ""')
    assert call(copy, "check") == 1
    *_, problem, last = capsys.readouterr().out.splitlines()
    assert problem == f"{copy.file('en/cards/1-genetic.toml')}:3: must not be empty"
    assert last == f"{copy.folders.content}: 1 problem"


def test_a_note_does_not_fail_the_check(
    copy: ContentCopy, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.content.style.importlib.util.find_spec", lambda _: None)
    assert call(copy, "check") == 0
    note, last = capsys.readouterr().out.splitlines()[-2:]
    assert note == "reading grades were not checked: textstat is not installed"
    assert last.endswith(": nothing wrong was found, but not everything was checked here: see above")


def test_the_report_comes_before_the_counts(copy: ContentCopy, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(copy, "check", "--report") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["card", "step", "words", "grade", "sources"]
    assert any(line.startswith("en: ") and " steps, at most " in line for line in lines)


def test_the_page_to_sign_is_written_whole_where_it_was_asked_for(
    copy: ContentCopy, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "new" / "review.html"
    assert call(copy, "review", "--out", str(out)) == 0
    annex = out.with_name("review-annex.html")
    assert capsys.readouterr().out == (
        f"To read, print and sign: {out}\nTo look things up, with pictures, sources and buttons: {annex}\n"
    )
    for path in (out, annex):
        assert path.read_text("utf-8").endswith("</body></html>\n")
        assert stat.S_IMODE(path.stat().st_mode) == 0o644
    assert {path.name for path in out.parent.iterdir()} == {out.name, annex.name}


def test_a_translation_is_printed_beside_the_original(copy: ContentCopy, tmp_path: Path) -> None:
    copy.translate()
    out = tmp_path / "review.html"
    assert call(copy, "review", "--language", "xx", "--out", str(out)) == 0
    assert "<code>genetic translator " in out.read_text("utf-8")
    assert "<th>English</th>" in out.with_stem("review-annex").read_text("utf-8")


def test_a_language_that_is_not_there_is_answered_in_a_sentence(
    copy: ContentCopy, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(copy, "review", "--language", "fr", "--out", str(tmp_path / "a.html")) == 1
    assert capsys.readouterr().err == f"There are no texts in 'fr' in {copy.folders.content}.\n"


def test_content_with_a_problem_is_not_printed(
    copy: ContentCopy, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy.change("en/self_check_questions.toml", 'K0 = "Fine"', 'K0 = ""')
    out = tmp_path / "a.html"
    assert call(copy, "review", "--out", str(out)) == 1
    assert "must not be empty" in capsys.readouterr().err
    assert not out.exists()


def test_a_page_that_cannot_be_written_is_answered_in_a_sentence(
    copy: ContentCopy, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    assert call(copy, "review", "--out", str(tmp_path / "file" / "a.html")) == 1
    assert "could not be written (" in capsys.readouterr().err


def test_a_clinics_own_texts_are_checked_and_printed_in_place_of_the_shipped_ones(
    copy: ContentCopy, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own, name = tmp_path / "ours", "en/cards/1-genetic.toml"
    (own / name).parent.mkdir(parents=True)
    text = copy.file(name).read_text("utf-8")
    (own / name).write_text(text.replace('title = "Genetic factors"', 'title = ""'), "utf-8")
    assert call(copy, "check", "--own", str(own)) == 1
    assert f"{own / name}:3: must not be empty" in capsys.readouterr().out

    (own / name).write_text(text.replace('title = "Genetic factors"', 'title = "Our genes"'), "utf-8")
    page = tmp_path / "review.html"
    assert call(copy, "review", "--own", str(own), "--out", str(page)) == 0
    assert "Our genes" in page.read_text("utf-8")


def test_the_settings_command_prints_a_file_that_needs_only_the_clinics_own_values(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["settings"]) == 0
    assert capsys.readouterr().out == settings_file(INSTALLED)
