"""The part of the doctor that looks at how the last starts ended."""

from collections.abc import Iterator

from kiosk.core.starts import StartMode
from kiosk.ops.doctor.findings import Examined, Finding, problem
from kiosk.ops.start_record import last_mode


def safe_mode(examined: Examined) -> Iterator[Finding]:
    """Say whether the kiosk is in safe mode; nothing when it is not."""
    if last_mode(examined.settings.spool) is not StartMode.NORMAL:
        found = "three starts within five minutes did not end well: only the cards are shown, as text"
        yield problem("safe mode", found, "read the journal; Restart on staff's screen tries all of it again")
