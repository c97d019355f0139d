"""The check code, compared by eye or aloud: whether kiosk and desk hold the same recipients."""

import hashlib
from typing import Final

from kiosk.store.recipients import Recipients

_CONSONANTS: Final = "bdfghjklmnprstvz"
_VOWELS: Final = "aiou"
_WORDS: Final = 6
"""Words of two bytes each: 96 bits, too many to search for other keys with the same words."""
_BYTES: Final = 2
"""Bytes of a proquint (arXiv 0901.4016)."""


def check_code(recipients: Recipients) -> tuple[str, ...]:
    """Return six made-up words such as "lusab" for a set of public keys, whatever their order in the file.

    They are proquints (16 bits a word, 96 in all): made of syllables, so that no word list is needed.
    """
    digest = hashlib.sha256("\n".join(sorted(recipients.keys)).encode()).digest()
    return tuple(_word(int.from_bytes(digest[at : at + _BYTES])) for at in range(0, _WORDS * _BYTES, _BYTES))


def _word(number: int) -> str:
    first, one, middle, two, last = number >> 12, number >> 10, number >> 6, number >> 4, number
    return "".join(
        (
            _CONSONANTS[first & 15],
            _VOWELS[one & 3],
            _CONSONANTS[middle & 15],
            _VOWELS[two & 3],
            _CONSONANTS[last & 15],
        )
    )
