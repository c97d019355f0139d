"""Every command the README shows is run, or says why not."""

import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```sh\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
SKIPPED = [block for block in BLOCKS if re.match(r"# not run: \w", block)]
SLOW = [block for block in BLOCKS if block.startswith("# run by make test-slow\n")]
LONGEST = [block for block in BLOCKS if block.startswith("# run by make prove\n")]
FAST = [block for block in BLOCKS if block not in (*SKIPPED, *SLOW, *LONGEST)]


def run(block: str) -> None:
    surroundings = {name: value for name, value in os.environ.items() if not name.endswith("DISPLAY")}
    for name in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS", "QT_QPA_PLATFORM", "QT_QUICK_BACKEND"):
        surroundings.pop(name, None)
    surroundings["BENCH_ONCE"] = "1"
    surroundings["PATH"] = f"{ROOT / '.venv' / 'bin'}:{surroundings['PATH']}"
    done = subprocess.run(
        ["bash", "-euc", block], cwd=ROOT, env=surroundings, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def remove_what_an_earlier_run_made() -> None:
    for path in (ROOT / "build" / "readme" / "keys").glob("*"):
        path.unlink()


def test_every_command_of_the_readme_works() -> None:
    remove_what_an_earlier_run_made()
    for block in FAST:
        run(block)
    print(
        f"README: {len(FAST)} commands run, {len(SLOW)} by make test-slow, {len(LONGEST)} by make prove, "
        f"{len(SKIPPED)} not run"
    )
    assert len(FAST) >= 5


@pytest.mark.parametrize(
    "block",
    [
        *(pytest.param(block, marks=pytest.mark.slow) for block in SLOW),
        *(pytest.param(block, marks=pytest.mark.prove) for block in LONGEST),
    ],
)
def test_every_slow_command_of_the_readme_works(block: str) -> None:
    run(block)


def test_commands_stand_only_in_blocks_that_are_run() -> None:
    assert len(BLOCKS) == TEXT.count("\n```sh\n")
    assert "```bash" not in TEXT


def test_every_place_and_picture_the_readme_names_is_there() -> None:
    table = TEXT.split("## Where things live")[1]
    named = [name.replace("<language>", "en") for name in re.findall(r"`([^`]+)`", table)]
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", TEXT)
    assert len(named) > 10
    assert len(pictures) == 9
    assert [name for name in (*named, *pictures) if not (ROOT / name).exists()] == []
