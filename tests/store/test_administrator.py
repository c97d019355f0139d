"""Who could have written recipients.txt: the administrator alone, or nothing is sealed to its keys."""

import datetime
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from kiosk.core.errors import SealError
from kiosk.store import administrator
from kiosk.store.administrator import who_else_writes
from kiosk.store.intake import Intake, intake_of
from kiosk.store.settings.settings import load_settings
from tests.clinic import Clinic

NOW = datetime.datetime(2026, 11, 23, 12, tzinfo=datetime.UTC)


@pytest.fixture
def owners(monkeypatch: pytest.MonkeyPatch) -> dict[Path, int]:
    """Let whoever runs the tests be the administrator's visitor; the owner of each place can be set."""
    real, set_to = Path.stat, dict[Path, int]()

    def stat(path: Path, **options: bool) -> object:
        found = real(path, **options)
        fields = {name: getattr(found, name) for name in ("st_mode", "st_size", "st_mtime")}
        return SimpleNamespace(**fields, st_uid=set_to.get(path, 0))

    monkeypatch.setattr(Path, "stat", stat)
    monkeypatch.setattr(administrator, "is_administrator", lambda: False)
    monkeypatch.setattr(os, "access", lambda _place, _how: False)
    return set_to


def _intake(clinic: Clinic) -> Intake:
    clinic.spool.create_folders()
    return Intake(clinic.spool, clinic.recipients, demonstration_allowed=False, only_administrators=True)


def test_what_only_the_administrator_can_write_is_used(clinic: Clinic, owners: dict[Path, int]) -> None:
    assert owners == {}
    assert who_else_writes(clinic.recipients) == ""
    assert _intake(clinic).closed_reason(NOW) is None


@pytest.mark.parametrize("place", [lambda file: file, lambda file: file.parent], ids=["file", "folder"])
def test_another_owner_closes_the_form(
    clinic: Clinic, owners: dict[Path, int], place: Callable[[Path], Path]
) -> None:
    foreign = place(clinic.recipients)
    owners[foreign] = 1000
    reason = _intake(clinic).closed_reason(NOW)
    assert reason is not None
    assert f"{foreign} does not belong to the administrator, so the keys in it may be anybody's" in reason
    assert f"chown root {clinic.recipients}" in reason
    assert "compare the check code with the desk" in reason


@pytest.mark.parametrize("place", [lambda file: file, lambda file: file.parent], ids=["file", "folder"])
def test_what_the_kiosks_user_can_write_closes_the_form(
    clinic: Clinic,
    owners: dict[Path, int],
    monkeypatch: pytest.MonkeyPatch,
    place: Callable[[Path], Path],
) -> None:
    open_place = place(clinic.recipients)
    assert owners == {}
    monkeypatch.setattr(os, "access", lambda path, how: path == open_place and how == os.W_OK)
    reason = _intake(clinic).closed_reason(NOW)
    assert reason is not None
    assert f"{open_place} can be written by others than the administrator" in reason
    monkeypatch.setattr(administrator, "is_administrator", lambda: True)
    assert _intake(clinic).closed_reason(NOW) is None  # who may write everything learns nothing from that


def test_what_everybody_can_write_closes_it_too(clinic: Clinic, owners: dict[Path, int]) -> None:
    assert owners == {}
    clinic.recipients.chmod(0o646)
    with pytest.raises(SealError, match=r"recipients\.txt can be written by others"):
        _intake(clinic).recipients()


def test_where_a_link_leads_counts_as_well(clinic: Clinic, owners: dict[Path, int], tmp_path: Path) -> None:
    real = tmp_path / "home" / "keys.txt"
    real.parent.mkdir()
    clinic.recipients.rename(real)
    clinic.recipients.symlink_to(real)
    assert who_else_writes(clinic.recipients) == ""
    owners[real.parent] = 1000
    assert who_else_writes(clinic.recipients) == f"{real.parent} does not belong to the administrator"


def test_a_file_that_is_missing_is_said_to_be_missing(clinic: Clinic, owners: dict[Path, int]) -> None:
    assert owners == {}
    clinic.recipients.unlink()
    with pytest.raises(SealError, match="is missing"):
        _intake(clinic).recipients()


def test_windows_has_no_such_owners(clinic: Clinic, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "geteuid")
    clinic.recipients.chmod(0o666)
    assert who_else_writes(clinic.recipients) == ""


def test_only_an_installed_program_refuses(clinic: Clinic, monkeypatch: pytest.MonkeyPatch) -> None:
    clinic.recipients.chmod(0o666)
    clinic.spool.create_folders()
    assert intake_of(load_settings(clinic.config), clinic.spool).closed_reason(NOW) is None
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(clinic.settings.content.parent), raising=False)
    installed = load_settings(clinic.config)
    assert installed.is_installed
    reason = intake_of(installed, clinic.spool).closed_reason(NOW)
    assert reason is not None
    assert "so the keys in it may be anybody's" in reason
