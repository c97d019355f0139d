"""Says in the journal when the public keys cannot be used any more: visitors would find the form closed."""

import logging
from typing import Final, assert_never

from PySide6.QtCore import QObject, QTimer, Slot

from kiosk.core.errors import KioskError
from kiosk.core.events import Event
from kiosk.core.result import Err, Ok, Result
from kiosk.store.intake import Intake
from kiosk.ui.pyside.jobs import Jobs

LOOK_SECONDS: Final = 10
"""Seconds from one look at recipients.txt to the next. Chosen; not measured."""

_log = logging.getLogger(__name__)


class RecipientsWatch(QObject):
    """Reads recipients.txt again and again as a request would; each change for the worse is logged once."""

    def __init__(self, intake: Intake, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._intake = intake
        self._jobs = jobs
        self._told = ""
        timer = QTimer(self, interval=LOOK_SECONDS * 1000)
        timer.timeout.connect(self.look)
        timer.start()

    @Slot()
    def look(self) -> None:
        """Read it off the GUI thread."""
        self._jobs.run(self._fault, self._tell)

    def _fault(self) -> str:
        try:
            self._intake.recipients()
        except KioskError as error:
            return str(error)
        return ""

    def _tell(self, looked: Result[str]) -> None:
        match looked:
            case Ok(fault) | Err(fault):
                if fault and fault != self._told:
                    _log.error("%s %s", Event.RECIPIENTS_BROKEN, fault)
                elif self._told and not fault:
                    _log.info("%s", Event.RECIPIENTS_MENDED)
                self._told = fault
            case _ as never:
                assert_never(never)
