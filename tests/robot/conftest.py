import dataclasses
from collections.abc import Callable
from typing import Literal

import pytest
from PySide6.QtGui import QFont

from kiosk.tour.guided_visit import Clock
from kiosk.ui.app import Glass
from kiosk.ui.pyside.text_lines import count_lines
from tests.clinic import Clinic
from tests.conftest import StartKiosk
from tests.robot.robot import ENVIRONMENT, Robot

LINES = "kiosk.ui.paging.{}.count_lines"
MakeRobot = Callable[..., Robot]


@pytest.fixture
def _counts_lines_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half of the time of a walk would go into breaking the same texts again."""
    known: dict[tuple[str, str, float], int] = {}

    def count(text: str, font: QFont, width: float) -> int:
        key = (text, font.toString(), width)
        if key not in known:
            known[key] = count_lines(text, font, width)
        return known[key]

    for pager in ("answer_pager", "pager"):
        monkeypatch.setattr(LINES.format(pager), count)


@pytest.fixture
def make_robot(start_kiosk: StartKiosk, clinic: Clinic, clock: Clock, _counts_lines_once: None) -> MakeRobot:
    """Start the program with the self-check in one form, and put a robot before it."""

    def make(self_check: Literal["guided", "static"] = "guided", glass: Glass | None = None) -> Robot:
        file = dataclasses.replace(clinic.settings.file, demonstration=True, self_check=self_check, calm=True)
        settings = dataclasses.replace(clinic.settings, file=file)
        return Robot(
            start_kiosk(settings, glass=glass, environment=ENVIRONMENT), clock, clinic.settings.spool
        )

    return make
