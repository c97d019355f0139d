"""Requests opened and exported, beside a bare loop that decrypts, reads and writes with the same libraries.

Memory is that at the larger number of requests beside that at the smaller.
"""

import csv
import datetime
import hashlib
import io
import json
import re
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
from tests.benchmarks.rounds import ROOT, measured
from tests.benchmarks.table import Measured, Row

NOW = datetime.datetime(2026, 11, 23, 18, tzinfo=datetime.UTC)
SIZES = measured((1_000, 10_000), once=(10, 20))
PAIRS = measured(3, once=1)
PROGRAMS = ("bare", "csv", "xlsx", "print")
TIME_TARGET = 3.0
MEMORY_TARGET = 1.5

Run = dict[str, tuple[float, int]]
"""Of each program: seconds, and its peak memory in KiB."""


def fill(folder: Path, count: int) -> None:
    """Make a spool of sealed requests, without waiting for the disk: nobody needs them tomorrow."""
    from tests.desk.conftest import make_request  # noqa: PLC0415  # would be half of what the child takes

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
    # getrusage() knows the largest that this process or the one that started it ever was.
    peak = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text("ascii"))
    assert peak is not None
    print(json.dumps([seconds, int(peak[1])]))


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


def measure() -> Measured:
    """Measure all programs in turn on each size of spool."""
    runs: dict[int, list[Run]] = {}
    with tempfile.TemporaryDirectory() as place:
        for count in SIZES:
            source = Path(place) / str(count)
            source.mkdir()
            fill(source, count)
            runs[count] = [
                {program: measure_once(program, source) for program in PROGRAMS} for _ in range(PAIRS)
            ]
    small, large = (runs[count] for count in SIZES)
    rows = [row for count in SIZES for row in _time_rows(count, runs[count])]
    for program in PROGRAMS[1:]:
        before, after = (statistics.median(run[program][1] for run in of) / 1024 for of in (small, large))
        what = f"desk: {program}, memory at {SIZES[1]:,} requests beside {SIZES[0]:,}"
        rows.append(Row(what=what, unit="MiB", other=before, own=after, target=MEMORY_TARGET))
    return Measured(rows, runs)


def _time_rows(count: int, runs: list[Run]) -> list[Row]:
    seconds = {program: statistics.median(run[program][0] for run in runs) for program in PROGRAMS}
    return [
        Row(
            what=f"desk: {program} of {count:,} requests beside a bare loop",
            unit="s",
            other=seconds["bare"],
            own=seconds[program],
            target=TIME_TARGET,
        )
        for program in PROGRAMS[1:]
    ]


if __name__ == "__main__":
    child(sys.argv[1], Path(sys.argv[2]))
