"""What people do with the programs on one folder, and what must hold on whatever disk a fault leaves."""

import abc
import dataclasses
import datetime
import functools
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Final

from kiosk.core.callback.request import Withdrawal
from kiosk.core.errors import KioskError
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.access.keys import load_key
from kiosk.desk.access.unseal import StaffKey, generate_key_file
from kiosk.desk.export.csv_list import read_csv
from kiosk.desk.export.run import Order, export_list
from kiosk.desk.queue.call_list import CallCase, CallList
from kiosk.desk.queue.export_jobs import read_jobs
from kiosk.desk.queue.open_board import open_board
from kiosk.store.intake import Intake
from kiosk.store.spool import Spool
from tests.desk.conftest import make_request
from tests.desk.taking import take_in
from tests.numbered import request_id, secret_of

NOW: Final = datetime.datetime(2026, 11, 23, 18, tzinfo=datetime.UTC)
AT: Final = "2026-11-23T18:00:00Z"


@functools.cache
def key_of(name: str) -> tuple[bytes, str]:
    """Return a person's key file, which has no words, and its public half."""
    return generate_key_file(f"today for {name}")


@dataclasses.dataclass(frozen=True)
class Place:
    """A kiosk, a stick and a desk in one folder; all three lose their power at once."""

    root: Path

    def __post_init__(self) -> None:
        """Let ana unlock the desk, if there is one."""
        if (self.root / "desk").is_dir():
            _ = self.key

    @property
    def spool(self) -> Spool:
        """The kiosk's."""
        return Spool(self.root / "kiosk")

    @property
    def stick(self) -> Path:
        """Carried between the two."""
        return self.root / "stick"

    @property
    def office(self) -> DeskFolder:
        """The desk's folder."""
        return DeskFolder(self.root / "desk")

    @functools.cached_property
    def key(self) -> StaffKey:
        """The key of ana, who works here."""
        return load_key(self.office.key_file("ana"), str)

    @property
    def intake(self) -> Intake:
        """The kiosk's form."""
        return Intake(self.spool, self.office.recipients_file, demonstration_allowed=False)

    def set_up(self, *people: str) -> None:
        """Prepare all three for these people, by the programs' own code."""
        self.stick.mkdir(parents=True)
        self.spool.create_folders()
        self.office.prepare()
        lines = (f"# {name}\n{key_of(name)[1]}\n" for name in people)
        self.office.recipients_file.write_text("".join(lines), encoding="utf-8")
        for name in people:
            self.office.key_file(name).write_bytes(key_of(name)[0])

    def start_kiosk(self) -> None:
        """Do what the kiosk does behind its first frame."""
        self.spool.create_folders()
        self.spool.bring_back()
        self.spool.clear_leftovers(NOW)

    def ask(self, number: int) -> int:
        """Take a request at the kiosk and return its number; the visitor is thanked when this returns."""
        return self.intake.take(make_request(number))

    def undo(self, number: int, seq: int) -> None:
        """Take a request back that was given this number."""
        self.intake.withdraw(Withdrawal.of(secret_of(number), "lobby", seq, AT))

    def board(self, now: datetime.datetime = NOW) -> CallList:
        """Open the desk."""
        return open_board(self.office, self.key, now)

    def at_desk(self) -> tuple[CallCase, ...]:
        """Take in what waits at the kiosk itself, and return what the desk shows."""
        take_in(self.office, self.key, self.spool.root)
        return self.board().cases

    def export(self, spool: Spool) -> None:
        """Make a list of what is new."""
        export_list(spool, self.key, Order(self.office.lists, NOW), lambda _done, _all: None)

    def finished_lists(self, spool: Spool) -> list[str]:
        """Return each contact in a finished list, as often as it stands there."""
        jobs = [job for job in read_jobs(spool) if job.state == "done"]
        assert {path.name for path in self.office.lists.iterdir()} == {job.file for job in jobs}
        return sorted(row[0] for job in jobs for row in read_csv(job.target.read_bytes()))


@dataclasses.dataclass(frozen=True, slots=True)
class Step:
    """One thing that somebody does; it is acknowledged when it returns. Raises KioskError, and only that."""

    name: str
    do: Callable[[], object]


@dataclasses.dataclass(frozen=True, slots=True)
class Known:
    """What is known of a day: which steps began, and which were acknowledged.

    is_same_program: none was started anew meanwhile.
    """

    begun: Collection[str]
    done: Collection[str]
    is_same_program: bool = False

    def those(self, kind: str, *, done: bool) -> set[int]:
        """Return the numbers of the steps of a kind, such as those of "ask 1" and "ask 2"."""
        return {int(name.split()[1]) for name in (self.done if done else self.begun) if name.startswith(kind)}


@dataclasses.dataclass(frozen=True, slots=True)
class Flow(abc.ABC):
    """A part of the day, on a place of its own; size: how many visitors, or rounds."""

    size: int = 3

    @property
    def numbers(self) -> range:
        """The visitors, from 1."""
        return range(1, self.size + 1)

    @property
    def ids(self) -> set[str]:
        """The ids of their requests."""
        return {request_id(number) for number in self.numbers}

    @abc.abstractmethod
    def prepare(self, place: Place) -> None:
        """Set up what was there before; all of it is on the disk."""

    @abc.abstractmethod
    def steps(self, place: Place) -> Iterator[Step]:
        """What people do, in this order."""

    @abc.abstractmethod
    def check(self, place: Place, known: Known) -> None:
        """Start the programs again and assert that what was acknowledged holds, and all goes on."""


def live(flow: Flow, place: Place, tell: Callable[[str], None]) -> None:
    """Do all steps; tell: hears when each begins and ends. What the program refuses is not acknowledged."""
    for step in flow.steps(place):
        tell(f"begin {step.name}")
        try:
            step.do()
        except KioskError:
            continue
        tell(f"done {step.name}")


def known_from(told: Collection[str], *, is_same_program: bool = False) -> Known:
    """Return what is known after live() has told this."""
    heard: dict[str, list[str]] = {"begin": [], "done": []}
    for words in told:
        kind, name = words.split(" ", 1)
        heard[kind].append(name)
    return Known(heard["begin"], heard["done"], is_same_program)


class Confirm(Flow):
    """Visitors ask at a kiosk that was never started before."""

    def prepare(self, place: Place) -> None:
        place.set_up("ana")
        for folder in place.spool.folders:
            folder.rmdir()
        place.spool.root.rmdir()

    def steps(self, place: Place) -> Iterator[Step]:
        yield Step("start", place.start_kiosk)
        for number in self.numbers:
            yield Step(f"ask {number}", functools.partial(place.ask, number))

    def check(self, place: Place, known: Known) -> None:
        place.start_kiosk()
        place.ask(self.size + 1)
        envelopes = place.spool.waiting()
        assert place.spool.unrecognized_files() == (), "a torn file in new/"
        assert {envelope.state for envelope in envelopes} == {"sound"}
        ids = [envelope.request_id for envelope in envelopes]
        assert len(set(ids)) == len(ids), "a request is doubled"
        new = {request_id(self.size + 1)}
        assert {request_id(number) for number in known.those("ask", done=True)} | new <= set(ids)
        assert set(ids) <= {request_id(number) for number in known.those("ask", done=False)} | new
        requests = [case.entry.request for case in place.at_desk()]
        assert {request.id for request in requests} == set(ids)
        assert len({request.seq for request in requests}) == len(requests), "a number is given twice"


class Undo(Flow):
    """Visitors ask, and every second one takes it back."""

    def prepare(self, place: Place) -> None:
        place.set_up("ana")

    def steps(self, place: Place) -> Iterator[Step]:
        given: dict[int, int] = {}

        def ask(number: int) -> None:
            given[number] = place.ask(number)

        for number in self.numbers:
            yield Step(f"ask {number}", functools.partial(ask, number))
            if number % 2 and number in given:
                yield Step(f"undo {number}", functools.partial(place.undo, number, given[number]))

    def check(self, place: Place, known: Known) -> None:
        place.start_kiosk()
        assert place.spool.unrecognized_files() == (), "a torn file in new/"
        cases = place.at_desk()
        assert len({case.entry.request.id for case in cases}) == len(cases), "a request is doubled"
        called = {case.entry.request.id for case in cases if case.is_open}
        kept = known.those("ask", done=True) - known.those("undo", done=False)
        assert {request_id(number) for number in kept} <= called, "a request is lost"
        gone = {request_id(number) for number in known.those("undo", done=True)}
        assert not gone & called, "who took it back is called"
