"""A row that chooses which calls are shown: what is on can be seen, and one press ends all of it."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QWidget

from kiosk.core.staff_words import tr
from kiosk.desk.plain_text import printable
from kiosk.desk.queue.call_list import CallCase
from kiosk.desk.queue.filters import EVERYTHING, Filter, languages_of, times_of
from kiosk.desk.window.widgets import button


class FilterRow(QWidget):
    """Emits `changed` when other calls are wanted."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.language, self.time = (
            _choice(tr("Language"), tr("all languages")),
            _choice(tr("Best time"), tr("all best times")),
        )
        self.interpreter, self.late = QCheckBox(tr("interpreter")), QCheckBox(tr("late"))
        self.all = button(tr("Show all (Esc)"), self._end)
        self.all.hide()
        place = self.all.sizePolicy()
        place.setRetainSizeWhenHidden(True)  # its coming would cut the others
        self.all.setSizePolicy(place)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(QLabel(tr("Show only (Ctrl+L):")))
        for each in (self.language, self.time, self.interpreter, self.late, self.all):
            line.addWidget(each)
        line.addStretch()
        for choice in (self.language, self.time):
            choice.currentIndexChanged.connect(self._change)
        for box in (self.interpreter, self.late):
            box.toggled.connect(self._change)
        self._keys = QShortcut(QKeySequence("Ctrl+L"), self, self.language.setFocus)

    @property
    def chosen(self) -> Filter:
        """What is asked for."""
        return Filter(
            self.language.currentData(),
            self.time.currentData(),
            self.interpreter.isChecked(),
            self.late.isChecked(),
        )

    def offer(self, cases: tuple[CallCase, ...]) -> None:
        """Offer what these calls have, and what is chosen though none has it any more."""
        _fill(self.language, languages_of(cases))
        _fill(self.time, times_of(cases))

    def clear(self) -> None:
        """Ask for nothing."""
        for choice in (self.language, self.time):
            choice.setCurrentIndex(0)
        for box in (self.interpreter, self.late):
            box.setChecked(False)

    def _end(self) -> None:
        self.language.setFocus()
        self.clear()

    def _change(self) -> None:
        self.all.setVisible(self.chosen != EVERYTHING)
        self.changed.emit()


def _choice(name: str, nothing: str) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    made.addItem(nothing, "")
    return made


def _fill(choice: QComboBox, names: Iterable[str]) -> None:
    chosen = choice.currentData()
    wanted = [*names]
    if chosen and chosen not in wanted:
        wanted.append(chosen)
    blocked = QSignalBlocker(choice)
    while choice.count() > 1:
        choice.removeItem(1)
    for name in wanted:
        choice.addItem(printable(tr(name)), name)
    choice.setCurrentIndex(choice.findData(chosen))
    blocked.unblock()
