"""A code for the visitor's phone: the clinic as a contact, with a card's note to take home."""

import dataclasses
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core import visit as visits
from kiosk.core.content.take_home import contact
from kiosk.store.settings.settings import Settings, SettingsFile
from kiosk.ui.card_on_screen import card_on_screen, note_to_take_home
from kiosk.ui.content_library import ContentLibrary
from kiosk.ui.pyside.qt_types import QStringList
from kiosk.ui.pyside.snapshot import announce_changes
from kiosk.ui.translations import Translations
from kiosk.ui.visit_holder import VisitHolder

if TYPE_CHECKING:
    import segno

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1
QUIET_ZONE: Final = 4
"""Empty squares around a code, as ISO/IEC 18004 asks for."""


@dataclasses.dataclass(frozen=True, slots=True)
class TakeHomeSnapshot:
    """The code for a phone and the same text to read.

    points: the paragraphs of the note; code: a picture as a URL; squares: on a side, quiet zone included.
    """

    is_open: bool = False
    points: tuple[str, ...] = ()
    code: str = ""
    squares: int = 1


def derive_take_home(note: tuple[str, ...], settings: SettingsFile) -> TakeHomeSnapshot:
    """Return a note and its code, which takes longer than all else of the touch that opens it."""
    if not note:
        return TakeHomeSnapshot()
    clinic = settings.clinic
    code = _qr_code(contact(clinic.name, clinic.phone, settings.country, "\n".join(note)))
    return TakeHomeSnapshot(
        is_open=True,
        points=note,
        code=code.svg_data_uri(border=QUIET_ZONE, omitsize=True),
        squares=int(code.symbol_size(border=QUIET_ZONE)[0]),
    )


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


@QmlElement
@QmlUncreatable("made by the composition root")
class TakeHomeViewModel(QObject):  # type: ignore[operator]  # the stub of 6.12 says not callable
    """The code of the card on screen; nothing goes over a network."""

    isOpenChanged = Signal()
    pointsChanged = Signal()
    codeChanged = Signal()
    squaresChanged = Signal()

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
        self._shown = TakeHomeSnapshot()
        visit_holder.changed.connect(self._refresh)
        library.changed.connect(self._refresh)

    def _refresh(self) -> None:
        before = self._shown
        card = card_on_screen(self._visit_holder.visit, self._library.content)
        note = note_to_take_home(card, self._translations.sentence)
        if note != before.points:
            self._shown = derive_take_home(note, self._settings)
            announce_changes(self, before, self._shown)

    @Slot()
    def toggle(self) -> None:
        """Show the code, or the card again."""
        self._visit_holder.apply(visits.toggle_take_home)

    @Property(bool, notify=isOpenChanged)
    def isOpen(self) -> bool:
        return self._shown.is_open

    @Property(QStringList, notify=pointsChanged)
    def points(self) -> list[str]:
        return list(self._shown.points)

    @Property(str, notify=codeChanged)
    def code(self) -> str:
        return self._shown.code

    @Property(int, notify=squaresChanged)
    def squares(self) -> int:
        return self._shown.squares
