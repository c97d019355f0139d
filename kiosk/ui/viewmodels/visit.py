"""The frame around every screen: which screen, who is there, what is always on it."""

import logging
from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core import visit as visits
from kiosk.core.events import Event
from kiosk.core.idle import IdlePhase, IdleState, idle_state
from kiosk.core.self_check.offer import SOURCE_LANGUAGE
from kiosk.core.visit import Screen, Visit
from kiosk.store.settings.settings import Settings
from kiosk.ui.content_library import ContentLibrary
from kiosk.ui.pyside.qt_types import QStringList
from kiosk.ui.translations import Translations
from kiosk.ui.visit_holder import VisitHolder

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

_HELP = ("help.show", "help.call", "help.raise", "help.right")

_log = logging.getLogger(__name__)


@QmlElement
@QmlUncreatable("made by the composition root")
class VisitViewModel(QObject):  # type: ignore[operator]  # the stub of 6.12 says not callable
    """Navigation, comfort settings and the idle clock.

    clock: seconds, never going back.
    """

    changed = Signal()
    idleChanged = Signal()  # QML's name

    def __init__(  # noqa: PLR0913  # a frame has many neighbours
        self,
        *,
        visit_holder: VisitHolder,
        library: ContentLibrary,
        translations: Translations,
        settings: Settings,
        clock: Callable[[], float],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._visit_holder = visit_holder
        self._library = library
        self._translations = translations
        self._settings = settings
        self._clock = clock
        self._last_activity = clock()
        self._idle = IdleState(IdlePhase.HERE, 0)
        self._text_sizes = visits.TEXT_SIZES
        visit_holder.changed.connect(self._on_visit_changed)
        library.changed.connect(self.changed)

    def _on_visit_changed(self) -> None:
        self.note_activity()
        self.changed.emit()

    def note_activity(self) -> None:
        """Take a press, a key or a spoken word as a sign that somebody is there."""
        self._last_activity = self._clock()
        self.check_idle()

    def check_idle(self) -> None:
        """Look at the clock; the composition root calls this once a second."""
        idle = idle_state(self._visit_holder.visit, self._clock() - self._last_activity)
        if idle.presence is IdlePhase.GONE:
            self._leave(visits.time_out(self._visit_holder.visit))
        elif idle != self._idle:
            self._idle = idle
            self.idleChanged.emit()

    def allow_text_sizes(self, count: int) -> None:
        """Offer only so many text sizes: a small screen has no room for the largest."""
        self._text_sizes = count

    def _get_screen(self) -> str:
        visit = self._visit_holder.visit
        is_unfit = self._library.is_broken or not self._settings.is_usable
        return Screen.DESK if is_unfit and visit.screen is not Screen.HELP else visit.screen

    def _get_clinic(self) -> str:
        return self._settings.file.clinic.name

    def _get_emergency_number(self) -> str:
        return self._settings.file.emergency_number

    def _get_is_demonstration(self) -> bool:
        return self._settings.file.demonstration

    def _get_languages(self) -> list[str]:
        return self._library.languages

    def _get_start_words(self) -> list[str]:
        return [
            self._translations.sentence_in(language, "attract.start") for language in self._library.languages
        ]

    @property
    def _other_language(self) -> str:
        """The language after the one on show, "" when there is no other."""
        offered = self._library.languages
        shown = self._visit_holder.visit.language
        if shown not in offered or len(offered) == 1:
            return ""
        return offered[(offered.index(shown) + 1) % len(offered)]

    def _get_other_language_name(self) -> str:
        other = self._other_language
        return self._translations.sentence_in(other, "language.name") if other else ""

    def _get_help_blocks(self) -> list[str]:
        return self._help_in(self._translations.language)

    def _get_help_for_staff(self) -> list[str]:
        spoken = self._translations.language
        if spoken == SOURCE_LANGUAGE:
            return []
        return [
            self._translations.sentence_in(SOURCE_LANGUAGE, "help.title"),
            *self._help_in(SOURCE_LANGUAGE),
        ]

    def _help_in(self, language: str) -> list[str]:
        number = self._settings.file.emergency_number
        sentences = (self._translations.sentence_in(language, word_id) for word_id in _HELP)
        return [sentence.replace("%1", number) for sentence in sentences]

    def _get_ask_desk_for_staff(self) -> str:
        return self._translations.sentence_in(SOURCE_LANGUAGE, "check.ask_desk")

    def _get_is_self_check_offered(self) -> bool:
        return self._settings.file.self_check != "off"

    def _get_question_count(self) -> int:
        return len(self._visit_holder.visit.questions)

    def _get_text_size(self) -> int:
        return self._visit_holder.visit.text_size

    @property
    def is_warned(self) -> bool:
        """Whether the visitor is asked whether they are still there."""
        return self._idle.presence is IdlePhase.WARNED

    def _get_is_warned(self) -> bool:
        return self.is_warned

    def _get_seconds_left(self) -> int:
        return self._idle.seconds_left

    def _get_is_closing_help(self) -> bool:
        return self._visit_holder.visit.is_closing_help

    @Slot(str)
    def start(self, language: str) -> None:
        """Begin a visit in a language."""
        _log.info("%s", Event.VISIT_STARTED)
        self._visit_holder.become(visits.start(language))

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
        if other := self._other_language:
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
        """Open About."""
        self._visit_holder.apply(lambda visit: visits.go(visit, Screen.ABOUT))

    @Slot()
    def enlargeText(self) -> None:
        """Take the next larger text, and after the largest the smallest."""
        self._visit_holder.apply(lambda visit: visits.next_text_size(visit, self._text_sizes))

    @Slot()
    def askForHelp(self) -> None:
        """Show "please tell the front desk now"."""
        self._visit_holder.apply(visits.ask_for_help)

    @Slot()
    def closeHelp(self) -> None:
        """Close it, at the second touch."""
        self._visit_holder.apply(visits.close_help)

    @Slot()
    def stay(self) -> None:
        """Dismiss the time-out warning."""
        self.note_activity()

    screen = Property(str, _get_screen, notify=changed)
    clinic = Property(str, _get_clinic, constant=True)
    emergencyNumber = Property(str, _get_emergency_number, constant=True)
    isDemonstration = Property(bool, _get_is_demonstration, constant=True)
    languages = Property(QStringList, _get_languages, notify=changed)
    startWords = Property(QStringList, _get_start_words, notify=changed)
    otherLanguageName = Property(str, _get_other_language_name, notify=changed)
    helpBlocks = Property(QStringList, _get_help_blocks, notify=changed)
    helpForStaff = Property(QStringList, _get_help_for_staff, notify=changed)
    askDeskForStaff = Property(str, _get_ask_desk_for_staff, constant=True)
    questionCount = Property(int, _get_question_count, notify=changed)
    isSelfCheckOffered = Property(bool, _get_is_self_check_offered, constant=True)
    textSize = Property(int, _get_text_size, notify=changed)
    isWarned = Property(bool, _get_is_warned, notify=idleChanged)
    secondsLeft = Property(int, _get_seconds_left, notify=idleChanged)
    isClosingHelp = Property(bool, _get_is_closing_help, notify=changed)
