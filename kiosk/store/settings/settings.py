"""kiosk.toml to one frozen Settings; every path, frozen or from source, is decided here."""

import dataclasses
import datetime
import os
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Final

from kiosk.core.callback.promise import MONDAY_TO_FRIDAY, Promise, Weekday, promise_of
from kiosk.core.comfort import Scheme
from kiosk.core.errors import SettingsError
from kiosk.core.self_check.offer import Mode
from kiosk.core.unbroken import unbroken
from kiosk.core.validation import Constraints, Problem, read
from kiosk.store.settings.layers import located, merged, read_layers
from kiosk.store.settings.toml_files import open_toml

if sys.platform == "win32":
    _DATA = Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")) / "Kiosk"
    DEFAULT_FILE: Final = _DATA / "kiosk.toml"
    INSTALLED_SPOOL: Final = _DATA / "spool"
else:
    DEFAULT_FILE = Path("/etc/kiosk/kiosk.toml")
    INSTALLED_SPOOL = Path("/var/lib/kiosk/spool")
STAFF_PIN: Final = "staff-pin"
"""The file beside the settings that holds the hash of the staff PIN."""
LANGUAGES_FILE: Final = "languages.toml"
"""The file of the content that names the languages which can be spoken on the phone."""
MAX_TEXT_CHARACTERS: Final = 80
"""Characters of the clinic's name or number: they go on every screen, and into the code for a phone."""


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


_UNSEEN: Final = ("Cc", "Cs", "Zl", "Zp")
"""Unicode's control characters, line and paragraph breaks, and bytes of the environment that are no UTF-8."""
Text = Annotated[str, Constraints("Hill Clinic", min_length=1)]
FilePath = Annotated[str, Constraints("/srv/kiosk/spool", min_length=1)]
Language = Annotated[str, Constraints("en", min_length=1)]
Phone = Annotated[str, Constraints("(202) 555-0143", min_length=1)]
Days = Annotated[int, Constraints("2", least=1, most=60)]
OpenWeekdays = Annotated[tuple[Weekday, ...], Constraints('["monday", "tuesday"]', min_length=1)]
KIOSK_NAME: Final = Constraints(
    "lobby-2", "1 to 32 small letters, digits and hyphens", pattern=r"^[a-z0-9-]{1,32}\Z"
)
COUNTRY: Final = Constraints("US", "two capital letters", pattern=r"^[A-Z]{2}\Z")
EMERGENCY_NUMBER: Final = Constraints("911", "2 to 5 digits in quotation marks", pattern=r"^[0-9]{2,5}\Z")
US_LANGUAGES: Final = ("en", "es", "zh", "yue", "vi", "ko", "tl", "ru", "ar", "ht", "fr", "pt", "hi", "pl")
"""What people in the US speak most who know little English (American Community Survey, table B16001)."""
Inches = Annotated[float, Constraints("15.6", least=7, most=100)]


@dataclasses.dataclass(frozen=True, repr=False)
class Clinic:
    """The clinic as visitors see it; phone and caller_number (what shows when it calls) as written.

    open_weekdays: working days of every week; closed_days: days on which it is closed all the same.
    """

    name: Text
    phone: Phone
    call_back_within_days: Days
    caller_number: str = ""
    open_weekdays: OpenWeekdays = MONDAY_TO_FRIDAY
    closed_days: tuple[datetime.date, ...] = ()

    @property
    def promise(self) -> Promise:
        """What visitors are promised."""
        return promise_of(self.call_back_within_days, self.open_weekdays, self.closed_days)


@dataclasses.dataclass(frozen=True, repr=False)
class CallbackFiles:
    """Where sealed requests go; paths are relative to the settings file.

    share: a folder that kiosk and desk both reach, to copy requests to instead of a stick; "" for none.
    """

    recipients: FilePath
    spool: FilePath
    share: str = ""
    delete_after_days: Annotated[int, Constraints("7", least=0, most=30)] = 7
    most_in_10_minutes: Annotated[int, Constraints("6", least=1, most=60)] = 6
    most_a_day: Annotated[int, Constraints("60", least=1, most=1000)] = 60


@dataclasses.dataclass(frozen=True, repr=False)
class SettingsFile:
    """kiosk.toml, key by key; calm: no picture moves; theme: the colours.

    spoken_languages: those that can be named for a call, by their codes in content/languages.toml;
    clinic_content: folder with the clinic's own texts, relative to the settings file, "" for none.
    """

    clinic: Clinic
    callback: CallbackFiles
    kiosk_name: Annotated[str, KIOSK_NAME] = "kiosk"
    demonstration: bool = False
    calm: bool = False
    theme: Scheme = "standard"
    screen_diagonal: Inches | None = None
    languages: Annotated[tuple[Language, ...], Constraints('["en", "es"]', min_length=1)] = ("en",)
    spoken_languages: Annotated[tuple[Language, ...], Constraints('["zh", "vi"]', min_length=1)] = (
        US_LANGUAGES
    )
    country: Annotated[str, COUNTRY] = "US"
    emergency_number: Annotated[str, EMERGENCY_NUMBER] = "911"
    self_check: Mode = "static"
    clinic_content: str = ""


@dataclasses.dataclass(frozen=True, repr=False)
class Settings:
    """One kiosk's settings, resolved: paths are absolute, text is what the file holds.

    staff_pin: the file with the hash of the staff PIN; share: see CallbackFiles;
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


def load_settings(path: Path, environment: Mapping[str, str] = os.environ) -> Settings:
    """Read the settings file, what conf.d beside it and what the environment change of it.

    Raises SettingsError naming file, line and what is wrong, one problem a line.
    """
    layers, broken = read_layers(SettingsFile, path, environment)
    file, wrong = read(SettingsFile, merged(layers)) if not broken else (None, [])
    folder = Path(os.path.realpath(path)).parent  # Path.resolve fails where links lead in a circle
    if file is not None:
        wrong = [
            *_clinic_problems(file.clinic),
            *_path_problems(file),
            *_unknown_languages(file),
            *_unnamed_languages(file),
            *_missing_content(file, folder),
        ]
    if file is None or wrong:
        raise SettingsError("\n".join(str(problem) for problem in [*broken, *located(layers, wrong)]))
    return Settings(
        file=file,
        text="".join(layer.text for layer in layers),
        recipients=folder / file.callback.recipients,
        spool=folder / file.callback.spool,
        staff_pin=folder / STAFF_PIN,
        share=folder / file.callback.share if file.callback.share else None,
        clinic_content=folder / file.clinic_content if file.clinic_content else None,
        layers=tuple(layer.name for layer in layers),
        is_installed=is_frozen(),
    )


def _clinic_problems(clinic: Clinic) -> Iterator[Problem]:
    for key in ("name", "phone", "caller_number"):
        text, place = getattr(clinic, key), ("clinic", key)
        if _has_unseen(text):
            yield Problem(
                place, "write it on one line: it holds a line break, a tab or another control character"
            )
        if len(text) > MAX_TEXT_CHARACTERS:
            yield Problem(
                place,
                f"{len(text)} characters; at most {MAX_TEXT_CHARACTERS} have room on a screen and in a code",
            )


def _unknown_languages(file: SettingsFile) -> list[Problem]:
    there = sorted(path.parent.name for path in content_folder().glob("*/interface.ts"))
    return [
        Problem(("languages",), f"there are no texts in {language!r}; there are some in {', '.join(there)}")
        for language in file.languages
        if language not in there
    ]


def _unnamed_languages(file: SettingsFile) -> list[Problem]:
    # Those of the program have names; a kiosk that keeps to them starts without reading these.
    if file.spoken_languages == US_LANGUAGES:
        return []
    toml, _ = open_toml(content_folder() / LANGUAGES_FILE)
    there = toml.data if toml else {}
    place = ("spoken_languages",)
    unnamed = [
        Problem(place, f"no language has the code {code!r}; there are {', '.join(sorted(there))}")
        for code in file.spoken_languages
        if code not in there
    ]
    if not set(file.spoken_languages) - set(file.languages):
        unnamed.append(Problem(place, "name a language beside those of languages, such as 'vi'"))
    return unnamed


def _has_unseen(text: str) -> bool:
    return any(unicodedata.category(character) in _UNSEEN for character in text)


def _path_problems(file: SettingsFile) -> Iterator[Problem]:
    files = file.callback
    for place, text in (
        (("callback", "recipients"), files.recipients),
        (("callback", "spool"), files.spool),
        (("callback", "share"), files.share),
        (("clinic_content",), file.clinic_content),
    ):
        if _has_unseen(text):
            yield Problem(place, "no file or folder has such a name: it holds a control character")


def _missing_content(file: SettingsFile, folder: Path) -> Iterator[Problem]:
    if not file.clinic_content or _has_unseen(file.clinic_content):
        return
    own, place = folder / file.clinic_content, ("clinic_content",)
    real = Path(os.path.realpath(own))
    if not os.path.isdir(own):  # noqa: PTH112  # Path.is_dir raises for a folder above that may not be read
        yield Problem(place, f"there is no folder {own}")
    elif real != folder and real in folder.parents:
        yield Problem(place, f"{own} holds much besides the clinic's texts: give these a folder of their own")
    elif not os.access(own, os.R_OK | os.X_OK):
        yield Problem(place, f"{own} cannot be read: let the kiosk's user read it and what is in it")


def stand_in(path: Path) -> Settings:
    """Return settings to show "please ask at the desk" with while the file at `path` is broken."""
    file = SettingsFile(Clinic("", "", 1), CallbackFiles("", ""))
    return Settings(file, "", path.parent, path.parent, path.parent / STAFF_PIN, is_usable=False)
