"""What makes the phone easier for a visitor, in words for staff."""

from collections.abc import Mapping
from typing import Final

from kiosk.core.callback.draft import PHONE_IS_HARD
from kiosk.core.callback.request import CallbackRequest

_WORDS: Final[Mapping[str, str]] = {
    "slowly": "speak slowly",
    "text-first": "text first",
    "relay": "uses a relay service",
    "helper": "talk to the helper",
    PHONE_IS_HARD: "the phone is hard",
}


def phone_help(request: CallbackRequest) -> tuple[str, ...]:
    """Return one phrase each; what this desk has no words for as the kiosk sent it."""
    return tuple(_WORDS.get(code, code) for code in request.phone_hard)
