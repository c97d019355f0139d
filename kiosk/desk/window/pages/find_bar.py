"""Finds calls by name or number, and sorts them by a column; all of it by keys alone."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from kiosk.desk.queue.call_list import CallCase
from kiosk.desk.queue.turns import CallingRules, Standing
from kiosk.desk.window.pages.calls_table import CALL_BY, HEADINGS, sorted_by
from kiosk.desk.window.widgets import field


class FindBar(QWidget):
    """Emits `changed` when other calls are wanted, or in another order."""

    changed = Signal()

    def __init__(self, rules: CallingRules) -> None:
        super().__init__()
        self._rules = rules
        self._is_reversed = False
        self.line = field()
        self.line.setPlaceholderText("Name or number (Ctrl+F)")
        self.line.setClearButtonEnabled(True)
        self.order = QComboBox()
        self.order.addItems(list(HEADINGS))
        self.order.setCurrentIndex(CALL_BY)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        for text, widget, stretch in (("Fin&d:", self.line, 1), ("S&ort by:", self.order, 0)):
            caption = QLabel(text)
            caption.setBuddy(widget)
            widget.setAccessibleName(text.replace("&", "").rstrip(":"))
            line.addWidget(caption)
            line.addWidget(widget, stretch)
        self.line.setAccessibleDescription("A name, a phone number or the number of a request")
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._find)
        QShortcut(QKeySequence("Esc"), self.line, self.line.clear)
        self.line.textChanged.connect(self.changed)
        self.order.currentIndexChanged.connect(self._sort)

    @property
    def wanted(self) -> str:
        """What is looked for, or ""."""
        return self.line.text().strip()

    def sort_by(self, column: int) -> None:
        """Sort by a column; once more turns it round."""
        if column == self.order.currentIndex():
            self._is_reversed = not self._is_reversed
            self.changed.emit()
        else:
            self.order.setCurrentIndex(column)

    def in_order(self, cases: tuple[CallCase, ...], standings: tuple[Standing, ...]) -> tuple[CallCase, ...]:
        """Return cases in the order that is wanted."""
        found = sorted_by(cases, self.order.currentIndex(), standings)
        return found[::-1] if self._is_reversed else found

    def clear(self) -> None:
        """Forget what was looked for."""
        self.line.clear()

    def _find(self) -> None:
        self.line.setFocus()
        self.line.selectAll()

    def _sort(self) -> None:
        self._is_reversed = False
        self.changed.emit()
