"""The only file that knows private keys: makes them, protects them, opens envelopes with them."""

import base64
import binascii
import re
import unicodedata
from collections.abc import Callable
from time import sleep
from typing import Final

import pyrage
from pyrage import passphrase as scrypt
from pyrage import x25519

from kiosk.core.errors import (
    DamagedEnvelope,
    KeyFileError,
    TooBusy,
    UnsealError,
    WrongKey,
    WrongPassphrase,
)
from kiosk.core.staff_words import mark, tr
from kiosk.desk.access.passphrase import readings
from kiosk.store.text_files import NotText, text_of

_ARMOR: Final = b"-----BEGIN AGE ENCRYPTED FILE-----"
_ARMOR_TEXT: Final = _ARMOR.decode()
_ARMOR_END: Final = "-----END AGE ENCRYPTED FILE-----"
_BINARY: Final = b"age-encryption.org/"
_PROTECTED: Final = (_ARMOR, _BINARY)
_BEGINS: Final = b"AGE-SECRET-KEY-"
_SECRET: Final = re.compile("AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}")
_DASHES: Final = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))
"""What word processors and mail programs make of the hyphens in a key."""
_WORK: Final = re.compile(rb"[^\n]*\n-> scrypt \S+ (\d{1,3})\n")

# How pyrage's sentences begin.
_NO_MATCH: Final = "No matching keys found"
_REFUSED: Final = "Decryption failed"
_TOO_MUCH_WORK: Final = "Excessive work parameter"
_NEWER: Final = "Unknown age format"
_DAMAGED: Final = (
    "DecodeError",
    "Header MAC is invalid",
    "Header is invalid",
    "Incomplete header",
    "age file is truncated",
    "decryption error",
    "failed to fill whole buffer",
    "invalid armor",
)

_NO_KEY: Final = mark("The key file holds no age key this program can use.")

ENOUGH_WORK: Final = 18
"""The scrypt work that stock age asks for, as a power of two."""

_MAX_WORK: Final = 24
"""The most scrypt work that is done, as a power of two: more in a made-up key file would use up memory."""
_TRIES_TO_PROTECT: Final = 4
"""Attempts, as the library times itself and asks for too little on a busy machine."""
_TRIES_TO_OPEN: Final = 20
"""Attempts, with the pause below 5 seconds in all. Chosen; not measured."""
_PAUSE_SECONDS: Final = 0.25
"""Who has slept is let to the processor first, and has a new share where shares are counted."""


class StaffKey:
    """A private key in memory; its repr says nothing about it."""

    def __init__(self, secret: str) -> None:
        """Read one AGE-SECRET-KEY-1... text; raises KeyFileError."""
        try:
            self._identity = x25519.Identity.from_str(secret)
        except pyrage.IdentityError:
            raise KeyFileError(tr(_NO_KEY)) from None

    @property
    def recipient(self) -> str:
        """The public key, a text that begins with "age1"."""
        return str(self._identity.to_public())

    def open(self, sealed: bytes) -> bytes:
        """Open an age file; raises WrongKey, DamagedEnvelope or, for what is not understood, UnsealError."""
        try:
            plain: bytes = pyrage.decrypt(sealed, [self._identity])
        except pyrage.DecryptError as error:
            raise _not_opened(str(error)) from None
        return plain


def generate_key_file(created: str) -> tuple[bytes, str]:
    """Return a new key as the text of a stock age key file, and its public key.

    created: the time of making, for the comment.
    """
    identity = x25519.Identity.generate()
    recipient = str(identity.to_public())
    return f"# created: {created}\n# public key: {recipient}\n{identity}\n".encode(), recipient


def protect(key_file: bytes, passphrase: str) -> bytes:
    """Return the key file as an armored age file that the passphrase opens (age's own scrypt).

    The library times itself for a millisecond to choose how hard the key will be to guess, and a busy machine
    makes that too easy: then it is made again, and the hardest one is kept. Raises KeyFileError.
    """
    hardest = b""
    for count in range(_TRIES_TO_PROTECT):
        if count:
            sleep(_PAUSE_SECONDS)
        try:
            made: bytes = scrypt.encrypt(key_file, passphrase, armored=True)
        except pyrage.EncryptError as error:
            raise KeyFileError(tr("The key could not be locked: {why}", why=_unknown(str(error)))) from None
        hardest = max(hardest, made, key=work_factor)
        if work_factor(hardest) >= ENOUGH_WORK:
            break
    return hardest


def with_new_words(key_file: bytes, ask_passphrase: Callable[[], str], passphrase: str) -> bytes:
    """Return the same key, protected by another passphrase. Raises as read_key_file and protect do."""
    plain = _plain(key_file, ask_passphrase)
    read_key_file(plain, str)  # what is no key is not protected, and not written
    return protect(plain, passphrase)


def work_factor(protected: bytes) -> int:
    """Return the scrypt work a protected key file asks for, as a power of two; 0 when it names none."""
    if protected.startswith(_ARMOR):
        try:
            protected = base64.b64decode(b"".join(protected.split(b"\n")[1:4]))
        except binascii.Error:
            return 0
    found = _WORK.match(protected)
    return int(found[1]) if found else 0


def is_protected(key_file: bytes) -> bool:
    """Whether the one key in a key file opens with a passphrase only, and no other stands beside it."""
    try:
        return _without_text_around(key_file).startswith(_PROTECTED) and _BEGINS not in key_file.upper()
    except KeyFileError:
        return False


def read_key_file(data: bytes, ask_passphrase: Callable[[], str]) -> StaffKey:
    """Read a stock age key file, protected or not; the passphrase is asked for only if it is needed.

    Text around the key, a key that is broken into lines or groups, and small letters do not matter.
    Raises WrongPassphrase, TooBusy or KeyFileError.
    """
    lines = _text(_plain(data, ask_passphrase)).splitlines()
    told = "".join(line for line in lines if not line.lstrip().startswith("#"))
    letters = unicodedata.normalize("NFKC", told).translate(_DASHES).upper()
    secrets = _SECRET.findall("".join(letters.split()))
    if told.strip() and not secrets:
        raise KeyFileError(tr(_NO_KEY))
    if len(secrets) != 1:
        raise KeyFileError(
            tr("The key file must hold exactly one key, it holds {count}.", count=len(secrets))
        )
    return StaffKey(secrets[0])


def _plain(data: bytes, ask_passphrase: Callable[[], str]) -> bytes:
    data = _without_text_around(data)
    if not data.startswith(_PROTECTED):
        return data
    *others, last = readings(ask_passphrase())
    for passphrase in others:
        try:
            return _unlocked(data, passphrase)
        except WrongPassphrase:
            continue
    return _unlocked(data, last)


def _without_text_around(data: bytes) -> bytes:
    """Return a protected key alone, and anything else as it is."""
    if data.startswith(_BINARY) or _ARMOR not in data:
        return data
    _, _, after = _text(data).partition(_ARMOR_TEXT)
    if _ARMOR_TEXT in after:
        raise KeyFileError(tr("The key file must hold exactly one key, it holds several."))
    body, end, _ = after.partition(_ARMOR_END)
    return "".join(f"{line.strip()}\n" for line in f"{_ARMOR_TEXT}{body}{end}".splitlines()).encode()


def _text(data: bytes) -> str:
    try:
        return text_of(data, errors="replace")
    except NotText as reason:
        raise KeyFileError(tr("The key file {reason}.", reason=reason)) from None


def _unlocked(data: bytes, passphrase: str) -> bytes:
    """Try again while the library finds this machine too slow: it measures again at each attempt."""
    for count in range(_TRIES_TO_OPEN):
        if count:
            sleep(_PAUSE_SECONDS)
        try:
            plain: bytes = scrypt.decrypt(data, passphrase)
        except pyrage.DecryptError as error:
            failure = _not_unlocked(str(error), work_factor(data))
            if not isinstance(failure, TooBusy):
                raise failure from None
        else:
            return plain
    raise TooBusy(
        tr(
            "This computer is too slow or too busy to open the key now; the key is good: close other "
            "programs, wait a minute and try again."
        )
    )


def _not_unlocked(said: str, work: int) -> KeyFileError:
    if said.startswith(_REFUSED):
        return WrongPassphrase(tr("That is not the passphrase of this key file: try again."))
    if said.startswith(_TOO_MUCH_WORK) and work <= _MAX_WORK:
        return TooBusy(said)
    if said.startswith(_NEWER):
        return KeyFileError(
            tr("The key file was made by a newer program: update this one, or use its backup.")
        )
    if said.startswith((_TOO_MUCH_WORK, _NO_MATCH, *_DAMAGED)):
        return KeyFileError(
            tr("The key file is damaged: use its backup, another person's key or recovery.key.")
        )
    return KeyFileError(tr("The key file could not be opened: {why}", why=_unknown(said)))


def _not_opened(said: str) -> UnsealError:
    if said.startswith(_NO_MATCH):
        return WrongKey(
            tr("The request is sealed to other keys: use a key that is in the kiosk's recipients.txt.")
        )
    if said.startswith((_NEWER, *_DAMAGED)):
        return DamagedEnvelope(tr("The envelope's bytes are not what was sealed."))
    return UnsealError(tr("The envelope could not be opened: {why}", why=_unknown(said)))


def _unknown(said: str) -> str:
    first = said.splitlines()[0] if said else "nothing"
    return tr(
        'the library for keys said "{first}", which this program does not know: show this to IT.', first=first
    )
