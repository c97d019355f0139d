"""A card that says more than a visitor reads, or says it in scraps, is named with the line of its steps."""

import dataclasses
from pathlib import Path

import pytest

from kiosk.content.card_lengths import MeasuredCard, card_lines, length_problems, measured_cards
from kiosk.content.style import CardLengths, Style, read_style
from kiosk.store.settings.toml_files import FileProblem
from tests.content_copy import ContentCopy

CARD = "en/cards/1-genetic.toml"
MEASURED = MeasuredCard(
    language="en", card="genetic", first_pages=78, main_path=110, whole=118, facts=10, early=9, fragments=0.0
)
"""What the card of our own measures, its words counted by hand."""
EXACTLY = CardLengths(first_pages=78, main_path=110, whole=118, fragments=0.0)


@pytest.fixture
def copy(tmp_path: Path) -> ContentCopy:
    made = ContentCopy.under(tmp_path)
    for path in made.folders.cards("en"):
        if path.name != "1-genetic.toml":
            path.unlink()
    return made


def found(copy: ContentCopy, most: CardLengths) -> list[FileProblem]:
    style, _ = read_style(copy.file("en/style.toml"))
    assert isinstance(style, Style)
    return length_problems(copy.read(), dataclasses.replace(style, card=most))


def told(copy: ContentCopy, *messages: str) -> list[FileProblem]:
    line = copy.line(CARD, "[[steps]]")
    return [FileProblem(copy.file(CARD), line, message) for message in messages]


def test_a_card_is_measured_in_words_facts_and_fragments(copy: ContentCopy) -> None:
    assert measured_cards(copy.read()) == [MEASURED]


def test_titles_the_teach_back_and_the_emergencies_count_for_nothing(copy: ContentCopy) -> None:
    copy.change(CARD, 'title = "What happens"', 'title = "What happens in your body and why"')
    copy.change(CARD, 'question = "Can a gene change be new?"', 'question = "Can it?"')
    copy.file("en/emergency.toml").unlink()
    assert measured_cards(copy.read()) == [MEASURED]


def test_pages_for_conditions_count_for_the_whole_card_alone(copy: ContentCopy) -> None:
    copy.change(CARD, "the muscles slowly grow weaker.", "the muscles slowly grow weaker and weaker.")
    assert measured_cards(copy.read()) == [dataclasses.replace(MEASURED, whole=120)]


def test_later_pages_of_a_chapter_count_for_the_main_path_but_are_no_first_pages(copy: ContentCopy) -> None:
    copy.change(CARD, "What can I do to stay strong?", "What can I do to stay strong and safe?")
    assert measured_cards(copy.read()) == [dataclasses.replace(MEASURED, main_path=112, whole=120)]


def test_a_sentence_of_four_words_is_a_fragment_and_one_of_five_is_not(copy: ContentCopy) -> None:
    copy.change(CARD, "Braces can keep your feet up", "Braces keep feet up")
    fourth = measured_cards(copy.read())[0]
    assert fourth.fragments == pytest.approx(1 / 18)
    assert (fourth.first_pages, fourth.main_path, fourth.whole) == (76, 108, 116)
    copy.change(CARD, "Braces keep feet up", "Braces keep your feet up")
    assert measured_cards(copy.read())[0].fragments == 0


def test_sentences_of_the_note_to_take_home_may_be_fragments_too(copy: ContentCopy) -> None:
    copy.change(
        CARD, "Call us at {phone}, or call {emergency_number}.", "Call {phone}. Or {emergency_number}."
    )
    assert measured_cards(copy.read())[0].fragments == pytest.approx(2 / 19)


def test_a_card_as_long_as_it_may_be_has_no_problem(copy: ContentCopy) -> None:
    assert found(copy, EXACTLY) == []


@pytest.mark.parametrize(
    ("most", "message"),
    [
        (dataclasses.replace(EXACTLY, first_pages=77), "78 words on the first pages; at most 77"),
        (dataclasses.replace(EXACTLY, main_path=109), "110 words on the main path; at most 109"),
        (dataclasses.replace(EXACTLY, whole=117), "118 words in all; at most 117"),
    ],
)
def test_a_card_one_word_too_long_is_named_at_its_steps(
    copy: ContentCopy, most: CardLengths, message: str
) -> None:
    assert found(copy, most) == told(copy, message)


def test_a_card_in_scraps_is_named_with_their_share(copy: ContentCopy) -> None:
    copy.change(CARD, "Braces can keep your feet up", "Braces keep feet up")
    message = "6% of the sentences have four words or fewer; at most 5%"
    assert found(copy, dataclasses.replace(EXACTLY, fragments=0.05)) == told(copy, message)
    assert found(copy, dataclasses.replace(EXACTLY, fragments=0.06)) == []


def test_everything_that_is_too_long_is_told_at_once(copy: ContentCopy) -> None:
    assert found(copy, CardLengths(1, 2, 3, 0.0)) == told(
        copy,
        "78 words on the first pages; at most 1",
        "110 words on the main path; at most 2",
        "118 words in all; at most 3",
    )


def test_a_card_without_a_sentence_has_no_fragments(copy: ContentCopy) -> None:
    (card,) = copy.read().cards
    reading = copy.read()
    reading.cards = (dataclasses.replace(card, steps=(), take_home=()),)
    (measured,) = measured_cards(reading)
    assert (measured.whole, measured.facts, measured.fragments) == (0, 0, 0.0)


def test_a_card_whose_file_vanished_meanwhile_is_said_to_be_missing(copy: ContentCopy) -> None:
    style, _ = read_style(copy.file("en/style.toml"))
    assert isinstance(style, Style)
    reading = copy.read()
    copy.file(CARD).unlink()
    too_short = dataclasses.replace(style, card=dataclasses.replace(EXACTLY, whole=1))
    assert length_problems(reading, too_short) == [FileProblem(copy.file(CARD), 0, "the file is missing")]


def test_the_table_has_its_numbers_under_their_heads() -> None:
    head, line = card_lines([dataclasses.replace(MEASURED, fragments=0.04)])
    ends = [head.index(name) + len(name) for name in ("first pages", "main path", "whole", "must know")]
    ends += [head.index("on first pages") + len("on first pages"), len(head)]
    starts = [0, *ends]
    cells = [line[start:end].strip() for start, end in zip(starts, ends, strict=False)]
    assert cells == ["en  genetic                78", "110", "118", "10", "9", "4%"]
    assert len(line) == len(head)
    assert head.split()[0] == "card"


def test_a_language_says_in_its_style_how_long_a_card_may_be(copy: ContentCopy) -> None:
    style, _ = read_style(copy.file("en/style.toml"))
    assert style is not None
    assert style.card == CardLengths(first_pages=150, main_path=450, whole=900, fragments=0.05)
    copy.change("en/style.toml", "first_pages = 150", "first_pages = 0")
    _, problems = read_style(copy.file("en/style.toml"))
    line = copy.line("en/style.toml", "first_pages = 0")
    assert [(problem.path, problem.line) for problem in problems] == [(copy.file("en/style.toml"), line)]
