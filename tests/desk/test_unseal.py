"""Opening: the right key opens, everything else is one sentence."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.errors import DamagedEnvelope, KeyFileError, UnsealError, WrongKey, WrongPassphrase
from kiosk.desk.keys import NewKey
from kiosk.desk.unseal import StaffKey, generate_key_file, read_key_file
from kiosk.store.recipients import Recipients
from kiosk.store.seal import seal

KEY_FILE, RECIPIENT = generate_key_file("2026-11-23T09:15:30Z")
KEY = read_key_file(KEY_FILE, str)
SEALED = seal(b"plain " * 200, Recipients((RECIPIENT,), is_demonstration=False))


def test_a_key_opens_what_was_sealed_to_it() -> None:
    assert KEY.recipient == RECIPIENT
    assert KEY.open(SEALED) == b"plain " * 200


def test_another_key_is_the_wrong_key() -> None:
    other, _ = generate_key_file("")
    with pytest.raises(WrongKey, match="sealed to other keys: use a key that is in"):
        read_key_file(other, str).open(SEALED)


@given(st.integers(0, len(SEALED) - 1), st.integers(0, 7))
def test_no_flipped_bit_is_ever_opened(place: int, bit: int) -> None:
    damaged = bytearray(SEALED)
    damaged[place] ^= 1 << bit
    with pytest.raises(UnsealError):
        KEY.open(bytes(damaged))


@given(st.integers(0, len(SEALED) - 1))
def test_no_shortened_envelope_is_ever_opened(length: int) -> None:
    with pytest.raises(DamagedEnvelope):
        KEY.open(SEALED[:length])


def test_a_key_never_shows_itself() -> None:
    assert "AGE-SECRET-KEY" not in f"{KEY!r} {KEY} {vars(KEY)}"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "must hold exactly one key, it holds 0"),
        (b"# only a comment\n", "must hold exactly one key, it holds 0"),
        (b"AGE-SECRET-KEY-1NONSENSE\n", "holds no age key"),
        (b"\xff\xfe", "holds no age key"),
        (KEY_FILE + KEY_FILE, "must hold exactly one key, it holds 2"),
    ],
)
def test_a_useless_key_file_is_one_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(KeyFileError, match=sentence) as caught:
        read_key_file(data, str)
    assert "NONSENSE" not in str(caught.value)


def test_the_protected_key_opens_with_its_passphrase(staff_key: NewKey, passphrase: str) -> None:
    assert read_key_file(staff_key.file.read_bytes(), lambda: passphrase).recipient == staff_key.recipient


def test_a_wrong_passphrase_is_one_sentence_that_does_not_hold_it(staff_key: NewKey) -> None:
    with pytest.raises(WrongPassphrase, match="not the passphrase of this key file") as caught:
        read_key_file(staff_key.file.read_bytes(), lambda: "some other words here")
    assert "some other" not in str(caught.value)


def test_a_damaged_protected_key_is_one_sentence(staff_key: NewKey, passphrase: str) -> None:
    with pytest.raises(KeyFileError, match="damaged: use its backup, another person's key or recovery"):
        read_key_file(staff_key.file.read_bytes()[:200], lambda: passphrase)


def test_guessing_a_passphrase_is_made_slow(staff_key: NewKey) -> None:
    armored = staff_key.file.read_text(encoding="ascii").splitlines()[1:-1]
    stanza = base64.b64decode("".join(armored)).splitlines()[1].split()
    assert stanza[:2] == [b"->", b"scrypt"]
    assert int(stanza[3]) >= 17


def test_an_unprotected_key_asks_for_no_passphrase() -> None:
    def ask() -> str:
        raise AssertionError

    assert isinstance(read_key_file(KEY_FILE, ask), StaffKey)
