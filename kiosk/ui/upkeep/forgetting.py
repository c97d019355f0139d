"""What the screens' own memory still holds of a visit is let go soon after its end."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtQml import QQmlEngine

from kiosk.core.visit import Visit
from kiosk.ops.process import wipe_kept_memory
from kiosk.ui.pyside.jobs import Jobs
from kiosk.ui.visit_holder import VisitHolder

FORGET_SECONDS: Final = 10
"""Seconds after a visit, in which the next visitor's first touch is not made slower. Chosen; not measured."""


class Forgetting(QObject):
    """Has QML collect its garbage after each visit, in which are names and numbers that were shown.

    Then both threads write over what they keep of freed memory: the one that seals never ends, as it looks
    after the keys every few seconds.
    """

    def __init__(self, engine: QQmlEngine, visit_holder: VisitHolder, jobs: Jobs) -> None:
        super().__init__(engine)
        self._engine = engine
        self._visit_holder = visit_holder
        self._jobs = jobs
        self._soon = QTimer(self, interval=FORGET_SECONDS * 1000, singleShot=True)
        self._soon.timeout.connect(self._forget)
        visit_holder.settled.connect(self._on_settled)

    def _on_settled(self) -> None:
        if self._visit_holder.visit == Visit():
            self._soon.start()

    @Slot()
    def _forget(self) -> None:
        self._engine.collectGarbage()
        wipe_kept_memory()
        self._jobs.run(wipe_kept_memory, lambda _wiped: None)
