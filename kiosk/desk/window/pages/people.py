"""Who can open this desk: adding a colleague, removing one."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget

from kiosk.core.errors import KeyFileError
from kiosk.core.staff_words import tr
from kiosk.desk.access.names import person_name
from kiosk.desk.window.pages.new_words import NewWords
from kiosk.desk.window.widgets import Page, button, field, label, named, row


class PeoplePage(Page):
    """Emits who is to come and who is to go; neither happens by one touch."""

    addWanted = Signal(str, str)  # noqa: N815  # signals read like Qt's own
    removeWanted = Signal(str)  # noqa: N815  # as above
    carryWanted = Signal()  # noqa: N815  # as above
    wordsWanted = Signal()  # noqa: N815  # as above
    refused = Signal(str)
    left = Signal()

    def __init__(self, generate_words: Callable[[], str]) -> None:
        super().__init__(tr("People"))
        self.people = QListWidget()
        self.people.setMaximumHeight(130)
        self._check_code = label()
        self.name = field()
        self.words = NewWords(generate_words)
        self.words.typedBack.connect(self._add_named)
        self.words.refused.connect(self.refused)
        self._add = button(tr("&Add a colleague..."), self._begin_adding)
        self._remove = button(tr("&Remove this person..."), self._ask)
        self._back = button(tr("&Back"), self.left.emit)
        self._sure_text = label(is_bold=True)
        self._keep = button(tr("&No, keep"), self._calm)
        self._sure = row(button(tr("&Yes, remove"), self._remove_chosen), self._keep)
        self.add(
            label(
                tr("Each person has a key of their own in this desk's folder, and six words that open it.")
            ),
            named(tr("&People who can open this desk:"), self.people),
            self._check_code,
            row(
                self._add,
                self._remove,
                button(tr("Change my &words..."), self.wordsWanted.emit),
            ),
            row(
                button(tr("&Copy recipients.txt to the stick"), self.carryWanted.emit),
                self._back,
            ),
            self._sure_text,
            self._sure,
        )
        self._form = QWidget()
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.addWidget(named(tr("Na&me of the colleague:"), self.name))
        form.addWidget(self.words)
        form.addWidget(row(button(tr("Ma&ke the key"), self.words.check)))
        self.add(self._form)
        self.column.addStretch()
        self.first = self.people
        self.show_people((), ())

    def show_people(self, people: tuple[str, ...], check_code: tuple[str, ...]) -> None:
        """Show who there is, and put every question away."""
        self.people.clear()
        self.people.addItems(list(people))
        self.people.setCurrentRow(0)
        self._check_code.setText(
            tr(
                "Check code of recipients.txt, the same as in the kiosk's staff menu: {code}",
                code=" ".join(check_code),
            )
        )
        self.name.clear()
        self.words.clear()
        self._calm()
        self._form.hide()

    @property
    def chosen(self) -> str:
        """The name that is chosen in the list; there always is one while the desk is open."""
        return self.people.currentItem().text()

    def _begin_adding(self) -> None:
        self._calm()
        self._form.show()
        self.words.begin()
        self.name.setFocus()

    def _add_named(self, words: str) -> None:
        try:
            name = person_name(self.name.text())
        except KeyFileError as error:
            self.refused.emit(str(error))
            self.name.setFocus()
            return
        self.addWanted.emit(name, words)

    def _ask(self) -> None:
        name = self.chosen
        self._sure_text.setText(
            tr(
                "Remove {name}? Everything here is locked anew, without {name}. What {name} copied before "
                "stays readable to that copy.",
                name=name,
            )
        )
        self._sure_text.show()
        self._sure.show()
        self._keep.setFocus()

    def _calm(self) -> None:
        self._sure_text.hide()
        self._sure.hide()

    def _remove_chosen(self) -> None:
        self.removeWanted.emit(self.chosen)
