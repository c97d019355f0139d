import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QGuiApplication

from kiosk.ui.pager import LINE_BREAK, POINT, TextPager
from kiosk.ui.qt_application import load_font

LINE = 40.0


@pytest.fixture(scope="module")
def pager(qapp: QGuiApplication) -> TextPager:
    load_font("Bold")
    load_font("Regular")
    pager = TextPager(qapp)
    pager._set_family("Atkinson Hyperlegible")
    pager._set_pixel_size(30)
    pager._set_line_height(LINE)
    pager._set_indent(24)
    pager._set_spacing(12)
    return pager


def pages(
    pager: TextPager, blocks: list[str], width: float, height: float, columns: int = 1
) -> list[list[str]]:
    pager._set_blocks([])
    pager._set_columns(columns)
    pager._set_width(width)
    pager._set_height(height)
    pager._set_blocks(blocks)
    shown = [pager._get_shown() + pager._get_shown_beside()]
    while pager._get_has_next():
        pager.next()
        shown.append(pager._get_shown() + pager._get_shown_beside())
    return shown


def test_what_fits_is_one_page(pager: TextPager) -> None:
    assert pages(pager, ["One.", "Two."], 400, 200) == [["One.", "Two."]]
    assert not pager._get_has_back()


def test_a_block_that_does_not_fit_below_the_others_goes_to_the_next_page_whole(pager: TextPager) -> None:
    assert pages(pager, ["One.", "Two."], 400, LINE) == [["One."], ["Two."]]
    assert pager._get_has_back()
    pager.back()
    assert pager._get_shown() == ["One."]


def test_a_long_paragraph_breaks_between_sentences(pager: TextPager) -> None:
    sentences = ["The first sentence is here.", "The second sentence is here.", "The third one too."]
    assert pages(pager, [" ".join(sentences)], 420, LINE) == [[sentence] for sentence in sentences]


def test_a_sentence_longer_than_a_page_breaks_between_words(pager: TextPager) -> None:
    sentence = "one two three four five six seven eight nine ten eleven twelve"
    shown = pages(pager, [sentence], 200, LINE)
    assert len(shown) > 2
    assert " ".join(block for page in shown for block in page) == sentence


def test_a_broken_up_point_stays_a_point(pager: TextPager) -> None:
    shown = pages(pager, [POINT + "A first sentence here. And a second here."], 380, LINE)
    assert shown == [[POINT + "A first sentence here."], [POINT + "And a second here."]]


def test_a_lead_in_is_never_left_alone_at_the_foot_of_a_page(pager: TextPager) -> None:
    shown = pages(pager, ["Words.", "Tell us if:", POINT + "one"], 400, 2 * LINE + 12)
    assert shown == [["Words."], ["Tell us if:", POINT + "one"]]


def test_a_lead_in_stands_again_above_the_points_that_come_on_another_page(pager: TextPager) -> None:
    points = [POINT + name for name in ("one", "two", "three", "four")]
    shown = pages(pager, ["Tell us if:", *points], 400, 3 * LINE + 24)
    assert shown == [["Tell us if:", *points[:2]], ["Tell us if:", *points[2:]]]


def test_pages_are_filled_evenly(pager: TextPager) -> None:
    shown = pages(pager, ["1.", "2.", "3.", "4.", "5.", "6."], 400, 5 * LINE + 48)
    assert [len(page) for page in shown] == [3, 3]


def test_two_columns_stand_side_by_side_on_one_page(pager: TextPager) -> None:
    assert pages(pager, ["1.", "2.", "3."], 400, LINE, columns=2) == [["1.", "2."], ["3."]]


def test_new_text_begins_at_its_first_page_and_a_new_size_keeps_its_place_in_range(pager: TextPager) -> None:
    pages(pager, ["One.", "Two.", "Three."], 400, LINE)
    assert pager._get_page() == 2
    pager._set_height(400)
    assert (pager._get_page(), pager._get_count()) == (0, 1)
    pages(pager, ["One.", "Two."], 400, LINE)
    pager._set_blocks(["Other.", "Text."])
    assert pager._get_shown() == ["Other."]


def test_a_block_of_two_lines_is_broken_between_them(pager: TextPager) -> None:
    myth, fact = "Myth: It is all in the muscles.", "Fact: It can start in the nerve or in the muscle."
    shown = pages(pager, [f"{myth}{LINE_BREAK}{fact}"], 400, 2 * LINE)

    assert shown == [[myth], [fact]]


def test_without_room_all_text_is_on_one_page_rather_than_lost(pager: TextPager) -> None:
    assert pages(pager, ["One.", "Two."], 0, 0) == [["One.", "Two."]]


@settings(max_examples=60)
@given(
    blocks=st.lists(st.text(alphabet="abc deé.?: ", min_size=1, max_size=120).filter(str.strip), max_size=6),
    width=st.integers(60, 900),
    lines=st.integers(1, 8),
)
def test_no_word_is_lost_doubled_or_reordered(
    pager: TextPager, blocks: list[str], width: int, lines: int
) -> None:
    shown = pages(pager, blocks, width, lines * LINE)
    words = [word for page in shown for block in page for word in block.split()]
    assert words == [word for block in blocks for word in block.split()], "there are no points to lead in"


@settings(max_examples=40)
@given(
    blocks=st.lists(
        st.text(alphabet="abcde .", min_size=1, max_size=200).filter(str.strip), min_size=1, max_size=6
    ),
    lines=st.integers(2, 8),
)
def test_no_page_is_higher_than_its_room(pager: TextPager, blocks: list[str], lines: int) -> None:
    for page in pages(pager, blocks, 500, lines * LINE):
        assert len(page) == 1 or pager._fits(page, lines * LINE)
