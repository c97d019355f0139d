"""The number to call: large, to copy, and to dial where this computer can."""

from typing import Final

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import (
    QDesktopServices,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.core.result import Ok, Result
from kiosk.core.staff_words import tr
from kiosk.desk.dialling import plain_number
from kiosk.desk.plain_text import printable
from kiosk.desk.window.widgets import button, label, row

_SCALE: Final = 2.4
"""Size of the number as a part of the text's: read from the phone's place on the desk. Chosen.

It is smaller where the line would not fit: a number that breaks is misread.
"""


class PhoneLine(QWidget):
    """Shows one number; `told` says what became of it."""

    told = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._number = ""
        self._copied = ""
        self.shown = label(is_bold=True)
        self._points = self.shown.font().pointSizeF()
        self.copy = button(tr("Copy the nu&mber"), self._copy)
        self.dial = button(tr("Dial it (Ctrl+D)"), self._dial)
        self.dial.hide()
        self._keys = QShortcut(QKeySequence("Ctrl+D"), self.dial, self._dial)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.shown)
        column.addWidget(row(self.copy, self.dial))

    def show_number(self, text: str, number: str) -> None:
        """Show a text, and the number that is copied and dialled; number: "" for none."""
        self._number = plain_number(number)
        self.shown.setText(printable(text))
        self._fit()
        for part in (self.copy, self.dial):
            part.setEnabled(bool(self._number))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """Fit the number into the new width."""
        super().resizeEvent(event)
        self._fit()

    def offer_dialling(self, found: Result[bool]) -> None:
        """Offer to dial, if this computer can."""
        self.dial.setVisible(found == Ok(value=True))

    def forget(self) -> None:
        """Take the number that was copied out of the clipboard, unless something else is there by now."""
        clipboard = QGuiApplication.clipboard()
        if self._copied and clipboard.text() == self._copied:
            clipboard.clear()
        self._copied = ""

    def _copy(self) -> None:
        self._copied = self._number
        QGuiApplication.clipboard().setText(self._number)
        self.told.emit(tr("{number} is copied, until the desk locks.", number=self._number))

    def _dial(self) -> None:
        if self._number and not QDesktopServices.openUrl(QUrl(f"tel:{self._number}")):
            self.told.emit(tr("Problem: no program of this computer took the number. Dial it by hand."))

    def _fit(self) -> None:
        """Show a number as large as it fits into one line, and anything else as text."""
        sizes = (self._points * tenths / 10 for tenths in range(int(10 * _SCALE), 10, -1))
        fitting = next((size for size in sizes if self._width_at(size) <= self.width()), self._points)
        self.shown.setFont(self._font_of(fitting if self._number else self._points))

    def _width_at(self, points: float) -> int:
        return QFontMetrics(self._font_of(points)).horizontalAdvance(self.shown.text())

    def _font_of(self, points: float) -> QFont:
        font = self.shown.font()
        font.setPointSizeF(points)
        return font
