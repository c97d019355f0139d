"""The page in front of everything: who are you, and your passphrase."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from kiosk.core.result import Ok, Result
from kiosk.core.staff_words import tr
from kiosk.desk.window.widgets import Page, button, field, label, named, row


class UnlockPage(Page):
    """Emits the name and the passphrase, and keeps neither."""

    unlockWanted = Signal(str, str)  # noqa: N815  # signals read like Qt's own

    lostWanted = Signal(str)  # noqa: N815  # as above

    def __init__(self) -> None:
        super().__init__(tr("The desk is locked"), width=520)
        self.name = QComboBox()
        self.passphrase = field(is_secret=True)
        self.passphrase.returnPressed.connect(self._unlock)
        self._seen = QCheckBox(tr("&Show what I type"))
        self._seen.setAccessibleName(tr("Show what I type"))
        self._seen.toggled.connect(self._show)
        self.add(
            label(
                tr(
                    "The requests at this desk, and what was recorded of the calls, can only be read with a "
                    "passphrase. Not locked are lists, the names of those who work here, and how many "
                    "requests came when, from which kiosk."
                )
            ),
            named(tr("&Name:"), self.name),
            named(tr("&Passphrase, six words:"), self.passphrase),
            self._seen,
            row(
                button(tr("&Unlock"), self._unlock, is_default=True),
                button(tr("I have &lost my words..."), lambda: self.lostWanted.emit(self.name.currentText())),
            ),
        )
        self.lists = label()
        self.add(self.lists)
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

    def show_lists(self, told: Result[str]) -> None:
        """Say which lists lie unlocked, or that nobody knows."""
        unknown = tr("Whether lists lie here unlocked cannot be told now.")
        self.lists.setText(told.value if isinstance(told, Ok) else unknown)

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
