"""Waiting for what a touch starts: for a state, never for an amount of time."""

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtQuick import QQuickWindow

PATIENCE_SECONDS: Final = 300.0
"""After so long it is not coming: beside eight busy programs, what takes a second may take a minute."""
PAUSE_SECONDS: Final = 0.005
"""Between one look and the next: less than a frame, and the others on this machine get on with their work."""


def wait_until(is_so: Callable[[], bool]) -> bool:
    """Let Qt go on until something is so; returns False when it is not coming."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not is_so():
        if time.monotonic() > deadline:
            return False
        QCoreApplication.processEvents()
        time.sleep(PAUSE_SECONDS)
    return True


def draw(window: QQuickWindow) -> None:
    """Draw the next frame now: what has come up has no place before, and without one it is not there yet."""
    QCoreApplication.sendEvent(window, QEvent(QEvent.Type.UpdateRequest))
