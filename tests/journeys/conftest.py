"""What several journeys begin with."""

import dataclasses
import shutil
from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest

from kiosk.store.settings.settings import Settings
from kiosk.tour.guided_visit import Clock
from tests.clinic import Clinic
from tests.journeys.hand import Hand, MakeHand
from tests.journeys.real_pointer import Pointer, pointer_at_kiosk
from tests.virtual_screen import virtual_screen


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


@pytest.fixture
def pointer(clinic: Clinic) -> Iterator[Pointer]:
    """Return the pointer of an X server on which a kiosk runs in a process of its own."""
    if shutil.which("Xvfb") is None or shutil.which("xdotool") is None:
        pytest.skip("Xvfb or xdotool is not installed: there is no real pointer to try")
    with virtual_screen() as display, pointer_at_kiosk(clinic.config, display) as at_kiosk:
        yield at_kiosk
