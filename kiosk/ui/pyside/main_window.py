"""The one window of a program, made from its QML."""

from collections.abc import Mapping
from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.core.errors import KioskError


def load_window(
    engine: QQmlEngine, module: str, name: str, size: tuple[int, int], properties: Mapping[str, object]
) -> QQuickWindow:
    """Make the window `name` of a QML module, not shown yet; raises KioskError when it cannot be loaded.

    size: in pixels, from the start: what is laid out for another one is drawn twice.
    Not by QQmlApplicationEngine: it looks for five other versions of every file and picture.
    """
    width, height = size
    component = QQmlComponent(engine, module, name)
    window = component.createWithInitialProperties({"width": width, "height": height, **properties})
    if window is None:
        raise KioskError("The screens could not be loaded: install the program again.")
    # By its base: QWindow has a setParent of its own. Whoever ends the program deletes the window first.
    QObject.setParent(window, engine)
    return cast("QQuickWindow", window)
