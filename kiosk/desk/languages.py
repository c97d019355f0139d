"""Which language to speak on the phone, in words for staff."""

from typing import Final

from kiosk.content.languages import names_in
from kiosk.core.callback.draft import OTHER_LANGUAGE
from kiosk.core.callback.request import CallbackRequest
from kiosk.core.staff_words import mark, spoken, tr

ANOTHER: Final = mark("another language")


def language_to_speak(request: CallbackRequest) -> str:
    """Return its name; what no list of this desk names as the kiosk sent it."""
    code = request.spoken_language or request.language
    return tr(ANOTHER) if code == OTHER_LANGUAGE else names_in(spoken()).get(code, code)
