"""One cause: its steps, its teach-back and its sources."""

import dataclasses

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core import visit as visits
from kiosk.core.content.cards import Content, Step, TeachBack
from kiosk.core.visit import CardPosition, KeptQuestion, Screen, Visit
from kiosk.ui.card_look import accents
from kiosk.ui.card_on_screen import CardOnScreen, card_on_screen, note_to_take_home
from kiosk.ui.content_library import ContentLibrary
from kiosk.ui.paging.page_breaks import LINE_BREAK, POINT
from kiosk.ui.pyside.qt_types import QStringList
from kiosk.ui.pyside.snapshot import announce_changes
from kiosk.ui.translations import Sentence, Translations
from kiosk.ui.visit_holder import VisitHolder

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@dataclasses.dataclass(frozen=True, slots=True)
class CardSnapshot:
    """What the screen of a card shows beside its picture; every text is empty when there is none.

    accents: its colour for each theme;
    is_on_step: a step or the teach-back is shown, not its sources or the code for a phone; to_ask: the
    questions of a step that lists some, kept: those on the visitor's list; blocks: everything else there is
    to read; step_count: with the teach-back; feedback: the answer to what was touched in the teach-back.
    """

    accents: tuple[str, ...] = ()
    heading: str = ""
    is_urgent: bool = False
    is_from_clinic: bool = False
    is_on_step: bool = True
    is_asking: bool = False
    to_ask: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    blocks: tuple[str, ...] = ()
    step_index: int = 0
    step_count: int = 0
    is_teach_back: bool = False
    question: str = ""
    answers: tuple[str, ...] = ()
    is_answered: bool = False
    is_right: bool = False
    feedback: tuple[str, ...] = ()
    shows_sources: bool = False


def derive_card(visit: Visit, content: Content | None, sentence: Sentence) -> CardSnapshot:
    """Return what is shown of the card the visitor reads."""
    shown = card_on_screen(visit, content)
    if shown is None:
        return CardSnapshot()
    position, card, step = shown.position, shown.card, shown.step
    is_right = position.answer == card.teach_back.right
    to_ask = step.points if step is not None and step.kind == "ask" else ()
    is_on_step = not (position.shows_sources or position.takes_home)
    return CardSnapshot(
        accents=accents(card),
        heading=_heading(shown, sentence),
        is_urgent=step is not None and step.kind == "emergency",
        is_from_clinic=step is not None and step.kind == "clinic",
        is_on_step=is_on_step,
        is_asking=is_on_step and bool(to_ask),
        to_ask=to_ask,
        kept=tuple(
            text for point, text in enumerate(to_ask) if _question(position, point) in visit.questions
        ),
        blocks=_blocks(shown, sentence),
        step_index=position.step,
        step_count=len(card.steps) + 1,
        is_teach_back=step is None,
        question=card.teach_back.question,
        answers=card.teach_back.answers,
        is_answered=position.answer is not None,
        is_right=is_right,
        feedback=_feedback(card.teach_back, is_right=is_right) if position.answer is not None else (),
        shows_sources=position.shows_sources,
    )


def _heading(shown: CardOnScreen, sentence: Sentence) -> str:
    if shown.position.takes_home:
        return sentence("take_home.title")
    if shown.position.shows_sources:
        return sentence("card.sources")
    if shown.position.step == 0:
        return shown.card.headline
    return shown.step.title if shown.step else ""


def _blocks(shown: CardOnScreen, sentence: Sentence) -> tuple[str, ...]:
    if shown.position.shows_sources:
        sources = (f"{POINT}{source.title}. {source.publisher}. {source.where}" for source in shown.sources)
        return (_review_status(shown, sentence), *sources)
    if shown.position.takes_home:
        return note_to_take_home(shown, sentence)
    return _step_blocks(shown.step) if shown.step else ()


def _step_blocks(step: Step) -> tuple[str, ...]:
    match step.kind:
        case "ask":
            return ()
        case "myth":
            pairs = zip(step.text[::2], step.text[1::2], strict=False)
            return tuple(LINE_BREAK.join(pair) for pair in pairs)
        case _:
            return (*step.text, *(POINT + point for point in step.points))


def _review_status(shown: CardOnScreen, sentence: Sentence) -> str:
    review = shown.reviewed.review
    if review is None:
        return sentence("review.draft_long")
    return sentence(
        "review.signed",
        reviewer=f"{review.reviewer}, {review.role}",
        date=review.date.isoformat(),
        next_review=review.next_review.isoformat(),
    )


def _feedback(teach_back: TeachBack, *, is_right: bool) -> tuple[str, ...]:
    return (teach_back.answers[teach_back.right], teach_back.why) if is_right else (teach_back.another_way,)


def _question(position: CardPosition, point: int) -> KeptQuestion:
    return KeptQuestion(position.card, position.step, point)


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
    toAskChanged = Signal()
    keptChanged = Signal()
    blocksChanged = Signal()
    stepIndexChanged = Signal()
    stepCountChanged = Signal()
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
        """Go to the next step, and after the teach-back to all causes."""
        if self._shown.is_teach_back:
            self._visit_holder.apply(lambda visit: visits.go(visit, Screen.HOME))
        else:
            self._turn(1)

    @Slot()
    def back(self) -> None:
        """Go to the step before."""
        self._turn(-1)

    def _turn(self, steps: int) -> None:
        last = self._shown.step_count - 1
        self._visit_holder.apply(lambda visit: visits.turn(visit, steps, last))

    @Slot(int)
    def answer(self, index: int) -> None:
        """Answer the teach-back."""
        self._visit_holder.apply(lambda visit: visits.answer(visit, index))

    @Slot(int)
    def keepQuestion(self, point: int) -> None:
        """Put a question on the visitor's list, or take it off."""
        if position := self._visit_holder.visit.card:
            question = _question(position, point)
            self._visit_holder.apply(lambda visit: visits.keep_question(visit, question))

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

    @Property(QStringList, notify=toAskChanged)
    def toAsk(self) -> list[str]:
        return list(self._shown.to_ask)

    @Property(QStringList, notify=keptChanged)
    def kept(self) -> list[str]:
        return list(self._shown.kept)

    @Property(QStringList, notify=blocksChanged)
    def blocks(self) -> list[str]:
        return list(self._shown.blocks)

    @Property(int, notify=stepIndexChanged)
    def stepIndex(self) -> int:
        return self._shown.step_index

    @Property(int, notify=stepCountChanged)
    def stepCount(self) -> int:
        return self._shown.step_count

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
