"""Somebody with one switch: presses it when what is wanted is lit, at times that the test says."""

import dataclasses

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.core import visit as visits
from kiosk.core.comfort import SWITCH_SECONDS, Comfort, change_pace, toggle_one_switch
from kiosk.core.visit import Visit
from kiosk.tour.guided_visit import Clock
from kiosk.ui.app import Kiosk
from kiosk.ui.touch.controls import name_of
from tests.journeys.hand import Hand

MOST_STEPS = 200
JUST_BEFORE = 0.01
"""Nobody is later: the next one would be lit."""


def set_one_switch(kiosk: Kiosk, seconds: float = 1.0) -> None:
    """Turn it on for the visitor who is there, or the next."""

    steps = SWITCH_SECONDS.index(seconds) - SWITCH_SECONDS.index(Comfort().switch_seconds)

    def change(visit: Visit) -> Visit:
        switched = visits.set_comfort(visit, toggle_one_switch)
        return visits.set_comfort(switched, lambda comfort: change_pace(comfort, steps))

    kiosk.visit_holder.apply(change)


@dataclasses.dataclass
class Switch:
    """Presses as late as it still counts; counts the presses. Drawing a page takes no time."""

    kiosk: Kiosk
    clock: Clock
    presses: int = 0

    def __post_init__(self) -> None:
        self._hand = Hand(self.kiosk, self.clock)
        self._hand.settle()
        self._began = self.clock.now

    @property
    def seconds(self) -> float:
        """How long it has taken so far."""
        return self.clock.now - self._began

    def lit(self) -> list[str]:
        """What is lit, by its names."""
        return [name_of(control) for control in self.kiosk.late.switch.lit]

    def wait(self) -> None:
        """Let the next one light up."""
        self.clock.now = self.kiosk.late.switch.dark_at
        self.kiosk.late.switch.check()

    def press(self) -> None:
        """Press the switch, which the kiosk takes for a key."""
        self.presses += 1
        QTest.keyClick(self.kiosk.window, Qt.Key.Key_F13)
        self._hand.settle()

    def picks(self, name: str) -> None:
        """Wait for what has this name and press, first on its row if it is lit in one."""
        self._hand.settle()
        for _ in range(MOST_STEPS):
            lit = self.lit()
            if name not in lit:
                self.wait()
                continue
            self.clock.now = self.kiosk.late.switch.dark_at - JUST_BEFORE
            self.press()
            if len(lit) == 1:
                return
        raise AssertionError(f"{name!r} was not lit: {self.lit()}")

    def sees(self, name: str) -> bool:
        """Whether it lights up in one round."""
        self._hand.settle()
        return any(name in self._next() for _ in range(MOST_STEPS // 10))

    def _next(self) -> list[str]:
        self.wait()
        return self.lit()
