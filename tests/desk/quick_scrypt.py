"""Age's passphrases without their work: what is protected opens with its words alone, and at once."""

import base64
import hashlib
import textwrap

import pyrage

_BEGIN, _END = "-----BEGIN AGE ENCRYPTED FILE-----", "-----END AGE ENCRYPTED FILE-----"
_HEADER = b"age-encryption.org/v1\n-> scrypt quick 18\n"
_MARK_BYTES = 32


def encrypt(plain: bytes, passphrase: str, *, armored: bool) -> bytes:
    """Return what shows neither the plain bytes nor the passphrase, armored as age does it."""
    assert armored
    mark = hashlib.sha256(passphrase.encode()).digest()
    body = base64.b64encode(_HEADER + mark + _mixed(plain, passphrase)).decode()
    return "\n".join([_BEGIN, *textwrap.wrap(body, 64), _END, ""]).encode()


def decrypt(protected: bytes, passphrase: str) -> bytes:
    """Return the plain bytes; fails as the library does when the passphrase is another."""
    body = base64.b64decode("".join(protected.decode().splitlines()[1:-1]))[len(_HEADER) :]
    if body[:_MARK_BYTES] != hashlib.sha256(passphrase.encode()).digest():
        raise pyrage.DecryptError("Decryption failed")
    return _mixed(body[_MARK_BYTES:], passphrase)


def _mixed(data: bytes, passphrase: str) -> bytes:
    stream = hashlib.shake_256(passphrase.encode()).digest(len(data))
    return bytes(one ^ other for one, other in zip(data, stream, strict=True))
