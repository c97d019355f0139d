"""Handing the desk over: what was done, notes for whoever comes, the way to the numbers."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit

from kiosk.core.staff_words import mark, tr
from kiosk.desk.queue.hand_over import HandOverNotes
from kiosk.desk.window.widgets import Page, button, label, named, row

_ABOUT: Final = mark(
    "Write what whoever comes next must know. The note is locked like the requests, and is shown to each of "
    "your colleagues when they unlock the desk, until somebody puts it away."
)


class HandOverPage(Page):
    """Emits what is to be kept, and that the notes are done."""

    keepWanted = Signal(str)  # noqa: N815  # signals read like Qt's own
    awayWanted = Signal()  # noqa: N815  # as above
    numbersWanted = Signal()  # noqa: N815  # as above
    left = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Hand over"))
        self.today = label(is_bold=True)
        self.notes, self.note = QPlainTextEdit(), QPlainTextEdit()
        self.notes.setReadOnly(True)
        for each in (self.notes, self.note):
            each.setTabChangesFocus(True)
            each.setMaximumHeight(180)
        self._away = button(tr("&Done: put these notes away"), self.awayWanted.emit)
        self.add(
            self.today,
            label(tr(_ABOUT)),
            named(tr("&New note:"), self.note),
            row(button(tr("&Keep the note"), lambda: self.keepWanted.emit(self.note.toPlainText()))),
            named(tr("N&otes so far:"), self.notes),
            row(self._away),
            row(
                button(tr("N&umbers for the manager..."), self.numbersWanted.emit),
                button(tr("&Back"), self.left.emit),
            ),
        )
        self.column.addStretch()
        self.first = self.note

    def show_notes(self, found: HandOverNotes, today: str) -> None:
        """Show what was not put away; today: what was done."""
        self.today.setText(today)
        texts = (note.told for _, note in found.notes)
        self.notes.setPlainText("\n\n".join((*texts, *((found.warning,) if found.warning else ()))))
        self._away.setEnabled(bool(found.notes))

    def clear(self) -> str:
        """Forget everything, and return what was typed and not kept."""
        typed = self.note.toPlainText()
        self.show_notes(HandOverNotes(), "")
        self.note.clear()
        return typed
