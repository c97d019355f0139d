"""Names as typed on large keys: readable, short, and nothing a spreadsheet would run."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.callback.names import clean_name, press_letter

RUN_BY_SPREADSHEETS = (
    "=",
    "+",
    "-",
    "@",
    "|",
    "%",
    "'",
    "\uff1d",
    "\uff0b",
    "\uff0d",
    "\uff20",
    "\uff5c",
    "\uff05",
)


@given(st.text())
def test_a_clean_name_is_composed_visible_and_harmless(name: str) -> None:
    clean = clean_name(name)
    assert clean == unicodedata.normalize("NFC", clean).strip()
    assert not any(unicodedata.category(letter).startswith("C") for letter in clean)
    assert not clean.startswith(RUN_BY_SPREADSHEETS)
    assert "  " not in clean


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("  Ana   Mari ", "Ana Mari"),
        ("O'Brien", "O'Brien"),
        ("Anne-Marie", "Anne-Marie"),
        ("'- = Ana", "Ana"),
        ("\u202eAna", "Ana"),
        ("Jose\u0301", "Jos\xe9"),
        ("\t\r\n", ""),
        ("- = -", ""),
    ],
)
def test_what_is_kept_of_a_name(typed: str, clean: str) -> None:
    assert clean_name(typed) == clean


@given(st.text())
def test_cleaning_twice_changes_nothing(name: str) -> None:
    assert clean_name(clean_name(name)) == clean_name(name)


def _typed(*keys: str) -> str:
    typed = ""
    for key in keys:
        typed = press_letter(typed, key)
    return typed


def test_each_word_begins_with_a_capital() -> None:
    assert _typed(*"ana", "space", *"o'neil-ros") == "Ana O'Neil-Ros"


def test_delete_takes_back_one_letter_and_a_space_comes_once() -> None:
    assert _typed("space", "a", "space", "space", "b", "delete", "delete", "c") == "Ac"
    assert press_letter("", "delete") == ""


@given(st.lists(st.sampled_from([*"abc\xf1\xe9'-", "space", "delete"]), max_size=120))
def test_a_name_never_grows_too_long(keys: list[str]) -> None:
    assert len(_typed(*keys)) <= 40


def test_a_name_that_is_full_takes_no_further_letter_but_can_be_shortened() -> None:
    assert press_letter("a" * 39, "b") == "a" * 39 + "b"
    full = "a" * 40
    assert [press_letter(full, key) for key in ("b", "space")] == [full, full]
    assert press_letter(full, "delete") == full[:-1]
