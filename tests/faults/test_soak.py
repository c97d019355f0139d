"""A kiosk that is never turned off: ten thousand visits, some months of a busy clinic, in one process."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.clinic import Clinic

ROOT = Path(__file__).resolve().parents[2]
VISITS = ("100", "1000", "10000")
MOST_GROWTH = 1.03
"""Of memory from one count of visits to the next, as in tests/benchmarks/memory.py."""


@pytest.mark.prove
def test_ten_thousand_visits_leave_no_more_in_memory_than_a_hundred(clinic: Clinic) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.visits_child", *VISITS, str(clinic.config)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    _, after_100, after_1000, after_10000 = (float(line.split()[0]) for line in done.stdout.splitlines())
    assert after_1000 < after_100 * MOST_GROWTH
    assert after_10000 < after_1000 * MOST_GROWTH
