"""One job at a time off the GUI thread, its outcome back on it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from kiosk.core.errors import KioskError
from kiosk.core.result import Err, Ok, Result

T = TypeVar("T")
Report = Callable[[], None]


class Jobs(QObject):
    """Runs work in order on one thread; `done` gets what it came to, `Err` when anything was raised.

    An `Err` holds no exception: the frames of its traceback would keep a visitor's words alive.
    """

    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._finished.connect(self._report)

    def run(self, work: Callable[[], T], done: Callable[[Result[T]], None]) -> None:
        """Run `work` on the thread, then `done(result)` on the GUI thread."""

        def job() -> Report:
            result = _result_of(work)
            return lambda: done(result)

        self._pool.start(_Job(job, self._finished.emit))

    def wait(self) -> None:
        """Wait until no work is left; called once, at the end of the program."""
        self._pool.waitForDone()

    @Slot(object)
    def _report(self, report: Report) -> None:
        report()


class _Job(QRunnable):
    def __init__(self, job: Callable[[], Report], send: Callable[[Report], None]) -> None:
        super().__init__()
        self._parts: tuple[Callable[[], Report], Callable[[Report], None]] | None = (job, send)

    def run(self) -> None:
        if self._parts is None:
            return
        # Qt may keep the runnable; what it was made of may hold a visitor's words and must not stay.
        job, send = self._parts
        self._parts = None
        send(job())


def _result_of(work: Callable[[], T]) -> Result[T]:
    """Do work here and now, and return what it came to."""
    try:
        return Ok(work())
    except KioskError as error:
        return Err(str(error))
    except Exception as error:  # noqa: BLE001  # whatever fails, the visitor must get an answer
        return Err(f"The job failed with {type(error).__name__}.")
