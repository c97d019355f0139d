"""The print-out holds everything that is signed, and the same content prints the same page."""

import dataclasses
import datetime
import re
from collections.abc import Iterable, Iterator
from html import escape, unescape
from typing import Any

import pytest

from kiosk.content.check import check_content
from kiosk.content.files import LanguageFiles, read_language
from kiosk.content.folders import Folders
from kiosk.content.review_parts import SHORT
from kiosk.content.review_sheet import PrintOut, review_print_out
from kiosk.core.errors import ContentError
from kiosk.core.self_check.questions import QUESTIONS
from kiosk.core.self_check.rules import RULES
from kiosk.store.settings.settings import assets_folder, content_folder
from tests.content_copy import TODAY, TRANSLATION, ContentCopy

MOST_WORDS = 9_000
"""That a clinician reads in English: an hour at 150 words a minute."""
STATES = ("", "healthy_", "affected_")
REPEATED = "a text of an earlier card"
NAMED = frozenset({"leads_here", "answers", "questions", "pictures", "sources"})
"""Tables of signed data whose keys a reviewer has to see."""


def print_out(copy: ContentCopy, language: str = "en") -> PrintOut:
    return review_print_out(copy.read(language), copy.read(), TODAY)


def page(copy: ContentCopy, language: str = "en") -> str:
    return print_out(copy, language).sheet


def annex(copy: ContentCopy, language: str = "en") -> str:
    return print_out(copy, language).annex


def texts(value: Any, skipped: tuple[str, ...] = ()) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for key, item in value.items() if key not in skipped for text in texts(item, skipped)]
    if isinstance(value, tuple | list):
        return [text for item in value for text in texts(item, skipped)]
    return []


def signed(value: Any, key: str = "") -> Iterator[str]:
    """Yield every text of signed data as the print-out says it, without numbers and places."""
    if isinstance(value, str):
        said = {"stops": value.replace("-", " "), "kind": value.replace("_", " "), "tier": value.upper()}
        yield said.get(key, value)
    elif isinstance(value, dict):
        for name, item in value.items():
            if key in NAMED:
                yield name
            if name == "must_know":
                yield from (kind.replace("_", " ") for kind in item)
            else:
                yield from signed(item, name)
    elif isinstance(value, tuple | list):
        for item in value:
            yield from signed(item, key)


def keys_of(copy: ContentCopy) -> list[str]:
    return ["self-check", "emergency", *(card.id for card in copy.read().cards), "words"]


def part(sheet: str, key: str) -> str:
    return sheet.split(f'<section id="{key}">')[1].partition("</section>")[0]


def cited_ids(sources: Iterable[str]) -> str:
    return ", ".join(f"<span>{source}</span>" for source in sources)


def in_full(sheet: str, reading: LanguageFiles) -> str:
    """Return a sheet with the words of answers in the place of their ids."""
    assert reading.self_check_texts is not None
    for key, words in reading.self_check_texts.answers.items():
        sheet = sheet.replace(f"[{key}]", escape(words))
    return sheet


def test_the_steps_of_a_card_are_counted_from_one(copy: ContentCopy) -> None:
    card = copy.read().cards[0]
    numbers = re.findall(r'<th scope="row">([0-9]+)', part(page(copy), card.id))
    assert numbers == [str(number) for number in range(1, len(card.steps) + 1)]


def test_every_text_has_a_part_of_its_own_in_order(copy: ContentCopy) -> None:
    assert re.findall(r'<section id="([^"]+)">', page(copy)) == [*keys_of(copy)[:-1], "signatures"]
    assert re.findall(r'<section id="([^"]+)">', annex(copy)) == ["pictures", "sources", "words"]


def test_a_kind_of_step_is_said_where_it_begins(copy: ContentCopy) -> None:
    card = copy.read().cards[0]
    labels = re.findall(r'<th scope="row">[0-9]+ ?([a-z ]*)', part(page(copy), card.id))
    kinds = [step.kind.replace("_", " ") for step in card.steps]
    before = ["", *kinds[:-1]]
    assert labels == ["" if kind == last else kind for kind, last in zip(kinds, before, strict=True)]


@pytest.mark.parametrize("language", ["en", "es"])
def test_all_that_is_signed_stands_on_the_print_out(copy: ContentCopy, language: str) -> None:
    copy.add_spanish()
    reading = copy.read(language)
    sheet = in_full("".join(print_out(copy, language)), reading)
    wanted = {key: list(signed(reading.signed_data(key))) for key in keys_of(copy)}
    assert min(map(len, wanted.values())) > 20
    missing = [(key, text) for key in wanted for text in wanted[key] if escape(text) not in sheet]
    assert missing == []


def test_every_word_a_visitor_reads_stands_in_the_part_that_is_signed_for_it(copy: ContentCopy) -> None:
    """Or on a card before it, or in the annex, when it is read aloud for a picture."""
    reading = copy.read()
    sheet = in_full(page(copy), reading)
    codes = ("id", "kind", "stops", "tier", "colours", "must_know", *(f"{name}alt" for name in STATES))
    codes += ("leads_here", "related", "pictures", "scene", "sources", "rules")
    wanted = {card.id: texts(dataclasses.asdict(card), codes) for card in reading.cards}
    wanted["emergency"] = texts([dataclasses.asdict(step) for step in reading.emergency], codes)
    assert reading.poster is not None
    assert reading.self_check_texts is not None
    wanted["self-check"] = texts(dataclasses.asdict(reading.self_check_texts))
    wanted["self-check"] += texts(dataclasses.asdict(reading.poster), codes)
    before = ""
    for key in keys_of(copy)[:-1]:
        told = part(sheet, key)
        assert len(wanted[key]) > 20
        missing = [text for text in wanted[key] if escape(text) not in told]
        assert [text for text in missing if escape(text) not in before or len(text.split()) <= SHORT] == []
        assert told.count("[card ") >= len(missing)
        before += told


def test_a_clinician_reads_all_english_texts_in_an_hour() -> None:
    reading = read_language(Folders(content_folder(), assets_folder(), None), "en")
    sheet = review_print_out(reading, reading, TODAY).sheet
    for not_read in ("style", "code", "pre", "th", "mark", "b"):
        sheet = re.sub(rf"<{not_read}\b.*?</{not_read}>", " ", sheet, flags=re.DOTALL)
    words = len(re.sub(r"<[^>]*>", " ", sheet).split())
    assert words < MOST_WORDS, words


def test_what_must_be_known_is_marked_where_it_stands(copy: ContentCopy) -> None:
    sheet, cards = page(copy), copy.read().cards
    for card in cards:
        told = part(sheet, card.id)
        marked = [
            (kind, REPEATED if text.startswith("[card ") else text)
            for kind, text in re.findall(r"<mark>([^<]+)</mark> ([^<]+)<", told)
        ]
        wanted = {
            (kind.replace("_", " "), text if text in told else REPEATED)
            for step in card.steps
            for kind, places in step.must_know.items()
            for name, index in (place.split(".") for place in places)
            for text in (escape(getattr(step, name)[int(index)]),)
        }
        assert len(marked) == sum(len(step.facts) for step in card.steps) >= 8
        assert set(marked) == wanted


def test_a_text_that_an_earlier_card_has_too_is_named_and_not_printed_again(copy: ContentCopy) -> None:
    cards = copy.read().cards
    first, last = cards[0], cards[-1]
    shared = next(text for text in first.take_home if text in last.take_home)
    sheet = page(copy)
    assert sheet.count(f"<p>{escape(shared)}</p>") == 1
    assert f"<p>{escape(shared)}</p>" in part(sheet, first.id)
    assert "<p>[card 0, to take home]</p>" in part(sheet, last.id)


def test_a_step_that_repeats_a_text_says_where_it_stands_and_keeps_its_mark(copy: ContentCopy) -> None:
    long = "Write down who else in your family is weak"
    source = copy.read().cards[0].steps[0].text[0]
    copy.change("en/cards/1-genetic.toml", long, source)
    told = part(page(copy), "genetic")
    assert "<li><mark>today</mark> [card 0, step 1]</li>" in told
    assert escape(source) not in told


def test_what_is_said_in_few_words_is_printed_again(copy: ContentCopy) -> None:
    copy.change("en/cards/1-genetic.toml", "Show it to your doctor or nurse", "Show it to us today")
    copy.change("en/cards/1-genetic.toml", "What can I do to stay strong?", "Show it to us today")
    assert part(page(copy), "genetic").count("Show it to us today</li>") == 2


def test_a_line_that_begins_as_an_answer_is_named_by_it_in_each_language(copy: ContentCopy) -> None:
    reading = copy.read()
    assert reading.self_check_texts is not None
    answer = escape(reading.self_check_texts.answers["A1"])
    copy.change(f"{TRANSLATION}/self_check.toml", unescape(answer), "Le cuesta respirar")
    told = part(page(copy, TRANSLATION), "self-check")
    assert "<td>[A1]</td><td>Le cuesta respirar</td>" in told
    assert told.count(f"<li><b>A1</b> {answer}</li>") == 2
    assert f"<td>{answer}</td>" not in told
    assert "<td>[S1], and it is getting worse</td>" in told


def test_every_source_of_a_line_or_step_is_named_beside_it(copy: ContentCopy) -> None:
    sheet, reading = page(copy), copy.read()
    for card in reading.cards:
        cited = re.findall(r'<p class="cited">(.+?)</p>', part(sheet, card.id))
        wanted = [*(step.sources for step in card.steps), card.teach_back.sources]
        assert cited == [cited_ids(sources) for sources in wanted]
    assert reading.poster is not None
    lines = [line for each in reading.poster.lists for group in each.groups for line in group.lines]
    for line in lines:
        assert f'{", ".join(line.rules)}<p class="cited">{cited_ids(line.sources)}</p>' in sheet


def test_the_emergencies_are_printed_once_with_their_steps_counted_from_one(copy: ContentCopy) -> None:
    sheet, steps = page(copy), copy.read().emergency
    told = part(sheet, "emergency")
    numbers = re.findall(r'<th scope="row">([0-9]+)', told)
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


def test_the_rules_stand_on_one_page_in_the_ids_of_the_answers(copy: ContentCopy) -> None:
    sheet = part(page(copy), "self-check")
    (table,) = re.findall(r'<div class="one-page">(.*?)</div>', sheet, re.DOTALL)
    rows = table.split("<tbody>")[1].split("<tr>")[1:]
    for rule, row in zip(RULES, rows, strict=True):
        assert f'<th scope="row">{rule.id} {rule.tier.name}</th>' in row
        assert f"<td>{escape(rule.reason)}</td>" in row
        assert f'<p class="cited">{cited_ids(rule.sources)}</p>' in row
        needs = row.split("<td>")[1].removesuffix("</td>").split(" <b>and</b> ")
        assert [frozenset(need.split("/")) for need in needs] == list(rule.all_of_any)


def test_the_questions_about_warning_signs_are_marked(copy: ContentCopy) -> None:
    told = part(page(copy), "self-check")
    labels = re.findall(r"(Q\d) (?:one answer|several)(<br>warning signs)?", told)
    assert [question for question, sign in labels if sign] == ["Q1", "Q2"]
    assert len(labels) == 8
    takes = re.findall(r"(Q\d) (one answer|several)", told)
    wanted = {"single": "one answer", "multiple": "several"}
    assert takes == [(question.id, wanted[question.selection]) for question in QUESTIONS]


def test_the_right_answer_of_a_question_is_marked(copy: ContentCopy) -> None:
    sheet = page(copy)
    for card in copy.read().cards:
        marked = re.findall(r"<li>([^<]*) ✔ \(right\)</li>", part(sheet, card.id))
        assert [unescape(text) for text in marked] == [card.teach_back.answers[card.teach_back.right]]


def test_the_same_content_prints_the_same_page(copy: ContentCopy) -> None:
    assert print_out(copy) == print_out(copy)


def test_the_original_alone_needs_a_clinician(copy: ContentCopy) -> None:
    sheet = page(copy)
    assert re.findall(r"<code>(\S+) clinician [0-9a-f]{64}</code>", sheet) == keys_of(copy)
    assert "ranslator" not in sheet


def test_a_translation_has_the_original_beside_it_and_two_signatures(copy: ContentCopy) -> None:
    copy.change(f"{TRANSLATION}/cards/1-genetic.toml", "Genes are your body's instructions.", "Los genes.")
    copy.change(f"{TRANSLATION}/interface.ts", "English</translation>", "Español</translation>")
    sheet = page(copy, TRANSLATION)
    row = next(row for row in part(sheet, "genetic").split("<tbody>") if "Los genes." in row)
    original, translated = row.split("<td>")[1:3]
    assert escape("Genes are your body's instructions.") in original
    assert "Los genes." in translated
    assert "<th>English</th><th>Español</th>" in sheet
    signing = re.findall(r"<code>(\S+) (\S+) [0-9a-f]{64}</code>", sheet)
    assert signing == [(key, kind) for key in keys_of(copy) for kind in ("translator", "clinician")]
    assert f"content/{TRANSLATION}/reviews.toml" in sheet
    assert "needs two signatures" in sheet


@pytest.mark.untraced  # all texts are read anew for each one that is signed
@pytest.mark.parametrize("language", ["en", TRANSLATION])
def test_the_lines_on_the_cover_sign_a_text_once_they_are_filled_in_with_its_hash(
    copy: ContentCopy, language: str
) -> None:
    sheet = page(copy, language)
    (entry,) = [unescape(entry) for entry in re.findall(r"<pre>(.*?)</pre>", sheet, re.DOTALL)]
    entry = entry.replace('reviewer = ""', 'reviewer = "Dr. A"').replace('role = ""', 'role = "R"')
    entry = entry.replace("next_review = YYYY-MM-DD", "next_review = 2027-11-23")
    entry = entry.replace("date = YYYY-MM-DD", "date = 2026-11-23")
    filled = "".join(
        entry.replace("ID", key).replace("KIND", kind).replace("HASH", digest)
        for key, kind, digest in re.findall(r"<code>(\S+) (\S+) ([0-9a-f]{64})</code>", sheet)
    )
    (copy.folders.of(language) / "reviews.toml").write_text(filled, "utf-8")
    reading = copy.read(language)
    assert reading.problems == []
    assert {key for key, reviewed in reading.reviewed(TODAY).items() if not reviewed.is_draft} == {
        *keys_of(copy)
    }
    told = "Signed, unchanged: on 2026-11-23 by Dr. A, R, as clinician, to be read again by 2027-11-23."
    assert page(copy, language).count(told) == len(keys_of(copy)) - 1
    assert page(copy, language).count("<td>Signed.</td>") == len(keys_of(copy)) * (
        1 if language == "en" else 2
    )
    assert "Draft." not in page(copy, language)


def test_the_lines_as_printed_do_not_sign_anything(copy: ContentCopy) -> None:
    entry = re.findall(r"<pre>(.*?)</pre>", page(copy), re.DOTALL)[0]
    file = copy.file("en/reviews.toml")
    file.write_text(entry, "utf-8")
    reading = copy.read()
    assert {problem.path for problem in reading.problems} == {file}
    assert reading.signatures == {}


def test_the_page_says_what_became_of_earlier_signatures(copy: ContentCopy) -> None:
    copy.sign("genetic")
    copy.change("en/cards/1-genetic.toml", "Genes are your body's instructions.", "Genes are instructions.")
    copy.sign("genetic", kind="translator")
    told = part(page(copy), "genetic")
    signature = "on 2026-11-01 by Dr. A, neurologist, as {}"
    assert f"Draft. Changed since it was signed {signature.format('clinician')}." in told
    assert f" Signed, unchanged: {signature.format('translator')}, to be read again by 2027-11-23.<" in told
    assert 'class="state' not in part(page(copy), "toxins")
    assert page(copy).count("<td>Draft.</td>") == len(keys_of(copy))


def test_a_text_that_was_changed_since_it_was_signed_is_marked(copy: ContentCopy) -> None:
    copy.sign("genetic")
    copy.sign("toxins")
    copy.change("en/cards/1-genetic.toml", "Genes are your body's instructions.", "Genes are instructions.")
    sheet = page(copy)
    states = {
        key: re.findall(r'<p class="(state[^"]*)">(?:Draft. )?(Changed|Signed)', part(sheet, key))
        for key in keys_of(copy)[:-1]
    }
    assert states.pop("genetic") == [("state changed", "Changed")]
    assert states.pop("toxins") == [("state", "Signed")]
    assert set(map(len, states.values())) == {0}


def test_a_review_that_is_overdue_leaves_a_draft(copy: ContentCopy) -> None:
    copy.sign("genetic")
    later = review_print_out(copy.read(), copy.read(), TODAY + datetime.timedelta(days=500)).sheet
    assert '<p class="state">Draft. Signed, unchanged: on 2026-11-01 by Dr. A' in part(later, "genetic")


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
