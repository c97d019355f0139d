"""A program finds its version: git in a checkout, what git wrote into an archive, a constant when built."""

import argparse
import datetime
import os
import re
import shutil
import subprocess
import sys
import types
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.ops import version as running
from kiosk.ops.source_version import has_changes, last_commit, source_date, version_of_sources
from kiosk.ops.version import VersionOption, built, version

ROOT = Path(__file__).resolve().parents[2]
DATE = "2026-11-28T08:05:09+00:00"
SOMEBODY = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in {"NAME": "Ana", "EMAIL": "ana@example.org", "DATE": DATE}.items()
}


class Checkout:
    """A checkout of its own, with one commit."""

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir()
        for name in (".git_archival.txt", ".gitattributes"):
            shutil.copy(ROOT / name, root)
        (root / "CHANGELOG.md").write_text("## 0.1.0 (2026-11-24)\n", "utf-8")
        self.git("init", "--quiet")
        self.commit()

    def git(self, *arguments: str) -> str:
        surroundings = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        return subprocess.run(
            ["git", "-C", str(self.root), *arguments],
            env=surroundings | SOMEBODY | {"GIT_CONFIG_GLOBAL": os.devnull},
            check=True,
            capture_output=True,
            text=True,
        ).stdout.strip()

    def commit(self) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "A change")

    @property
    def hash(self) -> str:
        return self.git("rev-parse", "HEAD")

    @property
    def version(self) -> str:
        return version_of_sources(self.root)


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path / "checkout")


def unpacked(checkout: Checkout) -> Path:
    archive, folder = checkout.root.with_name("sources.tar"), checkout.root.with_name("sources")
    checkout.git("archive", f"--output={archive}", "HEAD")
    folder.mkdir()
    subprocess.run(["tar", "-xf", str(archive), "-C", str(folder)], check=True)
    return folder


def test_a_checkout_is_of_its_commit_after_the_newest_release(checkout: Checkout) -> None:
    assert checkout.version == f"0.1.0+20261128080509.g{checkout.hash[:7]}"


def test_a_tag_makes_a_release_and_the_next_commit_comes_after_it(checkout: Checkout) -> None:
    checkout.git("tag", "v0.2.0")
    assert checkout.version == "0.2.0"
    checkout.commit()
    assert checkout.version == f"0.2.0+20261128080509.g{checkout.hash[:7]}"


def test_a_file_that_no_commit_holds_shows_in_the_version(checkout: Checkout) -> None:
    checkout.git("tag", "v0.2.0")
    assert not has_changes(checkout.root)
    (checkout.root / "new.txt").write_text("x", "utf-8")
    assert has_changes(checkout.root)
    assert checkout.version == f"0.2.0+20261128080509.g{checkout.hash[:7]}.dirty"


def test_an_unpacked_archive_has_the_version_of_the_commit_it_was_made_of(checkout: Checkout) -> None:
    folder = unpacked(checkout)
    assert (version_of_sources(folder), last_commit(folder)) == (checkout.version, last_commit(checkout.root))
    checkout.git("tag", "v0.2.0")
    shutil.rmtree(folder)
    assert version_of_sources(unpacked(checkout)) == "0.2.0"


def test_a_repository_around_the_sources_says_nothing_of_them(checkout: Checkout) -> None:
    inside = checkout.root / "vendor"
    inside.mkdir()
    shutil.copy(checkout.root / "CHANGELOG.md", inside)
    assert version_of_sources(inside) == "0.1.0+0.unknown"


def test_sources_without_history_say_so_and_have_a_date(checkout: Checkout) -> None:
    moment = datetime.datetime.fromisoformat(DATE)
    assert source_date(checkout.root) == moment
    shutil.rmtree(checkout.root / ".git")
    assert checkout.version == "0.1.0+0.unknown"
    assert source_date(checkout.root) == datetime.datetime(2026, 11, 24, tzinfo=datetime.UTC)


def test_a_machine_without_git_says_so(checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert checkout.version == "0.1.0+0.unknown"


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch, checkout: Checkout) -> Iterator[Path]:
    """Where the running program takes its sources to be: an archive, which holds no stamp."""
    folder = unpacked(checkout)
    monkeypatch.setattr(running, "_ROOT", folder)
    version.cache_clear()
    yield folder
    version.cache_clear()


@pytest.mark.usefixtures("at")
def test_what_was_built_knows_its_version(monkeypatch: pytest.MonkeyPatch) -> None:
    stamp = types.ModuleType("kiosk._version")
    stamp.__dict__["__version__"] = "0.3.0"
    monkeypatch.setitem(sys.modules, "kiosk._version", stamp)
    assert version() == "0.3.0"


@pytest.mark.usefixtures("at")
def test_sources_that_were_not_built_are_asked(checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "kiosk._version", None)
    assert version() == checkout.version


def test_a_checkout_believes_no_stamp_that_a_broken_build_left(
    at: Path, checkout: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    test_what_was_built_knows_its_version(monkeypatch)
    version.cache_clear()
    shutil.rmtree(at)
    monkeypatch.setattr(running, "_ROOT", checkout.root)
    assert version() == checkout.version


def test_what_was_built_knows_when_and_sources_know_their_newest_release(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    day = re.search(r"^## \S+ \((.+)\)$", changelog, re.MULTILINE)
    assert day is not None
    built.cache_clear()
    assert built() == datetime.datetime.fromisoformat(f"{day[1]}T00:00:00+00:00")
    stamp = types.ModuleType("kiosk._version")
    vars(stamp).update(__built__=1795853109)
    monkeypatch.setitem(sys.modules, "kiosk._version", stamp)
    monkeypatch.setattr(running, "_ROOT", tmp_path)
    built.cache_clear()
    assert built() == datetime.datetime.fromtimestamp(1795853109, datetime.UTC)
    monkeypatch.undo()
    built.cache_clear()


def test_the_option_says_program_and_version(capsys: pytest.CaptureFixture[str]) -> None:
    parser = argparse.ArgumentParser(prog="kiosk-desk")
    parser.add_argument("--version", action=VersionOption)
    with pytest.raises(SystemExit) as ended:
        parser.parse_args(["--version"])
    assert ended.value.code == 0
    assert re.fullmatch(r"kiosk-desk \d+\.\d+\.\d+(\+[a-z0-9.]+)?\n", capsys.readouterr().out)
