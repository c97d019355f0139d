"""A code for the visitor's phone: the clinic as a contact, with a card's key points as its note."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core import visit as visits
from kiosk.core.content import Card
from kiosk.core.take_home import key_points
from kiosk.store.settings import Settings
from kiosk.ui.qt_types import QStringList
from kiosk.ui.session import Session
from kiosk.ui.shelf import Shelf
from kiosk.ui.words import Words

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
        self, session: Session, shelf: Shelf, settings: Settings, words: Words, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._shelf = shelf
        self._clinic = settings.file.clinic
        self._words = words
        session.changed.connect(self.changed)
        shelf.changed.connect(self.changed)

    @property
    def _card(self) -> Card | None:
        content, place = self._shelf.content, self._session.visit.card
        if content is None or place is None or not place.takes_home:
            return None
        return content.card(place.card)

    def _get_is_open(self) -> bool:
        return self._card is not None

    def _get_points(self) -> list[str]:
        content, card = self._shelf.content, self._card
        if content is None or card is None:
            return []
        draft = [self._words.sentence("review.draft")] if content.reviews[card.id].is_draft else []
        return [*key_points(card), *draft]

    @property
    def _qr_code(self) -> "segno.QRCode":
        """A vCard 3.0 (RFC 2426): phones offer to add it, where a bare text goes to a search engine."""
        import segno.helpers  # noqa: PLC0415  # off the way to the first frame

        name, note = self._clinic.name, "\n".join(self._get_points())
        card = segno.helpers.make_vcard_data(name, name, org=name, phone=self._clinic.phone, memo=note)
        return segno.make(card, error="l", boost_error=False, micro=False)

    def _get_code(self) -> str:
        return self._qr_code.svg_data_uri(border=QUIET_ZONE, omitsize=True) if self._card else ""

    def _get_squares(self) -> int:
        return int(self._qr_code.symbol_size(border=QUIET_ZONE)[0]) if self._card else 1

    @Slot()
    def toggle(self) -> None:
        """Show the code, or the card again."""
        self._session.apply(visits.toggle_take_home)

    isOpen = Property(bool, _get_is_open, notify=changed)  # noqa: N815
    points = Property(QStringList, _get_points, notify=changed)
    code = Property(str, _get_code, notify=changed)
    squares = Property(int, _get_squares, notify=changed)
