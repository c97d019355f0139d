"""Which screen the kiosk is on, in a folder that stands for the kernel's."""

import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "assets" / "installer" / "debian" / "one-screen"


class Connectors:
    """Three connectors of one card; `plugged` have a screen, `off` were switched off."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.plugged: set[str] = set()
        self.off: set[str] = set()
        self.said = ""
        for name in ("DP-1", "HDMI-A-1", "HDMI-A-2"):
            (folder / "drm" / f"card0-{name}").mkdir(parents=True)
        (folder / "drm" / "version").write_text("drm 1.1.0\n", "utf-8")

    def settle(self, *plugged: str, wanted: str = "") -> set[str]:
        """Plug screens in, and start the script again as long as it changes something; return what is on."""
        self.plugged, self.said = set(plugged), ""
        self._tell()
        for _ in range(4):
            self._run(wanted)
            if not self._take():
                return self.plugged - self.off
        raise AssertionError(f"it goes on for ever: {self.said}")

    def _run(self, wanted: str) -> None:
        done = subprocess.run(
            ["sh", str(SCRIPT), str(self._folder / "drm"), str(self._folder / "kept")],
            env={"PATH": "/usr/bin:/bin", "OUTPUT": wanted},
            capture_output=True,
            text=True,
            check=True,
        )
        self.said += done.stdout + done.stderr

    def _statuses(self) -> list[tuple[str, Path]]:
        folders = sorted((self._folder / "drm").glob("card0-*"))
        return [(folder.name.removeprefix("card0-"), folder / "status") for folder in folders]

    def _take(self) -> bool:
        """Take what was written as the kernel does; whether a screen came or went by it."""
        before = self.plugged - self.off
        for name, status in self._statuses():
            match status.read_text("utf-8").strip():
                case "off":
                    self.off.add(name)
                case "detect":
                    self.off.discard(name)
        self._tell()
        return self.plugged - self.off != before

    def _tell(self) -> None:
        for name, status in self._statuses():
            is_on = name in self.plugged - self.off
            status.write_text("connected\n" if is_on else "disconnected\n", "utf-8")


@pytest.fixture
def connectors(tmp_path: Path) -> Connectors:
    return Connectors(tmp_path)


def test_one_screen_is_left_alone(connectors: Connectors) -> None:
    assert connectors.settle("HDMI-A-1") == {"HDMI-A-1"}
    assert (connectors.off, connectors.said) == (set(), "")


def test_of_two_screens_one_is_kept_and_a_third_changes_nothing(connectors: Connectors) -> None:
    assert connectors.settle("HDMI-A-1", "HDMI-A-2") == {"HDMI-A-1"}
    assert connectors.said == "screen-off: HDMI-A-2; the kiosk is on HDMI-A-1\n"
    assert connectors.settle("HDMI-A-1", "HDMI-A-2", "DP-1") == {"HDMI-A-1"}


def test_the_screen_that_was_chosen_is_kept_even_if_it_was_off(connectors: Connectors) -> None:
    assert connectors.settle("HDMI-A-1", "HDMI-A-2") == {"HDMI-A-1"}
    assert connectors.settle("HDMI-A-1", "HDMI-A-2", wanted="HDMI-A-2") == {"HDMI-A-2"}
    assert connectors.settle("HDMI-A-1", "DP-1", "HDMI-A-2", wanted="HDMI-A-2") == {"HDMI-A-2"}


def test_a_chosen_screen_that_is_not_there_is_named_and_another_one_serves(connectors: Connectors) -> None:
    assert connectors.settle("DP-1", wanted="HDMI-A-2") == {"DP-1"}
    assert "OUTPUT=HDMI-A-2 of /etc/kiosk/screen has no screen; the kiosk is on DP-1" in connectors.said
    assert connectors.settle("DP-1", "HDMI-A-2", wanted="HDMI-A-2") == {"HDMI-A-2"}


def test_when_the_screen_goes_what_was_switched_off_serves(connectors: Connectors) -> None:
    assert connectors.settle("HDMI-A-1", "HDMI-A-2") == {"HDMI-A-1"}
    assert connectors.settle("HDMI-A-2") == {"HDMI-A-2"}
    assert connectors.settle("HDMI-A-1", "HDMI-A-2") == {"HDMI-A-2"}


def test_without_any_screen_nothing_is_said(connectors: Connectors) -> None:
    assert connectors.settle() == set()
    assert (connectors.off, connectors.said) == (set(), "")
