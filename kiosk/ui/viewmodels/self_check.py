"""The guided self-check: one question a screen, then what to do. Nothing of it is kept, logged or counted."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core import self_check_steps as steps
from kiosk.core import visit as visits
from kiosk.core.content.cards import Content
from kiosk.core.content.topics import Topic, topics
from kiosk.core.self_check.offer import SOURCE_LANGUAGE
from kiosk.core.self_check.questions import Question, asked
from kiosk.core.self_check.rules import Urgency, judge
from kiosk.core.self_check.texts import OutcomeText, SelfCheckTexts
from kiosk.core.visit import SelfCheckPosition
from kiosk.ui.content_library import ContentLibrary
from kiosk.ui.paging.page_breaks import POINT
from kiosk.ui.pyside.qt_types import QStringList
from kiosk.ui.translations import Translations
from kiosk.ui.visit_holder import VisitHolder

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the composition root")
class SelfCheckViewModel(QObject):  # type: ignore[operator]  # the stub of 6.12 says not callable
    """The page of the check on screen; every text is empty when there is none."""

    changed = Signal()

    def __init__(
        self, visit_holder: VisitHolder, library: ContentLibrary, translations: Translations, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._visit_holder = visit_holder
        self._library = library
        self._translations = translations
        visit_holder.changed.connect(self.changed)
        library.changed.connect(self.changed)

    @property
    def _position(self) -> SelfCheckPosition:
        return self._visit_holder.visit.check or SelfCheckPosition()

    @property
    def _question(self) -> Question | None:
        return steps.question_at(self._position)

    @property
    def _texts(self) -> SelfCheckTexts | None:
        return self._library.content.questions if self._library.content else None

    @property
    def _tier(self) -> Urgency:
        return judge(self._position.given).tier

    @property
    def _outcome(self) -> OutcomeText | None:
        return self._outcome_in(self._library.content)

    def _outcome_in(self, content: Content | None) -> OutcomeText | None:
        if content is None or content.questions is None or not self._position.has_outcome:
            return None
        return content.questions.outcomes.of(self._tier)

    @property
    def _topics(self) -> tuple[Topic, ...]:
        content = self._library.content
        has_any = self._position.has_outcome and self._tier is not Urgency.NOW
        return topics(self._position.given, content.cards) if content is not None and has_any else ()

    def _get_page(self) -> str:
        if self._visit_holder.visit.check is None:
            return ""
        if self._position.has_outcome:
            return "now" if self._tier is Urgency.NOW else "outcome"
        return "start" if self._question is None else "question"

    def _get_title(self) -> str:
        texts, question, outcome = self._texts, self._question, self._outcome
        if outcome is not None:
            return outcome.title
        if texts is not None and question is not None:
            return texts.questions[question.id]
        return self._translations.sentence("check.title")

    def _get_blocks(self) -> list[str]:
        content, outcome = self._library.content, self._outcome
        if content is None:
            return []
        if outcome is None:
            return [content.poster.purpose, content.poster.not_everything]
        blocks = [*outcome.text, *(POINT + question for question in outcome.questions)]
        return blocks if self._tier is Urgency.NOW else [*blocks, content.poster.not_a_diagnosis]

    def _get_blocks_for_staff(self) -> list[str]:
        if self._translations.language == SOURCE_LANGUAGE:
            return []
        outcome = self._outcome_in(self._library.in_language(SOURCE_LANGUAGE))
        return [outcome.title, *outcome.text] if outcome else []

    def _get_not_everything(self) -> str:
        return self._library.content.poster.not_everything if self._library.content else ""

    def _get_answers(self) -> list[str]:
        texts, question = self._texts, self._question
        return [] if texts is None or question is None else [texts.answers[key] for key in question.answers]

    def _get_chosen(self) -> list[str]:
        texts, question = self._texts, self._question
        if texts is None or question is None:
            return []
        return [texts.answers[key] for key in question.answers if key in self._position.given]

    def _get_last_page_count(self) -> int:
        return len(self._question.last_page_only) if self._question else 0

    def _get_takes_one(self) -> bool:
        return self._question is not None and self._question.selection == "single"

    def _get_number(self) -> int:
        return self._position.question + 1

    def _get_count(self) -> int:
        return len(asked(self._position.given))

    def _get_is_answered(self) -> bool:
        return steps.is_answered(self._position)

    def _get_is_urgent(self) -> bool:
        return self._position.is_urgent

    def _get_is_closing(self) -> bool:
        return self._position.is_closing

    def _get_offers_call(self) -> bool:
        return self._position.has_outcome and self._tier is Urgency.SOON

    def _get_topic_titles(self) -> list[str]:
        content = self._library.content
        if content is None:
            return []
        titles: list[str] = []
        for topic in self._topics:
            card = content.card(topic.card)
            titles.append(card.steps[card.first_step(topic.step)].title if topic.step else card.title)
        return titles

    @Slot(int, bool)
    def touch(self, index: int, hasSeenAll: bool) -> None:  # noqa: FBT001, N803  # QML's name
        """Touch an answer by its index."""
        question = self._question
        if question is not None:
            answer = question.answers[index]
            self._visit_holder.apply(lambda visit: steps.touch(visit, answer, has_seen_all=hasSeenAll))

    @Slot()
    def next(self) -> None:
        """Go on; from a question only with an answer."""
        self._visit_holder.apply(steps.next_question)

    @Slot()
    def back(self) -> None:
        """Go back, keeping the answers."""
        self._visit_holder.apply(steps.previous_question)

    @Slot()
    def closeNow(self) -> None:
        """Close NOW, at the second touch."""
        self._visit_holder.apply(steps.close_now)

    @Slot(int)
    def openTopic(self, index: int) -> None:
        """Open a topic by its index; the answers are forgotten."""
        content = self._library.content
        if content is not None:
            topic = self._topics[index]
            step = content.card(topic.card).first_step(topic.step)
            self._visit_holder.apply(lambda visit: visits.open_card(visit, topic.card, step))

    page = Property(str, _get_page, notify=changed)
    title = Property(str, _get_title, notify=changed)
    blocks = Property(QStringList, _get_blocks, notify=changed)
    blocksForStaff = Property(QStringList, _get_blocks_for_staff, notify=changed)
    notEverything = Property(str, _get_not_everything, notify=changed)
    answers = Property(QStringList, _get_answers, notify=changed)
    chosen = Property(QStringList, _get_chosen, notify=changed)
    lastPageCount = Property(int, _get_last_page_count, notify=changed)
    takesOne = Property(bool, _get_takes_one, notify=changed)
    number = Property(int, _get_number, notify=changed)
    count = Property(int, _get_count, notify=changed)
    isAnswered = Property(bool, _get_is_answered, notify=changed)
    isUrgent = Property(bool, _get_is_urgent, notify=changed)
    isClosing = Property(bool, _get_is_closing, notify=changed)
    offersCall = Property(bool, _get_offers_call, notify=changed)
    topicTitles = Property(QStringList, _get_topic_titles, notify=changed)
