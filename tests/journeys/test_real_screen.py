"""The program on a real X screen, drawn by the processor and by OpenGL; the window fills the glass."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.tour.patience import PATIENCE_SECONDS
from tests.clinic import Clinic
from tests.virtual_screen import virtual_screen

ROOT = Path(__file__).resolve().parents[2]

FULL_SCREEN = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from kiosk.store.settings.settings import load_settings
from kiosk.ui.app import Kiosk
from kiosk.ui.pyside.qt_application import start_qt
from tests.journeys.walk import ask_for_a_call, start_visit

application = start_qt(["kiosk"])
kiosk = Kiosk(load_settings(Path(sys.argv[1])))
visitor = start_visit(kiosk)
ask_for_a_call(visitor, "4155552671")
print(kiosk.window.rendererInterface().graphicsApi().name, kiosk.window.width(), kiosk.window.height())
kiosk.close()
"""


@pytest.fixture
def display() -> Iterator[str]:
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not installed: there is no real screen to try")
    with virtual_screen() as name:
        yield name


@pytest.mark.parametrize(
    ("drawn", "surroundings"),
    [
        # As kiosk.ui.app chooses without a graphics card, and as Qt draws with one: in a thread of its own.
        # Software in a thread is neither, and Qt hangs there now and then when the window is let go of.
        ("Software", {"QT_QUICK_BACKEND": "software"}),
        ("OpenGL", {"QT_QUICK_BACKEND": "rhi", "LIBGL_ALWAYS_SOFTWARE": "1", "QSG_RENDER_LOOP": "threaded"}),
    ],
)
def test_a_whole_request_is_made_on_the_full_screen(
    clinic: Clinic, display: str, drawn: str, surroundings: dict[str, str]
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FULL_SCREEN, str(clinic.config)],
        cwd=ROOT,
        env={
            "PATH": "/usr/bin:/bin",
            "HOME": str(clinic.folder),
            "PYTHONPATH": str(ROOT),
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
        }
        | surroundings,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE_SECONDS,
    )

    assert (done.stdout, done.stderr, done.returncode) == (f"{drawn} 1920 1080\n", "", 0)
    assert [request.phone for request in clinic.waiting()] == ["+14155552671"]
