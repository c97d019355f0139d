"""My questions: what the visitor wants to ask, shown together; gone with the visit."""

import dataclasses

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core.content.cards import Content
from kiosk.core.visit import Visit
from kiosk.ui.card_on_screen import question_in
from kiosk.ui.content_library import ContentLibrary
from kiosk.ui.paging.page_breaks import POINT
from kiosk.ui.pyside.qt_types import QStringList
from kiosk.ui.pyside.snapshot import announce_changes
from kiosk.ui.visit_holder import VisitHolder

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@dataclasses.dataclass(frozen=True, slots=True)
class QuestionsSnapshot:
    """The questions kept, in the order they were touched and in the language of the visit."""

    questions: tuple[str, ...] = ()


def derive_questions(visit: Visit, content: Content | None) -> QuestionsSnapshot:
    """Return the questions a visitor kept, none before the content is read."""
    if content is None:
        return QuestionsSnapshot()
    return QuestionsSnapshot(tuple(POINT + question_in(content, kept) for kept in visit.questions))


@QmlElement
@QmlUncreatable("made by the composition root")
class QuestionsViewModel(QObject):  # type: ignore[operator]  # the stub of 6.12 says not callable
    """The questions the visitor kept."""

    questionsChanged = Signal()

    def __init__(self, visit_holder: VisitHolder, library: ContentLibrary, parent: QObject) -> None:
        super().__init__(parent)
        self._visit_holder = visit_holder
        self._library = library
        self._shown = QuestionsSnapshot()
        visit_holder.changed.connect(self._refresh)
        library.changed.connect(self._refresh)

    def _refresh(self) -> None:
        before = self._shown
        self._shown = derive_questions(self._visit_holder.visit, self._library.content)
        announce_changes(self, before, self._shown)

    @Property(QStringList, notify=questionsChanged)
    def questions(self) -> list[str]:
        return list(self._shown.questions)
