"""Opening: the right key opens, everything else is one sentence."""

import base64
import dataclasses
import unicodedata
from typing import Literal

import pyrage
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.errors import DamagedEnvelope, KeyFileError, TooBusy, UnsealError, WrongKey, WrongPassphrase
from kiosk.desk.access import unseal
from kiosk.desk.access.keys import NewKey
from kiosk.desk.access.unseal import (
    StaffKey,
    generate_key_file,
    is_protected,
    protect,
    read_key_file,
    work_factor,
)
from kiosk.store.recipients import Recipients
from kiosk.store.seal import seal

KEY_FILE, RECIPIENT = generate_key_file("2026-11-23T09:15:30Z")
KEY = read_key_file(KEY_FILE, str)
ARMOR = b"-----BEGIN AGE ENCRYPTED FILE-----"
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
        (b"\xff\xfe", "is UTF-16 text"),
        (KEY_FILE.decode().encode("utf-16"), "is UTF-16 text"),
        (KEY_FILE[:-3], "holds no age key"),
        (ARMOR + b"\n" + ARMOR, "must hold exactly one key, it holds several"),
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
    assert int(stanza[3]) == work_factor(staff_key.file.read_bytes())


@pytest.mark.parametrize(
    "data", [b"", b"age-encryption.org/v1\n-> X25519 a\n", ARMOR + b"\nYWdl\n", ARMOR + b"\na\n"]
)
def test_a_file_that_names_no_work_asks_for_none(data: bytes) -> None:
    assert work_factor(data) == 0


@dataclasses.dataclass
class Library:
    """The library for keys on a busy machine: answers one after another, and how long was waited between."""

    answers: list[bytes | Exception]
    asked: list[str] = dataclasses.field(default_factory=list)
    waited: list[float] = dataclasses.field(default_factory=list)

    def decrypt(self, _data: bytes, passphrase: str) -> bytes:
        self.asked.append(passphrase)
        return self._answer()

    def encrypt(self, _data: bytes, _passphrase: str, *, armored: bool) -> bytes:
        assert armored
        return self._answer()

    def _answer(self) -> bytes:
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


@pytest.fixture
def library(monkeypatch: pytest.MonkeyPatch) -> Library:
    made = Library([])
    monkeypatch.setattr(unseal, "scrypt", made)
    monkeypatch.setattr(unseal, "sleep", made.waited.append)
    return made


def _locked(work: int) -> bytes:
    return f"age-encryption.org/v1\n-> scrypt ZO99jZ3PlipPlYa5O06ekg {work}\nbody\n".encode()


def _refused(said: str) -> pyrage.DecryptError:
    return pyrage.DecryptError(said)


TOO_MUCH = "Excessive work parameter for passphrase.\nDecryption would take around \u206832\u2069 seconds."


def test_a_good_key_on_a_busy_machine_opens_at_a_later_try(library: Library) -> None:
    library.answers = [*(_refused(TOO_MUCH) for _ in range(19)), KEY_FILE]
    assert read_key_file(_locked(20), lambda: "a b c d e f").recipient == RECIPIENT
    assert library.waited == [0.25] * 19


@pytest.mark.parametrize("work", [20, 24])
def test_a_machine_that_stays_busy_is_named_and_not_the_key(library: Library, work: int) -> None:
    library.answers = [_refused(TOO_MUCH) for _ in range(99)]
    with pytest.raises(TooBusy, match="too slow or too busy to open the key now; the key is good") as caught:
        read_key_file(_locked(work), lambda: "Six Words In Capitals Like These")
    assert "damaged" not in str(caught.value)
    assert len(library.answers) == 79


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("Header is invalid", "damaged: use its backup"),
        ("Header MAC is invalid", "damaged: use its backup"),
        ("Incomplete header", "damaged: use its backup"),
        ("invalid armor (not wrapped at 64 characters)", "damaged: use its backup"),
        ("failed to fill whole buffer", "damaged: use its backup"),
        ("age file is truncated", "damaged: use its backup"),
        ("decryption error", "damaged: use its backup"),
        ("DecodeError: Invalid symbol 33, offset 0.", "damaged: use its backup"),
        ("No matching keys found", "damaged: use its backup"),
        ("Unknown age format.\nHave you tried upgrading?", "made by a newer program"),
        ("Out of cheese.\nRedo from start", 'said "Out of cheese.", which this program does not know'),
        ("", 'said "nothing", which'),
    ],
)
def test_what_the_library_says_is_told_as_what_it_is(library: Library, said: str, sentence: str) -> None:
    library.answers = [_refused(said)]
    with pytest.raises(KeyFileError, match=sentence):
        read_key_file(_locked(18), lambda: "passphrase")
    assert library.waited == []


@pytest.mark.parametrize("work", [25, 99])
def test_a_key_that_asks_for_more_work_than_any_key_is_damaged(library: Library, work: int) -> None:
    library.answers = [_refused(TOO_MUCH)]
    with pytest.raises(KeyFileError, match="damaged"):
        read_key_file(_locked(work), lambda: "passphrase")


def test_a_busy_machine_makes_no_key_that_is_easy_to_guess(library: Library) -> None:
    library.answers = [_locked(10), _locked(14), _locked(19), _locked(20)]
    assert protect(KEY_FILE, "passphrase") == _locked(19)
    assert library.waited == [0.25, 0.25]


def test_a_slow_machine_keeps_the_hardest_key_it_made(library: Library) -> None:
    library.answers = [_locked(15), _locked(17), _locked(16), _locked(17)]
    assert protect(KEY_FILE, "passphrase") == _locked(17)


def test_a_key_that_cannot_be_locked_says_what_the_library_said(library: Library) -> None:
    library.answers = [pyrage.EncryptError("No randomness")]
    with pytest.raises(KeyFileError, match='could not be locked: the library for keys said "No randomness"'):
        protect(KEY_FILE, "passphrase")


@pytest.mark.parametrize(
    "typed",
    [
        "Congress  RAFT planner storewide distance camping ",
        "congress\u00a0raft\tplanner storewide distance camping\n",
        "\uff43ongress raft planner storewide distance camping",
    ],
)
def test_six_words_open_the_key_however_they_are_typed(library: Library, typed: str) -> None:
    library.answers = [KEY_FILE]
    read_key_file(_locked(18), lambda: typed)
    assert library.asked == ["congress raft planner storewide distance camping"]


def test_a_passphrase_of_ones_own_opens_as_it_was_typed(library: Library) -> None:
    own = "Six Words I Chose Long Ago"
    library.answers = [_refused("Decryption failed"), KEY_FILE]
    read_key_file(_locked(18), lambda: own)
    assert library.asked == [own.lower(), own]
    library.answers = [_refused("Decryption failed")] * 2
    with pytest.raises(WrongPassphrase):
        read_key_file(_locked(18), lambda: own)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_passphrase_with_accents_opens_whatever_the_keyboard_makes_of_them(
    library: Library, form: Literal["NFC", "NFD"]
) -> None:
    kept = unicodedata.normalize("NFD", "señor árbol 12345")
    typed = f"{unicodedata.normalize(form, kept)} "
    library.answers = [_refused("Decryption failed")] * 3
    with pytest.raises(WrongPassphrase):
        read_key_file(_locked(18), lambda: typed)
    assert library.asked[0] == typed
    assert kept in library.asked
    assert unicodedata.normalize("NFC", kept) in library.asked


@pytest.mark.parametrize("said", ["Out of cheese", ""])
def test_an_envelope_is_not_called_damaged_for_a_reason_nobody_knows(
    monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    def refuse(*_arguments: object) -> bytes:
        raise _refused(said)

    monkeypatch.setattr(pyrage, "decrypt", refuse)
    with pytest.raises(UnsealError, match="which this program does not know") as caught:
        KEY.open(SEALED)
    assert not isinstance(caught.value, DamagedEnvelope | WrongKey)


def test_an_unprotected_key_asks_for_no_passphrase() -> None:
    def ask() -> str:
        raise AssertionError

    assert isinstance(read_key_file(KEY_FILE, ask), StaffKey)


SECRET = KEY_FILE.decode().splitlines()[-1]


@pytest.mark.parametrize(
    "text",
    [
        f"\ufeff# a comment\r\n\r\n{SECRET}\r\n\r\n",
        f"Hello Ana,\nthis is the key: {SECRET}\nLock it away.\n",
        f"{SECRET[:11]}\n{SECRET[11:40]}\n  {SECRET[40:]}\n",
        f" {SECRET.lower()} ",
        SECRET.replace("-", "\u2011"),
        f"# La cl\udce9 d'Ana\n{SECRET}",
    ],
    ids=["editor", "mail", "lines", "small letters", "dashes", "latin-1"],
)
def test_a_key_is_found_whatever_stands_around_it(text: str) -> None:
    assert read_key_file(text.encode(errors="surrogateescape"), str).recipient == RECIPIENT


def test_a_protected_key_is_found_whatever_stands_around_it(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bytes] = []

    def decrypt(data: bytes, _passphrase: str) -> bytes:
        asked.append(data)
        return KEY_FILE

    monkeypatch.setattr(library, "decrypt", decrypt)
    armored = b"-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n-----END AGE ENCRYPTED FILE-----\n"
    for data in (
        armored,
        b"\xef\xbb\xbf\r\n" + armored.replace(b"\n", b"\r\n"),
        b"From: Ana\n\n  " + armored.replace(b"\n", b" \n  ") + b"Greetings\n",
    ):
        assert read_key_file(data, lambda: "six words").recipient == RECIPIENT
    assert set(asked) == {armored}


def test_a_protected_key_of_a_windows_editor_opens(staff_key: NewKey, passphrase: str) -> None:
    data = b"\xef\xbb\xbf\r\nAna's key:\r\n" + staff_key.file.read_bytes().replace(b"\n", b"\r\n")
    assert read_key_file(data, lambda: passphrase).recipient == staff_key.recipient


def test_only_a_key_that_words_lock_is_protected(staff_key: NewKey) -> None:
    locked = staff_key.file.read_bytes()
    assert is_protected(locked)
    assert is_protected(b"Dear Ana,\r\nhere it is:\r\n" + locked.replace(b"\n", b"\r\n"))
    assert is_protected(_locked(18))
    for other in (KEY_FILE, KEY_FILE.lower(), b"", b"\xff\xfe", locked + KEY_FILE, locked + locked):
        assert not is_protected(other)
