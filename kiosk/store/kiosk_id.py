"""A random id of the kiosk's spool: what tells two kiosks of one name apart, and one that was set up anew."""

import re
import secrets
from pathlib import Path
from typing import Final

from kiosk.core.errors import SpoolError
from kiosk.store.durable import write_durably
from kiosk.store.reading import NotAFile, read_file
from kiosk.store.spool import Spool

_FILE: Final = "kiosk-id"
_MACHINE_FILE: Final = "kiosk-id-machine"
_MOST_BYTES: Final = 64
_ID: Final = re.compile(rb"([0-9a-f]{32})\s*")


def kiosk_id_of(spool: Spool) -> str:
    """Return the id of a spool, made now where there is none or a damaged one. Raises SpoolError."""
    return _kept(spool, _FILE) or _keep(spool, _FILE, secrets.token_hex(16))


def is_from_elsewhere(spool: Spool, machine: str) -> bool:
    """Whether the id was made on another machine; machine: as of machine_hash(). Raises SpoolError."""
    return bool(machine) and (_kept(spool, _MACHINE_FILE) or machine) != machine


def settle(spool: Spool, machine: str) -> None:
    """Give a spool that came from another machine an id of its own, once no request waits in it.

    Those that wait tell of an audit log that goes by the id of before, and it goes with them.
    machine: as of machine_hash(); without one nothing is known. Raises SpoolError.
    """
    if not machine:
        return
    kept = _kept(spool, _MACHINE_FILE)
    if kept == machine or (kept and spool.waiting()):
        return
    if kept:
        _keep(spool, _FILE, secrets.token_hex(16))
    _keep(spool, _MACHINE_FILE, machine)


def _kept(spool: Spool, name: str) -> str:
    """Return 32 hex digits, "" where there are none."""
    try:
        found = _ID.fullmatch(read_file(spool.state / name, _MOST_BYTES))
    except (FileNotFoundError, NotAFile):
        return ""
    except OSError as error:
        raise _refusal(spool.state / name, error) from None
    return found[1].decode() if found else ""


def _keep(spool: Spool, name: str, digits: str) -> str:
    try:
        write_durably(spool.state, name, f"{digits}\n".encode(), spool.tmp)
    except OSError as error:
        raise _refusal(spool.state / name, error) from None
    return digits


def _refusal(file: Path, error: OSError) -> SpoolError:
    return SpoolError(
        f"{file} could not be read or written ({error.strerror}): check that the spool's disk is there, "
        "writable and not full."
    )
