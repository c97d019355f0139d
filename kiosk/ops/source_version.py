"""Which version the sources in a folder are: a checkout asks git, an archive holds what git wrote into it."""

import datetime
import subprocess
from pathlib import Path
from typing import Final

from kiosk.core.version import Commit, latest_release, read_commit, version_of

ARCHIVE: Final = ".git_archival.txt"
"""Questions to git, which it answers in every archive it makes (.gitattributes)."""


def version_of_sources(root: Path) -> str:
    """Return the version of the sources in a folder."""
    commit = last_commit(root)
    is_dirty = commit is not None and is_checkout(root) and has_changes(root)
    return version_of(commit, _latest_release(root)[0], is_dirty=is_dirty)


def last_commit(root: Path) -> Commit | None:
    """Return the commit that the sources are at; None where git is missing or refuses to tell."""
    archive = root / ARCHIVE
    text = archive.read_text("utf-8") if archive.is_file() else ""
    if is_checkout(root):
        text = _git(root, "log", "-1", f"--format={text.replace('$Format:', '').replace('$', '')}")
    return read_commit(text)


def has_changes(root: Path) -> bool:
    """Whether a checkout holds anything that is neither in a commit nor ignored."""
    return _git(root, "status", "--porcelain") != ""


def source_date(root: Path) -> datetime.datetime:
    """Return when the sources were committed, or else the day of their newest release, in UTC."""
    commit = last_commit(root)
    if commit is not None:
        return datetime.datetime.fromtimestamp(commit.seconds, datetime.UTC)
    return release_day(root)


def release_day(root: Path) -> datetime.datetime:
    """Return the day of the newest release of the sources, its first moment in UTC."""
    return _latest_release(root)[1]


def is_checkout(root: Path) -> bool:
    """Whether git knows the folder itself, and not only one around it."""
    return (root / ".git").exists()


def _latest_release(root: Path) -> tuple[str, datetime.datetime]:
    return latest_release((root / "CHANGELOG.md").read_text("utf-8"))


def _git(root: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603  # its own arguments
            ["git", "--no-optional-locks", "-C", str(root), *arguments],  # noqa: S607  # whichever git there is
            capture_output=True,
            text=True,
            check=False,
        )
    except FileNotFoundError:
        return ""
    return done.stdout
