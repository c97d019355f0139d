"""A failure ends the visit and not the program; the service manager hears that the screen answers."""

import socket
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlComponent

from kiosk.core.events import Event
from kiosk.core.visit import Screen
from kiosk.tour.patience import PATIENCE_SECONDS, wait_until
from kiosk.ui.app import Kiosk
from kiosk.ui.upkeep.crash_guard import CrashGuard
from kiosk.ui.upkeep.heartbeat import Heartbeat
from tests.conftest import StartKiosk
from tests.journeys.walk import start_visit

QML_FAILURES = {
    "an exception": "import QtQml; QtObject { Component.onCompleted: { const gone = null; gone.call() } }",
    "a binding": "import QtQml; QtObject { property int pages: missing.pages }",
}


def in_the_middle_of_a_visit(start_kiosk: StartKiosk) -> tuple[Kiosk, CrashGuard]:
    kiosk = start_kiosk()
    crash_guard = CrashGuard(kiosk.engine, kiosk.drop_visit)
    start_visit(kiosk)
    assert kiosk.visit_holder.visit.screen is Screen.HOME
    return kiosk, crash_guard


@pytest.mark.allows_log(Event.VISIT_DROPPED)
def test_an_exception_in_a_slot_ends_the_visit_once(
    start_kiosk: StartKiosk, caplog: pytest.LogCaptureFixture
) -> None:
    kiosk, crash_guard = in_the_middle_of_a_visit(start_kiosk)
    hook = sys.excepthook
    for secret in ("4155552671", "Ana"):
        try:
            int(f"{secret}!")
        except ValueError as error:
            hook(type(error), error, error.__traceback__)
    assert wait_until(lambda: kiosk.visit_holder.visit.screen is Screen.ATTRACT)
    crash_guard.let_go()

    messages = [
        record.getMessage() for record in caplog.records if Event.VISIT_DROPPED in record.getMessage()
    ]
    assert len(messages) == 3  # two failures, one visit
    assert not any(secret in message for message in messages for secret in ("4155552671", "Ana"))
    assert __file__ in messages[0]
    assert sys.excepthook is sys.__excepthook__


@pytest.mark.allows_log(Event.VISIT_DROPPED, Event.QT_MESSAGE)
@pytest.mark.parametrize("qml", QML_FAILURES.values(), ids=QML_FAILURES)
@pytest.mark.no_qt_log
def test_an_exception_in_qml_ends_the_visit(start_kiosk: StartKiosk, qml: str) -> None:
    kiosk, crash_guard = in_the_middle_of_a_visit(start_kiosk)
    component = QQmlComponent(kiosk.engine)
    component.setData(qml.encode(), "file:///broken.qml")
    broken = component.create()
    assert isinstance(broken, QObject)
    assert wait_until(lambda: kiosk.visit_holder.visit.screen is Screen.ATTRACT)
    crash_guard.let_go()

    start_visit(kiosk)
    assert kiosk.visit_holder.visit.screen is Screen.HOME


def test_closing_the_window_is_not_a_way_out(qapp: QGuiApplication, start_kiosk: StartKiosk) -> None:
    kiosk = start_kiosk()
    kiosk.window.setProperty("ownsScreen", True)  # noqa: FBT003  # Qt
    assert not kiosk.window.close()
    qapp.processEvents()
    assert kiosk.window.isVisible()
    kiosk.window.setProperty("ownsScreen", False)  # noqa: FBT003  # Qt
    assert kiosk.window.close()


def test_the_manager_hears_that_the_screen_is_on_and_goes_on_answering(
    qapp: QGuiApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
    monkeypatch.setenv("WATCHDOG_USEC", "300000")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(str(tmp_path / "notify"))
        manager.settimeout(0)
        heartbeat = Heartbeat(qapp)
        assert manager.recv(200) == b"READY=1\nSTATUS=The screen is on."
        heard: list[bytes] = []

        def listen() -> bool:
            try:
                heard.append(manager.recv(200))
            except BlockingIOError:
                return False
            return len(heard) == 3

        assert wait_until(listen)
        assert heard == [b"WATCHDOG=1"] * 3
        [timer] = heartbeat.findChildren(QTimer)
        assert timer.interval() == 100
        heartbeat.setParent(None)


def test_the_first_frame_is_what_the_manager_waits_for(
    start_kiosk: StartKiosk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
    monkeypatch.delenv("WATCHDOG_USEC", raising=False)
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(str(tmp_path / "notify"))
        manager.settimeout(PATIENCE_SECONDS)
        start_kiosk()
        assert manager.recv(200).startswith(b"READY=1\n")
