"""A code for the visitor's phone: the clinic as a contact, with a card's note to take home."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core import visit as visits
from kiosk.core.content.take_home import contact
from kiosk.store.settings.settings import Settings
from kiosk.ui.content_library import ContentLibrary
from kiosk.ui.pyside.qt_types import QStringList
from kiosk.ui.translations import Translations
from kiosk.ui.visit_holder import VisitHolder

if TYPE_CHECKING:
    import segno

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1
QUIET_ZONE: Final = 4
"""Empty squares around a code, as ISO/IEC 18004 asks for."""


@QmlElement
@QmlUncreatable("made by the composition root")
class TakeHomeViewModel(QObject):  # type: ignore[operator]  # the stub of 6.12 says not callable
    """The code of the card on screen and the same text to read; nothing goes over a network."""

    changed = Signal()

    def __init__(
        self,
        visit_holder: VisitHolder,
        library: ContentLibrary,
        settings: Settings,
        translations: Translations,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._visit_holder = visit_holder
        self._library = library
        self._settings = settings.file
        self._translations = translations
        self._note: list[str] = []
        self._code = ""
        self._squares = 1
        visit_holder.changed.connect(self._follow)
        library.changed.connect(self._follow)

    def _follow(self) -> None:
        """Make the code once for each note: that takes longer than all else of the touch that opens it."""
        note = self._note_on_screen()
        if note == self._note:
            return
        self._note, self._code, self._squares = note, "", 1
        if note:
            clinic = self._settings.clinic
            code = _qr_code(contact(clinic.name, clinic.phone, self._settings.country, "\n".join(note)))
            self._code = code.svg_data_uri(border=QUIET_ZONE, omitsize=True)
            self._squares = int(code.symbol_size(border=QUIET_ZONE)[0])
        self.changed.emit()

    def _note_on_screen(self) -> list[str]:
        content, place = self._library.content, self._visit_holder.visit.card
        if content is None or place is None or not place.takes_home:
            return []
        draft = [self._translations.sentence("review.draft")] if content.reviews[place.card].is_draft else []
        return [*content.card(place.card).take_home, *draft]

    @Slot()
    def toggle(self) -> None:
        """Show the code, or the card again."""
        self._visit_holder.apply(visits.toggle_take_home)

    def _get_is_open(self) -> bool:
        return bool(self._note)

    def _get_points(self) -> list[str]:
        return self._note

    def _get_code(self) -> str:
        return self._code

    def _get_squares(self) -> int:
        return self._squares

    isOpen = Property(bool, _get_is_open, notify=changed)
    points = Property(QStringList, _get_points, notify=changed)
    code = Property(str, _get_code, notify=changed)
    squares = Property(int, _get_squares, notify=changed)


def _qr_code(text: str) -> "segno.QRCode":
    """Name the coding of the bytes where it matters: a reader that guesses makes Shift JIS of accents.

    Without an accent there is nothing to name, and even a reader that knows no ECI understands.
    """
    import segno  # noqa: PLC0415  # off the way to the first frame

    return segno.make(
        text,
        error="l",
        boost_error=False,
        micro=False,
        mode="byte",
        encoding="utf-8",
        eci=not text.isascii(),
    )
