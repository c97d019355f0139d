"""A backup comes back into an empty folder as it was, or not at all; what it cannot have is told."""

import errno
import os
import shutil
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk.core.callback.request import CallbackRequest
from kiosk.core.errors import BackupError
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.backup.archive import pack
from kiosk.desk.backup.make import make_backup
from kiosk.desk.backup.restore import restore_backup
from kiosk.desk.queue.call_list import read_board
from kiosk.store.stick import copy_to, take_receipts
from tests.bad_files import BAD, without_waiting
from tests.deaths import dying_at
from tests.desk.receptionist import NOW, fill
from tests.desk.taking import take_in
from tests.read_errors import FOR_EVER, refused_reads

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic

Requests = Callable[..., CallbackRequest]


@pytest.fixture(autouse=True)
def _without_waiting() -> Iterator[None]:
    with without_waiting():
        yield


@pytest.fixture
def backup(locked: DeskFolder, backups: Path, clinic: "Clinic", request_of: Requests) -> Path:
    """Return a backup of a desk with one request."""
    clinic.intake.take(request_of(1))
    take_in(locked, clinic.key, clinic.spool.root)
    return make_backup(locked, backups, NOW).file


@pytest.fixture
def empty(tmp_path: Path) -> DeskFolder:
    """Return a folder that is not there yet."""
    return DeskFolder(tmp_path / "restored")


def _kept(office: DeskFolder) -> dict[str, bytes]:
    there = [path for path in office.root.rglob("*") if path.is_file() and path.parent.name != "tmp"]
    kept = [path for path in there if path.suffix != ".lock"]
    return {path.relative_to(office.root).as_posix(): path.read_bytes() for path in kept}


def test_all_comes_back_byte_for_byte_and_private(busy: DeskFolder, backups: Path, empty: DeskFolder) -> None:
    made = make_backup(busy, backups, NOW)
    told: list[tuple[int, int]] = []
    restored = restore_backup(made.file, empty, lambda done, total: told.append((done, total)))
    assert (restored.made, restored.files) == (made.made, made.files) == ("2026-11-24T15:00:00Z", 56)
    assert told == [(count, 56) for count in range(1, 57)]
    before = _kept(busy)
    assert _kept(empty) == {
        name: data for name, data in before.items() if not name.startswith(("lists", "claims", "spool/state"))
    }
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in empty.root.rglob("*") if path.is_file()}
    assert modes.pop("recipients.txt") == 0o644
    assert set(modes.values()) == {0o600}
    assert stat.S_IMODE(empty.root.stat().st_mode) == 0o700


def test_an_empty_folder_will_do_whatever_file_managers_left_there(backup: Path, empty: DeskFolder) -> None:
    empty.root.mkdir()
    for name in (".DS_Store", "desktop.ini"):
        (empty.root / name).write_bytes(b"x")
    restore_backup(backup, empty)
    assert empty.people() == ("front-desk",)


def test_a_desk_that_is_there_stays_as_it_is(locked: DeskFolder, backup: Path) -> None:
    before = _kept(locked)
    with pytest.raises(BackupError, match=r"There is a desk in .*office, so nothing was restored: rename"):
        restore_backup(backup, locked)
    assert _kept(locked) == before


@pytest.mark.parametrize(
    "other",
    ["letter.txt", "lists/a.csv", "recipients.txt", "front-desk.key", "spool/jobs/0009.json", "calls/a"],
)
def test_a_folder_with_anything_else_in_it_is_refused(backup: Path, empty: DeskFolder, other: str) -> None:
    place = empty.root / other
    place.parent.mkdir(parents=True)
    place.write_bytes(b"of somebody")
    named = other.removesuffix("/a.csv")
    with pytest.raises(
        BackupError, match=rf"restored holds {named}, which is not of this backup, so nothing"
    ):
        restore_backup(backup, empty)
    assert _kept(empty) == {other: b"of somebody"}


def test_half_a_desk_gets_back_what_is_missing(locked: DeskFolder, backup: Path) -> None:
    whole = _kept(locked)
    locked.key_file("front-desk").unlink()
    restore_backup(backup, locked)
    assert _kept(locked) == whole


def test_where_a_disk_is_missing_nothing_is_written_to_another(backup: Path, tmp_path: Path) -> None:
    with pytest.raises(BackupError, match=r"gone is not there, so nothing was restored: plug in its disk"):
        restore_backup(backup, DeskFolder(tmp_path / "gone" / "desk"))
    assert not (tmp_path / "gone").exists()


def test_a_folder_that_is_a_file_is_one_sentence(backup: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    with pytest.raises(BackupError, match=r"was not restored to .*file completely \(Not a directory\)"):
        restore_backup(backup, DeskFolder(tmp_path / "file"))


@pytest.mark.parametrize("bad", [*BAD, "none"])
def test_what_is_no_backup_writes_nothing(empty: DeskFolder, tmp_path: Path, bad: str) -> None:
    file = tmp_path / "b.zip"
    if bad in BAD:
        BAD[bad](file)
    with pytest.raises(BackupError, match=r"cannot be read \(.*\): check its name|is no backup of a desk"):
        restore_backup(file, empty)
    assert not empty.root.exists()


def test_a_disk_that_does_not_give_the_backup_is_asked_again(backup: Path, empty: DeskFolder) -> None:
    def is_backup(path: Path) -> bool:
        return path == backup

    with refused_reads(FOR_EVER, of=is_backup), pytest.raises(BackupError, match="Input/output error"):
        restore_backup(backup, empty)
    with refused_reads(2, of=is_backup):
        restore_backup(backup, empty)
    assert empty.is_set_up


def test_one_damaged_entry_is_named_and_nothing_is_written(backup: Path, empty: DeskFolder) -> None:
    data = bytearray(backup.read_bytes())
    data[data.index(b"age-encryption.org/v1\n-> X25519") + 200] ^= 1
    backup.write_bytes(data)
    with pytest.raises(BackupError, match=r"nothing was restored: spool/new/2026.*\.age in it is not what"):
        restore_backup(backup, empty)
    assert not empty.root.exists()


def test_a_backup_that_leads_elsewhere_writes_nothing(
    backups: Path, empty: DeskFolder, tmp_path: Path
) -> None:
    file = backups / "made-up.zip"
    file.write_bytes(pack({"recipients.txt": b"", "../front.key": b"x"}, "2026-11-24T15:00:00Z"))
    with pytest.raises(BackupError, match=r"\.\./front\.key in it is no file of a desk"):
        restore_backup(file, empty)
    assert not empty.root.exists()
    assert not (tmp_path / "front.key").exists()


def test_a_full_disk_is_one_sentence_and_the_same_command_goes_on(
    locked: DeskFolder, backup: Path, empty: DeskFolder
) -> None:
    real, written = os.write, list[int]()

    def refuse_the_third(descriptor: int, data: bytes) -> int:
        written.append(descriptor)
        if len(written) == 3:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(descriptor, data)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "write", refuse_the_third)
        told = r"was not restored to .* completely \(No space left on device\): .* run the same command again"
        with pytest.raises(BackupError, match=told):
            restore_backup(backup, empty)
    assert not empty.is_set_up
    restore_backup(backup, empty)
    assert _kept(empty) == _kept(locked)


@pytest.mark.parametrize("after", [False, True])
def test_a_kill_at_any_step_leaves_no_desk_or_a_whole_one_and_the_same_command_goes_on(
    locked: DeskFolder, backup: Path, empty: DeskFolder, *, after: bool
) -> None:
    whole = _kept(locked)
    with dying_at(0, after=after) as made:
        restore_backup(backup, empty)
    steps = made()
    assert steps > 50
    for k in range(1, steps + 1):
        shutil.rmtree(empty.root)
        with dying_at(k, after=after):
            restore_backup(backup, empty)
        if not empty.is_set_up:
            restore_backup(backup, empty)
        assert _kept(empty) == whole, k
        assert list(empty.root.glob("*.part")) == [], k


def test_what_was_taken_in_since_is_still_at_the_kiosk(
    clinic: "Clinic", locked: DeskFolder, empty: DeskFolder, stick: Path, request_of: Requests
) -> None:
    """As the handbook says: IT lets what the kiosk has delivered wait again; what the desk has stays one."""
    fill(clinic, stick, request_of(1))
    take_in(locked, clinic.key, stick)
    made = make_backup(locked, clinic.folder / "b.zip", NOW)
    fill(clinic, stick, request_of(2), request_of(3))
    assert take_in(locked, clinic.key, stick).taken == 2
    take_receipts(clinic.spool, stick)
    assert clinic.spool.waiting() == clinic.spool.on_the_way() == ()
    restore_backup(made.file, empty)
    fill(clinic, stick, request_of(4))
    take_in(empty, clinic.key, stick)
    board = read_board(empty, clinic.key, NOW)
    assert [case.entry.number for case in board.cases] == ["lobby#1", "lobby#4"]
    assert any(warning.startswith("Missing from kiosk lobby: 2") for warning in board.warnings)
    for path in clinic.spool.exported.iterdir():
        path.rename(clinic.spool.new / path.name)
    copy_to(clinic.spool, stick)
    found = take_in(empty, clinic.key, stick)
    assert (found.found, found.taken) == (4, 2)
    numbers = [case.entry.number for case in read_board(empty, clinic.key, NOW).cases]
    assert numbers == ["lobby#1", "lobby#2", "lobby#3", "lobby#4"]
