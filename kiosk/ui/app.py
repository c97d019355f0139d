"""Composition root of the visitor's program: build, wire, load, run, tear down."""

import dataclasses
import datetime
import logging
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtQml import QQmlEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.core.comfort import fitted
from kiosk.core.errors import ContentError, KioskError
from kiosk.core.events import Event
from kiosk.core.exit_codes import FAILED, RESTART
from kiosk.core.self_check.offer import SOURCE_LANGUAGE
from kiosk.core.visit import Screen, Visit, set_comfort
from kiosk.store.settings.settings import Settings, qml_folder, stand_in
from kiosk.ui.appearance import Appearance
from kiosk.ui.content_library import ContentLibrary
from kiosk.ui.glass import Glass, measure, pixels
from kiosk.ui.journal import log_problems
from kiosk.ui.pyside.main_window import load_window
from kiosk.ui.pyside.qt_application import load_font, load_rare_letters
from kiosk.ui.translations import Translations
from kiosk.ui.upkeep.crash_guard import CrashGuard, place_of
from kiosk.ui.upkeep.first_frame import FirstFrame
from kiosk.ui.upkeep.full_screen import FullScreen
from kiosk.ui.viewmodels.attract import AttractViewModel
from kiosk.ui.viewmodels.visit import VisitViewModel
from kiosk.ui.visit_holder import VisitHolder

if TYPE_CHECKING:
    from kiosk.ui.callback.outbox import RequestEnvironment
    from kiosk.ui.late_parts import LateParts
    from kiosk.ui.staff.services import StaffEnvironment
    from kiosk.ui.upkeep.settings_reloader import SettingsReloader
    from kiosk.ui.visit_screens import VisitScreens

__all__ = ["Glass", "Kiosk", "show"]

_log = logging.getLogger(__name__)


class Kiosk:
    """The visitor's program, running: its window, its visit, its jobs.

    engine, appearance: what shows it, and how; room: what the glass has room for.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        glass: Glass | None = None,
        clock: Callable[[], float] = time.monotonic,
        environment: "RequestEnvironment | None" = None,
        config: Path | None = None,
    ) -> None:
        """Show the first screen; config: the settings file, to restart when it changes, None for never."""
        self._settings, self._config, self._glass = settings, config, glass
        self._measure()
        self.appearance = Appearance(self.pixels_per_millimetre, settings.file.theme, settings.file.calm)
        self._environment = environment
        self._clock, self._started_at = clock, clock()
        self._late: LateParts | None = None
        self._tools: StaffEnvironment | None = None
        self._full_screen: FullScreen | None = None
        self._build(clock)
        self._wire()
        self.window = self._load()

    def _build(self, clock: Callable[[], float]) -> None:
        self.engine = QQmlEngine()
        parent = self.engine
        # What staff must be able to read is shown in their language too, whatever is on offer.
        languages = dict.fromkeys((*self._settings.file.languages, SOURCE_LANGUAGE))
        self.translations = Translations(self._settings.words, languages, parent)
        self.visit_holder = VisitHolder(parent)
        self.library = ContentLibrary(self._settings.file.languages, parent)
        # Connected before any view model: when they read the visit, its language is spoken.
        self.visit_holder.changed.connect(self._set_language)
        self.attract = AttractViewModel(self.visit_holder, self.library, self.translations, parent)
        self.visit = VisitViewModel(
            visit_holder=self.visit_holder,
            library=self.library,
            translations=self.translations,
            settings=self._settings,
            room=self.room,
            clock=clock,
            parent=parent,
        )

    def _set_language(self) -> None:
        language = self.visit_holder.visit.language or self._settings.file.languages[0]
        if language != self.translations.language:
            self.translations.set_language(language)
            self.library.show(language)
            self.engine.retranslate()

    def _wire(self) -> None:
        self.engine.addImportPath(str(qml_folder()))
        self._seconds = QTimer(self.engine, interval=1000)
        self._seconds.timeout.connect(self.visit.check_idle)
        self._seconds.start()

    def _load(self) -> QQuickWindow:
        self.appearance.apply_to(self.engine)
        window = load_window(
            self.engine,
            "Kiosk.App",
            "Main",
            pixels(self._glass),
            {"attract": self.attract, "ownsScreen": self._glass is None, "visit": self.visit},
        )
        self._first_frame = FirstFrame(window, self._complete, self.engine)
        if self._glass is None:
            self._full_screen = FullScreen(window, self._refit, self.engine)
        else:
            window.show()
        return window

    @property
    def is_complete(self) -> bool:
        """Whether the first frame was shown, and with it all that comes late."""
        return self._late is not None

    @property
    def late(self) -> "LateParts":
        """What is made after the first frame. Raises KioskError before it."""
        if self._late is None:
            raise KioskError("The kiosk has not shown its first screen yet.")
        return self._late

    @property
    def screens(self) -> "VisitScreens":
        """The screens behind "Touch to start". Raises KioskError before the first frame."""
        return self.late.screens

    def _complete(self) -> None:
        try:
            self._make_late_parts()
        except Exception as error:  # noqa: BLE001  # a start screen that leads nowhere must not stay
            _log.critical("%s %s at %s", Event.START_FAILED, type(error).__name__, place_of(error))
            QCoreApplication.exit(FAILED)

    def _make_late_parts(self) -> None:
        # Imported here: what a visitor meets after the first touch stays off the way to the first frame.
        from kiosk.ui.upkeep.heartbeat import Heartbeat  # noqa: PLC0415

        Heartbeat(self.engine)  # first: it tells of the first frame

        from kiosk.ui.announcer import Announcer  # noqa: PLC0415
        from kiosk.ui.late_parts import LateParts  # noqa: PLC0415
        from kiosk.ui.staff.entrance import StaffEntrance  # noqa: PLC0415
        from kiosk.ui.touch.going_on import GoingOn  # noqa: PLC0415
        from kiosk.ui.touch.guard import TouchGuard  # noqa: PLC0415
        from kiosk.ui.touch.keys import KeyRouter  # noqa: PLC0415
        from kiosk.ui.touch.panel_watch import PanelWatch  # noqa: PLC0415
        from kiosk.ui.touch.switch import OneSwitch  # noqa: PLC0415
        from kiosk.ui.upkeep.forgetting import Forgetting  # noqa: PLC0415
        from kiosk.ui.visit_screens import VisitScreens  # noqa: PLC0415

        Forgetting(self.engine, self.visit_holder)
        PanelWatch(self.window, self.engine)
        load_font("Regular")
        load_rare_letters()
        # The last filter sees an event first: the door must see all of them, the guard all keys.
        keys = KeyRouter(self.window, self.engine)
        going_on = GoingOn(self.window, self.visit_holder, self._clock, self.engine)
        guard = TouchGuard(
            self.window,
            self.visit_holder,
            self.visit,
            appearance=self.appearance,
            clock=self._clock,
            parent=self.engine,
        )
        guard.drawn.connect(keys.begin_page)
        announcer = Announcer(self.window, self.engine)
        guard.drawn.connect(announcer.tell_page)
        self.visit_holder.settled.connect(announcer.tell_warnings)
        switch = OneSwitch(self.window, self.visit_holder, guard, clock=self._clock, parent=self.engine)
        entrance = StaffEntrance(
            self.window, self.translations, self.appearance, self._staff_tools, self.engine
        )
        entrance.told.connect(announcer.tell_warnings)
        self.visit.secondsLeftChanged.connect(announcer.tell_warnings)
        screens = VisitScreens(
            engine=self.engine,
            settings=self._settings,
            visit_holder=self.visit_holder,
            library=self.library,
            translations=self.translations,
            environment=self._environment,
            room=self.room,
            going_on=going_on,
        )
        reloader = self._watch(self._config) if self._config is not None else None
        self._late = LateParts(guard, going_on, announcer, switch, entrance, screens, reloader)
        screens.show(self.engine, self.window, self.visit)

    def _watch(self, config: Path) -> "SettingsReloader":
        from kiosk.ui.upkeep.settings_reloader import SettingsReloader, problems_of, watched_files  # noqa: PLC0415

        return SettingsReloader(
            lambda: watched_files(self._settings, config),
            lambda: problems_of(config, datetime.datetime.now().astimezone().date()),
            self._is_idle,
            self._start_anew,
            self.engine,
        )

    def _staff_tools(self) -> "StaffEnvironment":
        from kiosk.ui.staff.services import staff_services  # noqa: PLC0415  # staff come rarely, and late

        # Once: while the disk takes no count of guesses, it is here.
        self._tools = self._tools or staff_services(
            self._settings, self._clock, self.visit.end, self._started_at
        )
        return self._tools

    def _measure(self) -> None:
        self.pixels_per_millimetre, self.room = measure(self._glass, self._settings.file.screen_diagonal)

    def _refit(self) -> None:
        """Lay everything out anew for a glass that has become another one."""
        self._measure()
        self.appearance = dataclasses.replace(
            self.appearance, pixels_per_millimetre=self.pixels_per_millimetre
        )
        self.appearance.scale(self.engine)
        # First: no view model may look for a part of the glass that is not there any more.
        self.visit_holder.apply(lambda visit: set_comfort(visit, lambda comfort: fitted(comfort, self.room)))
        self.visit.room = self.room
        if self._late is not None:
            self._late.screens.comfort.room = self.room
            self._late.guard.refit(self.appearance)
            self._late.entrance.refit(self.appearance)
        self.visit_holder.tell()

    def _is_idle(self) -> bool:
        return self.visit_holder.visit == Visit() and self.late.entrance.staff is None

    def _start_anew(self) -> None:
        _log.info("%s", Event.CHANGES_TAKEN)
        self.screens.note_new_settings()
        QCoreApplication.exit(RESTART)

    def drop_visit(self) -> None:
        """Forget the visitor after a failure and show Attract again.

        After a failure of the guided self-check its poster is shown: it says when to tell the desk.
        """
        _log.error("%s", Event.VISIT_DROPPED)
        visit = self.visit_holder.visit
        if visit.check is None:
            self.visit_holder.become(Visit())
            return
        self.library.distrust_guided()
        self.visit_holder.become(Visit(Screen.SELF_CHECK, visit.language, visit.comfort))

    def close(self) -> None:
        """Tear down: finish the running job, then delete window, translations and engine in this order."""
        self._seconds.stop()
        if self._full_screen is not None:
            self._full_screen.stop()
        if self._late is not None:
            self._late.close()
        self.window.setProperty("ownsScreen", False)  # noqa: FBT003  # Qt's signature
        self.window.close()
        self.window.deleteLater()
        # A picture that outlives the engine which was loading it leaves dead data in Qt's picture cache.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.translations.let_go()
        del self.engine


def show(
    application: QCoreApplication, settings: Settings, size: tuple[int, int] | None, config: Path
) -> int:
    """Show the kiosk until it is closed; returns the process's exit code.

    size: of a window in pixels, None for the full screen; config: the file the settings came from.
    """
    glass = Glass(*size) if size else None
    try:
        kiosk = Kiosk(settings, glass=glass, config=config)
    except ContentError as error:
        log_problems(_log, Event.CONTENT_BROKEN, str(error))
        kiosk = Kiosk(stand_in(config), glass=glass, config=config)
    crash_guard = CrashGuard(kiosk.engine, kiosk.drop_visit)
    _log.info("%s", Event.STARTED)
    code = application.exec()
    crash_guard.let_go()
    kiosk.close()
    return code
