"""Key files for staff and recovery, and the recipients file that lists their public halves."""

import contextlib
import dataclasses
import datetime
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from kiosk.core.errors import KeyFileError, KioskError
from kiosk.core.staff_words import tr
from kiosk.desk.access.names import RECOVERY, is_same, key_file, people_in, person_name
from kiosk.desk.access.unseal import StaffKey, generate_key_file, protect, read_key_file, with_new_words
from kiosk.store.durable import (
    PRIVATE_FILE,
    PUBLIC_FILE,
    make_folders,
    remove_durably,
    remove_leftovers,
    write_durably,
)
from kiosk.store.reading import may_be_there, read_file
from kiosk.store.recipients import DEMONSTRATION_LINE, Recipients, load_recipients, recipients_text
from kiosk.store.seal import seal

_NEW: Final = ".new"
"""Ends the name of a key that waits to take the place of another one."""
_TEST_ENVELOPE: Final = b"Can this envelope be opened?"


@dataclasses.dataclass(frozen=True, slots=True)
class KeyLocation:
    """Where a new key goes: a folder for the private half, the recipients file for the public half."""

    folder: Path
    recipients_file: Path
    is_demonstration: bool


@dataclasses.dataclass(frozen=True, slots=True)
class NewKey:
    """Where a key was written, its public half, and the recipients file that now lists it."""

    file: Path
    recipient: str
    recipients_file: Path


def make_staff_key(
    name: str,
    place: KeyLocation,
    now: datetime.datetime,
    choose_passphrase: Callable[[], str],
    before: Mapping[str, str] = MappingProxyType({}),
) -> NewKey:
    """Write a person's key, protected by a passphrase, and add its public half to the recipients file.

    before: public halves by name that are added in the same step, above the new one.
    Raises KeyFileError or SealError; nothing that exists is ever overwritten.
    """
    name = person_name(name)
    file = key_file(place.folder, name)
    _refuse_to_spoil(file, place)
    _refuse_a_second(name, place)
    plain, recipient = generate_key_file(f"{now:%Y-%m-%dT%H:%M:%SZ}")
    _write(file, protect(plain, choose_passphrase()), PRIVATE_FILE)
    return _listed(NewKey(file, recipient, place.recipients_file), {**before, name: recipient}, place)


def make_recovery_key(place: KeyLocation, now: datetime.datetime) -> NewKey:
    """Write recovery.key, unprotected, let it open a test envelope, and add its public half.

    Raises KeyFileError or SealError; nothing that exists is ever overwritten.
    """
    file = place.folder / f"{RECOVERY}.key"
    _refuse_to_spoil(file, place)
    plain, recipient = generate_key_file(f"{now:%Y-%m-%dT%H:%M:%SZ}")
    _write(file, plain, PRIVATE_FILE)
    if not _opens_a_test_envelope(file, recipient):
        with contextlib.suppress(OSError):
            remove_durably(file)
        raise KeyFileError(
            tr(
                "{file} did not open a test envelope and must not be used: try again on another disk.",
                file=file,
            )
        )
    return _listed(NewKey(file, recipient, place.recipients_file), {RECOVERY: recipient}, place)


def change_passphrase(file: Path, ask_passphrase: Callable[[], str], passphrase: str) -> None:
    """Let another passphrase open a person's key; afterwards the old one opens nothing in its folder.

    The key stays the same. An interrupted change leaves the old file or the new one, whole.
    ask_passphrase: the old one. Raises KeyFileError, WrongPassphrase or TooBusy.
    """
    changed = with_new_words(_read(file), ask_passphrase, passphrase)
    if not may_be_there(file):
        raise KeyFileError(
            tr("{file} is not there any more: ask your colleagues whether you were removed.", file=file)
        )
    try:
        _write(file, changed, PRIVATE_FILE)
    except KeyFileError as error:  # the new file may stand there although it could not be synced
        raise KeyFileError(
            tr("{error} Until then your old words open the key or, if not, the new ones.", error=error)
        ) from None
    with contextlib.suppress(OSError):
        remove_leftovers(file.parent, file.name)  # of a change that was interrupted


def make_key_beside(folder: Path, name: str, now: datetime.datetime, passphrase: str) -> tuple[Path, str]:
    """Write a new key for somebody beside the old one, and return where it is, and its public half.

    Raises KeyFileError.
    """
    file = key_file(folder, name)
    beside = new_key_file(file)
    plain, recipient = generate_key_file(f"{now:%Y-%m-%dT%H:%M:%SZ}")
    _write(beside, protect(plain, passphrase), PRIVATE_FILE)
    return beside, recipient


def new_key_file(file: Path) -> Path:
    """Return where a key waits that is to take the place of this one."""
    return file.with_name(f"{file.name}{_NEW}")


def load_key(path: Path, ask_passphrase: Callable[[], str]) -> StaffKey:
    """Read a key file. Raises KeyFileError or WrongPassphrase."""
    return read_key_file(_read(path), ask_passphrase)


def _read(path: Path) -> bytes:
    try:
        return read_file(path)
    except OSError as error:
        raise KeyFileError(
            tr(
                "The key file {path} cannot be read ({reason}): check its name.",
                path=path,
                reason=error.strerror,
            )
        ) from None


def _opens_a_test_envelope(file: Path, recipient: str) -> bool:
    sealed = seal(_TEST_ENVELOPE, Recipients((recipient,), is_demonstration=False))
    try:
        return read_key_file(read_file(file), str).open(sealed) == _TEST_ENVELOPE
    except (OSError, KioskError):
        return False


def _refuse_to_spoil(file: Path, place: KeyLocation) -> None:
    if may_be_there(file):
        raise KeyFileError(
            tr("{file} is there already and stays as it is: choose another name or folder.", file=file)
        )
    recipients_file = place.recipients_file
    if not may_be_there(recipients_file):
        return
    if (
        load_recipients(recipients_file, demonstration_allowed=True).is_demonstration
        != place.is_demonstration
    ):
        told = (
            tr("{file} is not marked as a demonstration: choose another folder.", file=recipients_file)
            if place.is_demonstration
            else tr("{file} is marked as a demonstration: choose another folder.", file=recipients_file)
        )
        raise KeyFileError(told)


def _refuse_a_second(name: str, place: KeyLocation) -> None:
    for other in people_in(place.folder, place.recipients_file):
        if is_same(name, other):
            raise KeyFileError(
                tr("{other} has a key here already: add what tells the two people apart.", other=other)
            )


def _listed(made: NewKey, recipients: Mapping[str, str], place: KeyLocation) -> NewKey:
    """Add the public half last: nothing may be sealed to a key that is not safe on a disk."""
    if may_be_there(place.recipients_file):
        before = recipients_text(place.recipients_file).rstrip("\n") + "\n"
    else:
        before = f"{DEMONSTRATION_LINE}\n" if place.is_demonstration else ""
    lines = "".join(f"# {name}\n{recipient}\n" for name, recipient in recipients.items())
    _write(place.recipients_file, f"{before}{lines}".encode(), PUBLIC_FILE)
    return made


def _write(file: Path, data: bytes, mode: int) -> None:
    try:
        make_folders(file.parent)
        write_durably(file.parent, file.name, data, file.parent, mode=mode)
    except OSError as error:
        raise _unwritten(file, error) from None


def _unwritten(file: Path, error: OSError) -> KeyFileError:
    return KeyFileError(
        tr(
            "{file} could not be written ({reason}): check that its disk is there and not full.",
            file=file,
            reason=error.strerror,
        )
    )
