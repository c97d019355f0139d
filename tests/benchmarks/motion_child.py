"""Started by motion.py: shows one program at 1920x1080, then counts.

usage: motion_child.py idle empty|attract|card|calm-attract|calm-card SECONDS CONFIG
           prints the CPU seconds it used while nobody touched it
       motion_child.py frames rectangle|kiosk TIMES CONFIG
           prints the milliseconds between frames in transitions
"""

import dataclasses
import itertools
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from kiosk.core.content.pathway import Stop
from kiosk.core.visit import open_card
from kiosk.store.settings.settings import load_settings
from kiosk.tour.patience import wait_until
from kiosk.ui.app import Glass, Kiosk
from kiosk.ui.enums import number_of
from kiosk.ui.pyside.qt_application import start_qt
from tests.benchmarks.as_program import start_as_program

SETTLING_MS = 4000
TRANSITION_MS = 220
BETWEEN_MS = 450
QUIET = 0.02
"""CPU seconds in a second of a program that is ready and moves nothing."""
RECTANGLE = b"""
import QtQuick
Window {
    id: root
    property bool aside: false
    width: 1920; height: 1080; visible: true
    Rectangle {
        width: 300; height: 300; color: "teal"; x: root.aside ? 900 : 300
        Behavior on x { NumberAnimation { duration: 220; easing.type: Easing.OutQuad } }
    }
}
"""


def open_kiosk(config: str, card: str = "", *, is_calm: bool = False) -> Kiosk:
    """Open the kiosk, at a card when there is one to open."""
    settings = load_settings(Path(config))
    settings = dataclasses.replace(settings, file=dataclasses.replace(settings.file, calm=is_calm))
    kiosk = Kiosk(settings, glass=Glass(1920, 1080, 21.5))
    if not wait_until(lambda: kiosk.library.content is not None):
        raise RuntimeError("the content was not read")
    QTest.qWait(SETTLING_MS)
    if card:
        kiosk.visit_holder.become(open_card(kiosk.visit_holder.visit, card))
        QTest.qWait(SETTLING_MS)
    return kiosk


def idle(program: str, seconds: float, config: str) -> None:
    """Use as little as possible for so many seconds."""
    window: object
    if program == "empty":
        window = QQuickWindow()
        window.resize(1920, 1080)
        window.show()
        QTest.qWait(SETTLING_MS)
    else:
        card = "autoimmune" if program.endswith("card") else ""
        window = open_kiosk(config, card, is_calm=program.startswith("calm"))
    # Five programs make themselves ready at once, on two cores.
    while used_in(1) > QUIET:
        continue
    print(used_in(seconds))
    del window


def used_in(seconds: float) -> float:
    """Return the CPU seconds of so long with nothing to do."""
    begin = time.process_time()
    # QTest.qWait() looks at the clock a hundred times a second, which is more than the kiosk does.
    QTimer.singleShot(int(seconds * 1000), application.quit)
    application.exec()
    return time.process_time() - begin


def frames(program: str, times: int, config: str) -> None:
    """Go through one transition again and again."""
    engine = QQmlEngine()
    if program == "rectangle":
        component = QQmlComponent(engine)
        component.setData(RECTANGLE, QUrl())
        window = component.create()
        assert isinstance(window, QQuickWindow)
        QTest.qWait(SETTLING_MS)

        def change(index: int) -> None:
            window.setProperty("aside", index % 2 == 0)
    else:
        kiosk = open_kiosk(config, "autoimmune")
        window = kiosk.window

        def change(index: int) -> None:
            if index % 2 == 0:
                kiosk.screens.picture.lookCloser(number_of(Stop.JUNCTION))
            else:
                kiosk.screens.picture.showWhole()

    swapped: list[float] = []
    window.frameSwapped.connect(lambda: swapped.append(time.perf_counter()))
    for index in range(times):
        swapped.clear()
        change(index)
        QTest.qWait(BETWEEN_MS)
        moving = [moment for moment in swapped if moment - swapped[0] <= TRANSITION_MS / 1000]
        for one, other in itertools.pairwise(moving):
            print((other - one) * 1000)


job, name, number, settings = sys.argv[1:]
application = start_qt([name]) if name in {"empty", "rectangle"} else start_as_program(name)
if job == "idle":
    idle(name, float(number), settings)
else:
    frames(name, int(number), settings)
