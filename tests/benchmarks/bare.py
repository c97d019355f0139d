"""A bare Qt Quick program, frozen as the kiosk is: the floor for start, memory and size."""

import os
import socket
import sys

from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickWindow

WINDOW = b"""
import QtQuick
Window {
    width: 1920; height: 1080; visible: true
    Rectangle { anchors.centerIn: parent; width: 300; height: 300; color: "teal" }
}
"""


def tell() -> None:
    """Say that the first frame is on the glass, as the kiosk says it."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.sendto(b"READY=1", os.environ["NOTIFY_SOCKET"])


application = QGuiApplication(sys.argv)
engine = QQmlEngine()
component = QQmlComponent(engine)
component.setData(WINDOW, QUrl())
window = component.create()
assert isinstance(window, QQuickWindow)  # a benchmark's floor must be what it says
window.frameSwapped.connect(tell)
application.exec()
