"""What the memory of a locked window still holds of requests is written over soon after."""

import gc
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel

from kiosk.desk.window.frame import Frame
from kiosk.ops.process import wipe_kept_memory

_FORGET_AFTER_MS: Final = 1000
"""Milliseconds, in which the window has shown another page and Qt has let go of the last one. Chosen."""


def forget_soon(frame: Frame) -> None:
    """Write over what was shown, on this thread and on the one that opened it."""

    def forget() -> None:
        for each in frame.findChildren(QLabel):
            each.sizeHint()  # one that is not seen keeps its last text until it is laid out anew
        gc.collect()
        wipe_kept_memory()
        frame.run_quietly(wipe_kept_memory, lambda _result: None)

    QTimer.singleShot(_FORGET_AFTER_MS, frame, forget)
