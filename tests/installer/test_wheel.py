"""The desk from the wheel, in an environment of its own, on the computer that has least of all."""

import importlib.metadata
import json
import os
import subprocess
import sys
import venv
from pathlib import Path
from typing import Final

import pytest
from packaging.requirements import Requirement

from kiosk.store.intake import Intake
from kiosk.store.spool import Spool
from tests.desk.conftest import make_request
from tests.installer.conftest import alone
from tests.installer.test_version import ROOT, built

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="the environment is made of links, as POSIX has them"),
]
POSIX_ONLY: Final = ("fcntl", "grp", "pty", "pwd", "resource", "syslog", "termios", "tty")
"""Modules that no Python on Windows has."""
LOCKING: Final = """\
import sys, subprocess, types  # subprocess first: it takes a system with this module for Windows
sys.modules["msvcrt"] = types.SimpleNamespace(LK_NBLCK=2, locking=lambda *_: None)
"""
DRIVER: Final = Path(__file__).with_name("desk_driver.py")


@pytest.fixture(scope="session")
def environment(shared_folder: Path) -> Path:
    """A virtual environment with the wheel, and what its metadata asks for, and nothing else."""
    root = shared_folder / "from the wheel"
    with alone(root.with_suffix(".lock")):
        if not root.exists():
            begun = root.with_suffix(".begun")
            venv.create(begun, with_pip=True, symlinks=True)
            [site] = begun.glob("lib/python*/site-packages")
            wheel = built("build_wheel", ROOT, begun / "wheel")
            install = ["-m", "pip", "install", "--quiet", "--no-deps", "--no-index", str(wheel)]
            subprocess.run([begun / "bin" / "python", *install], check=True)
            _link(importlib.metadata.requires("kiosk") or [], site)
            blocked = "".join(f"sys.modules[{name!r}] = None\n" for name in POSIX_ONLY)
            (site / "sitecustomize.py").write_text(f"{LOCKING}{blocked}", encoding="utf-8")
            begun.rename(root)
    return root


def _link(needed: list[str], site: Path) -> None:
    """Put distributions of this test's own environment into another one, with all that they need."""
    for text in needed:
        requirement = Requirement(text)
        if requirement.marker is not None and not requirement.marker.evaluate({"extra": ""}):
            continue
        found = importlib.metadata.distribution(requirement.name)
        tops = {file.parts[0] for file in found.files or () if file.parts[0] not in {"..", "__pycache__"}}
        new = [top for top in tops if not (site / top).exists()]
        for top in new:
            (site / top).symlink_to(Path(str(found.locate_file(top))))
        if new:
            _link(found.requires or [], site)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    made = tmp_path / "José García"
    made.mkdir()
    return made


def _run(environment: Path, home: Path, *arguments: str | Path) -> None:
    """Run in the environment, without stdin, stdout and stderr, in a locale without UTF-8."""
    bare = {"HOME": str(home), "PATH": os.defpath, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C"}
    python = environment / "bin" / "python"
    closed = 'exec "$@" <&- >&- 2>&-'
    done = subprocess.run(["sh", "-c", closed, "sh", python, *arguments], env=bare, cwd=home, check=False)
    assert done.returncode == 0, arguments


def test_the_desk_of_the_wheel_works_without_a_console_utf_8_or_what_only_posix_has(
    environment: Path, home: Path
) -> None:
    place = home / "una demostración"
    _run(environment, home, "-m", "kiosk.desk", "demonstration", "--out", place)
    spool = Spool(place / "kiosk" / "spool")
    intake = Intake(spool, place / "kiosk" / "recipients.txt", demonstration_allowed=True)
    visitors = ["Nguyễn Thị Hằng", "محمد"]
    for number, name in enumerate(visitors, start=1):
        intake.take(make_request(number, name=name))
    report = home / "qué pasó.json"
    _run(environment, home, DRIVER, place / "desk", spool.root, place / "desk" / "passphrase.txt", report)
    seen = json.loads(report.read_text(encoding="utf-8"))
    assert "failed" not in seen, f"{seen['failed']}\n{seen.get('screen')}"
    assert seen["program"].startswith(str(environment))
    assert seen["streams"] == [None, None, None]
    assert seen["blocked"] == list(POSIX_ONLY)
    assert seen["names"] == visitors
    assert "is recorded as reached" in seen["told"]
    backup, restored = home / "copia de seguridad.zip", home / "otra computadora"
    _run(environment, home, "-m", "kiosk.desk", "backup", "--office", place / "desk", backup)
    _run(environment, home, "-m", "kiosk.desk", "restore", "--office", restored, backup)
    sealed = {path.relative_to(place / "desk"): path.read_bytes() for path in (place / "desk").rglob("*.age")}
    assert len(sealed) == 3
    assert {path.relative_to(restored): path.read_bytes() for path in restored.rglob("*.age")} == sealed
    assert (restored / "front-desk.key").exists()
