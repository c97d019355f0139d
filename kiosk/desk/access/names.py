"""People's names as they type them, and the files their keys are in."""

import hashlib
import re
import unicodedata
from pathlib import Path
from typing import Final

from kiosk.core.errors import KeyFileError
from kiosk.core.staff_words import tr
from kiosk.store.passed_over import is_passed_over
from kiosk.store.reading import read_patiently
from kiosk.store.recipients import DEMONSTRATION_LINE, name_in
from kiosk.store.text_files import NotText, read_text_file

RECOVERY: Final = "recovery"
"""The name of the recovery key, which belongs to no person."""

MAX_PERSON_NAME_CHARACTERS: Final = 64
"""Characters of a name."""

_MAX_SLUG_CHARACTERS: Final = 40
"""Characters of a file name's readable part: with hash and ending far below the 255 bytes of file systems."""
_UNSEEN: Final = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
_JOINERS: Final = "\u200c\u200d"
"""Persian, Hindi and Sinhala names are spelt with them."""

_PLAIN: Final = re.compile(r"[a-z0-9_-]{1,64}")
_FIRST_EDITION: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")
_WINDOWS_DEVICE: Final = re.compile(r"con|prn|aux|nul|(com|lpt)\d")


def person_name(typed: str) -> str:
    """Return a name as it is kept: composed letters (NFC), one blank between its parts.

    Raises KeyFileError when nobody could be called that here.
    """
    name = " ".join(unicodedata.normalize("NFC", typed).split())
    if not any(character.isalnum() for character in name):
        raise KeyFileError(tr("Type a name first: it stands beside every call that is recorded."))
    if len(name) > MAX_PERSON_NAME_CHARACTERS:
        raise KeyFileError(
            tr(
                "This name is too long: shorten it to {most} characters.",
                most=MAX_PERSON_NAME_CHARACTERS,
            )
        )
    if any(unicodedata.category(each) in _UNSEEN and each not in _JOINERS for each in name):
        raise KeyFileError(
            tr("This name holds a character that cannot be seen: type it instead of pasting it.")
        )
    if is_same(name, RECOVERY):
        raise KeyFileError(tr("That name is kept for the recovery key: choose another, or run key recovery."))
    if f"# {name}" == DEMONSTRATION_LINE:
        raise KeyFileError(tr("That name is kept for the demonstration: choose another."))
    return name


def is_same(name: str, other: str) -> bool:
    """Whether people would take two names for one."""
    return _folded(name) == _folded(other)


def key_file(folder: Path, name: str) -> Path:
    """Return where the key of a person is, or goes; the file need not be there. Raises KeyFileError.

    Its name has small ASCII letters, digits, - and _ only, and no two names share one, whatever the disk
    makes of capitals. Keys of the first edition stay under the names they have.
    """
    if _FIRST_EDITION.fullmatch(name) and name in _stems(folder):
        return folder / f"{name}.key"
    if _PLAIN.fullmatch(name) and not _WINDOWS_DEVICE.fullmatch(name):
        return folder / f"{name}.key"
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = "-".join(re.findall("[a-z0-9]+", letters))[:_MAX_SLUG_CHARACTERS].strip("-") or "person"
    return folder / f"{slug}-{hashlib.sha256(name.encode()).hexdigest()[:8]}.key"


def people_in(folder: Path, recipients_file: Path) -> tuple[str, ...]:
    """Return who has a key in a folder, sorted; a key without a named person goes by its file's name.

    Raises KeyFileError when the disk does not say which keys are there.
    """
    stems = set(_stems(folder)) - {RECOVERY}
    files = {name: key_file(folder, name).stem for name in _named(recipients_file)}
    named = {name for name, stem in files.items() if stem in stems}
    nameless = stems - {files[name] for name in named}
    return tuple(sorted(named | nameless, key=lambda name: (_folded(name), name)))


def _named(recipients_file: Path) -> set[str]:
    """Whoever a comment names. Whether the file can be used is for others to say."""
    try:
        lines = read_text_file(recipients_file).splitlines()
    except (OSError, NotText):
        return set()
    return {name_in(line) for line in lines} - {"", RECOVERY}


def _stems(folder: Path) -> list[str]:
    """Exactly as the disk spells them. Raises KeyFileError."""
    try:
        keys = read_patiently(lambda: list(folder.glob("*.key")))
    except OSError as error:
        raise KeyFileError(
            tr(
                "The keys in {folder} cannot be looked for ({reason}): check that its disk is there.",
                folder=folder,
                reason=error.strerror,
            )
        ) from None
    return [path.stem for path in keys if not is_passed_over(path.name)]


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()
