"""Who is calling whom is said between desks, ends by itself, and compares no two clocks."""

import json
import shutil
from collections.abc import Callable

import pytest

from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.queue.claims import RENEWED_AFTER, Claims
from tests.desk.receptionist import Clock

FIRST, SECOND = "1" * 32, "2" * 32
ANAS, BENS = "a" * 32, "b" * 32
Sit = Callable[[str], tuple[Claims, Clock]]


@pytest.fixture
def sit(office: DeskFolder) -> Sit:
    """Return how to sit down at a desk; each has a stopwatch of its own."""

    def at(desk: str) -> tuple[Claims, Clock]:
        clock = Clock(seconds=float(int(desk[0], 16) * 1_000_000))
        return Claims(office, desk, clock), clock

    return at


def test_what_is_claimed_at_one_desk_is_seen_at_the_other_until_it_ends(sit: Sit) -> None:
    (ana, _), (ben, _) = sit(ANAS), sit(BENS)
    assert ana.exchange(FIRST, "ana") == {}
    assert ben.exchange(SECOND, "ben") == {FIRST: "ana"}
    assert ana.exchange(FIRST, "ana") == {SECOND: "ben"}
    ana.exchange(SECOND, "ana")
    assert ben.others() == {}, "what another desk claims is not claimed here as well"
    ben.end()
    assert ana.exchange(SECOND, "ana") == {}
    assert ben.others() == {SECOND: "ana"}
    ana.exchange("", "ana")
    assert ben.others() == {}


def test_of_two_that_began_at_once_the_first_goes_on_and_the_other_sees_it_at_once(
    sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    (ana, _), (ben, _) = sit(ANAS), sit(BENS)
    look = ana.others

    def look_and_be_overtaken() -> dict[str, str]:
        seen = look()
        assert ben.exchange(FIRST, "ben") == {}
        return seen

    monkeypatch.setattr(ana, "others", look_and_be_overtaken)
    assert ana.exchange(FIRST, "ana") == {FIRST: "ben"}
    monkeypatch.undo()
    for _ in range(2):
        assert ana.exchange(FIRST, "ana") == {FIRST: "ben"}
        assert ben.exchange(FIRST, "ben") == {}


def test_a_desk_that_slept_leaves_a_case_to_who_claims_it_by_now(office: DeskFolder, sit: Sit) -> None:
    (ana, _), (ben, his_watch) = sit(ANAS), sit(BENS)
    ana.exchange(FIRST, "ana")
    ben.others()
    his_watch.seconds += 180
    assert ben.exchange(FIRST, "ben") == {}
    assert ana.exchange(FIRST, "ana") == {FIRST: "ben"}
    ana.end()
    assert ana.others() == {FIRST: "ben"}
    assert [file.stem for file in office.claims.iterdir()] == [FIRST]


def test_what_the_disk_did_not_let_go_is_removed_the_next_time(
    office: DeskFolder, sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    (ana, _), (ben, _) = sit(ANAS), sit(BENS)
    ana.exchange(FIRST, "ana")
    monkeypatch.setattr(ana, "_remove", lambda _about: None)
    ana.exchange(SECOND, "ana")
    assert ben.others() == {FIRST: "ana", SECOND: "ana"}
    monkeypatch.undo()
    ana.exchange(SECOND, "ana")
    assert ben.others() == {SECOND: "ana"}
    assert [file.stem for file in office.claims.iterdir()] == [SECOND]


def test_a_claim_that_was_cut_short_stands_in_the_way_for_three_minutes(office: DeskFolder, sit: Sit) -> None:
    office.claims.mkdir()
    (office.claims / f"{FIRST}.json").write_bytes(b'{"desk": ')
    (ana, watch), (ben, _) = sit(ANAS), sit(BENS)
    assert ana.exchange(FIRST, "ana") == {}
    assert ben.others() == {}
    watch.seconds += 180
    ana.exchange(FIRST, "ana")
    assert ben.others() == {FIRST: "ana"}


def test_a_claim_ends_by_itself_three_minutes_after_the_last_beat(office: DeskFolder, sit: Sit) -> None:
    (ana, her_watch), (ben, his_watch) = sit(ANAS), sit(BENS)
    ana.exchange(FIRST, "ana")
    for _ in range(10):
        assert ben.others() == {FIRST: "ana"}
        her_watch.seconds += RENEWED_AFTER
        his_watch.seconds += RENEWED_AFTER
        ana.exchange(FIRST, "ana")
    ben.others()
    his_watch.seconds += 179
    assert ben.others() == {FIRST: "ana"}
    his_watch.seconds += 1
    assert ben.others() == {}
    assert list(office.claims.iterdir()) == []
    her_watch.seconds += RENEWED_AFTER
    ana.exchange(FIRST, "ana")
    assert ben.others() == {FIRST: "ana"}, "a computer that slept says so again"


def test_no_clock_is_compared_with_another(office: DeskFolder, sit: Sit) -> None:
    (ana, her_watch), (ben, _) = sit(ANAS), sit(BENS)
    ana.exchange(FIRST, "ana")
    [file] = office.claims.iterdir()
    assert json.loads(file.read_bytes()) == {"desk": ANAS, "request_id": FIRST, "by": "ana", "beat": 1}
    her_watch.seconds -= 900_000
    assert ben.others() == {FIRST: "ana"}


def test_nothing_is_written_between_two_beats(office: DeskFolder, sit: Sit) -> None:
    ana, watch = sit(ANAS)
    ana.exchange(FIRST, "ana")
    [file] = office.claims.iterdir()
    before = file.read_bytes()
    watch.seconds += RENEWED_AFTER - 1
    ana.exchange(FIRST, "ana")
    assert file.read_bytes() == before
    watch.seconds += 1
    ana.exchange(FIRST, "ana")
    assert file.read_bytes() != before


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"\xff",
        b'{"desk": 1}',
        b" " * 5000,
        json.dumps({"desk": ANAS, "request_id": "no id", "by": "ana", "beat": 1}).encode(),
        json.dumps({"desk": ANAS, "request_id": SECOND, "by": "ana", "beat": 1}).encode(),
    ],
    ids=["empty", "a list", "no text", "wrong fields", "large", "no request", "another request's"],
)
def test_what_is_no_claim_claims_nothing(office: DeskFolder, sit: Sit, data: bytes) -> None:
    office.claims.mkdir()
    (office.claims / f"{FIRST}.json").write_bytes(data)
    (office.claims / "desktop.ini").write_bytes(b"x")
    ben, _ = sit(BENS)
    assert ben.exchange(FIRST, "ben") == {}


def test_a_disk_that_refuses_costs_nobody_a_call(office: DeskFolder, sit: Sit) -> None:
    (ana, watch), (ben, _) = sit(ANAS), sit(BENS)
    office.claims.write_bytes(b"no folder")
    assert ana.exchange(FIRST, "ana") == {}
    assert ben.others() == {}
    office.claims.unlink()
    assert ana.exchange(FIRST, "ana") == {}
    assert ben.others() == {FIRST: "ana"}
    shutil.rmtree(office.claims)
    assert ben.others() == {}
    ana.end()
    watch.seconds += 1
    assert ana.others() == {}
