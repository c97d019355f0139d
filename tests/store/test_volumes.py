"""Where requests may be copied to: what can be taken out, and nothing that is built in."""

import ctypes
import errno
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from kiosk.core.errors import StickError
from kiosk.store.volumes import Volume, linux_volumes, removable_volumes

ROOT = "23 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw"
PROC = "24 23 0:5 / /proc rw,nosuid - proc proc rw"
STICK = r"99 23 8:17 / /media/kiosk/MY\040STICK rw,nosuid - vfat /dev/sdb1 rw"
READ_ONLY = "98 23 8:33 / /media/kiosk/CD ro,nosuid - iso9660 /dev/sdc1 ro"
BOUND = "97 23 8:17 /some/folder /srv rw - vfat /dev/sdb1 rw"
CARD = "96 23 179:1 / /media/card rw - vfat /dev/mmcblk0p1 rw"


@pytest.fixture
def devices(tmp_path: Path) -> Path:
    """Return links as in /sys/dev/block: a disk built in, a USB disk, a card reader's card."""
    links = tmp_path / "dev" / "block"
    links.mkdir(parents=True)
    parts = {
        "8:1": ("pci0000:00/ata1/block/sda/sda1", "0"),
        "8:17": ("pci0000:00/usb2/2-1/block/sdb/sdb1", "0"),
        "8:33": ("pci0000:00/usb2/2-2/block/sdc/sdc1", "1"),
        "179:1": ("platform/mmc/block/mmcblk0/mmcblk0p1", "1"),
        "7:0": ("virtual/block/loop0", None),
    }
    for device, (path, removable) in parts.items():
        folder = tmp_path / "devices" / path
        folder.mkdir(parents=True)
        if removable is not None:
            (folder / "partition").write_text("1")
            (folder.parent / "removable").write_text(f"{removable}\n")
        (links / device).symlink_to(folder)
    return links


def test_a_usb_disk_and_a_card_can_be_taken_out(devices: Path) -> None:
    found = linux_volumes(f"{ROOT}\n{PROC}\n{STICK}\n{CARD}", devices)
    assert found == (
        Volume("MY STICK", Path("/media/kiosk/MY STICK")),
        Volume("card", Path("/media/card")),
    )


@pytest.mark.parametrize("mount", [ROOT, PROC, READ_ONLY, BOUND, "95 23 7:0 / /snap/core rw - squashfs x rw"])
def test_what_is_built_in_read_only_or_part_of_a_disk_is_no_place(devices: Path, mount: str) -> None:
    assert linux_volumes(mount, devices) == ()


def test_a_disk_without_partitions_is_a_stick_too(tmp_path: Path) -> None:
    disk = tmp_path / "devices" / "usb1" / "block" / "sdb"
    disk.mkdir(parents=True)
    (tmp_path / "8:16").symlink_to(disk)
    assert linux_volumes(STICK.replace("8:17", "8:16"), tmp_path) != ()


@pytest.mark.skipif(sys.platform != "linux", reason="reads what Linux tells")
def test_this_machine_is_asked_without_a_complaint() -> None:
    assert isinstance(removable_volumes(), tuple)


def test_windows_is_asked_for_each_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    kinds = {"B:\\": 2, "C:\\": 3, "D:\\": 5, "E:\\": 2}
    kernel32 = SimpleNamespace(
        GetLogicalDrives=lambda: sum(1 << "ABCDEFGHIJKLMNOPQRSTUVWXYZ".index(name[0]) for name in kinds),
        GetDriveTypeW=lambda name: kinds.get(name, 1),
    )
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel32), raising=False)
    assert removable_volumes() == (Volume("B:", Path("B:\\")), Volume("E:", Path("E:\\")))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows is asked in another way")
def test_a_system_that_does_not_say_is_not_one_without_sticks(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_args: object, **_named: object) -> str:
        raise FileNotFoundError(errno.ENOENT, "No such file or directory")

    monkeypatch.setattr(Path, "read_text", gone)
    with pytest.raises(StickError, match=r"The sticks cannot be listed \(No such file or directory\)"):
        removable_volumes()
