"""Key files and the recipients file: private, never overwritten, listed last."""

import datetime
import errno
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from kiosk.core.errors import KeyFileError, SealError
from kiosk.desk.access import keys
from kiosk.desk.access.keys import KeyLocation, load_key, make_recovery_key, make_staff_key
from kiosk.store.recipients import DEMONSTRATION_LINE, load_recipients

NOW = datetime.datetime(2026, 11, 23, 9, 15, 30, tzinfo=datetime.UTC)


@pytest.fixture
def place(tmp_path: Path) -> KeyLocation:
    return KeyLocation(tmp_path / "keys", tmp_path / "keys" / "recipients.txt", is_demonstration=False)


@pytest.fixture
def demonstration(place: KeyLocation) -> KeyLocation:
    return KeyLocation(place.folder, place.recipients_file, is_demonstration=True)


def _refuse(*_args: object, **_kwargs: object) -> Any:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.usefixtures("quick_keys")
def test_every_new_key_is_listed_under_its_name(place: KeyLocation) -> None:
    one = make_staff_key("front-desk", place, NOW, str)
    two = make_recovery_key(place, NOW)
    lines = place.recipients_file.read_text(encoding="utf-8").splitlines()
    assert lines == ["# front-desk", one.recipient, "# recovery", two.recipient]
    assert load_recipients(place.recipients_file, demonstration_allowed=False).keys == (
        one.recipient,
        two.recipient,
    )


def test_key_files_are_private_and_the_recipients_file_is_not(place: KeyLocation) -> None:
    made = make_recovery_key(place, NOW)
    assert stat.S_IMODE(made.file.stat().st_mode) == 0o600
    assert stat.S_IMODE(place.recipients_file.stat().st_mode) == 0o644


def test_the_recovery_key_is_a_stock_key_file(place: KeyLocation) -> None:
    made = make_recovery_key(place, NOW)
    created, public, secret = made.file.read_text(encoding="ascii").splitlines()
    assert created == "# created: 2026-11-23T09:15:30Z"
    assert public == f"# public key: {made.recipient}"
    assert secret.startswith("AGE-SECRET-KEY-1")


def test_the_passphrase_protects_the_key(place: KeyLocation, quick_keys: list[str]) -> None:
    make_staff_key("front-desk", place, NOW, lambda: "six words")
    assert quick_keys == ["six words"]


@pytest.mark.usefixtures("quick_keys")
def test_nothing_is_ever_overwritten(place: KeyLocation) -> None:
    make_staff_key("front-desk", place, NOW, str)
    make_recovery_key(place, NOW)
    before = {path: path.read_bytes() for path in place.folder.iterdir()}
    with pytest.raises(KeyFileError, match=r"front-desk\.key is there already and stays as it is"):
        make_staff_key("front-desk", place, NOW, str)
    with pytest.raises(KeyFileError, match=r"recovery\.key is there already and stays as it is"):
        make_recovery_key(place, NOW)
    assert {path: path.read_bytes() for path in place.folder.iterdir()} == before


@pytest.mark.usefixtures("quick_keys")
@pytest.mark.parametrize("name", ["Maria López", "../x", "é", "a.b", "CON", "王小明"])
def test_a_name_is_no_path_and_stands_in_the_recipients_file(place: KeyLocation, name: str) -> None:
    made = make_staff_key(name, place, NOW, str)
    assert made.file.parent == place.folder
    assert made.file.name.isascii()
    assert place.recipients_file.read_text(encoding="utf-8") == f"# {name}\n{made.recipient}\n"
    assert load_recipients(place.recipients_file, demonstration_allowed=False).keys == (made.recipient,)


@pytest.mark.parametrize("name", ["", "a" * 65, "a\x1b"])
def test_what_nobody_is_called_makes_no_key(place: KeyLocation, name: str) -> None:
    with pytest.raises(KeyFileError):
        make_staff_key(name, place, NOW, str)
    assert not place.folder.exists()


@pytest.mark.usefixtures("quick_keys")
@pytest.mark.parametrize(("name", "other"), [("Maria López", "maria lópez"), ("ana", "ANA")])
def test_two_people_are_never_called_the_same(place: KeyLocation, name: str, other: str) -> None:
    make_staff_key(name, place, NOW, str)
    with pytest.raises(KeyFileError, match=f"{name} has a key here already: add what tells"):
        make_staff_key(other, place, NOW, str)
    assert len(list(place.folder.glob("*.key"))) == 1


def test_the_name_of_the_recovery_key_is_kept_for_it(place: KeyLocation) -> None:
    with pytest.raises(KeyFileError, match="kept for the recovery key"):
        make_staff_key("recovery", place, NOW, str)
    assert not place.folder.exists()


def test_a_demonstration_file_says_so_on_its_first_line(demonstration: KeyLocation) -> None:
    make_recovery_key(demonstration, NOW)
    assert demonstration.recipients_file.read_text(encoding="utf-8").splitlines()[0] == DEMONSTRATION_LINE


@pytest.mark.usefixtures("quick_keys")
def test_real_and_demonstration_keys_never_share_a_file(
    place: KeyLocation, demonstration: KeyLocation
) -> None:
    make_recovery_key(demonstration, NOW)
    with pytest.raises(KeyFileError, match="is marked as a demonstration"):
        make_staff_key("front-desk", place, NOW, str)
    for path in place.folder.iterdir():
        path.unlink()
    make_recovery_key(place, NOW)
    with pytest.raises(KeyFileError, match="is not marked as a demonstration"):
        make_staff_key("front-desk", demonstration, NOW, str)
    assert not (place.folder / "front-desk.key").exists()


def test_a_malformed_recipients_file_is_told_before_a_key_is_made(place: KeyLocation) -> None:
    place.folder.mkdir()
    place.recipients_file.write_text("nonsense\n", encoding="utf-8")
    with pytest.raises(SealError, match="line 1"):
        make_recovery_key(place, NOW)
    assert not (place.folder / "recovery.key").exists()


def test_a_recovery_key_that_opens_nothing_is_removed_and_not_listed(
    place: KeyLocation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys, "read_file", _refuse)
    with pytest.raises(KeyFileError, match="did not open a test envelope and must not be used"):
        make_recovery_key(place, NOW)
    assert list(place.folder.iterdir()) == []


def test_a_full_disk_is_one_sentence(place: KeyLocation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "write_durably", _refuse)
    with pytest.raises(KeyFileError, match="could not be written"):
        make_recovery_key(place, NOW)


def test_a_missing_key_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(KeyFileError, match="cannot be read"):
        load_key(tmp_path / "nobody.key", str)
