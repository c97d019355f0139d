"""On what, of what and when something was measured, and what others did on the machine meanwhile."""

import datetime
import os
import platform
import re
import subprocess
import time
from pathlib import Path
from typing import Final

from kiosk.ui.pyside.qt_application import has_graphics_card
from tests.benchmarks.rounds import ROOT, measured

LOOK_SECONDS: Final = measured(1.0, once=0.1)
_STAT: Final = Path("/proc/stat")
_IDLE: Final = (3, 4)
"""Idle, and waiting for a disk: places in the first line of /proc/stat."""


def others_percent() -> float:
    """Look for a second at what runs while nothing of ours does; returns percent of one core."""
    begin, busy = time.perf_counter(), _busy_seconds()
    time.sleep(LOOK_SECONDS)
    return 100 * (_busy_seconds() - busy) / (time.perf_counter() - begin)


def _busy_seconds() -> float:
    # A guest's time is in that of user and nice, too.
    ticks = [int(word) for word in _STAT.read_text("ascii").split("\n")[0].split()[1:9]]
    return sum(each for place, each in enumerate(ticks) if place not in _IDLE) / os.sysconf("SC_CLK_TCK")


def described() -> dict[str, str]:
    """Name the machine, the commit and the day."""
    model = re.search(r"^model name\s*: (.+)$", Path("/proc/cpuinfo").read_text("utf-8"), re.MULTILINE)
    commit = subprocess.run(
        ["git", "describe", "--always", "--dirty"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return {
        "date": datetime.datetime.now().astimezone().date().isoformat(),
        "commit": commit.stdout.strip() or "no commit",
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, {model[1] if model else 'unnamed'}",
        "python": f"Python {platform.python_version()}",
        "renderer": "software rendering, though this machine has a GPU"
        if has_graphics_card()
        else "software rendering",
    }
