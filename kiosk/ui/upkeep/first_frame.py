"""The moment when there is something to see."""

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtQuick import QQuickWindow


class FirstFrame(QObject):
    """Calls `then` once, on the GUI thread, after the first frame is on the glass."""

    def __init__(self, window: QQuickWindow, then: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._then: Callable[[], None] | None = then
        # The signal comes from the render thread; to a slot of an object of the GUI thread it is queued.
        window.frameSwapped.connect(self.on_swapped)

    @Slot()
    def on_swapped(self) -> None:
        """Take the first frame for what it is, and no other."""
        then, self._then = self._then, None
        if then is not None:
            gc.enable()
            QTimer.singleShot(0, then)
