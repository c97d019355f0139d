"""A sealed file is sound, damaged, or not readable now: nobody takes one for the other."""

import datetime
import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kiosk.core.errors import DamagedEnvelope, UnreadEnvelope
from kiosk.store.envelope import Envelope, EnvelopeState, name_of, names_of, read_envelope, read_sealed
from tests.read_errors import CODES, FOR_EVER, refused_reads

DAY = datetime.date(2026, 11, 23)
ID = "0123456789abcdef0123456789abcdef"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / name_of(b"sealed", ID, DAY)
    file.write_bytes(b"sealed")
    return file


def _state(path: Path) -> EnvelopeState | None:
    envelope = read_envelope(path)
    return envelope.state if envelope else None


def test_bytes_that_fit_their_name_are_sound_and_others_are_damaged(path: Path) -> None:
    assert read_envelope(path) == Envelope(path, DAY, ID, EnvelopeState.SOUND)
    path.write_bytes(b"sea1ed")
    assert _state(path) is EnvelopeState.DAMAGED


def test_what_is_gone_or_has_another_name_is_no_envelope(path: Path) -> None:
    assert read_envelope(path.with_name("notes.txt")) is None
    assert read_envelope(path.with_name(path.name.replace("1123", "1399"))) is None
    path.unlink()
    assert read_envelope(path) is None


@pytest.mark.parametrize("code", CODES, ids=errno.errorcode.get)
def test_a_read_error_that_passes_is_not_even_noticed(path: Path, code: int) -> None:
    for times in (1, 2):
        with refused_reads(times, code):
            assert _state(path) is EnvelopeState.SOUND
        with refused_reads(times, code):
            assert read_sealed(Envelope(path, DAY, ID, EnvelopeState.SOUND)) == b"sealed"


@pytest.mark.parametrize("code", CODES, ids=errno.errorcode.get)
def test_a_read_error_that_stays_says_nothing_about_the_bytes(path: Path, code: int) -> None:
    path.write_bytes(b"sea1ed")
    with refused_reads(FOR_EVER, code):
        assert _state(path) is EnvelopeState.UNREAD
        with pytest.raises(UnreadEnvelope, match=os.strerror(code)):
            read_sealed(Envelope(path, DAY, ID, EnvelopeState.SOUND))
    with pytest.raises(DamagedEnvelope, match="do not fit its name"):
        read_sealed(Envelope(path, DAY, ID, EnvelopeState.UNREAD))


def test_a_folder_that_cannot_be_looked_into_says_nothing_either(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_kwargs: object) -> Any:
        raise OSError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "lstat", refuse)
    envelope = read_envelope(path)
    assert envelope is not None
    assert envelope.state is EnvelopeState.UNREAD
    damaged = Envelope(path, DAY, ID, EnvelopeState.DAMAGED)
    assert names_of(EnvelopeState.UNREAD, envelope, damaged) == ("20261123-01234567...",)


@pytest.mark.parametrize(
    "make",
    [
        lambda path: path.symlink_to("/dev/zero"),
        lambda path: path.mkdir(),
        os.mkfifo,
        lambda path: path.write_bytes(b"x" * (64 * 1024 + 1)),
    ],
    ids=["link", "folder", "pipe", "huge"],
)
def test_what_no_kiosk_would_write_is_damaged_without_being_read(
    path: Path, make: Callable[[Path], object]
) -> None:
    path.unlink()
    make(path)
    with refused_reads(FOR_EVER):
        assert _state(path) is EnvelopeState.DAMAGED
