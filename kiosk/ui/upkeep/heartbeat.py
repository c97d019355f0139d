"""The service manager hears from the GUI thread that the screen is up, and that it goes on answering."""

from typing import Final

from PySide6.QtCore import QObject, QTimer

from kiosk.ops.service_manager import ALIVE, READY, tell, watchdog_seconds

BEATS: Final = 3
"""Signs of life in the time after which a silent kiosk is killed."""


class Heartbeat(QObject):
    """Says once that the first frame is on the glass, then gives signs of life until it is deleted."""

    def __init__(self, parent: QObject, status: str = "The screen is on.") -> None:
        """Status: what systemctl status tells."""
        super().__init__(parent)
        tell(READY, f"STATUS={status}")
        seconds = watchdog_seconds()
        if seconds is not None:
            timer = QTimer(self, interval=int(seconds * 1000 / BEATS))
            timer.timeout.connect(lambda: tell(ALIVE))
            timer.start()
