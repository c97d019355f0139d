"""What nobody in particular is shown: questions that change, each with the picture of a card."""

import logging
from typing import Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core import visit as visits
from kiosk.core.events import Event
from kiosk.core.visit import Screen
from kiosk.ui.content_library import ContentLibrary
from kiosk.ui.translations import Translations
from kiosk.ui.visit_holder import VisitHolder

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

CARDS: Final = ("start-here", "injury", "metabolic", "later-life")
"""The cards that answer the questions, in their order."""
SHIFTS: Final = (0, 1, 2, 1, 0, -1, -2, -1)
"""Millimetres the picture stands aside, one question after another, so that nothing burns in."""

_log = logging.getLogger(__name__)


@QmlElement
@QmlUncreatable("made by the composition root")
class AttractViewModel(QObject):  # type: ignore[operator]  # the stub of 6.12 says not callable
    """One question at a time, in each language on offer in turn."""

    changed = Signal()

    def __init__(
        self, visit_holder: VisitHolder, library: ContentLibrary, translations: Translations, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._visit_holder = visit_holder
        self._library = library
        self._translations = translations
        self._shown = 0
        visit_holder.changed.connect(self._begin_again)
        library.changed.connect(self.changed)

    def _begin_again(self) -> None:
        if self._visit_holder.visit.screen is not Screen.ATTRACT:
            self._shown = 0
        self.changed.emit()

    @property
    def _turn(self) -> tuple[str, int]:
        """The language and the index of the question on show."""
        languages = self._library.languages or [self._translations.language]
        question, language = divmod(self._shown, len(languages))
        return languages[language], question % len(CARDS)

    def _get_question(self) -> str:
        language, question = self._turn
        sentence_in = self._translations.sentence_in
        match CARDS[question]:
            case "injury":
                return sentence_in(language, "attract.question_heal")
            case "metabolic":
                return sentence_in(language, "attract.question_minerals")
            case "later-life":
                return sentence_in(language, "attract.question_age")
            case _:
                return sentence_in(language, "attract.question")

    def _get_card(self) -> str:
        return CARDS[self._turn[1]]

    def _get_shift(self) -> int:
        return SHIFTS[self._shown % len(SHIFTS)]

    @Slot()
    def next(self) -> None:
        """Show the next question."""
        self._shown += 1
        self.changed.emit()

    @Slot()
    def open(self) -> None:
        """Begin a visit with the card on show, in the language of its question."""
        language, question = self._turn
        _log.info("%s", Event.VISIT_STARTED)
        self._visit_holder.become(visits.open_card(visits.start(language), CARDS[question]))

    question = Property(str, _get_question, notify=changed)
    card = Property(str, _get_card, notify=changed)
    shift = Property(int, _get_shift, notify=changed)
