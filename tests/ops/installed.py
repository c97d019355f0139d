"""A kiosk as the packages and the handbook leave it, in a folder, and the user that its service runs as."""

import codecs
import contextlib
import dataclasses
import datetime
import functools
import grp
import hashlib
import os
import pwd
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kiosk.ops.doctor.examination import examine_kiosk, examine_machine, read_settings
from kiosk.ops.doctor.findings import Finding, System
from kiosk.ops.doctor.program_files import SUMS
from kiosk.ops.doctor.systemd import Units
from kiosk.store.staff_pin import set_pin
from tests.clinic import Clinic

codecs.lookup("ascii")  # the user that is looked as may not read Python's folder, once this is needed
NOW: Final = datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC)
NOBODY: Final = pwd.getpwnam("nobody").pw_uid
NO_GROUP: Final = grp.getgrgid(pwd.getpwnam("nobody").pw_gid).gr_gid
"""The user and group that stand in for the service's where the tests run as root."""
PARTS: Final = (
    "words/es.qm",
    "assets/pictures/genetic-healthy.svg",
    "content/en/cards/4-injury.toml",
    "fonts/AtkinsonHyperlegible-Regular.ttf",
    "PySide6/Qt/plugins/imageformats/libqsvg.so",
    "PySide6/Qt/plugins/platforms/libqwayland.so",
)
FILES: Final = {
    "usr/bin/cage": "",
    "dev/dri/card0": "",
    "etc/systemd/logind.conf": "[Login]\n#NAutoVTs=6\n",
    "etc/systemd/logind.conf.d/kiosk.conf": "[Login]\nNAutoVTs=0\nReserveVT=0\n",
    "proc/swaps": "Filename Type Size\n",
    "proc/sys/kernel/sysrq": "0\n",
    "proc/net/route": "Iface Destination Gateway\neth0 00000000 0100A8C0\n",
    "run/systemd/timesync/synchronized": "",
}
RUNS: Final = {
    "LoadState": "loaded",
    "ActiveState": "active",
    "SubState": "running",
    "UnitFileState": "enabled",
    "Result": "success",
    "NRestarts": "0",
    "User": "kiosk",
    "ActiveEnterTimestampMonotonic": "0",
    "ProtectSystem": "strict",
}


class Installed:
    """Its root, its settings file, its program, and what systemd says of it."""

    def __init__(self, content: Path) -> None:
        """Lay everything down; content: signed texts."""
        self.root = Path(os.path.realpath(tempfile.mkdtemp(dir="/var/tmp")))  # others must get in
        self.root.chmod(0o755)
        self._content = content
        for name, text in FILES.items():
            self.write(name, text)
        self.program = self.root / "usr" / "lib" / "kiosk"
        for name in PARTS:
            self.write(f"usr/lib/kiosk/{name}", name)
        sums = (f"{hashlib.sha256(name.encode()).hexdigest()}  {name}\n" for name in PARTS)
        self.write(f"usr/lib/kiosk/{SUMS}", "".join(sums))
        self.etc = self.root / "etc" / "kiosk"
        (self.etc / "conf.d").mkdir(parents=True)
        self.config = Clinic(self.etc).config
        self.spool = self.root / "var" / "lib" / "kiosk" / "spool"
        self.spool.mkdir(parents=True, mode=0o700)
        self.edit('spool = "spool"', f'spool = "{self.spool}"')
        (self.etc / "staff-pin").write_bytes(_hash_of_a_pin())
        self.own(self.spool)
        self.kiosk = dict(RUNS, ReadWritePaths=f"-/media {self.spool.parent}")
        self.seat = {"ActiveState": "active"}
        self.reason = ""

    def write(self, name: str, text: str) -> Path:
        """Write a file of its system."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    def edit(self, old: str, new: str) -> None:
        """Change the settings."""
        text = self.config.read_text("utf-8")
        assert old in text
        self.config.write_text(text.replace(old, new), "utf-8")

    def own(self, path: Path) -> None:
        """Give a file to the kiosk's user."""
        if os.geteuid() == 0:
            os.chown(path, NOBODY, NO_GROUP)

    def close(self, path: Path) -> None:
        """Let nobody but the administrator read it, or nobody where the tests are no administrator."""
        path.chmod(0o600 if os.geteuid() == 0 else 0)

    def examined(self, now: datetime.datetime = NOW) -> list[Finding]:
        """Look at it as the kiosk's user."""
        system = System(self.root, self.program, Units(self.reason, self.kiosk, self.seat))
        with as_the_kiosks_user():
            settings, found = read_settings(self.config)
            machine = examine_machine(system, now)
            if settings is None:
                return [*machine, *found]
            settings = dataclasses.replace(settings, is_installed=True, content=self._content)
            return [*machine, *examine_kiosk(settings, system, now)]

    def remove(self) -> None:
        """Take it away."""
        shutil.rmtree(self.root)


@functools.cache
def _hash_of_a_pin() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        set_pin(Path(folder) / "staff-pin", "246813")
        return (Path(folder) / "staff-pin").read_bytes()


@contextlib.contextmanager
def as_the_kiosks_user() -> Iterator[None]:
    """Be another user than the administrator in this block, where the tests run as one."""
    if os.geteuid() != 0:
        yield
        return
    groups = os.getgroups()
    os.setgroups([])
    os.setresgid(NO_GROUP, NO_GROUP, 0)
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)
        os.setresgid(0, 0, 0)
        os.setgroups(groups)
