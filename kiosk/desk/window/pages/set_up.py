"""The first run, in four steps: your key, the recovery key, its proof, what to carry to the kiosk."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from kiosk.core.errors import KeyFileError
from kiosk.core.staff_words import mark, tr
from kiosk.desk.access.names import person_name
from kiosk.desk.access.set_up import RecoveryKey
from kiosk.desk.window.pages.new_words import NewWords
from kiosk.desk.window.widgets import HEADING_SCALE, FolderField, Page, button, field, label, named, row
from kiosk.store.text_files import NotText, read_text_file

_NO_RECOVERY = RecoveryKey("", "")
_FILE_PRINTER: Final = re.compile("pdf|xps|onenote", re.IGNORECASE)
"""Names of printers that print into files, as Windows and CUPS give them."""
_INTRO: Final = mark(
    "This desk has no key yet. It will keep its files in {folder}; has your clinic a desk already, use the "
    "folder of that one. Requests from the kiosk are locked; your key opens them, and your six words open "
    "your key."
)
_AGAIN: Final = mark(
    "This desk was set up before, but not to the end. The six words of that time open nothing: cross them "
    "out. A recovery key that you printed or saved then still counts: you can prove it in step 3."
)
_MADE: Final = mark(
    "Your key is made, with this name and these words. You can look at the words again; to change them, "
    "finish first, then open People."
)
_PROVED_ANOTHER: Final = mark("The recovery key that you proved is on your print or stick, and nowhere else.")
_COUNTS_STILL: Final = mark(
    "If you have the print or the stick of an earlier try, you need no other: go on, and prove that one."
)


_CARRY: Final = mark(
    "The kiosk needs this file: {file}. It can lock requests and not open them. Plug in a stick, copy the "
    "file to it and bring it to whoever looks after the kiosk. Then compare this check code with that in "
    "the kiosk's staff menu; they must be the same. It is no secret:"
)
_PROVE: Final = mark(
    "A key that was copied wrongly is found on the worst day. Type the line that begins with AGE-SECRET-KEY "
    "from your print, or load the file from your stick: it has to open a test."
)


class SetUpPage(QWidget):
    """Emits what was chosen; first_run makes the keys. Every step leads back, and nothing is lost."""

    recoveryWanted = Signal()  # noqa: N815  # signals read like Qt's own
    saveWanted = Signal(Path)  # noqa: N815  # as above
    proofWanted = Signal(str)  # noqa: N815  # as above
    folderWanted = Signal()  # noqa: N815  # as above
    carryWanted = Signal()  # noqa: N815  # as above
    done = Signal()
    moved = Signal()
    refused = Signal(str)

    def __init__(self, generate_words: Callable[[], str], folder: Path) -> None:
        super().__init__()
        self._recovery = _NO_RECOVERY
        self._name = self._passphrase = ""
        self.name = field()
        self.words = NewWords(generate_words)
        self.words.typedBack.connect(self._keep_words)
        self.words.refused.connect(self.refused)
        self.sheet = QPlainTextEdit()
        self.sheet.setReadOnly(True)
        self.sheet.setTabChangesFocus(True)
        self.sheet.setMaximumHeight(90)
        self.stick = FolderField(tr("&Folder of a stick:"), tr("Choose the stick for the recovery key"))
        self.typed = field()
        self.typed.returnPressed.connect(self._prove)
        self._again, self._counts_still = label(tr(_AGAIN), is_bold=True), label(tr(_COUNTS_STILL))
        self._is_made = False
        self._made_before = label(tr(_MADE), is_bold=True)
        self._made_before.hide()
        self._intro = label(tr(_INTRO, folder=folder))
        self._print_it = button(tr("&Print..."), self._print)
        self._save_it = button(tr("&Save to the stick"), self._save)
        self._last = button(tr("&Go on"), lambda: self._go(3))
        self._last.hide()
        self._made, self._carry = label(), label()
        self.check_code = label(scale=HEADING_SCALE, is_bold=True)
        self._steps = QStackedWidget()
        for page in (self._first(), self._second(), self._third(), self._fourth()):
            self._steps.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._steps)

    @property
    def person(self) -> tuple[str, str]:
        """The name and the passphrase that were chosen."""
        return self._name, self._passphrase

    def begin(self, recovery: RecoveryKey, *, is_again: bool) -> None:
        """Start with a recovery key that is nowhere yet; is_again: an earlier set-up was left."""
        self._recovery = recovery
        self.sheet.setPlainText(recovery.sheet)
        self._again.setVisible(is_again)
        self._counts_still.setVisible(is_again)
        self.words.begin()
        self._go(0)

    def enter(self) -> None:
        """Give the focus to where this step begins."""
        page = self._steps.currentWidget()
        if isinstance(page, Page):
            page.enter()

    def show_recovery(self, stick: str) -> None:
        """Go on to the recovery key; stick: a folder to offer, "" for none."""
        if not self.stick.line.text():
            self.stick.line.setText(stick)
        self._go(1)

    def show_finished(
        self, recipients_file: Path, check_code: tuple[str, ...], proved: str, *, has_others: bool
    ) -> None:
        """Say what to carry to the kiosk; the key is made and does not change any more.

        proved: the public half of the recovery key that counts; has_others: others were shown.
        """
        self._is_made = True
        self.name.setReadOnly(True)
        self.words.keep()
        self._again.hide()
        self._counts_still.hide()
        self._intro.hide()
        self._made_before.show()
        self._last.show()
        if proved != self._recovery.recipient:
            self._recovery = _NO_RECOVERY
            self.sheet.setPlainText(tr(_PROVED_ANOTHER))
            self._print_it.setEnabled(False)
            self._save_it.setEnabled(False)
        others = tr("Destroy every other print or stick of a recovery key: only this one counts.")
        made = tr("The recovery key opened the test. Your key is made.")
        self._made.setText(f"{made} {others}" if has_others else made)
        self._carry.setText(tr(_CARRY, file=recipients_file))
        self.check_code.setText(" ".join(check_code))
        self.check_code.setAccessibleName(tr("Check code: {code}", code=" ".join(check_code)))
        self.show_proved()

    def show_proved(self) -> None:
        """Go to the last step; the recovery key that was typed does not stay in its field."""
        self.typed.clear()
        self._go(3)

    def _first(self) -> Page:
        page = Page(tr("Set up this desk: 1 of 4, your key"))
        page.add(
            self._again,
            self._made_before,
            self._intro,
            named(tr("Your &name, as your colleagues know you:"), self.name),
            self.words,
            row(
                button(tr("&Go on"), self.words.check),
                button(tr("Use another &folder..."), self.folderWanted.emit),
            ),
        )
        page.column.addStretch()
        page.first = self.name
        return page

    def _second(self) -> Page:
        page = Page(tr("Set up this desk: 2 of 4, the recovery key"))
        page.add(
            label(
                tr(
                    "If every passphrase is lost, only this key opens the requests; without it they are lost "
                    "too. It is on no disk of this desk. Print it or save it to a stick, and lock that away."
                )
            ),
            self._counts_still,
            named(tr("&Recovery key:"), self.sheet),
            row(self._print_it),
            self.stick,
            row(
                self._save_it,
                button(tr("&Go on"), lambda: self._go(2)),
                button(tr("&Back"), lambda: self._go(0)),
            ),
        )
        page.column.addStretch()
        page.first = self.sheet
        return page

    def _third(self) -> Page:
        page = Page(tr("Set up this desk: 3 of 4, prove the recovery key"))
        page.add(
            label(tr(_PROVE)),
            named(tr("&Recovery key from the sheet:"), self.typed),
            row(
                button(tr("&Prove it"), self._prove, is_default=True),
                button(tr("&Load the file..."), self._load),
                self._last,
                button(tr("&Back"), lambda: self._go(1)),
            ),
        )
        page.column.addStretch()
        page.first = self.typed
        return page

    def _fourth(self) -> Page:
        page = Page(tr("Set up this desk: 4 of 4, the kiosk"))
        finish = button(tr("&Finish"), self._finish, is_default=True)
        page.add(
            self._made,
            self._carry,
            self.check_code,
            row(
                button(tr("&Copy the file to the stick"), self.carryWanted.emit),
                finish,
                button(tr("&Back"), lambda: self._go(2)),
            ),
        )
        page.column.addStretch()
        page.first = finish
        return page

    def _go(self, step: int) -> None:
        self._steps.setCurrentIndex(step)
        self.moved.emit()
        self.enter()

    def _finish(self) -> None:
        """Forget every secret."""
        self._recovery, self._passphrase = _NO_RECOVERY, ""
        self.words.clear()
        self.typed.clear()
        self.sheet.clear()
        self.done.emit()

    def _keep_words(self, words: str) -> None:
        if self._is_made:
            self._go(1)
            return
        try:
            self._name = person_name(self.name.text())
        except KeyFileError as error:
            self.refused.emit(str(error))
            self.name.setFocus()
            return
        self._passphrase = words
        self.recoveryWanted.emit()

    def _save(self) -> None:
        folder = self.stick.ask()
        if folder is not None:
            self.saveWanted.emit(folder)

    def _prove(self) -> None:
        self.proofWanted.emit(self.typed.text())

    def _load(self) -> None:
        file, _ = QFileDialog.getOpenFileName(
            self, tr("Choose recovery.key on your stick"), self.stick.begin_at
        )
        if not file:
            return
        try:
            self.proofWanted.emit(read_text_file(Path(file)))
        except NotText as reason:
            self.refused.emit(f"{file} {reason}.")
        except OSError:
            self.refused.emit(tr("{file} cannot be read: choose recovery.key on your stick.", file=file))

    def _print(self) -> None:
        # Loaded only here: a desk without any printer system can still be set up.
        from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter  # noqa: PLC0415

        printer = QPrinter()
        dialog = QPrintDialog(printer, self)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, on=False)
        if not dialog.exec():
            return
        is_native = printer.outputFormat() is QPrinter.OutputFormat.NativeFormat
        if not is_native or printer.outputFileName() or _FILE_PRINTER.search(printer.printerName()):
            self.refused.emit(
                tr(
                    "That printer makes a file on this computer, and the recovery key must stay on none: "
                    "choose a printer with paper, or save the key to a stick."
                )
            )
        else:
            document = QTextDocument()
            document.setPlainText(
                tr("Recovery key of the call-back desk. Lock it away.\n\n{sheet}", sheet=self._recovery.sheet)
            )
            document.print_(printer)
