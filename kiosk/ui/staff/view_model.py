"""What staff can do at the kiosk: see its state, carry sealed requests away, clean the screen, leave."""

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar, assert_never

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core.events import Event
from kiosk.core.result import Err, Ok, Result
from kiosk.core.staff import MAX_PIN_DIGITS, StaffAction, StaffPage, StaffState, end, let_in, turn_to
from kiosk.ops.health import Health, check_health
from kiosk.store.staff_pin import PinAnswer, PinVerdict
from kiosk.store.volumes import Volume
from kiosk.ui.pyside.jobs import Jobs
from kiosk.ui.pyside.qt_types import QStringList
from kiosk.ui.pyside.snapshot import announce_changes
from kiosk.ui.staff.messages import WARNED_OF, copied_lines, pin_message
from kiosk.ui.staff.services import EXIT_CODES, Carried, StaffEnvironment
from kiosk.ui.staff.snapshot import StaffInputs, derive_staff
from kiosk.ui.staff.timing import stay_seconds, whole_seconds
from kiosk.ui.translations import Translations

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

T = TypeVar("T")
_log = logging.getLogger(__name__)


@QmlElement
@QmlUncreatable("made by the staff door")
class StaffViewModel(QObject):  # type: ignore[operator]  # the stub of 6.12 says not callable
    """The staff's screen, from the PIN to the way out; it can count requests and never open one."""

    closed = Signal()
    pageChanged = Signal()
    askedChanged = Signal()
    isBusyChanged = Signal()
    typedChanged = Signal()
    messageChanged = Signal()
    statusChanged = Signal()
    secondsLeftChanged = Signal()
    linesChanged = Signal()
    placeNamesChanged = Signal()
    copiedShareChanged = Signal()
    _copied = Signal(int, int)

    def __init__(self, services: StaffEnvironment, translations: Translations, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._translations = translations
        self._jobs = Jobs(self)
        self._typed = ""
        self._known = StaffInputs(StaffState(), now=services.clock(), since=services.clock())
        self._shown = derive_staff(self._known, translations.sentence)
        self._copied.connect(self._on_copied)
        self._seconds = QTimer(self, interval=1000)
        self._seconds.timeout.connect(self.tick)
        self._seconds.start()
        self._run(services.pin.wait, self._on_answer)

    def wait(self) -> None:
        """Wait for the work under way; called once, before this goes."""
        self._jobs.wait()

    def _refresh(self) -> None:
        self._known = replace(self._known, typed=len(self._typed), now=self._services.clock())
        before, self._shown = self._shown, derive_staff(self._known, self._translations.sentence)
        announce_changes(self, before, self._shown)

    @Slot()
    def tick(self) -> None:
        """Look at the clock; once a second."""
        page = self._known.state.page
        if self._services.clock() - self._known.since < stay_seconds(page):
            self._refresh()
        else:
            if page is StaffPage.WIPE:
                _log.info("%s", Event.SCREEN_CLEANED)
            self._close()

    def _show(self, page: StaffPage) -> None:
        state = turn_to(self._known.state, page)
        self._known = replace(self._known, state=state, asked=None, message="", since=self._services.clock())
        self._refresh()

    def _close(self) -> None:
        self._known = replace(self._known, state=end(self._known.state))
        self._seconds.stop()
        self.closed.emit()

    def _run(self, work: Callable[[], T], done: Callable[[Result[T]], None]) -> None:
        self._known = replace(self._known, is_busy=True, since=self._services.clock())
        self._refresh()

        def finished(result: Result[T]) -> None:
            self._known = replace(self._known, is_busy=False, since=self._services.clock())
            done(result)
            self._refresh()

        self._jobs.run(work, finished)

    def _say(self, message: str, *, is_trouble: bool = False) -> None:
        self._known = replace(self._known, message=message, is_trouble=is_trouble)

    @Slot(str)
    def press(self, key: str) -> None:
        """Type a digit of the PIN, take the last one back with "delete", or try it with "enter"."""
        if not self._known.state.allows(StaffAction.TYPE):
            return
        now = self._services.clock()
        self._known = replace(self._known, since=now)
        if self._known.is_busy or whole_seconds(self._known.free_at, now):
            return
        self._say("")
        if key == "enter":
            guess, self._typed = self._typed, ""
            if guess:
                self._run(lambda: self._services.pin.check(guess), self._on_answer)
        elif key == "delete":
            self._typed = self._typed[:-1]
        else:
            self._typed = (self._typed + key)[:MAX_PIN_DIGITS]
        self._refresh()

    def _on_answer(self, answered: Result[PinAnswer]) -> None:
        match answered:
            case Ok(answer):
                self._known = replace(self._known, free_at=self._services.clock() + answer.wait)
                self._say(pin_message(self._translations.sentence, answer.verdict))
                if answer.verdict in WARNED_OF:
                    _log.warning("%s", WARNED_OF[answer.verdict])
                if answer.verdict is PinVerdict.RIGHT:
                    self._come_in()
            case Err(sentence):
                self._say(sentence)
            case _ as never:
                assert_never(never)

    def _come_in(self) -> None:
        self._known = replace(self._known, state=let_in(self._known.state))
        if self._known.state.is_let_in:
            _log.info("%s", Event.STAFF_CAME)
            self._services.end_visit()
            self._show_menu()

    @Slot()
    def menu(self) -> None:
        """Show what can be done, with the state of the kiosk beside it."""
        if self._known.state.allows(StaffAction.MENU):
            self._show_menu()

    def _show_menu(self) -> None:
        self._show(StaffPage.MENU)
        services = self._services
        self._run(lambda: check_health(services.spool, services.intake, services.now()), self._on_health)

    def _on_health(self, checked: Result[Health]) -> None:
        match checked:
            case Ok(health):
                self._known = replace(self._known, health=health, message="")
            case Err(sentence):
                self._known = replace(self._known, health=None, message=sentence, is_trouble=True)
            case _ as never:
                assert_never(never)

    @Slot()
    def choosePlace(self) -> None:  # QML's name
        """Look which sticks are there."""
        if self._known.state.allows(StaffAction.CHOOSE_PLACE):
            self._show(StaffPage.PLACES)
            self._run(self._services.sticks, self._on_sticks)

    def _on_sticks(self, listed: Result[tuple[Volume, ...]]) -> None:
        shared = () if self._services.share is None else (self._services.share,)
        match listed:
            case Ok(sticks):
                self._known = replace(self._known, places=(*shared, *sticks))
            case Err(sentence):
                _log.error("%s %s", Event.STICKS_UNLISTED, sentence)
                self._known = replace(self._known, places=shared)
                self._say(self._translations.sentence("staff.places.unlisted"), is_trouble=True)
            case _ as never:
                assert_never(never)

    @Slot(int)
    def copyTo(self, index: int) -> None:  # QML's name
        """Take the desk's receipts from a place, then copy what the desk has not had."""
        known = self._known
        if not known.state.allows(StaffAction.COPY) or known.is_busy or index not in range(len(known.places)):
            return
        target, self._known = known.places[index].path, replace(known, copied=0, to_copy=0)
        self._show(StaffPage.COPYING)
        self._run(lambda: self._services.carry(target, self._copied.emit), self._on_carried)

    @Slot(int, int)
    def _on_copied(self, done: int, of: int) -> None:
        self._known = replace(self._known, copied=done, to_copy=of)
        self._refresh()

    def _on_carried(self, result: Result[Carried]) -> None:
        self._show(StaffPage.COPIED)
        match result:
            case Ok(carried):
                report = carried.report
                _log.info("%s %d %d", Event.REQUESTS_COPIED, report.copied, carried.receipts)
                if report.unread:
                    _log.warning("%s %s", Event.REQUESTS_UNREAD, ", ".join(report.unread))
                self._say("\n".join(copied_lines(self._translations.sentence, carried.receipts, report)))
            case Err(sentence):
                _log.error("%s %s", Event.COPY_FAILED, sentence)
                self._say(sentence, is_trouble=True)
            case _ as never:
                assert_never(never)

    @Slot()
    def wipe(self) -> None:
        """Lock the touch screen so that it can be cleaned."""
        if self._known.state.allows(StaffAction.WIPE):
            self._show(StaffPage.WIPE)

    @Slot()
    def restart(self) -> None:
        """Ask whether to restart the program, or no longer."""
        self._ask(StaffAction.RESTART)

    @Slot()
    def leave(self) -> None:
        """Ask whether to end the program, or no longer."""
        self._ask(StaffAction.LEAVE)

    def _ask(self, what: StaffAction) -> None:
        if self._known.state.allows(what):
            asked = None if self._known.asked is what else what
            self._known = replace(self._known, asked=asked, since=self._services.clock())
            self._refresh()

    @Slot()
    def confirm(self) -> None:
        """Do what was asked."""
        if (asked := self._known.asked) and self._known.state.allows(StaffAction.CONFIRM):
            _log.info("%s %d", Event.STAFF_LEFT, EXIT_CODES[asked])
            self._services.leave(EXIT_CODES[asked])

    @Slot()
    def close(self) -> None:
        """Go back to the visitors' screen."""
        if self._known.state.allows(StaffAction.CLOSE):
            self._close()

    @Property(bool, constant=True)
    def isDemonstration(self) -> bool:
        return self._services.is_demonstration

    @Property(int, notify=pageChanged)
    def page(self) -> int:
        return self._shown.page

    @Property(int, notify=askedChanged)
    def asked(self) -> int:
        return self._shown.asked

    @Property(bool, notify=isBusyChanged)
    def isBusy(self) -> bool:
        return self._shown.is_busy

    @Property(int, notify=typedChanged)
    def typed(self) -> int:
        return self._shown.typed

    @Property(str, notify=messageChanged)
    def message(self) -> str:
        return self._shown.message

    @Property(bool, notify=messageChanged)
    def isTrouble(self) -> bool:
        return self._known.is_trouble and bool(self._known.message)

    @Property(str, notify=statusChanged)
    def status(self) -> str:
        return self._shown.status

    @Property(int, notify=secondsLeftChanged)
    def secondsLeft(self) -> int:
        return self._shown.seconds_left

    @Property(QStringList, notify=linesChanged)
    def lines(self) -> list[str]:
        return list(self._shown.lines)

    @Property(QStringList, notify=placeNamesChanged)
    def placeNames(self) -> list[str]:
        return list(self._shown.place_names)

    @Property(float, notify=copiedShareChanged)
    def copiedShare(self) -> float:
        return self._shown.copied_share
