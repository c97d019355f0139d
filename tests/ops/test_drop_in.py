"""What systemd is told of the folders in the settings."""

import dataclasses
import shutil
import subprocess
from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.ops.drop_in import drop_in
from kiosk.store.settings.settings import Settings
from tests.clinic import Clinic

KEPT = Path("/var/lib/kiosk/spool")


def _lines(settings: Settings, spool: Path = KEPT, share: Path | None = None) -> list[str]:
    return drop_in(dataclasses.replace(settings, spool=spool, share=share)).splitlines()[1:]


def test_a_share_is_mounted_first_and_may_be_written_and_a_missing_server_stops_nothing(
    clinic: Clinic,
) -> None:
    units = (
        r"srv-call\x2dbacks-hall.automount srv-call\x2dbacks-hall.mount srv-call\x2dbacks.automount "
        r"srv-call\x2dbacks.mount srv.automount srv.mount"
    )
    assert _lines(clinic.settings, share=Path("/srv/call-backs/hall")) == [
        "[Unit]",
        f"Wants={units}",
        f"After={units}",
        "",
        "[Service]",
        "ReadWritePaths=-/srv/call-backs/hall",
    ]


def test_folders_that_the_service_may_write_as_it_is_need_nothing(clinic: Clinic) -> None:
    [told] = _lines(clinic.settings)
    assert told.startswith("# They need none")
    assert "ReadWritePaths=-/media/desk" in _lines(clinic.settings, share=Path("/media/desk"))


def test_a_spool_of_its_own_disk_is_told_too(clinic: Clinic) -> None:
    told = _lines(clinic.settings, Path("/data/spool"), Path("/data/a b%"))
    assert told[-2:] == ["ReadWritePaths=-/data/spool", 'ReadWritePaths="-/data/a b%%"']
    assert told[1].count(" data.mount") == 1


@pytest.mark.skipif(shutil.which("systemd-escape") is None, reason="systemd is not installed")
@pytest.mark.parametrize("folder", ["/srv/call-backs", "/.x/\u00e9", "/a b/c%d", "/srv/a.b/.c"])
def test_units_are_called_as_systemd_calls_them(clinic: Clinic, folder: str) -> None:
    command = ["systemd-escape", "--path", "--suffix=mount", folder]
    name = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    assert name in _lines(clinic.settings, share=Path(folder))[1].split()


def test_a_folder_that_begins_with_a_dot_is_called_as_systemd_calls_it(clinic: Clinic) -> None:
    assert r"Wants=\x2ex.automount \x2ex.mount" in _lines(clinic.settings, share=Path("/.x"))


def test_the_command_reads_the_settings(clinic: Clinic, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["drop-in", "--config", str(clinic.config)]) == 0
    assert f"ReadWritePaths=-{clinic.settings.spool}" in capsys.readouterr().out
