"""What of the self-check a visitor is offered: only what is signed, except in a demonstration."""

import pytest

from kiosk.core.self_check.offer import SOURCE_LANGUAGE, Mode, Offer, offer

# "*" stands for any. Each of the 48 cases must fall under exactly one line.
OFFERS: list[tuple[str, str, str, str, str, Offer]] = [
    # mode, language, signed, questions there, demonstration
    ("off", "*", "*", "*", "*", Offer.OFF),
    ("static", "en", "*", "*", "*", Offer.STATIC),
    ("static", "es", "yes", "*", "*", Offer.STATIC),
    ("static", "es", "no", "*", "yes", Offer.STATIC),
    ("static", "es", "no", "*", "no", Offer.ASK_DESK),
    ("guided", "en", "no", "*", "no", Offer.STATIC),
    ("guided", "es", "no", "*", "no", Offer.ASK_DESK),
    ("guided", "*", "yes", "yes", "*", Offer.GUIDED),
    ("guided", "*", "yes", "no", "*", Offer.STATIC),
    ("guided", "*", "no", "yes", "yes", Offer.GUIDED),
    ("guided", "*", "no", "no", "yes", Offer.STATIC),
]
_MODES: tuple[Mode, ...] = ("guided", "static", "off")


@pytest.mark.parametrize("mode", _MODES)
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("signed", ["yes", "no"])
@pytest.mark.parametrize("questions", ["yes", "no"])
@pytest.mark.parametrize("demonstration", ["yes", "no"])
def test_a_visitor_is_offered_what_is_signed(
    mode: Mode, language: str, signed: str, questions: str, demonstration: str
) -> None:
    case = (mode, language, signed, questions, demonstration)
    fitting = [
        line[5]
        for line in OFFERS
        if all(there in {"*", wanted} for there, wanted in zip(line, case, strict=False))
    ]
    offered = offer(
        mode,
        language=language,
        is_signed=signed == "yes",
        has_questions=questions == "yes",
        is_demonstration=demonstration == "yes",
    )
    assert [offered] == fitting


def test_english_is_the_language_staff_read() -> None:
    assert SOURCE_LANGUAGE == "en"
