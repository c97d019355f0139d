import gc
import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import hypothesis
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from kiosk.store.settings.settings import Settings
from kiosk.tour.guided_visit import Clock
from kiosk.tour.patience import wait_until
from kiosk.ui.app import Glass, Kiosk
from kiosk.ui.callback.outbox import RequestEnvironment
from kiosk.ui.pyside.qt_application import load_font, load_rare_letters
from kiosk.ui.pyside.refcounts import immortalize_singletons
from tests.clinic import Clinic
from tests.shipped_content import read_once

# Machines are noisy: no test fails because it took long.
hypothesis.settings.register_profile("gate", deadline=None)
hypothesis.settings.load_profile("gate")
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"
os.environ["LANGUAGE"] = "en"  # the desk speaks as the computer does
immortalize_singletons()


class StartKiosk(Protocol):
    def __call__(
        self,
        settings: Settings | None = None,
        glass: Glass | None = None,
        environment: RequestEnvironment | None = None,
        config: Path | None = None,
    ) -> Kiosk: ...


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Keep what the tests are made of out of each look for garbage: it never becomes any."""
    gc.disable()
    result = yield
    gc.freeze()
    gc.enable()
    return result


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the longest, however they were shuffled: no worker is alone with it at the end."""
    items.sort(key=lambda item: item.get_closest_marker("longest") is None)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Run what is untraced so; in a worker, pytest-cov's own marker lets its first tracer go on."""
    tracer = sys.gettrace()
    if item.get_closest_marker("untraced") is not None:
        sys.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(tracer)


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    return QApplication  # the desk's window needs it, and a process has only one


@pytest.fixture(autouse=True)
def _nothing_is_silent(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    yield
    allowed = {str(event) for mark in request.node.iter_markers("allows_log") for event in mark.args}
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    messages = [record.getMessage() for record in records if record.levelno >= logging.WARNING]
    assert [message for message in messages if message.split()[0] not in allowed] == []


@pytest.fixture
def clinic(tmp_path: Path) -> Clinic:
    return Clinic(tmp_path)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def start_kiosk(
    qapp: QGuiApplication, clinic: Clinic, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> Iterator[StartKiosk]:
    monkeypatch.setattr("kiosk.content.reading.load_content", read_once)
    load_font("Bold")
    load_font("Regular")
    load_rare_letters()
    running: list[Kiosk] = []

    def start(
        settings: Settings | None = None,
        glass: Glass | None = None,
        environment: RequestEnvironment | None = None,
        config: Path | None = None,
    ) -> Kiosk:
        kiosk = Kiosk(
            settings or clinic.settings,
            glass=glass or Glass(1920, 1080, 21.5),
            clock=clock,
            environment=environment,
            config=config,
        )
        running.append(kiosk)
        assert wait_until(lambda: kiosk.is_complete), "the first frame did not come"
        return kiosk

    yield start
    while running:
        running.pop().close()
    qapp.processEvents()
