"""The guided self-check: one question a screen, then what to do. Nothing of it is kept, logged or counted."""

import dataclasses
from collections.abc import Sequence

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core import self_check_steps as steps
from kiosk.core import visit as visits
from kiosk.core.content.cards import Card, Content
from kiosk.core.content.topics import Topic, topics
from kiosk.core.self_check.offer import SOURCE_LANGUAGE
from kiosk.core.self_check.questions import Question, asked
from kiosk.core.self_check.rules import Urgency, judge
from kiosk.core.self_check.texts import OutcomeText
from kiosk.core.self_check_steps import SelfCheckPage
from kiosk.core.visit import SelfCheckPosition
from kiosk.ui.content_library import ContentLibrary
from kiosk.ui.enums import number_of
from kiosk.ui.paging.page_breaks import POINT
from kiosk.ui.pyside.qt_types import QStringList
from kiosk.ui.pyside.snapshot import announce_changes
from kiosk.ui.translations import Sentence, Translations
from kiosk.ui.visit_holder import VisitHolder

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@dataclasses.dataclass(frozen=True, slots=True, repr=False)
class SelfCheckSnapshot:
    """What the guided self-check shows; its repr never shows an answer.

    code: what NOW tells the desk; blocks_for_staff: whom to tell and call in the language staff read, where
    the visitor's is another; counter: which question this is; reminder: what is missing, once Next was
    touched without it; chosen: those of the answers that were touched; last_page_count: how many of the
    answers stand on the last page only.
    """

    page: SelfCheckPage = SelfCheckPage.NONE
    title: str = ""
    code: str = ""
    blocks: tuple[str, ...] = ()
    blocks_for_staff: tuple[str, ...] = ()
    hint: str = ""
    counter: str = ""
    reminder: str = ""
    answers: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()
    last_page_count: int = 0
    takes_one: bool = False
    is_answered: bool = False
    is_urgent: bool = False
    is_closing: bool = False
    offers_call: bool = False
    topic_titles: tuple[str, ...] = ()


def derive_self_check(
    check: SelfCheckPosition | None, content: Content | None, for_staff: Content | None, sentence: Sentence
) -> SelfCheckSnapshot:
    """Return what the self-check shows at a position, nothing without one.

    for_staff: the content in the language staff read, None when it is the visitor's own.
    """
    if check is None:
        return SelfCheckSnapshot()
    if (question := steps.question_at(check)) is not None:
        return _question_page(check, question, content, sentence)
    if check.has_outcome:
        return _outcome_page(check, content, for_staff, sentence)
    return SelfCheckSnapshot(
        page=steps.page_at(check), title=sentence("check.title"), blocks=_start_blocks(content)
    )


def _start_blocks(content: Content | None) -> tuple[str, ...]:
    return (content.poster.purpose, content.poster.not_everything) if content else ()


def _question_page(
    check: SelfCheckPosition, question: Question, content: Content | None, sentence: Sentence
) -> SelfCheckSnapshot:
    texts = content.self_check_texts if content else None
    takes_one = question.selection == "single"
    how_many = sentence("check.touch_one") if takes_one else sentence("check.touch_all")
    number, count = str(check.question + 1), str(len(asked(check.given)))
    return SelfCheckSnapshot(
        page=steps.page_at(check),
        title=texts.questions[question.id] if texts else sentence("check.title"),
        hint=f"{how_many} {content.poster.not_everything if content else ''}",
        counter=sentence("check.question", number=number, count=count),
        reminder=sentence("check.touch_first") if check.is_refused else "",
        answers=tuple(texts.answers[key] for key in question.answers) if texts else (),
        chosen=tuple(texts.answers[key] for key in question.answers if key in check.given) if texts else (),
        last_page_count=len(question.last_page_only),
        takes_one=takes_one,
        is_answered=steps.is_answered(check),
        is_urgent=check.is_urgent,
    )


def _outcome_page(
    check: SelfCheckPosition, content: Content | None, for_staff: Content | None, sentence: Sentence
) -> SelfCheckSnapshot:
    judged = judge(check.given)
    tier = judged.tier
    outcome, staff_outcome = _outcome(content, tier), _outcome(for_staff, tier)
    return SelfCheckSnapshot(
        page=steps.page_at(check),
        title=outcome.title if outcome else sentence("check.title"),
        code=sentence("check.code", code=str(judged.code)) if judged.code else "",
        blocks=_outcome_blocks(content, outcome, tier),
        blocks_for_staff=(staff_outcome.title, staff_outcome.text[0]) if staff_outcome else (),
        is_urgent=tier is Urgency.NOW,
        is_closing=check.is_closing,
        offers_call=tier is Urgency.SOON,
        topic_titles=tuple(_title(topic, content) for topic in _topics(check, content.cards))
        if content
        else (),
    )


def _outcome(content: Content | None, tier: Urgency) -> OutcomeText | None:
    return content.self_check_texts.outcomes.of(tier) if content and content.self_check_texts else None


def _outcome_blocks(content: Content | None, outcome: OutcomeText | None, tier: Urgency) -> tuple[str, ...]:
    if content is None or outcome is None:
        return _start_blocks(content)
    blocks = (*outcome.text, *(POINT + question for question in outcome.questions))
    return blocks if tier is Urgency.NOW else (*blocks, content.poster.not_a_diagnosis)


def _topics(check: SelfCheckPosition, cards: Sequence[Card]) -> tuple[Topic, ...]:
    """Return the topics worth reading after an outcome; at NOW there is nothing to read."""
    return topics(check.given, cards) if check.has_outcome and not check.is_urgent else ()


def _title(topic: Topic, content: Content) -> str:
    card = content.card(topic.card)
    return card.steps[card.first_step(topic.step)].title if topic.step else card.title


@QmlElement
@QmlUncreatable("made by the composition root")
class SelfCheckViewModel(QObject):  # type: ignore[operator]  # the stub of 6.12 says not callable
    """The page of the check on screen."""

    pageChanged = Signal()
    titleChanged = Signal()
    codeChanged = Signal()
    blocksChanged = Signal()
    blocksForStaffChanged = Signal()
    hintChanged = Signal()
    counterChanged = Signal()
    reminderChanged = Signal()
    answersChanged = Signal()
    chosenChanged = Signal()
    lastPageCountChanged = Signal()
    takesOneChanged = Signal()
    isAnsweredChanged = Signal()
    isUrgentChanged = Signal()
    isClosingChanged = Signal()
    offersCallChanged = Signal()
    topicTitlesChanged = Signal()

    def __init__(
        self, visit_holder: VisitHolder, library: ContentLibrary, translations: Translations, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._visit_holder = visit_holder
        self._library = library
        self._translations = translations
        self._shown = SelfCheckSnapshot()
        visit_holder.changed.connect(self._refresh)
        library.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        before = self._shown
        is_staff_language = self._translations.language == SOURCE_LANGUAGE
        self._shown = derive_self_check(
            self._visit_holder.visit.check,
            self._library.content,
            None if is_staff_language else self._library.in_language(SOURCE_LANGUAGE),
            self._translations.sentence,
        )
        announce_changes(self, before, self._shown)

    @Slot(int, bool)
    def touch(self, index: int, hasSeenAll: bool) -> None:  # noqa: FBT001, N803  # QML's name
        """Touch an answer by its index."""
        check = self._visit_holder.visit.check
        question = steps.question_at(check) if check else None
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

    @Slot(bool)
    def askToCloseNow(self, isClosing: bool) -> None:  # noqa: FBT001, N803  # QML's name
        """Ask on NOW whether to close it, or keep it open."""
        self._visit_holder.apply(lambda visit: steps.ask_to_close_now(visit, is_closing=isClosing))

    @Slot()
    def closeNow(self) -> None:
        """Close NOW, once it has asked."""
        self._visit_holder.apply(steps.close_now)

    @Slot(int)
    def openTopic(self, index: int) -> None:
        """Open a topic by its index; the answers are forgotten."""
        content, check = self._library.content, self._visit_holder.visit.check
        if content is not None and check is not None:
            topic = _topics(check, content.cards)[index]
            step = content.card(topic.card).first_step(topic.step)
            self._visit_holder.apply(lambda visit: visits.open_card(visit, topic.card, step))

    @Property(int, notify=pageChanged)
    def page(self) -> int:
        return number_of(self._shown.page)

    @Property(str, notify=titleChanged)
    def title(self) -> str:
        return self._shown.title

    @Property(str, notify=codeChanged)
    def code(self) -> str:
        return self._shown.code

    @Property(QStringList, notify=blocksChanged)
    def blocks(self) -> list[str]:
        return list(self._shown.blocks)

    @Property(QStringList, notify=blocksForStaffChanged)
    def blocksForStaff(self) -> list[str]:
        return list(self._shown.blocks_for_staff)

    @Property(str, notify=hintChanged)
    def hint(self) -> str:
        return self._shown.hint

    @Property(str, notify=counterChanged)
    def counter(self) -> str:
        return self._shown.counter

    @Property(str, notify=reminderChanged)
    def reminder(self) -> str:
        return self._shown.reminder

    @Property(QStringList, notify=answersChanged)
    def answers(self) -> list[str]:
        return list(self._shown.answers)

    @Property(QStringList, notify=chosenChanged)
    def chosen(self) -> list[str]:
        return list(self._shown.chosen)

    @Property(int, notify=lastPageCountChanged)
    def lastPageCount(self) -> int:
        return self._shown.last_page_count

    @Property(bool, notify=takesOneChanged)
    def takesOne(self) -> bool:
        return self._shown.takes_one

    @Property(bool, notify=isAnsweredChanged)
    def isAnswered(self) -> bool:
        return self._shown.is_answered

    @Property(bool, notify=isUrgentChanged)
    def isUrgent(self) -> bool:
        return self._shown.is_urgent

    @Property(bool, notify=isClosingChanged)
    def isClosing(self) -> bool:
        return self._shown.is_closing

    @Property(bool, notify=offersCallChanged)
    def offersCall(self) -> bool:
        return self._shown.offers_call

    @Property(QStringList, notify=topicTitlesChanged)
    def topicTitles(self) -> list[str]:
        return list(self._shown.topic_titles)
