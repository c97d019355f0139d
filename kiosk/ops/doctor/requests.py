"""Where sealed requests are kept and go to: the spool, its disk, the shared folder."""

import os
import shutil
import stat
from collections.abc import Iterator
from typing import Final

from kiosk.core.counted import counted
from kiosk.core.errors import KioskError
from kiosk.ops.doctor.findings import Examined, Finding, fine, problem, warning
from kiosk.ops.doctor.keys import CLOSED
from kiosk.ops.drop_in import COMMAND, is_below, written_folders
from kiosk.ops.machine import machine_of
from kiosk.ops.share import share_fault
from kiosk.store.administrator import is_administrator
from kiosk.store.envelope import EnvelopeState, names_of
from kiosk.store.intake import intake_of
from kiosk.store.spool import Spool

MIN_FREE_MEGABYTES: Final = 500
"""Free megabytes (10**6 bytes) of the spool's disk. Chosen; not measured."""
_MEGABYTE: Final = 1_000_000
_OPEN_TO_OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO
_OWN: Final = ("/var/lib/kiosk", "/var/cache/kiosk", "/run/kiosk")
"""What the unit lets the service write by StateDirectory and the like."""


def spool(examined: Examined) -> Iterator[Finding]:
    """Write a small file as the kiosk would, and count what is there."""
    settings = examined.settings
    if is_administrator():
        found = "not tried: what an administrator writes would not belong to the kiosk"
        yield warning("spool", found, "run the doctor as the user the kiosk runs as")
        return
    place = Spool(settings.spool)
    try:
        place.create_folders()
        closed_reason = intake_of(settings, place, machine_of(place)).closed_reason(examined.now)
        waiting = place.waiting()
        kept = (*waiting, *place.on_the_way())
        damaged = (*place.damaged_names(), *names_of(EnvelopeState.DAMAGED, *kept))
        mode = stat.S_IMODE(place.root.stat().st_mode)
    except KioskError as error:
        yield problem("spool", str(error), CLOSED)
        return
    if closed_reason:
        yield problem("spool", closed_reason, CLOSED)
    elif unread := names_of(EnvelopeState.UNREAD, *kept):
        found = f"{counted(len(unread), 'request')} cannot be read now: {', '.join(unread)}"
        yield warning("spool", found, "look at the disk; they wait on")
    elif damaged:
        found = f"{counted(len(damaged), 'damaged envelope')}: {', '.join(damaged)}"
        yield warning("spool", found, f"look into {place.root}")
    elif mode & _OPEN_TO_OTHERS:
        found = f"{place.root} is open to other users of this machine (mode {mode:04o})"
        yield warning("spool", found, f"chmod 0700 {place.root}")
    else:
        number = counted(len(waiting), "request waits", "requests wait")
        yield fine("spool", f"written, synced and read back; {number}")


def space(examined: Examined) -> Iterator[Finding]:
    """Say how much room the spool's disk has."""
    spool = examined.settings.spool
    # Path.is_dir raises for a folder above that may not be read.
    folder = next(place for place in (spool, *spool.parents) if os.path.isdir(place))  # noqa: PTH112
    free = shutil.disk_usage(folder).free // _MEGABYTE
    if free < MIN_FREE_MEGABYTES:
        yield problem("space", f"{free} MB free at {folder}", f"free {MIN_FREE_MEGABYTES} MB")
    else:
        yield fine("space", f"{free} MB free at {folder}")


def share(examined: Examined) -> Iterator[Finding]:
    """Say whether requests could be copied to the shared folder now."""
    folder = examined.settings.share
    if folder is None:
        return
    fault = share_fault(folder)
    yield problem("share", *fault) if fault else fine("share", f"{folder} is there")


def sandbox(examined: Examined) -> Iterator[Finding]:
    """Find folders of the settings that the unit keeps the service from writing: this user could."""
    units = examined.system.units
    if units is None or units.kiosk.get("ProtectSystem") != "strict":
        return
    writable = [path.lstrip("-+") for path in units.kiosk.get("ReadWritePaths", "").split()]
    for subject, folder in written_folders(examined.settings).items():
        if not is_below(folder, (*_OWN, *writable)):
            found = f"the service may not write below {folder}, its unit forbids it"
            yield problem(subject, found, COMMAND)
