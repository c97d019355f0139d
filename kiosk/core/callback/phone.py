"""Phone numbers as a visitor types them, checked and shown back in groups."""

import dataclasses
import enum
from typing import Final

MAX_DIGITS: Final = 15
"""Longest number in the E.164 plan, without its plus sign."""


class PhoneVerdict(enum.StrEnum):
    """What can be said of a number without calling it."""

    EMPTY = "empty"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    IMPOSSIBLE = "impossible"
    ODD = "odd"
    GOOD = "good"

    @property
    def can_be_called(self) -> bool:
        """A number that only looks odd is never refused."""
        return self in {PhoneVerdict.ODD, PhoneVerdict.GOOD}


@dataclasses.dataclass(frozen=True, slots=True, repr=False)
class Phone:
    """A number as checked: its verdict, E.164 form and groups to read back ("" when it cannot be called)."""

    verdict: PhoneVerdict
    e164: str = ""
    grouped: str = ""


def press(typed: str, key: str) -> str:
    """Return what is typed after one more key: a digit, "+" (only first) or "delete"."""
    if key == "delete":
        return typed[:-1]
    if key == "+":
        return typed or "+"
    return typed + key if len(typed.lstrip("+")) < MAX_DIGITS else typed


def format_as_typed(typed: str, country: str) -> str:
    """Format digits the way people of the country write them, while they are being typed.

    typed: digits with an optional leading plus; country: two letters, ISO 3166.
    """
    # phonenumbers takes some 35 ms to import: it stays off the way to the first frame.
    from phonenumbers import AsYouTypeFormatter  # noqa: PLC0415

    formatter = AsYouTypeFormatter(country)
    shown = ""
    for character in typed:
        shown = formatter.input_digit(character)
    return shown


def check_phone(typed: str, country: str) -> Phone:
    """Judge a typed number by the numbering plan; see PhoneVerdict."""
    import phonenumbers  # noqa: PLC0415  # as above

    if not typed.strip("+"):
        return Phone(PhoneVerdict.EMPTY)
    try:
        number = phonenumbers.parse(typed, country)
    except phonenumbers.NumberParseException as error:
        unknown_country = error.error_type == phonenumbers.NumberParseException.INVALID_COUNTRY_CODE
        return Phone(PhoneVerdict.IMPOSSIBLE if unknown_country else PhoneVerdict.TOO_SHORT)
    reason = phonenumbers.is_possible_number_with_reason(number)
    refusals = {
        phonenumbers.ValidationResult.TOO_SHORT: PhoneVerdict.TOO_SHORT,
        phonenumbers.ValidationResult.IS_POSSIBLE_LOCAL_ONLY: PhoneVerdict.TOO_SHORT,
        phonenumbers.ValidationResult.TOO_LONG: PhoneVerdict.TOO_LONG,
        phonenumbers.ValidationResult.IS_POSSIBLE: None,
    }
    refusal = refusals.get(reason, PhoneVerdict.IMPOSSIBLE)
    if refusal is not None:
        return Phone(refusal)
    form = phonenumbers.PhoneNumberFormat
    e164 = phonenumbers.format_number(number, form.E164)
    if len(e164.removeprefix("+")) > MAX_DIGITS:  # Germany's and Japan's plans allow more; E.164 does not
        return Phone(PhoneVerdict.TOO_LONG)
    at_home = number.country_code == phonenumbers.country_code_for_region(country)
    return Phone(
        PhoneVerdict.GOOD if phonenumbers.is_valid_number(number) else PhoneVerdict.ODD,
        e164,
        _in_groups(phonenumbers.format_number(number, form.NATIONAL if at_home else form.INTERNATIONAL)),
    )


def _in_groups(shown: str) -> str:
    """Break up a number the numbering plan does not group, so that it can be read back."""
    if not shown.isdigit():
        return shown
    return " ".join(shown[start : start + 3] for start in range(0, len(shown), 3))
