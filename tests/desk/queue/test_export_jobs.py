"""Export jobs on record: read back in order, damage named, one export at a time."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from kiosk.core.callback.request import CallbackRequest
from kiosk.core.errors import ExportError
from kiosk.desk.queue.export_jobs import Job, exclusive_export, read_jobs, save_job, waits_for_folder
from kiosk.store.spool import Spool

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


@pytest.mark.parametrize("record", ["{", "[]", json.dumps({"number": 1}), "\ud800"])
def test_a_damaged_record_stops_the_export_in_one_sentence(clinic: "Clinic", record: str) -> None:
    (clinic.spool.jobs / "0001.json").write_bytes(record.encode("utf-8", "surrogatepass"))
    with pytest.raises(ExportError, match=r"The export record .*0001\.json is damaged"):
        clinic.export()


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
