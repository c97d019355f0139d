"""What the memory of the desk's program still holds after a lock: looked for from outside, in what runs.

Staff are the X server's own keyboard, so nothing is in the program but what it made itself.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.access.unseal import protect
from kiosk.tour.patience import PATIENCE_SECONDS, wait_until
from tests.desk.conftest import Clinic, make_request
from tests.desk.receptionist import WORDS
from tests.desk.taking import take_in
from tests.memory import copies, copies_left, raw_key
from tests.virtual_screen import virtual_screen

ROOT = Path(__file__).resolve().parents[3]
COUNT = 30
NOTE = "kwvgjxqzzwqkvjxh"
"""Longer than the eight bytes that glibc leaves of a block."""
AT_MOST_SECONDS = 60
KEY_PAUSE_MS = 40

pytestmark = pytest.mark.slow


def name(number: int) -> str:
    return f"Zqxv{number:02}kjy"


@pytest.fixture
def screen() -> Iterator[str]:
    if shutil.which("Xvfb") is None or shutil.which("xdotool") is None:
        pytest.skip("Xvfb or xdotool is not installed: there is no real keyboard to try")
    with virtual_screen() as display:
        yield display


def test_soon_after_a_lock_no_request_no_key_and_no_note_is_in_memory(
    clinic: Clinic, office: DeskFolder, screen: str
) -> None:
    office.key_file("ana").write_bytes(protect(clinic.key_file.read_bytes(), WORDS))
    for number in range(COUNT):
        clinic.intake.take(make_request(number + 1, name=name(number), phone=f"+1415555{3600 + number}"))
    take_in(office, clinic.key, clinic.spool.root)
    key = raw_key(clinic.key_file.read_text("ascii"))
    looked_for: tuple[str | bytes, ...] = (
        *(text for number in range(COUNT) for text in (name(number), f"1415555{3600 + number}")),
        *(f"415-555-{3600 + number}" for number in range(COUNT)),
        *(NOTE, '"name":"Zqxv', '"name": "Zqxv', WORDS.split()[3]),
        *(clinic.key_file.read_text("ascii").split()[-1], key),
    )
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(clinic.folder),
        "PYTHONPATH": str(ROOT),
        "DISPLAY": screen,
        "QT_QPA_PLATFORM": "xcb",
    }

    def press(*command: str) -> None:
        subprocess.run(["xdotool", *command], env=environment, check=True, capture_output=True)

    def presses(key: str) -> None:
        press("key", "--delay", str(KEY_PAUSE_MS), key)
        time.sleep(1)  # a second after the last: the desk takes no double press for a second call

    command = [sys.executable, "-m", "kiosk.desk", "window", "--office", str(office.root)]
    with subprocess.Popen(command, env=environment, cwd=ROOT) as desk:
        try:
            press("search", "--sync", "--onlyvisible", "--name", "Call-back desk", "windowfocus", "--sync")
            _skip_unless_readable(desk.pid)
            time.sleep(1)
            press("type", "--delay", str(KEY_PAUSE_MS), WORDS)
            presses("Return")
            assert wait_until(lambda: f"{name(0)} utf-16-le" in copies(desk.pid, name(0)))
            presses("alt+d")
            press("type", "--delay", str(KEY_PAUSE_MS), name(7))
            presses("Escape")
            presses("alt+t")
            press("type", "--delay", str(KEY_PAUSE_MS), NOTE)
            presses("alt+n")
            assert wait_until(lambda: bool(office.calls.waiting())), "nothing was recorded"
            found = copies(desk.pid, *looked_for)
            seen = {f"{NOTE} utf-8", f"{name(COUNT - 1)} utf-8", f"{key.hex()} as bytes"}
            assert seen <= found.keys(), "the search is blind"
            presses("alt+k")
            assert copies_left(desk.pid, *looked_for, after_seconds=AT_MOST_SECONDS) == {}
        finally:
            desk.terminate()
            desk.wait(PATIENCE_SECONDS)


def _skip_unless_readable(pid: int) -> None:
    try:
        copies(pid)
    except PermissionError:
        pytest.skip("this user may not read the memory of its own processes")
