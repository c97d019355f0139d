"""What is wrong with settings although each value is of its kind: checked without waiting for any disk."""

import os
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kiosk.core.validation import KeyPath, Problem
from kiosk.store.settings.keys import LANGUAGES_FILE, US_LANGUAGES, Clinic, SettingsFile
from kiosk.store.settings.toml_files import open_toml

MAX_TEXT_CHARACTERS: Final = 80
"""Characters of the clinic's name or number: they go on every screen, and into the code for a phone."""
MIN_PHONE_DIGITS: Final = 5
"""Digits of a number that reaches a clinic from any phone. Chosen: what is shorter is an extension."""
COUNTRIES: Final = (
    "AC AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT "
    "BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER "
    "ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE "
    "IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV "
    "LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP "
    "NR NU NZ OM PA PE PF PG PH PK PL PM PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK "
    "SL SM SN SO SR SS ST SV SX SY SZ TA TC TD TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA "
    "VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW"
)
"""Whose phone numbers can be read: those of phonenumbers, which takes too long to import before any frame."""
_UNSEEN: Final = ("Cc", "Cs", "Zl", "Zp")
"""Unicode's control characters, line and paragraph breaks, and bytes of the environment that are no UTF-8."""
_TURNING: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Signs that are not seen and turn the direction of the writing after them (Unicode's Bidi_Control)."""
_NO_PATHS: Final = {
    r"[~$%]": "nothing in it is filled in: write the whole path",
    **(
        {}
        if sys.platform == "win32"
        else {
            r"\w{2,}:/|[/\\]{2}": "it is an address: mount it, and write the folder that it is mounted at",
            r"\w:|.*\\": "it is written as on Windows: write / between folders, and no letter of a drive",
            r"/(dev|proc|sys)(/|\Z)": "nothing can be kept there: name a place on a disk",
        }
    ),
}
"""How texts begin that no file or folder is meant by, and what to do."""


def senseless(file: SettingsFile, path: Path, content: Path) -> Iterator[Problem]:
    """Yield what is wrong. path: the settings file, without links; content: folder of the shipped texts."""
    yield from _clinic_problems(file.clinic)
    if file.country not in COUNTRIES:
        yield Problem(
            ("country",), f'no country has the code {file.country!r}: write that of ISO 3166, such as "US"'
        )
    no_paths = list(_no_paths(file))
    yield from no_paths or _shared_places(file, path)
    yield from _repeated(file)
    yield from _unknown_languages(file, content)
    yield from _unnamed_languages(file, content)
    if not any(problem.place == ("clinic_content",) for problem in no_paths):
        yield from _missing_content(file, path.parent)


def _clinic_problems(clinic: Clinic) -> Iterator[Problem]:
    for key in ("name", "phone", "caller_number"):
        text, place = getattr(clinic, key), ("clinic", key)
        if _has_unseen(text):
            yield Problem(
                place, "write it on one line: it holds a line break, a tab or another control character"
            )
        if _TURNING.search(text):
            yield Problem(
                place, "type it anew by hand: it holds an unseen sign that turns the direction of writing"
            )
        if len(text) > MAX_TEXT_CHARACTERS:
            yield Problem(
                place,
                f"{len(text)} characters; at most {MAX_TEXT_CHARACTERS} have room on a screen and in a code",
            )
    if not any(map(str.isalnum, clinic.name)):
        yield Problem(("clinic", "name"), 'has no letter: write something such as "Hill Clinic"')
    for key in ("phone", "caller_number"):
        number = getattr(clinic, key)
        if number and sum(map(str.isdecimal, number)) < MIN_PHONE_DIGITS:
            yield Problem(
                ("clinic", key), 'must be a phone number with all its digits, such as "(202) 555-0143"'
            )


def _no_paths(file: SettingsFile) -> Iterator[Problem]:
    files = file.callback
    for place, text in (
        (("callback", "recipients"), files.recipients),
        (("callback", "spool"), files.spool),
        (("callback", "share"), files.share),
        (("clinic_content",), file.clinic_content),
    ):
        if _has_unseen(text):
            yield Problem(place, "no file or folder has such a name: it holds a control character")
        elif told := next((told for begin, told in _NO_PATHS.items() if re.match(begin, text)), ""):
            yield Problem(place, told)


def _shared_places(file: SettingsFile, path: Path) -> Iterator[Problem]:
    recipients, spool, share = (
        Path(os.path.normpath(path.parent / text))
        for text in (file.callback.recipients, file.callback.spool, file.callback.share)
    )
    if recipients in {path, path.parent}:
        yield Problem(("callback", "recipients"), 'must be a file of its own, such as "recipients.txt"')
    yield from _is_around(path, recipients, ("callback", "spool"), spool, "/var/lib/kiosk/spool")
    if file.callback.share:
        yield from _is_around(path, recipients, ("callback", "share"), share, "/srv/call-backs")
        if share.is_relative_to(spool) or spool.is_relative_to(share):
            yield Problem(
                ("callback", "share"),
                "must lie apart from the spool: name a folder that the desk reaches too",
            )


def _is_around(path: Path, recipients: Path, place: KeyPath, folder: Path, example: str) -> Iterator[Problem]:
    held = [
        what
        for file, what in ((path, "the settings"), (recipients, "the public keys"))
        if folder in file.parents or folder == file
    ]
    if held:
        yield Problem(
            place,
            f'must not be where {" and ".join(held)} are: name a folder of its own, such as "{example}"',
        )


def _repeated(file: SettingsFile) -> Iterator[Problem]:
    for key, values in (
        ("languages", file.languages),
        ("spoken_languages", file.spoken_languages),
        ("open_weekdays", file.clinic.open_weekdays),
    ):
        place: KeyPath = ("clinic", key) if key == "open_weekdays" else (key,)
        if twice := next((value for value, count in Counter(values).items() if count > 1), ""):
            yield Problem(place, f"{twice!r} is there more than once: write it once")


def _unknown_languages(file: SettingsFile, content: Path) -> Iterator[Problem]:
    there = sorted(path.parent.name for path in content.glob("*/interface.ts"))
    for unknown in [language for language in file.languages if language not in there][:1]:
        yield Problem(
            ("languages",), f"there are no texts in {unknown!r}; there are some in {', '.join(there)}"
        )


def _unnamed_languages(file: SettingsFile, content: Path) -> Iterator[Problem]:
    # Those of the program have names; a kiosk that keeps to them starts without reading these.
    if file.spoken_languages == US_LANGUAGES:
        return
    toml, _ = open_toml(content / LANGUAGES_FILE)
    there = toml.data if toml else {}
    place = ("spoken_languages",)
    for unnamed in [code for code in file.spoken_languages if code not in there][:1]:
        yield Problem(place, f"no language has the code {unnamed!r}; there are {', '.join(sorted(there))}")
    if not set(file.spoken_languages) - set(file.languages):
        yield Problem(place, "name a language beside those of languages, such as 'vi'")


def _has_unseen(text: str) -> bool:
    return any(unicodedata.category(character) in _UNSEEN for character in text)


def _missing_content(file: SettingsFile, folder: Path) -> Iterator[Problem]:
    if not file.clinic_content:
        return
    own, place = folder / file.clinic_content, ("clinic_content",)
    real = Path(os.path.realpath(own))
    if not os.path.isdir(own):  # noqa: PTH112  # Path.is_dir raises for a folder above that may not be read
        yield Problem(place, f"there is no folder {own}")
    elif real != folder and real in folder.parents:
        yield Problem(place, f"{own} holds much besides the clinic's texts: give these a folder of their own")
    elif not os.access(own, os.R_OK | os.X_OK):
        yield Problem(place, f"{own} cannot be read: let the kiosk's user read it and what is in it")
