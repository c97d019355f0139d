"""Phone numbers: typed on a pad, judged by the plan, shown back as they were typed."""

import re
import subprocess
import sys

import phonenumbers
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from kiosk.core.callback.phone import (
    MAX_TYPED,
    Phone,
    PhoneCaution,
    PhoneVerdict,
    caution_of,
    check_phone,
    format_as_typed,
    is_full,
    press,
)

MEXICO = 52
E164 = re.compile(r"\+[1-9][0-9]{4,14}")
KEYS = st.sampled_from([*"0123456789", "+", "delete"])
COUNTRIES = st.sampled_from(["US", "CA", "GB", "DE", "IT", "MX", "BR", "AR", "JP", "UY", "IN"])
TYPED = st.from_regex(r"\A(\+[0-9]{0,23}|[0-9]{0,24})\Z")


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _examples() -> list[tuple[str, str]]:
    """Every country's own example numbers: what is typed, and the country of the kiosk."""
    form = phonenumbers.PhoneNumberFormat
    examples = []
    for region in sorted(phonenumbers.SUPPORTED_REGIONS):
        for kind in (phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE):
            number = phonenumbers.example_number_for_type(region, kind)
            if number is not None:
                abroad = "GB" if number.country_code == 1 else "US"
                examples.append((phonenumbers.format_number(number, form.E164), abroad))
                examples.append((_digits(phonenumbers.format_number(number, form.NATIONAL)), region))
    return examples


@given(st.lists(KEYS, max_size=60))
def test_the_pad_takes_digits_and_a_plus_only_first_until_it_is_full(keys: list[str]) -> None:
    typed = ""
    for key in keys:
        before, typed = typed, press(typed, key)
        assert re.fullmatch(r"\+?[0-9]*", typed)
        assert typed == before + key or key in {"+", "delete"} or is_full(before)
    assert len(typed) <= MAX_TYPED


@given(TYPED, st.sampled_from("0123456789"))
def test_delete_takes_back_the_last_digit(typed: str, digit: str) -> None:
    assume(not is_full(typed))
    assert press(typed, digit) == typed + digit
    assert press(press(typed, digit), "delete") == typed


@pytest.mark.parametrize(
    ("number", "e164"),
    [
        ("011441534123456789"[:15], "+441534123456"),
        ("0114915112345678", "+4915112345678"),
        ("01149151123456789", "+49151123456789"),
        ("0115215512345678", "+525512345678"),
        ("00115491123456789", "+5491123456789"),
    ],
)
def test_no_digit_of_a_number_with_an_exit_code_is_swallowed(number: str, e164: str) -> None:
    typed = ""
    for key in number:
        typed = press(typed, key)
    assert typed == number
    country = "AU" if number.startswith("0011") else "US"
    assert check_phone(typed, country).e164 == e164


def test_keys_that_change_nothing_are_harmless() -> None:
    assert press("", "delete") == ""
    assert press("", "+") == "+"
    assert press("+", "+") == "+"
    assert press("415", "+") == "415"
    full = "4" * MAX_TYPED
    assert [press(full, "6"), press(full, "delete")] == [full, full[:-1]]
    assert [is_full(full), is_full(full[:-1])] == [True, False]


@pytest.mark.parametrize(
    ("typed", "country", "shown"),
    [
        ("4155552671", "US", "(415) 555-2671"),
        ("415555", "US", "415-555"),
        ("+442079460958", "US", "+44 20 7946 0958"),
        ("02079460958", "GB", "020 7946 0958"),
        ("", "US", ""),
    ],
)
def test_digits_are_grouped_while_they_are_typed(typed: str, country: str, shown: str) -> None:
    assert format_as_typed(typed, country) == shown


@given(TYPED, COUNTRIES)
def test_grouping_while_typing_neither_adds_nor_loses_a_digit(typed: str, country: str) -> None:
    assert _digits(format_as_typed(typed, country)) == _digits(typed)


@pytest.mark.parametrize(
    ("typed", "verdict"),
    [
        ("", PhoneVerdict.EMPTY),
        ("+", PhoneVerdict.EMPTY),
        ("4", PhoneVerdict.TOO_SHORT),
        ("415", PhoneVerdict.TOO_SHORT),
        ("011", PhoneVerdict.TOO_SHORT),
        ("5552671", PhoneVerdict.TOO_SHORT),
        ("+4420", PhoneVerdict.TOO_SHORT),
        ("415555267", PhoneVerdict.TOO_SHORT),
        ("41555526711", PhoneVerdict.TOO_LONG),
        ("4" * 17, PhoneVerdict.TOO_LONG),
        ("4" * MAX_TYPED, PhoneVerdict.TOO_LONG),
        ("+9991234567", PhoneVerdict.UNKNOWN_COUNTRY),
        ("+0415555267", PhoneVerdict.UNKNOWN_COUNTRY),
        ("+47123456", PhoneVerdict.IMPOSSIBLE),
    ],
)
def test_a_number_that_cannot_be_called_is_refused_with_its_reason(typed: str, verdict: PhoneVerdict) -> None:
    phone = check_phone(typed, "US")
    assert phone == Phone(verdict)
    assert not phone.verdict.can_be_called


@pytest.mark.parametrize(
    ("typed", "country", "expected"),
    [
        ("4155552671", "US", Phone(PhoneVerdict.GOOD, "+14155552671", "(415) 555-2671")),
        ("14155552671", "US", Phone(PhoneVerdict.GOOD, "+14155552671", "(415) 555-2671")),
        ("+14155552671", "US", Phone(PhoneVerdict.GOOD, "+14155552671", "(415) 555-2671")),
        ("+442079460958", "US", Phone(PhoneVerdict.GOOD, "+442079460958", "+44 20 7946 0958")),
        ("02079460958", "GB", Phone(PhoneVerdict.GOOD, "+442079460958", "020 7946 0958")),
        ("4155552671", "GB", Phone(PhoneVerdict.ODD, "+444155552671", "415 555 267 1")),
        ("1234567890", "US", Phone(PhoneVerdict.ODD, "+11234567890", "123 456 789 0")),
    ],
)
def test_a_number_is_read_back_the_way_it_would_be_said_at_home(
    typed: str, country: str, expected: Phone
) -> None:
    phone = check_phone(typed, country)
    assert (phone.verdict, phone.e164, phone.grouped) == (expected.verdict, expected.e164, expected.grouped)
    assert phone.verdict.can_be_called


def test_the_digits_read_back_are_the_digits_typed_in_every_country() -> None:
    """Typed at home as people there write it, and from abroad with a plus."""
    examples = _examples()
    wrong = []
    for typed, country in examples:
        phone = check_phone(typed, country)
        said = _digits(phone.grouped)
        expected = _digits(phone.e164 if phone.grouped.startswith("+") else typed)
        if phone.verdict is not PhoneVerdict.GOOD or said != expected:
            wrong.append((typed, country, phone.verdict, phone.grouped))
        elif typed.startswith("+") and phone.e164 != typed:
            wrong.append((typed, country, phone.verdict, phone.e164))
    assert wrong == []
    assert len(examples) > 900


@given(st.from_regex(r"\A[2-9][0-9]{2}[2-9][0-9]{6}\Z"))
def test_ten_digits_typed_at_home_are_read_back_as_typed(typed: str) -> None:
    phone = check_phone(typed, "US")
    assert phone.verdict.can_be_called
    assert phone.e164 == f"+1{typed}"
    assert _digits(phone.grouped) == typed
    assert not phone.grouped.isdigit()


@given(TYPED, COUNTRIES)
@example("015123456789012", "DE")
@example("12345678901234", "JP")
def test_what_can_be_called_is_what_the_wire_carries(typed: str, country: str) -> None:
    phone = check_phone(typed, country)
    if phone.verdict.can_be_called:
        assert E164.fullmatch(phone.e164)
        assert _digits(phone.grouped)
    else:
        assert (phone.e164, phone.grouped) == ("", "")


@given(TYPED, COUNTRIES)
def test_a_number_of_a_possible_length_is_never_refused_however_odd(typed: str, country: str) -> None:
    try:
        number = phonenumbers.parse(typed, country)
    except phonenumbers.NumberParseException:
        return
    assume(phonenumbers.is_possible_number(number))
    assume(phonenumbers.is_possible_number_with_reason(number) == phonenumbers.ValidationResult.IS_POSSIBLE)
    assume(E164.fullmatch(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)))
    phone = check_phone(typed, country)
    assume(phone.verdict is not PhoneVerdict.URGENT)
    assert phone.verdict.can_be_called
    if phonenumbers.is_valid_number(number):
        assert (phone.verdict is PhoneVerdict.GOOD) == (caution_of(phone.e164) is PhoneCaution.NONE)
    elif number.country_code != MEXICO:
        assert phone.verdict is PhoneVerdict.ODD


@pytest.mark.parametrize("before", ["+521", "+5201", "+52044", "+5245", "011521", "01152045", "+52"])
def test_an_old_mexican_number_typed_abroad_becomes_todays(before: str) -> None:
    phone = check_phone(f"{before}5512345678", "US")
    assert (phone.verdict, phone.e164) == (PhoneVerdict.GOOD, "+525512345678")
    assert phone.grouped == "+52 55 1234 5678"


@pytest.mark.parametrize("before", ["", "01", "044", "045", "1", "521", "52", "00521", "0052", "+521"])
@pytest.mark.parametrize("number", ["5512345678", "2221234567", "8001234567"])
def test_an_old_mexican_number_typed_in_mexico_becomes_todays(before: str, number: str) -> None:
    phone = check_phone(before + number, "MX")
    assert (phone.verdict, phone.e164) == (PhoneVerdict.GOOD, f"+52{number}")
    assert _digits(phone.grouped) == number


@pytest.mark.parametrize(
    ("typed", "verdict"),
    [
        ("04455123456", PhoneVerdict.TOO_LONG),
        ("0465512345678", PhoneVerdict.TOO_LONG),
        ("044", PhoneVerdict.TOO_SHORT),
    ],
)
def test_what_was_no_mexican_number_before_is_none_now(typed: str, verdict: PhoneVerdict) -> None:
    assert check_phone(typed, "MX").verdict is verdict


def test_other_countries_old_forms_are_read_as_far_as_the_plan_knows_them() -> None:
    """Argentina's 15 is read as its 9; a Brazilian mobile number without its 9 is odd, never refused."""
    for typed, country in (("0111523456789", "AR"), ("+54111523456789", "US"), ("+5491123456789", "US")):
        assert check_phone(typed, country).e164 == "+5491123456789"
    assert check_phone("+551188765432", "US").verdict is PhoneVerdict.ODD
    assert caution_of("+551188765432") is PhoneCaution.ODD


@pytest.mark.parametrize(
    ("e164", "caution"),
    [
        ("+14155552671", PhoneCaution.NONE),
        ("+18005551234", PhoneCaution.NONE),
        ("+19005551234", PhoneCaution.PREMIUM_RATE),
        ("+449012345678", PhoneCaution.PREMIUM_RATE),
        ("+979123456789", PhoneCaution.PREMIUM_RATE),
        ("+80812345678", PhoneCaution.SHARED_COST),
        ("+8816123456789", PhoneCaution.SATELLITE),
        ("+870773111632", PhoneCaution.SATELLITE),
        ("+882161234567", PhoneCaution.SATELLITE),
        ("+88213123456", PhoneCaution.SATELLITE),
        ("+88299123456", PhoneCaution.INTERNATIONAL),
        ("+883510012345", PhoneCaution.INTERNATIONAL),
        ("+15005551234", PhoneCaution.PERSONAL),
        ("+447640123456", PhoneCaution.PAGER),
        ("+390661234", PhoneCaution.NONE),
        ("+11112223333", PhoneCaution.ODD),
        ("+9991234567", PhoneCaution.ODD),
        ("no number", PhoneCaution.ODD),
    ],
)
def test_what_staff_should_know_of_a_number_before_they_dial_it(e164: str, caution: PhoneCaution) -> None:
    assert caution_of(e164) is caution


@pytest.mark.parametrize(
    "typed", ["9005551234", "5005551234", "0118816123456789", "+979123456789", "7005551234"]
)
def test_a_number_with_a_caution_is_to_be_looked_at_again_and_never_refused(typed: str) -> None:
    phone = check_phone(typed, "US")
    assert phone.verdict is PhoneVerdict.ODD
    assert caution_of(phone.e164) is not PhoneCaution.NONE


def test_only_good_and_odd_numbers_can_be_called() -> None:
    assert {verdict for verdict in PhoneVerdict if verdict.can_be_called} == {
        PhoneVerdict.GOOD,
        PhoneVerdict.ODD,
    }


def test_the_repr_of_a_phone_shows_no_digit_of_the_number() -> None:
    phone = check_phone("4155552671", "US")
    assert (phone.e164, phone.grouped) == ("+14155552671", "(415) 555-2671")
    for shown in (repr(phone), f"{phone}", repr([phone])):
        assert "4155552671" not in shown
        assert "555-2671" not in shown


def _modules_after(code: str) -> set[str]:
    found = subprocess.run(  # our own interpreter, our own words
        [sys.executable, "-c", f"import sys\n{code}\nprint(*sys.modules)"],
        check=True,
        capture_output=True,
        text=True,
    )
    return set(found.stdout.split())


def test_checking_a_number_loads_no_map_of_carriers_places_or_time_zones() -> None:
    loaded = _modules_after(
        "from kiosk.core.callback.phone import check_phone, format_as_typed\n"
        "assert check_phone('+442079460958', 'US').verdict == 'good'\n"
        "assert format_as_typed('4155552671', 'US')"
    )
    assert "phonenumbers" in loaded
    heavy = ("geocoder", "geodata", "carrier", "carrierdata", "timezone", "tzdata")
    assert not loaded & {f"phonenumbers.{name}" for name in heavy}


def test_the_way_to_the_first_frame_does_not_load_the_numbering_plan() -> None:
    loaded = _modules_after("import kiosk.core.visit, kiosk.core.callback.phone")
    assert "kiosk.core.callback.phone" in loaded
    assert "phonenumbers" not in loaded
