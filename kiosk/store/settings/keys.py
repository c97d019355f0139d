"""Every key of kiosk.toml with its kind: what it takes, and what holds when it is left out."""

import dataclasses
import datetime
from typing import Annotated, Final

from kiosk.core.callback.promise import MONDAY_TO_FRIDAY, Promise, Weekday, promise_of
from kiosk.core.comfort import Scheme
from kiosk.core.self_check.offer import Mode
from kiosk.core.validation import Constraints

LANGUAGES_FILE: Final = "languages.toml"
"""The file of the content that names the languages which can be spoken on the phone."""
Text = Annotated[str, Constraints("Hill Clinic", min_length=1)]
RecipientsPath = Annotated[str, Constraints("recipients.txt", min_length=1)]
SpoolPath = Annotated[str, Constraints("/var/lib/kiosk/spool", min_length=1)]
SharePath = Annotated[str, Constraints("/srv/call-backs")]
ContentPath = Annotated[str, Constraints("content")]
Language = Annotated[str, Constraints("en", min_length=1)]
Phone = Annotated[str, Constraints("(202) 555-0143", min_length=1)]
CallerNumber = Annotated[str, Constraints("(202) 555-0143")]
Days = Annotated[int, Constraints("2", least=1, most=60)]
OpenWeekdays = Annotated[tuple[Weekday, ...], Constraints('["monday", "tuesday"]', min_length=1)]
ClosedDays = Annotated[tuple[datetime.date, ...], Constraints("[2026-12-25, 2027-01-01]")]
KioskName = Annotated[
    str, Constraints("lobby-2", "1 to 32 small letters, digits and hyphens", pattern=r"^[a-z0-9-]{1,32}\Z")
]
Country = Annotated[str, Constraints("US", "two capital letters", pattern=r"^[A-Z]{2}\Z")]
EmergencyNumber = Annotated[
    str, Constraints("911", "2 to 5 digits in quotation marks", pattern=r"^[0-9]{2,5}\Z")
]
Languages = Annotated[tuple[Language, ...], Constraints('["en", "es"]', min_length=1)]
SpokenLanguages = Annotated[tuple[Language, ...], Constraints('["zh", "vi"]', min_length=1)]
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
    caller_number: CallerNumber = ""
    open_weekdays: OpenWeekdays = MONDAY_TO_FRIDAY
    closed_days: ClosedDays = ()

    @property
    def promise(self) -> Promise:
        """What visitors are promised."""
        return promise_of(self.call_back_within_days, self.open_weekdays, self.closed_days)


@dataclasses.dataclass(frozen=True, repr=False)
class CallbackFiles:
    """Where sealed requests go; paths are relative to the settings file.

    share: a folder that kiosk and desk both reach, to copy requests to instead of a stick; "" for none.
    """

    recipients: RecipientsPath
    spool: SpoolPath
    share: SharePath = ""
    delete_after_days: Annotated[int, Constraints("7", least=0, most=30)] = 7
    most_in_10_minutes: Annotated[int, Constraints("6", least=1, most=60)] = 6
    most_a_day: Annotated[int, Constraints("60", least=1, most=1000)] = 60


@dataclasses.dataclass(frozen=True, repr=False)
class SettingsFile:
    """kiosk.toml, key by key; calm: no picture moves; theme: the colours.

    kiosk_name: None for one made from the machine;
    spoken_languages: those that can be named for a call, by their codes in content/languages.toml;
    clinic_content: folder with the clinic's own texts, relative to the settings file, "" for none.
    """

    clinic: Clinic
    callback: CallbackFiles
    kiosk_name: KioskName | None = None
    demonstration: bool = False
    calm: bool = False
    theme: Scheme = "standard"
    screen_diagonal: Inches | None = None
    languages: Languages = ("en",)
    spoken_languages: SpokenLanguages = US_LANGUAGES
    country: Country = "US"
    emergency_number: EmergencyNumber = "911"
    self_check: Mode = "static"
    clinic_content: ContentPath = ""
