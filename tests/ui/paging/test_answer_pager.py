from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from PySide6.QtGui import QFont, QGuiApplication

from kiosk.ui.paging import answer_pager
from kiosk.ui.paging.answer_pager import AnswerPager, AnswerRow
from kiosk.ui.pyside.qt_application import load_font
from kiosk.ui.pyside.text_lines import count_lines

LINE = 50.0
LEAST = 100.0
PADDING = 40.0


@pytest.fixture(scope="module")
def pager(qapp: QGuiApplication) -> Iterator[AnswerPager]:
    load_font("Bold")
    parent = QObject(qapp)
    pager = AnswerPager(parent)
    pager._set_family("Atkinson Hyperlegible")
    pager._set_pixel_size(40)
    pager._set_line_height(LINE)
    pager._set_inset(60.0)
    pager._set_padding(PADDING)
    pager._set_least(LEAST)
    yield pager
    parent.deleteLater()


def pages(
    pager: AnswerPager, answers: list[str], height: float, columns: int = 2, last: int = 0
) -> list[list[AnswerRow]]:
    pager._set_answers([])
    pager._set_last_page_count(last)
    pager._set_columns(columns)
    pager._set_width(1200)
    pager._set_height(height)
    pager._set_answers(answers)
    return pager._pages


LONG = "Sudden trouble speaking, seeing or walking, sudden confusion, or a sudden very bad headache"


def test_short_answers_stand_side_by_side_and_a_long_one_alone(pager: AnswerPager) -> None:
    (page,) = pages(pager, ["One", "Two", LONG, "Three", "Four"], 1000)

    assert [(row.text, row.span) for row in page] == [
        ("One", 1),
        ("Two", 1),
        (LONG, 2),
        ("Three", 1),
        ("Four", 1),
    ]


def test_an_answer_without_a_neighbour_gets_the_whole_width(pager: AnswerPager) -> None:
    (page,) = pages(pager, ["One", "Two", "Three"], 1000)

    assert [row.span for row in page] == [1, 1, 2]


def test_the_last_answers_stand_on_the_last_page_only(pager: AnswerPager) -> None:
    answers = ["One", "Two", "Three", "Four", "Five", "Not sure", "None of these"]
    shown = pages(pager, answers, 3 * LEAST, columns=1, last=2)

    assert len(shown) > 1
    assert [row.text for row in shown[-1]][-2:] == ["Not sure", "None of these"]
    assert not {"Not sure", "None of these"} & {row.text for page in shown[:-1] for row in page}


def test_no_page_has_more_answers_than_are_asked_for(pager: AnswerPager) -> None:
    answers = [f"Answer {number}" for number in range(13)]
    pager._set_most(6)
    for last in (0, 2):
        shown = pages(pager, answers, 100 * LEAST, last=last)
        assert len(shown) == 3
        assert max(map(len, shown)) == 6
        assert [row.text for page in shown for row in page] == answers
    assert pager._get_most() == 6
    pager._set_most(0)
    assert len(pager._pages) == 1


def test_the_pages_are_even(pager: AnswerPager) -> None:
    shown = pages(pager, [f"Answer {number}" for number in range(6)], 5 * LEAST, columns=1)

    assert [len(page) for page in shown] == [3, 3]


def test_all_is_seen_only_page_by_page(pager: AnswerPager) -> None:
    pages(pager, [f"Answer {number}" for number in range(6)], 2 * LEAST, columns=1)
    seen = [pager._get_has_seen_all()]
    for _ in range(2):
        pager.next()
        seen.append(pager._get_has_seen_all())
    pager.back()

    assert (seen, pager._get_has_seen_all()) == ([False, False, True], False)


def test_another_layout_keeps_what_was_on_show(pager: AnswerPager) -> None:
    pages(pager, [f"Answer {number}" for number in range(6)], 2 * LEAST, columns=1)
    pager.next()
    pager.next()
    assert (pager._page, pager._get_has_next(), pager._get_has_back()) == (2, False, True)
    pager.next()
    assert pager._page == 2
    pager.back()
    assert pager._page == 1
    pager._set_height(3 * LEAST)

    assert (pager._page, pager._get_count()) == (0, 2), "answer 2 is on the first of two pages now"
    pager.next()
    pager._set_height(2 * LEAST)
    assert [row.index for row in pager._pages[pager._page]] == [2, 3]


def test_a_button_that_grows_on_the_last_page_does_not_send_the_visitor_back(pager: AnswerPager) -> None:
    pages(pager, [f"Answer {number}" for number in range(6)], 3 * LEAST, columns=1)
    pager.next()
    pager._set_height(2.5 * LEAST)
    while pager._get_has_next():
        pager.next()
        pager._set_height(3 * LEAST if pager._get_has_next() else 2.5 * LEAST)

    assert pager._get_has_seen_all()


def test_other_answers_begin_at_their_first_page(pager: AnswerPager) -> None:
    pages(pager, [f"Answer {number}" for number in range(6)], 2 * LEAST, columns=1)
    pager.next()
    pager._set_answers([f"Other {number}" for number in range(6)])

    assert (pager._page, pager._get_has_seen_all()) == (0, False)


@settings(max_examples=60)
@given(
    answers=st.lists(
        st.text(alphabet="abc de", min_size=1, max_size=90).filter(str.strip), max_size=9, unique=True
    ),
    columns=st.sampled_from([1, 2]),
    last=st.integers(0, 2),
    rows=st.integers(1, 6),
)
def test_every_answer_is_shown_once_in_order_and_no_page_is_too_high(
    pager: AnswerPager, answers: list[str], columns: int, last: int, rows: int
) -> None:
    last = min(last, len(answers))
    height = rows * (LEAST + LINE)
    shown = pages(pager, answers, height, columns, last)

    assert [row.index for page in shown for row in page] == list(range(len(answers)))
    for page in shown:
        lines: list[list[AnswerRow]] = []
        for row in page:
            if lines and sum(each.span for each in lines[-1]) + row.span <= columns:
                lines[-1].append(row)
            else:
                lines.append([row])
        assert len(lines) <= max(1, last) or pager._high(lines) <= height


def test_each_answer_is_measured_once_and_none_before_there_is_room(
    qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured: list[tuple[str, float]] = []

    def count(text: str, font: QFont, width: float) -> int:
        measured.append((text, width))
        return count_lines(text, font, width)

    monkeypatch.setattr(answer_pager, "count_lines", count)
    parent = QObject(qapp)
    pager = AnswerPager(parent)
    pager._set_answers(["One", "Two", LONG, "Three", "Four"])
    pager._set_family("Atkinson Hyperlegible")
    pager._set_pixel_size(40)
    pager._set_columns(2)
    pager._set_line_height(LINE)
    pager._set_inset(60.0)
    pager._set_width(1200)
    assert (measured, pager._get_count()) == ([], 1)
    pager._set_height(1000)
    assert len(measured) == len(set(measured)) > len(pager._get_answers())
    assert pager._get_rows().rowCount() == len(pager._get_answers())
    parent.deleteLater()


def test_what_was_read_stays_on_show_when_there_is_no_room_for_a_moment(pager: AnswerPager) -> None:
    assert len(pages(pager, ["One", "Two", "Three", "Four"], 220, columns=1)) == 2
    pager.next()
    pager._set_height(0)
    pager._set_height(220)
    assert pager._get_page() == 1
