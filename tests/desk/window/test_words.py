"""Other words, and the way in when all words are lost, by keyboard alone."""

import dataclasses
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from kiosk.core.callback.request import CallbackRequest
from kiosk.core.errors import KeyFileError, StickError, WrongKey, WrongPassphrase
from kiosk.desk import people
from kiosk.desk.access import keys
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.access.keys import (
    KeyLocation,
    NewKey,
    change_passphrase,
    load_key,
    make_recovery_key,
)
from kiosk.desk.access.unseal import generate_key_file, read_key_file
from kiosk.desk.audit import desk_log
from kiosk.desk.people import give_new_key
from kiosk.desk.queue.call_list import read_board
from kiosk.store.durable import write_durably
from kiosk.store.recipients import load_recipients
from kiosk.store.volumes import Volume
from tests.desk import quick_scrypt
from tests.desk.receptionist import (
    NOW,
    OTHERS,
    WORDS,
    Open,
    Receptionist,
    check_page,
    fill,
    open_folder,
    texts,
)
from tests.desk.taking import take_in

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic

Requests = Callable[..., CallbackRequest]


def _refuse(*_args: object, **_kwargs: object) -> Any:
    raise OSError(28, "No space left on device")


def _is_at(desk: Receptionist, page: QWidget) -> bool:
    return desk.page is page


def _audited(office: DeskFolder) -> list[tuple[str, str, str]]:
    return [(entry.event, entry.by, entry.whom) for entry in desk_log(office).chain().entries]


@pytest.fixture
def locked(office: DeskFolder, quick_staff_key: NewKey) -> DeskFolder:
    """Return a desk whose ana has a key with words, beside the clinic's recovery key."""
    shutil.copy(quick_staff_key.file, office.key_file("ana"))
    before = office.recipients_file.read_text(encoding="utf-8").splitlines()[1]
    office.recipients_file.write_text(
        f"# recovery\n{before}\n# ana\n{quick_staff_key.recipient}\n", encoding="utf-8"
    )
    return office


@pytest.fixture
def recovery_stick(clinic: "Clinic", stick: Path) -> Path:
    """Return the recovery key's file on its stick."""
    shutil.copy(clinic.key_file, stick / "recovery.key")
    return stick / "recovery.key"


def test_one_changes_ones_words_and_the_old_ones_open_nothing_any_more(
    at_desk: Open, locked: DeskFolder, passphrase: str, quick_staff_key: NewKey
) -> None:
    desk = at_desk(locked).unlock(passphrase)
    desk.alt("p").alt("w")
    check_page(desk)
    assert WORDS not in desk.told
    new = desk.window.change.words.words
    desk.alt("t").type("not these").alt("c")
    assert "These are not the six words" in desk.told
    desk.alt("p").type("some other words").alt("t").type(new.title()).press(Qt.Key.Key_Return)
    assert "That is not the passphrase of this key file" in desk.told
    assert _is_at(desk, desk.window.change)
    desk.alt("p").type(f"{passphrase} ".replace(" ", "  ")).alt("c")
    assert desk.told == "Done: the new words open your key. Cross the old ones out."
    assert _audited(locked) == [("unlocked", "ana", ""), ("words-changed", "ana", "")]
    assert new not in texts(desk.window)
    assert passphrase not in texts(desk.window)
    file = locked.key_file("ana")
    assert load_key(file, lambda: new).recipient == quick_staff_key.recipient
    with pytest.raises(WrongPassphrase):
        load_key(file, lambda: passphrase)
    assert quick_staff_key.file.read_bytes() not in [
        path.read_bytes() for path in locked.root.glob("*") if path.is_file()
    ]
    assert file.read_bytes().startswith(b"-----BEGIN AGE ENCRYPTED FILE-----")
    assert file.stat().st_mode & 0o777 == 0o600


def test_who_goes_back_keeps_the_words_and_leaves_none_on_the_screen(
    at_desk: Open, office: DeskFolder
) -> None:
    desk = at_desk(office).press(Qt.Key.Key_Return)
    before = office.key_file("ana").read_bytes()
    desk.alt("p").alt("w").type("my old words")
    new = desk.window.change.words.words
    desk.alt("b")
    assert _is_at(desk, desk.window.people)
    assert new not in texts(desk.window)
    assert "my old words" not in texts(desk.window)
    desk.alt("w").type("my old words")
    desk.window.lock()
    assert desk.window.change.words.words == ""
    assert "my old words" not in texts(desk.window)
    assert office.key_file("ana").read_bytes() == before


@pytest.fixture
def words(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Return a key that the old words open; what is written afterwards shows its words instead of scrypt."""
    file = tmp_path / "ana.key"
    file.write_bytes(b"old")

    def with_new_words(_data: bytes, ask: Callable[[], str], new: str) -> bytes:
        assert ask() == "old"
        return new.encode()

    monkeypatch.setattr(keys, "with_new_words", with_new_words)
    return file


@pytest.mark.parametrize("step", ["mkstemp", "write", "fsync", "replace"])
def test_a_change_of_words_that_is_cut_short_leaves_the_old_key_or_the_new_one(
    words: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    with monkeypatch.context() as patch:
        where: Any = {"mkstemp": "tempfile.mkstemp", "replace": "pathlib.Path.replace"}.get(
            step, f"os.{step}"
        )
        patch.setattr(where, _refuse)
        with pytest.raises(KeyFileError, match=r"No space left on device.*your old words open the key"):
            change_passphrase(words, lambda: "old", "new")
    assert words.read_bytes() == b"old"
    change_passphrase(words, lambda: "old", "new")
    assert words.read_bytes() == b"new"
    assert [path.name for path in words.parent.iterdir() if path.is_file()] == ["ana.key"]


def test_what_a_killed_change_left_is_removed_by_the_next_and_nothing_else(words: Path) -> None:
    left, other = words.with_name("ana.key.abc.part"), words.with_name("ben.key.abc.part")
    left.write_bytes(b"ne")
    other.write_bytes(b"x")
    change_passphrase(words, lambda: "old", "new")
    assert not left.exists()
    assert other.exists()


def test_who_was_removed_meanwhile_does_not_come_back(words: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def remove(_data: bytes, _ask: object, _new: str) -> bytes:
        words.unlink()
        return b"new"

    monkeypatch.setattr(keys, "with_new_words", remove)
    with pytest.raises(KeyFileError, match="not there any more: ask your colleagues"):
        change_passphrase(words, lambda: "old", "new")
    assert not words.exists()


def test_a_file_that_is_no_key_gets_no_words(tmp_path: Path) -> None:
    file = tmp_path / "ana.key"
    file.write_bytes(b"not a key")
    with pytest.raises(KeyFileError, match="no age key"):
        change_passphrase(file, lambda: "old", WORDS)
    assert file.read_bytes() == b"not a key"


def _lose(desk: Receptionist, file: Path | str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Go the way in with the recovery key; returns the new words."""
    desk.alt("l")
    assert _is_at(desk, desk.window.lost)
    if isinstance(file, Path):
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
        desk.alt("l")
    else:
        desk.alt("r").type(file)
    new = desk.window.lost.words.words
    desk.alt("t").type(f" {new.upper()} ").alt("m")
    return new


def _make_beside(folder: Path, name: str, _now: object, _words: str) -> tuple[Path, str]:
    plain, recipient = generate_key_file("")
    beside = folder / f"{name}.key.new"
    write_durably(folder, beside.name, plain, folder)
    return beside, recipient


def test_the_recovery_key_lets_in_whoever_has_lost_the_words_and_they_get_new_ones(
    at_desk: Open,
    locked: DeskFolder,
    clinic: "Clinic",
    recovery_stick: Path,
    *,
    quick_staff_key: NewKey,
    passphrase: str,
    request_of: Requests,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clinic.intake.take(request_of(1))
    take_in(locked, clinic.key, clinic.spool.root)
    desk = at_desk(locked)
    desk.alt("l")
    check_page(desk)
    desk.alt("b")
    assert _is_at(desk, desk.window.unlock)
    new = _lose(desk, recovery_stick, monkeypatch)
    assert _is_at(desk, desk.window.work)
    assert desk.told.startswith("Done: the new words open ana's key. The kiosk needs the new recipients.txt")
    by_recovery = [("unlocked-by-recovery-key", "ana", ""), ("key-renewed", "recovery", "ana")]
    assert _audited(locked) == by_recovery
    assert "is on a disk of this computer" not in desk.told
    assert desk.window.work.model.rowCount() == 1
    assert new not in texts(desk.window)
    assert locked.people() == ("ana",)
    old, hers = (
        load_key(quick_staff_key.file, lambda: passphrase),
        load_key(locked.key_file("ana"), lambda: new),
    )
    assert load_recipients(locked.recipients_file, demonstration_allowed=False).keys == (
        clinic.key.recipient,
        hers.recipient,
    )
    with pytest.raises(WrongPassphrase):
        load_key(locked.key_file("ana"), lambda: passphrase)
    assert not list(locked.root.glob("*.new"))
    assert [case.state.value for case in read_board(locked, hers, NOW).cases] == ["new"]
    [envelope] = locked.spool.waiting()
    with pytest.raises(WrongKey):
        old.open(envelope.path.read_bytes())
    again = at_desk(locked).unlock(new)
    assert again.window.work.model.rowCount() == 1


def test_what_the_kiosk_locked_before_is_taken_in_with_the_recovery_key(
    at_desk: Open,
    locked: DeskFolder,
    clinic: "Clinic",
    stick: Path,
    *,
    request_of: Requests,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(people, "make_key_beside", _make_beside)
    fill(clinic, stick, request_of(1))  # the kiosk knows the recovery key and ana's old one only
    desk = at_desk(locked)
    secret = clinic.key_file.read_text(encoding="utf-8").splitlines()[-1]
    _lose(desk, f" {secret[:30]} {secret[30:].lower()}", monkeypatch)
    assert "Problem" not in desk.told
    open_folder(desk, stick)
    assert "Done: 1 new request is at this desk" in desk.told
    hers = load_key(locked.key_file("ana"), str)
    assert len(read_board(locked, hers, NOW).cases) == 1


def test_the_recovery_key_opens_the_desk_once_and_changes_no_key(
    at_desk: Open, locked: DeskFolder, recovery_stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {path: path.read_bytes() for path in locked.root.iterdir() if path.is_file()}
    desk = at_desk(locked)
    desk.alt("l").alt("p")
    assert desk.told == "Problem: Load the recovery key's file, or type the key from the print."
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    desk.alt("l").alt("p")
    assert _is_at(desk, desk.window.lost)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(recovery_stick), ""))
    desk.alt("l")
    assert f"Chosen: {recovery_stick}" in texts(desk.page)
    desk.alt("p")
    assert _is_at(desk, desk.window.work)
    assert desk.told == "This desk is open with the recovery key until it locks."
    assert desk.window.unlocked is not None
    assert desk.window.unlocked.name == "ana"
    assert {path: path.read_bytes() for path in locked.root.iterdir() if path.is_file()} == before


def test_a_recovery_key_that_was_locked_with_words_needs_them(
    at_desk: Open, locked: DeskFolder, stick: Path, clinic: "Clinic", monkeypatch: pytest.MonkeyPatch
) -> None:
    sealed = quick_scrypt.encrypt(clinic.key_file.read_bytes(), WORDS, armored=True)
    (stick / "recovery.key").write_bytes(sealed)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(stick / "recovery.key"), ""))
    desk = at_desk(locked)
    desk.alt("l").alt("l").alt("p")
    assert "not the passphrase" in desk.told
    desk.alt("w").type(WORDS.title()).alt("p")
    assert _is_at(desk, desk.window.work)


@pytest.mark.parametrize("is_known", [True, False])
def test_a_recovery_key_on_a_disk_of_the_computer_is_taken_and_named(
    at_desk: Open, locked: DeskFolder, clinic: "Clinic", monkeypatch: pytest.MonkeyPatch, *, is_known: bool
) -> None:
    def sticks() -> tuple[Volume, ...]:
        raise StickError("The sticks cannot be listed.")

    desk = at_desk(locked)
    if not is_known:
        desk.window.environment = dataclasses.replace(desk.window.environment, sticks=sticks)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(clinic.key_file), ""))
    desk.alt("l").alt("l").alt("p")
    assert ("move it to a stick, and lock that away" in desk.told) == is_known


def test_another_clinics_recovery_key_opens_nothing_and_changes_nothing(
    at_desk: Open, locked: DeskFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    made = make_recovery_key(KeyLocation(other, other / "recipients.txt", is_demonstration=False), NOW)
    before = {path: path.read_bytes() for path in locked.root.iterdir() if path.is_file()}
    desk = at_desk(locked)
    _lose(desk, made.file, monkeypatch)
    assert "This key opens nothing at this desk" in desk.told
    assert _is_at(desk, desk.window.lost)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "gone.key"), ""))
    desk.alt("l").alt("m")
    assert "cannot be read" in desk.told
    assert {path: path.read_bytes() for path in locked.root.iterdir() if path.is_file()} == before


def test_nobody_at_the_page_leaves_no_recovery_key_on_it(at_desk: Open, locked: DeskFolder) -> None:
    desk = at_desk(locked)
    desk.alt("l").alt("r").type("AGE-SECRET-KEY-1HERS")
    new = desk.window.lost.words.words
    desk.is_away(601)
    assert _is_at(desk, desk.window.unlock)
    assert "KEY-1HERS" not in texts(desk.window)
    assert new not in texts(desk.window)


@pytest.mark.parametrize("refusing", ["_write", "move_durably"])
def test_a_new_key_that_is_cut_short_can_be_made_again_and_loses_nothing(
    locked: DeskFolder,
    clinic: "Clinic",
    request_of: Requests,
    monkeypatch: pytest.MonkeyPatch,
    refusing: str,
) -> None:
    clinic.intake.take(request_of(1))
    take_in(locked, clinic.key, clinic.spool.root)
    monkeypatch.setattr(people, "make_key_beside", _make_beside)
    key = locked.key_file("ana").read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(people, refusing, _refuse)
        with pytest.raises(KeyFileError, match=r"No space left on device.*do it again with the recovery key"):
            give_new_key(locked, clinic.key, "ana", NOW, WORDS)
    assert locked.key_file("ana").read_bytes() == key
    assert len(read_board(locked, clinic.key, NOW).cases) == 1
    assert give_new_key(locked, clinic.key, "ana", NOW, WORDS) == ""
    hers = read_key_file(locked.key_file("ana").read_bytes(), str)
    assert len(read_board(locked, hers, NOW).cases) == 1
    assert len(locked.recipients().keys) == 2


def test_a_file_that_cannot_be_opened_is_told_and_keeps_nobody_out(
    locked: DeskFolder, clinic: "Clinic", request_of: Requests, monkeypatch: pytest.MonkeyPatch
) -> None:
    clinic.intake.take(request_of(1))
    take_in(locked, clinic.key, clinic.spool.root)
    os.truncate(locked.spool.waiting()[0].path, 10)
    monkeypatch.setattr(people, "make_key_beside", _make_beside)
    told = give_new_key(locked, clinic.key, "ana", NOW, WORDS)
    assert told.startswith("1 sealed file could not be opened now")


def test_somebody_whom_recipients_does_not_name_is_named_with_the_new_key(
    office: DeskFolder, clinic: "Clinic", monkeypatch: pytest.MonkeyPatch
) -> None:
    office.recipients_file.write_text(f"{clinic.key.recipient}\n", encoding="utf-8")
    monkeypatch.setattr(people, "make_key_beside", _make_beside)
    give_new_key(office, clinic.key, "ana", NOW, WORDS)
    before, name, new = office.recipients_file.read_text(encoding="utf-8").splitlines()
    assert (before, name) == (clinic.key.recipient, "# ana")
    assert new == read_key_file(office.key_file("ana").read_bytes(), str).recipient


def test_the_second_words_are_other_words(desk: Receptionist) -> None:
    desk.alt("p").alt("w")
    shown = desk.window.change.words.words
    desk.alt("o")
    assert {shown, desk.window.change.words.words} == {WORDS, OTHERS}
