"""Who is calling whom: one small file for each desk that has a case open, and no clock that decides."""

import contextlib
import dataclasses
import json
import re
from collections.abc import Callable
from typing import Annotated, Final

from kiosk.core.callback.request import RequestId
from kiosk.core.validation import Constraints, read
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.store.durable import make_folders, remove_durably, write_durably
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
        self._seen: dict[str, tuple[Claim, float]] = {}
        self._mine: Claim | None = None
        self._beat, self._written_at = 0, 0.0

    def exchange(self, request_id: str, by: str) -> dict[str, str]:
        """Claim a case, or go on claiming it, and return who is calling at other desks, by request id.

        request_id: "" for none. What another desk claims is not claimed here as well: of two that began at
        once, the desk whose name comes first goes on.
        """
        others = self.others()
        rivals = [claim.desk for claim, _ in self._seen.values() if claim.request_id == request_id]
        is_mine = self._mine is not None and self._mine.request_id == request_id
        if not request_id or any(not is_mine or rival < self._desk for rival in rivals):
            self.end()
        elif not is_mine or self._clock() - self._written_at >= RENEWED_AFTER:
            self._beat += 1
            self._write(Claim(self._desk, request_id, by, self._beat))
        return others

    def others(self) -> dict[str, str]:
        """Return who is calling at other desks, by request id, and remove what a desk that died has left."""
        now = self._clock()
        found = {claim.desk: claim for claim in self._read()}
        self._seen = {
            desk: self._seen[desk] if self._seen.get(desk, (None,))[0] == claim else (claim, now)
            for desk, claim in found.items()
        }
        for desk in [desk for desk, (_, since) in self._seen.items() if now - since >= _ENDS_AFTER]:
            del self._seen[desk]
            self._remove(desk)
        return {claim.request_id: claim.by for claim, _ in self._seen.values()}

    def end(self) -> None:
        """Claim nothing any more."""
        if self._mine is not None:
            self._mine = None
            self._remove(self._desk)

    def _write(self, claim: Claim) -> None:
        data = json.dumps(dataclasses.asdict(claim), ensure_ascii=False).encode(errors="replace")
        with contextlib.suppress(OSError):
            make_folders(self._folder)
            write_durably(self._folder, f"{claim.desk}.json", data, self._scratch)
            self._mine, self._written_at = claim, self._clock()

    def _remove(self, desk: str) -> None:
        with contextlib.suppress(OSError):
            remove_durably(self._folder / f"{desk}.json")

    def _read(self) -> list[Claim]:
        with contextlib.suppress(OSError):
            names = (_NAME.fullmatch(path.name) for path in self._folder.iterdir())
            desks = [name[1] for name in names if name and name[1] != self._desk]
            return [claim for desk in desks if (claim := self._read_one(desk)) is not None]
        return []

    def _read_one(self, desk: str) -> Claim | None:
        path = self._folder / f"{desk}.json"
        with contextlib.suppress(OSError, ValueError):
            claim, _ = read(Claim, read_json(path, _MAX_BYTES))
            return claim if claim is not None and claim.desk == desk else None
        return None
