"""A visitor's name: which characters may be typed, and how it is cleaned."""

import re
import unicodedata
from typing import Final

MAX_NAME_CHARACTERS: Final = 40
"""Characters the keys take; what staff read on one line."""
_SPACES = re.compile(r"\s+")
_FORMULA = "=+-@|%\uff1d\uff0b\uff0d\uff20\uff5c\uff05'"


def press_letter(typed: str, key: str) -> str:
    """Return the name after one key: a letter, "space" or "delete"; a word begins with a capital."""
    if key == "delete":
        return typed[:-1]
    if len(typed) >= MAX_NAME_CHARACTERS:
        return typed
    if key == "space":
        return typed if not typed or typed.endswith(" ") else f"{typed} "
    begins = not typed or typed[-1] in " -'"
    return typed + (key.upper() if begins else key)


def clean_name(name: str) -> str:
    """Return a name without anything that is not seen or that a spreadsheet would run.

    Composed (NFC), no control, format or private-use characters, single spaces, no formula sign in front.
    """
    composed = _SPACES.sub(" ", unicodedata.normalize("NFC", name))
    seen = "".join(letter for letter in composed if not unicodedata.category(letter).startswith("C"))
    return _SPACES.sub(" ", seen).strip().lstrip(_FORMULA + " ").strip()
