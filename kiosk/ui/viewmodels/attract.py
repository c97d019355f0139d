"""What nobody in particular is shown: questions that change, each with the picture of a card."""

import dataclasses
import logging
from typing import Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core import visit as visits
from kiosk.core.events import Event
from kiosk.core.visit import Screen
from kiosk.ui.content_library import ContentLibrary
from kiosk.ui.pyside.snapshot import announce_changes
from kiosk.ui.translations import SentenceIn, Translations
from kiosk.ui.visit_holder import VisitHolder

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

CARDS: Final = ("start-here", "injury", "metabolic", "later-life")
"""The cards that answer the questions, in their order."""
SHIFTS: Final = (0, 1, 2, 1, 0, -1, -2, -1)
"""Millimetres the picture stands aside, one question after another, so that nothing burns in."""

_log = logging.getLogger(__name__)


@dataclasses.dataclass(frozen=True, slots=True)
class AttractSnapshot:
    """The question on show.

    card: the id of the one that answers it; shift: millimetres to the right.
    """

    question: str
    card: str
    shift: int


def derive_attract(turn: int, languages: tuple[str, ...], sentence_in: SentenceIn) -> AttractSnapshot:
    """Return what is shown after so many turns: each question in each language, then the next."""
    card, language = _card_and_language(turn, languages)
    return AttractSnapshot(_question(card, language, sentence_in), card, SHIFTS[turn % len(SHIFTS)])


def _card_and_language(turn: int, languages: tuple[str, ...]) -> tuple[str, str]:
    question, language = divmod(turn, len(languages))
    return CARDS[question % len(CARDS)], languages[language]


def _question(card: str, language: str, sentence_in: SentenceIn) -> str:
    match card:
        case "injury":
            return sentence_in(language, "attract.question_heal")
        case "metabolic":
            return sentence_in(language, "attract.question_minerals")
        case "later-life":
            return sentence_in(language, "attract.question_age")
        case _:
            return sentence_in(language, "attract.question")


@QmlElement
@QmlUncreatable("made by the composition root")
class AttractViewModel(QObject):  # type: ignore[operator]  # the stub of 6.12 says not callable
    """One question at a time, in each language on offer in turn."""

    questionChanged = Signal()
    cardChanged = Signal()
    shiftChanged = Signal()

    def __init__(
        self, visit_holder: VisitHolder, library: ContentLibrary, translations: Translations, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._visit_holder = visit_holder
        self._library = library
        self._translations = translations
        self._turn = 0
        self._shown = self._derive()
        visit_holder.changed.connect(self._begin_again)
        library.changed.connect(self._refresh)

    def _begin_again(self) -> None:
        if self._visit_holder.visit.screen is not Screen.ATTRACT:
            self._turn = 0
        self._refresh()

    @property
    def _languages(self) -> tuple[str, ...]:
        return tuple(self._library.languages) or (self._translations.language,)

    def _derive(self) -> AttractSnapshot:
        return derive_attract(self._turn, self._languages, self._translations.sentence_in)

    def _refresh(self) -> None:
        before = self._shown
        self._shown = self._derive()
        announce_changes(self, before, self._shown)

    @Slot()
    def next(self) -> None:
        """Show the next question."""
        self._turn += 1
        self._refresh()

    @Slot()
    def open(self) -> None:
        """Begin a visit with the card on show, in the language of its question."""
        card, language = _card_and_language(self._turn, self._languages)
        _log.info("%s", Event.VISIT_STARTED)
        self._visit_holder.become(visits.open_card(visits.start(language), card))

    @Property(str, notify=questionChanged)
    def question(self) -> str:
        return self._shown.question

    @Property(str, notify=cardChanged)
    def card(self) -> str:
        return self._shown.card

    @Property(int, notify=shiftChanged)
    def shift(self) -> int:
        return self._shown.shift
