"""One sealed file: what its name says of it, and whether its bytes are those the name was made from."""

import dataclasses
import datetime
import enum
import hashlib
import re
from pathlib import Path
from typing import Final

from kiosk.core.errors import DamagedEnvelope, UnreadEnvelope
from kiosk.core.staff_words import tr
from kiosk.store.reading import NotAFile, read_file

_NAME: Final = re.compile(r"(\d{8})-([0-9a-f]{32})-([0-9a-f]{32})\.age")
UNDATED: Final = datetime.date(1970, 1, 1)
"""The day in the name of what a kiosk made whose clock was not set."""
_NAME_CHARACTERS: Final = 78
"""What such a name has; in quarantine/ more may follow."""
_SHORT_NAME: Final = 17
"""Characters: the day, and as much of the request's id as makes two of a day very unlikely."""
_MAX_ENVELOPE_BYTES: Final = 64 * 1024
"""Bytes; a request takes a few kilobytes. Chosen; a larger file is not read."""


class EnvelopeState(enum.StrEnum):
    """What reading an envelope came to.

    SOUND: its bytes are those its name was made from; DAMAGED: they are others, or what is there is no file
    that a kiosk writes; UNREAD: the disk does not give them now, and nothing is known of them.
    """

    SOUND = "sound"
    DAMAGED = "damaged"
    UNREAD = "unread"


@dataclasses.dataclass(frozen=True, slots=True)
class Envelope:
    """A sealed request on a disk.

    day: the day it was made, UTC, or UNDATED; state: when it was looked for.
    """

    path: Path
    day: datetime.date
    request_id: str
    state: EnvelopeState

    @property
    def name(self) -> str:
        """The name that was made from its bytes, whatever it is called in quarantine/."""
        return _own_name(self.path)

    @property
    def short_name(self) -> str:
        """The beginning of its file's name."""
        return short_name(self.path)


def short_name(path: Path) -> str:
    """Return the beginning of a file's name, enough to find it, such as "20261123-0f3a..."."""
    return f"{path.name[:_SHORT_NAME]}..." if len(path.name) > _SHORT_NAME else path.name


def name_of(sealed: bytes, request_id: str, day: datetime.date) -> str:
    """Return the name of an envelope; request_id: 32 hex digits."""
    return f"{day.isoformat().replace('-', '')}-{request_id}-{_envelope_digest(sealed)}.age"


def parse_name(path: Path) -> tuple[datetime.date, str] | None:
    """Return the day and the request's id, None when no envelope has such a name."""
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    try:
        return datetime.date.fromisoformat(match[1]), match[2]
    except ValueError:
        return None


def is_before(path: Path, day: datetime.date) -> bool:
    """Whether a file is named for an earlier day; UNDATED is none, and a file of another name has none."""
    parts = parse_name(path)
    return parts is not None and UNDATED < parts[0] < day


def is_envelope_name(name: str) -> bool:
    """Whether an envelope may have this name; it leads into no other folder."""
    return parse_name(Path(name)) is not None and Path(name).name == name


def read_envelope(path: Path, *, is_set_aside: bool = False) -> Envelope | None:
    """Check a file against its name; None for a file that is no envelope, or was moved away meanwhile.

    A link is never followed, and a file larger than any request never read: the kiosk makes neither.
    is_set_aside: it is in quarantine/, where a name may be followed by more.
    """
    parts = parse_name(path.with_name(_own_name(path)) if is_set_aside else path)
    if parts is None:
        return None
    try:
        fits = _sealed_at(path) is not None
    except FileNotFoundError:
        return None
    except OSError:
        return Envelope(path, *parts, EnvelopeState.UNREAD)
    return Envelope(path, *parts, EnvelopeState.SOUND if fits else EnvelopeState.DAMAGED)


def read_sealed(envelope: Envelope) -> bytes:
    """Return the bytes of an envelope as they are on the disk now, checked against its name.

    Raises DamagedEnvelope when they are others, and UnreadEnvelope when the disk does not give them.
    """
    try:
        sealed = _sealed_at(envelope.path)
    except OSError as error:
        raise UnreadEnvelope(
            tr("The disk does not give the envelope's bytes now ({reason}).", reason=error.strerror)
        ) from None
    if sealed is None:
        raise DamagedEnvelope(tr("The envelope's bytes do not fit its name."))
    return sealed


def names_of(state: EnvelopeState, *envelopes: Envelope) -> tuple[str, ...]:
    """Return the short names of the envelopes that were in this state when they were looked for."""
    return tuple(envelope.short_name for envelope in envelopes if envelope.state is state)


def _sealed_at(path: Path) -> bytes | None:
    try:
        sealed = read_file(path, _MAX_ENVELOPE_BYTES)
    except NotAFile:
        return None
    return sealed if _own_name(path).endswith(f"-{_envelope_digest(sealed)}.age") else None


def _own_name(path: Path) -> str:
    return path.name[:_NAME_CHARACTERS]


def _envelope_digest(sealed: bytes) -> str:
    return hashlib.sha256(sealed).hexdigest()[:32]
