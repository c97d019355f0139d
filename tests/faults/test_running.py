"""The program as the system runs it: told of, alone on its spool, and taking new settings by itself."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.tour.patience import PATIENCE_SECONDS
from tests.clinic import Clinic

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.slow


@pytest.fixture
def manager(tmp_path: Path) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(str(tmp_path / "notify"))
        listening.settimeout(PATIENCE_SECONDS)
        yield listening


def start(clinic: Clinic) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "kiosk", "run", "--config", str(clinic.config), "--windowed", "1280x720"],
        cwd=ROOT,
        env={
            "PATH": "/usr/bin:/bin",
            "HOME": str(clinic.folder),
            "QT_QPA_PLATFORM": "offscreen",
            "QT_QUICK_BACKEND": "software",
            "NOTIFY_SOCKET": str(clinic.folder / "notify"),
            "WATCHDOG_USEC": "1500000",
        },
        stderr=subprocess.PIPE,
        text=True,
    )


def until(manager: socket.socket, fact: bytes) -> None:
    while not manager.recv(200).startswith(fact):
        pass


def test_it_says_when_it_is_ready_lives_alone_and_starts_anew_with_new_settings(
    clinic: Clinic, manager: socket.socket
) -> None:
    with start(clinic) as kiosk:
        until(manager, b"READY=1")
        until(manager, b"WATCHDOG=1")

        with start(clinic) as second:
            assert second.wait(timeout=PATIENCE_SECONDS) == 1
            assert second.stderr is not None
            assert "running already" in second.stderr.read()
        assert kiosk.poll() is None

        text = clinic.config.read_text("utf-8")
        clinic.config.write_text(
            text.replace("call_back_within_days = 2", "call_back_within_days = 0"), "utf-8"
        )
        assert kiosk.stderr is not None
        refused = next(line for line in kiosk.stderr if "changes-refused" in line)
        told = "clinic.call_back_within_days: must be from 1 to 60, such as 2, not 0"
        assert f"{clinic.config}:7: {told}" in refused
        clinic.config.write_text(text.replace("Test Clinic", "New Clinic"), "utf-8")
        until(manager, b"READY=1")
        assert kiosk.poll() is None

        os.kill(kiosk.pid, 9)
    with start(clinic) as next_one:
        until(manager, b"READY=1")
        next_one.kill()
