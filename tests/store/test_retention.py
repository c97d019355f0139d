"""Exported requests leave after the promised days of running, whatever any clock says."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from kiosk.core.errors import SpoolError
from kiosk.store.machine import Machine
from kiosk.store.retention import purge_exported
from kiosk.store.spool import Spool
from tests.store.fake_machine import DAY, HOUR, START, Clocks

A_DAY = DAY.total_seconds()


@pytest.fixture
def spool(tmp_path: Path) -> Spool:
    made = Spool(tmp_path / "spool")
    made.create_folders()
    for number in (1, 2):
        made.add(b"sealed", f"{number:032x}", START.date())
    made.deliver(made.waiting()[0].path.name)
    return made


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


def _purge_hourly(machine: Machine, clocks: Clocks, spool: Spool, hours: int) -> list[int]:
    """Return after how many hours requests were deleted."""
    deleted = []
    for hour in range(hours + 1):
        if purge_exported(spool, machine.note(clocks.now).powered_on, 7):
            deleted.append(hour)
        clocks.run(HOUR)
    return deleted


def test_an_exported_request_is_deleted_on_the_seventh_day_and_a_waiting_one_never(spool: Spool) -> None:
    assert [purge_exported(spool, A_DAY * day, 7) for day in range(9)] == [0, 0, 0, 0, 0, 0, 0, 1, 0]
    assert spool.delivered() == ()
    assert len(spool.waiting()) == 1


def test_a_kiosk_that_is_off_at_weekends_and_every_night_deletes_after_the_days_that_it_ran(
    spool: Spool, clocks: Clocks
) -> None:
    days = []
    for day in range(40):
        if START.weekday() + day % 7 < 5:
            clocks.start()
            machine = clocks.machine(spool)
            # The first look comes at the start: what it counts, the kiosk was on.
            if _purge_hourly(machine, clocks, spool, 10):
                days.append(day)
            clocks.stay_off(13 * HOUR)
        else:
            clocks.stay_off(24 * HOUR)
    # 7 days are 168 hours: 16 days of ten hours and a few more.
    assert days == [22]


@pytest.mark.parametrize("step", [47, -47, 24 * 400, -24 * 20000, 24 * 20000])
def test_no_step_of_the_clock_hurries_or_stops_it(spool: Spool, clocks: Clocks, step: int) -> None:
    machine = clocks.machine(spool)
    deleted = []
    for hour in range(8 * 24):
        if purge_exported(spool, machine.note(clocks.now).powered_on, 7):
            deleted.append(hour)
        clocks.run(HOUR)
        if hour % 5 == 0:
            clocks.step(HOUR * step if START < clocks.now < START + DAY * 30000 else -(clocks.now - START))
    assert deleted == [7 * 24]


def test_a_clock_that_is_pushed_by_47_hours_at_every_start_deletes_nothing(
    spool: Spool, clocks: Clocks
) -> None:
    for _ in range(30):
        clocks.start()
        assert _purge_hourly(clocks.machine(spool), clocks, spool, 1) == []
        clocks.step(47 * HOUR)
    assert len(spool.delivered()) == 1


@pytest.mark.parametrize(
    "record",
    [
        b"{",
        b"[]",
        b"{}",
        b'{"since": 1}',
        b'{"seen": "2026-11-23T03:00:00+00:00", "since": {"a": "2026-11-23"}}',
    ],
)
def test_a_damaged_record_or_one_of_the_first_edition_starts_the_count_anew(
    spool: Spool, record: bytes
) -> None:
    purge_exported(spool, 0, 7)
    (spool.state / "retention.json").write_bytes(record)
    assert purge_exported(spool, A_DAY * 7, 7) == 0
    [since] = json.loads((spool.state / "retention.json").read_bytes())["since"].values()
    assert since == A_DAY * 7


def test_a_count_of_hours_that_was_lost_starts_the_count_anew(spool: Spool) -> None:
    purge_exported(spool, A_DAY * 100, 7)
    assert [purge_exported(spool, A_DAY * day, 7) for day in range(9)] == [0, 0, 0, 0, 0, 0, 0, 1, 0]


def test_a_disk_that_refuses_is_one_sentence(spool: Spool, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object) -> Any:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(SpoolError, match="No space left on device"):
        purge_exported(spool, 0, 7)
