"""The packages: sound, the same twice, and a whole life on a clean system without a network."""

import gzip
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.installer.machine import INSTALL, SUITE, Machine, mirror

pytestmark = pytest.mark.slow

SITE = """\
languages = ["en", "es"]
screen_diagonal = 21.5

[clinic]
name = "Hill Clinic"
phone = "(202) 555-0143"
call_back_within_days = 2
"""
PASSPHRASE = "correct horse battery staple once more"  # noqa: S105  # opens nothing but this test
ROOT = Path(__file__).resolve().parents[2]
DESK = ROOT / "dist" / "kiosk-desk" / "kiosk-desk"
AS_KIOSK = "cd / && runuser -u kiosk --"
SPOOL = "/var/lib/kiosk/spool"
# The tour asks for two calls and takes the first back: what says so waits beside the second, unlisted.
SEALED, LISTED = 2, 1
LEFT_BY_SYSTEMD = (
    "/root/.ssh/",
    *(f"/var/{folder}/private/" for folder in ("cache", "lib", "log")),
    *(f"/var/lib/systemd/{folder}/" for folder in ("coredump", "pstore")),
)
"""Folders that its package makes and forgets when it goes again."""


def test_the_packages_have_no_fault_that_lintian_knows(packages: tuple[Path, Path]) -> None:
    if shutil.which("lintian") is None:
        pytest.skip("lintian is not installed")
    done = subprocess.run(
        ["lintian", "--fail-on", "error,warning", "--allow-root", *map(str, packages)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "")


def test_the_packages_are_of_the_programs_version_and_say_what_changed(packages: tuple[Path, Path]) -> None:
    version = (ROOT / "build" / "version").read_text("utf-8").split()[0]
    for package, name in zip(packages, ("kiosk", "kiosk-desk"), strict=True):
        assert package.name.startswith(f"{name}_{version}_")
        listed = subprocess.run(["dpkg-deb", "--fsys-tarfile", str(package)], check=True, capture_output=True)
        file = f"./usr/share/doc/{name}/changelog.gz"
        packed = subprocess.run(
            ["tar", "--extract", "--to-stdout", file], input=listed.stdout, check=True, capture_output=True
        )
        changelog = gzip.decompress(packed.stdout).decode()
        assert changelog.startswith(f"kiosk ({version}) ")
        assert "\nkiosk (0.1.0) " in changelog


def test_what_takes_in_recipients_is_shipped_and_can_do_little_else(
    packages: tuple[Path, Path], tmp_path: Path
) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd is not installed")
    subprocess.run(["dpkg-deb", "-x", str(packages[0]), str(tmp_path)], check=True)
    units = tmp_path / "lib" / "systemd" / "system"
    assert "Wants=kiosk-recipients.path\n" in (units / "kiosk.service").read_text("utf-8")
    dropped = "PathExists=/run/kiosk-recipients/drop/recipients.txt\n"
    assert dropped in (units / "kiosk-recipients.path").read_text("utf-8")
    service = units / "kiosk-recipients.service"
    text = service.read_text("utf-8")
    assert "\nExecStart=/usr/bin/kiosk recipients accept\n" in text
    assert re.findall(r"^ReadWritePaths=(.*)$", text, re.MULTILINE) == ["/etc/kiosk /run/kiosk-recipients"]
    assert re.findall(r"^CapabilityBoundingSet=(.*)$", text, re.MULTILINE) == [""]
    rated = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", "--threshold=12", str(service)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert rated.returncode == 0, rated.stdout


def test_what_looks_after_the_kiosk_is_shipped_and_harmless(
    packages: tuple[Path, Path], tmp_path: Path
) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd is not installed")
    subprocess.run(["dpkg-deb", "-x", str(packages[0]), str(tmp_path)], check=True)
    units = tmp_path / "lib" / "systemd" / "system"
    assert "Wants=kiosk-doctor.timer\n" in (units / "kiosk.service").read_text("utf-8")
    assert "\nWantedBy=timers.target\n" in (units / "kiosk-doctor.timer").read_text("utf-8")
    service = units / "kiosk-doctor.service"
    text = service.read_text("utf-8")
    assert "\nExecStart=/usr/bin/kiosk doctor --prometheus /run/kiosk-doctor/kiosk.prom\n" in text
    assert re.findall(r"^CapabilityBoundingSet=(.*)$", text, re.MULTILINE) == ["CAP_SETUID CAP_SETGID"]
    folders = (tmp_path / "usr" / "lib" / "tmpfiles.d" / "kiosk.conf").read_text("utf-8")
    assert "\nd /run/kiosk-doctor 0755 kiosk kiosk -\n" in folders
    rated = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", "--threshold=30", str(service)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert rated.returncode == 0, rated.stdout


def test_the_kiosk_goes_with_its_seat_and_comes_back_with_it(
    packages: tuple[Path, Path], tmp_path: Path
) -> None:
    subprocess.run(["dpkg-deb", "-x", str(packages[0]), str(tmp_path)], check=True)
    unit = (tmp_path / "lib" / "systemd" / "system" / "kiosk.service").read_text("utf-8")
    assert "\nBindsTo=seatd.service\n" in unit
    assert "\nWantedBy=seatd.service\n" in unit


@pytest.mark.parametrize("which", [0, 1], ids=["kiosk", "desk"])
def test_a_package_installs_and_purges_without_a_trace(
    clean_system: Path, packages: tuple[Path, Path], which: int
) -> None:
    if shutil.which("piuparts") is None:
        pytest.skip("piuparts is not installed")
    done = subprocess.run(
        [
            *("piuparts", "--distribution", SUITE, "--existing-chroot", str(clean_system), "--no-eatmydata"),
            *(f"--mirror={address} main" for address in mirror()),
            *("--do-not-verify-signatures", "--no-upgrade-test"),  # there is no older version anywhere
            *(f"--ignore={folder}" for folder in LEFT_BY_SYSTEMD),
            str(packages[which]),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, "\n".join(done.stdout.splitlines()[-60:])
    assert "INFO: PASS: Installation and purging test." in done.stdout


def next_release(version: str) -> str:
    """Return the smallest release after a version: `0.1.1` after `0.1.0` and every commit that follows it."""
    major, minor, patch = version.partition("+")[0].split(".")
    return f"{major}.{minor}.{int(patch) + 1}"


def later(package: Path, folder: Path) -> tuple[Path, str]:
    """Make the package of the next release, with other settings in it; return it and its version."""
    raw = folder / "raw"
    shutil.rmtree(raw, ignore_errors=True)
    subprocess.run(["dpkg-deb", "-R", str(package), str(raw)], check=True)
    control = raw / "DEBIAN" / "control"
    text = control.read_text("utf-8")
    version = next_release(text.split("\nVersion: ")[1].split("\n")[0])
    control.write_text(re.sub(r"(?m)^Version: .*$", f"Version: {version}", text), "utf-8")
    settings = raw / "etc" / "kiosk" / "kiosk.toml"
    settings.write_text(f"{settings.read_text('utf-8')}# A new key.\n", "utf-8")
    made = folder / f"kiosk_{version}_amd64.deb"
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Znone", "-b", str(raw), str(made)],
        check=True,
        capture_output=True,
    )
    return made, version


def installed(machine: Machine) -> str:
    # The line after it is systemd-nspawn's own.
    return machine.runs("dpkg-query -W -f '${Version} ${Status}\\n' kiosk").splitlines()[0]


def set_up(machine: Machine, program: Path = DESK) -> None:
    """Do what the front desk, on a computer of its own, and an administrator do once."""
    (machine.root / "passphrase").write_text(f"{PASSPHRASE}\n", "utf-8")
    desk(machine, "key", "new", "--name", "ana", "--out", str(machine.root / "desk"), program=program)
    shutil.copy(machine.root / "desk" / "recipients.txt", machine.file("/etc/kiosk"))
    machine.file("/etc/kiosk/conf.d/50-site.toml").write_text(SITE, "utf-8")


def desk(machine: Machine, *arguments: str, program: Path = DESK) -> str:
    """Run the frozen desk outside of the kiosk's system, where it refuses to run."""
    done = subprocess.run(
        [str(program), *arguments, "--passphrase-file", str(machine.root / "passphrase")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def reading(machine: Machine) -> tuple[str, ...]:
    return ("--spool", str(machine.file(SPOOL)), "--key", str(machine.root / "desk" / "ana.key"))


def waiting(machine: Machine) -> set[str]:
    return {path.name for path in machine.file(f"{SPOOL}/new").iterdir()}


def listed(machine: Machine) -> int:
    return len(json.loads(desk(machine, "list", *reading(machine), "--json"))["requests"])


def test_a_whole_life_on_a_clean_system(
    machine: Machine, packages: tuple[Path, Path], tmp_path: Path
) -> None:
    package, _ = packages
    machine.installs(package.name)
    said = machine.runs(f"{AS_KIOSK} kiosk self-test --json")
    tested = json.loads(said[said.index("{") : said.rindex("}") + 1])
    assert (tested["problems"], tested["sealed"]) == ([], SEALED)
    assert tested["screens"] > 380

    broken = machine.runs(f"{AS_KIOSK} kiosk doctor", check=False)
    assert "PROBLEM  settings: /etc/kiosk/kiosk.toml:" in broken
    set_up(machine)
    found = machine.runs(f"{AS_KIOSK} kiosk doctor", check=False)
    assert "FINE     settings:" in found
    assert "FINE     recipients:" in found
    assert "FINE     spool: written, synced and read back; 0 requests wait" in found
    assert "PROBLEM  staff PIN:" in found

    machine.runs(f"{AS_KIOSK} kiosk tour --config /etc/kiosk/kiosk.toml --out /tmp/tour")
    requests = waiting(machine)
    assert (len(requests), listed(machine)) == (SEALED, LISTED)

    newer, version = later(package, tmp_path)
    shutil.copy(newer, machine.root / "packages" / "kiosk_next.deb")
    base = machine.file("/etc/kiosk/kiosk.toml")
    base.write_text(base.read_text("utf-8").replace('#theme = "standard"', 'theme = "dark"'), "utf-8")
    machine.runs(
        "dpkg --force-confdef --force-confold -i /packages/kiosk_next.deb & installing=$!\n"
        "until [ -n \"$(find /usr/lib/kiosk -name '*.dpkg-new' -print -quit)\" ]; do sleep 0.01; done\n"
        "kill -9 $installing; wait $installing || true\n"
        "find /usr/lib/kiosk -name '*.dpkg-new' -print -quit | grep -q ."
    )
    machine.runs("dpkg --force-confdef --force-confold -i /packages/kiosk_next.deb")
    assert installed(machine) == f"{version} install ok installed"
    assert 'theme = "dark"' in base.read_text("utf-8")
    assert machine.file("/etc/kiosk/kiosk.toml.dpkg-dist").is_file()
    assert machine.file("/etc/kiosk/conf.d/50-site.toml").read_text("utf-8") == SITE
    assert waiting(machine) == requests
    assert f"{len(requests)} requests wait" in machine.runs(f"{AS_KIOSK} kiosk doctor", check=False)

    newest, version = later(newer, tmp_path)
    shutil.copy(newest, machine.root / "packages" / "kiosk_newest.deb")
    machine.runs(f"{INSTALL} -o Dpkg::Options::=--force-confold /packages/kiosk_newest.deb")
    assert installed(machine) == f"{version} install ok installed"
    assert waiting(machine) == requests

    machine.runs("dpkg -r kiosk")
    assert waiting(machine) == requests
    assert machine.file("/etc/kiosk/recipients.txt").is_file()
    machine.runs("dpkg -i /packages/kiosk_newest.deb")
    assert listed(machine) == LISTED

    said = machine.runs("dpkg -P kiosk")
    assert f"left in {SPOOL}/new." in said
    assert waiting(machine) == requests
    machine.runs("dpkg -i /packages/kiosk_newest.deb")
    desk(machine, "export", *reading(machine), "--format", "csv", "--out", str(machine.root / "lists"))
    assert waiting(machine) == set()
    assert "are left in" not in machine.runs("dpkg -P kiosk")
    assert [
        path for path in ("/etc/kiosk", "/var/lib/kiosk", "/usr/lib/kiosk") if machine.file(path).exists()
    ] == []


def copy_of_the_sources(root: Path, folder: Path) -> Path:
    """Copy what is under version control, as it stands."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    told = subprocess.run(listing, cwd=root, check=True, capture_output=True, text=True).stdout
    for name in (name for name in told.split("\0") if (root / name).is_file()):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(root / name, folder / name)
    (folder / ".git").symlink_to(root / ".git")
    return folder


@pytest.mark.longest
def test_two_builds_of_one_commit_are_the_same_wherever_they_are_made(dist: Path, tmp_path: Path) -> None:
    if not (dist.parent / ".git").exists():
        pytest.skip("these sources are not under version control: which files they are is not known")
    again = copy_of_the_sources(dist.parent, tmp_path / "again")
    make = ["make", "installer", f"VENV={dist.parent / '.venv'}"]
    subprocess.run(make, cwd=again, check=True, capture_output=True)
    done = subprocess.run(
        ["diff", "-r", "--brief", str(dist), str(again / "dist")], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")
