"""Kiosk, stick, share and two desks with an attacker between them, in any order: what an attacker cannot do.

The code is the real one on a folder of its own; the model knows only which visitor asked or took back, which
genuine files a desk was shown, and what staff recorded.
"""

import collections
import contextlib
import dataclasses
import datetime
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.errors import Flaky
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from kiosk.core.callback import request
from kiosk.core.callback.proofs import receipt_of
from kiosk.core.callback.request import CallbackRequest, Withdrawal
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.access.unseal import StaffKey, generate_key_file, read_key_file
from kiosk.desk.export.run import Order, export_list
from kiosk.desk.queue.call_list import CallList, forget_finished, read_board, record_call
from kiosk.desk.queue.calls import CallRecord
from kiosk.store import stick
from kiosk.store.intake import Intake
from kiosk.store.spool import Spool
from kiosk.store.stick import FOLDER, RECEIPT, copy_to, take_receipts
from tests.desk.attacker import Attacker, there
from tests.desk.conftest import make_request
from tests.desk.taking import take_in
from tests.numbered import secret_of

MADE: Final = datetime.datetime(2026, 11, 24, 9, 0, tzinfo=datetime.UTC)
PLACES: Final = st.sampled_from(["stick", "share"])
DESKS: Final = st.sampled_from([0, 1])
ANY: Final = st.integers(0, 999)
WAYS: Final = collections.Counter[str]()
STATES: Final = set[str]()
FORGERIES: Final = {f"attacker forges a {what}" for what in ("receipt", "request", "withdrawal")}


@dataclasses.dataclass(slots=True)
class Asked:
    """A request as the model knows it; shown, shown_back: desks that met it; settled: those with a record."""

    request: CallbackRequest
    is_taken_back: bool = False
    shown: set[int] = dataclasses.field(default_factory=set)
    shown_back: set[int] = dataclasses.field(default_factory=set)
    settled: set[int] = dataclasses.field(default_factory=set)


@dataclasses.dataclass(frozen=True, slots=True)
class Desk:
    """One desk with a folder and a key of its own."""

    office: DeskFolder
    key: StaffKey

    def board(self, now: datetime.datetime) -> CallList:
        """Return what it shows."""
        return read_board(self.office, self.key, now)


class Protocol(RuleBasedStateMachine):
    """What happens, by honest people and by an attacker."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        keys = [generate_key_file("today") for _ in range(2)]
        text = "".join(f"{public}\n" for _, public in keys)
        (self.folder / "recipients.txt").write_text(text)
        self.spool = Spool(self.folder / "kiosk")
        self.spool.create_folders()
        self.intake = Intake(self.spool, self.folder / "recipients.txt", demonstration_allowed=False)
        self.desks = []
        for number, (secret, _) in enumerate(keys):
            office = DeskFolder(self.folder / f"desk{number}")
            office.prepare()
            office.recipients_file.write_text(text)
            self.desks.append(Desk(office, read_key_file(secret, str)))
        for place in ("stick", "share"):
            (self.folder / place).mkdir()
        self.attacker = Attacker(self.intake.recipients())
        self.now = MADE
        self.asked: list[Asked] = []
        self.genuine: dict[str, tuple[bytes, Asked, bool]] = {}

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    def note(self, way: str) -> None:
        WAYS[way] += 1

    @initialize(count=st.integers(1, 4))
    def open_the_clinic(self, count: int) -> None:
        for _ in range(count):
            self.ask()
        self.carry("stick")

    # What visitors and staff do

    @rule()
    def ask(self) -> None:
        self.note("ask")
        request = make_request(len(self.asked) + 1, created=f"{MADE:%Y-%m-%dT%H:%M:%SZ}")
        self.asked.append(Asked(request))
        assert self.intake.take(request) == len(self.asked)
        self._learn(request.id, self.asked[-1], is_back=False)

    @precondition(lambda self: self.asked)
    @rule(which=ANY)
    def take_back(self, which: int) -> None:
        asked = self.asked[which % len(self.asked)]
        if asked.is_taken_back:
            return
        self.note("take back")
        asked.is_taken_back = True
        number = self.asked.index(asked) + 1
        back = Withdrawal.of(secret_of(number), "lobby", number, f"{MADE:%Y-%m-%dT%H:%M:%SZ}")
        self.intake.withdraw(back)
        self._learn(back.id, asked, is_back=True)

    def _learn(self, envelope_id: str, asked: Asked, *, is_back: bool) -> None:
        for envelope in self.spool.waiting():
            if envelope.request_id == envelope_id:
                self.genuine[envelope.path.name] = (envelope.path.read_bytes(), asked, is_back)

    @rule(place=PLACES)
    def carry(self, place: str) -> None:
        self.note("carry")
        take_receipts(self.spool, self.folder / place)
        copy_to(self.spool, self.folder / place)

    @rule(desk=DESKS, place=PLACES)
    def open_requests(self, desk: int, place: str) -> None:
        folder = self.folder / place / FOLDER
        if not folder.is_dir():
            return
        self.note("open requests")
        for path in folder.iterdir():
            data, asked, is_back = self.genuine.get(path.name, (None, None, False))
            if asked is not None and path.read_bytes() == data:
                (asked.shown_back if is_back else asked.shown).add(desk)
        take_in(self.desks[desk].office, self.desks[desk].key, folder)

    @rule(desk=DESKS, which=ANY)
    def reach(self, desk: int, which: int) -> None:
        at = self.desks[desk]
        cases = [case for case in at.board(self.now).cases if case.is_open]
        if not cases:
            return
        self.note("reach")
        case = cases[which % len(cases)]
        time = f"{self.now:%Y-%m-%dT%H:%M:%SZ}"
        record_call(at.office, case, CallRecord(case.entry.request.id, "reached", "", "ana", time))
        for asked in self.asked:
            if asked.request.id == case.entry.request.id:
                asked.settled.add(desk)

    @rule(desk=DESKS)
    def list_new(self, desk: int) -> None:
        self.note("list")
        at = self.desks[desk]
        with contextlib.suppress(FileNotFoundError):
            shutil.rmtree(at.office.lists)
        order = Order(at.office.lists, self.now)
        export_list(at.office.spool, at.key, order, lambda _done, _all: None)
        listed = {case.entry.request.id for case in at.board(self.now).cases if case.is_listed}
        for asked in self._to_call(desk):
            assert asked.request.id in listed

    @rule(days=st.integers(1, 9))
    def days_pass(self, days: int) -> None:
        self.note("days pass")
        for _ in range(2):
            self.now += datetime.timedelta(days=days)
            for desk in self.desks:
                forget_finished(desk.office, desk.board(self.now), self.now)

    @rule(desk=DESKS)
    def go_an_honest_round(self, desk: int) -> None:
        """Whatever an attacker left behind, one round that nobody disturbs brings all there."""
        self.note("honest round")
        fresh = self.folder / "fresh"
        fresh.mkdir()
        (self.folder / "stick").rename(self.folder / "aside")
        fresh.rename(self.folder / "stick")
        self.carry("stick")
        self.open_requests(desk, "stick")
        self.carry("stick")
        shutil.rmtree(self.folder / "stick")
        (self.folder / "aside").rename(self.folder / "stick")
        assert (self.spool.waiting(), self.spool.on_the_way()) == ((), ())
        assert all(asked.is_taken_back or asked.shown for asked in self.asked)

    # What an attacker does

    @rule(place=PLACES)
    def look(self, place: str) -> None:
        self.note("attacker looks")
        self.attacker.read(self.folder / place)

    @rule(place=PLACES, which=ANY)
    def remove(self, place: str, which: int) -> None:
        files = there(self.folder / place)
        if files:
            self.note("attacker removes")
            files[which % len(files)].unlink()

    @rule(place=PLACES, which=ANY, keep=st.integers(0, 2000))
    def spoil(self, place: str, which: int, keep: int) -> None:
        files = there(self.folder / place)
        if files:
            self.note("attacker spoils")
            path = files[which % len(files)]
            path.write_bytes(path.read_bytes()[:keep] + b"x")

    @precondition(lambda self: self.attacker.files)
    @rule(place=PLACES, which=ANY, under=ANY)
    def replay(self, place: str, which: int, under: int) -> None:
        self.note("attacker replays")
        files = [*self.attacker.files.items()]
        name, data = files[which % len(files)]
        others = [other for other, _ in files if other.endswith(RECEIPT) == name.endswith(RECEIPT)]
        self.attacker.put(self.folder / place, name if under % 2 else others[under % len(others)], data)

    @rule(place=PLACES, name=ANY, word=ANY)
    def forge_receipt(self, place: str, name: int, word: int) -> None:
        self.note("attacker forges a receipt")
        names, words = self.attacker.names, self.attacker.words
        self.attacker.put(
            self.folder / place, names[name % len(names)] + RECEIPT, words[word % len(words)].encode()
        )

    @rule(place=PLACES, about=ANY, word=ANY, number=st.integers(1, 6), way=ANY)
    def forge_withdrawal(self, place: str, about: int, word: int, number: int, way: int) -> None:
        self.note("attacker forges a withdrawal")
        ids, words = self.attacker.ids, self.attacker.words
        forged = self.attacker.withdrawals(ids[about % len(ids)], words[word % len(words)], number)
        withdrawal = forged[way % len(forged)]
        self.attacker.send(self.folder / place, withdrawal, withdrawal.id)

    @rule(place=PLACES, about=ANY, word=ANY, number=st.integers(1, 6), way=ANY)
    def forge_request(self, place: str, about: int, word: int, number: int, way: int) -> None:
        self.note("attacker forges a request")
        ids, words = self.attacker.ids, self.attacker.words
        forged = self.attacker.requests(ids[about % len(ids)], words[word % len(words)], number)
        request = forged[way % len(forged)]
        self.attacker.send(self.folder / place, request, request.id)

    # What must hold whatever they do

    def _to_call(self, desk: int) -> list[Asked]:
        return [
            asked
            for asked in self.asked
            if desk in asked.shown and desk not in asked.settled and desk not in asked.shown_back
        ]

    @invariant()
    def the_kiosk_lets_go_only_of_what_a_desk_has(self) -> None:
        kept = {path.name for folder in (self.spool.new, self.spool.collected) for path in folder.iterdir()}
        gone = {path.name for path in self.spool.exported.iterdir()}
        for name, (_, asked, is_back) in self.genuine.items():
            if name in gone:
                assert asked.shown_back if is_back else asked.shown, name
            elif name not in kept:
                assert asked.is_taken_back, name
                assert not is_back, name

    @invariant()
    def every_desk_shows_whom_to_call_and_says_what_is_so(self) -> None:
        state: list[object] = []
        for number, desk in enumerate(self.desks):
            board = desk.board(self.now)
            by_id = {case.entry.request.id: case for case in board.cases}
            for asked in self._to_call(number):
                case = by_id[asked.request.id]
                assert case.is_open
                assert (case.entry.request.name, case.entry.request.phone) == (
                    asked.request.name,
                    asked.request.phone,
                )
            for asked in self.asked:
                if number in asked.shown_back and asked.request.id in by_id:
                    assert not by_id[asked.request.id].is_open
            self._sentences(board)
            state.append(sorted((case.entry.number, case.state, case.is_listed) for case in board.cases))
            state.append(sorted(told.split()[0] for told in board.warnings))
        STATES.add(json.dumps([state, [len(list(folder.iterdir())) for folder in self.spool.folders]]))

    @staticmethod
    def _sentences(board: CallList) -> None:
        """Check that no sentence lies."""
        listed = {case.entry.number for case in board.cases}
        to_call = {case.entry.number for case in board.cases if case.is_open}
        for told in board.warnings:
            if stays := re.search(r"(?:taking back of|took back) (\S+)[:,] .*it stays listed", told):
                assert stays[1] in listed, told
            if gone := re.search(r"nobody need call: (.+)\.$", told):
                assert to_call.isdisjoint(gone[1].split(", ")), told


@pytest.fixture
def quick_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out the syncs, which others test: no power is cut here."""
    monkeypatch.setattr(os, "fsync", lambda _descriptor: None)


def _run(examples: int, steps: int, phases: Iterable[Phase] = Phase, *, is_same: bool = False) -> None:
    run_state_machine_as_test(
        Protocol,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            derandomize=is_same,
            phases=tuple(phases),
            suppress_health_check=list(HealthCheck),
        ),
    )
    print(f"{sum(WAYS.values())} steps, {len(STATES)} states: {dict(sorted(WAYS.items()))}")


@pytest.mark.usefixtures("quick_disk")
def test_no_attacker_hides_cancels_or_settles_a_request() -> None:
    _run(40, 25, is_same=True)
    assert {way for way in WAYS if way.startswith("attacker forges")} == FORGERIES


@pytest.mark.usefixtures("quick_disk")
@pytest.mark.parametrize(
    "examples", [pytest.param(200, marks=pytest.mark.slow), pytest.param(600, marks=pytest.mark.prove)]
)
def test_no_attacker_does_so_in_many_steps(examples: int) -> None:
    _run(examples, 60, is_same=True)


def _believe(receipt: str, request_id: str) -> bool:
    return bool(receipt and request_id)


@pytest.mark.usefixtures("quick_disk")
@pytest.mark.parametrize(
    ("where", "name", "fault"),
    [
        # Found late: seven minutes on two slow cores.
        pytest.param(*(stick, "is_receipt_for", _believe), marks=pytest.mark.prove, id="any receipt is good"),
        pytest.param(
            *(request, "_fits_its_secret", lambda _content: True),
            marks=pytest.mark.slow,
            id="any secret fits",
        ),
        pytest.param(
            *(Withdrawal, "receipt", property(lambda withdrawal: receipt_of(withdrawal.secret))),
            marks=pytest.mark.slow,
            id="request and withdrawal have one receipt",
        ),
    ],
)
def test_a_fault_in_the_protocol_is_found(
    monkeypatch: pytest.MonkeyPatch, where: object, name: str, fault: object
) -> None:
    monkeypatch.setattr(where, name, fault)
    with pytest.raises((AssertionError, KeyError, Flaky)):
        _run(600, 80, (Phase.generate,), is_same=True)
