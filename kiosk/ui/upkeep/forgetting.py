"""What the screens' own memory still holds of a visit is let go soon after its end."""

from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtQml import QQmlEngine

from kiosk.core.visit import Visit
from kiosk.ui.visit_holder import VisitHolder

FORGET_SECONDS: Final = 10
"""Seconds after a visit, in which the next visitor's first touch is not made slower. Chosen; not measured."""


class Forgetting(QObject):
    """Has QML collect its garbage after each visit: names and numbers that were shown are in it."""

    def __init__(self, engine: QQmlEngine, visit_holder: VisitHolder) -> None:
        super().__init__(engine)
        self._visit_holder = visit_holder
        self._soon = QTimer(self, interval=FORGET_SECONDS * 1000, singleShot=True)
        self._soon.timeout.connect(engine.collectGarbage)
        visit_holder.settled.connect(self._on_settled)

    def _on_settled(self) -> None:
        if self._visit_holder.visit == Visit():
            self._soon.start()
