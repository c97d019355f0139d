"""A robot that stands before the real program: it brings a state back and touches what is there."""

import dataclasses
import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.core.callback.draft import WAITING
from kiosk.core.idle import IdlePhase, idle_state
from kiosk.core.touches import GOES_ON_SECONDS, NEW_PAGE_SECONDS
from kiosk.core.visit import Screen, Visit
from kiosk.tour.guided_visit import Clock
from kiosk.tour.patience import wait_until
from kiosk.ui.app import Kiosk
from kiosk.ui.callback.outbox import RequestEnvironment
from tests.journeys.hand import NO_KEYS, Hand
from tests.journeys.walk import settle
from tests.robot.glass import Control, Place, Seen, controls_on, look, place_of

HALF_A_SECOND = 0.5
"""The program counts whole seconds; the clock's are a sum of parts."""
ENVIRONMENT = RequestEnvironment(
    lambda: "0" * 32, lambda: datetime.datetime(2026, 11, 27, 9, 30, tzinfo=datetime.UTC)
)


@dataclasses.dataclass(frozen=True, slots=True)
class Way:
    """How a state is brought back: a visit, then touches that changed no visit, then seconds without one."""

    visit: Visit
    trail: tuple[Control, ...] = ()
    is_asked: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Look:
    """What is on the glass now, what of it can be touched, and the class of states it is one of."""

    seen: Seen
    controls: tuple[Control, ...]
    place: Place


class Robot:
    """The program on one glass, with a mouse and a touch panel; seconds pass only when the robot says so."""

    def __init__(self, kiosk: Kiosk, clock: Clock, spool: Path) -> None:
        self.kiosk = kiosk
        self.clock = clock
        assert wait_until(lambda: kiosk.library.content is not None)
        kiosk.screens.jobs.wait()
        self._new_requests = spool / "new"
        self._others = set(self._new_requests.iterdir())
        self.mouse = Hand(kiosk, clock)
        self.finger = Hand(kiosk, clock, QTest.createTouchDevice())
        self.finish()

    @property
    def visit(self) -> Visit:
        return self.kiosk.visit_holder.visit

    def finish(self) -> None:
        """Let everything happen that a touch has started, and the page be drawn."""
        draft = self.visit.callback
        if draft is not None:
            self.kiosk.screens.jobs.wait()
            settle()
            assert wait_until(lambda: self.visit.callback is None or self.visit.callback.step not in WAITING)
        # Outside exec() Qt keeps the screens that were left.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        settle()
        self._draw()

    def _draw(self) -> None:
        """Wait for a frame: controls have their place only then."""
        frames: list[None] = []
        drawn = self.kiosk.window.frameSwapped.connect(lambda: frames.append(None))
        self.kiosk.window.update()
        while not frames:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        self.kiosk.window.frameSwapped.disconnect(drawn)

    def rest(self) -> None:
        """Look at the page for as long as anybody would who has stopped what goes on by itself."""
        self.kiosk.late.going_on.stop()
        self.finish()
        self.clock.now += NEW_PAGE_SECONDS + 1

    def look(self) -> Look:
        """Take in what is on the glass."""
        controls = controls_on(self.kiosk)
        seen = look(self.kiosk, controls, len(self._requests()))
        return Look(seen, controls, place_of(seen, controls, self.kiosk.library.content))

    def _requests(self) -> set[Path]:
        """Return what was sent since the robot stands here."""
        return set(self._new_requests.iterdir()) - self._others

    def go(self, way: Way, seen: Seen | None = None) -> None:
        """Bring a state back, by the shortest way if it is known how it looks."""
        # Nothing is seen of a page that is covered.
        is_short = seen is not None and not way.is_asked and not way.visit.is_making_easier
        if is_short and self.look().seen == seen:
            return self.rest()
        for request in self._requests():
            request.unlink()
        if is_short:
            self.kiosk.visit_holder.become(way.visit)
            self.rest()
            if self.look().seen == seen:
                return None
        elsewhere = Screen.QUESTIONS if way.visit.screen is Screen.ABOUT else Screen.ABOUT
        self.kiosk.visit_holder.become(Visit(elsewhere, way.visit.language, way.visit.comfort))
        self.finish()
        self.kiosk.visit_holder.become(way.visit)
        self.rest()
        for control in way.trail:
            self.mouse.tap(control.middle)
            self.rest()
        if way.is_asked:
            self.pass_until(IdlePhase.WARNED)
            self.rest()
        if seen is not None:
            came = self.look().seen
            assert came == seen, f"not brought back: {came.difference(seen)}"
        return None

    def tap(self, control: Control) -> None:
        """Touch something once, cleanly, and see what comes of it."""
        self.mouse.tap(control.middle)
        self.finish()

    @property
    def goes_on(self) -> bool:
        """Whether the page turns by itself, unless somebody touches the glass."""
        return self.kiosk.late.going_on.property("isWaiting") is True

    def let_go_on(self) -> None:
        """Let the moment pass in which an answer can be taken back."""
        self.clock.now += GOES_ON_SECONDS
        self.kiosk.late.going_on.check()
        self.finish()

    def pass_until(self, phase: IdlePhase) -> None:
        """Let seconds pass without a touch until the program takes the visitor for asked, or gone."""
        self.kiosk.late.going_on.stop()
        for seconds in range(1, 3600):
            if idle_state(self.visit, seconds).presence is phase:
                self.kiosk.visit.note_activity()
                self.clock.now += seconds + HALF_A_SECOND
                self.kiosk.visit.check_idle()
                self.finish()
                return
        raise AssertionError(f"{phase} never comes on {self.visit.screen}")

    def warns(self) -> bool:
        """Whether a visitor is asked before this page goes."""
        return self.can_be_asked(self.visit)

    def can_be_asked(self, visit: Visit) -> bool:
        """Whether this visit is one of those that are asked for."""
        return any(idle_state(visit, seconds).presence is IdlePhase.WARNED for seconds in range(600))

    def right_click(self, place: QPoint) -> None:
        QTest.mouseClick(self.kiosk.window, Qt.MouseButton.RightButton, NO_KEYS, place)
