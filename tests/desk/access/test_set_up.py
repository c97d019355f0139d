"""The first run: both keys or neither, and a recovery key only once it has opened something."""

import datetime
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kiosk.core.errors import KeyFileError, StickError
from kiosk.desk.access import set_up
from kiosk.desk.access.desk_folder import DeskFolder, DeskSettings
from kiosk.desk.access.keys import load_key
from kiosk.desk.access.set_up import (
    RecoveryKey,
    begin_set_up,
    begun_with,
    finish_set_up,
    make_recovery,
    prove_recovery,
    save_recovery,
)
from kiosk.store.recipients import load_recipients
from kiosk.store.seal import seal
from kiosk.store.volumes import Volume

NOW = datetime.datetime(2026, 11, 23, 18, tzinfo=datetime.UTC)


def _refuse(*_args: object, **_kwargs: object) -> Any:
    raise OSError(5, "Input/output error")


@pytest.mark.usefixtures("quick_keys")
def test_a_finished_set_up_seals_to_the_first_person_and_to_recovery(tmp_path: Path) -> None:
    office, recovery = DeskFolder(tmp_path / "office"), make_recovery(NOW)
    finish_set_up(office, "ana", "a long passphrase", recovery.recipient, NOW)
    assert office.is_set_up
    assert office.settings() == DeskSettings()
    recipients = load_recipients(office.recipients_file, demonstration_allowed=False)
    assert recipients.keys[0] == recovery.recipient
    assert load_key(office.key_file("ana"), str).open(seal(b"x", recipients)) == b"x"
    assert recovery.secret not in "".join(
        path.read_text(encoding="utf-8") for path in office.root.rglob("*") if path.is_file()
    )


@pytest.mark.usefixtures("quick_keys")
def test_a_set_up_that_was_cut_short_begins_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office, recovery = DeskFolder(tmp_path / "office"), make_recovery(NOW)
    with monkeypatch.context() as patch:
        patch.setattr("kiosk.desk.access.keys._listed", _refuse)
        with pytest.raises(OSError, match="Input/output"):
            finish_set_up(office, "ana", "a long passphrase", recovery.recipient, NOW)
    assert office.key_file("ana").exists()
    assert not office.is_set_up
    finish_set_up(office, "ana", "a long passphrase", recovery.recipient, NOW)
    assert office.is_set_up


@pytest.mark.usefixtures("quick_keys")
def test_a_folder_that_cannot_be_written_is_named_before_any_key_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office, recovery = DeskFolder(tmp_path / "office"), make_recovery(NOW)
    monkeypatch.setattr(set_up, "make_folders", _refuse)
    with pytest.raises(
        KeyFileError, match=r"office cannot be written \(Input/output error\): choose another"
    ):
        begin_set_up(office, recovery)
    with pytest.raises(
        KeyFileError, match=r"office cannot be written \(Input/output error\): choose another"
    ):
        finish_set_up(office, "ana", "a long passphrase", recovery.recipient, NOW)
    assert not office.root.exists()


def test_a_key_of_a_desk_in_use_is_never_replaced(office: DeskFolder) -> None:
    before = office.key_file("ana").read_bytes()
    with pytest.raises(KeyFileError, match="is there already and stays as it is"):
        finish_set_up(office, "ana", "a long passphrase", make_recovery(NOW).recipient, NOW)
    assert office.key_file("ana").read_bytes() == before


def test_a_disk_that_refuses_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "mkdir", _refuse)
    with pytest.raises(KeyFileError, match="choose another folder for this desk"):
        finish_set_up(
            DeskFolder(tmp_path / "office"), "ana", "a long passphrase", make_recovery(NOW).recipient, NOW
        )


@pytest.mark.parametrize("change", [str.lower, lambda secret: f"  {secret[:20]} {secret[20:]} \n"])
def test_the_recovery_key_is_proved_as_it_is_typed(change: Any) -> None:
    recovery = make_recovery(NOW)
    counting = (make_recovery(NOW).recipient, recovery.recipient)
    assert prove_recovery(counting, change(recovery.secret)) == recovery.recipient
    assert prove_recovery(counting, recovery.sheet) == recovery.recipient


@pytest.mark.parametrize("typed", ["", "AGE-SECRET-KEY-1", "x\ny"])
def test_what_does_not_open_the_test_envelope_proves_nothing(typed: str) -> None:
    recovery = make_recovery(NOW)
    slip = "P" if recovery.secret.endswith("Q") else "Q"
    for wrong in (typed, make_recovery(NOW).secret, f"{recovery.secret[:-1]}{slip}"):
        with pytest.raises(KeyFileError, match="compare it with the sheet"):
            prove_recovery((recovery.recipient,), wrong)
    assert recovery.secret not in repr(recovery)


@pytest.fixture
def save(tmp_path: Path) -> Callable[..., Path]:
    """Return how to save a recovery key where only tmp_path/stick can be taken out."""
    (tmp_path / "stick").mkdir()

    def to(recovery: RecoveryKey, folder: Path, counting: tuple[str, ...] = ()) -> Path:
        sticks = (Volume("STICK", tmp_path / "stick"),)
        return save_recovery(DeskFolder(tmp_path / "office"), recovery, folder, lambda: sticks, counting)

    return to


def test_the_recovery_key_goes_to_a_stick_and_never_over_another(
    tmp_path: Path, save: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    recovery, stick = make_recovery(NOW), tmp_path / "stick"
    assert save(recovery, stick).read_text(encoding="utf-8") == recovery.sheet
    assert save(recovery, stick) == stick / "recovery.key"
    other = make_recovery(NOW)
    with pytest.raises(KeyFileError, match=r"holds a recovery\.key already"):
        save(other, stick)
    assert save(other, stick, (recovery.recipient,)) == stick / "recovery.key"
    (stick / "recovery.key").write_bytes(b"\xff")
    with pytest.raises(KeyFileError, match=r"holds a recovery\.key already"):
        save(recovery, stick)
    (stick / "recovery.key").unlink()
    monkeypatch.setattr(os, "fsync", _refuse)
    with pytest.raises(KeyFileError, match=r"Input/output error.*choose another stick, or print the key"):
        save(recovery, stick)


@pytest.mark.parametrize("folder", [Path(), Path("stick")])
def test_the_recovery_key_never_goes_where_the_program_happens_to_run(
    tmp_path: Path, save: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(KeyFileError, match="Choose the folder of a stick first"):
        save(make_recovery(NOW), folder)
    assert list(tmp_path.rglob("*.key")) == []


def test_the_recovery_key_goes_to_nothing_that_stays_in_a_computer(
    tmp_path: Path, save: Callable[..., Path]
) -> None:
    inside, built_in, way_out = (tmp_path / name for name in ("stick/keys", "built-in", "stick/link"))
    inside.mkdir()
    built_in.mkdir()
    way_out.symlink_to(built_in)
    assert save(make_recovery(NOW), inside) == inside / "recovery.key"
    for folder in (tmp_path, built_in, way_out, Path.home()):
        with pytest.raises(KeyFileError, match="is not on a stick: the recovery key must stay on no disk"):
            save(make_recovery(NOW), folder)
    assert list(built_in.iterdir()) == []


def test_the_recovery_key_is_never_beside_what_it_opens(tmp_path: Path) -> None:
    office = DeskFolder(tmp_path / "stick" / "office")
    office.prepare()
    for folder in (office.root, office.lists.parent / "spool"):
        with pytest.raises(KeyFileError, match="is the desk's own: choose the folder of a stick"):
            save_recovery(office, make_recovery(NOW), folder, lambda: (Volume("STICK", tmp_path / "stick"),))


def test_a_computer_that_cannot_name_its_sticks_leaves_printing(tmp_path: Path) -> None:
    def sticks() -> tuple[Volume, ...]:
        raise StickError("The sticks cannot be listed.")

    with pytest.raises(KeyFileError, match="print the recovery key instead"):
        save_recovery(DeskFolder(tmp_path / "office"), make_recovery(NOW), tmp_path, sticks)


def test_every_recovery_key_that_was_shown_counts_until_the_set_up_ends(tmp_path: Path) -> None:
    office, first, second = DeskFolder(tmp_path / "office"), make_recovery(NOW), make_recovery(NOW)
    assert begun_with(office) == ()
    begin_set_up(office, first)
    assert begin_set_up(office, first) == begun_with(office) == (first.recipient,)
    assert begin_set_up(office, second) == begun_with(office) == (first.recipient, second.recipient)
    assert not office.is_set_up


def test_what_an_earlier_set_up_left_is_not_guessed(tmp_path: Path) -> None:
    office = DeskFolder(tmp_path / "office")
    begin_set_up(office, make_recovery(NOW))
    (office.root / "set-up-begun.txt").write_bytes(b"\xff")
    with pytest.raises(KeyFileError, match=r"which recovery keys were made here: keep a copy"):
        begin_set_up(office, make_recovery(NOW))
