"""From the kiosk by stick into one finished list: the program dies at every call, and once more after."""

import dataclasses
import datetime
import itertools
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk.core.callback.request import CallbackRequest
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.export.csv_list import read_csv
from kiosk.desk.export.run import Order, export_list
from kiosk.desk.queue.export_jobs import read_jobs
from kiosk.store.spool import Spool
from kiosk.store.stick import FOLDER, copy_to, take_receipts
from tests.deaths import dying_at
from tests.desk.taking import take_in

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic

Requests = Callable[..., CallbackRequest]
NOW = datetime.datetime(2026, 11, 23, 18, tzinfo=datetime.UTC)
GIVEN = ["lobby#1", "lobby#2"]


@dataclasses.dataclass(frozen=True)
class Way:
    """A kiosk, a stick and a desk in folders of their own."""

    clinic: "Clinic"
    spool: Spool
    stick: Path
    office: DeskFolder

    def go(self) -> None:
        """Fill the stick, take it in, make a list, carry the receipts back."""
        take_receipts(self.spool, self.stick)
        copy_to(self.spool, self.stick)
        take_in(self.office, self.clinic.key, self.stick)
        order = Order(self.office.lists, NOW)
        export_list(self.office.spool, self.clinic.key, order, lambda _done, _all: None)
        take_receipts(self.spool, self.stick)

    def check(self, schedule: object) -> None:
        """Once nobody disturbs, each request is in one finished list, and nowhere twice."""
        self.go()
        jobs = [job for job in read_jobs(self.office.spool) if job.state == "done"]
        listed = sorted(row[0] for job in jobs for row in read_csv(job.target.read_bytes()))
        assert listed == GIVEN, schedule
        assert {path.name for path in self.office.lists.iterdir()} == {job.file for job in jobs}, schedule
        assert self.office.spool.waiting() == (), schedule
        assert len(self.spool.delivered()) == len(GIVEN), schedule
        assert self.spool.waiting() == self.spool.on_the_way() == (), schedule
        assert list((self.stick / FOLDER).iterdir()) == [], schedule


@pytest.fixture
def ways(clinic: "Clinic", office: DeskFolder, tmp_path: Path, request_of: Requests) -> Callable[[], Way]:
    for number in (1, 2):
        clinic.intake.take(request_of(number))
    names = itertools.count()

    def another() -> Way:
        folder = tmp_path / f"way{next(names)}"
        shutil.copytree(clinic.spool.root, folder / "spool")
        shutil.copytree(office.root, folder / "office")
        (folder / "stick").mkdir()
        return Way(clinic, Spool(folder / "spool"), folder / "stick", DeskFolder(folder / "office"))

    return another


def _run_schedules(ways: Callable[[], Way], first_step: int, second_step: int) -> int:
    """Die at every first_step-th call, then at every second_step-th of what follows; count the schedules."""
    with dying_at(10**9, after=False) as made:
        ways().go()
    schedules = 0
    for first, after in itertools.product(range(1, made() + 1, first_step), (False, True)):
        for second in itertools.count(1 + first % second_step, second_step):
            way = ways()
            with dying_at(first, after=after):
                way.go()
            with dying_at(second, after=after) as again:
                way.go()
            way.check((first, after, second))
            schedules += 1
            if again() < second:
                break
    return schedules


def test_two_deaths_between_kiosk_and_list_lose_and_double_nothing(ways: Callable[[], Way]) -> None:
    assert _run_schedules(ways, 11, 37) > 30


@pytest.mark.slow
def test_two_deaths_at_800_places_and_more_lose_and_double_nothing(ways: Callable[[], Way]) -> None:
    assert _run_schedules(ways, 1, 19) > 800


@pytest.mark.prove
def test_every_second_death_after_any_first_loses_and_doubles_nothing(ways: Callable[[], Way]) -> None:
    assert _run_schedules(ways, 1, 1) > 10_000
