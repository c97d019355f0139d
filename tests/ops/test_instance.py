from pathlib import Path

import pytest

from kiosk.core.errors import SpoolError
from kiosk.ops.instance import only_instance


def test_a_spool_is_for_one_kiosk_at_a_time(tmp_path: Path) -> None:
    spool = tmp_path / "spool"
    with only_instance(spool):
        with pytest.raises(SpoolError, match="running already"), only_instance(spool):
            pass
        with only_instance(tmp_path / "another"):
            pass
    with only_instance(spool):
        assert (tmp_path / "spool.lock").is_file()


def test_where_nothing_can_be_written_nothing_is_claimed(tmp_path: Path) -> None:
    ran = []
    with only_instance(tmp_path / "missing" / "spool"):
        ran.append("the kiosk")
    assert ran == ["the kiosk"]


def test_what_fails_in_a_kiosk_is_not_swallowed(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), only_instance(tmp_path / "spool"):
        raise FileNotFoundError
