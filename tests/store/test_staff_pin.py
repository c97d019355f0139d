"""The staff PIN on the disk: every guess is charged before it is looked at, whatever happens next."""

import errno
import json
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from argon2 import Parameters, Type, extract_parameters
from argon2.exceptions import HashingError, VerificationError, VerifyMismatchError
from argon2.low_level import error_to_str

from kiosk.core.errors import PinError, SpoolError
from kiosk.core.staff import FREE_GUESSES
from kiosk.core.uptime import Uptime
from kiosk.store import staff_pin
from kiosk.store.ballast import lay_ballast
from kiosk.store.spool import Spool
from kiosk.store.staff_pin import PinAnswer, PinVerdict, StaffPin, set_pin
from tests.faults.failing_calls import FailingCalls, Way
from tests.read_errors import CODES, FOR_EVER, refused_reads
from tests.small_disk import fill, needs_mounts, small_disk, write_protect

PIN = "246813"
OUT_OF_MEANS = (-22, -33)
"""argon2.h: ARGON2_MEMORY_ALLOCATION_ERROR, ARGON2_THREAD_FAIL."""
WRONG = PinAnswer(PinVerdict.WRONG)


class Machine:
    """A spool, a PIN file, and a clock that goes when told to."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "settings" / "staff-pin"
        self.spool = Spool(folder / "spool")
        self.spool.create_folders()
        self.up = Uptime("first", 1000.0)
        self.started = Uptime("first", 0.0)

    @property
    def pin(self) -> StaffPin:
        """A program that was started with the machine."""
        return StaffPin(self.file, self.spool, lambda: self.up, self.started)

    @property
    def count(self) -> Path:
        """Where guesses are counted."""
        return self.spool.state / "pin-guesses"


@pytest.fixture(scope="module")
def hashed(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    file = tmp_path_factory.mktemp("pin") / "staff-pin"
    set_pin(file, PIN)
    return file.read_bytes()


@pytest.fixture
def machine(tmp_path: Path, hashed: bytes) -> Machine:
    made = Machine(tmp_path)
    made.file.parent.mkdir()
    made.file.write_bytes(hashed)
    return made


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Check without the slow hash, for tests that are not about it; holds what was looked at."""
    looked: list[str] = []

    class Hasher:
        def verify(self, _hash: str, guess: str) -> bool:
            looked.append(guess)
            if guess != PIN:
                raise VerifyMismatchError
            return True

    monkeypatch.setattr(staff_pin, "_HASHER", Hasher())
    return looked


def test_the_right_pin_is_right_and_another_is_not(machine: Machine) -> None:
    assert machine.pin.check("135790") == WRONG
    assert machine.pin.check(PIN) == PinAnswer(PinVerdict.RIGHT)


def test_staff_come_in_before_the_kiosk_made_its_spool(machine: Machine) -> None:
    shutil.rmtree(machine.spool.root)
    assert machine.pin.check("000000") == WRONG
    assert machine.pin.check(PIN) == PinAnswer(PinVerdict.RIGHT)


def test_a_guess_costs_what_the_decision_says(hashed: bytes) -> None:
    found = extract_parameters(hashed.decode())
    assert (found.type, found.memory_cost >= 64 * 1024, found.time_cost) == (Type.ID, True, 3)
    assert isinstance(found, Parameters)
    assert PIN.encode() not in hashed


def test_without_a_pin_nobody_comes_in(tmp_path: Path) -> None:
    machine = Machine(tmp_path)
    for guess in ("", "000000", PIN):
        assert machine.pin.check(guess) == PinAnswer(PinVerdict.NOT_SET)
    assert not machine.count.exists()


@pytest.mark.parametrize("pin", ["", "1234", "123456", "24681x"])
def test_a_pin_that_is_none_leaves_the_old_one(machine: Machine, hashed: bytes, pin: str) -> None:
    with pytest.raises(PinError):
        set_pin(machine.file, pin)
    assert machine.file.read_bytes() == hashed


def test_a_new_pin_takes_the_place_of_a_forgotten_one(machine: Machine) -> None:
    set_pin(machine.file, "975310")
    assert machine.pin.check(PIN) == WRONG
    assert machine.pin.check("975310") == PinAnswer(PinVerdict.RIGHT)


def test_the_file_can_be_read_by_its_folders_group_and_by_nobody_else(machine: Machine) -> None:
    set_pin(machine.file, PIN)
    assert stat.S_IMODE(machine.file.stat().st_mode) == 0o640
    assert machine.file.stat().st_gid == machine.file.parent.stat().st_gid


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no groups of this kind")
def test_the_file_is_given_to_its_folders_group_and_to_no_other_owner(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[tuple[Path, int, int]] = []
    monkeypatch.setattr(os, "chown", lambda *changes: given.append(changes))
    set_pin(machine.file, PIN)
    assert given == [(machine.file, -1, machine.file.parent.stat().st_gid)]


def test_a_file_that_cannot_be_written_is_one_sentence(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "write", _refuse)
    with pytest.raises(PinError, match="administrator"):
        set_pin(machine.file, PIN)


def _refuse(*_args: object, **_kwargs: object) -> Any:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.usefixtures("quick")
def test_after_five_wrong_guesses_there_is_a_wait_and_nothing_is_looked_at(
    machine: Machine, quick: list[str]
) -> None:
    answers = [machine.pin.check("135790") for _ in range(FREE_GUESSES)]
    assert answers == [*[WRONG] * (FREE_GUESSES - 1), PinAnswer(PinVerdict.WRONG, 30)]
    assert machine.pin.check(PIN) == PinAnswer(PinVerdict.WAIT, 30)
    assert len(quick) == FREE_GUESSES
    machine.up = Uptime("first", 1029.5)
    assert machine.pin.wait() == PinAnswer(PinVerdict.WAIT, 1)
    machine.up = Uptime("first", 1030.0)
    assert machine.pin.wait() == PinAnswer(PinVerdict.READY)
    assert machine.pin.check(PIN) == PinAnswer(PinVerdict.RIGHT)
    assert machine.pin.check("135790") == WRONG


@pytest.mark.usefixtures("quick")
def test_a_restart_of_the_machine_begins_the_wait_anew(machine: Machine) -> None:
    for _ in range(FREE_GUESSES):
        machine.pin.check("135790")
    machine.up = Uptime("second", 20.0)
    assert machine.pin.wait() == PinAnswer(PinVerdict.WAIT, 10)
    machine.up = Uptime("second", 31.0)
    assert machine.pin.wait() == PinAnswer(PinVerdict.READY)


def test_on_a_disk_that_takes_no_count_the_first_guess_waits_from_the_start_of_the_machine_on(
    machine: Machine, quick: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "write", _refuse)
    for start in ("first", "second"):
        machine.up = Uptime(start, 20.0)
        assert machine.pin.check(PIN) == PinAnswer(PinVerdict.WAIT, 280)
    assert quick == []
    machine.up = Uptime("second", 300.0)
    assert machine.pin.check(PIN) == PinAnswer(PinVerdict.RIGHT)


def test_on_a_disk_that_takes_no_count_a_program_that_was_started_anew_waits_as_after_a_restart(
    machine: Machine, quick: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "write", _refuse)
    assert machine.pin.check("135790") == PinAnswer(PinVerdict.WRONG, 30)
    for died_at in (1000.0, 1300.0):
        machine.started = Uptime("first", died_at)
        machine.up = Uptime("first", died_at + 1)
        assert machine.pin.check(PIN) == PinAnswer(PinVerdict.WAIT, 299)
    assert quick == ["135790"], "nothing was looked at"
    machine.up = Uptime("first", 1600.0)
    pin = machine.pin
    assert pin.check("135790") == PinAnswer(PinVerdict.WRONG, 30)
    machine.up = Uptime("first", 1630.0)
    assert pin.check(PIN) == PinAnswer(PinVerdict.RIGHT)


def test_on_a_disk_that_takes_no_count_guesses_are_counted_in_memory_and_later_on_the_disk(
    machine: Machine, quick: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pin = machine.pin
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", _refuse)
        for at, wait in ((1000.0, 30), (1030.0, 60), (1090.0, 300)):
            machine.up = Uptime("first", at)
            assert pin.check("135790") == PinAnswer(PinVerdict.WRONG, wait)
            assert pin.check(PIN) == PinAnswer(PinVerdict.WAIT, wait)
        assert quick == ["135790"] * 3
        assert not machine.count.exists()
        machine.up = Uptime("first", 1390.0)
        assert pin.check(PIN) == PinAnswer(PinVerdict.RIGHT)
        assert pin.check("135790") == PinAnswer(PinVerdict.WRONG, 30)
    machine.up = Uptime("first", 1500.0)
    assert pin.check("135790") == PinAnswer(PinVerdict.WRONG, 60)
    assert _guesses(machine) == FREE_GUESSES + 1
    assert machine.pin.wait() == PinAnswer(PinVerdict.WAIT, 60)


@pytest.mark.usefixtures("quick")
def test_what_was_charged_before_the_disk_refused_counts_on_in_memory(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    for at in (1000.0, 1000.0, 1000.0, 1000.0, 1000.0, 1030.0):
        machine.up = Uptime("first", at)
        machine.pin.check("135790")
    monkeypatch.setattr(os, "write", _refuse)
    pin = machine.pin
    machine.up = Uptime("first", 1090.0)
    assert pin.check(PIN) == PinAnswer(PinVerdict.WAIT, 240)
    machine.up = Uptime("first", 1330.0)
    assert pin.check("135790") == PinAnswer(PinVerdict.WRONG, 300)


@needs_mounts
def test_on_a_full_disk_room_that_was_kept_counts_the_guess(tmp_path: Path, hashed: bytes) -> None:
    with small_disk(tmp_path / "disk", 32 * 1024) as disk:
        machine = Machine(disk)
        machine.file.parent.mkdir()
        machine.file.write_bytes(hashed)
        machine.up = Uptime("first", 20.0)
        lay_ballast(machine.spool)
        fill(disk)
        with pytest.raises(SpoolError, match="No space left"):
            machine.spool.probe()
        assert machine.pin.check("135790") == WRONG
        assert _guesses(machine) == 1
        assert machine.pin.check(PIN) == PinAnswer(PinVerdict.RIGHT)


@needs_mounts
@pytest.mark.parametrize("make", [fill, write_protect])
def test_staff_come_in_on_a_disk_that_takes_nothing(
    tmp_path: Path, hashed: bytes, make: Callable[[Path], None]
) -> None:
    with small_disk(tmp_path / "disk", 256) as disk:
        machine = Machine(disk)
        machine.file.parent.mkdir()
        machine.file.write_bytes(hashed)
        lay_ballast(machine.spool)
        make(disk)
        pin = machine.pin
        assert pin.check("135790") == PinAnswer(PinVerdict.WRONG, 30)
        machine.up = Uptime("first", 1030.0)
        assert pin.check(PIN) == PinAnswer(PinVerdict.RIGHT)


def test_staff_come_in_when_the_spool_cannot_be_made(machine: Machine) -> None:
    shutil.rmtree(machine.spool.root)
    machine.spool.root.write_bytes(b"no folder")
    assert machine.pin.check(PIN) == PinAnswer(PinVerdict.WAIT, 2600), "nobody knows how many were made"
    machine.up = Uptime("first", 3600.0)
    assert machine.pin.check(PIN) == PinAnswer(PinVerdict.RIGHT)


def test_a_death_while_a_guess_is_looked_at_does_not_give_it_back(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Death(BaseException):
        pass

    class Hasher:
        def verify(self, _hash: str, _guess: str) -> bool:
            raise Death

    with monkeypatch.context() as patch:
        patch.setattr(staff_pin, "_HASHER", Hasher())
        for _ in range(FREE_GUESSES):
            with pytest.raises(Death):
                machine.pin.check(PIN)
    assert machine.pin.check(PIN) == PinAnswer(PinVerdict.WAIT, 30)


@pytest.mark.parametrize(
    "damage",
    [
        lambda _text: b"",
        lambda _text: b"\xff\xfe",
        lambda _text: b"[]",
        lambda text: text.replace(b"1", b'"1"'),
        lambda text: text[:-4],
    ],
)
def test_a_damaged_count_means_the_longest_wait_and_not_none(
    machine: Machine, quick: list[str], damage: Callable[[bytes], bytes]
) -> None:
    machine.pin.check("135790")
    machine.count.write_bytes(damage(machine.count.read_bytes()))
    machine.up = Uptime("first", 600.0)
    assert machine.pin.check(PIN) == PinAnswer(PinVerdict.WAIT, 3000)
    assert quick == ["135790"]


def test_a_count_that_cannot_be_read_means_the_longest_wait(machine: Machine) -> None:
    machine.count.mkdir()
    machine.up = Uptime("first", 0.0)
    assert machine.pin.wait() == PinAnswer(PinVerdict.WAIT, 3600)


@pytest.mark.parametrize("text", [b"", b"no hash", b"\xff"])
def test_a_pin_file_without_a_pin_says_how_to_set_it_again_and_costs_no_guess(
    machine: Machine, text: bytes
) -> None:
    machine.file.write_bytes(text)
    with pytest.raises(PinError, match="holds no PIN: set the PIN again with kiosk staff-pin set"):
        machine.pin.check(PIN)
    assert _guesses(machine) == 0


def _guesses(machine: Machine) -> int:
    return int(json.loads(machine.count.read_bytes())["guesses"])


class Refusing:
    """Stands for argon2 on a machine, or with a hash, that it cannot work with."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def verify(self, _hash: str, _guess: str) -> bool:
        raise self.error

    def hash(self, _pin: str) -> str:
        raise self.error


@pytest.mark.parametrize(
    "error", [MemoryError(), *(VerificationError(error_to_str(code)) for code in OUT_OF_MEANS)], ids=repr
)
def test_a_right_pin_that_the_machine_cannot_check_is_not_wrong_and_costs_nothing(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    machine.pin.check("135790")
    before = machine.count.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(staff_pin, "_HASHER", Refusing(error))
        for _ in range(FREE_GUESSES + 1):
            assert machine.pin.check(PIN) == PinAnswer(PinVerdict.UNCHECKED)
        assert machine.count.read_bytes() == before
    assert machine.pin.check(PIN) == PinAnswer(PinVerdict.RIGHT)


def test_a_charge_that_the_disk_does_not_give_back_is_given_back_in_memory(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(FREE_GUESSES - 1):
        machine.pin.check("135790")

    class Hasher(Refusing):
        def verify(self, _hash: str, _guess: str) -> bool:
            monkeypatch.setattr(os, "write", _refuse)
            raise self.error

    monkeypatch.setattr(staff_pin, "_HASHER", Hasher(MemoryError()))
    pin = machine.pin
    assert pin.check(PIN) == PinAnswer(PinVerdict.UNCHECKED)
    assert pin.wait() == PinAnswer(PinVerdict.READY)
    assert _guesses(machine) == FREE_GUESSES


@pytest.mark.parametrize("reason", ["Decoding failed", "Memory cost is too large"])
def test_a_hash_that_argon2_cannot_use_is_a_broken_file_and_not_a_wrong_pin(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, reason: str
) -> None:
    monkeypatch.setattr(staff_pin, "_HASHER", Refusing(VerificationError(reason)))
    with pytest.raises(PinError, match="holds no PIN"):
        machine.pin.check(PIN)
    assert _guesses(machine) == 0


def test_a_cut_hash_is_a_broken_file(machine: Machine, hashed: bytes) -> None:
    machine.file.write_bytes(hashed[:40])
    with pytest.raises(PinError, match="holds no PIN"):
        machine.pin.check(PIN)


@pytest.mark.parametrize("code", CODES, ids=errno.errorcode.get)
def test_a_pin_file_that_cannot_be_read_now_is_not_called_broken(machine: Machine, code: int) -> None:
    with (
        refused_reads(FOR_EVER, code, of=lambda path: path == machine.file),
        pytest.raises(PinError, match=r"cannot be read now .*try again, and tell IT"),
    ):
        machine.pin.check(PIN)
    assert _guesses(machine) == 0
    with refused_reads(2, code, of=lambda path: path == machine.file):
        assert machine.pin.check(PIN) == PinAnswer(PinVerdict.RIGHT)


def test_one_read_error_at_the_count_makes_nobody_wait(machine: Machine) -> None:
    machine.pin.check("135790")
    with refused_reads(1, of=lambda path: path == machine.count):
        assert machine.pin.wait() == PinAnswer(PinVerdict.READY)


def test_a_count_that_cannot_be_read_any_more_is_as_long_a_wait_as_before(
    machine: Machine, quick: list[str]
) -> None:
    machine.up = Uptime("first", 9000.0)
    pin = machine.pin
    for _ in range(FREE_GUESSES):
        pin.check("135790")
    with refused_reads(FOR_EVER, of=lambda path: path == machine.count):
        assert pin.check("135790") == PinAnswer(PinVerdict.WAIT, 30)
    assert len(quick) == FREE_GUESSES


def test_a_pin_file_that_the_disk_does_not_show_is_not_called_missing(machine: Machine) -> None:
    with (
        FailingCalls(machine.file, Way("stat", 1, errno.EIO, for_ever=True)).at_work(),
        pytest.raises(PinError, match="cannot be read now"),
    ):
        machine.pin.check(PIN)


@pytest.mark.parametrize("error", [MemoryError(), HashingError(error_to_str(-22))], ids=repr)
def test_a_pin_that_cannot_be_made_leaves_the_old_one_and_says_why(
    machine: Machine, hashed: bytes, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    monkeypatch.setattr(staff_pin, "_HASHER", Refusing(error))
    with pytest.raises(PinError, match="not enough memory to make a PIN"):
        set_pin(machine.file, "975310")
    assert machine.file.read_bytes() == hashed


LITTLE_MEMORY = """
import resource
import sys
from pathlib import Path
from kiosk.core.uptime import Uptime
from kiosk.store.spool import Spool
from kiosk.store.staff_pin import StaffPin
UP = Uptime("first", 1000.0)
pin = StaffPin(Path(sys.argv[1]), Spool(Path(sys.argv[2])), lambda: UP, Uptime("first", 0.0))
used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
_, most = resource.getrlimit(resource.RLIMIT_AS)
resource.setrlimit(resource.RLIMIT_AS, (used + 24 * 1024 * 1024, most))
print(pin.check(sys.argv[3]).verdict)
resource.setrlimit(resource.RLIMIT_AS, (most, most))
print(pin.check(sys.argv[3]).verdict)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the limit is Linux's")
def test_argon2_itself_without_memory_is_understood(machine: Machine) -> None:
    arguments = [sys.executable, "-c", LITTLE_MEMORY, str(machine.file), str(machine.spool.root), PIN]
    ended = subprocess.run(arguments, capture_output=True, text=True, check=False)
    assert ended.stdout.split() == [PinVerdict.UNCHECKED, PinVerdict.RIGHT], ended.stderr


GUESSING = """
import sys
from pathlib import Path
from kiosk.core.uptime import Uptime
from kiosk.store.spool import Spool
from kiosk.store.staff_pin import StaffPin
UP = Uptime("first", 1000.0)
pin = StaffPin(Path(sys.argv[1]), Spool(Path(sys.argv[2])), lambda: UP, Uptime("first", 0.0))
while True:
    print(pin.check("135790").verdict, flush=True)
"""


def test_a_program_that_is_killed_again_and_again_gets_no_further_guess(machine: Machine) -> None:
    verdicts: list[str] = []
    for _ in range(FREE_GUESSES + 2):
        arguments = [sys.executable, "-c", GUESSING, str(machine.file), str(machine.spool.root)]
        with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as guessing:
            assert guessing.stdout is not None
            verdicts.append(guessing.stdout.readline().strip())
            guessing.kill()
    assert verdicts.count(PinVerdict.WRONG) <= FREE_GUESSES
    assert verdicts[-1] == PinVerdict.WAIT
