"""The audit logs of a desk's folder: one of each desk's own, and a copy of that of each kiosk."""

import contextlib
import functools
import hashlib
import itertools
import os
import platform
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from kiosk.core.audit import ENTRIES_A_FILE, Chain, Head, head_of, read_chain
from kiosk.core.callback.request import CallbackRequest
from kiosk.core.staff_words import mark, tr
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.store.audit import BEFORE, SUFFIX, AuditLog, carried_name
from kiosk.store.durable import make_folders, write_durably
from kiosk.store.spool import Spool

if TYPE_CHECKING:
    from pathlib import Path

REFUSED: Final = f".refused{SUFFIX}"
_FOLDER: Final = "audit"
_NONE: Final[Mapping[str, bytes]] = {}
_BEFORE: Final = BEFORE.removesuffix(SUFFIX)
_NO_SIGN: Final = re.compile(r"[^A-Za-z0-9]+")
_MOST_LETTERS: Final = 32
"""Of a computer's name. Chosen; not measured."""
_KEPT: Final = 2 * ENTRIES_A_FILE
"""Entries of a kiosk's log that the desk keeps: as many as the kiosk does."""

_CHANGED: Final = mark(
    "The audit log of {kiosk} is not the one that its requests speak of (entry {n}): it was changed, cut or "
    "replaced, or the kiosk was set back to an older day. Leave all as it is and ask IT."
)
_SHORT: Final = mark(
    "The audit log of {kiosk} that came here ends at entry {last}, and its requests speak of entry {n}: copy "
    "once more at the kiosk and open that here. If this sentence stays, the end was taken off: ask IT."
)
_BACK: Final = mark(
    "The audit log of {kiosk} had {before} entries and only {n} later on: its end was taken off, or the "
    "kiosk was set back to an older day. Leave all as it is and ask IT."
)
_REFUSED: Final = mark(
    "The audit log {name} that came along does not fit what is here from entry {n} on: it was changed, cut "
    "or replaced at the kiosk or on the way. It lies beside the good one; leave both as they are and ask IT."
)
_LIES_HERE: Final = mark("The audit log {name} came from a kiosk and did not fit what is here: ask IT.")
_BROKEN: Final = mark("The audit log {name} does not hold from entry {n} on: it was changed, or damaged.")
_UNREAD: Final = mark("The audit log {name} cannot be read now ({reason}).")
_CUT: Final = mark(
    "The audit log {name} is not the one of the backup from entry {n} on: it was changed, cut or replaced "
    "since."
)


def desk_log(office: DeskFolder) -> AuditLog:
    """Return the log that this computer's user keeps of a desk: no other one writes it."""
    return _desk_log(office.audit)


@functools.cache
def _desk_log(folder: "Path") -> AuditLog:
    computer = platform.node()
    user = getattr(os, "getuid", lambda: os.environ.get("USERNAME", ""))()
    whose = hashlib.sha256(f"{computer}\n{user}".encode(errors="replace")).hexdigest()[:8]
    seen = _NO_SIGN.sub("-", computer)[:_MOST_LETTERS].strip("-") or "computer"
    return AuditLog(folder, f"desk-{seen}-{whose}")


def desk_log_beside(spool: Spool) -> AuditLog | None:
    """Return the log of the desk whose spool this is; None for a kiosk's spool."""
    office = DeskFolder(spool.root.parent)
    return desk_log(office) if office.calls.new.is_dir() else None


def take_logs(office: DeskFolder, logs: Mapping[str, bytes]) -> Iterator[str]:
    """Keep the kiosks' logs that came with requests; one sentence for each that does not fit.

    What this desk's disk refuses comes again another day.
    """
    for name, came in logs.items():
        refused_at = 0
        with contextlib.suppress(OSError):
            make_folders(office.audit)
            kept = AuditLog(office.audit, name.removesuffix(SUFFIX)).read()
            merged, refused_at = _merged(kept, came)
            target, data = (_refused_name(name), came) if refused_at else (name, merged)
            if data != kept:
                write_durably(office.audit, target, data, office.spool.tmp)
        if refused_at:
            yield tr(_REFUSED, name=name, n=refused_at)


def audit_warnings(
    office: DeskFolder, requests: Iterable[CallbackRequest], before: Mapping[str, bytes] = _NONE
) -> Iterator[str]:
    """Say which logs do not hold: in themselves, beside what a kiosk's requests say, or beside a backup.

    requests: all that the desk keeps; those of the first edition say nothing. before: files of a backup.
    """
    try:
        logs = read_logs(office)
        refused = sorted(path.name for path in office.audit.glob(f"*{REFUSED}"))
    except OSError as error:
        yield tr(_UNREAD, name=office.audit, reason=error.strerror)
        return
    yield from _faults(refused, logs)
    yield from _cut_since(before, logs)
    yield from _unlike_their_heads(requests, logs)


def _unlike_their_heads(requests: Iterable[CallbackRequest], logs: Mapping[str, Chain]) -> Iterator[str]:
    heads: dict[tuple[str, str], list[tuple[int, Head]]] = {}
    for request in requests:
        if request.kiosk_id and request.audit_head and (head := head_of(request.audit_head)):
            heads.setdefault((request.kiosk, request.kiosk_id), []).append((request.seq, head))
    for (kiosk, kiosk_id), found in sorted(heads.items()):
        chain = logs.get(carried_name(kiosk_id).removesuffix(SUFFIX), Chain())
        told = _judged(kiosk, sorted(found, key=lambda said: said[0]), chain)
        if told:
            yield told


def read_logs(office: DeskFolder) -> dict[str, Chain]:
    """Return every log that is in force here, by name. Raises OSError."""
    names = (path.name for path in office.audit.glob(f"*{SUFFIX}") if not path.name.endswith(REFUSED))
    logs = {name.removesuffix(SUFFIX).removesuffix(_BEFORE) for name in names}
    return {name: AuditLog(office.audit, name).chain() for name in sorted(logs)}


def _faults(refused: Iterable[str], logs: Mapping[str, Chain]) -> Iterator[str]:
    for name in refused:
        yield tr(_LIES_HERE, name=name)
    for name, chain in logs.items():
        if chain.fault:
            yield tr(_BROKEN, name=name, n=chain.fault)


def _cut_since(before: Mapping[str, bytes], logs: Mapping[str, Chain]) -> Iterator[str]:
    for name in sorted({_log_name(file) for file in before} - {""}):
        place = f"{_FOLDER}/{name}"
        was = read_chain(before.get(f"{place}{BEFORE}", b"") + before.get(f"{place}{SUFFIX}", b""))
        now = logs.get(name, Chain())
        entries = now.by_number
        for entry in was.entries:
            is_gone = entry.n not in entries and entry.n >= now.first
            if is_gone or (entry.n in entries and entries[entry.n].hash != entry.hash):
                yield tr(_CUT, name=name, n=entry.n)
                break


def _judged(kiosk: str, found: list[tuple[int, Head]], chain: Chain) -> str:
    """Say what is wrong with heads in the order of their requests, "" for nothing."""
    entries = chain.by_number
    for _, head in found:
        if head.n in entries and entries[head.n].hash != head.hash:
            return tr(_CHANGED, kiosk=kiosk, n=head.n)
    for (_, before), (_, after) in itertools.pairwise(found):
        if after.n < before.n:
            return tr(_BACK, kiosk=kiosk, before=before.n, n=after.n)
    most = max(head.n for _, head in found)
    if most > chain.last:
        return tr(_SHORT, kiosk=kiosk, last=chain.last, n=most)
    return ""


def _merged(kept: bytes, came: bytes) -> tuple[bytes, int]:
    """Return what to keep, and the number of the first entry that came and does not fit, 0 for none."""
    old, new = read_chain(kept), read_chain(came)
    if new.fault or not new.entries:
        return kept, new.fault or 1
    known = old.by_number
    for entry in new.entries:
        if entry.n in known and known[entry.n].hash != entry.hash:
            return kept, entry.n
    if old.entries and new.first > old.last + 1:
        return kept, old.last + 1
    joined = (*old.entries, *(entry for entry in new.entries if entry.n > old.last))
    return b"".join(entry.line + b"\n" for entry in joined[-_KEPT:]), 0


def _log_name(file: str) -> str:
    """Return the name of the log that a file of a backup is of, "" for another file."""
    folder, _, name = file.rpartition("/")
    is_log = folder == _FOLDER and name.endswith(SUFFIX) and not name.endswith(REFUSED)
    return name.removesuffix(SUFFIX).removesuffix(_BEFORE) if is_log else ""


def _refused_name(name: str) -> str:
    return name.removesuffix(SUFFIX) + REFUSED
