"""Who holds the stick or the share and has recipients.txt hides, cancels and settles nothing that is real."""

import dataclasses
import datetime
import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk.core.callback.request import CallbackRequest, Withdrawal, to_wire
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.export.run import Order, export_list
from kiosk.desk.queue.call_list import CallList, forget_finished, read_board
from kiosk.desk.queue.calls import CallState
from kiosk.desk.queue.take_in import TakenIn
from kiosk.store.seal import seal
from kiosk.store.spool import Spool
from kiosk.store.stick import FOLDER, RECEIPT, copy_to, take_receipts
from tests.desk.conftest import NOW
from tests.desk.taking import take_in

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic

Requests = Callable[..., CallbackRequest]
LONG_AGO = "2026-11-01T00:00:00Z"
JUST_NOW = "2026-11-23T09:00:00Z"
REFUSED = "does not hold the secret that its name was made from: ask IT."


@dataclasses.dataclass
class Thief:
    """Seals to the public keys and writes to the stick; knows what stands on it."""

    clinic: "Clinic"
    office: DeskFolder
    stick: Path

    def put(self, content: CallbackRequest | Withdrawal) -> None:
        """Put something sealed among the requests."""
        own = Spool(self.stick.parent / "a spool of one's own")
        own.create_folders()
        sealed = seal(to_wire(content), self.clinic.intake.recipients())
        own.add(sealed, content.id, datetime.date.fromisoformat(content.created[:10]))
        copy_to(own, self.stick)
        own.discard(*own.on_the_way())

    def open_at_desk(self) -> TakenIn:
        """Let the desk read the stick."""
        return take_in(self.office, self.clinic.key, self.stick)

    def board(self, days: int = 0) -> CallList:
        """Return what the desk shows, some days later."""
        return read_board(self.office, self.clinic.key, NOW + datetime.timedelta(days=days))

    def states(self) -> dict[str, str]:
        """Return the state of each request at the desk."""
        return {case.entry.number: case.state for case in self.board().cases}


@pytest.fixture
def thief(clinic: "Clinic", office: DeskFolder, stick: Path) -> Thief:
    return Thief(clinic, office, stick)


def _forget(thief: Thief) -> None:
    for days in (30, 31):
        now = NOW + datetime.timedelta(days=days)
        forget_finished(thief.office, thief.board(days), now)


@pytest.mark.parametrize("seq", [1, 7])
@pytest.mark.parametrize("created", [LONG_AGO, JUST_NOW])
def test_a_forged_withdrawal_deletes_and_cancels_nothing_whatever_number_it_guesses(
    thief: Thief, request_of: Requests, seq: int, created: str
) -> None:
    request = request_of(1, kiosk="lobby")
    thief.clinic.intake.take(request)
    copy_to(thief.clinic.spool, thief.stick)
    thief.open_at_desk()
    thief.put(Withdrawal(request.id, "lobby", seq, created))
    told = thief.open_at_desk().warnings
    assert thief.states() == {"lobby#1": CallState.NEW}
    _forget(thief)
    assert thief.states() == {"lobby#1": CallState.NEW}
    assert any(REFUSED in warning for warning in told)


def test_a_forged_withdrawal_that_comes_first_keeps_no_request_out(
    thief: Thief, request_of: Requests
) -> None:
    request = request_of(1)
    thief.put(Withdrawal(request.id, "lobby", 1, LONG_AGO))
    thief.open_at_desk()
    _forget(thief)
    thief.clinic.intake.take(request)
    copy_to(thief.clinic.spool, thief.stick)
    assert thief.open_at_desk().taken == 1
    assert thief.states() == {"lobby#1": CallState.NEW}


def test_a_withdrawal_of_ones_own_with_the_number_of_a_request_cancels_nothing_and_is_named(
    thief: Thief, request_of: Requests
) -> None:
    thief.clinic.intake.take(request_of(1))
    copy_to(thief.clinic.spool, thief.stick)
    for secret in range(1, 60):
        thief.put(Withdrawal.of(f"{secret:032x}", "lobby", 1, LONG_AGO))
    thief.open_at_desk()
    assert thief.states() == {"lobby#1": CallState.NEW}
    forged = "Somebody may have forged the taking back of lobby#1: ask IT; it stays listed."
    assert [told for told in thief.board().warnings if "lobby#1" in told] == [forged]
    order = Order(thief.office.lists, NOW)
    outcome = export_list(thief.office.spool, thief.clinic.key, order, lambda _done, _all: None)
    assert (outcome.count, forged in outcome.warnings) == (1, True)
    _forget(thief)
    assert thief.states() == {"lobby#1": CallState.NEW}


def test_who_reads_the_stick_can_forge_no_receipt(thief: Thief, request_of: Requests) -> None:
    thief.clinic.intake.take(request_of(1))
    copy_to(thief.clinic.spool, thief.stick)
    [sealed] = (thief.stick / FOLDER).iterdir()
    digest = hashlib.sha256(sealed.read_bytes()).hexdigest()
    for forged in (digest, sealed.name.split("-")[1], digest[:32], ""):
        sealed.with_name(sealed.name + RECEIPT).write_text(forged)
        assert take_receipts(thief.clinic.spool, thief.stick) == 0
    assert len(thief.clinic.spool.on_the_way()) == 1
    thief.open_at_desk()
    assert take_receipts(thief.clinic.spool, thief.stick) == 1


def test_the_receipt_of_a_request_is_none_for_its_withdrawal(thief: Thief, request_of: Requests) -> None:
    """Else the desk would never hear that it was taken back."""
    spool = thief.clinic.spool
    request = request_of(1)
    thief.clinic.intake.take(request)
    copy_to(spool, thief.stick)
    thief.open_at_desk()
    [receipt] = (thief.stick / FOLDER).glob(f"*{RECEIPT}")
    assert request.secret
    thief.clinic.intake.withdraw(Withdrawal.of(request.secret, "lobby", 1, JUST_NOW))
    [withdrawal] = spool.waiting()
    copied = receipt.with_name(withdrawal.path.name + RECEIPT)
    copied.write_bytes(receipt.read_bytes())
    assert take_receipts(spool, thief.stick) == 1
    assert spool.waiting() == (withdrawal,)
    copied.unlink()
    copy_to(spool, thief.stick)
    thief.open_at_desk()
    assert thief.states() == {"lobby#1": CallState.CANCELLED}
    assert take_receipts(spool, thief.stick) == 1


def test_a_receipt_gives_no_withdrawal_away(thief: Thief, request_of: Requests) -> None:
    request = request_of(1)
    thief.clinic.intake.take(request)
    copy_to(thief.clinic.spool, thief.stick)
    thief.open_at_desk()
    [receipt] = (path.read_text() for path in (thief.stick / FOLDER).glob(f"*{RECEIPT}"))
    for told in (receipt[:32], receipt[32:]):
        thief.put(Withdrawal(request.withdrawal_id, "lobby", 1, JUST_NOW, told, "set"))
        thief.put(Withdrawal.of(told, "lobby", 1, JUST_NOW))
    assert sum(REFUSED in told for told in thief.open_at_desk().warnings) == 2
    assert thief.states() == {"lobby#1": CallState.NEW}


def test_nobody_writes_another_request_under_the_id_of_a_real_one(thief: Thief, request_of: Requests) -> None:
    request = request_of(1)
    other = {"name": "Mallory", "phone": "+14155550199", "seq": 9, "kiosk_id": "0" * 32}
    first = {"secret": None, "call_by": None, "kiosk_id": None, "kept_odd_number": None, "clock": None}
    thief.put(dataclasses.replace(request, **(other | {"secret": "5e" * 16})))  # type: ignore[arg-type]  # names of fields
    thief.put(dataclasses.replace(request, **(other | first)))  # type: ignore[arg-type]  # names of fields
    found = thief.open_at_desk()
    assert (found.found, found.taken) == (2, 0)
    thief.clinic.intake.take(request)
    copy_to(thief.clinic.spool, thief.stick)
    assert thief.open_at_desk().taken == 1
    [case] = thief.board().cases
    assert (case.entry.request.name, case.entry.doubts) == ("Visitor 1", ())


@pytest.mark.parametrize(
    ("is_here", "told"),
    [
        (False, "Somebody may have forged the taking back of lobby#1: ask IT; it stays listed."),
        (True, "lobby#1 was taken back, but another request has its number: ask IT; that one stays listed."),
    ],
)
def test_a_request_that_was_taken_back_and_one_with_its_number_are_told_apart(
    thief: Thief, request_of: Requests, told: str, *, is_here: bool
) -> None:
    request = request_of(1)
    thief.clinic.intake.take(request)
    assert request.secret
    if is_here:
        copy_to(thief.clinic.spool, thief.stick)
        thief.open_at_desk()
    thief.clinic.intake.withdraw(Withdrawal.of(request.secret, "lobby", 1, JUST_NOW))
    copy_to(thief.clinic.spool, thief.stick)
    thief.open_at_desk()
    assert "Taken back at the kiosk by the visitor, nobody need call: lobby#1." in thief.board().warnings
    thief.put(request_of(2, seq=1, kiosk_id="0" * 32))
    thief.open_at_desk()
    about = [warning for warning in thief.board().warnings if "lobby#1" in warning]
    assert about == [
        "Several of them gave lobby#1: these are not the same, and each counts. Go by name and time."
    ] * is_here + [told]
