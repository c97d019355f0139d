"""The page staff spend their day on: calls to make, one of them in full, what is odd."""

import collections
import dataclasses
import datetime
from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QListWidget, QSplitter, QVBoxLayout, QWidget

from kiosk.core.staff_words import tr, tr_count
from kiosk.desk.queue.call_list import CallCase, CallList
from kiosk.desk.queue.calls import CallState
from kiosk.desk.queue.turns import CallingRules, Overview, Standing, Turn, turn_of
from kiosk.desk.window.pages.call_panel import CallPanel, Draft, Unfinished
from kiosk.desk.window.pages.calls_table import LONG_AGO, CallsTable
from kiosk.desk.window.pages.calls_view import calls_view
from kiosk.desk.window.pages.find_bar import FindBar
from kiosk.desk.window.pages.nothing_left import first_place, is_same, nothing_left
from kiosk.desk.window.widgets import button, label, named, row


class WorkPage(QWidget):
    """Emits what staff want; holds requests only between show_board() and clear()."""

    openWanted = Signal()  # noqa: N815  # signals read like Qt's own
    listWanted = Signal()  # noqa: N815  # as above
    peopleWanted = Signal()  # noqa: N815  # as above
    handOverWanted = Signal()  # noqa: N815  # as above
    lockWanted = Signal()  # noqa: N815  # as above
    undoWanted = Signal()  # noqa: N815  # as above
    opened = Signal()
    """Another case is chosen, or the same one is shown anew."""

    recorded = Signal(CallCase, CallState, Draft)

    def __init__(self, rules: CallingRules, clock: Callable[[], float]) -> None:
        """Clock: seconds, never going back."""
        super().__init__()
        self._board = CallList()
        self._drafts: dict[str, Draft] = {}
        self._now = LONG_AGO
        self._overview = Overview(rules)
        self._turns: dict[str, Turn] = {}
        self._claims: dict[str, str] = {}
        self._late, self.nothing_left = 0, ""
        self.rules = rules
        self.finder = FindBar()
        self.finder.changed.connect(lambda: self._show_cases(self.case))
        self.model = CallsTable(rules, self)
        self.table = calls_view(self.model)
        self.table.horizontalHeader().sectionClicked.connect(self.finder.sort_by)
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        self.finished = QCheckBox(tr("Show &finished"))
        self.finished.setAccessibleName(tr("Show finished"))
        self.finished.toggled.connect(lambda: self._show_cases(self.case))
        self.count = label()
        self.panel = CallPanel(rules, clock)
        self.panel.recorded.connect(self._record)
        self.undo = button("", self.undoWanted.emit)
        self.panel.second_press.watch(self.undo)
        self.offer_undo("")
        self.warnings = QListWidget()
        self.warnings.setWordWrap(True)
        self.warnings.setMaximumHeight(96)
        self._warnings = named(tr("Warnin&gs:"), self.warnings)
        split = QSplitter(Qt.Orientation.Horizontal)
        calls = QWidget()
        beside = QVBoxLayout(calls)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.finder)
        beside.addWidget(self.count)
        beside.addWidget(named(tr("Call&s to make:"), self.table), 1)
        split.addWidget(calls)
        split.addWidget(self.panel)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([980, 350])
        column = QVBoxLayout(self)
        column.addWidget(
            row(
                button(tr("Open &requests..."), self.openWanted.emit),
                button(tr("Make a &list..."), self.listWanted.emit),
                button(tr("&People..."), self.peopleWanted.emit),
                button(tr("&Hand over..."), self.handOverWanted.emit),
                button(tr("Loc&k"), self.lockWanted.emit),
                self.undo,
                self.finished,
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

    def claimed_by(self, case: CallCase) -> str:
        """Return who is calling at another desk, or ""."""
        return self._claims.get(case.entry.request.id, "")

    def show_claims(self, claims: dict[str, str], *, goes_on: bool = False) -> None:
        """Show who is calling at other desks, by request id; goes_on: to a call that nobody makes."""
        if claims != self._claims:
            self._claims = claims
            self.model.show_claims(claims)
            self._show_nothing()
        if goes_on:
            self._show_cases(None)
            self.panel.second_press.changed()

    def case_of(self, request_id: str) -> CallCase | None:
        """Return the case of a request, None when it is not here any more."""
        return next((case for case in self._board.cases if case.entry.request.id == request_id), None)

    @property
    def board(self) -> CallList:
        """What is shown."""
        return self._board

    @property
    def waiting(self) -> str:
        """How many calls are to be made and how many are late, without a name."""
        turns = collections.Counter(self._turns.values())
        parts = {
            tr("{count} later", count=turns[Turn.LATER]): turns[Turn.LATER],
            tr("{count} to close or write", count=turns[Turn.TRIED]): turns[Turn.TRIED],
        }
        to_call = tr("{count} to call", count=turns[Turn.APPOINTED] + turns[Turn.NOW])
        if self._late:
            to_call += tr_count(self._late, " ({count} late)", " ({count} late)")
        return ", ".join((to_call, *(part for part, count in parts.items() if count)))

    @property
    def has_drafts(self) -> bool:
        """Whether anything was typed or chosen and not recorded."""
        return bool(self._drafts) or not self.panel.draft.is_empty

    def enter(self) -> None:
        """Begin at the table."""
        self.table.setFocus()

    def show_board(self, board: CallList, now: datetime.datetime) -> None:
        """Show what the desk keeps; now: where the clinic is, aware."""
        self._now = now
        self._board = board
        self._show_beside()
        self._show_cases(self.case)

    def replace(self, case: CallCase, now: datetime.datetime) -> None:
        """Show a case as it has become, and go on to the next call that is to be made now."""
        self._now = now
        self._drafts.pop(case.entry.request.id, None)
        self._board = self._with(case)
        before = [other for other in self.model.cases if other.is_open]
        at = next((i for i, other in enumerate(before) if is_same(other, case)), -1)
        others = (*before[at + 1 :], *before[: max(at, 0)])
        following = next((other for other in others if self._is_free(other)), None)
        self.panel.begin(Draft(), now)
        self._show_cases(following or case)
        self.panel.second_press.changed()
        self.table.setFocus()

    def show_change(self, case: CallCase) -> None:
        """Show a case as others have made it, and stay with it."""
        self.refresh(self._with(case))
        self.panel.second_press.changed()

    def refresh(self, board: CallList) -> None:
        """Show what others have made of the list; the chosen case stays, and so does what is being typed."""
        chosen, note = self.case, self.panel.note
        place, has_focus = note.textCursor().position(), note.hasFocus()
        self._board = board
        self._show_beside()
        self._show_cases(chosen, is_kept=True)
        if not is_same(chosen, self.case):
            self.panel.second_press.changed()
        cursor = note.textCursor()
        cursor.setPosition(min(place, len(note.toPlainText())))
        note.setTextCursor(cursor)
        if has_focus:
            note.setFocus()

    def show_again(self, case: CallCase, draft: Draft) -> None:
        """Go back to a case whose record was taken back, with what was typed for it."""
        self._drafts.setdefault(case.entry.request.id, draft)
        self._board = self._with(case)
        self._show_cases(case, is_kept=True)
        self.panel.second_press.changed()
        self.table.setFocus()

    def offer_undo(self, what: str) -> None:
        """Let the last record be taken back; what: it in words, "" for none."""
        text = tr("&Undo: {what}", what=what)
        self.undo.setText(text)
        self.undo.setAccessibleName(text.replace("&", ""))
        self.undo.setVisible(bool(what))

    def show_time(self, now: datetime.datetime) -> tuple[CallCase, ...]:
        """Show what is late on another day and whose turn it is; return those whose time has come."""
        before, day = self._turns, self._now.date()
        self._now = now
        turns = self._turns_of(self._overview.of(self._board.cases, now))
        if turns != before or now.date() != day:
            self.refresh(self._board)
        return tuple(
            case
            for case in self._board.cases
            if turns[case.entry.request.id] is Turn.APPOINTED
            and before.get(case.entry.request.id) is Turn.LATER
        )

    def clear(self) -> Unfinished:
        """Forget every request; returns which one was open, and what was typed and not recorded."""
        open_id = self.case.entry.request.id if self.case is not None else ""
        self._keep_draft(self.case)
        drafts, self._drafts = self._drafts, {}
        self.finder.clear()
        self.show_board(CallList(), self._now)
        self.panel.forget(self._now)
        return Unfinished(open_id, drafts)

    def bring_back(self, unfinished: Unfinished) -> None:
        """Go on where the desk locked itself."""
        self._drafts = dict(unfinished.drafts)
        case = self.case_of(unfinished.open_id)
        self._show_cases(case, is_kept=case is not None)

    def _show_beside(self) -> None:
        """Show what goes with the list: what is odd, and what it can be filtered by."""
        self.finder.filter.offer(self._board.cases)
        self.warnings.clear()
        self.warnings.addItems(list(self._board.warnings))
        self._warnings.setVisible(bool(self._board.warnings))

    def _show_cases(self, chosen: CallCase | None, *, is_kept: bool = False) -> None:
        """Show what is wanted; is_kept: the chosen one stays, finished by now or not."""
        standings = self._overview.of(self._board.cases, self._now)
        self._turns, self._late = self._turns_of(standings), sum(each.is_late for each in standings)
        shown, told = self.finder.shown(
            self._board.cases,
            standings,
            has_finished=self.finished.isChecked(),
            keeps=lambda case: is_kept and is_same(case, chosen),
        )
        gone = sum(turn is Turn.FINISHED for turn in self._turns.values())
        finished = tr_count(gone, "{count} finished", "{count} finished")
        self.count.setText(f"{told}{self.waiting}, {finished}")
        self._keep_draft(self.case)
        self.model.show(shown, self._now)
        found = (lambda case: not self.claimed_by(case),) if self.finder.wanted else ()
        at = first_place(shown, lambda case: is_same(case, chosen), self._is_free, *found)
        self.table.setCurrentIndex(self.model.index(at, 0))  # the view's own: else it opens a row on focus
        self._show_nothing()

    def _show_nothing(self) -> None:
        self.nothing_left = nothing_left(self._board.cases, self._turns, self._claims)
        if self.case is None:
            self.panel.show_case(None, self._now, self.nothing_left)

    def _with(self, case: CallCase) -> CallList:
        cases = (case if is_same(case, other) else other for other in self._board.cases)
        return dataclasses.replace(self._board, cases=tuple(cases))

    def _is_free(self, case: CallCase) -> bool:
        """Whether it is to be called now, and nobody is calling."""
        return turn_of(case, self.rules, self._now).is_call and not self.claimed_by(case)

    def _turns_of(self, standings: tuple[Standing, ...]) -> dict[str, Turn]:
        pairs = zip(self._board.cases, standings, strict=True)
        return {case.entry.request.id: standing.turn for case, standing in pairs}

    def _choose(self, chosen: QModelIndex, before: QModelIndex) -> None:
        if before.isValid() and before.row() < len(self.model.cases):
            self._keep_draft(self.model.cases[before.row()])
        self.panel.show_case(self.model.cases[chosen.row()] if chosen.isValid() else None, self._now)
        self._restore_draft()
        self.opened.emit()

    def _keep_draft(self, case: CallCase | None) -> None:
        draft = self.panel.draft
        if case is not None and not draft.is_empty:
            self._drafts[case.entry.request.id] = draft

    def _restore_draft(self) -> None:
        case = self.case
        if case is not None and (draft := self._drafts.pop(case.entry.request.id, None)):
            self.panel.begin(draft, self._now)

    def _record(self, state: CallState, draft: Draft) -> None:
        if self.case is not None:
            self.recorded.emit(self.case, state, draft)
