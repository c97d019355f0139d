"""From "Ask for a call" to the sealed request on the disk, beside a bare write of as many bytes.

Nothing is drawn. Bare: write, fsync, rename, fsync of the folder, on the same file system, in turn with the
other.
"""

import dataclasses
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from kiosk.desk.access.keys import KeyLocation, make_recovery_key
from kiosk.store.intake import Intake
from kiosk.store.spool import Spool
from tests.benchmarks.desk_open import NOW
from tests.benchmarks.rounds import PLACE, measured
from tests.benchmarks.table import Measured, Row
from tests.desk.conftest import make_request

PAIRS = measured(200, once=5)
TARGET = 3.0


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long it takes."""
    start = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - start)


def write_bare(folder: Path, name: str, data: bytes) -> None:
    """Put data at folder/name so that it survives a power cut, and do nothing else."""
    part = folder / f"{name}.part"
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT, 0o600)
    os.write(descriptor, data)
    os.fsync(descriptor)
    os.close(descriptor)
    part.rename(folder / name)
    descriptor = os.open(folder, os.O_RDONLY)
    os.fsync(descriptor)
    os.close(descriptor)


def take_pairs(folder: Path) -> list[tuple[float, float]]:
    """Return milliseconds of each pair: bare, then a request that is taken."""
    made = make_recovery_key(KeyLocation(folder, folder / "recipients.txt", is_demonstration=False), NOW)
    spool = Spool(folder / "spool")
    spool.create_folders()
    intake = Intake(spool, made.recipients_file, demonstration_allowed=False)
    bare = folder / "bare"
    bare.mkdir()
    intake.take(make_request(0))
    size = next(spool.new.iterdir()).stat().st_size
    pairs = []
    for number in range(1, PAIRS + 1):
        request = dataclasses.replace(make_request(number), phone=f"+1415{5_000_000 + number}")
        name, data = f"{number}.age", os.urandom(size)
        plain = milliseconds(lambda: write_bare(bare, name, data))  # noqa: B023  # called at once
        pairs.append((plain, milliseconds(lambda: intake.take(request))))  # noqa: B023  # as above
    return pairs


def measure() -> Measured:
    """Take request after request."""
    # Beside the sources: /tmp is no disk on many machines.
    with tempfile.TemporaryDirectory(dir=PLACE) as place:
        pairs = take_pairs(Path(place))
    bare, kiosk = ([pair[part] for pair in pairs] for part in (0, 1))
    what = "asking for a call to the disk, 95th percentile"
    other, own = (statistics.quantiles(times, n=20)[-1] for times in (bare, kiosk))
    return Measured([Row(what=what, unit="ms", other=other, own=own, target=TARGET)], pairs)
