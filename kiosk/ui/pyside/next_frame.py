"""The moment when what has changed is on the glass."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtQuick import QQuickWindow


class NextFrame(QObject):
    """Calls `then` on the GUI thread after the next frame, once however often it was asked until then."""

    def __init__(self, window: QQuickWindow, then: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._then = window, then
        self._is_awaited = False

    def ask(self) -> None:
        """Wait for the next frame."""
        if not self._is_awaited:
            self._is_awaited = True
            # The signal may come from a render thread; to a slot of an object of this one it is queued.
            self._window.frameSwapped.connect(self.on_swapped)

    @Slot()
    def on_swapped(self) -> None:
        """Take one frame, and no other."""
        if self._is_awaited:
            self._is_awaited = False
            self._window.frameSwapped.disconnect(self.on_swapped)
            self._then()
