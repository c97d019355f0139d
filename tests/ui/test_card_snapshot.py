"""What the screen of a card shows on each of its pages, derived without Qt from a small card."""

import dataclasses
import datetime

import pytest

from kiosk.core.content.reviews import Review, Reviewed
from kiosk.core.content.steps import DOORS, EMERGENCY, Chapter, Step, TeachBack
from kiosk.core.visit import CardPosition, CardView, KeptQuestion, Screen, Visit
from kiosk.ui.card_snapshot import CardSnapshot, chapter_name, derive_card, question_of
from kiosk.ui.enums import number_of
from kiosk.ui.paging.page_breaks import POINT
from kiosk.ui.viewmodels.questions import QuestionsSnapshot, derive_questions
from tests.ui.words import content_in, sentence_in, words_of

WORDS = words_of("en")
STEPS = (
    Step("in_short", "In short", ("Genes are instructions.", "Tell the front desk now."), ("M-NM",)),
    Step("happens", "How it happens", ("A letter changes.", "These ways:"), ("M-MD",), ("One", "Two")),
    Step("happens", "How common", ("It is common.",), ("M-SMA",)),
    Step("signs", "Signs", (), ("M-MD", "M-CMT"), ("Falls", "Big calves")),
    Step("help", "Help", ("An exam finds it.",), ("M-MD",)),
    Step("do", "Today", ("Write it down.",), ("M-TALK",)),
    Step("ask", "Ask", (), ("M-MD",), ("Is it new?", "What helps?")),
    Step("clinic", "From the clinic", ("Sore knees.",), ("M-KNEE",)),
    Step("more", "More about polio", ("A germ.",), ("M-POL",)),
    Step("more", "More about Lyme disease", ("A tick.",), ("M-LYM",)),
    Step("emergency", "Now", ("Call 911 for:",), ("M-STR",), ("A droop",)),
)
HAPPENS, SIGNS, HELP, DO, ASK, CLINIC, MORE, URGENT = 1, 3, 4, 5, 6, 7, 8, 10
TEACH_BACK = TeachBack("New?", ("No.", "Yes.", "Never."), 1, "It can be.", "Genes change.", ("M-GENE",))
ENGLISH = content_in("en")
GENETIC = dataclasses.replace(ENGLISH.card("genetic"), steps=STEPS, teach_back=TEACH_BACK)
SIGNED = Reviewed(
    Review("Dr. A", "neurologist", datetime.date(2026, 11, 1), datetime.date(2027, 11, 1), "ab")
)
CONTENT = dataclasses.replace(
    ENGLISH,
    cards=(GENETIC,),
    sources={
        key: dataclasses.replace(next(iter(ENGLISH.sources.values())), title=key, publisher="P", where="W")
        for key in {*TEACH_BACK.sources, *(source for step in STEPS for source in step.sources)}
    },
    reviews={"genetic": Reviewed(None), EMERGENCY: SIGNED},
)


def at(step: int, view: CardView = CardView.STEP, *seen: Chapter, was_asked: bool = False) -> CardPosition:
    return CardPosition("genetic", step, view=view, seen=seen, was_asked=was_asked)


def card(position: CardPosition, *questions: KeptQuestion) -> CardSnapshot:
    visit = Visit(screen=Screen.CARD, language="en", card=position, questions=questions)
    return derive_card(visit, CONTENT, sentence_in("en"))


def sources_on(position: CardPosition) -> list[str]:
    """Return the ids of the sources shown, which stand in for their titles."""
    _, *sources = card(dataclasses.replace(position, shows_sources=True)).blocks
    return [source.removeprefix(POINT).partition(".")[0] for source in sources]


def test_a_card_that_is_not_read_yet_shows_nothing() -> None:
    visit = Visit(screen=Screen.CARD, card=at(0))
    assert derive_card(visit, None, sentence_in("en")) == CardSnapshot()
    assert derive_card(Visit(), CONTENT, sentence_in("en")) == CardSnapshot()


def test_a_card_opens_with_its_headline_what_it_is_and_a_warning() -> None:
    assert card(at(0)) == CardSnapshot(
        accents=("#4E3493", "#CFC1FA", "#FFE14D"),
        heading=GENETIC.headline,
        chapter=number_of(Chapter.FIRST),
        has_conditions=True,
        is_first=True,
        warning="Tell the front desk now.",
        blocks=("Genes are instructions.",),
        leads_on="Next: What happens",
        ends_chapter=True,
        question="New?",
        answers=("No.", "Yes.", "Never."),
    )


def test_a_page_of_a_chapter_has_its_title_and_its_points_below_its_text() -> None:
    shown = card(at(HAPPENS))
    assert (shown.heading, shown.chapter) == ("How it happens", number_of(Chapter.HAPPENS))
    assert shown.blocks == ("A letter changes.", "These ways:", f"{POINT}One", f"{POINT}Two")
    assert (shown.is_first, shown.is_urgent, shown.has_back) == (False, False, True)


def test_the_warning_stands_on_every_page_that_is_read_but_the_emergencies_themselves() -> None:
    warned = [step for step in range(len(STEPS)) if card(at(step)).warning == "Tell the front desk now."]
    assert warned == [step for step in range(len(STEPS)) if step != URGENT]
    elsewhere = (at(SIGNS, CardView.QUESTION), at(MORE, CardView.CONDITIONS), at(URGENT))
    sources = dataclasses.replace(at(SIGNS), shows_sources=True)
    assert [card(position).warning for position in (*elsewhere, sources)] == [""] * 4


@pytest.mark.parametrize(
    ("position", "words", "ends_chapter"),
    [
        (at(HAPPENS), "Next", False),
        (at(HAPPENS + 1), "Next: Signs", True),
        (at(SIGNS, CardView.STEP, Chapter.HAPPENS), "A question for you", True),
        (at(SIGNS, CardView.QUESTION, Chapter.HAPPENS, was_asked=True), "Next: Tests and help", True),
        (
            at(HELP, CardView.STEP, Chapter.HAPPENS, Chapter.SIGNS, was_asked=True),
            "Next: What you can do",
            True,
        ),
        (at(MORE), "Next", False),
        (at(MORE + 1, CardView.STEP, Chapter.HAPPENS, was_asked=True), "Next: Signs", True),
        (at(MORE, CardView.CONDITIONS), "Next: What happens", True),
        (at(URGENT), "Next: What happens", True),
    ],
)
def test_next_says_where_it_leads(position: CardPosition, words: str, *, ends_chapter: bool) -> None:
    shown = card(position)
    assert (shown.leads_on, shown.leads_home, shown.ends_chapter) == (words, False, ends_chapter)


@pytest.mark.parametrize("view", [CardView.STEP, CardView.QUESTION])
def test_the_last_page_says_that_it_ends_the_card(view: CardView) -> None:
    alone = dataclasses.replace(CONTENT, cards=(dataclasses.replace(GENETIC, related=()),))
    visit = Visit(screen=Screen.CARD, card=at(CLINIC, view, *DOORS, was_asked=True))
    shown = derive_card(visit, alone, sentence_in("en"))
    assert (shown.leads_on, shown.leads_home, shown.ends_chapter) == (WORDS["card.finish"], True, True)


def test_related_cards_come_after_the_last_page_and_then_all_causes() -> None:
    last = card(at(CLINIC, CardView.STEP, *DOORS, was_asked=True))
    assert (last.leads_on, last.leads_home, last.ends_chapter) == (WORDS["card.related"], False, True)
    linked = dataclasses.replace(GENETIC, related=("toxins", "what-to-do"))
    others = (ENGLISH.card("toxins"), ENGLISH.card("what-to-do"))
    content = dataclasses.replace(CONTENT, cards=(linked, *others))
    visit = Visit(screen=Screen.CARD, card=at(0, CardView.RELATED, *DOORS, was_asked=True))
    shown = derive_card(visit, content, sentence_in("en"))
    assert (shown.heading, shown.blocks, shown.chapter) == ("More to read", (), number_of(Chapter.FIRST))
    assert (shown.choices, shown.chosen) == (("Toxins and medicines", "What to do"), ())
    assert (shown.is_asking, shown.is_first, shown.has_back) == (True, False, True)
    assert (shown.leads_on, shown.leads_home) == (WORDS["card.finish"], True)


def test_only_the_first_page_has_nothing_behind_it() -> None:
    assert [card(at(step)).has_back for step in range(len(STEPS))] == [False] + [True] * (len(STEPS) - 1)
    assert card(at(MORE, CardView.CONDITIONS)).has_back
    assert card(at(SIGNS, CardView.QUESTION)).has_back


def test_questions_to_ask_are_choices_and_those_kept_are_marked() -> None:
    kept = KeptQuestion("genetic", ASK, 1)
    assert question_of(at(ASK), 1) == kept
    shown = card(at(ASK), kept, KeptQuestion("toxins", ASK, 0))
    assert (shown.choices, shown.chosen, shown.blocks) == (
        ("Is it new?", "What helps?"),
        ("What helps?",),
        (),
    )
    assert (shown.is_asking, shown.chapter) == (True, number_of(Chapter.DO))
    visit = Visit(screen=Screen.CARD, card=at(0), questions=(kept,))
    assert derive_questions(visit, CONTENT) == QuestionsSnapshot((f"{POINT}What helps?",))


def test_conditions_are_choices_under_a_question_and_each_has_its_page() -> None:
    shown = card(at(MORE, CardView.CONDITIONS))
    assert shown.heading == WORDS["card.conditions"]
    assert (shown.choices, shown.chosen) == (("More about polio", "More about Lyme disease"), ())
    assert (shown.blocks, shown.is_asking, shown.is_first) == ((), True, False)
    assert shown.chapter == number_of(Chapter.MORE)
    page = card(at(MORE + 1))
    assert (page.heading, page.blocks, page.choices) == ("More about Lyme disease", ("A tick.",), ())


def test_a_card_without_conditions_has_no_door_to_them() -> None:
    plain = dataclasses.replace(GENETIC, steps=(*STEPS[:MORE], STEPS[URGENT]))
    content = dataclasses.replace(CONTENT, cards=(plain,))
    visit = Visit(screen=Screen.CARD, card=at(0))
    assert card(at(0)).has_conditions
    assert not derive_card(visit, content, sentence_in("en")).has_conditions


def test_emergencies_alone_are_urgent_and_only_the_clinics_page_is_from_the_clinic() -> None:
    pages = [card(at(step)) for step in range(len(STEPS))]
    assert [step for step, page in enumerate(pages) if page.is_urgent] == [URGENT]
    assert [step for step, page in enumerate(pages) if page.is_from_clinic] == [CLINIC]
    assert not card(at(URGENT, CardView.QUESTION)).is_urgent


def test_the_question_says_why_when_right_and_explains_again_when_not() -> None:
    asking = at(SIGNS, CardView.QUESTION)
    before = card(asking)
    assert (before.is_teach_back, before.is_answered, before.feedback) == (True, False, ())
    assert (before.heading, before.blocks, before.question) == ("", (), "New?")
    right = card(dataclasses.replace(asking, answer=1))
    assert (right.is_answered, right.is_right, right.feedback) == (True, True, ("Yes.", "It can be."))
    wrong = card(dataclasses.replace(asking, answer=0))
    assert (wrong.is_answered, wrong.is_right, wrong.feedback) == (True, False, ("Genes change.",))
    assert not card(at(SIGNS)).is_teach_back


@pytest.mark.parametrize(
    ("position", "sources"),
    [
        (at(0), ["M-NM"]),
        (at(HAPPENS + 1), ["M-NM", "M-MD", "M-SMA"]),
        (at(SIGNS), ["M-MD", "M-CMT"]),
        (at(ASK), ["M-TALK", "M-MD", "M-KNEE"]),
        (at(MORE, CardView.CONDITIONS), ["M-POL", "M-LYM"]),
        (at(URGENT), ["M-STR"]),
        (at(SIGNS, CardView.QUESTION), ["M-GENE"]),
    ],
)
def test_the_sources_are_those_of_the_chapter_each_once(position: CardPosition, sources: list[str]) -> None:
    assert sources_on(position) == sources


def test_sources_say_first_whether_the_text_was_reviewed_and_hide_the_page() -> None:
    shown = card(dataclasses.replace(at(0), shows_sources=True))
    assert (shown.shows_sources, shown.is_on_step, shown.has_back) == (True, False, False)
    assert (shown.heading, shown.is_first, shown.warning) == (WORDS["card.sources"], False, "")
    assert shown.blocks == (WORDS["review.draft_long"], f"{POINT}M-NM. P. W")
    asking = card(dataclasses.replace(at(ASK), shows_sources=True))
    assert (asking.choices, asking.is_asking) == ((), False)


def test_emergencies_are_reviewed_for_themselves_and_not_with_the_card() -> None:
    shown = card(dataclasses.replace(at(URGENT), shows_sources=True))
    assert shown.blocks[0] == WORDS["review.signed"].format(
        reviewer="Dr. A, neurologist", date="2026-11-01", next_review="2027-11-01"
    )


def test_a_note_to_take_home_takes_the_place_of_the_page() -> None:
    shown = card(dataclasses.replace(at(ASK), takes_home=True))
    assert (shown.heading, shown.is_on_step, shown.choices) == (WORDS["take_home.title"], False, ())


def test_each_door_says_its_chapter_and_what_has_no_door_says_nothing() -> None:
    assert {chapter: chapter_name(chapter, sentence_in("en")) for chapter in Chapter} == {
        Chapter.FIRST: "",
        Chapter.HAPPENS: "What happens",
        Chapter.SIGNS: "Signs",
        Chapter.HELP: "Tests and help",
        Chapter.DO: "What you can do",
        Chapter.MORE: WORDS["chapter.more"],
        Chapter.EMERGENCY: "",
    }
    spanish = [chapter_name(chapter, sentence_in("es")) for chapter in (*DOORS, Chapter.MORE)]
    assert spanish == [words_of("es")[f"chapter.{chapter}"] for chapter in (*DOORS, Chapter.MORE)]
    assert len(set(spanish)) == len(spanish)
