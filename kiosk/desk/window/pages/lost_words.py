"""For whoever has lost the words of a key: the recovery key opens the desk, and new words a new key."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog

from kiosk.core.staff_words import mark, tr
from kiosk.desk.access.recovery import RecoveryWish
from kiosk.desk.window.pages.new_words import NewWords
from kiosk.desk.window.widgets import Page, button, field, folder_to_begin, label, named, row

_ABOUT: Final = mark(
    "The recovery key opens this desk when the six words of a key are lost. Put its stick in and load the "
    "file, or type the line that begins with AGE-SECRET-KEY from the print. You then get a new key with new "
    "words, and your old key is gone. Colleagues keep theirs."
)
_KEEPS: Final = mark(
    "Or open the desk once and keep your words: to take in requests that were locked before your new key "
    "was made."
)


class LostWordsPage(Page):
    """Emits who comes in with the recovery key, and the new words; forgets both when it is left."""

    wanted = Signal(RecoveryWish, str)
    """The recovery key, and the new words; "" to open the desk and keep the old ones."""

    refused = Signal(str)
    left = Signal()

    def __init__(self, generate_words: Callable[[], str]) -> None:
        super().__init__(tr("I have lost my words"))
        self._file: Path | None = None
        self._stick = ""
        self.name = QComboBox()
        self.typed = field()
        self.typed.textEdited.connect(lambda _text: self._choose(None))
        self._chosen = label()
        self.key_words = field(is_secret=True)
        self.words = NewWords(generate_words)
        self.words.typedBack.connect(self._ask)
        self.words.refused.connect(self.refused)
        self.add(
            label(tr(_ABOUT)),
            named(tr("&Name:"), self.name),
            row(button(tr("&Load the recovery key's file..."), self._load)),
            self._chosen,
            named(tr("Or type the &recovery key from the print:"), self.typed),
            named(tr("Its own &words, only if it was locked with any:"), self.key_words),
            self.words,
            row(button(tr("&Make my new key"), self.words.check), button(tr("&Back"), self.left.emit)),
            label(tr(_KEEPS)),
            row(button(tr("O&pen the desk once"), lambda: self._ask(""))),
        )
        self.column.addStretch()
        self.first = self.name

    def begin(self, people: tuple[str, ...], chosen: str, stick: str) -> None:
        """Offer these names, and new words; stick: where to look for the file first, "" for anywhere."""
        self.clear()
        self._stick = stick
        self.name.addItems(list(people))
        self.name.setCurrentText(chosen)
        self.words.begin()

    def clear(self) -> None:
        """Forget every secret."""
        self.name.clear()
        self.typed.clear()
        self.key_words.clear()
        self.words.clear()
        self._choose(None)

    def _load(self) -> None:
        file, _ = QFileDialog.getOpenFileName(
            self, tr("Choose recovery.key on its stick"), folder_to_begin(self._stick)
        )
        if file:
            self.typed.clear()
            self._choose(Path(file))

    def _choose(self, file: Path | None) -> None:
        self._file = file
        self._chosen.setText(tr("Chosen: {file}", file=file) if file else "")
        self._chosen.setVisible(file is not None)

    def _ask(self, new_words: str) -> None:
        source = self._file or self.typed.text()
        if not source:
            self.refused.emit(tr("Load the recovery key's file, or type the key from the print."))
            self.typed.setFocus()
            return
        self.wanted.emit(RecoveryWish(self.name.currentText(), source, self.key_words.text()), new_words)
