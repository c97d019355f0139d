"""The print-out holds everything that is signed, and the same content prints the same page."""

import dataclasses
import datetime
import re
from html import escape, unescape
from pathlib import Path
from typing import Any

import pytest

from kiosk.content.check import check_content
from kiosk.content.review_sheet import review_sheet
from kiosk.core.errors import ContentError
from kiosk.core.self_check.questions import QUESTIONS
from kiosk.core.self_check.rules import RULES
from kiosk.core.self_check.texts import SelfCheckTexts
from tests.content_copy import TODAY, TRANSLATION, ContentCopy


@pytest.fixture
def copy(tmp_path: Path) -> ContentCopy:
    made = ContentCopy.under(tmp_path)
    made.translate()
    return made


def page(copy: ContentCopy, language: str = "en") -> str:
    return review_sheet(copy.read(language), copy.read(), TODAY)


def texts(value: Any, skipped: tuple[str, ...] = ()) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for key, item in value.items() if key not in skipped for text in texts(item, skipped)]
    if isinstance(value, tuple | list):
        return [text for item in value for text in texts(item, skipped)]
    return []


def keys_of(copy: ContentCopy) -> list[str]:
    return [*(card.id for card in copy.read().cards), "emergency", "self-check", "words"]


def part(sheet: str, key: str) -> str:
    return sheet.split(f'<section id="{key}">')[1].partition("</section>")[0]


def test_the_steps_of_a_card_are_counted_from_one(copy: ContentCopy) -> None:
    card = copy.read().cards[0]
    numbers = re.findall(r'<th scope="row">Step ([0-9]+)<br>', part(page(copy), card.id))
    assert numbers == [str(number) for number in range(1, len(card.steps) + 1)]


def test_every_text_has_a_part_of_its_own_in_order(copy: ContentCopy) -> None:
    assert re.findall(r'<section id="([^"]+)">', page(copy)) == keys_of(copy)


def test_every_word_a_visitor_reads_stands_in_the_part_that_is_signed_for_it(copy: ContentCopy) -> None:
    sheet, reading = page(copy), copy.read()
    codes = ("id", "kind", "scene", "stops", "tier", "colours", "must_know")
    wanted = {card.id: texts(dataclasses.asdict(card), codes) for card in reading.cards}
    wanted["emergency"] = texts([dataclasses.asdict(step) for step in reading.emergency], codes)
    assert reading.poster is not None
    assert reading.self_check_texts is not None
    wanted["self-check"] = texts(dataclasses.asdict(reading.poster), codes)
    wanted["self-check"] += texts(dataclasses.asdict(reading.self_check_texts))
    wanted["words"] = texts(reading.tables["words"])
    assert sum(map(len, wanted.values())) > 1000
    missing = [(key, text) for key in wanted for text in wanted[key] if escape(text) not in part(sheet, key)]
    assert missing == []


def test_every_source_is_there_in_full_with_the_text_that_cites_it(copy: ContentCopy) -> None:
    sheet, reading = page(copy), copy.read()
    for key in keys_of(copy)[:-1]:
        signed_data = reading.signed_data(key)["sources"]
        assert signed_data
        for source in texts(signed_data):
            assert escape(source) in part(sheet, key)


def test_every_picture_is_in_the_page_beside_its_claim(copy: ContentCopy) -> None:
    sheet, reading = page(copy), copy.read()
    for key in (*(card.id for card in reading.cards), "emergency"):
        claims = reading.signed_data(key)["pictures"]
        assert part(sheet, key).count("data:image/svg+xml;base64,") == len(claims) > 0
        for name, claim in claims.items():
            assert claim
            assert escape(f"This picture says: {claim}") in part(sheet, key).split(f"<b>{name}</b>")[1]
    assert not re.search(r'(?:src|href)="(?!data:image/svg|#)', sheet)
    assert ".on-pathway { background-image: url(data:image/svg+xml;base64," in sheet


def test_the_emergencies_are_printed_once_with_their_steps_counted_from_one(copy: ContentCopy) -> None:
    sheet, steps = page(copy), copy.read().emergency
    told = part(sheet, "emergency")
    numbers = re.findall(r'<th scope="row">Step ([0-9]+)<', told)
    assert numbers == [str(number) for number in range(1, len(steps) + 1)]
    assert "<h2>Emergencies: behind every card</h2>" in told
    titles = [f"<h4>{escape(step.title)}</h4>" for step in steps]
    assert titles
    assert [(told.count(title), sheet.count(title)) for title in titles] == [(1, 1)] * len(steps)


def test_the_emergencies_of_a_translation_stand_beside_the_original(copy: ContentCopy) -> None:
    point = copy.read().emergency[0].points[0]
    copy.change(f"{TRANSLATION}/emergency.toml", point, "Un lado de la cara")
    row = part(page(copy, TRANSLATION), "emergency").split("<tbody>")[1]
    original, translated = row.split("<td>")[1:3]
    assert f"<li>{escape(point)}</li>" in original
    assert "<li>Un lado de la cara</li>" in translated


def test_every_rule_is_told_in_the_words_of_the_answers(copy: ContentCopy) -> None:
    sheet = part(page(copy), "self-check")
    reading = copy.read()
    assert isinstance(reading.self_check_texts, SelfCheckTexts)
    rows = sheet.split('<table class="rules">')[1].split("</table>")[0].split("<tbody>")[1:]
    for rule, row in zip(RULES, rows, strict=True):
        assert f"{rule.id}<br>{rule.tier.name}" in row
        assert escape(rule.reason) in row
        assert f"Sources: {', '.join(rule.sources)}" in row
        assert row.count("<b>and</b>") == len(rule.all_of_any) - 1
        answers = [answer for group in rule.all_of_any for answer in group]
        assert row.count("<b>or</b>") == len(answers) - len(rule.all_of_any)
        for answer in answers:
            assert f"“{escape(reading.self_check_texts.answers[answer])}” [{answer}]" in row


def test_the_questions_about_warning_signs_are_marked(copy: ContentCopy) -> None:
    labels = re.findall(
        r"(Q\d)<br>(?:one answer|multiple)(<br>warning signs)?", part(page(copy), "self-check")
    )
    assert [question for question, sign in labels if sign] == ["Q1", "Q2"]
    assert len(labels) == 8
    takes = re.findall(r"(Q\d)<br>(one answer|multiple)", part(page(copy), "self-check"))
    wanted = {"single": "one answer", "multiple": "multiple"}
    assert takes == [(question.id, wanted[question.selection]) for question in QUESTIONS]


def test_the_right_answer_of_a_question_is_marked(copy: ContentCopy) -> None:
    sheet = page(copy)
    for card in copy.read().cards:
        marked = re.findall(r"<li>([^<]*) ✔ \(right\)</li>", part(sheet, card.id))
        assert [unescape(text) for text in marked] == [card.teach_back.answers[card.teach_back.right]]


def test_the_same_content_prints_the_same_page(copy: ContentCopy) -> None:
    assert page(copy) == page(copy)


def test_a_cards_own_picture_is_printed_over_the_pathway_and_the_others_alone(copy: ContentCopy) -> None:
    figures = re.findall(r'<img class="([^"]+)".*?<figcaption><b>([^<]+)</b>', part(page(copy), "genetic"))
    kinds = {name: kind for kind, name in figures}
    assert kinds["pictures/genetic-healthy.svg"] == kinds["pictures/genetic-affected.svg"] == "on-pathway"
    assert {kind for name, kind in kinds.items() if "/genetic-" not in name} == {"alone"}


def test_the_original_alone_needs_a_clinician(copy: ContentCopy) -> None:
    sheet = page(copy)
    assert sheet.count("<b>Clinician.</b>") == len(keys_of(copy))
    assert "Translator" not in sheet
    assert 'kind = "translator"' not in sheet


def test_a_translation_has_the_original_beside_it_and_two_signatures(copy: ContentCopy) -> None:
    copy.change(f"{TRANSLATION}/cards/1-genetic.toml", "Genes are your body's instructions.", "Los genes.")
    copy.change(f"{TRANSLATION}/interface.ts", "English</translation>", "Español</translation>")
    sheet = page(copy, TRANSLATION)
    row = next(row for row in part(sheet, "genetic").split("<tbody>") if "Los genes." in row)
    original, translated = row.split("<td>")[1:3]
    assert escape("Genes are your body's instructions.") in original
    assert "Los genes." in translated
    assert "<th>English</th><th>Español</th>" in sheet
    assert sheet.count("<b>Translator.</b>") == sheet.count("<b>Clinician.</b>") == len(keys_of(copy))
    assert f"content/{TRANSLATION}/reviews.toml" in sheet
    assert "needs two signatures" in sheet


@pytest.mark.parametrize("language", ["en", TRANSLATION])
def test_the_lines_under_the_signatures_sign_the_text_once_they_are_filled_in(
    copy: ContentCopy, language: str
) -> None:
    sheet = page(copy, language)
    entries = [unescape(entry) for entry in re.findall(r"<pre>(.*?)</pre>", sheet, re.DOTALL)]
    filled = (
        "\n".join(entries).replace('reviewer = ""', 'reviewer = "Dr. A"').replace('role = ""', 'role = "R"')
    )
    filled = filled.replace("next_review = YYYY-MM-DD", "next_review = 2027-11-23")
    filled = filled.replace("date = YYYY-MM-DD", "date = 2026-11-23")
    (copy.folders.of(language) / "reviews.toml").write_text(filled, "utf-8")
    reading = copy.read(language)
    assert reading.problems == []
    assert {key for key, reviewed in reading.reviewed(TODAY).items() if not reviewed.is_draft} == {
        *keys_of(copy)
    }
    assert page(copy, language).count("Signed by Dr. A, R, as clinician, on 2026-11-23") == 2 * len(
        keys_of(copy)
    )


def test_the_lines_as_printed_do_not_sign_anything(copy: ContentCopy) -> None:
    entry = re.findall(r"<pre>(.*?)</pre>", page(copy), re.DOTALL)[0]
    file = copy.file("en/reviews.toml")
    file.write_text(entry, "utf-8")
    reading = copy.read()
    assert [problem.path for problem in reading.problems] == [file]
    assert reading.signatures == {}


def test_the_page_says_what_became_of_earlier_signatures(copy: ContentCopy) -> None:
    copy.sign("genetic")
    copy.change("en/cards/1-genetic.toml", "Genes are your body's instructions.", "Genes are instructions.")
    copy.sign("genetic", kind="translator")
    told = part(page(copy), "genetic")
    signature = "Dr. A, neurologist, as {}, on 2026-11-01, to be read again by 2027-11-23"
    assert f"Draft. {signature.format('clinician')}, but the text has changed since." in told
    assert f" {signature.format('translator')}.<" in told
    assert '<p class="state">Draft.</p>' in part(page(copy), "toxins")


def test_a_review_that_is_overdue_leaves_a_draft(copy: ContentCopy) -> None:
    copy.sign("genetic")
    later = review_sheet(copy.read(), copy.read(), TODAY + datetime.timedelta(days=500))
    assert '<p class="state">Draft. Dr. A, neurologist' in part(later, "genetic")


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("en/cards/1-genetic.toml", 'title = "Genetic factors"', 'title = ""'),
        ("en/self_check_questions.toml", 'K0 = "Fine"', 'K0 = ""'),
        (f"{TRANSLATION}/cards/1-genetic.toml", 'kind = "in_short"', 'kind = "happens"'),
        ("en/emergency.toml", 'kind = "emergency"', 'kind = "signs"'),
        (f"{TRANSLATION}/emergency.toml", "M-HA", "M-XX"),
        (f"{TRANSLATION}/self_check.toml", 'tier = "soon"', 'tier = "sun"'),
    ],
)
def test_what_is_not_whole_is_not_printed_for_signing(
    copy: ContentCopy, name: str, old: str, new: str
) -> None:
    copy.change(name, old, new)
    with pytest.raises(ContentError, match=re.escape(f"{copy.file(name)}:{copy.line(name, new)}: ")):
        page(copy, TRANSLATION)


def test_a_card_without_its_picture_is_not_printed_for_signing(copy: ContentCopy) -> None:
    (copy.folders.assets / "thumbnails" / "genetic.svg").unlink()
    with pytest.raises(
        ContentError, match=r"1-genetic\.toml:1: the picture thumbnails/genetic\.svg is missing"
    ):
        page(copy)


def test_marks_of_html_in_a_text_are_shown_and_not_obeyed(copy: ContentCopy) -> None:
    copy.change("en/cards/1-genetic.toml", "Genes are your body's instructions.", "<b>Genes</b> & co.")
    sheet = page(copy)
    assert "&lt;b&gt;Genes&lt;/b&gt; &amp; co." in sheet
    assert "<b>Genes</b>" not in sheet


def test_a_language_without_a_name_is_called_by_its_code(copy: ContentCopy) -> None:
    for language in ("en", TRANSLATION):
        copy.change(f"{language}/interface.ts", '"language.name"', '"language.its_name"')
    assert "<title>For review: xx</title>" in page(copy, TRANSLATION)


def test_a_page_that_was_printed_has_no_problem_to_tell(
    copy: ContentCopy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.content.check.enumerate_all", lambda: NO_BROKEN_LAWS)
    page(copy, TRANSLATION)
    assert check_content(copy.folders, TODAY).problems == ()


class NO_BROKEN_LAWS:  # noqa: N801  # stands in for a value
    broken_laws: tuple[str, ...] = ()
