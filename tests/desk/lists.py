"""Hostile names and such in letters of many languages, and lists made of requests."""

import datetime
from collections.abc import Iterable
from pathlib import Path

from kiosk.core.callback.request import CallbackRequest
from kiosk.desk.export.rows import CallList, Line
from kiosk.desk.queue.opened_request import OpenedRequest
from kiosk.desk.queue.turns import CallingRules
from kiosk.store.envelope import Envelope, EnvelopeState

DAY = datetime.date(2026, 11, 23)
MADE = datetime.datetime(2026, 11, 23, 9, 15, tzinfo=datetime.UTC)
HOSTILE = (
    "=1+1",
    '=HYPERLINK("http://x","y")',
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-1+1",
    "@SUM(1,1)",
    "|calc",
    "%0A=1+1",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "\0=1+1",
    "\uff1d1+1",
    "\uff0b1+1",
    "\uff0d1+1",
    "\uff20SUM(1)",
    "\uff5ccalc",
    "\uff05",
    "\ufe661+1",
    "'=1+1",
    "''=1+1",
    "'quoted'",
    "'",
    '"=1+1"',
    "a,b;c\td",
    "line one\r\nline two",
    "=",
    "O'Brien",
    "\u202e=1+1",
    "+1 (415) 555-2671",
    "0155512345",
    "1e5",
    "TRUE",
    "2026-11-23",
    "<b>bold</b><script>alert(1)</script>",
    "%s%n{0}",
    "A\u200bn\u2060a",
    "\u0645\u062d\u0645\u062f",
    "\U0001f600",
    "x" * 300,
    "Nguy\u1ec5n Th\u1ecb H\u1eb1ng",
    "\u0141ukasz \u017b\xf3\u0142\u0107-K\u0151r\xf6si",
)


def list_of(requests: Iterable[CallbackRequest], before: str = "") -> CallList:
    """Return a list that holds requests as they are given."""
    lines = tuple(
        Line(
            OpenedRequest.of(Envelope(Path("20261123-x.age"), DAY, request.id, EnvelopeState.SOUND), request),
            before,
        )
        for request in requests
    )
    return CallList(lines, MADE, "ana", 1, "all that was new", CallingRules())
