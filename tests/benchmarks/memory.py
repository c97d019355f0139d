"""What many visits in one kiosk leave in memory."""

import os
import subprocess
import sys
from collections.abc import Sequence
from typing import Final

from tests.benchmarks.rounds import CONFIG, ROOT, measured
from tests.benchmarks.table import Measured, Row

VISITS: Final = measured((1, 100, 1000), once=(1, 2, 3))
OFFSCREEN: Final = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}


def visits(counts: Sequence[int], prefix: Sequence[str] = ()) -> list[dict[str, float]]:
    """Go through so many visits in all; returns memory after the start and after each of the counts."""
    done = subprocess.run(
        [*prefix, sys.executable, "-m", "tests.benchmarks.visits_child", *map(str, counts), str(CONFIG)],
        cwd=ROOT,
        env=os.environ | OFFSCREEN,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    names = ("uss_mib", "pss_mib", "swap_mib")
    return [dict(zip(names, map(float, line.split()), strict=True)) for line in done.stdout.splitlines()]


def measure() -> Measured:
    """Go through a thousand visits."""
    memory = visits(VISITS)
    before, after = (each["uss_mib"] for each in memory[2:])
    what = "memory after 1,000 visits beside 100"
    return Measured([Row(what=what, unit="MiB", other=before, own=after, target=1.03)], memory)
