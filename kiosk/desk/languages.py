"""Which language to speak on the phone, in words for staff."""

from typing import Final

from kiosk.content.languages import english_names
from kiosk.core.callback.draft import OTHER_LANGUAGE
from kiosk.core.callback.request import CallbackRequest

ANOTHER: Final = "another language"


def language_to_speak(request: CallbackRequest) -> str:
    """Return its English name; what no list of this desk names as the kiosk sent it."""
    code = request.spoken_language or request.language
    return ANOTHER if code == OTHER_LANGUAGE else english_names().get(code, code)
