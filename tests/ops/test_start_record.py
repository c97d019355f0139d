"""The note of starts that did not end well."""

import datetime
from pathlib import Path

import pytest

from kiosk.core.starts import StartMode
from kiosk.core.uptime import Uptime
from kiosk.ops.doctor.findings import Examined, State, System
from kiosk.ops.doctor.starts import safe_mode
from kiosk.ops.start_record import StartRecord, last_mode
from kiosk.store.spool import Spool
from kiosk.store.uptime import machine_uptime
from tests.clinic import Clinic


class Machine:
    def __init__(self, spool: Path) -> None:
        self.now = 100.0
        self.boot = machine_uptime(lambda: 0.0).boot
        self.record = StartRecord(spool, lambda: Uptime(self.boot, self.now))

    def starts(self, seconds: float = 2.0) -> StartMode:
        self.now += seconds
        return self.record.begin()


def test_the_fourth_start_is_safe_and_the_doctor_can_know_it(tmp_path: Path) -> None:
    machine = Machine(tmp_path / "spool")
    assert last_mode(tmp_path / "spool") is StartMode.NORMAL
    assert [machine.starts() for _ in range(3)] == [StartMode.NORMAL] * 3
    assert last_mode(tmp_path / "spool") is StartMode.NORMAL
    assert machine.starts() is StartMode.SAFE
    assert last_mode(tmp_path / "spool") is StartMode.SAFE
    assert [path.name for path in Spool(tmp_path / "spool").state.iterdir()] == ["starts"]


def test_starts_that_follow_each_other_at_once_all_count(tmp_path: Path) -> None:
    machine = Machine(tmp_path)
    machine.now = 100.0061
    assert [machine.starts(0.0005) for _ in range(4)] == [StartMode.NORMAL] * 3 + [StartMode.SAFE]


def test_a_good_end_clears_it_and_so_does_a_start_of_the_machine(tmp_path: Path) -> None:
    machine = Machine(tmp_path)
    for _ in range(4):
        machine.starts()
    machine.record.end_well()
    assert last_mode(tmp_path) is StartMode.NORMAL
    assert machine.starts() is StartMode.NORMAL
    machine.record.end_well()
    machine.record.end_well()
    machine.boot = "another"
    for _ in range(4):
        machine.starts()
    assert last_mode(tmp_path) is StartMode.NORMAL


@pytest.mark.parametrize(
    "note",
    [b"", b"\xff\xfe", b"x normal 1.00", b"x mad 1.00\n", b"x normal one\n", b"x normal" + b" 1.00" * 999],
)
def test_a_note_that_was_damaged_counts_nothing(tmp_path: Path, note: bytes) -> None:
    machine = Machine(tmp_path)
    machine.starts()
    (tmp_path / "state" / "starts").write_bytes(note)
    assert [machine.starts() for _ in range(3)] == [StartMode.NORMAL] * 3
    assert machine.starts() is StartMode.SAFE


def test_a_disk_that_takes_no_note_is_no_reason_not_to_start(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("in the way")
    machine = Machine(tmp_path)
    assert [machine.starts() for _ in range(4)] == [StartMode.NORMAL] * 4
    machine.record.end_well()


def test_the_doctor_says_that_it_is_safe_mode_and_how_to_leave_it(clinic: Clinic) -> None:
    machine = Machine(clinic.settings.spool)
    examined = Examined(clinic.settings, System(), datetime.datetime.now(datetime.UTC))
    for _ in range(3):
        machine.starts()
    assert list(safe_mode(examined)) == []
    machine.starts()
    [finding] = safe_mode(examined)
    assert (finding.subject, finding.state) == ("safe mode", State.PROBLEM)
    assert "Restart" in finding.remedy
