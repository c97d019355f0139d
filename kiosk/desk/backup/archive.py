"""The file that a backup is: a plain zip, with a list of what is in it and the checksum of each entry."""

import dataclasses
import hashlib
import io
import json
import stat
import struct
import zipfile
from collections.abc import Mapping
from typing import Final

from kiosk.core.callback.request import UtcTime
from kiosk.core.errors import BackupError
from kiosk.core.staff_words import mark, tr
from kiosk.core.validation import parse_json, read
from kiosk.desk.backup.contents import belongs
from kiosk.store.durable import PRIVATE_FILE
from kiosk.store.reading import MOST_BYTES

MOST_ARCHIVE_BYTES: Final = 1024 * 1024 * 1024
"""Bytes; a year of a busy clinic has some ten million. Chosen; a larger file is not read."""
_LISTING: Final = "backup.json"
_VERSION: Final = 1

_UNREADABLE: Final = (
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    EOFError,
    ValueError,
    OSError,
    struct.error,
)
"""What the library raises for bytes that are no archive, or a damaged one."""

_NONE: Final = mark("{file} is no backup of a desk, or a part of it is missing: take another one.")
_NEWER: Final = mark("{file} was made by a newer program: update this one first.")
_DAMAGED: Final = mark("{file} is damaged, so nothing was restored: {name} in it is not what was put there.")
_STRANGE: Final = mark(
    "{file} is damaged or was not made by this program, so nothing was restored: {name} in "
    "it is no file of a desk."
)
_LACKS: Final = mark("{file} is damaged, so nothing was restored: {name} is missing in it.")


@dataclasses.dataclass(frozen=True, slots=True)
class Listing:
    """What a backup says of itself: when it was made, and the SHA-256 of each file as hex digits."""

    version: int
    made: UtcTime
    sha256: dict[str, str]


def pack(files: Mapping[str, bytes], made: str) -> bytes:
    """Return the archive of files by name; made: UTC, as in Listing."""
    listing = Listing(_VERSION, made, {name: _digest(data) for name, data in sorted(files.items())})
    text = json.dumps(dataclasses.asdict(listing), indent=2).encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in ((_LISTING, text), *sorted(files.items())):
            entry = zipfile.ZipInfo(name)
            entry.external_attr = (stat.S_IFREG | PRIVATE_FILE) << 16
            archive.writestr(entry, data)
    return packed.getvalue()


def unpack(data: bytes, file: str) -> tuple[str, dict[str, bytes]]:
    """Return when an archive was made, and its files by name, each as it was put in.

    file: what sentences call it. Raises BackupError, which names the first entry that is damaged, missing or
    nothing that a desk has; then nothing of the file can be used.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _taken_out(archive, len(data), file)
    except _UNREADABLE:
        raise BackupError(tr(_NONE, file=file)) from None


def _taken_out(archive: zipfile.ZipFile, size: int, file: str) -> tuple[str, dict[str, bytes]]:
    entries = {entry.filename: entry for entry in archive.infolist()}
    if _LISTING not in entries or sum(entry.file_size for entry in archive.infolist()) > size:
        raise BackupError(tr(_NONE, file=file))
    listing = _listing(_bytes_of(archive, entries.pop(_LISTING), file), file)
    for entry in archive.infolist():
        if entries.get(entry.filename) is not entry and entry.filename != _LISTING:
            raise BackupError(tr(_STRANGE, file=file, name=entry.filename))
    for name in sorted(entries.keys() | listing.sha256.keys()):
        if name not in entries:
            raise BackupError(tr(_LACKS, file=file, name=name))
        if name not in listing.sha256 or not belongs(name):
            raise BackupError(tr(_STRANGE, file=file, name=name))
    files = {name: _bytes_of(archive, entry, file) for name, entry in entries.items()}
    for name, found in files.items():
        if _digest(found) != listing.sha256[name]:
            raise BackupError(tr(_DAMAGED, file=file, name=name))
    return listing.made, files


def _bytes_of(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, file: str) -> bytes:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    is_as_packed = entry.compress_type == zipfile.ZIP_STORED and entry.compress_size == entry.file_size
    if not is_as_packed or kind not in {0, stat.S_IFREG} or entry.file_size > MOST_BYTES:
        raise BackupError(tr(_STRANGE, file=file, name=entry.filename))
    try:
        return archive.read(entry)
    except _UNREADABLE:
        raise BackupError(tr(_DAMAGED, file=file, name=entry.filename)) from None


def _listing(text: bytes, file: str) -> Listing:
    try:
        fields = parse_json(text)
    except ValueError:
        fields = None
    version = fields.get("version") if isinstance(fields, dict) else None
    if isinstance(version, int) and version > _VERSION:
        raise BackupError(tr(_NEWER, file=file))
    listing, _ = read(Listing, fields)
    if listing is None or listing.version != _VERSION:
        raise BackupError(tr(_NONE, file=file))
    return listing


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
