"""What makes cards and the self-check poster fit to be read by visitors."""

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest

from kiosk.core.content.card_picture import Picture
from kiosk.core.content.cards import (
    Card,
    Content,
    PosterGroup,
    PosterLine,
    PosterList,
    SelfCheckPoster,
    card_problems,
    poster_problems,
)
from kiosk.core.content.colours import Accent, Colours
from kiosk.core.content.letter_keys import LetterKeys
from kiosk.core.content.pathway import PATHWAY, Stop
from kiosk.core.content.steps import CHAPTERS, Step, TeachBack
from kiosk.core.content.wording import sentences, word_count
from kiosk.core.validation import KeyPath, Problem

IDS = ("genetic", "start-here")
SOURCES = ("M-MD", "M-NM")
LONG = "word " * 20 + "end."
"""A sentence one word too long."""
CAPTIONS = "a picture with two states has a caption for each: say healthy_caption and affected_caption"

KEYS = LetterKeys(("qwertz",), ("äöü",))
CARD = Card(
    id="genetic",
    number=1,
    title="Genetic factors",
    headline="A gene change can make muscles weak",
    stops=(Stop.MUSCLE,),
    related=("start-here",),
    take_home=("Call us at {phone}, or {emergency_number}.",),
    colours=Colours("#ECE6F8", Accent("#4E3493", "#CFC1FA", "#FFE14D")),
    picture=Picture(healthy_alt="All whole.", affected_alt="One broken."),
    steps=(
        Step(
            "in_short",
            "In short",
            ("Genes are instructions.", "Tell the front desk now."),
            ("M-MD",),
            must_know={"what_it_is": ("text.0",), "emergency": ("text.1",)},
        ),
        Step("happens", "How", ("A gene changes.",), ("M-MD",)),
        Step(
            "signs",
            "Signs",
            (),
            ("M-MD", "M-NM"),
            ("Falls", "Big calves"),
            must_know={"sign": ("points.0", "points.1")},
        ),
        Step(
            "help",
            "Help",
            ("A blood test shows it.",),
            ("M-MD",),
            ("Care helps.",),
            scene="tests",
            must_know={"found": ("text.0",), "helps": ("points.0",)},
        ),
        Step(
            "do",
            "Do",
            ("Write it down.", "Ask why."),
            ("M-MD",),
            must_know={"today": ("text.0",), "ask": ("text.1",)},
        ),
        Step("do", "At home", ("Put up rails.",), ("M-MD",), scene="tests"),
    ),
    teach_back=TeachBack(
        "Can it be new?", ("Yes.", "No.", "Never."), 0, "It can.", "New ones happen.", ("M-MD",)
    ),
)
LINE = PosterLine(("N1",), "Choking", ("M-NM",))
POSTER = SelfCheckPoster(
    purpose="It helps.",
    not_everything="Not every symptom.",
    not_a_diagnosis="Not a diagnosis.",
    lists=(
        PosterList("now", "Now", "Unsure? Ask.", (PosterGroup("Right now:", (LINE,)),)),
        PosterList("soon", "Today", "", (PosterGroup("Lately:", (LINE, LINE)),)),
        PosterList("routine", "At your visit", "", (PosterGroup("Ever:", (LINE,)),)),
    ),
)


def _card(**changes: Any) -> Card:
    return dataclasses.replace(CARD, **changes)


def _step(**changes: Any) -> Card:
    first, second, *others = CARD.steps
    return _card(steps=(first, dataclasses.replace(second, **changes), *others))


def _teach_back(**changes: Any) -> Card:
    return _card(teach_back=dataclasses.replace(CARD.teach_back, **changes))


def _poster(index: int, change: Callable[[PosterList], PosterList]) -> SelfCheckPoster:
    lists = list(POSTER.lists)
    lists[index] = change(lists[index])
    return dataclasses.replace(POSTER, lists=tuple(lists))


def _group(**changes: Any) -> SelfCheckPoster:
    return _poster(
        1, lambda part: dataclasses.replace(part, groups=(dataclasses.replace(part.groups[0], **changes),))
    )


def _line(**changes: Any) -> SelfCheckPoster:
    return _group(lines=(LINE, dataclasses.replace(LINE, **changes)))


@pytest.mark.parametrize(
    "picture",
    [
        Picture("A"),
        Picture("A", "B"),
        CARD.picture,
        dataclasses.replace(CARD.picture, healthy_caption="B", affected_caption="C"),
    ],
)
def test_a_picture_has_a_caption_for_each_of_its_alternative_texts_or_none(picture: Picture) -> None:
    assert card_problems(_card(picture=picture), IDS, SOURCES) == []


def test_a_state_has_its_own_words() -> None:
    states = Picture("", "", "All whole.", "One broken.", "It arrives.", "It is lost.")
    assert states.words(is_affected=False) == ("All whole.", "It arrives.")
    assert states.words(is_affected=True) == ("One broken.", "It is lost.")
    alone = Picture("Three doors.", "Now, today, learn.")
    assert alone.words(is_affected=True) == alone.words(is_affected=False)


def test_a_good_card_and_a_good_poster_have_no_problems() -> None:
    assert card_problems(CARD, IDS, SOURCES) == []
    assert poster_problems(POSTER, SOURCES) == []


@pytest.mark.parametrize(
    ("card", "place", "message"),
    [
        (
            _card(steps=(*CARD.steps, CARD.steps[1])),
            ("steps",),
            f"the steps must stand in this order of their kinds: {', '.join(CHAPTERS)}",
        ),
        (
            _step(must_know={"helps": ("text.0",)}),
            ("steps",),
            "must_know: 8 of 9 facts stand on the first pages of a card: 90 % must",
        ),
        (_card(related=("start-here", "gentic")), ("related",), "no card has the id 'gentic'"),
        (_card(title=" "), ("title",), "must not be empty"),
        (_card(headline=""), ("headline",), "must not be empty"),
        (_card(take_home=(*CARD.take_home, " ")), ("take_home",), "must not be empty"),
        *(
            (_card(picture=picture), ("picture",), "say alt, or both healthy_alt and affected_alt")
            for picture in (
                Picture(" "),
                Picture(healthy_alt="B"),
                Picture(affected_alt="C"),
                Picture("A", healthy_alt="B"),
                Picture("A", healthy_alt="B", affected_alt="C"),
            )
        ),
        *(
            (_card(picture=picture), ("picture",), message)
            for picture, message in (
                (Picture("A", "C", healthy_caption="D"), "a picture with alt has one caption: say caption"),
                (Picture("A", affected_caption="D"), "a picture with alt has one caption: say caption"),
                (dataclasses.replace(CARD.picture, caption="C"), CAPTIONS),
                (dataclasses.replace(CARD.picture, healthy_caption="C"), CAPTIONS),
                (dataclasses.replace(CARD.picture, affected_caption="C"), CAPTIONS),
                (
                    dataclasses.replace(CARD.picture, caption="C", healthy_caption="D", affected_caption="E"),
                    CAPTIONS,
                ),
            )
        ),
        (_step(title=""), ("steps", 1, "title"), "must not be empty"),
        (_step(sources=("M-MD", "M-XX")), ("steps", 1, "sources"), "no source has the id 'M-XX'"),
        (_teach_back(question=""), ("teach_back", "question"), "must not be empty"),
        (_teach_back(sources=("X",)), ("teach_back", "sources"), "no source has the id 'X'"),
    ],
)
def test_a_fault_of_a_card_is_named_at_its_place(card: Card, place: KeyPath, message: str) -> None:
    assert card_problems(card, IDS, SOURCES) == [Problem(place, message)]


def test_a_note_to_take_home_has_short_sentences_too() -> None:
    card = _card(take_home=(*CARD.take_home, LONG))
    message = f"a sentence has at most 20 words: {LONG!r}"
    assert card_problems(card, IDS, SOURCES) == [Problem(("take_home",), message)]


def test_all_faults_of_a_card_are_found_at_once() -> None:
    card = dataclasses.replace(_step(title="", sources=("X",)), related=("y",), headline="")
    places = {problem.place for problem in card_problems(card, IDS, SOURCES)}
    assert places == {("related",), ("headline",), ("steps", 1, "title"), ("steps", 1, "sources")}


@pytest.mark.parametrize(
    ("poster", "place", "message"),
    [
        (dataclasses.replace(POSTER, purpose=""), ("purpose",), "must not be empty"),
        (dataclasses.replace(POSTER, not_everything=""), ("not_everything",), "must not be empty"),
        (dataclasses.replace(POSTER, not_a_diagnosis=" "), ("not_a_diagnosis",), "must not be empty"),
        (
            dataclasses.replace(POSTER, lists=POSTER.lists[::-1]),
            ("lists",),
            "the lists must be 'now', 'soon', 'routine', in this order",
        ),
        (
            dataclasses.replace(POSTER, lists=POSTER.lists[:2]),
            ("lists",),
            "the lists must be 'now', 'soon', 'routine', in this order",
        ),
        (
            _poster(2, lambda part: dataclasses.replace(part, title="")),
            ("lists", 2, "title"),
            "must not be empty",
        ),
        (
            _poster(2, lambda part: dataclasses.replace(part, groups=())),
            ("lists", 2),
            "a list needs at least one group",
        ),
        (_group(when=""), ("lists", 1, "groups", 0, "when"), "must not be empty"),
        (_group(lines=()), ("lists", 1, "groups", 0), "a group needs at least one line"),
        (_line(text=""), ("lists", 1, "groups", 0, "lines", 1, "text"), "must not be empty"),
        (
            _line(text="word " * 27),
            ("lists", 1, "groups", 0, "lines", 1, "text"),
            "a line has at most 26 words",
        ),
        (
            _line(sources=()),
            ("lists", 1, "groups", 0, "lines", 1, "sources"),
            "every claim needs at least one source",
        ),
        (
            _line(sources=("X",)),
            ("lists", 1, "groups", 0, "lines", 1, "sources"),
            "no source has the id 'X'",
        ),
    ],
)
def test_a_fault_of_the_poster_is_named_at_its_place(
    poster: SelfCheckPoster, place: KeyPath, message: str
) -> None:
    assert poster_problems(poster, SOURCES) == [Problem(place, message)]


def test_a_line_of_twenty_six_words_is_allowed() -> None:
    assert poster_problems(_line(text="word " * 26), SOURCES) == []


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two! Three? Four: five.", ["One.", "Two!", "Three?", "Four:", "five."]),
        ("  One.\n\nTwo  ", ["One.", "Two"]),
        ("About 1.5 in 100", ["About 1.5 in 100"]),
        ("", []),
        (" ", []),
    ],
)
def test_a_paragraph_is_split_at_the_ends_of_its_sentences(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


def test_words_are_counted_as_a_reader_counts_them() -> None:
    assert word_count(["One two,  three", "", "four\nfive"]) == 5


def test_a_card_shows_its_thumbnail_its_states_or_a_picture_alone_and_each_scene_once() -> None:
    scenes = ("pictures/tests.svg", "pictures/today.svg")
    states = ("pictures/genetic-healthy.svg", "pictures/genetic-affected.svg")
    assert CARD.pictures == ("thumbnails/genetic.svg", *states, *scenes)
    plain = _card(stops=(), picture=Picture("The doors."), steps=CARD.steps[:3])
    assert plain.pictures == ("thumbnails/genetic.svg", "pictures/genetic.svg")


def test_the_first_card_answers_for_the_pathway_and_its_close_ups() -> None:
    assert _card(number=0).pictures[: len(PATHWAY)] == PATHWAY
    assert "pictures/closer-junction.svg" in PATHWAY


def test_a_card_opens_at_the_first_step_of_a_kind_or_at_its_beginning() -> None:
    assert [CARD.first_step(kind) for kind in ("signs", "do", "in_short", "ask")] == [2, 4, 0, 0]


def test_a_card_is_found_by_its_id() -> None:
    other = _card(id="start-here", number=0)
    content = Content("en", (other, CARD), POSTER, KEYS, None, "why", {}, {}, "0123")
    assert content.card("genetic") is CARD
    with pytest.raises(KeyError, match="toxins"):
        content.card("toxins")
