"""Somebody at the desk without a mouse: every step is a key press."""

import time
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.desk.window.desk_window import DeskWindow

_PATIENCE_SECONDS: Final = 120
_BUTTON_IS_SEEN_TO_GO_DOWN_MS: Final = 150
"""Qt clicks a button that long after its mnemonic."""


class Receptionist:
    """Types, and looks at the screen."""

    def __init__(self, window: DeskWindow) -> None:
        self.window = window
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
        deadline = time.monotonic() + _PATIENCE_SECONDS
        QApplication.processEvents()
        while self.window.is_busy:
            assert time.monotonic() < deadline, "the desk is busy for ever"
            QTest.qWait(5)
        QApplication.processEvents()
        return self

    def alt(self, letter: str) -> "Receptionist":
        """Press a mnemonic."""
        QTest.keyClick(self.focus, Qt.Key(ord(letter.upper())), Qt.KeyboardModifier.AltModifier)
        QTest.qWait(_BUTTON_IS_SEEN_TO_GO_DOWN_MS)
        return self.wait()

    def press(self, key: Qt.Key) -> "Receptionist":
        """Press a key."""
        QTest.keyClick(self.focus, key)
        return self.wait()

    def type(self, text: str) -> "Receptionist":
        """Type over what stands in the field."""
        QTest.keyClick(self.focus, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(self.focus, text)
        return self.wait()

    def unlock(self, words: str) -> "Receptionist":
        """Type the passphrase."""
        return self.type(words).press(Qt.Key.Key_Return)
