"""A request that was put aside as damaged for nothing is found again by the kiosk itself."""

import datetime

import pytest
from PySide6.QtCore import QTimer

from kiosk.core.errors import SpoolError
from kiosk.core.events import Event
from kiosk.store.envelope import Envelope, EnvelopeState
from kiosk.tour.patience import wait_until
from kiosk.ui.visit_screens import LOOK_EVERY_HOURS
from tests.clinic import Clinic
from tests.conftest import StartKiosk

DAY = datetime.date(2026, 11, 23)
HOUR = 3_600_000


def _put_aside(clinic: Clinic, number: int) -> str:
    """Keep a sound request in quarantine/, as one read error did it."""
    path = clinic.spool.add(b"sealed", f"{number:032x}", DAY)
    clinic.spool.quarantine(Envelope(path, DAY, f"{number:032x}", EnvelopeState.DAMAGED))
    return path.name


@pytest.mark.allows_log(Event.REQUESTS_BROUGHT_BACK)
@pytest.mark.allows_log(Event.REQUESTS_DAMAGED)
def test_what_was_put_aside_for_nothing_waits_again_at_the_start_and_every_hour(
    start_kiosk: StartKiosk, clinic: Clinic, caplog: pytest.LogCaptureFixture
) -> None:
    clinic.spool.create_folders()
    first = _put_aside(clinic, 1)
    kiosk = start_kiosk()
    assert wait_until(lambda: [each.path.name for each in clinic.spool.waiting()] == [first])

    (clinic.spool.damaged / "20261123-torn").write_bytes(b"torn")
    second = _put_aside(clinic, 2)
    hourly = [
        timer for timer in kiosk.engine.findChildren(QTimer) if timer.interval() == HOUR * LOOK_EVERY_HOURS
    ]
    assert len(hourly) == 1
    hourly[0].timeout.emit()
    assert wait_until(lambda: [each.path.name for each in clinic.spool.waiting()] == [first, second])
    told = "requests-damaged 20261123-torn"
    assert wait_until(lambda: told in [record.getMessage() for record in caplog.records])


@pytest.mark.allows_log(Event.PURGE_FAILED)
def test_a_spool_that_cannot_be_looked_through_is_told(
    start_kiosk: StartKiosk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(*_: object) -> tuple[str, ...]:
        raise SpoolError("The disk is gone.")

    kiosk = start_kiosk()
    monkeypatch.setattr("kiosk.store.spool.Spool.bring_back", refuse)
    kiosk.screens.look_again()
    told = "purge-failed The disk is gone."
    assert wait_until(lambda: told in [record.getMessage() for record in caplog.records])
