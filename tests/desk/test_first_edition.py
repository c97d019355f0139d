"""What the first edition left: kiosk, stick, desk and key go on; what it could not prove is not believed.

first_edition.zip was made by the programs of 7a5c3f7, the first edition: ana's desk took in lobby#1 and #2
from the stick, which holds their receipts, reached the first and listed both; #2 was taken back after it was
copied, #4 before, and #3 and #5 came later.
"""

import datetime
import hashlib
import zipfile
from pathlib import Path

import pytest

from kiosk.core.callback.proofs import has_secret
from kiosk.core.callback.request import CallbackRequest, Withdrawal, to_wire
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.access.keys import load_key
from kiosk.desk.access.unseal import StaffKey
from kiosk.desk.export.run import Order, export_list
from kiosk.desk.queue.call_list import CallList, forget_finished, read_board
from kiosk.desk.queue.calls import CallState
from kiosk.desk.queue.export_jobs import exported_by, read_jobs
from kiosk.desk.queue.opening import open_envelope, read_content
from kiosk.store.intake import intake_of
from kiosk.store.seal import seal
from kiosk.store.settings.settings import load_settings
from kiosk.store.spool import Spool
from kiosk.store.stick import FOLDER, carried, copy_to, take_receipts
from tests.desk.conftest import make_request
from tests.desk.taking import take_in

LEFT = Path(__file__).with_name("first_edition.zip")
NOW = datetime.datetime(2026, 11, 25, 15, 0, tzinfo=datetime.UTC)
WORDS = "maroon otter gravel sunset pencil"
UNPROVEN = (
    "A kiosk of the first edition says that its visitor took back lobby#2, which anybody could have "
    "written: it stays listed; ask when you call."
)
TAKEN_BACK = "Taken back at the kiosk by the visitor, nobody need call: lobby#4."


def _unpack(folder: Path) -> None:
    with zipfile.ZipFile(LEFT) as left:
        left.extractall(folder)


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> StaffKey:
    """Return ana's key, opened once, as its protection costs seconds."""
    folder = tmp_path_factory.mktemp("left")
    _unpack(folder)
    return load_key(DeskFolder(folder / "office").key_file("ana"), lambda: WORDS)


class Left:
    """A copy of all that the first edition left."""

    def __init__(self, folder: Path, key: StaffKey) -> None:
        _unpack(folder)
        self.key = key
        self.office = DeskFolder(folder / "office")
        self.office.prepare()
        self.settings = load_settings(folder / "kiosk" / "kiosk.toml")
        self.spool = Spool(self.settings.spool)
        self.spool.create_folders()
        self.intake = intake_of(self.settings, self.spool)
        self.stick = folder / "stick"

    def carry(self) -> list[int]:
        """Go from the kiosk to the desk and back; count receipts, copies, what was new, and receipts."""
        receipts = take_receipts(self.spool, self.stick)
        copied = copy_to(self.spool, self.stick).copied
        taken = take_in(self.office, self.key, self.stick).taken
        return [receipts, copied, taken, take_receipts(self.spool, self.stick)]

    def board(self, now: datetime.datetime = NOW) -> CallList:
        """Return what the desk shows."""
        return read_board(self.office, self.key, now)


@pytest.fixture
def left(tmp_path: Path, key: StaffKey) -> Left:
    return Left(tmp_path, key)


def _states(board: CallList) -> dict[str, str]:
    return {case.entry.number: case.state.value for case in board.cases}


def test_settings_key_receipts_and_requests_of_the_first_edition_go_on(left: Left) -> None:
    assert left.settings.is_usable
    assert _states(left.board()) == {"lobby#1": "reached", "lobby#2": "new"}
    assert left.carry() == [2, 4, 4, 4]
    assert (left.spool.waiting(), left.spool.on_the_way()) == ((), ())
    board = left.board()
    assert _states(board) == {"lobby#1": "reached", "lobby#2": "new", "lobby#3": "new", "lobby#5": "new"}
    assert {told for told in board.warnings if "lobby" in told} == {UNPROVEN, TAKEN_BACK}
    assert left.carry() == [0, 0, 0, 0]


def test_a_kiosk_of_the_first_edition_takes_the_receipts_of_this_desk(left: Left) -> None:
    copy_to(left.spool, left.stick)
    proofs = {
        f"{path.name}.receipt": hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (left.stick / FOLDER).glob("*.age")
    }
    assert len(proofs) == 6
    take_in(left.office, left.key, left.stick)
    assert {path.name: path.read_text() for path in (left.stick / FOLDER).iterdir()} == proofs


def test_what_comes_after_the_update_is_proven_and_follows_its_number(left: Left) -> None:
    assert left.intake.take(make_request(9)) == 6
    assert left.carry() == [2, 5, 5, 5]
    assert _states(left.board())["lobby#6"] == "new"
    names = [envelope for envelope in left.spool.delivered() if has_secret(envelope.request_id)]
    assert len(names) == 1


def test_an_old_withdrawal_is_deleted_alone_and_never_with_a_request(left: Left) -> None:
    left.carry()
    later = NOW + datetime.timedelta(days=30)
    for day in range(2):
        forget_finished(left.office, left.board(), later + datetime.timedelta(days=day))
    board = left.board(later)
    assert _states(board) == {"lobby#2": "new", "lobby#3": "new", "lobby#5": "new"}
    assert board.withdrawn == ()
    assert [told for told in board.warnings if "Missing" in told or "aken back" in told] == []


def test_a_list_settles_old_withdrawals_and_takes_no_request_for_one(left: Left) -> None:
    left.carry()
    order = Order(left.office.lists, NOW, choice="all")
    outcome = export_list(left.office.spool, left.key, order, lambda _done, _all: None)
    assert outcome.count == 4
    assert UNPROVEN in outcome.warnings
    assert left.office.spool.waiting() == ()
    jobs = read_jobs(left.office.spool)
    assert [len(job.unproven) for job in jobs] == [0, 2]
    listed = exported_by(jobs)
    assert len(listed.ids) == 4
    assert listed.numbers == {"lobby": frozenset({1, 2, 3, 4, 5})}


def test_a_request_that_comes_after_its_unproven_withdrawal_is_taken_in_and_listed(left: Left) -> None:
    """As when somebody forged the taking back of a request of the first edition that is on its way."""
    left.carry()
    [third] = [case.entry for case in left.board().cases if case.entry.number == "lobby#3"]
    envelope = third.envelope
    request = read_content(open_envelope(envelope, left.key), envelope)
    assert isinstance(request, CallbackRequest)
    left.office.spool.discard(envelope)
    forged = Withdrawal(request.id, "lobby", 3, "2026-11-01T00:00:00Z")
    _put(left, forged)
    assert take_in(left.office, left.key, left.stick).taken == 1
    for day in (30, 31):
        now = NOW + datetime.timedelta(days=day)
        forget_finished(left.office, left.board(now), now)
    _put(left, request)
    assert take_in(left.office, left.key, left.stick).taken == 1
    assert _states(left.board())["lobby#3"] == CallState.NEW


def _put(left: Left, content: CallbackRequest | Withdrawal) -> None:
    """Put a sealed content on the stick, as anybody can who has recipients.txt."""
    other = Spool(left.stick.parent / "another kiosk")
    other.create_folders()
    day = datetime.date.fromisoformat(content.created[:10])
    other.add(seal(to_wire(content), left.office.recipients()), content.id, day)
    copy_to(other, left.stick)
    for envelope in other.on_the_way():
        other.discard(envelope)
    assert carried(left.stick)
