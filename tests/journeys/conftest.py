"""What several journeys begin with."""

import dataclasses

import pytest
from PySide6.QtTest import QTest

from kiosk.store.settings.settings import Settings
from kiosk.tour.guided_visit import Clock
from tests.clinic import Clinic
from tests.journeys.hand import Hand, MakeHand


@pytest.fixture
def guided(clinic: Clinic) -> Settings:
    """Return settings under which the self-check asks its questions."""
    file = dataclasses.replace(clinic.settings.file, demonstration=True, self_check="guided")
    return dataclasses.replace(clinic.settings, file=file)


@pytest.fixture(params=["mouse", "finger"])
def hand_on(request: pytest.FixtureRequest, clock: Clock) -> MakeHand:
    """Return how to put a hand on a kiosk: with a mouse, then with a touch panel."""
    device = QTest.createTouchDevice() if request.param == "finger" else None
    return lambda kiosk: Hand(kiosk, clock, device)
