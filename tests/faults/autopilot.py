"""The real kiosk, with a visitor who asks for call after call and tells each id once thanked.

usage: autopilot.py CONFIG
"""

import dataclasses
import os
import sys
from pathlib import Path

from kiosk.store.settings.settings import load_settings
from kiosk.ui.app import Glass, Kiosk
from kiosk.ui.pyside.qt_application import start_qt
from tests.journeys.walk import ask_for_a_call, start_visit


def main() -> None:
    """Run until killed."""
    start_qt(["kiosk"])
    settings = load_settings(Path(sys.argv[1]))
    callback = dataclasses.replace(settings.file.callback, most_in_10_minutes=10**9, most_a_day=10**9)
    file = dataclasses.replace(settings.file, callback=callback)
    kiosk = Kiosk(dataclasses.replace(settings, file=file), glass=Glass(1366, 768, 15.6))
    visitor = start_visit(kiosk)
    kept: list[str] = []
    kiosk.screens.callback.kept.connect(kept.append)
    number = 4155550000
    while True:
        number += 1
        ask_for_a_call(visitor, str(number))
        os.write(1, f"{kept[-1]} {number}\n".encode())
        kiosk.visit.startOver()
        visitor = start_visit(kiosk)


main()
