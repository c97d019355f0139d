"""Sealed requests to a stick or a shared folder, the desk's receipts back: nothing lost, nothing doubled.

The folder call-requests on the stick holds each request under its name in the spool. The desk keeps it
and puts a receipt in its place; the kiosk takes the receipt at the next visit. Only who opened a request can
give its receipt: the request's id, in the name of its file, is a hash of it (core/callback/proofs.py).
"""

import contextlib
import dataclasses
import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

from kiosk.core.callback.proofs import has_secret, is_receipt_for
from kiosk.core.errors import DamagedEnvelope, SpoolError, StickError, UnreadEnvelope, UnsealError
from kiosk.core.staff_words import tr
from kiosk.store.audit import MOST_BYTES, carried_name, is_carried, kiosk_log
from kiosk.store.durable import (
    PUBLIC_FILE,
    is_plain_file,
    make_folders,
    remove_durably,
    remove_leftovers,
    sync_folder,
    write_durably,
)
from kiosk.store.envelope import Envelope, EnvelopeState, read_envelope, read_sealed, short_name
from kiosk.store.kiosk_id import kiosk_id_of
from kiosk.store.reading import is_in_place, read_file
from kiosk.store.spool import Spool

FOLDER: Final = "call-requests"
RECEIPT: Final = ".receipt"
STICK_AGAIN: Final = "put the stick in again, or another one, and copy once more"
TELL_OF_THE_SHARE: Final = "tell IT that the shared folder refuses; a stick works meanwhile"
"""What to do when the place of a copy refuses."""
_MAX_RECEIPT_BYTES: Final = 1024


@dataclasses.dataclass(frozen=True, slots=True)
class CopyReport:
    """What a copy did.

    copied: written now and read back; there_already: on the stick from an earlier copy; damaged: short names
    of what was moved to quarantine/ at the kiosk, for IT; unread: of what could not be read at the kiosk now,
    and is tried again; odd: of what is no file at the place of the copies, and was left there; unmarked: of
    what was copied, and still waits at the kiosk because its disk takes no change.
    """

    copied: int
    there_already: int
    damaged: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    odd: tuple[str, ...] = ()
    unmarked: tuple[str, ...] = ()


def copy_to(
    spool: Spool,
    target: Path,
    on_copied: Callable[[int, int], None] = lambda _done, _all: None,
    *,
    remedy: str = STICK_AGAIN,
) -> CopyReport:
    """Copy all that the desk has given no receipt for to target/call-requests; take_receipts() comes first.

    Each copy is `.part` until it was synced and read back, and only then the request moves to collected/,
    from where it is copied again until its receipt comes: a lost stick loses nothing.
    on_copied: called with how many of how many requests were looked at; remedy: if the place refuses.
    A kiosk whose disk takes no change gives its requests all the same, again and again. Its audit log goes
    last: what these requests say of it is in there by now, and without it they are there all the same.
    Raises StickError, or SpoolError when the spool cannot be read; what was not copied by then waits on, and
    the copy may be repeated.
    """
    envelopes = [*spool.waiting(), *spool.on_the_way()]
    became: dict[str, list[str]] = {field.name: [] for field in dataclasses.fields(CopyReport)}
    try:
        folder = _folder_on(target, spool, remedy)
        for number, envelope in enumerate(envelopes, start=1):
            became[_copy(spool, envelope, folder)].append(envelope.short_name)
            on_copied(number, len(envelopes))
        _copy_log(spool, folder)
        odd = tuple(short_name(path) for path in sorted(folder.iterdir()) if not is_plain_file(path))
    except OSError as error:
        raise _refusal("copied to", target, error, remedy) from None
    return CopyReport(
        copied=len(became["copied"]) + len(became["unmarked"]),
        there_already=len(became["there_already"]),
        damaged=tuple(became["damaged"]),
        unread=tuple(became["unread"]),
        odd=odd,
        unmarked=tuple(became["unmarked"]),
    )


def take_receipts(spool: Spool, target: Path, *, remedy: str = STICK_AGAIN) -> int:
    """Move each request the desk has given a receipt for to exported/, and return how many there were.

    Receipts of other kiosks, and those that prove nothing or cannot be read now, stay where they are.
    remedy: if the place refuses. Raises StickError or SpoolError; the rest is then done at the next visit.
    """
    taken = 0
    try:
        refuse_link(target / FOLDER, target)
        for receipt in sorted((target / FOLDER).glob(f"*.age{RECEIPT}")):
            name = receipt.name.removesuffix(RECEIPT)
            if _settle(spool, name, _read_receipt(receipt)):
                remove_durably(receipt)
                taken += 1
    except OSError as error:
        raise _refusal("settled with the receipts on", target, error, remedy) from None
    return taken


def carried(target: Path) -> tuple[Envelope, ...]:
    """Every request on a stick or in a shared folder, each checked against its name. Raises StickError."""
    try:
        refuse_link(target / FOLDER, target)
        names = sorted((target / FOLDER).iterdir())
        return tuple(envelope for path in names if (envelope := read_envelope(path)))
    except OSError as error:
        raise StickError(
            tr(
                "There are no requests in {target} ({reason}): put in the stick that was filled at the "
                'kiosk or connect the shared folder, and choose the folder that "{folder}" is in.',
                target=target,
                reason=error.strerror,
                folder=FOLDER,
            )
        ) from None


def own_log(spool: Spool) -> dict[str, bytes]:
    """Return a kiosk's audit log by the name it is carried under; none where the disk gives none now."""
    with contextlib.suppress(OSError, SpoolError):
        if log := kiosk_log(spool).read():
            return {carried_name(kiosk_id_of(spool)): log}
    return {}


def carried_logs(target: Path) -> dict[str, bytes]:
    """Return the audit logs of kiosks that came with carried requests, without those that cannot be read."""
    logs = {}
    with contextlib.suppress(OSError):
        for path in filter(is_carried, sorted((target / FOLDER).iterdir())):
            with contextlib.suppress(OSError):
                logs[path.name] = read_file(path, MOST_BYTES)
    return logs


def refuse_link(folder: Path, parent: Path) -> None:
    """Raise StickError for a folder that leads out of its parent, or OSError."""
    if os.path.lexists(folder) and not is_in_place(folder, parent):
        raise StickError(
            tr(
                "{folder} is a link to another place: show it to IT, and take another stick or folder.",
                folder=folder,
            )
        )


def give_receipt(envelope: Envelope, receipt: str | None) -> None:
    """Put a receipt in the place of a carried request that the desk keeps.

    receipt: what the request says is one; None for one of the first edition, which takes its file's hash.
    Raises StickError; the request then stays where it is and may be taken in again.
    """
    path = envelope.path
    try:
        remove_leftovers(path.parent, path.name)
        given = hashlib.sha256(read_file(path)).hexdigest() if receipt is None else receipt
        write_durably(path.parent, path.name + RECEIPT, given.encode(), path.parent, mode=PUBLIC_FILE)
        remove_durably(path)
    except OSError as error:
        raise StickError(
            tr(
                "No receipt could be written to {folder} ({reason}): check that its disk is there, writable "
                "and not full.",
                folder=path.parent,
                reason=error.strerror,
            )
        ) from None


def _folder_on(target: Path, spool: Spool, remedy: str) -> Path:
    if not target.is_dir():
        raise StickError(f"There is no folder {target}: {remedy}.")
    folder = target / FOLDER
    refuse_link(target / FOLDER, target)
    make_folders(folder)
    if folder.resolve().is_relative_to(spool.root.resolve()):
        raise StickError(f"{folder} is the kiosk's own: choose a stick, or the folder of the desk.")
    # A copy that was cut short may stand under its name without being on the disk.
    sync_folder(folder)
    return folder


def _copy(spool: Spool, envelope: Envelope, folder: Path) -> str:
    name = envelope.path.name
    remove_leftovers(folder, name)
    try:
        sealed = read_sealed(envelope)
    except UnreadEnvelope:
        return "unread"
    except DamagedEnvelope:
        with contextlib.suppress(SpoolError):
            spool.quarantine(dataclasses.replace(envelope, state=EnvelopeState.DAMAGED))
        return "damaged"
    there = read_envelope(folder / name)
    is_there = there is not None and there.state is EnvelopeState.SOUND
    if not is_there:
        write_durably(folder, name, sealed, folder, mode=PUBLIC_FILE)
    try:
        spool.collect(name)
    except SpoolError:
        return "unmarked"
    return "there_already" if is_there else "copied"


def _copy_log(spool: Spool, folder: Path) -> None:
    with contextlib.suppress(OSError):
        for name, log in own_log(spool).items():
            remove_leftovers(folder, name)
            write_durably(folder, name, log, folder, mode=PUBLIC_FILE)


def _read_receipt(path: Path) -> str:
    """Return what a receipt says, "" when it cannot be read now, or is none."""
    try:
        return read_file(path, _MAX_RECEIPT_BYTES).decode(errors="replace")
    except OSError:
        return ""


def _settle(spool: Spool, name: str, receipt: str) -> bool:
    """Whether the receipt is good for a request of this spool, which is then in exported/."""
    for folder in (spool.collected, spool.new, spool.exported):
        envelope = read_envelope(folder / name)
        if envelope is not None and _is_proven(envelope, receipt):
            spool.deliver(name)
            return True
    return False


def _is_proven(envelope: Envelope, receipt: str) -> bool:
    if has_secret(envelope.request_id):
        return is_receipt_for(receipt, envelope.request_id)
    try:
        return hashlib.sha256(read_sealed(envelope)).hexdigest() == receipt
    except UnsealError:
        return False


def _refusal(action: str, target: Path, error: OSError, remedy: str) -> StickError:
    return StickError(
        f"The requests could not be {action} {target} ({error.strerror}): they are safe in the kiosk; "
        f"{remedy}."
    )
