"""One request in full, and what became of the call."""

import functools
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from kiosk.desk.export.print_list import wishes
from kiosk.desk.export.rows import call_by, phone_to_read
from kiosk.desk.plain_text import printable
from kiosk.desk.queue.call_list import CallCase
from kiosk.desk.queue.calls import MAX_CALL_NOTE_CHARACTERS, CallState
from kiosk.desk.window.pages.calls_table import state_of
from kiosk.desk.window.second_press import SecondPress
from kiosk.desk.window.widgets import HEADING_SCALE, button, label, named

_BUTTONS: Final = {
    CallState.NO_ANSWER: "&No answer",
    CallState.VOICEMAIL: "&Voicemail left",
    CallState.REACHED: "R&eached",
    CallState.CLOSED: "&Closed",
    CallState.CANCELLED: "C&ancelled",
    CallState.WRONG_NUMBER: "&Wrong number",
    CallState.NEW: "&Back to new",
}
_COLUMNS: Final = 2


class CallPanel(QWidget):
    """Shows the chosen case; `recorded` tells the state that was chosen and the note."""

    recorded = Signal(CallState, str)

    def __init__(self, call_within_days: int, clock: Callable[[], float]) -> None:
        """Clock: seconds, never going back."""
        super().__init__()
        self._days = call_within_days
        self.second_press = SecondPress(clock, self)
        self._phone, self._who = label(scale=HEADING_SCALE, is_bold=True), label(scale=1.2)
        self._what, self._history = label(), label()
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setMaximumHeight(70)
        self._buttons = QWidget()
        grid = QGridLayout(self._buttons)
        grid.setContentsMargins(0, 0, 0, 0)
        for place, (state, text) in enumerate(_BUTTONS.items()):
            made = button(text, functools.partial(self._record, state))
            self.second_press.watch(made)
            grid.addWidget(made, place // _COLUMNS, place % _COLUMNS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        details, inside = QScrollArea(), QWidget()
        texts = QVBoxLayout(inside)
        for widget in (self._phone, self._who, self._what, self._history):
            texts.addWidget(widget)
        texts.addStretch()
        details.setWidget(inside)
        details.setWidgetResizable(True)
        details.setFrameShape(QScrollArea.Shape.NoFrame)
        details.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        details.setAccessibleName("The request")
        self._details = details
        column.addWidget(details, 1)
        column.addWidget(named("No&te:", self.note))
        column.addWidget(self._buttons)
        self.show_case(None)

    def show_case(self, case: CallCase | None) -> None:
        """Show another case, or nothing."""
        self._buttons.setEnabled(case is not None)
        self.note.setEnabled(case is not None)
        self.note.clear()
        texts = ("Nothing is chosen.", "", "", "") if case is None else self._texts(case)
        for part, text in zip((self._phone, self._who, self._what, self._history), texts, strict=True):
            part.setText(printable_lines(text))
        self._details.setAccessibleDescription(printable(" ".join(texts)))

    def _texts(self, case: CallCase) -> tuple[str, str, str, str]:
        entry = case.entry
        spoken = (
            f"Received {entry.received}; call {call_by(entry, self._days) or 'soon'}",
            f"Best time: {entry.request.energy_window or 'any'}",
            *wishes(entry),
            *(f"Warning: {part}" for part in (*entry.cautions, *entry.doubts, case.disagreement) if part),
        )
        history = [
            f"{record.local_time}, {record.by}: {record.state}. {printable(record.note)}"
            for record in reversed(case.records)
        ]
        name = printable(entry.request.name) or "(no name given)"
        title = f"{name}, {entry.number}: {state_of(case)}"
        return phone_to_read(entry), title, "\n".join(spoken), "\n".join(history)

    def _record(self, state: CallState) -> None:
        self.recorded.emit(state, self.note.toPlainText()[:MAX_CALL_NOTE_CHARACTERS].strip())


def printable_lines(text: str) -> str:
    """Make each line printable, and keep the lines."""
    return "\n".join(printable(line) for line in text.split("\n"))
