"""What may not be read is named with its owner, and what lets the kiosk in."""

import errno
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.store.refusal import why_refused
from tests.ops.installed import Installed, as_the_kiosks_user

DENIED = PermissionError(errno.EACCES, os.strerror(errno.EACCES))


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[Installed]:
    made = Installed(tmp_path)
    yield made
    made.remove()


@pytest.mark.parametrize(
    "closed", [lambda file: file, lambda file: file.parent, lambda file: file.parent.parent]
)
def test_the_place_that_keeps_it_out_is_named(kiosk: Installed, closed: Callable[[Path], Path]) -> None:
    file = kiosk.write("srv/texts/sources.toml", "")
    place = closed(file)
    kiosk.close(place)
    with as_the_kiosks_user():
        told = why_refused(file, DENIED)
    place.chmod(0o755)
    assert re.fullmatch(
        rf"Permission denied: {place} belongs to \w+:\w+, mode 0[06]00; chmod a\+rX {place}", told
    )


def test_owners_without_a_name_are_told_by_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(_number: int) -> None:
        raise KeyError

    monkeypatch.setattr("pwd.getpwuid", unknown)
    assert f" belongs to {os.getuid()}:{tmp_path.stat().st_gid}, mode " in why_refused(tmp_path, DENIED)


def test_other_reasons_are_told_as_they_are(tmp_path: Path) -> None:
    assert why_refused(tmp_path, OSError(errno.EIO, "Input/output error")) == "Input/output error"
    assert why_refused(tmp_path, FileNotFoundError()) == "FileNotFoundError"
    assert why_refused(tmp_path / "gone", DENIED) == "Permission denied"
