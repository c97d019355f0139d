"""One spelling of a version, which pip and dpkg read as one and sort alike."""

import datetime
import itertools
import shutil
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from packaging.version import Version

from kiosk.core.version import Commit, is_release, is_traceable, latest_release, read_commit, version_of

MOMENT = int(datetime.datetime(2026, 11, 28, 8, 5, 9, tzinfo=datetime.UTC).timestamp())
HASH = "0123456789abcdef0123456789abcdef01234567"


def of(described: str = "", *, release: str = "0.1.0", is_dirty: bool = False) -> str:
    return version_of(Commit(HASH, MOMENT, described), release, is_dirty=is_dirty)


def test_a_commit_with_the_tag_of_a_release_is_that_release() -> None:
    assert of("v0.2.0") == "0.2.0"


def test_any_other_commit_is_named_by_the_release_before_it_its_date_and_its_hash() -> None:
    assert of("v0.2.0-12-g0123456") == "0.2.0+20261128080509.g0123456"
    assert of("") == "0.1.0+20261128080509.g0123456"
    assert of("v0.2.0-rc1") == "0.1.0+20261128080509.g0123456"


def test_what_is_in_no_commit_shows_in_the_version() -> None:
    assert of("v0.2.0", is_dirty=True) == "0.2.0+20261128080509.g0123456.dirty"
    assert version_of(None, "0.1.0", is_dirty=False) == "0.1.0+0.unknown"


def test_a_version_says_whether_it_is_a_release_and_whether_its_sources_can_be_found() -> None:
    known = [of("v0.2.0"), of(), of(is_dirty=True), version_of(None, "0.1.0", is_dirty=False)]
    assert [is_release(each) for each in known] == [True, False, False, False]
    assert [is_traceable(each) for each in known] == [True, True, False, False]


def test_questions_that_git_has_not_answered_name_no_commit() -> None:
    assert read_commit(f"node: {HASH}\nnode-date: 5\ndescribe-name: v0.1.0\n") == Commit(HASH, 5, "v0.1.0")
    assert read_commit(f"node: {HASH}\nnode-date: 5\ndescribe-name:\n") == Commit(HASH, 5, "")
    assert read_commit("node: $Format:%H$\nnode-date: $Format:%ct$\ndescribe-name: \n") is None


def test_the_changelog_names_the_newest_release_first() -> None:
    text = "# Changelog\n\n## 0.2.0 (2026-12-01)\n\n## 0.1.0 (2026-11-24)\n"
    assert latest_release(text) == ("0.2.0", datetime.datetime(2026, 12, 1, tzinfo=datetime.UTC))
    with pytest.raises(ValueError, match="names no release"):
        latest_release("## Unreleased\n")


def is_lower_for_dpkg(one: str, other: str) -> bool:
    return subprocess.run(["dpkg", "--compare-versions", one, "lt", other], check=False).returncode == 0


UPWARDS = [
    "0.1.0",
    version_of(None, "0.1.0", is_dirty=False),
    version_of(Commit("f" * 40, MOMENT - 1, "v0.1.0-1-gfffffff"), "", is_dirty=False),
    version_of(Commit("0" * 40, MOMENT, "v0.1.0-2-g0000000"), "", is_dirty=False),
    version_of(Commit("0" * 40, MOMENT, "v0.1.0-2-g0000000"), "", is_dirty=True),
    version_of(Commit("1" * 40, MOMENT + 1, "v0.1.0-3-g1111111"), "", is_dirty=False),
    "0.1.1",
    "0.2.0",
    version_of(Commit("0" * 40, MOMENT + 2, "v0.2.0-1-g0000000"), "", is_dirty=False),
    "0.10.0",
    "1.0.0",
]


def test_every_later_version_is_higher_for_pip_and_for_dpkg() -> None:
    if shutil.which("dpkg") is None:
        pytest.skip("dpkg is not installed")
    for lower, higher in itertools.pairwise(UPWARDS):
        assert Version(lower) < Version(higher)
        assert is_lower_for_dpkg(lower, higher)


def test_every_version_is_spelt_as_pip_would_and_is_one_for_dpkg() -> None:
    if shutil.which("dpkg") is None:
        pytest.skip("dpkg is not installed")
    for version in UPWARDS:
        assert str(Version(version)) == version
        assert subprocess.run(["dpkg", "--validate-version", version], check=False).returncode == 0


seconds = st.integers(0, int(datetime.datetime(9999, 12, 31, tzinfo=datetime.UTC).timestamp()))
hashes = st.text("0123456789abcdef", min_size=40, max_size=40)
numbers = st.tuples(*[st.integers(0, 120)] * 3).map(lambda three: ".".join(map(str, three)))
commits = st.builds(Commit, hashes, seconds, numbers.map("v{}-3-gabc".format))


@given(commits, commits)
@settings(max_examples=60)
def test_pip_and_dpkg_never_disagree(one: Commit, other: Commit) -> None:
    if shutil.which("dpkg") is None:
        pytest.skip("dpkg is not installed")
    versions = [version_of(each, "", is_dirty=False) for each in (one, other)]
    if one.seconds != other.seconds:
        assert is_lower_for_dpkg(*versions) == (Version(versions[0]) < Version(versions[1]))
    assert [str(Version(version)) for version in versions] == versions
