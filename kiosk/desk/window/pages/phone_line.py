"""The number to call: large, to copy, and to dial where this computer can."""

from typing import Final

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.core.result import Ok, Result
from kiosk.desk.dialling import plain_number
from kiosk.desk.plain_text import printable
from kiosk.desk.window.widgets import button, label, row

_SCALE: Final = 2.4
"""Size of the number as a part of the text's: read from the phone's place on the desk. Chosen."""


class PhoneLine(QWidget):
    """Shows one number; `told` says what became of it."""

    told = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._number = ""
        self._copied = ""
        self.shown = label(scale=_SCALE, is_bold=True)
        self.copy = button("Copy the nu&mber", self._copy)
        self.dial = button("Dial it (Ctrl+D)", self._dial)
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
        for part in (self.copy, self.dial):
            part.setEnabled(bool(self._number))

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
        self.told.emit(f"{self._number} is copied, until the desk locks.")

    def _dial(self) -> None:
        if self._number and not QDesktopServices.openUrl(QUrl(f"tel:{self._number}")):
            self.told.emit("Problem: no program of this computer took the number. Dial it by hand.")
