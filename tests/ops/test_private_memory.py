"""The two programs as they run: no core dump, and no other program of the same user reads their memory."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.tour.patience import PATIENCE_SECONDS, wait_until
from tests.clinic import Clinic

ROOT = Path(__file__).resolve().parents[2]
LOOK = "import sys; open(f'/proc/{sys.argv[1]}/mem', 'rb')"

PROGRAMS: dict[str, Callable[[Clinic], list[str]]] = {
    "the kiosk": lambda clinic: ["kiosk", "run", "--config", str(clinic.config), "--windowed", "1280x720"],
    "the desk": lambda clinic: ["kiosk.desk", "window", "--office", str(clinic.folder / "office")],
}


def as_others() -> list[str]:
    """Return what makes a command one of an ordinary program: root may read everything."""
    if os.geteuid():
        return []
    if shutil.which("setpriv") is None:
        pytest.skip("only root can be tried here, who may read everything")
    return ["setpriv", "--bounding-set=-all", "--inh-caps=-all"]


def can_be_read(pid: int) -> bool:
    look = [*as_others(), sys.executable, "-c", LOOK, str(pid)]
    return subprocess.run(look, capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has this")
@pytest.mark.parametrize("program", PROGRAMS)
def test_a_program_that_runs_dumps_no_core_and_is_read_by_no_other(clinic: Clinic, program: str) -> None:
    (clinic.folder / "office").mkdir()
    waits = [*as_others(), sys.executable, "-c", "input()"]
    with subprocess.Popen(waits, stdin=subprocess.PIPE) as any_other:
        if not can_be_read(any_other.pid):
            pytest.skip("no program may read the memory of another here")
        any_other.terminate()
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(clinic.folder),
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
        "QT_QUICK_BACKEND": "software",
    }
    command = [*as_others(), sys.executable, "-m", *PROGRAMS[program](clinic)]
    with subprocess.Popen(command, env=environment, cwd=ROOT, stderr=subprocess.DEVNULL) as running:
        try:
            assert wait_until(lambda: not can_be_read(running.pid))
            limits = Path(f"/proc/{running.pid}/limits")
            assert wait_until(
                lambda: re.search(r"core file size +0 +0 ", limits.read_text("ascii")) is not None
            )
            assert running.poll() is None
        finally:
            running.terminate()
            running.wait(PATIENCE_SECONDS)
