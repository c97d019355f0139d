"""Whose key is whose in recipients.txt, as far as the file says so without a doubt."""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from kiosk.core.errors import KeyFileError
from kiosk.core.staff_words import tr
from kiosk.desk.access.names import RECOVERY, is_same
from kiosk.store.recipients import key_in, name_in

_AROUND: Final = " \t#:;,=-"
"""What may stand between a key and the name beside it."""


def keys_of(name: str, lines: Sequence[str], people: Collection[str]) -> frozenset[str]:
    """Return the keys that stand under a person's name, or beside it in their line.

    people: who else has a key here; a comment that names none of them may stand in between.
    """
    return frozenset(
        key for _, key, owner in _owned(lines, (*people, name)) if owner and is_same(owner, name)
    )


def owner_of(key: str, lines: Sequence[str], people: Collection[str]) -> str:
    """Return whose key it is, "" when the file does not say."""
    return next((owner for _, found, owner in _owned(lines, people) if found == key), "")


def refuse_doubt(name: str, lines: Sequence[str], people: Collection[str], own: str) -> None:
    """Raise KeyFileError when any key in the file may be this person's and is not said to be.

    own: the key of whoever asks, which needs no name.
    """
    owned = list(_owned(lines, (*people, name)))
    nameless = [str(number) for number, key, owner in owned if not owner and key != own]
    is_named = any(is_same(name_in(line), name) for line in lines)
    if nameless:
        raise KeyFileError(
            tr(
                "recipients.txt does not say whose key is on line {lines}, so {name} cannot be removed: "
                "write a line such as # Ana above it, then try again.",
                lines=", ".join(nameless),
                name=name,
            )
        )
    if not is_named and not keys_of(name, lines, people):
        raise KeyFileError(
            tr(
                "recipients.txt does not say which key is that of {name}, who cannot be removed: write the "
                "line # {name} above it, then try again.",
                name=name,
            )
        )


def strangers(lines: Sequence[str], people: Collection[str]) -> tuple[str, ...]:
    """Return the names of keys of which none here knows the holder."""
    known = (*people, RECOVERY)
    found = (owner for _, _, owner in _owned(lines, people) if owner)
    return tuple(dict.fromkeys(owner for owner in found if not any(is_same(owner, name) for name in known)))


def without_keys(lines: Sequence[str], keys: Collection[str]) -> list[str]:
    """Leave out the lines of these keys, wherever they stand."""
    return [line for line in lines if line.strip().startswith("#") or key_in(line.strip()) not in keys]


def _owned(lines: Sequence[str], people: Collection[str]) -> Iterator[tuple[int, str, str]]:
    """Go through the keys: the line, the key, and whose it is ("" when nothing is said).

    It is that of the last person named since the key before; of no person, what is said last.
    """
    said: list[str] = []
    for number, line in enumerate(lines, start=1):
        if line.strip().startswith("#"):
            said.append(name_in(line))
        elif key := key_in(line.strip()):
            said.append(line.replace(key, "").strip(_AROUND))
            told = [each for each in reversed(said) if each]
            named = (each for each in told if any(is_same(each, name) for name in (*people, RECOVERY)))
            yield number, key, next(named, told[0] if told else "")
            said = []
