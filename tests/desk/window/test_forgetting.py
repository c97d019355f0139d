"""What a locked desk's window keeps of what was typed and shown: nothing, and no key brings it back."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from kiosk.desk.window import forgetting
from kiosk.tour.patience import wait_until
from tests.desk.receptionist import WORDS, Receptionist

UNDO = Qt.KeyboardModifier.ControlModifier


def test_a_passphrase_that_was_typed_is_not_brought_back_at_the_locked_desk(desk: Receptionist) -> None:
    desk.alt("k").type(WORDS).press(Qt.Key.Key_Return).alt("k").alt("s")
    desk.window.unlock.passphrase.setFocus()
    assert desk.window.unlock.passphrase.echoMode() is QLineEdit.EchoMode.Normal
    for _ in range(3):
        QTest.keyClick(desk.focus, Qt.Key.Key_Z, UNDO)
        assert desk.window.unlock.passphrase.text() == ""


def test_a_name_that_was_looked_for_is_not_brought_back_after_a_lock(desk: Receptionist) -> None:
    desk.alt("d").type("Zoe").alt("k").press(Qt.Key.Key_Return).alt("d")
    QTest.keyClick(desk.focus, Qt.Key.Key_Z, UNDO)
    assert desk.window.work.finder.line.text() == ""


def test_soon_after_a_lock_freed_memory_is_written_over_on_both_threads(
    desk: Receptionist, monkeypatch: pytest.MonkeyPatch
) -> None:
    wiped: list[int] = []
    monkeypatch.setattr(forgetting, "wipe_kept_memory", lambda: wiped.append(threading.get_ident()))
    desk.alt("k")
    assert wait_until(lambda: len(wiped) == 2)
    assert wiped[0] == threading.get_ident() != wiped[1]
