"""A clean Debian in a folder: commands in it, its boot, what it needs to download before the network goes."""

import dataclasses
import re
import subprocess
from pathlib import Path
from typing import Final

import pytest

SUITE: Final = "bookworm"
UBUNTU: Final = "resolute"
_OF_UBUNTU: Final = Path("/usr/share/debootstrap/scripts/gutsy")
PATIENCE_SECONDS: Final = 600
INSTALL: Final = "DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends"


@dataclasses.dataclass(frozen=True)
class Machine:
    """One system; nothing of it can reach the network unless told so."""

    root: Path

    def runs(self, command: str, *, network: bool = False, check: bool = True) -> str:
        """Run a shell command in it as root; returns what it printed, both streams in one."""
        reach = ["--resolv-conf=copy-host"] if network else ["--private-network", "--resolv-conf=off"]
        done = self._enter([*reach, "bash", "-euc", command])
        if check:
            assert done.returncode == 0, f"{command}\n{done.stdout}"
        return done.stdout

    def boots(self) -> str:
        """Boot it, until it powers itself off; returns what its console said."""
        return self._enter(["--private-network", "--resolv-conf=off", "--boot"]).stdout

    def _enter(self, arguments: list[str]) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [
                "systemd-nspawn",
                "--register=no",
                "--keep-unit",
                "--quiet",
                "--directory",
                str(self.root),
                *arguments,
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
            timeout=PATIENCE_SECONDS,
        )

    def downloads(self, package: str) -> None:
        """Fetch what a package in /packages depends on, so that it can be installed without a network."""
        self.runs(f"apt-get update -qq && {INSTALL} --download-only /packages/{package}", network=True)

    def installs(self, package: str) -> None:
        """Install a package of /packages as an administrator does; what it depends on was downloaded."""
        self.runs(f"{INSTALL} /packages/{package}")

    def file(self, name: str) -> Path:
        """Return one of its files, seen from outside."""
        return self.root / name.lstrip("/")


def made_from_nothing(root: Path, suite: str = SUITE) -> Path:
    """Bootstrap a base system from where this machine has its packages; skips where that is not reached.

    Ubuntu's newest suite is not in debootstrap's list, and its signatures are in no package of Debian: such a
    system lives for a test and is given nothing to keep.
    """
    source = (
        ["--no-check-gpg", suite, str(root), *_ubuntu()] if suite == UBUNTU else [suite, str(root), *mirror()]
    )
    done = subprocess.run(
        ["debootstrap", "--variant=minbase", *source],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        pytest.skip(f"no clean system could be made: {done.stdout.strip().splitlines()[-1]}")
    return root


def copied(system: Path, root: Path) -> Machine:
    """Return a machine of its own that begins as a system does."""
    subprocess.run(["cp", "-a", "--reflink=auto", str(system), str(root)], check=True)
    return Machine(root)


def mirror() -> list[str]:
    """Return the address this machine has its packages from, none where it has none."""
    found = subprocess.run(
        ["apt-get", "indextargets", "--format", "$(REPO_URI)", "Origin: Debian", f"Codename: {SUITE}"],
        capture_output=True,
        text=True,
        check=False,
    )
    return found.stdout.split()[:1]


def _ubuntu() -> list[str]:
    """Return the address that debootstrap itself has for Ubuntu, and what it does with any newer suite."""
    found = re.search(r"default_mirror (http://archive\.\S+)", _OF_UBUNTU.read_text("utf-8"))
    assert found is not None
    return [found[1], str(_OF_UBUNTU)]
