"""One request in full, and what became of the call."""

import dataclasses
import datetime
import functools
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from kiosk.core.staff_words import mark, tr
from kiosk.desk.export.print_list import wishes
from kiosk.desk.export.rows import call_by, phone_to_read
from kiosk.desk.plain_text import printable
from kiosk.desk.queue.call_list import CallCase
from kiosk.desk.queue.calls import CallRecord, CallState
from kiosk.desk.queue.filters import ANY_TIME
from kiosk.desk.queue.opened_request import time_of_day
from kiosk.desk.queue.turns import CallingRules, Turn, again_at, tried_out, turn_of
from kiosk.desk.window.pages.again import AS_USUAL, Again, AgainField
from kiosk.desk.window.pages.calls_table import LONG_AGO, state_of
from kiosk.desk.window.pages.phone_line import PhoneLine
from kiosk.desk.window.second_press import SecondPress
from kiosk.desk.window.widgets import button, label, named

_BUTTONS: Final = {
    CallState.NO_ANSWER: mark("&No answer"),
    CallState.VOICEMAIL: mark("&Voicemail left"),
    CallState.REACHED: mark("R&eached"),
    CallState.CLOSED: mark("&Closed"),
    CallState.CANCELLED: mark("C&ancelled"),
    CallState.WRONG_NUMBER: mark("&Wrong number"),
    CallState.NEW: mark("&Back to new"),
}
_COLUMNS: Final = 2
_NOTHING: Final = mark("Nothing is chosen.")
_AGAIN: Final = {
    Turn.APPOINTED: mark("It is time to call again: since {time:%Y-%m-%d %H:%M}"),
    Turn.LATER: mark("Call again at {time:%Y-%m-%d %H:%M}"),
}


@dataclasses.dataclass(frozen=True, slots=True)
class Draft:
    """What was typed and chosen for a case and not recorded."""

    note: str = ""
    again: Again = AS_USUAL

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to lose."""
        return not self.note and not self.again.choice


@dataclasses.dataclass(frozen=True, slots=True)
class Unfinished:
    """What stays when the desk locks: the request that was open, and the drafts by request id."""

    open_id: str = ""
    drafts: Mapping[str, Draft] = dataclasses.field(default_factory=dict)


class CallPanel(QWidget):
    """Shows the chosen case; `recorded` tells the state that was chosen, and what was typed."""

    recorded = Signal(CallState, Draft)

    def __init__(self, rules: CallingRules, clock: Callable[[], float]) -> None:
        """Clock: seconds, never going back."""
        super().__init__()
        self._rules = rules
        self.second_press = SecondPress(clock, self)
        self.phone = PhoneLine()
        self._who, self._what, self._history = label(scale=1.2), label(), label()
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setMaximumHeight(70)
        self.again = AgainField(rules)
        self._buttons = QWidget()
        grid = QGridLayout(self._buttons)
        grid.setContentsMargins(0, 0, 0, 0)
        for place, (state, text) in enumerate(_BUTTONS.items()):
            made = button(tr(text), functools.partial(self._record, state))
            self.second_press.watch(made)
            grid.addWidget(made, place // _COLUMNS, place % _COLUMNS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        details, inside = QScrollArea(), QWidget()
        texts = QVBoxLayout(inside)
        texts.setContentsMargins(0, 0, 0, 0)
        for widget in (self.phone, self._who, self._what, self._history):
            texts.addWidget(widget)
        texts.addStretch()
        details.setWidget(inside)
        details.setWidgetResizable(True)
        details.setFrameShape(QScrollArea.Shape.NoFrame)
        details.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        details.setAccessibleName(tr("The request"))
        self._details = details
        column.addWidget(details, 1)
        column.addWidget(named(tr("No&te:"), self.note))
        column.addWidget(self.again)
        column.addWidget(self._buttons)
        self.show_case(None, LONG_AGO)

    @property
    def draft(self) -> Draft:
        """What is typed and chosen now."""
        return Draft(self.note.toPlainText(), self.again.chosen)

    def begin(self, draft: Draft, now: datetime.datetime) -> None:
        """Show what was typed and chosen before; now: where the clinic is."""
        self.note.setPlainText(draft.note)
        self.again.begin(now)
        self.again.show_choice(draft.again)

    def show_case(self, case: CallCase | None, now: datetime.datetime, why_none: str = "") -> None:
        """Show another case, or nothing; now: where the clinic is; why_none: instead of a case."""
        for part in (self._buttons, self.note, self.again):
            part.setEnabled(case is not None)
        self.begin(Draft(), now)
        phone, *texts = (why_none or tr(_NOTHING), "", "", "") if case is None else self._texts(case, now)
        self.phone.show_number(phone, "" if case is None else case.entry.request.phone)
        for part, text in zip((self._who, self._what, self._history), texts, strict=True):
            part.setText(printable_lines(text))
        self._details.setAccessibleDescription(printable(" ".join((phone, *texts))))

    def forget(self, now: datetime.datetime) -> None:
        """Show no case, and leave no number where it was copied to."""
        self.phone.forget()
        self.show_case(None, now)

    def _texts(self, case: CallCase, now: datetime.datetime) -> tuple[str, str, str, str]:
        entry, turn = case.entry, turn_of(case, self._rules, now)
        time = again_at(case, self._rules)
        is_again = time is not None and turn in {Turn.APPOINTED, Turn.LATER}
        spoken = (
            *((tr(_AGAIN[turn], time=time),) if is_again else ()),
            tr(
                "Received {received}; call {by}",
                received=entry.received,
                by=call_by(entry, self._rules.promise) or tr("soon"),
            ),
            tr("Best time: {time}", time=time_of_day(entry.request) or tr(ANY_TIME)),
            *(f"{wish[:1].upper()}{wish[1:]}" for wish in wishes(entry)),
            *(
                tr("Warning: {part}", part=part)
                for part in (*entry.cautions, *map(tr, entry.doubts), case.disagreement)
                if part
            ),
        )
        name = printable(entry.request.name) or tr("(no name given)")
        state = tried_out(case) if turn is Turn.TRIED else state_of(case, turn)
        title = f"{name}, {entry.number}: {state}"
        return phone_to_read(entry), title, "\n".join(spoken), "\n".join(_history(case.records))

    def _record(self, state: CallState) -> None:
        self.recorded.emit(state, self.draft)


def _history(records: tuple[CallRecord, ...]) -> Iterator[str]:
    """Tell all that was recorded, the last first; a record that was taken back says so."""
    gone = {record.takes_back for record in records} - {None}
    for record in reversed(records):
        is_gone = bool(gone) and record.id in gone
        told = (
            tr("took the record back; {state} again", state=record.told) if record.takes_back else record.told
        )
        gone_again = tr(" (taken back)") if is_gone else ""
        yield f"{record.local_time}, {record.who}: {told}{gone_again}. {printable(record.said)}"


def printable_lines(text: str) -> str:
    """Make each line printable, and keep the lines."""
    return "\n".join(printable(line) for line in text.split("\n"))
