"""All causes as tiles."""

import dataclasses

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core import visit as visits
from kiosk.core.content.cards import Content
from kiosk.ui.card_look import thumbnail
from kiosk.ui.content_library import ContentLibrary
from kiosk.ui.pyside.rows import Rows
from kiosk.ui.pyside.snapshot import announce_changes
from kiosk.ui.visit_holder import VisitHolder

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@dataclasses.dataclass(frozen=True, slots=True)
class Tile:
    """One card on Home; tint: the ground of its picture; picture: its address."""

    card: str
    title: str
    tint: str
    picture: str


@dataclasses.dataclass(frozen=True, slots=True)
class HomeSnapshot:
    """What Home shows.

    tiles: in the order of the cards' numbers; longest_word: of all titles, for which a tile must have room.
    """

    tiles: tuple[Tile, ...] = ()
    count: int = 0
    longest_word: str = ""


def derive_home(content: Content | None) -> HomeSnapshot:
    """Return what Home shows of a content, nothing before it is read."""
    if content is None:
        return HomeSnapshot()
    tiles = tuple(
        Tile(card.id, card.title, card.colours.tint, thumbnail(content, card.id)) for card in content.cards
    )
    words = (word for tile in tiles for word in tile.title.split())
    return HomeSnapshot(tiles, len(tiles), max(words, key=len, default=""))


@QmlElement
@QmlUncreatable("made by the composition root")
class HomeViewModel(QObject):  # type: ignore[operator]  # the stub of 6.12 says not callable
    """The tiles, and the way to each card."""

    tilesChanged = Signal()
    countChanged = Signal()
    longestWordChanged = Signal()

    def __init__(self, visit_holder: VisitHolder, library: ContentLibrary, parent: QObject) -> None:
        super().__init__(parent)
        self._visit_holder = visit_holder
        self._library = library
        self._shown = HomeSnapshot()
        self._rows = Rows(Tile, self)
        # The visit too: with it the language changes.
        visit_holder.changed.connect(self._refresh)
        library.changed.connect(self._refresh)

    def _refresh(self) -> None:
        before = self._shown
        self._shown = derive_home(self._library.content)
        if self._shown.tiles != before.tiles:
            self._rows.exchange(self._shown.tiles)
        announce_changes(self, before, self._shown)

    @Slot(str)
    def open(self, card: str) -> None:
        """Open a card by its id."""
        self._visit_holder.apply(lambda visit: visits.open_card(visit, card))

    @Property(Rows, notify=tilesChanged)
    def tiles(self) -> Rows:
        return self._rows

    @Property(int, notify=countChanged)
    def count(self) -> int:
        return self._shown.count

    @Property(str, notify=longestWordChanged)
    def longestWord(self) -> str:
        return self._shown.longest_word
