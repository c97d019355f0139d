"""Phone numbers as a visitor types them, checked and shown back in groups."""

import dataclasses
import enum
import functools
import re
from typing import TYPE_CHECKING, Final

from kiosk.core.callback.urgent_numbers import CRISIS_LINES, hides_urgent, is_urgent

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

MAX_DIGITS: Final = 15
"""Longest number in the E.164 plan, without its plus sign."""
MAX_TYPED: Final = 24
"""Characters the field takes: the longest number with an exit code, and room for old prefixes. Chosen."""
_OLD_MEXICAN: Final = re.compile(r"(?:01|0?4[45]|1)([2-9]\d{9})")
"""01 before a number far away, 044 and 045 before a mobile, 1 from abroad; none of it since 2020-08-03."""


class PhoneVerdict(enum.StrEnum):
    """What can be said of a number without calling it; URGENT: it is one of help."""

    EMPTY = "empty"
    URGENT = "urgent"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    UNKNOWN_COUNTRY = "unknown_country"
    IMPOSSIBLE = "impossible"
    ODD = "odd"
    GOOD = "good"

    @property
    def can_be_called(self) -> bool:
        """A number that only looks odd is never refused."""
        return self in {PhoneVerdict.ODD, PhoneVerdict.GOOD}


class PhoneCaution(enum.StrEnum):
    """What staff should know of a number before they dial it, in their words."""

    NONE = ""
    PREMIUM_RATE = "premium rate: the call costs extra"
    SHARED_COST = "shared cost: the call may cost extra"
    SATELLITE = "satellite phone: the call costs extra"
    INTERNATIONAL = "international network: the call may cost extra"
    PERSONAL = "personal number: the call may cost extra"
    PAGER = "pager: nobody can talk on it"
    VOICEMAIL = "voicemail box: nobody answers"
    ODD = "looks odd: check it"


_NETWORKS: Final = (
    (("+870", "+881", "+88213", "+88216"), PhoneCaution.SATELLITE),
    (("+882", "+883"), PhoneCaution.INTERNATIONAL),
)
"""Codes of no country (ITU-T E.164): Inmarsat, Iridium and Globalstar, EMSAT, Thuraya; then shared ones."""


@dataclasses.dataclass(frozen=True, slots=True, repr=False)
class Phone:
    """A number as checked: its verdict, E.164 form and groups to read back ("" when it cannot be called)."""

    verdict: PhoneVerdict
    e164: str = ""
    grouped: str = ""


def press(typed: str, key: str) -> str:
    """Return what is typed after one more key: a digit, "+" (only first) or "delete"; a full field stays."""
    if key == "delete":
        return typed[:-1]
    if key == "+":
        return typed or "+"
    return typed if is_full(typed) else typed + key


def is_full(typed: str) -> bool:
    """Whether the field takes no further key; whoever shows it must say so."""
    return len(typed) >= MAX_TYPED


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


def check_phone(typed: str, country: str, emergency_number: str = "") -> Phone:
    """Judge a typed number by the numbering plan; see PhoneVerdict.

    emergency_number: the clinic's own beside those of the country, "" for none.
    """
    if is_urgent(typed, country, emergency_number):
        return Phone(PhoneVerdict.URGENT)
    phone = _judged(typed, country)
    is_crisis_line = phone.verdict.can_be_called and phone.e164 in _crisis_lines()
    is_hidden = phone.verdict is not PhoneVerdict.GOOD and hides_urgent(typed, country, emergency_number)
    return Phone(PhoneVerdict.URGENT) if is_crisis_line or is_hidden else phone


@functools.cache
def _crisis_lines() -> frozenset[str]:
    """Return the crisis lines that can be called from abroad, in E.164 form."""
    found = (_judged(line, country) for country, lines in CRISIS_LINES.items() for line in lines)
    return frozenset(phone.e164 for phone in found if phone.verdict.can_be_called)


def _judged(typed: str, country: str) -> Phone:
    import phonenumbers  # noqa: PLC0415  # as above

    if not typed.strip("+"):
        return Phone(PhoneVerdict.EMPTY)
    try:
        number = _todays(phonenumbers.parse(typed, country))
    except phonenumbers.NumberParseException as error:
        return Phone(
            {
                phonenumbers.NumberParseException.INVALID_COUNTRY_CODE: PhoneVerdict.UNKNOWN_COUNTRY,
                phonenumbers.NumberParseException.TOO_LONG: PhoneVerdict.TOO_LONG,
            }.get(error.error_type, PhoneVerdict.TOO_SHORT)
        )
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
        PhoneVerdict.GOOD if caution_of(e164) is PhoneCaution.NONE else PhoneVerdict.ODD,
        e164,
        _in_groups(phonenumbers.format_number(number, form.NATIONAL if at_home else form.INTERNATIONAL)),
    )


def _todays(number: "PhoneNumber") -> "PhoneNumber":
    """Return the number in the form it has today, where the plan has forgotten an older one.

    Only Mexico's: the plan itself still reads Argentina's 15 as its 9, and cannot know which of
    Brazil's numbers of eight digits became mobile ones of nine; these look odd and are checked by people.
    """
    import phonenumbers  # noqa: PLC0415  # as above

    if number.country_code != phonenumbers.country_code_for_region("MX"):
        return number
    old = _OLD_MEXICAN.fullmatch(phonenumbers.national_significant_number(number))
    return phonenumbers.parse(old[1], "MX") if old else number


def caution_of(e164: str) -> PhoneCaution:
    """Return what staff should know before they dial a number in E.164 form; ODD if it fits no plan."""
    import phonenumbers  # noqa: PLC0415  # as above

    for codes, caution in _NETWORKS:
        if e164.startswith(codes):
            return caution
    try:
        number = phonenumbers.parse(e164)
    except phonenumbers.NumberParseException:
        return PhoneCaution.ODD
    kinds = phonenumbers.PhoneNumberType
    cautions = {
        kinds.PREMIUM_RATE: PhoneCaution.PREMIUM_RATE,
        kinds.SHARED_COST: PhoneCaution.SHARED_COST,
        kinds.PERSONAL_NUMBER: PhoneCaution.PERSONAL,
        kinds.PAGER: PhoneCaution.PAGER,
        kinds.VOICEMAIL: PhoneCaution.VOICEMAIL,
        kinds.UNKNOWN: PhoneCaution.ODD,
    }
    return cautions.get(phonenumbers.number_type(number), PhoneCaution.NONE)


def _in_groups(shown: str) -> str:
    """Break up a number the numbering plan does not group, so that it can be read back."""
    if not shown.isdigit():
        return shown
    return " ".join(shown[start : start + 3] for start in range(0, len(shown), 3))
