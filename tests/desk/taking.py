"""Taking requests in, on a day that hardly any test is about."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Final

from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.access.unseal import StaffKey
from kiosk.desk.queue import take_in as taking
from kiosk.desk.queue.take_in import TakenIn

TODAY: Final = datetime.date(2026, 11, 24)


def take_in(
    office: DeskFolder,
    key: StaffKey,
    folder: Path,
    on_taken: Callable[[int, int], None] = lambda _done, _all: None,
    today: datetime.date = TODAY,
) -> TakenIn:
    """Take in what a folder has. Errors as of the desk's."""
    return taking.take_in(office, key, folder, today, on_taken)
