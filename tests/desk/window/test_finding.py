"""Whoever calls back is found by name or number, and the list can be sorted, by keys and by mouse."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.core.callback.request import CallbackRequest
from kiosk.desk.window.pages.calls_table import CALL_BY, HEADINGS
from tests.desk.receptionist import Receptionist, check_page, fill, open_folder, texts

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic

Requests = Callable[..., CallbackRequest]


@pytest.fixture
def calling(clinic: "Clinic", desk: Receptionist, stick: Path, request_of: Requests) -> Receptionist:
    """Return a desk with three calls to make, one of them late."""
    fill(
        clinic,
        stick,
        request_of(1, name="Zoë Ångström", energy_window="midday"),
        request_of(2, name="maría lópez", helper_name="Luis"),
        request_of(3, name="", created="2026-11-19T15:00:00Z", kiosk="annex", spoken_language="vi"),
    )
    open_folder(desk, stick)
    return desk.alt("y")


def _shown(desk: Receptionist) -> list[str]:
    return [case.entry.number for case in desk.window.work.model.cases]


def _find(desk: Receptionist, text: str) -> list[str]:
    QTest.keyClick(desk.focus, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert desk.focus is desk.window.work.finder.line
    desk.type(text)
    return _shown(desk)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("zoe", "lobby#1"),
        ("LÓPEZ mar", "lobby#2"),
        ("luis", "lobby#2"),
        ("555-2603", "annex#3"),
        ("(415) 555-2602", "lobby#2"),
        ("0415 5552601", "lobby#1"),
        ("annex#3", "annex#3"),
        ("nobody", None),
        ("zoe 12", None),
        ("55", None),
        ("000", None),
    ],
)
def test_a_call_is_found_by_what_is_said_on_the_phone(
    calling: Receptionist, wanted: str, found: str | None
) -> None:
    assert _find(calling, wanted) == ([found] if found else [])
    assert calling.window.work.count.text().startswith(f"{1 if found else 0} found; 3 to call (1 late)")
    calling.press(Qt.Key.Key_Escape)
    assert len(_shown(calling)) == 3


def test_finished_calls_are_found_too_and_a_locked_desk_keeps_no_name_that_was_looked_for(
    calling: Receptionist,
) -> None:
    assert _find(calling, "zoe") == ["lobby#1"]
    check_page(calling)
    calling.alt("c")
    assert _shown(calling) == ["lobby#1"]
    calling.alt("k")
    assert "zoe" not in texts(calling.window)
    assert "When it was locked, " in texts(calling.window)
    assert ": 2 to call (1 late)." in texts(calling.window)
    assert not any(name in texts(calling.window) for name in ("Ångström", "lópez", "lobby#"))


@pytest.mark.parametrize(
    ("heading", "order"),
    [
        ("State", ["lobby#2", "lobby#1", "annex#3"]),
        ("Call by", ["lobby#2", "lobby#1", "annex#3"]),
        ("Best time", ["annex#3", "lobby#2", "lobby#1"]),
        ("Phone", ["lobby#1", "lobby#2", "annex#3"]),
        ("Name", ["lobby#2", "lobby#1", "annex#3"]),
        ("Language", ["lobby#2", "lobby#1", "annex#3"]),
        ("Number", ["annex#3", "lobby#1", "lobby#2"]),
        ("Look out", ["annex#3", "lobby#2", "lobby#1"]),
    ],
)
def test_the_list_is_sorted_by_keys_and_by_a_press_on_a_heading(
    calling: Receptionist, heading: str, order: list[str]
) -> None:
    calling.alt("n")
    column = HEADINGS.index(heading)
    calling.alt("o").press(Qt.Key.Key_Home)
    for _ in range(column):
        calling.press(Qt.Key.Key_Down)
    assert _shown(calling) == order
    header = calling.window.work.table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(column) + 9, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert _shown(calling) == order[::-1]
    calling.window.work.finder.order.setCurrentIndex(CALL_BY)
    assert len(_shown(calling)) == 3


def test_every_column_is_seen_when_the_window_opens(calling: Receptionist) -> None:
    assert calling.window.work.table.horizontalScrollBar().maximum() == 0


def test_no_state_and_no_date_is_cut_at_any_type_size(calling: Receptionist) -> None:
    work = calling.window.work
    table = work.table
    for text, heading in (("voicemail left", "State"), ("again Wed 25 Nov 16:00", "Call by")):
        column = HEADINGS.index(heading)
        assert table.columnWidth(column) > table.fontMetrics().horizontalAdvance(text)
    assert work.model.data(work.model.index(0, CALL_BY), Qt.ItemDataRole.ToolTipRole) == "LATE: Mon 23 Nov"
