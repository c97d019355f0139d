"""Deleting what was exported long enough ago, by the time that the machine was on: no clock can hurry it."""

import dataclasses
import json
from collections.abc import Mapping
from typing import Annotated, Final

from kiosk.core.errors import SpoolError
from kiosk.core.validation import Constraints, read
from kiosk.store.durable import write_durably
from kiosk.store.reading import read_json
from kiosk.store.spool import Spool

_A_DAY: Final = 24 * 3600.0
_FILE: Final = "retention.json"


@dataclasses.dataclass(frozen=True, slots=True)
class _Record:
    """Since when each request counts, by name, in seconds that the machine was on."""

    since: Mapping[str, Annotated[float, Constraints("3600", least=0, most=1e12)]]


def purge_exported(spool: Spool, powered_on: float, keep_days: int) -> int:
    """Delete requests that have been in exported/ for keep_days, and return how many; run it daily.

    powered_on: seconds that the machine has been on in all, as of MachineRecord: a day is 24 hours of them.
    A request counts from the first run that sees it, and anew when that time went back, as on another disk.
    Raises SpoolError.
    """
    since = _read(spool)
    delivered = {envelope.path.name: envelope for envelope in spool.delivered()}
    counted = {name: min(since.get(name, powered_on), powered_on) for name in delivered}
    due = [name for name, start in counted.items() if powered_on - start >= keep_days * _A_DAY]
    kept = {name: start for name, start in counted.items() if name not in due}
    spool.discard(*(delivered[name] for name in due))
    try:
        write_durably(spool.state, _FILE, json.dumps({"since": kept}).encode(), spool.tmp)
    except OSError as error:
        raise SpoolError(
            f"{spool.state / _FILE} could not be written ({error.strerror}): check that the spool's disk is "
            "there, writable and not full."
        ) from None
    return len(due)


def _read(spool: Spool) -> Mapping[str, float]:
    """Return since when each request counts; nothing of a damaged record, or one of the first edition."""
    try:
        record, _ = read(_Record, read_json(spool.state / _FILE))
    except (OSError, ValueError):
        return {}
    return {} if record is None else record.since
