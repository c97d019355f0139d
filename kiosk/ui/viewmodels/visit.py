"""The frame around every screen: which screen, who is there, what is always on it."""

import dataclasses
import logging
from collections.abc import Callable

from PySide6.QtCore import Property, QObject, QRectF, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core import visit as visits
from kiosk.core.comfort import Room
from kiosk.core.events import Event
from kiosk.core.idle import IdlePhase, IdleState, idle_state
from kiosk.core.visit import Screen, Visit
from kiosk.store.settings.settings import Settings
from kiosk.ui.content_library import ContentLibrary
from kiosk.ui.pyside.qt_types import QStringList
from kiosk.ui.pyside.snapshot import announce_changes
from kiosk.ui.translations import Translations
from kiosk.ui.visit_holder import VisitHolder
from kiosk.ui.visit_snapshot import VisitSnapshot, derive_visit, other_language

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

_log = logging.getLogger(__name__)


@QmlElement
@QmlUncreatable("made by the composition root")
class VisitViewModel(QObject):  # type: ignore[operator]  # the stub of 6.12 says not callable
    """Navigation, comfort settings and the idle clock.

    room: what the glass has room for, told with the next change; clock: seconds, never going back.
    """

    screenChanged = Signal()
    hasTopBarChanged = Signal()
    isDraftChanged = Signal()
    languagesChanged = Signal()
    startWordsChanged = Signal()
    otherLanguageNameChanged = Signal()
    helpBlocksChanged = Signal()
    helpForStaffChanged = Signal()
    questionCountChanged = Signal()
    textSizeChanged = Signal()
    schemeChanged = Signal()
    isCalmChanged = Signal()
    hasEasyTouchChanged = Signal()
    isMovedChanged = Signal()
    partChanged = Signal()
    isMakingEasierChanged = Signal()
    isWarnedChanged = Signal()
    secondsLeftChanged = Signal()
    isClosingHelpChanged = Signal()

    def __init__(  # noqa: PLR0913  # a frame has many neighbours
        self,
        *,
        visit_holder: VisitHolder,
        library: ContentLibrary,
        translations: Translations,
        settings: Settings,
        room: Room,
        clock: Callable[[], float],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._visit_holder = visit_holder
        self._library = library
        self._translations = translations
        self._settings = settings
        self.room = room
        self._clock = clock
        self._last_activity = clock()
        self._idle = IdleState(IdlePhase.HERE, 0)
        self._shown = self._derive()
        # Once all others show the visit as it is: a screen is made with what it will show.
        visit_holder.settled.connect(self._on_visit_changed)
        library.changed.connect(self._refresh)

    def _on_visit_changed(self) -> None:
        self.note_activity()
        self._refresh()

    def _derive(self) -> VisitSnapshot:
        return derive_visit(
            self._visit_holder.visit,
            self._idle,
            settings=self._settings,
            room=self.room,
            languages=tuple(self._library.languages),
            content=self._library.content,
            sentence_in=self._translations.sentence_in,
        )

    def _refresh(self) -> None:
        before = self._shown
        self._shown = self._derive()
        announce_changes(self, before, self._shown)

    def note_activity(self) -> None:
        """Take a press, a key or a spoken word as a sign that the visitor is there."""
        self._last_activity = self._clock()
        self.check_idle()

    def check_idle(self) -> None:
        """Look at the clock; the composition root calls this once a second."""
        idle = idle_state(self._visit_holder.visit, self._clock() - self._last_activity)
        if idle.presence is IdlePhase.GONE:
            self._leave(visits.time_out(self._visit_holder.visit))
        elif idle != self._idle:
            self._idle = idle
            self._refresh()

    @property
    def is_warned(self) -> bool:
        """Whether the visitor is asked whether they are still there."""
        return self._shown.is_warned

    @Slot(str)
    def start(self, language: str) -> None:
        """Begin a visit in a language."""
        _log.info("%s", Event.VISIT_STARTED)
        self._visit_holder.apply(lambda visit: visits.start(language, visit.comfort))

    @Slot()
    def startOver(self) -> None:  # QML's name
        """Forget everything about the visitor."""
        self._leave(Visit())

    def end(self) -> None:
        """Forget the visitor, if there is one, because staff came.

        Answers that come to NOW are not shown first, as they are to a visitor who leaves: the desk is here.
        """
        if self._visit_holder.visit != Visit():
            self._leave(Visit())

    def _leave(self, visit: Visit) -> None:
        if visit == Visit():
            _log.info("%s", Event.VISIT_ENDED)
        self._visit_holder.become(visit)
        self.note_activity()

    @Slot()
    def finish(self) -> None:
        """End the visit; questions the visitor kept are shown once more before that."""
        if self._visit_holder.visit.questions:
            self.openQuestions()
        else:
            self.startOver()

    @Slot()
    def switchLanguage(self) -> None:
        """Go on in the next language, at the same place."""
        if other := other_language(self._visit_holder.visit.language, self._shown.languages):
            self._visit_holder.apply(lambda visit: visits.set_language(visit, other))

    @Slot()
    def openQuestions(self) -> None:
        """Show the questions the visitor kept."""
        self._visit_holder.apply(lambda visit: visits.go(visit, Screen.QUESTIONS))

    @Slot()
    def home(self) -> None:
        """Go to all causes."""
        self._visit_holder.apply(lambda visit: visits.go(visit, Screen.HOME))

    @Slot()
    def openAbout(self) -> None:
        """Open About; out of a form with answers, ask first."""
        self._visit_holder.apply(lambda visit: visits.leave(visit, Screen.ABOUT))

    @Slot()
    def makeEasier(self) -> None:
        """Open "Make it easier"."""
        self._visit_holder.apply(visits.make_easier)

    @Slot()
    def askForHelp(self) -> None:
        """Show "please tell the front desk now"."""
        if self._visit_holder.visit.screen is Screen.ATTRACT:
            _log.info("%s", Event.VISIT_STARTED)
        self._visit_holder.apply(visits.ask_for_help)

    @Slot(bool)
    def askToCloseHelp(self, isClosing: bool) -> None:  # noqa: FBT001, N803  # QML's name
        """Ask whether to close it, or keep it open."""
        self._visit_holder.apply(lambda visit: visits.ask_to_close_help(visit, is_closing=isClosing))

    @Slot()
    def closeHelp(self) -> None:
        """Close it, once it has asked; over the start screen that ends the visit."""
        after = visits.close_help(self._visit_holder.visit)
        if after.screen is Screen.ATTRACT:
            self._leave(after)
        else:
            self._visit_holder.become(after)

    @Slot()
    def stay(self) -> None:
        """Dismiss the time-out warning."""
        self.note_activity()

    @Property(int, notify=screenChanged)
    def screen(self) -> int:
        return self._shown.screen

    @Property(bool, notify=hasTopBarChanged)
    def hasTopBar(self) -> bool:
        return self._shown.has_top_bar

    @Property(bool, notify=isDraftChanged)
    def isDraft(self) -> bool:
        return self._shown.is_draft

    @Property(str, constant=True)
    def clinic(self) -> str:
        return self._shown.clinic

    @Property(str, constant=True)
    def emergencyNumber(self) -> str:
        return self._shown.emergency_number

    @Property(bool, constant=True)
    def isDemonstration(self) -> bool:
        return self._shown.is_demonstration

    @Property(bool, constant=True)
    def isSelfCheckOffered(self) -> bool:
        return self._shown.is_self_check_offered

    @Property(QStringList, notify=languagesChanged)
    def languages(self) -> list[str]:
        return list(self._shown.languages)

    @Property(QStringList, notify=startWordsChanged)
    def startWords(self) -> list[str]:
        return list(self._shown.start_words)

    @Property(str, notify=otherLanguageNameChanged)
    def otherLanguageName(self) -> str:
        return self._shown.other_language_name

    @Property(QStringList, notify=helpBlocksChanged)
    def helpBlocks(self) -> list[str]:
        return list(self._shown.help_blocks)

    @Property(QStringList, notify=helpForStaffChanged)
    def helpForStaff(self) -> list[str]:
        return list(self._shown.help_for_staff)

    @Property(str, constant=True)
    def askDeskForStaff(self) -> str:
        return self._shown.ask_desk_for_staff

    @Property(int, notify=questionCountChanged)
    def questionCount(self) -> int:
        return self._shown.question_count

    @Property(int, notify=textSizeChanged)
    def textSize(self) -> int:
        return self._shown.text_size

    @Property(str, notify=schemeChanged)
    def scheme(self) -> str:
        return self._shown.scheme

    @Property(bool, notify=isCalmChanged)
    def isCalm(self) -> bool:
        return self._shown.is_calm

    @Property(bool, notify=hasEasyTouchChanged)
    def hasEasyTouch(self) -> bool:
        return self._shown.has_easy_touch

    @Property(bool, notify=isMovedChanged)
    def isMoved(self) -> bool:
        return self._shown.is_moved

    @Property(QRectF, notify=partChanged)
    def part(self) -> QRectF:
        return QRectF(*dataclasses.astuple(self._shown.part))

    @Property(bool, notify=isMakingEasierChanged)
    def isMakingEasier(self) -> bool:
        return self._shown.is_making_easier

    @Property(bool, notify=isWarnedChanged)
    def isWarned(self) -> bool:
        return self._shown.is_warned

    @Property(int, notify=secondsLeftChanged)
    def secondsLeft(self) -> int:
        return self._shown.seconds_left

    @Property(bool, notify=isClosingHelpChanged)
    def isClosingHelp(self) -> bool:
        return self._shown.is_closing_help
