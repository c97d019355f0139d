"""What staff can do at the kiosk: see its state, carry sealed requests away, clean the screen, leave."""

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core.events import Event
from kiosk.core.result import Ok, Result
from kiosk.core.staff import MAX_PIN_DIGITS, StaffAction, StaffPage, StaffState, end, let_in, turn_to
from kiosk.store.staff_pin import PinAnswer, PinVerdict
from kiosk.ui.pyside.jobs import Jobs
from kiosk.ui.pyside.qt_types import QStringList
from kiosk.ui.pyside.snapshot import announce_changes
from kiosk.ui.staff import outcomes
from kiosk.ui.staff.services import EXIT_CODES, StaffEnvironment
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
    needsLookChanged = Signal()
    placeNamesChanged = Signal()
    offeredWordsChanged = Signal()
    offeredNamesChanged = Signal()
    copiedShareChanged = Signal()
    _copied = Signal(int, int)

    def __init__(self, services: StaffEnvironment, translations: Translations, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._translations = services, translations
        self._jobs, self._typed = Jobs(self), ""
        now = services.clock()
        self._known = StaffInputs(StaffState(), now, now, notices=services.notices)
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
        since = self._services.clock()
        self._known = replace(self._known, state=state, asked=None, message="", offer=None, since=since)
        self._refresh()

    def _close(self) -> None:
        if self._known.state.is_let_in:
            self._jobs.run(self._services.note_left, lambda _noted: None)
        self._known = replace(self._known, state=end(self._known.state))
        self._seconds.stop()
        self.closed.emit()

    def _run(self, work: Callable[[], T], done: Callable[[Result[T]], None]) -> None:
        self._known = replace(self._known, is_busy=True, since=self._services.clock())
        self._refresh()

        def finished(result: Result[T]) -> None:
            now = self._services.clock()
            self._known = replace(self._known, is_busy=False, since=now, now=now)
            done(result)
            self._refresh()

        self._jobs.run(work, finished)

    def _learn(self, work: Callable[[], T], then: outcomes.Outcome[T], on: StaffPage | None = None) -> None:
        """Do some work, then know what it came to; on: the page that tells of it, if it is another one."""

        def done(result: Result[T]) -> None:
            if on is not None:
                self._show(on)
            self._known = then(self._known, result, self._translations.sentence)

        self._run(work, done)

    @Slot(str)
    def press(self, key: str) -> None:
        """Type a digit of the PIN, take the last one back with "delete", or try it with "enter"."""
        if not self._known.state.allows(StaffAction.TYPE):
            return
        now = self._services.clock()
        self._known = replace(self._known, since=now)
        if self._known.is_busy or whole_seconds(self._known.free_at, now):
            return
        self._known = replace(self._known, message="", is_trouble=False)
        if key == "enter":
            guess, self._typed = self._typed, ""
            if guess:
                self._run(lambda: self._services.check_pin(guess), self._on_answer)
        elif key == "delete":
            self._typed = self._typed[:-1]
        else:
            self._typed = (self._typed + key)[:MAX_PIN_DIGITS]
        self._refresh()

    def _on_answer(self, answered: Result[PinAnswer]) -> None:
        self._known = outcomes.with_answer(self._known, answered, self._translations.sentence)
        is_right = isinstance(answered, Ok) and answered.value.verdict is PinVerdict.RIGHT
        if is_right and (state := let_in(self._known.state)).is_let_in:
            self._known = replace(self._known, state=state)
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
        self._learn(self._services.health, outcomes.with_health)

    @Slot()
    def goOn(self) -> None:  # QML's name
        """Go on with this clock and this disk: staff looked at both."""
        if self._known.state.allows(StaffAction.GO_ON):
            _log.warning("%s", Event.STAFF_LOOKED)
            self._learn(self._services.go_on, outcomes.with_health)

    @Slot()
    def choosePlace(self) -> None:  # QML's name
        """Look which sticks are there."""
        if self._known.state.allows(StaffAction.CHOOSE_PLACE):
            self._show(StaffPage.PLACES)
            shared = () if self._services.share is None else (self._services.share,)
            self._learn(self._services.sticks, partial(outcomes.with_places, shared))

    @Slot(int)
    def copyTo(self, index: int) -> None:  # QML's name
        """Take the desk's receipts from a place, then copy what the desk has not had."""
        known = self._known
        if not known.state.allows(StaffAction.COPY) or known.is_busy or index not in range(len(known.places)):
            return
        place = known.places[index]
        carry = partial(self._services.carry, place.path, self._copied.emit)
        self._known = replace(known, copied=0, to_copy=0, is_to_share=place == self._services.share)
        self._show(StaffPage.COPYING)
        self._learn(carry, outcomes.with_copied, StaffPage.COPIED)

    @Slot(int, int)
    def _on_copied(self, done: int, of: int) -> None:
        self._known = replace(self._known, copied=done, to_copy=of)
        self._refresh()

    @Slot()
    def findRecipients(self) -> None:  # QML's name
        """Look which stick holds a recipients.txt, and what it says."""
        if self._known.state.allows(StaffAction.FIND_RECIPIENTS):
            self._show(StaffPage.RECIPIENTS)
            self._learn(self._services.find_recipients, outcomes.with_offer)

    @Slot()
    def takeRecipients(self) -> None:  # QML's name
        """Have the recipients.txt taken in whose words staff compared."""
        offer, services = self._known.offer, self._services
        if offer is not None and self._known.state.allows(StaffAction.TAKE_RECIPIENTS):
            self._show(StaffPage.TAKING)
            self._learn(lambda: services.take_recipients(offer), outcomes.with_taken, StaffPage.RECIPIENTS)

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
            self._services.end(EXIT_CODES[asked])

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

    @Property(bool, notify=needsLookChanged)
    def needsLook(self) -> bool:
        return self._shown.needs_look

    @Property(QStringList, notify=placeNamesChanged)
    def placeNames(self) -> list[str]:
        return list(self._shown.place_names)

    @Property(str, notify=offeredWordsChanged)
    def offeredWords(self) -> str:
        return self._shown.offered_words

    @Property(str, notify=offeredNamesChanged)
    def offeredNames(self) -> str:
        return self._shown.offered_names

    @Property(float, notify=copiedShareChanged)
    def copiedShare(self) -> float:
        return self._shown.copied_share
