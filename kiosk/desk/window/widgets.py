"""The few kinds of widget the desk is made of, each with a name for the screen reader."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QDateTimeEdit,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kiosk.core.errors import NoAnswer
from kiosk.core.staff_words import spoken, tr
from kiosk.store.answering import Step, while_it_answers

HEADING_SCALE: Final = 1.6
"""Size of a heading as a part of the text's."""
SPACING_PX: Final = 14
"""Pixels between the parts of a page."""
_POINTS: Final = 11
"""Size of the text in points, which the desktop's own setting enlarges."""
_SECONDS_TO_BEGIN: Final = 2.0
"""For a folder to answer while the window waits for it. Chosen; not measured."""
_MAX_WIDGET_HEIGHT_PX: Final = 2000
"""Pixels: more than any part of the window needs, so the largest part takes what is left."""


def enlarge(application: QApplication) -> None:
    """Use a type size that can be read all day."""
    font = application.font()
    font.setPointSizeF(max(font.pointSizeF(), _POINTS))
    application.setFont(font)


def label(text: str = "", *, scale: float = 1.0, is_bold: bool = False) -> QLabel:
    """Return a label that wraps and shows what it is given as plain text: QLabel alone would render HTML."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    font = made.font()
    font.setPointSizeF(font.pointSizeF() * scale)
    font.setBold(is_bold)
    made.setFont(font)
    return made


def button(text: str, action: Callable[[], None], *, is_default: bool = False) -> QPushButton:
    """Return a push button that the Enter key presses too; text: with its mnemonic."""
    made = QPushButton(text)
    made.setAutoDefault(True)
    made.setDefault(is_default)
    made.setAccessibleName(text.replace("&", ""))
    made.clicked.connect(lambda _checked: action())
    return made


class _Field(QLineEdit):
    def clear(self) -> None:
        """Forget what is typed: Qt alone would bring it back with Ctrl+Z, a passphrase too."""
        self.setText("")


def field(*, is_secret: bool = False) -> QLineEdit:
    """Return a line to type in; what is cleared cannot be brought back."""
    made = _Field()
    if is_secret:
        made.setEchoMode(QLineEdit.EchoMode.Password)
    return made


def named(text: str, widget: QWidget) -> QWidget:
    """Return a widget below its label, which gives it its mnemonic and its name."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    caption = label(text)
    caption.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    caption.setTextFormat(Qt.TextFormat.AutoText)  # ours alone; plain text would show the mnemonic's sign
    caption.setWordWrap(False)
    caption.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    caption.setBuddy(widget)
    widget.setAccessibleName(text.replace("&", "").rstrip(":"))
    column.addWidget(caption)
    column.addWidget(widget)
    if widget.maximumHeight() < _MAX_WIDGET_HEIGHT_PX:
        holder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    return holder


def with_calendar(field: QDateTimeEdit) -> None:
    """Let a day be chosen from a calendar in the language that is spoken, weeks as this computer has them."""
    system = QLocale.system()
    is_spoken = QLocale.languageToCode(system.language()) == spoken()
    field.setLocale(system if is_spoken else QLocale(spoken()))
    field.setCalendarPopup(True)


def row(*widgets: QWidget) -> QWidget:
    """Return widgets side by side, to the left."""
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch()
    return holder


def folder_typed(text: str) -> Path | None:
    """Return the folder that somebody typed, None for one that depends on where the program runs."""
    try:
        folder = Path(text.strip()).expanduser()
    except RuntimeError:  # nobody with such a home
        return None
    return folder if folder.is_absolute() else None


def folder_to_begin(text: str) -> str:
    """Return where a dialog begins: in the folder that is named, or the nearest above it that is there.

    "" for one that does not answer.
    """
    folder = folder_typed(text)
    found = () if folder is None else (folder, *folder.parents)

    def begin(_step: Step) -> str:
        return next((str(each) for each in found if os.path.isdir(each)), "")  # noqa: PTH112  # raises nothing

    try:
        return while_it_answers(begin, _SECONDS_TO_BEGIN)
    except NoAnswer:
        return ""


class FolderField(QWidget):
    """A folder to type or to choose."""

    refused = Signal(str)

    def __init__(self, text: str, title: str) -> None:
        super().__init__()
        self.line = field()
        self._title = title
        choose = button(tr("C&hoose..."), self._choose)
        choose.setAccessibleName(title)
        holder = QHBoxLayout(self)
        holder.setContentsMargins(0, 0, 0, 0)
        line = named(text, self.line)
        line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        holder.addWidget(line)
        holder.addWidget(choose, alignment=Qt.AlignmentFlag.AlignBottom)

    @property
    def begin_at(self) -> str:
        """Where a dialog begins: see folder_to_begin."""
        return folder_to_begin(self.line.text())

    def ask(self) -> Path | None:
        """Return what is typed; None, with a sentence, for what depends on where the program runs."""
        folder = folder_typed(self.line.text())
        if folder is not None:
            return folder
        self.refused.emit(tr("Choose a folder first, or type its whole path."))
        self.line.setFocus()
        return None

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self._title, self.begin_at)
        if chosen:
            self.line.setText(chosen)
        self.line.setFocus()


class Page(QWidget):
    """One state of the window: a heading, then widgets below each other; first gets the focus."""

    def __init__(self, heading: str, *, width: int = 720) -> None:
        super().__init__()
        self.setAccessibleName(heading)
        outer = QHBoxLayout(self)
        holder = QWidget()
        holder.setMaximumWidth(width)
        self.column = QVBoxLayout(holder)
        self.column.setSpacing(SPACING_PX)
        self.column.addWidget(label(heading, scale=HEADING_SCALE, is_bold=True))
        outer.addStretch(1)
        outer.addWidget(holder, 20)
        outer.addStretch(1)
        self.first: QWidget = self

    def add(self, *widgets: QWidget) -> None:
        """Put widgets below what is there."""
        for widget in widgets:
            self.column.addWidget(widget)

    def enter(self) -> None:
        """Give the focus to where the work begins."""
        self.first.setFocus()
