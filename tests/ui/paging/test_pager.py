from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont, QGuiApplication

from kiosk.ui.paging import pager as pager_module
from kiosk.ui.paging.page_breaks import LINE_BREAK, POINT
from kiosk.ui.paging.pager import TextPager
from kiosk.ui.pyside.qt_application import load_font
from kiosk.ui.pyside.text_lines import count_lines

SIZE = 30
LINE = 40.0
GAP = 20.0


@pytest.fixture(scope="module")
def pager(qapp: QGuiApplication) -> TextPager:
    load_font("Bold")
    load_font("Regular")
    pager = TextPager(qapp)
    pager._set_family("Atkinson Hyperlegible")
    pager._set_pixel_size(SIZE)
    pager._set_line_ratio(LINE / SIZE)
    pager._set_spacing(12)
    pager._set_column_gap(GAP)
    pager._set_longest_line(900)
    return pager


def pages(
    pager: TextPager, blocks: list[str], width: float, height: float, *, columns: int = 1, least: int = SIZE
) -> list[list[str]]:
    pager._set_blocks([])
    pager._set_least_pixel_size(least)
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
    assert pages(pager, ["1.", "2.", "3."], 800 + GAP, LINE, columns=2) == [["1.", "2."], ["3."]]
    assert pager._get_column_width() == 400


def test_no_column_is_wider_than_the_longest_line(pager: TextPager) -> None:
    pages(pager, ["1."], 2000, LINE)
    assert pager._get_column_width() == 900


def test_a_list_too_narrow_for_two_columns_takes_one(pager: TextPager) -> None:
    point = POINT + "Numb, tingling or burning hands or feet, and you had a cold"
    shown = pages(pager, ["Tell us now, for:", point], 700, 3.4 * LINE, columns=2)
    assert shown == [["Tell us now, for:", point]]
    assert pager._get_shown_beside() == []
    assert pager._get_column_width() == 700


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


RED_FLAGS = [
    "Tell the front desk now, for:",
    POINT + "Hard to breathe when sitting still",
    POINT + "Numb, tingling or burning hands or feet. And you had a cold in the last weeks.",
]


def test_text_with_room_keeps_the_size_asked_for(pager: TextPager) -> None:
    pages(pager, RED_FLAGS, 600, 8 * LINE, least=20)
    assert (pager._get_fitted_pixel_size(), pager._get_indent()) == (SIZE, 22)


def test_text_gets_smaller_until_a_point_and_its_lead_in_stand_on_one_page(pager: TextPager) -> None:
    too_low = 3 * LINE
    assert pages(pager, RED_FLAGS, 600, too_low)[-1][0] == RED_FLAGS[0], "even where it does not fit"

    shown = pages(pager, RED_FLAGS, 600, too_low, least=20)
    assert 20 <= pager._get_fitted_pixel_size() < SIZE
    assert all(page[0] == RED_FLAGS[0] for page in shown)
    assert [point for page in shown for point in page[1:]] == RED_FLAGS[1:], "no point is broken up"
    assert pager._get_indent() < 22


def test_the_text_of_all_pages_has_one_size(pager: TextPager) -> None:
    shown = pages(pager, ["A first one.", *RED_FLAGS], 600, 3 * LINE, least=20)
    sizes = set()
    for _ in shown:
        sizes.add(pager._get_fitted_pixel_size())
        pager.back()
    assert len(shown) > 1
    assert len(sizes) == 1


TEXT = ["Something comes before.", *RED_FLAGS]


@pytest.fixture
def keeping(pager: TextPager) -> Iterator[TextPager]:
    pager._set_keeps_lists(value=True)
    yield pager
    pager._set_keeps_lists(value=False)


@pytest.fixture
def one_page(pager: TextPager) -> Iterator[TextPager]:
    pager._set_is_one_page(value=True)
    yield pager
    pager._set_is_one_page(value=False)


def test_a_list_goes_on_on_another_page_in_the_size_asked_for(pager: TextPager) -> None:
    assert [len(page) for page in pages(pager, TEXT, 600, 4.5 * LINE, least=18)] == [3, 2]
    assert pager._get_fitted_pixel_size() == SIZE


def test_a_list_that_is_to_be_kept_gets_a_little_smaller_for_that(keeping: TextPager) -> None:
    assert pages(keeping, TEXT, 600, 4.5 * LINE, least=18) == [TEXT[:1], RED_FLAGS]
    assert keeping._get_fitted_pixel_size() == 28


def test_large_text_does_not_get_much_smaller_for_a_list(keeping: TextPager) -> None:
    assert [len(page) for page in pages(keeping, TEXT, 600, 4 * LINE, least=18)] == [3, 2]
    assert keeping._get_fitted_pixel_size() == SIZE


def test_a_text_for_one_page_gets_as_small_as_that_takes(one_page: TextPager) -> None:
    assert pages(one_page, TEXT, 600, 4.5 * LINE, least=18) == [TEXT]
    assert one_page._get_fitted_pixel_size() == 21


def test_a_text_that_one_page_has_no_room_for_keeps_its_size(one_page: TextPager) -> None:
    assert len(pages(one_page, TEXT, 600, 4.5 * LINE, least=25)) == 2
    assert one_page._get_fitted_pixel_size() == SIZE


def test_what_no_size_has_room_for_is_shown_in_the_least_with_its_lead_in(pager: TextPager) -> None:
    shown = pages(pager, RED_FLAGS, 300, 2 * LINE, least=26)
    assert pager._get_fitted_pixel_size() == 26
    assert all(page[0] == RED_FLAGS[0] for page in shown)
    words = [word for page in shown for block in page[1:] for word in block.removeprefix(POINT).split()]
    assert words == [word for point in RED_FLAGS[1:] for word in point.removeprefix(POINT).split()]


def test_text_is_never_made_larger_than_asked_for(pager: TextPager) -> None:
    pages(pager, RED_FLAGS, 600, 3 * LINE, least=SIZE + 10)
    assert pager._get_fitted_pixel_size() == SIZE


def test_at_another_height_nothing_is_measured_again_and_what_was_let_go_is_forgotten(
    qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured: list[tuple[str, int, float]] = []

    def count(text: str, font: QFont, width: float) -> int:
        measured.append((text, font.pixelSize(), width))
        return count_lines(text, font, width)

    monkeypatch.setattr(pager_module, "count_lines", count)
    pager = TextPager(qapp)
    pager._set_family("Atkinson Hyperlegible")
    pager._set_pixel_size(SIZE)
    pager._set_line_ratio(LINE / SIZE)
    pager._set_longest_line(900)
    assert pages(pager, ["One.", "Two."], 400, 200) == [["One.", "Two."]]
    assert measured
    measured.clear()
    pager._set_height(190)
    assert (pager._get_shown(), measured) == (["One.", "Two."], [])
    pager._set_blocks(["Three."])
    assert pager._get_shown() == ["Three."]
    assert {text for text, *_ in measured} == {text for each in pager._counts.values() for text in each}
    assert {text for text, *_ in measured} == {"Three."}
