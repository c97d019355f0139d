"""One press of a key, the mouse or the screen, from its beginning to its end."""

from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtGui import QInputEvent, QKeyEvent, QMouseEvent

Kind = QEvent.Type
_MOMENTARY: Final = frozenset({Kind.Wheel, Kind.InputMethod})
_DOWNS: Final = frozenset(
    {
        Kind.ShortcutOverride,
        Kind.KeyPress,
        Kind.MouseButtonPress,
        Kind.MouseButtonDblClick,
        Kind.TouchBegin,
        Kind.TabletPress,
    }
)
_UPS: Final = frozenset(
    {Kind.KeyRelease, Kind.MouseButtonRelease, Kind.TouchEnd, Kind.TouchCancel, Kind.TabletRelease}
)
_BETWEEN: Final = frozenset(
    {Kind.Shortcut, Kind.MouseMove, Kind.TouchUpdate, Kind.TabletMove, Kind.ContextMenu}
)
_GONE: Final = frozenset({Kind.WindowDeactivate, Kind.ApplicationDeactivate})
PRESSES: Final = _DOWNS | _MOMENTARY
"""What begins a gesture."""

_INPUT: Final = PRESSES | _UPS | _BETWEEN
_ECHO_MS: Final = 500
"""Milliseconds: a second press this soon after the first is a double click, or a finger that trembled.
Chosen, as EN 301 549 5.8 asks that such a filter can be set to at least 500."""

_MAX_GESTURE_MS: Final = 5000
"""Milliseconds: a press this long after the first is another gesture, even if the end of that was never told.
Chosen; not measured."""


class Gesture:
    """Takes all that belongs to a press: whole chords, and what is pressed again at once.

    Times are those of the events, in milliseconds.
    """

    def __init__(self) -> None:
        """Begin with nothing held down."""
        self._held: set[object] = set()
        self._began = 0

    def begins(self, event: QEvent) -> bool:
        """Take a press and what follows it; False for what is no press."""
        if event.type() not in PRESSES:
            return False
        self._held.clear()
        self._began = _time(event)
        self._take(event)
        return True

    def takes(self, event: QEvent) -> bool:
        """Return whether an event belongs to the gesture, and must not go on."""
        kind = event.type()
        if kind in _GONE:  # what is let go elsewhere is not told here
            self._held.clear()
        if kind not in _INPUT:
            return False
        age = _time(event) - self._began
        if kind in _DOWNS and age > _MAX_GESTURE_MS:
            self._held.clear()
        is_echo = self._began and kind in PRESSES and 0 <= age < _ECHO_MS
        if not self._held and not is_echo:
            return False
        self._take(event)
        return True

    def _take(self, event: QEvent) -> None:
        event.accept()  # else a touch comes again as a click, and a key as a shortcut
        kind = event.type()
        if kind in _DOWNS:
            self._held.add(_what(event))
        elif kind in _UPS and not (isinstance(event, QKeyEvent) and event.isAutoRepeat()):
            self._held.discard(_what(event))


def _time(event: QEvent) -> int:
    return event.timestamp() if isinstance(event, QInputEvent) else 0


def _what(event: QEvent) -> object:
    """Which key or button it is; a key's name changes with the shift key, its place does not."""
    if isinstance(event, QKeyEvent):
        return event.nativeScanCode() or event.key()
    if isinstance(event, QMouseEvent):
        return event.button()
    return "touch"
