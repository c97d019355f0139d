"""Who can open this desk: somebody comes, goes or has lost their words, and what can still be opened."""

import datetime
from collections.abc import Callable
from typing import Final

from kiosk.core.counted import counted
from kiosk.core.errors import ExportError, KeyFileError, SpoolError, UnreadEnvelope, UnsealError
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.access.keys import KeyLocation, NewKey, make_key_beside, make_staff_key
from kiosk.desk.access.names import RECOVERY
from kiosk.desk.access.unseal import StaffKey
from kiosk.desk.queue.export_jobs import read_records
from kiosk.desk.queue.opening import open_envelope
from kiosk.store.durable import PUBLIC_FILE, move_durably, remove_durably, write_durably
from kiosk.store.recipients import load_recipients, name_in
from kiosk.store.seal import seal
from kiosk.store.text_files import read_text_file

_REMOVED: Final = "{name} can no longer open anything this desk keeps or takes in from now on."
_STILL: Final = (
    "With a copy of the old key file and its passphrase, {name} can still open: requests that wait in the "
    "kiosk or on a stick, all that the kiosk seals until it gets the new recipients.txt, copies and backups "
    "made before today, and every list that was exported."
)
_CARRY: Final = "Carry {file} to the kiosk now, and compare the check code there."

NOT_YOURSELF: Final = "You cannot remove yourself: ask a colleague to do it."


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
    unread, _ = seal_anew(office, key)
    if unread:
        raise SpoolError(
            f"{name} can open this desk, but {_unread(unread)}: they are locked anew when "
            f"somebody is added or removed again. {_CARRY.format(file=office.recipients_file)}"
        )
    return made


def remove_person(office: DeskFolder, key: StaffKey, name: str) -> tuple[str, ...]:
    """Remove a person from recipients.txt, seal all files of the desk again without them, delete their key.

    Returns sentences for staff: what was done and what they must do now. An interrupted removal can be
    repeated. Raises KeyFileError, SealError or SpoolError.
    """
    if name == RECOVERY:
        raise KeyFileError("The recovery key stays: without it, a lost passphrase loses every request.")
    if office.people() == (name,):
        raise KeyFileError(f"{name} is the only person who can open this desk: add somebody else first.")
    _check_jobs(office)
    keyless = _without_key(_lines(office), name)
    try:
        _write(office, keyless)
        unread, unopened = seal_anew(office, key)
        if unread:
            raise SpoolError(
                f"{name} could not be removed completely: {_unread(unread)}; remove {name} "
                "again, and tell IT if it stays so."
            )
        remove_durably(office.key_file(name))
        _write(office, [line for line in keyless if name_in(line) != name])
    except OSError as error:
        raise KeyFileError(
            f"{name} could not be removed completely ({error.strerror}): check the disk, then remove {name} "
            "again."
        ) from None
    told = [_REMOVED.format(name=name), _STILL.format(name=name), _CARRY.format(file=office.recipients_file)]
    if unopened:
        told.append(f"{counted(unopened, 'sealed file')} could not be opened with your key: left as found.")
    return tuple(told)


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
    lines = _without_key(_lines(office), name)
    at = next((place for place, line in enumerate(lines, start=1) if name_in(line) == name), None)
    if at is None:
        lines, at = [*lines, f"# {name}"], len(lines) + 1
    try:
        _write(office, [*lines[:at], recipient, *lines[at:]])
        move_durably([(beside, office.key_file(name))])
    except OSError as error:
        raise KeyFileError(
            f"{name} has no new key yet ({error.strerror}): check the disk, then do it again with the "
            "recovery key."
        ) from None
    unread, unopened = seal_anew(office, recovery)
    count = counted(unread + unopened, "sealed file")
    told = f"{count} could not be opened now and stay as they were: tell IT, and come in this way again."
    return told if unread or unopened else ""


def seal_anew(office: DeskFolder, key: StaffKey) -> tuple[int, int]:
    """Seal all the desk keeps to its present recipients.

    Returns how many files the disk does not give now, and how many others your key does not open; they stay
    as they were. Raises SealError or SpoolError; then do it again.
    """
    recipients = load_recipients(office.recipients_file, demonstration_allowed=True)
    office.prepare()
    unread = unopened = 0
    for spool in (office.spool, office.calls, office.notes, office.numbers):
        for envelope in (*spool.waiting(), *spool.delivered()):
            try:
                plain = open_envelope(envelope, key)
            except UnreadEnvelope:
                unread += 1
            except UnsealError:
                unopened += 1
            else:
                spool.replace(envelope, seal(plain, recipients))
    return unread, unopened


def _check_jobs(office: DeskFolder) -> None:
    """Settle lists first: an interrupted one names its requests as they are sealed now."""
    records = read_records(office.spool)
    if records.unread:
        raise ExportError(f"{records.warnings[-1]} Then change who can open this desk.")
    if any(job.state == "intent" for job in records.jobs):
        raise ExportError("A list was interrupted: export once more, then change who can open this desk.")


def _without_key(lines: list[str], name: str) -> list[str]:
    """Leave out the key below the line that names a person; the name stays until the key file is gone."""
    return [
        line
        for line, before in zip(lines, ["", *lines], strict=False)
        if name_in(before) != name or line.strip().startswith("#")
    ]


def _lines(office: DeskFolder) -> list[str]:
    return read_text_file(office.recipients_file).splitlines()


def _write(office: DeskFolder, lines: list[str]) -> None:
    text = "".join(f"{line}\n" for line in lines)
    write_durably(office.root, office.recipients_file.name, text.encode(), office.root, mode=PUBLIC_FILE)


def _unread(count: int) -> str:
    return f"{counted(count, 'sealed file')} cannot be read now, locked as before"
