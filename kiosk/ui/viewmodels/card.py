"""One cause: its chapters, its question and its sources."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core import card_steps
from kiosk.core import visit as visits
from kiosk.core.content.cards import Card
from kiosk.core.content.steps import Chapter
from kiosk.core.visit import CardView
from kiosk.ui.card_on_screen import card_on_screen
from kiosk.ui.card_snapshot import CardSnapshot, derive_card, question_of
from kiosk.ui.content_library import ContentLibrary
from kiosk.ui.enums import member_of
from kiosk.ui.pyside.qt_types import QStringList
from kiosk.ui.pyside.snapshot import announce_changes
from kiosk.ui.translations import Translations
from kiosk.ui.visit_holder import VisitHolder

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the composition root")
class CardViewModel(QObject):  # type: ignore[operator]  # the stub of 6.12 says not callable
    """The card on screen, and the ways through it."""

    accentsChanged = Signal()
    headingChanged = Signal()
    isUrgentChanged = Signal()
    isFromClinicChanged = Signal()
    isOnStepChanged = Signal()
    isAskingChanged = Signal()
    chapterChanged = Signal()
    hasConditionsChanged = Signal()
    isFirstChanged = Signal()
    warningChanged = Signal()
    choicesChanged = Signal()
    chosenChanged = Signal()
    hasBackChanged = Signal()
    leadsOnChanged = Signal()
    leadsHomeChanged = Signal()
    endsChapterChanged = Signal()
    blocksChanged = Signal()
    isTeachBackChanged = Signal()
    questionChanged = Signal()
    answersChanged = Signal()
    isAnsweredChanged = Signal()
    isRightChanged = Signal()
    feedbackChanged = Signal()
    showsSourcesChanged = Signal()

    def __init__(
        self, visit_holder: VisitHolder, library: ContentLibrary, translations: Translations, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._visit_holder = visit_holder
        self._library = library
        self._translations = translations
        self._shown = CardSnapshot()
        visit_holder.changed.connect(self._refresh)
        library.changed.connect(self._refresh)

    def _refresh(self) -> None:
        before = self._shown
        self._shown = derive_card(
            self._visit_holder.visit, self._library.content, self._translations.sentence
        )
        announce_changes(self, before, self._shown)

    @Slot()
    def next(self) -> None:
        """Go to the next page, the question or the next chapter; at the end to related cards, then home."""
        if card := self._card():
            self._visit_holder.apply(lambda visit: card_steps.forward(visit, card))

    @Slot()
    def back(self) -> None:
        """Go to the page before."""
        if card := self._card():
            self._visit_holder.apply(lambda visit: card_steps.back(visit, card))

    @Slot(int)
    def openChapter(self, chapter: int) -> None:
        """Open a chapter by its number in `Enums.Chapter`."""
        if card := self._card():
            wanted = member_of(Chapter, chapter)
            self._visit_holder.apply(lambda visit: card_steps.open_chapter(visit, card, wanted))

    @Slot(int)
    def choose(self, index: int) -> None:
        """Keep a question or take it off the list; or open the page for a condition, or a related card."""
        position, card = self._visit_holder.visit.card, self._card()
        if position is None or card is None:
            return
        if position.view is CardView.CONDITIONS:
            self._visit_holder.apply(lambda visit: card_steps.open_condition(visit, card, index))
        elif position.view is CardView.RELATED:
            self._visit_holder.apply(lambda visit: card_steps.open_related(visit, card, index))
        else:
            question = question_of(position, index)
            self._visit_holder.apply(lambda visit: visits.keep_question(visit, question))

    def _card(self) -> Card | None:
        shown = card_on_screen(self._visit_holder.visit, self._library.content)
        return shown.card if shown else None

    @Slot(int)
    def answer(self, index: int) -> None:
        """Answer the teach-back."""
        self._visit_holder.apply(lambda visit: visits.answer(visit, index))

    @Slot()
    def tryAgain(self) -> None:
        """Ask the teach-back again."""
        self._visit_holder.apply(lambda visit: visits.answer(visit, None))

    @Slot()
    def toggleSources(self) -> None:
        """Show or hide the sources."""
        self._visit_holder.apply(visits.toggle_sources)

    @Property(QStringList, notify=accentsChanged)
    def accents(self) -> list[str]:
        return list(self._shown.accents)

    @Property(str, notify=headingChanged)
    def heading(self) -> str:
        return self._shown.heading

    @Property(bool, notify=isUrgentChanged)
    def isUrgent(self) -> bool:
        return self._shown.is_urgent

    @Property(bool, notify=isFromClinicChanged)
    def isFromClinic(self) -> bool:
        return self._shown.is_from_clinic

    @Property(bool, notify=isOnStepChanged)
    def isOnStep(self) -> bool:
        return self._shown.is_on_step

    @Property(bool, notify=isAskingChanged)
    def isAsking(self) -> bool:
        return self._shown.is_asking

    @Property(int, notify=chapterChanged)
    def chapter(self) -> int:
        return self._shown.chapter

    @Property(bool, notify=hasConditionsChanged)
    def hasConditions(self) -> bool:
        return self._shown.has_conditions

    @Property(bool, notify=isFirstChanged)
    def isFirst(self) -> bool:
        return self._shown.is_first

    @Property(str, notify=warningChanged)
    def warning(self) -> str:
        return self._shown.warning

    @Property(QStringList, notify=choicesChanged)
    def choices(self) -> list[str]:
        return list(self._shown.choices)

    @Property(QStringList, notify=chosenChanged)
    def chosen(self) -> list[str]:
        return list(self._shown.chosen)

    @Property(bool, notify=hasBackChanged)
    def hasBack(self) -> bool:
        return self._shown.has_back

    @Property(str, notify=leadsOnChanged)
    def leadsOn(self) -> str:
        return self._shown.leads_on

    @Property(bool, notify=leadsHomeChanged)
    def leadsHome(self) -> bool:
        return self._shown.leads_home

    @Property(bool, notify=endsChapterChanged)
    def endsChapter(self) -> bool:
        return self._shown.ends_chapter

    @Property(QStringList, notify=blocksChanged)
    def blocks(self) -> list[str]:
        return list(self._shown.blocks)

    @Property(bool, notify=isTeachBackChanged)
    def isTeachBack(self) -> bool:
        return self._shown.is_teach_back

    @Property(str, notify=questionChanged)
    def question(self) -> str:
        return self._shown.question

    @Property(QStringList, notify=answersChanged)
    def answers(self) -> list[str]:
        return list(self._shown.answers)

    @Property(bool, notify=isAnsweredChanged)
    def isAnswered(self) -> bool:
        return self._shown.is_answered

    @Property(bool, notify=isRightChanged)
    def isRight(self) -> bool:
        return self._shown.is_right

    @Property(QStringList, notify=feedbackChanged)
    def feedback(self) -> list[str]:
        return list(self._shown.feedback)

    @Property(bool, notify=showsSourcesChanged)
    def showsSources(self) -> bool:
        return self._shown.shows_sources
