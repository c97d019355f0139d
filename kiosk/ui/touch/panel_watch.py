"""A touch panel that goes while a finger is on it leaves nothing pressed."""

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QPointingDevice, QTouchEvent
from PySide6.QtQuick import QQuickWindow

from kiosk.ui.touch.controls import pressed_on
from kiosk.ui.touch.pointers import cancel_touch


class PanelWatch(QObject):
    """Watches the panels that touch one window; once one is gone, it ends what was under way.

    Qt tells nobody of the finger that will never be lifted: the control would stay down, and deaf.
    """

    def __init__(self, window: QQuickWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._known: set[int] = set()
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Get to know a panel by its first touch; nothing is taken from the screens."""
        if event.type() == QEvent.Type.TouchBegin and isinstance(event, QTouchEvent):
            panel = event.pointingDevice()
            if panel.systemId() not in self._known:
                self._known.add(panel.systemId())
                panel.destroyed.connect(self._on_gone)
        return False

    @Slot()
    def _on_gone(self) -> None:
        self._known.clear()
        # In the name of another device: that one cannot speak any more.
        device = QPointingDevice.primaryPointingDevice()
        for receiver in (self._window, *pressed_on(self._window)):
            cancel_touch(receiver, device)
