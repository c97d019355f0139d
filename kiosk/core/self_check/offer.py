"""What of the self-check a visitor is offered, by settings, language and signature."""

import enum
from typing import Final, Literal

Mode = Literal["guided", "static", "off"]
SOURCE_LANGUAGE: Final = "en"
"""The language the texts were written in, and the one staff read."""


class Offer(enum.Enum):
    """What of the self-check a visitor is offered; ASK_DESK is "please ask the front desk"."""

    OFF = enum.auto()
    ASK_DESK = enum.auto()
    STATIC = enum.auto()
    GUIDED = enum.auto()


def offer(
    mode: Mode, *, language: str, is_signed: bool, has_questions: bool, is_demonstration: bool
) -> Offer:
    """Say what of the self-check a visitor is offered.

    Until it is signed it is only a poster, and in a translation nothing but "ask the front desk";
    a demonstration may show all of it, as a draft.
    """
    if mode == "off":
        return Offer.OFF
    if not is_signed and not is_demonstration:
        return Offer.STATIC if language == SOURCE_LANGUAGE else Offer.ASK_DESK
    return Offer.GUIDED if mode == "guided" and has_questions else Offer.STATIC
