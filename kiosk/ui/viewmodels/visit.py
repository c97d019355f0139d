"""The frame around every screen: which screen, who is there, what is always on it."""

import logging
from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core import visit as visits
from kiosk.core.events import Event
from kiosk.core.visit import Presence, Quiet, Screen, Visit
from kiosk.store.settings import Settings
from kiosk.ui.qt_types import QStringList
from kiosk.ui.session import Session
from kiosk.ui.shelf import Shelf

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

_log = logging.getLogger(__name__)


@QmlElement
@QmlUncreatable("made by the composition root")
class VisitViewModel(QObject):  # type: ignore[operator]  # the stub of 6.12 says not callable
    """Navigation, comfort settings and the idle clock.

    clock: seconds, never going back.
    """

    changed = Signal()
    quietChanged = Signal()  # noqa: N815  # QML's name
    screenSwitched = Signal()  # noqa: N815

    def __init__(  # a frame has many neighbours
        self,
        *,
        session: Session,
        shelf: Shelf,
        settings: Settings,
        clock: Callable[[], float],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._shelf = shelf
        self._settings = settings
        self._clock = clock
        self._last_activity = clock()
        self._quiet = Quiet(Presence.HERE, 0)
        self._text_sizes = visits.TEXT_SIZES
        self._last_screen = session.visit.screen
        session.changed.connect(self._on_visit_changed)
        shelf.changed.connect(self.changed)

    def _on_visit_changed(self) -> None:
        self.note_activity()
        self.changed.emit()
        if self._session.visit.screen is not self._last_screen:
            self._last_screen = self._session.visit.screen
            self.screenSwitched.emit()

    def note_activity(self) -> None:
        """Take a press, a key or a spoken word as a sign that somebody is there."""
        self._last_activity = self._clock()
        self.check_quiet()

    def check_quiet(self) -> None:
        """Look at the clock; the composition root calls this once a second."""
        quiet = visits.quiet_means(self._session.visit, self._clock() - self._last_activity)
        if quiet.presence is Presence.GONE:
            self.startOver()
        elif quiet != self._quiet:
            self._quiet = quiet
            self.quietChanged.emit()

    def allow_text_sizes(self, count: int) -> None:
        """Offer only so many text sizes: a small screen has no room for the largest."""
        self._text_sizes = count

    def _get_screen(self) -> str:
        visit = self._session.visit
        is_unfit = self._shelf.is_broken or not self._settings.is_usable
        return Screen.DESK if is_unfit and visit.screen is not Screen.HELP else visit.screen

    def _get_clinic(self) -> str:
        return self._settings.file.clinic.name

    def _get_emergency_number(self) -> str:
        return self._settings.file.emergency_number

    def _get_is_demonstration(self) -> bool:
        return self._settings.file.demonstration

    def _get_languages(self) -> list[str]:
        return list(self._settings.file.languages)

    def _get_is_self_check_offered(self) -> bool:
        return self._settings.file.self_check != "off"

    def _get_text_size(self) -> int:
        return self._session.visit.text_size

    def _get_is_warned(self) -> bool:
        return self._quiet.presence is Presence.WARNED

    def _get_seconds_left(self) -> int:
        return self._quiet.seconds_left

    def _get_is_closing_help(self) -> bool:
        return self._session.visit.is_closing_help

    @Slot(str)
    def start(self, language: str) -> None:
        """Begin a visit in a language."""
        _log.info("%s", Event.VISIT_STARTED)
        self._session.become(visits.start(language))

    @Slot()
    def startOver(self) -> None:  # noqa: N802  # QML's name
        """Forget everything about the visitor."""
        _log.info("%s", Event.VISIT_ENDED)
        self._session.become(Visit())
        self.note_activity()

    @Slot()
    def home(self) -> None:
        """Go to all causes."""
        self._session.apply(lambda visit: visits.go(visit, Screen.HOME))

    @Slot()
    def openSelfCheck(self) -> None:  # noqa: N802
        """Open the self-check."""
        self._session.apply(lambda visit: visits.go(visit, Screen.SELF_CHECK))

    @Slot()
    def openCallback(self) -> None:  # noqa: N802
        """Open "ask us to call you"."""
        self._session.apply(visits.open_callback)

    @Slot()
    def openAbout(self) -> None:  # noqa: N802
        """Open About."""
        self._session.apply(lambda visit: visits.go(visit, Screen.ABOUT))

    @Slot()
    def enlargeText(self) -> None:  # noqa: N802
        """Take the next larger text, and after the largest the smallest."""
        self._session.apply(lambda visit: visits.next_text_size(visit, self._text_sizes))

    @Slot()
    def askForHelp(self) -> None:  # noqa: N802
        """Show "please tell the front desk now"."""
        self._session.apply(visits.ask_for_help)

    @Slot()
    def closeHelp(self) -> None:  # noqa: N802
        """Close it, at the second touch."""
        self._session.apply(visits.close_help)

    @Slot()
    def stay(self) -> None:
        """Dismiss the time-out warning."""
        self.note_activity()

    screen = Property(str, _get_screen, notify=changed)
    clinic = Property(str, _get_clinic, constant=True)
    emergencyNumber = Property(str, _get_emergency_number, constant=True)  # noqa: N815
    isDemonstration = Property(bool, _get_is_demonstration, constant=True)  # noqa: N815
    languages = Property(QStringList, _get_languages, constant=True)
    isSelfCheckOffered = Property(bool, _get_is_self_check_offered, constant=True)  # noqa: N815
    textSize = Property(int, _get_text_size, notify=changed)  # noqa: N815
    isWarned = Property(bool, _get_is_warned, notify=quietChanged)  # noqa: N815
    secondsLeft = Property(int, _get_seconds_left, notify=quietChanged)  # noqa: N815
    isClosingHelp = Property(bool, _get_is_closing_help, notify=changed)  # noqa: N815
