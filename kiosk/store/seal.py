"""Plain bytes and the clinic's public keys to bytes that only the clinic can open (age v1)."""

import pyrage
from pyrage import x25519

from kiosk.core.errors import SealError
from kiosk.core.staff_words import tr
from kiosk.store.recipients import Recipients


def seal(plain: bytes, recipients: Recipients) -> bytes:
    """Return an age file that each of the recipients can open alone. Raises SealError."""
    try:
        keys = [x25519.Recipient.from_str(key) for key in recipients.keys]
        sealed: bytes = pyrage.encrypt(plain, keys)
    except (pyrage.RecipientError, pyrage.EncryptError):
        raise SealError(tr("The request could not be sealed: check recipients.txt.")) from None
    return sealed
