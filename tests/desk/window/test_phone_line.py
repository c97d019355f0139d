"""The number to call is large, can be copied, and is dialled where the computer can; all by keys."""

import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest

from kiosk.core.callback.request import CallbackRequest
from kiosk.core.result import Err, Ok
from kiosk.tour.patience import wait_until
from tests.desk.receptionist import Receptionist, check_page, fill, is_enabled, open_folder

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic

Requests = Callable[..., CallbackRequest]
NUMBER = "+14155552601"


@pytest.fixture
def calling(clinic: "Clinic", desk: Receptionist, stick: Path, request_of: Requests) -> Receptionist:
    """Return a desk with one call to make."""
    QGuiApplication.clipboard().clear()
    fill(clinic, stick, request_of(1))
    open_folder(desk, stick)
    return desk.alt("m")


def test_the_number_is_the_largest_text_of_the_window(calling: Receptionist) -> None:
    work = calling.window.work
    shown = work.panel.phone.shown
    assert shown.text() == "+1 415-555-2601"
    assert shown.font().pointSizeF() >= 2 * work.count.font().pointSizeF()


@pytest.mark.parametrize("share", [1, 0.75])
def test_a_number_never_breaks_and_what_is_no_number_is_not_large(
    calling: Receptionist, share: float
) -> None:
    phone = calling.window.work.panel.phone
    phone.resize(int(phone.shown.fontMetrics().horizontalAdvance(phone.shown.text()) * share), phone.height())
    for text, number in (("+1 415-555-2601", NUMBER), ("+44 20 7946 0018", "+442079460018")):
        phone.show_number(text, number)
        assert phone.shown.fontMetrics().horizontalAdvance(text) <= phone.width()
        assert phone.shown.font().pointSizeF() > 1.2 * calling.window.work.count.font().pointSizeF()
    phone.show_number("Nothing is chosen.", "")
    assert phone.shown.font().pointSizeF() == calling.window.work.count.font().pointSizeF()


def test_a_number_is_copied_by_one_key_and_does_not_outlast_the_lock(calling: Receptionist) -> None:
    check_page(calling)
    clipboard = QGuiApplication.clipboard()
    calling.alt("m")
    assert clipboard.text() == NUMBER
    assert calling.told == f"{NUMBER} is copied, until the desk locks."
    calling.alt("k")
    assert clipboard.text() == ""


def test_what_was_copied_after_it_stays(calling: Receptionist) -> None:
    calling.alt("m")
    QGuiApplication.clipboard().setText("something else")
    calling.alt("k")
    assert QGuiApplication.clipboard().text() == "something else"


def test_nothing_is_offered_without_a_call(desk: Receptionist) -> None:
    assert desk.window.work.panel.phone.shown.text() == "Nothing is left to call now."
    assert not is_enabled(desk, "Copy the number")


def test_a_number_is_dialled_only_where_this_computer_can(
    calling: Receptionist, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    takes = [True, False]

    def take(url: QUrl) -> bool:
        opened.append(url.toString())
        return takes.pop(0)

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    phone = calling.window.work.panel.phone
    for found, can in ((Ok(value=False), False), (Err("no answer"), False), (Ok(value=True), True)):
        phone.offer_dialling(found)
        assert phone.dial.isVisible() == can
        QTest.keyClick(calling.focus, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
        assert opened == [f"tel:{NUMBER}"] * can
    check_page(calling)
    QTest.keyClick(calling.focus, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert calling.told == "Problem: no program of this computer took the number. Dial it by hand."


def test_the_computer_is_asked_when_the_window_opens(calling: Receptionist) -> None:
    assert not calling.window.work.panel.phone.dial.isVisibleTo(calling.window.work)
    able = dataclasses.replace(calling.window.environment, can_dial=lambda: True)
    window = type(calling.window)(calling.window.office, able, begins=False)
    assert wait_until(lambda: not window.work.panel.phone.dial.isHidden())
    window.close()
    window.deleteLater()
