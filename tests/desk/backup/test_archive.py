"""Only what this program packed, byte for byte, is ever unpacked; anything else is one sentence."""

import hashlib
import io
import json
import stat
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

from kiosk.core.errors import BackupError
from kiosk.desk.backup import archive
from kiosk.desk.backup.archive import pack, unpack

MADE = "2026-11-24T15:00:00Z"
ENVELOPE = f"spool/new/20261123-{1:032x}-{2:032x}.age"
FILES = {
    "recipients.txt": b"# ana\nage1...\n",
    "desk.toml": b"",
    "ana.key": b"-----BEGIN AGE ENCRYPTED FILE-----",
    "ben-n-1a2b3c4d.key.new": b"locked",
    ENVELOPE: bytes(range(256)) * 4,
    ENVELOPE.replace("new", "quarantine") + ".opened.2": b"odd",
    "spool/quarantine/0001.json": b"{",
    "spool/jobs/0002.json": b"{}",
    "spool/state/due-lists.json": b"{}",
    ENVELOPE.replace("spool/new", "numbers/exported"): b"numbers",
}
PACKED = pack(FILES, MADE)


def _listing(files: dict[str, bytes], **changes: object) -> bytes:
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    return json.dumps({"version": 1, "made": MADE, "sha256": digests, **changes}).encode()


def _zip(*entries: tuple[str | zipfile.ZipInfo, bytes], **options: Any) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", **options) as file:
        for entry, data in entries:
            file.writestr(entry, data)
    return made.getvalue()


def _with(name: str | zipfile.ZipInfo, data: bytes = b"x") -> bytes:
    """Return an archive with one more file, which its listing names too."""
    named = name if isinstance(name, str) else name.filename
    files = {"recipients.txt": b"r", named: data}
    return _zip(("backup.json", _listing(files)), ("recipients.txt", b"r"), (name, data))


def _told(data: bytes) -> str:
    with pytest.raises(BackupError) as raised:
        unpack(data, "b.zip")
    return str(raised.value)


def test_what_was_packed_is_unpacked() -> None:
    assert unpack(PACKED, "b.zip") == (MADE, FILES)
    assert pack(FILES, MADE) == PACKED


def test_any_zip_program_reads_it_and_its_files_are_private() -> None:
    with zipfile.ZipFile(io.BytesIO(PACKED)) as file:
        assert file.testzip() is None
        assert {entry.external_attr >> 16 for entry in file.infolist()} == {stat.S_IFREG | 0o600}


@pytest.mark.parametrize(
    "name",
    [
        "/etc/passwd",
        "/recipients.txt",
        "../recipients.txt",
        "spool/new/../../../ana.key",
        f"./{ENVELOPE}",
        "C:/ana.key",
        "C:ana.key",
        "a\\b.key",
        "spool\\jobs\\0001.json",
        "spool/jobs/0001.json\n",
        "a\n.key",
        ".key",
        "x" * 101 + ".key",
        "recovery.key",
        "keys/ana.key",
        "lists/callbacks-20261124-150000-job0001.csv",
        "claims/" + "0" * 32 + ".json",
        "spool/tmp/0001.json",
        "calls/jobs/0001.json",
        "spool/state/export.lock",
        "spool/new/",
        "front.exe",
    ],
)
def test_a_name_that_no_desk_has_is_refused(name: str) -> None:
    assert "so nothing was restored: " in _told(_with(name))
    assert "in it is no file of a desk." in _told(_with(name))


@pytest.mark.parametrize(
    "kind", [stat.S_IFLNK, stat.S_IFDIR, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFBLK, stat.S_IFSOCK]
)
@pytest.mark.parametrize("name", [ENVELOPE, "backup.json"])
def test_what_is_no_plain_file_is_refused(kind: int, name: str) -> None:
    entry = zipfile.ZipInfo(name)
    entry.external_attr = (kind | 0o600) << 16
    data = _with(entry, b"/etc/passwd") if name == ENVELOPE else _zip((entry, _listing({})))
    assert f"{name} in it is no file of a desk." in _told(data)


def test_what_has_no_kind_is_a_file_as_on_windows() -> None:
    entry = zipfile.ZipInfo(ENVELOPE)
    entry.external_attr = 0x20
    assert unpack(_with(entry), "b.zip")[1][ENVELOPE] == b"x"


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_nothing_is_blown_up(method: int) -> None:
    bomb = _zip(
        ("backup.json", _listing({ENVELOPE: bytes(1000)})), (ENVELOPE, bytes(1000)), compression=method
    )
    assert "is no backup of a desk" in _told(bomb) or "is no file of a desk." in _told(bomb)


def test_an_entry_may_not_be_larger_than_any_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_BYTES", 1023)
    assert f"{ENVELOPE} in it is no file of a desk." in _told(pack({ENVELOPE: bytes(1024)}, MADE))
    assert unpack(pack({ENVELOPE: bytes(900)}, MADE), "b.zip")[1] == {ENVELOPE: bytes(900)}


def test_entries_may_not_share_their_bytes() -> None:
    """A file whose directory names the same bytes again and again would fill the memory."""
    files = {f"spool/jobs/{number}.json": bytes(5000) for number in range(10, 30)}
    packed = bytearray(pack(files, MADE))
    with zipfile.ZipFile(io.BytesIO(packed)) as file:
        first, *others = (entry.header_offset for entry in file.infolist() if "jobs" in entry.filename)
    start = packed.index(b"PK\x01\x02")
    directory = packed[start:]
    for offset in others:
        directory = directory.replace(offset.to_bytes(4, "little"), first.to_bytes(4, "little"))
    assert "is no backup of a desk, or a part of it is missing" in _told(
        bytes(packed[: first + 6000] + directory)
    )


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_file_may_not_come_twice() -> None:
    for name in ("recipients.txt", "backup.json"):
        first = ("backup.json", _listing({"recipients.txt": b"r"}))
        twice = _zip(first, ("recipients.txt", b"r"), (name, b"other"))
        assert "b.zip" in _told(twice)


@pytest.mark.parametrize(
    ("listing", "told"),
    [
        (None, "is no backup of a desk"),
        (b"{", "is no backup of a desk"),
        (b"[1]", "is no backup of a desk"),
        (b'{"version": 1}', "is no backup of a desk"),
        (_listing(FILES, version=0), "is no backup of a desk"),
        (_listing(FILES, version="1"), "is no backup of a desk"),
        (_listing(FILES, made="today"), "is no backup of a desk"),
        (_listing(FILES, version=2, more={}), "was made by a newer program: update this one first"),
        (_listing({**FILES, "zoe.key": b"x"}), "so nothing was restored: zoe.key is missing in it."),
        (_listing({**FILES, "ana.key": b"x"}), "so nothing was restored: ana.key in it is not what was put"),
        (_listing({"recipients.txt": b"r"}), "ana.key in it is no file of a desk."),
    ],
)
def test_a_listing_that_is_none_or_does_not_fit_is_one_sentence(listing: bytes | None, told: str) -> None:
    entries = [] if listing is None else [("backup.json", listing)]
    assert told in _told(_zip(*entries, *FILES.items()))


def _flipped(position: int) -> bytes:
    data = bytearray(PACKED)
    data[position] ^= 0x10
    return bytes(data)


def _cut(position: int) -> bytes:
    return PACKED[:position]


@pytest.mark.parametrize("damage", [_flipped, _cut])
def test_whatever_happened_to_it_all_comes_back_or_nothing(damage: Callable[[int], bytes]) -> None:
    refused = 0
    for position in range(len(PACKED)):
        try:
            assert unpack(damage(position), "b.zip") == (MADE, FILES), position
        except BackupError:
            refused += 1
    assert refused > len(PACKED) * 0.8


def test_a_damaged_entry_is_named() -> None:
    position = PACKED.index(bytes(range(256))) + 300
    assert _told(_flipped(position)) == (
        f"b.zip is damaged, so nothing was restored: {ENVELOPE} in it is not what was put there."
    )


@pytest.mark.parametrize("data", [b"", b"PK", b"no zip at all" * 100, b"PK\x05\x06" + bytes(18)])
def test_another_file_is_named_so(data: bytes) -> None:
    assert _told(data) == "b.zip is no backup of a desk, or a part of it is missing: take another one."
