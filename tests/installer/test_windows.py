"""The logic of the Windows installer, under wine, with a placeholder in the place of the program."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

SCRIPT = Path(__file__).resolve().parents[2] / "assets" / "installer" / "windows" / "kiosk.nsi"
WINE = "/usr/lib/wine/wine64"
UNINSTALL = r"HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall\Kiosk"


class Windows:
    """A Windows of its own, as wine knows it, and installers made for it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._surroundings = {
            "HOME": str(folder),
            "PATH": os.environ["PATH"],
            "WINEPREFIX": str(folder / "wine"),
            "WINEDLLOVERRIDES": "mscoree,mshtml=",
            "WINEDEBUG": "-all",
        }
        self.program = folder / "wine" / "drive_c" / "Kiosk"
        self.data = folder / "wine" / "drive_c" / "ProgramData" / "Kiosk"

    def runs(self, *command: str) -> str:
        done = subprocess.run(
            [WINE, *command], env=self._surroundings, capture_output=True, text=True, check=False, timeout=300
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def installer(self, version: str, files: dict[str, str]) -> str:
        program = self._folder / version
        for name, text in (files | {"VERSION": version}).items():
            (program / name).parent.mkdir(parents=True, exist_ok=True)
            (program / name).write_text(text, "utf-8")
        (self._folder / "kiosk.toml").write_text(f"# as of {version}\n", "utf-8")
        setup = self._folder / f"setup-{version}.exe"
        given = {
            "VERSION": version,
            "OUT": setup,
            "PROGRAM": program,
            "SETTINGS": self._folder / "kiosk.toml",
        }
        subprocess.run(
            ["makensis", "-V1", "-WX", *(f"-D{name}={value}" for name, value in given.items()), str(SCRIPT)],
            check=True,
        )
        return str(setup)

    def told(self, value: str) -> str:
        return self.runs("reg", "query", UNINSTALL, "/v", value, "/reg:64").split("REG_SZ")[1].strip()


@pytest.fixture
def windows(tmp_path: Path) -> Windows:
    for program in ("makensis", WINE):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")
    return Windows(tmp_path)


def test_it_installs_updates_and_goes_without_a_question_and_leaves_what_is_the_clinics(
    windows: Windows, tmp_path: Path
) -> None:
    site = tmp_path / "site.toml"
    site.write_text('theme = "dark"\n', "utf-8")
    first = windows.installer("0.1.0", {"kiosk.exe": "one", "_internal/old.dll": "old"})
    windows.runs(first, "/S", "/CONFIG=Z:" + str(site).replace("/", "\\"), r"/D=C:\Kiosk")
    assert (windows.program / "kiosk.exe").read_text("utf-8") == "one"
    assert (windows.data / "kiosk.toml").read_text("utf-8") == "# as of 0.1.0\n"
    assert (windows.data / "conf.d" / "50-site.toml").read_text("utf-8") == 'theme = "dark"\n'
    assert windows.told("DisplayVersion") == "0.1.0"

    request = windows.data / "spool" / "new" / "000001.age"
    request.parent.mkdir(parents=True)
    request.write_text("sealed", "utf-8")
    (windows.data / "kiosk.toml").write_text("# the clinic's\n", "utf-8")
    second = windows.installer("0.2.0", {"kiosk.exe": "two", "_internal/new.dll": "new"})
    windows.runs(second, "/S", r"/D=C:\Kiosk")
    assert (windows.program / "kiosk.exe").read_text("utf-8") == "two"
    assert [path.name for path in (windows.program / "_internal").iterdir()] == ["new.dll"]
    assert (windows.data / "kiosk.toml").read_text("utf-8") == "# the clinic's\n"
    assert (windows.data / "conf.d" / "50-site.toml").is_file()
    assert windows.told("DisplayVersion") == "0.2.0"

    quiet = windows.told("QuietUninstallString")
    assert quiet == '"C:\\Kiosk\\uninstall.exe" /S'
    windows.runs(r"C:\Kiosk\uninstall.exe", "/S", r"_?=C:\Kiosk")
    assert not (windows.program / "kiosk.exe").exists()
    assert not (windows.program / "_internal").exists()
    assert request.read_text("utf-8") == "sealed"
    assert (windows.data / "kiosk.toml").is_file()
