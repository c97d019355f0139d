"""No page break takes a text from its condition: stated anew here, over texts whose every word is unique."""

import dataclasses
import itertools
import textwrap
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.ui.paging.page_breaks import (
    LINE_BREAK,
    POINT,
    Sheet,
    break_up,
    complaints,
    has_whole_lists,
    is_sound,
)

WIDTH = 24


def sheet(lines: float, spacing: float = 0.0, width: int = WIDTH) -> Sheet:
    """Return a sheet of lines of one pixel and so many letters."""

    def count(block: str) -> int:
        return sum(len(textwrap.wrap(line, width)) or 1 for line in block.split(LINE_BREAK))

    return Sheet(height=lines, line_height=1.0, spacing=spacing, lines=count)


@dataclasses.dataclass(frozen=True)
class Section:
    """A paragraph, or a list: its sentences, the last of which leads in the points if there are any."""

    sentences: tuple[str, ...]
    points: tuple[str, ...]

    @property
    def blocks(self) -> list[str]:
        return [*([" ".join(self.sentences)] if self.sentences else []), *self.points]

    @property
    def lead_in(self) -> str:
        return self.sentences[-1] if self.sentences and self.points else ""


@st.composite
def texts(draw: st.DrawFn) -> list[Section]:
    number = itertools.count()

    def sentence(end: str) -> str:
        words = draw(st.lists(st.integers(1, 9), min_size=1, max_size=6))
        return " ".join(f"{next(number)}{'x' * length}" for length in words) + end

    def section() -> Section:
        points = tuple(
            POINT + " ".join(sentence(".") for _ in range(draw(st.integers(1, 2))))
            for _ in range(draw(st.integers(0, 4)))
        )
        count = draw(st.integers(0 if points else 1, 3))
        ends = ["."] * (count - 1) + [":" if points else "."] if count else []
        return Section(tuple(map(sentence, ends)), points)

    sections = [section() for _ in range(draw(st.integers(1, 4)))]
    # Points without a lead-in begin a text: after a list they would be more of its points.
    return [one for index, one in enumerate(sections) if index == 0 or one.sentences]


def sheets() -> st.SearchStrategy[Sheet]:
    return st.builds(sheet, st.integers(1, 14), st.sampled_from([0.0, 0.5]), st.integers(10, 60))


def blocks_of(sections: list[Section]) -> list[str]:
    return [block for section in sections for block in section.blocks]


def words(blocks: list[str]) -> list[str]:
    return [word for block in blocks for word in block.removeprefix(POINT).split()]


def repeated(page: list[str], page_before: list[list[str]]) -> bool:
    """Whether a page begins with words that were there before."""
    return bool(page_before) and set(words(page[:1])) <= {word for one in page_before for word in words(one)}


@given(texts(), sheets())
def test_no_word_is_lost_doubled_or_reordered(sections: list[Section], room: Sheet) -> None:
    pages = break_up(blocks_of(sections), room)
    new: list[str] = []
    lead_ins = {section.lead_in for section in sections}
    for index, page in enumerate(pages):
        if repeated(page, pages[:index]):
            assert any(page[0].endswith(lead_in) for lead_in in lead_ins - {""}), "only lead-ins come again"
            new += words(page[1:])
        else:
            new += words(page)
    assert new == words(blocks_of(sections))


@given(texts(), sheets())
def test_every_point_and_every_piece_of_one_stands_below_its_own_lead_in(
    sections: list[Section], room: Sheet
) -> None:
    lead_ins = {
        word: section.lead_in for section in sections for point in section.points for word in words([point])
    }
    for page in break_up(blocks_of(sections), room):
        above = ""
        for block in page:
            if block.startswith(POINT):
                assert above.endswith(lead_ins[words([block])[0]])
            else:
                above = block


@given(texts(), sheets())
def test_a_lead_in_is_never_the_last_on_a_page_and_never_above_anything_but_its_points(
    sections: list[Section], room: Sheet
) -> None:
    for page in break_up(blocks_of(sections), room):
        for block, below in itertools.pairwise([*page, ""]):
            assert not block.endswith(":") or below.startswith(POINT)


def together(sections: list[Section]) -> Iterator[list[str]]:
    """Give what must have room on one page: each sentence, each point with the sentence that leads it in."""
    for section in sections:
        yield from ([sentence] for sentence in section.sentences)
        yield from ([*([section.lead_in] if section.lead_in else []), point] for point in section.points)


@given(texts(), sheets())
def test_where_there_is_room_for_what_belongs_together_all_fits_and_nothing_is_broken_up(
    sections: list[Section], room: Sheet
) -> None:
    blocks = blocks_of(sections)
    pages = break_up(blocks, room)
    if all(room.fits(belongs) for belongs in together(sections)):
        points = [block for page in pages for block in page if block.startswith(POINT)]
        assert points == [block for block in blocks if block.startswith(POINT)]
        assert all(room.fits(page) for page in pages)
        assert is_sound(blocks, pages, room)
    else:
        assert not is_sound(blocks, pages, room), "it is said, not hidden"


@given(texts(), sheets())
def test_a_list_and_a_paragraph_stay_whole_where_a_page_has_room_for_them(
    sections: list[Section], room: Sheet
) -> None:
    pages = break_up(blocks_of(sections), room)
    for section in sections:
        is_alone = bool(section.sentences) and room.fits(section.blocks)
        joined = [LINE_BREAK.join(page) for page in pages]
        assert not is_alone or any(LINE_BREAK.join(section.blocks) in page for page in joined)


def wholes(sections: list[Section], room: Sheet) -> list[tuple[bool, bool]]:
    """Return of each section whether a page has room for all of it, and for its lead-in above each point."""
    return [
        (
            room.fits(section.blocks),
            all(room.fits([" ".join(section.sentences), point]) for point in section.points),
        )
        for section in sections
    ]


@given(texts(), sheets())
def test_a_higher_page_never_makes_more_of_them(sections: list[Section], room: Sheet) -> None:
    higher = dataclasses.replace(room, height=room.height + 1)
    blocks = blocks_of(sections)
    # A list that a higher page keeps whole, or that it repeats more words above, may well take more pages.
    if wholes(sections, room) == wholes(sections, higher) and is_sound(blocks, break_up(blocks, room), room):
        assert len(break_up(blocks, higher)) <= len(break_up(blocks, room))


LIST = ["Before this.", "Ours. Tell us now, for:", POINT + "one", POINT + "two", POINT + "three"]


def test_a_list_comes_whole_on_a_page_of_its_own_rather_than_in_parts() -> None:
    assert break_up(LIST, sheet(4)) == [LIST[:1], LIST[1:]]


def test_a_list_stays_whole_even_where_parts_of_it_would_make_fewer_pages() -> None:
    lead_in, one, two, three = LIST[1:]
    around = ["One more line here, and another one.", "Two more lines there, and then another."]
    assert break_up([around[0], lead_in, one, two, three, around[1]], sheet(5)) == [
        [around[0]],
        [lead_in, one, two, three],
        [around[1]],
    ]


def test_a_point_that_fits_only_without_its_lead_in_is_broken_up_below_it() -> None:
    lead_in, point = "Tell us now, for:", POINT + "one two three four five six seven"
    room = sheet(2)
    pages = break_up([lead_in, point], room)
    assert all(page[0] == lead_in and room.fits(page) for page in pages)
    assert words([block for page in pages for block in page[1:]]) == words([point])
    assert not is_sound([lead_in, point], pages, room)


def test_the_lead_in_stands_again_above_the_points_on_the_next_page() -> None:
    lead_in, one, two, three = LIST[1:]
    assert break_up(LIST[1:], sheet(3)) == [[lead_in, one, two], [lead_in, three]]


def test_only_the_sentence_that_leads_in_comes_again_where_there_is_no_room_for_more() -> None:
    before, lead_in = "It is rare, but it can spread.", "Tell us now, for:"
    pages = break_up([f"{before} {lead_in}", POINT + "one", POINT + "two"], sheet(2))
    assert pages == [[before], [lead_in, POINT + "one"], [lead_in, POINT + "two"]]


def test_the_sentence_joins_what_comes_before_it_where_both_have_room() -> None:
    lead_in, long = "It is rare. Tell us if:", POINT + "a point that takes two lines"
    pages = break_up([lead_in, POINT + "one", long], sheet(3, width=20))
    assert pages == [[lead_in, POINT + "one"], ["Tell us if:", long]]


def test_a_colon_within_the_sentence_that_leads_in_does_not_part_it() -> None:
    lead_in = "Anywhere else: call, for:"
    pages = break_up([f"It is rare. {lead_in}", POINT + "one", POINT + "two"], sheet(2, width=30))
    assert pages[-1] == [lead_in, POINT + "two"]


def test_what_a_point_says_after_its_first_sentence_stays_with_it() -> None:
    """In Spanish a cold alone stood under "Emergencia": the second sentence of the point before."""
    point = POINT + "Tingling hands. And you had a cold."
    pages = break_up(["Tell us now, for:", POINT + "Falls", point], sheet(3))
    assert pages == [["Tell us now, for:", POINT + "Falls"], ["Tell us now, for:", point]]


def test_two_lines_of_one_block_are_parted_before_a_sentence_is() -> None:
    block = f"Myth: it is all over.{LINE_BREAK}Fact: it is not."
    assert break_up([block], sheet(1)) == [["Myth: it is all over."], ["Fact: it is not."]]
    assert break_up([block], sheet(2)) == [[block]]


def test_a_sentence_too_high_for_any_page_is_broken_between_words_and_that_is_said() -> None:
    sentence = "One two three four five six seven eight."
    pages = break_up([sentence], sheet(1))
    assert " ".join(block for page in pages for block in page) == sentence
    assert all(complaints([sentence], page)[0].startswith("a sentence is broken up") for page in pages)


def test_a_word_too_high_for_any_page_is_shown_all_the_same() -> None:
    room = sheet(0.5)
    assert break_up(["Word"], room) == [["Word"]]
    assert not is_sound(["Word"], [["Word"]], room)


def test_no_text_is_one_empty_page() -> None:
    assert break_up([], sheet(3)) == [[]]


def test_pages_are_filled_evenly() -> None:
    assert [len(page) for page in break_up([f"{one}." for one in range(6)], sheet(5))] == [3, 3]


def test_a_list_on_two_pages_is_not_whole() -> None:
    assert has_whole_lists(LIST, break_up(LIST, sheet(5)))
    assert has_whole_lists(LIST, break_up(LIST, sheet(4)))
    assert not has_whole_lists(LIST, break_up(LIST, sheet(3)))


@pytest.mark.parametrize(
    ("page", "complaint"),
    [
        ([POINT + "one", POINT + "two"], f"a point without its lead-in: {POINT + 'one'!r}"),
        (["Before this.", POINT + "three"], f"a point without its lead-in: {POINT + 'three'!r}"),
        (["Before this.", "Ours. Tell us now, for:"], "a lead-in alone: 'Ours. Tell us now, for:'"),
        (["Tell us now, for:"], "a lead-in alone: 'Tell us now, for:'"),
        (["Tell us now, for:", POINT + "thr"], f"a point is broken up: {POINT + 'thr'!r}"),
        (["Before"], "a sentence is broken up: 'Before'"),
    ],
)
def test_what_is_wrong_with_a_page_is_said(page: list[str], complaint: str) -> None:
    assert complaint in complaints(LIST, page)


def test_a_point_of_two_lists_may_stand_below_either_lead_in() -> None:
    both = ["Today, if:", POINT + "Falls", "Now, if:", POINT + "Falls"]
    assert complaints(both, ["Today, if:", POINT + "Falls"]) == []
    assert complaints(both, ["Now, if:", POINT + "Falls"]) == []
    assert complaints(both, [POINT + "Falls"]) != []


def test_points_that_nothing_leads_in_may_begin_a_page() -> None:
    bare = ["They can help you.", POINT + "Show your list.", POINT + "Take notes."]
    assert complaints(bare, bare[1:]) == []
