"""From a sealed file to what stands in it, or why not."""

from kiosk.core.callbacks import CallbackRequest, Withdrawal, from_wire
from kiosk.core.errors import DamagedEnvelope
from kiosk.desk.unseal import StaffKey
from kiosk.store.spool import Envelope


def open_envelope(envelope: Envelope, key: StaffKey) -> bytes:
    """Return what was sealed. Raises WrongKey or DamagedEnvelope."""
    if not envelope.is_intact:
        raise DamagedEnvelope("The envelope's bytes do not fit its name.")
    try:
        sealed = envelope.path.read_bytes()
    except OSError:
        raise DamagedEnvelope("The envelope cannot be read from the disk.") from None
    return key.open(sealed)


def read_content(plain: bytes, envelope: Envelope) -> CallbackRequest | Withdrawal:
    """Return the request an envelope holds, or the taking back of one. Raises DamagedEnvelope."""
    content = from_wire(plain)
    if content.id != envelope.request_id:
        raise DamagedEnvelope("The envelope holds a request with another id than its name says.")
    return content
