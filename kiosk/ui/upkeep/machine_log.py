"""What the journal says of the machine under the kiosk: its clock, and whether its disk forgets."""

import logging
from typing import assert_never

from kiosk.core.events import Event
from kiosk.core.machine import MachineRecord
from kiosk.core.result import Err, Ok, Result

_log = logging.getLogger(__name__)


def log_machine(noted: Result[MachineRecord]) -> None:
    """Say what is wrong with the machine, or that it could not be looked at."""
    match noted:
        case Ok(record):
            if record.doubted is not None:
                _log.warning("%s", Event.CLOCK_NOT_SET)
            if record.ahead is not None:
                _log.error("%s %d %d", Event.DISK_FORGETS, record.ahead.starts, record.ahead.sequence)
        case Err(sentence):
            _log.error("%s %s", Event.FORM_CLOSED, sentence)
        case _ as never:
            assert_never(never)
