"""The page staff spend their day on: calls to make, one of them in full, what is odd."""

import dataclasses
import datetime
from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHeaderView,
    QListWidget,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from kiosk.desk.queue.call_list import CallCase, CallList
from kiosk.desk.queue.calls import CallState
from kiosk.desk.window.pages.call_panel import CallPanel
from kiosk.desk.window.pages.calls_table import CallsTable
from kiosk.desk.window.widgets import button, label, named, row


class WorkPage(QWidget):
    """Emits what staff want; holds requests only between show_board() and clear()."""

    openWanted = Signal()  # noqa: N815  # signals read like Qt's own
    listWanted = Signal()  # noqa: N815  # as above
    peopleWanted = Signal()  # noqa: N815  # as above
    lockWanted = Signal()  # noqa: N815  # as above
    recorded = Signal(CallCase, CallState, str)

    def __init__(self, call_within_days: int, clock: Callable[[], float]) -> None:
        """Clock: seconds, never going back."""
        super().__init__()
        self._board = CallList()
        self._drafts: dict[str, str] = {}
        self._today = datetime.date.min
        self.table = QTableView()
        self.model = CallsTable(call_within_days, self)
        self._show_table()
        self.finished = QCheckBox("Show &finished")
        self.finished.setAccessibleName("Show finished")
        self.finished.toggled.connect(lambda: self._show_cases(self.case))
        self.count = label()
        self.count.setWordWrap(False)
        self.panel = CallPanel(call_within_days, clock)
        self.panel.recorded.connect(self._record)
        self.warnings = QListWidget()
        self.warnings.setWordWrap(True)
        self.warnings.setMaximumHeight(96)
        self._warnings = named("Warnin&gs:", self.warnings)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(named("Call&s to make:", self.table))
        split.addWidget(self.panel)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([930, 400])
        column = QVBoxLayout(self)
        column.addWidget(
            row(
                button("Open &requests...", self.openWanted.emit),
                button("Make a &list...", self.listWanted.emit),
                button("&People...", self.peopleWanted.emit),
                button("Loc&k", self.lockWanted.emit),
                self.finished,
                self.count,
            )
        )
        column.addWidget(split, 1)
        column.addWidget(self._warnings)
        self.setTabOrder(self.table, self.panel.note)

    @property
    def case(self) -> CallCase | None:
        """The case that is chosen."""
        index = self.table.currentIndex()
        return self.model.cases[index.row()] if index.isValid() else None

    @property
    def board(self) -> CallList:
        """What is shown."""
        return self._board

    @property
    def has_drafts(self) -> bool:
        """Whether a note was typed and not recorded."""
        return bool(self._drafts) or bool(self.panel.note.toPlainText())

    def enter(self) -> None:
        """Begin at the table."""
        self.table.setFocus()

    def show_board(self, board: CallList, today: datetime.date) -> None:
        """Show what the desk keeps; today: where the clinic is."""
        self._today = today
        self._board = board
        self._show_warnings()
        self._show_cases(self.case)

    def replace(self, case: CallCase) -> None:
        """Show a case as it has become, and go on to the next call."""
        same = case.entry.envelope.path
        self._drafts.pop(case.entry.request.id, None)
        cases = tuple(case if other.entry.envelope.path == same else other for other in self._board.cases)
        self._board = dataclasses.replace(self._board, cases=cases)
        before = [other for other in self.model.cases if other.state.is_open]
        at = next((i for i, other in enumerate(before) if other.entry.envelope.path == same), -1)
        following = before[at + 1] if at + 1 < len(before) else None
        self.panel.note.clear()
        self._show_cases(following or case)
        self.panel.second_press.changed()
        self.table.setFocus()

    def show_change(self, case: CallCase) -> None:
        """Show a case as others have made it, and stay with it."""
        same = case.entry.envelope.path
        cases = tuple(case if other.entry.envelope.path == same else other for other in self._board.cases)
        self.refresh(dataclasses.replace(self._board, cases=cases))
        self.panel.second_press.changed()

    def refresh(self, board: CallList) -> None:
        """Show what others have made of the list; the chosen case stays, and so does what is being typed."""
        chosen, note = self.case, self.panel.note
        place, has_focus = note.textCursor().position(), note.hasFocus()
        self._board = board
        self._show_warnings()
        self._show_cases(chosen, is_kept=True)
        if not _is_same(chosen, self.case):
            self.panel.second_press.changed()
        cursor = note.textCursor()
        cursor.setPosition(min(place, len(note.toPlainText())))
        note.setTextCursor(cursor)
        if has_focus:
            note.setFocus()

    def clear(self) -> dict[str, str]:
        """Forget every request; returns notes that were typed and not recorded, by request id."""
        self._keep_draft(self.case)
        drafts, self._drafts = self._drafts, {}
        self.show_board(CallList(), self._today)
        self.panel.show_case(None)
        return drafts

    def bring_back(self, drafts: dict[str, str]) -> None:
        """Take notes that were typed before the desk locked itself."""
        self._drafts = dict(drafts)
        self._restore_draft()

    def _show_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setAlternatingRowColors(True)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        table.horizontalHeader().setStretchLastSection(True)
        for column, width in enumerate((120, 120, 88, 152, 146, 92, 84)):
            table.setColumnWidth(column, width)
        table.selectionModel().currentRowChanged.connect(self._choose)

    def _show_warnings(self) -> None:
        self.warnings.clear()
        self.warnings.addItems(list(self._board.warnings))
        self._warnings.setVisible(bool(self._board.warnings))

    def _show_cases(self, chosen: CallCase | None, *, is_kept: bool = False) -> None:
        """Show what is open, or all; is_kept: the chosen one stays, though it is finished by now."""
        shown = tuple(
            case
            for case in self._board.cases
            if case.state.is_open or self.finished.isChecked() or (is_kept and _is_same(case, chosen))
        )
        is_open = sum(case.state.is_open for case in self._board.cases)
        self.count.setText(f"{is_open} to call, {len(self._board.cases) - is_open} finished")
        self._keep_draft(self.case)
        self.model.show(shown, self._today)
        at = next((place for place, case in enumerate(shown) if _is_same(case, chosen)), 0)
        index = self.model.index(at, 0)
        rows = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.table.selectionModel().setCurrentIndex(index, rows)
        if self.case is None:
            self.panel.show_case(None)

    def _choose(self, chosen: QModelIndex, before: QModelIndex) -> None:
        if before.isValid() and before.row() < len(self.model.cases):
            self._keep_draft(self.model.cases[before.row()])
        self.panel.show_case(self.model.cases[chosen.row()] if chosen.isValid() else None)
        self._restore_draft()

    def _keep_draft(self, case: CallCase | None) -> None:
        text = self.panel.note.toPlainText()
        if case is not None and text:
            self._drafts[case.entry.request.id] = text

    def _restore_draft(self) -> None:
        case = self.case
        if case is not None and (draft := self._drafts.pop(case.entry.request.id, "")):
            self.panel.note.setPlainText(draft)

    def _record(self, state: CallState, note: str) -> None:
        if self.case is not None:
            self.recorded.emit(self.case, state, note)


def _is_same(one: CallCase | None, other: CallCase | None) -> bool:
    return one is not None and other is not None and one.entry.envelope.path == other.entry.envelope.path
