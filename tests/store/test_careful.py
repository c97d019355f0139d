"""A file where others may write is opened so that it can neither mislead nor hang whoever opens it."""

import os
from pathlib import Path

import pytest

from kiosk.store.careful import read_carefully


def _link(path: Path) -> None:
    path.with_name("secret").write_bytes(b"abc")
    path.symlink_to(path.with_name("secret"))


def _link_to_nothing(path: Path) -> None:
    path.symlink_to(path.with_name("nothing"))


def _large(path: Path) -> None:
    path.write_bytes(b"12345")


@pytest.mark.parametrize("make", [_link, _link_to_nothing, _large, os.mkfifo, Path.mkdir])
def test_what_is_no_small_file_of_its_own_is_refused_at_once(tmp_path: Path, make: object) -> None:
    path = tmp_path / "file"
    assert callable(make)
    make(path)
    with pytest.raises(OSError, match=r".") as refused:
        read_carefully(path, 4)
    assert not isinstance(refused.value, FileNotFoundError)


def test_a_file_is_read_to_its_last_byte(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"1234")
    assert read_carefully(path, 4) == b"1234"
    assert read_carefully(path, 4, owner=os.geteuid()) == b"1234"


def test_a_file_of_somebody_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"1234")
    with pytest.raises(PermissionError, match="somebody else"):
        read_carefully(path, 4, owner=os.geteuid() + 1)
