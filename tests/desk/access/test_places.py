"""Which folder is the desk's, and where a new desk may begin: never where one may be that is not there."""

import os
import sys
from pathlib import Path

import pytest

from kiosk.core.errors import KeyFileError
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.access.places import (
    chosen_office,
    configuration_folder,
    is_new,
    remember_office,
    usual_office,
)
from kiosk.desk.access.set_up import begin_set_up, make_recovery
from tests.desk.receptionist import NOW


def test_a_folder_that_is_not_there_begins_no_desk_unless_it_is_the_usual_one(tmp_path: Path) -> None:
    office = DeskFolder(tmp_path / "not-mounted" / "desk")
    with pytest.raises(KeyFileError, match=r"is not there: plug in its disk .* No new desk was begun"):
        is_new(office, is_usual=False)
    assert is_new(office, is_usual=True)
    assert not office.root.exists()


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "desk").write_text("a note", encoding="utf-8")
    with pytest.raises(KeyFileError, match="is not there"):
        is_new(DeskFolder(tmp_path / "desk"), is_usual=True)


def test_a_desk_that_is_there_is_opened(office: DeskFolder) -> None:
    assert not is_new(office, is_usual=False)
    assert not is_new(office, is_usual=True)


def test_a_new_desk_begins_in_an_empty_folder(tmp_path: Path) -> None:
    office = DeskFolder(tmp_path / "empty")
    office.root.mkdir()
    for name in (".DS_Store", "desktop.ini", "Thumbs.db"):
        (office.root / name).write_bytes(b"")
    assert is_new(office, is_usual=False)
    (office.root / "holiday.jpg").write_bytes(b"")
    with pytest.raises(KeyFileError, match="holds other files and no desk: choose the desk's own folder"):
        is_new(office, is_usual=False)
    assert is_new(office, is_usual=True)


def test_a_set_up_that_was_begun_goes_on(tmp_path: Path) -> None:
    office = DeskFolder(tmp_path / "office")
    begin_set_up(office, make_recovery(NOW))
    (office.root / "ana.key").write_bytes(b"left by a power cut")
    assert is_new(office, is_usual=False)


@pytest.mark.parametrize("is_usual", [True, False])
@pytest.mark.parametrize(
    ("lost", "missing"), [("recipients.txt", "no recipients.txt"), ("ana.key", "of nobody")]
)
def test_half_a_desk_is_no_new_desk(office: DeskFolder, lost: str, missing: str, *, is_usual: bool) -> None:
    (office.root / lost).unlink()
    with pytest.raises(KeyFileError, match=f"{missing}: put what is missing back from a backup"):
        is_new(office, is_usual=is_usual)


def test_the_folder_that_was_chosen_is_remembered(tmp_path: Path) -> None:
    configuration = tmp_path / "configuration"
    assert chosen_office(configuration) is None
    remember_office(configuration, tmp_path / "Büro 2")
    assert chosen_office(configuration) == tmp_path / "Büro 2"
    for damaged in (b"", b"\n", b"\xff", b"[" * 100_000, b"kiosk-desk"):
        (configuration / "folder.txt").write_bytes(damaged)
        assert chosen_office(configuration) is None


def test_a_computer_that_cannot_remember_asks_again(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    remember_office(tmp_path / "file", tmp_path)
    assert chosen_office(tmp_path / "file") is None
    remember_office(tmp_path / "configuration", tmp_path / os.fsdecode(b"of an old disk: \xfc"))
    assert chosen_office(tmp_path / "configuration") is None


def test_choices_are_kept_where_the_system_keeps_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    named = {"XDG_CONFIG_HOME": str(tmp_path / "xdg"), "APPDATA": str(tmp_path / "roaming")}
    assert configuration_folder(named) == tmp_path / "xdg" / "kiosk-desk"
    assert configuration_folder({}) == tmp_path / ".config" / "kiosk-desk"
    assert configuration_folder({"XDG_CONFIG_HOME": "relative"}) == tmp_path / ".config" / "kiosk-desk"
    monkeypatch.setattr(sys, "platform", "win32")
    assert configuration_folder(named) == tmp_path / "roaming" / "kiosk-desk"


def test_who_has_no_home_has_to_name_a_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    def home() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", home)
    with pytest.raises(KeyFileError, match=r"has no home folder on this computer: name .* with --office"):
        usual_office()
