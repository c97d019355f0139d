import dataclasses

import pytest

from kiosk.core.content.cards import Content
from kiosk.core.self_check.offer import Mode, Offer
from kiosk.core.self_check.rules import Urgency
from kiosk.core.self_check_steps import SelfCheckPage
from kiosk.core.visit import SelfCheckPosition, Visit
from kiosk.store.settings.keys import SettingsFile
from kiosk.ui.viewmodels.self_check import SelfCheckSnapshot, derive_self_check
from kiosk.ui.viewmodels.self_check_poster import (
    SelfCheckPosterSnapshot,
    derive_self_check_poster,
    offer_today,
)
from tests.clinic import Clinic
from tests.ui.words import content_in, sentence_in

MILD = ("A-none", "B-none", "S-none", "family-no", "E-none")
SOON = ("A-none", "B-none", "S7", "start-years", "trend-same", "family-no", "E-none", "K0")
NOW = ("A1",)


def shown(check: SelfCheckPosition | None, content: Content | None = None) -> SelfCheckSnapshot:
    return derive_self_check(check, content or content_in("en"), None, sentence_in("en"))


def outcome(*given: str) -> SelfCheckPosition:
    return SelfCheckPosition(given=given, has_outcome=True)


def test_without_a_check_nothing_is_shown() -> None:
    assert shown(None) == SelfCheckSnapshot()
    assert shown(None).page is SelfCheckPage.NONE


def test_the_start_page_says_what_it_is_for_and_what_it_is_not() -> None:
    poster = content_in("en").poster
    assert shown(SelfCheckPosition()) == SelfCheckSnapshot(
        page=SelfCheckPage.START,
        title="A short self-check",
        blocks=(poster.purpose, poster.not_everything),
    )


def test_a_question_shows_its_answers_and_those_that_were_touched() -> None:
    texts, poster = content_in("en").self_check_texts, content_in("en").poster
    assert texts is not None
    page = shown(SelfCheckPosition(question=0, given=("A-not-sure",)))
    answers = ("A1", "A2", "A3", "A4", "A5", "A-not-sure", "A-none")
    assert page == SelfCheckSnapshot(
        page=SelfCheckPage.QUESTION,
        title=texts.questions["Q1"],
        hint=f"Touch all that fit. {poster.not_everything}",
        counter="Question 1 of 8",
        answers=tuple(texts.answers[answer] for answer in answers),
        chosen=(texts.answers["A-not-sure"],),
        last_page_count=2,
        is_answered=True,
        is_urgent=page.is_urgent,
    )


def test_a_question_that_takes_one_answer_says_so() -> None:
    page = shown(SelfCheckPosition(question=5))
    assert page.takes_one
    assert page.hint.startswith("Touch one. ")
    assert (page.counter, page.last_page_count, page.is_answered) == ("Question 6 of 8", 0, False)
    idle = shown(SelfCheckPosition(question=3, given=("S-none",)))
    assert idle.counter == "Question 4 of 6"


def test_an_answer_that_comes_to_now_is_known_before_the_end() -> None:
    assert shown(SelfCheckPosition(question=0, given=NOW)).is_urgent
    assert not shown(SelfCheckPosition(question=0, given=("A-none",))).is_urgent


def test_a_mild_outcome_offers_topics_and_no_diagnosis() -> None:
    content = content_in("en")
    assert content.self_check_texts is not None
    text = content.self_check_texts.outcomes.of(Urgency.LEARN)
    page = shown(outcome(*MILD, "K0"))
    assert (page.page, page.title) == (SelfCheckPage.OUTCOME, text.title)
    assert page.blocks[: len(text.text)] == text.text
    assert page.blocks[-1] == content.poster.not_a_diagnosis
    points = tuple(block for block in page.blocks if block.startswith("\u2022 "))
    assert points == tuple(f"\u2022 {question}" for question in text.questions)
    assert page.topic_titles == (content.card("start-here").title,)
    assert not page.offers_call


def test_the_clinic_s_own_panel_is_a_topic_by_the_title_of_its_step() -> None:
    content = content_in("en")
    titles = shown(outcome(*MILD, "K1")).topic_titles
    steps = {step.title for card in content.cards for step in card.steps}
    cards = {card.title for card in content.cards}
    assert titles
    assert set(titles) <= steps | cards
    assert set(titles) - cards


def test_only_an_outcome_that_is_soon_offers_a_call() -> None:
    page = shown(outcome(*SOON))
    assert page.page is SelfCheckPage.OUTCOME
    assert page.offers_call
    assert not shown(SelfCheckPosition(question=2, given=SOON)).offers_call


def test_now_offers_nothing_to_read_and_speaks_to_staff_in_their_language_too() -> None:
    english, spanish = content_in("en"), content_in("es")
    assert english.self_check_texts is not None
    assert spanish.self_check_texts is not None
    staff, own = english.self_check_texts.outcomes.now, spanish.self_check_texts.outcomes.now
    page = derive_self_check(outcome(*NOW), spanish, english, sentence_in("es"))
    assert (page.page, page.title) == (SelfCheckPage.NOW, own.title)
    assert page.blocks == (*own.text, *(f"\u2022 {question}" for question in own.questions))
    assert page.blocks_for_staff == (staff.title, staff.text[0])
    assert page.code == "Código 1"
    assert (page.topic_titles, page.offers_call, page.is_urgent) == ((), False, True)
    assert not page.is_closing
    assert shown(dataclasses.replace(outcome(*NOW), is_closing=True)).is_closing
    assert shown(outcome(*NOW)).blocks_for_staff == ()
    assert (shown(outcome(*NOW)).code, shown(outcome(*MILD)).code) == ("Code 1", "")


@pytest.mark.parametrize(
    "check", [SelfCheckPosition(), SelfCheckPosition(question=0), outcome(*MILD), outcome(*NOW)]
)
def test_without_content_or_without_questions_a_page_still_has_its_title(check: SelfCheckPosition) -> None:
    bare = derive_self_check(check, None, None, sentence_in("en"))
    assert bare.title == "A short self-check"
    assert (bare.blocks, bare.answers, bare.topic_titles) == ((), (), ())
    unasked = shown(check, dataclasses.replace(content_in("en"), self_check_texts=None))
    assert unasked.title == "A short self-check"
    assert unasked.answers == ()


def test_no_answer_is_in_a_repr() -> None:
    texts = content_in("en").self_check_texts
    assert texts is not None
    assert texts.answers["A1"] not in repr(shown(SelfCheckPosition(question=0, given=("A1",))))


def poster(file: SettingsFile, index: int = 0, language: str = "en") -> SelfCheckPosterSnapshot:
    visit = Visit(poster_list=index)
    return derive_self_check_poster(visit, content_in(language), file, is_guided_trusted=True)


def mode(clinic: Clinic, self_check: Mode, *, demonstration: bool = False) -> SettingsFile:
    return dataclasses.replace(clinic.settings.file, self_check=self_check, demonstration=demonstration)


def test_the_first_list_is_what_cannot_wait_with_whom_to_call_on_every_page(clinic: Clinic) -> None:
    lists, texts = content_in("en").poster.lists, content_in("en").poster
    page = poster(mode(clinic, "static"))
    assert (page.tier, page.title, page.index, page.count) == (Urgency.NOW, lists[0].title, 0, 3)
    assert lists[0].note
    assert page.footnote == f"{lists[0].note} {texts.not_everything} {texts.not_a_diagnosis}"
    assert page.blocks[0] == lists[0].groups[0].when
    assert page.blocks[1] == f"\u2022 {lists[0].groups[0].lines[0].text}"
    assert page.blocks[-1] == texts.purpose
    assert lists[0].note not in page.blocks
    assert not page.is_last


def test_the_other_lists_say_their_note_at_the_end(clinic: Clinic) -> None:
    lists, texts = content_in("en").poster.lists, content_in("en").poster
    soon, routine = poster(mode(clinic, "static"), 1), poster(mode(clinic, "static"), 2)
    assert [page.tier for page in (soon, routine)] == [Urgency.SOON, Urgency.ROUTINE]
    assert [page.is_last for page in (soon, routine)] == [False, True]
    for page, part in zip((soon, routine), lists[1:], strict=True):
        lines = [line.text for group in part.groups for line in group.lines]
        assert [block.removeprefix("\u2022 ") for block in page.blocks if block.startswith("\u2022")] == lines
        assert page.footnote == f"{texts.not_everything} {texts.not_a_diagnosis}"
        assert not part.note or page.blocks[-1] == part.note


def test_before_there_is_content_nothing_is_offered(clinic: Clinic) -> None:
    file = mode(clinic, "guided", demonstration=True)
    empty = derive_self_check_poster(Visit(), None, file, is_guided_trusted=True)
    assert empty == SelfCheckPosterSnapshot()
    assert empty.offer is Offer.OFF


def test_what_is_offered_follows_mode_language_and_trust(clinic: Clinic) -> None:
    assert poster(mode(clinic, "off")).offer is Offer.OFF
    assert poster(mode(clinic, "guided")).offer is Offer.STATIC
    assert poster(mode(clinic, "guided"), language="es").offer is Offer.ASK_DESK
    guided = mode(clinic, "guided", demonstration=True)
    assert poster(guided).offer is Offer.GUIDED
    assert offer_today(content_in("en"), guided, is_guided_trusted=False) is Offer.STATIC


def test_a_check_that_has_begun_goes_on_whatever_is_offered_now(clinic: Clinic) -> None:
    begun = Visit(check=SelfCheckPosition())
    for content in (content_in("en"), None):
        page = derive_self_check_poster(begun, content, mode(clinic, "off"), is_guided_trusted=False)
        assert page.offer is Offer.GUIDED
