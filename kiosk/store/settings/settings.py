"""kiosk.toml to one frozen Settings; every path, frozen or from source, is decided here."""

import dataclasses
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from kiosk.core.errors import SettingsError
from kiosk.core.unbroken import unbroken
from kiosk.core.validation import read
from kiosk.store.machine_id import NAMELESS, machine_name
from kiosk.store.settings.keys import CallbackFiles, Clinic, SettingsFile
from kiosk.store.settings.layers import located, merged, read_layers
from kiosk.store.settings.sense import senseless

if sys.platform == "win32":
    _DATA = Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")) / "Kiosk"
    DEFAULT_FILE: Final = _DATA / "kiosk.toml"
    INSTALLED_SPOOL: Final = _DATA / "spool"
else:
    DEFAULT_FILE = Path("/etc/kiosk/kiosk.toml")
    INSTALLED_SPOOL = Path("/var/lib/kiosk/spool")
STAFF_PIN: Final = "staff-pin"
"""The file beside the settings that holds the hash of the staff PIN."""


def is_frozen() -> bool:
    """Whether this runs as an installed program rather than from source."""
    return bool(getattr(sys, "frozen", False))


def _root() -> Path:
    if is_frozen():
        return Path(sys._MEIPASS)  # type: ignore[attr-defined]  # noqa: SLF001  # PyInstaller's documented name
    return Path(__file__).resolve().parents[3]


def content_folder() -> Path:
    """Return the folder with one sub-folder per language."""
    return _root() / "content"


def assets_folder() -> Path:
    """Return the folder with pictures and icons."""
    return _root() / "assets"


def qml_folder() -> Path:
    """Return the folder QML modules are imported from."""
    return _root() / "kiosk" / "ui" / "qml"


def words_folder() -> Path:
    """Return the folder with one compiled file of interface words per language."""
    return _root() / "words" if is_frozen() else _root() / "build" / "words"


@dataclasses.dataclass(frozen=True, repr=False)
class Settings:
    """One kiosk's settings, resolved: paths are absolute, text is what the file holds.

    staff_pin: the file with the hash of the staff PIN; share: see CallbackFiles; kiosk_name: of the file, or
    made from the machine;
    content: the folder with a folder of texts per language; clinic_content: what the clinic lays over it;
    words: compiled interface words; layers: the names of what they were read from;
    is_installed: they are those of an installed program, not of one that is tried out from its sources;
    is_usable: False for the stand-in while kiosk.toml is broken; then the screen says "ask at the desk".
    """

    file: SettingsFile
    text: str
    recipients: Path
    spool: Path
    staff_pin: Path
    share: Path | None = None
    kiosk_name: str = NAMELESS
    clinic_content: Path | None = None
    layers: tuple[str, ...] = ()
    is_usable: bool = True
    is_installed: bool = False
    content: Path = dataclasses.field(default_factory=content_folder)
    words: Path = dataclasses.field(default_factory=words_folder)

    @property
    def version(self) -> str:
        """Hash of the settings file, to tell later what was in force."""
        import hashlib  # noqa: PLC0415  # not needed on the way to the first frame

        return hashlib.sha256(self.text.encode()).hexdigest()[:16]

    @property
    def caller_number(self) -> str:
        """What shows when the clinic calls, in one piece."""
        return unbroken(self.file.clinic.caller_number or self.file.clinic.phone)

    @property
    def placeholders(self) -> dict[str, str]:
        """The values of {names} in content, numbers in one piece."""
        return {
            "clinic": self.file.clinic.name,
            "phone": unbroken(self.file.clinic.phone),
            "emergency_number": unbroken(self.file.emergency_number),
            "call_days": str(self.file.clinic.call_back_within_days),
            "delete_days": str(self.file.callback.delete_after_days),
        }


def staff_pin_of(path: Path) -> Path:
    """Return the file of the staff PIN that belongs to a settings file, usable or not."""
    return Path(os.path.realpath(path)).parent / STAFF_PIN


def load_settings(path: Path, environment: Mapping[str, str] = os.environ) -> Settings:
    """Read the settings file, what conf.d beside it and what the environment change of it.

    Raises SettingsError naming file, line and what is wrong, one problem a line.
    """
    layers, broken = read_layers(SettingsFile, path, environment)
    file, wrong = read(SettingsFile, merged(layers)) if not broken else (None, [])
    real = Path(os.path.realpath(path))  # Path.resolve fails where links lead in a circle
    if file is not None:
        wrong = list(senseless(file, real, content_folder()))
    if file is None or wrong:
        told = [*broken, *located(SettingsFile, layers, wrong)]
        raise SettingsError("\n".join(map(str, told)))
    folder = real.parent
    return Settings(
        file=file,
        text="".join(layer.text for layer in layers),
        recipients=folder / file.callback.recipients,
        spool=folder / file.callback.spool,
        staff_pin=staff_pin_of(path),
        share=folder / file.callback.share if file.callback.share else None,
        kiosk_name=file.kiosk_name or machine_name(),
        clinic_content=folder / file.clinic_content if file.clinic_content else None,
        layers=tuple(layer.name for layer in layers),
        is_installed=is_frozen(),
    )


def stand_in(path: Path) -> Settings:
    """Return settings to show "please ask at the desk" with while the file at `path` is broken."""
    file = SettingsFile(Clinic("", "", 1), CallbackFiles("", ""))
    return Settings(file, "", path.parent, path.parent, path.parent / STAFF_PIN, is_usable=False)
