"""Lists lie in the clear: which ones still do, and deleting those that are old."""

import dataclasses
import datetime
import hashlib
import re
from typing import Final

from kiosk.core.errors import ExportError
from kiosk.core.staff_words import tr, tr_count
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.queue.call_list import CallList, due_since_yesterday
from kiosk.desk.queue.export_jobs import Job, read_jobs, read_records
from kiosk.store.durable import remove_durably
from kiosk.store.reading import may_be_there, read_file

_NAME: Final = re.compile(r"callbacks-(\d{8})-\d{6}-job\d{4,}(?:-again)?(?:\.[a-z]+)+")
"""What this desk calls its lists: nothing else is ever deleted, whatever stands in a job's record."""


def told_of_lists(office: DeskFolder) -> str:
    """Say which lists lie unlocked where they were made. Raises ExportError or SettingsError."""
    records = read_records(office.spool)
    if records.damaged or records.unread:
        raise ExportError(records.warnings[-1])
    lying = [job.target for job in records.jobs if _day_of(job) and may_be_there(job.target)]
    if not lying:
        return tr("No list that was made here is still where it was made.")
    days = max(1, office.settings().delete_after_days)
    places = ", ".join(sorted({str(path.parent) for path in lying}))
    return tr_count(
        len(lying),
        "{count} list with names and numbers lies unlocked in {places}, for everybody who can use this "
        "computer. What nobody changed is deleted by this desk after {days}.",
        "{count} lists with names and numbers lie unlocked in {places}, for everybody who can use this "
        "computer. What nobody changed is deleted by this desk after {days}.",
        places=places,
        days=tr_count(days, "{count} day", "{count} days"),
    )


def without_old_lists(office: DeskFolder, board: CallList, now: datetime.datetime) -> CallList:
    """Delete lists that were made long enough ago, and return the board with what could not be deleted.

    Like a request, a list must be found due on two days, as a clock may have jumped. One that somebody
    changed, or that the disk does not give up, is named and stays. now: UTC, aware.
    Raises SpoolError or SettingsError.
    """
    days = office.settings().delete_after_days
    limit = now.astimezone().date() - datetime.timedelta(days=max(1, days))
    old = {
        str(job.number): job
        for job in read_jobs(office.spool)
        if job.state == "done" and (made := _day_of(job)) and made <= limit and may_be_there(job.target)
    }
    sure = due_since_yesterday(office, old, now, "due-lists")
    told = [_deleted(job) for number, job in old.items() if number in sure or not days]
    warnings = tuple(each for each in told if each)
    return dataclasses.replace(board, warnings=(*board.warnings, *warnings)) if warnings else board


def _deleted(job: Job) -> str:
    """Delete a list, or say why it still lies there."""
    place = {"file": job.file, "folder": job.folder}
    try:
        if hashlib.sha256(read_file(job.target)).hexdigest() != job.sha256:
            return tr(
                "{file} in {folder} holds names and numbers and is old: delete it (somebody changed it, so "
                "this desk does not).",
                **place,
            )
        remove_durably(job.target)
    except OSError as error:
        return tr(
            "{file} in {folder} holds names and numbers and is old: delete it (this desk cannot: {reason}).",
            **place,
            reason=error.strerror,
        )
    return ""


def _day_of(job: Job) -> datetime.date | None:
    """Return the day a list was made, None for what is no list of ours."""
    named = _NAME.fullmatch(job.file)
    try:
        return datetime.datetime.strptime(named[1], "%Y%m%d").date() if named else None  # noqa: DTZ007  # a day
    except ValueError:
        return None
