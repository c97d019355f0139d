"""Every command of the handbook is run on a clean system, in its order, or says why not."""

import re
import shutil
from pathlib import Path

import pytest

from tests.installer.machine import Machine
from tests.installer.test_packages import desk, installed, later

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


def test_every_place_the_handbook_links_to_is_there() -> None:
    for page in PAGES:
        text = page.read_text("utf-8")
        headings = {
            re.sub(r"[^\w\s-]", "", title).strip().lower().replace(" ", "-")
            for title in re.findall(r"^#+ (.+)$", text, re.MULTILINE)
        }
        for link in re.findall(r"\]\(([^)]+)\)", text):
            assert (
                link.removeprefix("#") in headings if link.startswith("#") else (HANDBOOK / link).is_file()
            ), link


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
