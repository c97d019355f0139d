"""Export jobs on record: read back in order, damage named, one export at a time."""

import dataclasses
import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from kiosk.core.callback.request import CallbackRequest
from kiosk.core.errors import ExportError
from kiosk.desk.queue.export_jobs import (
    Job,
    exclusive_export,
    read_jobs,
    read_records,
    save_job,
    waits_for_folder,
)
from kiosk.store.spool import Spool
from tests.bad_files import BAD, without_waiting
from tests.read_errors import FOR_EVER, refused_listing, refused_reads

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic

Requests = Callable[..., CallbackRequest]


def test_two_exports_never_run_at_once(clinic: "Clinic", request_of: Requests) -> None:
    clinic.intake.take(request_of(1))
    with (
        exclusive_export(clinic.spool),
        pytest.raises(ExportError, match="Another export of this spool is running"),
    ):
        clinic.export()
    assert clinic.export().count == 1


@pytest.mark.parametrize("bad", BAD)
def test_a_damaged_record_is_put_aside_and_named_and_the_list_is_made(
    clinic: "Clinic", request_of: Requests, bad: str
) -> None:
    clinic.intake.take(request_of(1))
    clinic.export()
    BAD[bad](clinic.spool.jobs / "0007.json")
    clinic.intake.take(request_of(2))
    with without_waiting():
        [told] = read_records(clinic.spool).warnings
        assert told.endswith("0007.json is damaged; the next list puts it aside.")
        outcome = clinic.export()
        assert outcome.count == 1
        assert "0007.json was damaged and is in" in outcome.warnings[0]
        assert outcome.file is not None
        assert "job0008" in outcome.file.name
        assert read_records(clinic.spool).warnings == ()
    assert "0007.json" in clinic.spool.damaged_names()


@pytest.mark.parametrize(
    "record", [{"number": 1}, {"envelopes": ["x"]}, {"envelopes": [f"../{'x' * 20}"]}, [], "text"]
)
def test_a_record_that_names_what_is_no_request_is_damaged(clinic: "Clinic", record: object) -> None:
    job = dataclasses.asdict(Job(1, "done", "/", "a.csv", "", (), {}))
    said = {**job, **record} if isinstance(record, dict) and "envelopes" in record else record
    (clinic.spool.jobs / "notes.json").write_text(json.dumps(said), encoding="utf-8")
    records = read_records(clinic.spool)
    assert (records.jobs, records.damaged) == ((), (clinic.spool.jobs / "notes.json",))
    assert records.next_number == 1


def test_a_record_that_the_disk_does_not_give_now_puts_off_the_list_and_nothing_else(
    clinic: "Clinic", request_of: Requests
) -> None:
    clinic.intake.take(request_of(1))
    clinic.export()
    clinic.intake.take(request_of(2))
    with refused_reads(FOR_EVER, of=lambda path: path.suffix == ".json"):
        [told] = read_records(clinic.spool).warnings
        assert told.endswith("0001.json cannot be read now: tell IT if that lasts.")
        with pytest.raises(ExportError, match=r"0001\.json cannot be read now: try again"):
            clinic.export()
    assert clinic.export().count == 1


def test_a_folder_of_records_that_nobody_can_look_into_puts_off_the_list(
    clinic: "Clinic", request_of: Requests
) -> None:
    clinic.intake.take(request_of(1))
    clinic.export()
    clinic.intake.take(request_of(2))
    away = clinic.spool.jobs.rename(clinic.spool.jobs.with_name("jobs of before"))
    clinic.spool.jobs.touch()
    [told] = read_records(clinic.spool).warnings
    assert told.endswith("jobs cannot be read now: tell IT if that lasts.")
    clinic.spool.jobs.unlink()
    away.rename(clinic.spool.jobs)
    with (
        refused_listing(clinic.spool.jobs),
        pytest.raises(ExportError, match="jobs cannot be read now: try again"),
    ):
        clinic.export()
    assert clinic.export().count == 1


@pytest.mark.parametrize("bad", ["folder", "looping link", "socket"])
def test_what_cannot_be_locked_is_named(clinic: "Clinic", request_of: Requests, bad: str) -> None:
    clinic.intake.take(request_of(1))
    BAD[bad](clinic.spool.state / "export.lock")
    with pytest.raises(ExportError, match=r"export\.lock cannot be opened \(.*: ask IT to move it away"):
        clinic.export()


def test_a_folder_for_lists_that_is_a_link_to_itself_is_a_sentence(
    clinic: "Clinic", request_of: Requests
) -> None:
    clinic.intake.take(request_of(1))
    clinic.lists.symlink_to(clinic.lists.name)
    with pytest.raises(ExportError, match=f"The list could not be written to {clinic.lists}"):
        clinic.export()
    assert len(clinic.spool.waiting()) == 1


def test_a_spool_without_records_has_no_jobs(tmp_path: Path) -> None:
    assert read_jobs(Spool(tmp_path)) == []


def test_records_are_read_in_the_order_of_their_numbers(clinic: "Clinic") -> None:
    for number in (10000, 9999, 2):
        job = Job(number, "done", "/", "a.csv", "", (), {})
        save_job(clinic.spool, job)
    assert [job.number for job in read_jobs(clinic.spool)] == [2, 9999, 10000]


@pytest.mark.parametrize(
    ("state", "folder", "waits"),
    [("intent", "gone", True), ("intent", "", False), ("done", "gone", False), ("done", "", False)],
)
def test_only_an_interrupted_job_waits_for_its_folder(
    tmp_path: Path, state: Literal["intent", "done"], folder: str, *, waits: bool
) -> None:
    assert waits_for_folder([Job(1, state, str(tmp_path / folder), "a.csv", "", (), {})]) is waits
