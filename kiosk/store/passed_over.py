"""What editors and systems leave beside other people's files: nobody put it there to be read."""

from pathlib import Path
from typing import Final

_MARKS: Final = (".", "#", "~")
"""How hidden files begin, and what Emacs, Word and macOS lay beside a file while it is open."""
_ENDINGS: Final = ("~", ".bak", ".orig", ".swp", ".tmp")
_OF_PACKAGES: Final = (".dpkg-", ".ucf-")
_OF_SYSTEMS: Final = frozenset({"thumbs.db", "desktop.ini"})


def is_passed_over(name: str) -> bool:
    """Whether a file or folder of this name is hidden, temporary or an older state of another."""
    folded = name.lower()
    is_marked = folded.startswith(_MARKS) or folded.endswith(_ENDINGS)
    return is_marked or folded in _OF_SYSTEMS or any(mark in folded for mark in _OF_PACKAGES)


def names_in(folder: Path) -> list[str]:
    """Return the names in a folder, sorted, without those that are passed over; none where it is not there.

    Raises OSError when it cannot be read, or is none.
    """
    try:
        return sorted(each.name for each in folder.iterdir() if not is_passed_over(each.name))
    except FileNotFoundError:
        return []
