"""kill -9 of the running desk window while it takes in, records and lists: nothing lost, nothing doubled."""

import collections
import contextlib
import dataclasses
import multiprocessing
import random
import re
import time
from collections.abc import Iterable
from pathlib import Path

import pytest

from kiosk.desk.queue.export_jobs import read_jobs
from kiosk.store.stick import copy_to, take_receipts
from kiosk.tour.patience import PATIENCE_SECONDS
from tests.desk.taking import take_in
from tests.faults.counts import write_counts
from tests.faults.desk_autopilot import LISTED, RECORDED, RESTS, TAKEN, work
from tests.faults.flows import Place
from tests.numbered import request_id

NEW_REQUESTS = 2
"""For each life of the desk."""
THINGS = 5
"""That a window says in its life: taken in, two calls recorded, a list made, and that it rests."""


@dataclasses.dataclass
class Clinic:
    """A desk with a stick that is filled again and again, and what its windows said is done.

    to_begin: seconds until a window said the first thing.
    """

    place: Place
    asked: int = 0
    told: list[str] = dataclasses.field(default_factory=list)
    to_begin: float = 0.0

    def fill_stick(self) -> None:
        """Bring new requests, and take the receipts of the last ones back."""
        for _ in range(NEW_REQUESTS):
            self.asked += 1
            self.place.ask(self.asked)
        take_receipts(self.place.spool, self.place.stick)
        copy_to(self.place.spool, self.place.stick)

    def live(self, life: str, hears: int, part: float) -> None:
        """Let a window work and kill it when it has said so many things and a part of the next has passed.

        A part of the time that the one before took here and now: every moment is as likely, however busy
        the machine is.
        """
        self.fill_stick()
        listens, tells = CONTEXT.Pipe(duplex=False)
        window = CONTEXT.Process(target=work, args=(self.place.root, life, tells))
        window.start()
        tells.close()
        begun, took = time.monotonic(), self.to_begin
        try:
            for number in range(hears):
                assert listens.poll(PATIENCE_SECONDS), "the desk does nothing more"
                self.told.append(listens.recv())
                took, begun = time.monotonic() - begun, time.monotonic()
                self.to_begin = took if number == 0 else self.to_begin
            time.sleep(took * part)
        finally:
            window.kill()
            window.join()
        with contextlib.suppress(EOFError):
            while True:
                self.told.append(listens.recv())

    def check(self) -> None:
        """Take in and list what is left; then each request and each record is there once."""
        place = self.place
        take_in(place.office, place.key, place.stick)
        place.export(place.office.spool)
        take_receipts(place.spool, place.stick)
        cases = place.board().cases
        ids = [case.entry.request.id for case in cases]
        assert sorted(ids) == sorted(request_id(number) for number in range(1, self.asked + 1))
        assert {envelope.request_id for envelope in place.spool.delivered()} == set(ids)
        notes = [record.note for case in cases for record in case.records]
        assert len(set(notes)) == len(notes), "a record is doubled"
        recorded = {each.removeprefix(f"{RECORDED} ") for each in self.told if each.startswith(RECORDED)}
        assert recorded <= set(notes), "a record is lost"
        done = [job for job in read_jobs(place.office.spool) if job.state == "done"]
        assert {path.name for path in place.office.lists.iterdir()} == {job.file for job in done}
        listed = collections.Counter(
            number
            for job in done
            for number in set(re.findall(r"lobby#(\d+)", job.target.read_text("utf-8")))
        )
        assert listed == {str(number): 1 for number in range(1, self.asked + 1)}


CONTEXT = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload([work.__module__])


def kill_many_times(folder: Path, times: int, seed: int = 20261130) -> collections.Counter[str]:
    """Kill at moments that are spread over all that the window does; count what it had said by then."""
    clinic = Clinic(Place(folder / "place"))
    clinic.place.set_up("ana")
    clinic.place.office.meet(["lobby"])
    clinic.live("whole", THINGS, 0)
    assert {TAKEN, LISTED, RESTS} <= set(clinic.told)
    chance = random.Random(seed)  # noqa: S311  # moments to kill at, not secrets
    for number in range(times):
        clinic.live(f"life {number}", chance.randrange(THINGS), chance.random())
        if number % 20 == 19:  # the more there is, the longer everything takes
            clinic.check()
    clinic.check()
    said = collections.Counter(each.split(" ")[0] for each in clinic.told)
    return collections.Counter({"kills": times, "requests": clinic.asked, **said})


def test_ten_kills_of_the_desk_lose_and_double_nothing(folder: Path) -> None:
    kill_many_times(folder, 10)


def kill_new_desks_fifty_times(folder: Path, seeds: Iterable[int]) -> None:
    """Kill one desk after the other: a window that opens hundreds of calls only gets slower."""
    for seed in seeds:
        (folder / str(seed)).mkdir()
        counts = kill_many_times(folder / str(seed), 50, seed)
        write_counts("kills", f"desk window, {seed}", counts)
        assert counts["kills"] == 50
        assert counts["recorded"] > 25


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_fifty_kills_of_the_desk_lose_and_double_nothing(folder: Path, seed: int) -> None:
    kill_new_desks_fifty_times(folder, [seed])


@pytest.mark.prove
def test_two_hundred_kills_of_the_desk_lose_and_double_nothing(folder: Path) -> None:
    kill_new_desks_fifty_times(folder, range(4))
