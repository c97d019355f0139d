"""The id of a kiosk's spool: made once, made anew where it is lost, and refused only with the disk."""

import datetime
import errno
from pathlib import Path

import pytest
from pyrage import x25519

from kiosk.core.errors import SpoolError
from kiosk.store import kiosk_id
from kiosk.store.intake import Intake
from kiosk.store.kiosk_id import is_from_elsewhere, kiosk_id_of, settle
from kiosk.store.spool import Spool
from tests.read_errors import FOR_EVER, refused_reads

HERE, THERE = "0a" * 16, "0b" * 16


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


def test_a_spool_of_another_machine_gets_an_id_of_its_own_and_goes_on_counting(spool: Spool) -> None:
    settle(spool, HERE)
    before = kiosk_id_of(spool)
    assert spool.reserve_sequence() == 1
    settle(spool, HERE)
    settle(spool, "")  # a machine that tells nothing changes nothing
    assert kiosk_id_of(spool) == before
    assert is_from_elsewhere(spool, THERE)
    settle(spool, THERE)
    assert kiosk_id_of(spool) != before
    assert not is_from_elsewhere(spool, THERE)
    assert spool.reserve_sequence() == 2


def test_while_a_request_waits_the_id_stays(spool: Spool) -> None:
    settle(spool, HERE)
    before = kiosk_id_of(spool)
    path = spool.add(b"sealed", "0c" * 16, datetime.date(2026, 11, 23))
    settle(spool, THERE)
    assert (kiosk_id_of(spool), is_from_elsewhere(spool, THERE)) == (before, True)
    spool.collect(path.name)
    settle(spool, THERE)
    assert kiosk_id_of(spool) != before


def test_a_spool_from_before_machines_were_remembered_keeps_its_id(spool: Spool) -> None:
    before = kiosk_id_of(spool)
    assert not is_from_elsewhere(spool, HERE)
    settle(spool, HERE)
    assert kiosk_id_of(spool) == before
    assert not is_from_elsewhere(spool, "")


def test_a_disk_that_takes_no_id_is_one_sentence(spool: Spool, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(kiosk_id, "write_durably", refuse)
    with pytest.raises(SpoolError, match=r"kiosk-id-machine could not be read or written \(Read-only"):
        settle(spool, HERE)
