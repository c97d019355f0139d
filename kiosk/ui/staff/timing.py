"""How long the staff's screen stays, and how what is left is counted. No standard says: chosen, 2026-11."""

import math
from typing import Final, assert_never

from kiosk.core.staff import StaffPage

WIPE_SECONDS: Final = 45
"""Seconds that the touch screen stays locked for cleaning; then the staff's screen closes. Chosen; not
measured."""
PIN_SECONDS: Final = 60
"""Seconds that the PIN page waits for the next digit. Chosen; not measured."""
COMPARE_SECONDS: Final = 300
"""Seconds that the words of a recipients.txt stay to be compared, perhaps by phone. Chosen; not measured."""
MENU_SECONDS: Final = 120
"""Seconds that each page stays without a touch; a page on which something is copied or taken in stays until
it has ended.
Chosen."""


def stay_seconds(page: StaffPage) -> float:
    """Return after how many seconds without a touch a page closes by itself."""
    match page:
        case StaffPage.PIN:
            return PIN_SECONDS
        case StaffPage.WIPE:
            return WIPE_SECONDS
        case StaffPage.COPYING | StaffPage.TAKING:
            return math.inf
        case StaffPage.RECIPIENTS:
            return COMPARE_SECONDS
        case StaffPage.MENU | StaffPage.PLACES | StaffPage.COPIED:
            return MENU_SECONDS
        case _ as never:
            assert_never(never)


def whole_seconds(until: float, now: float) -> int:
    """Return the seconds until a time comes, begun ones as whole ones; 0 once it has come."""
    return max(0, math.ceil(until - now))
