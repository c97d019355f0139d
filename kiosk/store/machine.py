"""The machine under a kiosk: what day it is, how long it was on, and whether its disk forgets."""

import contextlib
import dataclasses
import datetime
import hashlib
import hmac
import json
import re
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Final

from kiosk.core.errors import SpoolError
from kiosk.core.machine import Look, MachineRecord, Mark, Moment
from kiosk.core.uptime import Uptime
from kiosk.core.validation import read
from kiosk.store.durable import remove_leftovers, write_durably
from kiosk.store.kiosk_id import kiosk_id_of, settle
from kiosk.store.reading import NotAFile, read_file, read_json
from kiosk.store.spool import Spool

_FILE: Final = "machine.json"
_MARK_FILE: Final = "mark"
_MOST_BYTES: Final = 4096
_MARK: Final = re.compile(rb"(\d{1,15}) (\d{1,15}) ([0-9a-f]{64})\s*")
_ONE_AT_A_TIME: Final = threading.Lock()
"""The visitors' screens and staff's look at one machine, on threads of their own."""


@dataclasses.dataclass(frozen=True, slots=True)
class Surroundings:
    """What a kiosk asks of its machine.

    built: when the program was, aware; is_vouched: a time service has just set the clock to this time;
    second_place: a folder apart from the spool that tells how far this kiosk came, None for none; forgets:
    what is written to the spool's disk is gone when the machine is started again; machine: as of
    machine_hash().
    """

    built: datetime.datetime
    uptime: Callable[[], Uptime]
    is_vouched: Callable[[datetime.datetime], bool] = lambda _now: False
    second_place: Path | None = None
    forgets: Callable[[], bool] = lambda: False
    machine: str = ""


class Machine:
    """Looks at the machine that a spool is on, and keeps what it saw in the spool's state/."""

    def __init__(self, spool: Spool, surroundings: Surroundings) -> None:
        """Name the spool; nothing is read."""
        self._spool = spool
        self._surroundings = surroundings
        self._known = MachineRecord()

    @property
    def known(self) -> MachineRecord:
        """What the last look came to; nothing is read."""
        return self._known

    def running(self) -> float:
        """Return the seconds since the machine was started."""
        return self._surroundings.uptime().seconds

    def is_clock_set(self, now: datetime.datetime) -> bool:
        """Whether the clock can be right, by what the last look came to; nothing is read of the spool."""
        return self._known.believes(self._look(now))

    def is_clock_set_since(self, now: datetime.datetime) -> bool:
        """Whether the clock can be right, by what was kept; by nothing where that cannot be read."""
        try:
            record = self._read()
        except SpoolError:
            record = MachineRecord()
        return record.believes(self._look(now))

    def note(self, now: datetime.datetime) -> MachineRecord:
        """Look at the machine and keep what changed; now: aware. Raises SpoolError."""
        with _ONE_AT_A_TIME:
            settle(self._spool, self._surroundings.machine)
            before = self._read()
            look = dataclasses.replace(
                self._look(now),
                sequence=self._spool.last_sequence(),
                told=self._told_elsewhere(),
                forgets=self._surroundings.forgets(),
            )
            record = before.looked(look)
            if record.is_worth_writing(before):
                self._write(record)
            self._known = record
            return record

    def confirm(self, now: datetime.datetime) -> None:
        """Go on with this clock and this disk: staff looked at both. Raises SpoolError.

        No number that was given before, as far as anything tells, is given again.
        """
        with _ONE_AT_A_TIME:
            record = self._read().confirmed(self._look(now))
            if record.mark.sequence > self._spool.last_sequence():
                self._spool.reserve_sequence(record.mark.sequence)
            self._write(record)
            self._known = record

    def leave_mark(self, folder: Path) -> None:
        """Leave on a stick or share how far this kiosk has come, and look what was left there before.

        A mark that is ahead of this disk is kept, and the form closes. Raises SpoolError; a folder that
        refuses is none of ours to tell of.
        """
        kiosk_id = kiosk_id_of(self._spool)
        file = folder / f"kiosk-{_proof(kiosk_id, b'name')[:16]}.mark"
        # What may hang is asked while nobody waits for this machine.
        there = _mark_in(file, kiosk_id)
        with _ONE_AT_A_TIME:
            record = self._read()
            own = Mark(record.mark.starts, self._spool.last_sequence())
            told = own.or_later(there)
            if own != told:
                record = dataclasses.replace(record, ahead=told.or_later(record.ahead or told))
                self._write(record)
        if own != there and record.ahead is None:
            _put_mark(file, kiosk_id, own)

    def _look(self, now: datetime.datetime) -> Look:
        up = self._surroundings.uptime()
        return Look(
            now=Moment(now.timestamp(), up.boot, up.seconds),
            built=self._surroundings.built.timestamp(),
            day=now.astimezone(datetime.UTC).date().toordinal(),
            is_vouched=self._surroundings.is_vouched(now),
        )

    def _places(self) -> tuple[Path, ...]:
        """Return the folders beside state/ that tell how far this kiosk has come."""
        second = self._surroundings.second_place
        return (self._spool.root,) if second is None else (self._spool.root, second)

    def _told_elsewhere(self) -> Mark:
        told, kiosk_id = self._known.mark, kiosk_id_of(self._spool)
        for place in self._places():
            told = told.or_later(_mark_in(place / _MARK_FILE, kiosk_id))
        return told

    def _read(self) -> MachineRecord:
        file = self._spool.state / _FILE
        try:
            record, _ = read(MachineRecord, read_json(file, _MOST_BYTES))
        except (FileNotFoundError, NotAFile, ValueError):
            record = None
        except OSError as error:
            raise _refusal(file, "read", error) from None
        return record or MachineRecord()

    def _write(self, record: MachineRecord) -> None:
        file = self._spool.state / _FILE
        try:
            write_durably(
                file.parent, file.name, json.dumps(dataclasses.asdict(record)).encode(), self._spool.tmp
            )
        except OSError as error:
            raise _refusal(file, "written", error) from None
        if record.ahead is None:
            kiosk_id = kiosk_id_of(self._spool)
            for place in self._places():
                _put_mark(place / _MARK_FILE, kiosk_id, record.mark)


def _mark_in(file: Path, kiosk_id: str) -> Mark:
    """Return what a mark says, of nothing when it is none of this kiosk."""
    try:
        found = _MARK.fullmatch(read_file(file, _MOST_BYTES))
    except OSError:
        return Mark()
    if found is None or not hmac.compare_digest(
        _proof(kiosk_id, found[1] + b" " + found[2]), found[3].decode()
    ):
        return Mark()
    return Mark(int(found[1]), int(found[2]))


def _put_mark(file: Path, kiosk_id: str, mark: Mark) -> None:
    said = f"{mark.starts} {mark.sequence}"
    data = f"{said} {_proof(kiosk_id, said.encode())}\n".encode()
    with contextlib.suppress(OSError):
        remove_leftovers(file.parent, file.name)
        write_durably(file.parent, file.name, data, file.parent)


def _proof(kiosk_id: str, said: bytes) -> str:
    """Return what only who knows the kiosk's id, which lies in no clear text outside it, can write."""
    return hmac.new(kiosk_id.encode(), said, hashlib.sha256).hexdigest()


def _refusal(file: Path, action: str, error: OSError) -> SpoolError:
    return SpoolError(
        f"{file} could not be {action} ({error.strerror}): check that the spool's disk is there, "
        "writable and not full."
    )
