"""The demonstration: complete or refused, never half, and it works from end to end."""

import datetime
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kiosk.core.callback.request import CallbackRequest
from kiosk.core.errors import KeyFileError
from kiosk.desk import demonstration
from kiosk.desk.access.keys import load_key
from kiosk.desk.demonstration import NOTE, make_demonstration
from kiosk.desk.export.run import Order, export_list
from kiosk.store.intake import Intake
from kiosk.store.recipients import load_recipients
from kiosk.store.spool import Spool

NOW = datetime.datetime(2026, 11, 23, 9, 15, 30, tzinfo=datetime.UTC)
WORDS = "congress raft planner storewide distance camping"


def _make(out: Path) -> bool:
    return make_demonstration(out, NOW, lambda: WORDS)


@pytest.mark.usefixtures("quick_keys")
def test_a_demonstration_takes_and_exports_a_request(
    tmp_path: Path, request_of: Callable[..., CallbackRequest]
) -> None:
    out = tmp_path / "demo"
    assert _make(out)
    spool = Spool(out / "kiosk" / "spool")
    intake = Intake(spool, out / "kiosk" / "recipients.txt", demonstration_allowed=True)
    assert intake.closed_reason(NOW) is None
    intake.take(request_of(1))
    key = load_key(out / "desk" / "front-desk.key", lambda: WORDS)
    outcome = export_list(spool, key, Order(out / "lists", NOW), lambda _done, _all: None)
    assert outcome.count == 1


@pytest.mark.usefixtures("quick_keys")
def test_its_settings_and_keys_say_that_nobody_will_call(tmp_path: Path) -> None:
    _make(tmp_path)
    settings = tomllib.loads((tmp_path / "kiosk" / "kiosk.toml").read_text(encoding="utf-8"))
    assert settings == {
        "demonstration": True,
        "kiosk_name": "demonstration",
        "screen_diagonal": 21.5,
        "languages": ["en", "es"],
        "self_check": "guided",
        "clinic": {
            "name": "Your Clinic",
            "phone": "(202) 555-0143",
            "call_back_within_days": 2,
        },
        "callback": {
            "recipients": "recipients.txt",
            "spool": "spool",
            "share": "share",
        },
    }
    recipients = load_recipients(tmp_path / "kiosk" / "recipients.txt", demonstration_allowed=True)
    assert recipients.is_demonstration
    assert len(recipients.keys) == 2
    passphrase = (tmp_path / "desk" / "passphrase.txt").read_text(encoding="utf-8")
    assert passphrase == f"{WORDS}\n{NOTE}\n"


@pytest.mark.usefixtures("quick_keys")
def test_a_second_run_changes_nothing(tmp_path: Path) -> None:
    assert _make(tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    assert not _make(tmp_path)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


@pytest.mark.usefixtures("quick_keys")
def test_a_half_made_demonstration_is_refused_in_one_sentence(tmp_path: Path) -> None:
    _make(tmp_path)
    (tmp_path / "kiosk" / "kiosk.toml").unlink()
    with pytest.raises(KeyFileError, match="unfinished demonstration: remove that folder and run this again"):
        _make(tmp_path)


def test_a_full_disk_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object) -> Any:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(demonstration, "write_durably", refuse)
    with pytest.raises(KeyFileError, match="could not be written to"):
        _make(tmp_path)
