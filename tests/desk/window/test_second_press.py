"""A press that trembled, a double click, a key held down: none of them records the next patient."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from kiosk.core.callback.request import CallbackRequest
from kiosk.desk.queue.calls import CallState
from tests.desk.receptionist import Receptionist, fill, open_folder, release_buttons, texts

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic

Requests = Callable[..., CallbackRequest]
NONE = Qt.KeyboardModifier.NoModifier
DOWN, UP = QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease


@pytest.fixture
def calling(clinic: "Clinic", desk: Receptionist, stick: Path, request_of: Requests) -> Receptionist:
    """Return a desk with three calls to make."""
    fill(clinic, stick, *(request_of(number) for number in (1, 2, 3)))
    open_folder(desk, stick)
    return desk


def _closed(desk: Receptionist) -> int:
    desk.wait()
    return sum(case.state is CallState.CLOSED for case in desk.window.work._board.cases)


def _button(desk: Receptionist) -> QPushButton:
    return next(b for b in desk.page.findChildren(QPushButton) if b.accessibleName() == "Closed")


def _click(desk: Receptionist, at: int, down: QEvent.Type = DOWN) -> Receptionist:
    """Click; at: the time stamp in milliseconds. Then wait until the record is kept."""
    button = _button(desk)
    place = QPointF(button.rect().center())
    for kind, stamp in ((down, at), (UP, at + 60)):
        held = Qt.MouseButton.NoButton if kind is UP else Qt.MouseButton.LeftButton
        event = QMouseEvent(
            kind, place, QPointF(button.mapToGlobal(place)), Qt.MouseButton.LeftButton, held, NONE
        )
        event.setTimestamp(stamp)
        QApplication.sendEvent(button, event)
    return desk.wait()


def _key(desk: Receptionist, key: Qt.Key, at: int, *, is_repeated: bool = False) -> Receptionist:
    button = _button(desk)
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, NONE, "", is_repeated)
        event.setTimestamp(at)
        QApplication.sendEvent(button, event)
    return desk.wait()


def _later(desk: Receptionist, milliseconds: int) -> None:
    desk._clock.seconds += milliseconds / 1000


@pytest.mark.parametrize("gap", [150, 250, 399])
@pytest.mark.parametrize("again", [DOWN, QEvent.Type.MouseButtonDblClick])
def test_a_second_click_at_once_records_nothing_though_the_machine_is_slow(
    calling: Receptionist, gap: int, again: QEvent.Type
) -> None:
    _click(calling, 10_000)
    _later(calling, 2000)
    _click(calling, 10_000 + gap, again)
    assert _closed(calling) == 1
    _later(calling, 2000)
    assert _closed(_click(calling, 14_000)) == 2


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_key_that_is_pressed_again_or_held_down_records_nothing_more(
    calling: Receptionist, key: Qt.Key
) -> None:
    _key(calling, key, 10_000)
    _later(calling, 2000)
    _key(calling, key, 10_250)
    for at in range(10_500, 16_000, 500):
        _later(calling, 500)
        _key(calling, key, at, is_repeated=True)
    assert _closed(calling) == 1
    _later(calling, 2000)
    assert _closed(_key(calling, key, 18_000)) == 2


def test_a_press_that_comes_just_as_the_next_patient_appears_records_nothing(calling: Receptionist) -> None:
    _click(calling, 10_000)
    _later(calling, 399)
    _click(calling, 12_000)
    assert _closed(calling) == 1
    _later(calling, 2)
    assert _closed(_click(calling, 13_000)) == 2


def test_a_letter_with_alt_twice_at_once_records_one_call(calling: Receptionist) -> None:
    calling.alt("c")
    QTest.keyClick(calling.focus, Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    release_buttons()
    assert _closed(calling) == 1
    assert _closed(calling.alt("c")) == 2


def test_other_keys_may_be_held_down_on_these_buttons(calling: Receptionist) -> None:
    button = _button(calling)
    button.setFocus()
    for _ in range(2):
        QApplication.sendEvent(
            calling.focus, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Tab, NONE, "\t", autorep=True)
        )
    assert calling.focus is not button


def test_what_became_of_a_call_stands_in_the_time_of_the_clinic(
    calling: Receptionist, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    try:
        calling.alt("c").alt("f").alt("s").press(Qt.Key.Key_Up)
        assert "2026-11-24 10:00, ana: closed" in texts(calling.window.work)
    finally:
        monkeypatch.undo()
        time.tzset()
