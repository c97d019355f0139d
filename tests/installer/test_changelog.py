"""Fragments become CHANGELOG.md and debian/changelog, and a fault in one is named."""

import datetime
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from assets.installer.changelog import (
    AUDIENCES,
    ChangelogError,
    Release,
    debian,
    main,
    make_release,
    read_fragments,
    read_releases,
    with_release,
)

ROOT = Path(__file__).resolve().parents[2]
MOMENT = datetime.datetime(2026, 12, 2, 8, 5, 9, tzinfo=datetime.UTC)
TODAY = datetime.date(2026, 12, 1)
CHANGELOG = """\
# Changelog

About it.

## 0.1.0 (2026-11-24)

### For patients

- Cards, and
  pictures.
- Large text.
"""
LATER = "0.1.0+20261202080509.g0123456"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    fragments = tmp_path / ".changes"
    fragments.mkdir()
    (fragments / "README.md").write_text("# How to write one\n", "utf-8")
    (fragments / "versions.it.md").write_text("One version\neverywhere.\n", "utf-8")
    (fragments / "no-scrolling.patients.md").write_text(
        "Nothing scrolls, which a hand that trembles could not do, and no line of any text is cut off.\n",
        "utf-8",
    )
    (tmp_path / "CHANGELOG.md").write_text(CHANGELOG, "utf-8")
    return fragments


def test_what_stands_in_this_repository_can_be_read() -> None:
    assert read_fragments(ROOT / ".changes").keys() <= set(AUDIENCES.values())
    releases = read_releases((ROOT / "CHANGELOG.md").read_text("utf-8"))
    assert releases[-1].version == "0.1.0"
    assert all(release.notes for release in releases)


def test_a_release_takes_the_fragments_into_the_changelog(folder: Path) -> None:
    before = read_fragments(folder)
    make_release(folder.parent, "0.2.0", TODAY)
    text = (folder.parent / "CHANGELOG.md").read_text("utf-8")
    assert "\n\n## 0.2.0 (2026-12-01)\n\n### For patients\n\n- Nothing scrolls" in text
    assert text.endswith(CHANGELOG.split("\n\n", 2)[2])
    assert [(each.version, each.date) for each in read_releases(text)] == [
        ("0.2.0", TODAY),
        ("0.1.0", datetime.date(2026, 11, 24)),
    ]
    assert read_releases(text)[0].notes == before
    assert [path.name for path in folder.iterdir()] == ["README.md"]


def test_between_releases_the_packages_say_what_came_since(folder: Path) -> None:
    text = debian(LATER, MOMENT, read_fragments(folder), read_releases(CHANGELOG))
    newest, _, older = text.partition("\nkiosk (0.1.0)")
    assert newest.splitlines() == [
        f"kiosk ({LATER}) unstable; urgency=medium",
        "",
        "  [ For patients ]",
        "  * Nothing scrolls, which a hand that trembles could not do, and no line of",
        "    any text is cut off.",
        "",
        "  [ For IT ]",
        "  * One version everywhere.",
        "",
        " -- Kiosk maintainers <maintainers@kiosk.invalid>  Wed, 02 Dec 2026 08:05:09 +0000",
    ]
    assert "  * Cards, and pictures.\n  * Large text.\n" in older
    assert older.endswith("  Tue, 24 Nov 2026 00:00:00 +0000\n")


def test_a_release_has_one_entry_of_its_own_and_one_for_each_before_it(folder: Path) -> None:
    text = with_release(CHANGELOG, Release("0.2.0", TODAY, read_fragments(folder)))
    made = debian("0.2.0", MOMENT, {}, read_releases(text))
    assert re.findall(r"^kiosk \(([^)]+)\)", made, re.MULTILINE) == ["0.2.0", "0.1.0"]
    assert made.count("One version everywhere.") == 1


def test_nothing_to_tell_is_told_too() -> None:
    assert "  * Nothing that its users would notice has changed since 0.1.0.\n" in debian(
        LATER, MOMENT, {}, read_releases(CHANGELOG)
    )


def test_dpkg_reads_every_entry(folder: Path, tmp_path: Path) -> None:
    if shutil.which("dpkg-parsechangelog") is None:
        pytest.skip("dpkg-dev is not installed")
    file = tmp_path / "changelog"
    file.write_text(debian(LATER, MOMENT, read_fragments(folder), read_releases(CHANGELOG)), "utf-8")
    command = ["dpkg-parsechangelog", "--file", str(file), "--all", "--show-field"]
    read = {
        field: subprocess.run([*command, field], check=True, capture_output=True, text=True)
        for field in ("Version", "Timestamp", "Changes")
    }
    assert [each.stderr for each in read.values()] == ["", "", ""]
    assert read["Version"].stdout.split() == [LATER]
    assert read["Timestamp"].stdout.split() == [str(int(MOMENT.timestamp()))]
    assert read["Changes"].stdout.count("kiosk (") == 2


@pytest.mark.parametrize(
    ("name", "text", "complaint"),
    [
        (
            "x.nurses.md",
            "It is so.",
            "x.nurses.md: name it any-words.WHOM.md, with one of patients, front-desk,",
        ),
        ("x.it.txt", "It is so.", "x.it.txt: name it"),
        ("x.it.md", "One.\n\nTwo.", "x.it.md: one paragraph"),
        ("x.it.md", "No full stop", "that ends in a full stop"),
        ("x.it.md", f"{'long ' * 90}.", "at most 400 characters"),
        ("x.it.md", "", "x.it.md: one paragraph"),
    ],
)
def test_a_fault_in_a_fragment_is_named(folder: Path, name: str, text: str, complaint: str) -> None:
    (folder / name).write_text(text, "utf-8")
    with pytest.raises(ChangelogError, match=re.escape(complaint)):
        read_fragments(folder)


@pytest.mark.parametrize(
    ("wrong", "complaint"),
    [
        (CHANGELOG.replace("For patients", "For nurses"), "0.1.0: 'For nurses' is no heading with a list"),
        (CHANGELOG.replace("- Cards", "Cards"), "is no heading with a list"),
        (CHANGELOG.replace("### For patients\n", ""), "0.1.0: every line stands below a heading"),
        (CHANGELOG + CHANGELOG, "name each release once, the newest first"),
        (CHANGELOG + CHANGELOG.replace("0.1.0", "0.2.0"), "the newest first"),
        ("# Changelog\n", "name each release once"),
    ],
)
def test_a_fault_in_the_changelog_is_named(wrong: str, complaint: str) -> None:
    with pytest.raises(ChangelogError, match=re.escape(complaint)):
        read_releases(wrong)


@pytest.mark.parametrize(
    ("version", "complaint"),
    [
        ("0.1.0", "0.1.0 is no later version than 0.1.0"),
        ("0.0.9", "no later version"),
        ("0.2", "0.2 is no version of a release, such as 0.2.0"),
        ("v0.2.0", "v0.2.0 is no version"),
    ],
)
def test_a_release_goes_upwards(folder: Path, version: str, complaint: str) -> None:
    with pytest.raises(ChangelogError, match=re.escape(complaint)):
        make_release(folder.parent, version, TODAY)
    assert (folder.parent / "CHANGELOG.md").read_text("utf-8") == CHANGELOG


def test_a_release_of_nothing_is_refused() -> None:
    with pytest.raises(ChangelogError, match="no fragment"):
        with_release(CHANGELOG, Release("0.2.0", TODAY, {}))


def test_a_tag_that_the_changelog_does_not_know_builds_no_package() -> None:
    with pytest.raises(ChangelogError, match=r"ends with 0\.1\.0, and 0\.2\.0 is built"):
        debian("0.2.0", MOMENT, {}, read_releases(CHANGELOG))


def test_the_command_ends_with_a_sentence() -> None:
    with pytest.raises(SystemExit, match=r"and 99\.0\.0 is built"):
        main(["debian", "99.0.0"])
