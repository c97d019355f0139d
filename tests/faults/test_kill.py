import contextlib
import dataclasses
import queue
import random
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from kiosk.tour.patience import PATIENCE_SECONDS
from tests.clinic import Clinic, request_in
from tests.faults.counts import write_counts

ROOT = Path(__file__).resolve().parents[2]
AUTOPILOT = Path(__file__).with_name("autopilot.py")
BEFORE_A_KILL = (2, 4)


@dataclasses.dataclass(frozen=True)
class Acknowledged:
    """One request that a visitor was thanked for, and when this process heard of it."""

    request_id: str
    number: str
    heard_at: float


@contextlib.contextmanager
def autopilot(clinic: Clinic) -> Iterator["tuple[subprocess.Popen[str], queue.Queue[Acknowledged | None]]"]:
    """Run the kiosk, and hear of what it acknowledges; None when it has ended and all was heard."""
    program = subprocess.Popen(
        [sys.executable, str(AUTOPILOT), str(clinic.config)],
        cwd=ROOT,
        env={
            "PYTHONPATH": str(ROOT),
            "PATH": "/usr/bin:/bin",
            "HOME": str(clinic.folder),
            "TMPDIR": str(clinic.folder),
            "QT_QPA_PLATFORM": "offscreen",
            "QT_QUICK_BACKEND": "software",
        },
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdout is not None
    output = program.stdout
    heard: queue.Queue[Acknowledged | None] = queue.Queue()

    def listen() -> None:
        for line in output:
            if line.endswith("\n"):
                request_id, number = line.split()
                heard.put(Acknowledged(request_id, number, time.monotonic()))
        heard.put(None)

    listener = threading.Thread(target=listen)
    listener.start()
    try:
        yield program, heard
    finally:
        program.kill()
        program.wait()
        listener.join()
        output.close()


def kill_at_a_random_moment(clinic: Clinic, chance: random.Random) -> list[Acknowledged]:
    """Return what the kiosk acknowledged before it was killed.

    The moment is a part of the time that a request takes here and now, after so many of them: every moment
    of a request is as likely, however busy the machine is.
    """
    acknowledged: list[Acknowledged] = []
    with autopilot(clinic) as (program, heard):
        begun_at = time.monotonic()
        for _ in range(chance.randint(*BEFORE_A_KILL)):
            told = heard.get(timeout=PATIENCE_SECONDS)
            assert told is not None, "the kiosk ended by itself"
            took, begun_at = told.heard_at - begun_at, told.heard_at
            acknowledged.append(told)
        time.sleep(took * chance.random())
        program.kill()
        while (told := heard.get(timeout=PATIENCE_SECONDS)) is not None:
            acknowledged.append(told)
    return acknowledged


def assert_every_acknowledged_request_is_there_and_whole(
    clinic: Clinic, acknowledged: list[Acknowledged]
) -> None:
    envelopes = clinic.spool.waiting()
    assert clinic.spool.unrecognized_files() == ()
    assert [envelope.path.name for envelope in envelopes if envelope.state != "sound"] == []
    requests = {
        request.id: request
        for request in (request_in(clinic.key.open(envelope.path.read_bytes())) for envelope in envelopes)
    }
    assert len(requests) == len(envelopes), "no request stands twice"
    assert {(told.request_id, f"+1{told.number}") for told in acknowledged} <= {
        (request.id, request.phone) for request in requests.values()
    }
    numbers = [request.seq for request in requests.values()]
    assert len(set(numbers)) == len(numbers), "no sequence number is given twice"


def kill_many_times(clinic: Clinic, times: int, seed: int = 20261123) -> Mapping[str, int]:
    """Return how many kills there were, and how many requests were acknowledged in all."""
    chance = random.Random(seed)  # noqa: S311  # moments to kill at, not secrets
    acknowledged: list[Acknowledged] = []
    for _ in range(times):
        acknowledged += kill_at_a_random_moment(clinic, chance)
    assert_every_acknowledged_request_is_there_and_whole(clinic, acknowledged)
    return {"kills": times, "requests": len(acknowledged)}


def test_twenty_kills_lose_nothing_that_was_acknowledged(clinic: Clinic) -> None:
    kill_many_times(clinic, 20)


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_fifty_kills_lose_nothing_that_was_acknowledged(clinic: Clinic, seed: int) -> None:
    write_counts("kills", f"kiosk, {seed}", kill_many_times(clinic, 50, seed))


@pytest.mark.prove
def test_a_thousand_kills_lose_nothing_that_was_acknowledged(clinic: Clinic) -> None:
    kill_many_times(clinic, 1_000)


def test_a_torn_envelope_would_be_noticed(clinic: Clinic) -> None:
    acknowledged = kill_at_a_random_moment(clinic, random.Random(1))  # noqa: S311  # as above
    [first, *_] = clinic.spool.waiting()
    first.path.write_bytes(first.path.read_bytes()[:-1])

    with pytest.raises(AssertionError):
        assert_every_acknowledged_request_is_there_and_whole(clinic, acknowledged)
