"""A colleague comes or goes: staff carry recipients.txt to the kiosk, compare six words, and it counts."""

import dataclasses
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.core.announcements import Announcement
from kiosk.core.events import Event
from kiosk.desk.access.unseal import generate_key_file
from kiosk.store import staff_pin
from kiosk.store.audit import kiosk_log
from kiosk.store.check_code import check_code
from kiosk.store.recipients import load_recipients
from kiosk.store.recipients_door import BEFORE, NAME, RecipientsDoor
from kiosk.store.staff_pin import set_pin
from kiosk.store.volumes import Volume
from kiosk.tour.guided_visit import Clock
from kiosk.tour.patience import PATIENCE_SECONDS
from kiosk.ui.app import Glass
from kiosk.ui.staff.timing import COMPARE_SECONDS
from tests.clinic import Clinic
from tests.conftest import StartKiosk
from tests.journeys.hand import Hand, button, middle
from tests.journeys.test_staff_journey import PIN, QUICK, Staff
from tests.journeys.walk import ask_for_a_call, settle, start_visit

TAKE_IN = "Take in recipients.txt from the stick"
SURE = "Yes, the same words"
COMPARE = "Compare these six words with those at the desk, aloud."
GLASSES = [Glass(1366, 768, 15.6), Glass(1920, 1080, 21.5), Glass(1080, 1920, 21.5)]


@pytest.fixture(autouse=True)
def _pin_is_set(clinic: Clinic, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staff_pin, "_HASHER", QUICK)
    set_pin(clinic.settings.staff_pin, PIN)


@pytest.fixture
def door(tmp_path: Path, clinic: Clinic) -> RecipientsDoor:
    """An installed kiosk, whose service runs while the kiosk waits for it."""
    (tmp_path / "run" / "drop").mkdir(parents=True)
    made = RecipientsDoor(tmp_path / "run", clinic.recipients)

    def serve(_seconds: float) -> None:
        made.accept(os.geteuid())

    return dataclasses.replace(made, pause=serve)


@pytest.fixture
def stick(tmp_path: Path, clinic: Clinic) -> Volume:
    """A stick with the recipients.txt of the desk, which a colleague has joined."""
    folder = tmp_path / "STICK"
    folder.mkdir()
    lines = f"{clinic.recipients.read_text('utf-8')}# ben\n{generate_key_file('today')[1]}\n"
    (folder / NAME).write_text(lines, encoding="utf-8")
    return Volume("STICK", folder)


@pytest.fixture
def at_the_kiosk(
    start_kiosk: StartKiosk, clinic: Clinic, clock: Clock, door: RecipientsDoor, stick: Volume
) -> Callable[[Glass], Staff]:
    def made(glass: Glass) -> Staff:
        staff = Staff(start_kiosk(glass=glass), clinic, clock)
        staff.door, staff.sticks = door, (stick,)
        return staff

    return made


@pytest.fixture
def staff(at_the_kiosk: Callable[[Glass], Staff], door: RecipientsDoor) -> Iterator[Staff]:
    yield at_the_kiosk(GLASSES[1])
    assert not list(door.drop.iterdir())


def words_of(file: Path) -> str:
    return " ".join(check_code(load_recipients(file, demonstration_allowed=False)))


def look(staff: Staff) -> None:
    staff.press(TAKE_IN)
    staff.settles()


def test_after_pin_and_compared_words_the_colleague_opens_the_next_request(
    staff: Staff, stick: Volume, clinic: Clinic
) -> None:
    before, words = clinic.recipients.read_bytes(), words_of(stick.path / NAME)
    staff.enter()
    look(staff)
    assert staff.status.startswith(COMPARE)
    assert staff.sees(words)
    assert staff.sees("Stick STICK, keys: 2 (front-desk, ben)")
    assert clinic.recipients.read_bytes() == before, "nothing counts before somebody compared"
    staff.press(SURE)
    staff.settles()
    assert staff.sees(
        "Taken in: from now on requests are sealed with these keys. You can take the stick out."
    )
    assert not staff.sees(SURE)
    assert clinic.recipients.read_bytes() == (stick.path / NAME).read_bytes()
    assert clinic.recipients.with_name(BEFORE).read_bytes() == before
    staff.press("Back")
    staff.waits_for(f"Check code, as at the desk: {words}")
    staff.press("Close")
    ask_for_a_call(start_visit(staff.kiosk), "4155552671")
    (sealed,) = clinic.spool.waiting()
    assert sealed.path.read_bytes().count(b"-> X25519 ") == 2
    [taken] = [each for each in kiosk_log(clinic.spool).chain().entries if each.event == "recipients-taken"]
    assert taken.numbers == {"keys": 2}


def test_whoever_hears_other_words_goes_back_and_nothing_was_changed(staff: Staff, clinic: Clinic) -> None:
    before = clinic.recipients.read_bytes()
    staff.enter()
    look(staff)
    staff.press("Back")
    staff.waits_for("The call form is open.")
    assert not staff.sees(SURE)
    staff.screen.takeRecipients()
    staff.settles()
    assert clinic.recipients.read_bytes() == before


def test_what_was_compared_is_taken_in_though_the_stick_is_changed_meanwhile(
    staff: Staff, stick: Volume, clinic: Clinic
) -> None:
    compared = (stick.path / NAME).read_bytes()
    staff.enter()
    look(staff)
    (stick.path / NAME).write_text(generate_key_file("today")[1], encoding="utf-8")
    staff.press(SURE)
    staff.settles()
    assert clinic.recipients.read_bytes() == compared


def test_without_a_stick_it_asks_for_one_and_looks_again(staff: Staff, stick: Volume) -> None:
    staff.sticks = ()
    staff.enter()
    look(staff)
    assert staff.sees("There is no stick. Put one in, wait a moment, then look again.")
    assert not staff.sees(SURE)
    staff.sticks = (stick,)
    staff.press("Look again")
    staff.settles()
    assert staff.sees(SURE)


@pytest.mark.allows_log(Event.STICKS_UNLISTED)
def test_a_stick_list_that_cannot_be_read_is_not_called_empty(staff: Staff) -> None:
    staff.sticks = None
    staff.enter()
    look(staff)
    assert staff.status.startswith("The sticks cannot be listed now.")


def test_a_kiosk_that_is_not_installed_says_who_puts_the_file_there(
    staff: Staff, door: RecipientsDoor
) -> None:
    staff.door = RecipientsDoor(door.root / "nowhere", door.target)
    staff.enter()
    look(staff)
    assert staff.sees(
        "This kiosk cannot take it in by itself: IT puts recipients.txt in its place. The handbook says how."
    )


@pytest.mark.allows_log(Event.RECIPIENTS_REFUSED)
def test_without_a_service_staff_are_told_at_once_and_nothing_was_changed(
    staff: Staff, door: RecipientsDoor, clinic: Clinic, caplog: pytest.LogCaptureFixture
) -> None:
    before = clinic.recipients.read_bytes()
    waited: list[float] = []
    staff.door = dataclasses.replace(door, pause=waited.append)
    staff.enter()
    look(staff)
    staff.press(SURE)
    staff.settles()
    assert staff.status.startswith("The service that takes it in did not come. Nothing was changed.")
    assert sum(waited) < 2
    assert "recipients-refused untaken" in caplog.messages
    assert clinic.recipients.read_bytes() == before


@pytest.mark.allows_log(Event.RECIPIENTS_REFUSED)
def test_without_an_answer_staff_are_told_where_to_look(
    staff: Staff, door: RecipientsDoor, clinic: Clinic, caplog: pytest.LogCaptureFixture
) -> None:
    before = clinic.recipients.read_bytes()
    taken = door.drop / NAME
    staff.door = dataclasses.replace(door, pause=lambda _seconds: taken.unlink(missing_ok=True))
    staff.enter()
    look(staff)
    heard: list[Announcement] = []
    staff.kiosk.late.announcer.say = heard.append
    staff.kiosk.late.announcer.is_heard = lambda: True
    staff.press(SURE)
    staff.settles()
    assert staff.status.startswith("No answer came. See in the menu which words count now")
    assert Announcement(staff.status, is_urgent=True) in heard
    assert "recipients-refused unanswered" in caplog.messages
    assert clinic.recipients.read_bytes() == before


def test_while_it_is_handed_in_nothing_else_can_be_done(staff: Staff, door: RecipientsDoor) -> None:
    may_answer = threading.Event()

    def serve_late(_seconds: float) -> None:
        assert may_answer.wait(PATIENCE_SECONDS)
        door.pause(0)

    staff.door = dataclasses.replace(door, pause=serve_late)
    staff.enter()
    look(staff)
    staff.press(SURE)
    settle()
    assert staff.sees("Handing it in. Please wait.")
    assert not staff.sees("Back")
    for do in (
        staff.screen.close,
        staff.screen.menu,
        staff.screen.findRecipients,
        staff.screen.takeRecipients,
    ):
        do()
    staff.pass_seconds(COMPARE_SECONDS)
    assert staff.is_in()
    may_answer.set()
    staff.settles()
    assert staff.status.startswith("Taken in")


def test_the_words_stay_long_enough_to_be_compared_by_phone(staff: Staff) -> None:
    staff.enter()
    look(staff)
    staff.pass_seconds(COMPARE_SECONDS - 1)
    assert staff.sees(SURE)
    staff.pass_seconds(1)
    assert not staff.is_in()


@pytest.mark.parametrize("glass", GLASSES)
def test_what_confirms_stands_elsewhere(
    at_the_kiosk: Callable[[Glass], Staff], clock: Clock, clinic: Clinic, glass: Glass
) -> None:
    staff = at_the_kiosk(glass)
    before = clinic.recipients.read_bytes()
    staff.enter()
    hand = Hand(staff.kiosk, clock)
    hand.rest()
    place = middle(button(staff.kiosk, TAKE_IN))
    hand.tap(place)
    staff.settles()
    for _ in range(4):
        hand.rest()
        hand.tap(place)
    staff.settles()
    assert staff.sees(SURE)
    assert clinic.recipients.read_bytes() == before
