"""A desk that nobody uses locks itself, counts down before, and no press that stops it does anything else."""

import dataclasses
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from kiosk.core.callback.request import CallbackRequest
from kiosk.desk import __main__ as program
from kiosk.desk.access.desk_folder import DeskFolder, DeskSettings
from kiosk.desk.queue.calls import CallState
from kiosk.desk.window.gesture import Gesture
from tests.desk.receptionist import Open, Receptionist, fill, open_folder, release_buttons, texts

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic

Requests = Callable[..., CallbackRequest]
NO_MODIFIER = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def calling(clinic: "Clinic", desk: Receptionist, stick: Path, request_of: Requests) -> Receptionist:
    """Return a desk with a case open, out of three."""
    fill(clinic, stick, *(request_of(number, name=f"Ana Secret {number}") for number in (1, 2, 3)))
    open_folder(desk, stick)
    return desk


def _glass(desk: Receptionist) -> QWindow:
    window = desk.window.windowHandle()
    assert window is not None
    return window


def _button(desk: Receptionist, name: str) -> QPushButton:
    return next(b for b in desk.page.findChildren(QPushButton) if b.accessibleName() == name)


def _place(desk: Receptionist, name: str) -> QPoint:
    button = _button(desk, name)
    return button.mapTo(desk.window, button.rect().center())


def _states(desk: Receptionist) -> list[CallState]:
    return [case.state for case in desk.window.work._board.cases]


def _is_counting(desk: Receptionist) -> bool:
    return desk.window.countdown.isVisible()


NOTHING_HAPPENED = [CallState.NEW] * 3


def test_an_empty_list_waits_ten_minutes_and_counts_the_last_one(desk: Receptionist) -> None:
    assert not _is_counting(desk.is_away(539))
    assert _is_counting(desk.is_away(1))
    assert "locks in 60 seconds" in desk.window.countdown.text.text()
    assert "locks in 1 second." in desk.is_away(59).window.countdown.text.text()
    assert desk.is_away(1).page is desk.window.unlock
    assert not _is_counting(desk)


def test_an_open_case_waits_thirty_minutes_and_then_nothing_is_left_to_read(calling: Receptionist) -> None:
    calling.alt("t").type("half a note")
    assert not _is_counting(calling.is_away(29 * 60 - 1))
    assert "Ana Secret" in texts(calling.window)
    assert _is_counting(calling.is_away(1))
    assert calling.is_away(59).page is calling.window.work
    calling.is_away(1)
    assert calling.page is calling.window.unlock
    assert calling.window.unlocked is None
    assert "Secret" not in texts(calling.window)
    assert calling.window.work.panel.note.toPlainText() == ""
    assert calling.window.work.model.rowCount() == 0
    assert not calling.window.watch.timer.isActive()
    calling.press(Qt.Key.Key_Return)
    assert "Ana Secret" in texts(calling.window)
    assert calling.window.work.panel.note.toPlainText() == "half a note"


def test_another_page_waits_ten_minutes_unless_a_note_waits_to_be_recorded(calling: Receptionist) -> None:
    calling.alt("p")
    assert _is_counting(calling.is_away(9 * 60))
    calling.press(Qt.Key.Key_Shift)
    calling.alt("b").alt("t").type("half a note").alt("p")
    assert not _is_counting(calling.is_away(28 * 60))
    assert _is_counting(calling.is_away(60))


@pytest.mark.parametrize(
    ("settings", "alone", "with_a_case"),
    [
        (DeskSettings(), 600, 1800),
        (DeskSettings(lock_after_seconds=60), 60, 180),
        (DeskSettings(lock_after_seconds=300, lock_open_case_after_seconds=900), 300, 900),
    ],
)
def test_the_settings_decide_when_it_locks(
    at_desk: Open, office: DeskFolder, settings: DeskSettings, alone: int, with_a_case: int
) -> None:
    office.save_settings(settings)
    assert office.settings() == settings
    assert settings.lock_case_after == with_a_case
    desk = at_desk(office).press(Qt.Key.Key_Return)
    assert desk.is_away(alone - 1).page is desk.window.work
    assert desk.is_away(1).page is desk.window.unlock


def test_a_minute_that_the_first_edition_wrote_and_nobody_chose_is_ten(office: DeskFolder) -> None:
    office.settings_file.write_text(
        "call_back_within_days = 3  # working days, as in the kiosk's own settings\n"
        "lock_after_seconds = 60  # without a key press or a click\n",
        encoding="utf-8",
    )
    assert office.settings() == dataclasses.replace(DeskSettings(), call_back_within_days=3)
    office.settings_file.write_text("lock_after_seconds = 60\n", encoding="utf-8")
    assert office.settings().lock_after_seconds == 60


def test_a_short_time_is_counted_down_for_half_of_it(at_desk: Open, office: DeskFolder) -> None:
    office.save_settings(DeskSettings(lock_after_seconds=10))
    desk = at_desk(office).press(Qt.Key.Key_Return)
    assert not _is_counting(desk.is_away(4))
    assert _is_counting(desk.is_away(1))


def _click(desk: Receptionist) -> None:
    QTest.mouseClick(_glass(desk), Qt.MouseButton.LeftButton, NO_MODIFIER, _place(desk, "Closed"))


def _click_twice(desk: Receptionist) -> None:
    QTest.mouseDClick(_glass(desk), Qt.MouseButton.LeftButton, NO_MODIFIER, _place(desk, "Closed"))


def _touch(desk: Receptionist) -> None:
    device = QTest.createTouchDevice()
    place = _place(desk, "Closed")
    QTest.touchEvent(_glass(desk), device).press(0, place).commit()
    QTest.touchEvent(_glass(desk), device).release(0, place).commit()


def _mnemonic(desk: Receptionist) -> None:
    QTest.keyClick(_glass(desk), Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)


def _chord(desk: Receptionist) -> None:
    QTest.keyPress(_glass(desk), Qt.Key.Key_Alt)
    QTest.keyPress(_glass(desk), Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    QTest.keyRelease(_glass(desk), Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    QTest.keyRelease(_glass(desk), Qt.Key.Key_Alt)


def _enter(desk: Receptionist) -> None:
    QTest.keyClick(_glass(desk), Qt.Key.Key_Return)


@pytest.mark.parametrize("press", [_click, _click_twice, _touch, _mnemonic, _chord, _enter])
def test_what_stops_the_countdown_does_nothing_else(
    calling: Receptionist, press: Callable[[Receptionist], None]
) -> None:
    _button(calling, "Closed").setFocus()
    assert _is_counting(calling.is_away(29 * 60 + 30))
    press(calling)
    release_buttons()
    calling.wait()
    assert not _is_counting(calling)
    assert calling.page is calling.window.work
    assert _states(calling) == NOTHING_HAPPENED
    assert not _is_counting(calling.is_away(29 * 60 - 1))
    QTest.qWait(QApplication.doubleClickInterval() + 100)
    press(calling)
    release_buttons()
    calling.wait()
    assert CallState.CLOSED in _states(calling), "the same press, later, does what it says"


def test_a_typed_letter_that_stops_the_countdown_is_not_in_the_note(calling: Receptionist) -> None:
    calling.alt("t").type("half a note")
    calling.is_away(29 * 60 + 30)
    QTest.keyClick(_glass(calling), Qt.Key.Key_X)
    assert calling.window.work.panel.note.toPlainText() == "half a note"
    assert calling.focus is calling.window.work.panel.note


def test_moving_the_mouse_is_a_sign_but_ends_no_countdown(calling: Receptionist) -> None:
    calling.is_away(28 * 60)
    _move(calling)
    assert not _is_counting(calling.is_away(28 * 60))
    calling.is_away(60)
    _move(calling)
    assert _is_counting(calling.is_away(1))


def _move(desk: Receptionist) -> None:
    QTest.mouseMove(_glass(desk), QPoint(5, 5))
    QTest.mouseMove(_glass(desk), QPoint(50, 50))
    QApplication.processEvents()


def _wake_by_key(desk: Receptionist) -> None:
    QTest.keyClick(_glass(desk), Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)


@pytest.mark.parametrize("wake", [_wake_by_key, _click, _touch, _move])
def test_what_wakes_a_computer_that_slept_too_long_locks_and_does_nothing_else(
    calling: Receptionist, wake: Callable[[Receptionist], None]
) -> None:
    calling._clock.seconds += 29 * 60
    QTest.keyClick(_glass(calling), Qt.Key.Key_Shift)
    assert calling.page is calling.window.work
    calling._clock.seconds += 30 * 60  # and the timer, which slept too, has not looked yet
    wake(calling)
    release_buttons()
    assert calling.wait().page is calling.window.unlock
    assert "Secret" not in texts(calling.window)
    calling.window.watch.stop()
    QTest.qWait(QApplication.doubleClickInterval() + 100)
    calling.press(Qt.Key.Key_Return)
    assert _states(calling) == NOTHING_HAPPENED


def test_the_case_that_was_open_is_open_again_after_the_lock(calling: Receptionist) -> None:
    calling.press(Qt.Key.Key_Down).alt("t").type("half a note")
    calling.is_away(1800)
    assert calling.page is calling.window.unlock
    calling.press(Qt.Key.Key_Return)
    case = calling.window.work.case
    assert case is not None
    assert case.entry.number == "lobby#2"
    assert calling.window.work.panel.note.toPlainText() == "half a note"


def test_a_case_that_was_open_and_is_gone_by_now_gives_way_to_the_next(
    office: DeskFolder, calling: Receptionist
) -> None:
    calling.alt("k")
    office.spool.discard(*office.spool.waiting()[:1])
    calling.press(Qt.Key.Key_Return)
    case = calling.window.work.case
    assert case is not None
    assert case.entry.number == "lobby#2"


@pytest.mark.parametrize("clock", ["CLOCK_BOOTTIME", "CLOCK_MONOTONIC", ""])
def test_the_stopwatch_goes_on_while_the_computer_sleeps_where_the_system_has_one(
    monkeypatch: pytest.MonkeyPatch, clock: str
) -> None:
    for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC"):
        monkeypatch.delattr(time, name, raising=False)
    if clock:
        monkeypatch.setattr(time, clock, clock, raising=False)
    monkeypatch.setattr(time, "clock_gettime", {"CLOCK_BOOTTIME": 1.0, "CLOCK_MONOTONIC": 2.0}.get)
    monkeypatch.setattr(time, "monotonic", lambda: 3.0)
    assert program._uptime() == {"CLOCK_BOOTTIME": 1.0, "CLOCK_MONOTONIC": 2.0, "": 3.0}[clock]


def test_a_running_job_ends_before_the_desk_locks(desk: Receptionist) -> None:
    desk.window.run("Working ...", lambda _tell: None, lambda _done: None)
    assert desk.is_away(600).page is desk.window.work
    assert desk.wait().page is desk.window.unlock


def test_who_comes_back_while_a_job_runs_is_not_locked_out(desk: Receptionist) -> None:
    desk.window.run("Working ...", lambda _tell: None, lambda _done: None)
    desk.is_away(600)
    QTest.keyClick(_glass(desk), Qt.Key.Key_Shift)
    assert desk.wait().page is desk.window.work


def test_the_countdown_stands_over_a_dialog_and_outlives_it(calling: Receptionist) -> None:
    dialog = QDialog(calling.window)
    dialog.setModal(True)
    dialog.show()
    assert QApplication.activeModalWidget() is dialog
    calling.is_away(29 * 60 + 30)
    assert calling.window.countdown.parentWidget() is dialog
    assert _is_counting(calling)
    dialog.close()
    dialog.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not _is_counting(calling)
    calling.is_away(29 * 60 + 30)
    assert _is_counting(calling)
    assert calling.window.countdown.parentWidget() is calling.window


def test_time_that_is_given_back_ends_the_countdown(calling: Receptionist) -> None:
    calling.alt("p").is_away(9 * 60)
    assert _is_counting(calling)
    calling.window._go(calling.window.work)  # as a job that ends
    assert not _is_counting(calling.is_away(1))


def _key(kind: QEvent.Type, key: Qt.Key, at: int, scan: int = 0, *, repeats: bool = False) -> QKeyEvent:
    event = QKeyEvent(kind, key, NO_MODIFIER, scan, 0, 0, "", repeats)
    event.setTimestamp(at)
    return event


DOWN, UP = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
A, B = Qt.Key.Key_A, Qt.Key.Key_B


@pytest.fixture
def gesture() -> Gesture:
    """Return a gesture that began with the key A, ten seconds after the machine was started."""
    made = Gesture()
    assert made.begins(_key(DOWN, A, 10_000))
    return made


def test_a_key_that_repeats_or_trembles_is_the_same_press(gesture: Gesture) -> None:
    assert gesture.takes(_key(UP, A, 10_100, repeats=True))
    assert gesture.takes(_key(DOWN, A, 10_100, repeats=True))
    assert gesture.takes(_key(UP, A, 10_200))
    assert gesture.takes(_key(DOWN, A, 10_350))
    assert gesture.takes(_key(UP, A, 10_900))
    assert not gesture.takes(_key(DOWN, A, 11_000))


def test_a_key_whose_name_changes_with_the_shift_key_is_one_key() -> None:
    gesture = Gesture()
    gesture.begins(_key(DOWN, Qt.Key.Key_Exclam, 10_000, scan=10))
    assert gesture.takes(_key(UP, Qt.Key.Key_1, 10_400, scan=10))
    assert not gesture.takes(_key(DOWN, B, 10_600, scan=56))


def test_an_end_that_nobody_tells_takes_no_keys_for_ever(gesture: Gesture) -> None:
    assert gesture.takes(_key(DOWN, B, 14_000))
    assert not gesture.takes(_key(DOWN, B, 15_001))
    gesture.begins(_key(DOWN, A, 20_000))
    assert not gesture.takes(QEvent(QEvent.Type.WindowDeactivate))
    assert not gesture.takes(_key(DOWN, B, 20_600))


def test_only_what_people_press_is_taken(gesture: Gesture) -> None:
    assert not gesture.takes(QEvent(QEvent.Type.Paint))
    menu = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    assert gesture.takes(menu)
    assert not Gesture().begins(QEvent(QEvent.Type.MouseMove))


def test_nothing_is_watched_while_the_desk_is_locked(at_desk: Open, office: DeskFolder) -> None:
    desk = at_desk(office)
    assert not desk.window.watch.timer.isActive()
    assert not desk.window.watch.eventFilter(QObject(), _key(DOWN, A, 10_000))
