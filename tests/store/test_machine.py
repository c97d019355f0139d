"""The machine under a kiosk: a clock that is not set, and a disk that forgets, are noticed."""

import datetime
import json
import shutil
from pathlib import Path

import pytest

from kiosk.core.errors import SpoolError
from kiosk.core.machine import LONGEST_OFF, LONGEST_UNUSED, Mark
from kiosk.core.uptime import Uptime
from kiosk.store import machine as machines
from kiosk.store.spool import Spool
from tests.read_errors import FOR_EVER, refused_reads
from tests.store.fake_machine import BUILT, DAY, HOUR, START, Clocks

EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
STEPS = [
    EPOCH - START,
    START.replace(year=2038, month=1, day=20) - START,
    START.replace(year=2099) - START,
    -3 * DAY,
    47 * HOUR,
    -47 * HOUR,
]


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


def _is_set(clocks: Clocks, spool: Spool) -> bool:
    """Ask a program that was just started, and let it take note."""
    machine = clocks.machine(spool)
    record = machine.note(clocks.now)
    assert machine.is_clock_set(clocks.now) is (record.doubted is None)
    return machine.is_clock_set_since(clocks.now)


@pytest.mark.parametrize(
    ("now", "is_set"),
    [
        (EPOCH, False),
        (BUILT - HOUR, False),
        (BUILT, True),
        (START, True),
        (BUILT + datetime.timedelta(seconds=LONGEST_UNUSED), True),
        (BUILT + datetime.timedelta(seconds=LONGEST_UNUSED + 1), False),
        (START.replace(year=2038), False),
        (START.replace(year=2099), False),
    ],
)
def test_the_first_clock_must_be_of_the_years_after_the_build(
    spool: Spool, clocks: Clocks, now: datetime.datetime, *, is_set: bool
) -> None:
    clocks.now = now
    assert _is_set(clocks, spool) is is_set


@pytest.mark.parametrize("step", STEPS)
def test_a_clock_that_jumps_is_not_set_until_it_is_right_again(
    spool: Spool, clocks: Clocks, step: datetime.timedelta
) -> None:
    machine = clocks.machine(spool)
    machine.note(clocks.now)
    clocks.run(HOUR)
    clocks.step(step)
    assert not machine.is_clock_set(clocks.now)  # at once, though nobody has looked since
    assert not _is_set(clocks, spool)
    clocks.run(HOUR)
    assert not _is_set(clocks, spool)
    clocks.step(-step)
    assert _is_set(clocks, spool)
    assert clocks.machine(spool).note(clocks.now).right_since_day == START.date()


@pytest.mark.parametrize("step", STEPS)
def test_a_clock_that_jumped_is_not_set_after_a_start_either_until_it_is_right_again(
    spool: Spool, clocks: Clocks, step: datetime.timedelta
) -> None:
    assert _is_set(clocks, spool)
    clocks.run(HOUR)
    clocks.step(step)
    assert not _is_set(clocks, spool)
    clocks.stay_off(HOUR)
    assert not _is_set(clocks, spool)
    clocks.step(-step)
    assert _is_set(clocks, spool)


def test_a_kiosk_that_forgets_the_day_when_it_is_off_is_right_as_soon_as_somebody_sets_it(
    spool: Spool, clocks: Clocks
) -> None:
    assert _is_set(clocks, spool)
    clocks.run(8 * HOUR)
    assert _is_set(clocks, spool)
    clocks.stay_off(16 * HOUR)
    right, clocks.now = clocks.now, EPOCH
    assert not _is_set(clocks, spool)
    clocks.now = right
    clocks.run(HOUR)
    assert _is_set(clocks, spool)
    assert clocks.machine(spool).note(clocks.now).right_since_day == right.date()


@pytest.mark.parametrize(("seconds", "is_set"), [(LONGEST_OFF, True), (LONGEST_OFF + 60, False)])
def test_a_machine_may_be_off_for_a_summer(
    spool: Spool, clocks: Clocks, seconds: float, *, is_set: bool
) -> None:
    assert _is_set(clocks, spool)
    clocks.stay_off(datetime.timedelta(seconds=seconds + clocks.uptime.seconds))
    assert _is_set(clocks, spool) is is_set


@pytest.mark.parametrize("step", [HOUR, -HOUR])
def test_an_hour_of_summer_time_is_no_jump(spool: Spool, clocks: Clocks, step: datetime.timedelta) -> None:
    assert _is_set(clocks, spool)
    clocks.run(DAY)
    clocks.step(step)
    assert _is_set(clocks, spool)


def test_time_asleep_is_no_jump(spool: Spool, clocks: Clocks) -> None:
    before = clocks.machine(spool).note(clocks.now)
    clocks.run(60 * HOUR)  # CLOCK_BOOTTIME goes on
    after = clocks.machine(spool).note(clocks.now)
    assert after.doubted is None
    assert after.powered_on - before.powered_on == 60 * 3600
    assert after.mark.starts == before.mark.starts


def test_what_a_time_service_has_just_set_is_believed_but_not_before_the_build(
    spool: Spool, clocks: Clocks
) -> None:
    assert _is_set(clocks, spool)
    clocks.step(-3 * DAY)
    clocks.is_vouched = True
    assert _is_set(clocks, spool)
    clocks.now = EPOCH
    assert not _is_set(clocks, spool)


@pytest.mark.parametrize("step", STEPS[1:])
def test_what_staff_looked_at_is_believed(spool: Spool, clocks: Clocks, step: datetime.timedelta) -> None:
    assert _is_set(clocks, spool)
    clocks.step(step)
    machine = clocks.machine(spool)
    assert machine.note(clocks.now).doubted is not None
    machine.confirm(clocks.now)
    assert machine.is_clock_set(clocks.now)
    assert machine.known.right_since_day == clocks.now.date()
    clocks.run(HOUR)
    assert _is_set(clocks, spool)


def test_where_starts_have_no_names_a_clock_that_goes_back_is_noticed(spool: Spool, clocks: Clocks) -> None:
    clocks.uptime = Uptime("", 500.0)
    assert _is_set(clocks, spool)
    clocks.uptime = Uptime("", 1500.0)  # another start, or the same
    clocks.now += DAY
    assert _is_set(clocks, spool)
    clocks.now -= 3 * HOUR
    assert not _is_set(clocks, spool)


def test_a_container_that_names_one_start_in_two_ways_has_no_clock_that_jumped(
    spool: Spool, clocks: Clocks
) -> None:
    """As systemd-nspawn does, inside and outside of a service's own mounts."""
    clocks.uptime = Uptime("inside", 50_000.0)
    assert _is_set(clocks, spool)
    clocks.uptime = Uptime("outside", 50_060.0)
    clocks.now += datetime.timedelta(minutes=1)
    assert _is_set(clocks, spool)
    clocks.uptime = Uptime("inside", 50_120.0)
    clocks.now -= 3 * HOUR
    assert not _is_set(clocks, spool)


def test_starts_and_hours_are_counted(spool: Spool, clocks: Clocks) -> None:
    seen = []
    for _ in range(3):
        machine = clocks.machine(spool)
        machine.note(clocks.now)
        clocks.run(HOUR)
        record = machine.note(clocks.now)
        seen.append((record.mark.starts, record.powered_on))
        clocks.stay_off(DAY)
    assert seen == [(1, 3630), (2, 7260), (3, 10890)]
    assert machine.running() == 30


def test_only_news_and_every_ten_minutes_are_written(spool: Spool, clocks: Clocks) -> None:
    machine = clocks.machine(spool)
    machine.note(clocks.now)
    file = spool.state / "machine.json"
    before = file.read_bytes()
    for _ in range(9):
        clocks.run(datetime.timedelta(minutes=1))
        machine.note(clocks.now)
    assert file.read_bytes() == before
    clocks.run(datetime.timedelta(minutes=1))
    assert machine.note(clocks.now).powered_on == 630
    assert json.loads(file.read_bytes())["powered_on"] == 630


@pytest.mark.parametrize("restored", ["state", "."])
def test_a_state_that_was_restored_from_a_copy_is_noticed_at_the_next_start(
    spool: Spool, clocks: Clocks, tmp_path: Path, restored: str
) -> None:
    """Two starts on the same copy, as after a write filter; the second place is on another disk."""
    other_disk = tmp_path / "cache"
    other_disk.mkdir()
    clocks.machine(spool, other_disk).note(clocks.now)
    shutil.copytree(spool.root / restored, tmp_path / "copy")
    clocks.stay_off(DAY)
    spool.reserve_sequence()
    assert clocks.machine(spool, other_disk).note(clocks.now).ahead is None
    shutil.rmtree(spool.root / restored)
    shutil.copytree(tmp_path / "copy", spool.root / restored)
    clocks.stay_off(DAY)
    machine = clocks.machine(spool, other_disk)
    assert machine.note(clocks.now).ahead == Mark(2, 1)
    clocks.stay_off(DAY)
    machine = clocks.machine(spool, other_disk)
    assert machine.note(clocks.now).ahead == Mark(2, 1)  # until staff have looked
    machine.confirm(clocks.now)
    assert machine.note(clocks.now).ahead is None
    assert spool.reserve_sequence() == 2  # never 1 again


def test_a_state_alone_that_is_restored_needs_no_other_disk_to_be_noticed(
    spool: Spool, clocks: Clocks, tmp_path: Path
) -> None:
    clocks.machine(spool).note(clocks.now)
    shutil.copytree(spool.state, tmp_path / "copy")
    clocks.stay_off(DAY)
    clocks.machine(spool).note(clocks.now)
    shutil.rmtree(spool.state)
    shutil.copytree(tmp_path / "copy", spool.state)
    assert clocks.machine(spool).note(clocks.now).ahead == Mark(2, 0)


def test_what_changes_under_a_running_program_is_noticed(
    spool: Spool, clocks: Clocks, tmp_path: Path
) -> None:
    machine = clocks.machine(spool)
    machine.note(clocks.now)
    shutil.copytree(spool.root, tmp_path / "copy")
    spool.reserve_sequence()
    assert machine.note(clocks.now).ahead is None
    shutil.rmtree(spool.root)
    shutil.copytree(tmp_path / "copy", spool.root)
    assert machine.note(clocks.now).ahead == Mark(1, 1)


def test_a_counter_alone_that_went_back_is_noticed(spool: Spool, clocks: Clocks) -> None:
    spool.reserve_sequence(5)
    clocks.machine(spool).note(clocks.now)
    for name in ("sequence", "sequence-copy"):
        (spool.state / name).write_text("3 3\n")
    machine = clocks.machine(spool)
    assert machine.note(clocks.now).ahead == Mark(1, 5)
    machine.confirm(clocks.now)
    assert spool.reserve_sequence() == 6


def test_a_stick_remembers_for_a_disk_that_forgets_everything(
    spool: Spool, clocks: Clocks, stick: Path, tmp_path: Path
) -> None:
    """A write filter: each start begins with the same disk, and only the stick knows of the others."""
    machine = clocks.machine(spool)
    machine.note(clocks.now)
    machine.leave_mark(stick)
    shutil.copytree(spool.root, tmp_path / "copy")
    clocks.stay_off(DAY)
    spool.reserve_sequence(3)
    machine = clocks.machine(spool)
    machine.note(clocks.now)
    machine.leave_mark(stick)
    machine.leave_mark(stick)
    assert machine.note(clocks.now).ahead is None
    shutil.rmtree(spool.root)
    shutil.copytree(tmp_path / "copy", spool.root)
    clocks.stay_off(DAY)
    machine = clocks.machine(spool)
    assert machine.note(clocks.now).ahead is None
    [left] = stick.iterdir()
    told = left.read_bytes()
    machine.leave_mark(stick)
    assert machine.note(clocks.now).ahead == Mark(2, 3)
    assert left.read_bytes() == told
    machine.confirm(clocks.now)
    assert spool.reserve_sequence() == 4
    machine.leave_mark(stick)
    assert left.read_bytes().startswith(b"2 4 ")


@pytest.mark.parametrize("forged", ["9 9 " + "0" * 64, "9 9", "x", "2 3 "])
def test_a_mark_that_somebody_else_wrote_tells_nothing(
    spool: Spool, clocks: Clocks, stick: Path, forged: str
) -> None:
    machine = clocks.machine(spool)
    machine.note(clocks.now)
    machine.leave_mark(stick)
    [left] = stick.iterdir()
    own = left.read_text()
    left.write_text(forged + own.split(" ")[2] if forged.endswith(" ") else forged)
    machine.leave_mark(stick)
    assert machine.note(clocks.now).ahead is None
    assert left.read_text() == own
    (stick / "no folder").write_bytes(b"")
    machine.leave_mark(stick / "no folder")
    assert machine.note(clocks.now).ahead is None


def test_a_disk_that_is_known_to_forget_is_suspected_once_at_every_start(
    spool: Spool, clocks: Clocks
) -> None:
    for _ in range(2):
        machine = clocks.machine(spool, forgets=lambda: True)
        assert machine.note(clocks.now).ahead is not None
        machine.confirm(clocks.now)
        clocks.run(HOUR)
        assert machine.note(clocks.now).ahead is None
        clocks.stay_off(HOUR)


@pytest.mark.parametrize("record", [b"{", b"[]", b'{"powered_on": 1e999}', b'{"mark": {"starts": -1}}'])
def test_a_damaged_record_is_a_disk_that_forgot(spool: Spool, clocks: Clocks, record: bytes) -> None:
    clocks.machine(spool).note(clocks.now)
    (spool.state / "machine.json").write_bytes(record)
    assert clocks.machine(spool).note(clocks.now).ahead == Mark(1, 0)


@pytest.mark.parametrize("change", ["read", "written"])
def test_a_disk_that_refuses_is_a_sentence_and_nothing_is_known(
    spool: Spool, clocks: Clocks, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    machine = clocks.machine(spool)
    machine.note(clocks.now)
    clocks.run(DAY)
    if change == "read":
        with refused_reads(FOR_EVER, of=lambda path: path.name == "machine.json"):
            with pytest.raises(SpoolError, match="could not be read"):
                machine.note(clocks.now)
            assert clocks.machine(spool).is_clock_set_since(clocks.now)
        return

    def refuse(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(machines, "write_durably", refuse)
    with pytest.raises(SpoolError, match="could not be written"):
        machine.note(clocks.now)


def test_a_counter_that_cannot_be_read_is_a_sentence(spool: Spool, clocks: Clocks) -> None:
    spool.reserve_sequence()
    with (
        refused_reads(FOR_EVER, of=lambda path: path.name.startswith("sequence")),
        pytest.raises(SpoolError, match="could not be read"),
    ):
        clocks.machine(spool).note(clocks.now)
    assert clocks.machine(spool).note(clocks.now).mark == Mark(1, 1)


def test_what_a_pulled_stick_left_of_a_mark_goes_with_the_next_one(
    spool: Spool, clocks: Clocks, stick: Path
) -> None:
    machine = clocks.machine(spool)
    machine.note(clocks.now)
    machine.leave_mark(stick)
    [left] = stick.iterdir()
    left.with_name(f"{left.name}.abc.part").touch()
    spool.reserve_sequence()
    machine.leave_mark(stick)
    assert [path.name for path in stick.iterdir()] == [left.name]
