"""Since when each finding is told: remembered from run to run."""

import contextlib
import datetime
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from kiosk.ops.doctor.findings import Finding
from kiosk.store.durable import write_durably
from kiosk.store.reading import read_json

_MOST_BYTES: Final = 1024 * 1024


def remembered(
    findings: Sequence[Finding], memory: Path | None, now: datetime.datetime
) -> tuple[datetime.datetime, ...]:
    """Return since when each is told, and remember it; memory: the file for that, None for none.

    What a number in it changes is the same finding. A memory that cannot be used begins anew: this run.
    """
    keys = [f"{finding.subject}|{finding.state}|{finding.remedy}" for finding in findings]
    before = _known(memory, now) if memory is not None else {}
    since = {key: min(before.get(key, now), now) for key in keys}
    if memory is not None:
        told = {key: moment.isoformat() for key, moment in since.items()}
        with contextlib.suppress(OSError):
            write_durably(memory.parent, memory.name, json.dumps(told).encode(), memory.parent)
    return tuple(since[key] for key in keys)


def _known(memory: Path, now: datetime.datetime) -> dict[str, datetime.datetime]:
    try:
        told = read_json(memory, _MOST_BYTES)
    except (OSError, ValueError):
        return {}
    known: dict[str, datetime.datetime] = {}
    for key, text in told.items() if isinstance(told, dict) else ():
        with contextlib.suppress(ValueError, TypeError):
            known[str(key)] = datetime.datetime.fromisoformat(text).astimezone(now.tzinfo)
    return known
