"""The desk's idle time-out: whether staff are there, and the seconds until it locks."""

import math
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

from kiosk.desk.window.gesture import PRESSES, Gesture

WARNING_SECONDS: Final = 60
"""So long the countdown is, or half of the whole time if that is less."""

_LOOK_EVERY_MS: Final = 1000
"""Milliseconds: the countdown is in seconds."""
_MISSED: Final = 3.0
"""Seconds: so long after the last sign the timer may have missed the end. Chosen: no mouse that moves asks
for the limit each time."""
_CLEAR_SIGNS: Final = PRESSES | {QEvent.Type.Close}
"""A dialog of the system shows no keys and clicks, only that it was closed."""

_SIGNS: Final = _CLEAR_SIGNS | {QEvent.Type.MouseMove}
"""Moving the mouse does not end the countdown: the click that follows at once would go to what lies below."""


class IdleWatch(QObject):
    """Emits a signal after a time without a key, a touch or a movement of the mouse.

    The last minute is counted down on the screen and to a screen reader. A press then only ends the
    countdown: no widget gets any event of that gesture.
    """

    counting = Signal(int)
    """Seconds left until the desk locks."""

    stayed = Signal()
    """The countdown ended: a key or touch came, or the limit grew."""

    left = Signal()
    """The time is over; emitted again every second until stop()."""

    def __init__(self, clock: Callable[[], float], parent: QObject) -> None:
        """Watch nothing yet; clock: seconds, never going back."""
        super().__init__(parent)
        self._clock = clock
        self._limit: Callable[[], int] = int
        self._last_sign = 0.0
        self._is_counting = False
        self._gesture = Gesture()
        self.timer = QTimer(self)
        self.timer.setInterval(_LOOK_EVERY_MS)
        self.timer.timeout.connect(self.look)
        application = QCoreApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def start(self, limit: Callable[[], int]) -> None:
        """Start watching; limit: returns the seconds without a sign until the desk locks, asked each time."""
        self._limit = limit
        self._last_sign = self._clock()
        self.timer.start()

    def stop(self) -> None:
        """Watch no longer."""
        self.timer.stop()
        self._stay()

    def look(self) -> None:
        """Look at the time since the last sign, and emit what follows from it."""
        limit = self._limit()
        remaining = self._last_sign + limit - self._clock()
        if remaining > min(WARNING_SECONDS, limit / 2):
            self._stay()
            return
        self._is_counting = True
        self.counting.emit(max(math.ceil(remaining), 0))
        if remaining <= 0:
            self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Take note of every sign of a person, and keep what ends the countdown from what lies below."""
        if self._gesture.takes(event):
            return True
        signs = _CLEAR_SIGNS if self._is_counting else _SIGNS
        if not self.timer.isActive() or event.type() not in signs:
            return super().eventFilter(watched, event)
        if self._is_over():
            self.look()
            return self._gesture.begins(event)
        self._last_sign = self._clock()
        return self._stay() and self._gesture.begins(event)

    def _is_over(self) -> bool:
        """Whether the time ended unseen: what wakes a computer that slept comes before the timer does."""
        away = self._clock() - self._last_sign
        return not self._is_counting and away > _MISSED and away >= self._limit()

    def _stay(self) -> bool:
        """End the countdown, and return whether there was one."""
        was_counting, self._is_counting = self._is_counting, False
        if was_counting:
            self.stayed.emit()
        return was_counting
