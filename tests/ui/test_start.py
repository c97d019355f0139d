"""Each start is counted before anything is imported that might fail, and only a good end clears the count."""

import signal
import sys
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from kiosk.core.events import Event
from kiosk.core.exit_codes import FAILED, LEAVE, RESTART
from kiosk.core.starts import LOOP_STARTS, StartMode
from kiosk.ops.start_record import last_mode
from kiosk.tour.patience import wait_until
from kiosk.ui import start
from tests.clinic import Clinic


@pytest.fixture(autouse=True)
def _application(qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    before = signal.getsignal(signal.SIGTERM)
    monkeypatch.setattr(start, "start_qt", lambda _: qapp)
    monkeypatch.setattr(start, "wipe_freed_memory", lambda: None)  # for the rest of this process
    yield
    signal.signal(signal.SIGTERM, before)


def shows(monkeypatch: pytest.MonkeyPatch, code: int) -> list[str]:
    """Let each program end at once with a code, and say which one was shown."""
    shown: list[str] = []

    def whole(*_: object) -> int:
        shown.append("all")
        return code

    def safe(*_: object, has_form: bool) -> int:
        shown.append("form" if has_form else "cards")
        return code

    monkeypatch.setitem(sys.modules, "kiosk.ui.app", SimpleNamespace(show=whole))
    monkeypatch.setattr("kiosk.ui.app", sys.modules["kiosk.ui.app"], raising=False)
    monkeypatch.setitem(sys.modules, "kiosk.ui.safe_mode", SimpleNamespace(show=safe))
    monkeypatch.setattr("kiosk.ui.safe_mode", sys.modules["kiosk.ui.safe_mode"], raising=False)
    return shown


def test_a_part_that_fails_again_and_again_leads_to_safe_mode_and_then_to_the_cards(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = shows(monkeypatch, FAILED)
    for _ in range(2 * LOOP_STARTS + 1):
        assert start.run(clinic.config, None) == FAILED
    assert shown == ["all"] * 3 + ["form"] * 3 + ["cards"]
    assert last_mode(clinic.settings.spool) is StartMode.CARDS


@pytest.mark.parametrize("code", [LEAVE, RESTART])
def test_an_end_that_was_asked_for_is_none_of_them(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    shown = shows(monkeypatch, code)
    for _ in range(2 * LOOP_STARTS):
        assert start.run(clinic.config, (800, 600)) == code
    assert set(shown) == {"all"}


def test_what_is_typed_is_written_over_from_the_first_event_on(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    monkeypatch.setattr(start, "wipe_freed_memory", lambda: done.append("memory is wiped"))
    shows(monkeypatch, LEAVE)
    start.run(clinic.config, None)
    assert done == []
    QCoreApplication.processEvents()
    assert done == ["memory is wiped"]


@pytest.mark.allows_log(Event.SETTINGS_BROKEN)
def test_broken_settings_are_no_loop(clinic: Clinic, monkeypatch: pytest.MonkeyPatch) -> None:
    clinic.config.write_text("broken = [", "utf-8")
    shown = shows(monkeypatch, FAILED)
    for _ in range(2 * LOOP_STARTS):
        start.run(clinic.config, None)
    assert set(shown) == {"all"}
    assert not (clinic.folder / "state").exists()


def test_the_system_ends_it_as_staff_do(clinic: Clinic, monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[int] = []
    monkeypatch.setattr("PySide6.QtCore.QCoreApplication.exit", ended.append)
    shows(monkeypatch, LEAVE)
    start.run(clinic.config, None)
    signal.raise_signal(signal.SIGTERM)
    assert wait_until(lambda: ended == [LEAVE])
