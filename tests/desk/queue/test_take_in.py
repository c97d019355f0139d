"""From a stick or a share to the desk: kept and sealed anew before a receipt is given, never twice."""

import contextlib
import datetime
import errno
import itertools
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kiosk.core.callback.request import CallbackRequest, to_wire
from kiosk.core.errors import SettingsError, StickError
from kiosk.desk.access.desk_folder import DeskFolder, DeskSettings
from kiosk.desk.access.unseal import generate_key_file, read_key_file
from kiosk.desk.export.run import Order, export_list
from kiosk.desk.queue.call_list import read_board
from kiosk.store.recipients import Recipients
from kiosk.store.seal import seal
from kiosk.store.stick import FOLDER, copy_to, take_receipts
from tests.clinic import request_in
from tests.desk.taking import take_in
from tests.numbered import request_id
from tests.read_errors import CODES, FOR_EVER, is_envelope, refused_reads

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic

Requests = Callable[..., CallbackRequest]
NOW = datetime.datetime(2026, 11, 23, 18, tzinfo=datetime.UTC)


def _fill(clinic: "Clinic", stick: Path, *requests: CallbackRequest) -> None:
    for request in requests:
        clinic.intake.take(request)
    copy_to(clinic.spool, stick)


def _kept(clinic: "Clinic", office: DeskFolder) -> list[str]:
    opened = (clinic.key.open(envelope.path.read_bytes()) for envelope in office.spool.waiting())
    return sorted(request_in(plain).name for plain in opened)


def test_a_stick_with_a_folder_of_the_name_new_is_a_stick(
    clinic: "Clinic", office: DeskFolder, stick: Path, request_of: Requests
) -> None:
    (stick / "new").mkdir()
    _fill(clinic, stick, request_of(1))
    assert take_in(office, clinic.key, stick).taken == 1
    assert {path.name for path in stick.iterdir()} == {"new", FOLDER}


def test_requests_are_kept_and_the_stick_holds_receipts(
    clinic: "Clinic", office: DeskFolder, stick: Path, request_of: Requests
) -> None:
    _fill(clinic, stick, request_of(1), request_of(2))
    steps: list[tuple[int, int]] = []
    found = take_in(office, clinic.key, stick, lambda done, total: steps.append((done, total)))
    assert (found.taken, found.known, found.new_kiosks, found.warnings) == (2, 0, ("lobby",), ())
    assert found.sentences[0] == "Done: 2 new requests are at this desk, 0 were here already."
    assert len(found.sentences) == 2
    assert steps == [(1, 2), (2, 2)]
    assert _kept(clinic, office) == ["Visitor 1", "Visitor 2"]
    assert take_receipts(clinic.spool, stick) == 2
    assert len(clinic.spool.delivered()) == 2
    assert list((stick / FOLDER).iterdir()) == []


def test_a_second_stick_with_the_same_requests_keeps_nothing_twice(
    clinic: "Clinic", office: DeskFolder, stick: Path, request_of: Requests, tmp_path: Path
) -> None:
    _fill(clinic, stick, request_of(1))
    other = tmp_path / "other"
    other.mkdir()
    copy_to(clinic.spool, other)
    take_in(office, clinic.key, stick / FOLDER)
    found = take_in(office, clinic.key, other)
    assert (found.taken, found.known) == (0, 1)
    assert _kept(clinic, office) == ["Visitor 1"]
    assert take_receipts(clinic.spool, other) == 1


def test_the_spool_of_a_kiosk_that_the_desk_can_reach_needs_no_stick(
    clinic: "Clinic", office: DeskFolder, request_of: Requests
) -> None:
    clinic.intake.take(request_of(1))
    assert take_in(office, clinic.key, clinic.spool.root).taken == 1
    assert len(clinic.spool.delivered()) == 1


def test_what_the_desk_keeps_is_open_to_a_colleague_the_kiosk_does_not_know_yet(
    clinic: "Clinic", office: DeskFolder, stick: Path, request_of: Requests
) -> None:
    colleague = read_key_file(generate_key_file("")[0], str)
    with office.recipients_file.open("a", encoding="utf-8") as file:
        file.write(f"# ben\n{colleague.recipient}\n")
    _fill(clinic, stick, request_of(1))
    take_in(office, clinic.key, stick)
    [envelope] = office.spool.waiting()
    assert request_in(colleague.open(envelope.path.read_bytes())).name == "Visitor 1"


def test_damaged_foreign_and_misnamed_requests_stay_on_the_stick_with_a_warning(
    clinic: "Clinic", office: DeskFolder, stick: Path, request_of: Requests
) -> None:
    _fill(clinic, stick, request_of(1))
    [damaged] = (stick / FOLDER).iterdir()
    damaged.write_bytes(b"torn")
    day = datetime.date(2026, 11, 23)
    stranger = Recipients((generate_key_file("")[1],), is_demonstration=False)
    misnamed = Recipients((clinic.key.recipient,), is_demonstration=False)
    clinic.spool.add(seal(to_wire(request_of(2)), stranger), request_id(2), day)
    clinic.spool.add(seal(to_wire(request_of(3)), misnamed), request_id(4), day)
    clinic.spool.discard(*clinic.spool.on_the_way())
    copy_to(clinic.spool, stick)
    found = take_in(office, clinic.key, stick)
    assert (found.taken, len(found.warnings)) == (0, 3)
    assert "bytes do not fit its name" in found.warnings[0]
    assert "sealed to other keys" in found.warnings[1]
    assert "another id than its name says" in found.warnings[2]
    assert len(list((stick / FOLDER).iterdir())) == 3


@pytest.mark.parametrize("code", CODES, ids=errno.errorcode.get)
def test_a_read_error_at_the_stick_loses_nothing_and_is_counted(
    clinic: "Clinic", office: DeskFolder, stick: Path, request_of: Requests, code: int
) -> None:
    _fill(clinic, stick, request_of(1), request_of(2), request_of(3))
    with refused_reads(FOR_EVER, code, of=lambda path: request_id(2) in path.name):
        found = take_in(office, clinic.key, stick)
    assert (found.taken, found.known) == (2, 0)
    assert found.warnings == (f"1 request in {stick} cannot be read now: open it once more.",)
    with refused_reads(1, code, of=lambda path: path.parent.name == FOLDER and is_envelope(path)):
        found = take_in(office, clinic.key, stick)
    assert (found.taken, found.known, found.warnings) == (1, 0, ())
    assert _kept(clinic, office) == ["Visitor 1", "Visitor 2", "Visitor 3"]
    assert take_receipts(clinic.spool, stick) == 3


@pytest.mark.parametrize("is_damaged", [False, True])
def test_what_the_desk_cannot_open_of_its_own_stops_no_stick(
    clinic: "Clinic", office: DeskFolder, stick: Path, request_of: Requests, *, is_damaged: bool
) -> None:
    _fill(clinic, stick, request_of(1), request_of(2))
    copy = shutil.copytree(stick, clinic.folder / "copy")
    take_in(office, clinic.key, stick)
    [own] = [envelope.path for envelope in office.spool.waiting() if envelope.request_id == request_id(1)]
    if is_damaged:
        own.write_bytes(b"torn")
    with refused_reads(0 if is_damaged else FOR_EVER, of=lambda path: path == own):
        found = take_in(office, clinic.key, copy)
    assert (found.taken, found.known, found.warnings) == (1, 1, ())
    board = read_board(office, clinic.key, NOW)
    assert [case.entry.number for case in board.cases] == ["lobby#1", "lobby#2"]
    outcome = export_list(office.spool, clinic.key, Order(office.lists, NOW), lambda _done, _all: None)
    assert outcome.count == 2


def test_another_request_with_a_known_id_is_taken_in_too(
    clinic: "Clinic", office: DeskFolder, stick: Path, request_of: Requests
) -> None:
    for name in ("Ana", "Mallory"):
        request = request_of(1, seq=1, name=name)
        recipients = Recipients((clinic.key.recipient,), is_demonstration=False)
        clinic.spool.add(seal(to_wire(request), recipients), request.id, datetime.date(2026, 11, 23))
    copy_to(clinic.spool, stick)
    assert take_in(office, clinic.key, stick).taken == 2
    assert _kept(clinic, office) == ["Ana", "Mallory"]


def test_a_kiosk_that_was_met_is_not_asked_about_again(
    clinic: "Clinic", office: DeskFolder, stick: Path, request_of: Requests
) -> None:
    office.save_settings(DeskSettings(kiosks=("lobby",)))
    _fill(clinic, stick, request_of(1))
    assert take_in(office, clinic.key, stick).new_kiosks == ()


def test_a_folder_without_requests_is_one_sentence(
    clinic: "Clinic", office: DeskFolder, tmp_path: Path
) -> None:
    with pytest.raises(StickError, match="There are no requests in"):
        take_in(office, clinic.key, tmp_path / "nowhere")


NO_ROOM = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
LOCKED = OSError(errno.EROFS, os.strerror(errno.EROFS))


def _refuse_to_write(patch: pytest.MonkeyPatch, folder: Path, error: OSError, but_for: int = 0) -> None:
    """Let no new file be begun in a folder, after so many that were."""
    make = tempfile.mkstemp
    left = itertools.count(but_for, -1)

    def refuse(**arguments: Any) -> tuple[int, str]:
        if Path(arguments["dir"]) == folder and next(left) <= 0:
            raise error
        return make(**arguments)

    patch.setattr(tempfile, "mkstemp", refuse)


@pytest.mark.parametrize("error", [NO_ROOM, LOCKED])
def test_a_stick_that_takes_no_receipts_still_gives_every_request(
    clinic: "Clinic",
    office: DeskFolder,
    request_of: Requests,
    monkeypatch: pytest.MonkeyPatch,
    error: OSError,
) -> None:
    stick = clinic.folder / "stick"
    stick.mkdir()
    _fill(clinic, stick, *(request_of(number) for number in range(1, 31)))
    with monkeypatch.context() as patch:
        _refuse_to_write(patch, stick / FOLDER, error)
        first = take_in(office, clinic.key, stick)
        second = take_in(office, clinic.key, stick)
    assert (first.found, first.taken, first.known, first.without_receipt) == (30, 30, 0, 30)
    assert (second.taken, second.known, second.without_receipt) == (0, 30, 30)
    assert len(set(_kept(clinic, office))) == len(_kept(clinic, office)) == 30
    told = "\n".join(first.sentences)
    assert told.startswith("Done: 30 new requests are at this desk")
    assert f"No receipt could be written to {stick / FOLDER} ({error.strerror})" in told
    assert "That is so for 30 requests that are at this desk. Nothing is lost" in told
    assert len(list((stick / FOLDER).glob("*.age"))) == 30

    later = take_in(office, clinic.key, stick)
    assert (later.known, later.without_receipt, later.warnings) == (30, 0, ())
    assert take_receipts(clinic.spool, stick) == 30


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can mount")
def test_a_stick_that_is_really_full_gives_every_request(
    clinic: "Clinic", office: DeskFolder, stick: Path, request_of: Requests
) -> None:
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", stick], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("this machine lets nobody mount")
    try:
        _fill(clinic, stick, *(request_of(number) for number in range(1, 31)))
        with contextlib.suppress(OSError), (stick / "photos").open("wb", buffering=0) as photos:
            while True:
                photos.write(bytes(4096))
        full = take_in(office, clinic.key, stick)
        assert (full.taken, full.without_receipt) == (30, 30)
        assert "No space left on device" in full.warnings[0]
        (stick / "photos").unlink()
        assert take_in(office, clinic.key, stick).without_receipt == 0
        assert take_receipts(clinic.spool, stick) == 30
    finally:
        subprocess.run(["umount", stick], check=True)


def test_only_the_receipts_that_are_missing_are_counted(
    clinic: "Clinic", office: DeskFolder, stick: Path, request_of: Requests, monkeypatch: pytest.MonkeyPatch
) -> None:
    _fill(clinic, stick, *(request_of(number) for number in range(1, 6)))
    with monkeypatch.context() as patch:
        _refuse_to_write(patch, stick / FOLDER, NO_ROOM, but_for=3)
        found = take_in(office, clinic.key, stick)
    assert (found.taken, found.without_receipt) == (5, 2)
    assert take_receipts(clinic.spool, stick) == 3


def test_a_kiosks_own_spool_that_refuses_gives_every_request_too(
    clinic: "Clinic", office: DeskFolder, request_of: Requests, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in (1, 2):
        clinic.intake.take(request_of(number))
    with monkeypatch.context() as patch:
        patch.setattr("kiosk.store.spool.move_durably", _raise(LOCKED))
        found = take_in(office, clinic.key, clinic.spool.root)
    assert (found.taken, found.without_receipt) == (2, 2)
    assert take_in(office, clinic.key, clinic.spool.root).known == 2
    assert len(clinic.spool.delivered()) == 2


def _raise(error: OSError) -> Callable[..., Any]:
    def call(*_args: object, **_kwargs: object) -> Any:
        raise error

    return call


def test_a_full_desk_says_how_far_it_came_and_gives_receipts_for_that(
    clinic: "Clinic", office: DeskFolder, stick: Path, request_of: Requests, monkeypatch: pytest.MonkeyPatch
) -> None:
    _fill(clinic, stick, *(request_of(number) for number in range(1, 6)))
    with monkeypatch.context() as patch:
        _refuse_to_write(patch, office.spool.tmp, NO_ROOM, but_for=2)
        found = take_in(office, clinic.key, stick)
    assert (found.taken, found.without_receipt) == (2, 0)
    assert found.sentences[0].startswith("Done: 2 new requests are at this desk")
    assert found.sentences[1] == "Not taken in: 3 of 5 requests. Left as found:"
    assert "could not keep a request (No space left on device)" in found.sentences[2]
    assert take_receipts(clinic.spool, stick) == 2
    assert take_in(office, clinic.key, stick).taken == 3
    assert len(_kept(clinic, office)) == 5


def test_a_damaged_copy_at_the_desk_stops_nothing_is_named_and_replaced(
    clinic: "Clinic", office: DeskFolder, stick: Path, request_of: Requests
) -> None:
    _fill(clinic, stick, request_of(1), request_of(2))
    take_in(office, clinic.key, stick)
    damaged = office.spool.waiting()[0].path
    damaged.write_bytes(b"torn")
    other = stick.parent / "other"
    other.mkdir()
    copy_to(clinic.spool, other)
    found = take_in(office, clinic.key, other)
    assert (found.taken, found.known, found.without_receipt, found.warnings) == (1, 1, 0, ())
    assert any(damaged.name[:17] in warning for warning in read_board(office, clinic.key, NOW).warnings)
    damaged.unlink()
    assert _kept(clinic, office) == ["Visitor 1", "Visitor 2"]


def test_settings_that_cannot_be_read_are_told_before_anything_is_taken(
    clinic: "Clinic", office: DeskFolder, stick: Path, request_of: Requests
) -> None:
    _fill(clinic, stick, request_of(1))
    office.settings_file.write_text("nonsense", encoding="utf-8")
    with pytest.raises(SettingsError):
        take_in(office, clinic.key, stick)
    assert _kept(clinic, office) == []
