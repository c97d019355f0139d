"""Requests that were taken back at the kiosk: nobody is asked to call, and nothing vanishes unnamed."""

import dataclasses
import datetime
import itertools
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk.core.callback.request import CallbackRequest, Withdrawal, to_wire
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.export.csv_list import read_csv
from kiosk.desk.export.run import Order, export_list
from kiosk.desk.queue.call_list import CallList, forget_finished, read_board
from kiosk.desk.queue.calls import CallRecord, CallState, keep_record
from kiosk.desk.queue.export_jobs import read_jobs
from kiosk.store.seal import seal
from kiosk.store.spool import Spool
from kiosk.store.stick import copy_to
from tests.deaths import dying_at
from tests.desk.conftest import NOW
from tests.desk.taking import take_in
from tests.numbered import request_id, secret_of

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic

Requests = Callable[..., CallbackRequest]
TOLD = "Taken back at the kiosk by the visitor, nobody need call: lobby#1."
LATER = datetime.timedelta(days=30)


def _withdrawal(number: int, seq: int, kiosk: str = "lobby") -> Withdrawal:
    return Withdrawal.of(secret_of(number), kiosk, seq, "2026-11-23T14:30:00Z")


def _add(clinic: "Clinic", content: CallbackRequest | Withdrawal) -> None:
    """Put a sealed content into the kiosk's spool, beside whatever has its id."""
    sealed = seal(to_wire(content), clinic.intake.recipients())
    clinic.spool.add(sealed, content.id, datetime.date(2026, 11, 23))


def _listed(clinic: "Clinic", choice: str = "new") -> list[str]:
    order = Order(clinic.lists, NOW, choice=choice)  # type: ignore[arg-type]  # "new" or "all"
    file = export_list(clinic.spool, clinic.key, order, lambda _done, _all: None).file
    return [] if file is None else sorted(row[0] for row in read_csv(file.read_bytes()))


def test_what_was_taken_back_in_time_is_never_listed_and_leaves_no_gap(
    clinic: "Clinic", request_of: Requests
) -> None:
    for number in (1, 2, 3):
        clinic.intake.take(request_of(number))
    clinic.intake.withdraw(_withdrawal(2, 2))
    outcome = clinic.export()
    assert outcome.count == 2
    assert outcome.warnings == (TOLD.replace("#1", "#2"),)
    assert clinic.spool.waiting() == ()
    clinic.intake.take(request_of(4))
    assert clinic.export().warnings == ()
    assert _listed(clinic, "all") == ["lobby#1", "lobby#3", "lobby#4"]


def test_the_last_number_of_a_list_may_be_one_that_was_taken_back(
    clinic: "Clinic", request_of: Requests
) -> None:
    for number in (1, 2):
        clinic.intake.take(request_of(number))
    clinic.intake.withdraw(_withdrawal(2, 2))
    clinic.export()
    clinic.intake.take(request_of(3))
    assert clinic.export().warnings == ()


def test_a_withdrawal_alone_waits_for_the_next_list(clinic: "Clinic", request_of: Requests) -> None:
    clinic.intake.take(request_of(1))
    clinic.intake.withdraw(_withdrawal(1, 1))
    outcome = clinic.export()
    assert (outcome.file, outcome.warnings) == (None, (TOLD,))
    assert len(clinic.spool.waiting()) == 1


def test_request_and_withdrawal_side_by_side_are_both_settled_by_the_next_list(
    clinic: "Clinic", request_of: Requests
) -> None:
    """As after a power cut between the two steps of taking back."""
    for number in (1, 2):
        clinic.intake.take(request_of(number))
    _add(clinic, _withdrawal(1, 1))
    assert _listed(clinic) == ["lobby#2"]
    assert clinic.spool.waiting() == ()
    assert len(clinic.spool.delivered()) == 3


def test_a_withdrawal_that_came_after_the_list_keeps_its_request_out_of_the_next_ones(
    clinic: "Clinic", request_of: Requests
) -> None:
    for number in (1, 2):
        clinic.intake.take(request_of(number))
    assert _listed(clinic) == ["lobby#1", "lobby#2"]
    _add(clinic, _withdrawal(1, 1))
    assert _listed(clinic, "all") == ["lobby#2"]
    clinic.intake.take(request_of(3))
    assert _listed(clinic) == ["lobby#3"]
    assert _listed(clinic, "all") == ["lobby#2", "lobby#3"]


def test_a_withdrawal_that_does_not_fit_hides_nothing(clinic: "Clinic", request_of: Requests) -> None:
    clinic.intake.take(request_of(1))
    _add(clinic, _withdrawal(2, 1))
    outcome = clinic.export()
    assert outcome.count == 1
    assert "Somebody may have forged the taking back of lobby#1: ask IT; it stays listed." in outcome.warnings


def _finish(clinic: "Clinic") -> tuple[list[str], int]:
    clinic.export()
    done = [job.target for job in read_jobs(clinic.spool) if job.state == "done"]
    return sorted(row[0] for path in done for row in read_csv(path.read_bytes())), len(clinic.spool.waiting())


def test_a_death_at_any_call_of_an_export_lists_nothing_that_was_taken_back(
    clinic: "Clinic", request_of: Requests, tmp_path: Path
) -> None:
    for number in (1, 2, 3):
        clinic.intake.take(request_of(number))
    clinic.intake.withdraw(_withdrawal(3, 3))
    _add(clinic, _withdrawal(1, 1))

    def another(name: str) -> "Clinic":
        folder = tmp_path / name
        shutil.copytree(clinic.spool.root, folder / "spool")
        shutil.copy(clinic.folder / "recipients.txt", folder)
        return dataclasses.replace(clinic, folder=folder, spool=Spool(folder / "spool"))

    with dying_at(10**9, after=False) as made:
        another("whole").export()
    assert made() > 10
    for call, after in itertools.product(range(1, made() + 1), (False, True)):
        copy = another(f"{call}{after}")
        with dying_at(call, after=after):
            copy.export()
        assert _finish(copy) == (["lobby#2"], 0), (call, after)


def _board(clinic: "Clinic", office: DeskFolder) -> CallList:
    return read_board(office, clinic.key, NOW)


def _states(board: CallList) -> dict[str, CallState]:
    return {case.entry.number: case.state for case in board.cases}


@pytest.mark.parametrize("is_collected_first", [False, True])
def test_the_desk_sees_a_request_it_had_as_cancelled_and_one_it_had_not_as_a_number(
    clinic: "Clinic", office: DeskFolder, stick: Path, request_of: Requests, *, is_collected_first: bool
) -> None:
    for number in (1, 2):
        clinic.intake.take(request_of(number))
    if is_collected_first:
        copy_to(clinic.spool, stick)
        take_in(office, clinic.key, stick)
    clinic.intake.withdraw(_withdrawal(1, 1))
    copy_to(clinic.spool, stick)
    assert take_in(office, clinic.key, stick).warnings == ()
    board = _board(clinic, office)
    assert board.warnings == (TOLD,)
    if is_collected_first:
        assert _states(board) == {"lobby#1": CallState.CANCELLED, "lobby#2": CallState.NEW}
        (record,) = next(case for case in board.cases if case.entry.number == "lobby#1").records
        assert (record.by, record.note) == ("the visitor", "Taken back at the kiosk.")
    else:
        assert _states(board) == {"lobby#2": CallState.NEW}
        assert [item.number for item in board.withdrawn] == ["lobby#1"]


def test_a_withdrawal_comes_in_once_however_often_its_stick_is_opened(
    clinic: "Clinic", office: DeskFolder, tmp_path: Path, request_of: Requests
) -> None:
    clinic.intake.take(request_of(1))
    clinic.intake.withdraw(_withdrawal(1, 1))
    sticks = [tmp_path / name for name in ("one", "two")]
    for stick in sticks:
        stick.mkdir()
        copy_to(clinic.spool, stick)
    found = [take_in(office, clinic.key, stick) for stick in sticks]
    assert [(each.taken, each.known) for each in found] == [(1, 0), (0, 1)]
    assert len(office.spool.waiting()) == 1


def test_what_staff_recorded_later_is_the_last_word(
    clinic: "Clinic", office: DeskFolder, stick: Path, request_of: Requests
) -> None:
    clinic.intake.take(request_of(1))
    copy_to(clinic.spool, stick)
    _add(clinic, _withdrawal(1, 1))
    copy_to(clinic.spool, stick)
    take_in(office, clinic.key, stick)
    record = CallRecord(request_id(1), "reached", "", "ana", "2026-11-23T16:00:00Z")
    keep_record(office.calls, record, office.recipients())
    assert _states(_board(clinic, office)) == {"lobby#1": CallState.REACHED}


def test_what_was_taken_back_is_forgotten_like_everything_else(
    clinic: "Clinic", office: DeskFolder, stick: Path, request_of: Requests
) -> None:
    for number in (1, 2, 3):
        clinic.intake.take(request_of(number))
    clinic.intake.withdraw(_withdrawal(1, 1))
    _add(clinic, _withdrawal(2, 2))
    copy_to(clinic.spool, stick)
    take_in(office, clinic.key, stick)
    board = _board(clinic, office)
    assert forget_finished(office, board, NOW) == board
    assert forget_finished(office, board, NOW + LATER) == board
    left = forget_finished(office, board, NOW + LATER + datetime.timedelta(days=1))
    assert _states(left) == {"lobby#3": CallState.NEW}
    assert left.withdrawn == ()
    again = _board(clinic, office)
    assert again.warnings == ()
    assert _states(again) == {"lobby#3": CallState.NEW}
    assert len(office.spool.waiting()) == 1
