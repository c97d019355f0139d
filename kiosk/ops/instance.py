"""One kiosk at a time for one spool."""

import dataclasses
import os
import sys
from pathlib import Path

from kiosk.core.errors import SpoolError
from kiosk.store.durable import PRIVATE_FILE


@dataclasses.dataclass(frozen=True, slots=True)
class InstanceLock:
    """A spool taken by this process; descriptor: the open lock file, None where it cannot be locked."""

    descriptor: int | None

    def release(self) -> None:
        """Let another process have the spool; the system does it for one that dies."""
        if self.descriptor is not None:
            os.close(self.descriptor)


def acquire_instance_lock(spool: Path) -> InstanceLock:
    """Take the spool for this process, by a lock on a file beside it that ends with the process.

    A folder that cannot be written claims nothing: the spool in it takes no request either.
    Raises SpoolError when another process has it.
    """
    try:
        descriptor = os.open(spool.with_name(f"{spool.name}.lock"), os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
    except OSError:
        return InstanceLock(None)
    if not _lock(descriptor):
        os.close(descriptor)
        raise SpoolError(f"The kiosk is running already: another process has {spool}.")
    return InstanceLock(descriptor)


def _lock(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
