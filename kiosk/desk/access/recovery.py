"""The way in with the recovery key, for the day somebody's words are lost."""

import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import Final

from kiosk.core.errors import KeyFileError, StickError
from kiosk.core.staff_words import mark, tr
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.access.keys import load_key
from kiosk.desk.access.unseal import StaffKey, read_key_file
from kiosk.store.volumes import Volume

_STAYS: Final = mark(
    "{file} seems to be on a disk of this computer, where the recovery key must not stay: move it to a "
    "stick, and lock that away."
)


@dataclasses.dataclass(frozen=True, slots=True, repr=False)
class RecoveryWish:
    """Who comes in with the recovery key, and how.

    source: its file, or the key as it was typed from paper; words: what opens the file, if anything does.
    """

    name: str
    source: Path | str
    words: str = ""


def open_recovery(office: DeskFolder, wish: RecoveryWish) -> StaffKey:
    """Return the recovery key. Raises KeyFileError, also for a key that opens nothing here, or SealError."""
    if isinstance(wish.source, Path):
        key = load_key(wish.source, lambda: wish.words)
    else:
        key = read_key_file(wish.source.encode(errors="replace"), str)
    if key.recipient not in office.recipients().keys:
        raise KeyFileError(
            tr(
                "This key opens nothing at this desk: take the recovery key that was proved when it was set "
                "up."
            )
        )
    return key


def left_behind(wish: RecoveryWish, sticks: Callable[[], tuple[Volume, ...]]) -> str:
    """Say that the recovery key's file is on no stick, or "".

    sticks: what can be taken out of this computer now, StickError when it cannot say. Such a file is used all
    the same: it was there before, and on the day it is needed nobody should look for a stick first.
    """
    if not isinstance(wish.source, Path):
        return ""
    try:
        found = sticks()
    except StickError:
        return ""
    place = wish.source.resolve()
    is_on_stick = any(place.is_relative_to(stick.path.resolve()) for stick in found)
    return "" if is_on_stick else tr(_STAYS, file=wish.source)
