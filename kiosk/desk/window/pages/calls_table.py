"""The calls to make as a table: a frozen tuple of cases, shown as plain text."""

import datetime
from collections.abc import Callable, Mapping
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFontMetrics

from kiosk.core.staff_words import mark, tr
from kiosk.desk.days import short_date
from kiosk.desk.export.rows import phone_to_read
from kiosk.desk.languages import language_to_speak
from kiosk.desk.phone_help import phone_help
from kiosk.desk.plain_text import printable
from kiosk.desk.queue.call_list import CallCase
from kiosk.desk.queue.calls import CallState
from kiosk.desk.queue.filters import ANY_TIME
from kiosk.desk.queue.opened_request import WINDOWS, time_of_day, window_rank
from kiosk.desk.queue.search import folded
from kiosk.desk.queue.turns import (
    CLOSE_OR_WRITE,
    CallingRules,
    Standing,
    Turn,
    again_at,
    is_late,
    tried,
    turn_of,
)

HEADINGS: Final = (
    *(mark("State"), mark("Call by"), mark("Best time"), mark("Phone")),
    *(mark("Name"), mark("Language"), mark("Number"), mark("Look out")),
)
CALL_BY: Final = 1
"""The column that the list is sorted by, as read_board() gives it."""
_A_WEDNESDAY: Final = datetime.date(2022, 11, 30)
_FORGED: Final = mark("FORGED?")
LONG_AGO: Final = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
"""Before anything is shown."""
_CELL_MARGINS_PX: Final = 12
"""Pixels beside the text of a cell, left and right together."""
_SHOWN: Final = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole})
"""A cell that is too long for its column is whole in its tooltip."""
Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()


class CallsTable(QAbstractTableModel):
    """One row a case; the reader hears the whole row in the first cell."""

    def __init__(self, rules: CallingRules, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rules = rules
        self._now = LONG_AGO
        self.cases: tuple[CallCase, ...] = ()
        self._rows: dict[int, tuple[Turn, tuple[str, ...]]] = {}
        """The cells of the cases that were looked at, and their turns, by the identity of the case."""
        self._claims: Mapping[str, str] = {}

    def show(self, cases: tuple[CallCase, ...], now: datetime.datetime) -> None:
        """Show other cases; now: where the clinic is, to say which are late."""
        self.beginResetModel()
        known = self._rows if now.date() == self._now.date() else {}
        self._rows = {
            id(case): known[id(case)]
            for case in cases
            if id(case) in known and known[id(case)][0] is turn_of(case, self._rules, now)
        }
        self._now = now
        self.cases = cases
        self.endResetModel()

    def show_claims(self, claims: Mapping[str, str]) -> None:
        """Show who is calling at other desks, by request id, where the state stands else."""
        self._claims = claims
        if self.cases:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.cases) - 1, 0))

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
        return tr(HEADINGS[section])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Return the text of a cell; for the screen reader, of the first one, the whole row."""
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return ", ".join(cell for cell in self._cells(index.row()) if cell)
        return self._cells(index.row())[index.column()] if role in _SHOWN else None

    def _cells(self, row: int) -> tuple[str, ...]:
        case = self.cases[row]
        if id(case) not in self._rows:
            turn = turn_of(case, self._rules, self._now)
            self._rows[id(case)] = turn, cells_of(case, self._rules, self._now)
        cells = self._rows[id(case)][1]
        by = self._claims.get(case.entry.request.id)
        return (printable(tr("calling: {by}", by=by)), *cells[1:]) if by else cells


def widths_of(metrics: QFontMetrics) -> tuple[int, ...]:
    """Return how wide the columns are, in pixels: a state and a date are never cut at any type size."""
    longest = (
        (*(state.label for state in CallState), _unanswered(9)),
        (_again(f"{short_date(_A_WEDNESDAY)} ", "16:00"), _late(short_date(_A_WEDNESDAY))),
        tuple(map(tr, WINDOWS)),
        ("+44 7640 123456",),
        ("Maria Gonzalez",),
        ("Vietnamese",),
        ("lobby#1234",),
        (tr(_FORGED),),
    )
    columns = ((tr(heading), *texts) for heading, texts in zip(HEADINGS, longest, strict=True))
    return tuple(max(map(metrics.horizontalAdvance, texts)) + _CELL_MARGINS_PX for texts in columns)


def sorted_by(
    cases: tuple[CallCase, ...], column: int, standings: tuple[Standing, ...]
) -> tuple[CallCase, ...]:
    """Sort cases, which are in the order of their promised days, by a column of HEADINGS.

    standings: those of the cases.
    """
    if column == CALL_BY:
        places = [standing.place for standing in standings]
        return tuple(cases[at] for at in sorted(range(len(cases)), key=places.__getitem__))
    return tuple(sorted(cases, key=_KEYS[column]))


_STATES: Final = list(CallState)
_KEYS: Final[tuple[Callable[[CallCase], Any], ...]] = (
    lambda case: (_STATES.index(case.state), case.attempts),
    lambda _case: (),  # by place, not by a key
    lambda case: window_rank(case.entry.request.energy_window),
    lambda case: case.entry.request.phone,
    lambda case: (not case.entry.request.name, folded(case.entry.request.name)),
    lambda case: folded(language_to_speak(case.entry.request)),
    lambda case: (case.entry.request.kiosk, case.entry.request.seq),
    lambda case: (not case.entry.doubts, not look_out(case)),
)
"""What each column is sorted by: only what that column needs."""


def state_of(case: CallCase, turn: Turn) -> str:
    """Return the state, with the number of calls without an answer."""
    if turn is Turn.TRIED:
        return tried(case)
    return _unanswered(case.attempts) if case.state is CallState.NO_ANSWER else case.state.label


def _unanswered(attempts: int) -> str:
    return f"{CallState.NO_ANSWER.label} ({attempts})"


def day_of(case: CallCase, rules: CallingRules, now: datetime.datetime) -> str:
    """Return when to call: again at a time, or by the promised day, marked when it is over."""
    turn, time = turn_of(case, rules, now), again_at(case, rules)
    if turn is Turn.TRIED:
        return tr(CLOSE_OR_WRITE)
    if time is not None and turn in {Turn.APPOINTED, Turn.LATER}:
        date = "" if time.date() == now.date() else f"{short_date(time.date())} "
        if turn is Turn.APPOINTED:
            return tr("DUE: {date}{time}", date=date, time=f"{time:%H:%M}")
        return _again(date, f"{time:%H:%M}")
    day = case.entry.promised_by(rules.promise)
    if day == datetime.date.max:
        return tr("no date")
    named = short_date(day)
    return _late(named) if is_late(case, rules, now) else named


def _late(day: str) -> str:
    return tr("LATE: {day}", day=day)


def _again(date: str, time: str) -> str:
    return tr("again {date}{time}", date=date, time=time)


def cells_of(case: CallCase, rules: CallingRules, now: datetime.datetime) -> tuple[str, ...]:
    """Return the texts of a row's cells, in the order of HEADINGS; now: where the clinic is."""
    entry, request = case.entry, case.entry.request
    cells = (
        state_of(case, turn_of(case, rules, now)),
        day_of(case, rules, now),
        time_of_day(request) or tr(ANY_TIME),
        phone_to_read(entry),
        request.name or tr("(no name)"),
        language_to_speak(request),
        entry.number,
        look_out(case),
    )
    return tuple(printable(cell) for cell in cells)


def look_out(case: CallCase) -> str:
    """Return what to know before the call, "" for nothing."""
    entry = case.entry
    alarm = tr(_FORGED) if entry.doubts else ""
    parts = (alarm, case.disagreement, *entry.cautions, *phone_help(entry.request))
    return "; ".join(part for part in parts if part)
