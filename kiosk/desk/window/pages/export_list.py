"""What goes into a list, of which kind, and where it is written."""

import dataclasses
import datetime
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QDate, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QButtonGroup, QComboBox, QDateEdit, QRadioButton

from kiosk.core.staff_words import tr
from kiosk.desk.export.formats import FORMATS
from kiosk.desk.window.widgets import FolderField, Page, button, label, named, row, with_calendar


@dataclasses.dataclass(frozen=True, slots=True)
class ListWish:
    """What was chosen; see kiosk.desk.export.run.Order."""

    choice: Literal["new", "all"] | datetime.date
    format: str
    out: Path
    folder_is_gone: bool = False


class ListPage(Page):
    """Emits what list is wanted, and opens the one that was made."""

    listChosen = Signal(ListWish)  # noqa: N815  # signals read like Qt's own
    left = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Make a list"))
        self._new = QRadioButton(tr("What is &new: in no list so far"))
        self._all = QRadioButton(tr("&All requests at this desk; those listed before are marked"))
        self._day = QRadioButton(tr("What was received on one &day; those listed before are marked"))
        self._choices = QButtonGroup(self)
        for choice in (self._new, self._all, self._day):
            self._choices.addButton(choice)
            choice.setAccessibleName(choice.text().replace("&", ""))
        self._new.setChecked(True)
        self.day = QDateEdit()
        self.day.setDisplayFormat("yyyy-MM-dd")
        with_calendar(self.day)
        self.day.setAccessibleName(tr("Day"))
        self.day.setEnabled(False)
        self._day.toggled.connect(self.day.setEnabled)
        self.format = QComboBox()
        for name, kind in FORMATS.items():
            self.format.addItem(tr(kind.label), name)
        self.folder = FolderField(tr("&Folder for the list:"), tr("Choose the folder for the list"))
        self._gone = button(tr("The old folder is &lost for good: list its requests again"), self._make_again)
        self._gone.hide()
        self._file: Path | None = None
        self._open = button(tr("O&pen the list, to print it"), self._open_list)
        self._open.hide()
        self.add(
            self._new,
            self._all,
            row(self._day, self.day),
            named(tr("&Kind of list:"), self.format),
            self.folder,
            label(tr("A list is not locked: shred it, or delete it, after use.")),
            row(
                button(tr("&Make the list"), self._make, is_default=True), button(tr("&Back"), self.left.emit)
            ),
            row(self._gone),
            row(self._open),
        )
        self.column.addStretch()
        self.first = self._new

    def begin(self, out: Path, today: datetime.date) -> None:
        """Offer a folder and a day."""
        self._open.hide()
        self._gone.hide()
        if not self.folder.line.text():
            self.folder.line.setText(str(out))
        self.day.setDate(QDate(today.year, today.month, today.day))

    def offer_again(self) -> None:
        """Ask whether the folder of an interrupted list will come back."""
        self._gone.show()

    def offer_list(self, file: Path | None) -> None:
        """Offer to open a list that was made."""
        self._file = file
        self._gone.hide()
        self._open.setVisible(file is not None)
        if file is not None:
            self._open.setFocus()

    def _make(self) -> None:
        self._choose(folder_is_gone=False)

    def _make_again(self) -> None:
        self._choose(folder_is_gone=True)

    def _choose(self, *, folder_is_gone: bool) -> None:
        folder = self.folder.ask()
        if folder is None:
            return
        choice: Literal["new", "all"] | datetime.date = "all" if self._all.isChecked() else "new"
        if self._day.isChecked():
            date = self.day.date()
            choice = datetime.date(date.year(), date.month(), date.day())
        self.listChosen.emit(ListWish(choice, str(self.format.currentData()), folder, folder_is_gone))

    def _open_list(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._file)))
