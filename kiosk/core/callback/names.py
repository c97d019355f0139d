"""A visitor's name: which letters may be typed, with which accents, and how it is cleaned."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

MAX_NAME_CHARACTERS: Final = 70
"""Room for a name, as in the British government's data standard for a person's full name."""
_LETTERS_IN_A_ROW: Final = 8
"""Of accented letters: a finger's width each on the smallest glass. Chosen."""
_SPACES = re.compile(r"\s+")
_FORMULA = "=+-@|%\uff1d\uff0b\uff0d\uff20\uff5c\uff05'"


def press_letter(typed: str, key: str) -> str:
    """Return the name after one key: a letter as it is, "space" or "delete"; a full field stays.

    An accent that comes after its letter is put on it.
    """
    if key == "delete":
        return typed[:-1]
    if key == "space":
        key = "" if not typed or typed.endswith(" ") else " "
    longer = unicodedata.normalize("NFC", typed + key)
    return longer if len(longer) <= MAX_NAME_CHARACTERS else typed


def is_full(typed: str) -> bool:
    """Whether the field takes no further letter; whoever shows it must say so."""
    return len(typed) >= MAX_NAME_CHARACTERS


def begins_word(typed: str) -> bool:
    """Whether the next letter begins a word, which mostly wants a capital."""
    return not typed or typed[-1] in " -'"


def exchange_letter(typed: str, letter: str) -> str:
    """Return the name with this letter in place of the last one."""
    return typed[:-1] + letter


def accented(typed: str, families: Sequence[str]) -> tuple[str, ...]:
    """Return what the last letter can be exchanged for, small or capital as it is; () for nothing.

    families: strings of a plain letter and all that is made of it.
    """
    last = typed[-1:]
    family = next((each for each in families if last and (last in each or last.lower() in each)), "")
    cased = (_capital(letter) if last.isupper() else letter for letter in family)
    return tuple(
        letter for letter in dict.fromkeys(cased) if letter != last and letter.isupper() == last.isupper()
    )


def accent_rows(typed: str, families: Sequence[str]) -> tuple[str, ...]:
    """Return the keys for accents, row by row: what the last letter can be, else a letter of each family."""
    letters = accented(typed, families) or tuple(family[1] for family in families)
    rows = -(-len(letters) // _LETTERS_IN_A_ROW)
    length = -(-len(letters) // rows) if rows else 1
    return tuple("".join(letters[start : start + length]) for start in range(0, len(letters), length))


def _capital(letter: str) -> str:
    """Return the capital of a letter; the letter itself where that is more than one, as of \u00df."""
    capital = letter.upper()
    return capital if len(capital) == 1 else letter


def clean_name(name: str) -> str:
    """Return a name without anything that is not seen or that a spreadsheet would run.

    Composed (NFC), no control, format or private-use characters, single spaces, no formula sign in front.
    """
    composed = _SPACES.sub(" ", unicodedata.normalize("NFC", name))
    seen = "".join(letter for letter in composed if not unicodedata.category(letter).startswith("C"))
    return _SPACES.sub(" ", seen).strip().lstrip(_FORMULA + " ").strip()
