"""Numbers to call as they are shown: never on two lines."""

from typing import Final

_NO_BREAK: Final = "\u00a0"


def unbroken(number: str) -> str:
    """Return a phone number in which no line ends: its blanks are those that bind."""
    return number.replace(" ", _NO_BREAK)


def with_blanks(text: str) -> str:
    """Return a text with the blanks that anybody types, for what is read by machines."""
    return text.replace(_NO_BREAK, " ")
