"""An upgrade as a clinic meets it: packages that were built from older sources, in use, then these over them.

Older are those of the newest tag before this commit or, without one, of the newest release in the changelog.
Or say which: `UPGRADE_FROM=<commit>`, or a folder with the packages that were given out.
"""

import datetime
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from kiosk.core.version import latest_release
from tests.installer.conftest import alone
from tests.installer.machine import INSTALL, Machine
from tests.installer.test_packages import (
    AS_KIOSK,
    LISTED,
    SEALED,
    SITE,
    desk,
    installed,
    listed,
    reading,
    set_up,
    waiting,
)

pytestmark = pytest.mark.prove

ROOT = Path(__file__).resolve().parents[2]
UPDATE = f"{INSTALL} -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold"
PIN = "482951"
OF_MAKE = ("MAKEFLAGS", "MAKELEVEL", "MFLAGS", "PYTHONPATH")
State = dict[str, tuple[bytes, int, int, int]]


def git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip()


def newest_release() -> str:
    """Return its tag or, without one, the last commit of its day; "" where git knows neither."""
    day = latest_release((ROOT / "CHANGELOG.md").read_text("utf-8"))[1] + datetime.timedelta(days=1)
    return git("describe", "--tags", "--abbrev=0", "HEAD~1") or git(
        "rev-list", "-1", f"--before={day.isoformat()}", "HEAD~1"
    )


def built_from(commit: str, folder: Path) -> Path:
    """Build both packages from a commit, with what it says it needs, unless they are there; takes minutes."""
    if (folder / "dist" / "made").exists():
        return folder / "dist"
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run(["git", "clone", "--quiet", "--shared", str(ROOT), str(folder)], check=True)
    subprocess.run(["git", "checkout", "--quiet", "--detach", commit], cwd=folder, check=True)
    surroundings = {name: value for name, value in os.environ.items() if name not in OF_MAKE}
    done = subprocess.run(
        ["make", "installer"], cwd=folder, env=surroundings, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "dist"


@pytest.fixture(scope="module")
def older(shared_folder: Path) -> tuple[Path, Path]:
    """The packages of an older version: the kiosk's and the desk's."""
    source = os.environ.get("UPGRADE_FROM") or newest_release()
    if not source:
        pytest.skip("no older version is known here: say which with UPGRADE_FROM")
    dist, sources = Path(source), shared_folder / "older"
    if not dist.is_dir():
        with alone(sources.with_suffix(".lock")):
            dist = built_from(source, sources)
    (kiosk,), (its_desk,) = dist.glob("kiosk_*.deb"), dist.glob("kiosk-desk_*.deb")
    return kiosk, its_desk


@pytest.fixture
def old_machine(machine: Machine, older: tuple[Path, Path]) -> Machine:
    """A system with the older packages in /older, and all they depend on downloaded: nothing is installed."""
    (machine.root / "older").mkdir()
    for package in older:
        shutil.copy(package, machine.root / "older")
        machine.runs(f"apt-get update -qq && {INSTALL} --download-only /older/{package.name}", network=True)
    return machine


def version(package: Path) -> str:
    told = subprocess.run(
        ["dpkg-deb", "-f", str(package), "Version"], check=True, capture_output=True, text=True
    )
    return told.stdout.strip()


def assert_is_newer(newer: Path, older: Path) -> None:
    subprocess.run(["dpkg", "--compare-versions", version(newer), "gt", version(older)], check=True)


def desk_in(package: Path, folder: Path) -> Path:
    """Take the desk's program out of its package, as it runs on another computer."""
    subprocess.run(["dpkg-deb", "-x", str(package), str(folder)], check=True)
    return folder / "usr" / "lib" / "kiosk-desk" / "kiosk-desk"


def state(machine: Machine) -> State:
    """Return all that is the clinic's: what each file holds, who may read it and whose it is."""
    files = {
        path: path.lstat()
        for folder in ("/etc/kiosk", "/var/lib/kiosk")
        for path in machine.file(folder).rglob("*")
        if path.is_file()
    }
    return {
        str(path.relative_to(machine.root)): (path.read_bytes(), status.st_mode, status.st_uid, status.st_gid)
        for path, status in files.items()
    }


def test_requests_settings_and_pin_outlive_an_upgrade_between_two_builds(
    old_machine: Machine, packages: tuple[Path, Path], older: tuple[Path, Path], tmp_path: Path
) -> None:
    machine, newer = old_machine, packages[0]
    assert_is_newer(newer, older[0])
    machine.runs(f"{INSTALL} /older/{older[0].name}")
    assert installed(machine) == f"{version(older[0])} install ok installed"
    set_up(machine, desk_in(older[1], tmp_path / "desk"))
    base = machine.file("/etc/kiosk/kiosk.toml")
    base.write_text(f'theme = "dark"\n{base.read_text("utf-8")}', "utf-8")
    machine.runs(f"printf '%s\\n' {PIN} {PIN} | setsid --wait kiosk staff-pin set")
    machine.runs(f"{AS_KIOSK} kiosk tour --config /etc/kiosk/kiosk.toml --out /tmp/tour")
    requests, before = waiting(machine), state(machine)
    assert {"etc/kiosk/conf.d/50-site.toml", "etc/kiosk/recipients.txt"} <= before.keys()
    assert len(requests) >= LISTED

    machine.runs(f"{UPDATE} /packages/{newer.name}")

    assert installed(machine) == f"{version(newer)} install ok installed"
    assert f"kiosk {version(newer)}" in machine.runs("kiosk --version")
    after = state(machine)
    assert {name: after.get(name) for name in before} == before
    assert after["etc/kiosk/conf.d/50-site.toml"][0].decode() == SITE
    found = machine.runs(f"{AS_KIOSK} kiosk doctor", check=False)
    for finding in ("settings:", "recipients:", "staff PIN:", "spool:"):
        assert f"FINE     {finding}" in found
    assert f"read back; {len(requests)} request" in found
    assert listed(machine) == LISTED

    machine.runs(f"{AS_KIOSK} kiosk tour --config /etc/kiosk/kiosk.toml --out /tmp/tour")
    assert requests < waiting(machine)
    assert len(waiting(machine)) == len(requests) + SEALED
    desk(machine, "export", *reading(machine), "--format", "csv", "--out", str(machine.root / "lists"))
    assert waiting(machine) == set()


def test_the_new_desk_lists_what_the_old_one_left(
    old_machine: Machine, packages: tuple[Path, Path], older: tuple[Path, Path]
) -> None:
    machine, newer = old_machine, packages[1]
    assert_is_newer(newer, older[1])
    machine.runs(f"{INSTALL} /older/{older[1].name}")
    machine.runs("kiosk-desk demonstration --out /root/demo")
    kept = machine.runs("cd /root/demo && find . -type f -exec sha256sum {} + | sort")

    machine.runs(f"{UPDATE} /packages/{newer.name}")

    assert f"kiosk-desk {version(newer)}" in machine.runs("kiosk-desk --version")
    assert machine.runs("cd /root/demo && find . -type f -exec sha256sum {} + | sort") == kept
    reads = "--spool kiosk/spool --key desk/front-desk.key --passphrase-file desk/passphrase.txt"
    assert '"requests"' in machine.runs(f"cd /root/demo && kiosk-desk list {reads} --json")
