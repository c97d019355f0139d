"""Who did not answer comes back in time, and at a time of one's own; all of it by keys alone."""

import dataclasses
import datetime
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from kiosk.core.callback.promise import Promise
from kiosk.core.callback.request import CallbackRequest
from kiosk.desk.access.desk_folder import DeskFolder, DeskSettings
from kiosk.desk.queue.call_list import read_board
from kiosk.desk.queue.calls import CallState
from kiosk.desk.window.pages.again import Again
from tests.desk.receptionist import NOW, Open, Receptionist, check_page, fill, open_folder, texts

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic

Requests = Callable[..., CallbackRequest]


def _shown(desk: Receptionist) -> list[tuple[str, str]]:
    model = desk.window.work.model
    rows = range(model.rowCount())
    return [(str(model.data(model.index(row, 6))), str(model.data(model.index(row, 1)))) for row in rows]


def _wait(desk: Receptionist, monkeypatch: pytest.MonkeyPatch, **passed: float) -> Receptionist:
    later = desk.window.environment.now() + datetime.timedelta(**passed)
    monkeypatch.setattr(
        desk.window, "environment", dataclasses.replace(desk.window.environment, now=lambda: later)
    )
    desk.window.together.look()
    return desk.wait()


def _local(hour: int, minute: int = 0) -> str:
    return f"{NOW.replace(hour=hour, minute=minute).astimezone():%H:%M}"


def test_no_answer_waits_at_the_end_of_the_list_and_comes_back_after_four_hours(
    calling: Receptionist, monkeypatch: pytest.MonkeyPatch
) -> None:
    calling.alt("n")
    assert _shown(calling) == [
        ("lobby#2", "Wed 25 Nov"),
        ("lobby#3", "Wed 25 Nov"),
        ("lobby#1", f"again {_local(19)}"),
    ]
    assert calling.window.work.count.text() == "2 to call, 1 later, 0 finished"
    _wait(calling, monkeypatch, hours=3, minutes=59)
    assert _shown(calling)[-1] == ("lobby#1", f"again {_local(19)}")
    calling.alt("t").type("half a note")
    _wait(calling, monkeypatch, minutes=1)
    assert _shown(calling)[0] == ("lobby#1", "Wed 25 Nov")
    assert calling.window.work.count.text() == "3 to call, 0 finished"
    assert calling.window.work.panel.note.toPlainText() == "half a note"


def test_after_three_attempts_the_row_says_close_or_write(
    calling: Receptionist, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        for _ in range(3):
            calling.alt("n")
        _wait(calling, monkeypatch, hours=5)
    assert [when for _, when in _shown(calling)] == ["close, or write"] * 3
    assert calling.window.work.count.text() == "0 to call, 3 to close or write, 0 finished"
    assert "tried 3 times: close, or write" in texts(calling.window.work.panel)
    calling.alt("b")
    assert calling.window.work.count.text() == "1 to call, 2 to close or write, 0 finished"


def test_a_time_that_was_chosen_is_kept_and_told_when_it_comes(
    clinic: "Clinic", office: DeskFolder, calling: Receptionist, monkeypatch: pytest.MonkeyPatch
) -> None:
    calling.alt("i").press(Qt.Key.Key_Down).press(Qt.Key.Key_Down).alt("e")
    when = _local(17)
    done = calling.told
    assert f"lobby#1 is recorded as reached; call again at 2026-11-24 {when}" in done
    assert calling.window.work.panel.again.choice.currentIndex() == 0
    assert _shown(calling)[-1] == ("lobby#1", f"again {when}")
    [case] = [c for c in read_board(office, clinic.key, NOW).cases if c.records]
    assert (case.records[-1].again_at, case.is_open) == ("2026-11-24T17:00:00Z", True)
    _wait(calling, monkeypatch, hours=2)
    assert calling.told == f"{done}\nIt is time to call again: lobby#1.", "what was done stays readable"
    assert _shown(calling)[0] == ("lobby#1", f"DUE: {when}")
    calling.alt("s").press(Qt.Key.Key_Up)
    assert f"It is time to call again: since 2026-11-24 {when}" in texts(calling.window.work.panel)
    calling.alt("e")
    assert calling.window.work.count.text() == "2 to call, 1 finished"


def test_a_time_of_ones_own_is_typed(clinic: "Clinic", office: DeskFolder, calling: Receptionist) -> None:
    field = calling.window.work.panel.again
    assert not field.time.isVisible()
    calling.alt("i").press(Qt.Key.Key_End)
    check_page(calling)
    calling.alt("x")
    assert calling.focus is field.time
    assert field.time.text() == f"2026-11-24 {_local(16)}"
    for key in (Qt.Key.Key_Home, *[Qt.Key.Key_Right] * 8, Qt.Key.Key_Up):
        calling.press(key)
    calling.alt("n")
    assert "call again at 2026-11-25" in calling.told
    assert not field.time.isVisible()
    [case] = [c for c in read_board(office, clinic.key, NOW).cases if c.records]
    assert case.records[-1].again_at == "2026-11-25T16:00:00Z"
    assert _shown(calling)[-1] == ("lobby#1", f"again Wed 25 Nov {_local(16)}")


@pytest.mark.parametrize(
    ("choice", "told"),
    [(3, datetime.datetime(2026, 11, 30, 9)), (4, datetime.datetime(2026, 11, 30, 14))],  # noqa: DTZ001
)
def test_the_next_working_day_after_friday_is_monday(choice: int, told: datetime.datetime) -> None:
    friday = datetime.datetime(2026, 11, 27, 15, tzinfo=datetime.UTC)
    assert Again(choice).time(friday, Promise()) == told.astimezone()


@pytest.mark.parametrize("letter", ["c", "a", "w"])
def test_nobody_is_called_again_after_what_ends_a_request(calling: Receptionist, letter: str) -> None:
    calling.alt("t").type("a note").alt("i").press(Qt.Key.Key_Down).alt(letter)
    assert "Problem: nobody calls again after" in calling.told
    assert calling.window.work.panel.note.toPlainText() == "a note"
    assert {case.state for case in calling.window.work.board.cases} == {CallState.NEW}
    calling.alt("i").press(Qt.Key.Key_Home).alt(letter)
    assert "Done: lobby#1 is recorded as" in calling.told


def test_a_time_that_is_over_is_not_taken(calling: Receptionist) -> None:
    calling.alt("i").press(Qt.Key.Key_End).alt("x")
    for _ in range(3):  # the year
        calling.press(Qt.Key.Key_Down)
    calling.alt("n")
    assert calling.told == "Problem: choose a time to call again that is still to come."


def test_a_choice_stays_with_its_request_and_over_the_lock(calling: Receptionist) -> None:
    choice = calling.window.work.panel.again.choice
    calling.alt("i").press(Qt.Key.Key_Down).alt("s").press(Qt.Key.Key_Down)
    assert choice.currentIndex() == 0
    calling.press(Qt.Key.Key_Up)
    assert choice.currentIndex() == 1
    calling.alt("k").press(Qt.Key.Key_Return)
    assert choice.currentIndex() == 1


def test_the_settings_decide_how_long_it_takes_and_how_often(
    at_desk: Open, clinic: "Clinic", office: DeskFolder, stick: Path, request_of: Requests
) -> None:
    settings = DeskSettings(least_hours_between_attempts=0, most_attempts=2)
    office.save_settings(settings)
    assert office.settings() == settings
    fill(clinic, stick, request_of(1))
    desk = at_desk(office).press(Qt.Key.Key_Return)
    open_folder(desk, stick)
    assert desk.window.work.panel.again.choice.currentText() == "as usual (no answer: at once)"
    desk.alt("n")
    assert _shown(desk) == [("lobby#1", "Wed 25 Nov")]
    desk.alt("n")
    assert _shown(desk) == [("lobby#1", "close, or write")]


def test_a_reminder_does_not_take_a_question_away(
    calling: Receptionist, monkeypatch: pytest.MonkeyPatch
) -> None:
    calling.alt("i").press(Qt.Key.Key_Down).alt("n")
    calling.window.say("Is that so?", lambda: None, "&Yes")
    _wait(calling, monkeypatch, hours=2)
    assert calling.told == "Is that so?"
    assert _shown(calling)[0] == ("lobby#1", f"DUE: {_local(16)}")
