"""On an unhandled error in a slot or in QML, ends the visit and keeps the program."""

import logging
import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtQml import QQmlEngine

from kiosk.core.events import Event

_log = logging.getLogger(__name__)


class CrashGuard(QObject):
    """Calls `drop` after an exception in Python or a warning of the QML engine, until `let_go`.

    Not at once: what failed may be in the middle of reading the visit. Several failures of one moment
    end one visit.
    """

    def __init__(self, engine: QQmlEngine, drop: Callable[[], None]) -> None:
        super().__init__(engine)
        self._drop = drop
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._drop_visit)
        engine.warnings.connect(self._on_qml_warnings)
        sys.excepthook = self._on_uncaught

    def let_go(self) -> None:
        """Leave failures to Python again."""
        sys.excepthook = sys.__excepthook__

    @Slot()
    def _drop_visit(self) -> None:
        self._drop()

    @Slot()
    def _on_qml_warnings(self) -> None:
        # What they say is in the journal already: see messages.
        self._soon.start()

    def _on_uncaught(self, kind: type[BaseException], error: BaseException, _: TracebackType | None) -> None:
        _log.critical("%s %s at %s", Event.VISIT_DROPPED, kind.__name__, place_of(error))
        self._soon.start()


def place_of(error: BaseException) -> str:
    """Return file and line, and nothing of what the program held: an exception's text may be a visitor's."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "?"
