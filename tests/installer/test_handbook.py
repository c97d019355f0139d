"""Every command of the handbook is run on a clean system, in its order, or says why not."""

import re
import shutil
from pathlib import Path

import pytest

from tests.installer.machine import Machine
from tests.installer.test_packages import desk

HANDBOOK = Path(__file__).resolve().parents[2] / "assets" / "handbook"
PAGES = sorted(HANDBOOK.glob("*.md"))
BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
RUN = "# run by make test-slow"


def blocks(page: Path) -> list[str]:
    return BLOCK.findall(page.read_text("utf-8"))


def test_every_command_is_run_or_says_why_not() -> None:
    found = [block for page in PAGES for block in blocks(page)]
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


@pytest.mark.slow
def test_the_commands_do_what_the_handbook_says(machine: Machine, packages: tuple[Path, Path]) -> None:
    (machine.root / "passphrase").write_text("correct horse battery staple once more\n", "utf-8")
    desk(machine, "key", "new", "--name", "ana", "--out", str(machine.root / "desk"))
    shutil.copy(machine.root / "desk" / "recipients.txt", machine.root / "packages")
    machine.downloads(packages[0].name)
    for block in blocks(HANDBOOK / "README.md"):
        if block.startswith(RUN):
            expected = re.search(r"ends with (\d)", block.splitlines()[0])
            said = machine.runs(f"cd /packages\n({block})\necho end 0", check=expected is None)
            assert expected is not None or "end 0" in said, said
    assert not machine.file("/usr/bin/kiosk").exists()
