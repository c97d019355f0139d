"""Whoever calls in one language, at one time, or late ones first sees only those, and how many of all."""

import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.core.callback.request import CallbackRequest
from kiosk.desk.queue.call_list import CallList
from kiosk.desk.queue.calls import CallRecord
from tests.desk.receptionist import Receptionist, check_page, fill, open_folder

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic

Requests = Callable[..., CallbackRequest]


@pytest.fixture
def calling(clinic: "Clinic", desk: Receptionist, stick: Path, request_of: Requests) -> Receptionist:
    """Return a desk with four calls to make, the last of them late."""
    fill(
        clinic,
        stick,
        request_of(1),
        request_of(2, spoken_language="es", energy_window="afternoon"),
        request_of(3, spoken_language="Q\x07A", interpreter=True, energy_window="midday"),
        request_of(4, spoken_language="es", energy_window="", created="2026-11-19T15:00:00Z"),
    )
    open_folder(desk, stick)
    return desk.alt("y")


def _shown(desk: Receptionist) -> set[int]:
    return {case.entry.request.seq for case in desk.window.work.model.cases}


def _filter(desk: Receptionist, language: int = 0, time: int = 0, ticked: str = "") -> Receptionist:
    """Choose by keys, from the language on; ticked: "interpreter", "late"."""
    QTest.keyClick(desk.focus, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    for steps in (language, time):
        for _ in range(steps):
            desk.press(Qt.Key.Key_Down)
        desk.press(Qt.Key.Key_Tab)
    for name in ("interpreter", "late"):
        if name in ticked:
            desk.press(Qt.Key.Key_Space)
        desk.press(Qt.Key.Key_Tab)
    return desk


@pytest.mark.parametrize(
    ("language", "time", "ticked", "shown"),
    [
        (1, 0, "", {1}),
        (3, 0, "", {2, 4}),
        (0, 1, "", {1}),
        (0, 3, "", {2}),
        (0, 4, "", {4}),
        (0, 0, "interpreter", {3}),
        (0, 0, "late", {4}),
        (3, 4, "late", {4}),
        (1, 0, "late", set()),
    ],
)
def test_only_calls_that_have_all_that_is_asked_for_are_shown_and_it_says_how_many_of_all(
    calling: Receptionist, language: int, time: int, ticked: str, shown: set[int]
) -> None:
    _filter(calling, language, time, ticked)
    assert _shown(calling) == shown
    count = calling.window.work.count.text()
    assert count == f"{len(shown)} of 4 shown; 4 to call (1 late), 0 finished"
    check_page(calling)


def test_what_is_offered_is_what_the_requests_have(calling: Receptionist) -> None:
    row = calling.window.work.finder.filter
    names = [[box.itemText(place) for place in range(box.count())] for box in (row.language, row.time)]
    assert names == [
        ["all languages", "English", "Q\ufffdA", "Spanish"],
        ["all best times", "morning", "midday", "afternoon", "any"],
    ]


@pytest.mark.parametrize("way", ["key", "button"])
def test_one_press_shows_all_again_and_the_keyboard_is_not_lost(calling: Receptionist, way: str) -> None:
    row = calling.window.work.finder.filter
    button, needed = row.all, row.minimumSizeHint()
    assert not button.isVisible()
    _filter(calling, 3, 4, "interpreter late")
    assert button.isVisible()
    assert row.minimumSizeHint() == needed, "its coming would cut the others"
    if way == "key":
        calling.press(Qt.Key.Key_Escape)
    else:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert _shown(calling) == {1, 2, 3, 4}
    assert calling.window.work.count.text() == "4 to call (1 late), 0 finished"
    assert not button.isVisible()
    assert calling.focus.isVisible()


def test_whoever_is_on_the_phone_is_found_whatever_is_filtered(calling: Receptionist) -> None:
    _filter(calling, ticked="late")
    QTest.keyClick(calling.focus, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    calling.type("visitor 1")
    assert _shown(calling) == {1}
    assert not calling.window.work.finder.filter.isEnabled()
    calling.type(" ")
    assert _shown(calling) == {4}


def test_the_next_call_is_one_of_those_that_are_shown(calling: Receptionist) -> None:
    _filter(calling, language=3)
    work = calling.window.work
    work.table.setFocus()
    calling.press(Qt.Key.Key_Up).alt("c")
    assert work.case is not None
    assert _shown(calling) == {work.case.entry.request.seq} < {2, 4}
    calling.alt("c")
    assert work.count.text() == "0 of 2 shown; 2 to call, 2 finished"
    work.finished.setChecked(True)
    assert _shown(calling) == {2, 4}


def test_the_open_case_stays_though_a_colleague_has_made_it_another_one(calling: Receptionist) -> None:
    _filter(calling, ticked="late")
    work = calling.window.work
    [late] = work.model.cases
    called = CallRecord(late.entry.request.id, "no answer", "", "ben", "2026-11-24T14:59:00Z")
    others = (case for case in work.board.cases if case is not late)
    work.refresh(CallList((*others, dataclasses.replace(late, records=(called,)))))
    assert work.count.text() == "1 of 4 shown; 3 to call, 1 later, 0 finished"
    assert _shown(calling) == {4}


def test_what_is_chosen_stays_though_no_call_has_it_and_ends_with_the_lock(calling: Receptionist) -> None:
    _filter(calling, language=3)
    work = calling.window.work
    others = tuple(case for case in work.board.cases if case.entry.request.spoken_language != "es")
    work.refresh(CallList(others))
    assert work.finder.filter.language.currentText() == "Spanish"
    assert work.count.text() == "0 of 2 shown; 2 to call, 0 finished"
    calling.alt("k").press(Qt.Key.Key_Return)
    assert _shown(calling) == {1, 2, 3, 4}
