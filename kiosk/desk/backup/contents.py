"""What of the desk's folder a backup has: what is sealed, keys under words, public keys, settings, logs.

Never what lies in the clear, such as lists; never claims, locks and scratch, which are of the moment.
"""

import dataclasses
import re
from collections.abc import Callable
from pathlib import Path
from time import sleep
from typing import Final

from kiosk.core.errors import BackupError
from kiosk.core.staff_words import mark, tr
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.access.names import RECOVERY
from kiosk.desk.access.places import counts
from kiosk.store.reading import NotAFile, read_file, read_patiently

RECIPIENTS: Final = "recipients.txt"
_SETTINGS: Final = "desk.toml"
_LISTS: Final = "lists"
_SPOOLS: Final = ("spool", "calls", "notes", "numbers")
_KEPT: Final = ("new", "collected", "exported", "quarantine", "jobs", "state")
_AUDIT: Final = "audit"
_PLACES: Final = ("", _LISTS, _AUDIT, *(f"{spool}/{kept}" for spool in _SPOOLS for kept in _KEPT))
_ENVELOPE: Final = r"[0-9]{8}-[0-9a-f]{32}-[0-9a-f]{32}\.age"
_BELONGS: Final = re.compile(
    rf"{re.escape(_SETTINGS)}|{re.escape(RECIPIENTS)}"
    rf"|(?:{'|'.join(_SPOOLS)})/(?:(?:new|collected|exported)/{_ENVELOPE}"
    rf"|quarantine/(?:{_ENVELOPE}|[0-9]+\.json)(?:\.opened)?(?:\.[0-9]+)?)"
    r"|spool/jobs/[0-9]+\.json|spool/state/[a-z-]+\.json"
    rf"|{_AUDIT}/(?:desk|audit)-[A-Za-z0-9-]{{1,64}}(?:\.before|\.refused)?\.jsonl"
)
_KEY: Final = re.compile(rf"(?!{RECOVERY}\.)[^/\\:]{{1,100}}\.key(?:\.new)?")
_OF_THE_MOMENT: Final = re.compile(
    rf".*\.part|(?:spool/state|{_AUDIT})/.*\.lock|claims|{_LISTS}|{_AUDIT}|{'|'.join(_SPOOLS)}"
)
_LOOKS: Final = 40
_PAUSE_SECONDS: Final = 0.25
"""With the looks ten seconds: only while somebody is added or removed a desk writes for so long. Chosen."""

_UNREAD: Final = mark(
    "{path} cannot be read now ({reason}), so no backup was made: try again, and tell IT if that lasts."
)
_RESTLESS: Final = mark(
    "No backup was made, as {root} changed all the time: somebody is being added or removed "
    "there, or many requests are taken in. Try again in a minute."
)


@dataclasses.dataclass(frozen=True, slots=True)
class Picture:
    """The desk's folder at one moment: the bytes of its files by their names, such as "spool/jobs/0001.json".

    left_out: names of what lies in the clear, is no file, or was not put there by a desk.
    """

    files: dict[str, bytes]
    left_out: tuple[str, ...]


def belongs(name: str) -> bool:
    """Whether a backup may hold this name; none of these leads out of the desk's folder."""
    return _BELONGS.fullmatch(name) is not None or is_key(name)


def is_key(name: str) -> bool:
    """Whether that is the name of a person's key."""
    return _KEY.fullmatch(name) is not None and name.isprintable()


def take_picture(office: DeskFolder, on_read: Callable[[int, int], None]) -> Picture:
    """Read all that belongs, as it was at one moment: two looks in a row that found the same.

    on_read: called with how many of how many files were read. Raises BackupError for a file or folder that
    the disk does not give, and when desks never stop writing.
    """
    found: dict[str, tuple[object, bytes | None]] = {}
    for look in range(_LOOKS):
        paths, left_out = _look(office.root)
        marks = {name: mark for name, path in paths.items() if (mark := _mark(name, path)) is not None}
        if marks == {name: mark for name, (mark, _) in found.items()}:
            files = {name: data for name, (_, data) in found.items() if data is not None}
            return Picture(files, tuple(sorted({*left_out, *found} - {*files})))
        if look > 1:
            sleep(_PAUSE_SECONDS)
        same = {name: kept for name, kept in found.items() if marks.get(name) == kept[0]}
        for name in sorted(marks.keys() - same.keys()):
            try:
                same[name] = marks[name], _read(name, paths[name])
            except FileNotFoundError:
                continue
            on_read(len(same), len(marks))
        found = same
    raise BackupError(tr(_RESTLESS, root=office.root))


def _look(root: Path) -> tuple[dict[str, Path], list[str]]:
    belonging: dict[str, Path] = {}
    others: list[str] = []
    for place in _PLACES:
        for path in _listed(root / place):
            name = f"{place}/{path.name}".lstrip("/")
            if belongs(name):
                belonging[name] = path
            elif counts(path) and not _OF_THE_MOMENT.fullmatch(name):
                others.append(name)
    return belonging, others


def _listed(folder: Path) -> list[Path]:
    try:
        return read_patiently(lambda: list(folder.iterdir()))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise _unread(folder, error) from None


def _mark(name: str, path: Path) -> object:
    """Return what is another for another file of this name, None where it is gone."""
    try:
        status = path.stat(follow_symlinks=_is_named_by_people(name))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _unread(path, error) from None
    return status.st_mtime_ns, status.st_size, status.st_ino


def _read(name: str, path: Path) -> bytes | None:
    """Return the bytes, None for what is no file among files that are. Raises FileNotFoundError."""
    try:
        return read_file(path, follows_links=_is_named_by_people(name))
    except FileNotFoundError:
        raise
    except OSError as error:
        if isinstance(error, NotAFile) and "/" in name:
            return None
        raise _unread(path, error) from None


def _is_named_by_people(name: str) -> bool:
    return name in {_SETTINGS, RECIPIENTS}


def _unread(path: Path, error: OSError) -> BackupError:
    return BackupError(tr(_UNREAD, path=path, reason=error.strerror))
