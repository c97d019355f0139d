"""The start screen before a visit: questions in turn, each with the picture of a card."""

import dataclasses
import logging
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core import visit as visits
from kiosk.core.content.start_card import START
from kiosk.core.events import Event
from kiosk.core.visit import Screen
from kiosk.ui.card_look import thumbnail
from kiosk.ui.content_library import ContentLibrary, ContentOf
from kiosk.ui.pyside.snapshot import announce_changes
from kiosk.ui.translations import SentenceIn, Translations
from kiosk.ui.visit_holder import VisitHolder

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.core.content.cards import Card

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

SHIFTS: Final = (0, 1, 2, 1, 0, -1, -2, -1)
"""Millimetres the picture stands aside, one question after another, so that nothing burns in."""


@dataclasses.dataclass(frozen=True, slots=True)
class AttractQuestion:
    """A question to who walks by, and the card that answers it."""

    text: str
    card: str


def attract_questions(opening: str, cards: "Iterable[Card]") -> list[AttractQuestion]:
    """Return what is asked in turn: the opening words, which need no content, then what the cards ask."""
    asked = [AttractQuestion(card.attract_question, card.id) for card in cards if card.attract_question]
    return [AttractQuestion(opening, START), *asked]


_log = logging.getLogger(__name__)


@dataclasses.dataclass(frozen=True, slots=True)
class AttractSnapshot:
    """The question on show.

    picture: the address of the small one of the card that answers it; shift: millimetres to the right;
    help_words, easier_words: what to touch for help, and to make it easier, in the language of the question.
    """

    question: str
    help_words: str
    easier_words: str
    picture: str
    shift: int


def attract_at(
    turn: int, languages: tuple[str, ...], contents: ContentOf, sentence_in: SentenceIn
) -> tuple[str, AttractQuestion]:
    """Return language and question of a turn: each question in each language, then the next."""
    asked, index = divmod(turn, len(languages))
    language = languages[index]
    content = contents(language)
    questions = attract_questions(sentence_in(language, "attract.question"), content.cards if content else ())
    return language, questions[asked % len(questions)]


def derive_attract(
    turn: int, languages: tuple[str, ...], contents: ContentOf, sentence_in: SentenceIn
) -> AttractSnapshot:
    """Return what is shown at a turn, counted from 0."""
    language, question = attract_at(turn, languages, contents, sentence_in)
    picture = thumbnail(contents(language), question.card)
    return AttractSnapshot(
        question=question.text,
        help_words=sentence_in(language, "help.open"),
        easier_words=sentence_in(language, "comfort.open"),
        picture=picture,
        shift=SHIFTS[turn % len(SHIFTS)],
    )


@QmlElement
@QmlUncreatable("made by the composition root")
class AttractViewModel(QObject):  # type: ignore[operator]  # the stub of 6.12 says not callable
    """One question at a time, in each language on offer in turn."""

    questionChanged = Signal()
    helpWordsChanged = Signal()
    easierWordsChanged = Signal()
    pictureChanged = Signal()
    shiftChanged = Signal()

    def __init__(
        self, visit_holder: VisitHolder, library: ContentLibrary, translations: Translations, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._visit_holder = visit_holder
        self._library = library
        self._translations = translations
        self._turn = 0
        self._shown = derive_attract(*self._state)
        visit_holder.changed.connect(self._begin_again)
        library.changed.connect(self._refresh)

    def _begin_again(self) -> None:
        if self._visit_holder.visit.screen is not Screen.ATTRACT:
            self._turn = 0
        self._refresh()

    @property
    def _state(self) -> tuple[int, tuple[str, ...], ContentOf, SentenceIn]:
        languages = tuple(self._library.languages) or (self._translations.language,)
        return self._turn, languages, self._library.in_language, self._translations.sentence_in

    def _refresh(self) -> None:
        before = self._shown
        self._shown = derive_attract(*self._state)
        announce_changes(self, before, self._shown)

    @Slot()
    def next(self) -> None:
        """Show the next question."""
        self._turn += 1
        self._refresh()

    @Slot()
    def open(self) -> None:
        """Begin a visit with the card on show, in the language of its question."""
        language, question = attract_at(*self._state)
        _log.info("%s", Event.VISIT_STARTED)
        visit = visits.start(language, self._visit_holder.visit.comfort)
        self._visit_holder.become(visits.open_card(visit, question.card))

    @Slot()
    def askForHelp(self) -> None:  # QML's name
        """Show "please tell the front desk now" in the language of the question on show."""
        language, _ = attract_at(*self._state)
        _log.info("%s", Event.VISIT_STARTED)
        self._visit_holder.apply(lambda visit: visits.ask_for_help(visit, language))

    @Slot()
    def makeEasier(self) -> None:
        """Begin a visit in the language of the question on show, with "Make it easier" over all causes."""
        language, _ = attract_at(*self._state)
        _log.info("%s", Event.VISIT_STARTED)
        self._visit_holder.become(visits.make_easier(visits.start(language)))

    @Property(str, notify=questionChanged)
    def question(self) -> str:
        return self._shown.question

    @Property(str, notify=helpWordsChanged)
    def helpWords(self) -> str:
        return self._shown.help_words

    @Property(str, notify=easierWordsChanged)
    def easierWords(self) -> str:
        return self._shown.easier_words

    @Property(str, notify=pictureChanged)
    def picture(self) -> str:
        return self._shown.picture

    @Property(int, notify=shiftChanged)
    def shift(self) -> int:
        return self._shown.shift
