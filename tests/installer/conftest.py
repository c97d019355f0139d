import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.installer.machine import Machine, made_from_nothing

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def dist() -> Path:
    """Both programs and, where the tools are there, their packages, as `make installer` makes them."""
    if shutil.which("objdump") is None:
        pytest.skip("objdump is not installed: PyInstaller needs it")
    done = subprocess.run(["make", "installer"], cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return ROOT / "dist"


@pytest.fixture(scope="session")
def packages(dist: Path) -> tuple[Path, Path]:
    """The Debian packages: the kiosk's and the desk's."""
    if not list(dist.glob("*.deb")):
        pytest.skip("debhelper is not installed: no packages were made")
    (kiosk,), (desk,) = dist.glob("kiosk_*.deb"), dist.glob("kiosk-desk_*.deb")
    return kiosk, desk


@pytest.fixture(scope="session")
def clean_system(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Debian with nothing but its base, as a folder."""
    if os.geteuid() != 0:
        pytest.skip("a clean system is made by an administrator (debootstrap)")
    for program in ("debootstrap", "systemd-nspawn"):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")
    return made_from_nothing(tmp_path_factory.mktemp("debian") / "clean")


@pytest.fixture
def machine(clean_system: Path, packages: tuple[Path, Path], tmp_path: Path) -> Machine:
    """A clean system of its own with the packages in /packages, not installed."""
    root = tmp_path / "machine"
    subprocess.run(["cp", "-a", str(clean_system), str(root)], check=True)
    (root / "packages").mkdir()
    for package in (*packages, packages[0].with_name("SHA256SUMS")):
        shutil.copy(package, root / "packages")
    return Machine(root)
