"""A hand in front of the glass: real pointer and touch events, at times that the test says."""

import dataclasses
from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputEvent, QPointingDevice
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from shiboken6 import Shiboken

from kiosk.core.touches import NEW_PAGE_SECONDS
from kiosk.tour.guided_visit import Clock
from kiosk.tour.patience import wait_until
from kiosk.ui.app import Kiosk
from kiosk.ui.touch.controls import name_of
from tests.journeys.walk import settle

NO_KEYS = Qt.KeyboardModifier.NoModifier
TAP_SECONDS = 0.08


def button(kiosk: Kiosk, name: str) -> QQuickItem:
    """Find what is touched by this name, written on it or spoken, wherever it is drawn."""
    stack = [kiosk.window.contentItem()]
    while stack:
        item = stack.pop()
        if item.isVisible() and _is_touched(item) and name in {item.property("text"), name_of(item)}:
            return item
        stack += item.childItems()
    raise AssertionError(name)


def kind_of(item: QQuickItem) -> str:
    """Return the name of the QML type of an item, or that of Qt's class."""
    description = item.metaObject()
    name = description.className().split("_QML")[0]
    # QML frees a description with its screen; PySide6 6.12 takes what comes to lie there for it (needed last
    # on 2026-11-30: all journeys, one after the other).
    Shiboken.invalidate(description)
    return str(name)


def _is_touched(item: QQuickItem) -> bool:
    return item.inherits("QQuickAbstractButton") or item.property("activeFocusOnTab") is True


def middle(item: QQuickItem) -> QPoint:
    return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()


@dataclasses.dataclass
class Hand:
    """Taps with the mouse or with fingers; seconds pass only when it says so."""

    kiosk: Kiosk
    clock: Clock
    device: QPointingDevice | None = None
    """A touch panel; None taps with the mouse."""

    def __post_init__(self) -> None:
        # Qt stamps what a test sends with the time it is sent at, which a busy machine stretches.
        self.kiosk.late.guard._time_of = self._time  # type: ignore[method-assign]

    def _time(self, event: QInputEvent) -> float:
        assert isinstance(event, QInputEvent)
        return self.clock()

    def wait(self, seconds: float) -> None:
        """Let time pass, once what was touched is on the glass."""
        self.settle()
        self.clock.now += seconds

    def settle(self) -> None:
        """Wait until the page on show was drawn."""
        settle()
        assert wait_until(lambda: self.kiosk.late.guard._is_drawn), "the page was not drawn"
        settle()

    def rest(self) -> None:
        """Look at the page for as long as anybody would."""
        self.wait(NEW_PAGE_SECONDS + 1)

    def press(self, place: QPoint, finger: int = 0) -> None:
        if self.device is None:
            QTest.mousePress(self.kiosk.window, Qt.MouseButton.LeftButton, NO_KEYS, place)
        else:
            QTest.touchEvent(self.kiosk.window, self.device).press(finger, place, self.kiosk.window).commit()

    def release(self, place: QPoint, finger: int = 0) -> None:
        if self.device is None:
            QTest.mouseRelease(self.kiosk.window, Qt.MouseButton.LeftButton, NO_KEYS, place)
        else:
            QTest.touchEvent(self.kiosk.window, self.device).release(
                finger, place, self.kiosk.window
            ).commit()

    def move(self, place: QPoint, finger: int = 0) -> None:
        """Slide what is pressed to a place."""
        if self.device is None:
            QTest.mouseMove(self.kiosk.window, place)
        else:
            QTest.touchEvent(self.kiosk.window, self.device).move(finger, place, self.kiosk.window).commit()

    def press_too(self, place: QPoint, *, holding: int) -> None:
        """Put down another finger while one rests on the glass."""
        assert self.device is not None
        QTest.touchEvent(self.kiosk.window, self.device).stationary(holding).press(
            holding + 1, place, self.kiosk.window
        ).commit()

    def release_too(self, place: QPoint, *, holding: int) -> None:
        """Lift it again."""
        assert self.device is not None
        QTest.touchEvent(self.kiosk.window, self.device).stationary(holding).release(
            holding + 1, place, self.kiosk.window
        ).commit()

    def tap(self, at: str | QPoint, *more: float) -> None:
        """Tap what has this name, and again at the same place after each of so many seconds more."""
        place = at if isinstance(at, QPoint) else middle(button(self.kiosk, at))
        for gap in (0.0, *more):
            self.clock.now += gap
            self.press(place)
            self.clock.now += TAP_SECONDS
            self.release(place)
            settle()


@dataclasses.dataclass
class OneFinger:
    """Somebody who touches one thing a second, and waits where a new page does not take it yet."""

    kiosk: Kiosk
    clock: Clock
    presses: int = 0

    def __post_init__(self) -> None:
        self._hand = Hand(self.kiosk, self.clock, QTest.createTouchDevice())
        self._began = self.clock.now

    @property
    def seconds(self) -> float:
        return self.clock.now - self._began

    def picks(self, name: str) -> None:
        """Touch what has this name."""
        self._hand.wait(1 - TAP_SECONDS)
        while self.kiosk.late.guard.is_settling:
            self.clock.now += 0.1
        self._hand.tap(name)
        self.presses += 1

    def types(self, text: str) -> None:
        """Touch one key after the other."""
        for key in text:
            self.picks(key)


MakeHand = Callable[[Kiosk], Hand]
"""How a test puts a hand on a kiosk."""
