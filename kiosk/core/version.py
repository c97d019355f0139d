"""How a version is spelt: one spelling that pip (PEP 440) and dpkg (Debian policy 5.6.12) sort alike.

* `0.2.0`: the release, the commit with the tag v0.2.0 and nothing else;
* `0.2.0+20261128183015.g1a2b3c4`: a commit after it, by its date and time (UTC) and its hash;
* `0.2.0+20261128183015.g1a2b3c4.dirty`: the same with changes that no commit holds;
* `0.2.0+0.unknown`: sources without their history; older than every version that has one.
"""

import dataclasses
import datetime
import re
from typing import Final

HEADING: Final = re.compile(r"^## (\d+\.\d+\.\d+) \((\d{4}-\d\d-\d\d)\)$", re.MULTILINE)
"""A release in CHANGELOG.md: its version and its day."""
_HASH_LENGTH: Final = 7
_COMMIT: Final = re.compile(
    r"^node: ([0-9a-f]{40,64})\nnode-date: (\d+)\ndescribe-name: ?(.*)$", re.MULTILINE
)
_DESCRIBED: Final = re.compile(r"v(\d+\.\d+\.\d+)(-\d+-g[0-9a-f]+)?")
_UNTRACEABLE: Final = (".dirty", ".unknown")


@dataclasses.dataclass(frozen=True, slots=True)
class Commit:
    """A commit; seconds: its date, since 1970; described: the nearest release, as git describe names it."""

    hash: str
    seconds: int
    described: str


def read_commit(text: str) -> Commit | None:
    """Read the fields of .git_archival.txt, filled in by git; None while they are not."""
    if found := _COMMIT.search(text):
        return Commit(found[1], int(found[2]), found[3])
    return None


def latest_release(changelog: str) -> tuple[str, datetime.datetime]:
    """Return the version of the newest release in CHANGELOG.md, and its day's first moment (UTC)."""
    found = HEADING.search(changelog)
    if found is None:
        raise ValueError("CHANGELOG.md names no release, such as: ## 0.2.0 (2026-11-28)")
    return found[1], datetime.datetime.fromisoformat(found[2]).replace(tzinfo=datetime.UTC)


def version_of(commit: Commit | None, release: str, *, is_dirty: bool) -> str:
    """Return the version of sources; release: the newest that their changelog names, where no tag does."""
    if commit is None:
        return f"{release}+0.unknown"
    if described := _DESCRIBED.fullmatch(commit.described):
        release = described[1]
        if described[2] is None and not is_dirty:
            return release
    moment = datetime.datetime.fromtimestamp(commit.seconds, datetime.UTC)
    suffix = ".dirty" if is_dirty else ""
    return f"{release}+{moment:%Y%m%d%H%M%S}.g{commit.hash[:_HASH_LENGTH]}{suffix}"


def is_release(version: str) -> bool:
    """Whether this is a release, and not what came after one."""
    return "+" not in version


def is_traceable(version: str) -> bool:
    """Whether the sources can be found again by this version."""
    return not version.endswith(_UNTRACEABLE)
