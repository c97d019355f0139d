"""After a visit QML lets go of what it showed."""

import pytest
from PySide6.QtQml import QQmlEngine
from PySide6.QtWidgets import QApplication

from kiosk.core.visit import Screen, Visit
from kiosk.tour.patience import wait_until
from kiosk.ui.upkeep import forgetting
from kiosk.ui.upkeep.forgetting import Forgetting
from kiosk.ui.visit_holder import VisitHolder


class Engine(QQmlEngine):
    """Counts how often it was asked to collect its garbage."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    def collectGarbage(self) -> None:  # noqa: N802  # Qt's name
        self.times += 1


@pytest.mark.usefixtures("qapp")
def test_garbage_is_collected_once_after_each_visit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forgetting, "FORGET_SECONDS", 0)
    engine, holder = Engine(), VisitHolder()
    Forgetting(engine, holder)
    holder.become(Visit(Screen.HOME, "en"))
    QApplication.processEvents()
    assert engine.times == 0
    for count in (1, 2):
        holder.become(Visit(Screen.HOME, "en"))
        holder.become(Visit())
        assert wait_until(lambda: engine.times == count)  # noqa: B023  # called at once
