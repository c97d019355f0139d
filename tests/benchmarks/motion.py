"""What motion costs: idle processor time, and frame times of the busiest transition.

Idle is by the renderer for software; frames are by software OpenGL, all on an X screen.
"""

import os
import statistics
import subprocess
import sys
from typing import Final

from tests.benchmarks.rounds import CONFIG, ROOT, measured
from tests.benchmarks.table import Measured, Row
from tests.virtual_screen import virtual_screen

IDLE_SECONDS: Final = measured(60, once=1)
IDLE_ROUNDS: Final = measured(2, once=1)
TRANSITIONS: Final = measured(20, once=2)
FRAME_ROUNDS: Final = measured(3, once=1)
IDLE: Final = {
    "attract": ("first screen", 1.0),
    "card": ("card", 1.0),
    "calm-attract": ("first screen, calm", 0.1),
    "calm-card": ("card, calm", 0.1),
}
"""By the child's names: what it is called, and its target in percent of one core."""
EMPTY: Final = "empty"
FRAMES: Final = ("rectangle", "kiosk")
FRAME_TARGETS: Final = {"median": 1.5, "99th percentile": 2.0}


def start(job: str, program: str, number: int, environment: dict[str, str]) -> "subprocess.Popen[str]":
    """Start one program."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.benchmarks.motion_child", job, program, str(number), str(CONFIG)],
        cwd=ROOT,
        env=os.environ | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def figures(program: "subprocess.Popen[str]") -> list[float]:
    """Wait for a program and read what it counted."""
    out, _ = program.communicate()
    if program.returncode != 0 or not out:
        raise RuntimeError(f"{program.args!r} ended with {program.returncode} and {out!r}")
    return [float(line) for line in out.split()]


def measure_idle(display: str) -> dict[str, list[float]]:
    """Processor time in percent of one core, of each round; all programs of a round run side by side."""
    environment = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display, "QT_QUICK_BACKEND": "software"}
    seen: dict[str, list[float]] = {name: [] for name in (EMPTY, *IDLE)}
    for _ in range(IDLE_ROUNDS):
        running = {name: start("idle", name, IDLE_SECONDS, environment) for name in seen}
        for name, program in running.items():
            seen[name].append(100 * figures(program)[0] / IDLE_SECONDS)
    return seen


def measure_frames(display: str) -> dict[str, list[float]]:
    """Milliseconds between frames, software OpenGL; the programs take turns."""
    opengl = {"LIBGL_ALWAYS_SOFTWARE": "1", "QT_QUICK_BACKEND": ""}
    environment = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display} | opengl
    seen: dict[str, list[float]] = {name: [] for name in FRAMES}
    for _ in range(FRAME_ROUNDS):
        for name in FRAMES:
            seen[name] += figures(start("frames", name, TRANSITIONS, environment))
    return seen


def measure() -> Measured:
    """Look at what is idle, then at what moves."""
    with virtual_screen() as display:
        idle, frames = measure_idle(display), measure_frames(display)
    other = statistics.median(idle[EMPTY])
    rows = [
        Row(
            what=f"idle: {name}",
            unit="% of one core",
            other=other,
            own=statistics.median(idle[program]),
            target=target,
            of="absolute",
        )
        for program, (name, target) in IDLE.items()
    ]
    for name, target in FRAME_TARGETS.items():
        rectangle, kiosk = (_of(frames[program])[name] for program in FRAMES)
        what = f"close look beside a moving rectangle, {name}"
        rows.append(Row(what=what, unit="ms", other=rectangle, own=kiosk, target=target))
    return Measured(rows, {"idle, percent": idle, "frames, ms": frames})


def _of(times: list[float]) -> dict[str, float]:
    return {"median": statistics.median(times), "99th percentile": statistics.quantiles(times, n=100)[98]}
