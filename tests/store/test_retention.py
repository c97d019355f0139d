"""Exported requests leave after the promised days, by a steady clock only."""

import datetime
import json
import os
from pathlib import Path
from typing import Any

import pytest

from kiosk.core.errors import SpoolError
from kiosk.store.retention import purge_exported
from kiosk.store.spool import Spool

START = datetime.datetime(2026, 11, 23, 3, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)


@pytest.fixture
def spool(tmp_path: Path) -> Spool:
    made = Spool(tmp_path / "spool")
    made.create_folders()
    for number in (1, 2):
        made.add(b"sealed", f"{number:032x}", START.date())
    made.deliver(made.waiting()[0].path.name)
    return made


def _run_daily(spool: Spool, first: datetime.datetime, days: int) -> list[int]:
    return [purge_exported(spool, first + DAY * day, 7) for day in range(days)]


def test_an_exported_request_is_deleted_on_the_seventh_day_and_a_waiting_one_never(spool: Spool) -> None:
    assert _run_daily(spool, START, 9) == [0, 0, 0, 0, 0, 0, 0, 1, 0]
    assert spool.delivered() == ()
    assert len(spool.waiting()) == 1


@pytest.mark.parametrize(
    "jump",
    [
        -DAY,
        3 * DAY,
        datetime.timedelta(days=-20000),
        datetime.timedelta(days=20000),
    ],
)
def test_a_clock_that_jumps_deletes_nothing_and_the_days_count_anew(
    spool: Spool, jump: datetime.timedelta
) -> None:
    _run_daily(spool, START, 7)
    after = START + DAY * 6 + jump
    assert _run_daily(spool, after, 7) == [0] * 7
    assert purge_exported(spool, after + DAY * 7, 7) == 1


@pytest.mark.parametrize(
    "record", [b"{", b"[]", b"{}", b'{"seen": 1}', b'{"seen": "2026-11-23T03:00:00", "since": {}}']
)
def test_a_damaged_record_starts_the_count_anew(spool: Spool, record: bytes) -> None:
    _run_daily(spool, START, 7)
    (spool.state / "retention.json").write_bytes(record)
    assert purge_exported(spool, START + DAY * 7, 7) == 0
    assert json.loads((spool.state / "retention.json").read_bytes())["since"]


def test_a_disk_that_refuses_is_one_sentence(spool: Spool, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object) -> Any:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(SpoolError, match="No space left on device"):
        purge_exported(spool, START, 7)


@pytest.mark.parametrize(("minutes", "deleted"), [(0, 1), (1, 0)])
def test_a_kiosk_that_was_off_for_two_days_goes_on_counting_and_for_longer_counts_anew(
    spool: Spool, minutes: int, deleted: int
) -> None:
    _run_daily(spool, START, 6)
    later = START + DAY * 5 + datetime.timedelta(hours=48, minutes=minutes)
    assert purge_exported(spool, later, 7) == deleted
