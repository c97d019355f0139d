"""The window: which page is shown, what runs off the GUI thread, when the desk locks itself."""

import dataclasses
import datetime
from collections.abc import Callable
from typing import Final, TypeVar, assert_never

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QMainWindow,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kiosk.core.result import Err, Ok, Result
from kiosk.core.staff_words import tr
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.access.unseal import StaffKey
from kiosk.desk.window.countdown import Countdown
from kiosk.desk.window.idle import IdleWatch
from kiosk.desk.window.widgets import button, label, row
from kiosk.store.volumes import Volume
from kiosk.ui.pyside.jobs import Jobs

T = TypeVar("T")
_TOLD_EVERY: Final = 50
"""Requests from one sign of progress to the next. Chosen; not measured."""


@dataclasses.dataclass(frozen=True, slots=True)
class DeskWindowEnvironment:
    """What the window needs from outside.

    now: UTC, aware; generate_words: six random words; clock: seconds, never going back; sticks: what can be
    taken out of this computer now, StickError when it cannot say; desk: 32 hex digits that no other desk has;
    can_dial: whether this computer has a program that dials, which may take a moment to find out; language:
    of this computer, as it names it.
    """

    now: Callable[[], datetime.datetime]
    generate_words: Callable[[], str]
    clock: Callable[[], float]
    sticks: Callable[[], tuple[Volume, ...]]
    desk: str
    can_dial: Callable[[], bool] = lambda: False
    language: str = ""


@dataclasses.dataclass(frozen=True, slots=True, repr=False)
class UnlockedDesk:
    """Who has unlocked the desk."""

    name: str
    key: StaffKey


class Frame(QMainWindow):
    """Shows one page at a time below one line of messages; runs one job at a time."""

    _progressed = Signal(int, int)
    idle = Signal()

    def __init__(self, office: DeskFolder, environment: DeskWindowEnvironment) -> None:
        super().__init__()
        self.office = office
        self.environment = environment
        self.unlocked: UnlockedDesk | None = None
        self.is_busy = self._is_closed = False
        self._jobs = Jobs(self)
        self._is_left = False
        self.message = label(is_bold=True)
        self.message.setAccessibleName(tr("Message"))
        self.message.setFrameShape(QFrame.Shape.Box)
        self.message.setMargin(8)
        self._said = ""
        self._news: list[str] = []
        self._answer: Callable[[], None] | None = None
        self._yes = button("", self._accept)
        self.answer = row(self._yes)
        self._progress = QProgressBar()
        self._progress.setTextVisible(True)
        self._progressed.connect(self._show_progress)
        self.pages = QStackedWidget()
        inside = QWidget()
        column = QVBoxLayout(inside)
        for widget in (self.message, self.answer, self._progress):
            column.addWidget(widget)
        column.addWidget(self.pages, 1)
        self.setCentralWidget(inside)
        self.countdown = Countdown(self)
        self.watch = IdleWatch(environment.clock, self)
        self.watch.counting.connect(self.countdown.show_left)
        self.watch.stayed.connect(self._stay)
        self.watch.left.connect(self._leave)
        self.say("")
        self._progress.hide()
        self.resize(1360, 820)

    def say(self, text: str, answer: Callable[[], None] | None = None, yes: str = "") -> None:
        """Show a sentence, and read it out; answer: what a "yes" to it does; yes: the words for it."""
        self._yes.setText(yes)
        self._yes.setAccessibleName(yes.replace("&", ""))
        self._said, self._news = text, []
        self.answer.setVisible(answer is not None)
        self._answer = answer
        self._show_message(text)

    def tell(self, news: str) -> None:
        """Show what goes on elsewhere below what was said, which stays until something else is said."""
        self._news = [each for each in self._news if each != news] + [news]
        self._show_message(news)

    def tells(self, news: str) -> bool:
        """Whether that is still shown."""
        return news in self._news

    def untell(self, news: str) -> None:
        """Take it away again, if it is still shown."""
        self._news = [each for each in self._news if each != news]
        self._show_message("")

    def run(
        self, words: str, work: Callable[[Callable[[int, int], None]], T], done: Callable[[T], None]
    ) -> None:
        """Do work off the GUI thread, with the page out of reach; a failure becomes a sentence.

        work: gets a function to tell how far it is.
        """
        if self.is_busy or self._is_closed:
            return
        self.is_busy = True
        focused = QApplication.focusWidget()
        self.pages.setEnabled(False)
        self.say(words)
        self._progress.setRange(0, 0)
        self._progress.setAccessibleName(words)
        self._progress.show()

        def finish(result: Result[T]) -> None:
            self.is_busy = False
            self.pages.setEnabled(True)
            self._progress.hide()
            if focused is not None and focused.isVisible():
                focused.setFocus()  # a disabled page loses it
            match result:
                case Ok(value):
                    self.say("")
                    done(value)
                case Err(sentence):
                    self.say(tr("Problem: {sentence}", sentence=sentence))
                    self.failed()
                case _ as never:
                    assert_never(never)
            if self._is_left:
                self._leave()

        self._jobs.run(lambda: work(self._tell), finish)

    def run_quietly(self, work: Callable[[], T], done: Callable[[Result[T]], None]) -> None:
        """Do work off the GUI thread while staff go on; `done` gets what it came to."""
        if not self._is_closed:
            self._jobs.run(work, done)

    def failed(self) -> None:
        """Make sure that the keyboard reaches the page after a failure."""
        if QApplication.focusWidget() is None:
            self.enter()

    def enter(self) -> None:
        """Give the focus to where the work of this page begins."""
        raise NotImplementedError

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  # Qt's name
        """End when the last job has ended, and begin none any more: Qt would wait for it for ever.

        The window is deleted with Python's lock held, which the job needs to begin.
        """
        self._is_closed = True
        self._jobs.wait()
        super().closeEvent(event)

    def close_dialogs(self) -> None:
        """Close a file or print dialog that is open."""
        while (dialog := QApplication.activeModalWidget()) is not None:
            if not dialog.close():
                return

    def _show_message(self, announced: str) -> None:
        text = "\n".join(part for part in (self._said, *self._news) if part)
        self.message.setText(text)
        self.message.setVisible(bool(text))
        if announced:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.message, announced))

    def _tell(self, done: int, total: int) -> None:
        if done % _TOLD_EVERY == 0 or done == total:
            self._progressed.emit(done, total)

    def _show_progress(self, done: int, total: int) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    def _accept(self) -> None:
        answer = self._answer
        self.say("")
        if answer is not None:
            answer()

    def _stay(self) -> None:
        self._is_left = False
        self.countdown.put_away()

    def _leave(self) -> None:
        self._is_left = self.is_busy
        if not self.is_busy:
            self.idle.emit()
