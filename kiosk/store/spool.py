"""The spool: one sealed file per request, on the disk before anybody says thank you."""

import contextlib
import datetime
import itertools
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from kiosk.core.errors import SpoolError
from kiosk.core.staff_words import mark, tr, tr_count
from kiosk.store.counter import COPIES, read_counter
from kiosk.store.durable import is_plain_file, make_folders, move_durably, remove_durably, write_durably
from kiosk.store.envelope import (
    UNDATED,
    Envelope,
    EnvelopeState,
    is_before,
    name_of,
    parse_name,
    read_envelope,
    short_name,
)

_REFUSED: Final = mark(
    "The spool {root} could not {action} ({reason}): check that its disk is there, writable and not full."
)
MAX_WRITE_TIME: Final = datetime.timedelta(hours=1)
"""A part file older than this was left by a program that died. Chosen; a write takes milliseconds."""
_OPENED: Final = ".opened"
"""Follows the name of what was put aside though its bytes fit: whoever opened it had a reason."""


class Spool:
    """The folder tmp/ new/ collected/ exported/ quarantine/ jobs/ state/ under one root.

    A request waits in new/, is in collected/ once a verified copy is on its way to the desk, and in exported/
    once it is in a list or the desk has given a receipt.
    Every method raises SpoolError, and only that, when the disk refuses. Programs may share a spool.
    """

    def __init__(self, root: Path) -> None:
        """Name the spool; nothing is read or made before create_folders()."""
        self.root = root
        self.tmp = root / "tmp"
        self.new = root / "new"
        self.collected = root / "collected"
        self.exported = root / "exported"
        self.damaged = root / "quarantine"
        self.jobs = root / "jobs"
        self.state = root / "state"
        self._kept = (self.new, self.collected, self.exported, self.damaged)
        self.folders = (self.tmp, *self._kept, self.jobs, self.state)
        """All that belong to it."""

    def create_folders(self) -> None:
        """Create what is missing."""
        try:
            for folder in self.folders:
                make_folders(folder)
        except OSError as error:
            raise self._refusal(tr("be prepared"), error) from None

    def clear_leftovers(self, now: datetime.datetime, after: datetime.timedelta = MAX_WRITE_TIME) -> int:
        """Delete what interrupted writes left in tmp/, and return how many files may be running ones.

        now: aware; after: what was touched within this time stays.
        """
        running = 0
        try:
            for path in self.tmp.iterdir():
                with contextlib.suppress(FileNotFoundError):
                    touched = datetime.datetime.fromtimestamp(path.lstat().st_mtime, datetime.UTC)
                    if is_plain_file(path) and abs(now - touched) > after:
                        path.unlink()
                    else:
                        running += is_plain_file(path)
        except OSError as error:
            raise self._refusal(tr("be cleared"), error) from None
        return running

    def probe(self) -> None:
        """Raise SpoolError unless a small file can be written durably right now."""
        try:
            self._write(self.tmp, "probe", b"probe")
        except OSError as error:
            raise self._refusal(tr("be written"), error) from None
        finally:
            with contextlib.suppress(OSError):
                (self.tmp / "probe").unlink(missing_ok=True)

    def last_sequence(self) -> int:
        """Return the last request number that was given, 0 when none can be told."""
        try:
            return max(read_counter(self.state).values(), default=0)
        except OSError as error:
            raise self._refusal(tr("be read"), error) from None

    def reserve_sequence(self, at_least: int | None = None) -> int:
        """Return the next request number, from 1; numbers may be skipped, they never come twice.

        A number goes into the older one of two files, twice, so that a lost or damaged file is noticed and
        survived: it may have had the last number, so one is skipped then. Without a sound copy no number is
        given (unless the spool was never used, or somebody who knows better says which one is the least).
        """
        try:
            known = read_counter(self.state)
            if not known and at_least is None and self._was_used():
                raise SpoolError(
                    f"Both copies of the request counter in {self.state} are lost: write the last number of "
                    f"this kiosk's lists twice, such as 41 41, into {self.state / COPIES[0]}."
                )
            is_whole = len(known) == len(COPIES)
            following = max(max(known.values(), default=-1) + (1 if is_whole else 2), at_least or 1)
            for name in (min(known, key=known.__getitem__),) if is_whole else COPIES:
                self._write(self.state, name, f"{following} {following}\n".encode())
        except OSError as error:
            raise self._refusal("count a request", error) from None
        return following

    def add(self, sealed: bytes, request_id: str, day: datetime.date) -> Path:
        """Keep sealed bytes; they are on the disk when this returns, under new/.

        request_id: 32 hex digits. The same bytes may be added again: they stay one envelope.
        """
        target = self.new / name_of(sealed, request_id, day)
        was_there = self._exists(target)
        try:
            self._write(self.new, target.name, sealed)
        except OSError as error:
            if not was_there:
                with contextlib.suppress(OSError):
                    remove_durably(target)
            raise self._refusal(tr("keep a request"), error) from None
        return target

    def holds(self, request_id: str) -> bool:
        """Whether a request is kept, here or where it went when it was collected or exported."""
        named = (Path(name) for each in self._kept for name in self._names_in(each) if request_id in name)
        return any(parts[1] == request_id for path in named if (parts := parse_name(path)))

    def kept_at(self, since: datetime.date = UNDATED) -> tuple[datetime.datetime, ...]:
        """Return when each request was put on the disk, UTC, but for those named for a day before `since`."""
        moments = []
        for path in self.all_files():
            if is_before(path, since):
                continue
            try:
                moments.append(datetime.datetime.fromtimestamp(path.lstat().st_mtime, datetime.UTC))
            except FileNotFoundError:
                continue
            except OSError as error:
                raise self._refusal(tr("be read"), error) from None
        return tuple(moments)

    def waiting(self) -> tuple[Envelope, ...]:
        """Every envelope in new/ by name, each checked against its name."""
        return tuple(envelope for path in self._files_in(self.new) if (envelope := read_envelope(path)))

    def waiting_days(self) -> tuple[datetime.date, ...]:
        """Return the days that the names in new/ tell; no file is read."""
        return tuple(parts[0] for path in self._files_in(self.new) if (parts := parse_name(path)))

    def waiting_about(self, request_id: str) -> tuple[Envelope, ...]:
        """Every envelope in new/ that names this request, as waiting() gives them."""
        named = (path for path in self._files_in(self.new) if f"-{request_id}-" in path.name)
        return tuple(envelope for path in named if (envelope := read_envelope(path)))

    def on_the_way(self) -> tuple[Envelope, ...]:
        """Every envelope in collected/, as waiting() gives them: copied, and no receipt came yet."""
        return tuple(envelope for path in self._files_in(self.collected) if (envelope := read_envelope(path)))

    def delivered(self) -> tuple[Envelope, ...]:
        """Every envelope in exported/, as waiting() gives them."""
        return tuple(envelope for path in self._files_in(self.exported) if (envelope := read_envelope(path)))

    def unrecognized_files(self) -> tuple[Path, ...]:
        """Files in new/ whose names are not those of envelopes: put there from outside."""
        return tuple(path for path in self._files_in(self.new) if parse_name(path) is None)

    def damaged_names(self) -> tuple[str, ...]:
        """Return the short names of all that is in quarantine/ because its bytes did not fit."""
        return tuple(short_name(path) for path in self._files_in(self.damaged) if _OPENED not in path.name)

    def bring_back(self) -> tuple[str, ...]:
        """Let what is in quarantine/ wait again if its bytes fit its name after all; return the short names.

        What was put aside by somebody who could open it stays, and so does what is kept already.
        """
        back = []
        for path in self._files_in(self.damaged):
            envelope = read_envelope(path, is_set_aside=True)
            if envelope is None or envelope.state is not EnvelopeState.SOUND or _OPENED in path.name:
                continue
            if any(self._exists(each / envelope.name) for each in (self.new, self.collected, self.exported)):
                continue
            try:
                move_durably([(path, self.new / envelope.name)])
            except OSError as error:
                raise self._refusal(tr("move {name}", name=path.name), error) from None
            back.append(envelope.short_name)
        return tuple(back)

    def collect(self, name: str) -> None:
        """Move an envelope from new/ to collected/; one that was moved already may be moved again."""
        self._move({name: self.new}, self.collected)

    def deliver(self, *names: str) -> None:
        """Move envelopes to exported/; those that were moved already may be moved again."""
        collected = {name: self._exists(self.collected / name) for name in names}
        self._move({name: self.collected if collected[name] else self.new for name in names}, self.exported)

    def return_to_waiting(self, *names: str) -> None:
        """Let envelopes from exported/ wait again."""
        self._move(dict.fromkeys(names, self.exported), self.new)

    def all_files(self) -> tuple[Path, ...]:
        """Return whatever may hold a request, wherever it is by now, with or without a name of one."""
        return tuple(path for folder in self._kept for path in self._files_in(folder))

    def read_any(self, path: Path) -> Envelope | None:
        """Read one of all_files(), also from quarantine/; see read_envelope."""
        return read_envelope(path, is_set_aside=path.parent == self.damaged)

    def replace(self, envelope: Envelope, sealed: bytes) -> Path:
        """Put the same request sealed anew in its place, and return where; for a moment there may be both."""
        ending = envelope.path.name.removeprefix(envelope.name)
        target = envelope.path.with_name(name_of(sealed, envelope.request_id, envelope.day) + ending)
        try:
            self._write(target.parent, target.name, sealed)
            remove_durably(envelope.path)
        except OSError as error:
            raise self._refusal(tr("seal a request anew"), error) from None
        return target

    def discard(self, *envelopes: Envelope) -> None:
        """Delete envelopes for good."""
        try:
            for envelope in envelopes:
                remove_durably(envelope.path)
        except OSError as error:
            raise self._refusal(tr("delete a request"), error) from None

    def quarantine(self, envelope: Envelope) -> Path:
        """Move an envelope to quarantine/, never over another one, and return where it is now.

        One whose state is SOUND is there for what it holds, and is not brought back.
        """
        return self.put_aside(envelope.path, _OPENED if envelope.state is EnvelopeState.SOUND else "")

    def put_aside(self, path: Path, ending: str = "") -> Path:
        """Move whatever stands there to quarantine/, as quarantine() does; ending: follows its name."""
        name = path.name + ending
        names = itertools.chain([name], (f"{name}.{count}" for count in itertools.count(2)))
        try:
            target = next(each for each in map(self.damaged.joinpath, names) if not os.path.lexists(each))
            move_durably([(path, target)])
        except OSError as error:
            raise self._refusal(tr("move {name}", name=path.name), error) from None
        return target

    def _write(self, folder: Path, name: str, data: bytes) -> None:
        """Write durably, once more through a new temporary file if the disk refuses the first time."""
        try:
            write_durably(folder, name, data, self.tmp)
        except OSError:
            write_durably(folder, name, data, self.tmp)

    def _move(self, sources: Mapping[str, Path], target: Path) -> None:
        try:
            move_durably((folder / name, target / name) for name, folder in sources.items())
        except OSError as error:
            moved = tr_count(len(sources), "move {name}", "move {count} requests", name=next(iter(sources)))
            raise self._refusal(moved, error) from None

    def _files_in(self, folder: Path) -> list[Path]:
        return [folder / name for name in sorted(self._names_in(folder))]

    def _names_in(self, folder: Path) -> list[str]:
        try:
            return os.listdir(folder)  # noqa: PTH208  # a Path for each of thousands takes longer than the disk
        except OSError as error:
            raise self._refusal(tr("be read"), error) from None

    def _exists(self, path: Path) -> bool:
        try:
            return path.exists()
        except OSError as error:
            raise self._refusal(tr("be read"), error) from None

    def _was_used(self) -> bool:
        used = (*self._kept, self.jobs)
        has_counter = any((self.state / name).exists() for name in COPIES)
        return has_counter or any(any(folder.iterdir()) for folder in used)

    def _refusal(self, action: str, error: OSError) -> SpoolError:
        return SpoolError(tr(_REFUSED, root=self.root, action=action, reason=error.strerror))
