"""Staff at the kiosk: in by a held corner and a PIN, out again, and never a word of a visitor."""

import contextlib
import dataclasses
import datetime
import errno
import itertools
import os
import subprocess
import sys
import threading
import types
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from argon2 import PasswordHasher
from PySide6.QtCore import QCoreApplication, QPoint, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface, QGuiApplication
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from kiosk.core.announcements import Announcement
from kiosk.core.audit import Head, head_of, read_chain
from kiosk.core.errors import KioskError, StickError
from kiosk.core.events import Event
from kiosk.core.exit_codes import FAILED, LEAVE, RESTART
from kiosk.core.staff import FREE_GUESSES, WAITS
from kiosk.core.uptime import Uptime
from kiosk.core.visit import Screen, Visit
from kiosk.ops.machine import machine_of
from kiosk.ops.version import version
from kiosk.store import staff_pin
from kiosk.store import stick as stick_module
from kiosk.store.audit import kiosk_log
from kiosk.store.intake import Intake
from kiosk.store.recipients_door import INSTALLED, RecipientsDoor
from kiosk.store.spool import Spool
from kiosk.store.staff_pin import set_pin
from kiosk.store.stick import FOLDER, take_receipts
from kiosk.store.volumes import Volume
from kiosk.tour.guided_visit import Clock
from kiosk.tour.patience import PATIENCE_SECONDS, wait_until
from kiosk.tour.visitor import Visitor
from kiosk.ui import visit_screens
from kiosk.ui.app import Glass, Kiosk
from kiosk.ui.staff import entrance as staff_door
from kiosk.ui.staff import services
from kiosk.ui.staff.services import StaffEnvironment
from kiosk.ui.staff.snapshot import NOTHING_ASKED
from kiosk.ui.staff.timing import MENU_SECONDS, PIN_SECONDS, WIPE_SECONDS
from kiosk.ui.staff.view_model import StaffViewModel
from tests.clinic import Clinic, request_in
from tests.conftest import StartKiosk
from tests.journeys.hand import Hand, button, middle
from tests.journeys.walk import ask_for_a_call, settle, start_visit, type_number
from tests.read_errors import FOR_EVER, refused_reads
from tests.small_disk import hanging_disk, needs_fuse, needs_mounts, small_disk, write_protect

PIN = "246813"
NUMBER = "4155552671"
CORNER = QPoint(20, 20)
HOLD_MS = 200
QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


class Staff:
    """A kiosk with a PIN, a stick that can be put in, and somebody who knows both."""

    def __init__(self, kiosk: Kiosk, clinic: Clinic, clock: Clock) -> None:
        self.kiosk = kiosk
        self.clinic = clinic
        self.clock = clock
        self.sees = Visitor(kiosk.window).sees
        self.press = Visitor(kiosk.window).press
        self.waits_for = Visitor(kiosk.window).waits_for
        self.left: list[int] = []
        self.sticks: tuple[Volume, ...] | None = ()
        self.share: Volume | None = None
        self.door = INSTALLED
        self.seconds_to_answer: float = PATIENCE_SECONDS
        kiosk.late.entrance._tools = self._tools

    def _tools(self) -> StaffEnvironment:
        return dataclasses.replace(
            self.kiosk._staff_tools(),
            sticks=self._list,
            share=self.share,
            recipients=self.door,
            leave=self.left.append,
            seconds_to_answer=self.seconds_to_answer,
        )

    def _list(self) -> tuple[Volume, ...]:
        if self.sticks is None:
            raise StickError("No list.")
        return self.sticks

    @property
    def status(self) -> str:
        return str(self.screen.property("status"))

    def is_in(self) -> bool:
        return self.kiosk.late.entrance.staff is not None

    @property
    def screen(self) -> StaffViewModel:
        assert self.kiosk.late.entrance.staff is not None
        return self.kiosk.late.entrance.staff

    def come(self) -> None:
        """Open the staff's screen, and wait until a PIN can be typed."""
        self.kiosk.late.entrance.open()
        self.settles()

    def settles(self) -> None:
        assert wait_until(lambda: not (self.is_in() and self.screen.isBusy))
        settle()

    def guess(self, pin: str) -> None:
        for digit in pin:
            self.press(digit)
        self.press("Enter")
        self.settles()

    def enter(self) -> None:
        self.come()
        self.guess(PIN)
        self.waits_for("Copy requests for the desk")

    def pass_seconds(self, seconds: float) -> None:
        self.clock.now += seconds
        self.screen.tick()
        settle()

    def copy_to_share(self, place: Path) -> None:
        self.share = Volume("", place)
        self.enter()
        self.press("Copy requests for the desk")
        self.settles()
        self.press("Shared folder")
        self.settles()

    def copy(self, place: Path) -> None:
        self.sticks = (Volume(place.name, place),)
        self.press("Copy requests for the desk")
        self.settles()
        self.press(place.name)
        self.settles()


@pytest.fixture
def pin_is_set(clinic: Clinic, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staff_pin, "_HASHER", QUICK)
    set_pin(clinic.settings.staff_pin, PIN)


@pytest.fixture
def staff(start_kiosk: StartKiosk, clinic: Clinic, clock: Clock, pin_is_set: None) -> Staff:  # noqa: ARG001  # before the kiosk starts
    return Staff(start_kiosk(), clinic, clock)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "STICK"
    folder.mkdir()
    return folder


def _hold(staff: Staff, place: QPoint, milliseconds: int) -> bool:
    """Hold a finger at a place; whether the staff's screen came."""
    QTest.mousePress(staff.kiosk.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    QTest.qWait(milliseconds)
    QTest.mouseRelease(staff.kiosk.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    settle()
    return staff.is_in()


@pytest.fixture
def quick_hold(staff: Staff) -> None:
    staff.kiosk.late.entrance._hold.setInterval(HOLD_MS)


@pytest.mark.usefixtures("quick_hold")
def test_the_corner_opens_when_it_is_held_and_nothing_else_does(staff: Staff) -> None:
    assert staff_door.HOLD_SECONDS == 3
    middle = QPoint(staff.kiosk.window.width() // 2, 200)
    assert not _hold(staff, middle, 2 * HOLD_MS)
    assert not _hold(staff, CORNER, 0)
    QTest.qWait(2 * HOLD_MS)
    assert not staff.is_in()
    assert _hold(staff, CORNER, 3 * HOLD_MS)
    assert staff.sees("Staff PIN, 0 digits typed")


@pytest.mark.usefixtures("quick_hold")
def test_a_finger_that_slides_out_of_the_corner_opens_nothing(staff: Staff) -> None:
    window = staff.kiosk.window
    QTest.mousePress(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, CORNER)
    QTest.mouseMove(window, QPoint(600, 400))
    QTest.qWait(2 * HOLD_MS)
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(600, 400))
    assert not staff.is_in()


def test_a_visitor_who_finds_the_corner_loses_nothing(staff: Staff) -> None:
    visitor = start_visit(staff.kiosk)
    type_number(visitor, "415555")
    staff.come()
    staff.press("Close")
    settle()
    assert visitor.sees("Your number so far: 415-555")


@pytest.mark.allows_log(Event.STAFF_REFUSED)
def test_the_right_pin_ends_the_visit_and_a_wrong_one_says_nothing_but_no(staff: Staff) -> None:
    type_number(start_visit(staff.kiosk), "415555")
    staff.come()
    staff.guess("135790")
    assert staff.sees("That did not work.")
    assert staff.kiosk.visit_holder.visit.screen == Screen.CALLBACK
    staff.guess(PIN)
    staff.waits_for("The call form is open.")
    assert staff.kiosk.visit_holder.visit == Visit()
    staff.press("Close")
    settle()
    assert staff.sees("Touch to start")


@pytest.fixture
def heard(staff: Staff) -> list[Announcement]:
    """Switch a screen reader on, and note what it is told."""
    told: list[Announcement] = []
    announcer = staff.kiosk.late.announcer
    announcer.say = told.append
    announcer.is_heard = lambda: True
    return told


@pytest.mark.allows_log(Event.STAFF_REFUSED)
def test_what_staff_do_wrong_and_how_long_they_wait_is_announced(
    staff: Staff, heard: list[Announcement]
) -> None:
    staff.come()
    for guess in range(FREE_GUESSES):
        heard.clear()
        staff.guess(f"13579{guess}")
        assert Announcement("That did not work.", is_urgent=True) in heard
    assert Announcement("You can try again in 30 seconds.") in heard
    heard.clear()
    staff.pass_seconds(WAITS[0])
    assert [told.is_urgent for told in heard] == [False], "the PIN can be typed again"


@pytest.mark.allows_log(Event.STICKS_UNLISTED, Event.COPY_FAILED)
def test_what_a_copy_came_to_is_announced(staff: Staff, stick: Path, heard: list[Announcement]) -> None:
    staff.enter()
    staff.sticks = None
    staff.press("Copy requests for the desk")
    staff.settles()
    assert [told.text for told in heard if told.is_urgent] == [staff.status]
    staff.press("Back")
    staff.settles()
    heard.clear()
    staff.copy(stick)
    assert Announcement(staff.status) in heard
    staff.press("Back")
    staff.settles()
    staff.copy(stick / "gone")
    assert Announcement(staff.status, is_urgent=True) in heard


def _nobody(_staff: Staff) -> None:
    """Leave the kiosk as it is when nobody is there."""


def _reader(staff: Staff) -> None:
    start_visit(staff.kiosk)
    staff.press("Autoimmune diseases")


def _caller(staff: Staff) -> None:
    type_number(start_visit(staff.kiosk), "415555")


def _checker(staff: Staff) -> None:
    start_visit(staff.kiosk)
    staff.press("Self-check")
    while staff.sees("More"):
        staff.press("More")
    staff.press("Start")


def _checker_with_a_red_flag(staff: Staff) -> None:
    _checker(staff)
    Visitor(staff.kiosk.window).chooses("Choking, or cannot swallow")
    assert staff.kiosk.visit_holder.visit.check is not None
    assert staff.kiosk.visit_holder.visit.check.is_urgent


def _checker_at_now(staff: Staff) -> None:
    _checker_with_a_red_flag(staff)
    staff.press("Stop")
    staff.waits_for("Please tell the front desk now.")


@pytest.mark.usefixtures("pin_is_set")
@pytest.mark.parametrize(
    "somebody", [_nobody, _reader, _caller, _checker, _checker_with_a_red_flag, _checker_at_now]
)
def test_staff_end_a_visit_quietly_and_the_self_check_stays_on(
    start_kiosk: StartKiosk,
    clinic: Clinic,
    clock: Clock,
    caplog: pytest.LogCaptureFixture,
    somebody: Callable[[Staff], None],
) -> None:
    file = dataclasses.replace(clinic.settings.file, self_check="guided", demonstration=True)
    staff = Staff(start_kiosk(dataclasses.replace(clinic.settings, file=file)), clinic, clock)
    somebody(staff)
    was_somebody = staff.kiosk.visit_holder.visit != Visit()
    logged = len(caplog.records)
    staff.enter()
    assert staff.kiosk.visit_holder.visit == Visit()
    told = [(record.levelname, record.getMessage()) for record in caplog.records[logged:]]
    assert told == [("INFO", "staff-came"), *[("INFO", "visit-ended")] * was_somebody]
    staff.press("Close")
    settle()
    _checker(staff)
    assert staff.sees("Question 1 of 8")


def _controls(window: QQuickWindow) -> Iterator[tuple[QAccessibleInterface, list[str]]]:
    """Whatever a reader could know or remember, in the accessible tree or not, and in which ways it works."""
    stack = [window.contentItem()]
    while stack:
        item = stack.pop()
        node = QAccessible.queryAccessibleInterface(item)
        actions = node.actionInterface() if node is not None else None
        ways = (
            [name for name in actions.actionNames() if name != QAccessibleActionInterface.setFocusAction()]
            if actions
            else []
        )
        if ways:
            yield node, ways
        stack += item.childItems()


@pytest.mark.allows_log(Event.STAFF_REFUSED)
@pytest.mark.parametrize("somebody", [_nobody, _reader, _caller])
def test_no_hidden_control_lets_anybody_in_without_the_pin(
    staff: Staff, somebody: Callable[[Staff], None]
) -> None:
    somebody(staff)
    visit = staff.kiosk.visit_holder.visit
    staff.come()
    pressed = set()
    for control, ways in list(_controls(staff.kiosk.window)):
        name = control.text(QAccessible.Text.Name)
        if name != "Close":
            pressed.add(name)
            for way in ways:
                control.actionInterface().doAction(way)
                QGuiApplication.processEvents()
    staff.settles()
    assert {"1", "Enter", "Back"} <= pressed
    assert staff.screen._known.state.page == "pin"
    assert staff.left == []
    assert staff.kiosk.visit_holder.visit == visit


@pytest.mark.parametrize("page", ["pin", "menu", "places", "copied", "recipients", "wipe"])
def test_on_the_staffs_screen_only_what_is_seen_can_be_pressed(staff: Staff, stick: Path, page: str) -> None:
    _reader(staff)
    staff.come()
    if page != "pin":
        staff.guess(PIN)
        staff.waits_for("Copy requests for the desk")
    if page == "places":
        staff.press("Copy requests for the desk")
        staff.settles()
    if page == "copied":
        staff.copy(stick)
    if page == "recipients":
        staff.press("Take in recipients.txt from the stick")
        staff.settles()
    if page == "wipe":
        staff.press("Clean the screen")
    assert staff.screen._known.state.page == page
    reachable = [node for node, _ in _controls(staff.kiosk.window) if not node.state().disabled]
    assert [node.text(QAccessible.Text.Name) for node in reachable if node.state().invisible] == []
    assert bool(reachable) == (page != "wipe")


@pytest.mark.allows_log(Event.STAFF_REFUSED)
def test_too_many_guesses_have_to_wait(staff: Staff) -> None:
    staff.come()
    for _ in range(5):
        staff.guess("135790")
    assert any(
        spoken.name.startswith("You can try again in ") for spoken in Visitor(staff.kiosk.window).reads()
    )
    staff.screen.press("2")
    assert staff.screen._typed == ""


@pytest.mark.allows_log(Event.PIN_UNCHECKED)
def test_a_right_pin_without_memory_to_check_it_is_not_called_wrong(
    staff: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    def verify(_hash: str, _guess: str) -> bool:
        raise MemoryError

    staff.come()
    with monkeypatch.context() as patch:
        patch.setattr(staff_pin, "_HASHER", types.SimpleNamespace(verify=verify))
        for _ in range(6):
            staff.guess(PIN)
            assert staff.sees("The PIN cannot be checked now. Wait a moment, then try again.")
    staff.guess(PIN)
    staff.waits_for("The call form is open.")


def test_without_a_pin_it_says_who_can_set_one(staff: Staff) -> None:
    staff.clinic.settings.staff_pin.unlink()
    staff.come()
    assert staff.sees("No staff PIN is set. IT can set one with: kiosk staff-pin set")


def test_the_state_of_the_kiosk_counts_and_never_names(staff: Staff) -> None:
    visitor = start_visit(staff.kiosk)
    ask_for_a_call(visitor, NUMBER)
    staff.enter()
    assert staff.sees("Waiting here: 1")
    assert staff.sees("The desk has them: 0")
    # A version built from a commit ends with its second, 20261201042555: digits, and no number of a visitor.
    spoken = " ".join(spoken.name for spoken in visitor.reads()).replace(version(), "")
    assert NUMBER not in spoken
    assert "555" not in spoken


def test_requests_go_to_the_stick_and_come_back_as_receipts(
    staff: Staff, stick: Path, clinic: Clinic
) -> None:
    ask_for_a_call(start_visit(staff.kiosk), NUMBER)
    staff.enter()
    staff.copy(stick)
    assert staff.sees("Requests for the desk, checked: 1\nYou can take the stick out.")
    (carried,) = (stick / FOLDER).glob("*.age")
    assert len(clinic.spool.on_the_way()) == 1
    receipt = carried.with_name(f"{carried.name}.receipt")
    given = request_in(clinic.key.open(carried.read_bytes())).receipt
    receipt.write_text(given or "", encoding="ascii")
    carried.unlink()
    staff.press("Back")
    staff.settles()
    staff.copy(stick)
    assert any("they left this list: 1" in spoken.name for spoken in Visitor(staff.kiosk.window).reads())
    assert len(clinic.spool.delivered()) == 1


@pytest.mark.allows_log(Event.REQUESTS_UNREAD)
def test_a_request_that_cannot_be_read_now_is_counted_and_goes_with_the_next_copy(
    staff: Staff, stick: Path, clinic: Clinic
) -> None:
    ask_for_a_call(start_visit(staff.kiosk), NUMBER)
    with refused_reads(FOR_EVER):
        staff.enter()
        [name] = [envelope.short_name for envelope in clinic.spool.waiting()]
        staff.waits_for(f"Cannot be read now, still here: 1 ({name})")
        staff.copy(stick)
        assert any(
            f"Could not be read now, still here for the next copy: 1 ({name})" in spoken.name
            for spoken in Visitor(staff.kiosk.window).reads()
        )
    staff.press("Back")
    staff.settles()
    staff.copy(stick)
    assert staff.sees("Requests for the desk, checked: 1\nYou can take the stick out.")
    assert clinic.spool.damaged_names() == ()


@pytest.mark.allows_log(Event.COPY_FAILED)
def test_a_stick_that_is_pulled_loses_nothing_and_says_what_to_do(
    staff: Staff, stick: Path, clinic: Clinic
) -> None:
    ask_for_a_call(start_visit(staff.kiosk), NUMBER)
    staff.enter()
    staff.sticks = (Volume("STICK", stick),)
    staff.press("Copy requests for the desk")
    staff.settles()
    stick.rmdir()
    staff.press("STICK")
    staff.settles()
    assert any("put the stick in again" in spoken.name for spoken in Visitor(staff.kiosk.window).reads())
    assert len(clinic.spool.waiting()) == 1


@pytest.mark.allows_log(Event.COPY_FAILED)
def test_a_stick_that_is_gone_by_then_is_asked_for(staff: Staff, stick: Path, clinic: Clinic) -> None:
    ask_for_a_call(start_visit(staff.kiosk), NUMBER)
    staff.enter()
    staff.sticks = (Volume("STICK", stick),)
    staff.press("Copy requests for the desk")
    staff.settles()
    staff.sticks = ()
    staff.press("STICK")
    staff.settles()
    assert staff.status == "There is no stick. Put one in, wait a moment, then look again."
    assert list(stick.iterdir()) == [], "its place on the disk is still there"
    assert len(clinic.spool.waiting()) == 1


@pytest.mark.allows_log(Event.COPY_FAILED)
def test_a_share_that_is_not_connected_is_no_success_though_its_place_can_be_written(
    staff: Staff, stick: Path, clinic: Clinic
) -> None:
    ask_for_a_call(start_visit(staff.kiosk), NUMBER)
    staff.copy_to_share(stick)
    assert staff.status.startswith(
        "The shared folder is not connected: the folder for the requests is not in it."
    )
    assert staff.screen.property("isTrouble")
    assert list(stick.iterdir()) == []
    assert len(clinic.spool.waiting()) == 1
    (stick / FOLDER).mkdir()
    staff.press("Close")
    settle()
    staff.copy_to_share(stick)
    done = "Requests for the desk, checked: 1\nThe desk can take them in from the shared folder."
    assert staff.status == done


@pytest.mark.allows_log(Event.COPY_FAILED)
def test_a_share_that_refuses_speaks_of_no_stick_to_put_in(
    staff: Staff, stick: Path, clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    ask_for_a_call(start_visit(staff.kiosk), NUMBER)
    (stick / FOLDER).mkdir()
    monkeypatch.setattr(stick_module, "write_durably", refuse)
    staff.copy_to_share(stick)
    assert "(No space left on device)" in staff.status
    assert staff.status.endswith("tell IT that the shared folder refuses; a stick works meanwhile.")
    assert len(clinic.spool.waiting()) == 1


def _hangs_for_ever(monkeypatch: pytest.MonkeyPatch, stick: Path) -> contextlib.AbstractContextManager[None]:
    (stick / FOLDER).mkdir()
    never, real = threading.Event(), take_receipts
    monkeypatch.setattr(
        services, "take_receipts", lambda spool, at, **_: never.wait() if at == stick else real(spool, at)
    )
    monkeypatch.setattr(services, "find_offer", lambda *_: never.wait())
    return contextlib.nullcontext()


def _mounted_and_dead(
    _monkeypatch: pytest.MonkeyPatch, stick: Path
) -> contextlib.AbstractContextManager[object]:
    return hanging_disk(stick)


@pytest.fixture(params=[_hangs_for_ever, pytest.param(_mounted_and_dead, marks=needs_fuse)])
def hanging(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, stick: Path, staff: Staff
) -> Iterator[Path]:
    staff.seconds_to_answer = 0.3
    with request.param(monkeypatch, stick):
        yield stick


@pytest.mark.allows_log(Event.COPY_FAILED)
@pytest.mark.parametrize("is_shared", [False, True])
def test_a_place_that_hangs_is_given_up_and_staff_can_go(
    staff: Staff, hanging: Path, clinic: Clinic, tmp_path: Path, *, is_shared: bool
) -> None:
    ask_for_a_call(start_visit(staff.kiosk), NUMBER)
    if is_shared:
        staff.copy_to_share(hanging)
    else:
        staff.enter()
        staff.copy(hanging)
    place = "the shared folder" if is_shared else "there"
    assert staff.status.startswith(f"No answer comes from {place}. It was given up, and nothing is lost.")
    assert ("stick in again" in staff.status) is not is_shared
    assert len(clinic.spool.waiting()) == 1
    staff.press("Close")
    settle()
    assert staff.sees("Touch to start")
    staff.seconds_to_answer = PATIENCE_SECONDS
    staff.enter()
    another = tmp_path / "ANOTHER"
    another.mkdir()
    staff.copy(another)
    assert staff.sees("Requests for the desk, checked: 1\nYou can take the stick out.")


def test_a_stick_that_hangs_gives_no_recipients_and_staff_can_go(
    staff: Staff, hanging: Path, tmp_path: Path
) -> None:
    (tmp_path / "door" / "drop").mkdir(parents=True)
    staff.door = RecipientsDoor(tmp_path / "door", staff.clinic.recipients)
    staff.sticks = (Volume("STICK", hanging),)
    staff.enter()
    staff.press("Take in recipients.txt from the stick")
    staff.settles()
    assert staff.status.startswith("No answer comes from there. It was given up, and nothing is lost.")
    staff.press("Close")
    settle()
    assert staff.sees("Touch to start")


@needs_mounts
@pytest.mark.usefixtures("pin_is_set")
@pytest.mark.allows_log(
    Event.REQUESTS_UNMARKED, Event.STAFF_REFUSED, Event.PURGE_FAILED, Event.FORM_CLOSED, Event.AUDIT_UNWRITTEN
)
def test_on_a_disk_that_takes_nothing_staff_come_in_and_the_stick_is_served(
    start_kiosk: StartKiosk,
    clinic: Clinic,
    clock: Clock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stick = tmp_path / "STICK"
    stick.mkdir()
    monkeypatch.setattr(services, "machine_uptime", lambda _clock: Uptime("first", 1000.0))
    with small_disk(tmp_path / "disk", 1024) as disk:
        spool = Spool(disk / "spool")
        staff = Staff(start_kiosk(dataclasses.replace(clinic.settings, spool=spool.root)), clinic, clock)
        clock.now += 300  # so long nobody knows how many were made
        ask_for_a_call(start_visit(staff.kiosk), NUMBER)
        write_protect(disk)
        staff.come()
        staff.guess("135790")
        assert staff.sees("That did not work.")
        staff.press("Close")
        settle()
        staff.come()
        assert staff.screen.property("secondsLeft") > 0, "a screen that was closed gives no guess back"
        staff.kiosk._staff_tools().pin._in_memory = None
        staff.press("Close")
        settle()
        staff.enter()
        assert staff.sees("Waiting here: 1")
        staff.copy(stick)
        assert "The disk of this kiosk takes no changes" in staff.status
        assert staff.status.startswith("Requests for the desk, checked: 1\n")
        assert len(list((stick / FOLDER).glob("*.age"))) == 1
        [carried] = (stick / FOLDER).glob("*.age")
        carried.rename(carried.with_name(f"{carried.name}.receipt"))
        (stick / FOLDER / f"{carried.name}.receipt").write_text(_receipt_of(spool, clinic), encoding="ascii")
        staff.press("Back")
        staff.settles()
        staff.copy(stick)
        assert "The disk of this kiosk takes no changes" in staff.status
        staff.press("Close")
        settle()
        visitor = start_visit(staff.kiosk)
        visitor.press("Ask us to call you")
        visitor.waits_for("Please ask at the desk.")


def _receipt_of(spool: Spool, clinic: Clinic) -> str:
    [envelope] = spool.waiting()
    return request_in(clinic.key.open(envelope.path.read_bytes())).receipt or ""


def test_without_a_stick_it_asks_for_one_and_looks_again(staff: Staff, stick: Path) -> None:
    staff.enter()
    staff.press("Copy requests for the desk")
    staff.settles()
    assert staff.sees("There is no stick. Put one in, wait a moment, then look again.")
    staff.sticks = (Volume("", stick),)
    staff.press("Look again")
    staff.settles()
    assert staff.sees("Shared folder")


@pytest.mark.allows_log(Event.STICKS_UNLISTED)
@pytest.mark.parametrize("is_shared", [False, True])
def test_a_stick_list_that_cannot_be_read_is_not_called_empty(
    staff: Staff, stick: Path, *, is_shared: bool
) -> None:
    staff.share = Volume("", stick) if is_shared else None
    staff.sticks = None
    staff.enter()
    staff.press("Copy requests for the desk")
    staff.settles()
    unlisted = (
        "The sticks cannot be listed now. Wait a moment, then look again. If that does not help, tell IT."
    )
    assert staff.sees(unlisted)
    assert staff.sees("Shared folder") == is_shared
    staff.sticks = (Volume("STICK", stick),)
    staff.press("Look again")
    staff.settles()
    assert staff.sees("Where do the requests go? They stay locked.")
    assert staff.sees("STICK")
    assert staff.sees("Shared folder") == is_shared


def test_while_the_screen_is_cleaned_no_touch_does_anything(staff: Staff) -> None:
    staff.enter()
    staff.press("Clean the screen")
    assert staff.sees("Touch is on again in 45 seconds.")
    began = staff.clock.now
    hand = Hand(staff.kiosk, staff.clock)
    hand.rest()
    for x in range(50, staff.kiosk.window.width(), 300):
        for y in range(50, staff.kiosk.window.height(), 150):
            hand.press(QPoint(x, y))
            hand.release(QPoint(x, y))
    staff.screen.close()
    staff.pass_seconds(5)
    # A screen reader would say every second.
    assert staff.sees("Touch is on again in 45 seconds.")
    staff.pass_seconds(began + WIPE_SECONDS - 1 - staff.clock.now)
    assert staff.sees("Touch is on again in 1 second.")
    staff.pass_seconds(1)
    assert not staff.is_in()
    assert staff.sees("Touch to start")


@pytest.mark.parametrize(
    ("name", "sure", "code"),
    [
        ("Restart", "Yes, restart", RESTART),
        ("Leave the kiosk", "Yes, leave", LEAVE),
    ],
)
def test_restart_and_leaving_are_confirmed(staff: Staff, name: str, sure: str, code: int) -> None:
    staff.enter()
    staff.screen.confirm()
    staff.press(name)
    assert staff.left == []
    staff.press("No, stay here")
    assert not staff.sees(sure)
    staff.press(name)
    staff.press(sure)
    assert staff.left == [code]


@pytest.mark.parametrize("glass", [Glass(1366, 768, 15.6), Glass(1920, 1080, 21.5), Glass(1080, 1920, 21.5)])
@pytest.mark.parametrize("words", [("Restart", "Yes, restart"), ("Leave the kiosk", "Yes, leave")])
@pytest.mark.usefixtures("pin_is_set")
def test_what_confirms_stands_elsewhere(
    start_kiosk: StartKiosk, clinic: Clinic, clock: Clock, glass: Glass, words: tuple[str, str]
) -> None:
    name, sure = words
    staff = Staff(start_kiosk(glass=glass), clinic, clock)
    staff.enter()
    hand = Hand(staff.kiosk, clock)
    hand.rest()
    place = middle(button(staff.kiosk, name))
    hand.tap(place)
    hand.settle()
    confirming = button(staff.kiosk, sure)
    asked = button(staff.kiosk, "No, stay here")
    assert asked.contains(asked.mapFromScene(place)), "who touches the same place again stays"
    assert not _place(confirming).intersects(_place(asked))
    for _ in range(4):
        hand.rest()
        hand.tap(place)
    assert staff.left == []


@pytest.mark.usefixtures("pin_is_set")
def test_a_long_state_and_every_button_have_room_on_the_smallest_glass(
    start_kiosk: StartKiosk, clinic: Clinic, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    staff = Staff(start_kiosk(glass=Glass(1366, 768, 15.6)), clinic, clock)
    monkeypatch.setattr(Intake, "closed_reason", lambda *_: "The disk refuses to write a request. " * 5)
    staff.enter()
    staff.settles()
    names = (
        *("Copy requests for the desk", "Take in recipients.txt from the stick", "Clean the screen"),
        *("Restart", "Leave the kiosk", "More", "Close"),
    )
    places = [_place(button(staff.kiosk, name)) for name in names]
    glass = QRectF(0, 0, staff.kiosk.window.width(), staff.kiosk.window.height())
    assert all(glass.contains(place) for place in places)
    assert not [1 for one, other in itertools.combinations(places, 2) if one.intersects(other)]
    last = f"Program version: {version()}"
    assert not staff.sees(last)
    staff.press("More")
    assert staff.sees(last)
    staff.press("More")
    assert staff.sees("The call form is closed:")


def _place(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


@pytest.mark.parametrize("name", ["Restart", "Leave the kiosk"])
@pytest.mark.parametrize("gap", [0.06, 0.15, 0.29])
def test_a_bounce_neither_restarts_nor_leaves(staff: Staff, name: str, gap: float) -> None:
    staff.enter()
    hand = Hand(staff.kiosk, staff.clock)
    hand.rest()
    hand.tap(name, gap, gap)
    assert staff.left == []
    assert staff.screen.property("asked") != NOTHING_ASKED


def _audited(clinic: Clinic) -> list[tuple[str, dict[str, int]]]:
    return [(entry.event, entry.numbers) for entry in kiosk_log(clinic.spool).chain().entries]


@pytest.mark.allows_log(Event.STAFF_REFUSED)
def test_what_staff_did_is_in_the_audit_log_and_goes_along_with_the_requests(
    staff: Staff, stick: Path, tmp_path: Path, clinic: Clinic
) -> None:
    ask_for_a_call(start_visit(staff.kiosk), NUMBER)
    staff.come()
    staff.guess("135790")
    staff.guess(PIN)
    staff.waits_for("Copy requests for the desk")
    staff.copy(stick)
    staff.press("Back")
    staff.settles()
    staff.press("Close")
    settle()
    share = tmp_path / "share"
    (share / FOLDER).mkdir(parents=True)
    staff.copy_to_share(share)
    staff.press("Back")
    staff.settles()
    staff.press("Restart")
    staff.press("Yes, restart")
    assert _audited(clinic) == [
        ("started", {}),
        ("wrong-pin", {}),
        ("came-in", {}),
        ("copied-to-stick", {"requests": 1, "receipts": 0}),
        ("left", {}),
        ("came-in", {}),
        ("copied-to-share", {"requests": 1, "receipts": 0}),
        ("restarted", {}),
    ]
    [carried] = (stick / FOLDER).glob("*.age")
    head = head_of(request_in(clinic.key.open(carried.read_bytes())).audit_head or "")
    [log] = (stick / FOLDER).glob("*.jsonl")
    entries = read_chain(log.read_bytes()).entries
    assert [entry.event for entry in entries] == ["started", "wrong-pin", "came-in"]
    assert head == Head(1, entries[0].hash)
    assert b"5552671" not in kiosk_log(clinic.spool).read()


def test_whoever_closes_the_screen_without_the_pin_was_not_there(staff: Staff, clinic: Clinic) -> None:
    staff.come()
    staff.press("Close")
    settle()
    assert _audited(clinic) == [("started", {})]


def test_what_the_kiosk_deletes_by_itself_is_in_the_audit_log(
    staff: Staff, clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    staff.kiosk.screens.jobs.wait()
    monkeypatch.setattr(visit_screens, "purge_exported", lambda *_: 3)
    staff.kiosk.screens.purge()
    staff.kiosk.screens.jobs.wait()
    staff.kiosk.screens.note_new_settings()
    settle()
    assert _audited(clinic) == [("started", {}), ("deleted", {"requests": 3}), ("settings-taken", {})]


def test_a_screen_that_staff_walk_away_from_closes_itself(staff: Staff) -> None:
    staff.come()
    staff.pass_seconds(PIN_SECONDS)
    assert not staff.is_in()
    staff.enter()
    staff.pass_seconds(MENU_SECONDS - 1)
    assert staff.is_in()
    staff.pass_seconds(1)
    assert not staff.is_in()


@pytest.mark.allows_log(Event.START_FAILED)
@pytest.mark.usefixtures("qapp")
def test_staff_come_in_when_the_visitors_screens_cannot_be_made(
    clinic: Clinic, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: object, **_named: object) -> None:
        raise KioskError

    monkeypatch.setattr("kiosk.ui.visit_screens.VisitScreens._load", broken)
    ended: list[int] = []
    monkeypatch.setattr(QCoreApplication, "exit", ended.append)
    monkeypatch.setattr(staff_pin, "_HASHER", QUICK)
    set_pin(clinic.settings.staff_pin, PIN)
    kiosk = Kiosk(clinic.settings, glass=Glass(1920, 1080, 21.5), clock=clock)
    assert wait_until(lambda: kiosk.is_complete)
    settle()
    assert kiosk.library.content is None
    assert ended == [FAILED]
    staff = Staff(kiosk, clinic, clock)
    staff.enter()
    assert staff.sees("Waiting here: 0")
    kiosk.close()


@pytest.mark.allows_log(Event.STAFF_LOOKED)
def test_staff_who_looked_at_a_disk_that_forgot_open_the_form_again(
    staff: Staff, clinic: Clinic, stick: Path
) -> None:
    """The stick remembers what the disk does not."""
    clinic.spool.reserve_sequence(7)
    staff.enter()
    staff.settles()
    assert staff.sees("The call form is open.")
    staff.copy(stick)
    for name in ("sequence", "sequence-copy"):
        (clinic.spool.state / name).write_text("3 3", "utf-8")
    staff.press("Back")
    staff.settles()
    assert staff.sees("The call form is closed:")
    assert "may have forgotten requests" in " ".join(cast("list[str]", staff.screen.lines))
    staff.press("We looked: go on")
    staff.settles()
    assert staff.sees("The call form is open.")
    assert staff.sees("Clean the screen")
    assert clinic.spool.reserve_sequence() == 8


@pytest.mark.allows_log(Event.STAFF_LOOKED, Event.CLOCK_NOT_SET)
def test_staff_are_told_that_the_clock_is_not_set_and_say_that_it_is_right(
    staff: Staff, clinic: Clinic
) -> None:
    clinic.spool.create_folders()
    machine_of(clinic.spool).confirm(datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=30))
    staff.enter()
    staff.settles()
    assert cast("list[str]", staff.screen.lines)[0].startswith("The clock is not set: it says 20")
    assert staff.sees("The call form is open.")
    staff.press("We looked: go on")
    staff.settles()
    assert cast("list[str]", staff.screen.lines)[0] == "The call form is open."


def test_the_administrator_sets_the_pin_at_the_terminal(clinic: Clinic) -> None:
    import pexpect  # noqa: PLC0415

    def told(*answers: str) -> str:
        arguments = ["-m", "kiosk", "staff-pin", "set", "--config", str(clinic.config)]
        session = pexpect.spawn(sys.executable, arguments, encoding="utf-8", timeout=PATIENCE_SECONDS)
        for answer in answers:
            session.expect(": ")
            session.sendline(answer)
        session.expect(pexpect.EOF)
        return str(session.before)

    assert "6 to 12 digits" in told("1234")
    assert "not the same" in told(PIN, "246812")
    assert not clinic.settings.staff_pin.exists()
    assert "The staff PIN is set" in told(PIN, PIN)
    assert PIN not in clinic.settings.staff_pin.read_text(encoding="ascii")


def test_after_a_restart_it_is_the_same_program_with_the_same_arguments(tmp_path: Path) -> None:
    """The second time round it ends; both times it says how it was called."""
    program = f"""
import sys
from pathlib import Path
from kiosk import __main__
from kiosk.ui import start
print(sys.argv[1:], flush=True)
mark = Path({str(tmp_path / "mark")!r})
code = 0 if mark.exists() else {RESTART}
mark.touch()
start.run = lambda *_: code
sys.exit(__main__.main())
"""
    run = [sys.executable, "-c", program, "run", "--windowed", "800x600"]
    ended = subprocess.run(run, capture_output=True, text=True, check=False, env=dict(os.environ))
    assert ended.returncode == LEAVE, ended.stderr
    assert ended.stdout.splitlines() == ["['run', '--windowed', '800x600']"] * 2
