"""A little of the spool's disk that is kept for staff: a full disk must not keep them out."""

import contextlib
import os
import shutil
from typing import Final

from kiosk.store.durable import remove_durably, write_durably
from kiosk.store.spool import Spool

_FILE: Final = "ballast"
_BYTES: Final = 1024 * 1024
"""Chosen: a count of guesses, and what moving requests takes, are some kilobytes; not measured."""
_LEAST_FREE: Final = 16 * _BYTES
"""Bytes that are free before so much is taken. Chosen; not measured."""


def lay_ballast(spool: Spool) -> None:
    """Fill a file if there is none and the disk has plenty of room; where it refuses, there is none."""
    with contextlib.suppress(OSError):
        if not (spool.state / _FILE).exists() and shutil.disk_usage(spool.state).free >= _LEAST_FREE:
            # Random: a disk that packs what it keeps would keep no room for zeros.
            write_durably(spool.state, _FILE, os.urandom(_BYTES), spool.tmp)


def drop_ballast(spool: Spool) -> None:
    """Give its room back. Raises OSError."""
    remove_durably(spool.state / _FILE)
