"""From the kiosk to the desk and its lists, the people of the desk, the PIN: see flows.py."""

import dataclasses
import datetime
import functools
import os
from collections.abc import Iterator
from typing import Final

import pytest
from argon2 import PasswordHasher

from kiosk.core.errors import SpoolError, StickError, UnsealError
from kiosk.core.staff import FREE_GUESSES, Charged, seconds_to_wait
from kiosk.core.uptime import Uptime
from kiosk.desk.access import keys
from kiosk.desk.access.keys import load_key
from kiosk.desk.access.unseal import read_key_file
from kiosk.desk.people import add_person, remove_person
from kiosk.desk.queue.call_list import record_call
from kiosk.desk.queue.calls import CallRecord
from kiosk.desk.queue.numbers import kept_outcomes
from kiosk.store import staff_pin
from kiosk.store.recipients_door import NAME, RecipientsDoor, TakeIn
from kiosk.store.retention import purge_exported
from kiosk.store.staff_pin import PinVerdict, StaffPin, pin_fault, set_pin
from kiosk.store.stick import FOLDER, RECEIPT, copy_to, take_receipts
from tests.desk.taking import take_in
from tests.faults.flows import AT, NOW, Confirm, Flow, Known, Place, Step, Undo, key_of
from tests.numbered import request_id

A_DAY: Final = datetime.timedelta(days=1)


class Carry(Flow):
    """A stick is filled, taken in and listed, its receipts are taken back, and the kiosk deletes."""

    def prepare(self, place: Place) -> None:
        place.set_up("ana")
        for number in self.numbers:
            place.ask(number)

    def steps(self, place: Place) -> Iterator[Step]:
        yield Step("copy", functools.partial(copy_to, place.spool, place.stick))
        yield Step("take in", functools.partial(take_in, place.office, place.key, place.stick))
        yield Step("list", functools.partial(place.export, place.office.spool))
        yield Step("receipts", functools.partial(take_receipts, place.spool, place.stick))
        for day in range(4):
            yield Step(
                f"purge {day}", functools.partial(purge_exported, place.spool, day * A_DAY.total_seconds(), 2)
            )

    def check(self, place: Place, known: Known) -> None:
        place.start_kiosk()
        take_receipts(place.spool, place.stick)
        copy_to(place.spool, place.stick)
        take_in(place.office, place.key, place.stick)
        place.export(place.office.spool)
        take_receipts(place.spool, place.stick)
        given = sorted(f"lobby#{number}" for number in self.numbers)
        assert place.finished_lists(place.office.spool) == given, "a contact is lost, or stands in two lists"
        assert {case.entry.request.id for case in place.board().cases} == self.ids
        assert place.spool.waiting() == place.spool.on_the_way() == ()
        left = {path.suffix for path in (place.stick / FOLDER).iterdir()}
        if known.those("purge", done=False):
            assert left <= {RECEIPT}, "of a request that the kiosk has deleted since"
        else:
            assert left == set()
            assert {envelope.request_id for envelope in place.spool.delivered()} == self.ids


class Desk(Flow):
    """A desk takes in, records calls, and deletes what was finished long ago."""

    def prepare(self, place: Place) -> None:
        place.set_up("ana")
        for number in self.numbers:
            place.ask(number)
        copy_to(place.spool, place.stick)

    def steps(self, place: Place) -> Iterator[Step]:
        yield Step("take in", functools.partial(take_in, place.office, place.key, place.stick))
        for number in self.numbers:
            for state in ("no answer", "reached")[: 2 - number % 2]:
                yield Step(f"record {number} {state}", functools.partial(self._record, place, number, state))
        yield Step("due", functools.partial(place.board, NOW + 40 * A_DAY))
        yield Step("forget", functools.partial(place.board, NOW + 41 * A_DAY))

    @staticmethod
    def _record(place: Place, number: int, state: str) -> None:
        case = next(
            (each for each in place.board().cases if each.entry.request.id == request_id(number)), None
        )
        if case is None:
            raise SpoolError("Not everything can be read now, and staff are told.")
        record_call(place.office, case, CallRecord(request_id(number), state, "", "ana", AT))  # type: ignore[arg-type]  # a state

    def check(self, place: Place, known: Known) -> None:
        take_in(place.office, place.key, place.stick)
        board = place.board()
        forgotten, outcomes = place.office.forgotten(), kept_outcomes(place.office, place.key)
        listed = {case.entry.request.id: case for case in board.cases}
        assert len(listed) == len(board.cases), "a request is doubled"
        assert set(listed) | set(forgotten) == self.ids, "a request is lost"
        half_gone = set(listed) & set(forgotten)
        assert not any(listed[each].is_open for each in half_gone), "a request that was deleted comes again"
        assert set(forgotten) <= {outcome.id for outcome in outcomes}, "nobody counts it any more"
        if "forget" not in known.begun:
            assert set(listed) == self.ids, "a request is deleted too early"
        if "forget" in known.done and not known.is_same_program:
            assert set(listed) == {request_id(number) for number in self.numbers if number % 2}
        for name in (each for each in known.done if each.startswith("record")):
            _, number, state = name.split(" ", 2)
            if request_id(int(number)) in listed:
                records = listed[request_id(int(number))].records
                assert [str(record.state) for record in records].count(state) == 1, name
        assert place.office.spool.unrecognized_files() == place.office.calls.unrecognized_files() == ()


class Lists(Flow):
    """Requests are listed at the kiosk itself, by the command line, again and again."""

    def prepare(self, place: Place) -> None:
        place.set_up("ana")
        place.ask(1)

    def steps(self, place: Place) -> Iterator[Step]:
        for number in self.numbers:
            yield Step(f"list {number}", functools.partial(place.export, place.spool))
            yield Step(f"ask {number + 1}", functools.partial(place.ask, number + 1))

    def check(self, place: Place, known: Known) -> None:
        place.start_kiosk()
        place.export(place.spool)
        place.export(place.spool)
        listed = place.finished_lists(place.spool)
        assert len(set(listed)) == len(listed), "a contact stands in two lists"
        assert place.spool.waiting() == ()
        kept = [envelope.request_id for envelope in place.spool.delivered()]
        assert len(kept) == len(set(kept)) == len(listed)
        asked = known.those("ask", done=True) | {1}
        assert {request_id(number) for number in asked} <= set(kept), "a request is lost"


class Pin(Flow):
    """Somebody guesses the PIN, an hour apart, then IT sets another one."""

    old, new = "246813", "975310"

    def prepare(self, place: Place) -> None:
        place.set_up("ana")
        quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
        (place.root / "staff-pin").write_text(quick.hash(self.old))
        for number in range(1, FREE_GUESSES):
            StaffPin(place.root / "staff-pin", place.spool, functools.partial(_at, number), _STARTED).check(
                "111222"
            )

    def steps(self, place: Place) -> Iterator[Step]:
        up = [Uptime("this", 4000.0)]
        pin = StaffPin(place.root / "staff-pin", place.spool, lambda: up[0], _STARTED)

        def guess(number: int) -> None:
            up[0] = _at(number)
            assert pin.check("111222").verdict is PinVerdict.WRONG
            assert pin.wait().wait >= _due(number), "a guess is not charged"

        for number in range(FREE_GUESSES, FREE_GUESSES + self.size + 1):
            yield Step(f"guess {number}", functools.partial(guess, number))
        yield Step("set", functools.partial(self._set, place))

    def _set(self, place: Place) -> None:
        quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(staff_pin, "_HASHER", quick)
            set_pin(place.root / "staff-pin", self.new)

    def check(self, place: Place, known: Known) -> None:
        place.start_kiosk()
        file = place.root / "staff-pin"
        assert pin_fault(file) == ""
        pin = StaffPin(file, place.spool, lambda: _RESTARTED, _RESTARTED)
        if not known.is_same_program:
            last = max(known.those("guess", done=True), default=0)
            assert pin.wait().wait >= _due(last), "a guess that was charged is free again"
        tried = {self.new: 10_000.0} if "set" in known.done else {self.old: 10_000.0, self.new: 20_000.0}
        assert PinVerdict.RIGHT in {
            StaffPin(file, place.spool, functools.partial(Uptime, "next", at), _RESTARTED).check(pin).verdict
            for pin, at in tried.items()
        }


_STARTED: Final = Uptime("this", 0.0)
_RESTARTED: Final = Uptime("next", 0.0)


def _at(number: int) -> Uptime:
    return Uptime("this", 4000.0 * number)


def _due(guesses: int) -> float:
    """The seconds to wait after so many guesses, from a restart on."""
    return seconds_to_wait(Charged(guesses, "this", _at(guesses).seconds), _RESTARTED)


class People(Flow):
    """Somebody comes to the desk, and somebody goes."""

    def prepare(self, place: Place) -> None:
        place.set_up("ana", "ben")
        for number in self.numbers:
            place.ask(number)
        take_in(place.office, place.key, place.spool.root)
        case = place.board().cases[0]
        record_call(place.office, case, CallRecord(case.entry.request.id, "no answer", "", "ana", AT))
        place.office.spool.deliver(place.office.spool.waiting()[0].path.name)

    def steps(self, place: Place) -> Iterator[Step]:
        yield Step("add", functools.partial(self._add, place))
        yield Step("remove", functools.partial(remove_person, place.office, place.key, "ben", NOW))

    @staticmethod
    def _add(place: Place) -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(keys, "protect", lambda plain, _words: plain)
            add_person(place.office, place.key, "cyd", NOW, str)

    def check(self, place: Place, known: Known) -> None:
        self._check_ana_sees_all(place)
        ben = read_key_file(key_of("ben")[0], str)
        if "remove" not in known.done and "remove" in known.begun and "ben" in place.office.people():
            remove_person(place.office, place.key, "ben", NOW)
        if "remove" in known.begun and "ben" not in place.office.people():
            for spool in (place.office.spool, place.office.calls):
                for file in (path for folder in spool.folders for path in folder.glob("*.age*")):
                    with pytest.raises(UnsealError):
                        ben.open(file.read_bytes())
        if "add" in known.done:
            cyd = load_key(place.office.key_file("cyd"), str)
            for envelope in (*place.office.spool.waiting(), *place.office.spool.delivered()):
                cyd.open(envelope.path.read_bytes())
        self._check_ana_sees_all(place)

    def _check_ana_sees_all(self, place: Place) -> None:
        board = place.board()
        assert {case.entry.request.id for case in board.cases} == self.ids
        assert len(board.cases) == len(self.ids), "a request is doubled"
        assert sum(len(case.records) for case in board.cases) == 1


class Recipients(Flow):
    """The kiosk's service takes in new recipients, twice."""

    def prepare(self, place: Place) -> None:
        place.set_up("ana", "ben")
        (place.root / "run" / "drop").mkdir(parents=True)
        (place.root / "etc").mkdir()
        (place.root / "etc" / NAME).write_bytes(self._file(place, 0))

    @staticmethod
    def _file(place: Place, number: int) -> bytes:
        return f"# version {number}\n{place.key.recipient}\n".encode()

    def steps(self, place: Place) -> Iterator[Step]:
        for number in self.numbers:
            yield Step(f"take {number}", functools.partial(self._take, place, self._file(place, number)))

    @staticmethod
    def _take(place: Place, data: bytes) -> None:
        door = RecipientsDoor(place.root / "run", place.root / "etc" / NAME)

        def serve(_seconds: float) -> None:
            door.accept(os.geteuid())

        served = dataclasses.replace(door, pause=serve)
        if served.hand_in(data) is not TakeIn.TAKEN:
            raise StickError("It was refused, and staff are told.")

    def check(self, place: Place, known: Known) -> None:
        stands = (place.root / "etc" / NAME).read_bytes()
        least = max(known.those("take", done=True), default=0)
        most = max(known.those("take", done=False), default=0)
        assert stands in {self._file(place, number) for number in range(least, most + 1)}
        self._take(place, self._file(place, self.size + 1))
        assert (place.root / "etc" / NAME).read_bytes() == self._file(place, self.size + 1)


FLOWS: Final[dict[str, type[Flow]]] = {
    flow.__name__.lower(): flow for flow in (Confirm, Undo, Carry, Desk, Lists, Pin, People, Recipients)
}
