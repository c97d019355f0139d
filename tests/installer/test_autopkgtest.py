"""The test that each package brings, as Debian runs it: by autopkgtest, on a clean system, offline."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.installer.machine import INSTALL, Machine

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("which", [0, 1], ids=["kiosk", "desk"])
def test_a_package_passes_the_test_it_brings(
    machine: Machine, packages: tuple[Path, Path], which: int
) -> None:
    test, package = ("kiosk-self-test", "kiosk-desk-demonstration")[which], packages[which].name
    sources = machine.root / "sources"
    shutil.copytree(ROOT / "assets" / "installer" / "debian", sources / "debian")
    version = (ROOT / "build" / "version").read_text("utf-8").split()[0]
    changelog = [sys.executable, "-m", "assets.installer.changelog", "debian", version]
    with (sources / "debian" / "changelog").open("w") as file:
        subprocess.run(changelog, cwd=ROOT, stdout=file, check=True)
    machine.runs(f"apt-get update -qq && {INSTALL} autopkgtest dpkg-dev", network=True)
    said = machine.runs(
        f"autopkgtest --no-built-binaries --test-name={test} /packages/{package} /sources/ -- null",
        check=False,
    )
    assert re.search(rf"{test} +PASS", said), said[-4000:]
