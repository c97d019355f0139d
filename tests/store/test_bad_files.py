"""One bad file stops nothing: in the spool, in its state, on the stick, whatever it is."""

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.core.errors import PinError, StickError
from kiosk.core.uptime import Uptime
from kiosk.store.durable import is_plain_file
from kiosk.store.envelope import EnvelopeState, short_name
from kiosk.store.retention import purge_exported
from kiosk.store.spool import Spool
from kiosk.store.staff_pin import PinVerdict, StaffPin
from kiosk.store.stick import FOLDER, RECEIPT, carried, copy_to, give_receipt, take_receipts
from tests.bad_files import BAD, NO_FILES, without_waiting

DAY = datetime.date(2026, 11, 23)
NOW = datetime.datetime(2026, 11, 23, 12, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def _without_waiting() -> Iterator[None]:
    with without_waiting():
        yield


def _add(spool: Spool, *numbers: int) -> list[str]:
    return [spool.add(f"sealed {number}".encode(), f"{number:032x}", DAY).name for number in numbers]


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("bad", BAD)
def test_in_the_spool_it_is_put_aside_and_named_and_the_rest_is_copied(
    spool: Spool, stick: Path, bad: str
) -> None:
    first, second, third = _add(spool, 1, 2, 3)
    (spool.new / second).unlink()
    BAD[bad](spool.new / second)
    BAD[bad](spool.tmp / "left.part")
    BAD[bad](spool.new / "stranger")
    spool.clear_leftovers(NOW)
    assert len(spool.kept_at()) >= 4
    report = copy_to(spool, stick)
    assert (report.copied, report.damaged) == (2, (short_name(Path(second)),))
    assert _names(stick / FOLDER) == [first, third]
    assert short_name(Path(second)) in spool.damaged_names()
    assert spool.bring_back() == ()
    assert Path("stranger") in [Path(path.name) for path in spool.unrecognized_files()]


@pytest.mark.parametrize("bad", BAD)
def test_on_the_stick_it_is_left_and_named_and_the_round_goes_on(spool: Spool, stick: Path, bad: str) -> None:
    names = _add(spool, 1, 2, 3)
    (stick / FOLDER).mkdir()
    for place in (names[0], f"{names[1]}.x.part", f"{names[1]}{RECEIPT}", f"{names[2]}{RECEIPT}.x.part"):
        BAD[bad](stick / FOLDER / place)
    assert take_receipts(spool, stick) == 0
    report = copy_to(spool, stick)
    assert (report.copied, report.damaged, report.unread) == (3, (), ())
    assert bool(report.odd) == (bad in NO_FILES)
    sound = [each for each in carried(stick) if each.state is EnvelopeState.SOUND]
    assert [each.name for each in sound] == names
    for envelope in sound:
        give_receipt(envelope, None)
    assert take_receipts(spool, stick) == 3
    assert [envelope.name for envelope in spool.delivered()] == names
    assert (copy_to(spool, stick).copied, len(spool.waiting())) == (0, 0)


@pytest.mark.parametrize("bad", BAD)
@pytest.mark.parametrize("name", ["sequence", "sequence-copy"])
def test_in_the_place_of_one_counter_no_number_comes_twice(spool: Spool, name: str, bad: str) -> None:
    assert spool.reserve_sequence() == 1
    (spool.state / name).unlink()
    BAD[bad](spool.state / name)
    assert spool.reserve_sequence() == 3
    assert (spool.state / name).read_bytes() == b"3 3\n"
    assert spool.reserve_sequence() == 4


@pytest.mark.parametrize("bad", BAD)
def test_in_the_place_of_the_record_of_deletions_the_count_begins_anew(spool: Spool, bad: str) -> None:
    BAD[bad](spool.state / "retention.json")
    [name] = _add(spool, 1)
    spool.deliver(name)
    assert [purge_exported(spool, 24 * 3600.0 * day, 2) for day in range(4)] == [0, 0, 1, 0]


@pytest.mark.parametrize("bad", BAD)
def test_in_the_place_of_the_count_of_guesses_the_longest_wait_is_passed_once(
    spool: Spool, tmp_path: Path, bad: str
) -> None:
    BAD[bad](spool.state / "pin-guesses")
    pin_file = tmp_path / "pin"
    pin_file.write_text("no hash", encoding="ascii")
    answer = StaffPin(pin_file, spool, lambda: Uptime("boot", 10.0), Uptime("boot", 0.0)).wait()
    assert (answer.verdict, answer.wait) == (PinVerdict.WAIT, 3590)
    pin = StaffPin(pin_file, spool, lambda: Uptime("boot", 4000.0), Uptime("boot", 0.0))
    with pytest.raises(PinError, match="holds no PIN"):
        pin.check("246813")
    assert is_plain_file(spool.state / "pin-guesses")


def _linked_out(stick: Path, _spool: Spool) -> None:
    (stick.parent / "elsewhere").mkdir()
    (stick / FOLDER).symlink_to(stick.parent / "elsewhere")


def _linked_to_the_spool(stick: Path, spool: Spool) -> None:
    (stick / FOLDER).symlink_to(spool.new)


def _linked_to_nothing(stick: Path, _spool: Spool) -> None:
    (stick / FOLDER).symlink_to("nowhere")


@pytest.mark.parametrize("link", [_linked_out, _linked_to_the_spool, _linked_to_nothing])
def test_a_linked_folder_of_requests_is_refused_and_nothing_is_marked(
    spool: Spool, stick: Path, link: Callable[[Path, Spool], None]
) -> None:
    names = _add(spool, 1, 2)
    link(stick, spool)
    actions: list[Callable[[], object]] = [
        lambda: copy_to(spool, stick),
        lambda: take_receipts(spool, stick),
        lambda: carried(stick),
    ]
    for action in actions:
        with pytest.raises(StickError, match="is a link to another place: show it to IT"):
            action()
    assert [envelope.name for envelope in spool.waiting()] == names
    assert spool.on_the_way() == ()


def test_the_kiosks_own_folder_is_no_stick(spool: Spool) -> None:
    names = _add(spool, 1)
    with pytest.raises(StickError, match="is the kiosk's own: choose a stick"):
        copy_to(spool, spool.root)
    assert [envelope.name for envelope in spool.waiting()] == names
