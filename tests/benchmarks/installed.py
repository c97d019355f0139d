"""The installed kiosk beside a bare frozen Qt Quick program and beside Chromium, in one run.

Prints a Markdown table and writes build/bench/installed.json. Targets: start at most 1.5 times that of the
bare program and below Chromium's; memory at most half of that of Chromium's processes, and after 1,000 visits
at most 3 % more than after 100; touch to frame at most 2 times the floor; at most 25 MB over the bare folder.
Needs Xvfb, and what make installer makes.
"""

import contextlib
import datetime
import http.server
import json
import os
import platform
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil

from kiosk.store.settings.reference import settings_file
from kiosk.tour.tour import NOBODYS_KEY
from tests.benchmarks.rounds import measured
from tests.virtual_screen import virtual_screen

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = measured(9, once=1)
SETTLING_SECONDS = 2.0
PATIENCE_SECONDS = 60
TOUCHES = measured(20, once=1)
VISITS = measured((1, 100, 1000), once=(1, 2, 3))
MEGABYTE = 1_000_000
BARE = ROOT / "build" / "bench" / "dist" / "bare" / "bare"
KIOSK = ROOT / "dist" / "kiosk" / "kiosk"
CHROMIUM = (
    *("--kiosk", "--no-sandbox", "--no-first-run", "--disable-quic", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
)
PAGE = """<!doctype html><meta charset="utf-8"><title>Your Clinic</title>
<body style="margin:0;background:#0d2230;color:#fff;font:bold 48px sans-serif;text-align:center">
<h1>What causes weak muscles?</h1><img src="/pathway.svg" style="width:90vw">
<p><button>Touch to start</button>
<script>
const afterFrame = (then) => requestAnimationFrame(() => requestAnimationFrame(then));
addEventListener("load", () => afterFrame(() => fetch("/painted")));
</script>
"""


def build_bare() -> None:
    """Freeze the bare program as the kiosk is frozen."""
    subprocess.run(
        [
            *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"),
            *("--distpath", str(BARE.parents[1]), "--workpath", str(ROOT / "build" / "bench" / "work")),
            str(Path(__file__).with_name("bare.spec")),
        ],
        cwd=ROOT,
        check=True,
    )


class Page:
    """Serves Chromium's page and knows when it was painted."""

    def __init__(self) -> None:
        self.painted = threading.Event()
        pictures = {"/pathway.svg": (ROOT / "assets" / "pictures" / "pathway.svg").read_bytes()}
        painted = self.painted

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if self.path == "/painted":
                    painted.set()
                kind = "image/svg+xml" if self.path in pictures else "text/html"
                self.send_response(200)
                self.send_header("Content-Type", kind)
                self.end_headers()
                self.wfile.write(pictures.get(self.path, PAGE.encode()))

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"http://127.0.0.1:{self.server.server_port}/"


@contextlib.contextmanager
def running(command: list[str], environment: dict[str, str]) -> Iterator["subprocess.Popen[bytes]"]:
    """Run a program in a group of its own, and end all of it."""
    with subprocess.Popen(
        command,
        env=os.environ | environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as program:
        try:
            yield program
        finally:
            os.killpg(program.pid, 9)


def start(
    command: list[str], environment: dict[str, str], wait: Callable[[], None], forget: Callable[[], None]
) -> tuple[float, float]:
    """Forget what the last program said, start the next one and wait for its first frame.

    Return seconds to the first frame, and MiB of all its processes (proportional) a while later."""
    forget()
    begin = time.perf_counter()
    with running(command, environment) as program:
        wait()
        seconds = time.perf_counter() - begin
        time.sleep(SETTLING_SECONDS)
        family = psutil.Process(program.pid)
        processes = [family, *family.children(recursive=True)]
        return seconds, sum(process.memory_full_info().pss for process in processes) / 2**20


def measure_starts(display: str, folder: Path) -> dict[str, dict[str, float]]:
    """Start all programs in turn; the first round warms their caches and is not counted."""
    (folder / "recipients.txt").write_text(f"{NOBODYS_KEY}\n", encoding="utf-8")
    config = folder / "kiosk.toml"
    config.write_text(
        settings_file(
            {
                "clinic.name": "Your Clinic",
                "clinic.phone": "(202) 555-0143",
                "clinic.call_back_within_days": 2,
                "callback.recipients": "recipients.txt",
                "callback.spool": "spool",
                "languages": ["en", "es"],
                "screen_diagonal": 21.5,
            }
        ),
        encoding="utf-8",
    )
    page = Page()
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(str(folder / "notify"))
        manager.settimeout(PATIENCE_SECONDS)

        def forget() -> None:
            # The kiosk before was killed, and three of those lead to safe mode.
            (folder / "spool" / "state" / "starts").unlink(missing_ok=True)
            page.painted.clear()
            manager.settimeout(0)
            with contextlib.suppress(BlockingIOError):
                while manager.recv(200):
                    pass
            manager.settimeout(PATIENCE_SECONDS)

        def wait_for_ready() -> None:
            while not manager.recv(200).startswith(b"READY=1"):
                pass

        def wait_for_paint() -> None:
            if not page.painted.wait(PATIENCE_SECONDS):
                raise RuntimeError("Chromium painted nothing")

        surroundings = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "NOTIFY_SOCKET": str(folder / "notify")}
        surroundings |= {"XDG_CACHE_HOME": str(folder / "cache"), "QT_QUICK_BACKEND": "software"}
        programs = {
            "bare": ([str(BARE)], wait_for_ready),
            "kiosk": ([str(KIOSK), "run", "--config", str(config)], wait_for_ready),
        }
        if browser := shutil.which("chromium"):
            profile = f"--user-data-dir={folder / 'profile'}"
            programs["chromium"] = ([browser, *CHROMIUM, profile, page.address], wait_for_paint)
        rounds = [
            {name: start(command, surroundings, wait, forget) for name, (command, wait) in programs.items()}
            for _ in range(ROUNDS + 1)
        ][1:]
    return {
        name: {
            "start_ms": round(1000 * statistics.median(each[name][0] for each in rounds)),
            "memory_mib": round(statistics.median(each[name][1] for each in rounds)),
        }
        for name in programs
    }


def child(*arguments: str) -> list[float]:
    """Run visits_child without a screen and read what it counted."""
    config = str(ROOT / "build" / "demo" / "kiosk" / "kiosk.toml")
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.visits_child", *arguments, config],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"},
        capture_output=True,
        text=True,
        check=True,
    )
    return [float(line) for line in done.stdout.split()]


def megabytes(folder: Path) -> float:
    """Return the size of all files below a folder."""
    return (
        sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
        / MEGABYTE
    )


def main() -> None:
    """Measure, print and write the figures."""
    build_bare()
    with virtual_screen() as display, tempfile.TemporaryDirectory(prefix="kiosk-bench-") as name:
        starts = measure_starts(display, Path(name))
    memory = child("memory", *map(str, VISITS))
    times = child("touch", str(TOUCHES))
    floor, touch = statistics.median(times[::2]), statistics.median(times[1::2])
    size = {"kiosk": megabytes(KIOSK.parent), "bare": megabytes(BARE.parent)}
    today = datetime.datetime.now().astimezone().date()
    print(f"{today}, {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    bare, kiosk = starts["bare"], starts["kiosk"]
    rows = [
        ("start beside the bare program, ms", bare["start_ms"], kiosk["start_ms"], "1.5"),
        ("touch to changed frame, ms", round(floor, 1), round(touch, 1), "2"),
        ("memory after 1,000 visits beside 100, MiB", round(memory[2], 1), round(memory[3], 1), "1.03"),
        ("size beside the bare folder, MB", round(size["bare"], 1), round(size["kiosk"], 1), "25 MB more"),
    ]
    if "chromium" in starts:
        rival = starts["chromium"]
        rows.insert(1, ("start beside Chromium, ms", rival["start_ms"], kiosk["start_ms"], "1"))
        rows.insert(2, ("memory beside Chromium, MiB", rival["memory_mib"], kiosk["memory_mib"], "0.5"))
    print("\n| what | other | kiosk | ratio | at most |\n| --- | ---: | ---: | ---: | ---: |")
    for what, other, own, target in rows:
        print(f"| {what} | {other} | {own} | {own / other:.2f} | {target} |")
    print(f"\nMemory after the start {memory[0]:.0f} MiB, after one visit {memory[1]:.0f} MiB (from source).")
    out = ROOT / "build" / "bench" / "installed.json"
    figures = {"starts": starts, "memory_mib": memory, "touch_ms": [floor, touch], "size_mb": size}
    out.write_text(json.dumps(figures, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()
