"""All causes as tiles."""

import dataclasses

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core import visit as visits
from kiosk.core.content.cards import Content
from kiosk.ui.card_look import thumbnail
from kiosk.ui.content_library import ContentLibrary
from kiosk.ui.pyside.rows import Rows
from kiosk.ui.visit_holder import VisitHolder

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@dataclasses.dataclass(frozen=True, slots=True)
class Tile:
    """One card on Home; tint: the ground of its picture."""

    card: str
    title: str
    tint: str
    picture: str


def tiles_of(content: Content | None) -> list[Tile]:
    """Return the tiles of the cards in the order of their numbers."""
    return [
        Tile(card.id, card.title, card.colours.tint, thumbnail(content, card.id))
        for card in (content.cards if content else ())
    ]


@QmlElement
@QmlUncreatable("made by the composition root")
class HomeViewModel(QObject):  # type: ignore[operator]  # the stub of 6.12 says not callable
    """The tiles in the order of their numbers."""

    changed = Signal()

    def __init__(
        self, visit_holder: VisitHolder, library: ContentLibrary, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._visit_holder = visit_holder
        self._library = library
        self._tiles = Rows(Tile, self)
        self._language = ""
        library.changed.connect(self._on_content_changed)
        visit_holder.changed.connect(self._on_visit_changed)

    def _on_visit_changed(self) -> None:
        content = self._library.content
        if content is not None and content.language != self._language:
            self._on_content_changed()

    def _on_content_changed(self) -> None:
        content = self._library.content
        self._language = content.language if content else ""
        self._tiles.show(tiles_of(content))
        self.changed.emit()

    def _get_tiles(self) -> Rows:
        return self._tiles

    def _get_count(self) -> int:
        return self._tiles.rowCount()

    def _get_longest_word(self) -> str:
        content = self._library.content
        words = [word for card in content.cards for word in card.title.split()] if content else [""]
        return max(words, key=len)

    def _get_is_draft(self) -> bool:
        content = self._library.content
        return content is not None and any(reviewed.is_draft for reviewed in content.reviews.values())

    @Slot(str)
    def open(self, card: str) -> None:
        """Open a card by its id."""
        self._visit_holder.apply(lambda visit: visits.open_card(visit, card))

    tiles = Property(Rows, _get_tiles, constant=True)
    count = Property(int, _get_count, notify=changed)
    longestWord = Property(str, _get_longest_word, notify=changed)
    isDraft = Property(bool, _get_is_draft, notify=changed)
