"""Export jobs on record: what each one was about to write, and how an interrupted one is settled."""

import contextlib
import dataclasses
import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

from kiosk.core.errors import ExportError
from kiosk.core.staff_words import tr
from kiosk.core.validation import read
from kiosk.desk.queue.waiting_list import Exported
from kiosk.store.durable import remove_leftovers, sync_folder, write_durably
from kiosk.store.envelope import is_envelope_name
from kiosk.store.locks import exclusive
from kiosk.store.reading import NotAFile, read_file, read_json, read_patiently
from kiosk.store.spool import Spool


@dataclasses.dataclass(frozen=True, slots=True)
class Job:
    """One export: the list it writes, and the envelopes that are marked as exported once the list is written.

    number: from 1 per spool; folder, file, sha256: of the list; envelopes, numbers: the requests that are
    listed for the first time, numbers by kiosk; repeated: how many others; by: who made it;
    unproven: what says without proof that a request was taken back: it waits no longer, and lists nothing.
    state "intent": begun, and not known to have ended.
    """

    number: int
    state: Literal["intent", "done", "rolled back"]
    folder: str
    file: str
    sha256: str
    envelopes: tuple[str, ...]
    numbers: dict[str, tuple[int, ...]]
    repeated: int = 0
    by: str = ""
    unproven: tuple[str, ...] = ()

    @property
    def target(self) -> Path:
        """Where the list is, or would be."""
        return Path(self.folder) / self.file


@contextlib.contextmanager
def exclusive_export(spool: Spool) -> Iterator[None]:
    """Allow one export of a spool at a time; held until the block or the process ends, even by kill -9.

    Entering raises ExportError when another export runs, or when what stands there is no file to lock.
    """
    lock = spool.state / "export.lock"
    taken = ExportError(tr("Another export of this spool is running: wait until it has finished."))
    with contextlib.ExitStack() as stack:
        try:
            stack.enter_context(exclusive(lock, taken))
        except OSError as error:
            raise ExportError(
                tr(
                    "{path} cannot be opened ({reason}), so no list can be made: ask IT to move it away.",
                    path=lock,
                    reason=error.strerror,
                )
            ) from None
        yield


@dataclasses.dataclass(frozen=True, slots=True)
class JobRecords:
    """Every job on record, by number; damaged: what is no record; unread: what the disk does not give now.

    unread: the folder of them all when nobody can look into it.
    """

    jobs: tuple[Job, ...]
    damaged: tuple[Path, ...]
    unread: tuple[Path, ...]

    @property
    def warnings(self) -> tuple[str, ...]:
        """One sentence for each list that was interrupted, and for each record that says nothing."""
        return (
            *(
                tr("The list {target} was interrupted; the next list settles it.", target=job.target)
                for job in self.jobs
                if job.state == "intent"
            ),
            *(
                tr("The export record {path} is damaged; the next list puts it aside.", path=path)
                for path in self.damaged
            ),
            *(
                tr("The export record {path} cannot be read now: tell IT if that lasts.", path=path)
                for path in self.unread
            ),
        )

    @property
    def next_number(self) -> int:
        """A number that no record has, also none that is damaged."""
        named = (int(path.stem) for path in (*self.damaged, *self.unread) if path.stem.isdecimal())
        return max((*(job.number for job in self.jobs), *named), default=0) + 1


def read_records(spool: Spool) -> JobRecords:
    """Read all records, whatever stands among them. Raises ExportError when the disk does not list them."""
    jobs, damaged, unread = list[Job](), list[Path](), list[Path]()
    try:
        paths = read_patiently(lambda: [path for path in spool.jobs.iterdir() if path.suffix == ".json"])
    except FileNotFoundError:
        paths = []
    except OSError:
        return JobRecords((), (), (spool.jobs,))
    for path in sorted(paths, key=lambda path: (len(path.name), path)):
        try:
            job = _read_job(path)
        except OSError:
            unread.append(path)
            continue
        if job is None:
            damaged.append(path)
        else:
            jobs.append(job)
    return JobRecords(tuple(jobs), tuple(damaged), tuple(unread))


def read_jobs(spool: Spool) -> list[Job]:
    """Every job that can be read, by number. Raises ExportError as read_records does."""
    records = read_records(spool)
    if spool.jobs in records.unread:
        raise _unread(spool.jobs)
    return list(records.jobs)


def refuse_unread(records: JobRecords) -> None:
    """Raise ExportError when a record cannot be read now: what it lists would be listed again."""
    if records.unread:
        raise _unread(records.unread[0])


def put_damaged_aside(spool: Spool, records: JobRecords) -> list[str]:
    """Move what is no record out of the way of further lists, and say so in one sentence each.

    Raises SpoolError.
    """
    for path in records.damaged:
        spool.put_aside(path)
    return [
        tr(
            "The export record {name} was damaged and is in {folder} now, for IT: look in this list for "
            "requests that you have seen before.",
            name=path.name,
            folder=spool.damaged,
        )
        for path in records.damaged
    ]


def save_job(spool: Spool, job: Job) -> None:
    """Put a job on record durably. Raises OSError."""
    record = json.dumps(dataclasses.asdict(job), indent=2).encode()
    write_durably(spool.jobs, f"{job.number:04}.json", record, spool.tmp)


def exported_by(jobs: Iterable[Job]) -> Exported:
    """Return what the finished jobs have taken."""
    done = [job for job in jobs if job.state == "done"]
    ids = frozenset(name.split("-")[1] for job in done for name in job.envelopes)
    kiosks = {kiosk for job in done for kiosk in job.numbers}
    return Exported(
        ids, {kiosk: frozenset(n for job in done for n in job.numbers.get(kiosk, ())) for kiosk in kiosks}
    )


def waits_for_folder(jobs: Iterable[Job]) -> bool:
    """Whether an interrupted job cannot be settled because its folder is not there."""
    return any(job.state == "intent" and not Path(job.folder).is_dir() for job in jobs)


def settle_jobs(spool: Spool, jobs: Iterable[Job], *, folder_is_gone: bool = False) -> list[str]:
    """End every interrupted job: finish it if its list is complete, else undo it; return what was done.

    folder_is_gone: the person knows that the folder of an interrupted job will not come back.
    Raises ExportError when that folder is not there otherwise, SpoolError or OSError when a disk refuses.
    """
    unfinished = [job for job in jobs if job.state == "intent"]
    for job in unfinished:
        _sweep(job, folder_is_gone=folder_is_gone)
    return [_settle(spool, job) for job in unfinished]


def finish_job(spool: Spool, job: Job) -> None:
    """Move the job's envelopes to exported/ and put it on record as done. Raises SpoolError or OSError."""
    spool.deliver(*job.envelopes, *job.unproven)
    save_job(spool, dataclasses.replace(job, state="done"))


def roll_back(spool: Spool, job: Job) -> None:
    """Let the job's envelopes wait again and record it as rolled back. Raises SpoolError or OSError."""
    spool.return_to_waiting(*job.envelopes, *job.unproven)
    save_job(spool, dataclasses.replace(job, state="rolled back"))


def _sweep(job: Job, *, folder_is_gone: bool) -> None:
    folder = Path(job.folder)
    if folder.is_dir():
        remove_leftovers(folder, job.file)
    elif not folder_is_gone:
        raise ExportError(
            tr(
                "The export to {target} was interrupted and its folder is not there: bring it back (plug "
                "the stick in again). Only if it is lost for good, say that the folder is gone to list its "
                "requests again, although that list may exist too.",
                target=job.target,
            )
        )


def _settle(spool: Spool, job: Job) -> str:
    try:
        stands = hashlib.sha256(read_file(job.target)).hexdigest() == job.sha256
    except (FileNotFoundError, NotAFile):
        stands = False
    if stands:
        sync_folder(job.target.parent)
        finish_job(spool, job)
        return tr("An interrupted export was finished: {target} is complete.", target=job.target)
    roll_back(spool, job)
    return tr(
        "An interrupted export was taken back: if you find an older {file}, destroy it unused.", file=job.file
    )


def _unread(path: Path) -> ExportError:
    return ExportError(
        tr("The export record {path} cannot be read now: try again, and tell IT if that lasts.", path=path)
    )


def _read_job(path: Path) -> Job | None:
    """Return a job, or None for what is no record of one. Raises OSError."""
    try:
        job, _ = read(Job, read_json(path))
    except (ValueError, NotAFile, FileNotFoundError):
        return None
    is_sound = job is not None and all(is_envelope_name(name) for name in (*job.envelopes, *job.unproven))
    return job if is_sound else None
