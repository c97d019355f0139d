"""What one event of a mouse or a touch panel says of each finger."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QEventPoint, QMouseEvent, QPointingDevice, QTouchEvent

POINTERS: Final = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TouchEnd,
    }
)
MOUSE: Final = -1
"""The mouse among the fingers, which are counted from 0."""


def name_of(event: QMouseEvent | QTouchEvent, point: QEventPoint) -> int:
    """Return which finger a point of an event is, MOUSE for the mouse."""
    return point.id() if isinstance(event, QTouchEvent) else MOUSE


def begins(event: QMouseEvent | QTouchEvent, point: QEventPoint) -> bool:
    """Whether a finger comes down."""
    return point.state() == QEventPoint.State.Pressed or event.type() == QEvent.Type.MouseButtonDblClick


def ends(event: QMouseEvent | QTouchEvent, point: QEventPoint) -> bool:
    """Whether a finger is lifted, or the last button of the mouse let go."""
    if isinstance(event, QMouseEvent) and event.buttons() != Qt.MouseButton.NoButton:
        return False
    return point.state() == QEventPoint.State.Released


def cancel_touch(receiver: QObject, device: QPointingDevice) -> None:
    """Take all fingers of a touch panel from a window, or from one control."""
    cancel = QTouchEvent(QEvent.Type.TouchCancel, device, Qt.KeyboardModifier.NoModifier, [])
    QCoreApplication.sendEvent(receiver, cancel)
