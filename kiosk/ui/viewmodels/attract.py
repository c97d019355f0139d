"""What nobody in particular is shown: questions that change, each with the picture of a card."""

import dataclasses
import logging
from typing import Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core import visit as visits
from kiosk.core.content.cards import START, Content
from kiosk.core.events import Event
from kiosk.core.visit import Screen
from kiosk.ui.card_look import thumbnail
from kiosk.ui.content_library import ContentLibrary
from kiosk.ui.translations import Translations
from kiosk.ui.visit_holder import VisitHolder

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

SHIFTS: Final = (0, 1, 2, 1, 0, -1, -2, -1)
"""Millimetres the picture stands aside, one question after another, so that nothing burns in."""


@dataclasses.dataclass(frozen=True, slots=True)
class AttractQuestion:
    """A question to who walks by, and the card that answers it."""

    text: str
    card: str


def attract_questions(opening: str, content: Content | None) -> list[AttractQuestion]:
    """Return what is asked in turn: the opening words, which need no content, then what the cards ask."""
    cards = content.cards if content else ()
    asked = [AttractQuestion(card.attract_question, card.id) for card in cards if card.attract_question]
    return [AttractQuestion(opening, START), *asked]


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
    def _turn(self) -> tuple[str, AttractQuestion]:
        """The language and the question on show."""
        languages = self._library.languages or [self._translations.language]
        turn, index = divmod(self._shown, len(languages))
        language = languages[index]
        opening = self._translations.sentence_in(language, "attract.question")
        questions = attract_questions(opening, self._library.in_language(language))
        return language, questions[turn % len(questions)]

    def _get_question(self) -> str:
        return self._turn[1].text

    def _get_picture(self) -> str:
        language, question = self._turn
        return thumbnail(self._library.in_language(language), question.card)

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
        self._visit_holder.become(visits.open_card(visits.start(language), question.card))

    question = Property(str, _get_question, notify=changed)
    picture = Property(str, _get_picture, notify=changed)
    shift = Property(int, _get_shift, notify=changed)
