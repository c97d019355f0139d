import os
import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "dist" / "kiosk" / "kiosk"
GPL_ONLY = ("VirtualKeyboard", "QuickTimeline", "Lottie", "Charts", "Graphs", "DataVisualization", "Quick3D")

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", autouse=True)
def _frozen() -> None:
    if shutil.which("objdump") is None:
        pytest.skip("objdump is not installed: PyInstaller needs it")
    subprocess.run(["make", "installer"], cwd=ROOT, check=True, capture_output=True)


def frozen(*arguments: str) -> subprocess.CompletedProcess[str]:
    surroundings = {"PATH": "/usr/bin:/bin", "HOME": os.environ.get("HOME", "/")}
    return subprocess.run(
        [str(PROGRAM), *arguments], cwd="/", env=surroundings, capture_output=True, text=True, check=False
    )


def test_the_frozen_program_goes_through_a_whole_visit(tmp_path: Path) -> None:
    done = frozen("tour", "--out", str(tmp_path))

    assert done.returncode == 0, done.stdout + done.stderr
    assert "qt-message" not in done.stderr
    home = QImage(str(tmp_path / "home-en-1920x1080.png"))
    colours = {home.pixel(x, y) for x in range(0, home.width(), 40) for y in range(0, home.height(), 40)}
    assert len(colours) > 30


def test_the_frozen_program_refuses_demonstration_keys(tmp_path: Path) -> None:
    subprocess.run(
        [str(ROOT / ".venv" / "bin" / "kiosk-desk"), "demonstration", "--out", str(tmp_path / "demo")],
        check=True,
        capture_output=True,
    )
    config = tmp_path / "demo" / "kiosk" / "kiosk.toml"

    done = frozen("tour", "--config", str(config), "--out", str(tmp_path / "tour"))

    assert done.returncode == 1
    assert "Please ask at the desk." in done.stderr
    assert list((tmp_path / "demo" / "kiosk" / "spool" / "new").iterdir()) == []


def test_the_frozen_program_holds_no_gpl_only_library_and_nothing_that_opens_requests() -> None:
    names = [str(path.relative_to(PROGRAM.parent)) for path in PROGRAM.parent.rglob("*")]
    assert [name for name in names if any(part in name for part in GPL_ONLY)] == []
    listing = subprocess.run(
        [
            str(ROOT / ".venv" / "bin" / "pyi-archive_viewer"),
            "--list",
            "--recursive",
            "--brief",
            str(PROGRAM),
        ],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert "kiosk.core.visit" in listing
    assert "kiosk.desk" not in listing
    assert "phonenumbers.geodata" not in listing


def test_the_frozen_program_checks_the_content_it_carries() -> None:
    done = frozen("content", "check")
    assert (done.returncode, done.stdout.strip().rsplit(": ", 1)[-1]) == (0, "no problems")
