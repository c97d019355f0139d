"""The cards as text alone: what is shown in safe mode."""

import dataclasses
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core import visit as visits
from kiosk.core.content.cards import Content
from kiosk.core.visit import Screen, Visit
from kiosk.ui.content_library import ContentLibrary
from kiosk.ui.paging.page_breaks import POINT
from kiosk.ui.pyside.qt_types import QStringList
from kiosk.ui.pyside.snapshot import announce_changes
from kiosk.ui.visit_holder import VisitHolder

if TYPE_CHECKING:
    from collections.abc import Callable

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@dataclasses.dataclass(frozen=True, slots=True)
class PlainSnapshot:
    """What the plain screens show.

    titles: of all cards; heading, blocks: of the page of a card on screen; has_back, has_next: the card has a
    page before and after it.
    """

    titles: tuple[str, ...] = ()
    heading: str = ""
    blocks: tuple[str, ...] = ()
    has_back: bool = False
    has_next: bool = False


def derive_plain(visit: Visit, content: Content | None) -> PlainSnapshot:
    """Return what is shown of a content: all pages of a card, one after the other, as text."""
    if content is None:
        return PlainSnapshot()
    titles = tuple(card.title for card in content.cards)
    if visit.card is None:
        return PlainSnapshot(titles)
    card, at = content.card(visit.card.card), visit.card.step
    step = card.steps[at]
    return PlainSnapshot(
        titles=titles,
        heading=card.headline if at == 0 else step.title,
        blocks=(*step.text, *(POINT + point for point in step.points)),
        has_back=at > 0,
        has_next=at + 1 < len(card.steps),
    )


@QmlElement
@QmlUncreatable("made by the composition root")
class PlainViewModel(QObject):  # type: ignore[operator]  # the stub of 6.12 says not callable
    """All cards and the one on screen; open_form: opens the form, None where only the desk can help."""

    titlesChanged = Signal()
    headingChanged = Signal()
    blocksChanged = Signal()
    hasBackChanged = Signal()
    hasNextChanged = Signal()

    def __init__(self, visit_holder: VisitHolder, library: ContentLibrary, parent: QObject) -> None:
        super().__init__(parent)
        self.open_form: Callable[[], None] | None = None
        self._visit_holder = visit_holder
        self._library = library
        self._shown = PlainSnapshot()
        visit_holder.changed.connect(self._refresh)
        library.changed.connect(self._refresh)

    def _refresh(self) -> None:
        before = self._shown
        self._shown = derive_plain(self._visit_holder.visit, self._library.content)
        announce_changes(self, before, self._shown)

    @Slot(int)
    def open(self, index: int) -> None:
        """Open a card at its first page, counting from 0."""
        content = self._library.content
        if content is not None:
            self._visit_holder.apply(lambda visit: visits.open_card(visit, content.cards[index].id))

    @Slot()
    def next(self) -> None:
        """Turn to the next page of the card."""
        self._turn(1)

    @Slot()
    def back(self) -> None:
        """Turn to the page before."""
        self._turn(-1)

    def _turn(self, pages: int) -> None:
        card = self._visit_holder.visit.card
        if card is not None and (self._shown.has_next if pages > 0 else self._shown.has_back):
            self._visit_holder.apply(lambda visit: visits.open_card(visit, card.card, card.step + pages))

    @Slot()
    def call(self) -> None:
        """Open the form, or say that only the desk can help."""
        if self.open_form is not None:
            self.open_form()
        else:
            self._visit_holder.apply(lambda visit: visits.go(visit, Screen.DESK))

    @Property(QStringList, notify=titlesChanged)
    def titles(self) -> list[str]:
        return list(self._shown.titles)

    @Property(str, notify=headingChanged)
    def heading(self) -> str:
        return self._shown.heading

    @Property(QStringList, notify=blocksChanged)
    def blocks(self) -> list[str]:
        return list(self._shown.blocks)

    @Property(bool, notify=hasBackChanged)
    def hasBack(self) -> bool:
        return self._shown.has_back

    @Property(bool, notify=hasNextChanged)
    def hasNext(self) -> bool:
        return self._shown.has_next
