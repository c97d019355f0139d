"""Open a sealed file and read its content, or say why it cannot be read."""

from collections.abc import Iterator

from kiosk.core.callback.request import CallbackRequest, Withdrawal, from_wire
from kiosk.core.errors import DamagedEnvelope
from kiosk.core.staff_words import tr, tr_count
from kiosk.desk.access.unseal import StaffKey
from kiosk.store.envelope import Envelope, read_sealed
from kiosk.store.spool import Spool


def open_envelope(envelope: Envelope, key: StaffKey) -> bytes:
    """Return what was sealed. Raises WrongKey, DamagedEnvelope or UnreadEnvelope."""
    return key.open(read_sealed(envelope))


def read_content(plain: bytes, envelope: Envelope) -> CallbackRequest | Withdrawal:
    """Return the request an envelope holds, or the taking back of one. Raises DamagedEnvelope."""
    content = from_wire(plain)
    if content.id != envelope.request_id:
        raise DamagedEnvelope(tr("The envelope holds a request with another id than its name says."))
    return content


def damaged_warnings(spool: Spool) -> Iterator[str]:
    """Name what was put aside because its bytes did not fit. Raises SpoolError."""
    if names := spool.damaged_names():
        yield tr_count(
            len(names),
            "{count} damaged file in {folder}, for IT: {names}.",
            "{count} damaged files in {folder}, for IT: {names}.",
            folder=spool.damaged,
            names=", ".join(names),
        )
