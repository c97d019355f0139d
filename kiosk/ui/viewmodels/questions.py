"""My questions: what the visitor wants to ask, shown together; gone with the visit."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.content_library import ContentLibrary
from kiosk.ui.paging.page_breaks import POINT
from kiosk.ui.pyside.qt_types import QStringList
from kiosk.ui.visit_holder import VisitHolder

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the composition root")
class QuestionsViewModel(QObject):  # type: ignore[operator]  # the stub of 6.12 says not callable
    """The questions kept, in the order they were touched and in the language of the visit."""

    changed = Signal()

    def __init__(self, visit_holder: VisitHolder, library: ContentLibrary, parent: QObject) -> None:
        super().__init__(parent)
        self._visit_holder = visit_holder
        self._library = library
        visit_holder.changed.connect(self.changed)
        library.changed.connect(self.changed)

    def _get_questions(self) -> list[str]:
        content = self._library.content
        if content is None:
            return []
        return [
            POINT + content.card(kept.card).steps[kept.step].points[kept.point]
            for kept in self._visit_holder.visit.questions
        ]

    questions = Property(QStringList, _get_questions, notify=changed)
