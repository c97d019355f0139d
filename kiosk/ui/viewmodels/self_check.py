"""The self-check as a poster: three lists, no answers taken."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core import visit as visits
from kiosk.core.content import PosterList, SelfCheckPoster
from kiosk.core.visit import Screen
from kiosk.store.content_files import SELF_CHECK
from kiosk.ui.pager import POINT
from kiosk.ui.qt_types import QStringList
from kiosk.ui.session import Session
from kiosk.ui.shelf import Shelf

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the composition root")
class SelfCheckViewModel(QObject):  # type: ignore[operator]  # the stub of 6.12 says not callable
    """The list on screen; every text is empty when there is none."""

    changed = Signal()

    def __init__(self, session: Session, shelf: Shelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shelf = shelf
        session.changed.connect(self.changed)
        shelf.changed.connect(self.changed)

    @property
    def _poster(self) -> SelfCheckPoster | None:
        return self._shelf.content.poster if self._shelf.content else None

    @property
    def _list(self) -> PosterList | None:
        return self._poster.lists[self._session.visit.poster_list] if self._poster else None

    def _get_tier(self) -> str:
        return part.tier if (part := self._list) else ""

    def _get_title(self) -> str:
        return part.title if (part := self._list) else ""

    def _get_blocks(self) -> list[str]:
        part = self._list
        if part is None:
            return []
        blocks: list[str] = []
        for group in part.groups:
            blocks += [group.when, *(POINT + line.text for line in group.lines)]
        if part.note:
            blocks.append(part.note)
        if self._poster is not None and self._get_index() == 0:
            blocks.append(self._poster.purpose)
        return blocks

    def _get_index(self) -> int:
        return self._session.visit.poster_list

    def _get_count(self) -> int:
        return len(self._poster.lists) if self._poster else 0

    def _get_footnote(self) -> str:
        return f"{self._poster.not_everything} {self._poster.not_a_diagnosis}" if self._poster else ""

    def _get_is_last(self) -> bool:
        return self._get_index() == self._get_count() - 1

    def _get_is_draft(self) -> bool:
        content = self._shelf.content
        return content is None or content.reviews[SELF_CHECK].is_draft

    @Slot()
    def next(self) -> None:
        """Go to the next list, and after the last to all causes."""
        index = self._get_index() + 1
        if index < self._get_count():
            self._session.apply(lambda visit: visits.show_poster_list(visit, index))
        else:
            self._session.apply(lambda visit: visits.go(visit, Screen.HOME))

    @Slot()
    def back(self) -> None:
        """Go to the list before, and before the first to all causes."""
        index = self._get_index() - 1
        if index >= 0:
            self._session.apply(lambda visit: visits.show_poster_list(visit, index))
        else:
            self._session.apply(lambda visit: visits.go(visit, Screen.HOME))

    tier = Property(str, _get_tier, notify=changed)
    title = Property(str, _get_title, notify=changed)
    blocks = Property(QStringList, _get_blocks, notify=changed)
    index = Property(int, _get_index, notify=changed)
    count = Property(int, _get_count, notify=changed)
    footnote = Property(str, _get_footnote, notify=changed)
    isLast = Property(bool, _get_is_last, notify=changed)  # noqa: N815
    isDraft = Property(bool, _get_is_draft, notify=changed)  # noqa: N815
