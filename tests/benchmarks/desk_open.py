"""Requests opened and exported, beside a bare loop that decrypts, reads and writes with the same libraries.

Prints a Markdown table and writes build/bench/desk_open.json. Targets: at most 3 times the bare loop, and
at 10,000 requests at most 1.5 times the memory at 1,000.
"""

import csv
import datetime
import hashlib
import io
import json
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from kiosk.core.callback.request import to_wire
from kiosk.desk.access.keys import KeyLocation, load_key, make_recovery_key
from kiosk.desk.access.unseal import StaffKey
from kiosk.desk.export.run import Order, export_list
from kiosk.store.recipients import Recipients
from kiosk.store.seal import seal
from kiosk.store.spool import Spool
from tests.benchmarks.rounds import measured
from tests.desk.conftest import make_request

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime.datetime(2026, 11, 23, 18, tzinfo=datetime.UTC)
SIZES = measured((1_000, 10_000), once=(10, 20))
PAIRS = measured(3, once=1)
TIME_TARGET = 3.0
MEMORY_TARGET = 1.5


def fill(folder: Path, count: int) -> None:
    """Make a spool of sealed requests, without waiting for the disk: nobody needs them tomorrow."""
    made = make_recovery_key(KeyLocation(folder, folder / "recipients.txt", is_demonstration=False), NOW)
    recipients = Recipients((made.recipient,), is_demonstration=False)
    spool = Spool(folder / "spool")
    spool.create_folders()
    for number in range(1, count + 1):
        request = make_request(number, seq=number, phone=f"+1415{5_000_000 + number}")
        sealed = seal(to_wire(request), recipients)
        name = f"20261123-{request.id}-{hashlib.sha256(sealed).hexdigest()[:32]}.age"
        (spool.new / name).write_bytes(sealed)


def run_bare(key: StaffKey, folder: Path) -> None:
    """Decrypt, read the JSON, write a CSV file."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    for path in sorted((folder / "spool" / "new").iterdir()):
        fields = json.loads(key.open(path.read_bytes()))
        writer.writerow((fields["kiosk"], fields["seq"], fields["created"], fields["phone"], fields["name"]))
    (folder / "bare.csv").write_text(text.getvalue(), encoding="utf-8")


def run_desk(key: StaffKey, folder: Path, kind: str) -> None:
    """Export as staff do."""
    outcome = export_list(
        Spool(folder / "spool"), key, Order(folder / "lists", NOW, format=kind), lambda _done, _all: None
    )
    if outcome.count == 0:
        raise RuntimeError("nothing was exported")


def child(program: str, folder: Path) -> None:
    """Run one program once; print its seconds and its peak memory in KiB."""
    key = load_key(folder / "recovery.key", str)
    start = time.perf_counter()
    if program == "bare":
        run_bare(key, folder)
    else:
        run_desk(key, folder, program)
    seconds = time.perf_counter() - start
    print(json.dumps([seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss]))


def measure_once(program: str, source: Path) -> tuple[float, int]:
    """Run a program in a process of its own on a fresh copy of a spool."""
    with tempfile.TemporaryDirectory(dir=source.parent) as place:
        folder = Path(place) / "copy"
        shutil.copytree(source, folder)
        done = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.desk_open", program, str(folder)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
    seconds, memory = json.loads(done.stdout)
    return float(seconds), int(memory)


def measure(source: Path, count: int) -> dict[str, object]:
    """Measure all programs in turn on one spool."""
    programs = ("bare", "csv", "xlsx", "print")
    runs = [{program: measure_once(program, source) for program in programs} for _ in range(PAIRS)]
    seconds = {program: statistics.median(run[program][0] for run in runs) for program in programs}
    memory = {program: statistics.median(run[program][1] for run in runs) for program in programs}
    ratios = {program: round(seconds[program] / seconds["bare"], 2) for program in programs[1:]}
    return {"requests": count, "seconds": seconds, "memory_kib": memory, "ratios": ratios, "runs": runs}


def main() -> None:
    """Measure each size, print and write the figures."""
    results = []
    with tempfile.TemporaryDirectory() as place:
        for count in SIZES:
            source = Path(place) / str(count)
            source.mkdir()
            fill(source, count)
            results.append(measure(source, count))
    today = datetime.datetime.now().astimezone().date()
    print(f"{today}, {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    print()
    print("| requests | list | bare s | desk s | ratio | target | MiB | of those at 1,000 | target |")
    print("| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for result in results:
        seconds, memory, ratios = (result[name] for name in ("seconds", "memory_kib", "ratios"))
        assert isinstance(seconds, dict)
        assert isinstance(memory, dict)
        assert isinstance(ratios, dict)
        first = results[0]["memory_kib"]
        assert isinstance(first, dict)
        for kind, ratio in ratios.items():
            print(
                f"| {result['requests']:,} | {kind} | {seconds['bare']:.2f} | {seconds[kind]:.2f} | {ratio} "
                f"| {TIME_TARGET} | {memory[kind] / 1024:.0f} | {memory[kind] / first[kind]:.2f} "
                f"| {MEMORY_TARGET} |"
            )
    out = ROOT / "build" / "bench" / "desk_open.json"
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(results, indent=2), encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        child(sys.argv[1], Path(sys.argv[2]))
    else:
        main()
