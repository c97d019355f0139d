"""Taking a request: numbered, sealed, on the disk; or one sentence why not."""

import dataclasses
import errno
import os
from pathlib import Path
from typing import Any

import pyrage
import pytest
from pyrage import x25519

from kiosk.core.callbacks import CallbackRequest, from_wire
from kiosk.core.errors import SealError, SpoolError
from kiosk.store.intake import Intake
from kiosk.store.recipients import DEMONSTRATION_LINE
from kiosk.store.spool import Spool

STAFF = x25519.Identity.generate()
REQUEST = CallbackRequest(
    id="a" * 32,
    kiosk="lobby",
    seq=0,
    created="2026-11-23T23:30:00Z",
    zone="-05:00",
    language="en",
    name="Marker Name",
    phone="+14155552671",
    phone_as_typed="(415) 555-2671",
    energy_window="",
    spoken_language="",
    interpreter=False,
    phone_hard=(),
    helper_name="",
    consents=(),
    config_version="",
    audit_head=None,
)


@pytest.fixture
def spool(tmp_path: Path) -> Spool:
    prepared = Spool(tmp_path / "spool")
    prepared.prepare()
    return prepared


@pytest.fixture
def recipients_file(tmp_path: Path) -> Path:
    path = tmp_path / "recipients.txt"
    path.write_text(f"{DEMONSTRATION_LINE}\n{STAFF.to_public()}\n", encoding="utf-8")
    return path


@pytest.fixture
def intake(spool: Spool, recipients_file: Path) -> Intake:
    return Intake(spool, recipients_file, demonstration_allowed=True)


def _refuse(*_args: object, **_kwargs: object) -> Any:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_taken_request_is_numbered_sealed_and_kept(intake: Intake, spool: Spool) -> None:
    intake.take(REQUEST)
    intake.take(dataclasses.replace(REQUEST, id="b" * 32))
    envelopes = spool.waiting()
    opened = [from_wire(pyrage.decrypt(envelope.path.read_bytes(), [STAFF])) for envelope in envelopes]
    assert opened == [
        dataclasses.replace(REQUEST, seq=1),
        dataclasses.replace(REQUEST, id="b" * 32, seq=2),
    ]
    assert {f"{envelope.day}" for envelope in envelopes} == {"2026-11-23"}


def test_a_sound_kiosk_has_no_trouble(intake: Intake) -> None:
    assert intake.trouble() is None


def test_a_full_disk_is_the_trouble_and_nothing_is_acknowledged(
    intake: Intake, spool: Spool, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", _refuse)
        trouble = intake.trouble()
        with pytest.raises(SpoolError, match="No space left on device"):
            intake.take(REQUEST)
    assert trouble is not None
    assert "No space left on device" in trouble
    assert spool.waiting() == ()
    assert intake.trouble() is None


def test_missing_recipients_are_the_trouble_and_spend_no_number(
    intake: Intake, spool: Spool, recipients_file: Path
) -> None:
    recipients_file.unlink()
    trouble = intake.trouble()
    assert trouble is not None
    assert "is missing" in trouble
    with pytest.raises(SealError):
        intake.take(REQUEST)
    assert list(spool.state.iterdir()) == []


def test_demonstration_keys_are_trouble_in_a_real_clinic(spool: Spool, recipients_file: Path) -> None:
    trouble = Intake(spool, recipients_file, demonstration_allowed=False).trouble()
    assert trouble is not None
    assert "nobody will call" in trouble


@pytest.mark.parametrize("changes", [{"name": "\ud800 Marker"}, {"created": "2026-13-45T00:00:00Z"}])
def test_what_cannot_be_written_down_is_refused_without_its_words(
    intake: Intake, spool: Spool, changes: dict[str, Any]
) -> None:
    with pytest.raises(SealError, match="could not be written down") as caught:
        intake.take(dataclasses.replace(REQUEST, **changes))
    assert "Marker" not in str(caught.value)
    assert spool.waiting() == ()
