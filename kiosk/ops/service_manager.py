"""Messages to the service manager (systemd) about this process; without one, they go nowhere."""

import os
import socket
from typing import Final

READY: Final = "READY=1"
ALIVE: Final = "WATCHDOG=1"


def tell(*facts: str) -> None:
    """Send state such as READY=1 in one message (sd_notify, protocol of systemd's sd_notify(3)).

    A manager that does not listen is no reason to stop: its own time-out will tell.
    """
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address:
        return
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.settimeout(0)
        try:
            manager.sendto("\n".join(facts).encode(), address.replace("@", "\0", 1))
        except OSError:
            return


def watchdog_seconds() -> float | None:
    """Return after how many silent seconds the manager kills the service, None when it does not watch.

    WATCHDOG_PID is not looked at: it names the compositor, and the program in it is what must not hang.
    """
    microseconds = os.environ.get("WATCHDOG_USEC", "")
    return int(microseconds) / 1_000_000 if microseconds.isdecimal() and int(microseconds) else None
