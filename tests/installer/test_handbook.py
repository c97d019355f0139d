"""Every command of the handbook is run on a clean system, in its order, or says why not."""

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.installer.machine import INSTALL, Machine
from tests.installer.test_packages import AS_KIOSK, desk, installed, later, set_up

HANDBOOK = Path(__file__).resolve().parents[2] / "assets" / "handbook"
PAGES = sorted(HANDBOOK.glob("*.md"))
BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
RUN = "# run by make test-slow"


def blocks(text: str) -> list[str]:
    return BLOCK.findall(text)


def test_every_command_is_run_or_says_why_not() -> None:
    found = [block for page in PAGES for block in blocks(page.read_text("utf-8"))]
    assert len([block for block in found if block.startswith(RUN)]) >= 8
    assert [block for block in found if not re.match(rf"{RUN}|# not run: \w", block)] == []
    assert sum(page.read_text("utf-8").count("\n```") for page in PAGES) == 2 * len(found)


def test_every_page_with_commands_to_run_has_a_test_that_runs_them() -> None:
    with_commands = {
        page.name for page in PAGES if any(b.startswith(RUN) for b in blocks(page.read_text("utf-8")))
    }
    assert with_commands == {"README.md", "desk-backup.md", "machine.md", "twenty.md"}


def headings(page: Path) -> set[str]:
    return {
        re.sub(r"[^\w\s-]", "", title).strip().lower().replace(" ", "-")
        for title in re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    }


def test_every_place_the_handbook_links_to_is_there() -> None:
    for page in PAGES:
        for link in re.findall(r"\]\(([^)]+)\)", page.read_text("utf-8")):
            name, _, place = link.partition("#")
            target = HANDBOOK / name if name else page
            assert target.is_file(), link
            assert not place or place in headings(target), link


def run_blocks(machine: Machine, text: str, folder: str) -> None:
    for block in blocks(text):
        if block.startswith(RUN):
            expected = re.search(r"ends with (\d)", block.splitlines()[0])
            said = machine.runs(f"cd {folder}\n({block})\necho end 0", check=expected is None)
            assert expected is not None or "end 0" in said, said


@pytest.mark.slow
def test_the_commands_do_what_the_handbook_says(
    machine: Machine, packages: tuple[Path, Path], tmp_path: Path
) -> None:
    (machine.root / "passphrase").write_text("correct horse battery staple once more\n", "utf-8")
    desk(machine, "key", "new", "--name", "ana", "--out", str(machine.root / "desk"))
    shutil.copy(machine.root / "desk" / "recipients.txt", machine.root / "packages")
    newer, version = later(packages[0], tmp_path)
    (machine.root / "newer").mkdir()
    shutil.copy(newer, machine.root / "newer")
    machine.runs("cd /newer && sha256sum kiosk_* >SHA256SUMS")
    until_the_update, after = (HANDBOOK / "README.md").read_text("utf-8").split("\n## Update\n")
    the_update, after_it = after.split("\n## Back up\n")

    run_blocks(machine, until_the_update, "/packages")
    assert installed(machine).split()[0] in packages[0].name
    run_blocks(machine, the_update, "/newer")
    assert installed(machine) == f"{version} install ok installed"
    run_blocks(machine, after_it, "/newer")
    assert not machine.file("/usr/bin/kiosk").exists()


@pytest.mark.slow
def test_the_machine_is_set_up_as_its_page_says_and_takes_in_a_newer_package(
    machine: Machine, packages: tuple[Path, Path], tmp_path: Path
) -> None:
    machine.runs(f"{INSTALL} apt-utils gnupg unattended-upgrades", network=True)
    machine.installs(packages[0].name)
    set_up(machine)
    newer, version = later(packages[0], tmp_path)
    (machine.root / "newer").mkdir()
    shutil.copy(newer, machine.root / "newer")
    machine.runs("cd /newer && sha256sum kiosk_* >SHA256SUMS")

    run_blocks(machine, (HANDBOOK / "machine.md").read_text("utf-8"), "/newer")
    assert installed(machine) == f"{version} install ok installed"
    timers = machine.runs("systemctl is-enabled kiosk-glass-off.timer kiosk-glass-on.timer")
    assert timers.splitlines()[:2] == ["enabled", "enabled"]


TWENTY = HANDBOOK / "twenty.md"
PIN = "246810"


@pytest.mark.slow
@pytest.mark.parametrize("name", ["waiting-1", "waiting-2"])
def test_a_kiosk_of_many_is_set_up_by_files_alone(machine: Machine, name: str) -> None:
    (machine.root / "passphrase").write_text("correct horse battery staple once more\n", "utf-8")
    desk(machine, "key", "new", "--name", "ana", "--out", str(machine.root / "desk"))
    folder = machine.file("/root/kiosks")
    shutil.copytree(machine.root / "packages", folder)
    next(folder.glob("kiosk-desk_*.deb")).unlink()
    shutil.copy(machine.root / "desk" / "recipients.txt", folder)
    machine.file("/root/pin").write_text(f"{PIN}\n", "utf-8")
    run_blocks(
        machine, TWENTY.read_text("utf-8").replace("set-up waiting-1", f"set-up {name}"), "/root/kiosks"
    )

    told = machine.runs(f"{AS_KIOSK} kiosk doctor --json", check=False)
    states = {
        each["subject"]: each["state"] for each in json.loads(told[told.index("[") : told.rindex("]") + 1])
    }
    for subject in ("settings", "recipients", "spool", "staff PIN"):
        assert states[subject] == "fine", told
    own = machine.file("/etc/kiosk/conf.d/60-kiosk.toml").read_text("utf-8")
    assert own.startswith(f'kiosk_name = "{name}"\n')
    stands = machine.runs("stat -c '%A %U %G' /etc/kiosk/staff-pin; systemctl is-enabled kiosk")
    assert stands.splitlines()[:2] == ["-rw-r----- root kiosk", "enabled"]
    machine.file("/root/pin").unlink()
    kept = machine.runs(f"grep -rlsw {PIN} /etc /var/lib/kiosk /var/log /root || echo nowhere")
    assert kept.splitlines()[0] == "nowhere"

    machine.runs(f"cd /root/kiosks && printf '%s\\n' 135792 | sh set-up {name}")
    refused = machine.runs("echo 123456 | kiosk staff-pin set --from -", check=False)
    assert "among the first that anybody tries" in refused
    assert "Traceback" not in machine.runs("setsid --wait kiosk staff-pin set </dev/null", check=False)
