"""How long this machine has been running, which no change of its clock moves."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from kiosk.core.uptime import Uptime

_BOOT_ID: Final = Path("/proc/sys/kernel/random/boot_id")


def machine_uptime(clock: Callable[[], float]) -> Uptime:
    """Return how long this machine has been running, sleep included where the system counts it.

    clock: seconds, never going back, for systems that count nothing.
    """
    boot = _BOOT_ID.read_text(encoding="ascii").strip() if _BOOT_ID.exists() else ""
    uptime = getattr(time, "CLOCK_BOOTTIME", None)
    return Uptime(boot, clock() if uptime is None else time.clock_gettime(uptime))
