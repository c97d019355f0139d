"""The id of a kiosk's spool: made once, made anew where it is lost, and refused only with the disk."""

import datetime
from pathlib import Path

import pytest
from pyrage import x25519

from kiosk.core.errors import SpoolError
from kiosk.store.intake import Intake
from kiosk.store.kiosk_id import kiosk_id_of
from kiosk.store.spool import Spool
from tests.read_errors import FOR_EVER, refused_reads


def test_a_spool_has_one_id_and_another_spool_another(spool: Spool, tmp_path: Path) -> None:
    other = Spool(tmp_path / "other")
    other.create_folders()
    assert kiosk_id_of(spool) == kiosk_id_of(Spool(spool.root))
    assert kiosk_id_of(spool) != kiosk_id_of(other)


@pytest.mark.parametrize("damage", [b"", b"4c" * 16 + b"4", b"\xff" * 40, b"4" * 1000])
def test_a_damaged_id_is_made_anew(spool: Spool, damage: bytes) -> None:
    before = kiosk_id_of(spool)
    (spool.state / "kiosk-id").write_bytes(damage)
    assert kiosk_id_of(spool) not in {before, damage.decode(errors="replace")}


def test_a_disk_that_refuses_is_one_sentence_and_the_id_stays(spool: Spool) -> None:
    before = kiosk_id_of(spool)
    with (
        refused_reads(FOR_EVER, of=lambda path: path.name == "kiosk-id"),
        pytest.raises(SpoolError, match=r"kiosk-id could not be read or written .*not full"),
    ):
        kiosk_id_of(spool)
    assert kiosk_id_of(spool) == before


def test_while_it_cannot_be_read_the_form_is_closed_and_staff_are_told_which_file(
    spool: Spool, tmp_path: Path
) -> None:
    recipients = tmp_path / "recipients.txt"
    recipients.write_text(f"{x25519.Identity.generate().to_public()}\n", encoding="ascii")
    intake = Intake(spool, recipients, demonstration_allowed=False)
    now = datetime.datetime(2026, 11, 23, tzinfo=datetime.UTC)
    assert intake.closed_reason(now) is None
    with refused_reads(FOR_EVER, of=lambda path: path.name == "kiosk-id"):
        reason = intake.closed_reason(now)
    assert reason is not None
    assert f"{spool.state / 'kiosk-id'} could not be read or written" in reason
