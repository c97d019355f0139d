"""The commands that IT runs or schedules: one file of the desk, and a desk of that file."""

import argparse
import os
from typing import TYPE_CHECKING, Final

from kiosk.core.audit import AuditEvent
from kiosk.core.staff_words import mark, tr, tr_count
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.access.places import office_to_open
from kiosk.desk.audit import desk_log
from kiosk.desk.backup.make import make_backup
from kiosk.desk.backup.restore import restore_backup
from kiosk.desk.queue.calls import local_time
from kiosk.desk.terminal import CliEnvironment, print_json, progress, say
from kiosk.store.check_code import check_code

if TYPE_CHECKING:
    from pathlib import Path

_NAMED: Final = 3
"""File names in a sentence before the rest is counted. Chosen; not measured."""
_MADE: Final = mark("Done: {files} in {file}.")
_LEFT_OUT: Final = mark(
    "Not in it: {names}. A backup holds no list and nothing else that lies in the clear, "
    "which would outlive the day on which the desk deletes it, and no recovery key, which "
    "would open it."
)
_OPENS: Final = mark(
    "It opens with the words of anybody who has a key in it, or with the recovery key, which is not in it."
)
_RESTORED: Final = mark("Done: the desk as it was on {time} is in {root} ({files}).")
_LOST: Final = mark(
    "Calls and notes recorded since are lost. Take in every stick and the kiosk's folder "
    'again; requests that were taken in since are still at the kiosk for some days: see "The '
    "desk's backup\" in the handbook."
)
_PEOPLE: Final = mark(
    "{names} can open it with the words of that day: whoever was removed since is there "
    "again, and whoever was added since is not."
)
_CODE: Final = mark(
    "Check code: {code}. Where the kiosk shows other words, carry {file} there once the people are right."
)


def back_up(arguments: argparse.Namespace, environment: CliEnvironment) -> None:
    """Run the command backup. Raises BackupError or KeyFileError."""
    out: Path = arguments.out
    with progress(tr("Reading"), environment) as on_read:
        made = make_backup(_office(arguments), out, environment.now(), on_read)
    if arguments.json:
        document = {
            "file": str(made.file),
            "made": made.made,
            "files": made.files,
            "bytes": made.size,
            "left_out": made.left_out,
        }
        print_json(document, environment)
        return
    files = tr_count(made.files, "{count} file of this desk is", "{count} files of this desk are")
    say(tr(_MADE, files=files, file=made.file), environment)
    if made.left_out:
        say(tr(_LEFT_OUT, names=_some(made.left_out)), environment)
    say(tr(_OPENS), environment)


def restore(arguments: argparse.Namespace, environment: CliEnvironment) -> None:
    """Run the command restore. Raises BackupError, KeyFileError, SpoolError or SealError."""
    file: Path = arguments.file
    office = _office(arguments)
    with progress(tr("Restoring"), environment) as on_restored:
        restored = restore_backup(file, office, on_restored)
    desk_log(office).add(AuditEvent.RESTORED, environment.now(), files=restored.files)
    people, code = office.people(), check_code(office.recipients())
    files = tr_count(restored.files, "{count} file", "{count} files")
    told = (
        tr(_RESTORED, time=local_time(restored.made), root=office.root, files=files),
        tr(_LOST),
        tr(_PEOPLE, names=", ".join(people)),
        tr(_CODE, code=" ".join(code), file=office.recipients_file),
    )
    if arguments.json:
        document = {
            "office": str(office.root),
            "made": restored.made,
            "files": restored.files,
            "people": people,
            "check_code": code,
            "done": told,
        }
        print_json(document, environment)
        return
    for line in told:
        say(line, environment)


def _office(arguments: argparse.Namespace) -> DeskFolder:
    return DeskFolder(office_to_open(arguments.office, os.environ).absolute())


def _some(names: tuple[str, ...]) -> str:
    more = (tr("{count} more", count=len(names) - _NAMED),) if len(names) > _NAMED else ()
    return ", ".join((*names[:_NAMED], *more))
