import random
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.clinic import Clinic, request_in

ROOT = Path(__file__).resolve().parents[2]
AUTOPILOT = Path(__file__).with_name("autopilot.py")
FIRST_ACK_SECONDS = 60
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}


def kill_at_a_random_moment(clinic: Clinic, chance: random.Random) -> list[tuple[str, str]]:
    """Return what the kiosk acknowledged (id and number) before it was killed."""
    program = subprocess.Popen(
        [sys.executable, str(AUTOPILOT), str(clinic.config)],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "HOME": str(clinic.folder)} | OFFSCREEN,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert program.stdout is not None
    acknowledged: list[tuple[str, str]] = []
    output = program.stdout

    def listen() -> None:
        for line in output:
            if line.endswith("\n"):
                request_id, number = line.split()
                acknowledged.append((request_id, number))

    listener = threading.Thread(target=listen)
    listener.start()
    deadline = time.monotonic() + FIRST_ACK_SECONDS
    while not acknowledged and program.poll() is None and time.monotonic() < deadline:
        time.sleep(0.005)
    time.sleep(chance.uniform(0, 0.6))
    program.kill()
    program.wait()
    listener.join()
    output.close()
    return acknowledged


def assert_every_acknowledged_request_is_there_and_whole(
    clinic: Clinic, acknowledged: list[tuple[str, str]]
) -> None:
    envelopes = clinic.spool.waiting()
    assert clinic.spool.strangers() == ()
    assert [envelope.path.name for envelope in envelopes if envelope.state != "sound"] == []
    requests = {
        request.id: request
        for request in (request_in(clinic.key.open(envelope.path.read_bytes())) for envelope in envelopes)
    }
    assert len(requests) == len(envelopes), "no request stands twice"
    assert {(request_id, f"+1{number}") for request_id, number in acknowledged} <= {
        (request.id, request.phone) for request in requests.values()
    }
    numbers = [request.seq for request in requests.values()]
    assert len(set(numbers)) == len(numbers), "no sequence number is given twice"


def kill_many_times(clinic: Clinic, times: int) -> None:
    chance = random.Random(20261123)  # noqa: S311  # moments to kill at, not secrets
    acknowledged: list[tuple[str, str]] = []
    for _ in range(times):
        acknowledged += kill_at_a_random_moment(clinic, chance)
    assert len(acknowledged) >= times, "every run acknowledged at least one request before it was killed"
    assert_every_acknowledged_request_is_there_and_whole(clinic, acknowledged)


def test_twenty_kills_lose_nothing_that_was_acknowledged(clinic: Clinic) -> None:
    kill_many_times(clinic, 20)


@pytest.mark.slow
def test_two_hundred_kills_lose_nothing_that_was_acknowledged(clinic: Clinic) -> None:
    kill_many_times(clinic, 200)


def test_a_torn_envelope_would_be_noticed(clinic: Clinic) -> None:
    acknowledged = kill_at_a_random_moment(clinic, random.Random(1))  # noqa: S311  # as above
    [first, *_] = clinic.spool.waiting()
    first.path.write_bytes(first.path.read_bytes()[:-1])

    with pytest.raises(AssertionError):
        assert_every_acknowledged_request_is_there_and_whole(clinic, acknowledged)
