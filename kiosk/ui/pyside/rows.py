"""A list model over frozen dataclass rows, one role per field."""

import dataclasses
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.pyside.snapshot import camel_case

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

AnyIndex = QModelIndex | QPersistentModelIndex


@QmlElement
@QmlUncreatable("rows come from a view model")
class Rows(QAbstractListModel):  # type: ignore[operator]  # the stub of 6.12 says not callable
    """Rows of one frozen dataclass; role names are its field names in camelCase."""

    def __init__(self, kind: type[Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fields = [field.name for field in dataclasses.fields(kind)]
        self._rows: Sequence[Any] = ()

    def show(self, rows: Sequence[Any]) -> None:
        """Show other rows, all at once; the same rows keep what shows them."""
        if rows == self._rows:
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def exchange(self, rows: Sequence[Any]) -> None:
        """Show other rows in the places of these: of the same things, as their first field says.

        What shows them stays, and with it what a finger is on: not for the answers of another question.
        """
        if list(map(self._name, rows)) != list(map(self._name, self._rows)):
            self.show(rows)
        elif rows != self._rows:
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def _name(self, row: object) -> object:
        return getattr(row, self._fields[0])

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008  # Qt's name and signature
        """Count the rows; a list has no children."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a field of a row."""
        place = role - Qt.ItemDataRole.UserRole
        if not index.isValid() or place not in range(len(self._fields)):
            return None
        return getattr(self._rows[index.row()], self._fields[place])

    def roleNames(self) -> dict[int, QByteArray]:  # noqa: N802  # Qt's name
        """Return the role of each field."""
        return {
            Qt.ItemDataRole.UserRole + place: QByteArray(camel_case(name).encode())
            for place, name in enumerate(self._fields)
        }
