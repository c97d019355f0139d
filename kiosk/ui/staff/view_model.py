"""What staff can do at the kiosk: see its state, carry sealed requests away, clean the screen, leave."""

import logging
import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core.events import Event
from kiosk.core.exit_codes import LEAVE, RESTART
from kiosk.core.staff import LONGEST, StaffAction, StaffPage, StaffState, end, let_in, turn_to
from kiosk.ops.health import Health, check_health
from kiosk.store.staff_pin import PinAnswer, PinVerdict
from kiosk.ui.pyside.jobs import Jobs
from kiosk.ui.pyside.qt_types import QStringList
from kiosk.ui.staff.messages import copied_lines, health_lines
from kiosk.ui.staff.services import Carried, StaffEnvironment
from kiosk.ui.translations import Translations

if TYPE_CHECKING:
    from kiosk.store.volumes import Volume

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

WIPE_SECONDS: Final = 45
PIN_SECONDS: Final = 60
MENU_SECONDS: Final = 120
"""IdleState seconds after which the staff's screen closes by itself."""
_log = logging.getLogger(__name__)


@QmlElement
@QmlUncreatable("made by the staff door")
class StaffViewModel(QObject):  # type: ignore[operator]  # the stub of 6.12 says not callable
    """The staff's screen, from the PIN to the way out; it can count requests and never open one."""

    changed = Signal()
    closed = Signal()
    _copied = Signal(int, int)

    def __init__(self, services: StaffEnvironment, translations: Translations, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._translations = translations
        self._jobs = Jobs(self)
        self._state = StaffState()
        self._typed = ""
        self._message = ""
        self._is_busy = False
        self._free_at = 0.0
        self._health: Health | None = None
        self._places: tuple[Volume, ...] = ()
        self._progress = (0, 0)
        self._asked = ""
        self._since = services.clock()
        self._copied.connect(self._on_copied)
        self._seconds = QTimer(self, interval=1000)
        self._seconds.timeout.connect(self.tick)
        self._seconds.start()
        self._run(services.pin.wait, self._on_answer)

    def wait(self) -> None:
        """Wait for the work under way; called once, before this goes."""
        self._jobs.wait()

    @Slot()
    def tick(self) -> None:
        """Look at the clock; once a second."""
        limits = {StaffPage.COPYING: math.inf, StaffPage.WIPE: WIPE_SECONDS, StaffPage.PIN: PIN_SECONDS}
        if self._services.clock() - self._since < limits.get(self._state.page, MENU_SECONDS):
            self.changed.emit()
            return
        if self._state.page is StaffPage.WIPE:
            _log.info("%s", Event.SCREEN_CLEANED)
        self._close()

    def _show(self, page: StaffPage) -> None:
        self._state = turn_to(self._state, page)
        self._asked, self._message = "", ""
        self._since = self._services.clock()
        self.changed.emit()

    def _close(self) -> None:
        self._state = end(self._state)
        self._seconds.stop()
        self.closed.emit()

    def _run(self, work: Callable[[], object], done: Callable[[object], None]) -> None:
        self._is_busy = True
        self._since = self._services.clock()
        self.changed.emit()

        def finished(outcome: object) -> None:
            self._is_busy = False
            self._since = self._services.clock()
            done(outcome)
            self.changed.emit()

        self._jobs.run(work, finished)

    @Slot(str)
    def press(self, key: str) -> None:
        """Type a digit of the PIN, take the last one back with "delete", or try it with "enter"."""
        if not self._state.allows(StaffAction.TYPE):
            return
        self._since = self._services.clock()
        if self._is_busy or self._wait_left():
            return
        self._message = ""
        if key == "enter":
            guess, self._typed = self._typed, ""
            if guess:
                self._run(lambda: self._services.pin.check(guess), self._on_answer)
        elif key == "delete":
            self._typed = self._typed[:-1]
        else:
            self._typed = (self._typed + key)[:LONGEST]
        self.changed.emit()

    def _on_answer(self, answer: object) -> None:
        if not isinstance(answer, PinAnswer):
            self._message = str(answer)
            return
        self._free_at = self._services.clock() + answer.wait
        match answer.verdict:
            case PinVerdict.RIGHT:
                self._come_in()
            case PinVerdict.WRONG:
                _log.warning("%s", Event.STAFF_REFUSED)
                self._message = self._translations.sentence("staff.pin.wrong")
            case PinVerdict.UNCHECKED:
                _log.warning("%s", Event.PIN_UNCHECKED)
                self._message = self._translations.sentence("staff.pin.unchecked")
            case PinVerdict.NOT_SET:
                self._message = self._translations.sentence("staff.pin.not_set")
            case _:
                self._message = ""

    def _come_in(self) -> None:
        self._state = let_in(self._state)
        if self._state.is_let_in:
            _log.info("%s", Event.STAFF_CAME)
            self._services.end_visit()
            self._show_menu()

    def _wait_left(self) -> int:
        return max(0, math.ceil(self._free_at - self._services.clock()))

    @Slot()
    def menu(self) -> None:
        """Show what can be done, with the state of the kiosk beside it."""
        if self._state.allows(StaffAction.MENU):
            self._show_menu()

    def _show_menu(self) -> None:
        self._show(StaffPage.MENU)
        services = self._services
        self._run(lambda: check_health(services.spool, services.intake, services.now()), self._on_health)

    def _on_health(self, health: object) -> None:
        self._health = health if isinstance(health, Health) else None
        self._message = "" if isinstance(health, Health) else str(health)

    @Slot()
    def choosePlace(self) -> None:  # QML's name
        """Look which sticks are there."""
        if not self._state.allows(StaffAction.CHOOSE_PLACE):
            return
        self._show(StaffPage.PLACES)
        self._run(self._services.places, self._on_places)

    def _on_places(self, places: object) -> None:
        self._places = places if isinstance(places, tuple) else ()

    @Slot(int)
    def copyTo(self, index: int) -> None:  # QML's name
        """Take the desk's receipts from a place, then copy what the desk has not had."""
        is_place = index in range(len(self._places))
        if not self._state.allows(StaffAction.COPY) or self._is_busy or not is_place:
            return
        target = self._places[index].path
        self._progress = (0, 0)
        self._show(StaffPage.COPYING)
        self._run(lambda: self._services.carry(target, self._copied.emit), self._on_carried)

    @Slot(int, int)
    def _on_copied(self, done: int, of: int) -> None:
        self._progress = (done, of)
        self.changed.emit()

    def _on_carried(self, carried: object) -> None:
        self._show(StaffPage.COPIED)
        if not isinstance(carried, Carried):
            _log.error("%s %s", Event.COPY_FAILED, carried)
            self._message = str(carried)
            return
        report = carried.report
        _log.info("%s %d %d", Event.REQUESTS_COPIED, report.copied, carried.receipts)
        if report.unread:
            _log.warning("%s %d", Event.REQUESTS_UNREAD, report.unread)
        self._message = "\n".join(copied_lines(self._translations, carried.receipts, report))

    @Slot()
    def wipe(self) -> None:
        """Lock the touch screen while somebody cleans it."""
        if self._state.allows(StaffAction.WIPE):
            self._show(StaffPage.WIPE)

    @Slot()
    def restart(self) -> None:
        """Start the program anew, at the second touch."""
        self._at_second_touch(StaffAction.RESTART, RESTART)

    @Slot()
    def leave(self) -> None:
        """End the program, at the second touch."""
        self._at_second_touch(StaffAction.LEAVE, LEAVE)

    def _at_second_touch(self, what: StaffAction, code: int) -> None:
        if not self._state.allows(what):
            return
        if self._asked == what:
            _log.info("%s %d", Event.STAFF_LEFT, code)
            self._services.leave(code)
        self._asked = what
        self._since = self._services.clock()
        self.changed.emit()

    @Slot()
    def close(self) -> None:
        """Go back to the visitors' screen."""
        if self._state.allows(StaffAction.CLOSE):
            self._close()

    def _get_page(self) -> str:
        return self._state.page

    def _get_typed(self) -> int:
        return len(self._typed)

    def _get_message(self) -> str:
        return self._message

    def _get_is_busy(self) -> bool:
        return self._is_busy

    def _get_asked(self) -> str:
        return self._asked

    def _get_copied(self) -> int:
        return self._progress[0]

    def _get_to_copy(self) -> int:
        return self._progress[1]

    def _get_is_demonstration(self) -> bool:
        return self._services.is_demonstration

    def _get_seconds_left(self) -> int:
        if self._state.page is StaffPage.WIPE:
            return max(0, math.ceil(WIPE_SECONDS - (self._services.clock() - self._since)))
        return self._wait_left() if self._state.page is StaffPage.PIN else 0

    def _get_place_names(self) -> list[str]:
        shared = self._translations.sentence("staff.places.share")
        return [place.name or shared for place in self._places]

    def _get_lines(self) -> list[str]:
        health = self._health
        if health is None:
            return [self._message] if self._message else []
        return health_lines(self._translations, health)

    page = Property(str, _get_page, notify=changed)
    typed = Property(int, _get_typed, notify=changed)
    message = Property(str, _get_message, notify=changed)
    isBusy = Property(bool, _get_is_busy, notify=changed)  # QML's name
    asked = Property(str, _get_asked, notify=changed)
    secondsLeft = Property(int, _get_seconds_left, notify=changed)
    isDemonstration = Property(bool, _get_is_demonstration, constant=True)
    placeNames = Property(QStringList, _get_place_names, notify=changed)
    lines = Property(QStringList, _get_lines, notify=changed)
    copied = Property(int, _get_copied, notify=changed)
    toCopy = Property(int, _get_to_copy, notify=changed)
