"""Starts the visitor's program: all of it, or after a crash loop what cannot be the cause."""

import logging
import signal
import sys
import time
from pathlib import Path
from types import FrameType
from typing import Final

from PySide6.QtCore import QCoreApplication, QTimer

from kiosk.core.events import Event
from kiosk.core.exit_codes import LEAVE, RESTART
from kiosk.core.starts import StartMode
from kiosk.ops.instance import only_instance
from kiosk.ops.process import wipe_freed_memory
from kiosk.ops.start_record import StartRecord
from kiosk.store.uptime import machine_uptime
from kiosk.ui.pyside.qt_application import start_qt
from kiosk.ui.upkeep.settings_at_start import settings_at_start

GOOD_ENDS: Final = frozenset({LEAVE, RESTART})

_log = logging.getLogger(__name__)


def run(config: Path, size: tuple[int, int] | None) -> int:
    """Show the kiosk until it is closed; returns the process's exit code.

    size: of a window in pixels, None for the full screen. Raises SpoolError when a kiosk runs on this spool
    already.
    """
    application = start_qt(sys.argv[:1])
    settings = settings_at_start(config)
    signal.signal(signal.SIGTERM, _leave)
    # Queued: nobody types before events are handled, and to make the window under it costs a twentieth more.
    QTimer.singleShot(0, wipe_freed_memory)
    with only_instance(settings.spool):
        # Without settings there is no spool to keep a record in, and nothing of the clinic's that could fail.
        record = StartRecord(settings.spool, lambda: machine_uptime(time.monotonic))
        mode = record.begin() if settings.is_usable else StartMode.NORMAL
        # What is shown is imported only now: should that fail, this start has been counted.
        if mode is StartMode.NORMAL:
            from kiosk.ui import app  # noqa: PLC0415

            code = app.show(application, settings, size, config)
        else:
            from kiosk.ui import safe_mode  # noqa: PLC0415

            code = safe_mode.show(application, settings, size, has_form=mode is StartMode.SAFE)
        if settings.is_usable and code in GOOD_ENDS:
            record.end_well()
    _log.info("%s", Event.STOPPED)
    return code


def _leave(_signal: int, _frame: FrameType | None) -> None:
    """End as staff do when the system asks for it: that is no failure."""
    # Queued: before events are handled nothing would hear of an end.
    QTimer.singleShot(0, lambda: QCoreApplication.exit(LEAVE))
