"""A backup is what the desk keeps at one moment, whole or not there at all, and nothing in the clear."""

import errno
import os
import shutil
import stat
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk.core.callback.request import CallbackRequest
from kiosk.core.errors import BackupError
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.audit import desk_log
from kiosk.desk.backup import contents, make
from kiosk.desk.backup.archive import unpack
from kiosk.desk.backup.make import Made, make_backup
from kiosk.store.envelope import is_envelope_name
from tests.bad_files import BAD, NO_FILES, without_waiting
from tests.deaths import dying_at
from tests.desk.receptionist import NOW
from tests.desk.taking import take_in
from tests.numbered import request_id
from tests.read_errors import CODES, FOR_EVER, is_envelope, refused_reads

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic

Requests = Callable[..., CallbackRequest]
ENVELOPE = f"20261123-{1:032x}-{2:032x}.age"


@pytest.fixture(autouse=True)
def _without_waiting() -> Iterator[None]:
    with without_waiting():
        yield


def _files(backup: Path) -> dict[str, bytes]:
    return unpack(backup.read_bytes(), str(backup))[1]


def _make(office: DeskFolder, backups: Path) -> Made:
    return make_backup(office, backups, NOW)


def test_it_is_one_private_file_with_the_date_in_its_name(busy: DeskFolder, backups: Path) -> None:
    made = _make(busy, backups)
    assert list(backups.iterdir()) == [made.file]
    assert made.file.name == f"kiosk-desk-{NOW.astimezone():%Y-%m-%d-%H%M%S}.zip"
    assert stat.S_IMODE(made.file.stat().st_mode) == 0o600
    assert (made.made, made.size) == ("2026-11-24T15:00:00Z", made.file.stat().st_size)


def test_all_that_is_sealed_is_in_it_as_it_lies_on_the_disk(busy: DeskFolder, backups: Path) -> None:
    aside = busy.spool.put_aside(busy.spool.delivered()[0].path)
    (busy.root / "ben.key.new").write_bytes(busy.key_file("front-desk").read_bytes())
    made = _make(busy, backups)
    files = _files(made.file)
    on_disk = {path.relative_to(busy.root).as_posix(): path for path in busy.root.rglob("*")}
    sealed = {name for name in on_disk if name.endswith(".age")}
    assert len(sealed) == 40 + 10 + 1
    others = {"desk.toml", "recipients.txt", "front-desk.key", "ben.key.new", "spool/jobs/0001.json"}
    others.add(f"audit/{desk_log(busy).file.name}")
    assert aside.relative_to(busy.root).as_posix() in sealed
    assert files.keys() == sealed | others
    assert {name: on_disk[name].read_bytes() for name in files} == files
    assert made.files == len(files)


def test_any_unzip_opens_it(busy: DeskFolder, backups: Path) -> None:
    made = _make(busy, backups)
    with zipfile.ZipFile(made.file) as archive:
        assert archive.testzip() is None
        assert archive.read("front-desk.key") == busy.key_file("front-desk").read_bytes()


def test_nothing_in_the_clear_and_nothing_of_the_moment_is_in_it(busy: DeskFolder, backups: Path) -> None:
    (busy.root / "recovery.key").write_text("AGE-SECRET-KEY-1...", encoding="utf-8")
    (busy.root / "numbers of friends.xlsx").write_bytes(b"PK")
    (busy.spool.new / "list.csv").write_bytes(b"Visitor 1")
    (busy.spool.tmp / "probe.part").write_bytes(b"half")
    (busy.root / "desk.toml.x.part").write_bytes(b"half")
    (busy.root / ".DS_Store").write_bytes(b"of a file manager")
    [exported] = busy.lists.iterdir()
    assert list(busy.claims.iterdir())
    assert (busy.spool.state / "export.lock").exists()
    made = _make(busy, backups)
    assert made.left_out == (
        f"lists/{exported.name}",
        "numbers of friends.xlsx",
        "recovery.key",
        "spool/new/list.csv",
    )
    with zipfile.ZipFile(made.file) as archive:
        ends = {name.rpartition(".")[2] for name in archive.namelist()}
        assert ends == {"json", "toml", "txt", "key", "age", "jsonl"}
        assert not [name for name in archive.namelist() if name.startswith(("claims", "lists", "recovery"))]
    assert b"Visitor" not in made.file.read_bytes()


def test_it_may_be_a_file_that_was_named(locked: DeskFolder, backups: Path) -> None:
    assert make_backup(locked, backups / "Monday.ZIP", NOW).file == backups / "Monday.ZIP"
    with pytest.raises(BackupError, match="is there already and stays as it is: name a folder"):
        make_backup(locked, backups / "Monday.ZIP", NOW)


@pytest.mark.parametrize("out", ["nowhere", "nowhere/a.zip", "file.txt"])
def test_a_place_that_is_not_there_gets_no_file_on_another_disk(
    locked: DeskFolder, backups: Path, out: str
) -> None:
    with pytest.raises(BackupError, match=r"is no folder that is there: plug in its disk"):
        make_backup(locked, backups / out, NOW)
    assert list(backups.iterdir()) == []


@pytest.mark.parametrize("out", [".", "lists", "a.zip"])
def test_it_is_not_kept_in_the_folder_that_may_be_lost(locked: DeskFolder, out: str) -> None:
    locked.lists.mkdir()
    with pytest.raises(BackupError, match="is the desk's own and is lost with it"):
        make_backup(locked, locked.root / out, NOW)


def test_without_a_desk_there_is_none(tmp_path: Path, backups: Path) -> None:
    with pytest.raises(BackupError, match=r"There is no desk in .*none to back up: name its folder"):
        make_backup(DeskFolder(tmp_path / "none"), backups, NOW)


@pytest.mark.parametrize("key", ["open", "damaged"])
def test_a_key_that_needs_no_words_is_never_in_one(
    clinic: "Clinic", locked: DeskFolder, backups: Path, key: str
) -> None:
    bytes_of = {"open": clinic.key_file.read_bytes(), "damaged": b"\xff\xfe"}
    locked.key_file("ben").write_bytes(bytes_of[key])
    with pytest.raises(BackupError, match=r"ben\.key is no key that is locked with words, and whoever finds"):
        _make(locked, backups)
    assert list(backups.iterdir()) == []


def test_settings_and_recipients_are_followed_where_people_put_them(
    locked: DeskFolder, backups: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "managed.txt"
    shutil.move(locked.recipients_file, elsewhere)
    locked.recipients_file.symlink_to(elsewhere)
    assert _files(_make(locked, backups).file)["recipients.txt"] == elsewhere.read_bytes()


@pytest.mark.parametrize("of", [is_envelope, lambda path: path.suffix in {".key", ".toml", ".json"}])
def test_a_disk_that_stumbles_is_asked_again(
    busy: DeskFolder, backups: Path, of: Callable[[Path], bool]
) -> None:
    whole = _files(make_backup(busy, backups / "whole.zip", NOW).file)
    with refused_reads(2, of=of):
        assert _files(make_backup(busy, backups / "again.zip", NOW).file) == whole


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    "name", ["desk.toml", "recipients.txt", "front-desk.key", "0001.json", "exported", "calls", "notes"]
)
def test_what_the_disk_does_not_give_is_an_error_and_never_a_shorter_backup(
    busy: DeskFolder, backups: Path, name: str, code: int
) -> None:
    told = rf"cannot be read now \({os.strerror(code)}\), so no backup was made"
    with (
        refused_reads(FOR_EVER, code, of=lambda path: name in {path.name, path.parts[-2], path.parts[-3]}),
        pytest.raises(BackupError, match=told),
    ):
        _make(busy, backups)
    assert list(backups.iterdir()) == []


@pytest.mark.parametrize("name", ["iterdir", "stat"])
def test_nor_is_a_folder_that_cannot_be_looked_into(
    busy: DeskFolder, backups: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    real: Callable[..., object] = getattr(Path, name)

    def refuse(path: Path, *args: object, **options: object) -> object:
        if path.is_relative_to(busy.calls.new) and (name == "iterdir" or path.suffix):
            raise OSError(errno.EIO, "Input/output error")
        return real(path, *args, **options)

    monkeypatch.setattr(Path, name, refuse)
    with pytest.raises(BackupError, match=r"calls.new.* cannot be read now \(Input/output error\)"):
        _make(busy, backups)
    assert list(backups.iterdir()) == []


@pytest.mark.parametrize("bad", [*NO_FILES, "2 GB"])
def test_what_is_no_file_among_files_is_named_and_everything_else_is_in_it(
    busy: DeskFolder, backups: Path, bad: str
) -> None:
    whole = _files(make_backup(busy, backups / "whole.zip", NOW).file)
    BAD[bad](busy.calls.new / ENVELOPE)
    made = _make(busy, backups)
    assert f"calls/new/{ENVELOPE}" in made.left_out
    assert _files(made.file) == whole


@pytest.mark.parametrize("bad", NO_FILES)
def test_what_is_no_file_in_the_place_of_a_key_is_an_error(
    locked: DeskFolder, backups: Path, bad: str
) -> None:
    BAD[bad](locked.key_file("ben"))
    with pytest.raises(BackupError, match=r"ben\.key cannot be read now \(it is"):
        _make(locked, backups)


def test_a_desk_without_the_folders_of_later_editions_has_a_backup(locked: DeskFolder, backups: Path) -> None:
    shutil.rmtree(locked.numbers.root)
    assert _files(_make(locked, backups).file).keys() == {"recipients.txt", "front-desk.key"}


@pytest.mark.parametrize("at", [1, 3, 20, 43, 54])
def test_what_a_desk_does_meanwhile_is_in_it_whole_or_not(
    busy: DeskFolder, clinic: "Clinic", backups: Path, request_of: Requests, at: int
) -> None:
    """Requests go back from a list, records go the other way, and a request comes in, while all is read."""
    listed, records = ([path.name for path in spool.all_files()] for spool in (busy.spool, busy.calls))
    clinic.intake.take(request_of(99))

    def work(done: int, _total: int) -> None:
        if done == at:
            busy.spool.return_to_waiting(*listed)
            busy.calls.deliver(*records)
            take_in(busy, clinic.key, clinic.spool.root)

    made = make_backup(busy, backups, NOW, work)
    found = [name.rpartition("/") for name in _files(made.file)]
    assert {name for place, _, name in found if place == "calls/exported"} == set(records)
    assert {name.split("-")[1] for place, _, name in found if place == "spool/new"} == {
        request_id(number) for number in (*range(1, 41), 99)
    }
    sealed = [name for _, _, name in found if is_envelope_name(name)]
    assert len(sealed) == len(set(sealed)) == 41 + 10 + 1
    assert _files(make_backup(busy, backups / "later.zip", NOW).file) == _files(made.file)


def test_what_is_gone_before_it_is_read_is_not_in_it(busy: DeskFolder, backups: Path) -> None:
    def put_away(done: int, _total: int) -> None:
        if done == 1:
            busy.notes.discard(*busy.notes.waiting())

    with_pauses = make_backup(busy, backups, NOW, put_away)
    assert [name for name in _files(with_pauses.file) if name.startswith("notes/")] == []


def test_what_is_gone_before_it_is_looked_at_is_not_in_it(
    busy: DeskFolder, backups: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = contents._mark

    def gone_first(name: str, path: Path) -> object:
        if name.startswith("notes/"):
            path.unlink(missing_ok=True)
        return real(name, path)

    monkeypatch.setattr(contents, "_mark", gone_first)
    assert [name for name in _files(_make(busy, backups).file) if name.startswith("notes/")] == []


def test_a_desk_that_never_stops_writing_is_one_sentence(
    busy: DeskFolder, backups: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    monkeypatch.setattr(contents, "sleep", waits.append)
    settings = busy.settings()
    with pytest.raises(
        BackupError, match=r"No backup was made, as .* changed all the time: somebody is being"
    ):
        make_backup(busy, backups, NOW, lambda _done, _all: busy.save_settings(settings))
    assert 5 < sum(waits) < 15
    assert list(backups.iterdir()) == []


def test_what_is_far_too_large_is_one_sentence(
    busy: DeskFolder, backups: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(make, "MOST_ARCHIVE_BYTES", 10_000)
    with pytest.raises(BackupError, match="would be larger than 10,000 bytes: look in"):
        _make(busy, backups)


@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
def test_a_full_disk_leaves_no_file_and_spoils_none(
    locked: DeskFolder, backups: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    def refuse(*_args: object, **_options: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    before = make_backup(locked, backups / "before.zip", NOW)
    monkeypatch.setattr(os, call, refuse)
    with pytest.raises(BackupError, match=r"No backup could be written to .* \(No space left on device\)"):
        _make(locked, backups)
    assert [path.name for path in backups.iterdir()] == ["before.zip"]
    assert before.size == before.file.stat().st_size


def test_what_could_not_be_synced_does_not_stand_there(
    locked: DeskFolder, backups: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, synced = os.fsync, list[int]()

    def refuse_the_second(descriptor: int) -> None:
        synced.append(descriptor)
        if len(synced) == 2:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", refuse_the_second)
    with pytest.raises(BackupError, match="Input/output error"):
        _make(locked, backups)
    assert list(backups.iterdir()) == []


@pytest.mark.parametrize("after", [False, True])
def test_a_kill_at_any_step_leaves_a_whole_backup_or_none(
    locked: DeskFolder, backups: Path, *, after: bool
) -> None:
    with dying_at(0, after=after) as made:
        whole = _files(_make(locked, backups).file)
    assert made() > 3
    for k in range(1, made() + 1):
        for path in backups.iterdir():
            path.unlink()
        with dying_at(k, after=after):
            _make(locked, backups)
        for file in backups.glob("*.zip"):
            assert _files(file) == whole, k
        [done] = list(backups.glob("*.zip")) or [_make(locked, backups).file]
        assert _files(done) == whole
