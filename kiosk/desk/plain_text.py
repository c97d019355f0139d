"""Visitors' words, safe to show: nothing in them steers a terminal or turns a line around."""

import unicodedata


def printable(text: str) -> str:
    """Replace control and formatting characters, and halves of characters."""
    if text.isprintable():
        return text
    return "".join("\N{REPLACEMENT CHARACTER}" if _is_control(character) else character for character in text)


def _is_control(character: str) -> bool:
    return not character.isprintable() and unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
