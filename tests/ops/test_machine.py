"""What this system tells of the machine under an installed kiosk."""

import datetime
import os
from pathlib import Path

import pytest

from kiosk.ops import machine as machines
from kiosk.ops.machine import is_in_memory, machine_of, was_set
from kiosk.ops.version import built
from kiosk.store.spool import Spool

NOW = datetime.datetime(2026, 11, 30, 9, tzinfo=datetime.UTC)
MOUNTS = """\
22 1 254:0 / / rw,relatime shared:1 - {root} /dev/vda rw
23 22 0:30 / /run rw,nosuid - tmpfs tmpfs rw
24 22 0:31 / /var/lib rw,nosuid shared:9 master:2 - {state} /dev/vdb rw
"""


@pytest.mark.parametrize(
    ("folder", "root", "state", "is_so"),
    [
        ("/var/lib/kiosk", "overlay", "ext4", False),
        ("/var/lib/kiosk", "ext4", "overlay", True),
        ("/var/lib", "ext4", "aufs", True),
        ("/srv/spool", "overlay", "ext4", True),
        ("/srv/spool", "ext4", "overlay", False),
        ("/run/spool", "ext4", "ext4", True),
    ],
)
def test_a_disk_that_keeps_changes_in_memory_alone_is_known_by_its_mount(
    tmp_path: Path, folder: str, root: str, state: str, *, is_so: bool
) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(MOUNTS.format(root=root, state=state), "utf-8")
    assert is_in_memory(Path(folder), mounts) is is_so


def test_where_the_system_cannot_say_nothing_is_suspected(tmp_path: Path) -> None:
    assert not is_in_memory(Path("/var/lib/kiosk"), tmp_path / "none")
    (tmp_path / "empty").touch()
    assert not is_in_memory(Path("/var/lib/kiosk"), tmp_path / "empty")


@pytest.mark.parametrize(("minutes", "is_so"), [(0, True), (59, True), (61, False), (-61, False)])
def test_a_time_service_vouches_for_an_hour(tmp_path: Path, minutes: int, *, is_so: bool) -> None:
    witness = tmp_path / "synchronized"
    assert not was_set(witness, NOW)
    witness.touch()
    at = (NOW - datetime.timedelta(minutes=minutes)).timestamp()
    os.utime(witness, (at, at))
    assert was_set(witness, NOW) is is_so


@pytest.mark.parametrize("forgets", [True, False])
def test_a_service_has_a_second_place_and_a_disk_that_must_keep_its_state(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, forgets: bool
) -> None:
    (tmp_path / "cache").mkdir()
    spool = Spool(tmp_path / "state" / "spool")
    spool.create_folders()
    monkeypatch.setenv("CACHE_DIRECTORY", str(tmp_path / "cache"))
    monkeypatch.setenv("STATE_DIRECTORY", str(tmp_path / "state"))
    monkeypatch.setattr(machines, "is_in_memory", lambda _folder: forgets)
    now = built() + datetime.timedelta(days=2)
    machine = machine_of(spool)
    assert (machine.note(now).ahead is not None) is forgets
    assert machine.is_clock_set(now)
    machine.confirm(now)
    assert (tmp_path / "cache" / "mark").read_bytes() == (spool.root / "mark").read_bytes()
    assert machine.running() > 0


def test_a_program_that_is_tried_out_suspects_no_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("CACHE_DIRECTORY", "STATE_DIRECTORY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(machines, "is_in_memory", lambda _folder: True)
    spool = Spool(tmp_path)
    spool.create_folders()
    assert machine_of(spool).note(NOW).ahead is None
