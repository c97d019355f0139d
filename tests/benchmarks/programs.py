"""The installed kiosk and the bare program, started until their first frame and ended."""

import contextlib
import dataclasses
import os
import signal
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import psutil

from kiosk.store.settings.reference import settings_file
from kiosk.tour.tour import NOBODYS_KEY
from tests.benchmarks.rounds import PLACE, ROOT, measured
from tests.benchmarks.table import Row

PAIRS: Final = measured(15, once=1)
START_TARGET: Final = 1.25
PATIENCE_SECONDS: Final = 60
LOOK_SECONDS: Final = 1.0
"""How often a program that was started is looked at: whether it is still there."""
SETTLING_SECONDS: Final = measured(2.0, once=0.1)
BARE: Final = PLACE / "dist" / "bare" / "bare"
KIOSK: Final = ROOT / "dist" / "kiosk" / "kiosk"


@dataclasses.dataclass(frozen=True, slots=True)
class Start:
    """Until the first frame: time that passed, and of the processor; what all its processes take later."""

    wall_ms: float
    cpu_ms: float
    memory_mib: float


@dataclasses.dataclass(frozen=True, slots=True)
class Program:
    """What is started, and how to wait for its first frame; spool: of the kiosk, None for others.

    wait: takes seconds, and says whether the frame was there before they were over.
    """

    command: Sequence[str]
    wait: Callable[[float], bool]
    spool: Path | None = None


def build_bare() -> None:
    """Freeze the bare program as the kiosk is frozen."""
    subprocess.run(
        [
            *(Path(sys.executable).with_name("pyinstaller"), "--noconfirm", "--log-level", "ERROR"),
            *("--distpath", str(BARE.parents[1]), "--workpath", str(PLACE / "work")),
            str(Path(__file__).with_name("bare.spec")),
        ],
        cwd=ROOT,
        check=True,
    )


class Starter:
    """Starts programs on one screen, and hears when they say that their first frame is there."""

    def __init__(self, display: str, folder: Path, prefix: Sequence[str] = ()) -> None:
        """Use a folder for what programs leave; prefix: stands before every command."""
        self._manager = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._manager.bind(str(folder / "notify"))
        self._prefix = prefix
        self._errors = folder / "errors.txt"
        self._surroundings = {
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "QT_QUICK_BACKEND": "software",
            "NOTIFY_SOCKET": str(folder / "notify"),
            "XDG_CACHE_HOME": str(folder / "cache"),
        }

    def bare(self) -> Program:
        """Return the bare program."""
        return Program([str(BARE)], self._wait_for_ready)

    def kiosk(self, folder: Path, binary: Path = KIOSK, **more: object) -> Program:
        """Return the kiosk with settings of its own in a folder; more: of these, by their keys."""
        folder.mkdir(exist_ok=True)
        config = write_settings(folder, **more)
        return Program([str(binary), "run", "--config", str(config)], self._wait_for_ready, folder / "spool")

    def start(self, program: Program, *, settle: bool = False) -> Start:
        """Start a program, wait for its first frame and end it; settle: to see what memory it takes."""
        if program.spool is not None:
            # The kiosk before was killed, and three of those lead to safe mode.
            (program.spool / "state" / "starts").unlink(missing_ok=True)
        self._forget()
        begin = time.perf_counter()
        with self._running(program) as process:
            self._wait_for_frame(program, process)
            seconds, cpu = time.perf_counter() - begin, cpu_seconds(process.pid)
            if settle:
                time.sleep(SETTLING_SECONDS)
            return Start(1000 * seconds, 1000 * cpu, mebibytes(process.pid) if settle else 0)

    def pairs(self, first: Program, second: Program) -> list[tuple[Start, Start]]:
        """Start two programs in turn, each pair in the other order than the one before.

        The first pair warms their caches and is not counted.
        """
        return [self._pair(first, second, is_swapped=number % 2 == 1) for number in range(PAIRS + 1)][1:]

    def _pair(self, first: Program, second: Program, *, is_swapped: bool) -> tuple[Start, Start]:
        if is_swapped:
            late, early = self.start(second), self.start(first)
            return early, late
        return self.start(first), self.start(second)

    @contextlib.contextmanager
    def _running(self, program: Program) -> Iterator["subprocess.Popen[bytes]"]:
        with (
            self._errors.open("wb") as errors,
            subprocess.Popen(
                [*self._prefix, *program.command],
                env=os.environ | self._surroundings,
                stdout=subprocess.DEVNULL,
                stderr=errors,
                start_new_session=True,
            ) as process,
        ):
            try:
                yield process
            finally:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)

    def _wait_for_frame(self, program: Program, process: "subprocess.Popen[bytes]") -> None:
        end = time.monotonic() + PATIENCE_SECONDS
        while not program.wait(LOOK_SECONDS):
            code = process.poll()
            if code is None and time.monotonic() < end:
                continue
            what = f"came to no frame in {PATIENCE_SECONDS} s" if code is None else f"ended with {code}"
            raise RuntimeError(f"{program.command[0]} {what}:\n{self._errors.read_text('utf-8', 'replace')}")

    def _forget(self) -> None:
        self._manager.settimeout(0)
        with contextlib.suppress(BlockingIOError):
            while self._manager.recv(200):
                pass

    def _wait_for_ready(self, seconds: float) -> bool:
        self._manager.settimeout(seconds)
        with contextlib.suppress(TimeoutError):
            while not self._manager.recv(200).startswith(b"READY=1"):
                pass
            return True
        return False


def write_settings(folder: Path, **more: object) -> Path:
    """Write the settings of a made-up clinic into a folder, with a key that nobody has."""
    (folder / "recipients.txt").write_text(f"{NOBODYS_KEY}\n", encoding="utf-8")
    config = folder / "kiosk.toml"
    values: Mapping[str, object] = {
        "clinic.name": "Your Clinic",
        "clinic.phone": "(202) 555-0143",
        "clinic.call_back_within_days": 2,
        "callback.recipients": "recipients.txt",
        "callback.spool": "spool",
        "languages": ["en", "es"],
        "screen_diagonal": 21.5,
    }
    config.write_text(settings_file({**values, **more}), encoding="utf-8")
    return config


def cpu_seconds(process: int) -> float:
    """Return the processor time of all threads of a process."""
    times = (path.read_text("ascii").split()[0] for path in Path(f"/proc/{process}/task").glob("*/schedstat"))
    return sum(map(int, times)) / 1e9


def mebibytes(process: int) -> float:
    """Return what a process and its children take, shared pages by their share."""
    family = psutil.Process(process)
    processes = [family, *family.children(recursive=True)]
    return float(sum(each.memory_full_info().pss for each in processes)) / 2**20


def start_rows(what: str, pairs: Sequence[tuple[Start, Start]], target: float = START_TARGET) -> list[Row]:
    """Return the rows of paired starts: medians of wall and processor time, and of the pairs' ratios."""
    rows = []
    for name, field in (("wall", "wall_ms"), ("CPU", "cpu_ms")):
        first, second = ([float(getattr(pair[place], field)) for pair in pairs] for place in (0, 1))
        ratios = [own / other for other, own in zip(first, second, strict=True)]
        medians = statistics.median(first), statistics.median(second)
        rows += [
            Row(what=f"{what}, {name}", unit="ms", other=medians[0], own=medians[1], target=target),
            Row(
                what=f"{what}, {name}: median of paired ratios",
                unit="",
                other=1,
                own=statistics.median(ratios),
                target=target,
            ),
        ]
    return rows


def plain(pairs: Sequence[tuple[Start, Start]]) -> list[list[dict[str, float]]]:
    """Return the figures of pairs as JSON has them."""
    return [[dataclasses.asdict(start) for start in pair] for pair in pairs]
