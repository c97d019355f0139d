"""Finding a call by what somebody on the phone says: a name or a number."""

import re
import unicodedata
from typing import Final

from kiosk.desk.queue.call_list import CallCase

_MIN_DIGITS: Final = 3
"""Digits of a phone number that are worth looking for. Chosen; fewer are in nearly every number."""


def folded(text: str) -> str:
    """Return a text without case and accents, to compare it."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def matches(case: CallCase, wanted: str) -> bool:
    """Whether every word stands in the name, or all of it in the phone number or the request's number."""
    request = case.entry.request
    words = folded(wanted).split()
    names = folded(f"{request.name} {request.helper_name}")
    is_number = re.fullmatch(r"[\d\s()+./-]*", wanted)
    digits = re.sub(r"\D", "", wanted).lstrip("0") if is_number else ""
    by_phone = len(digits) >= _MIN_DIGITS and digits in re.sub(r"\D", "", request.phone)
    return all(word in names for word in words) or by_phone or folded(wanted).strip() in case.entry.number
