"""A name for each machine, and a hash that tells machines apart and keeps the machine-id."""

import platform
from pathlib import Path

import pytest

from kiosk.store.machine_id import USUAL_NAMES, machine_hash, machine_name
from kiosk.store.settings.settings import load_settings
from tests.clinic import Clinic

ONE, OTHER = "0f" * 16, "1e" * 16


def _machine(root: Path, host: str | None, machine_id: str | None = ONE) -> Path:
    (root / "etc").mkdir(exist_ok=True)
    for name, text in (("hostname", host), ("machine-id", machine_id)):
        if text is not None:
            (root / "etc" / name).write_text(f"{text}\n", "utf-8")
    return root


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("waiting-1", "waiting-1"),
        ("Waiting_Room.2.clinic.example", "waiting-room"),
        ("--Front desk--", "front-desk"),
        ("w" * 31 + "-2", "w" * 31),
        ("w" * 63, "w" * 32),
    ],
)
def test_a_host_name_becomes_a_name_that_a_request_may_carry(tmp_path: Path, host: str, name: str) -> None:
    assert machine_name(_machine(tmp_path, host)) == name


@pytest.mark.parametrize("host", [*sorted(USUAL_NAMES), "Kiosk", "localhost.localdomain", "\u4e2d"])
def test_a_name_that_many_have_gets_letters_of_this_machine(tmp_path: Path, host: str) -> None:
    one = machine_name(_machine(tmp_path, host), "elsewhere")
    assert one == machine_name(tmp_path)
    assert one.startswith("kiosk-")
    assert len(one) == len("kiosk-") + 4
    assert one != machine_name(_machine(tmp_path, host, OTHER))


@pytest.mark.parametrize("machine_id", [None, "", "uninitialized", "0F" * 16])
def test_a_machine_that_tells_nothing_has_a_name_that_many_have_and_no_hash(
    tmp_path: Path, machine_id: str | None
) -> None:
    root = _machine(tmp_path, "debian", machine_id)
    assert machine_name(root) == "kiosk"
    assert machine_hash(root) == ""


def test_without_the_file_the_name_is_what_the_system_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert machine_name(tmp_path, "LOBBY") == "lobby"
    monkeypatch.setattr(platform, "node", lambda: "Hall-3")
    assert machine_name(tmp_path) == "hall-3"


def test_the_hash_tells_machines_apart_and_nothing_of_their_ids(tmp_path: Path) -> None:
    one = machine_hash(_machine(tmp_path, None))
    assert one == machine_hash(tmp_path) != machine_hash(_machine(tmp_path, None, OTHER))
    assert len(one) == 32
    assert ONE[:4] not in one


def test_the_settings_name_the_kiosk_or_else_its_machine_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = Clinic(tmp_path).config
    assert load_settings(config, {}).kiosk_name == "test-kiosk"
    config.write_text(config.read_text("utf-8").replace('kiosk_name = "test-kiosk"\n', ""), "utf-8")
    monkeypatch.setattr("kiosk.store.settings.settings.machine_name", lambda: "hall-3")
    assert load_settings(config, {}).kiosk_name == "hall-3"
    assert load_settings(config, {}).file.kiosk_name is None
    assert load_settings(config, {"KIOSK_KIOSK_NAME": "lobby-2"}).kiosk_name == "lobby-2"
