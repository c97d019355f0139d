"""The crash schedule: the program dies at every file system call, and once more while it recovers."""

import dataclasses
import itertools
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk.core.callback.request import CallbackRequest
from kiosk.desk.export.csv_list import read_csv
from kiosk.desk.queue.export_jobs import read_jobs
from kiosk.store.spool import Spool
from tests.deaths import dying_at

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic

Requests = Callable[..., CallbackRequest]


def _calls_of_one_export(clinic: "Clinic") -> int:
    with dying_at(10**9, after=False) as made:
        clinic.export()
    return made()


def _finished_lists(spool: Spool) -> list[str]:
    done = [job.target for job in read_jobs(spool) if job.state == "done"]
    return sorted(row[0] for path in done for row in read_csv(path.read_bytes()))


def _check(clinic: "Clinic", expected: list[str], schedule: object) -> None:
    clinic.export()
    assert _finished_lists(clinic.spool) == expected, schedule
    assert clinic.spool.waiting() == (), schedule
    files = {job.file for job in read_jobs(clinic.spool) if job.state == "done"}
    assert {path.name for path in clinic.lists.iterdir()} == files, schedule
    assert {job.state for job in read_jobs(clinic.spool)} <= {"done", "rolled back"}, schedule


@pytest.fixture
def clinics(tmp_path: Path, clinic: "Clinic", request_of: Requests) -> Callable[[object], "Clinic"]:
    """Return clinics with the same two waiting requests, each in a folder of its own."""
    for number in (1, 2):
        clinic.intake.take(request_of(number))
    names = itertools.count()

    def another(_schedule: object) -> "Clinic":
        folder = tmp_path / f"copy{next(names)}"
        shutil.copytree(clinic.spool.root, folder / "spool")
        shutil.copy(clinic.folder / "recipients.txt", folder)
        return dataclasses.replace(clinic, folder=folder, spool=Spool(folder / "spool"))

    return another


def _run_schedules(clinics: Callable[[object], "Clinic"], step: int) -> int:
    """Kill at every call, then at every step-th call of the recovery; returns how many schedules ran."""
    calls = _calls_of_one_export(clinics(0))
    schedules = 0
    for first, after in itertools.product(range(1, calls + 1), (False, True)):
        for second in itertools.count(1 + first % step, step):
            schedule = (first, after, second)
            clinic = clinics(schedule)
            with dying_at(first, after=after):
                clinic.export()
            with dying_at(second, after=after) as made:
                clinic.export()
            _check(clinic, ["lobby#1", "lobby#2"], schedule)
            schedules += 1
            if made() < second:
                break
    return schedules


def test_one_death_at_any_call_loses_and_doubles_nothing(clinics: Callable[[object], "Clinic"]) -> None:
    for first, after in itertools.product(range(1, _calls_of_one_export(clinics(0)) + 1), (False, True)):
        clinic = clinics(first)
        with dying_at(first, after=after):
            clinic.export()
        _check(clinic, ["lobby#1", "lobby#2"], (first, after))


def test_a_second_death_while_recovering_loses_and_doubles_nothing(
    clinics: Callable[[object], "Clinic"],
) -> None:
    assert _run_schedules(clinics, step=19) > 100


@pytest.mark.slow
def test_every_pair_of_deaths_loses_and_doubles_nothing(clinics: Callable[[object], "Clinic"]) -> None:
    assert _run_schedules(clinics, step=1) > 1000


def test_requests_taken_between_two_deaths_are_exported_once(
    clinics: Callable[[object], "Clinic"], request_of: Requests
) -> None:
    for first in range(1, _calls_of_one_export(clinics(0)) + 1, 3):
        clinic = clinics(first)
        with dying_at(first, after=True):
            clinic.export()
        clinic.intake.take(request_of(3))
        with dying_at(first, after=False):
            clinic.export()
        _check(clinic, ["lobby#1", "lobby#2", "lobby#3"], first)
