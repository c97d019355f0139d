"""The self-check as a poster: three lists, no answers taken."""

import dataclasses
import logging

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.content.files import SELF_CHECK
from kiosk.core import visit as visits
from kiosk.core.content.cards import Content, PosterList, SelfCheckPoster
from kiosk.core.events import Event
from kiosk.core.self_check.offer import SOURCE_LANGUAGE, Offer, offer
from kiosk.core.self_check.rules import Urgency
from kiosk.core.self_check_steps import open_self_check
from kiosk.core.visit import Screen, Visit
from kiosk.store.settings.keys import SettingsFile
from kiosk.store.settings.settings import Settings
from kiosk.ui.content_library import ContentLibrary
from kiosk.ui.enums import number_of
from kiosk.ui.paging.page_breaks import POINT
from kiosk.ui.pyside.qt_types import QStringList
from kiosk.ui.pyside.snapshot import announce_changes
from kiosk.ui.visit_holder import VisitHolder

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

_log = logging.getLogger(__name__)


@dataclasses.dataclass(frozen=True, slots=True)
class SelfCheckPosterSnapshot:
    """The list on screen, and what of the self-check is offered; texts are empty before there are any.

    index: of the list, counting from 0, of count lists; footnote: stands under every page of the list.
    """

    offer: Offer = Offer.OFF
    tier: Urgency = Urgency.LEARN
    title: str = ""
    blocks: tuple[str, ...] = ()
    index: int = 0
    count: int = 0
    footnote: str = ""
    is_last: bool = False


def derive_self_check_poster(
    visit: Visit, content: Content | None, file: SettingsFile, *, is_guided_trusted: bool
) -> SelfCheckPosterSnapshot:
    """Return the list on screen.

    A check that has begun goes on, whatever the content on the library has become meanwhile.
    """
    offered = Offer.GUIDED if visit.check else offer_today(content, file, is_guided_trusted=is_guided_trusted)
    if content is None:
        return SelfCheckPosterSnapshot(offer=offered)
    poster, index = content.poster, visit.poster_list
    part = poster.lists[index]
    tier = Urgency[part.tier.upper()]
    return SelfCheckPosterSnapshot(
        offer=offered,
        tier=tier,
        title=part.title,
        blocks=_blocks(poster, index),
        index=index,
        count=len(poster.lists),
        footnote=_footnote(poster, part),
        is_last=index == len(poster.lists) - 1,
    )


def offer_today(content: Content | None, file: SettingsFile, *, is_guided_trusted: bool) -> Offer:
    """Return the form of the self-check that is offered now."""
    if content is None:
        return Offer.OFF
    return offer(
        file.self_check,
        language=content.language,
        is_signed=not content.reviews[SELF_CHECK].is_draft,
        has_questions=content.self_check_texts is not None and is_guided_trusted,
        is_demonstration=file.demonstration,
    )


def _blocks(poster: SelfCheckPoster, index: int) -> tuple[str, ...]:
    part = poster.lists[index]
    blocks: list[str] = []
    for group in part.groups:
        blocks += [group.when, *(POINT + line.text for line in group.lines)]
    if part.note and part.tier != "now":
        blocks.append(part.note)
    if index == 0:
        blocks.append(poster.purpose)
    return tuple(blocks)


def _footnote(poster: SelfCheckPoster, part: PosterList) -> str:
    on_every_page = [part.note] if part.note and part.tier == "now" else []
    return " ".join([*on_every_page, poster.not_everything, poster.not_a_diagnosis])


@QmlElement
@QmlUncreatable("made by the composition root")
class SelfCheckPosterViewModel(QObject):  # type: ignore[operator]  # the stub of 6.12 says not callable
    """The list on screen."""

    offerChanged = Signal()
    tierChanged = Signal()
    titleChanged = Signal()
    blocksChanged = Signal()
    indexChanged = Signal()
    countChanged = Signal()
    footnoteChanged = Signal()
    isLastChanged = Signal()

    def __init__(
        self, visit_holder: VisitHolder, library: ContentLibrary, settings: Settings, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._visit_holder = visit_holder
        self._library = library
        self._settings = settings
        self._is_warned = False
        library.changed.connect(self._warn_once)
        self._shown = SelfCheckPosterSnapshot()
        visit_holder.changed.connect(self._refresh)
        library.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        before = self._shown
        self._shown = derive_self_check_poster(
            self._visit_holder.visit,
            self._library.content,
            self._settings.file,
            is_guided_trusted=self._library.is_guided_trusted,
        )
        announce_changes(self, before, self._shown)

    def _warn_once(self) -> None:
        content = self._library.in_language(SOURCE_LANGUAGE)
        file = self._settings.file
        if content is None or self._is_warned or file.demonstration or file.self_check != "guided":
            return
        if content.reviews[SELF_CHECK].is_draft:
            self._is_warned = True
            _log.warning("%s", Event.SELF_CHECK_NOT_SIGNED)

    @Slot()
    def open(self) -> None:
        """Open the self-check as it is offered in this language today."""
        offered = offer_today(
            self._library.content, self._settings.file, is_guided_trusted=self._library.is_guided_trusted
        )
        is_guided = offered is Offer.GUIDED
        self._visit_holder.apply(lambda visit: open_self_check(visit, is_guided=is_guided))

    @Slot()
    def next(self) -> None:
        """Go to the next list, and after the last to all causes."""
        index = self._shown.index + 1
        if index < self._shown.count:
            self._visit_holder.apply(lambda visit: visits.show_poster_list(visit, index))
        else:
            self._visit_holder.apply(lambda visit: visits.go(visit, Screen.HOME))

    @Slot()
    def back(self) -> None:
        """Go to the list before, and before the first to all causes."""
        index = self._shown.index - 1
        if index >= 0:
            self._visit_holder.apply(lambda visit: visits.show_poster_list(visit, index))
        else:
            self._visit_holder.apply(lambda visit: visits.go(visit, Screen.HOME))

    @Property(int, notify=offerChanged)
    def offer(self) -> int:
        return number_of(self._shown.offer)

    @Property(int, notify=tierChanged)
    def tier(self) -> int:
        return number_of(self._shown.tier)

    @Property(str, notify=titleChanged)
    def title(self) -> str:
        return self._shown.title

    @Property(QStringList, notify=blocksChanged)
    def blocks(self) -> list[str]:
        return list(self._shown.blocks)

    @Property(int, notify=indexChanged)
    def index(self) -> int:
        return self._shown.index

    @Property(int, notify=countChanged)
    def count(self) -> int:
        return self._shown.count

    @Property(str, notify=footnoteChanged)
    def footnote(self) -> str:
        return self._shown.footnote

    @Property(bool, notify=isLastChanged)
    def isLast(self) -> bool:
        return self._shown.is_last
