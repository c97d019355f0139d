"""The ways through a card: any chapter first, Next to what is unread, one question, home at the end."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core import card_steps
from kiosk.core import visit as visits
from kiosk.core.content.card_picture import Picture
from kiosk.core.content.cards import Card
from kiosk.core.content.colours import Accent, Colours
from kiosk.core.content.pathway import Stop
from kiosk.core.content.steps import DOORS, Chapter, Step, StepKind, TeachBack
from kiosk.core.visit import CardPosition, CardView, Screen, Visit

KINDS: tuple[StepKind, ...] = (
    *("in_short", "happens", "happens", "signs", "help", "help", "do", "ask", "clinic"),
    *("more", "more", "emergency", "emergency"),
)
FIRST, HAPPENS, SIGNS, HELP, DO, MORE, EMERGENCY = 0, 1, 3, 4, 6, 9, 11
"""Index of the first step of each chapter."""


def card_of(*kinds: StepKind) -> Card:
    return Card(
        id="genetic",
        number=1,
        title="Genetic factors",
        headline="A gene change",
        stops=(),
        related=(),
        take_home=(),
        colours=Colours("#ECE6F8", Accent("#4E3493", "#CFC1FA", "#FFE14D")),
        picture=Picture("A picture."),
        steps=tuple(Step(kind, kind, ("Words.",), ("M-MD",)) for kind in kinds),
        teach_back=TeachBack("New?", ("Yes.", "No.", "Never."), 0, "It can.", "It is.", ("M-MD",)),
    )


CARD = card_of(*KINDS)
PLAIN = card_of("in_short", "happens", "signs", "help", "do", "ask", "more", "emergency")
"""With a single condition."""
START = visits.open_card(visits.start("en"), "genetic")


def at(step: int, view: CardView = CardView.STEP, *seen: Chapter, was_asked: bool = False) -> CardPosition:
    return CardPosition("genetic", step, view=view, seen=seen, was_asked=was_asked)


def _opened(position: CardPosition) -> CardPosition:
    """Return a page on which everything is open that can be, and an answer given."""
    return dataclasses.replace(
        position, closer=Stop.MUSCLE, is_large=True, answer=1, shows_sources=True, takes_home=True
    )


def visit_at(position: CardPosition) -> Visit:
    return dataclasses.replace(START, card=position)


def place(visit: Visit) -> tuple[int, CardView] | None:
    """Return the step and what is shown of it, None on another screen."""
    return (visit.card.step, visit.card.view) if visit.card else None


def way(visit: Visit, card: Card = CARD) -> list[tuple[int, CardView]]:
    """Return every page from here to the end, by Next alone."""
    pages: list[tuple[int, CardView]] = []
    while (here := place(visit)) is not None:
        assert len(pages) < 100, "Next leads nowhere"
        pages.append(here)
        visit = card_steps.forward(visit, card)
    assert visit.screen is Screen.HOME
    return pages


LINKED = dataclasses.replace(CARD, related=("toxins", "injury"))


def step_pages(*steps: int) -> list[tuple[int, CardView]]:
    return [(step, CardView.STEP) for step in steps]


def test_next_alone_leads_through_the_four_chapters_and_asks_after_the_second() -> None:
    asked_at = (SIGNS, CardView.QUESTION)
    assert way(START) == [*step_pages(0, 1, 2, 3), asked_at, *step_pages(4, 5, 6, 7, 8)]


def test_the_last_next_leads_home_and_forgets_the_card_but_not_the_visitor() -> None:
    seen = (Chapter.HAPPENS, Chapter.SIGNS, Chapter.HELP)
    last = visit_at(at(8, CardView.STEP, *seen, was_asked=True))
    assert card_steps.ahead(CARD, at(8, CardView.STEP, *seen, was_asked=True)) is None
    assert card_steps.forward(last, CARD) == visits.start("en")


def test_at_the_end_of_a_card_next_leads_to_related_cards_and_from_there_home() -> None:
    assert way(START, LINKED)[-2:] == [(8, CardView.STEP), (FIRST, CardView.RELATED)]
    asking = at(8, CardView.QUESTION, *DOORS, was_asked=True)
    assert way(visit_at(asking), LINKED) == [(8, CardView.QUESTION), (FIRST, CardView.RELATED)]
    related = at(FIRST, CardView.RELATED, *DOORS, was_asked=True)
    assert card_steps.behind(LINKED, related) == dataclasses.replace(related, view=CardView.STEP)
    assert card_steps.chapter_of(LINKED, related) is Chapter.FIRST


def test_a_related_card_opens_at_its_first_page_and_nothing_else_does() -> None:
    visit = visit_at(at(FIRST, CardView.RELATED, *DOORS, was_asked=True))
    assert card_steps.open_related(visit, LINKED, 1).card == CardPosition("injury")
    for index in (-1, 2):
        assert card_steps.open_related(visit, LINKED, index) == visit


@pytest.mark.parametrize(
    ("chapters", "pages"),
    [
        ((Chapter.DO,), [6, 7, 8, 1, 2, "question at 2", 3, 4, 5]),
        ((Chapter.HELP,), [4, 5, 6, 7, 8, "question at 8", 1, 2, 3]),
        ((Chapter.SIGNS, Chapter.HAPPENS), [1, 2, "question at 2", 4, 5, 6, 7, 8]),
        ((Chapter.DO, Chapter.SIGNS), [3, "question at 3", 4, 5, 1, 2]),
        ((Chapter.HELP, Chapter.DO, Chapter.SIGNS), [3, "question at 3", 1, 2]),
        ((Chapter.DO, Chapter.HELP, Chapter.SIGNS, Chapter.HAPPENS), [1, 2, "question at 2"]),
    ],
)
def test_chapters_in_any_order_and_next_leads_to_what_is_unread(
    chapters: tuple[Chapter, ...], pages: list[int | str]
) -> None:
    visit = START
    for chapter in chapters:
        visit = card_steps.open_chapter(visit, CARD, chapter)
    told = [f"question at {step}" if view is CardView.QUESTION else step for step, view in way(visit)]
    assert told == pages


def test_every_chapter_opens_at_its_first_page_from_every_page() -> None:
    starts = {
        Chapter.FIRST: FIRST,
        Chapter.HAPPENS: HAPPENS,
        Chapter.SIGNS: SIGNS,
        Chapter.HELP: HELP,
        Chapter.DO: DO,
        Chapter.EMERGENCY: EMERGENCY,
    }
    for step in range(len(KINDS)):
        for view in CardView:
            for chapter, start in starts.items():
                opened = card_steps.open_chapter(visit_at(at(step, view)), CARD, chapter)
                assert place(opened) == (start, CardView.STEP)


def test_a_chapter_counts_as_seen_once_it_is_left_and_only_once() -> None:
    visit = card_steps.open_chapter(START, CARD, Chapter.HELP)
    assert visit.card == at(HELP)
    visit = card_steps.forward(visit, CARD)
    assert visit.card == at(HELP + 1, CardView.STEP, Chapter.HELP)
    visit = card_steps.open_chapter(visit, CARD, Chapter.HAPPENS)
    assert visit.card == at(HAPPENS, CardView.STEP, Chapter.HELP)
    visit = card_steps.open_chapter(visit, CARD, Chapter.HELP)
    assert visit.card == at(HELP, CardView.STEP, Chapter.HELP, Chapter.HAPPENS)


def test_neither_the_first_page_nor_conditions_nor_emergencies_count_as_chapters_seen() -> None:
    visit = START
    for chapter in (Chapter.MORE, Chapter.EMERGENCY, Chapter.FIRST, Chapter.SIGNS):
        visit = card_steps.open_chapter(visit, CARD, chapter)
    assert visit.card == at(SIGNS)


def test_the_question_is_asked_once_and_back_from_it_leads_to_the_page_before_it() -> None:
    asking = at(SIGNS, CardView.QUESTION, Chapter.HAPPENS, Chapter.SIGNS, was_asked=True)
    before = at(SIGNS, CardView.STEP, Chapter.HAPPENS)
    assert card_steps.ahead(CARD, before) == asking
    returned = card_steps.behind(CARD, asking)
    assert returned == dataclasses.replace(asking, view=CardView.STEP)
    assert returned is not None
    assert card_steps.ahead(CARD, returned) == dataclasses.replace(asking, step=HELP, view=CardView.STEP)


def test_the_question_is_not_asked_within_a_chapter_nor_after_the_first() -> None:
    pages = (at(HAPPENS), at(HAPPENS + 1), at(HELP, CardView.STEP, Chapter.HAPPENS), at(FIRST), at(EMERGENCY))
    places = [card_steps.ahead(CARD, page) for page in pages]
    assert [ahead and (ahead.step, ahead.view) for ahead in places] == step_pages(
        HAPPENS + 1, SIGNS, HELP + 1, HAPPENS, EMERGENCY + 1
    )


def test_after_the_question_at_the_last_unread_chapter_next_leads_home() -> None:
    asking = at(8, CardView.QUESTION, *DOORS, was_asked=True)
    assert card_steps.ahead(CARD, asking) is None
    assert place(card_steps.forward(visit_at(asking), CARD)) is None


@pytest.mark.parametrize(
    ("step", "view", "before"),
    [
        (FIRST, CardView.STEP, None),
        (HAPPENS, CardView.STEP, (FIRST, CardView.STEP)),
        (HAPPENS + 1, CardView.STEP, (HAPPENS, CardView.STEP)),
        (SIGNS, CardView.STEP, (FIRST, CardView.STEP)),
        (DO + 2, CardView.STEP, (DO + 1, CardView.STEP)),
        (MORE, CardView.STEP, (MORE, CardView.CONDITIONS)),
        (MORE + 1, CardView.STEP, (MORE + 1, CardView.CONDITIONS)),
        (MORE, CardView.CONDITIONS, (FIRST, CardView.STEP)),
        (EMERGENCY, CardView.STEP, (FIRST, CardView.STEP)),
        (EMERGENCY + 1, CardView.STEP, (EMERGENCY, CardView.STEP)),
        (SIGNS, CardView.QUESTION, (SIGNS, CardView.STEP)),
    ],
)
def test_back_leads_to_the_page_before_and_from_a_chapter_to_the_first_page(
    step: int, view: CardView, before: tuple[int, CardView] | None
) -> None:
    behind = card_steps.behind(CARD, at(step, view))
    assert (behind and (behind.step, behind.view)) == before
    visit = visit_at(at(step, view))
    assert place(card_steps.back(visit, CARD)) == (before or (step, view))


def test_back_from_the_first_page_changes_nothing() -> None:
    assert card_steps.back(START, CARD) == START


def test_several_conditions_begin_with_a_list_and_each_has_a_page() -> None:
    assert card_steps.conditions(CARD) == (MORE, MORE + 1)
    listed = card_steps.open_chapter(START, CARD, Chapter.MORE)
    assert listed.card == at(MORE, CardView.CONDITIONS)
    assert place(card_steps.open_condition(listed, CARD, 0)) == (MORE, CardView.STEP)
    assert place(card_steps.open_condition(listed, CARD, 1)) == (MORE + 1, CardView.STEP)
    for index in (-1, 2):
        assert card_steps.open_condition(listed, CARD, index) == listed


def test_a_single_condition_has_its_page_at_once_and_back_leads_to_the_first_page() -> None:
    assert card_steps.conditions(PLAIN) == (6,)
    opened = card_steps.open_chapter(START, PLAIN, Chapter.MORE)
    assert opened.card == at(6)
    assert place(card_steps.back(opened, PLAIN)) == (FIRST, CardView.STEP)


def test_next_goes_from_a_condition_to_the_next_and_then_to_what_is_unread() -> None:
    assert way(visit_at(at(MORE, CardView.STEP, Chapter.HAPPENS, was_asked=True))) == step_pages(
        9, 10, 3, 4, 5, 6, 7, 8
    )
    assert way(visit_at(at(MORE, CardView.CONDITIONS, *DOORS, was_asked=True))) == [
        (MORE, CardView.CONDITIONS)
    ]


def test_a_chapter_that_a_card_does_not_have_opens_nothing() -> None:
    short = card_of("in_short", "happens", "signs", "help", "do")
    assert card_steps.conditions(short) == ()
    for chapter in (Chapter.MORE, Chapter.EMERGENCY):
        assert card_steps.open_chapter(START, short, chapter) == START


def test_next_passes_over_a_chapter_that_a_card_does_not_have() -> None:
    """A card that the check refuses is shown as far as it goes."""
    assert way(START, card_of("in_short", "signs", "do")) == [
        *step_pages(0, 1, 2),
        (2, CardView.QUESTION),
    ]


def test_the_page_belongs_to_the_chapter_of_its_step_and_the_list_to_its_conditions() -> None:
    assert card_steps.chapter_of(CARD, at(DO + 2)) is Chapter.DO
    assert card_steps.chapter_of(CARD, at(SIGNS, CardView.QUESTION)) is Chapter.SIGNS
    assert card_steps.chapter_of(CARD, at(FIRST, CardView.CONDITIONS)) is Chapter.MORE


@pytest.mark.parametrize(
    "position",
    [
        at(FIRST),
        at(SIGNS, CardView.STEP, Chapter.HAPPENS),
        at(SIGNS, CardView.QUESTION, Chapter.HAPPENS, Chapter.SIGNS, was_asked=True),
        at(MORE, CardView.CONDITIONS),
        at(MORE + 1),
    ],
)
def test_what_was_opened_on_a_page_is_closed_on_the_next_and_the_state_of_the_picture_stays(
    position: CardPosition,
) -> None:
    opened = visit_at(dataclasses.replace(_opened(position), is_affected=False))
    plain = visit_at(dataclasses.replace(position, is_affected=False))
    moved = [
        card_steps.forward(opened, CARD),
        card_steps.open_chapter(opened, CARD, Chapter.DO),
        card_steps.open_chapter(opened, CARD, Chapter.MORE),
        card_steps.open_condition(opened, CARD, 0),
    ]
    assert moved == [
        card_steps.forward(plain, CARD),
        card_steps.open_chapter(plain, CARD, Chapter.DO),
        card_steps.open_chapter(plain, CARD, Chapter.MORE),
        card_steps.open_condition(plain, CARD, 0),
    ]
    for visit in moved:
        assert visit.card is not None
        assert visit.card == dataclasses.replace(
            at(visit.card.step, visit.card.view, *visit.card.seen, was_asked=visit.card.was_asked),
            is_affected=False,
        )
    if position.step:
        assert card_steps.back(opened, CARD) == card_steps.back(plain, CARD)


def test_a_late_touch_on_a_card_that_is_gone_changes_nothing() -> None:
    home = visits.start("en")
    assert card_steps.forward(home, CARD) == home
    assert card_steps.back(home, CARD) == home
    assert card_steps.open_chapter(home, CARD, Chapter.HELP) == home
    assert card_steps.open_condition(home, CARD, 0) == home
    assert card_steps.open_related(home, LINKED, 0) == home


def test_help_keeps_which_chapters_were_seen_and_another_screen_forgets_it() -> None:
    read = visit_at(at(SIGNS, CardView.STEP, Chapter.HAPPENS))
    helped = visits.close_help(visits.ask_to_close_help(visits.ask_for_help(read), is_closing=True))
    assert helped.card == read.card
    assert visits.open_card(visits.go(read, Screen.HOME), "genetic").card == at(FIRST)


_COUNTS = st.tuples(*[st.integers(1, 3)] * 4, st.integers(0, 3), st.integers(0, 3))


@st.composite
def _cards(draw: st.DrawFn) -> Card:
    counts = draw(_COUNTS)
    kinds: tuple[StepKind, ...] = ("happens", "signs", "help", "do", "more", "emergency")
    pages = [kind for kind, count in zip(kinds, counts, strict=True) for _ in range(count)]
    return card_of("in_short", *pages)


def _main_path(card: Card) -> list[int]:
    return [index for index, step in enumerate(card.steps) if step.chapter in DOORS]


@given(_cards())
def test_next_alone_shows_each_step_of_the_four_chapters_once_and_asks_once(card: Card) -> None:
    pages = way(START, card)
    assert [step for step, view in pages if view is CardView.STEP] == [0, *_main_path(card)]
    assert [view for _, view in pages].count(CardView.QUESTION) == 1


@given(
    _cards(),
    st.lists(
        st.one_of(st.sampled_from(Chapter), st.just("next"), st.just("back"), st.integers(0, 3)), max_size=12
    ),
)
def test_from_wherever_a_visitor_gets_next_ends_at_home_having_shown_all_that_was_unread_once(
    card: Card, touches: list[Chapter | str | int]
) -> None:
    visit, asked = START, 0
    for touch in touches:
        if isinstance(touch, Chapter):
            visit = card_steps.open_chapter(visit, card, touch)
        elif isinstance(touch, int):
            visit = card_steps.open_condition(visit, card, touch)
        else:
            visit = (card_steps.forward if touch == "next" else card_steps.back)(visit, card)
            asked += touch == "next" and (place(visit) or (0, None))[1] is CardView.QUESTION
    if visit.card is None:
        return
    assert asked <= 1
    here = visit.card
    chapter = card_steps.chapter_of(card, here)
    pages = way(visit, card)
    later = [step for step, view in pages[1:] if view is CardView.STEP]
    rest = [
        step
        for step in range(here.step + 1, len(card.steps))
        if here.view is CardView.STEP and card.steps[step].chapter is chapter
    ]
    unread = [
        step
        for step in _main_path(card)
        if card.steps[step].chapter is not chapter and card.steps[step].chapter not in here.seen
    ]
    assert later[: len(rest)] == rest
    assert sorted(later[len(rest) :]) == unread
    questions = [view for _, view in pages[1:]].count(CardView.QUESTION)
    assert questions + here.was_asked <= 1


@given(_cards(), st.data())
def test_whatever_was_seen_and_asked_before_next_ends_at_home(card: Card, data: st.DataObject) -> None:
    position = CardPosition(
        "genetic",
        data.draw(st.integers(0, len(card.steps) - 1)),
        view=data.draw(st.sampled_from(CardView)),
        seen=tuple(data.draw(st.permutations(DOORS))[: data.draw(st.integers(0, 4))]),
        was_asked=data.draw(st.booleans()),
    )
    steps = [step for step, view in way(visit_at(position), card)[1:] if view is CardView.STEP]
    assert len(steps) == len(set(steps))
    assert position.step not in steps or position.view is CardView.CONDITIONS
