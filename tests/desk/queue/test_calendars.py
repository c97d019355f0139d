"""A kiosk and a desk that count other working days are told so, once, and no longer than it is so."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk.core.callback.request import CallbackRequest
from kiosk.desk.access.desk_folder import DeskFolder, DeskSettings
from kiosk.desk.queue.call_list import read_board
from tests.desk.receptionist import NOW, fill
from tests.desk.taking import take_in

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic

Requests = Callable[..., CallbackRequest]
TOLD = (
    "The kiosk counts other working days than this desk (lobby): lobby#2 was promised a call by 2026-11-27, "
    "this desk counts to 2026-11-25. Let IT write the same call_back_within_days, open_weekdays and "
    "closed_days into both."
)


@pytest.fixture
def warnings(clinic: "Clinic", office: DeskFolder, stick: Path) -> Callable[..., list[str]]:
    """Return how to take requests, all of Monday, to the desk, and read what it says of days."""

    def take(*requests: CallbackRequest) -> list[str]:
        fill(clinic, stick, *requests)
        take_in(office, clinic.key, stick)
        return [told for told in read_board(office, clinic.key, NOW).warnings if "working days" in told]

    return take


def test_two_calendars_that_differ_are_told_once_for_all_requests(
    office: DeskFolder, request_of: Requests, warnings: Callable[..., list[str]]
) -> None:
    requests = [request_of(number, call_by="2026-11-27") for number in (1, 2)]
    assert warnings(*requests) == [TOLD]
    office.save_settings(DeskSettings(closed_days=(NOW.date(), datetime.date(2026, 11, 25))))
    assert warnings() == []


def test_the_newest_request_of_a_kiosk_tells_what_it_counts_now(
    request_of: Requests, warnings: Callable[..., list[str]]
) -> None:
    assert len(warnings(request_of(1, call_by="2026-11-27"))) == 1
    assert warnings(request_of(2, call_by="2026-11-25")) == []


def test_a_kiosk_that_tells_no_day_and_a_request_in_doubt_say_nothing(
    request_of: Requests, warnings: Callable[..., list[str]]
) -> None:
    forged = request_of(2, call_by="2026-11-30", created="2025-11-24T15:00:00Z")
    assert warnings(request_of(1), forged) == []
