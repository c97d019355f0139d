"""The numbers for the manager as a table, to look at and to print."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from kiosk.core.staff_words import tr
from kiosk.desk.queue.numbers import ABOUT, HEADER, Week
from kiosk.desk.window.widgets import Page, button, label, named, row


class NumbersPage(Page):
    """Emits that they are to be printed."""

    printWanted = Signal()  # noqa: N815  # signals read like Qt's own
    left = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Numbers for the manager"), width=1320)
        self.table = QTableWidget(0, len(HEADER))
        self.table.setHorizontalHeaderLabels([tr(cell) for cell in HEADER])
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        self._none = label(tr("There is no request yet to count."))
        self._print = button(tr("&Print..."), self.printWanted.emit)
        self.add(
            label(tr(ABOUT)),
            self._none,
            named(tr("&By week:"), self.table),
            row(self._print, button(tr("Bac&k"), self.left.emit)),
        )
        self.first = self.table

    def show_weeks(self, found: tuple[Week, ...]) -> None:
        """Show these weeks."""
        self._none.setVisible(not found)
        self._print.setEnabled(bool(found))
        self.table.setRowCount(len(found))
        for place, week in enumerate(found):
            for column, cell in enumerate(week.cells):
                self.table.setItem(place, column, QTableWidgetItem(cell))
        if found:
            self.table.setCurrentCell(0, 0)
