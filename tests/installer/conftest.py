import contextlib
import fcntl
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.installer.machine import Machine, copied, made_from_nothing

ROOT = Path(__file__).resolve().parents[2]


@contextlib.contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Keep out the other workers: what the first one makes, the others find made."""
    lock.parent.mkdir(exist_ok=True)
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A temporary folder that all workers of this run share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def dist() -> Path:
    """Both programs and, where the tools are there, their packages, as `make installer` makes them."""
    if shutil.which("objdump") is None:
        pytest.skip("objdump is not installed: PyInstaller needs it")
    with alone(ROOT / "build" / "installer.lock"):
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
def clean_system(shared_folder: Path) -> Path:
    """A Debian with nothing but its base, as a folder."""
    if os.geteuid() != 0:
        pytest.skip("a clean system is made by an administrator (debootstrap)")
    for program in ("debootstrap", "systemd-nspawn"):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")
    root = shared_folder / "clean_system"
    with alone(root.with_suffix(".lock")):
        if not root.exists():
            begun = root.with_suffix(".begun")
            shutil.rmtree(begun, ignore_errors=True)
            made_from_nothing(begun).rename(root)
    return root


@pytest.fixture(scope="session")
def stocked_system(clean_system: Path, packages: tuple[Path, Path], shared_folder: Path) -> Path:
    """The same with the packages in /packages, and all they depend on downloaded: nothing is installed."""
    root = shared_folder / "stocked_system"
    with alone(root.with_suffix(".lock")):
        if not root.exists():
            begun = root.with_suffix(".begun")
            shutil.rmtree(begun, ignore_errors=True)
            stocked = copied(clean_system, begun)
            (begun / "packages").mkdir()
            for file in (*packages, packages[0].with_name("SHA256SUMS")):
                shutil.copy(file, begun / "packages")
            for package in packages:
                stocked.downloads(package.name)
            begun.rename(root)
    return root


@pytest.fixture
def machine(stocked_system: Path, tmp_path: Path) -> Machine:
    """A stocked system of its own."""
    return copied(stocked_system, tmp_path / "machine")
