"""Somebody at the desk without a mouse: every step is a key press."""

import dataclasses
import datetime
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractEventDispatcher, Qt, QTimerEvent
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from kiosk.core.callback.request import CallbackRequest
from kiosk.desk.window.desk_window import DeskWindow
from kiosk.store.stick import copy_to, take_receipts
from kiosk.tour.patience import wait_until

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic

NOW = datetime.datetime(2026, 11, 24, 15, tzinfo=datetime.UTC)
WORDS = "congress raft planner storewide distance camping"
OTHERS = "tidal unbend cupid overlay stapling mocha"


@dataclasses.dataclass
class Clock:
    """Seconds that pass only when a test says so."""

    seconds: float = 1000.0

    def __call__(self) -> float:
        return self.seconds


class Receptionist:
    """Types, and looks at the screen."""

    def __init__(self, window: DeskWindow, clock: Clock) -> None:
        self.window = window
        self._clock = clock
        window.show()
        window.activateWindow()
        QTest.qWaitForWindowActive(window)

    @property
    def focus(self) -> QWidget:
        """Where a key press goes."""
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the focus: the keyboard is lost"
        return widget

    @property
    def page(self) -> QWidget:
        """The page on screen."""
        page = self.window.pages.currentWidget()
        assert page is not None
        return page

    @property
    def told(self) -> str:
        """The message on screen."""
        return self.window.message.text()

    def wait(self) -> "Receptionist":
        """Wait until nothing runs."""
        QApplication.processEvents()
        assert wait_until(lambda: not self.window.is_busy), "the desk is busy for ever"
        QApplication.processEvents()
        return self

    def alt(self, letter: str) -> "Receptionist":
        """Press a mnemonic, a second after whatever was before."""
        self._clock.seconds += 1
        QTest.keyClick(self.focus, Qt.Key(ord(letter.upper())), Qt.KeyboardModifier.AltModifier)
        release_buttons()
        return self.wait()

    def press(self, key: Qt.Key) -> "Receptionist":
        """Press a key."""
        QTest.keyClick(self.focus, key)
        return self.wait()

    def type(self, text: str) -> "Receptionist":
        """Type over what stands in the field."""
        QTest.keyClick(self.focus, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        if text.isascii():
            QTest.keyClicks(self.focus, text)
        else:  # such letters come from an input method
            event = QInputMethodEvent()
            event.setCommitString(text)
            QApplication.sendEvent(self.focus, event)
        return self.wait()

    def unlock(self, words: str) -> "Receptionist":
        """Type the passphrase."""
        return self.type(words).press(Qt.Key.Key_Return)

    def is_away(self, seconds: float) -> "Receptionist":
        """Let time pass without a key or a touch."""
        self._clock.seconds += seconds
        self.window.watch.look()
        return self


def release_buttons() -> None:
    """Let what a mnemonic pressed come up at once, by the timer that Qt clicks it with 100 ms later."""
    dispatcher = QAbstractEventDispatcher.instance()
    for button in QApplication.allWidgets():
        if isinstance(button, QAbstractButton) and button.isDown():
            for timer in dispatcher.registeredTimers(button):
                QApplication.sendEvent(button, QTimerEvent(timer.timerId))


def fill(clinic: "Clinic", stick: Path, *requests: CallbackRequest) -> None:
    """Take requests at the kiosk and copy them to the stick."""
    for request in requests:
        clinic.intake.take(request)
    take_receipts(clinic.spool, stick)
    copy_to(clinic.spool, stick)


def open_folder(desk: Receptionist, folder: Path) -> None:
    """Take in what is in a folder."""
    desk.alt("r").alt("f").type(str(folder)).press(Qt.Key.Key_Return)


def texts(window: QWidget) -> str:
    """Return all that labels and fields hold, shown or not."""
    lines = [widget.text() for widget in window.findChildren(QLabel)]
    return "\n".join([*lines, *(widget.text() for widget in window.findChildren(QLineEdit))])


def is_enabled(desk: Receptionist, name: str) -> bool:
    """Whether the button of this name can be pressed."""
    [found] = [w for w in desk.window.findChildren(QAbstractButton) if w.isVisible() and name_of(w) == name]
    return found.isEnabled()


def check_page(desk: Receptionist) -> None:
    """Everything that takes the focus has a name; every mnemonic on the page is there once."""
    window = desk.window
    seen = [widget for widget in window.findChildren(QWidget) if widget.isVisible()]
    reached = [w for w in seen if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isEnabled()]
    nameless = [w for w in reached if not name_of(w) and not w.objectName().startswith("qt_")]
    assert nameless == [], desk.page
    texts = [
        w.text() for w in seen if isinstance(w, QAbstractButton) or (isinstance(w, QLabel) and w.buddy())
    ]
    letters = [found[1].lower() for text in texts if (found := re.search(r"&(\w)", text))]
    assert len(letters) == len(set(letters)), letters


def name_of(widget: QWidget) -> str:
    """Return what a screen reader calls a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


Open = Callable[..., Receptionist]
