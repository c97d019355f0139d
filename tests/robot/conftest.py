import dataclasses
from collections.abc import Callable
from typing import Literal

import pytest

from kiosk.tour.guided_visit import Clock
from kiosk.ui.app import Glass
from tests.clinic import Clinic
from tests.conftest import StartKiosk
from tests.robot.robot import ENVIRONMENT, Robot

MakeRobot = Callable[..., Robot]


@pytest.fixture
def make_robot(start_kiosk: StartKiosk, clinic: Clinic, clock: Clock) -> MakeRobot:
    """Start the program with the self-check in one form, and put a robot before it."""

    def make(self_check: Literal["guided", "static"] = "guided", glass: Glass | None = None) -> Robot:
        file = dataclasses.replace(clinic.settings.file, demonstration=True, self_check=self_check, calm=True)
        settings = dataclasses.replace(clinic.settings, file=file)
        return Robot(
            start_kiosk(settings, glass=glass, environment=ENVIRONMENT), clock, clinic.settings.spool
        )

    return make
