"""The note of a card as a contact, read back by a parser that nobody here wrote."""

import datetime
import re

import pytest
import vobject
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.content.files import load_content
from kiosk.content.folders import Folders
from kiosk.content.placeholders import PLACEHOLDERS
from kiosk.core.content.take_home import (
    MAX_NOTE_CHARACTERS,
    Note,
    contact,
    escaped,
    needed,
    note_problems,
    with_questions,
)
from kiosk.core.validation import Problem
from kiosk.store.settings.settings import assets_folder, content_folder

NOTE = ("You read about nerves.", "Call {emergency_number} or us: {phone}.")
FILLED = ("You read about nerves.", "Rest.", "Call 911 for weakness.", "Call us: 555-0143.")
NUMBERS = ("555-0143", "911")
TITLE = "My questions:"
TEXTS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")))
"""What settings let through: see store/settings/settings.py."""


def read(text: str) -> vobject.base.Component:
    (card,) = vobject.readComponents(text)
    card.validate()
    return card


def test_a_note_that_says_whom_to_call_has_no_problems() -> None:
    assert note_problems(NOTE) == []


@pytest.mark.parametrize("name", ["{emergency_number}", "{phone}"])
def test_whom_to_call_from_home_must_be_said(name: str) -> None:
    message = f"a note to take home says {name}: there is no front desk at home"
    note = tuple(text.replace(name, "them") for text in NOTE)
    assert note_problems(note) == [Problem(("take_home",), message)]


def test_a_note_is_no_longer_than_a_code_of_coarse_squares_has_room_for() -> None:
    bare = len("\n".join(NOTE)) - len("{emergency_number}{phone}")
    full = "One two. " * 100
    note = (*NOTE, full[: MAX_NOTE_CHARACTERS - bare - 1])
    assert note_problems(note) == []
    message = f"{MAX_NOTE_CHARACTERS + 1} characters; a note to take home has at most {MAX_NOTE_CHARACTERS}"
    assert note_problems((*note[:-1], f"{note[-1]}.")) == [Problem(("take_home",), message)]


def test_a_paragraph_must_say_something_in_short_sentences() -> None:
    places = [problem.place for problem in note_problems((*NOTE, " ", "word " * 21))]
    assert places == [("take_home",)] * 2


def characters(note: Note) -> int:
    """Return how long a note is, the numbers in it not counted."""
    return len(re.sub("555-0143|911", "", "\n".join(note.paragraphs)))


def filled_up(room: int) -> str:
    """Return a question that leaves so many characters of a note that only says whom to call."""
    rest = characters(Note((*FILLED[2:], TITLE, ""))) + room
    return "?" * (MAX_NOTE_CHARACTERS - rest)


def test_a_note_without_questions_stays_as_it_is() -> None:
    assert with_questions(FILLED, (), TITLE, NUMBERS) == Note(FILLED)


def test_questions_stand_below_the_note_each_once_and_in_their_order() -> None:
    asked = ("Is it new?", "What helps?")
    assert with_questions(FILLED, (*asked, "Is it new?"), TITLE, NUMBERS) == Note(
        (*FILLED, TITLE, *asked), asked
    )


def test_for_a_question_the_rest_of_the_note_makes_room_its_beginning_first() -> None:
    read, rest, *urgent = FILLED
    for room, kept in (
        (0, []),
        (len(rest), []),
        (len(rest) + 1, [rest]),
        (len(rest) + len(read) + 1, [rest]),
    ):
        long = filled_up(room)
        assert with_questions(FILLED, (long,), TITLE, NUMBERS) == Note((*kept, *urgent, TITLE, long), (long,))
    long = filled_up(len(rest) + len(read) + 2)
    assert with_questions(FILLED, (long,), TITLE, NUMBERS).paragraphs == (*FILLED, TITLE, long)


def test_a_question_without_room_is_left_out_whole_and_a_shorter_one_still_goes_in() -> None:
    long, short = filled_up(-1), "Is it new?"
    assert with_questions(FILLED, (long, short), TITLE, NUMBERS) == Note(
        (*FILLED, TITLE, short), (short,), (long,)
    )
    assert with_questions(FILLED, (long,), TITLE, NUMBERS) == Note(FILLED, left_out=(long,))


def test_what_says_whom_to_call_is_told_from_the_rest() -> None:
    assert needed(FILLED, NUMBERS) == FILLED[2:]


@given(
    st.lists(st.sampled_from(("", *NUMBERS)).flatmap(lambda number: TEXTS.map(number.__add__)), max_size=4),
    st.lists(st.text("?a ", max_size=300), max_size=6),
)
def test_whom_to_call_and_every_question_are_told_whole_or_said_to_be_left_out(
    note: list[str], questions: list[str]
) -> None:
    told = with_questions(tuple(note), questions, TITLE, NUMBERS)
    assert set(needed(note, NUMBERS)) <= set(told.paragraphs)
    assert sorted((*told.questions, *told.left_out)) == sorted(set(questions))
    if told.questions:
        assert told.paragraphs[-len(told.questions) - 1 :] == (TITLE, *told.questions)
        assert characters(told) <= MAX_NOTE_CHARACTERS
    else:
        assert told.paragraphs == tuple(note)


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_shipped_note_says_whom_to_call_and_sends_nobody_to_a_desk(language: str) -> None:
    placeholders = dict.fromkeys(PLACEHOLDERS, "") | {"emergency_number": "112", "phone": "(202) 555-0143"}
    folders = Folders(content_folder(), assets_folder())
    notes = {
        card.id: "\n".join(card.take_home)
        for card in load_content(folders, language, placeholders, datetime.date(2026, 11, 28)).cards
    }
    assert notes
    for note in notes.values():
        assert "112" in note
        assert "(202) 555-0143" in note
        assert not re.search("desk|recepción|staff|personal", note)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Hill Clinic", "Hill Clinic"),
        ("a\\b", r"a\\b"),
        ("a,b;c", r"a\,b\;c"),
        ("one\ntwo\r\nthree\rfour", r"one\ntwo\nthree\nfour"),
        (r"\n", r"\\n"),
        ("O\u2019Neill: Peña", "O\u2019Neill: Peña"),
    ],
)
def test_what_a_vcard_gives_a_meaning_to_is_escaped(text: str, value: str) -> None:
    assert escaped(text) == value


def test_a_contact_stands_in_the_lines_of_rfc_2426() -> None:
    text = contact("Hill; Lake, Inc.", "(202) 555-0143", "US", "One.\nTwo, three.")
    assert text.split("\r\n") == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        r"N:Hill\; Lake\, Inc.;;;;",
        r"FN:Hill\; Lake\, Inc.",
        r"ORG:Hill\; Lake\, Inc.",
        "TEL;TYPE=WORK:+12025550143",
        r"NOTE:One.\nTwo\, three.",
        "END:VCARD",
        "",
    ]


@pytest.mark.parametrize(
    ("phone", "country", "number"),
    [
        ("(202) 555-0143", "US", "+12025550143"),
        ("1-800-356-9377", "US", "+18003569377"),
        ("030 901820", "DE", "+4930901820"),
        ("+34 912 34 56 78", "US", "+34912345678"),
        ("ask at the desk, or write; 7", "US", "ask at the desk, or write; 7"),
        ("555", "US", "555"),
    ],
)
def test_the_number_is_international_if_it_can_be_read_and_as_typed_if_not(
    phone: str, country: str, number: str
) -> None:
    assert read(contact("Clinic", phone, country, "Note")).tel.value == number


@given(name=TEXTS, lines=st.lists(TEXTS.filter(bool), min_size=1))
@example(name="Clínica D\u2019Água; Peña, Hnos. \\ Co", lines=[r"\n, \; ", "END:VCARD", ":", "\\"])
def test_a_parser_reads_what_was_meant(name: str, lines: list[str]) -> None:
    note = "\n".join(lines)
    card = read(contact(name, "(202) 555-0143", "US", note))
    assert card.version.value == "3.0"
    assert card.fn.value == name
    assert (card.n.value.family, card.n.value.given, card.n.value.additional) == (name, "", "")
    assert (card.n.value.prefix, card.n.value.suffix) == ("", "")
    assert card.org.value == [name]
    assert card.tel.value == "+12025550143"
    assert card.note.value == note
