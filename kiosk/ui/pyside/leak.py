"""Lets go of Python objects that QML made and has deleted, which PySide6 6.12 would keep for ever."""

import ctypes
import sys
from typing import Final

import shiboken6
from PySide6.QtCore import QObject, QTimer

MIN_REFERENCES: Final = 4
"""References to a dead object while it is looked at: PySide's, the closure's, two of the look itself."""


def release_when_deleted(made: QObject) -> None:
    """Drop the one reference that nothing holds any more, once QML has deleted the object.

    Measured with PySide6 6.12.0: an instance of a Python class that QML makes gets a reference that is never
    given up. A card and the form leave some 20 kB each per visit, with the words they showed.
    Needed last on 2026-11-28: tests/ui/test_leak.py reproduces it and fails when PySide6 lets go by itself.
    No report of it was found at bugreports.qt.io.
    """
    made.destroyed.connect(lambda: QTimer.singleShot(0, lambda: _drop(made)))


def _drop(made: QObject) -> None:
    # A PySide6 that gives it up itself leaves less to count, and then nothing is dropped.
    if not shiboken6.isValid(made) and sys.getrefcount(made) >= MIN_REFERENCES:
        ctypes.pythonapi.Py_DecRef(ctypes.py_object(made))
