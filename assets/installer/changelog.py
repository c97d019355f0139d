"""What changed, for its users: from `.changes/` to CHANGELOG.md, and from both to debian/changelog.

`release 0.2.0` moves the fragments into CHANGELOG.md as a new release; `debian VERSION` prints the other.
"""

import dataclasses
import datetime
import email.utils
import re
import sys
import textwrap
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from assets.installer.stamp import ROOT
from kiosk.core.version import HEADING, is_release
from kiosk.ops.source_version import source_date

AUDIENCES: Final = {
    "patients": "For patients",
    "front-desk": "For the front desk",
    "clinic": "For the clinic",
    "it": "For IT",
}
"""Whom a fragment is for, as its name says (`any-words.patients.md`), and the heading it stands under."""
FRAGMENTS: Final = ".changes"
_ABOUT: Final = "README.md"
_LONGEST: Final = 400
_WIDTH: Final = 110
_DEBIAN_WIDTH: Final = 78

Notes = Mapping[str, tuple[str, ...]]
"""By heading, in the order of AUDIENCES: paragraphs, each one line."""


class ChangelogError(Exception):
    """A sentence that says what is wrong with a fragment or with CHANGELOG.md."""


@dataclasses.dataclass(frozen=True, slots=True)
class Release:
    """One release in CHANGELOG.md."""

    version: str
    date: datetime.date
    notes: Notes


def read_fragments(folder: Path) -> Notes:
    """Read what has changed since the newest release."""
    found: dict[str, list[str]] = {heading: [] for heading in AUDIENCES.values()}
    for path in sorted(folder.iterdir()):
        if path.name == _ABOUT:
            continue
        audience = path.name.removesuffix(".md").rpartition(".")[2]
        if audience not in AUDIENCES or path.suffix != ".md":
            raise ChangelogError(
                f"{path.name}: name it any-words.WHOM.md, with one of {', '.join(AUDIENCES)}"
            )
        text = path.read_text("utf-8")
        paragraph = " ".join(text.split())
        if "\n\n" in text.strip() or not paragraph.endswith(".") or len(paragraph) > _LONGEST:
            raise ChangelogError(
                f"{path.name}: one paragraph, of at most {_LONGEST} characters, that ends in a full stop"
            )
        found[AUDIENCES[audience]].append(paragraph)
    return {heading: tuple(paragraphs) for heading, paragraphs in found.items() if paragraphs}


def read_releases(changelog: str) -> list[Release]:
    """Read CHANGELOG.md, newest first."""
    parts = HEADING.split(changelog)[1:]
    releases = [
        Release(version, datetime.date.fromisoformat(date), _read_notes(version, notes))
        for version, date, notes in zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    ]
    order = [_numbers(release.version) for release in releases]
    if not releases or order != sorted(set(order), reverse=True):
        raise ChangelogError("CHANGELOG.md: name each release once, the newest first")
    return releases


def _read_notes(version: str, text: str) -> Notes:
    notes: dict[str, tuple[str, ...]] = {}
    before, *sections = re.split(r"^### ", text, flags=re.MULTILINE)
    if before.strip():
        raise ChangelogError(f"CHANGELOG.md, {version}: every line stands below a heading such as ### For IT")
    for section in sections:
        heading, _, items = section.partition("\n")
        paragraphs = re.split(r"^- ", items, flags=re.MULTILINE)
        if heading not in AUDIENCES.values() or paragraphs.pop(0).strip():
            raise ChangelogError(f"CHANGELOG.md, {version}: {heading!r} is no heading with a list below it")
        notes[heading] = tuple(" ".join(paragraph.split()) for paragraph in paragraphs)
    return notes


def with_release(changelog: str, release: Release) -> str:
    """Return CHANGELOG.md with one more release in it."""
    newest = read_releases(changelog)[0]
    if _numbers(release.version) <= _numbers(newest.version):
        raise ChangelogError(f"{release.version} is no later version than {newest.version}")
    if not release.notes:
        raise ChangelogError(f"There is nothing to release: no fragment in {FRAGMENTS}/")
    lines = [f"## {release.version} ({release.date})", ""]
    for heading, paragraphs in release.notes.items():
        lines += [f"### {heading}", "", *(_item("- ", each, _WIDTH) for each in paragraphs), ""]
    head, _, older = changelog.partition("## ")
    return "\n".join([head + lines[0], *lines[1:], f"## {older}"])


def debian(version: str, moment: datetime.datetime, pending: Notes, releases: list[Release]) -> str:
    """Return debian/changelog: what is built, then every release before it.

    moment: when the sources of what is built were committed; pending: what changed since the newest release.
    """
    newest = releases[0]
    if is_release(version):
        if version != newest.version:
            raise ChangelogError(f"CHANGELOG.md ends with {newest.version}, and {version} is built")
        releases, pending = releases[1:], newest.notes
    elif not pending:
        pending = {"For all": (f"Nothing that its users would notice has changed since {newest.version}.",)}
    entries = [_entry(version, moment, pending)]
    for release in releases:
        midnight = datetime.datetime.combine(release.date, datetime.time(), datetime.UTC)
        entries.append(_entry(release.version, midnight, release.notes))
    return "\n".join(entries)


def _entry(version: str, moment: datetime.datetime, notes: Notes) -> str:
    lines = [f"kiosk ({version}) unstable; urgency=medium", ""]
    for heading, paragraphs in notes.items():
        lines += [f"  [ {heading} ]", *(_item("  * ", each, _DEBIAN_WIDTH) for each in paragraphs), ""]
    return "\n".join([*lines, f" -- {maintainer()}  {email.utils.format_datetime(moment)}", ""])


def _item(bullet: str, paragraph: str, width: int) -> str:
    wrapper = textwrap.TextWrapper(
        width,
        initial_indent=bullet,
        subsequent_indent=" " * len(bullet),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return wrapper.fill(paragraph)


def _numbers(version: str) -> tuple[int, ...]:
    if re.fullmatch(r"\d+\.\d+\.\d+", version) is None:
        raise ChangelogError(f"{version} is no version of a release, such as 0.2.0")
    return tuple(map(int, version.split(".")))


def maintainer() -> str:
    """Return who answers for the packages, as debian/control names them."""
    control = (ROOT / "assets" / "installer" / "debian" / "control").read_text("utf-8")
    return control.split("\nMaintainer: ", 1)[1].split("\n", 1)[0]


def make_release(root: Path, version: str, today: datetime.date) -> None:
    """Make a release of the fragments: they move into CHANGELOG.md."""
    file, folder = root / "CHANGELOG.md", root / FRAGMENTS
    text = with_release(file.read_text("utf-8"), Release(version, today, read_fragments(folder)))
    file.write_text(text, "utf-8")
    for path in folder.iterdir():
        if path.name != _ABOUT:
            path.unlink()


def main(arguments: list[str]) -> None:
    """Run `release VERSION` or `debian VERSION`; ends with 1 and a sentence when something is wrong."""
    command, version = arguments
    try:
        if command == "release":
            make_release(ROOT, version, datetime.datetime.now(datetime.UTC).date())
            print(f"CHANGELOG.md names {version}: read it, commit it, then: git tag --sign v{version}")
        else:
            releases = read_releases((ROOT / "CHANGELOG.md").read_text("utf-8"))
            print(debian(version, source_date(ROOT), read_fragments(ROOT / FRAGMENTS), releases), end="")
    except ChangelogError as error:
        raise SystemExit(str(error)) from None


if __name__ == "__main__":
    main(sys.argv[1:])
