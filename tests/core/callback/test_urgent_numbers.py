"""Numbers of help lead to help, in every form in which people type them, and no other number does."""

import phonenumbers
import pytest

from kiosk.core.callback.phone import PhoneVerdict, check_phone
from kiosk.core.callback.urgent_numbers import CRISIS_LINES, is_urgent


@pytest.mark.parametrize(
    ("typed", "country"),
    [
        *(
            (typed, "US")
            for typed in ("911", "+911", "1911", "+1911", "9911", "0111911", "988", "+1988", "112")
        ),
        ("18002738255", "US"),
        ("+18002738255", "GB"),
        ("911", "MX"),
        ("018009112000", "MX"),
        ("011528009112000", "US"),
        ("999", "GB"),
        ("+44999", "GB"),
        ("116123", "IE"),
        ("000", "AU"),
        ("131114", "AU"),
        ("111", "NZ"),
        ("0112", "DE"),
        ("08001110111", "DE"),
        ("+498001110222", "US"),
        ("15", "FR"),
        ("3114", "FR"),
        ("024", "ES"),
        ("988", "DE"),
        ("911", "ZZ"),
    ],
)
def test_a_number_of_help_is_urgent_in_every_form(typed: str, country: str) -> None:
    phone = check_phone(typed, country)
    assert (phone.verdict, phone.e164, phone.grouped) == (PhoneVerdict.URGENT, "", "")
    assert not phone.verdict.can_be_called


@pytest.mark.parametrize("country", sorted(CRISIS_LINES))
def test_every_crisis_line_is_urgent_at_home_and_says_where_it_was_read(country: str) -> None:
    for line, source in CRISIS_LINES[country].items():
        assert is_urgent(line, country, "")
        assert check_phone(line, country).verdict is PhoneVerdict.URGENT
        assert source


def test_the_clinics_own_emergency_number_is_urgent_too() -> None:
    assert check_phone("2222", "DE", "2222").verdict is PhoneVerdict.URGENT
    assert check_phone("2222", "DE").verdict is not PhoneVerdict.URGENT
    assert check_phone("+12222", "US", "2222").verdict is PhoneVerdict.URGENT
    assert not is_urgent("", "US", "")


@pytest.mark.parametrize(
    "typed", ["9115551234", "9112", "+91112345678", "9882345678", "91", "98", "+9", "11"]
)
def test_a_number_that_only_begins_like_one_of_help_is_none(typed: str) -> None:
    assert not is_urgent(typed, "US", "911")
    verdict = check_phone(typed, "US", "911").verdict
    assert (verdict is PhoneVerdict.URGENT) == (typed == "9112")  # 9 for a line, then 112


def test_nobody_is_warned_on_the_way_to_an_ordinary_number() -> None:
    """Typed digit by digit, no country's example number passes through one of help.

    But for two: Brazil's area 11 and Lithuania's 11 go on to "112"; there the next digit ends the warning.
    """
    form = phonenumbers.PhoneNumberFormat
    warned = set()
    for region in sorted(phonenumbers.SUPPORTED_REGIONS):
        for kind in (phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE):
            number = phonenumbers.example_number_for_type(region, kind)
            if number is None:
                continue
            national = phonenumbers.format_number(number, form.NATIONAL)
            for typed in (national, phonenumbers.format_number(number, form.E164)):
                digits = "".join(character for character in typed if character.isdigit() or character == "+")
                warned |= {region for end in range(len(digits) + 1) if is_urgent(digits[:end], region, "")}
    assert warned == {"BR", "LT"}
