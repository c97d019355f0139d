"""The staff PIN on the disk: a slow hash, and a count of guesses that no restart forgets."""

import dataclasses
import enum
import errno
import json
import math
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import HashingError, InvalidHashError, VerificationError, VerifyMismatchError
from argon2.low_level import error_to_str

from kiosk.core.errors import PinError, SpoolError
from kiosk.core.staff import FREE_GUESSES, WAITS, Charged, charge, pin_problem, seconds_to_wait
from kiosk.core.uptime import Uptime
from kiosk.core.validation import read
from kiosk.store.ballast import drop_ballast
from kiosk.store.durable import make_folders, write_durably
from kiosk.store.reading import may_be_there, read_file, read_json
from kiosk.store.spool import Spool

GROUP_READABLE: Final = 0o640
_HASHER: Final = PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=1)
"""Argon2id with the time and memory of the second recommended option of RFC 9106, section 4 (3 passes, 64
MiB), and one lane instead of its four. Chosen; not measured."""
_NO_MEMORY: Final = error_to_str(-22)
_NO_THREAD: Final = error_to_str(-33)
"""What argon2 says when the machine, and not the hash, is the reason; the numbers are those of argon2.h."""
_BEGINS: Final = b"$argon2id$"
_COUNT: Final = "pin-guesses"
_MOST_BYTES: Final = 4096
"""Of the hash and of the count, which have some hundred. Chosen; what is larger is neither."""
_FORGOTTEN: Final = FREE_GUESSES + 2
"""Guesses that count as made when the program was started, while the disk keeps no count: 5 minutes.
Chosen: with a restart after every few guesses these are some hundred a day; not measured."""
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})


class PinVerdict(enum.StrEnum):
    """Whether a guess can be made (READY), or what became of one; UNCHECKED: the machine could not look."""

    READY = "ready"
    RIGHT = "right"
    WRONG = "wrong"
    WAIT = "wait"
    UNCHECKED = "unchecked"
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
        hashed = _HASHER.hash(pin).encode()
    except (MemoryError, HashingError):
        raise PinError(
            "There is not enough memory to make a PIN: close other programs, then try again."
        ) from None
    try:
        make_folders(file.parent)
        write_durably(file.parent, file.name, hashed, file.parent, mode=GROUP_READABLE)
        if sys.platform == "win32":
            return
        os.chown(file, -1, file.parent.stat().st_gid)
    except OSError as error:
        raise PinError(
            f"{file} could not be written ({error.strerror}): run this as the administrator of the machine."
        ) from None


def pin_fault(file: Path) -> str:
    """Say in a phrase why no guess at the PIN in a file can be right, or ""."""
    try:
        hashed = read_file(file, _MOST_BYTES)
    except FileNotFoundError:
        return "staff cannot get in"
    except OSError as error:
        return f"{file} cannot be read ({error.strerror})"
    return "" if hashed.startswith(_BEGINS) else f"{file} holds no PIN"


class StaffPin:
    """Checks guesses against one PIN file; the count is in the spool's state/.

    While the disk takes no count, this object has it: there is one in a program.
    """

    def __init__(self, file: Path, spool: Spool, uptime: Callable[[], Uptime], started: Uptime) -> None:
        """Name the files; nothing is read. started: the uptime at which this program began."""
        self._file = file
        self._spool = spool
        self._uptime = uptime
        self._started = started
        self._in_memory: Charged | None = None
        self._on_disk: Charged | None = None

    def wait(self) -> PinAnswer:
        """Say whether a guess can be made now, without making one."""
        if not may_be_there(self._file):
            return PinAnswer(PinVerdict.NOT_SET)
        return _wait(seconds_to_wait(self._charged(), self._uptime()))

    def check(self, guess: str) -> PinAnswer:
        """Charge the guess on the disk, then look whether it is right; a right one sets the count to 0.

        While there is time to wait, nothing is charged and nothing is looked at. A guess that could not be
        looked at is given back. One that no disk takes is charged in memory, with a longer wait: a restart
        forgets it, so the first one has to wait from the start of this program on.
        Raises PinError when the PIN file cannot be used.
        """
        answer = self.wait()
        if answer.verdict is not PinVerdict.READY:
            return answer
        before = self._charged()
        charged = charge(before, self._uptime())
        if not self._is_kept(charged):
            if self._in_memory is None and (seconds := self._since_start(before)):
                return _wait(seconds)
            least = dataclasses.replace(before, guesses=max(before.guesses, FREE_GUESSES - 1))
            self._in_memory = charged = charge(least, self._uptime())
        try:
            is_right = self._is_right(guess)
        except PinError:
            self._keep(before)
            raise
        if is_right is None:
            self._keep(before)
            return PinAnswer(PinVerdict.UNCHECKED, self.wait().wait)
        if not is_right:
            return PinAnswer(PinVerdict.WRONG, math.ceil(seconds_to_wait(charged, self._uptime())))
        self._keep(Charged())
        return PinAnswer(PinVerdict.RIGHT)

    def _since_start(self, before: Charged) -> float:
        """Return the seconds to wait as if guesses had been forgotten when this program was started."""
        guesses = max(before.guesses, _FORGOTTEN)
        forgotten = Charged(guesses, self._started.boot, self._started.seconds)
        waits = (dataclasses.replace(before, guesses=guesses), forgotten)
        return max(seconds_to_wait(each, self._uptime()) for each in waits)

    def _is_right(self, guess: str) -> bool | None:
        """Compare a guess, None when the machine cannot do that now. Raises PinError for the file."""
        try:
            hashed = read_file(self._file, _MOST_BYTES).decode("ascii").strip()
            return _HASHER.verify(hashed, guess)
        except VerifyMismatchError:
            return False
        except MemoryError:
            return None
        except VerificationError as error:
            if str(error) in {_NO_MEMORY, _NO_THREAD}:
                return None
            raise self._broken() from None
        except (UnicodeDecodeError, InvalidHashError):
            raise self._broken() from None
        except OSError as error:
            raise PinError(
                f"{self._file} cannot be read now ({error.strerror}): try again, and tell IT if it stays so."
            ) from None

    def _broken(self) -> PinError:
        return PinError(f"{self._file} holds no PIN: set the PIN again with kiosk staff-pin set.")

    def _charged(self) -> Charged:
        if self._in_memory is not None:
            return self._in_memory
        charged: Charged | None = None
        try:
            charged, _ = read(Charged, read_json(self._spool.state / _COUNT, _MOST_BYTES))
        except FileNotFoundError:
            return Charged()
        except OSError:
            charged = self._on_disk
        except ValueError:
            pass
        # Only a fault or somebody's hand damages this file: then the longest wait counts.
        return charged or Charged(FREE_GUESSES + len(WAITS))

    def _keep(self, charged: Charged) -> None:
        """Count on the disk, or else in memory."""
        if not self._is_kept(charged):
            self._in_memory = charged

    def _is_kept(self, charged: Charged) -> bool:
        """Whether the disk took the count; a full one gets the room back that was kept for this."""
        try:
            self._write(charged)
        except SpoolError:
            return False
        except OSError as error:
            if error.errno not in _FULL:
                return False
            try:
                drop_ballast(self._spool)
                self._write(charged)
            except OSError:
                return False
        self._in_memory, self._on_disk = None, charged
        return True

    def _write(self, charged: Charged) -> None:
        self._spool.create_folders()
        data = json.dumps(dataclasses.asdict(charged)).encode()
        write_durably(self._spool.state, _COUNT, data, self._spool.tmp)


def _wait(seconds: float) -> PinAnswer:
    return PinAnswer(PinVerdict.WAIT, math.ceil(seconds)) if seconds else PinAnswer(PinVerdict.READY)
