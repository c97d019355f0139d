"""The machine under an installed kiosk, as this system tells of it."""

import datetime
import os
import time
from pathlib import Path
from typing import Final

from kiosk.ops.version import built
from kiosk.store.machine import Machine, Surroundings
from kiosk.store.machine_id import machine_hash
from kiosk.store.spool import Spool
from kiosk.store.uptime import machine_uptime

CLOCK_WAS_SET: Final = Path("/run/systemd/timesync/synchronized")
"""systemd-timesyncd touches it whenever it has compared the clock with a server, every 34 minutes."""
_VOUCHED_FOR: Final = datetime.timedelta(hours=1)
_MOUNTS: Final = Path("/proc/self/mountinfo")
_IN_MEMORY: Final = frozenset({"tmpfs", "ramfs", "overlay", "aufs"})
"""What keeps changes in memory alone, or, as a write filter does, may."""


def machine_of(spool: Spool) -> Machine:
    """Return the machine that a spool is on.

    systemd tells a service of its folders: its cache is the second place, and a spool among its state must be
    on a disk that keeps it. A program that is tried out knows neither.
    """
    cache, state = os.environ.get("CACHE_DIRECTORY"), os.environ.get("STATE_DIRECTORY")
    surroundings = Surroundings(
        built=built(),
        uptime=lambda: machine_uptime(time.monotonic),
        is_vouched=lambda now: was_set(CLOCK_WAS_SET, now),
        second_place=Path(cache) if cache else None,
        forgets=lambda: bool(state) and spool.root.is_relative_to(state or "") and is_in_memory(spool.root),
        machine=machine_hash(),
    )
    return Machine(spool, surroundings)


def was_set(witness: Path, now: datetime.datetime) -> bool:
    """Whether a time service has set the clock within the hour; now: aware."""
    try:
        at = datetime.datetime.fromtimestamp(witness.stat().st_mtime, datetime.UTC)
    except OSError:
        return False
    return abs(now - at) <= _VOUCHED_FOR


def is_in_memory(folder: Path, mounts: Path = _MOUNTS) -> bool:
    """Whether what is written to a folder is gone at the next start; False where the system cannot say."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return False
    kinds = {line.split(" ")[4]: line.partition(" - ")[2].split(" ")[0] for line in lines}
    place = next((str(each) for each in (folder, *folder.parents) if str(each) in kinds), "")
    return kinds.get(place) in _IN_MEMORY
