"""How long a machine runs, which no clock moves."""

from pathlib import Path

import pytest

from kiosk.core.uptime import Uptime
from kiosk.store import uptime
from kiosk.store.uptime import machine_uptime


def test_the_uptime_goes_on_and_names_this_start_of_the_machine(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    one, other = machine_uptime(lambda: 7.0), machine_uptime(lambda: 7.0)
    assert one.boot == other.boot
    assert one.seconds <= other.seconds
    monkeypatch.setattr(uptime, "_BOOT_ID", tmp_path / "none")
    monkeypatch.delattr("time.CLOCK_BOOTTIME", raising=False)
    assert machine_uptime(lambda: 7.0) == Uptime("", 7.0)
