"""One bad file stops nothing at the desk: it is named, and everything else is shown and called."""

import contextlib
import datetime
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk.core.callback.request import CallbackRequest
from kiosk.core.errors import ExportError, KeyFileError, NoAnswer, StickError
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.access.keys import load_key
from kiosk.desk.access.places import chosen_office
from kiosk.desk.people import add_person
from kiosk.desk.queue import take_in as take_in_module
from kiosk.desk.queue.call_list import forget_finished, read_board, record_call
from kiosk.desk.queue.calls import CallRecord, keep_record
from kiosk.desk.queue.claims import Claims
from kiosk.desk.queue.old_lists import told_of_lists
from kiosk.desk.queue.open_board import open_board
from kiosk.store.answering import while_it_answers
from kiosk.store.seal import seal
from kiosk.store.stick import FOLDER
from tests.bad_files import BAD, NO_FILES, without_waiting
from tests.desk.receptionist import fill
from tests.desk.taking import take_in
from tests.numbered import request_id
from tests.read_errors import FOR_EVER, refused_reads
from tests.small_disk import hanging_disk, needs_fuse

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic

Requests = Callable[..., CallbackRequest]
NOW = datetime.datetime(2026, 11, 23, 18, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def _without_waiting() -> Iterator[None]:
    with without_waiting():
        yield


@pytest.mark.parametrize("bad", BAD)
def test_the_board_shows_the_rest(
    clinic: "Clinic", office: DeskFolder, request_of: Requests, bad: str
) -> None:
    for number in (1, 2):
        clinic.intake.take(request_of(number))
    take_in(office, clinic.key, clinic.spool.root)
    reached = CallRecord(request_id(1), "reached", "", "ana", "2026-11-23T17:00:00Z")
    keep_record(office.calls, reached, office.recipients())
    sound, lost = office.spool.waiting()
    lost.path.unlink()
    [record] = office.calls.waiting()
    other_record = record.path.with_name(record.name.replace("-0", "-1", 1))
    for place in (lost.path, office.spool.jobs / "0001.json", other_record):
        BAD[bad](place)
    board = read_board(office, clinic.key, NOW)
    assert [(case.entry.envelope, case.state.value) for case in board.cases] == [(sound, "reached")]
    told = "\n".join(board.warnings)
    assert f"{lost.short_name} is damaged" in told
    assert "0001.json is damaged" in told
    assert "1 recorded call in" in told
    with pytest.raises(ExportError, match="is damaged"):
        told_of_lists(office)


@pytest.mark.parametrize("bad", BAD)
def test_a_stick_with_it_gives_all_the_others(
    clinic: "Clinic", office: DeskFolder, stick: Path, request_of: Requests, bad: str
) -> None:
    fill(clinic, stick, *(request_of(number) for number in (1, 2, 3)))
    [_, lost, _] = sorted((stick / FOLDER).iterdir())
    lost.unlink()
    for place in (lost, lost.with_name(f"{lost.name}.x.part"), lost.with_name(f"{lost.name}.receipt")):
        BAD[bad](place)
    found = take_in(office, clinic.key, stick)
    assert (found.taken, found.without_receipt) == (2, 0)
    assert [warning[:17] for warning in found.warnings] == [lost.name[:17]]


@pytest.mark.parametrize("bad", BAD)
def test_in_the_place_of_what_left_the_desk_it_is_named_and_nothing_is_deleted(
    clinic: "Clinic", office: DeskFolder, request_of: Requests, bad: str
) -> None:
    clinic.intake.take(request_of(1))
    take_in(office, clinic.key, clinic.spool.root)
    BAD[bad](office.spool.state / "forgotten.json")
    BAD[bad](office.spool.state / "due.json")
    board = read_board(office, clinic.key, NOW)
    assert len(board.cases) == 1
    assert any("forgotten.json cannot be used" in warning for warning in board.warnings)
    assert forget_finished(office, board, NOW) is board
    assert office.due() == {}
    office.remember_due({"a": "b"})
    assert office.due() == {"a": "b"}


@pytest.mark.parametrize("bad", BAD)
def test_in_the_place_of_what_left_the_desk_new_ones_come_in_and_old_ones_do_not_come_back(
    clinic: "Clinic", office: DeskFolder, stick: Path, request_of: Requests, bad: str
) -> None:
    fill(clinic, stick, *(request_of(number) for number in (1, 2)))
    before = stick.with_name("as it was")
    shutil.copytree(stick, before)
    take_in(office, clinic.key, stick)
    board = read_board(office, clinic.key, NOW)
    old = next(case for case in board.cases if case.entry.request.id == request_id(1))
    record_call(office, old, CallRecord(old.entry.request.id, "reached", "", "ana", "2026-11-01T09:00:00Z"))
    for now in (NOW, NOW + datetime.timedelta(days=1)):
        open_board(office, clinic.key, now)
    assert office.forgotten().keys() == {request_id(1)}
    file = office.spool.state / "forgotten.json"
    file.unlink()
    BAD[bad](file)
    fill(clinic, before, request_of(3))
    found = take_in(office, clinic.key, before)
    assert (found.found, found.taken, found.known) == (3, 1, 2)
    [told] = found.warnings
    assert "forgotten.json cannot be used" in told
    assert told.endswith("look at its date before you call.")
    board = open_board(office, clinic.key, NOW)
    assert {case.entry.request.id for case in board.cases} == {request_id(2), request_id(3)}
    assert not [warning for warning in board.warnings if "missing" in warning]
    file.rename(file.with_name("for IT"))
    assert take_in(office, clinic.key, before).taken == 0, "whoever does as told gets nobody back"


@needs_fuse
def test_a_share_of_a_dead_server_is_given_up_and_a_stale_one_is_a_sentence(
    clinic: "Clinic", office: DeskFolder, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(take_in_module, "while_it_answers", lambda work: while_it_answers(work, 0.2))
    with hanging_disk(stick) as go_away:
        with pytest.raises(NoAnswer, match="look whether the disk or the share is there"):
            take_in(office, clinic.key, stick)
        go_away()
        with pytest.raises(StickError, match=r"cannot be opened \(Transport .*connect the shared folder"):
            take_in(office, clinic.key, stick)


@needs_fuse
@pytest.mark.parametrize("read", [1, 3])
def test_a_share_that_dies_while_requests_come_in_is_given_up_and_what_came_in_stays(
    clinic: "Clinic",
    office: DeskFolder,
    request_of: Requests,
    monkeypatch: pytest.MonkeyPatch,
    read: int,
) -> None:
    stick = clinic.folder / "stick"
    stick.mkdir()
    fill(clinic, stick, *(request_of(number) for number in (1, 2, 3)))
    with contextlib.ExitStack() as dead, monkeypatch.context() as patch:
        patch.setattr(take_in_module, "while_it_answers", lambda work: while_it_answers(work, 0.5))

        def die(done: int, _all: int) -> None:
            if done == read:
                dead.enter_context(hanging_disk(stick))

        found = take_in(office, clinic.key, stick, die)
        assert (found.found, found.taken, found.without_receipt) == (3, read, read)
        assert any(each.startswith("No answer came within") for each in found.warnings)
        assert any("cannot be read now" in each for each in found.warnings) is (read < 3)
    assert len(office.spool.waiting()) == read
    again = take_in(office, clinic.key, stick)
    assert (again.taken, again.known, again.without_receipt) == (3 - read, read, 0)


def test_a_folder_that_the_disk_does_not_give_is_a_sentence(
    clinic: "Clinic", office: DeskFolder, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_folder: Path) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "listdir", refuse)
    with pytest.raises(StickError, match=r"cannot be opened \(Input/output error\)"):
        take_in(office, clinic.key, stick)


@pytest.mark.parametrize("bad", BAD)
def test_in_the_place_of_a_claim_nobody_is_calling(office: DeskFolder, bad: str) -> None:
    office.claims.mkdir()
    BAD[bad](office.claims / f"{'a' * 32}.json")
    Claims(office, "b" * 32, lambda: 0.0).exchange("c" * 32, "ben")
    assert Claims(office, "d" * 32, lambda: 0.0).others() == {"c" * 32: "ben"}


@pytest.mark.parametrize("bad", [*NO_FILES, "2 GB", "empty", "deep"])
def test_a_bad_key_file_is_one_sentence_and_the_others_open(
    clinic: "Clinic", office: DeskFolder, bad: str
) -> None:
    BAD[bad](office.root / "zoe.key")
    with pytest.raises(KeyFileError):
        load_key(office.key_file("zoe"), str)
    assert load_key(office.key_file("ana"), str).recipient == clinic.key.recipient


@pytest.mark.parametrize("bad", [*NO_FILES, "2 GB", "not UTF-8", "empty"])
def test_in_the_place_of_the_folder_that_was_chosen_none_was(tmp_path: Path, bad: str) -> None:
    BAD[bad](tmp_path / "folder.txt")
    assert chosen_office(tmp_path) is None


def test_a_crafted_spool_leads_into_no_other_folder(
    clinic: "Clinic", office: DeskFolder, stick: Path, request_of: Requests
) -> None:
    clinic.intake.take(request_of(1))
    take_in(office, clinic.key, clinic.spool.root)
    (stick / "state").mkdir()
    (stick / "new").symlink_to(office.spool.new)
    with pytest.raises(StickError, match="is a link to another place"):
        take_in(office, clinic.key, stick)
    assert len(office.spool.waiting()) == 1


def test_sealed_text_that_is_too_deep_costs_only_itself(clinic: "Clinic", office: DeskFolder) -> None:
    deep = b"[" * 60_000
    for spool in (office.spool, office.calls, office.notes, office.numbers):
        spool.add(seal(deep, office.recipients()), "a" * 32, NOW.date())
    assert read_board(office, clinic.key, NOW).cases == ()


def test_nobody_comes_or_goes_while_a_list_cannot_be_read(clinic: "Clinic", office: DeskFolder) -> None:
    (office.spool.jobs / "0001.json").write_text("{}", encoding="utf-8")
    with (
        refused_reads(FOR_EVER, of=lambda path: path.suffix == ".json"),
        pytest.raises(ExportError, match="cannot be read now: tell IT if that lasts"),
    ):
        add_person(office, clinic.key, "ben", NOW, str)
