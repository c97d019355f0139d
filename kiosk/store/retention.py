"""Deleting what was exported long enough ago, and never because a clock was wrong."""

import datetime
import json
from typing import Any, Final

from kiosk.core.errors import SpoolError
from kiosk.store.durable import write_durably
from kiosk.store.reading import read_json
from kiosk.store.spool import Spool

_CLOCK_MAY_MOVE: Final = datetime.timedelta(hours=48)
"""A clock that went back, or forward by more since the last look, is not believed. Chosen; not measured."""
_FILE: Final = "retention.json"


def purge_exported(spool: Spool, now: datetime.datetime, keep_days: int) -> int:
    """Delete requests that have been in exported/ for keep_days, and return how many; run it daily.

    now: UTC, aware. A request counts from the first run that sees it. When the clock moved back, or by more
    than 48 hours since the last run, nothing is deleted and all counting starts again. Raises SpoolError.
    """
    seen, since = _read(spool)
    is_steady = seen is not None and datetime.timedelta(0) <= now - seen <= _CLOCK_MAY_MOVE
    today = now.date()
    delivered = {envelope.path.name: envelope for envelope in spool.delivered()}
    counted = {name: since.get(name, today) if is_steady else today for name in delivered}
    due = [name for name, day in counted.items() if is_steady and (today - day).days >= keep_days]
    kept = {name: day.isoformat() for name, day in counted.items() if name not in due}
    spool.discard(*(delivered[name] for name in due))
    try:
        record = json.dumps({"seen": now.isoformat(), "since": kept}).encode()
        write_durably(spool.state, _FILE, record, spool.tmp)
    except OSError as error:
        raise SpoolError(
            f"{spool.state / _FILE} could not be written ({error.strerror}): check that the spool's disk is "
            "there, writable and not full."
        ) from None
    return len(due)


def _read(spool: Spool) -> tuple[datetime.datetime | None, dict[str, datetime.date]]:
    """Return when it last ran and since when each request counts; nothing at all of a damaged record."""
    try:
        record: Any = read_json(spool.state / _FILE)
        seen = datetime.datetime.fromisoformat(record["seen"])
        since = {name: datetime.date.fromisoformat(day) for name, day in record["since"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None, {}
    return (seen, since) if seen.tzinfo is not None else (None, {})
