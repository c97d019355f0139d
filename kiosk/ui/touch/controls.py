"""The controls that are on the glass now, and what they say of themselves."""

from collections.abc import Iterator

from PySide6.QtCore import QMetaObject, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.core.boxes import Box


def controls_on(window: QQuickWindow) -> list[QQuickItem]:
    """Return what can be pressed, in reading order; below a dialog nothing can."""
    return [
        item for item in _top_of(window) if item.activeFocusOnTab() and item.isEnabled() and _has_room(item)
    ]


def pressed_on(window: QQuickWindow) -> list[QQuickItem]:
    """Return the buttons that are held down now."""
    shown = _shown(window.contentItem())
    return [
        item for item in shown if item.inherits("QQuickAbstractButton") and item.property("pressed") is True
    ]


def pad_on(window: QQuickWindow) -> QQuickItem | None:
    """Return the digits or letters on the glass that type into a field, None when there is no field."""
    pads = [item for item in _top_of(window) if item.property("isPad") is True and item.isEnabled()]
    return pads[0] if pads else None


def shortcut_of(control: QQuickItem) -> Qt.Key:
    """Return the key that presses a control wherever the focus is; Key_unknown for none."""
    return Qt.Key(control.property("shortcut") or Qt.Key.Key_unknown)


def press(control: QQuickItem) -> None:
    """Press a control as a finger does."""
    QMetaObject.invokeMethod(control, "click")


def name_of(control: QQuickItem) -> str:
    """Return what a screen reader calls a control."""
    return QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)


def box_of(control: QQuickItem) -> Box:
    """Return the place of a control in its window, in pixels."""
    place = control.mapRectToScene(control.boundingRect())
    return Box(place.x(), place.y(), place.width(), place.height())


def control_at(item: QQuickItem, place: QPointF) -> QQuickItem | None:
    """Return the topmost control at a place in the window, in pixels."""
    in_paint_order = sorted(item.childItems(), key=QQuickItem.z)
    for child in in_paint_order[::-1]:
        if child.isVisible() and (found := control_at(child, place)) is not None:
            return found
    is_control = item.inherits("QQuickAbstractButton") and item.isEnabled()
    return item if is_control and item.contains(item.mapFromScene(place)) else None


def _top_of(window: QQuickWindow) -> list[QQuickItem]:
    shown = list(_shown(window.contentItem()))
    dialogs = [item for item in shown if item.property("isDialog") is True]
    return list(_shown(dialogs[-1])) if dialogs else shown


def _shown(item: QQuickItem) -> Iterator[QQuickItem]:
    stack = [item]
    while stack:
        item = stack.pop()
        yield item
        stack += [child for child in reversed(item.childItems()) if child.isVisible()]


def _has_room(item: QQuickItem) -> bool:
    return item.width() > 0 and item.height() > 0
