"""What shows that the clock of this computer may be wrong, before anybody takes requests for forged ones."""

import dataclasses
import datetime
from collections.abc import Iterable
from typing import Final

from kiosk.core.counted import counted
from kiosk.desk.queue.opened_request import MADE_IN_THE_FUTURE, OpenedRequest

_SILENCE: Final = datetime.timedelta(days=7)
"""So long after the last request or call the clock is asked about. Chosen; not measured."""


def judge_clock(
    entries: tuple[OpenedRequest, ...], now: datetime.datetime
) -> tuple[tuple[OpenedRequest, ...], str]:
    """Return the entries, and a sentence about the clock or "", when at least half were made after now.

    Several such requests are then no longer doubted for that. now: aware.
    """
    later = sum(MADE_IN_THE_FUTURE in entry.doubts for entry in entries)
    if not later or 2 * later < len(entries):
        return entries, ""
    told = (
        f"{_clock_says(now)}, and {counted(later, 'request was', 'requests were')} made after that: set the "
        "clock right, then lock and unlock the desk."
    )
    return (tuple(map(_without_that_doubt, entries)) if later > 1 else entries), told


def long_silence(times: Iterable[str], now: datetime.datetime) -> str:
    """Ask about the clock when nothing happened for long, or return ""; times: of all that happened, UTC."""
    last = max(times, default="")
    try:
        silent = now - datetime.datetime.fromisoformat(last)
    except ValueError:
        return ""
    if silent <= _SILENCE:
        return ""
    return f"{_clock_says(now)}, and the last request or call is of {last[:10]}: is that clock right?"


def _clock_says(now: datetime.datetime) -> str:
    return f"This computer's clock says {now.astimezone():%Y-%m-%d %H:%M}"


def _without_that_doubt(entry: OpenedRequest) -> OpenedRequest:
    doubts = tuple(doubt for doubt in entry.doubts if doubt != MADE_IN_THE_FUTURE)
    return dataclasses.replace(entry, doubts=doubts)
