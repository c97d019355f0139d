"""Two desks on one folder do not call one patient: each sees what the other has open, and asks."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.queue.call_list import read_board
from kiosk.desk.window.claiming import _OPEN_AFTER_MS
from kiosk.tour.patience import wait_until
from tests.desk.receptionist import NOW, Open, Receptionist, check_page

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic


@pytest.fixture
def ana(calling: Receptionist) -> Receptionist:
    """Return a desk with three calls to make, the first of them open."""
    return _look(calling)


@pytest.fixture
def ben(at_desk: Open, office: DeskFolder, ana: Receptionist) -> Receptionist:  # noqa: ARG001  # comes first
    """Return another desk, unlocked after ana has opened the first case."""
    return at_desk(office).press(Qt.Key.Key_Return)


def _look(desk: Receptionist) -> Receptionist:
    """Let a desk exchange claims, as it does every five seconds."""
    claiming = desk.window.claiming
    claiming.look()
    assert wait_until(lambda: not claiming._is_exchanging)
    return desk.wait()


def _at(desk: Receptionist) -> Receptionist:
    desk.window.activateWindow()
    QTest.qWaitForWindowActive(desk.window)
    desk.window.work.table.setFocus()
    return desk


def _states(desk: Receptionist) -> list[str]:
    model = desk.window.work.model
    return [str(model.data(model.index(row, 0))) for row in range(model.rowCount())]


def _open_case(desk: Receptionist) -> str:
    case = desk.window.work.case
    assert case is not None
    return case.entry.number


def test_the_other_desk_begins_with_a_call_that_nobody_makes_and_shows_who_calls_whom(
    ana: Receptionist, ben: Receptionist
) -> None:
    assert _open_case(ana) == "lobby#1"
    assert _open_case(ben) == "lobby#2"
    assert _states(ben) == ["calling: ana", "new", "new"]
    table = ben.window.work.model
    row = str(table.data(table.index(0, 0), Qt.ItemDataRole.AccessibleTextRole))
    assert row.startswith("calling: ana, Wed 25 Nov")
    _look(ben)
    _look(ana)
    assert _states(ana) == ["new", "calling: ana", "new"]


def test_whoever_opens_what_a_colleague_calls_is_told_and_may_go_on(
    clinic: "Clinic", office: DeskFolder, ana: Receptionist, ben: Receptionist
) -> None:
    _at(ben).press(Qt.Key.Key_Up)
    assert ben.told == "ana is calling lobby#1 now."
    _look(ben)
    assert _look(ana).told == "", "it is not claimed twice"
    ben.alt("e")
    assert "Not recorded yet: ana is calling lobby#1 now. Do you record it as reached" in ben.told
    check_page(ben)
    assert {case.state.value for case in read_board(office, clinic.key, NOW).cases} == {"new"}
    ben.alt("y")
    assert "Done: lobby#1 is recorded as reached." in ben.told


def test_who_moves_on_lets_the_case_go_and_the_message_goes_with_it(
    ana: Receptionist, ben: Receptionist
) -> None:
    _at(ben).press(Qt.Key.Key_Up)
    assert ben.told == "ana is calling lobby#1 now."
    _look(_at(ana).press(Qt.Key.Key_Down).press(Qt.Key.Key_Down))
    _look(ben)
    assert _states(ben) == ["new", "new", "calling: ana"]
    assert ben.told == ""
    _at(ben).alt("c")
    assert "Done: lobby#1" in ben.told
    assert _open_case(ben) == "lobby#2"


@pytest.mark.parametrize("way", ["lock", "people", "close"])
def test_a_claim_ends_with_the_case(ana: Receptionist, ben: Receptionist, way: str) -> None:
    if way == "close":
        ana.window.close()
    else:
        _look(_at(ana).alt({"lock": "k", "people": "p"}[way])).wait()
        ana.window._jobs.wait()
    assert _states(_look(ben)) == ["new", "new", "new"]


def test_a_desk_that_died_is_no_longer_calling_after_three_minutes(
    ana: Receptionist, ben: Receptionist
) -> None:
    ana.window.claiming.timer.stop()
    ben._clock.seconds += 179
    assert _states(_look(ben))[0] == "calling: ana"
    ben._clock.seconds += 1
    assert _states(_look(ben))[0] == "new"


def test_the_next_call_is_one_that_nobody_makes(ana: Receptionist, ben: Receptionist) -> None:
    _look(ben)
    _look(ana)
    _at(ana).alt("c")
    assert _open_case(ana) == "lobby#3"


def test_a_question_is_not_taken_away_by_who_is_calling(ben: Receptionist) -> None:
    ben.window.say("Is that so?", lambda: None, "&Yes")
    _at(ben).press(Qt.Key.Key_Up)
    assert ben.told == "Is that so?"


def test_a_case_is_open_after_a_second_and_not_on_the_way_to_another(
    office: DeskFolder, ana: Receptionist
) -> None:
    [before] = [file.read_bytes() for file in office.claims.iterdir()]
    ana.window.claiming._soon.setInterval(_OPEN_AFTER_MS)
    _at(ana).press(Qt.Key.Key_Down)
    assert ana.window.claiming._soon.isActive()
    assert [file.read_bytes() for file in office.claims.iterdir()] == [before]
    assert wait_until(lambda: [file.read_bytes() for file in office.claims.iterdir()] != [before])


def test_a_locked_desk_claims_and_looks_for_nothing(office: DeskFolder, ana: Receptionist) -> None:
    ana.alt("k")
    _look(ana)
    ana.window._jobs.wait()
    assert not ana.window.claiming.timer.isActive()
    assert list(office.claims.iterdir()) == []


def test_with_nothing_left_to_call_no_colleagues_call_is_opened_and_the_desk_says_who_is_calling(
    ana: Receptionist, ben: Receptionist
) -> None:
    _look(ben)
    _look(ana)
    ana.window.claiming.stop()
    ana.window._jobs.wait()
    _at(ben).alt("c")
    assert _open_case(ben) == "lobby#3"
    _look(ben)
    _at(ana).window.claiming.start()
    _look(ana)
    assert _open_case(ana) == "lobby#1"
    _look(_at(ben)).alt("c")
    assert ben.window.work.case is None
    assert ben.told == (
        "Done: lobby#3 is recorded as closed.\nNothing is left to call now. ana is calling lobby#1."
    )
    shown = ben.window.work.panel.phone.shown
    assert shown.text() == "Nothing is left to call now. ana is calling lobby#1."
    assert not ben.window.work.panel.note.isEnabled()
    ben.alt("p").alt("b")
    assert ben.focus is ben.window.work.table
    assert ben.window.work.case is None, "no row opens because the list gets the focus"
    check_page(ben)
    ana.window.claiming.stop()
    ana.window._jobs.wait()
    _look(ben)
    assert shown.text() == "Nothing is chosen."
    _at(ben).press(Qt.Key.Key_Down)
    assert _open_case(ben) == "lobby#1"
    ben.alt("c")
    assert ben.told == "Done: lobby#1 is recorded as closed.\nNothing is left to call now."


def test_what_is_looked_for_is_opened_to_be_called_or_not_unless_a_colleague_calls(
    ana: Receptionist, ben: Receptionist
) -> None:
    _at(ben).alt("c")
    _look(ben)
    ben.alt("d").type("visitor 2")
    assert _open_case(ben) == "lobby#2"
    ben.type("visitor 1")
    assert ben.window.work.model.rowCount() == 1
    assert ben.window.work.case is None
    assert _open_case(ana) == "lobby#1"


def test_who_is_calling_stands_below_what_staff_did_last_and_comes_back_while_it_is_so(
    ana: Receptionist, ben: Receptionist
) -> None:
    _at(ben).alt("c")
    assert _open_case(ana) == "lobby#1"
    ben.press(Qt.Key.Key_Home).press(Qt.Key.Key_Up)
    assert _open_case(ben) == "lobby#1"
    assert ben.told == "Done: lobby#2 is recorded as closed.\nana is calling lobby#1 now."
    ben.alt("m")
    assert ben.told == "+14155552601 is copied, until the desk locks."
    _look(ben)
    assert ben.told == "+14155552601 is copied, until the desk locks.\nana is calling lobby#1 now."
    ben.alt("p")
    assert _look(ben).told == "", "on another page no call is open"
    ben.alt("b")
    assert _look(ben).told == "ana is calling lobby#1 now."
    ben.press(Qt.Key.Key_Down)
    assert ben.told == ""


def _open_at_once(ana: Receptionist, ben: Receptionist) -> None:
    """Have both open lobby#2, ana first, before either desk has heard of the other."""
    _at(ana).press(Qt.Key.Key_Down)
    assert _open_case(ana) == _open_case(ben) == "lobby#2"
    ben.window.claiming.claims.end()
    _look(ana)


def test_who_opens_a_call_a_moment_after_a_colleague_goes_on_to_the_next_one(
    ana: Receptionist, ben: Receptionist
) -> None:
    _open_at_once(ana, ben)
    assert _open_case(_look(_at(ben))) == "lobby#1"
    assert ben.told == "ana is calling lobby#2 now and was first: this desk has gone on."
    assert _look(_at(ana)).told == ""
    assert _open_case(ana) == "lobby#2"


def test_who_has_begun_to_write_about_a_call_is_told_and_not_taken_away(
    ana: Receptionist, ben: Receptionist
) -> None:
    _open_at_once(ana, ben)
    _at(ben).alt("t")
    _look(ben)
    assert _open_case(ben) == "lobby#2"
    assert ben.told == "ana is calling lobby#2 now."
    assert _open_case(_look(_at(ben))) == "lobby#2", "whoever was told decides"


def test_what_a_colleague_has_just_recorded_is_seen_as_soon_as_the_call_is_claimed(
    ana: Receptionist, ben: Receptionist
) -> None:
    _at(ben).press(Qt.Key.Key_Down)
    _look(ben)
    _at(ana).alt("c")
    _look(ana)
    _at(ben).press(Qt.Key.Key_Up).press(Qt.Key.Key_Up)
    assert _open_case(ben) == "lobby#1"
    _look(ben)
    assert wait_until(lambda: "ana has recorded lobby#1 as closed at" in ben.told)


def test_a_claim_that_comes_while_another_is_exchanged_is_not_forgotten(ana: Receptionist) -> None:
    claiming = ana.window.claiming
    claiming._soon.stop()
    claiming.look()
    claiming.look()
    assert claiming._soon.isActive()
