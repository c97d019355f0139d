import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.ops.service_manager import ALIVE, READY, tell, watchdog_seconds


def listen(address: str) -> socket.socket:
    manager = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    manager.bind(address)
    manager.settimeout(5)
    return manager


@pytest.mark.parametrize(
    "place", [lambda folder: str(folder / "notify"), lambda _: f"@kiosk-test-{os.getpid()}"]
)
def test_the_manager_is_told_in_one_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: Callable[[Path], str]
) -> None:
    address = place(tmp_path)
    monkeypatch.setenv("NOTIFY_SOCKET", address)
    with listen(address.replace("@", "\0", 1)) as manager:
        tell(READY, "STATUS=The screen is on.")
        tell(ALIVE)
        assert [manager.recv(200) for _ in range(2)] == [b"READY=1\nSTATUS=The screen is on.", b"WATCHDOG=1"]


def test_a_manager_that_is_not_there_or_gone_stops_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NOTIFY_SOCKET", raising=False)
    tell(READY)
    monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "nobody"))
    tell(READY)


@pytest.mark.parametrize(
    ("told", "seconds"), [("30000000", 30.0), ("500000", 0.5), ("", None), ("0", None), ("soon", None)]
)
def test_the_watchdogs_patience_is_read(
    monkeypatch: pytest.MonkeyPatch, told: str, seconds: float | None
) -> None:
    monkeypatch.setenv("WATCHDOG_USEC", told)
    assert watchdog_seconds() == seconds


def test_without_a_watchdog_there_is_no_patience_to_lose(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WATCHDOG_USEC", raising=False)
    assert watchdog_seconds() is None
