"""What staff may know of the requests in the kiosk: how many, how old, what is in the way, never whose."""

import dataclasses
import datetime
import shutil
from typing import Final

from kiosk.core.errors import SealError
from kiosk.store.check_code import check_code
from kiosk.store.envelope import UNDATED, EnvelopeState, names_of, short_name
from kiosk.store.intake import DISK_FORGETS, Intake
from kiosk.store.spool import Spool

_MEGABYTE: Final = 1_000_000


@dataclasses.dataclass(frozen=True, slots=True)
class Health:
    """Counts of requests by where they are, and whether another one can be taken.

    oldest: day of the oldest that waits, UTC; damaged, unread: short names of what IT has to look at, and of
    what the desk has not had and the disk does not give now; free: megabytes; keys: the check code, to
    compare with the desk's, none without usable recipients; closed_reason: why the form is closed; clock:
    what it says when it is not set, else None; disk_forgets: staff have to look before the form opens.
    """

    waiting: int
    oldest: datetime.date | None
    on_the_way: int
    delivered: int
    damaged: tuple[str, ...]
    unread: tuple[str, ...]
    free: int
    keys: tuple[str, ...]
    closed_reason: str | None
    clock: datetime.datetime | None = None
    disk_forgets: bool = False

    @property
    def needs_look(self) -> bool:
        """Whether staff have to look at the clock or the disk, and say so."""
        return self.clock is not None or self.disk_forgets


def check_health(spool: Spool, intake: Intake, now: datetime.datetime) -> Health:
    """Look at the spool; writes nothing but what shows whether it can be written, and what the machine is.

    Raises SpoolError when the spool cannot be read.
    """
    closed_reason = intake.closed_reason(now)
    waiting, on_the_way = spool.waiting(), spool.on_the_way()
    try:
        keys = check_code(intake.recipients())
    except SealError:
        keys = ()
    return Health(
        waiting=len(waiting),
        oldest=min((envelope.day for envelope in waiting if envelope.day != UNDATED), default=None),
        on_the_way=len(on_the_way),
        delivered=len(spool.delivered()),
        damaged=(
            *spool.damaged_names(),
            *names_of(EnvelopeState.DAMAGED, *waiting, *on_the_way),
            *(short_name(path) for path in spool.unrecognized_files()),
        ),
        unread=names_of(EnvelopeState.UNREAD, *waiting, *on_the_way),
        free=shutil.disk_usage(spool.root).free // _MEGABYTE,
        keys=keys,
        closed_reason=closed_reason,
        clock=None if intake.is_clock_set(now) else now,
        disk_forgets=closed_reason == DISK_FORGETS,
    )
