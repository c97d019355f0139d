"""The print-out holds everything that is signed, and the same content prints the same page."""

import dataclasses
import datetime
import re
from collections.abc import Iterator
from html import escape, unescape
from pathlib import Path
from typing import Any

import pytest

from kiosk.content.check import check_content
from kiosk.content.files import read_language
from kiosk.content.folders import Folders
from kiosk.content.review_sheet import review_sheet
from kiosk.core.errors import ContentError
from kiosk.core.self_check.questions import QUESTIONS
from kiosk.core.self_check.rules import RULES
from kiosk.store.settings.settings import assets_folder, content_folder
from tests.content_copy import TODAY, TRANSLATION, ContentCopy

MOST_WORDS = 20_800
"""Of the English print-out. Measured, not chosen: visitors alone read 12,600 words in it, each once."""
NAMED = frozenset({"leads_here", "answers", "questions", "pictures", "sources"})
"""Tables of signed data whose keys a reviewer has to see."""


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
    return [*(card.id for card in copy.read().cards), "emergency", "self-check", "words"]


def part(sheet: str, key: str) -> str:
    return sheet.split(f'<section id="{key}">')[1].partition("</section>")[0]


def test_the_steps_of_a_card_are_counted_from_one(copy: ContentCopy) -> None:
    card = copy.read().cards[0]
    numbers = re.findall(r'<th scope="row">([0-9]+) ', part(page(copy), card.id))
    assert numbers == [str(number) for number in range(1, len(card.steps) + 1)]


def test_every_text_has_a_part_of_its_own_in_order(copy: ContentCopy) -> None:
    assert re.findall(r'<section id="([^"]+)">', page(copy)) == keys_of(copy)


@pytest.mark.parametrize("language", ["en", "es"])
def test_all_that_is_signed_stands_on_the_print_out(copy: ContentCopy, language: str) -> None:
    copy.add_spanish()
    sheet, reading = page(copy, language), copy.read(language)
    wanted = {key: list(signed(reading.signed_data(key))) for key in keys_of(copy)}
    assert min(map(len, wanted.values())) > 20
    missing = [(key, text) for key in wanted for text in wanted[key] if escape(text) not in sheet]
    assert missing == []


def test_every_word_a_visitor_reads_stands_in_the_part_that_is_signed_for_it(copy: ContentCopy) -> None:
    """Or in a part before it: a note has words of an earlier card, the short texts have answers."""
    sheet, reading = page(copy), copy.read()
    codes = ("id", "kind", "stops", "tier", "colours", "must_know", "take_home")
    wanted = {card.id: texts(dataclasses.asdict(card), codes) for card in reading.cards}
    wanted["emergency"] = texts([dataclasses.asdict(step) for step in reading.emergency], codes)
    assert reading.poster is not None
    assert reading.self_check_texts is not None
    wanted["self-check"] = texts(dataclasses.asdict(reading.poster), codes)
    wanted["self-check"] += texts(dataclasses.asdict(reading.self_check_texts))
    answers = reading.self_check_texts.answers.values()
    wanted["words"] = [text for text in texts(reading.tables["words"]) if text not in answers]
    for key, told in wanted.items():
        assert len(told) > 20
        assert [text for text in told if escape(text) not in part(sheet, key)] == []


def test_the_print_out_is_no_longer_than_what_is_signed_needs() -> None:
    reading = read_language(Folders(content_folder(), assets_folder(), None), "en")
    sheet = re.sub(r"<style>.*?</style>", "", review_sheet(reading, reading, TODAY), flags=re.DOTALL)
    words = len(re.sub(r"<[^>]*>", " ", sheet).split())
    assert words < MOST_WORDS, words


def test_what_must_be_known_is_marked_where_it_stands(copy: ContentCopy) -> None:
    sheet, cards = page(copy), copy.read().cards
    for card in cards:
        marked = re.findall(r"<mark>([^<]+)</mark> ([^<]+)<", part(sheet, card.id))
        wanted = {
            (kind.replace("_", " "), escape(getattr(step, name)[int(index)]))
            for step in card.steps
            for kind, places in step.must_know.items()
            for name, index in (place.split(".") for place in places)
        }
        assert len(marked) == sum(len(step.facts) for step in card.steps) >= 8
        assert set(marked) == wanted


def test_a_paragraph_that_an_earlier_card_has_too_is_named_and_not_printed_again(copy: ContentCopy) -> None:
    cards = copy.read().cards
    first, last = cards[0], cards[-1]
    index, shared = next(
        (place, text) for place, text in enumerate(first.take_home, 1) if text in last.take_home
    )
    sheet = page(copy)
    assert sheet.count(f"<p>{escape(shared)}</p>") == 1
    assert f"<p>{escape(shared)}</p>" in part(sheet, first.id)
    assert f"<p>[card 0, paragraph {index}]</p>" in part(sheet, last.id)


def test_a_line_that_is_worded_as_an_answer_is_named_by_it_in_each_language(copy: ContentCopy) -> None:
    reading = copy.read()
    assert reading.self_check_texts is not None
    answer = escape(reading.self_check_texts.answers["A1"])
    copy.change(f"{TRANSLATION}/self_check.toml", unescape(answer), "Le cuesta respirar")
    told = part(page(copy, TRANSLATION), "self-check")
    assert "<td>[A1]</td><td>Le cuesta respirar</td>" in told
    assert told.count(f"<li><b>A1</b> {answer}</li>") == 2
    assert f"<td>{answer}</td>" not in told


def test_a_short_text_is_printed_once_and_stands_beside_its_original(copy: ContentCopy) -> None:
    told = part(page(copy), "words")
    items = re.findall(r"<li>(.*?)</li>", told)
    assert len(items) == len(set(items)) > 200
    assert "<h4>take home</h4>" in told
    copy.change(f"{TRANSLATION}/interface.ts", "Touch to start</translation>", "Toque</translation>")
    told = part(page(copy, TRANSLATION), "words")
    assert "<li><span>Touch to start</span><span>Toque</span></li>" in told


def test_every_source_is_there_once_at_the_end_for_all_texts(copy: ContentCopy) -> None:
    sheet, reading = page(copy), copy.read()
    told = sheet.split('<section class="sources">')[1]
    listed, read = told.split("<h3>")
    ids = set()
    for key in keys_of(copy)[:-1]:
        sources = reading.signed_data(key)["sources"]
        assert sources
        for name, source in sources.items():
            ids.add(name)
            assert f"<li><b>{name}</b> {escape(source['title'])}. " in listed
            assert f". {escape(source['publisher'])}. {escape(source['where'])}</li>" in listed
            assert escape(source["seen"]) in read
    assert ids <= set(re.findall(r"<li><b>([^<]+)</b>", told))
    assert len(re.findall(r"<li><b>", told)) == len(set(re.findall(r"<li><b>([^<]+)</b>", told)))
    what = re.findall(r"<li>(.*?): [^:]*</li>", read)
    assert len(what) == len(set(what)) > 1


def test_every_source_of_a_line_or_step_is_named_beside_it(copy: ContentCopy) -> None:
    sheet, reading = page(copy), copy.read()
    for card in reading.cards:
        cited = re.findall(r'<p class="cited">([^<]+)</p>', part(sheet, card.id))
        wanted = [*(step.sources for step in card.steps), card.teach_back.sources]
        assert cited == [", ".join(sources) for sources in wanted]
    assert reading.poster is not None
    lines = [line for each in reading.poster.lists for group in each.groups for line in group.lines]
    for line in lines:
        assert f'{", ".join(line.rules)}<p class="cited">{", ".join(line.sources)}</p>' in sheet


def test_every_picture_is_once_in_the_page_beside_its_claim(copy: ContentCopy) -> None:
    sheet, reading = page(copy), copy.read()
    first: dict[str, str] = {}
    for key in (*(card.id for card in reading.cards), "emergency"):
        claims = reading.signed_data(key)["pictures"]
        assert claims
        for name, claim in claims.items():
            assert claim
            if first.setdefault(name, key) == key:
                assert escape(claim) in part(sheet, key).split(f"<b>{name}</b>")[1]
            else:
                assert f"{name} (see {first[name]})" in part(sheet, key)
        own = [name for name, where in first.items() if where == key]
        assert part(sheet, key).count("data:image/svg+xml;base64,") == len(own)
    assert {"start-here", "genetic", "emergency"} <= set(first.values())
    assert not re.search(r'(?:src|href)="(?!data:image/svg|#)', sheet)
    assert ".on-pathway { background-image: url(data:image/svg+xml;base64," in sheet


def test_the_answers_that_lead_to_a_card_stand_with_their_place(copy: ContentCopy) -> None:
    copy.change(
        "en/cards/1-genetic.toml", "\n[colours]", "\n[leads_here]\nS1 = 2\nS2 = 1\nS3 = 2\n\n[colours]"
    )
    copy.change("en/cards/1-genetic.toml", 'kind = "signs"', 'kind = "signs"\nleads_here = { K1 = 1 }')
    assert "Offered after: S2 (place 1); S1, S3 (place 2); K1 (place 1 at step 3).</p>" in part(
        page(copy), "genetic"
    )


def test_the_emergencies_are_printed_once_with_their_steps_counted_from_one(copy: ContentCopy) -> None:
    sheet, steps = page(copy), copy.read().emergency
    told = part(sheet, "emergency")
    numbers = re.findall(r'<th scope="row">([0-9]+) ', told)
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
        assert f'<p class="cited">{", ".join(rule.sources)}</p>' in row
        needs = row.split("<td>")[1].removesuffix("</td>").split(" <b>and</b> ")
        assert [frozenset(need.strip("()").split(" or ")) for need in needs] == list(rule.all_of_any)
        assert all(("(" in need) is (" or " in need and len(needs) > 1) for need in needs)


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
    assert page(copy) == page(copy)


def test_a_cards_own_picture_is_printed_over_the_pathway_and_the_others_alone(copy: ContentCopy) -> None:
    figures = re.findall(r'<img class="([^"]+)".*?<figcaption><b>([^<]+)</b>', part(page(copy), "genetic"))
    kinds = {name: kind for kind, name in figures}
    assert kinds["pictures/genetic-healthy.svg"] == kinds["pictures/genetic-affected.svg"] == "on-pathway"
    assert {kind for name, kind in kinds.items() if "/genetic-" not in name} == {"alone"}


def test_the_original_alone_needs_a_clinician(copy: ContentCopy) -> None:
    sheet = page(copy)
    assert sheet.count('<th scope="row">Clinician</th>') == len(keys_of(copy))
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
    signing = [f'<th scope="row">{kind}</th>' for kind in ("Translator", "Clinician")]
    assert [sheet.count(kind) for kind in signing] == [len(keys_of(copy))] * 2
    assert f"content/{TRANSLATION}/reviews.toml" in sheet
    assert "needs two signatures" in sheet


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
    assert page(copy, language).count(told) == 2 * len(keys_of(copy))
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
    assert '<p class="state">Draft. Never signed.</p>' in part(page(copy), "toxins")


def test_a_text_that_was_changed_since_it_was_signed_is_marked(copy: ContentCopy) -> None:
    copy.sign("genetic")
    copy.sign("toxins")
    copy.change("en/cards/1-genetic.toml", "Genes are your body's instructions.", "Genes are instructions.")
    sheet = page(copy)
    states = re.findall(r'<p class="(state[^"]*)">(?:Draft. )?(Changed|Signed|Never)', sheet)
    names = dict(zip(keys_of(copy), states, strict=True))
    assert names.pop("genetic") == ("state changed", "Changed")
    assert names.pop("toxins") == ("state", "Signed")
    assert set(names.values()) == {("state", "Never")}


def test_a_review_that_is_overdue_leaves_a_draft(copy: ContentCopy) -> None:
    copy.sign("genetic")
    later = review_sheet(copy.read(), copy.read(), TODAY + datetime.timedelta(days=500))
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
