"""What makes the phone easier for a visitor, in words for staff."""

from collections.abc import Mapping
from typing import Final

from kiosk.core.callback.draft import PHONE_IS_HARD
from kiosk.core.callback.request import CallbackRequest
from kiosk.core.staff_words import mark, tr

_WORDS: Final[Mapping[str, str]] = {
    "slowly": mark("speak slowly"),
    "text-first": mark("text first"),
    "relay": mark("uses a relay service"),
    "helper": mark("talk to the helper"),
    PHONE_IS_HARD: mark("the phone is hard"),
}


def phone_help(request: CallbackRequest) -> tuple[str, ...]:
    """Return one phrase each; what this desk has no words for as the kiosk sent it."""
    return tuple(tr(_WORDS.get(code, code)) for code in request.phone_hard)
