"""Who can open this desk: somebody comes, goes or has lost their words, and what can still be opened."""

import dataclasses
import datetime
import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from kiosk.core.audit import AuditEvent
from kiosk.core.errors import (
    DamagedEnvelope,
    ExportError,
    KeyFileError,
    SpoolError,
    UnreadEnvelope,
    UnsealError,
)
from kiosk.core.staff_words import mark, tr, tr_count
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.access.keys import KeyLocation, NewKey, make_key_beside, make_staff_key, new_key_file
from kiosk.desk.access.names import RECOVERY, is_same
from kiosk.desk.access.owners import keys_of, owner_of, refuse_doubt, strangers, without_keys
from kiosk.desk.access.unseal import StaffKey
from kiosk.desk.audit import desk_log
from kiosk.desk.queue.export_jobs import read_records
from kiosk.desk.queue.opening import open_envelope
from kiosk.store.durable import PUBLIC_FILE, move_durably, remove_durably, write_durably
from kiosk.store.envelope import short_name
from kiosk.store.recipients import load_recipients, name_in, recipients_text
from kiosk.store.seal import seal

if TYPE_CHECKING:
    from pathlib import Path

_REMOVED: Final = mark("{name} can no longer open anything this desk keeps or takes in from now on.")
_STILL: Final = mark(
    "With a copy of the old key file and its passphrase, {name} can still open: requests that wait in the "
    "kiosk or on a stick, all that the kiosk seals until it gets the new recipients.txt, copies and backups "
    "made before today, and every list that was exported."
)
_PARTLY: Final = mark(
    "{name} is removed, and opens nothing that this desk takes in from now on. But {files} here could not "
    "be opened with your key and stayed locked as before, so {name} may open what is in them: {names}. Show "
    "them to IT. They are locked anew when somebody whose key opens them adds or removes a person."
)
_STRANGERS: Final = mark(
    "recipients.txt also has the key of {names}, and no key file of that name is here: whoever has it opens "
    "everything. If nobody knows whose it is, ask IT."
)
_MAY_BE_RUNNING: Final = datetime.timedelta(minutes=1)
"""A write takes milliseconds, and one whose file is gone is done again. Chosen; not measured."""
_NAMED: Final = 3
"""File names in a sentence before the rest is counted. Chosen; not measured."""
_CARRY: Final = mark("Carry {file} to the kiosk now, and compare the check code there.")

NOT_YOURSELF: Final = mark("You cannot remove yourself: ask a colleague to do it.")


def add_person(
    office: DeskFolder, key: StaffKey, name: str, now: datetime.datetime, choose_passphrase: Callable[[], str]
) -> NewKey:
    """Make a key for a person and seal all files of the desk to it too.

    key: of a person who has one already. Raises KeyFileError, SealError or SpoolError; SpoolError also when
    the person was added, but some files could not be read.
    """
    _check_jobs(office)
    place = KeyLocation(office.root, office.recipients_file, is_demonstration=office.is_demonstration)
    made = make_staff_key(name, place, now, choose_passphrase)
    _note(office, AuditEvent.PERSON_ADDED, key, name, now)
    sealed = seal_anew(office, key, now)
    if sealed.unread:
        raise SpoolError(
            tr(
                "{name} can open this desk, but {unread}: they are locked anew when somebody is added or "
                "removed again. {carry}",
                name=name,
                unread=_unread(sealed),
                carry=tr(_CARRY, file=office.recipients_file),
            )
        )
    return made


def remove_person(office: DeskFolder, key: StaffKey, name: str, now: datetime.datetime) -> tuple[str, ...]:
    """Remove a person from recipients.txt, seal all files of the desk again without them, delete their key.

    Every line with a key of theirs goes, wherever it stands. Returns sentences for staff: what was done and
    what they must do now. An interrupted removal can be repeated, and must be until every file was read.
    Raises KeyFileError, also where recipients.txt leaves a doubt which key is theirs, SealError, SpoolError.
    """
    if name == RECOVERY:
        raise KeyFileError(tr("The recovery key stays: without it, a lost passphrase loses every request."))
    if office.people() == (name,):
        raise KeyFileError(
            tr("{name} is the only person who can open this desk: add somebody else first.", name=name)
        )
    _check_jobs(office)
    lines, people = _lines(office), office.people()
    refuse_doubt(name, lines, people, key.recipient)
    keyless = without_keys(lines, keys_of(name, lines, people))
    try:
        _write(office, keyless)
        _note(office, AuditEvent.PERSON_REMOVED, key, name, now)
        sealed = seal_anew(office, key, now)
        if sealed.unread:
            raise SpoolError(
                tr(
                    "{name} could not be removed completely: {unread}; remove {name} again, and tell IT if "
                    "it stays so.",
                    name=name,
                    unread=_unread(sealed),
                )
            )
        if sealed.running:
            raise SpoolError(
                tr_count(
                    sealed.running,
                    "{name} could not be removed completely: {count} file may still be on the way to the "
                    "disk, locked as before; wait a minute, then remove {name} again.",
                    "{name} could not be removed completely: {count} files may still be on the way to the "
                    "disk, locked as before; wait a minute, then remove {name} again.",
                    name=name,
                )
            )
        for file in (office.key_file(name), new_key_file(office.key_file(name))):
            remove_durably(file)
        left = [line for line in keyless if not is_same(name_in(line), name)]
        _write(office, left)
    except OSError as error:
        raise KeyFileError(
            tr(
                "{name} could not be removed completely ({reason}): check the disk, then remove {name} "
                "again.",
                name=name,
                reason=error.strerror,
            )
        ) from None
    others = strangers(left, office.people())
    return (
        _removed(name, sealed),
        *((tr(_STRANGERS, names=", ".join(others)),) if others else ()),
        tr(_STILL, name=name),
        tr(_CARRY, file=office.recipients_file),
    )


def give_new_key(
    office: DeskFolder, recovery: StaffKey, name: str, now: datetime.datetime, passphrase: str
) -> str:
    """Give somebody whose words are lost a new key in place of the old one, and seal all files to it.

    recovery: opens all that is here. The new key is on the disk before anything is sealed to it, and the old
    one is there until recipients.txt has the new one; what was interrupted can be done again.
    Returns what the new key does not open, in a sentence, or "".
    Raises KeyFileError, SealError, ExportError or SpoolError.
    """
    _check_jobs(office)
    office.recipients()
    beside, recipient = make_key_beside(office.root, name, now, passphrase)
    before = _lines(office)
    lines = without_keys(before, keys_of(name, before, office.people()))
    at = next((place for place, line in enumerate(lines, start=1) if is_same(name_in(line), name)), None)
    if at is None:
        lines, at = [*lines, f"# {name}"], len(lines) + 1
    try:
        _write(office, [*lines[:at], recipient, *lines[at:]])
        move_durably([(beside, office.key_file(name))])
    except OSError as error:
        raise KeyFileError(
            tr(
                "{name} has no new key yet ({reason}): check the disk, then do it again with the recovery "
                "key.",
                name=name,
                reason=error.strerror,
            )
        ) from None
    _note(office, AuditEvent.KEY_RENEWED, recovery, name, now)
    sealed = seal_anew(office, recovery, now)
    number = len(sealed.unread) + len(sealed.unopened) + sealed.running
    if not number:
        return ""
    return tr_count(
        number,
        "{count} sealed file could not be opened now and stays as it was: tell IT, and come in this way "
        "again.",
        "{count} sealed files could not be opened now and stay as they were: tell IT, and come in this way "
        "again.",
    )


@dataclasses.dataclass(frozen=True, slots=True)
class SealedAnew:
    """Short names of what stayed as it was.

    unread: the disk does not give it now; unopened: the key does not open it; running: how many files are
    being written just now, or were left by a write that broke off within the minute.
    """

    unread: tuple[str, ...]
    unopened: tuple[str, ...]
    running: int


def seal_anew(office: DeskFolder, key: StaffKey, now: datetime.datetime) -> SealedAnew:
    """Seal all the desk keeps to its present recipients, wherever it is, until nothing comes any more.

    What interrupted writes left is deleted: it may be sealed to somebody who was removed. now: aware.

    Another desk may go on sealing to those it read before. Raises SealError or SpoolError; then do it again.
    """
    recipients = load_recipients(office.recipients_file, demonstration_allowed=True)
    office.prepare()
    unread: list[Path] = []
    unopened: list[Path] = []
    done: set[Path] = set()
    spools = (office.spool, office.calls, office.notes, office.numbers)
    while new := [(spool, path) for spool in spools for path in spool.all_files() if path not in done]:
        for spool, path in new:
            done.add(path)
            try:
                envelope = spool.read_any(path)
                if envelope is None:
                    raise DamagedEnvelope(path.name)
                plain = open_envelope(envelope, key)
            except UnreadEnvelope:
                unread.append(path)
            except UnsealError:
                unopened.append(path)
            else:
                done.add(spool.replace(envelope, seal(plain, recipients)))
    running = office.clear_leftovers(now, _MAY_BE_RUNNING)
    return SealedAnew(_still_there(unread), _still_there(unopened), running)


def _still_there(paths: "list[Path]") -> tuple[str, ...]:
    """Leave out what a colleague moved meanwhile: it was met again where it is now."""
    return tuple(short_name(path) for path in paths if os.path.lexists(path))


def _check_jobs(office: DeskFolder) -> None:
    """Settle lists first: an interrupted one names its requests as they are sealed now."""
    records = read_records(office.spool)
    if records.unread:
        raise ExportError(tr("{warning} Then change who can open this desk.", warning=records.warnings[-1]))
    if any(job.state == "intent" for job in records.jobs):
        raise ExportError(tr("A list was interrupted: export once more, then change who can open this desk."))


def _note(office: DeskFolder, event: AuditEvent, key: StaffKey, whom: str, now: datetime.datetime) -> None:
    """Keep what was done to whom, and by the holder of which key."""
    by = owner_of(key.recipient, _lines(office), office.people())
    desk_log(office).add(event, now, by=by, whom=whom)


def _lines(office: DeskFolder) -> list[str]:
    return recipients_text(office.recipients_file).splitlines()


def _write(office: DeskFolder, lines: list[str]) -> None:
    text = "".join(f"{line}\n" for line in lines)
    write_durably(office.root, office.recipients_file.name, text.encode(), office.root, mode=PUBLIC_FILE)


def _removed(name: str, sealed: SealedAnew) -> str:
    if not sealed.unopened:
        return tr(_REMOVED, name=name)
    files = tr_count(len(sealed.unopened), "{count} sealed file", "{count} sealed files")
    return tr(_PARTLY, name=name, files=files, names=_some(sealed.unopened))


def _unread(sealed: SealedAnew) -> str:
    return tr_count(
        len(sealed.unread),
        "{count} sealed file cannot be read now, locked as before ({names})",
        "{count} sealed files cannot be read now, locked as before ({names})",
        names=_some(sealed.unread),
    )


def _some(names: tuple[str, ...]) -> str:
    return ", ".join((*names[:_NAMED], *(["..."] if len(names) > _NAMED else [])))
