"""What shows that the clock of this computer may be wrong, before anybody takes requests for forged ones."""

import dataclasses
import datetime
from collections.abc import Iterable
from typing import Final

from kiosk.core.staff_words import tr, tr_count
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
    told = tr_count(
        later,
        "This computer's clock says {now}, and {count} request was made after that: set the clock right, "
        "then lock and unlock the desk.",
        "This computer's clock says {now}, and {count} requests were made after that: set the clock right, "
        "then lock and unlock the desk.",
        now=_on_the_clock(now),
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
    return tr(
        "This computer's clock says {now}, and the last request or call is of {day}: is that clock right?",
        now=_on_the_clock(now),
        day=last[:10],
    )


def _on_the_clock(now: datetime.datetime) -> str:
    return f"{now.astimezone():%Y-%m-%d %H:%M}"


def _without_that_doubt(entry: OpenedRequest) -> OpenedRequest:
    doubts = tuple(doubt for doubt in entry.doubts if doubt != MADE_IN_THE_FUTURE)
    return dataclasses.replace(entry, doubts=doubts)
