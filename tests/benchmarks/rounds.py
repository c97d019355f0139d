"""How much a benchmark measures: all of it, or just enough to see that it works."""

import os
from pathlib import Path
from typing import Final, TypeVar

ROOT: Final = Path(__file__).resolve().parents[2]
PLACE: Final = ROOT / "build" / "bench"
CONFIG: Final = ROOT / "build" / "demo" / "kiosk" / "kiosk.toml"
T = TypeVar("T")


def measured(fully: T, *, once: T) -> T:
    """Return `once` where BENCH_ONCE is set, as make test-slow does: its figures are nobody's."""
    return once if os.environ.get("BENCH_ONCE") else fully
