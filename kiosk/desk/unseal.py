"""The only file that knows private keys: makes them, protects them, opens envelopes with them."""

from collections.abc import Callable
from typing import Final

import pyrage
from pyrage import passphrase as scrypt
from pyrage import x25519

from kiosk.core.errors import DamagedEnvelope, KeyFileError, WrongKey, WrongPassphrase

_PROTECTED: Final = (b"-----BEGIN AGE ENCRYPTED FILE-----", b"age-encryption.org/")
_NO_MATCH: Final = "No matching keys found"
_REFUSED: Final = "Decryption failed"


class StaffKey:
    """A private key in memory; its repr says nothing about it."""

    def __init__(self, secret: str) -> None:
        """Read one AGE-SECRET-KEY-1... text; raises KeyFileError."""
        try:
            self._identity = x25519.Identity.from_str(secret)
        except pyrage.IdentityError:
            raise KeyFileError("The key file holds no age key this program can use.") from None

    @property
    def recipient(self) -> str:
        """The public key, a text that begins with "age1"."""
        return str(self._identity.to_public())

    def open(self, sealed: bytes) -> bytes:
        """Open an age file; raises WrongKey or DamagedEnvelope."""
        try:
            plain: bytes = pyrage.decrypt(sealed, [self._identity])
        except pyrage.DecryptError as error:
            if str(error) == _NO_MATCH:
                raise WrongKey(
                    "The request is sealed to other keys: use a key that is in the kiosk's recipients.txt."
                ) from None
            raise DamagedEnvelope("The envelope's bytes are not what was sealed.") from None
        return plain


def generate_key_file(created: str) -> tuple[bytes, str]:
    """Return a new key as the text of a stock age key file, and its public key.

    created: the time of making, for the comment.
    """
    identity = x25519.Identity.generate()
    recipient = str(identity.to_public())
    return f"# created: {created}\n# public key: {recipient}\n{identity}\n".encode(), recipient


def protect(key_file: bytes, passphrase: str) -> bytes:
    """Return the key file as an armored age file that the passphrase opens (age's own scrypt)."""
    protected: bytes = scrypt.encrypt(key_file, passphrase, armored=True)
    return protected


def read_key_file(data: bytes, ask_passphrase: Callable[[], str]) -> StaffKey:
    """Read a stock age key file, protected or not; the passphrase is asked for only if it is needed.

    Raises WrongPassphrase or KeyFileError.
    """
    if data.startswith(_PROTECTED):
        data = _remove_protection(data, ask_passphrase())
    lines = data.decode(errors="replace").splitlines()
    secrets = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    if len(secrets) != 1:
        raise KeyFileError(f"The key file must hold exactly one key, it holds {len(secrets)}.")
    return StaffKey(secrets[0])


def _remove_protection(data: bytes, passphrase: str) -> bytes:
    try:
        plain: bytes = scrypt.decrypt(data, passphrase)
    except pyrage.DecryptError as error:
        if str(error) == _REFUSED:
            raise WrongPassphrase("That is not the passphrase of this key file: try again.") from None
        raise KeyFileError(
            "The key file is damaged: use its backup, another person's key or recovery.key."
        ) from None
    return plain
