"""Two kiosks and one desk: the second was cloned from the first one's disk, name, state and all."""

import datetime
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.core.callback.request import CallbackRequest
from kiosk.core.uptime import Uptime
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.queue.call_list import CallList, read_board
from kiosk.store.intake import Intake
from kiosk.store.machine import Machine, Surroundings
from kiosk.store.spool import Spool
from kiosk.store.stick import copy_to
from tests.desk.conftest import NOW, Clinic
from tests.desk.taking import take_in
from tests.store.fake_machine import BUILT

Requests = Callable[..., CallbackRequest]


class Kiosk:
    """One with a machine of its own; each start is a look at it, as in the program."""

    def __init__(self, spool: Spool, clinic: Clinic, machine: str) -> None:
        """Name its spool; the keys are the clinic's."""
        self.spool = spool
        self._recipients = clinic.folder / "recipients.txt"
        self._surroundings = Surroundings(BUILT, lambda: Uptime("", 0.0), machine=machine)

    def take(self, request: CallbackRequest, now: datetime.datetime = NOW) -> int:
        """Start, open the form, and keep a request. Return its number."""
        machine = Machine(self.spool, self._surroundings)
        intake = Intake(self.spool, self._recipients, demonstration_allowed=False, machine=machine)
        assert intake.closed_reason(now) is None
        return intake.take(request)


class Desk:
    """What one stick brings to it, and what it then says."""

    def __init__(self, office: DeskFolder, clinic: Clinic, stick: Path) -> None:
        """Name its folder and key."""
        self._office, self._clinic, self._stick = office, clinic, stick

    def board(self, *kiosks: Kiosk) -> CallList:
        """Carry everything there."""
        for kiosk in kiosks:
            copy_to(kiosk.spool, self._stick)
        take_in(self._office, self._clinic.key, self._stick)
        return read_board(self._office, self._clinic.key, NOW)


@pytest.fixture
def first(clinic: Clinic) -> Kiosk:
    return Kiosk(clinic.spool, clinic, "0a" * 16)


@pytest.fixture
def desk(office: DeskFolder, clinic: Clinic, stick: Path) -> Desk:
    return Desk(office, clinic, stick)


def _clone(kiosk: Kiosk, clinic: Clinic, tmp_path: Path) -> Kiosk:
    return Kiosk(Spool(shutil.copytree(kiosk.spool.root, tmp_path / "clone")), clinic, "0b" * 16)


def test_a_clone_gives_no_number_under_the_id_of_the_kiosk_it_was_copied_from(
    first: Kiosk, desk: Desk, clinic: Clinic, tmp_path: Path, request_of: Requests
) -> None:
    assert [first.take(request_of(number)) for number in (1, 2)] == [1, 2]
    assert desk.board(first).warnings == ()
    clone = _clone(first, clinic, tmp_path)
    assert [first.take(request_of(3)), clone.take(request_of(4))] == [3, 3]
    assert [first.take(request_of(5)), first.take(request_of(6))] == [4, 5]
    board = desk.board(first, clone)
    assert sorted(case.entry.number for case in board.cases) == [f"lobby#{n}" for n in (1, 2, 3, 3, 4, 5)]
    assert len({case.entry.request.kiosk_id for case in board.cases}) == 2
    machines, numbers = board.warnings
    assert machines.startswith("Requests of lobby come from 2 machines: two kiosks have this name,")
    assert numbers == (
        "Several of them gave lobby#3: these are not the same, and each counts. Go by name and time."
    )


def test_a_number_that_one_of_two_lost_is_not_hidden_by_the_others(
    first: Kiosk, desk: Desk, clinic: Clinic, tmp_path: Path, request_of: Requests
) -> None:
    first.take(request_of(1))
    desk.board(first)
    clone = _clone(first, clinic, tmp_path)
    for number in range(2, 7):
        first.take(request_of(number))
    clone.take(request_of(8))
    clone.take(request_of(9))
    next(path for path in clone.spool.new.iterdir() if request_of(9).id in path.name).unlink()
    clone.take(request_of(10))
    board = desk.board(first, clone)
    assert [told for told in board.warnings if told.startswith("Missing")] == [
        "Missing from kiosk lobby: 3 (not stored, damaged, not readable now, or removed from the spool)."
    ]
    assert any("gave lobby#2, lobby#4:" in told for told in board.warnings)


def test_many_numbers_that_both_gave_are_counted(
    first: Kiosk, desk: Desk, clinic: Clinic, tmp_path: Path, request_of: Requests
) -> None:
    first.take(request_of(1))
    desk.board(first)
    clone = _clone(first, clinic, tmp_path)
    for number in range(2, 7):
        first.take(request_of(number))
        clone.take(request_of(number + 10))
    [told] = [each for each in desk.board(first, clone).warnings if each.startswith("Several")]
    assert told.startswith("Several of them gave lobby#2, lobby#3, lobby#4 and 2 more:")


def test_what_waits_in_a_clone_comes_once_and_goes_before_its_new_id(
    first: Kiosk, desk: Desk, clinic: Clinic, tmp_path: Path, request_of: Requests
) -> None:
    first.take(request_of(1))
    clone = _clone(first, clinic, tmp_path)
    assert clone.take(request_of(2)) == 2
    board = desk.board(first, clone)
    assert sorted(case.entry.number for case in board.cases) == ["lobby#1", "lobby#2"]
    assert len({case.entry.request.kiosk_id for case in board.cases}) == 1
    clone.take(request_of(3))
    first.take(request_of(4))
    board = desk.board(first, clone)
    assert len({case.entry.request.kiosk_id for case in board.cases}) == 2


def test_a_kiosk_that_moved_to_another_machine_leaves_no_gap(
    first: Kiosk, desk: Desk, clinic: Clinic, tmp_path: Path, request_of: Requests
) -> None:
    first.take(request_of(1))
    desk.board(first)
    moved = _clone(first, clinic, tmp_path)
    assert moved.take(request_of(2)) == 2
    [told] = desk.board(moved).warnings
    assert told.startswith(
        "Requests of lobby come from 2 machines: two kiosks have this name, one was set up"
    )
