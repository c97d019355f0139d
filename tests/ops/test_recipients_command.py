"""`kiosk recipients accept`, as systemd runs it: what it does, what the journal says, how it ends."""

import os
import types
from pathlib import Path

import pytest
from pyrage import x25519

from kiosk.__main__ import main
from kiosk.core.events import Event
from kiosk.store.check_code import check_code
from kiosk.store.recipients import load_recipients
from kiosk.store.recipients_door import NAME, RecipientsDoor

ACCEPT = ["recipients", "accept"]


@pytest.fixture
def door(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> RecipientsDoor:
    """An installed kiosk, whose service this is."""
    (tmp_path / "drop").mkdir()
    made = RecipientsDoor(tmp_path, tmp_path / NAME)
    me = types.SimpleNamespace(pw_uid=os.geteuid())
    monkeypatch.setattr("kiosk.store.recipients_door.INSTALLED", made)
    monkeypatch.setattr("kiosk.store.administrator.is_administrator", lambda: True)
    monkeypatch.setattr("pwd.getpwnam", {"kiosk": me}.__getitem__)
    return made


def test_what_was_dropped_is_taken_in_and_the_journal_has_its_words_and_no_key(
    door: RecipientsDoor, caplog: pytest.LogCaptureFixture
) -> None:
    key = x25519.Identity.generate().to_public()
    (door.drop / NAME).write_text(f"# ana\n{key}\n", encoding="utf-8")
    assert main(ACCEPT) == 0
    words = check_code(load_recipients(door.target, demonstration_allowed=False))
    assert caplog.messages == [f"recipients-taken {' '.join(words)}"]


def test_with_nothing_dropped_it_has_nothing_to_do(
    door: RecipientsDoor, caplog: pytest.LogCaptureFixture
) -> None:
    assert main(ACCEPT) == 0
    assert caplog.messages == []
    assert not door.target.exists()


@pytest.mark.allows_log(Event.RECIPIENTS_REFUSED)
def test_what_is_refused_makes_the_service_fail(
    door: RecipientsDoor, caplog: pytest.LogCaptureFixture
) -> None:
    (door.drop / NAME).write_bytes(b"hello\n")
    assert main(ACCEPT) == 1
    assert caplog.messages == ["recipients-refused unusable"]
    assert not door.target.exists()


@pytest.mark.parametrize("missing", ["administrator", "door"])
def test_it_is_for_the_service_of_an_installed_kiosk_alone(
    door: RecipientsDoor, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], missing: str
) -> None:
    if missing == "door":
        door.drop.rmdir()
    else:
        monkeypatch.setattr("kiosk.store.administrator.is_administrator", lambda: False)
    assert main(ACCEPT) == 1
    assert "kiosk-recipients.service" in capsys.readouterr().err
