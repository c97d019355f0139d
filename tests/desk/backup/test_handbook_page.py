"""The commands of the handbook's page on backups do what it says, in their order."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.desk.access.desk_folder import DeskFolder
from tests.installer.test_handbook import HANDBOOK, RUN, blocks


@pytest.mark.slow
def test_the_page_backs_a_desk_up_and_tries_it(busy: DeskFolder, backups: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    busy.root.rename(home / "kiosk-desk")
    (home / "bin").mkdir()
    program = home / "bin" / "kiosk-desk"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m kiosk.desk "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    around = {
        "HOME": str(home),
        "PATH": f"{program.parent}:{os.defpath}",
        "PYTHONPATH": str(HANDBOOK.parents[1]),
    }
    text = (HANDBOOK / "desk-backup.md").read_text(encoding="utf-8")
    run = [block for block in blocks(text) if block.startswith(RUN)]
    assert len(run) == 4
    told = ""
    for block in run:
        for made in backups.iterdir():  # a day of long ago, which also leaves this second's name free
            os.utime(made.rename(backups / "kiosk-desk-2026-11-01-080000.zip"), (0, 0))
        done = subprocess.run(
            ["bash", "-euc", block.replace("/mnt/backup", str(backups))],
            cwd=tmp_path,
            env=around,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        told += done.stdout
    counts = re.findall(r"Done: (\d+) files of this desk are in", told)
    assert len(counts) == 2
    assert len(set(counts)) == 1, counts
    assert "Can open this desk: front-desk" in told
    codes = {line.split(": ")[1].split(".")[0] for line in told.splitlines() if line.startswith("Check code")}
    assert len(codes) == 1
    assert len(list(backups.glob("*.zip"))) == 1
    assert not (tmp_path / "drill").exists()
