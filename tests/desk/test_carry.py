"""Carrying recipients.txt to the kiosk: onto one stick and nowhere else."""

from pathlib import Path
from typing import Any

import pytest

from kiosk.core.errors import SealError, StickError
from kiosk.desk import carry
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.carry import carry_recipients
from kiosk.store.recipients import load_recipients
from kiosk.store.volumes import Volume


def test_the_file_comes_to_the_stick_in_place_of_an_older_one(office: DeskFolder, stick: Path) -> None:
    (stick / "recipients.txt").write_text("age1older\n", encoding="utf-8")
    file = carry_recipients(office, lambda: (Volume("STICK", stick),))
    assert file == stick / "recipients.txt"
    assert load_recipients(file, demonstration_allowed=False) == office.recipients()
    assert [path.name for path in stick.iterdir()] == ["recipients.txt"]


@pytest.mark.parametrize(
    ("count", "told"),
    [(0, "No stick is plugged in"), (2, r"More than one stick .*stick, .*stick.*: leave the one")],
)
def test_which_stick_is_never_guessed(office: DeskFolder, stick: Path, count: int, told: str) -> None:
    with pytest.raises(StickError, match=told):
        carry_recipients(office, lambda: (Volume("STICK", stick),) * count)
    assert list(stick.iterdir()) == []


def test_a_stick_that_is_full_is_named(
    office: DeskFolder, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_kwargs: object) -> Any:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(carry, "write_durably", refuse)
    with pytest.raises(StickError, match=r"could not be written to .*stick \(No space left on device\)"):
        carry_recipients(office, lambda: (Volume("STICK", stick),))


def test_a_file_the_kiosk_could_not_use_is_not_carried(office: DeskFolder, stick: Path) -> None:
    office.recipients_file.write_text("age1mistyped\n", encoding="utf-8")
    with pytest.raises(SealError, match=r"line 1, is not a public key"):
        carry_recipients(office, lambda: (Volume("STICK", stick),))
    assert list(stick.iterdir()) == []


def test_a_file_that_the_disk_does_not_give_is_named(
    office: DeskFolder, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path, **_options: object) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("kiosk.desk.carry.read_file", refuse)
    with pytest.raises(StickError, match=r"cannot be read \(Input/output error\): try again"):
        carry_recipients(office, lambda: (Volume("STICK", stick),))
