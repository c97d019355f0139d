"""A random id of the kiosk's spool: what tells two kiosks of one name apart, and one that was set up anew."""

import re
import secrets
from typing import Final

from kiosk.core.errors import SpoolError
from kiosk.store.durable import write_durably
from kiosk.store.reading import NotAFile, read_file
from kiosk.store.spool import Spool

_FILE: Final = "kiosk-id"
_MOST_BYTES: Final = 64
_ID: Final = re.compile(rb"([0-9a-f]{32})\s*")


def kiosk_id_of(spool: Spool) -> str:
    """Return the id of a spool, made now where there is none or a damaged one. Raises SpoolError."""
    file = spool.state / _FILE
    try:
        try:
            found = _ID.fullmatch(read_file(file, _MOST_BYTES))
        except (FileNotFoundError, NotAFile):
            found = None
        if found:
            return found[1].decode()
        made = secrets.token_hex(16)
        write_durably(spool.state, _FILE, f"{made}\n".encode(), spool.tmp)
    except OSError as error:
        raise SpoolError(
            f"{file} could not be read or written ({error.strerror}): check that the spool's disk is there, "
            "writable and not full."
        ) from None
    return made
