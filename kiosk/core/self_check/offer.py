"""What of the self-check a visitor is offered, by settings, language and signature."""

from typing import Final, Literal

Mode = Literal["guided", "static", "off"]
Offer = Literal["guided", "static", "ask-desk", "off"]
SOURCE_LANGUAGE: Final = "en"
"""The language the texts were written in, and the one staff read."""


def offer(
    mode: Mode, *, language: str, is_signed: bool, has_questions: bool, is_demonstration: bool
) -> Offer:
    """Say what of the self-check a visitor is offered.

    Until it is signed it is only a poster, and in a translation nothing but "ask the front desk";
    a demonstration may show all of it, as a draft.
    """
    if mode == "off":
        return "off"
    if not is_signed and not is_demonstration:
        return "static" if language == SOURCE_LANGUAGE else "ask-desk"
    return "guided" if mode == "guided" and has_questions else "static"
