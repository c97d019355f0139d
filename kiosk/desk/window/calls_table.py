"""The calls to make as a table: a frozen tuple of cases, shown as plain text."""

from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kiosk.desk.board import Case
from kiosk.desk.export.rows import call_by, phone_to_read
from kiosk.desk.plain_text import printable

HEADINGS: Final = ("State", "Call", "Best time", "Phone", "Name", "Language", "Look out", "Number")
Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()


class CallsTable(QAbstractTableModel):
    """One row a case; the reader hears the whole row in the first cell."""

    def __init__(self, call_within_days: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._days = call_within_days
        self.cases: tuple[Case, ...] = ()

    def show(self, cases: tuple[Case, ...]) -> None:
        """Show other cases."""
        self.beginResetModel()
        self.cases = cases
        self.endResetModel()

    def replace(self, row: int, case: Case) -> None:
        """Show a case as it has become."""
        self.cases = (*self.cases[:row], case, *self.cases[row + 1 :])
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(HEADINGS) - 1))

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802  # Qt's name
        """How many cases there are."""
        return 0 if parent.isValid() else len(self.cases)

    def columnCount(self, parent: Index = _ROOT) -> int:  # noqa: N802  # Qt's name
        """How many cells a case has."""
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(  # noqa: N802  # Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """Name the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return HEADINGS[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Return the text of a cell; for the screen reader, of the first one, the whole row."""
        cells = cells_of(self.cases[index.row()], self._days)
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return ", ".join(cell for cell in cells if cell)
        return cells[index.column()] if role == Qt.ItemDataRole.DisplayRole else None


def state_of(case: Case) -> str:
    """Return the state, with how often nobody was reached."""
    return f"{case.state.value} ({case.attempts})" if case.state.value == "no answer" else case.state.value


def cells_of(case: Case, call_within_days: int) -> tuple[str, ...]:
    """Return what stands in the cells, in the order of HEADINGS."""
    entry, request = case.entry, case.entry.request
    alarm = "MAY BE FORGED" if entry.doubts else ""
    cells = (
        state_of(case),
        call_by(entry, call_within_days),
        request.energy_window or "any",
        phone_to_read(entry),
        request.name or "(no name)",
        request.spoken_language or request.language,
        "; ".join(part for part in (alarm, entry.same_number, *request.phone_hard) if part),
        entry.number,
    )
    return tuple(printable(cell) for cell in cells)
