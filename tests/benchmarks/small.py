"""The same figures on a small machine: half of one processor, 1 GB of memory, both programs in it."""

import contextlib
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from tests.benchmarks import memory, touch
from tests.benchmarks.limits import small_machine
from tests.benchmarks.programs import Starter, build_bare, plain, start_rows
from tests.benchmarks.rounds import measured
from tests.benchmarks.table import Measured, Row
from tests.virtual_screen import virtual_screen

VISITS: Final = measured((100, 1_000, 10_000), once=(1, 2, 3))
WALK_SECONDS: Final = measured(600, once=6)
MOST_PSS: Final = 90
MOST_GROWTH: Final = 1
WHERE: Final = " on a small machine"


def measure() -> Measured:
    """Start, walk and visit in the control group; rows say why not where none can be made."""
    with contextlib.ExitStack() as stack:
        try:
            prefix = stack.enter_context(small_machine())
        except OSError as error:
            why = f"no control group can be limited here ({error.strerror})"
            what = f"start, touch, memory{WHERE}"
            return Measured([Row(what=what, unit="", own=None, target=0, of="absolute", why_not=why)], None)
        return _measured(prefix)


def _measured(prefix: Sequence[str]) -> Measured:
    build_bare()
    with virtual_screen() as display, tempfile.TemporaryDirectory(prefix="kiosk-bench-") as name:
        folder = Path(name)
        starter = Starter(display, folder, prefix)
        pairs = starter.pairs(starter.bare(), starter.kiosk(folder / "clinic"))
        config = touch.settings_to_walk(folder)
        touches = touch.walked(config, prefix=prefix, seconds=WALK_SECONDS)
    visits = memory.visits(VISITS, prefix)
    rows = [
        *start_rows(f"start beside the bare program{WHERE}", pairs),
        *touch.rows_of(touches, WHERE),
        *_memory_rows(visits),
    ]
    raw: dict[str, Any] = {"starts": plain(pairs), "touches": touches, "visits": visits}
    return Measured(rows, raw, touch.told(touches))


def _memory_rows(visits: Sequence[dict[str, float]]) -> list[Row]:
    _, first, second, last = visits
    growth = last["uss_mib"] - first["uss_mib"]
    swapped = max(each["swap_mib"] for each in visits)
    few, many, most = (f"{count:,}" for count in VISITS)
    figures = (
        (f"memory after {many} visits{WHERE}, PSS", second["pss_mib"], MOST_PSS),
        (f"memory, from {few} to {most} visits{WHERE}", growth, MOST_GROWTH),
        (f"swap, at most{WHERE}", swapped, 0),
    )
    return [Row(what=what, unit="MiB", own=own, target=most, of="absolute") for what, own, most in figures]
