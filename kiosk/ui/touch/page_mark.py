"""Tells a window that another page came up in it, so that nothing meant for the one before reaches it."""

from typing import Final

from PySide6.QtCore import Property, QCoreApplication, QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QmlElement

from kiosk.ui.pyside.leak import release_when_deleted

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

PAGE_TURNED: Final = QEvent.Type(QEvent.registerEventType())
"""The event a window gets when another page came up in it; `ui/touch/guard.py` takes it."""


def turn_page() -> None:
    """Tell the program's window that another page came up in it."""
    # Asked of the application: after QQuickItem.window() PySide6 6.12 takes the window for deleted. Needed
    # last on 2026-11-28: tests/journeys/test_touch_journey.py; nothing smaller shows it, no report was found.
    for window in QGuiApplication.topLevelWindows():
        QCoreApplication.sendEvent(window, QEvent(PAGE_TURNED))


@QmlElement
class PageMark(QObject):
    """Stands on a part of the screen that turns pages by itself; shows: names the page, in any words."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        release_when_deleted(self)
        self._shows = ""

    def _get_shows(self) -> str:
        return self._shows

    def _set_shows(self, value: str) -> None:
        if value != self._shows:
            is_made = not self._shows
            self._shows = value
            self.changed.emit()
            # What is just made may be for later; where it comes up at once, the visit has told of it.
            if not is_made:
                turn_page()

    shows = Property(str, _get_shows, _set_shows, notify=changed)
