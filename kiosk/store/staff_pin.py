"""The staff PIN on the disk: a slow hash, and a count of guesses that no restart forgets."""

import dataclasses
import enum
import json
import math
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from kiosk.core.errors import PinError, SpoolError
from kiosk.core.shape import read
from kiosk.core.staff import FREE_GUESSES, WAITS, Charged, Uptime, charge, pin_problem, seconds_to_wait
from kiosk.store.durable import make_folders, write_durably
from kiosk.store.spool import Spool

GROUP_READABLE: Final = 0o640
_HASHER: Final = PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=1)
_COUNT: Final = "pin-guesses"
_BOOT_ID: Final = Path("/proc/sys/kernel/random/boot_id")


class PinVerdict(enum.StrEnum):
    """Whether a guess can be made (READY), or what became of one."""

    READY = "ready"
    RIGHT = "right"
    WRONG = "wrong"
    WAIT = "wait"
    NOT_SET = "not_set"


@dataclasses.dataclass(frozen=True, slots=True)
class PinAnswer:
    """A verdict, and whole seconds until the next guess."""

    verdict: PinVerdict
    wait: int = 0


def set_pin(file: Path, pin: str) -> None:
    """Put the hash of a PIN into a file that the kiosk can read through its folder's group.

    Raises PinError when the PIN or the file cannot be used.
    """
    problem = pin_problem(pin)
    if problem:
        raise PinError(problem)
    try:
        make_folders(file.parent)
        write_durably(file.parent, file.name, _HASHER.hash(pin).encode(), file.parent, mode=GROUP_READABLE)
        if sys.platform == "win32":
            return
        os.chown(file, -1, file.parent.stat().st_gid)
    except OSError as error:
        raise PinError(
            f"{file} could not be written ({error.strerror}): run this as the administrator of the machine."
        ) from None


class StaffPin:
    """Checks guesses against one PIN file; the count is in the spool's state/."""

    def __init__(self, file: Path, spool: Spool, uptime: Callable[[], Uptime]) -> None:
        """Name the files; nothing is read."""
        self._file = file
        self._spool = spool
        self._uptime = uptime

    def wait(self) -> PinAnswer:
        """Say whether a guess can be made now, without making one."""
        if not self._file.exists():
            return PinAnswer(PinVerdict.NOT_SET)
        return _wait(seconds_to_wait(self._charged(), self._uptime()))

    def check(self, guess: str) -> PinAnswer:
        """Charge the guess on the disk, then look whether it is right; a right one sets the count to 0.

        While there is time to wait, nothing is charged and nothing is looked at.
        Raises SpoolError when the guess cannot be charged, and PinError when the PIN file cannot be used.
        """
        before = self.wait()
        if before.verdict is not PinVerdict.READY:
            return before
        charged = charge(self._charged(), self._uptime())
        self._keep(charged)
        try:
            _HASHER.verify(self._file.read_text(encoding="ascii").strip(), guess)
        except (OSError, UnicodeDecodeError, InvalidHashError):
            raise PinError(
                f"{self._file} cannot be used: set the PIN again with kiosk staff-pin set."
            ) from None
        except VerificationError:
            return PinAnswer(PinVerdict.WRONG, math.ceil(seconds_to_wait(charged, self._uptime())))
        self._keep(Charged())
        return PinAnswer(PinVerdict.RIGHT)

    def _charged(self) -> Charged:
        charged: Charged | None = None
        try:
            charged, _ = read(Charged, json.loads((self._spool.state / _COUNT).read_bytes()))
        except FileNotFoundError:
            return Charged()
        except (OSError, ValueError):
            pass
        # Only a fault or somebody's hand damages this file: then the longest wait counts.
        return charged or Charged(FREE_GUESSES + len(WAITS))

    def _keep(self, charged: Charged) -> None:
        data = json.dumps(dataclasses.asdict(charged)).encode()
        self._spool.create_folders()
        try:
            write_durably(self._spool.state, _COUNT, data, self._spool.tmp)
        except OSError as error:
            raise SpoolError(
                f"A guess could not be counted ({error.strerror}), so none can be made: "
                f"check that the disk of {self._spool.root} is there, writable and not full."
            ) from None


def _wait(seconds: float) -> PinAnswer:
    return PinAnswer(PinVerdict.WAIT, math.ceil(seconds)) if seconds else PinAnswer(PinVerdict.READY)


def machine_uptime(clock: Callable[[], float]) -> Uptime:
    """Return how long this machine has been running, sleep included where the system counts it.

    clock: seconds, never going back, for systems that count nothing.
    """
    boot = _BOOT_ID.read_text(encoding="ascii").strip() if _BOOT_ID.exists() else ""
    uptime = getattr(time, "CLOCK_BOOTTIME", None)
    return Uptime(boot, clock() if uptime is None else time.clock_gettime(uptime))
