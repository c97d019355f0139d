"""Other words for one's own key."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Signal

from kiosk.core.staff_words import mark, tr
from kiosk.desk.window.pages.new_words import NewWords
from kiosk.desk.window.widgets import Page, button, field, label, named, row

_ABOUT: Final = mark(
    "Your key stays the same, and other words open it from then on: the kiosk needs nothing. A copy or a "
    "backup of your key file from before still opens with the old words; if somebody may have both, let a "
    "colleague remove you and add you again."
)


class ChangeWordsPage(Page):
    """Emits the old words and the new ones, and keeps neither."""

    changeWanted = Signal(str, str)  # noqa: N815  # signals read like Qt's own
    refused = Signal(str)
    left = Signal()

    def __init__(self, generate_words: Callable[[], str]) -> None:
        super().__init__(tr("Change my words"))
        self.old = field(is_secret=True)
        self.words = NewWords(generate_words)
        self.words.typedBack.connect(lambda words: self.changeWanted.emit(self.old.text(), words))
        self.words.refused.connect(self.refused)
        self.add(
            label(tr(_ABOUT)),
            named(tr("Your &present words:"), self.old),
            self.words,
            row(button(tr("&Change my words"), self.words.check), button(tr("&Back"), self.left.emit)),
        )
        self.column.addStretch()
        self.first = self.old

    def begin(self) -> None:
        """Offer new words."""
        self.old.clear()
        self.words.begin()

    def clear(self) -> None:
        """Forget all words."""
        self.old.clear()
        self.words.clear()
