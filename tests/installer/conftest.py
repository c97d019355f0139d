import fcntl
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.installer.machine import Machine, copied, made_from_nothing

ROOT = Path(__file__).resolve().parents[2]


@pytest.hookimpl(tryfirst=True)  # before pytest-xdist looks for groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Have all that need a clean system run by one worker: it makes the system once, for all of them."""
    for item in items:
        if "clean_system" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("clean_system"))


@pytest.fixture(scope="session")
def dist() -> Path:
    """Both programs and, where the tools are there, their packages, as `make installer` makes them."""
    if shutil.which("objdump") is None:
        pytest.skip("objdump is not installed: PyInstaller needs it")
    (ROOT / "build").mkdir(exist_ok=True)
    with (ROOT / "build" / "installer.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # the first worker builds, the others find it built
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


@pytest.fixture(scope="session")
def stocked_system(
    clean_system: Path, packages: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The same with the packages in /packages, and all they depend on downloaded: nothing is installed."""
    stocked = copied(clean_system, tmp_path_factory.mktemp("debian") / "stocked")
    (stocked.root / "packages").mkdir()
    for file in (*packages, packages[0].with_name("SHA256SUMS")):
        shutil.copy(file, stocked.root / "packages")
    for package in packages:
        stocked.downloads(package.name)
    return stocked.root


@pytest.fixture
def machine(stocked_system: Path, tmp_path: Path) -> Machine:
    """A stocked system of its own."""
    return copied(stocked_system, tmp_path / "machine")
