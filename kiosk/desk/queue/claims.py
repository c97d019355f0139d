"""Who is calling whom: one small file for each case that is open at a desk, and no clock that decides."""

import contextlib
import dataclasses
import json
import os
import re
from collections.abc import Callable
from typing import Annotated, Final

from kiosk.core.callback.request import RequestId
from kiosk.core.validation import Constraints, read
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.store.durable import PRIVATE_FILE, make_folders, remove_durably, write_durably
from kiosk.store.reading import read_json

RENEWED_AFTER: Final = 60.0
"""Seconds from one beat of a claim to the next. Chosen; not measured."""
_ENDS_AFTER: Final = 180.0
"""Seconds without another beat after which a desk has died, sleeps or is off the network. Chosen: two beats
may be lost."""
_NAME: Final = re.compile(r"([0-9a-f]{32})\.json")
_MAX_BYTES: Final = 4096
"""A claim has some hundred; what is larger is none, and is not read. Chosen."""


@dataclasses.dataclass(frozen=True, slots=True)
class Claim:
    """What a desk says while a case is open there; beat: another one whenever it says so again.

    desk: 32 hex digits that no other desk has. It holds nothing of the visitor, and is not sealed.
    """

    desk: RequestId
    request_id: RequestId
    by: Annotated[str, Constraints("Robin Lee", min_length=1)]
    beat: Annotated[int, Constraints("1", least=0)]


class Claims:
    """The claims of all desks on one folder. All of it is courtesy: a disk that refuses costs nobody a call.

    Each desk counts on its own stopwatch since it saw another beat: no time is compared with another desk's.
    """

    def __init__(self, office: DeskFolder, desk: str, clock: Callable[[], float]) -> None:
        """desk: see Claim, of this desk; clock: seconds, never going back."""
        self._folder, self._scratch = office.claims, office.calls.tmp
        self._desk = desk
        self._clock = clock
        self._seen: dict[str, tuple[Claim | None, float]] = {}
        self._mine: Claim | None = None
        self._beat, self._written_at = 0, 0.0

    def exchange(self, request_id: str, by: str) -> dict[str, str]:
        """Claim a case, or go on claiming it, and return who is calling at other desks, by request id.

        request_id: "" for none. Of desks that claim one case at once, the one whose file is there first goes
        on, and the others see its claim when this returns.
        """
        if self._mine is not None and self._mine.request_id != request_id:
            self.end()
        others = self.others()
        if not request_id or request_id in others:
            return others
        if self._mine is None:
            self._begin(request_id, by)
            return self.others()
        if self._clock() - self._written_at >= RENEWED_AFTER:
            self._renew(self._mine)
        return others

    def others(self) -> dict[str, str]:
        """Return who is calling at other desks, by request id, and remove what a desk that died has left."""
        found = self._read()
        if found is None:
            return {}
        now = self._clock()
        mine = [about for about, claim in found.items() if claim is not None and claim.desk == self._desk]
        if self._mine is not None and self._mine.request_id not in mine:
            self._mine = None  # this computer slept until another desk thought that it had died
        for about in mine:
            del found[about]
            if self._mine is None or self._mine.request_id != about:
                self._remove(about)  # the disk refused when it ended
        self._seen = {
            about: self._seen[about] if self._seen.get(about, ("",))[0] == claim else (claim, now)
            for about, claim in found.items()
        }
        for about in [about for about, (_, since) in self._seen.items() if now - since >= _ENDS_AFTER]:
            del self._seen[about]
            self._remove(about)
        return {about: claim.by for about, (claim, _) in self._seen.items() if claim is not None}

    def end(self) -> None:
        """Claim nothing any more."""
        if self._mine is not None:
            about, self._mine = self._mine.request_id, None
            self._remove(about)

    def _begin(self, request_id: str, by: str) -> None:
        """Write a claim, unless another desk was quicker: the disk lets one file of a name begin."""
        claim = Claim(self._desk, request_id, by, self._beat + 1)
        with contextlib.suppress(OSError):
            make_folders(self._folder)
            path = self._folder / f"{request_id}.json"
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
            try:
                os.write(descriptor, _bytes_of(claim))
            finally:
                os.close(descriptor)
            self._has_written(claim)

    def _renew(self, mine: Claim) -> None:
        claim = dataclasses.replace(mine, beat=self._beat + 1)
        with contextlib.suppress(OSError):
            write_durably(self._folder, f"{claim.request_id}.json", _bytes_of(claim), self._scratch)
            self._has_written(claim)

    def _has_written(self, claim: Claim) -> None:
        self._mine, self._beat, self._written_at = claim, claim.beat, self._clock()

    def _remove(self, request_id: str) -> None:
        with contextlib.suppress(OSError):
            remove_durably(self._folder / f"{request_id}.json")

    def _read(self) -> dict[str, Claim | None] | None:
        """Return the claims by request id, None for a file that holds none; nothing when the disk refuses."""
        try:
            names = [_NAME.fullmatch(path.name) for path in self._folder.iterdir()]
        except FileNotFoundError:
            return {}
        except OSError:
            return None
        return {name[1]: self._read_one(name[1]) for name in names if name}

    def _read_one(self, request_id: str) -> Claim | None:
        path = self._folder / f"{request_id}.json"
        with contextlib.suppress(OSError, ValueError):
            claim, _ = read(Claim, read_json(path, _MAX_BYTES))
            return claim if claim is not None and claim.request_id == request_id else None
        return None


def _bytes_of(claim: Claim) -> bytes:
    return json.dumps(dataclasses.asdict(claim), ensure_ascii=False).encode(errors="replace")
