"""Names as typed on large keys: readable, short, and nothing a spreadsheet would run."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.files import read_language
from kiosk.content.folders import Folders
from kiosk.core.callback.names import (
    MAX_NAME_CHARACTERS,
    accent_rows,
    accented,
    begins_word,
    clean_name,
    exchange_letter,
    is_full,
    press_letter,
)
from kiosk.store.settings.settings import assets_folder, content_folder

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


def test_a_letter_is_typed_as_it_is() -> None:
    assert _typed(*"McDonald", "space", *"van", "space", *"der", "space", *"O'Brien-ros") == (
        "McDonald van der O'Brien-ros"
    )


def test_a_word_begins_where_nothing_or_no_letter_stands_before() -> None:
    assert all(begins_word(typed) for typed in ("", "Ana ", "O'", "Ann-"))
    assert not any(begins_word(typed) for typed in ("A", "Ana", "\xc9"))


def test_delete_takes_back_one_letter_and_a_space_comes_once() -> None:
    assert _typed("space", "a", "space", "space", "b", "delete", "delete", "c") == "ac"
    assert press_letter("", "delete") == ""


def test_an_accent_of_a_keyboard_is_put_on_the_letter_before_it() -> None:
    assert _typed("e", "\u0302", "\u0301") == "\u1ebf"
    assert press_letter("e" * MAX_NAME_CHARACTERS, "\u0301") == "e" * (MAX_NAME_CHARACTERS - 1) + "\xe9"


@given(st.lists(st.sampled_from([*"abc\xf1\xe9'-", "space", "delete"]), max_size=160))
def test_a_name_never_grows_too_long(keys: list[str]) -> None:
    assert len(_typed(*keys)) <= MAX_NAME_CHARACTERS


def test_a_name_that_is_full_takes_no_further_letter_but_can_be_shortened() -> None:
    full = "a" * MAX_NAME_CHARACTERS
    assert press_letter(full[:-1], "b") == full[:-1] + "b"
    assert [press_letter(full, key) for key in ("b", "space")] == [full, full]
    assert press_letter(full, "delete") == full[:-1]
    assert [is_full(full), is_full(full[:-1])] == [True, False]


def _keys(language: str) -> tuple[set[str], tuple[str, ...]]:
    keys = read_language(Folders(content_folder(), assets_folder()), language).keys
    assert keys is not None
    return set("".join(keys.letters)), keys.accents


def _vietnamese() -> set[str]:
    """All letters of Vietnamese: twelve vowels in six tones, and the consonants."""
    vowels = "aăâeêioôơuưy"
    tones = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
    return {unicodedata.normalize("NFC", vowel + tone) for vowel in vowels for tone in tones} | {
        *"bcdđghklmnpqrstvx"
    }


ALPHABETS = {
    "Vietnamese": _vietnamese(),
    "Portuguese": set("áâãàçéêíóôõú"),
    "Polish": set("ąćęłńóśźż"),
    "Czech": set("áčďéěíňóřšťúůýž"),
    "Slovak": set("áäčďéíĺľňóôŕšťúýž"),
    "Hungarian": set("áéíóöőúüű"),
    "Romanian": set("ăâîșț"),
    "Croatian": set("čćđšž"),
    "Turkish": set("çğıİöşü"),
    "German": set("äöüß"),
    "French": set("àâæçéèêëîïôœùûüÿ"),
    "Spanish": set("áéíñóúü"),
    "Italian": set("àèéìíîòóùú"),
    "Catalan": set("àçèéíïòóúü"),
    "Danish and Norwegian": set("æøå"),
    "Swedish and Finnish": set("åäö"),
    "Icelandic": set("áðéíóúýþæö"),
    "Estonian": set("äõöüšž"),
    "Latvian": set("āčēģīķļņšūž"),
    "Lithuanian": set("ąčęėįšųūž"),
    "Welsh": set("âêîôûŵŷẃẅ"),
    "Maltese": set("ċġħż"),
    "Albanian": set("çë"),
    "Hawaiian and Samoan": set("āēīōū"),
}


def _written(letter: str, plain: set[str], families: tuple[str, ...]) -> bool:
    """Whether a letter can be written: on a key, or by exchanging one that is."""
    return (
        letter in plain
        or letter.lower() in plain
        or any(
            letter in accented(each, families)
            for family in families
            for each in (family[0], family[0].upper())
        )
    )


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("alphabet", ALPHABETS)
def test_every_letter_of_a_language_can_be_written_small_and_capital(language: str, alphabet: str) -> None:
    plain, families = _keys(language)
    letters = ALPHABETS[alphabet]
    capitals = {letter.upper() for letter in letters if len(letter.upper()) == 1}
    assert [each for each in sorted(letters | capitals) if not _written(each, plain, families)] == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_each_family_begins_with_a_key_and_every_letter_of_it_leads_to_every_other(language: str) -> None:
    plain, families = _keys(language)
    for family in families:
        assert family[0] in plain
        assert len(set(family)) == len(family)
        small = [letter for letter in family if not letter.isupper()]
        for letter in small:
            assert set(accented(letter, families)) == set(small) - {letter}
            assert exchange_letter("x" + letter, small[-1]) == "x" + small[-1]
        assert all(unicodedata.is_normalized("NFC", letter) for letter in family)


FAMILIES = ("aáà", "ií\u0131\u0130", "sšß")


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("", ()),
        ("Ana ", ()),
        ("b", ()),
        ("ca", ("á", "à")),
        ("CA", ("Á", "À")),
        ("cá", ("a", "à")),
        ("i", ("í", "\u0131")),
        ("I", ("Í", "\u0130")),
        ("\u0130", ("I", "Í")),
        ("S", ("Š",)),
        ("ß", ("s", "š")),
    ],
)
def test_the_last_letter_is_offered_with_accents_in_its_own_case(
    typed: str, offered: tuple[str, ...]
) -> None:
    assert accented(typed, FAMILIES) == offered


def test_accents_stand_in_even_rows_and_where_no_letter_is_the_first_of_each_family_does() -> None:
    _, families = _keys("en")
    assert accent_rows("", FAMILIES) == accent_rows("b", FAMILIES) == ("áíš",)
    assert accent_rows("a", FAMILIES) == ("áà",)
    assert accent_rows("a", ()) == ()
    for typed in ("", *(family[0] for family in families)):
        rows = accent_rows(typed, families)
        assert len(rows) <= 3
        assert all(len(row) <= 8 for row in rows)
        assert len(rows[0]) - len(rows[-1]) <= 2
