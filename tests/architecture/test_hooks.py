"""What looks at a commit before it is made: local programs of the development group, and the message."""

import importlib.metadata
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CONFIG = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
ENTRIES = re.findall(r"^ +entry: (.+)$", CONFIG, re.MULTILINE)


def programs_of_the_gate() -> set[str]:
    """Name the programs of what pyproject.toml asks for: dependencies and the development group."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    names = [re.split(r"[<>=]", line)[0] for line in wanted]
    return {
        file.name
        for name in names
        for file in importlib.metadata.files(name) or []
        if file.parent.name == "bin" and ".." in file.parts
    }


def test_every_hook_is_a_program_of_the_development_group_or_a_script_of_ours() -> None:
    assert re.findall(r"repo: (.+)", CONFIG) == ["local"]
    assert re.findall(r"language: (.+)", CONFIG) == ["system"] * len(ENTRIES)
    programs = programs_of_the_gate()
    for entry in ENTRIES:
        if script := re.fullmatch(r"bash (\.ci/[\w-]+)", entry):
            assert (ROOT / script[1]).is_file(), entry
        else:
            program = re.fullmatch(r"\.venv/bin/([\w-]+)( .*)?", entry)
            assert program, entry
            assert program[1] in programs, entry
    assert len(ENTRIES) == 6


def test_pre_commit_reads_the_hooks() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-config"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with one line to be committed."""
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True, env=without_git())
    stage(tmp_path, "notes.txt", 1)
    return tmp_path


def without_git() -> dict[str, str]:
    """As here, but for what git tells a hook about the repository that the tests are run from."""
    return {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}


def stage(repository: Path, name: str, lines: int) -> None:
    (repository / name).write_text("line\n" * lines, encoding="utf-8")
    subprocess.run(["git", "add", name], cwd=repository, check=True, env=without_git())


def complaint(repository: Path, message: str) -> str:
    """Return what the hook says of a message, nothing if it lets it pass."""
    file = repository / "message"
    file.write_text(message, encoding="utf-8")
    done = subprocess.run(
        ["bash", ROOT / ".ci" / "commit-message", file],
        cwd=repository,
        env=without_git(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode != 0) == bool(done.stderr)
    return done.stderr


@pytest.mark.parametrize(
    "message",
    [
        "Say why the form is closed",
        "ñ" * 72,
        "Equip the kiosk\n\nIt swipes nothing.\n",
        "Merge branch 'main' into a branch that has a name of far more than seventy-two characters",
        "\n# Please enter the commit message\nCall the urgency urgency\n",
        "Say it\n# ------------------------ >8 ------------------------\ndiff --git a/wip b/wip\n",
    ],
)
def test_a_message_that_says_what_passes(repository: Path, message: str) -> None:
    assert complaint(repository, message) == ""


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("", "say what changed"),
        ("# only a comment\n", "say what changed"),
        ("n" * 73, "73 characters"),
        ("wip", "wip"),
        ("WIP: letters", "wip"),
        ("Letters (wip)", "wip"),
        ("A subject\nand no blank line", "blank"),
    ],
)
def test_a_message_that_does_not_is_refused(repository: Path, message: str, said: str) -> None:
    assert said in complaint(repository, message)


def test_more_than_a_few_lines_need_a_body(repository: Path) -> None:
    stage(repository, "notes.txt", 20)
    assert complaint(repository, "Keep twenty notes") == ""
    stage(repository, "notes.txt", 21)
    assert "why" in complaint(repository, "Keep more notes")
    assert "why" in complaint(repository, "Keep more notes\n\n# a comment says nothing\n")
    assert complaint(repository, "Keep more notes\n\nTwenty were too few.\n") == ""


def test_what_a_lock_file_pins_needs_no_reason_line_by_line(repository: Path) -> None:
    stage(repository, "requirements.lock", 500)
    assert complaint(repository, "Pin the newest versions") == ""


@pytest.mark.parametrize(
    ("program", "name", "text", "said"),
    [
        ("codespell", "notes.txt", "We rec" + "ieve requests.\n", "rec" + "ieve"),
        ("shellcheck", "script", "#!/bin/bash\nrm -r $1\n", "SC2086"),
    ],
)
def test_a_planted_fault_fails_the_lint(
    tmp_path: Path, program: str, name: str, text: str, said: str
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    done = subprocess.run(
        [Path(sys.executable).parent / program, tmp_path / name],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert said in done.stdout


def test_the_lint_runs_what_the_hooks_run() -> None:
    lint = (ROOT / "Makefile").read_text(encoding="utf-8").split("\nlint:")[1].split("\n\n")[0]
    for program in ("ruff check", "codespell", "shellcheck", "qml-lint"):
        assert program in lint
