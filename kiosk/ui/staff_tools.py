"""What the staff's screen works with on this machine."""

import datetime
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from kiosk.store.intake import intake_of
from kiosk.store.settings import Settings
from kiosk.store.spool import Spool
from kiosk.store.staff_pin import StaffPin, machine_uptime
from kiosk.store.volumes import Volume, removable_volumes
from kiosk.ui.viewmodels.staff import StaffTools


def staff_tools(settings: Settings, clock: Callable[[], float], forget: Callable[[], None]) -> StaffTools:
    """Return tools for the spool and the PIN that the settings name."""
    spool = Spool(settings.spool)

    def places() -> tuple[Volume, ...]:
        shared = (Volume("", settings.share),) if settings.share else ()
        return (*shared, *removable_volumes())

    return StaffTools(
        spool=spool,
        intake=intake_of(settings, spool),
        pin=StaffPin(settings.staff_pin, spool, machine_uptime),
        places=places,
        is_demonstration=settings.file.demonstration,
        forget=forget,
        leave=QCoreApplication.exit,
        clock=clock,
        now=lambda: datetime.datetime.now(datetime.UTC),
    )
