"""Keys, buttons and gestures that move, close and leave programs, under a window manager that knows them.

What hides all windows, and what a window manager opens of its own, is not tried here.
"""

import itertools
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from kiosk.tour.patience import PATIENCE_SECONDS
from tests.clinic import Clinic
from tests.journeys.real_pointer import Pointer, pointer_at_kiosk
from tests.virtual_screen import virtual_screen

pytestmark = pytest.mark.slow

MODIFIERS: Final = ("ctrl", "alt", "super", "shift")
KEYS: Final = (
    *(f"F{number}" for number in range(1, 13)),
    *("Tab", "Escape", "Print", "Menu", "space", "Return", "Delete", "BackSpace", "Left", "Up"),
    *("q", "w", "p", "o", "s", "n", "t", "l", "r", "e", "c", "v", "plus", "0"),
)
TITLE: Final = "Touch to start"
_BOUND: Final = {
    "A-F4": "Close",
    "A-Escape": "Lower",
    "A-F5": "Unmaximize",
    "A-F7": "Move",
    "A-F8": "Resize",
    "A-F10": "ToggleMaximize",
    "A-Tab": "NextWindow",
    "C-q": "Close",
    "W-q": "Close",
}
"""What people know of desktops; of mouse buttons, the ones that move and size a window."""
_ORDINARY: Final = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QRasterWindow
application = QGuiApplication(["ordinary", "-platform", "xcb"])
window = QRasterWindow()
window.show()
window.requestActivate()
QTimer.singleShot(1000, lambda: print("there", flush=True))
sys.exit(application.exec())
"""
_DRAGGED: Final = {"A-Left": "Move", "A-Right": "Resize", "W-Left": "Move"}


def _rules() -> str:
    """Return openbox's settings."""
    keys = "".join(
        f'<keybind key="{key}"><action name="{action}"/></keybind>' for key, action in _BOUND.items()
    )
    drags = "".join(
        f'<mousebind button="{button}" action="Drag"><action name="{action}"/></mousebind>'
        for button, action in _DRAGGED.items()
    )
    mouse = f'<mouse><context name="Frame">{drags}</context></mouse>'
    return f'<openbox_config xmlns="http://openbox.org/3.4/rc"><keyboard>{keys}</keyboard>{mouse}</openbox_config>'


class Screen:
    """What stands on the X screen that the kiosk has for itself."""

    def __init__(self, pointer: Pointer, display: str) -> None:
        self.pointer = pointer
        self.display = ["env", f"DISPLAY={display}"]
        self.before = self.at_rest()

    def does(self, *command: str) -> str:
        """Run a program of X."""
        done = subprocess.run([*self.display, *command], check=False, capture_output=True, text=True)
        return done.stdout

    def windows(self) -> set[str]:
        """Return the windows that can be seen, each with its place and size."""
        seen = self.does("xdotool", "search", "--onlyvisible", "--name", "").split()
        return {self.does("xdotool", "getwindowgeometry", "--shell", window) for window in seen}

    def at_rest(self) -> set[str]:
        """Return them once none came or went for a second: at its start a window is not yet in place."""
        before, now = set[str](), self.windows()
        while now != before:
            time.sleep(1)
            before, now = now, self.windows()
        return now

    def faults(self) -> list[str]:
        """Say what is not as it was."""
        time.sleep(0.2)
        found = [f"windows: {now}" for now in [self.windows()] if now != self.before]
        return found + ([] if self.pointer.sees(TITLE) else ["another page"])


@pytest.fixture
def screen(clinic: Clinic, tmp_path: Path) -> Iterator[Screen]:
    """Return the kiosk's screen under openbox."""
    for program in ("Xvfb", "xdotool", "openbox"):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed: there is no window manager to try")
    with virtual_screen() as display:
        rules = tmp_path / "rc.xml"
        rules.write_text(_rules(), encoding="utf-8")
        command = ["env", f"DISPLAY={display}", "openbox", "--config-file", str(rules)]
        with subprocess.Popen(command) as manager:
            time.sleep(1)
            with pointer_at_kiosk(clinic.config, display) as pointer:
                pointer.waits_for(TITLE)
                yield Screen(pointer, display)
            manager.terminate()


def test_no_combination_of_keys_opens_closes_or_moves_a_window(screen: Screen) -> None:
    found: dict[str, list[str]] = {}
    held = [those for count in range(1, 5) for those in itertools.combinations(MODIFIERS, count)]
    tried = 0
    for those in held:
        if those == ("shift",):  # a capital letter or a step back: what keys are for
            continue
        pressed = ["+".join((*those, key)) for key in KEYS]
        tried += len(pressed)
        screen.does("xdotool", "key", "--delay", "30", *pressed)
        if told := screen.faults():
            found["+".join(those)] = told
            screen.does("xdotool", "key", "Escape", "Escape")
    print(f"{tried} combinations of keys")
    assert found == {}


_AWAY: Final = ("mousemove_relative", "300", "200")
HELD_AND_DRAGGED: Final = (
    ("click", "3"),
    ("click", "2"),
    ("click", "--repeat", "2", "--delay", "50", "3"),
    ("mousedown", "1", "sleep", "2", "mousemove", "1900", "10", "mouseup", "1"),
    ("mousedown", "3", "sleep", "2", "mouseup", "3"),
    *(
        (
            "keydown",
            key,
            "mousedown",
            button,
            "mousemove_relative",
            "300",
            "200",
            "mouseup",
            button,
            "keyup",
            key,
        )
        for key, button in (("alt", "1"), ("alt", "3"), ("super", "1"), ("ctrl", "1"), ("shift", "1"))
    ),
    *(("keydown", key, "click", "4", "click", "5", "keyup", key) for key in ("alt", "ctrl", "super")),
)


def test_no_other_button_long_press_or_drag_does(screen: Screen) -> None:
    found = {}
    for gesture in HELD_AND_DRAGGED:
        screen.does("xdotool", "mousemove", "200", "200", *gesture)
        if told := screen.faults():
            found[" ".join(gesture)] = told
    print(f"{len(HELD_AND_DRAGGED)} gestures")
    assert found == {}


def test_an_ordinary_window_is_closed_by_one_of_them(screen: Screen) -> None:
    with subprocess.Popen(
        [*screen.display, sys.executable, "-c", _ORDINARY], stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()
        screen.does("xdotool", "key", "alt+F4")
        assert other.wait(PATIENCE_SECONDS) == 0
