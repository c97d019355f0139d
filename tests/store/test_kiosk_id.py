"""The id of a kiosk's spool: made once, made anew where it is lost, and refused only with the disk."""

from pathlib import Path

import pytest

from kiosk.core.errors import SpoolError
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
