"""A new passphrase: six words shown once, and typed back from paper."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.core.staff_words import tr
from kiosk.desk.access.passphrase import as_words
from kiosk.desk.window.widgets import HEADING_SCALE, SPACING_PX, button, field, label, named, row


class NewWords(QWidget):
    """Emits the words when they were typed back; hides them while they are typed."""

    typedBack = Signal(str)  # noqa: N815  # signals read like Qt's own
    refused = Signal(str)

    def __init__(self, generate_words: Callable[[], str]) -> None:
        super().__init__()
        self._generate = generate_words
        self.words = ""
        self._shown = label(scale=HEADING_SCALE, is_bold=True)
        self.typed = field()
        self.typed.returnPressed.connect(self._compare)
        self.others = button(tr("&Other words"), self.begin)
        self.show_again = button(tr("&Show the words again"), self._show)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING_PX)
        for widget in (
            label(
                tr("Write these six words on paper. They are the passphrase; nobody can look them up later.")
            ),
            self._shown,
            row(self.others, self.show_again),
            named(tr("&Type the six words from your paper:"), self.typed),
        ):
            column.addWidget(widget)
        self.typed.textEdited.connect(self._hide)

    def begin(self) -> None:
        """Offer new words."""
        self.words = self._generate()
        self.typed.clear()
        self._show()

    def clear(self) -> None:
        """Forget the words."""
        self.words = ""
        self._shown.clear()
        self.typed.clear()

    def keep(self) -> None:
        """Offer no others any more; these can still be looked at."""
        self.others.setEnabled(False)

    def check(self) -> None:
        """Compare what was typed, as the Enter key does."""
        self._compare()

    def _show(self) -> None:
        self._shown.setText(self.words)
        self._shown.setAccessibleName(tr("Your six words: {words}", words=self.words))
        self.show_again.setEnabled(False)

    def _hide(self) -> None:
        self._shown.setText(tr("(hidden while you type)"))
        self._shown.setAccessibleName(tr("hidden while you type"))
        self.show_again.setEnabled(True)

    def _compare(self) -> None:
        if self.words and as_words(self.typed.text()) == as_words(self.words):
            self.typedBack.emit(self.words)
        else:
            self.refused.emit(tr("These are not the six words: look at your paper, or show the words again."))
