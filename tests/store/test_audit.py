"""The audit log on the disk: synced entry by entry, healed after a power cut; nobody's work fails with it."""

import datetime
import itertools
import json
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.core import audit as core_audit
from kiosk.core.audit import AuditEvent, head_of
from kiosk.core.events import Event
from kiosk.store import audit
from kiosk.store.audit import AuditLog, carried_name, is_carried, kiosk_log
from kiosk.store.locks import exclusive
from kiosk.store.spool import Spool
from tests.bad_files import NO_FILES, without_waiting
from tests.deaths import dying_at
from tests.read_errors import FOR_EVER, refused_reads
from tests.small_disk import fill, needs_mounts, small_disk, write_protect

NOW = datetime.datetime(2026, 11, 23, 9, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=-5)))
UNWRITTEN = pytest.mark.allows_log(Event.AUDIT_UNWRITTEN)


@pytest.fixture
def log(tmp_path: Path) -> AuditLog:
    (tmp_path / "state").mkdir()
    return AuditLog(tmp_path / "state", "audit")


@pytest.fixture
def _small_files(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (audit, core_audit):
        monkeypatch.setattr(module, "ENTRIES_A_FILE", 3)


def events(log: AuditLog) -> list[str]:
    return [entry.event for entry in log.chain().entries]


def test_an_entry_says_what_was_done_and_when_and_names_the_one_before(log: AuditLog) -> None:
    log.add(AuditEvent.CAME_IN, NOW)
    log.add(AuditEvent.COPIED_TO_STICK, NOW, requests=3, receipts=1)
    log.add(AuditEvent.PERSON_ADDED, NOW, by="Ana", whom="Robin")
    first, second, third = map(json.loads, log.file.read_bytes().splitlines())
    assert (first["n"], first["event"], first["before"]) == (1, "came-in", "0" * 64)
    assert first["at"] == "2026-11-23T14:30:00Z"
    assert (second["event"], second["numbers"]) == ("copied-to-stick", {"requests": 3, "receipts": 1})
    assert (third["by"], third["whom"]) == ("Ana", "Robin")
    assert log.chain().fault == 0


def test_the_head_is_where_the_chain_ends(log: AuditLog) -> None:
    assert log.head() is None
    assert list(log.file.parent.iterdir()) == []
    for event in (AuditEvent.CAME_IN, AuditEvent.LEFT):
        log.add(event, NOW)
    assert head_of(log.head() or "") == core_audit.Head(2, log.chain().entries[-1].hash)


def test_a_log_of_nothing_but_torn_bytes_has_no_head(log: AuditLog) -> None:
    log.file.write_bytes(b"\0" * 40)
    assert log.head() is None


@pytest.mark.usefixtures("_small_files")
def test_its_size_is_bounded_and_what_is_left_holds(log: AuditLog) -> None:
    for _ in range(11):
        log.add(AuditEvent.CAME_IN, NOW)
        assert log.chain().fault == 0
    assert [entry.n for entry in log.chain().entries] == [7, 8, 9, 10, 11]
    assert sorted(path.name for path in log.file.parent.iterdir()) == [
        "audit.before.jsonl",
        "audit.jsonl",
        "audit.lock",
    ]


@pytest.mark.usefixtures("_small_files")
@pytest.mark.parametrize("before", range(5))
def test_a_death_at_any_call_loses_nothing_that_was_acknowledged(tmp_path: Path, before: int) -> None:
    for count in itertools.count(2):
        k, after = count // 2, bool(count % 2)
        log = AuditLog(tmp_path / f"{k}{after}", "audit")
        for _ in range(before):
            log.add(AuditEvent.CAME_IN, NOW)
        with dying_at(k, after=after) as made:
            log.add(AuditEvent.LEFT, NOW)
        assert log.chain().fault == 0
        again = AuditLog(log.file.parent, "audit")
        again.add(AuditEvent.STARTED, NOW)
        chain = again.chain()
        assert chain.fault == 0
        done = [entry.event for entry in chain.entries if entry.event != AuditEvent.LOG_MENDED]
        acknowledged = [*["came-in"] * before, *["left"] * (made() < k), "started"]
        assert done in (acknowledged, [*["came-in"] * before, "left", "started"])
        if made() < k:
            break
    assert k > 5


@pytest.mark.parametrize("tail", [b'{"at":"2026', b"\0" * 512, b"\0" * 30 + b'"n":2}\n', b"\xff"])
def test_what_a_power_cut_tore_is_healed_and_said_and_called_no_attack(log: AuditLog, tail: bytes) -> None:
    log.add(AuditEvent.CAME_IN, NOW)
    head = log.head()
    with log.file.open("ab") as file:
        file.write(tail)
    assert log.chain().fault == 0
    assert log.head() == head
    log.add(AuditEvent.LEFT, NOW)
    chain = log.chain()
    assert (chain.fault, events(log)) == (0, ["came-in", "log-mended", "left"])
    assert chain.entries[1].numbers == {"bytes": len(tail.rstrip(b"\n"))}


def test_a_whole_line_without_its_end_counts(log: AuditLog) -> None:
    log.add(AuditEvent.CAME_IN, NOW)
    log.file.write_bytes(log.file.read_bytes().rstrip(b"\n"))
    log.add(AuditEvent.LEFT, NOW)
    assert (log.chain().fault, events(log)) == (0, ["came-in", "left"])


def test_several_threads_keep_one_chain(log: AuditLog) -> None:
    others = [AuditLog(log.file.parent, "audit") for _ in range(4)]
    threads = [
        threading.Thread(target=lambda other=other: [other.add(AuditEvent.WRONG_PIN, NOW) for _ in range(5)])
        for other in others
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (log.chain().fault, log.chain().last) == (0, 20)


@UNWRITTEN
def test_who_waits_too_long_for_another_program_gives_up_and_says_so(
    log: AuditLog, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(audit, "_LOOKS", 2)
    log.add(AuditEvent.CAME_IN, NOW)
    with exclusive(log.file.with_name("audit.lock"), NotImplementedError()):  # type: ignore[arg-type]  # not raised
        assert log.head() is None
        log.add(AuditEvent.LEFT, NOW)
    assert f"{Event.AUDIT_UNWRITTEN} left" in caplog.text
    log.add(AuditEvent.CAME_IN, NOW)
    assert events(log) == ["came-in", "log-was-shut", "came-in"]
    assert log.chain().entries[1].numbers == {"entries": 1}


@needs_mounts
@UNWRITTEN
def test_a_full_disk_costs_the_entry_and_the_next_one_says_how_many_are_missing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with small_disk(tmp_path / "disk", 64) as disk:
        log = AuditLog(disk / "state", "audit")
        log.add(AuditEvent.CAME_IN, NOW)
        fill(disk)
        for _ in range(40):  # more than the last page has room for
            log.add(AuditEvent.COPIED_TO_STICK, NOW, requests=3)
        missing = caplog.text.count(f"{Event.AUDIT_UNWRITTEN} copied-to-stick No space left on device")
        assert 0 < missing < 40
        (disk / "fill").unlink()
        log.add(AuditEvent.LEFT, NOW)
        chain = log.chain()
        assert chain.fault == 0
        assert [entry.event for entry in chain.entries][-3:] == ["log-mended", "log-was-shut", "left"]
        assert chain.entries[-2].numbers == {"entries": missing}


@needs_mounts
@UNWRITTEN
def test_a_disk_that_takes_no_change_keeps_its_log_and_gives_it(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 64) as disk:
        log = AuditLog(disk / "state", "audit")
        log.add(AuditEvent.CAME_IN, NOW)
        write_protect(disk)
        log.add(AuditEvent.LEFT, NOW)
        assert events(log) == ["came-in"]


@UNWRITTEN
def test_a_folder_that_is_not_there_is_made_but_no_disk_is(tmp_path: Path) -> None:
    inside = AuditLog(tmp_path / "state", "audit")
    inside.add(AuditEvent.CAME_IN, NOW)
    assert events(inside) == ["came-in"]
    outside = AuditLog(tmp_path / "no disk" / "state", "audit")
    outside.add(AuditEvent.CAME_IN, NOW)
    assert not (tmp_path / "no disk").exists()


@UNWRITTEN
def test_a_disk_that_gives_nothing_costs_the_entry_and_the_head(log: AuditLog) -> None:
    log.add(AuditEvent.CAME_IN, NOW)
    with refused_reads(FOR_EVER, of=lambda path: path.suffix == ".jsonl"):
        assert log.head() is None
        log.add(AuditEvent.LEFT, NOW)
    assert events(log) == ["came-in"]


@UNWRITTEN
@pytest.mark.parametrize("bad", NO_FILES.values(), ids=NO_FILES)
@pytest.mark.parametrize("name", ["audit.jsonl", "audit.before.jsonl", "audit.lock"])
def test_what_is_no_file_in_its_place_stops_nothing_and_is_never_followed(
    log: AuditLog, name: str, bad: Callable[[Path], object]
) -> None:
    bad(log.file.with_name(name))
    with without_waiting():
        log.add(AuditEvent.CAME_IN, NOW)
        assert log.head() is None or name == "audit.lock"
    assert not (log.file.parent / "nowhere").exists()


def test_a_kiosk_has_one_log_whoever_asks(tmp_path: Path) -> None:
    assert kiosk_log(Spool(tmp_path)) is kiosk_log(Spool(tmp_path))
    assert kiosk_log(Spool(tmp_path)).file == tmp_path / "state" / "audit.jsonl"


def test_what_it_is_called_on_a_stick_does_not_tell_the_kiosks_id() -> None:
    kiosk_id = "3f" * 16
    assert is_carried(Path(carried_name(kiosk_id)))
    assert kiosk_id not in carried_name(kiosk_id)
    assert carried_name(kiosk_id) != carried_name("3e" * 16)
    assert not is_carried(Path("audit.jsonl"))
