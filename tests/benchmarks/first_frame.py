"""From process start to first frame: the kiosk beside an empty QQuickWindow, paired in one run.

Prints a Markdown table and writes build/bench/first_frame.json. Target: ratio of medians at most 1.5.
"""

import datetime
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

from tests.benchmarks.rounds import measured
from tests.virtual_screen import virtual_screen

ROOT = Path(__file__).resolve().parents[2]
CHILD = Path(__file__).with_name("first_frame_child.py")
CONFIG = ROOT / "build" / "demo" / "kiosk" / "kiosk.toml"
PAIRS = measured(15, once=1)
TARGET = 1.5


def seconds_to_first_frame(arguments: list[str], environment: dict[str, str]) -> float:
    """Start a program and wait for its first frame."""
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, str(CHILD), *arguments],
        cwd=ROOT,
        env=os.environ | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as program:
        assert program.stdout is not None
        if program.stdout.read(1) != b".":
            raise RuntimeError(f"no first frame from {arguments} with {environment}")
        return time.perf_counter() - start


def measure(name: str, environment: dict[str, str]) -> dict[str, object]:
    """Measure both programs in turn, after one run each to warm the caches."""
    programs = {"empty": ["empty"], "kiosk": ["kiosk", str(CONFIG)]}
    for arguments in programs.values():
        seconds_to_first_frame(arguments, environment)
    runs = [
        {program: seconds_to_first_frame(arguments, environment) for program, arguments in programs.items()}
        for _ in range(PAIRS)
    ]
    medians = {program: statistics.median(run[program] for run in runs) for program in programs}
    return {
        "screen": name,
        "pairs": PAIRS,
        "empty_ms": round(medians["empty"] * 1000),
        "kiosk_ms": round(medians["kiosk"] * 1000),
        "ratio": round(medians["kiosk"] / medians["empty"], 2),
        "median_of_ratios": round(statistics.median(run["kiosk"] / run["empty"] for run in runs), 2),
        "runs": runs,
    }


def main() -> None:
    """Measure on each screen this machine has, print and write the figures."""
    results = [
        measure("offscreen, software", {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"})
    ]
    if shutil.which("Xvfb"):
        with virtual_screen() as display:
            results.append(
                measure(
                    "Xvfb, OpenGL", {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display, "QT_QUICK_BACKEND": ""}
                )
            )
    today = datetime.datetime.now().astimezone().date()
    print(f"{today}, {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    print()
    print("| screen | empty window ms | kiosk ms | ratio | median of paired ratios | target |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for result in results:
        print(
            f"| {result['screen']} | {result['empty_ms']} | {result['kiosk_ms']} | {result['ratio']} "
            f"| {result['median_of_ratios']} | {TARGET} |"
        )
    out = ROOT / "build" / "bench" / "first_frame.json"
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(results, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()
