"""What motion costs: idle processor time, and frame times of the busiest transition, each beside a floor.

Prints Markdown tables and writes build/bench/motion.json. Targets: idle in attract at most 2 % of one core,
with software rendering; frame times at most 1.5 (median) and 2 times (99th percentile) those of one moving
rectangle. Needs Xvfb.
"""

import datetime
import json
import os
import platform
import statistics
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.rounds import measured
from tests.virtual_screen import virtual_screen

ROOT = Path(__file__).resolve().parents[2]
CONFIG = ROOT / "build" / "demo" / "kiosk" / "kiosk.toml"
IDLE_SECONDS = measured(60, once=1)
IDLE_ROUNDS = measured(3, once=1)
TRANSITIONS = measured(20, once=2)
FRAME_ROUNDS = measured(3, once=1)
IDLE = ("empty", "attract", "card")
FRAMES = ("rectangle", "kiosk")


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


def measure_idle(display: str) -> dict[str, float]:
    """Processor time in percent of one core, medians; all programs of a round run side by side."""
    environment = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display, "QT_QUICK_BACKEND": "software"}
    rounds: list[dict[str, float]] = []
    for _ in range(IDLE_ROUNDS):
        running = {name: start("idle", name, IDLE_SECONDS, environment) for name in IDLE}
        rounds.append({name: 100 * figures(program)[0] / IDLE_SECONDS for name, program in running.items()})
    return {name: round(statistics.median(each[name] for each in rounds), 2) for name in IDLE}


def measure_frames(display: str) -> dict[str, dict[str, float]]:
    """Milliseconds between frames, software OpenGL; the programs take turns."""
    opengl = {"LIBGL_ALWAYS_SOFTWARE": "1", "QT_QUICK_BACKEND": ""}
    environment = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display} | opengl
    seen: dict[str, list[float]] = {name: [] for name in FRAMES}
    for _ in range(FRAME_ROUNDS):
        for name in FRAMES:
            seen[name] += figures(start("frames", name, TRANSITIONS, environment))
    return {
        name: {
            "frames": len(times),
            "median": round(statistics.median(times), 1),
            "p99": round(statistics.quantiles(times, n=100)[98], 1),
        }
        for name, times in seen.items()
    }


def main() -> None:
    """Measure, print and write the figures."""
    today = datetime.datetime.now().astimezone().date()
    print(f"{today}, {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    with virtual_screen() as display:
        idle, frames = measure_idle(display), measure_frames(display)
    print("\n| idle for a minute, software rendering | % of one core |\n| --- | ---: |")
    for name, percent in idle.items():
        print(f"| {name} | {percent} |")
    floor, kiosk = frames["rectangle"], frames["kiosk"]
    print("\n| frame times, software OpenGL | rectangle ms | kiosk ms | ratio | target |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for name, target in (("median", 1.5), ("p99", 2)):
        print(f"| {name} | {floor[name]} | {kiosk[name]} | {kiosk[name] / floor[name]:.2f} | {target} |")
    out = ROOT / "build" / "bench" / "motion.json"
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps({"idle_percent": idle, "frames_ms": frames}, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()
