"""After a single answer the self-check goes on by itself, once it could be taken back for a moment."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Property, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QMouseEvent, QTouchEvent
from PySide6.QtQml import QmlElement, QmlUncreatable
from PySide6.QtQuick import QQuickWindow

from kiosk.core.self_check_steps import goes_on, next_question
from kiosk.core.touches import GOES_ON_SECONDS
from kiosk.ui.touch.pointers import POINTERS, begins, ends
from kiosk.ui.visit_holder import VisitHolder

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

LOOK_MILLISECONDS: Final = 100
"""Between two looks at the clock: a thirtieth of the moment."""


@QmlElement
@QmlUncreatable("made by the composition root")
class GoingOn(QObject):  # type: ignore[operator]  # the stub of 6.12 says not callable
    """Waits after a finger has answered; any touch or key ends the wait, and the page stays.

    Never when the answer came from a key, one switch or a screen reader, nor while one of them runs. It sees
    what the touch guard lets through, so the guard must come before it.
    """

    isWaitingChanged = Signal()  # noqa: N815  # QML's name

    def __init__(
        self, window: QQuickWindow, visit_holder: VisitHolder, clock: Callable[[], float], parent: QObject
    ) -> None:
        """Clock: seconds, never going back."""
        super().__init__(parent)
        self._window = window
        self._visit_holder = visit_holder
        self._clock = clock
        self._since = 0.0
        self._is_lifting = False
        self.is_heard: Callable[[], bool] = QAccessible.isActive
        self._looks = QTimer(self, interval=LOOK_MILLISECONDS)
        self._looks.timeout.connect(self.check)
        visit_holder.settled.connect(self._on_visit_changed)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Notice a finger or a key; nothing is taken from the screens."""
        if event.type() == QEvent.Type.KeyPress:
            self.stop()
        elif event.type() in POINTERS and isinstance(event, QMouseEvent | QTouchEvent):
            if any(begins(event, point) for point in event.points()):
                self.stop()
            if any(ends(event, point) for point in event.points()):
                self._is_lifting = True
                # Once this very event was handed out.
                QTimer.singleShot(0, self, self._on_lifted)
        return False

    def _on_lifted(self) -> None:
        self._is_lifting = False

    def _on_visit_changed(self) -> None:
        self.stop()
        is_keyed = self._window.property("isKeyed") is True
        if self._is_lifting and not is_keyed and not self.is_heard() and goes_on(self._visit_holder.visit):
            self._since = self._clock()
            self._looks.start()
            self.isWaitingChanged.emit()

    def stop(self) -> None:
        """Stay on this page."""
        if self._looks.isActive():
            self._looks.stop()
            self.isWaitingChanged.emit()

    def check(self) -> None:
        """Look at the clock, and go on when the moment has passed."""
        if self._looks.isActive() and self._clock() - self._since >= GOES_ON_SECONDS:
            self._visit_holder.apply(next_question)

    @Property(bool, notify=isWaitingChanged)
    def isWaiting(self) -> bool:  # noqa: N802  # QML's name
        """Whether the page will turn unless somebody touches it."""
        return self._looks.isActive()

    @Property(int, constant=True)
    def milliseconds(self) -> int:
        """How long the moment is."""
        return round(GOES_ON_SECONDS * 1000)
