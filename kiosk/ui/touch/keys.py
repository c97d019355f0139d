"""A keyboard reaches all that a finger reaches: keys move the focus, press, turn pages and type."""

from typing import Final

from PySide6.QtCore import Q_ARG, QEvent, QMetaObject, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.core.boxes import Direction, nearest
from kiosk.ui.touch.controls import box_of, controls_on, pad_on, press, shortcut_of

_ARROWS: Final = {
    Qt.Key.Key_Left: Direction.LEFT,
    Qt.Key.Key_Right: Direction.RIGHT,
    Qt.Key.Key_Up: Direction.UP,
    Qt.Key.Key_Down: Direction.DOWN,
}
MOVING: Final = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab, *_ARROWS})
PRESSING: Final = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select})
_SHORTCUTS: Final = {
    Qt.Key.Key_PageDown: (Qt.Key.Key_PageDown,),
    Qt.Key.Key_PageUp: (Qt.Key.Key_PageUp,),
    Qt.Key.Key_Back: (Qt.Key.Key_PageUp, Qt.Key.Key_Escape),
    Qt.Key.Key_Escape: (Qt.Key.Key_PageUp, Qt.Key.Key_Escape),
}
"""Which buttons a key presses, by their shortcut: the first that is on the glass. Esc leads one page back,
and out where there is no page before."""
ACTING: Final = PRESSING | frozenset(_SHORTCUTS)
_NAMED: Final = {Qt.Key.Key_Space: "space", Qt.Key.Key_Backspace: "delete", Qt.Key.Key_Delete: "delete"}
_COMMANDS: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_TOUCHES: Final = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin})


class KeyRouter(QObject):
    """Takes the keys of a window that the touch guard lets through; the guard must see them first.

    Where the focus is can be seen as long as keys are used, and not once the glass was touched.
    """

    def __init__(self, window: QQuickWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._is_keyed = False
        self._begun: QQuickItem | None = None
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Do what a key says; nothing else is taken from the screens."""
        if event.type() in _TOUCHES:
            self._show_focus(is_shown=False)
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_press(event)
        elif event.type() == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent):
            # A button would take the end of a key that it did not see the beginning of.
            return event.key() in PRESSING
        return False

    def _on_press(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if event.modifiers() & _COMMANDS:
            return False
        if key in MOVING:
            self._move(key)
        elif not self._types(key, event.text()):
            if key in PRESSING:
                self._press_focused()
            elif key in _SHORTCUTS:
                self._press_shortcut(key)
            else:
                return False
        return True

    @Slot()
    def begin_page(self) -> None:
        """Set the focus on a page that has just come up; whoever turns back stays on Back."""
        focused = self._focused(controls := controls_on(self._window))
        if focused is None or shortcut_of(focused) != Qt.Key.Key_PageUp:
            self._begun = _first(controls)
            self._focus(self._begun)

    def _focused(self, controls: list[QQuickItem]) -> QQuickItem | None:
        item = self._window.activeFocusItem()
        return item if item in controls else None

    def _focus(self, control: QQuickItem | None) -> None:
        if control is not None:
            control.forceActiveFocus(self._reason)
            # Qt keeps the reason for which a control got the focus that it already had.
            if control.inherits("QQuickControl"):
                control.setProperty("focusReason", self._reason)

    @property
    def _reason(self) -> Qt.FocusReason:
        return Qt.FocusReason.TabFocusReason if self._is_keyed else Qt.FocusReason.OtherFocusReason

    def _show_focus(self, *, is_shown: bool) -> None:
        if self._is_keyed != is_shown:
            self._is_keyed = is_shown
            self._window.setProperty("isKeyed", is_shown)
            self._focus(self._focused(controls_on(self._window)))

    def _move(self, key: Qt.Key) -> None:
        controls = controls_on(self._window)
        focused = self._focused(controls)
        if focused is None or not self._is_keyed:
            # The first key only shows where the focus is; more may have come up since the page has.
            self._show_focus(is_shown=True)
            self._focus(_first(controls) if focused is self._begun else focused)
            return
        at = controls.index(focused)
        if key in _ARROWS:
            to = nearest([box_of(control) for control in controls], at, _ARROWS[key])
            at = at if to is None else to
        else:
            at = (at + (1 if key == Qt.Key.Key_Tab else -1)) % len(controls)
        self._focus(controls[at])

    def _press_focused(self) -> None:
        controls = controls_on(self._window)
        focused = self._focused(controls)
        self._show_focus(is_shown=True)
        if focused is not None:
            press(focused)
        else:
            self._focus(_first(controls))

    def _press_shortcut(self, key: Qt.Key) -> None:
        self._show_focus(is_shown=True)
        controls = controls_on(self._window)
        for shortcut in _SHORTCUTS[key]:
            for control in controls:
                if shortcut_of(control) == shortcut:
                    self._focus(control)
                    press(control)
                    return

    def _types(self, key: Qt.Key, text: str) -> bool:
        """Type into the field on the glass; returns False when there is none, or the key types nothing."""
        pad = pad_on(self._window)
        typed = _NAMED.get(key, text)
        if pad is None or not typed.isprintable() or not typed:
            return False
        focused = self._window.activeFocusItem()
        if typed == "space" and (
            pad.property("hasSpace") is not True or (focused is not None and pad.isAncestorOf(focused))
        ):
            return False
        QMetaObject.invokeMethod(pad, "type", Q_ARG(str, typed))
        return True


def _first(controls: list[QQuickItem]) -> QQuickItem | None:
    """Return where the focus begins on a page: at a choice, else at the button that leads on."""
    begin = [control for control in controls if control.property("takesFirst") is True]
    forward = [control for control in controls if shortcut_of(control) == Qt.Key.Key_PageDown]
    return next(iter([*begin, *forward, *controls]), None)
