"""The audit log on a disk: one synced append for each entry, in two files of bounded size."""

import contextlib
import dataclasses
import datetime
import errno
import functools
import hashlib
import logging
import os
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kiosk.core.audit import (
    ENTRIES_A_FILE,
    NOTHING_BEFORE,
    AuditEvent,
    Chain,
    Entry,
    Head,
    first_entry,
    last_entry,
    read_chain,
)
from kiosk.core.errors import SpoolError
from kiosk.core.events import Event
from kiosk.store.durable import PRIVATE_FILE, make_folders, move_durably, sync_file, sync_folder
from kiosk.store.locks import exclusive
from kiosk.store.reading import read_file
from kiosk.store.spool import Spool

SUFFIX: Final = ".jsonl"
BEFORE: Final = f".before{SUFFIX}"
LOCK: Final = ".lock"
MOST_BYTES: Final = 4 * 1024 * 1024
"""Of a file of a log; a full one has some 400,000. Chosen; a larger one is not read."""
_CARRIED: Final = re.compile(rf"audit-[0-9a-f]{{32}}{re.escape(SUFFIX)}")
_TIME: Final = "%Y-%m-%dT%H:%M:%SZ"
_LOOKS: Final = 100
_LOOK_SECONDS: Final = 0.01
"""An entry takes milliseconds; whoever waits for another one gives up after a second. Chosen."""
_FLAGS: Final = (os.O_WRONLY | os.O_APPEND | os.O_CREAT) | sum(
    getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY")
)

_log = logging.getLogger(__name__)


class AuditLog:
    """One chain: NAME.jsonl, which grows, NAME.before.jsonl, the full one before it, and NAME.lock.

    Several processes of one machine may write it. Nothing that staff or visitors do ever fails with it.
    """

    def __init__(self, folder: Path, name: str) -> None:
        """Name the log; nothing is read or made."""
        self.file = folder / f"{name}{SUFFIX}"
        self._full = folder / f"{name}{BEFORE}"
        self._lock = folder / f"{name}{LOCK}"
        self._missing = 0

    def add(
        self, event: AuditEvent, now: datetime.datetime, *, by: str = "", whom: str = "", **numbers: int
    ) -> None:
        """Put an entry on the disk, or say in the journal that it could not be written; now: aware."""
        at = now.astimezone(datetime.UTC).strftime(_TIME)
        done = Entry(1, at, event, NOTHING_BEFORE, numbers, by, whom)
        try:
            self._add(done)
        except OSError as error:
            self._missing += 1
            _log.error("%s %s %s", Event.AUDIT_UNWRITTEN, event, error.strerror)
        else:
            self._missing = 0

    def head(self) -> str | None:
        """Return where the chain ends now, None where there is none or the disk does not say."""
        if not os.path.lexists(self.file) and not os.path.lexists(self._full):
            return None
        with contextlib.suppress(OSError), self._alone():
            last, _ = last_entry(self.read())
            return None if last is None else str(Head(last.n, last.hash))
        return None

    def read(self) -> bytes:
        """Return all its lines, oldest first; nothing where there is no log. Raises OSError."""
        return _bytes_of(self._full) + _bytes_of(self.file)

    def chain(self) -> Chain:
        """Read and check it. Raises OSError."""
        return read_chain(self.read())

    def _add(self, done: Entry) -> None:
        folder = self.file.parent
        if not folder.is_dir() and folder.parent.is_dir():
            make_folders(folder)
        with self._alone():
            log = self.read()
            last, torn = last_entry(log)
            entries = [*self._about_itself(done, torn), done]
            for place, entry in enumerate(entries):
                entries[place] = last = entry.after(last)
            if not torn and self._is_full():
                move_durably([(self.file, self._full)])
            lines = b"".join(entry.line + b"\n" for entry in entries)
            self._append(lines if log.endswith(b"\n") or not log else b"\n" + lines)

    def _about_itself(self, done: Entry, torn: int) -> Iterator[Entry]:
        """Say what the log lacks before something that was done."""
        if torn:
            numbers = {"bytes": torn}
            yield dataclasses.replace(done, event=AuditEvent.LOG_MENDED, numbers=numbers, by="", whom="")
        if self._missing:
            numbers = {"entries": self._missing}
            yield dataclasses.replace(done, event=AuditEvent.LOG_WAS_SHUT, numbers=numbers, by="", whom="")

    def _is_full(self) -> bool:
        log = _bytes_of(self.file)
        first, (last, _) = first_entry(log), last_entry(log)
        return first is not None and last is not None and last.n - first.n + 1 >= ENTRIES_A_FILE

    def _append(self, data: bytes) -> None:
        descriptor = os.open(self.file, _FLAGS, PRIVATE_FILE)
        try:
            remaining = memoryview(data)
            while remaining:
                remaining = remaining[os.write(descriptor, remaining) :]
            sync_file(descriptor)
        finally:
            os.close(descriptor)
        sync_folder(self.file.parent)

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep other threads and processes of this machine off. Raises OSError."""
        taken = SpoolError("Another program writes the audit log.")
        with contextlib.ExitStack() as stack:
            for _ in range(_LOOKS):
                try:
                    stack.enter_context(exclusive(self._lock, taken))
                    break
                except SpoolError:
                    time.sleep(_LOOK_SECONDS)
            else:
                raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))
            yield


def kiosk_log(spool: Spool) -> AuditLog:
    """Return the log of a kiosk, in the spool's state folder: one for all that this process does there."""
    return _kiosk_log(spool.state)


@functools.cache
def _kiosk_log(state: Path) -> AuditLog:
    return AuditLog(state, "audit")


def carried_name(kiosk_id: str) -> str:
    """Return what a kiosk's log is called on a stick: who reads it learns nothing of the kiosk's id."""
    return f"audit-{hashlib.sha256(kiosk_id.encode()).hexdigest()[:32]}{SUFFIX}"


def is_carried(file: Path) -> bool:
    """Whether a file has such a name."""
    return _CARRIED.fullmatch(file.name) is not None


def _bytes_of(file: Path) -> bytes:
    try:
        return read_file(file, MOST_BYTES)
    except FileNotFoundError:
        return b""
