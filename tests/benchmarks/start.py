"""The start of the installed kiosk beside a bare frozen Qt Quick program and beside Chromium, and its size.

Chromium runs in kiosk mode with an equal page, where it is installed.
"""

import http.server
import shutil
import statistics
import tempfile
import threading
from pathlib import Path
from typing import Final

from tests.benchmarks.programs import (
    BARE,
    KIOSK,
    Program,
    Start,
    Starter,
    build_bare,
    plain,
    start_rows,
)
from tests.benchmarks.rounds import ROOT, measured
from tests.benchmarks.table import Measured, Row
from tests.virtual_screen import virtual_screen

ROUNDS: Final = measured(5, once=1)
"""Beside Chromium."""
MEGABYTE: Final = 1_000_000
CHROMIUM: Final = (
    *("--kiosk", "--no-sandbox", "--no-first-run", "--disable-quic", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
)
PAGE: Final = """<!doctype html><meta charset="utf-8"><title>Your Clinic</title>
<body style="margin:0;background:#0d2230;color:#fff;font:bold 48px sans-serif;text-align:center">
<h1>What causes weak muscles?</h1><img src="/pathway.svg" style="width:90vw">
<p><button>Touch to start</button>
<script>
const afterFrame = (then) => requestAnimationFrame(() => requestAnimationFrame(then));
addEventListener("load", () => afterFrame(() => fetch("/painted")));
</script>
"""


class Page:
    """Serves Chromium's page and knows when it was painted."""

    def __init__(self) -> None:
        self._painted = threading.Event()
        pictures = {"/pathway.svg": (ROOT / "assets" / "pictures" / "pathway.svg").read_bytes()}
        painted = self._painted

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

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{server.server_port}/"
        threading.Thread(target=server.serve_forever, daemon=True).start()

    def wait(self, seconds: float) -> bool:
        """Wait for the next time that it is painted, and return whether it was."""
        if not self._painted.wait(seconds):
            return False
        self._painted.clear()
        return True


def beside_chromium(starter: Starter, kiosk: Program, folder: Path) -> list[tuple[Start, Start]]:
    """Start Chromium and the kiosk in turn; the first round is not counted. Nothing without a Chromium."""
    browser = shutil.which("chromium")
    if browser is None:
        return []
    page = Page()
    profile = f"--user-data-dir={folder / 'profile'}"
    chromium = Program([browser, *CHROMIUM, profile, page.address], page.wait)
    return [
        (starter.start(chromium, settle=True), starter.start(kiosk, settle=True)) for _ in range(ROUNDS + 1)
    ][1:]


def chromium_rows(rounds: list[tuple[Start, Start]]) -> list[Row]:
    """Return how start and memory compare."""
    wanted = (
        ("start beside Chromium", "ms", "wall_ms", 1),
        ("memory beside Chromium", "MiB", "memory_mib", 0.5),
    )
    rows = []
    for what, unit, name, target in wanted:
        if not rounds:
            why = "chromium is not installed"
            rows.append(Row(what=what, unit=unit, own=None, target=target, why_not=why))
            continue
        other, own = (statistics.median(getattr(each[place], name) for each in rounds) for place in (0, 1))
        rows.append(Row(what=what, unit=unit, other=other, own=own, target=target))
    return rows


def megabytes(folder: Path) -> float:
    """Return the size of all files below a folder."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files) / MEGABYTE


def measure() -> Measured:
    """Start all programs again and again."""
    build_bare()
    with virtual_screen() as display, tempfile.TemporaryDirectory(prefix="kiosk-bench-") as name:
        folder = Path(name)
        starter = Starter(display, folder)
        kiosk = starter.kiosk(folder / "clinic")
        pairs = starter.pairs(starter.bare(), kiosk)
        rounds = beside_chromium(starter, kiosk, folder)
    size = megabytes(KIOSK.parent) - megabytes(BARE.parent)
    rows = [
        *start_rows("start beside the bare program", pairs),
        *chromium_rows(rounds),
        Row(what="size over the bare folder", unit="MB", own=size, target=25, of="absolute"),
    ]
    return Measured(rows, {"beside the bare program": plain(pairs), "beside Chromium": plain(rounds)})
