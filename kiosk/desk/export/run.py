"""One export: every waiting request into exactly one finished list, whenever the power fails."""

import contextlib
import dataclasses
import datetime
import hashlib
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Literal

from kiosk.core.audit import AuditEvent
from kiosk.core.errors import ExportError, KioskError
from kiosk.core.staff_words import tr, tr_count
from kiosk.desk.access.unseal import StaffKey
from kiosk.desk.audit import desk_log_beside
from kiosk.desk.export.formats import FORMATS
from kiosk.desk.export.rows import CallList, Line
from kiosk.desk.queue.calls import CallBook
from kiosk.desk.queue.chain import in_turn
from kiosk.desk.queue.export_jobs import (
    Job,
    exclusive_export,
    exported_by,
    finish_job,
    put_damaged_aside,
    read_jobs,
    read_records,
    refuse_unread,
    roll_back,
    save_job,
    settle_jobs,
)
from kiosk.desk.queue.opened_request import Expected, OpenedRequest
from kiosk.desk.queue.turns import USUAL_RULES, CallingRules, place_of
from kiosk.desk.queue.waiting_list import (
    WaitingList,
    in_order,
    open_envelopes,
    read_worklist,
    unread_warnings,
)
from kiosk.desk.queue.withdrawals import Withdrawn, with_withdrawn_numbers, without_withdrawn
from kiosk.store.durable import make_folders, remove_durably, write_durably
from kiosk.store.spool import Spool


@dataclasses.dataclass(frozen=True, slots=True)
class Order:
    """What list is wanted.

    out: folder for the list; now: local time, for its name; folder_is_gone: see settle_jobs;
    choice: what is new, all, or what was received on a day; format: a key of FORMATS; by: who makes it;
    kiosks: see Expected; rules: see CallList.
    """

    out: Path
    now: datetime.datetime
    folder_is_gone: bool = False
    choice: Literal["new", "all"] | datetime.date = "new"
    format: str = "csv"
    by: str = ""
    kiosks: frozenset[str] = frozenset()
    rules: CallingRules = USUAL_RULES

    @property
    def expected(self) -> Expected:
        """What a request should look like."""
        return Expected(self.now, self.kiosks, self.rules.promise)

    @property
    def description(self) -> str:
        """The choice as the list names it."""
        named = {"new": tr("all that was new"), "all": tr("all requests, new or not")}
        return named.get(str(self.choice), tr("all received on {choice}", choice=self.choice))


@dataclasses.dataclass(frozen=True, slots=True)
class Outcome:
    """What an export did.

    file: the list, None when nothing waited; count: requests in it; warnings: one sentence each.
    """

    file: Path | None
    count: int
    warnings: tuple[str, ...]


def export_list(
    spool: Spool,
    key: StaffKey,
    order: Order,
    on_opened: Callable[[int, int], None],
    calls: CallBook = CallBook(),  # noqa: B008  # never changed
) -> Outcome:
    """Write a list of what was chosen, and count what is new in it as exported.

    A list of what is new has no request that needs no call any more; such a one is listed once it is open
    again. calls: what was recorded about the requests.
    on_opened: called with how many of how many envelopes were looked at.
    Raises ExportError, WrongKey or SpoolError; the requests then wait on, or the next export settles them.
    """
    spool.create_folders()
    try:
        with exclusive_export(spool):
            spool.bring_back()
            refuse_unread(records := read_records(spool))
            settled = settle_jobs(spool, records.jobs, folder_is_gone=order.folder_is_gone)
            jobs = read_jobs(spool)
            work = read_worklist(spool, key, exported_by(jobs), order.expected, on_opened)
            aside = put_damaged_aside(spool, records)
            for envelope in (*work.damaged, *work.copies):
                spool.quarantine(envelope)
            delivered, unread = _delivered(spool, key, order, work.withdrawn)
            chosen = _lines(work, delivered, jobs, order, calls)
            lines = tuple(line for line in chosen if line.case.is_open or order.choice != "new")
            finished = _left_out(len(chosen) - len(lines))
            warnings = (*aside, *settled, *work.warnings, *unread, *calls.warnings, *finished)
            if not lines:
                return Outcome(None, 0, warnings)
            job = _write_list(spool, lines, work.withdrawn, order, records.next_number)
            finish_job(spool, job)
            if (log := desk_log_beside(spool)) is not None:
                log.add(AuditEvent.EXPORTED, order.now, by=order.by, list=job.number, requests=len(lines))
    except OSError as error:
        raise ExportError(
            tr(
                "The list could not be written to {out} ({reason}): check that its disk and the spool's are "
                "there, writable and not full, then export again.",
                out=order.out,
                reason=error.strerror,
            )
        ) from None
    return Outcome(job.target, len(lines), warnings)


def _left_out(count: int) -> tuple[str, ...]:
    told = tr_count(
        count,
        "{count} finished request is not in the list.",
        "{count} finished requests are not in the list.",
    )
    return (told,) if count else ()


def _delivered(
    spool: Spool, key: StaffKey, order: Order, withdrawn: Iterable[Withdrawn]
) -> tuple[tuple[OpenedRequest, ...], Iterable[str]]:
    """Return what was exported before, if the list wants that, and what could not be read of it."""
    delivered = () if order.choice == "new" else spool.delivered()
    if not delivered:
        return (), ()
    opened = open_envelopes(delivered, key, order.expected)
    kept, _ = without_withdrawn(opened.entries, (*withdrawn, *opened.withdrawals))
    return tuple(kept), unread_warnings(opened)


def _lines(
    work: WaitingList,
    delivered: Iterable[OpenedRequest],
    jobs: Iterable[Job],
    order: Order,
    calls: CallBook,
) -> tuple[Line, ...]:
    """Put what was chosen in the order to call it, each with where it was listed before."""
    listed = {
        name.split("-")[1]: tr("stood in list {number} before", number=job.number)
        for job in jobs
        if job.state == "done"
        for name in job.envelopes
    }
    before = {
        entry.envelope.path: listed.get(entry.request.id, tr("was exported before")) for entry in delivered
    }
    chosen = (entry for entry in (*work.entries, *delivered) if _is_chosen(entry, order.choice))
    lines = (
        Line(
            entry,
            before.get(entry.envelope.path, ""),
            in_turn(calls.records.get(entry.request.id, frozenset())),
        )
        for entry in in_order(chosen, order.rules.promise)
    )
    return tuple(sorted(lines, key=lambda line: place_of(line.case, order.rules, order.now)))


def _is_chosen(entry: OpenedRequest, choice: Literal["new", "all"] | datetime.date) -> bool:
    if not isinstance(choice, datetime.date):
        return True
    return entry.created is not None and entry.created.date() == choice


def _write_list(
    spool: Spool, lines: tuple[Line, ...], withdrawn: tuple[Withdrawn, ...], order: Order, number: int
) -> Job:
    """Record the intent, then write the list; on a failure the job is rolled back.

    What was taken back is in no line, but goes with the job: it waits no longer.
    """
    out = Path(os.path.realpath(order.out))  # Path.resolve fails where links lead in a circle
    make_folders(out)
    while (out / _file_name(order, number, lines)).exists():
        number += 1
    content = CallList(lines, order.now, order.by, number, order.description, order.rules)
    data = FORMATS[order.format].write(content)
    new = [line.entry for line in lines if not line.before]
    listed: dict[str, frozenset[int]] = {}
    for entry in new:
        listed[entry.request.kiosk] = listed.get(entry.request.kiosk, frozenset()) | {entry.request.seq}
    numbers = {
        kiosk: tuple(sorted(of)) for kiosk, of in sorted(with_withdrawn_numbers(listed, withdrawn).items())
    }
    job = Job(
        number=number,
        state="intent",
        folder=str(out),
        file=_file_name(order, number, lines),
        sha256=hashlib.sha256(data).hexdigest(),
        envelopes=(
            *(entry.envelope.path.name for entry in new),
            *(item.envelope.path.name for item in withdrawn if item.withdrawal.is_proven),
        ),
        numbers=numbers,
        repeated=content.repeated,
        by=order.by,
        unproven=tuple(item.envelope.path.name for item in withdrawn if not item.withdrawal.is_proven),
    )
    save_job(spool, job)
    try:
        write_durably(out, job.file, data, out)
    except OSError:
        with contextlib.suppress(OSError, KioskError):
            remove_durably(job.target)
            roll_back(spool, job)
        raise
    return job


def _file_name(order: Order, number: int, lines: Iterable[Line]) -> str:
    again = "-again" if any(line.before for line in lines) else ""
    return f"callbacks-{order.now:%Y%m%d-%H%M%S}-job{number:04}{again}{FORMATS[order.format].suffix}"
