"""The first run, in four steps: your key, the recovery key, its proof, what to carry to the kiosk."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from kiosk.desk.set_up import RecoveryKey
from kiosk.desk.window.widgets import LARGE, FolderField, Page, button, field, label, named, row
from kiosk.desk.window.words import NewWords

_NO_RECOVERY = RecoveryKey("", "")


class SetUpPage(QWidget):
    """Emits what was chosen; the window makes the keys."""

    saveWanted = Signal(Path)  # noqa: N815  # signals read like Qt's own
    proofWanted = Signal(str)  # noqa: N815  # as above
    finishWanted = Signal(str, str)  # noqa: N815  # as above
    done = Signal()
    moved = Signal()
    refused = Signal(str)

    def __init__(self, generate_words: Callable[[], str], folder: Path) -> None:
        super().__init__()
        self._recovery = _NO_RECOVERY
        self._passphrase = ""
        self.name = field()
        self.name.setMaxLength(64)
        self.words = NewWords(generate_words)
        self.words.typedBack.connect(self._keep_words)
        self.words.refused.connect(self.refused)
        self.sheet = QPlainTextEdit()
        self.sheet.setReadOnly(True)
        self.sheet.setTabChangesFocus(True)
        self.sheet.setMaximumHeight(90)
        self.stick = FolderField("&Folder of a stick:", "Choose the stick for the recovery key")
        self.typed = field()
        self.typed.returnPressed.connect(self._prove)
        self._carry, self._fingerprint = label(), label(scale=LARGE, is_bold=True)
        self._steps = QStackedWidget()
        for page in (self._first(folder), self._second(), self._third(), self._fourth()):
            self._steps.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._steps)

    def begin(self, recovery: RecoveryKey) -> None:
        """Start over with a recovery key that is nowhere yet."""
        self._recovery = recovery
        self.sheet.setPlainText(recovery.sheet)
        self.words.begin()
        self._go(0)

    def enter(self) -> None:
        """Give the focus to where this step begins."""
        page = self._steps.currentWidget()
        if isinstance(page, Page):
            page.enter()

    def show_proved(self) -> None:
        """Go on after the recovery key has opened the test envelope."""
        self.finishWanted.emit(self.name.text().strip(), self._passphrase)

    def show_finished(self, recipients_file: Path, fingerprint: tuple[str, ...]) -> None:
        """Say what to carry to the kiosk, and forget every secret."""
        self._recovery, self._passphrase = _NO_RECOVERY, ""
        self.words.clear()
        self.typed.clear()
        self.sheet.clear()
        self._carry.setText(
            f"Copy this file to the kiosk: {recipients_file}. It can lock requests and not open them. "
            "Then compare these six words with those in the kiosk's staff menu; they must be the same:"
        )
        self._fingerprint.setText(" ".join(fingerprint))
        self._go(3)

    def _first(self, folder: Path) -> Page:
        page = Page("Set up this desk: 1 of 4, your key")
        page.add(
            label(
                f"This desk has no key yet. It will keep its files in {folder}. Requests from the kiosk are "
                "locked; your key opens them, and your six words open your key."
            ),
            named("Your &name (letters, digits, - and _):", self.name),
            self.words,
            row(button("&Go on", self.words.check)),
        )
        page.column.addStretch()
        page.first = self.name
        return page

    def _second(self) -> Page:
        page = Page("Set up this desk: 2 of 4, the recovery key")
        page.add(
            label(
                "If every passphrase is lost, only this key opens the requests; without it they are lost "
                "too. It is on no disk of this desk. Print it or save it to a stick, and lock that away."
            ),
            named("&Recovery key:", self.sheet),
            row(button("&Print...", self._print)),
            self.stick,
            row(
                button("&Save to the stick", lambda: self.saveWanted.emit(self.stick.folder)),
                button("&Go on", lambda: self._go(2)),
            ),
        )
        page.column.addStretch()
        page.first = self.sheet
        return page

    def _third(self) -> Page:
        page = Page("Set up this desk: 3 of 4, prove the recovery key")
        page.add(
            label(
                "A key that was copied wrongly is found on the worst day. Type the line that begins with "
                "AGE-SECRET-KEY from your print, or load the file from your stick: it has to open a test."
            ),
            named("&Recovery key from the sheet:", self.typed),
            row(
                button("&Prove it", self._prove, is_default=True),
                button("&Load the file...", self._load),
                button("&Back", lambda: self._go(1)),
            ),
        )
        page.column.addStretch()
        page.first = self.typed
        return page

    def _fourth(self) -> Page:
        page = Page("Set up this desk: 4 of 4, the kiosk")
        finish = button("&Finish", self.done.emit, is_default=True)
        page.add(
            label("The recovery key opened the test. Your key is made."),
            self._carry,
            self._fingerprint,
            row(finish),
        )
        page.column.addStretch()
        page.first = finish
        return page

    def _go(self, step: int) -> None:
        self._steps.setCurrentIndex(step)
        self.moved.emit()
        self.enter()

    def _keep_words(self, words: str) -> None:
        if not self.name.text().strip():
            self.refused.emit("Type your name first: it stands beside every call you record.")
            self.name.setFocus()
            return
        self._passphrase = words
        self._go(1)

    def _prove(self) -> None:
        self.proofWanted.emit(self.typed.text())

    def _load(self) -> None:
        file, _ = QFileDialog.getOpenFileName(
            self, "Choose recovery.key on your stick", self.stick.line.text()
        )
        if not file:
            return
        try:
            self.proofWanted.emit(Path(file).read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError):
            self.refused.emit(f"{file} cannot be read: choose recovery.key on your stick.")

    def _print(self) -> None:
        # Loaded only here: a desk without any printer system can still be set up.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415

        printer = QPrinter()
        if QPrintDialog(printer, self).exec():
            document = QTextDocument()
            document.setPlainText(
                f"Recovery key of the call-back desk. Lock it away.\n\n{self._recovery.sheet}"
            )
            document.print_(printer)
