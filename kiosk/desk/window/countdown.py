"""How long the desk still waits before it locks, over everything that is on the screen."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from kiosk.core.staff_words import tr_count
from kiosk.desk.window.widgets import HEADING_SCALE, label

_SHADE: Final = QColor(0, 0, 0, 64)
_READ_OUT_AT: Final = frozenset({60, 30, 10})
_MARGIN: Final = 18
"""Pixels around the text."""


class Countdown(QWidget):
    """A shade over the window, or over a dialog in front of it; what lies below can still be read."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)  # IdleWatch takes every press
        self.text = label(scale=HEADING_SCALE, is_bold=True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.text.setMargin(_MARGIN)
        self.text.setAutoFillBackground(True)
        self.text.setFrameShape(QFrame.Shape.Box)
        column = QVBoxLayout(self)
        column.addStretch()
        column.addWidget(self.text)  # at the bottom: the number to call stands at the top
        self.hide()

    def show_left(self, seconds: int) -> None:
        """Say how many seconds are left."""
        text = tr_count(
            seconds,
            "This desk locks in {count} second. Press a key, click or touch to go on.",
            "This desk locks in {count} seconds. Press a key, click or touch to go on.",
        )
        if not self.isVisible() or seconds in _READ_OUT_AT:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._window, text))
        self.text.setText(text)
        host = self._in_front()
        if self.parentWidget() is not host:
            self.setParent(host)
        self.setGeometry(host.rect())
        self.show()
        self.raise_()

    def put_away(self) -> None:
        """Show nothing; a dialog that is closed now does not take it along."""
        self.hide()
        if self.parentWidget() is not self._window:
            self.setParent(self._window)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """Darken what lies below."""
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), _SHADE)

    def _in_front(self) -> QWidget:
        dialog = QApplication.activeModalWidget()
        is_the_systems = dialog is not None and dialog.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        return self._window if dialog is None or is_the_systems else dialog
