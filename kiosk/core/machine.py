"""What a kiosk knows of its machine: whether its clock is believed, how long it was on, what its disk kept.

Two clocks are compared: the one that says what day it is, which anybody can set, and the time since the
machine was started, which nobody can.
"""

import dataclasses
import datetime
from typing import Annotated, Final

from kiosk.core.validation import Constraints

MAY_DIFFER: Final = 2 * 3600.0
"""Seconds by which the clock may leave the time that passed: more is a jump. Chosen: clocks drift by seconds
a day, and one that is kept in local time moves by an hour twice a year; not measured."""
LONGEST_OFF: Final = 92 * 86400.0
"""Seconds that a machine may have been off by its clock's word alone. Chosen: a summer; not measured."""
LONGEST_UNUSED: Final = 10 * 366 * 86400.0
"""Seconds from the build of a program to its first start. Chosen; not measured."""
WRITE_AFTER: Final = 600.0
"""Seconds of running after which the record is written though nothing else changed. Chosen; not measured."""

_Seconds = Annotated[float, Constraints("3600", least=0, most=1e12)]
_Ordinal = Annotated[int, Constraints("739947", least=0, most=datetime.date.max.toordinal())]
_Count = Annotated[int, Constraints("3", least=0, most=10**15)]


@dataclasses.dataclass(frozen=True, slots=True)
class Moment:
    """One moment by both clocks.

    clock: seconds since 1970, as the clock says, which may be before that; boot, uptime: as of Uptime.
    """

    clock: Annotated[float, Constraints("1795853109", least=-1e12, most=1e12)]
    boot: str
    uptime: _Seconds

    def passed_since(self, before: "Moment") -> float | None:
        """Return the seconds that the machine ran since a moment of the same start; None for another one."""
        is_same = self.boot == before.boot and self.uptime >= before.uptime
        return self.uptime - before.uptime if is_same else None


@dataclasses.dataclass(frozen=True, slots=True)
class Mark:
    """How far a kiosk has come: starts of its machine, and the last request number. Neither ever shrinks."""

    starts: _Count = 0
    sequence: _Count = 0

    def or_later(self, other: "Mark") -> "Mark":
        """Return the further of both numbers."""
        return Mark(max(self.starts, other.starts), max(self.sequence, other.sequence))


@dataclasses.dataclass(frozen=True, slots=True)
class Look:
    """What is found at one look at the machine.

    built: when the program was, seconds since 1970; day: today, by the clock (date.toordinal); is_vouched: a
    time service has just set it; sequence: the last request number on the disk; told: how far this kiosk has
    come, as other places tell; forgets: the disk is known to forget at every start.
    """

    now: Moment
    built: float
    day: int = 0
    is_vouched: bool = False
    sequence: int = 0
    told: Mark = Mark()
    forgets: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class MachineRecord:
    """What is kept between two looks at the machine.

    seen: the last look; mark: how far it was then; powered_on: seconds that the machine ran since the first
    look, sleep included where the system counts it, and a little less at every start; believed: the last
    look at a clock that was believed; doubted: the last look at one that was not, None while it is believed;
    right_since: the day (date.toordinal) on which a clock that had not been set was right again, 0 for none;
    ahead: how far this kiosk had come, as something else than its disk tells; None while nothing does.
    """

    seen: Moment | None = None
    mark: Mark = Mark()
    powered_on: _Seconds = 0.0
    believed: Moment | None = None
    doubted: Moment | None = None
    right_since: _Ordinal = 0
    ahead: Mark | None = None

    @property
    def right_since_day(self) -> datetime.date | None:
        """The day of right_since."""
        return datetime.date.fromordinal(self.right_since) if self.right_since else None

    def believes(self, look: Look) -> bool:
        """Whether the clock can be right."""
        now, known = look.now, self.believed
        if now.clock < look.built:
            return False
        if look.is_vouched:
            return True
        if known is None:
            return now.clock - look.built <= LONGEST_UNUSED
        passed = now.passed_since(known) if now.boot else None
        if passed is not None:
            return abs(now.clock - known.clock - passed) <= MAY_DIFFER
        if now.boot and self._went_on_alike(now, known):
            return True
        # Where starts have no names, this one may be that of the last look.
        running = now.uptime if now.boot else 0.0
        off = now.clock - running - known.clock
        return -MAY_DIFFER <= off <= LONGEST_OFF and not self._goes_on_wrongly(now, known)

    def _went_on_alike(self, now: Moment, known: Moment) -> bool:
        """Whether both clocks went on alike: in a container a service may see another name of one start."""
        passed = now.uptime - known.uptime
        return passed >= 0 and abs(now.clock - known.clock - passed) <= MAY_DIFFER

    def _goes_on_wrongly(self, now: Moment, known: Moment) -> bool:
        """Whether a clock that had jumped ahead before the machine was started is still there."""
        wrong = self.doubted
        return wrong is not None and known.clock < wrong.clock <= now.clock + MAY_DIFFER

    def looked(self, look: Look) -> "MachineRecord":
        """Return the record after a look."""
        now = look.now
        passed = None if self.seen is None else now.passed_since(self.seen)
        found = Mark(self.mark.starts, look.sequence)
        told = found.or_later(self.mark).or_later(look.told)
        is_older = found != told or (look.forgets and passed is None)
        believes = self.believes(look)
        return dataclasses.replace(
            self,
            seen=now,
            mark=Mark(self.mark.starts + (passed is None), look.sequence),
            powered_on=self.powered_on + (now.uptime if passed is None else passed),
            believed=now if believes else self.believed,
            doubted=None if believes else now,
            right_since=look.day if believes and self.doubted is not None else self.right_since,
            ahead=told.or_later(self.ahead or told) if is_older or self.ahead else None,
        )

    def confirmed(self, look: Look) -> "MachineRecord":
        """Return the record after staff looked at the clock and the requests, and went on."""
        return dataclasses.replace(
            self,
            mark=self.mark.or_later(self.ahead or self.mark),
            believed=look.now,
            doubted=None,
            right_since=look.day if self.doubted is not None else self.right_since,
            ahead=None,
        )

    def is_worth_writing(self, before: "MachineRecord") -> bool:
        """Whether it says more than the one on the disk, but for a few minutes of running."""
        is_older = self.powered_on - before.powered_on >= WRITE_AFTER
        return is_older or any(
            (own != other)
            for own, other in (
                (self.mark, before.mark),
                (self.ahead, before.ahead),
                (self.right_since, before.right_since),
                (self.believed is None, before.believed is None),
                (self.doubted is None, before.doubted is None),
            )
        )
