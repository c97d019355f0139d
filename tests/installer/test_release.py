"""What keeps a release from being given out, and that it is said plainly when it was not signed."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from assets.installer.release import closing_words, sign, unfit, unready
from tests.ops.test_version import Checkout

RELEASED = "## 0.2.0 (2026-12-01)\n\n## 0.1.0 (2026-11-24)\n"


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    made = Checkout(tmp_path / "checkout")
    (made.root / ".changes").mkdir()
    (made.root / ".changes" / "README.md").write_text("# How to write one\n", "utf-8")
    (made.root / "CHANGELOG.md").write_text(RELEASED, "utf-8")
    made.commit()
    made.git("tag", "v0.2.0")
    return made


def add_fragment(checkout: Checkout, text: str = "It is new.") -> None:
    (checkout.root / ".changes" / "new.it.md").write_text(text, "utf-8")
    checkout.commit()


def test_a_tagged_commit_that_the_changelog_names_is_ready(checkout: Checkout) -> None:
    assert list(unready(checkout.root)) == []


def test_a_commit_between_releases_may_be_built_too(checkout: Checkout) -> None:
    add_fragment(checkout)
    assert list(unready(checkout.root)) == []


def test_what_is_in_no_commit_is_not_given_out(checkout: Checkout) -> None:
    (checkout.root / "new.txt").write_text("x", "utf-8")
    assert [each[:35] for each in unready(checkout.root)] == ["Commit or remove what git status na"]


def test_sources_without_git_are_not_given_out(checkout: Checkout) -> None:
    shutil.rmtree(checkout.root / ".git")
    assert [each[:32] for each in unready(checkout.root)] == ["Releases are made in a checkout:"]


def test_a_tag_that_fits_no_changelog_is_named(checkout: Checkout) -> None:
    add_fragment(checkout)
    checkout.git("tag", "v0.3.0")
    assert [each.split(":")[0] for each in unready(checkout.root)] == ["CHANGELOG.md is not that of the tag"]


def test_a_fragment_that_was_forgotten_is_named(checkout: Checkout) -> None:
    add_fragment(checkout)
    checkout.git("tag", "--force", "v0.2.0")
    assert [each.split(":")[0] for each in unready(checkout.root)] == ["CHANGELOG.md is not that of the tag"]


def test_a_fault_in_a_fragment_is_named(checkout: Checkout) -> None:
    add_fragment(checkout, "no full stop")
    assert [each.split(":")[0] for each in unready(checkout.root)] == ["new.it.md"]


class Dist:
    """What make installer leaves, with a script in the place of each program."""

    def __init__(self, root: Path, version: str) -> None:
        self.root = root
        for program in ("kiosk", "kiosk-desk"):
            folder = root / program
            folder.mkdir(parents=True)
            self.program(program, f"echo {program} {version}")
            bill = {"metadata": {"component": {"version": version}}}
            (folder / "sbom.cdx.json").write_text(json.dumps(bill), "utf-8")
            self.package(program, version)
            self.sum(folder, program, "sbom.cdx.json")
        self.sum(root, *(path.name for path in root.glob("*.deb")))

    def program(self, name: str, script: str) -> None:
        path = self.root / name / name
        path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        path.chmod(0o755)

    def package(self, name: str, version: str) -> None:
        control = self.root.parent / "packaging" / name / "DEBIAN" / "control"
        control.parent.mkdir(parents=True, exist_ok=True)
        fields = {
            "Package": name,
            "Version": version,
            "Architecture": "amd64",
            "Maintainer": "A <a@b.invalid>",
        }
        text = "".join(f"{field}: {value}\n" for field, value in fields.items())
        control.write_text(f"{text}Description: a placeholder\n", "utf-8")
        deb = self.root / f"{name}_{version}_amd64.deb"
        command = ["dpkg-deb", "--root-owner-group", "--build", str(control.parents[1]), str(deb)]
        subprocess.run(command, check=True, capture_output=True)

    def sum(self, folder: Path, *names: str) -> None:
        sums = subprocess.run(["sha256sum", *names], cwd=folder, check=True, capture_output=True)
        (folder / "SHA256SUMS").write_bytes(sums.stdout)

    def faults(self, version: str) -> list[str]:
        return list(unfit(self.root, version))


@pytest.fixture
def dist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Dist:
    if shutil.which("dpkg-deb") is None:
        pytest.skip("dpkg-deb is not installed")
    monkeypatch.setattr(shutil, "which", lambda _: None)  # lintian looks at the real packages
    return Dist(tmp_path / "dist", "0.2.0")


def test_what_was_built_well_has_no_fault_and_says_what_was_not_checked(
    dist: Dist, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dist.faults("0.2.0") == []
    assert capsys.readouterr().out.splitlines() == [
        "Checked: programs, bills of materials, checksums and packages are of 0.2.0.",
        "NOT CHECKED by lintian: it is not installed.",
        "Checked: kiosk self-test went through every screen.",
    ]


def test_another_version_anywhere_is_a_fault(dist: Dist) -> None:
    found = dist.faults("0.3.0")
    assert [each.split(":")[0].split(" says")[0] for each in found] == [
        "kiosk --version",
        "kiosk",
        "kiosk-desk --version",
        "kiosk-desk",
        "The packages are not kiosk and kiosk-desk of 0.3.0",
    ]


def test_a_program_that_finds_faults_in_itself_is_a_fault(dist: Dist) -> None:
    dist.program("kiosk", 'echo kiosk 0.2.0; [ "$1" = --version ]')
    dist.sum(dist.root / "kiosk", "kiosk", "sbom.cdx.json")
    assert dist.faults("0.2.0") == ["kiosk self-test finds faults: run it to see them"]


def test_a_file_that_changed_after_its_sum_is_a_fault(dist: Dist) -> None:
    bill = dist.root / "kiosk-desk" / "sbom.cdx.json"
    bill.write_text(f"{bill.read_text('utf-8')} ", "utf-8")
    (dist.root / "kiosk_0.2.0_amd64.deb").write_bytes(b"torn")
    found = dist.faults("0.2.0")
    assert found[0] == f"{dist.root / 'kiosk-desk' / 'SHA256SUMS'} does not fit its files"
    assert found[-1] == f"{dist.root / 'SHA256SUMS'} does not fit its files"


def test_missing_packages_are_a_fault(dist: Dist) -> None:
    for package in dist.root.glob("*.deb"):
        package.unlink()
    assert "The packages are not kiosk and kiosk-desk of 0.2.0: there are none" in dist.faults("0.2.0")


def test_it_is_said_plainly_when_nothing_was_signed_and_when_this_is_no_release(tmp_path: Path) -> None:
    (tmp_path / "kiosk_0.2.0_amd64.deb").touch()
    assert list(closing_words(tmp_path, "0.2.0", "")) == [
        f"NOT SIGNED: {tmp_path / 'SHA256SUMS'} shows a damaged file, not a forged one.",
        "To sign it: make release SIGNING_KEY=<a key of gpg>",
        f"Release 0.2.0 is in {tmp_path}:",
        "  kiosk_0.2.0_amd64.deb",
    ]
    between = list(closing_words(tmp_path, "0.2.0+20261128080509.g0123456", ""))
    assert between[2].startswith("NO RELEASE: no tag such as v0.2.0 is on this commit.")


@pytest.fixture
def key(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A key of gpg for this test, in a folder of its own."""
    if shutil.which("gpg") is None:
        pytest.skip("gpg is not installed")
    home = tmp_path_factory.mktemp("g")  # gpg's sockets take only short names
    home.chmod(0o700)
    monkeypatch.setenv("GNUPGHOME", str(home))
    made = ("--batch", "--passphrase", "", "--quick-generate-key", "release@example.org", "ed25519", "sign")
    subprocess.run(["gpg", *made], check=True, capture_output=True)
    yield "release@example.org"
    subprocess.run(["gpgconf", "--kill", "all"], check=True)


def test_checksums_are_signed_with_a_key_that_is_there(tmp_path: Path, key: str) -> None:
    sums = tmp_path / "SHA256SUMS"
    sums.write_text("0  kiosk.deb\n", "utf-8")
    assert next(iter(closing_words(tmp_path, "0.2.0", key))) == f"Signed by {key}: {sums}.asc"
    verify = ["gpg", "--verify", f"{sums}.asc", str(sums)]
    assert subprocess.run(verify, check=False, capture_output=True).returncode == 0
    sums.write_text("1  kiosk.deb\n", "utf-8")
    assert subprocess.run(verify, check=False, capture_output=True).returncode == 1
    with pytest.raises(SystemExit, match="NOT SIGNED, gpg refused"):
        sign(sums, "nobody@example.org")
