"""Whether this may be given out: `ready` looks at the sources before the build, `check` at what was built.

`check --key NAME` also signs the checksums with that key of gpg.
"""

import argparse
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from assets.installer.bundle import PROGRAMS
from assets.installer.changelog import FRAGMENTS, ChangelogError, read_fragments, read_releases
from assets.installer.stamp import ROOT
from kiosk.core.version import is_release
from kiosk.ops.source_version import has_changes, is_checkout, version_of_sources

SUMS: Final = "SHA256SUMS"


def unready(root: Path) -> Iterator[str]:
    """Say what keeps the sources from being given out."""
    if not is_checkout(root):
        yield "Releases are made in a checkout: without git nobody can tell from which commit."
        return
    if has_changes(root):
        yield "Commit or remove what git status names: a release is made of commits only."
    version = version_of_sources(root)
    try:
        newest = read_releases((root / "CHANGELOG.md").read_text("utf-8"))[0].version
        pending = read_fragments(root / FRAGMENTS)
    except ChangelogError as error:
        yield str(error)
        return
    if is_release(version) and (version != newest or pending):
        yield f"CHANGELOG.md is not that of the tag: make changelog RELEASE={version}, commit, and tag that."


def unfit(dist: Path, version: str) -> Iterator[str]:
    """Say what is wrong with what was built; each check says on the terminal that it was made."""
    for program in PROGRAMS:
        folder = dist / program.name
        told = _output(str(folder / program.name), "--version").strip()
        if told != f"{program.name} {version}":
            yield f"{program.name} --version says {told!r}, not {version}"
        bill = json.loads((folder / "sbom.cdx.json").read_text("utf-8"))
        if bill["metadata"]["component"]["version"] != version:
            yield f"{program.name}: its bill of materials is of another version"
        yield from _wrong_sums(folder)
    packages = sorted(dist.glob("*.deb"))
    named = [_output("dpkg-deb", "--field", str(package), "Package", "Version") for package in packages]
    if named != [f"Package: {name}\nVersion: {version}\n" for name in ("kiosk-desk", "kiosk")]:
        yield f"The packages are not kiosk and kiosk-desk of {version}: {named or 'there are none'}"
    yield from _wrong_sums(dist)
    print(f"Checked: programs, bills of materials, checksums and packages are of {version}.")
    yield from _faults_of_lintian(packages)
    if _run(str(dist / "kiosk" / "kiosk"), "self-test").returncode != 0:
        yield "kiosk self-test finds faults: run it to see them"
    print("Checked: kiosk self-test went through every screen.")


def _wrong_sums(folder: Path) -> Iterator[str]:
    if _run("sha256sum", "--check", "--quiet", "--strict", SUMS, folder=folder).returncode != 0:
        yield f"{folder / SUMS} does not fit its files"


def _faults_of_lintian(packages: list[Path]) -> Iterator[str]:
    if shutil.which("lintian") is None:
        print("NOT CHECKED by lintian: it is not installed.")
        return
    done = _run("lintian", "--fail-on", "error,warning", "--allow-root", *map(str, packages))
    if done.returncode != 0:
        yield done.stdout
    print("Checked: lintian knows no error and no warning.")


def sign(sums: Path, key: str) -> Path:
    """Return the signature that was made beside the checksums; raises SystemExit with what gpg says."""
    signature = sums.with_name(f"{sums.name}.asc")
    options = ("--batch", "--yes", "--armor", "--local-user", key, "--output", str(signature))
    done = _run("gpg", *options, "--detach-sign", str(sums))
    if done.returncode != 0:
        raise SystemExit(f"NOT SIGNED, gpg refused:\n{done.stderr}")
    return signature


def _output(*command: str) -> str:
    return _run(*command).stdout


def _run(*command: str, folder: Path | None = None) -> "subprocess.CompletedProcess[str]":
    surroundings = os.environ | {"LC_ALL": "C.UTF-8"}
    return subprocess.run(  # noqa: S603  # what was built, and the system's own tools
        command, cwd=folder, env=surroundings, capture_output=True, text=True, check=False
    )


def main(argv: list[str] | None = None) -> int:
    """Run `ready` or `check`; returns 1 when something is wrong, a line each."""
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(required=True, dest="command")
    commands.add_parser("ready")
    check = commands.add_parser("check")
    check.add_argument("--key", default="")
    arguments = parser.parse_args(argv)
    dist = ROOT / "dist"
    version = version_of_sources(ROOT)
    found = list(unready(ROOT) if arguments.command == "ready" else unfit(dist, version))
    print(*found, sep="\n", end="\n" if found else "")
    if found or arguments.command == "ready":
        return 1 if found else 0
    print(*closing_words(dist, version, arguments.key), sep="\n")
    return 0


def closing_words(dist: Path, version: str, key: str) -> Iterator[str]:
    """Say what lies there now, and what it is not."""
    if key:
        yield f"Signed by {key}: {sign(dist / SUMS, key)}"
    else:
        yield f"NOT SIGNED: {dist / SUMS} shows a damaged file, not a forged one."
        yield "To sign it: make release SIGNING_KEY=<a key of gpg>"
    if is_release(version):
        yield f"Release {version} is in {dist}:"
    else:
        yield f"NO RELEASE: no tag such as v0.2.0 is on this commit. In {dist} is {version}:"
    yield from (f"  {path.name}" for path in sorted(dist.glob("*.deb")))


if __name__ == "__main__":
    raise SystemExit(main())
