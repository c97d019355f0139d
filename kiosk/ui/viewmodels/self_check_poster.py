"""The self-check as a poster: three lists, no answers taken."""

import logging

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.content.files import SELF_CHECK
from kiosk.core import visit as visits
from kiosk.core.content.cards import PosterList, SelfCheckPoster
from kiosk.core.events import Event
from kiosk.core.self_check.offer import SOURCE_LANGUAGE, Offer, offer
from kiosk.core.self_check_steps import open_self_check
from kiosk.core.visit import Screen
from kiosk.store.settings.settings import Settings
from kiosk.ui.content_library import ContentLibrary
from kiosk.ui.paging.page_breaks import POINT
from kiosk.ui.pyside.qt_types import QStringList
from kiosk.ui.visit_holder import VisitHolder

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

_log = logging.getLogger(__name__)


@QmlElement
@QmlUncreatable("made by the composition root")
class SelfCheckPosterViewModel(QObject):  # type: ignore[operator]  # the stub of 6.12 says not callable
    """The list on screen; every text is empty when there is none."""

    changed = Signal()

    def __init__(
        self, visit_holder: VisitHolder, library: ContentLibrary, settings: Settings, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._visit_holder = visit_holder
        self._library = library
        self._settings = settings
        self._is_warned = False
        library.changed.connect(self._warn_once)
        visit_holder.changed.connect(self.changed)
        library.changed.connect(self.changed)

    def _warn_once(self) -> None:
        content = self._library.in_language(SOURCE_LANGUAGE)
        file = self._settings.file
        if content is None or self._is_warned or file.demonstration or file.self_check != "guided":
            return
        if content.reviews[SELF_CHECK].is_draft:
            self._is_warned = True
            _log.warning("%s", Event.SELF_CHECK_NOT_SIGNED)

    @property
    def _offer(self) -> Offer:
        content, file = self._library.content, self._settings.file
        if content is None:
            return "off"
        return offer(
            file.self_check,
            language=content.language,
            is_signed=not content.reviews[SELF_CHECK].is_draft,
            has_questions=content.questions is not None and self._library.is_guided_trusted,
            is_demonstration=file.demonstration,
        )

    def _get_offer(self) -> str:
        # A check that has begun goes on, whatever the content on the library has become meanwhile.
        return "guided" if self._visit_holder.visit.check is not None else self._offer

    @property
    def _poster(self) -> SelfCheckPoster | None:
        return self._library.content.poster if self._library.content else None

    @property
    def _list(self) -> PosterList | None:
        return self._poster.lists[self._visit_holder.visit.poster_list] if self._poster else None

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
        if part.note and part.tier != "now":
            blocks.append(part.note)
        if self._poster is not None and self._get_index() == 0:
            blocks.append(self._poster.purpose)
        return blocks

    def _get_index(self) -> int:
        return self._visit_holder.visit.poster_list

    def _get_count(self) -> int:
        return len(self._poster.lists) if self._poster else 0

    def _get_footnote(self) -> str:
        poster, part = self._poster, self._list
        if poster is None or part is None:
            return ""
        on_every_page = [part.note] if part.note and part.tier == "now" else []
        return " ".join([*on_every_page, poster.not_everything, poster.not_a_diagnosis])

    def _get_is_last(self) -> bool:
        return self._get_index() == self._get_count() - 1

    def _get_is_draft(self) -> bool:
        content = self._library.content
        return content is None or content.reviews[SELF_CHECK].is_draft

    @Slot()
    def open(self) -> None:
        """Open the self-check as it is offered in this language today."""
        is_guided = self._offer == "guided"
        self._visit_holder.apply(lambda visit: open_self_check(visit, is_guided=is_guided))

    @Slot()
    def next(self) -> None:
        """Go to the next list, and after the last to all causes."""
        index = self._get_index() + 1
        if index < self._get_count():
            self._visit_holder.apply(lambda visit: visits.show_poster_list(visit, index))
        else:
            self._visit_holder.apply(lambda visit: visits.go(visit, Screen.HOME))

    @Slot()
    def back(self) -> None:
        """Go to the list before, and before the first to all causes."""
        index = self._get_index() - 1
        if index >= 0:
            self._visit_holder.apply(lambda visit: visits.show_poster_list(visit, index))
        else:
            self._visit_holder.apply(lambda visit: visits.go(visit, Screen.HOME))

    offer = Property(str, _get_offer, notify=changed)
    tier = Property(str, _get_tier, notify=changed)
    title = Property(str, _get_title, notify=changed)
    blocks = Property(QStringList, _get_blocks, notify=changed)
    index = Property(int, _get_index, notify=changed)
    count = Property(int, _get_count, notify=changed)
    footnote = Property(str, _get_footnote, notify=changed)
    isLast = Property(bool, _get_is_last, notify=changed)
    isDraft = Property(bool, _get_is_draft, notify=changed)
