"""Keeps a second press from what the first one has brought up: the next patient's row."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

_PAUSE_MS: Final = 400
"""Milliseconds: two presses this close are one that trembled, or a double click. Chosen; not measured."""
_MOUSE_OR_TOUCH: Final = frozenset(
    {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.TouchBegin}
)
_PRESSING_KEYS: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select})


class SecondPress(QObject):
    """Lets a widget have a press only if it comes a while after the one before, and after the last change."""

    def __init__(self, clock: Callable[[], float], parent: QObject) -> None:
        """Clock: seconds, never going back."""
        super().__init__(parent)
        self._clock = clock
        self._changed_at: float | None = None
        self._pressed_at = 0

    def watch(self, widget: QWidget) -> None:
        """Take note of every press on a widget."""
        widget.installEventFilter(self)

    def changed(self) -> None:
        """Say that what the widgets are about is another one from now on."""
        self._changed_at = self._clock()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Keep back what comes too soon, and a key that is held down."""
        if not _is_press(event):
            return super().eventFilter(watched, event)
        is_held = isinstance(event, QKeyEvent) and event.isAutoRepeat()
        pressed_at = event.timestamp() if isinstance(event, QInputEvent) else 0
        is_echo = bool(pressed_at and self._pressed_at) and 0 <= pressed_at - self._pressed_at < _PAUSE_MS
        is_early = self._changed_at is not None and self._clock() - self._changed_at < _PAUSE_MS / 1000
        self._pressed_at = pressed_at or self._pressed_at
        return is_held or is_echo or is_early


def _is_press(event: QEvent) -> bool:
    if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
        return event.key() in _PRESSING_KEYS
    return event.type() in _MOUSE_OR_TOUCH or event.type() == QEvent.Type.Shortcut
