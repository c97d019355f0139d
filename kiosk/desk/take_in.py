"""From a stick, a shared folder or a kiosk's own spool into the desk's folder, with receipts."""

import contextlib
import dataclasses
from collections.abc import Callable
from pathlib import Path

from kiosk.core.callbacks import CallbackRequest, Withdrawal
from kiosk.core.errors import UnreadEnvelope, UnsealError
from kiosk.desk.office import Office
from kiosk.desk.opening import open_envelope, read_content
from kiosk.desk.unseal import StaffKey
from kiosk.store.envelope import Envelope
from kiosk.store.seal import seal
from kiosk.store.spool import Spool
from kiosk.store.stick import FOLDER, carried, give_receipt


@dataclasses.dataclass(frozen=True, slots=True)
class TakenIn:
    """What was found: taken and known counts, kiosks this desk had not met, warnings, one sentence each."""

    taken: int
    known: int
    new_kiosks: tuple[str, ...]
    warnings: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class _Source:
    envelopes: tuple[Envelope, ...]
    settle: Callable[[Envelope], None]


def take_in(
    office: Office,
    key: StaffKey,
    folder: Path,
    on_taken: Callable[[int, int], None] = lambda _done, _all: None,
) -> TakenIn:
    """Keep every request in a folder at this desk, sealed anew to its people, and settle each in the folder.

    A request is settled (by a receipt, or by moving it in the kiosk's own spool) only when it was opened and
    is on this desk's disk. Requests the desk has already are settled again and not kept twice.
    on_taken: called with how many of how many requests were looked at.
    Raises StickError, SpoolError or SealError; the folder can then be opened again.
    """
    office.prepare()
    source = _source(folder)
    recipients = office.recipients()
    known = _contents_by_id(office, key, {envelope.request_id for envelope in source.envelopes})
    forgotten = office.forgotten()
    taken, again, unread, warnings = 0, 0, 0, []
    kiosks: dict[str, None] = {}
    for count, envelope in enumerate(source.envelopes, start=1):
        try:
            plain = open_envelope(envelope, key)
            content = read_content(plain, envelope)
        except UnreadEnvelope:
            unread += 1
        except UnsealError as error:
            warnings.append(f"{envelope.path.name} was not taken in: {error}")
        else:
            same_id = known.setdefault(envelope.request_id, [])
            if content in same_id or envelope.request_id in forgotten:
                again += 1
            else:
                office.spool.add(seal(plain, recipients), envelope.request_id, envelope.day)
                same_id.append(content)
                kiosks[content.kiosk] = None
                taken += 1
            source.settle(envelope)
        on_taken(count, len(source.envelopes))
    if unread:
        warnings.append(f"{unread} requests in {folder} cannot be read now: open it once more.")
    met = office.settings().kiosks
    return TakenIn(taken, again, tuple(kiosk for kiosk in kiosks if kiosk not in met), tuple(warnings))


def _source(folder: Path) -> _Source:
    if (folder / "new").is_dir() and (folder / "state").is_dir():
        spool = Spool(folder)

        def deliver(envelope: Envelope) -> None:
            spool.deliver(envelope.path.name)

        spool.create_folders()
        return _Source((*spool.waiting(), *spool.on_the_way()), deliver)
    return _Source(carried(folder.parent if folder.name == FOLDER else folder), give_receipt)


def _contents_by_id(
    office: Office, key: StaffKey, ids: set[str]
) -> dict[str, list[CallbackRequest | Withdrawal]]:
    """Return what the desk has of these requests; one that cannot be opened here counts as none."""
    found: dict[str, list[CallbackRequest | Withdrawal]] = {}
    for envelope in (*office.spool.waiting(), *office.spool.delivered()):
        if envelope.request_id in ids:
            with contextlib.suppress(UnsealError):
                content = read_content(open_envelope(envelope, key), envelope)
                found.setdefault(envelope.request_id, []).append(content)
    return found
