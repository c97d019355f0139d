"""Whatever makes the program fail at every start: the fourth start shows the cards, and a good end clears it.

Each cause is planted in the real program; the test starts it again as the system does.
"""

import dataclasses
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.core.starts import LOOP_STARTS, StartMode
from kiosk.ops.start_record import last_mode
from kiosk.tour.patience import PATIENCE_SECONDS
from tests.clinic import Clinic

ROOT = Path(__file__).resolve().parents[2]
SAFE = b"READY=1\nSTATUS=Safe mode"

PROGRAM = """
import os, signal, sys
from kiosk.store.settings import settings
{fault}
from kiosk import __main__
sys.exit(__main__.main(sys.argv[1:]))
"""
NO_SUCH_MODULE = "sys.modules['{module}'] = None"
BROKEN_QML = """
import pathlib, shutil
copy = pathlib.Path({copy!r})
if not copy.exists():
    shutil.copytree(settings.qml_folder(), copy)
    screen = copy / {screen!r}
    screen.write_text(screen.read_text("utf-8").replace("{{", "{{ this is no QML", 1), "utf-8")
settings.qml_folder = lambda: copy
"""
OWN_TEXT_KILLS = """
import tomllib
read = tomllib.loads
def loads(text):
    if text.startswith("kills = true"):
        os.kill(os.getpid(), signal.{signal})
    return read(text)
tomllib.loads = loads
"""
CACHE_KILLS = """
from kiosk.ui.pyside import main_window
load = main_window.QQmlComponent
def read_cache(*module):
    if "QML_DISABLE_DISK_CACHE" not in os.environ:
        os.abort()
    return load(*module)
main_window.QQmlComponent = read_cache
"""
CAUSES = {
    "a late part cannot be imported": NO_SUCH_MODULE.format(module="kiosk.ui.viewmodels.take_home"),
    "the program itself cannot be imported": NO_SUCH_MODULE.format(module="kiosk.ui.viewmodels.attract"),
    "the screen of a card does not load": "Kiosk/Card/CardScreen.qml",
    "the start screen does not load": "Kiosk/Home/AttractScreen.qml",
    "a text of the clinic's ends it": OWN_TEXT_KILLS.format(signal="SIGSEGV"),
    "a text of the clinic's has it killed": OWN_TEXT_KILLS.format(signal="SIGKILL"),
    "a cache is corrupt": CACHE_KILLS,
}

pytestmark = pytest.mark.slow


@dataclasses.dataclass
class System:
    """Starts the program again whenever it has ended, and hears what it tells."""

    clinic: Clinic
    manager: socket.socket
    fault: str = ""
    kiosk: "subprocess.Popen[bytes] | None" = None

    def start(self) -> None:
        program = PROGRAM.format(fault=self.fault)
        self.kiosk = subprocess.Popen(
            [
                sys.executable,
                "-c",
                program,
                "run",
                "--config",
                str(self.clinic.config),
                "--windowed",
                "1280x720",
            ],
            cwd=ROOT,
            env={
                "PATH": "/usr/bin:/bin",
                "HOME": str(self.clinic.folder),
                "PYTHONPATH": str(ROOT),
                "QT_QPA_PLATFORM": "offscreen",
                "NOTIFY_SOCKET": str(self.clinic.folder / "notify"),
            },
            stderr=subprocess.DEVNULL,
        )

    def hears(self) -> bytes:
        """Return what the kiosk says first, b"" when it has ended before that."""
        assert self.kiosk is not None
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline:
            try:
                return self.manager.recv(200)
            except TimeoutError:
                if self.kiosk.poll() is not None:
                    return b""
        raise AssertionError("neither a word nor an end")

    def ends(self) -> int:
        assert self.kiosk is not None
        return self.kiosk.wait(PATIENCE_SECONDS)


@pytest.fixture
def system(clinic: Clinic) -> Iterator[System]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(str(clinic.folder / "notify"))
        manager.settimeout(0.2)
        system = System(clinic, manager)
        yield system
        if system.kiosk is not None:
            system.kiosk.kill()
            system.kiosk.wait()


def test_killed_three_times_it_comes_up_safe_and_asked_to_end_it_comes_up_whole(system: System) -> None:
    for _ in range(LOOP_STARTS):
        system.start()
        assert system.hears().startswith(b"READY=1\nSTATUS=The screen is on.")
        assert system.kiosk is not None
        system.kiosk.kill()
        system.ends()
    system.start()
    assert system.hears().startswith(SAFE)
    assert last_mode(system.clinic.settings.spool) is StartMode.SAFE
    assert system.kiosk is not None
    system.kiosk.terminate()
    assert system.ends() == 0
    system.start()
    assert system.hears().startswith(b"READY=1\nSTATUS=The screen is on.")


@pytest.mark.parametrize("cause", CAUSES.values(), ids=CAUSES)
def test_a_fault_at_every_start_ends_in_safe_mode(system: System, cause: str) -> None:
    if cause.endswith(".qml"):
        cause = BROKEN_QML.format(copy=str(system.clinic.folder / "qml"), screen=cause)
    own = system.clinic.folder / "own" / "en" / "cards"
    own.mkdir(parents=True)
    (own / "01-genetic.toml").write_text("kills = true", "utf-8")
    text = system.clinic.config.read_text("utf-8")
    system.clinic.config.write_text(f'clinic_content = "own"\n{text}', "utf-8")
    system.fault = cause
    starts, told = 0, b""
    while not told.startswith(SAFE):
        if not told:
            assert starts <= LOOP_STARTS, "this start should have been safe"
            system.start()
            starts += 1
        told = system.hears()
    time.sleep(1)
    assert system.kiosk is not None
    assert system.kiosk.poll() is None, "it did not stay"
