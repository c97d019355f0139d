"""A new recipients.txt gets in whole or not at all, whatever is dropped, and whoever dropped it hears why."""

import dataclasses
import errno
import os
import stat
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from pyrage import x25519

from kiosk.store.check_code import check_code
from kiosk.store.durable import write_durably
from kiosk.store.reading import read_file
from kiosk.store.recipients import DEMONSTRATION_LINE, load_recipients
from kiosk.store.recipients_door import (
    BEFORE,
    MOST_BYTES,
    NAME,
    Offer,
    RecipientsDoor,
    TakeIn,
    find_offer,
    usable,
)
from kiosk.store.volumes import Volume
from tests.faults.failing_calls import FailingCalls, Way

ME = os.geteuid()
NOBODY = ME + 1


def _lines(*names: str) -> bytes:
    """A recipients.txt with a new key for each name."""
    return "".join(f"# {name}\n{x25519.Identity.generate().to_public()}\n" for name in names).encode()


OLD, NEW = _lines("ana", "recovery"), _lines("ana", "ben", "recovery")
SECRET = NEW + f"# {x25519.Identity.generate()}\n".encode()
HUGE = NEW + b"#" * MOST_BYTES


@pytest.fixture
def door(tmp_path: Path) -> RecipientsDoor:
    (tmp_path / "run" / "drop").mkdir(parents=True)
    (tmp_path / "etc").mkdir()
    made = RecipientsDoor(tmp_path / "run", tmp_path / "etc" / NAME)
    made.target.write_bytes(OLD)
    return made


@pytest.fixture
def served(door: RecipientsDoor) -> RecipientsDoor:
    """The same with a service that runs while the kiosk waits, as systemd starts it."""
    return served_by(door, ME)


def served_by(door: RecipientsDoor, owner: int) -> RecipientsDoor:
    return dataclasses.replace(door, pause=lambda _seconds: void(door.accept(owner)))


def void(_value: object) -> None:
    """Return nothing of what something returns."""


def test_what_staff_compared_is_taken_in_whole_and_the_one_before_is_kept(
    door: RecipientsDoor, served: RecipientsDoor
) -> None:
    assert served.hand_in(NEW) is TakeIn.TAKEN
    assert door.target.read_bytes() == NEW
    assert stat.S_IMODE(door.target.stat().st_mode) == 0o644
    assert door.target.with_name(BEFORE).read_bytes() == OLD
    assert sorted(path.name for path in door.root.iterdir()) == ["answer", "drop"]
    assert list(door.drop.iterdir()) == []


def test_the_first_file_of_a_kiosk_has_none_before_it(door: RecipientsDoor, served: RecipientsDoor) -> None:
    door.target.unlink()
    assert served.hand_in(NEW) is TakeIn.TAKEN
    assert [path.name for path in door.target.parent.iterdir()] == [NAME]


def test_the_same_file_twice_changes_nothing_and_keeps_the_one_before(
    door: RecipientsDoor, served: RecipientsDoor
) -> None:
    served.hand_in(NEW)
    placed = door.target.stat()
    assert served.hand_in(NEW) is TakeIn.TAKEN
    assert door.target.stat().st_ino == placed.st_ino
    assert door.target.with_name(BEFORE).read_bytes() == OLD


def test_nothing_dropped_is_nothing_to_do(door: RecipientsDoor) -> None:
    assert door.accept(ME) is None
    assert [path.name for path in door.root.iterdir()] == ["drop"]


def test_the_service_says_which_words_it_took_in(door: RecipientsDoor) -> None:
    (door.drop / NAME).write_bytes(NEW)
    accepted = door.accept(ME)
    assert accepted is not None
    assert accepted.verdict is TakeIn.TAKEN
    assert accepted.words == check_code(load_recipients(door.target, demonstration_allowed=False))


def _link(path: Path) -> None:
    path.with_name("elsewhere").write_bytes(NEW)
    path.symlink_to(path.with_name("elsewhere"))


@pytest.mark.parametrize(
    "drop", [_link, os.mkfifo, Path.mkdir, lambda path: path.write_bytes(HUGE)], ids=range(4)
)
def test_what_is_no_small_file_is_refused_without_being_read(
    door: RecipientsDoor, drop: Callable[[Path], object]
) -> None:
    drop(door.drop / NAME)
    accepted = door.accept(ME)
    assert accepted is not None
    assert (accepted.verdict, accepted.words) == (TakeIn.UNREAD, ())
    assert door.target.read_bytes() == OLD
    assert (door.root / "answer").read_text("ascii") == "unread -"
    assert not (door.drop / NAME).exists(), "or the service would be started again at once"


def test_a_folder_that_was_dropped_does_not_stand_in_the_way_of_the_next_file(
    door: RecipientsDoor, served: RecipientsDoor
) -> None:
    (door.drop / NAME / "full").mkdir(parents=True)
    door.accept(ME)
    assert served.hand_in(NEW) is TakeIn.TAKEN


def test_a_file_of_another_user_is_refused(door: RecipientsDoor) -> None:
    assert served_by(door, NOBODY).hand_in(NEW) is TakeIn.UNREAD
    assert door.target.read_bytes() == OLD


@pytest.mark.parametrize(
    ("data", "verdict"),
    [
        (b"", TakeIn.UNUSABLE),
        (b"# ana\n\n", TakeIn.UNUSABLE),
        (NEW + b"age1nonsense\n", TakeIn.UNUSABLE),
        (NEW + b"\xff\n", TakeIn.UNUSABLE),
        (NEW.decode().encode("utf-16"), TakeIn.UNUSABLE),
        (DEMONSTRATION_LINE.encode() + b"\n" + NEW, TakeIn.UNUSABLE),
        (SECRET, TakeIn.SECRET),
        (SECRET.lower(), TakeIn.SECRET),
        (SECRET.decode().encode("utf-16-le"), TakeIn.SECRET),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_and_named(
    door: RecipientsDoor, served: RecipientsDoor, data: bytes, verdict: TakeIn
) -> None:
    assert usable(data) is verdict
    assert served.hand_in(data) is verdict
    assert door.target.read_bytes() == OLD
    assert not door.target.with_name(BEFORE).exists()


def test_a_file_of_any_editor_is_taken_as_it_is(door: RecipientsDoor, served: RecipientsDoor) -> None:
    marked = b"\xef\xbb\xbf" + NEW.replace(b"\n", b"\r\n")
    assert served.hand_in(marked) is TakeIn.TAKEN
    assert door.target.read_bytes() == marked


@pytest.mark.parametrize("failing", [BEFORE, NAME])
def test_a_disk_that_refuses_leaves_the_old_keys(
    door: RecipientsDoor, served: RecipientsDoor, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    def refuse(folder: Path, name: str, data: bytes, scratch: Path, *, mode: int) -> None:
        if folder == door.target.parent and name == failing:
            raise OSError
        write_durably(folder, name, data, scratch, mode=mode)

    monkeypatch.setattr("kiosk.store.recipients_door.write_durably", refuse)
    assert served.hand_in(NEW) is TakeIn.UNWRITTEN
    assert door.target.read_bytes() == OLD


def test_a_service_that_cannot_answer_has_still_done_its_work(
    door: RecipientsDoor, served: RecipientsDoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse_the_answer(folder: Path, name: str, data: bytes, part: Path, *, mode: int) -> None:
        if name == "answer":
            raise OSError(errno.ENOSPC, "full")
        write_durably(folder, name, data, part, mode=mode)

    monkeypatch.setattr("kiosk.store.recipients_door.write_durably", refuse_the_answer)
    assert served.hand_in(NEW) is TakeIn.UNANSWERED
    assert door.target.read_bytes() == NEW


def test_without_a_service_nothing_stays_dropped_and_it_is_said_within_two_seconds(
    door: RecipientsDoor,
) -> None:
    waited: list[float] = []
    assert dataclasses.replace(door, pause=waited.append).hand_in(NEW) is TakeIn.UNTAKEN
    assert sum(waited) < 2
    assert list(door.drop.iterdir()) == []
    assert door.accept(ME) is None, "nothing comes in later that was said not to be"


def test_a_service_that_was_quick_to_take_may_be_slow_to_answer(door: RecipientsDoor) -> None:
    waited: list[float] = []

    def take_at_once_and_answer_after_ten_seconds(seconds: float) -> None:
        waited.append(seconds)
        if len(waited) == 1:
            (door.drop / NAME).rename(door.root / NAME)
        if len(waited) == 100:
            (door.root / NAME).rename(door.drop / NAME)
            door.accept(ME)

    slow = dataclasses.replace(door, pause=take_at_once_and_answer_after_ten_seconds)
    assert slow.hand_in(NEW) is TakeIn.TAKEN
    assert door.target.read_bytes() == NEW


def test_an_answer_about_something_else_is_none(door: RecipientsDoor) -> None:
    (door.drop / NAME).write_bytes(OLD)
    door.accept(ME)

    def answer_another(_seconds: float) -> None:
        (door.drop / NAME).write_bytes(OLD)
        door.accept(ME)

    assert dataclasses.replace(door, pause=answer_another).hand_in(NEW) is TakeIn.UNANSWERED


def test_a_drop_folder_that_is_full_is_said(door: RecipientsDoor) -> None:
    door.drop.rmdir()
    assert door.hand_in(NEW) is TakeIn.UNWRITTEN


def test_a_second_file_that_is_dropped_meanwhile_is_another_one(
    door: RecipientsDoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    (door.drop / NAME).write_bytes(NEW)

    def drop_and_read(path: Path, most: int, *, owner: int) -> bytes:
        (door.drop / NAME).write_bytes(OLD)
        return read_file(path, most, owner=owner)

    monkeypatch.setattr("kiosk.store.recipients_door.read_file", drop_and_read)
    door.accept(ME)
    assert door.target.read_bytes() == NEW
    assert (door.drop / NAME).read_bytes() == OLD, "systemd finds it and starts the service again"


def test_services_that_run_at_once_leave_one_whole_file(door: RecipientsDoor) -> None:
    files = [_lines("ana", str(number)) for number in range(8)]
    stop = threading.Event()

    def drop() -> None:
        for data in files * 10:
            part = door.drop / "part"
            part.write_bytes(data)
            part.replace(door.drop / NAME)

    def accept() -> None:
        while not stop.is_set():
            door.accept(ME)

    services = [threading.Thread(target=accept) for _ in range(3)]
    for service in services:
        service.start()
    drop()
    stop.set()
    for service in services:
        service.join()
    door.accept(ME)
    assert door.target.read_bytes() in files
    assert door.target.with_name(BEFORE).read_bytes() in [OLD, *files]
    assert sorted(path.name for path in door.root.iterdir()) == ["answer", "drop"]
    assert sorted(path.name for path in door.target.parent.iterdir()) == [NAME, BEFORE]


def test_it_is_there_only_for_the_file_that_the_kiosk_reads(door: RecipientsDoor, tmp_path: Path) -> None:
    assert door.is_for(door.target)
    assert not door.is_for(tmp_path / NAME)
    door.drop.rmdir()
    assert not door.is_for(door.target)


@pytest.fixture
def sticks(tmp_path: Path) -> tuple[Volume, ...]:
    made = tuple(Volume(name, tmp_path / name) for name in ("ONE", "TWO"))
    for stick in made:
        stick.path.mkdir()
    return made


def test_the_one_file_on_the_sticks_is_found_with_names_and_keys(sticks: tuple[Volume, ...]) -> None:
    (sticks[1].path / NAME).write_bytes(NEW)
    offer = find_offer(sticks)
    assert isinstance(offer, Offer)
    assert (offer.data, offer.stick) == (NEW, "TWO")
    assert offer.recipients.names == ("ana", "ben", "recovery")
    assert len(offer.recipients.keys) == 3


def test_why_there_is_none_to_take_in_is_told_apart(sticks: tuple[Volume, ...]) -> None:
    assert find_offer(()) is TakeIn.NO_STICK
    assert find_offer(sticks) is TakeIn.NO_FILE
    (sticks[0].path / NAME).symlink_to("nowhere")
    assert find_offer(sticks) is TakeIn.UNREAD
    (sticks[1].path / NAME).write_bytes(SECRET)
    assert find_offer(sticks) is TakeIn.MANY
    assert find_offer(sticks[1:]) is TakeIn.SECRET


def test_a_folder_that_cannot_be_looked_at_is_a_disk_that_refused(served: RecipientsDoor) -> None:
    with FailingCalls(served.root / "answer", Way("stat", 1, errno.EIO, for_ever=True)).at_work():
        assert served.hand_in(NEW) is TakeIn.UNWRITTEN
    assert served.target.read_bytes() == OLD
