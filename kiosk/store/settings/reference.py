"""Every key of the settings with what it means: kiosk.toml as shipped, which is the reference too."""

import dataclasses
import datetime
import json
import typing
from collections.abc import Iterator, Mapping
from typing import Any, Final, Literal

from kiosk.core.validation import Constraints
from kiosk.store.settings.keys import SettingsFile
from kiosk.store.settings.settings import INSTALLED_SPOOL

INTRODUCTION: Final = """\
# The kiosk's settings. A line that begins with # and a key stands at its default.
# Over this file go the files of conf.d beside it, in the order of their names, and over these the
# environment: KIOSK_THEME sets theme, KIOSK_CLINIC__PHONE the phone of [clinic].
#
# Changes are taken while nobody is in front of the screen, and only if they are right: kiosk doctor tells.
"""
INSTALLED: Final = {"callback.recipients": "recipients.txt", "callback.spool": str(INSTALLED_SPOOL)}
"""What an installed kiosk begins with; the clinic's own values are the administrator's to add."""
MEANINGS: Final[Mapping[str, str]] = {
    "kiosk_name": "stands before the number of every request, another one on each kiosk: small letters,"
    " digits and -; leave it out to have it made from the host name",
    "demonstration": "say on every screen that nobody will call",
    "calm": "no picture moves",
    "theme": "the colours",
    "screen_diagonal": "inches of the glass; leave it out to trust what the screen reports",
    "languages": "offered to visitors, the first one to begin with",
    "spoken_languages": "what a visitor can ask to be called in who speaks none of these, in this order; the"
    " codes are those of content/languages.toml",
    "country": "how phone numbers are read and shown: two capital letters (ISO 3166)",
    "emergency_number": "shown wherever help is needed now",
    "self_check": "guided only once it is signed, static is a poster that takes no answers",
    "clinic_content": "folder of the clinic's own texts and pictures, each in the place of the shipped file"
    " of its name",
    "clinic.name": "shown on every screen, in the code for a phone and left on voicemail",
    "clinic.phone": "where visitors reach the clinic",
    "clinic.call_back_within_days": "the promise made to visitors, in working days; a request older than this"
    " closes the form",
    "clinic.open_weekdays": "the working days of every week, from monday to sunday",
    "clinic.closed_days": "holidays and other days on which nobody calls, such as [2026-12-25, 2027-01-01];"
    " the same stand in the desk's desk.toml",
    "clinic.caller_number": "what shows when the clinic calls; leave it out if that is its phone",
    "callback.recipients": "public keys of those who can open requests, as the desk made the file",
    "callback.spool": "where sealed requests wait",
    "callback.share": "a folder the desk reaches too, with a folder call-requests in it, which you make once;"
    " leave it out if there is none",
    "callback.delete_after_days": "how long requests are kept here once the desk has them",
    "callback.most_in_10_minutes": "more requests than this close the form for a while",
    "callback.most_a_day": "as above, within 24 hours",
}


def settings_file(values: Mapping[str, object]) -> str:
    """Return a whole kiosk.toml: given keys (such as "clinic.name") are set, others stand at their default.

    Raises KeyError for a key that does not exist.
    """
    unknown = values.keys() - MEANINGS.keys()
    if unknown:
        raise KeyError(*sorted(unknown))
    hints = typing.get_type_hints(SettingsFile)
    tables = [name for name, hint in hints.items() if dataclasses.is_dataclass(hint)]
    parts = [INTRODUCTION, *_entries(SettingsFile, "", values)]
    for table in tables:
        parts += [f"\n[{table}]\n", *_entries(hints[table], f"{table}.", values)]
    return "".join(parts)


def _entries(kind: Any, prefix: str, values: Mapping[str, object]) -> Iterator[str]:
    hints = typing.get_type_hints(kind, include_extras=True)
    for field in dataclasses.fields(kind):
        key = f"{prefix}{field.name}"
        if key not in MEANINGS:
            continue
        yield f"\n# {MEANINGS[key]}{_range(hints[field.name])}\n"
        if key in values:
            yield f"{field.name} = {toml_value(values[key])}\n"
        elif field.default is dataclasses.MISSING or field.default is None:
            needed = " (must be set, here or in conf.d)" if field.default is dataclasses.MISSING else ""
            yield f"#{field.name} ={needed}\n"
        else:
            yield f"#{field.name} = {toml_value(field.default)}\n"


def _range(hint: Any) -> str:
    if type(None) in typing.get_args(hint):
        hint = typing.get_args(hint)[0]
    limits = next((extra for extra in typing.get_args(hint)[1:] if isinstance(extra, Constraints)), None)
    if limits is not None and limits.least is not None:
        return f" ({limits.least:g} to {limits.most:g})"
    if typing.get_origin(hint) is Literal:
        return f" ({', '.join(typing.get_args(hint))})"
    return " (true or false)" if hint is bool else ""


def toml_value(value: object) -> str:
    """Write a value as TOML does: a text, a number, a date, or several of them."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(toml_value, value))}]"
    return str(value) if isinstance(value, datetime.date) else json.dumps(value, ensure_ascii=False)
