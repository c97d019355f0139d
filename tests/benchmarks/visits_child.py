"""Started by installed.py: goes through visits in one kiosk without a screen.

usage: visits_child.py memory VISITS... CONFIG
           prints the unique set size in MiB after the start and after so many visits in all
       visits_child.py touch TIMES CONFIG
           prints the milliseconds from a touch to the changed frame: a bare window's and the kiosk's, in turn
"""

import gc
import sys
import time
from pathlib import Path

import psutil
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from kiosk.core import visit as visits
from kiosk.core.callback_steps import open_callback
from kiosk.core.visit import Screen, Visit
from kiosk.store.settings.settings import load_settings
from kiosk.ui.app import Glass, Kiosk
from kiosk.ui.pyside.qt_application import start_qt

SETTLING_MS = 3000
PAGE_MS = 10
BARE = b"""
import QtQuick
Window {
    id: root
    property bool isTouched: false
    width: 1920; height: 1080; visible: true
    Rectangle {
        anchors.fill: parent; color: root.isTouched ? "teal" : "white"
        TapHandler { onTapped: root.isTouched = !root.isTouched }
    }
}
"""


def mebibytes() -> float:
    """Return what this process alone takes; its share of shared pages grows whenever another program ends."""
    gc.collect()
    return float(psutil.Process().memory_full_info().uss) / 2**20


def one_visit(kiosk: Kiosk, number: int) -> None:
    """Read a card, look at the self-check and at the form, and leave."""
    begun = visits.start("en")
    content = kiosk.library.content
    assert content is not None  # read while the kiosk settled
    card = content.cards[number % len(content.cards)].id
    for visit in (
        begun,
        visits.open_card(begun, card),
        visits.open_card(begun, card, 3),
        visits.go(begun, Screen.SELF_CHECK),
        open_callback(begun, f"{number:032x}"),
        Visit(),
    ):
        kiosk.visit_holder.become(visit)
        QTest.qWait(PAGE_MS)


def open_kiosk(config: str) -> Kiosk:
    """Show the kiosk and let it settle."""
    kiosk = Kiosk(load_settings(Path(config)), glass=Glass(1920, 1080, 21.5))
    QTest.qWait(SETTLING_MS)
    return kiosk


def memory(counts: list[int], config: str) -> None:
    """Print memory as visits go by."""
    kiosk = open_kiosk(config)
    print(mebibytes())
    done = 0
    for until in counts:
        for number in range(done, until):
            one_visit(kiosk, number)
        done = until
        print(mebibytes())


def milliseconds_to_frame(window: QQuickWindow, place: QPoint) -> float:
    """Touch, and wait for the frame after it."""
    swapped: list[float] = []
    connection = window.frameSwapped.connect(lambda: swapped.append(time.perf_counter()))
    begin = time.perf_counter()
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    while not swapped:
        QTest.qWait(0)
    window.frameSwapped.disconnect(connection)
    return (swapped[0] - begin) * 1000


def touch(times: int, config: str) -> None:
    """Print pairs: the bare button, and the kiosk's start button to its tiles."""
    engine = QQmlEngine()
    component = QQmlComponent(engine)
    component.setData(BARE, QUrl())
    bare = component.create()
    assert isinstance(bare, QQuickWindow)  # as in motion_child
    kiosk = open_kiosk(config)
    for _ in range(times):
        print(milliseconds_to_frame(bare, QPoint(900, 500)))
        kiosk.visit_holder.become(Visit())
        QTest.qWait(1000)
        place = _start_button(kiosk.window)
        print(milliseconds_to_frame(kiosk.window, place))
        QTest.qWait(1000)
        assert kiosk.visit_holder.visit.screen is Screen.HOME  # the touch was one


def _start_button(window: QQuickWindow) -> QPoint:
    from PySide6.QtGui import QAccessible  # noqa: PLC0415  # only here

    stack = [QAccessible.queryAccessibleInterface(window)]
    while stack:
        node = stack.pop()
        if node.text(QAccessible.Text.Name) == "Touch to start" and node.role() == QAccessible.Role.Button:
            return node.rect().center() - window.geometry().topLeft()
        stack += [node.child(index) for index in range(node.childCount())]
    raise LookupError


application = start_qt(["visits"])
job, *given = sys.argv[1:]
if job == "memory":
    memory([int(count) for count in given[:-1]], given[-1])
else:
    touch(int(given[0]), given[1])
