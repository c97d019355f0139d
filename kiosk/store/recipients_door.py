"""How a new recipients.txt gets into an installed kiosk without an administrator.

The kiosk's user may not write recipients.txt. It puts the file that staff took from a stick and compared
into a drop folder; a small service of the administrator takes it out, checks it, puts it in its place and
answers. Everything but the drop folder is the administrator's.
"""

import contextlib
import dataclasses
import enum
import hashlib
import os
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from kiosk.core.errors import SealError
from kiosk.store.check_code import check_code
from kiosk.store.durable import PUBLIC_FILE, write_durably
from kiosk.store.reading import read_file
from kiosk.store.recipients import Recipients, parse_recipients
from kiosk.store.settings.settings import DEFAULT_FILE
from kiosk.store.volumes import Volume

NAME: Final = "recipients.txt"
BEFORE: Final = f"{NAME}.before"
"""The file that was in its place until the last one was taken in."""
MOST_BYTES: Final = 64 * 1024
"""Bytes of a recipients.txt: some 700 people. Chosen; not measured."""

_ANSWER: Final = "answer"
_NOT_READ: Final = "-"
_LOOKS: Final = 200
_LOOK_SECONDS: Final = 0.1
"""The kiosk looks so often for the answer, so many seconds apart: for 20 in all. Chosen; not measured."""
_TAKEN_AFTER: Final = 19
"""A file that still lies there at this look, within 2 seconds, is taken by nobody: the service needs half a
second. Chosen."""
_SECRET: Final = "AGE-SECRET-KEY-"  # noqa: S105  # how every one begins


class TakeIn(enum.StrEnum):
    """What became of a recipients.txt, or why there is none to take in.

    NOT_HERE: this kiosk has no such service; NO_ANSWER: the stick hangs; UNREAD: it is no file that may be
    read; SECRET: it holds a secret key; UNUSABLE: not every line can be used; UNWRITTEN: the disk refused;
    UNTAKEN: the service did not come; UNANSWERED: it came, and did not answer.
    """

    NOT_HERE = "not_here"
    NO_STICK = "no_stick"
    NO_ANSWER = "no_answer"
    NO_FILE = "no_file"
    MANY = "many"
    UNREAD = "unread"
    SECRET = "secret"  # noqa: S105  # says that there is one
    UNUSABLE = "unusable"
    UNWRITTEN = "unwritten"
    UNTAKEN = "untaken"
    UNANSWERED = "unanswered"
    TAKEN = "taken"


@dataclasses.dataclass(frozen=True, slots=True)
class Offer:
    """A recipients.txt on a stick that can be used: its bytes, and what they say."""

    data: bytes
    stick: str
    recipients: Recipients


@dataclasses.dataclass(frozen=True, slots=True)
class Accepted:
    """What the service made of a dropped file; words: its check code, none unless it was read."""

    verdict: TakeIn
    words: tuple[str, ...] = ()


def usable(data: bytes) -> Recipients | TakeIn:
    """Return what a recipients.txt says, or why it may not be taken in."""
    if _SECRET in data.decode("ascii", "ignore").replace("\0", "").upper():
        return TakeIn.SECRET
    try:
        return parse_recipients(data, NAME, demonstration_allowed=False)
    except SealError:
        return TakeIn.UNUSABLE


def find_offer(sticks: Iterable[Volume]) -> Offer | TakeIn:
    """Look for the one recipients.txt on the sticks that are there."""
    sticks = tuple(sticks)
    if not sticks:
        return TakeIn.NO_STICK
    found = [stick for stick in sticks if os.path.lexists(stick.path / NAME)]
    if len(found) != 1:
        return TakeIn.MANY if found else TakeIn.NO_FILE
    try:
        data = read_file(found[0].path / NAME, MOST_BYTES)
    except OSError:
        return TakeIn.UNREAD
    recipients = usable(data)
    return recipients if isinstance(recipients, TakeIn) else Offer(data, found[0].name, recipients)


@dataclasses.dataclass(frozen=True, slots=True)
class RecipientsDoor:
    """root: the service's folder, with the drop folder in it; target: the recipients.txt that counts.

    pause: waits for so many seconds.
    """

    root: Path
    target: Path
    pause: Callable[[float], None] = time.sleep

    @property
    def drop(self) -> Path:
        """The one folder that the kiosk's user may write."""
        return self.root / "drop"

    def is_for(self, recipients: Path) -> bool:
        """Whether there is a service here for the recipients.txt that a kiosk reads."""
        return recipients == self.target and self.drop.is_dir()

    def hand_in(self, data: bytes) -> TakeIn:
        """Drop a file for the service and wait for what becomes of it; for the kiosk's user."""
        try:
            before = self._answered_at()
            write_durably(self.drop, NAME, data, self.drop, mode=PUBLIC_FILE)
            for look in range(_LOOKS):
                if self._answered_at() != before:
                    verdict, digest = (self.root / _ANSWER).read_text(encoding="ascii").split(" ")
                    if digest in {_digest(data), _NOT_READ}:
                        return TakeIn(verdict)
                if look == _TAKEN_AFTER and self._takes_back():
                    return TakeIn.UNTAKEN
                self.pause(_LOOK_SECONDS)
        except OSError:
            return TakeIn.UNWRITTEN
        return TakeIn.UNANSWERED

    def accept(self, owner: int) -> Accepted | None:
        """Take a dropped file out, put it in its place if it can be used, and answer; for the service.

        owner: the user id of whoever may drop. Returns None when nothing was dropped.
        """
        # Moved first, into a folder nobody else may write: what is dropped from here on is another file.
        claimed = Path(tempfile.mkdtemp(dir=self.root)) / NAME
        digest = _NOT_READ
        try:
            (self.drop / NAME).replace(claimed)
            data = read_file(claimed, MOST_BYTES, owner=owner)
            digest = _digest(data)
            accepted = self._placed(data)
        except FileNotFoundError:
            return None
        except OSError:
            accepted = Accepted(TakeIn.UNREAD)
        finally:
            with contextlib.suppress(OSError):
                claimed.unlink(missing_ok=True)
                claimed.parent.rmdir()
        # Without an answer the kiosk says that there was none.
        with contextlib.suppress(OSError):
            answer = f"{accepted.verdict} {digest}".encode()
            write_durably(self.root, _ANSWER, answer, self.root, mode=PUBLIC_FILE)
        return accepted

    def _placed(self, data: bytes) -> Accepted:
        recipients = usable(data)
        if isinstance(recipients, TakeIn):
            return Accepted(recipients)
        words = check_code(recipients)
        folder = self.target.parent
        try:
            before = self.target.read_bytes() if self.target.exists() else None
            if before == data:
                return Accepted(TakeIn.TAKEN, words)
            if before is not None:
                write_durably(folder, BEFORE, before, folder, mode=PUBLIC_FILE)
            write_durably(folder, NAME, data, folder, mode=PUBLIC_FILE)
        except OSError:
            return Accepted(TakeIn.UNWRITTEN, words)
        return Accepted(TakeIn.TAKEN, words)

    def _takes_back(self) -> bool:
        """Take out what was dropped; False when the service was quicker. Raises OSError."""
        try:
            (self.drop / NAME).unlink()
        except FileNotFoundError:
            return False
        return True

    def _answered_at(self) -> tuple[int, int]:
        """When the service answered last, and in which file; zeros for never."""
        try:
            status = (self.root / _ANSWER).stat()
        except FileNotFoundError:
            return 0, 0
        return status.st_mtime_ns, status.st_ino


INSTALLED: Final = RecipientsDoor(Path("/run/kiosk-recipients"), DEFAULT_FILE.parent / NAME)
"""Where the Debian package has both."""


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
