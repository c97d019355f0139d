"""One job at a time off the GUI thread, its outcome back on it."""

from collections.abc import Callable
from typing import TypeVar, cast

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from kiosk.core.errors import KioskError

T = TypeVar("T")
Work = Callable[[], object]
Done = Callable[[object], None]


class Jobs(QObject):
    """Runs work in order on one thread; `done` gets the result, or a KioskError when it failed.

    The error is made anew: it holds no traceback, whose frames would keep a visitor's words alive.
    """

    _finished = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._finished.connect(self._report)

    def run(self, work: Callable[[], T], done: Callable[[T | KioskError], None]) -> None:
        """Run `work` on the thread, then `done(result)` on the GUI thread."""
        self._pool.start(_Job(work, cast("Done", done), self._finished.emit))

    def wait(self) -> None:
        """Wait until no work is left; called once, at the end of the program."""
        self._pool.waitForDone()

    @Slot(object, object)
    def _report(self, done: Done, result: object) -> None:
        done(result)


class _Job(QRunnable):
    def __init__(self, work: Work, done: Done, report: Callable[[Done, object], None]) -> None:
        super().__init__()
        self._parts: tuple[Work, Done, Callable[[Done, object], None]] | None = (work, done, report)

    def run(self) -> None:
        if self._parts is None:
            return
        # Qt may keep the runnable; what it was made of may hold a visitor's words and must not stay.
        work, done, report = self._parts
        self._parts = None
        report(done, _outcome(work))


def _outcome(work: Work) -> object:
    try:
        return work()
    except KioskError as error:
        return KioskError(str(error))
    except Exception as error:  # noqa: BLE001  # whatever fails, the visitor must get an answer
        return KioskError(f"The job failed with {type(error).__name__}.")
