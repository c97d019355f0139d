"""A machine whose clock and starts are told: it runs, stays off, and its clock is set as a test says."""

import datetime
import itertools
from collections.abc import Callable
from pathlib import Path

from kiosk.core.uptime import Uptime
from kiosk.store.machine import Machine, Surroundings
from kiosk.store.spool import Spool

BUILT = datetime.datetime(2026, 11, 1, tzinfo=datetime.UTC)
START = datetime.datetime(2026, 11, 23, 8, tzinfo=datetime.UTC)
"""A Monday."""
HOUR = datetime.timedelta(hours=1)
DAY = datetime.timedelta(days=1)


class Clocks:
    """What the clock says, and how long a machine has been on since which start."""

    def __init__(self) -> None:
        self.now = START
        self.is_vouched = False
        self._starts = itertools.count(1)
        self.uptime = Uptime("", 0.0)
        self.start()

    def start(self) -> None:
        """Start the machine."""
        self.uptime = Uptime(f"start {next(self._starts)}", 30.0)

    def run(self, time: datetime.timedelta) -> None:
        """Let time pass while it is on, or asleep."""
        self.now += time
        self.uptime = Uptime(self.uptime.boot, self.uptime.seconds + time.total_seconds())

    def stay_off(self, time: datetime.timedelta) -> None:
        """Let time pass while it is off, and start it then."""
        self.now += time
        self.start()

    def step(self, by: datetime.timedelta) -> None:
        """Set the clock by so much."""
        self.now += by

    def machine(
        self, spool: Spool, second_place: Path | None = None, forgets: Callable[[], bool] = lambda: False
    ) -> Machine:
        """Return what a program that was just started knows."""
        surroundings = Surroundings(
            BUILT, lambda: self.uptime, lambda _now: self.is_vouched, second_place, forgets
        )
        return Machine(spool, surroundings)


def steady_machine(spool: Spool) -> Machine:
    """Return a machine that tells of no start: its clock may go on by days between two looks."""
    return Machine(spool, Surroundings(BUILT, lambda: Uptime("", 0.0)))
