"""One export: every waiting request into exactly one finished list, whenever the power fails."""

import contextlib
import dataclasses
import datetime
import hashlib
from collections.abc import Callable
from pathlib import Path

from kiosk.core.errors import ExportError, KioskError
from kiosk.desk.entry import Expected
from kiosk.desk.export.csv_list import read_csv, row_of, write_csv
from kiosk.desk.export.jobs import (
    Job,
    exported_by,
    finish_job,
    only_export,
    read_jobs,
    roll_back,
    save_job,
    settle_jobs,
)
from kiosk.desk.unseal import StaffKey
from kiosk.desk.worklist import WorkList, read_worklist
from kiosk.store.durable import make_folders, remove_durably, write_durably
from kiosk.store.spool import Spool


@dataclasses.dataclass(frozen=True, slots=True)
class Order:
    """What list is wanted.

    out: folder for the list; now: local time, for its name; folder_is_gone: see settle_jobs.
    """

    out: Path
    now: datetime.datetime
    folder_is_gone: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Outcome:
    """What an export did.

    file: the list, None when nothing waited; count: requests in it; warnings: one sentence each.
    """

    file: Path | None
    count: int
    warnings: tuple[str, ...]


def export_list(spool: Spool, key: StaffKey, order: Order, on_opened: Callable[[int, int], None]) -> Outcome:
    """Write a list of all that waits, and count it as exported.

    on_opened: called with how many of how many envelopes were looked at.
    Raises ExportError, WrongKey or SpoolError; the requests then wait on, or the next export settles them.
    """
    spool.create_folders()
    try:
        with only_export(spool):
            settled = settle_jobs(spool, read_jobs(spool), folder_is_gone=order.folder_is_gone)
            jobs = read_jobs(spool)
            work = read_worklist(spool, key, exported_by(jobs), Expected(order.now), on_opened)
            for envelope in (*work.damaged, *work.copies):
                spool.quarantine(envelope)
            warnings = (*settled, *work.warnings)
            if not work.entries:
                return Outcome(None, 0, warnings)
            job = _write_list(spool, work, order, max((job.number for job in jobs), default=0) + 1)
            finish_job(spool, job)
    except OSError as error:
        raise ExportError(
            f"The list could not be written to {order.out} ({error.strerror}): check that its disk and the "
            "spool's are there, writable and not full, then export again."
        ) from None
    return Outcome(job.target, len(work.entries), warnings)


def _write_list(spool: Spool, work: WorkList, order: Order, number: int) -> Job:
    """Record the intent, then write and read back the list; on a failure the job is rolled back."""
    rows = [row_of(entry) for entry in work.entries]
    data = write_csv(rows)
    out = order.out.resolve()
    make_folders(out)
    while (out / _file_name(order.now, number)).exists():
        number += 1
    numbers: dict[str, tuple[int, ...]] = {}
    for entry in work.entries:
        numbers[entry.request.kiosk] = (*numbers.get(entry.request.kiosk, ()), entry.request.seq)
    job = Job(
        number=number,
        state="intent",
        folder=str(out),
        file=_file_name(order.now, number),
        sha256=hashlib.sha256(data).hexdigest(),
        envelopes=tuple(entry.envelope.path.name for entry in work.entries),
        numbers=numbers,
    )
    save_job(spool, job)
    try:
        write_durably(out, job.file, data, out)
        _check_list(job.target, rows)
    except (OSError, ExportError):
        with contextlib.suppress(OSError, KioskError):
            remove_durably(job.target)
            roll_back(spool, job)
        raise
    return job


def _check_list(target: Path, rows: list[tuple[str, ...]]) -> None:
    try:
        is_same = read_csv(target.read_bytes()) == rows
    except ValueError:
        is_same = False
    if not is_same:
        raise ExportError(
            f"{target} did not read back as it was written, so it was removed: use another disk."
        )


def _file_name(now: datetime.datetime, number: int) -> str:
    return f"callbacks-{now:%Y%m%d-%H%M%S}-job{number:04}.csv"
