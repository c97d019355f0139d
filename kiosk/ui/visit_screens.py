"""Everything behind "Touch to start", built right after the first frame so that it comes early."""

import datetime
import logging
import secrets
from collections.abc import Callable
from typing import Final, assert_never

from PySide6.QtCore import QObject, QTimer
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.content.reading import read_languages
from kiosk.core.audit import AuditEvent
from kiosk.core.callback.phone import check_phone
from kiosk.core.comfort import Room
from kiosk.core.content.cards import Content
from kiosk.core.errors import KioskError
from kiosk.core.events import Event
from kiosk.core.machine import MachineRecord
from kiosk.core.result import Err, Ok, Result
from kiosk.core.self_check.offer import SOURCE_LANGUAGE
from kiosk.store.audit import kiosk_log
from kiosk.store.ballast import lay_ballast
from kiosk.store.intake import intake_of
from kiosk.store.retention import purge_exported
from kiosk.store.settings.settings import Settings
from kiosk.store.spool import Spool
from kiosk.ui.callback.outbox import RequestEnvironment
from kiosk.ui.content_library import ContentLibrary
from kiosk.ui.paging.answer_pager import AnswerPager
from kiosk.ui.paging.pager import TextPager
from kiosk.ui.pyside.jobs import Jobs
from kiosk.ui.pyside.next_frame import NextFrame
from kiosk.ui.touch.going_on import GoingOn
from kiosk.ui.touch.page_mark import PageMark
from kiosk.ui.translations import Translations
from kiosk.ui.upkeep.machine_log import log_machine
from kiosk.ui.upkeep.recipients_watch import RecipientsWatch
from kiosk.ui.viewmodels.about import AboutViewModel
from kiosk.ui.viewmodels.call_choices import CallChoicesViewModel
from kiosk.ui.viewmodels.callback import CallbackViewModel
from kiosk.ui.viewmodels.card import CardViewModel
from kiosk.ui.viewmodels.comfort import ComfortViewModel
from kiosk.ui.viewmodels.cover import CoverViewModel
from kiosk.ui.viewmodels.home import HomeViewModel
from kiosk.ui.viewmodels.picture import PictureViewModel
from kiosk.ui.viewmodels.questions import QuestionsViewModel
from kiosk.ui.viewmodels.self_check import SelfCheckViewModel
from kiosk.ui.viewmodels.self_check_poster import SelfCheckPosterViewModel
from kiosk.ui.viewmodels.take_home import TakeHomeViewModel
from kiosk.ui.viewmodels.visit import VisitViewModel
from kiosk.ui.visit_holder import VisitHolder

PURGE_EVERY_HOURS: Final = 6
"""Hours between two looks for what is to be deleted. Chosen; not measured."""
LOOK_EVERY_HOURS: Final = 1
"""Hours between two looks at what was put aside as damaged, and at the machine. Chosen; not measured."""
QML_TYPES = (AnswerPager, PageMark, TextPager)
"""Made by QML itself: importing them is what makes them known there."""

_log = logging.getLogger(__name__)


class VisitScreens:
    """The view models and screens of a visit; reads the content and prepares the spool off the GUI thread."""

    def __init__(  # noqa: PLR0913  # the composition root hands over all it has made
        self,
        *,
        engine: QQmlEngine,
        settings: Settings,
        visit_holder: VisitHolder,
        library: ContentLibrary,
        translations: Translations,
        environment: RequestEnvironment | None,
        room: Room,
        going_on: GoingOn,
    ) -> None:
        """Make what the screens show.

        environment: None means random ids and this machine's clock.
        """
        self._settings = settings
        self._library = library
        self.jobs = Jobs(engine)
        self._watching = Jobs(engine)
        self._going_on = going_on
        self._spool = Spool(settings.spool)
        self._audit = kiosk_log(self._spool)
        self._environment = environment or RequestEnvironment(
            lambda: secrets.token_hex(16), lambda: datetime.datetime.now().astimezone()
        )
        self._machine = self._environment.machine_of(self._spool)
        self._intake = intake = intake_of(settings, self._spool, self._machine)
        self.home = HomeViewModel(visit_holder, library, engine)
        self.card = CardViewModel(visit_holder, library, translations, engine)
        self.picture = PictureViewModel(visit_holder, library, translations, engine)
        self.take_home = TakeHomeViewModel(visit_holder, library, settings, translations, engine)
        self.questions = QuestionsViewModel(visit_holder, library, engine)
        self.poster = SelfCheckPosterViewModel(visit_holder, library, settings, engine)
        self.self_check = SelfCheckViewModel(visit_holder, library, translations, engine)
        self.callback = CallbackViewModel(
            visit_holder=visit_holder,
            settings=settings,
            translations=translations,
            intake=intake,
            jobs=self.jobs,
            environment=self._environment,
            parent=engine,
        )
        self.call_choices = CallChoicesViewModel(visit_holder, library, settings, translations, engine)
        self.comfort = ComfortViewModel(visit_holder, settings, room, engine)
        self.cover = CoverViewModel(visit_holder, translations, engine)
        self.about = AboutViewModel(visit_holder, library, settings, translations, engine)

    def show(self, engine: QQmlEngine, window: QQuickWindow, visit: VisitViewModel) -> None:
        """Put the screens into the window, then read and prepare. Raises KioskError when they do not load."""
        self._load(engine, window.property("holder"), visit)
        is_drawn = NextFrame(window, lambda: self.take_home.make_code(self.jobs), engine)
        self.take_home.opened.connect(is_drawn.ask)
        if self._settings.is_usable:
            self.jobs.run(self._begin, _log_folders)
            self.jobs.run(self._read_content, self._library.put)
            # On a thread of its own: the one that seals must come to its end, and its memory with it.
            self.recipients = RecipientsWatch(self._intake, self._watching, engine)
            self._timers = [
                self._now_and_every(PURGE_EVERY_HOURS, self.purge, engine),
                self._now_and_every(LOOK_EVERY_HOURS, self.look_again, engine),
            ]

    def _begin(self) -> None:
        self._spool.create_folders()
        self._audit.add(AuditEvent.STARTED, datetime.datetime.now(datetime.UTC))

    def note_new_settings(self) -> None:
        """Keep that the program starts anew with other settings or texts."""
        self._audit.add(AuditEvent.SETTINGS_TAKEN, datetime.datetime.now(datetime.UTC))

    def _now_and_every(self, hours: int, do: Callable[[], None], parent: QObject) -> QTimer:
        timer = QTimer(parent, interval=hours * 3_600_000)
        timer.timeout.connect(do)
        timer.start()
        do()
        return timer

    def _note_machine(self) -> MachineRecord:
        return self._machine.note(self._environment.now())

    def wait(self) -> None:
        """Finish the work under way; called once, at the end of the program."""
        self.jobs.wait()
        self._watching.wait()

    def look_again(self) -> None:
        """Let what was put aside as damaged wait again if its bytes can be read after all.

        And look whether the clock is set and the disk keeps what it is given, and count how long it was on.
        """
        self.jobs.run(self._note_machine, log_machine)
        self.jobs.run(self._look_again, _log_look)

    def _look_again(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        return self._spool.bring_back(), self._spool.damaged_names()

    def purge(self) -> None:
        """Delete what the desk has had for as long as the settings say, and what broke off."""
        self.jobs.run(self._purge, _log_purge)

    def _purge(self) -> int:
        now = datetime.datetime.now(datetime.UTC)
        self._spool.clear_leftovers(now)
        lay_ballast(self._spool)
        powered_on = self._note_machine().powered_on
        deleted = purge_exported(self._spool, powered_on, self._settings.file.callback.delete_after_days)
        if deleted:
            self._audit.add(AuditEvent.DELETED, now, requests=deleted)
        return deleted

    def _load(self, engine: QQmlEngine, holder: QQuickItem, visit: VisitViewModel) -> None:
        component = QQmlComponent(engine, "Kiosk.App", "VisitScreens")
        screens = component.createWithInitialProperties(
            {
                "about": self.about,
                "callback": self.callback,
                "callChoices": self.call_choices,
                "card": self.card,
                "comfort": self.comfort,
                "cover": self.cover,
                "goingOn": self._going_on,
                "selfCheck": self.self_check,
                "home": self.home,
                "parent": holder,
                "picture": self.picture,
                "questions": self.questions,
                "poster": self.poster,
                "takeHome": self.take_home,
                "visit": visit,
            }
        )
        if screens is None:
            raise KioskError("The screens could not be loaded: install the program again.")
        screens.setParent(holder)

    def _read_content(self) -> dict[str, Result[Content]]:
        # The first check loads the numbering plans, which would hold up the first key of the number pad.
        check_phone("0", self._settings.file.country)
        languages = dict.fromkeys((*self._settings.file.languages, SOURCE_LANGUAGE))
        return read_languages(self._settings, languages, datetime.datetime.now().astimezone().date())


def _log_purge(purged: Result[int]) -> None:
    match purged:
        case Ok(count):
            if count:
                _log.info("%s %s", Event.REQUESTS_DELETED, count)
        case Err(sentence):
            _log.error("%s %s", Event.PURGE_FAILED, sentence)
        case _ as never:
            assert_never(never)


def _log_look(looked: Result[tuple[tuple[str, ...], tuple[str, ...]]]) -> None:
    match looked:
        case Ok((brought_back, damaged)):
            for event, names in (
                (Event.REQUESTS_BROUGHT_BACK, brought_back),
                (Event.REQUESTS_DAMAGED, damaged),
            ):
                if names:
                    _log.warning("%s %s", event, ", ".join(names))
        case Err(sentence):
            _log.error("%s %s", Event.PURGE_FAILED, sentence)
        case _ as never:
            assert_never(never)


def _log_folders(created: Result[None]) -> None:
    match created:
        case Ok():
            pass
        case Err(sentence):
            _log.error("%s %s", Event.FORM_CLOSED, sentence)
        case _ as never:
            assert_never(never)
