"""From a touch to the next frame, for each kind of touch on all screens, beside a bare window's.

The program from source, without a screen, in software; no picture moves (calm), so that the frame after the
touch is the whole new page.
"""

import dataclasses
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from tests.benchmarks.memory import OFFSCREEN
from tests.benchmarks.programs import write_settings
from tests.benchmarks.rounds import ROOT, measured
from tests.benchmarks.table import Measured, Row, figure, markdown

SECONDS: Final = measured(240, once=4)
EVERYWHERE: Final = 3
"""On so many kinds of screens something is the same thing wherever it is."""
FEW: Final = 3
"""What was touched less often is no kind of its own."""
TARGETS: Final = (1.5, 3.0)
"""Of the bare window's touch: the median of all kinds, and the worst."""
MOST_CPU_MS: Final = 50.0

Touch = Mapping[str, Any]
"""As touch_child.py prints it."""


@dataclasses.dataclass(frozen=True, slots=True)
class Kind:
    """Medians of all touches of one kind, in milliseconds."""

    name: str
    count: int
    wall_ms: float
    gui_ms: float
    cpu_ms: float
    blocked_ms: float


def walked(
    config: Path, more: Sequence[str] = (), *, prefix: Sequence[str] = (), seconds: float = SECONDS
) -> list[Touch]:
    """Walk through a kiosk with these settings; returns every touch."""
    done = subprocess.run(
        [*prefix, sys.executable, "-m", "tests.benchmarks.touch_child", str(config), str(seconds), *more],
        cwd=ROOT,
        env=os.environ | OFFSCREEN,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    touches: list[Touch] = json.loads(done.stdout.splitlines()[-1])
    return touches


def settings_to_walk(folder: Path, **more: object) -> Path:
    """Write the settings of a kiosk that has all screens."""
    usual = {"demonstration": True, "self_check": "guided", "calm": True}
    return write_settings(folder, **{**usual, **more})


def kinds_of(touches: Sequence[Touch]) -> list[Kind]:
    """Return the kinds of touch that a frame came after, the slowest first."""
    screens = defaultdict(set)
    drawn = [touch for touch in touches if touch["own"] is not None]
    for touch in drawn:
        screens[touch["what"]].add(touch["screen"])
    by_name: defaultdict[tuple[str, str], list[Touch]] = defaultdict(list)
    for touch in drawn:
        is_everywhere = len(screens[touch["what"]]) >= EVERYWHERE and touch["what"][:2] != "a "
        by_name["any screen" if is_everywhere else touch["screen"], touch["what"]].append(touch)
    kinds: defaultdict[str, list[Touch]] = defaultdict(list)
    for (screen, what), each in by_name.items():
        kinds[f"{screen}: {what if len(each) >= FEW else 'all else'}"] += each
    found = [Kind(name, len(each), *_medians(each)) for name, each in kinds.items()]
    return sorted(found, key=lambda kind: -kind.wall_ms)


def _medians(touches: Sequence[Touch]) -> list[float]:
    names = [field.name for field in dataclasses.fields(Kind)[2:]]
    return [statistics.median(touch["own"][name] for touch in touches) for name in names]


def floor_of(touches: Sequence[Touch]) -> float:
    """Return milliseconds of the bare window's touch."""
    times: list[float] = [touch["bare"]["wall_ms"] for touch in touches if touch["bare"] is not None]
    return statistics.median(times)


def rows_of(touches: Sequence[Touch], where: str = "") -> list[Row]:
    """Return the rows for one walk."""
    kinds, floor = kinds_of(touches), floor_of(touches)
    median = statistics.median(kind.wall_ms for kind in kinds)
    dearest = max(kinds, key=lambda kind: kind.cpu_ms)
    what = f"touch to frame{where}"
    return [
        Row(what=f"{what}, median of kinds", unit="ms", other=floor, own=median, target=TARGETS[0]),
        Row(
            what=f"{what}, worst kind ({kinds[0].name})",
            unit="ms",
            other=floor,
            own=kinds[0].wall_ms,
            target=TARGETS[1],
        ),
        Row(
            what=f"{what}, worst kind ({dearest.name}), CPU",
            unit="ms",
            own=dearest.cpu_ms,
            target=MOST_CPU_MS,
            of="absolute",
        ),
    ]


def told(touches: Sequence[Touch]) -> str:
    """Return the table of all kinds."""
    floor = floor_of(touches)
    lines = [
        (kind.name, str(kind.count), *map(figure, (kind.wall_ms, kind.wall_ms / floor, *_costs(kind))))
        for kind in kinds_of(touches)
    ]
    return markdown(("touch", "n", "ms", "ratio", "CPU ms", "GUI thread's", "longest stretch, ms"), lines)


def _costs(kind: Kind) -> tuple[float, float, float]:
    return kind.cpu_ms, kind.gui_ms, kind.blocked_ms


def measure() -> Measured:
    """Walk through all screens."""
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as name:
        touches = walked(settings_to_walk(Path(name)))
    return Measured(rows_of(touches), touches, told(touches))
