"""One cause: its steps, its teach-back and its sources."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core import visit as visits
from kiosk.core.content.cards import Card, Step
from kiosk.core.content.reviews import Reviewed
from kiosk.core.visit import CardPosition, KeptQuestion, Screen
from kiosk.ui.card_look import accents
from kiosk.ui.content_library import ContentLibrary
from kiosk.ui.paging.page_breaks import LINE_BREAK, POINT
from kiosk.ui.pyside.qt_types import QStringList
from kiosk.ui.visit_holder import VisitHolder

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the composition root")
class CardViewModel(QObject):  # type: ignore[operator]  # the stub of 6.12 says not callable
    """The card on screen; every text is empty when there is none."""

    changed = Signal()

    def __init__(self, visit_holder: VisitHolder, library: ContentLibrary, parent: QObject) -> None:
        super().__init__(parent)
        self._visit_holder = visit_holder
        self._library = library
        visit_holder.changed.connect(self.changed)
        library.changed.connect(self.changed)

    @property
    def _position(self) -> CardPosition | None:
        return self._visit_holder.visit.card

    @property
    def _card(self) -> Card | None:
        content, place = self._library.content, self._position
        return None if content is None or place is None else content.card(place.card)

    @property
    def _step(self) -> Step | None:
        card, place = self._card, self._position
        if card is None or place is None or place.step >= len(card.steps):
            return None
        return card.steps[place.step]

    @property
    def _reviewed(self) -> Reviewed | None:
        content, card = self._library.content, self._card
        return None if content is None or card is None else content.reviews[card.id]

    def _get_accents(self) -> list[str]:
        return accents(self._card)

    def _get_title(self) -> str:
        return card.title if (card := self._card) else ""

    def _get_headline(self) -> str:
        return card.headline if (card := self._card) else ""

    def _get_is_urgent(self) -> bool:
        return self._step is not None and self._step.kind == "emergency"

    def _get_is_from_clinic(self) -> bool:
        return self._step is not None and self._step.kind == "clinic"

    def _get_to_ask(self) -> list[str]:
        return list(step.points) if (step := self._step) and step.kind == "ask" else []

    def _kept_question(self, point: int) -> KeptQuestion | None:
        place = self._position
        return None if place is None else KeptQuestion(place.card, place.step, point)

    def _get_kept(self) -> list[str]:
        kept = self._visit_holder.visit.questions
        return [text for point, text in enumerate(self._get_to_ask()) if self._kept_question(point) in kept]

    def _get_step_title(self) -> str:
        return step.title if (step := self._step) else ""

    def _get_blocks(self) -> list[str]:
        step = self._step
        if step is None or step.kind == "ask":
            return []
        if step.kind == "myth":
            pairs = zip(step.text[::2], step.text[1::2], strict=False)
            return [LINE_BREAK.join(pair) for pair in pairs]
        return [*step.text, *(POINT + point for point in step.points)]

    def _get_step_index(self) -> int:
        return place.step if (place := self._position) else 0

    def _get_step_count(self) -> int:
        return len(card.steps) + 1 if (card := self._card) else 0

    def _get_is_teach_back(self) -> bool:
        return self._card is not None and self._step is None

    def _get_question(self) -> str:
        return card.teach_back.question if (card := self._card) else ""

    def _get_answers(self) -> list[str]:
        return list(card.teach_back.answers) if (card := self._card) else []

    def _get_is_answered(self) -> bool:
        return self._position is not None and self._position.answer is not None

    def _get_is_right(self) -> bool:
        card, place = self._card, self._position
        return card is not None and place is not None and place.answer == card.teach_back.right

    def _get_feedback(self) -> list[str]:
        card = self._card
        if card is None:
            return []
        teach_back = card.teach_back
        if self._get_is_right():
            return [teach_back.answers[teach_back.right], teach_back.why]
        return [teach_back.another_way]

    def _get_shows_sources(self) -> bool:
        return self._position is not None and self._position.shows_sources

    def _get_sources(self) -> list[str]:
        content, card = self._library.content, self._card
        if content is None or card is None:
            return []
        step = self._step
        ids = card.teach_back.sources if step is None else step.sources
        sources = [content.sources[source] for source in ids]
        return [f"{POINT}{source.title}. {source.publisher}. {source.where}" for source in sources]

    def _get_is_draft(self) -> bool:
        return self._reviewed is None or self._reviewed.is_draft

    def _get_reviewer(self) -> str:
        review = self._reviewed.review if self._reviewed else None
        return f"{review.reviewer}, {review.role}" if review else ""

    def _get_review_date(self) -> str:
        review = self._reviewed.review if self._reviewed else None
        return review.date.isoformat() if review else ""

    def _get_next_review(self) -> str:
        review = self._reviewed.review if self._reviewed else None
        return review.next_review.isoformat() if review else ""

    @Slot()
    def next(self) -> None:
        """Go to the next step, and after the teach-back to all causes."""
        if self._get_is_teach_back():
            self._visit_holder.apply(lambda visit: visits.go(visit, Screen.HOME))
        else:
            self._turn(1)

    @Slot()
    def back(self) -> None:
        """Go to the step before."""
        self._turn(-1)

    def _turn(self, steps: int) -> None:
        last = self._get_step_count() - 1
        self._visit_holder.apply(lambda visit: visits.turn(visit, steps, last))

    @Slot(int)
    def answer(self, index: int) -> None:
        """Answer the teach-back."""
        self._visit_holder.apply(lambda visit: visits.answer(visit, index))

    @Slot(int)
    def keepQuestion(self, point: int) -> None:
        """Put a question on the visitor's list, or take it off."""
        if question := self._kept_question(point):
            self._visit_holder.apply(lambda visit: visits.keep_question(visit, question))

    @Slot()
    def tryAgain(self) -> None:
        """Ask the teach-back again."""
        self._visit_holder.apply(lambda visit: visits.answer(visit, None))

    @Slot()
    def toggleSources(self) -> None:
        """Show or hide the sources."""
        self._visit_holder.apply(visits.toggle_sources)

    accents = Property(QStringList, _get_accents, notify=changed)
    title = Property(str, _get_title, notify=changed)
    headline = Property(str, _get_headline, notify=changed)
    isFromClinic = Property(bool, _get_is_from_clinic, notify=changed)
    toAsk = Property(QStringList, _get_to_ask, notify=changed)
    kept = Property(QStringList, _get_kept, notify=changed)
    isUrgent = Property(bool, _get_is_urgent, notify=changed)
    stepTitle = Property(str, _get_step_title, notify=changed)
    blocks = Property(QStringList, _get_blocks, notify=changed)
    stepIndex = Property(int, _get_step_index, notify=changed)
    stepCount = Property(int, _get_step_count, notify=changed)
    isTeachBack = Property(bool, _get_is_teach_back, notify=changed)
    question = Property(str, _get_question, notify=changed)
    answers = Property(QStringList, _get_answers, notify=changed)
    isAnswered = Property(bool, _get_is_answered, notify=changed)
    isRight = Property(bool, _get_is_right, notify=changed)
    feedback = Property(QStringList, _get_feedback, notify=changed)
    showsSources = Property(bool, _get_shows_sources, notify=changed)
    sources = Property(QStringList, _get_sources, notify=changed)
    isDraft = Property(bool, _get_is_draft, notify=changed)
    reviewer = Property(str, _get_reviewer, notify=changed)
    reviewDate = Property(str, _get_review_date, notify=changed)
    nextReview = Property(str, _get_next_review, notify=changed)
