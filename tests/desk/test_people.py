"""Several people at one desk: a new one can open all there is, a removed one nothing that stays."""

import dataclasses
import datetime
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kiosk.core.callback.request import CallbackRequest
from kiosk.core.errors import ExportError, KeyFileError, SpoolError, WrongKey
from kiosk.desk import people
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.access.keys import load_key
from kiosk.desk.access.unseal import StaffKey, generate_key_file, read_key_file
from kiosk.desk.demonstration import make_demonstration
from kiosk.desk.people import add_person, remove_person
from kiosk.desk.queue.call_list import read_board, record_call
from kiosk.desk.queue.calls import CallRecord
from kiosk.desk.queue.export_jobs import Job, save_job
from kiosk.store.envelope import Envelope, EnvelopeState
from kiosk.store.seal import seal
from kiosk.store.spool import Spool
from tests.desk.taking import take_in
from tests.numbered import request_id
from tests.read_errors import FOR_EVER, refused_reads

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic

Requests = Callable[..., CallbackRequest]
NOW = datetime.datetime(2026, 11, 23, 18, tzinfo=datetime.UTC)


@pytest.fixture
def ben(clinic: "Clinic", office: DeskFolder, request_of: Requests, quick_keys: list[str]) -> StaffKey:
    for number in (1, 2):
        clinic.intake.take(request_of(number))
    take_in(office, clinic.key, clinic.spool.root)
    first = read_board(office, clinic.key, NOW).cases[0]
    record_call(office, first, CallRecord(request_id(1), "reached", "", "ana", "2026-11-23T18:00:00Z"))
    name = office.spool.waiting()[0].path.name
    office.spool.deliver(name)
    add_person(office, clinic.key, "ben", NOW, lambda: "ben's own passphrase")
    assert quick_keys == ["ben's own passphrase"]
    return load_key(office.key_file("ben"), str)


def test_a_new_colleague_opens_all_that_was_there_before(
    clinic: "Clinic", office: DeskFolder, ben: StaffKey
) -> None:
    assert office.people() == ("ana", "ben")
    assert read_board(office, ben, NOW) == read_board(office, clinic.key, NOW)
    assert [case.state.value for case in read_board(office, ben, NOW).cases] == ["reached", "new"]
    assert len(office.spool.waiting()) == len(office.spool.delivered()) == len(office.calls.waiting()) == 1


@pytest.mark.usefixtures("quick_keys")
def test_a_colleague_can_come_to_a_demonstration_too(tmp_path: Path) -> None:
    make_demonstration(tmp_path, NOW, lambda: "congress raft planner")
    desk = DeskFolder(tmp_path / "desk")
    key = load_key(desk.key_file("front-desk"), lambda: "congress raft planner")
    add_person(desk, key, "ben", NOW, lambda: "ben's own passphrase")
    assert desk.people() == ("ben", "front-desk")
    assert desk.is_demonstration


def test_a_removed_colleague_opens_nothing_that_stays(
    clinic: "Clinic", office: DeskFolder, ben: StaffKey
) -> None:
    told = remove_person(office, clinic.key, "ben", NOW)
    assert office.people() == ("ana",)
    assert ben.recipient not in office.recipients_file.read_text(encoding="utf-8")
    for envelope in (*office.spool.waiting(), *office.spool.delivered(), *office.calls.waiting()):
        with pytest.raises(WrongKey):
            ben.open(envelope.path.read_bytes())
    assert [case.state.value for case in read_board(office, clinic.key, NOW).cases] == ["reached", "new"]
    assert "ben can still open: requests that wait in the kiosk or on a stick" in told[1]
    assert "Carry" in told[2]
    assert len(told) == 3


@pytest.mark.usefixtures("quick_keys")
@pytest.mark.parametrize("name", ["ben", "王小明"])
def test_a_removal_that_was_cut_short_is_repeated_under_the_same_name(
    clinic: "Clinic", office: DeskFolder, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    made = add_person(office, clinic.key, name, NOW, str)

    def refuse(*_args: object, **_kwargs: object) -> Any:
        raise OSError(5, "Input/output error")

    for refusing in ("seal_anew", "remove_durably"):
        with monkeypatch.context() as patch:
            patch.setattr(people, refusing, refuse)
            with pytest.raises(KeyFileError, match=rf"Input/output error.*remove {name} again"):
                remove_person(office, clinic.key, name, NOW)
        assert made.recipient not in office.recipients_file.read_text(encoding="utf-8")
        assert set(office.people()) == {"ana", name}
    assert len(remove_person(office, clinic.key, name, NOW)) == 3
    assert office.people() == ("ana",)
    assert office.recipients_file.read_text(encoding="utf-8") == f"# ana\n{clinic.key.recipient}\n"


@pytest.mark.usefixtures("ben")
def test_what_your_key_does_not_open_is_counted(clinic: "Clinic", office: DeskFolder) -> None:
    damaged = office.calls.waiting()[0]
    os.truncate(damaged.path, 10)
    told = remove_person(office, clinic.key, "ben", NOW)
    assert told[0].startswith("ben is removed, and opens nothing that this desk takes in from now on.")
    assert "1 sealed file here could not be opened with your key and stayed locked as before" in told[0]
    assert f"so ben may open what is in them: {damaged.short_name}." in told[0]
    assert not any("can no longer open anything" in each for each in told)


@pytest.mark.usefixtures("ben")
def test_of_many_that_your_key_does_not_open_some_are_named(clinic: "Clinic", office: DeskFolder) -> None:
    for number in range(4):
        (office.spool.new / f"copy {number}").write_bytes(b"who knows")
    told = remove_person(office, clinic.key, "ben", NOW)[0]
    assert "4 sealed files here" in told
    assert "what is in them: copy 0, copy 1, copy 2, ...." in told


def _everything(office: DeskFolder) -> list[Path]:
    spools = (office.spool, office.calls, office.notes, office.numbers)
    return [path for spool in spools for path in spool.all_files()]


def test_what_was_put_aside_or_is_on_its_way_is_sealed_anew_too(
    clinic: "Clinic", office: DeskFolder, ben: StaffKey, request_of: Requests
) -> None:
    for number in (3, 4, 5):
        clinic.intake.take(request_of(number))
    take_in(office, clinic.key, clinic.spool.root)
    first, second, third, *_ = office.spool.waiting()
    add_person(office, clinic.key, "zoe", NOW, lambda: "zoe's own passphrase")
    first, second, third, *_ = office.spool.waiting()
    office.spool.quarantine(dataclasses.replace(first, state=EnvelopeState.DAMAGED))
    office.spool.quarantine(second)
    office.spool.collect(third.path.name)
    before = _everything(office)
    assert all(ben.open(path.read_bytes()) for path in before)
    assert remove_person(office, clinic.key, "ben", NOW)[0] == (
        "ben can no longer open anything this desk keeps or takes in from now on."
    )
    after = _everything(office)
    assert len(after) == len(before)
    assert not set(after) & set(before)
    for path in after:
        with pytest.raises(WrongKey):
            ben.open(path.read_bytes())
    assert sorted(path.name[78:] for path in office.spool.damaged.iterdir()) == ["", ".opened"]
    assert len(office.spool.bring_back()) == 1


def test_what_another_desk_seals_meanwhile_is_sealed_anew_too(
    clinic: "Clinic", office: DeskFolder, ben: StaffKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = office.recipients()
    replace = Spool.replace
    once = [seal(b"of another desk", before)]

    def replace_and_add(spool: Spool, envelope: Envelope, sealed: bytes) -> Path:
        if once:
            office.calls.add(once.pop(), "f" * 32, NOW.date())
        return replace(spool, envelope, sealed)

    monkeypatch.setattr(Spool, "replace", replace_and_add)
    remove_person(office, clinic.key, "ben", NOW)
    assert len(office.calls.waiting()) == 2
    for path in _everything(office):
        with pytest.raises(WrongKey):
            ben.open(path.read_bytes())


def test_what_a_colleague_moves_meanwhile_is_met_where_it_is(
    clinic: "Clinic", office: DeskFolder, ben: StaffKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Spool.read_any
    moved: list[Path] = []

    def move_and_read(spool: Spool, path: Path) -> Envelope | None:
        if spool.root == office.spool.root and path.parent == spool.new and not moved:
            moved.append(path)
            spool.deliver(path.name)
        return read(spool, path)

    monkeypatch.setattr(Spool, "read_any", move_and_read)
    assert "can no longer open anything" in remove_person(office, clinic.key, "ben", NOW)[0]
    assert moved != []
    for path in _everything(office):
        with pytest.raises(WrongKey):
            ben.open(path.read_bytes())


@pytest.mark.parametrize(
    "text",
    [
        "# ana\n{ana}\n# ben\n# at the front desk since 2024\n{ben}\n",
        "# ana\n{ana}\n# BEN\n\n{ben}\n# ben\n",
        "# ana\n{ana}\nben: {ben}\n",
        "# ben\n{ben}\n# ana\n{ana}\n# once more\n{ben}\n",
        "{ana}\n# ben\n{ben}\n",
    ],
    ids=["comment between", "other case", "beside it", "twice", "own key needs no name"],
)
def test_a_key_goes_wherever_it_stands(
    clinic: "Clinic", office: DeskFolder, ben: StaffKey, text: str
) -> None:
    said = text.format(ana=clinic.key.recipient, ben=ben.recipient)
    office.recipients_file.write_text(said, encoding="utf-8")
    assert "can no longer open anything" in remove_person(office, clinic.key, "ben", NOW)[0]
    assert office.recipients().keys == (clinic.key.recipient,)
    assert office.people() == ("ana",)
    for path in _everything(office):
        with pytest.raises(WrongKey):
            ben.open(path.read_bytes())


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("# ana\n{ana}\n{ben}\n", "does not say whose key is on line 3"),
        ("# ana\n{ana}\n# Benjamin\n{ben}\n", "does not say which key is that of ben"),
        ("# ana\n{ana}\n# ben\n{zoe}\n{ben}\n", "does not say whose key is on line 5"),
    ],
    ids=["no name", "another name", "two keys under one name"],
)
def test_where_a_doubt_is_left_whose_key_is_whose_nothing_is_said_or_done(
    clinic: "Clinic", office: DeskFolder, ben: StaffKey, text: str, why: str
) -> None:
    zoe = read_key_file(generate_key_file("")[0], str)
    said = text.format(ana=clinic.key.recipient, ben=ben.recipient, zoe=zoe.recipient)
    office.recipients_file.write_text(said, encoding="utf-8")
    with pytest.raises(KeyFileError, match=f"{why}.*write"):
        remove_person(office, clinic.key, "ben", NOW)
    assert office.recipients_file.read_text(encoding="utf-8") == said
    assert office.key_file("ben").exists()


def test_keys_that_nobody_here_knows_are_told(clinic: "Clinic", office: DeskFolder, ben: StaffKey) -> None:
    other = read_key_file(generate_key_file("")[0], str)
    before = office.recipients_file.read_text(encoding="utf-8")
    office.recipients_file.write_text(f"{before}# manager\n{other.recipient}\n", encoding="utf-8")
    assert ben.recipient in office.recipients().keys
    told = remove_person(office, clinic.key, "ben", NOW)
    assert told[1].startswith("recipients.txt also has the key of manager, and no key file of that name is")
    assert office.recipients().keys == (clinic.key.recipient, other.recipient)


@pytest.mark.usefixtures("ben")
def test_a_key_that_waited_to_take_the_place_of_another_goes_too(
    clinic: "Clinic", office: DeskFolder
) -> None:
    waiting = office.key_file("ben").with_name("ben.key.new")
    waiting.write_text("a key", encoding="utf-8")
    remove_person(office, clinic.key, "ben", NOW)
    assert not waiting.exists()


def test_a_removal_under_a_read_error_is_not_said_to_be_done_and_can_be_repeated(
    clinic: "Clinic", office: DeskFolder, ben: StaffKey
) -> None:
    [unread] = [envelope.path for envelope in office.spool.waiting()]
    with (
        refused_reads(FOR_EVER, of=lambda path: path == unread),
        pytest.raises(SpoolError, match=r"1 sealed file cannot be read now, .*; remove ben again"),
    ):
        remove_person(office, clinic.key, "ben", NOW)
    assert office.people() == ("ana", "ben")
    assert len(remove_person(office, clinic.key, "ben", NOW)) == 3
    assert office.people() == ("ana",)
    for envelope in (*office.spool.waiting(), *office.spool.delivered(), *office.calls.waiting()):
        with pytest.raises(WrongKey):
            ben.open(envelope.path.read_bytes())


@pytest.mark.parametrize("place", ["spool", "calls", "notes", "numbers"])
def test_what_a_write_that_broke_off_left_is_deleted_with_whoever_could_open_it(
    clinic: "Clinic", office: DeskFolder, ben: StaffKey, place: str
) -> None:
    now = datetime.datetime.now(datetime.UTC)
    left = getattr(office, place).tmp / "20261123-x.age.y.part"
    left.write_bytes(seal(b"a visitor", office.recipients()))
    assert ben.open(left.read_bytes()) == b"a visitor"
    with pytest.raises(
        SpoolError, match=r"1 file may still be on the way .*wait a minute, then remove ben again"
    ):
        remove_person(office, clinic.key, "ben", now)
    assert left.exists(), "another desk may be writing it"
    assert office.people() == ("ana", "ben")
    two_minutes_ago = now.timestamp() - 120
    os.utime(left, (two_minutes_ago, two_minutes_ago))
    assert "can no longer open anything" in remove_person(office, clinic.key, "ben", now)[0]
    assert not left.exists()


@pytest.mark.usefixtures("ben")
def test_one_read_error_keeps_nobody_in(clinic: "Clinic", office: DeskFolder) -> None:
    with refused_reads(1):
        assert len(remove_person(office, clinic.key, "ben", NOW)) == 3


@pytest.mark.usefixtures("ben")
def test_somebody_who_is_added_under_a_read_error_is_told_of(clinic: "Clinic", office: DeskFolder) -> None:
    [unread] = [envelope.path for envelope in office.calls.waiting()]
    with (
        refused_reads(FOR_EVER, of=lambda path: path == unread),
        pytest.raises(SpoolError, match=r"zoe can open this desk, but 1 sealed file .*Carry .*recipients"),
    ):
        add_person(office, clinic.key, "zoe", NOW, lambda: "zoe's own passphrase")
    zoe = load_key(office.key_file("zoe"), str)
    assert [case.state.value for case in read_board(office, zoe, NOW).cases] == ["new", "new"]
    remove_person(office, clinic.key, "ben", NOW)
    assert [case.state.value for case in read_board(office, zoe, NOW).cases] == ["reached", "new"]


def test_nobody_is_locked_out_for_good(clinic: "Clinic", office: DeskFolder) -> None:
    with pytest.raises(KeyFileError, match="add somebody else first"):
        remove_person(office, clinic.key, "ana", NOW)
    with pytest.raises(KeyFileError, match="The recovery key stays"):
        remove_person(office, clinic.key, "recovery", NOW)


def test_an_interrupted_list_comes_first(clinic: "Clinic", office: DeskFolder) -> None:
    save_job(office.spool, Job(1, "intent", "/", "list.csv", "", (), {}))
    with pytest.raises(ExportError, match="export once more, then change"):
        add_person(office, clinic.key, "ben", NOW, lambda: generate_key_file("")[1])
    with pytest.raises(ExportError, match="export once more, then change"):
        remove_person(office, clinic.key, "ben", NOW)


@pytest.mark.usefixtures("quick_keys")
@pytest.mark.parametrize("name", ["Maria López", "O'Brien", "José", "王小明", "# ana"])
def test_whoever_comes_and_goes_is_found_under_the_same_name(
    clinic: "Clinic", office: DeskFolder, request_of: Requests, name: str
) -> None:
    clinic.intake.take(request_of(1))
    take_in(office, clinic.key, clinic.spool.root)
    made = add_person(office, clinic.key, f" {name} ", NOW, str)
    assert set(office.people()) == {"ana", name}
    assert office.key_file(name) == made.file
    hers = load_key(office.key_file(name), str)
    assert [case.state.value for case in read_board(office, hers, NOW).cases] == ["new"]
    told = remove_person(office, clinic.key, name, NOW)
    assert told[0].startswith(f"{name} can no longer open")
    assert office.people() == ("ana",)
    assert made.recipient not in office.recipients_file.read_text(encoding="utf-8")
    assert clinic.key.recipient in office.recipients_file.read_text(encoding="utf-8")
    assert not made.file.exists()
    [envelope] = office.spool.waiting()
    with pytest.raises(WrongKey):
        hers.open(envelope.path.read_bytes())
