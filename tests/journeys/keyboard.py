"""A keyboard in front of the glass: real key events, at times that the test says."""

import dataclasses

from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.tour.guided_visit import Clock
from kiosk.ui.app import Kiosk
from kiosk.ui.touch.controls import controls_on
from tests.journeys.hand import Hand

NO_KEYS = Qt.KeyboardModifier.NoModifier
SLOW = 1.0


@dataclasses.dataclass
class Keyboard:
    """Presses keys one second apart, once the page on show was drawn; counts them."""

    kiosk: Kiosk
    clock: Clock
    presses: int = 0

    def __post_init__(self) -> None:
        self._hand = Hand(self.kiosk, self.clock)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEYS) -> None:
        self._hand.wait(SLOW)
        self.presses += 1
        QTest.keyClick(self.kiosk.window, key, modifiers)
        self.settle()

    def types(self, text: str) -> None:
        for character in text:
            self._hand.wait(SLOW)
            self.presses += 1
            QTest.keyClick(self.kiosk.window, ord(character))
            self.settle()

    def settle(self) -> None:
        self._hand.settle()

    @property
    def focused(self) -> QQuickItem | None:
        """The control with the focus, None when nothing on the glass has it."""
        item = self.kiosk.window.activeFocusItem()
        return item if item in controls_on(self.kiosk.window) else None

    @property
    def name(self) -> str:
        """What the control with the focus says."""
        assert self.focused is not None, "nothing has the focus"
        return str(self.focused.property("text"))

    def focus(self, name: str) -> None:
        """Press Tab until the focus is on what has this name."""
        for _ in range(len(controls_on(self.kiosk.window)) + 1):
            if self.focused is not None and self.shows_focus() and self.name == name:
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(name)

    def shows_focus(self) -> bool:
        """Whether one can see where the focus is."""
        return self.focused is not None and self.focused.property("visualFocus") is True
