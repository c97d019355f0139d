"""Safe mode, after a crash loop: the shipped cards as text, and the form while its own parts are whole.

It uses as little as it can of what may be the cause: none of the clinic's own texts, no picture, no motion,
no other screen, no graphics card and nothing that an earlier start left in a cache.
"""

import dataclasses
import datetime
import logging
import os
import secrets
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.content.reading import read_languages
from kiosk.core.content.cards import Content
from kiosk.core.events import Event
from kiosk.core.exit_codes import RESTART
from kiosk.core.result import Result
from kiosk.core.starts import SAFE_SECONDS
from kiosk.core.visit import Visit
from kiosk.store.settings.settings import Settings, qml_folder
from kiosk.ui.appearance import Appearance
from kiosk.ui.content_library import ContentLibrary
from kiosk.ui.glass import Glass, measure, pixels
from kiosk.ui.paging.answer_pager import AnswerPager
from kiosk.ui.paging.pager import TextPager
from kiosk.ui.pyside.jobs import Jobs
from kiosk.ui.pyside.main_window import load_window
from kiosk.ui.pyside.qt_application import fill_screen, load_font, load_rare_letters
from kiosk.ui.touch.page_mark import PageMark
from kiosk.ui.translations import Translations
from kiosk.ui.upkeep.crash_guard import CrashGuard, place_of
from kiosk.ui.viewmodels.plain import PlainViewModel
from kiosk.ui.viewmodels.visit import VisitViewModel
from kiosk.ui.visit_holder import VisitHolder

if TYPE_CHECKING:
    from kiosk.ui.callback.outbox import RequestEnvironment
    from kiosk.ui.staff.entrance import StaffEntrance
    from kiosk.ui.staff.services import StaffEnvironment
    from kiosk.ui.touch.guard import TouchGuard
    from kiosk.ui.upkeep.full_screen import FullScreen

QML_TYPES = (AnswerPager, PageMark, TextPager)
"""Made by QML itself: importing them is what makes them known there."""
NO_CACHE: Final = "QML_DISABLE_DISK_CACHE"
WHY: Final = (
    "three starts within five minutes did not end well: the cards are shown as text; "
    "all of it is tried again in an hour, or when staff restart the kiosk"
)

_log = logging.getLogger(__name__)


def plain_settings(settings: Settings) -> Settings:
    """Return settings without what a clinic can add to the texts, and with nothing that moves."""
    file = dataclasses.replace(settings.file, calm=True, self_check="off")
    return dataclasses.replace(settings, file=file, clinic_content=None)


class SafeKiosk:
    """The plain screens, running. What is not needed for the cards may fail: that is told and left out."""

    def __init__(
        self,
        settings: Settings,
        glass: Glass | None,
        *,
        has_form: bool,
        clock: Callable[[], float] = time.monotonic,
        environment: "RequestEnvironment | None" = None,
    ) -> None:
        """Show the first screen.

        has_form: the form may be offered. Raises KioskError when even the plain screens cannot be loaded.
        """
        self._settings = plain_settings(settings)
        self._clock, self._started_at = clock, clock()
        self._environment = environment
        self._glass = glass
        self._tools: StaffEnvironment | None = None
        self._guard: TouchGuard | None = None
        self._full_screen: FullScreen | None = None
        self.entrance: StaffEntrance | None = None
        self.engine = QQmlEngine()
        self.engine.addImportPath(str(qml_folder()))
        self._measure()
        file = self._settings.file
        self.translations = Translations(self._settings.words, file.languages, self.engine)
        self.visit_holder = VisitHolder(self.engine)
        self.library = ContentLibrary(file.languages, self.engine)
        self.visit_holder.changed.connect(self._set_language)
        self.plain = PlainViewModel(self.visit_holder, self.library, self.engine)
        self.visit = VisitViewModel(
            visit_holder=self.visit_holder,
            library=self.library,
            translations=self.translations,
            settings=self._settings,
            room=self._room,
            clock=clock,
            parent=self.engine,
        )
        self.jobs = Jobs(self.engine)
        self.window = self._load()
        self._seconds = QTimer(self.engine, interval=1000)
        self._seconds.timeout.connect(self.visit.check_idle)
        self._seconds.start()
        # The last filter sees an event first: the door must see all of them, the guard all keys.
        parts = [self._tell, self._take_keys, self._guard_touches, self._keep_full_screen, self._let_staff_in]
        for part in [*parts, self._offer_form] if has_form else parts:
            self._try(part)
        self.jobs.run(self._read_content, self.library.put)

    def _measure(self) -> None:
        density, self._room = measure(self._glass, self._settings.file.screen_diagonal)
        self.appearance = Appearance(density, self._settings.file.theme, is_calm=True)

    def _refit(self) -> None:
        """Lay everything out anew for a glass that has become another one."""
        self._measure()
        self.appearance.scale(self.engine)
        self.visit.room = self._room
        self.visit_holder.tell()
        if self._guard is not None:
            self._guard.refit(self.appearance)
        if self.entrance is not None:
            self.entrance.refit(self.appearance)

    def _set_language(self) -> None:
        language = self.visit_holder.visit.language or self._settings.file.languages[0]
        if language != self.translations.language:
            self.translations.set_language(language)
            self.library.show(language)
            self.engine.retranslate()

    def _load(self) -> QQuickWindow:
        load_font("Regular")
        load_rare_letters()
        self.appearance.apply_to(self.engine)
        window = load_window(
            self.engine,
            "Kiosk.Plain",
            "PlainMain",
            pixels(self._glass),
            {"ownsScreen": self._glass is None, "plain": self.plain, "visit": self.visit},
        )
        if self._glass is None:
            fill_screen(window, QGuiApplication.primaryScreen().geometry())
        else:
            window.show()
        return window

    def _try(self, part: Callable[[], None]) -> None:
        try:
            part()
        except Exception as error:  # noqa: BLE001  # whatever it is, the cards do without it
            _log.error(
                "%s %s %s at %s", Event.PART_LEFT_OUT, part.__name__, type(error).__name__, place_of(error)
            )

    def _tell(self) -> None:
        from kiosk.ui.upkeep.heartbeat import Heartbeat  # noqa: PLC0415  # as all parts: it may fail

        Heartbeat(self.engine, "Safe mode: the cards are on the screen, as text.")

        from kiosk.ui.upkeep.forgetting import Forgetting  # noqa: PLC0415

        Forgetting(self.engine, self.visit_holder)

    def _guard_touches(self) -> None:
        from kiosk.ui.touch.guard import TouchGuard  # noqa: PLC0415
        from kiosk.ui.touch.panel_watch import PanelWatch  # noqa: PLC0415

        PanelWatch(self.window, self.engine)
        self._guard = TouchGuard(
            self.window,
            self.visit_holder,
            self.visit,
            appearance=self.appearance,
            clock=self._clock,
            parent=self.engine,
        )

    def _take_keys(self) -> None:
        from kiosk.ui.touch.keys import KeyRouter  # noqa: PLC0415

        KeyRouter(self.window, self.engine)

    def _keep_full_screen(self) -> None:
        from kiosk.ui.upkeep.full_screen import FullScreen  # noqa: PLC0415

        if self._glass is None:
            self._full_screen = FullScreen(self.window, self._refit, self.engine)

    def _let_staff_in(self) -> None:
        from kiosk.ui.staff.entrance import StaffEntrance  # noqa: PLC0415

        self.entrance = StaffEntrance(
            self.window, self.translations, self.appearance, self._staff_tools, self.engine
        )

    def _staff_tools(self) -> "StaffEnvironment":
        from kiosk.ui.staff.services import staff_services  # noqa: PLC0415
        from kiosk.ui.staff.snapshot import NO_FORM  # noqa: PLC0415

        no_form = (NO_FORM,) * (self.plain.open_form is None)
        self._tools = self._tools or staff_services(
            self._settings,
            self._clock,
            self.visit.end,
            self._started_at,
            notices=("staff.safe_mode", *no_form),
        )
        return self._tools

    def _offer_form(self) -> None:
        from kiosk.ui.callback.outbox import RequestEnvironment  # noqa: PLC0415
        from kiosk.ui.safe_form import plain_form  # noqa: PLC0415

        machine = RequestEnvironment(
            lambda: secrets.token_hex(16), lambda: datetime.datetime.now().astimezone()
        )
        self.plain.open_form = plain_form(
            engine=self.engine,
            holder=self.window.property("holder"),
            settings=self._settings,
            visit=self.visit,
            visit_holder=self.visit_holder,
            library=self.library,
            translations=self.translations,
            jobs=self.jobs,
            environment=self._environment or machine,
        )

    def _read_content(self) -> dict[str, Result[Content]]:
        today = datetime.datetime.now().astimezone().date()
        return read_languages(self._settings, self._settings.file.languages, today)

    def drop_visit(self) -> None:
        """Forget the visitor after a failure."""
        _log.error("%s", Event.VISIT_DROPPED)
        self.visit_holder.become(Visit())

    def try_all_again(self) -> None:
        """End, to be started again with everything, as soon as nobody is in front of the glass."""
        is_staff_here = self.entrance is not None and self.entrance.staff is not None
        if self.visit_holder.visit == Visit() and not is_staff_here:
            QCoreApplication.exit(RESTART)
        else:
            QTimer.singleShot(1000, self.engine, self.try_all_again)

    def close(self) -> None:
        """Tear down, in the order of the whole program."""
        self._seconds.stop()
        if self._full_screen is not None:
            self._full_screen.stop()
        if self.entrance is not None:
            self.entrance.close()
        self.jobs.wait()
        self.window.setProperty("ownsScreen", False)  # noqa: FBT003  # Qt's signature
        self.window.close()
        self.window.deleteLater()
        self.translations.let_go()
        del self.engine


def show(
    application: QCoreApplication, settings: Settings, size: tuple[int, int] | None, *, has_form: bool
) -> int:
    """Show the plain screens for an hour, or until they are closed; returns the process's exit code."""
    _log.error("%s %s", Event.SAFE_MODE, WHY)
    QQuickWindow.setSceneGraphBackend("software")
    os.environ[NO_CACHE] = "1"
    kiosk = SafeKiosk(settings, Glass(*size) if size else None, has_form=has_form)
    crash_guard = CrashGuard(kiosk.engine, kiosk.drop_visit)
    QTimer.singleShot(SAFE_SECONDS * 1000, kiosk.engine, kiosk.try_all_again)
    code = application.exec()
    crash_guard.let_go()
    kiosk.close()
    # What comes next is the whole program in this environment.
    del os.environ[NO_CACHE]
    return code
