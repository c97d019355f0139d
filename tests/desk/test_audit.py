"""What staff did, at the desk: its own log, those of the kiosks, and every attack on one is told."""

import dataclasses
import itertools
import json
import os
import platform
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.core.audit import ENTRIES_A_FILE, AuditEvent, Entry, Head
from kiosk.core.callback.request import CallbackRequest
from kiosk.core.events import Event
from kiosk.desk import __main__ as program
from kiosk.desk import audit
from kiosk.desk.__main__ import main
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.audit import audit_warnings, desk_log, desk_log_beside, read_logs, take_logs
from kiosk.desk.backup import make
from kiosk.desk.people import add_person, give_new_key, remove_person
from kiosk.desk.queue.open_board import open_board
from kiosk.desk.queue.take_in import note_taken_in
from kiosk.store.audit import MOST_BYTES, AuditLog, carried_name, kiosk_log
from kiosk.store.durable import make_folders
from kiosk.store.stick import FOLDER, copy_to
from tests.core.test_audit import ATTACKS, chained, deed, logs, written
from tests.deaths import dying_at
from tests.desk.conftest import NOW, make_request
from tests.desk.taking import take_in
from tests.read_errors import FOR_EVER, refused_reads

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic

Requests = Callable[..., CallbackRequest]
Capture = pytest.CaptureFixture[str]
Command = Callable[..., tuple[int, str, str]]
KIOSK_ID = "1d" * 16
NAME = carried_name(KIOSK_ID)


def requests_with(*heads: Entry, first: int = 1) -> list[CallbackRequest]:
    """Return requests in their order, each with the head that its kiosk had then."""
    return [
        make_request(seq, seq=seq, audit_head=str(Head(entry.n, entry.hash)))
        for seq, entry in enumerate(heads, start=first)
    ]


def told(office: DeskFolder, log: list[Entry], requests: list[CallbackRequest]) -> list[str]:
    """Let a log come with requests, and return all that staff are told."""
    return [*take_logs(office, {NAME: written(log)}), *audit_warnings(office, requests)]


@pytest.fixture
def plain_office(tmp_path: Path) -> DeskFolder:
    """Return a desk's folder that has no people."""
    return _office_in(tmp_path / "plain")


def _office_in(root: Path) -> DeskFolder:
    office = DeskFolder(root)
    make_folders(office.spool.tmp)
    return office


@settings(max_examples=100)
@given(log=logs(), data=st.data())
def test_what_nobody_touched_is_told_to_nobody(log: list[Entry], data: st.DataObject) -> None:
    sizes = sorted(data.draw(st.lists(st.integers(1, len(log)), max_size=4)))
    with tempfile.TemporaryDirectory() as folder:
        office = _office_in(Path(folder))
        for size in (*sizes, len(log), *sizes):  # also sticks that were filled before, and come late
            assert told(office, log[:size], requests_with(*log[:size][-1:])) == []
        assert read_logs(office)[NAME.removesuffix(".jsonl")].entries == tuple(log)


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
@settings(max_examples=100)
@given(log=logs(), more=logs(), data=st.data(), is_made_anew=st.booleans(), was_here=st.booleans())
def test_every_attack_is_told_by_the_heads_or_by_what_came_before(
    attack: Callable[[list[Entry], int], list[Entry]],
    log: list[Entry],
    more: list[Entry],
    data: st.DataObject,
    *,
    is_made_anew: bool,
    was_here: bool,
) -> None:
    at = data.draw(st.integers(0, len(log) - 1))
    changed = attack(log, at)
    if is_made_anew:
        changed = chained(*changed, *(dataclasses.replace(entry, by="forged") for entry in more))
    heads = [log[place] for place in sorted(data.draw(st.lists(st.integers(0, len(log) - 1), max_size=3)))]
    if not was_here:
        heads.append(log[-1])
    with tempfile.TemporaryDirectory() as folder:
        office = _office_in(Path(folder))
        if was_here:
            assert told(office, log, []) == []
        requests = requests_with(*heads)
        # What the kiosk does once its log was changed: the copy itself is an entry, and goes along next time.
        changed = [*changed, deed(AuditEvent.COPIED_TO_STICK).after(changed[-1] if changed else None)]
        requests += requests_with(changed[-1], first=len(requests) + 1)
        assert told(office, changed, requests) != []


def test_a_cut_log_is_named_with_the_kiosk_and_the_entry(plain_office: DeskFolder) -> None:
    log = chained(*(deed(requests=count) for count in range(4)))
    [sentence] = told(plain_office, log[:3], requests_with(log[3]))
    assert sentence == (
        "The audit log of lobby that came here ends at entry 3, and its requests speak of entry 4: copy once "
        "more at the kiosk and open that here. If this sentence stays, the end was taken off: ask IT."
    )
    assert told(plain_office, log, requests_with(log[3])) == []


def test_a_kiosk_that_went_back_is_named(plain_office: DeskFolder) -> None:
    log = chained(*(deed(requests=count) for count in range(4)))
    [sentence] = told(plain_office, log, requests_with(log[3], log[1]))
    assert sentence == (
        "The audit log of lobby had 4 entries and only 2 later on: its end was taken off, or the kiosk was "
        "set back to an older day. Leave all as it is and ask IT."
    )


def test_another_log_than_the_requests_speak_of_is_named(plain_office: DeskFolder) -> None:
    log, other = chained(deed(), deed()), chained(deed(requests=1), deed())
    [sentence] = told(plain_office, other, requests_with(log[1]))
    assert "of lobby is not the one that its requests speak of (entry 2)" in sentence


def test_a_log_that_does_not_fit_lies_beside_the_good_one_and_is_told_until_it_is_moved(
    plain_office: DeskFolder,
) -> None:
    log, other = chained(deed(), deed()), chained(deed(), deed(requests=1), deed())
    told(plain_office, log, [])
    [came, lies] = told(plain_office, other, [])
    assert f"The audit log {NAME} that came along does not fit what is here from entry 2 on" in came
    refused = plain_office.audit / f"{NAME.removesuffix('.jsonl')}.refused.jsonl"
    assert lies == f"The audit log {refused.name} came from a kiosk and did not fit what is here: ask IT."
    assert refused.read_bytes() == written(other)
    assert (plain_office.audit / NAME).read_bytes() == written(log)
    refused.unlink()
    assert list(audit_warnings(plain_office, [])) == []


@pytest.mark.parametrize("came", [b"", b"\0\0\0", b"no log"])
def test_what_is_no_log_is_refused(plain_office: DeskFolder, came: bytes) -> None:
    [sentence] = take_logs(plain_office, {NAME: came})
    assert "from entry 1 on" in sentence


def test_a_log_that_lacks_what_nobody_brought_here_is_refused(plain_office: DeskFolder) -> None:
    log = chained(*(deed() for _ in range(ENTRIES_A_FILE + 5)))
    assert told(plain_office, log[:2], []) == []
    [sentence, _] = told(plain_office, log[4:], [])
    assert "from entry 3 on" in sentence


def test_the_desk_keeps_as_much_as_a_kiosk_does(
    plain_office: DeskFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audit, "_KEPT", ENTRIES_A_FILE + 1)
    log = chained(*(deed() for _ in range(ENTRIES_A_FILE + 3)))
    assert told(plain_office, log[:-2], []) == []
    assert told(plain_office, log, requests_with(log[0], log[-1])) == []
    assert read_logs(plain_office)[NAME.removesuffix(".jsonl")].first == 3


def test_a_torn_line_on_the_kiosks_disk_is_no_attack(plain_office: DeskFolder) -> None:
    one = chained(deed())
    later = chained(deed(AuditEvent.LOG_MENDED, bytes=4), deed(), after=one[0])
    came = written(one) + b"torn\n" + written(later)
    assert list(take_logs(plain_office, {NAME: came})) == []
    assert list(audit_warnings(plain_office, requests_with(later[-1]))) == []


def test_requests_of_the_first_edition_and_strange_heads_say_nothing(plain_office: DeskFolder) -> None:
    first = make_request(
        1, secret=None, kiosk_id=None, call_by=None, kept_odd_number=None, audit_head="7:" + "a" * 64
    )
    strange = make_request(2, audit_head="a head")
    assert list(audit_warnings(plain_office, [first, strange, make_request(3)])) == []


def test_a_death_while_a_log_is_kept_costs_nothing_but_another_look(tmp_path: Path) -> None:
    log = chained(deed(), deed(), deed())
    for k in itertools.count(1):
        office = _office_in(tmp_path / str(k))
        told(office, log[:2], requests_with(log[1]))
        with dying_at(k, after=bool(k % 2)) as made:
            list(take_logs(office, {NAME: written(log)}))
        assert read_logs(office)[NAME.removesuffix(".jsonl")].entries in (tuple(log[:2]), tuple(log))
        assert told(office, log, requests_with(log[2])) == []
        if made() < k:
            break
    assert k > 3


def test_disks_that_refuse_stop_nothing(plain_office: DeskFolder) -> None:
    log = chained(deed())
    told(plain_office, log, [])
    with refused_reads(FOR_EVER, of=lambda path: path.suffix == ".jsonl"):
        assert list(take_logs(plain_office, {NAME: written(log)})) == []
        [sentence] = audit_warnings(plain_office, [])
    assert "cannot be read now (Input/output error)" in sentence


@pytest.fixture
def kiosk(clinic: "Clinic") -> AuditLog:
    """Return the kiosk's log, with somebody who came in."""
    log = kiosk_log(clinic.spool)
    log.add(AuditEvent.CAME_IN, NOW)
    return log


def _carried(clinic: "Clinic", office: DeskFolder, stick: Path, *numbers: int) -> tuple[str, ...]:
    for number in numbers:
        clinic.intake.take(make_request(number))
    copy_to(clinic.spool, stick)
    note_taken_in(office, take_in(office, clinic.key, stick), "ana", NOW)
    return open_board(office, clinic.key, NOW).warnings


def test_a_kiosks_log_comes_with_its_requests_and_every_request_has_its_head(
    clinic: "Clinic", office: DeskFolder, stick: Path, kiosk: AuditLog
) -> None:
    assert _carried(clinic, office, stick, 1) == ()
    kiosk.add(AuditEvent.LEFT, NOW)
    assert _carried(clinic, office, stick, 2) == ()
    board = open_board(office, clinic.key, NOW)
    heads = {case.entry.request.audit_head for case in board.cases}
    assert heads == {str(Head(entry.n, entry.hash)) for entry in kiosk.chain().entries}
    [name] = [path.name for path in (stick / FOLDER).glob("*.jsonl")]
    assert (office.audit / name).read_bytes() == kiosk.read()


def test_a_cut_log_is_told_on_the_board_and_the_calls_are_there_all_the_same(
    clinic: "Clinic", office: DeskFolder, stick: Path, kiosk: AuditLog
) -> None:
    kiosk.add(AuditEvent.LEFT, NOW)
    clinic.intake.take(make_request(1))
    kiosk.file.write_bytes(kiosk.file.read_bytes().splitlines(keepends=True)[0])
    [sentence] = _carried(clinic, office, stick, 2)
    assert "of lobby had 2 entries and only 1 later on" in sentence
    assert len(open_board(office, clinic.key, NOW).cases) == 2


def test_the_kiosks_own_spool_gives_its_log_too(
    clinic: "Clinic", office: DeskFolder, kiosk: AuditLog
) -> None:
    clinic.intake.take(make_request(1))
    take_in(office, clinic.key, clinic.spool.root)
    [name] = [name for name in read_logs(office) if name.startswith("audit-")]
    assert (office.audit / f"{name}.jsonl").read_bytes() == kiosk.read()


def test_a_log_that_cannot_be_read_on_the_stick_comes_another_day(
    clinic: "Clinic", office: DeskFolder, stick: Path, kiosk: AuditLog
) -> None:
    clinic.intake.take(make_request(1))
    copy_to(clinic.spool, stick)
    with refused_reads(FOR_EVER, of=lambda path: path.suffix == ".jsonl" and path.is_relative_to(stick)):
        assert take_in(office, clinic.key, stick).taken == 1
    assert kiosk.head() is not None
    [sentence] = open_board(office, clinic.key, NOW).warnings
    assert "ends at entry 0" in sentence
    take_in(office, clinic.key, stick)
    assert open_board(office, clinic.key, NOW).warnings == ()


def test_what_is_too_large_for_a_log_is_not_read(
    clinic: "Clinic", office: DeskFolder, stick: Path, kiosk: AuditLog
) -> None:
    assert _carried(clinic, office, stick, 1) == ()
    [log] = (stick / FOLDER).glob("*.jsonl")
    before = read_logs(office)
    os.truncate(log, MOST_BYTES + 1)
    assert take_in(office, clinic.key, stick).warnings == ()
    assert {name: read_logs(office)[name] for name in before if name.startswith("audit-")} == {
        name: chain for name, chain in before.items() if name.startswith("audit-")
    }
    assert kiosk.chain().fault == 0


def test_a_kiosk_that_cannot_keep_its_log_takes_requests(
    clinic: "Clinic", office: DeskFolder, stick: Path, kiosk: AuditLog
) -> None:
    kiosk.file.unlink()
    kiosk.file.mkdir()
    assert _carried(clinic, office, stick, 1) == ()
    [case] = open_board(office, clinic.key, NOW).cases
    assert case.entry.request.audit_head is None


def _deeds(office: DeskFolder) -> list[tuple[str, dict[str, int], str, str]]:
    return [(entry.event, entry.numbers, entry.by, entry.whom) for entry in desk_log(office).chain().entries]


def test_the_desks_log_says_what_staff_did_and_who(
    clinic: "Clinic", office: DeskFolder, stick: Path, quick_keys: list[str]
) -> None:
    assert quick_keys == []
    _carried(clinic, office, stick, 1, 2)
    add_person(office, clinic.key, "Robin", NOW, lambda: "words")
    give_new_key(office, clinic.key, "Robin", NOW, "other words")
    remove_person(office, clinic.key, "Robin", NOW)
    assert _deeds(office) == [
        ("taken-in", {"known": 0, "new": 2, "receipts": 2}, "ana", ""),
        ("person-added", {}, "ana", "Robin"),
        ("key-renewed", {}, "ana", "Robin"),
        ("person-removed", {}, "ana", "Robin"),
    ]


def test_each_computer_keeps_a_log_of_its_own(
    plain_office: DeskFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("front desk", "back-office.clinic.example", "\u30c7"):
        monkeypatch.setattr(platform, "node", lambda name=name: name)
        audit._desk_log.cache_clear()
        desk_log(plain_office).add(AuditEvent.UNLOCKED, NOW, by="Ana")
    kept = read_logs(plain_office)
    assert [name.rpartition("-")[0] for name in kept] == [
        "desk-back-office-clinic-example",
        "desk-computer",
        "desk-front-desk",
    ]
    assert [len(chain.entries) for chain in kept.values()] == [1, 1, 1]


def test_a_kiosks_spool_has_no_desk_beside_it(clinic: "Clinic", office: DeskFolder) -> None:
    assert desk_log_beside(clinic.spool) is None
    assert desk_log_beside(office.spool) is desk_log(office)


@pytest.mark.allows_log(Event.AUDIT_UNWRITTEN)
def test_a_desk_that_cannot_write_its_log_works_on(
    clinic: "Clinic", office: DeskFolder, stick: Path, kiosk: AuditLog, caplog: pytest.LogCaptureFixture
) -> None:
    office.audit.write_bytes(b"")
    _carried(clinic, office, stick, 1)
    assert len(open_board(office, clinic.key, NOW).cases) == 1
    assert f"{Event.AUDIT_UNWRITTEN} taken-in" in caplog.text
    assert kiosk.chain().fault == 0


@pytest.fixture
def command(office: DeskFolder, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Return how to type a command at the desk of ana: its code, output and errors."""
    monkeypatch.setattr(program, "_now", lambda: NOW)

    def run(*arguments: str) -> tuple[int, str, str]:
        code = main([*arguments, "--office", str(office.root)])
        return code, *capsys.readouterr()

    return run


def test_the_command_shows_every_entry_and_says_that_the_logs_hold(
    clinic: "Clinic", office: DeskFolder, stick: Path, kiosk: AuditLog, command: Command
) -> None:
    _carried(clinic, office, stick, 1)
    code, shown, errors = command("audit")
    assert (code, errors) == (0, "")
    assert "came-in" in shown
    assert "taken-in" in shown
    assert shown.endswith("Every log holds: 2.\n")
    code, shown, _ = command("audit", "--json")
    document = json.loads(shown)
    assert (code, set(document)) == (0, {"logs"})
    [came] = next(log for name, log in document["logs"].items() if name.startswith("audit-"))
    assert (came["n"], came["event"]) == (1, "came-in")
    assert kiosk.chain().last == 1


def test_the_command_ends_with_1_and_one_sentence_where_a_log_does_not_hold(
    clinic: "Clinic", office: DeskFolder, stick: Path, kiosk: AuditLog, command: Command
) -> None:
    _carried(clinic, office, stick, 1)
    file = desk_log(office).file
    desk_log(office).add(AuditEvent.UNLOCKED, NOW, by="ana")
    file.write_bytes(file.read_bytes().replace(b'"new":1', b'"new":2'))
    code, _, errors = command("audit")
    sentence = f"The audit log {file.stem} does not hold from entry 2 on: it was changed, or damaged."
    assert (code, errors) == (1, f"{sentence}\n")
    code, shown, errors = command("audit", "--json")
    assert (code, errors) == (1, f"{sentence}\n")
    assert json.loads(shown)["error"] == sentence
    assert sentence in open_board(office, clinic.key, NOW).warnings
    assert kiosk.chain().fault == 0


def _attacks_on_a_desk(log: AuditLog) -> dict[str, Callable[[], object]]:
    lines = log.file.read_bytes().splitlines(keepends=True)
    return {
        "nothing": lambda: None,
        "cut": lambda: log.file.write_bytes(b"".join(lines[:-1])),
        "removed": log.file.unlink,
        "made anew": lambda: log.file.write_bytes(written(chained(deed(), deed(), deed()))),
    }


@pytest.fixture
def _open_keys_go_along(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a backup have ana's key, which is not protected here."""
    monkeypatch.setattr(make, "is_protected", lambda _key: True)


@pytest.mark.usefixtures("_open_keys_go_along")
@pytest.mark.parametrize(("attack", "n"), [("nothing", 0), ("cut", 3), ("removed", 1), ("made anew", 1)])
def test_a_backup_shows_what_was_taken_off_the_desks_own_log_since(
    office: DeskFolder, tmp_path: Path, command: Command, attack: str, n: int
) -> None:
    log = desk_log(office)
    for _ in range(3):
        log.add(AuditEvent.UNLOCKED, NOW, by="ana")
    backup = tmp_path / "backup.zip"
    assert command("backup", str(backup))[0] == 0
    _attacks_on_a_desk(log)[attack]()
    assert command("audit")[0] == 0
    code, _, errors = command("audit", "--against", str(backup))
    expected = (
        f"The audit log {log.file.stem} is not the one of the backup from entry {n} on: it was changed, "
    )
    assert (code, errors) == ((1, f"{expected}cut or replaced since.\n") if n else (0, ""))


@pytest.mark.usefixtures("_open_keys_go_along")
def test_a_backup_brings_every_log_back_and_the_chain_goes_on(
    clinic: "Clinic",
    office: DeskFolder,
    stick: Path,
    tmp_path: Path,
    kiosk: AuditLog,
) -> None:
    _carried(clinic, office, stick, 1)
    assert main(["backup", str(tmp_path / "backup.zip"), "--office", str(office.root)]) == 0
    again = DeskFolder(tmp_path / "again")
    assert main(["restore", str(tmp_path / "backup.zip"), "--office", str(again.root)]) == 0
    assert [entry.event for entry in desk_log(again).chain().entries] == ["taken-in", "restored"]
    assert (desk_log(again).chain().fault, len(read_logs(again))) == (0, 2)
    assert list(audit_warnings(again, [])) == []
    assert kiosk.chain().last == 1


def test_no_log_holds_a_word_of_a_visitor(
    clinic: "Clinic", office: DeskFolder, stick: Path, kiosk: AuditLog, command: Command
) -> None:
    marked = make_request(1, name="Zmarker", helper_name="Hmarker", phone="+14155550199")
    clinic.intake.take(marked)
    copy_to(clinic.spool, stick)
    note_taken_in(office, take_in(office, clinic.key, stick), "ana", NOW)
    open_board(office, clinic.key, NOW)
    opening = ("--spool", str(office.spool.root), "--key", str(clinic.key_file))
    assert main(["export", *opening, "--out", str(clinic.lists)]) == 0
    assert command("record", "lobby#1", "reached", "--note", "Nmarker")[0] == 0
    files = [*office.audit.iterdir(), *(stick / FOLDER).glob("*.jsonl"), kiosk.file]
    text = b"".join(path.read_bytes() for path in files)
    assert b"exported" in text
    for marker in (b"marker", b"5550199", b"0199", marked.id.encode(), (marked.secret or "").encode()):
        assert marker not in text
