"""A stick between kiosk and desk: verified copies, receipts, and nothing lost or doubled on the way."""

import datetime
import errno
import itertools
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from kiosk.core.errors import SpoolError, StickError
from kiosk.store import durable
from kiosk.store.envelope import EnvelopeState
from kiosk.store.spool import Spool
from kiosk.store.stick import FOLDER, RECEIPT, CopyReport, carried, copy_to, give_receipt, take_receipts
from tests.deaths import dying_at
from tests.read_errors import CODES, FOR_EVER, refused_reads
from tests.small_disk import fill, needs_mounts, small_disk, write_protect

DAY = datetime.date(2026, 11, 23)


def _add(spool: Spool, *numbers: int) -> list[str]:
    return [spool.add(f"sealed {number}".encode(), f"{number:032x}", DAY).name for number in numbers]


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def _refuse(*_args: object, **_kwargs: object) -> Any:
    raise OSError(errno.EIO, os.strerror(errno.EIO))


def test_a_copy_stands_on_the_stick_and_the_request_is_on_its_way(spool: Spool, stick: Path) -> None:
    names = _add(spool, 1, 2)
    assert copy_to(spool, stick) == CopyReport(copied=2, there_already=0)
    assert _names(stick / FOLDER) == names
    assert [envelope.path.read_bytes() for envelope in carried(stick)] == [b"sealed 1", b"sealed 2"]
    assert spool.waiting() == ()
    assert [envelope.path.name for envelope in spool.on_the_way()] == names


def test_a_copy_tells_how_far_it_is(spool: Spool, stick: Path) -> None:
    steps: list[tuple[int, int]] = []
    _add(spool, 1, 2)
    copy_to(spool, stick, lambda done, total: steps.append((done, total)))
    assert steps == [(1, 2), (2, 2)]


def test_until_its_receipt_comes_a_request_is_copied_again(spool: Spool, stick: Path, tmp_path: Path) -> None:
    names = _add(spool, 1)
    copy_to(spool, stick)
    assert copy_to(spool, stick) == CopyReport(copied=0, there_already=1)
    another = tmp_path / "another stick"
    another.mkdir()
    assert copy_to(spool, another).copied == 1
    assert _names(another / FOLDER) == names


@needs_mounts
def test_a_kiosk_whose_disk_takes_no_change_gives_its_requests_all_the_same(
    tmp_path: Path, stick: Path
) -> None:
    with small_disk(tmp_path / "disk", 256) as disk:
        spool = Spool(disk / "spool")
        spool.create_folders()
        damaged, *sound = _add(spool, 1, 2, 3)
        (spool.new / damaged).write_bytes(b"torn")
        write_protect(disk)
        short = tuple(f"{name[:17]}..." for name in sound)
        first = copy_to(spool, stick)
        assert first == CopyReport(2, 0, damaged=(f"{damaged[:17]}...",), unmarked=short)
        assert _names(stick / FOLDER) == sound
        assert [envelope.path.name for envelope in spool.waiting()] == [damaged, *sound]
        for envelope in carried(stick):
            give_receipt(envelope, None)
        with pytest.raises(SpoolError, match="Read-only file system"):
            take_receipts(spool, stick)
        assert _names(stick / FOLDER) == [f"{name}{RECEIPT}" for name in sound]


@needs_mounts
def test_a_full_kiosk_gives_its_requests(tmp_path: Path, stick: Path) -> None:
    with small_disk(tmp_path / "disk", 256) as disk:
        spool = Spool(disk / "spool")
        spool.create_folders()
        names = _add(spool, 1, 2)
        fill(disk)
        assert copy_to(spool, stick) == CopyReport(2, 0)
        assert [envelope.path.name for envelope in spool.on_the_way()] == names


def test_a_copy_that_was_changed_on_the_stick_is_written_anew(spool: Spool, stick: Path) -> None:
    [name] = _add(spool, 1)
    copy_to(spool, stick)
    (stick / FOLDER / name).write_bytes(b"torn")
    assert copy_to(spool, stick).copied == 1
    assert (stick / FOLDER / name).read_bytes() == b"sealed 1"


def test_a_damaged_request_is_kept_aside_and_the_others_are_copied(spool: Spool, stick: Path) -> None:
    damaged, sound = _add(spool, 1, 2)
    (spool.new / damaged).write_bytes(b"torn")
    assert copy_to(spool, stick) == CopyReport(copied=1, there_already=0, damaged=(f"{damaged[:17]}...",))
    assert _names(stick / FOLDER) == [sound]
    assert _names(spool.damaged) == [damaged]


@pytest.mark.parametrize("code", CODES, ids=errno.errorcode.get)
@pytest.mark.parametrize("are_on_the_way", [False, True])
def test_a_read_error_at_the_kiosk_puts_no_sound_request_aside(
    spool: Spool, stick: Path, tmp_path: Path, code: int, *, are_on_the_way: bool
) -> None:
    names = _add(spool, 1, 2, 3)
    if are_on_the_way:
        copy_to(spool, stick)
    target = tmp_path / "another stick"
    target.mkdir()
    with refused_reads(1, code):
        assert copy_to(spool, target) == CopyReport(copied=3, there_already=0)
    shutil.rmtree(target / FOLDER)
    with refused_reads(FOR_EVER, code, of=lambda path: path.name == names[1]):
        assert copy_to(spool, target) == CopyReport(
            copied=2, there_already=0, unread=(f"{names[1][:17]}...",)
        )
    assert _names(target / FOLDER) == [names[0], names[2]]
    assert [envelope.path.name for envelope in (*spool.waiting(), *spool.on_the_way())] == names
    assert copy_to(spool, target) == CopyReport(copied=1, there_already=2)
    assert _names(target / FOLDER) == names
    assert _names(spool.damaged) == []


def test_a_disk_that_gives_nothing_for_a_while_puts_nothing_aside(spool: Spool, stick: Path) -> None:
    names = _add(spool, 1, 2, 3)
    with refused_reads(FOR_EVER):
        assert copy_to(spool, stick) == CopyReport(0, 0, unread=tuple(f"{name[:17]}..." for name in names))
    assert [envelope.path.name for envelope in spool.waiting()] == names
    assert copy_to(spool, stick).copied == 3


def test_a_copy_that_cannot_be_read_on_the_stick_is_written_anew(spool: Spool, stick: Path) -> None:
    _add(spool, 1)
    copy_to(spool, stick)
    with refused_reads(FOR_EVER, of=lambda path: path.parent.name == FOLDER and path.suffix == ".age"):
        assert copy_to(spool, stick).copied == 1


def test_a_stick_that_lies_is_found_before_anything_moves(
    spool: Spool, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _add(spool, 1)
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, b"x" * len(data)))
    with pytest.raises(StickError, match="what was written does not read back"):
        copy_to(spool, stick)
    assert len(spool.waiting()) == 1
    assert _names(stick / FOLDER) == []


def test_a_pulled_stick_leaves_a_part_only_and_the_next_copy_sweeps_it(spool: Spool, stick: Path) -> None:
    [name] = _add(spool, 1)
    for call in itertools.count(1):
        with dying_at(call, after=False):
            copy_to(spool, stick)
        if (stick / FOLDER).is_dir() and _names(stick / FOLDER):
            break
    [left] = _names(stick / FOLDER)
    assert left.startswith(f"{name}.")
    assert left.endswith(".part")
    assert carried(stick) == ()
    assert len(spool.waiting()) == 1
    others = stick / FOLDER / "another kiosk's.age.x.part"
    others.touch()
    assert copy_to(spool, stick).copied == 1
    assert _names(stick / FOLDER) == sorted([name, others.name])


def test_a_stick_that_refuses_is_one_sentence_and_loses_nothing(
    spool: Spool, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _add(spool, 1)
    with monkeypatch.context() as patch:
        patch.setattr(os, "mkdir", _refuse)
        with pytest.raises(StickError, match=r"could not be copied to .*safe in the kiosk"):
            copy_to(spool, stick)
    with pytest.raises(StickError, match=r"There is no folder .*put the stick in again"):
        copy_to(spool, stick / "gone")
    with pytest.raises(StickError, match=r"There are no requests in .*filled at the kiosk"):
        carried(stick)
    assert len(spool.waiting()) == 1


def test_a_receipt_replaces_the_request_and_at_the_next_visit_it_is_exported(
    spool: Spool, stick: Path
) -> None:
    names = _add(spool, 1, 2)
    copy_to(spool, stick)
    give_receipt(carried(stick)[0], None)
    assert _names(stick / FOLDER) == [f"{names[0]}{RECEIPT}", names[1]]
    assert take_receipts(spool, stick) == 1
    assert [envelope.path.name for envelope in spool.delivered()] == names[:1]
    assert [envelope.path.name for envelope in spool.on_the_way()] == names[1:]
    assert _names(stick / FOLDER) == names[1:]


def test_a_torn_receipt_is_swept_when_the_desk_gives_it_again(spool: Spool, stick: Path) -> None:
    [name] = _add(spool, 1)
    copy_to(spool, stick)
    (stick / FOLDER / f"{name}{RECEIPT}.abc.part").write_bytes(b"half")
    give_receipt(carried(stick)[0], None)
    assert _names(stick / FOLDER) == [f"{name}{RECEIPT}"]


def test_a_receipt_that_came_before_the_copy_was_noted_is_good(spool: Spool, stick: Path) -> None:
    [name] = _add(spool, 1)
    copy_to(spool, stick)
    shutil.move(spool.collected / name, spool.new / name)
    give_receipt(carried(stick)[0], None)
    assert take_receipts(spool, stick) == 1
    assert spool.waiting() == ()
    assert len(spool.delivered()) == 1


def test_a_receipt_that_proves_nothing_moves_nothing(spool: Spool, stick: Path) -> None:
    [name] = _add(spool, 1)
    copy_to(spool, stick)
    folder = stick / FOLDER
    (folder / f"{name}{RECEIPT}").write_bytes(b"0" * 64)
    (folder / f"{name.replace('-0', '-1', 1)}{RECEIPT}").write_bytes(b"of another kiosk")
    (folder / f"no-request.age{RECEIPT}").symlink_to("/dev/zero")
    assert take_receipts(spool, stick) == 0
    assert len(spool.on_the_way()) == 1
    assert len(_names(folder)) == 4


@pytest.mark.parametrize("suffix", [".age", RECEIPT])
def test_a_receipt_that_cannot_be_checked_now_is_good_at_the_next_visit(
    spool: Spool, stick: Path, suffix: str
) -> None:
    _add(spool, 1, 2)
    copy_to(spool, stick)
    for envelope in carried(stick):
        give_receipt(envelope, None)
    number = f"{2:032x}"
    with refused_reads(FOR_EVER, of=lambda path: path.suffix == suffix and number in path.name):
        assert take_receipts(spool, stick) == 1
    assert len(spool.on_the_way()) == 1
    with refused_reads(1, of=lambda path: path.suffix == suffix):
        assert take_receipts(spool, stick) == 1
    assert len(spool.delivered()) == 2


def test_a_stick_without_receipts_is_no_trouble(spool: Spool, stick: Path) -> None:
    assert take_receipts(spool, stick) == 0


def test_receipts_that_cannot_be_read_or_written_are_one_sentence(
    spool: Spool, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _add(spool, 1)
    copy_to(spool, stick)
    [envelope] = carried(stick)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", _refuse)
        with pytest.raises(StickError, match=r"No receipt could be written .*check that its disk is there"):
            give_receipt(envelope, None)
    assert envelope.path.exists()
    give_receipt(envelope, None)
    with monkeypatch.context() as patch:
        patch.setattr(os, "unlink", _refuse)
        with pytest.raises(StickError, match="could not be settled with the receipts on"):
            take_receipts(spool, stick)
    assert take_receipts(spool, stick) == 1


def test_a_spool_that_refuses_is_its_own_sentence(spool: Spool, monkeypatch: pytest.MonkeyPatch) -> None:
    _add(spool, 1, 2)
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", _refuse)
        with pytest.raises(SpoolError, match="could not move 2 requests"):
            spool.deliver(*_names(spool.new))


@pytest.mark.parametrize("crafted", ["link", "folder", "huge"])
def test_what_no_kiosk_would_write_is_never_read(spool: Spool, stick: Path, crafted: str) -> None:
    [name] = _add(spool, 1)
    copy_to(spool, stick)
    path = stick / FOLDER / name
    path.unlink()
    if crafted == "link":
        path.symlink_to(spool.collected / name)
    elif crafted == "folder":
        path.mkdir()
    else:
        path.write_bytes(b"x" * (64 * 1024 + 1))
    assert [envelope.state for envelope in carried(stick)] == [EnvelopeState.DAMAGED]


def _one_round(spool: Spool, stick: Path, kept: Path) -> None:
    """Go from the kiosk to the desk and back, as the people do it."""
    take_receipts(spool, stick)
    copy_to(spool, stick)
    for envelope in carried(stick):
        durable.write_durably(kept, envelope.path.name, envelope.path.read_bytes(), kept)
        give_receipt(envelope, None)
    take_receipts(spool, stick)


def _round_schedules(spool: Spool, tmp_path: Path, step: int) -> int:
    names = _add(spool, 1, 2)
    schedules = 0

    def start() -> tuple[Spool, Path, Path]:
        folder = tmp_path / f"round{schedules}"
        shutil.copytree(spool.root, folder / "spool")
        (folder / "stick").mkdir()
        (folder / "kept").mkdir()
        return Spool(folder / "spool"), folder / "stick", folder / "kept"

    with dying_at(10**9, after=False) as made:
        _one_round(*start())
    for first, after in itertools.product(range(1, made() + 1), (False, True)):
        for second in itertools.count(1 + first % step, step):
            schedules += 1
            there, stick, kept = start()
            with dying_at(first, after=after):
                _one_round(there, stick, kept)
            with dying_at(second, after=after) as again:
                _one_round(there, stick, kept)
            _one_round(there, stick, kept)
            schedule = (first, after, second)
            assert [name for name in _names(kept) if name.endswith(".age")] == names, schedule
            assert _names(there.exported) == names, schedule
            assert _names(there.new) == _names(there.collected) == [], schedule
            assert _names(stick / FOLDER) == [], schedule
            if again() < second:
                break
    return schedules


def test_two_deaths_on_the_way_lose_and_double_nothing(spool: Spool, tmp_path: Path) -> None:
    assert _round_schedules(spool, tmp_path, step=97) > 100


@pytest.mark.slow
def test_two_deaths_at_800_places_on_the_way_lose_and_double_nothing(spool: Spool, tmp_path: Path) -> None:
    assert _round_schedules(spool, tmp_path, step=7) > 800


@pytest.mark.prove
def test_every_two_deaths_on_the_way_lose_and_double_nothing(spool: Spool, tmp_path: Path) -> None:
    assert _round_schedules(spool, tmp_path, step=1) > 5_000
