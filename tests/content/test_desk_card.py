"""The desk card of the handbook: one page, with every code that NOW can show and room for names."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QTextDocument

from kiosk.core.self_check.laws import every_way_to_answer
from kiosk.core.self_check.questions import QUESTIONS
from kiosk.core.self_check.rules import RULES, Outcome, Urgency, judge

CARD = Path(__file__).resolve().parents[2] / "assets" / "handbook" / "desk-card.html"
TEXT = CARD.read_text("utf-8")
POINTS_PER_INCH = 72


@pytest.mark.parametrize("paper", [QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Letter])
@pytest.mark.usefixtures("qapp")
def test_it_prints_on_one_page(paper: QPageSize.PageSizeId) -> None:
    margins = QMarginsF(12, 12, 12, 12)
    layout = QPageLayout(
        QPageSize(paper), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter
    )
    page = layout.paintRectPoints().size()
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setHtml(TEXT)
    # Points as pixels of a screen with 96 to the inch, on which Qt lays text out.
    document.setPageSize(QSizeF(page.width(), page.height()) * (96 / POINTS_PER_INCH))
    assert document.pageCount() == 1


def test_it_names_every_code_that_now_can_show_and_no_other() -> None:
    codes = {Outcome(rule.tier, rule.id).code for rule in RULES if rule.tier is Urgency.NOW}
    assert {int(code) for code in re.findall(r'class="code">Code (\d)', TEXT)} == codes == {1, 2, 3}
    assert "No code" in TEXT


@pytest.mark.parametrize(("question", "code"), [("Q1", 1), ("Q2", 2)])
def test_a_code_says_which_question_was_answered(question: str, code: int) -> None:
    none = next(each for each in QUESTIONS if each.id == question).answers[-1]
    for given in every_way_to_answer(question):
        assert judge(given).code == (0 if none in given else code)


@pytest.mark.parametrize(
    "words",
    ["NOW", "SOON", "Who comes", "How fast", "What to write down", "When nobody is free", "Medical lead"],
)
def test_it_says_what_to_do(words: str) -> None:
    assert words in TEXT


def test_names_and_numbers_are_the_clinics_to_fill_in() -> None:
    assert TEXT.count("____________") >= 15
    assert not re.search(r"\b911\b|\d{3}-\d{4}", TEXT)
