"""Finds calls by name or number, filters them, sorts them by a column; all of it by keys alone."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kiosk.core.staff_words import tr, tr_count
from kiosk.desk.queue.call_list import CallCase
from kiosk.desk.queue.filters import EVERYTHING
from kiosk.desk.queue.search import matches
from kiosk.desk.queue.turns import Standing
from kiosk.desk.window.pages.calls_table import CALL_BY, HEADINGS, sorted_by
from kiosk.desk.window.pages.filter_row import FilterRow
from kiosk.desk.window.widgets import field


class FindBar(QWidget):
    """Emits `changed` when other calls are wanted, or in another order."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._is_reversed = False
        self.line = field()
        self.line.setPlaceholderText(tr("Name or number (Ctrl+F)"))
        self.line.setClearButtonEnabled(True)
        self.order = QComboBox()
        self.order.addItems([tr(heading) for heading in HEADINGS])
        self.order.setCurrentIndex(CALL_BY)
        above = QWidget()
        line = QHBoxLayout(above)
        line.setContentsMargins(0, 0, 0, 0)
        for text, widget, stretch in ((tr("Fin&d:"), self.line, 1), (tr("S&ort by:"), self.order, 0)):
            caption = QLabel(text)
            caption.setBuddy(widget)
            widget.setAccessibleName(text.replace("&", "").rstrip(":"))
            line.addWidget(caption)
            line.addWidget(widget, stretch)
        self.filter = FilterRow()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(above)
        column.addWidget(self.filter)
        self.line.setAccessibleDescription(tr("A name, a phone number or the number of a request"))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._find)
        QShortcut(QKeySequence("Esc"), self.line, self.clear)
        self.line.textChanged.connect(self._look)
        self.filter.changed.connect(self.changed)
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

    def shown(
        self,
        cases: Iterable[CallCase],
        standings: Iterable[Standing],
        *,
        has_finished: bool,
        keeps: Callable[[CallCase], bool],
    ) -> tuple[tuple[CallCase, ...], str]:
        """Return the cases to show, in the order that is wanted, and how many of how many these are, or "".

        What is found is found among all, whatever the filter; keeps: whether a case is shown in any case.
        """
        wanted, chosen = self.wanted, self.filter.chosen
        pairs = [
            (case, standing)
            for case, standing in zip(cases, standings, strict=True)
            if (matches(case, wanted) if wanted else case.is_open or has_finished) or keeps(case)
        ]
        told = tr_count(len(pairs), "{count} found; ", "{count} found; ") if wanted else ""
        if chosen != EVERYTHING and not wanted:
            fitting = [
                (case, standing)
                for case, standing in pairs
                if chosen.has(case, is_late=standing.is_late) or keeps(case)
            ]
            told = tr("{shown} of {found} shown; ", shown=len(fitting), found=len(pairs))
            pairs = fitting
        found = sorted_by(
            tuple(case for case, _ in pairs),
            self.order.currentIndex(),
            tuple(standing for _, standing in pairs),
        )
        return (found[::-1] if self._is_reversed else found), told

    def clear(self) -> None:
        """Forget what was looked for, and show all again."""
        self.line.clear()
        self.filter.clear()

    def _find(self) -> None:
        self.line.setFocus()
        self.line.selectAll()

    def _look(self) -> None:
        self.filter.setEnabled(not self.wanted)
        self.changed.emit()

    def _sort(self) -> None:
        self._is_reversed = False
        self.changed.emit()
