"""The calls to make as a table: a frozen tuple of cases, shown as plain text."""

import datetime
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kiosk.desk.export.rows import phone_to_read
from kiosk.desk.languages import language_to_speak
from kiosk.desk.plain_text import printable
from kiosk.desk.queue.call_list import CallCase

HEADINGS: Final = ("State", "Call by", "Best time", "Phone", "Name", "Language", "Number", "Look out")
_WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SHOWN: Final = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole})
"""A cell that is too long for its column is whole in its tooltip."""
Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()


class CallsTable(QAbstractTableModel):
    """One row a case; the reader hears the whole row in the first cell."""

    def __init__(self, call_within_days: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._days = call_within_days
        self._today = datetime.date.min
        self.cases: tuple[CallCase, ...] = ()
        self._rows: dict[int, tuple[str, ...]] = {}
        """The cells of the cases that were looked at, by the identity of the case."""

    def show(self, cases: tuple[CallCase, ...], today: datetime.date) -> None:
        """Show other cases; today: to say which are late."""
        self.beginResetModel()
        known = self._rows if today == self._today else {}
        self._rows = {id(case): known[id(case)] for case in cases if id(case) in known}
        self._today = today
        self.cases = cases
        self.endResetModel()

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
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return ", ".join(cell for cell in self._cells(index.row()) if cell)
        return self._cells(index.row())[index.column()] if role in _SHOWN else None

    def _cells(self, row: int) -> tuple[str, ...]:
        case = self.cases[row]
        if id(case) not in self._rows:
            self._rows[id(case)] = cells_of(case, self._days, self._today)
        return self._rows[id(case)]


def state_of(case: CallCase) -> str:
    """Return the state, with the number of calls without an answer."""
    return f"{case.state.value} ({case.attempts})" if case.state.value == "no answer" else case.state.value


def day_of(case: CallCase, call_within_days: int, today: datetime.date) -> str:
    """Return the promised day, marked when it is over and the call was not made."""
    day = case.entry.promised_by(call_within_days)
    if day == datetime.date.max:
        return "no date"
    late = "LATE: " if case.state.is_open and day < today else ""
    return f"{late}{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


def cells_of(case: CallCase, call_within_days: int, today: datetime.date) -> tuple[str, ...]:
    """Return the texts of a row's cells, in the order of HEADINGS."""
    entry, request = case.entry, case.entry.request
    alarm = "FORGED?" if entry.doubts else ""
    cells = (
        state_of(case),
        day_of(case, call_within_days, today),
        request.energy_window or "any",
        phone_to_read(entry),
        request.name or "(no name)",
        language_to_speak(request),
        entry.number,
        "; ".join(part for part in (alarm, case.disagreement, *entry.cautions, *request.phone_hard) if part),
    )
    return tuple(printable(cell) for cell in cells)
