"""The annex of the print-out holds what belongs to the texts that are signed, to look it up in."""

import re
from html import escape

from kiosk.content.review_sheet import review_print_out
from tests.content_copy import TODAY, TRANSLATION, ContentCopy


def annex(copy: ContentCopy, language: str = "en") -> str:
    return review_print_out(copy.read(language), copy.read(), TODAY).annex


def part(page: str, key: str) -> str:
    return page.split(f'<section id="{key}">')[1].partition("</section>")[0]


def pictures_of(page: str, title: str) -> str:
    return page.split(f"<h3>{title}</h3>")[1].partition("<h3>")[0]


def test_a_short_text_is_printed_once_and_stands_beside_its_original(copy: ContentCopy) -> None:
    told = part(annex(copy), "words")
    items = re.findall(r"<li>(.*?)</li>", told)
    assert len(items) == len(set(items)) > 200
    assert "<h4>take home</h4>" in told
    copy.change(f"{TRANSLATION}/interface.ts", "Touch to start</translation>", "Toque</translation>")
    told = part(annex(copy, TRANSLATION), "words")
    assert "<li><span>Touch to start</span><span>Toque</span></li>" in told


def test_every_short_text_stands_there_but_for_answers(copy: ContentCopy) -> None:
    told, reading = part(annex(copy), "words"), copy.read()
    assert reading.self_check_texts is not None
    answers = reading.self_check_texts.answers.values()
    words = [text for text in reading.tables["words"].values() if text not in answers]
    assert len(words) > 200
    assert [text for text in words if escape(str(text)) not in told] == []


def test_every_source_is_there_once_for_all_texts(copy: ContentCopy) -> None:
    told, reading = part(annex(copy), "sources"), copy.read()
    listed, read = told.split("<h3>")
    ids = set()
    for key in (*(card.id for card in reading.cards), "emergency", "self-check"):
        sources = reading.signed_data(key)["sources"]
        assert sources
        for name, source in sources.items():
            ids.add(name)
            assert f"<li><b>{name}</b> {escape(source['title'])}. " in listed
            assert f". {escape(source['publisher'])}. {escape(source['where'])}</li>" in listed
            assert escape(source["seen"]) in read
    assert sorted(ids) == re.findall(r"<li><b>([^<]+)</b>", told)
    what = re.findall(r"<li>(.*?): [^:]*</li>", read)
    assert len(what) == len(set(what)) > 1


def test_every_picture_is_there_once_beside_its_claim(copy: ContentCopy) -> None:
    page, reading = annex(copy), copy.read()
    first: dict[str, str] = {}
    titles = {card.id: escape(card.title) for card in reading.cards} | {"emergency": "Emergencies"}
    for key, title in titles.items():
        claims = reading.signed_data(key)["pictures"]
        assert claims
        told = pictures_of(page, title)
        for name, claim in claims.items():
            assert claim
            if first.setdefault(name, key) == key:
                assert escape(claim) in told.split(f"<b>{name}</b>")[1]
            else:
                assert f"{name} (see {first[name]})" in told
        own = [name for name, where in first.items() if where == key]
        assert told.count("data:image/svg+xml;base64,") == len(own)
    assert {"start-here", "genetic", "emergency"} <= set(first.values())
    assert not re.search(r'(?:src|href)="(?!data:image/svg|#)', page)
    assert ".on-pathway { background-image: url(data:image/svg+xml;base64," in page


def test_what_is_read_aloud_for_a_picture_stands_beside_its_original(copy: ContentCopy) -> None:
    copy.change(f"{TRANSLATION}/cards/1-genetic.toml", "The signal is lost.", "Se pierde.")
    told = pictures_of(annex(copy, TRANSLATION), "Genetic factors")
    assert "<p>Read aloud: The signal is lost.</p></td><td><p>Read aloud: Se pierde.</p>" in told


def test_the_answers_that_lead_to_a_card_stand_with_their_place(copy: ContentCopy) -> None:
    name = "en/cards/1-genetic.toml"
    copy.change(name, "\n[colours]", "\n[leads_here]\nS1 = 2\nS2 = 1\nS3 = 2\n\n[colours]")
    copy.change(name, 'kind = "signs"', 'kind = "signs"\nleads_here = { K1 = 1 }')
    told = pictures_of(annex(copy), "Genetic factors")
    assert "Offered after: S2 (place 1); S1, S3 (place 2); K1 (place 1 at step 3).</p>" in told
    assert "Stops: nerve cell, nerve fiber, muscle. See also: metabolic, what-to-do." in told


def test_a_cards_own_picture_is_printed_over_the_pathway_and_the_others_alone(copy: ContentCopy) -> None:
    told = pictures_of(annex(copy), "Genetic factors")
    figures = re.findall(r'<img class="([^"]+)".*?<figcaption><b>([^<]+)</b>', told)
    kinds = {name: kind for kind, name in figures}
    assert kinds["pictures/genetic-healthy.svg"] == kinds["pictures/genetic-affected.svg"] == "on-pathway"
    assert {kind for name, kind in kinds.items() if "/genetic-" not in name} == {"alone"}
