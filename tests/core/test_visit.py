"""One visit: nothing entered outlives it, help loses nothing, quiet only ever means less."""

import dataclasses
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kiosk.core import callback_steps as form
from kiosk.core import card_steps, cover_steps
from kiosk.core import visit as visits
from kiosk.core.callback.draft import CallbackStep
from kiosk.core.comfort import TEXT_SIZES, Comfort, Room, choose_text_size
from kiosk.core.content.card_picture import Picture
from kiosk.core.content.cards import Card
from kiosk.core.content.colours import Accent, Colours
from kiosk.core.content.pathway import Stop
from kiosk.core.content.steps import Chapter, Step, TeachBack
from kiosk.core.cover import Cover, CoverPhase, CoverPicture, end_choice
from kiosk.core.idle import (
    DONE_SECONDS,
    FORM_SECONDS,
    HELP_SECONDS,
    READING_SECONDS,
    WARNING_SECONDS,
    IdlePhase,
    IdleState,
    idle_state,
)
from kiosk.core.pages import page_of
from kiosk.core.visit import (
    CardPosition,
    CardView,
    KeptQuestion,
    Screen,
    SelfCheckPosition,
    Visit,
)

NUMBER = "4155552671"
REQUEST = "abcdef" * 5 + "ab"
_CARD = Card(
    id="genetic",
    number=1,
    title="Genetic factors",
    headline="A gene change",
    stops=(),
    related=(),
    take_home=(),
    colours=Colours("#ECE6F8", Accent("#4E3493", "#CFC1FA", "#FFE14D")),
    picture=Picture("A picture."),
    steps=tuple(
        Step(kind, "Title", ("Words.",), ("M-MD",))
        for kind in ("in_short", "happens", "signs", "help", "do", "more", "more", "emergency")
    ),
    teach_back=TeachBack("New?", ("Yes.", "No.", "Never."), 0, "It can.", "It is.", ("M-MD",)),
)
Change = Callable[[Visit], Visit]
_ORDER = [IdlePhase.HERE, IdlePhase.WARNED, IdlePhase.GONE]
_KEPT = st.builds(KeptQuestion, st.sampled_from(["genetic", "toxins"]), st.integers(0, 1), st.integers(0, 2))
_PLAIN = st.sampled_from([screen for screen in Screen if screen is not Screen.HELP])


def _call(function: Callable[..., Visit], *arguments: Any, **named: Any) -> Change:
    return lambda visit: function(visit, *arguments, **named)


def _text_size(visit: Visit, size: int) -> Visit:
    return visits.set_comfort(visit, lambda comfort: choose_text_size(comfort, size, Room(TEXT_SIZES)))


def _typing(number: str) -> Change:
    def change(visit: Visit) -> Visit:
        for key in number:
            visit = form.press_key(visit, key)
        return visit

    return change


_CHANGES: st.SearchStrategy[Change] = st.one_of(
    st.just(visits.start("en")).map(lambda fresh: lambda _visit: fresh),
    st.builds(_call, st.just(visits.go), _PLAIN),
    st.builds(_call, st.just(_text_size), st.integers(1, TEXT_SIZES)),
    st.just(visits.make_easier),
    st.just(visits.end_making_easier),
    st.just(cover_steps.cover_screen),
    st.builds(_call, st.just(cover_steps.touch_picture), st.sampled_from(CoverPicture)),
    st.builds(_call, st.just(visits.open_card), st.sampled_from(["genetic", "toxins"]), st.integers(0, 5)),
    st.builds(_call, st.just(card_steps.open_chapter), st.just(_CARD), st.sampled_from(Chapter)),
    st.builds(_call, st.just(card_steps.open_condition), st.just(_CARD), st.integers(0, 1)),
    st.builds(_call, st.just(card_steps.forward), st.just(_CARD)),
    st.builds(_call, st.just(card_steps.back), st.just(_CARD)),
    st.builds(_call, st.just(visits.show_state), is_affected=st.booleans()),
    st.builds(_call, st.just(visits.answer), st.none() | st.integers(0, 2)),
    st.builds(_call, st.just(visits.toggle_sources)),
    st.just(visits.toggle_take_home),
    st.builds(_call, st.just(visits.show_poster_list), st.integers(0, 2)),
    st.builds(_call, st.just(visits.set_language), st.sampled_from(["en", "es"])),
    st.builds(_call, st.just(visits.keep_question), _KEPT),
    st.just(visits.show_now),
    st.builds(_call, st.just(visits.ask_for_help)),
    st.builds(_call, st.just(visits.ask_to_close_help), is_closing=st.booleans()),
    st.builds(_call, st.just(visits.close_help)),
    st.builds(_call, st.just(form.open_callback), st.just(REQUEST)),
    st.builds(_call, st.just(form.at_step), st.sampled_from(CallbackStep)),
    st.builds(_call, st.just(form.press_key), st.sampled_from([*"0123456789", "+", "delete"])),
    st.builds(_call, st.just(form.next_step), st.sampled_from(["US", "GB"])),
    st.just(form.previous_step),
    st.just(_typing(NUMBER)),
)


def _after(changes: list[Change], visit: Visit | None = None) -> Visit:
    visit = visit or Visit()
    for change in changes:
        visit = change(visit)
    return visit


_VISITS: st.SearchStrategy[Visit] = st.lists(_CHANGES, max_size=12).map(_after)


def _typed(number: str = NUMBER) -> Visit:
    """Return a visit at the phone step, with a number typed."""
    opened = form.open_callback(visits.start("en"), REQUEST)
    return _typing(number)(form.at_step(opened, CallbackStep.PHONE))


def _checking(*given: str, has_outcome: bool = False) -> Visit:
    """Return a visit in the guided self-check, with answers given."""
    place = SelfCheckPosition(0, given, has_outcome=has_outcome)
    return dataclasses.replace(visits.start("en"), screen=Screen.SELF_CHECK, check=place)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, str):
        yield value


def _holds_digits(visit: Visit) -> bool:
    return any(re.search("[0-9+]", text) for text in _texts(dataclasses.asdict(visit)))


@given(_VISITS, st.sampled_from(Screen))
def test_going_to_another_screen_forgets_what_was_typed(visit: Visit, screen: Screen) -> None:
    after = visits.go(visit, screen)
    assert not _holds_digits(after)
    assert (after.screen, after.card, after.poster_list, after.callback) == (screen, None, 0, None)
    assert (after.language, after.comfort) == (visit.language, visit.comfort)


@given(_VISITS)
def test_opening_a_card_or_the_form_anew_forgets_what_was_typed(visit: Visit) -> None:
    assert not _holds_digits(visits.open_card(visit, "genetic"))
    assert not _holds_digits(form.open_callback(visit, REQUEST))


def test_a_new_visit_knows_nothing() -> None:
    assert Visit() == Visit(
        screen=Screen.ATTRACT,
        language="",
        comfort=Comfort(),
        cover=Cover(),
        card=None,
        poster_list=0,
        check=None,
        questions=(),
        takes_questions_home=False,
        callback=None,
        came_from=Screen.HOME,
        is_closing_help=False,
    )
    assert visits.start("es") == Visit(screen=Screen.HOME, language="es")


def _leave_help(visit: Visit) -> Visit:
    return visits.close_help(visits.ask_to_close_help(visit, is_closing=True))


@given(_VISITS, st.integers(1, 5))
def test_help_and_back_loses_nothing_however_often_it_is_asked_for(visit: Visit, times: int) -> None:
    if visit.screen is Screen.HELP:
        visit = _leave_help(visit)
    assume(visit.screen is not Screen.ATTRACT)
    helped = visit
    for _ in range(times):
        helped = visits.ask_for_help(helped)
    assert helped.screen is Screen.HELP
    back = _leave_help(helped)
    assert back == dataclasses.replace(
        visit,
        cover=end_choice(visit.cover),
        came_from=visit.screen,
        is_closing_help=False,
        is_making_easier=False,
    )


@given(_VISITS)
def test_nobody_is_ever_stuck_on_the_help_screen(visit: Visit) -> None:
    assert _leave_help(visit).screen is not Screen.HELP


def test_help_closes_only_once_it_has_asked() -> None:
    helped = visits.ask_for_help(_typed())
    assert visits.close_help(helped) == helped
    asked = visits.ask_to_close_help(helped, is_closing=True)
    assert (asked.screen, asked.is_closing_help) == (Screen.HELP, True)
    assert page_of(asked) != page_of(helped)
    assert visits.ask_to_close_help(asked, is_closing=False) == helped
    assert visits.close_help(asked) == dataclasses.replace(_typed(), came_from=Screen.CALLBACK)
    assert visits.ask_to_close_help(_typed(), is_closing=True) == _typed()


def test_help_from_the_start_screen_speaks_its_language_and_leaves_nothing_behind() -> None:
    helped = visits.ask_for_help(Visit(), "es")
    assert (helped.screen, helped.language) == (Screen.HELP, "es")
    assert _leave_help(helped) == Visit()
    assert visits.time_out(helped) == Visit()
    assert visits.ask_for_help(visits.start("en"), "es").language == "en"


def test_asking_for_help_again_takes_the_question_back() -> None:
    asked = visits.ask_to_close_help(visits.ask_for_help(_typed()), is_closing=True)
    assert not visits.ask_for_help(asked).is_closing_help


@pytest.mark.parametrize(
    "change",
    [
        _call(visits.show_state, is_affected=False),
        _call(visits.look_closer, Stop.MUSCLE),
        _call(visits.enlarge, is_large=True),
        _call(visits.answer, 1),
        _call(visits.toggle_sources),
        _call(visits.toggle_take_home),
        _call(form.at_step, CallbackStep.CHECK),
        _call(form.press_key, "4"),
        _call(form.next_step, "US"),
        _call(form.change, CallbackStep.PHONE),
        _call(form.thank, 1),
        _call(form.choose_window, "any"),
        _call(form.toggle_phone_hard, "helper"),
        form.toggle_text,
        form.toggle_voicemail,
    ],
)
def test_a_late_touch_on_what_is_gone_changes_nothing(change: Change) -> None:
    assert change(visits.start("en")) == visits.start("en")


def test_a_card_opens_at_its_first_step_with_the_affected_picture() -> None:
    visit = visits.open_card(_typed(), "toxins")
    assert visit == Visit(
        screen=Screen.CARD,
        language="en",
        card=CardPosition(
            "toxins",
            step=0,
            view=CardView.STEP,
            seen=(),
            was_asked=False,
            is_affected=True,
            answer=None,
            shows_sources=False,
        ),
    )


@given(_VISITS, st.integers(0, 9))
def test_a_card_opens_at_the_step_it_is_asked_for(visit: Visit, step: int) -> None:
    assert visits.open_card(visit, "toxins", step).card == CardPosition("toxins", step)


@given(_VISITS)
def test_another_language_changes_nothing_but_the_language(visit: Visit) -> None:
    assert visits.set_language(visit, "es") == dataclasses.replace(visit, language="es")


@given(_VISITS, _KEPT)
def test_a_question_is_kept_at_the_first_touch_and_taken_off_at_the_second(
    visit: Visit, question: KeptQuestion
) -> None:
    once, twice = (
        visits.keep_question(visit, question),
        _after([_call(visits.keep_question, question)] * 2, visit),
    )
    was_kept = question in visit.questions
    assert [question in once.questions, question in twice.questions] == [not was_kept, was_kept]
    assert len(once.questions) == len(set(once.questions))
    others = [kept for kept in visit.questions if kept != question]
    assert [kept for kept in once.questions if kept != question] == others
    assert dataclasses.replace(once, questions=visit.questions) == visit


def test_questions_stand_in_the_order_they_were_kept_until_the_visit_ends() -> None:
    late, early = KeptQuestion("toxins", 6, 1), KeptQuestion("genetic", 6, 0)
    visit = _after([_call(visits.keep_question, question) for question in (late, early)], _READING)
    assert visit.questions == (late, early)
    opened = form.open_callback(visits.open_card(visit, "toxins"), REQUEST)
    assert visits.go(opened, Screen.HOME).questions == (late, early)
    assert visits.keep_question(visit, late).questions == (early,)
    assert visits.time_out(visit).questions == ()


@given(_VISITS)
def test_a_visit_that_times_out_is_forgotten_whole(visit: Visit) -> None:
    assert visits.time_out(visit) == Visit()


def test_answers_that_come_to_now_are_shown_now_before_they_are_forgotten() -> None:
    visit = dataclasses.replace(
        _checking("A1"), questions=(KeptQuestion("toxins", 6, 1),), comfort=Comfort(text_size=4)
    )
    shown = visits.time_out(visit)
    assert visit.check is not None
    assert shown == dataclasses.replace(visit, check=dataclasses.replace(visit.check, has_outcome=True))
    assert visits.time_out(shown) == Visit()
    assert visits.time_out(_checking("A-none")) == Visit()
    assert visits.time_out(_checking()) == Visit()


def test_now_takes_the_place_of_whatever_screen_was_over_the_check() -> None:
    assert visits.show_now(visits.ask_for_help(_checking("B1"))).screen is Screen.SELF_CHECK
    assert visits.show_now(_checking("B1")) == _checking("B1", has_outcome=True)


@pytest.mark.parametrize("visit", [Visit(), visits.start("en"), _checking("B1", has_outcome=True)])
def test_without_a_check_or_with_its_outcome_on_screen_now_needs_no_showing(visit: Visit) -> None:
    assert visits.show_now(visit) == visit


@pytest.mark.parametrize(
    ("given", "is_urgent"),
    [
        ((), False),
        (("A-none",), False),
        (("S7",), False),
        (("A-not-sure",), True),
        (("S7", "start-weeks"), True),
    ],
)
def test_a_check_is_urgent_as_soon_as_its_answers_come_to_now(
    given: tuple[str, ...], *, is_urgent: bool
) -> None:
    assert SelfCheckPosition(given=given).is_urgent is is_urgent
    for screen in Screen:
        after = visits.go(_checking(*given), screen)
        assert (after.screen, after.check is None) == (
            (Screen.SELF_CHECK, False) if is_urgent else (screen, True)
        )
    assert (visits.open_card(_checking(*given), "toxins").card is None) is is_urgent
    assert (form.open_callback(_checking(*given), REQUEST).callback is None) is is_urgent


def test_a_close_look_ends_with_the_page_the_state_and_the_size_of_the_picture() -> None:
    visit = visits.look_closer(visits.open_card(visits.start("en"), "genetic"), Stop.MUSCLE)
    assert visit.card == CardPosition("genetic", closer=Stop.MUSCLE)
    whole = CardPosition("genetic")
    assert visits.look_closer(visit, None).card == whole
    assert card_steps.open_chapter(visit, _CARD, Chapter.FIRST).card == whole
    assert visits.show_state(visit, is_affected=True).card == whole
    large = visits.enlarge(visit, is_large=True)
    assert large.card == CardPosition("genetic", is_large=True)
    assert card_steps.open_chapter(large, _CARD, Chapter.FIRST).card == whole


def test_the_picture_the_answer_and_the_sources_change_one_at_a_time() -> None:
    visit = visits.open_card(visits.start("en"), "genetic")
    visit = visits.show_state(visit, is_affected=False)
    assert visit.card == CardPosition("genetic", is_affected=False)
    visit = visits.toggle_sources(visit)
    assert visit.card == CardPosition("genetic", is_affected=False, shows_sources=True)
    visit = visits.answer(visit, 2)
    assert visit.card == CardPosition("genetic", is_affected=False, answer=2, shows_sources=True)
    visit = visits.toggle_sources(visits.answer(visits.show_state(visit, is_affected=True), None))
    assert visit.card == CardPosition("genetic")


def test_the_code_for_a_phone_takes_the_place_of_sources_and_of_the_large_picture() -> None:
    visit = visits.toggle_sources(visits.open_card(visits.start("en"), "genetic"))
    coded = visits.toggle_take_home(visits.enlarge(visit, is_large=True))
    assert coded.card == CardPosition("genetic", takes_home=True)
    assert visits.toggle_sources(coded).card == CardPosition("genetic", shows_sources=True)
    assert visits.toggle_take_home(coded).card == CardPosition("genetic")
    assert card_steps.open_chapter(coded, _CARD, Chapter.FIRST).card == CardPosition("genetic")


def test_my_questions_have_a_code_for_a_phone_too_until_it_is_closed_or_left() -> None:
    shown = visits.go(
        visits.keep_question(visits.start("en"), KeptQuestion("toxins", 6, 1)), Screen.QUESTIONS
    )
    coded = visits.toggle_take_home(shown)
    assert coded == dataclasses.replace(shown, takes_questions_home=True)
    assert page_of(coded) != page_of(shown)
    assert visits.toggle_take_home(coded) == shown
    assert not visits.go(coded, Screen.QUESTIONS).takes_questions_home


def test_the_poster_shows_the_list_that_was_touched() -> None:
    visit = visits.go(visits.start("en"), Screen.SELF_CHECK)
    assert visits.show_poster_list(visit, 2) == dataclasses.replace(visit, poster_list=2)


@given(_VISITS)
def test_making_it_easier_covers_every_page_but_now_and_help_and_loses_nothing(visit: Visit) -> None:
    visit = visits.end_making_easier(visit)
    easier = visits.make_easier(visit)
    is_covered = visit.cover.phase is CoverPhase.ON
    assert easier.is_making_easier == (visit.screen not in {Screen.ATTRACT, Screen.HELP} and not is_covered)
    assert visits.end_making_easier(easier) == visit
    now = _checking("A1", has_outcome=True)
    assert visits.make_easier(now) == now


@given(_VISITS, _PLAIN)
def test_whoever_goes_elsewhere_asks_for_help_or_comes_to_now_is_done_making_it_easier(
    visit: Visit, screen: Screen
) -> None:
    easier = visits.make_easier(visit)
    assert not visits.go(easier, screen).is_making_easier
    assert not visits.ask_for_help(easier).is_making_easier
    assert not visits.time_out(visits.make_easier(_checking("A1"))).is_making_easier
    assert not visits.go(visits.make_easier(_checking("A1")), screen).is_making_easier


@given(_VISITS, st.floats(0, 1000), st.floats(0, 1000))
def test_more_quiet_never_means_more_presence(visit: Visit, one: float, other: float) -> None:
    sooner, later = (idle_state(visit, seconds) for seconds in sorted((one, other)))
    assert _ORDER.index(sooner.presence) <= _ORDER.index(later.presence)
    assert sooner.seconds_left >= later.seconds_left >= 0


@given(_VISITS)
def test_every_visit_is_forgotten_after_four_quiet_minutes_and_not_before_half_a_minute(visit: Visit) -> None:
    if visit.screen is not Screen.ATTRACT:
        assert idle_state(visit, FORM_SECONDS + WARNING_SECONDS).presence is IdlePhase.GONE
        assert idle_state(visit, DONE_SECONDS - 1).presence is IdlePhase.HERE


_READING = visits.start("en")
_DONE = form.thank(_typed(), 7)


@pytest.mark.parametrize(
    ("visit", "seconds", "quiet"),
    [
        (Visit(), 100_000, IdleState(IdlePhase.HERE, 0)),
        (_READING, 0, IdleState(IdlePhase.HERE, 180)),
        (_READING, READING_SECONDS - 0.1, IdleState(IdlePhase.HERE, 61)),
        (_READING, READING_SECONDS, IdleState(IdlePhase.WARNED, 60)),
        (_READING, 179.9, IdleState(IdlePhase.WARNED, 1)),
        (_READING, 180, IdleState(IdlePhase.GONE, 0)),
        (_READING, 100_000, IdleState(IdlePhase.GONE, 0)),
        (_typed(), 179, IdleState(IdlePhase.HERE, 61)),
        (_typed(), FORM_SECONDS, IdleState(IdlePhase.WARNED, 60)),
        (_typed(), 239, IdleState(IdlePhase.WARNED, 1)),
        (_typed(), 240, IdleState(IdlePhase.GONE, 0)),
        (_DONE, DONE_SECONDS - 1, IdleState(IdlePhase.HERE, 1)),
        (_DONE, DONE_SECONDS, IdleState(IdlePhase.GONE, 0)),
        (form.at_step(_DONE, CallbackStep.UNDONE), DONE_SECONDS - 1, IdleState(IdlePhase.HERE, 1)),
        (form.at_step(_DONE, CallbackStep.NOT_UNDONE), DONE_SECONDS, IdleState(IdlePhase.GONE, 0)),
        (visits.ask_for_help(_DONE), HELP_SECONDS - 1, IdleState(IdlePhase.HERE, 1)),
        (visits.ask_for_help(_typed()), HELP_SECONDS, IdleState(IdlePhase.GONE, 0)),
        (form.at_step(_typed(), CallbackStep.DESK), FORM_SECONDS, IdleState(IdlePhase.WARNED, 60)),
        (_checking(), READING_SECONDS, IdleState(IdlePhase.WARNED, 60)),
        (_checking("A1"), READING_SECONDS, IdleState(IdlePhase.WARNED, 60)),
        (_checking("A1"), 180, IdleState(IdlePhase.GONE, 0)),
        (_checking("A1", has_outcome=True), 0, IdleState(IdlePhase.HERE, 180)),
        (_checking("A1", has_outcome=True), READING_SECONDS, IdleState(IdlePhase.HERE, 60)),
        (_checking("A1", has_outcome=True), HELP_SECONDS - 0.1, IdleState(IdlePhase.HERE, 1)),
        (_checking("A1", has_outcome=True), HELP_SECONDS, IdleState(IdlePhase.GONE, 0)),
        (visits.ask_for_help(_checking("A1")), HELP_SECONDS - 1, IdleState(IdlePhase.HERE, 1)),
        (_checking("K2", has_outcome=True), READING_SECONDS, IdleState(IdlePhase.WARNED, 60)),
        (_checking("K2", has_outcome=True), 180, IdleState(IdlePhase.GONE, 0)),
    ],
)
def test_quiet_means_what_the_screen_says(visit: Visit, seconds: float, quiet: IdleState) -> None:
    assert idle_state(visit, seconds) == quiet


def test_the_times_are_those_the_visitor_is_told() -> None:
    """The privacy step says "3 quiet minutes" and "one minute later"."""
    assert (FORM_SECONDS, WARNING_SECONDS) == (180, 60)
    assert (READING_SECONDS, HELP_SECONDS, DONE_SECONDS) == (120, 180, 90)


def test_no_repr_shows_what_was_typed() -> None:
    visit = _typed()
    assert visit.callback is not None
    for shown in (repr(visit), f"{visit}", repr(visit.callback), f"{visit.callback}"):
        assert NUMBER not in shown


def test_no_repr_shows_what_was_answered() -> None:
    visit = _checking("A1", "S7", "start-weeks")
    for shown in (repr(visit), f"{visit}", repr(visit.check), f"{visit.check}"):
        assert not [given for given in ("A1", "S7", "start-weeks") if given in shown]


def test_what_is_typed_ticked_enlarged_or_spoken_turns_no_page() -> None:
    typing = form.at_step(form.open_callback(visits.start("en"), REQUEST), CallbackStep.PHONE)
    asking = dataclasses.replace(visits.start("en"), screen=Screen.SELF_CHECK, check=SelfCheckPosition(0))
    ticked = dataclasses.replace(asking, check=SelfCheckPosition(0, ("A1",)))
    quiz = visits.answer(visits.open_card(visits.start("en"), "genetic", 3), 1)
    for before, after in (
        (typing, _typing(NUMBER)(typing)),
        (asking, ticked),
        (quiz, visits.answer(quiz, 2)),
        (quiz, visits.set_language(_text_size(quiz, 4), "es")),
        (quiz, visits.show_state(quiz, is_affected=False)),
    ):
        assert before != after
        assert page_of(before) == page_of(after)
    assert "A1" not in repr(page_of(ticked))
    assert NUMBER not in repr(page_of(_typing(NUMBER)(typing)))


def test_whatever_moves_the_controls_turns_the_page() -> None:
    card = visits.open_card(visits.start("en"), "genetic", 3)
    check = dataclasses.replace(visits.start("en"), screen=Screen.SELF_CHECK, check=SelfCheckPosition(0))
    typing = form.open_callback(visits.start("en"), REQUEST)
    pages = [
        Visit(),
        visits.start("en"),
        card,
        dataclasses.replace(card, card=CardPosition("genetic", 4)),
        dataclasses.replace(card, card=CardPosition("genetic", 3, view=CardView.CONDITIONS)),
        dataclasses.replace(card, card=CardPosition("genetic", 3, view=CardView.QUESTION)),
        visits.open_card(card, "toxins", 3),
        visits.answer(card, 0),
        visits.look_closer(card, Stop.MUSCLE),
        visits.enlarge(card, is_large=True),
        visits.toggle_sources(card),
        visits.toggle_take_home(card),
        visits.make_easier(card),
        dataclasses.replace(card, cover=Cover(phase=CoverPhase.CHOOSING)),
        dataclasses.replace(card, cover=Cover(phase=CoverPhase.ON)),
        visits.ask_for_help(card),
        visits.show_poster_list(check, 1),
        check,
        dataclasses.replace(check, check=SelfCheckPosition(1)),
        dataclasses.replace(check, check=SelfCheckPosition(1, has_outcome=True)),
        typing,
        form.at_step(typing, CallbackStep.PHONE),
    ]
    assert len({page_of(page) for page in pages}) == len(pages)
