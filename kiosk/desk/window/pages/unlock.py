"""The page in front of everything: who are you, and your passphrase."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from kiosk.desk.window.widgets import Page, button, field, label, named, row


class UnlockPage(Page):
    """Emits the name and the passphrase, and keeps neither."""

    unlockWanted = Signal(str, str)  # noqa: N815  # signals read like Qt's own

    lostWanted = Signal(str)  # noqa: N815  # as above

    def __init__(self) -> None:
        super().__init__("The desk is locked", width=520)
        self.name = QComboBox()
        self.passphrase = field(is_secret=True)
        self.passphrase.returnPressed.connect(self._unlock)
        self._seen = QCheckBox("&Show what I type")
        self._seen.setAccessibleName("Show what I type")
        self._seen.toggled.connect(self._show)
        self.add(
            label(
                "The requests at this desk can only be read with a passphrase. Lists that somebody made "
                "are not locked."
            ),
            named("&Name:", self.name),
            named("&Passphrase, six words:", self.passphrase),
            self._seen,
            row(
                button("&Unlock", self._unlock, is_default=True),
                button("I have &lost my words...", lambda: self.lostWanted.emit(self.name.currentText())),
            ),
        )
        self._waiting = label()
        self._waiting.hide()
        self.add(self._waiting)
        self.column.addStretch()
        self.first = self.passphrase

    def show_people(self, people: tuple[str, ...], chosen: str) -> None:
        """Offer these names."""
        self.name.clear()
        self.name.addItems(list(people))
        self.name.setCurrentText(chosen)
        self.passphrase.clear()
        self._seen.setChecked(False)

    def show_waiting(self, told: str) -> None:
        """Say what waited when the desk was locked: counts, and no name."""
        self._waiting.setText(told)
        self._waiting.setVisible(bool(told))

    def _unlock(self) -> None:
        typed = self.passphrase.text()
        self.passphrase.clear()
        self.unlockWanted.emit(self.name.currentText(), typed)

    def _show(self, is_seen: bool) -> None:  # noqa: FBT001  # Qt calls it with one argument
        mode = QLineEdit.EchoMode.Normal if is_seen else QLineEdit.EchoMode.Password
        self.passphrase.setEchoMode(mode)
