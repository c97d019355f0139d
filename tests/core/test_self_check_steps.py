"""The way through the guided self-check: no question is skipped, and no way out leads past NOW."""

import itertools
import math
from collections.abc import Callable, Iterable, Iterator, Mapping

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from kiosk.core import visit as visits
from kiosk.core.callback.draft import CallbackDraft, CallbackStep
from kiosk.core.callback_steps import open_callback
from kiosk.core.comfort import Comfort
from kiosk.core.pages import page_of
from kiosk.core.self_check.laws import every_way_to_answer
from kiosk.core.self_check.questions import ANSWERS, QUESTIONS, Question, asked
from kiosk.core.self_check.rules import Outcome, Urgency, judge
from kiosk.core.self_check_steps import (
    SelfCheckPage,
    ask_to_close_now,
    close_now,
    goes_on,
    is_answered,
    next_question,
    open_self_check,
    page_at,
    previous_question,
    question_at,
    touch,
)
from kiosk.core.visit import CardPosition, KeptQuestion, Screen, SelfCheckPosition, Visit

Change = Callable[[Visit], Visit]
Ways = Mapping[str, tuple[str, ...]]
MILD: Ways = {
    "Q1": ("A-none",),
    "Q2": ("B-none",),
    "Q3": ("S-none",),
    "Q4": ("start-years",),
    "Q5": ("trend-better",),
    "Q6": ("family-no",),
    "Q7": ("E-none",),
    "Q8": ("K0",),
}
SYMPTOM: Ways = {**MILD, "Q3": ("S4",)}
ALL_QUESTIONS = [question.id for question in QUESTIONS]


def _place(visit: Visit) -> SelfCheckPosition:
    assert visit.check is not None
    return visit.check


def _question(visit: Visit) -> str:
    """Return the id of the question on screen, "" when there is none."""
    question = question_at(_place(visit))
    return question.id if question else ""


def _touch(visit: Visit, *answers: str) -> Visit:
    for answer in answers:
        visit = touch(visit, answer, has_seen_all=True)
    return visit


def _opened() -> Visit:
    return open_self_check(visits.start("en"), is_guided=True)


def _asked_first() -> Visit:
    return next_question(_opened())


def _answered(*answers: str) -> Visit:
    """Touch answers question by question up to the last of them, without going on from it."""
    visit = _asked_first()
    for index, answer in enumerate(answers):
        question = question_at(_place(visit))
        if index and question is not None and answer not in question.answers:
            visit = next_question(visit)
        visit = _touch(visit, answer)
        assert answer in _place(visit).given
    return visit


def _walk(ways: Ways) -> Visit:
    """Answer every question that is asked by touching its buttons, to the outcome."""
    visit = _asked_first()
    seen: list[str] = []
    for _ in QUESTIONS:
        if name := _question(visit):
            seen.append(name)
            visit = next_question(_touch(visit, *ways[name]))
    assert _place(visit).has_outcome
    assert seen == [question for question in ALL_QUESTIONS if question in seen]
    return visit


def _come_to(name: str, ways: Ways) -> Visit:
    """Answer up to a question, which has no answer yet."""
    visit = _asked_first()
    for _ in QUESTIONS:
        if _question(visit) not in {name, ""}:
            visit = next_question(_touch(visit, *ways[_question(visit)]))
    assert _question(visit) == name
    return visit


def _outcome(visit: Visit) -> Outcome:
    return judge(_place(visit).given)


def _assert_ends_as_judged(ways: Ways) -> None:
    visit = _walk(ways)
    touched = set(itertools.chain.from_iterable(ways.values()))
    if "S-none" in touched:
        touched -= {"start-weeks", "start-months", "start-years", "start-not-sure"}
        touched -= {"trend-worse", "trend-same", "trend-better", "trend-not-sure"}
    assert _outcome(visit).tier is judge(touched).tier
    if _outcome(visit).tier is not Urgency.NOW:
        # Only NOW ends the check before its last question.
        assert set(_place(visit).given) == touched
        assert _outcome(visit) == judge(touched)


def _shows_now(visit: Visit) -> bool:
    place = visit.check
    is_there = visit.screen is Screen.SELF_CHECK and place is not None and place.has_outcome
    return is_there and place is not None and judge(place.given).tier is Urgency.NOW


# --- Going on and back ---


def test_the_check_opens_at_its_start_page_and_the_poster_at_its_first_list() -> None:
    visit = visits.open_card(visits.start("en"), "genetic")
    assert open_self_check(visit, is_guided=True) == Visit(Screen.SELF_CHECK, "en", check=SelfCheckPosition())
    assert open_self_check(visit, is_guided=False) == Visit(Screen.SELF_CHECK, "en")
    place = _place(open_self_check(visit, is_guided=True))
    assert (question_at(place), is_answered(place)) == (None, False)


def test_opening_the_check_again_begins_anew() -> None:
    assert open_self_check(_answered("A-none", "B-none", "S1"), is_guided=True) == _opened()
    assert open_self_check(_walk(MILD), is_guided=True) == _opened()
    assert open_self_check(_answered("A-none"), is_guided=False).check is None


@pytest.mark.parametrize("is_guided", [True, False])
def test_opening_the_check_again_does_not_lead_past_now(*, is_guided: bool) -> None:
    assert _shows_now(open_self_check(_answered("A1"), is_guided=is_guided))


def test_the_questions_come_in_order_and_end_in_the_outcome() -> None:
    visit = _asked_first()
    for name in ("Q1", "Q2", "Q3", "Q6", "Q7", "Q8"):
        assert _question(visit) == name
        visit = next_question(_touch(visit, *MILD[name]))
    assert _place(visit) == SelfCheckPosition(
        5, ("A-none", "B-none", "S-none", "family-no", "E-none", "K0"), has_outcome=True
    )
    assert (question_at(_place(visit)), is_answered(_place(visit))) == (None, False)


def test_a_symptom_asks_when_it_began_and_how_it_changes() -> None:
    visit = next_question(_answered("A-none", "B-none", "S6"))
    assert _question(visit) == "Q4"
    visit = next_question(_touch(visit, "start-years"))
    assert _question(visit) == "Q5"
    assert _question(next_question(_touch(visit, "trend-same"))) == "Q6"


def _asks_for_one(name: str) -> bool:
    return any(question.id == name and question.selection == "single" for question in QUESTIONS)


@pytest.mark.parametrize("name", ALL_QUESTIONS)
def test_next_does_nothing_without_an_answer(name: str) -> None:
    ways = {**MILD, "Q3": ("S6",)}
    visit = _come_to(name, ways)
    assert not is_answered(_place(visit))
    refused = next_question(visit)
    assert (_question(refused), _place(refused).is_refused) == (_question(visit), True)
    answered = _touch(refused, *ways[name])
    assert not _place(answered).is_refused
    assert next_question(answered) != answered
    again = _touch(answered, *ways[name])
    assert again == answered if _asks_for_one(name) else _place(next_question(again)).is_refused


def test_next_at_the_outcome_and_outside_the_check_changes_nothing() -> None:
    outcome = _walk(MILD)
    assert next_question(outcome) == outcome
    assert next_question(visits.start("en")) == visits.start("en")


@pytest.mark.parametrize(
    ("name", "answer"), [("Q1", "A-none"), ("Q2", "B-none"), ("Q3", "S-none"), ("Q7", "E-none")]
)
def test_none_counts_only_when_all_answers_have_been_shown(name: str, answer: str) -> None:
    visit = _come_to(name, MILD)
    assert touch(visit, answer, has_seen_all=False) == visit
    assert answer in _place(touch(visit, answer, has_seen_all=True)).given


@pytest.mark.parametrize("has_seen_all", [True, False])
def test_a_symptom_counts_on_every_page(*, has_seen_all: bool) -> None:
    visit = touch(_asked_first(), "A2", has_seen_all=has_seen_all)
    assert _place(visit).given == ("A2",)


@pytest.mark.parametrize("answer", ["family-not-sure", "family-no"])
def test_a_question_of_one_takes_every_answer_on_every_page(answer: str) -> None:
    visit = next_question(_answered("A-none", "B-none", "S-none"))
    assert answer in _place(touch(visit, answer, has_seen_all=False)).given


def test_an_answer_to_another_question_than_the_one_on_screen_does_not_count() -> None:
    first, later, outcome = _asked_first(), next_question(_answered("A-none")), _walk(MILD)
    for visit, answer in ((_opened(), "A1"), (first, "B1"), (later, "A1"), (outcome, "K2"), (first, "A6")):
        assert _touch(visit, answer) == visit
    assert _touch(visits.start("en"), "A1") == visits.start("en")


def test_going_back_keeps_the_answers() -> None:
    visit = _answered("A-none", "B-none", "S6", "start-years")
    given = _place(visit).given
    for name in ("Q3", "Q2", "Q1", ""):
        visit = previous_question(visit)
        assert (_question(visit), _place(visit).given) == (name, given)
    assert previous_question(visit) == visits.start("en")
    for name in ("Q1", "Q2", "Q3", "Q4"):
        visit = next_question(visit)
        assert _question(visit) == name


def test_going_back_from_the_outcome_leads_to_the_last_question() -> None:
    visit = previous_question(_walk(MILD))
    assert (_question(visit), is_answered(_place(visit))) == ("Q8", True)
    assert next_question(visit) == _walk(MILD)


def test_what_was_said_of_a_symptom_is_forgotten_with_it_and_asked_again() -> None:
    visit = _answered("A-none", "B-none", "S6", "start-weeks", "trend-worse", "family-no")
    for _ in range(3):
        visit = previous_question(visit)
    visit = _touch(visit, "S-none")
    assert _place(visit).given == ("A-none", "B-none", "family-no", "S-none")
    assert _question(next_question(visit)) == "Q6"
    visit = next_question(_touch(visit, "S7"))
    assert (_question(visit), is_answered(_place(visit))) == ("Q4", False)


def test_going_back_outside_the_check_leads_to_all_causes() -> None:
    visit = visits.go(visits.start("en"), Screen.ABOUT)
    assert previous_question(visit) == visits.start("en")


# --- NOW ---

REQUEST = "a" * 32

# For each rule of NOW: what was answered last, and nothing touched after it.
URGENT = {
    "N1": ("A4",),
    "N1, not sure": ("A-not-sure",),
    "N2": ("A-none", "B2"),
    "N2, not sure": ("A-none", "B-not-sure"),
    "N3": ("A-none", "B-none", "S1", "start-weeks", "trend-worse"),
    "N4": ("A-none", "B-none", "S7", "start-weeks"),
    "N5": ("A-none", "B-none", "S3", "start-weeks", "trend-worse", "family-no", "E5"),
}


def _going(screen: Screen) -> Change:
    return lambda visit: visits.go(visit, screen)


WAYS_OUT: dict[str, Change] = {
    **{f"to {screen}": _going(screen) for screen in Screen},
    "a card": lambda visit: visits.open_card(visit, "genetic", 3),
    "call-back": lambda visit: open_callback(visit, REQUEST),
    "time-out": visits.time_out,
    "back": previous_question,
    "next": next_question,
    "again": lambda visit: open_self_check(visit, is_guided=True),
    "poster": lambda visit: open_self_check(visit, is_guided=False),
    "show": visits.show_now,
    "time-out under help": lambda visit: visits.time_out(visits.ask_for_help(visit)),
    "time-out of help that asks": lambda visit: visits.time_out(
        visits.ask_to_close_help(visits.ask_for_help(visit), is_closing=True)
    ),
    "time-out after next under help": lambda visit: visits.time_out(
        next_question(visits.ask_for_help(visit))
    ),
    "home from help": lambda visit: visits.go(visits.ask_for_help(visit), Screen.HOME),
    "after help": lambda visit: visits.go(
        visits.close_help(visits.ask_to_close_help(visits.ask_for_help(visit), is_closing=True)), Screen.HOME
    ),
    "in another language": lambda visit: visits.time_out(visits.set_language(visit, "es")),
}


@pytest.mark.parametrize("answers", URGENT.values(), ids=URGENT)
@pytest.mark.parametrize("way_out", WAYS_OUT.values(), ids=WAYS_OUT)
def test_no_way_out_leads_past_now(answers: tuple[str, ...], way_out: Change) -> None:
    visit = _answered(*answers)
    assert not _place(visit).has_outcome
    left = way_out(visit)
    assert _shows_now(left)
    assert _place(left).given == _place(visit).given
    assert (left.card, left.callback) == (None, None)


@pytest.mark.parametrize("answers", URGENT.values(), ids=URGENT)
@pytest.mark.parametrize(
    "way_out",
    [*(f"to {screen}" for screen in Screen), *("a card", "call-back", "back", "next", "again", "show")],
)
def test_now_stays_whatever_is_touched(answers: tuple[str, ...], way_out: str) -> None:
    visit = next_question(_answered(*answers))
    assert WAYS_OUT[way_out](visit) == visit


def test_now_stays_under_help() -> None:
    visit = next_question(_answered("A4"))
    helped = visits.go(visits.ask_for_help(visit), Screen.HOME)
    assert helped.check == visit.check
    assert _shows_now(visits.close_help(visits.ask_to_close_help(helped, is_closing=True)))


def test_now_has_no_way_back_to_the_questions() -> None:
    visit = next_question(_answered("A-none", "B1"))
    assert previous_question(visit) == visit
    assert _touch(visit, "B1") == visit
    assert next_question(visit) == visit


def test_now_closes_only_once_it_has_asked_and_forgets_the_answers() -> None:
    visit = next_question(_answered("A3"))
    assert close_now(visit) == visit
    asked = ask_to_close_now(visit, is_closing=True)
    assert _shows_now(asked)
    assert (_place(visit).is_closing, _place(asked).is_closing) == (False, True)
    assert page_of(asked) != page_of(visit)
    assert ask_to_close_now(asked, is_closing=False) == visit
    assert close_now(asked) == visits.start("en")


def test_after_its_time_now_is_forgotten() -> None:
    assert visits.time_out(next_question(_answered("A3"))) == Visit()


def test_there_is_nothing_to_close_before_the_outcome() -> None:
    for visit in (visits.start("en"), _opened(), _answered("A3"), _answered("A-none")):
        assert close_now(visit) == visit
        assert ask_to_close_now(visit, is_closing=True) == visit


_NOT_URGENT: dict[str, Callable[[], Visit]] = {
    "start page": _opened,
    "first question": lambda: _answered("A-none"),
    "symptoms": lambda: _answered("A-none", "B-none", "S5"),
    "when it began": lambda: _answered("A-none", "B-none", "S7", "start-months"),
    "taken back": lambda: _touch(_answered("A1"), "A1"),
    "outcome": lambda: _walk(MILD),
}


@pytest.mark.parametrize("come_there", _NOT_URGENT.values(), ids=_NOT_URGENT)
@pytest.mark.parametrize("way_out", [*(f"to {screen}" for screen in Screen), "a card", "call-back"])
def test_answers_that_do_not_come_to_now_are_forgotten_at_once(
    come_there: Callable[[], Visit], way_out: str
) -> None:
    left = WAYS_OUT[way_out](come_there())
    assert (left.check, left.language) == (None, "en")
    assert visits.time_out(come_there()) == Visit()


def test_a_red_flag_that_is_taken_back_in_time_is_no_red_flag() -> None:
    visit = _touch(_answered("A1"), "A1", "A-none")
    assert _question(next_question(visit)) == "Q2"


# --- Every way to answer ---


@pytest.mark.parametrize("name", ALL_QUESTIONS)
def test_every_way_to_answer_one_question_ends_as_judged(name: str) -> None:
    rest = MILD if name == "Q3" else {**MILD, "Q3": ("S6",)}
    for way in every_way_to_answer(name):
        _assert_ends_as_judged({**rest, name: way})


def test_every_way_to_answer_what_when_and_how_it_changes_ends_as_judged() -> None:
    for symptoms, start, trend in itertools.product(*map(every_way_to_answer, ("Q3", "Q4", "Q5"))):
        _assert_ends_as_judged({**MILD, "Q3": symptoms, "Q4": start, "Q5": trend})


def _spread(names: Iterable[str], count: int) -> Iterator[Ways]:
    """Return ways to answer from all over the ways there are, the same at every run."""
    ways = {name: every_way_to_answer(name) for name in names}
    total = math.prod(map(len, ways.values()))
    for step in range(count):
        # A step near the golden ratio of them all visits every corner evenly.
        number = step * (total * 618_034 // 1_000_000 | 1) % total
        chosen = {}
        for name, of_question in ways.items():
            number, index = divmod(number, len(of_question))
            chosen[name] = of_question[index]
        yield chosen


@pytest.mark.untraced  # thousands of times the same lines
def test_thousands_of_complete_ways_to_answer_end_as_judged() -> None:
    reached: set[str] = set()
    for ways in _spread(ALL_QUESTIONS[2:], 3_000):
        complete = {**MILD, **ways}
        _assert_ends_as_judged(complete)
        reached.add(_outcome(_walk(complete)).rule)
    assert len(reached) > 10
    for ways in _spread(ALL_QUESTIONS, 1_000):
        _assert_ends_as_judged(ways)


# --- Whatever is touched, in whatever order ---


class Touching(RuleBasedStateMachine):
    """A visitor who touches anything; beside it plain sets of what was answered to each question."""

    def __init__(self) -> None:
        super().__init__()
        self.visit = visits.start("en")
        self.answers: dict[str, set[str]] = {}
        self.has_seen_now = False

    @property
    def given(self) -> set[str]:
        return set().union(*self.answers.values())

    @property
    def is_in_check(self) -> bool:
        return self.visit.check is not None

    def become(self, after: Visit) -> None:
        before = self.visit
        self.visit = after
        self.has_seen_now = self.has_seen_now or _shows_now(after)
        if after.check is None:
            if before.check is not None and judge(self.given).tier is Urgency.NOW:
                assert self.has_seen_now, "the check was left without NOW"
            self.answers, self.has_seen_now = {}, False
        elif not after.check.given:
            assert judge(self.given).tier is not Urgency.NOW, "the check began anew without NOW"
            self.answers = {}

    def note(self, question: str, answer: str) -> None:
        """Keep what a touch means in words: again takes back, none and not sure stand alone."""
        kind = next(known for known in QUESTIONS if known.id == question)
        held = self.answers.setdefault(question, set())
        if answer in held:
            held.discard(answer)
        elif kind.selection == "single" or answer.endswith(("-none", "-not-sure")):
            held.clear()
            held.add(answer)
        else:
            held -= {other for other in held if other.endswith(("-none", "-not-sure"))}
            held.add(answer)
        if answer == "S-none" and answer in held:
            self.answers.pop("Q4", None)
            self.answers.pop("Q5", None)

    @rule(is_guided=st.sampled_from([True, True, True, False]))
    def open(self, *, is_guided: bool) -> None:
        self.become(open_self_check(self.visit, is_guided=is_guided))

    @precondition(lambda self: self.is_in_check)
    @rule(index=st.integers(0, 7), has_seen_all=st.booleans(), then_next=st.booleans())
    def touch_what_is_shown(self, index: int, *, has_seen_all: bool, then_next: bool) -> None:
        question = question_at(_place(self.visit))
        if question is None or self.visit.screen is Screen.HELP:
            return
        answer = question.answers[index % len(question.answers)]
        stays = (
            answer.endswith(("-none", "-not-sure")) and question.selection != "single" and not has_seen_all
        )
        if not stays:
            self.note(question.id, answer)
        self.become(touch(self.visit, answer, has_seen_all=has_seen_all))
        if then_next:
            self.next()

    @precondition(lambda self: self.is_in_check)
    @rule(count=st.integers(1, 4))
    def answer_mildly_and_go_on(self, count: int) -> None:
        """Random touches seldom come far."""
        for _ in range(count):
            question = question_at(_place(self.visit))
            if question is None or self.visit.screen is Screen.HELP:
                return
            if not is_answered(_place(self.visit)):
                answer = MILD[question.id][0] if question.id != "Q3" else "S3"
                self.note(question.id, answer)
                self.become(touch(self.visit, answer, has_seen_all=True))
            self.next()

    @rule(answer=st.sampled_from([*ANSWERS, "A6", ""]))
    def touch_what_is_not_shown(self, answer: str) -> None:
        place = self.visit.check
        question = question_at(place) if place else None
        if question is None or answer not in question.answers:
            after = touch(self.visit, answer, has_seen_all=True)
            assert after == self.visit

    @rule()
    def next(self) -> None:
        self.become(next_question(self.visit))

    @rule()
    def back(self) -> None:
        self.become(previous_question(self.visit))

    @rule(screen=st.sampled_from([screen for screen in Screen if screen is not Screen.HELP]))
    def go(self, screen: Screen) -> None:
        self.become(visits.go(self.visit, screen))

    @rule(step=st.integers(0, 9))
    def open_card(self, step: int) -> None:
        self.become(visits.open_card(self.visit, "toxins", step))

    @rule()
    def open_callback(self) -> None:
        self.become(open_callback(self.visit, REQUEST))

    @rule()
    def time_out(self) -> None:
        after = visits.time_out(self.visit)
        self.become(after)
        if after.check is None:
            assert after == Visit()
            self.visit = visits.start("en")

    @rule()
    def ask_for_help(self) -> None:
        self.become(visits.ask_for_help(self.visit))

    @precondition(lambda self: self.visit.screen is Screen.HELP)
    @rule()
    def close_help(self) -> None:
        self.become(visits.close_help(self.visit))

    @precondition(lambda self: _shows_now(self.visit))
    @rule(is_closing=st.booleans())
    def ask_to_close_now(self, is_closing: bool) -> None:  # noqa: FBT001  # hypothesis calls by name
        self.become(ask_to_close_now(self.visit, is_closing=is_closing))

    @precondition(lambda self: _shows_now(self.visit))
    @rule()
    def close_now(self) -> None:
        self.become(close_now(self.visit))

    @rule(language=st.sampled_from(["en", "es"]))
    def set_language(self, language: str) -> None:
        self.become(visits.set_language(self.visit, language))

    @rule()
    def keep_a_question(self) -> None:
        self.become(visits.keep_question(self.visit, KeptQuestion("toxins", 1, 0)))

    @invariant()
    def the_check_knows_what_was_touched_and_nothing_else(self) -> None:
        place = self.visit.check
        assert set(place.given if place else ()) == self.given

    @invariant()
    def the_check_is_on_screen_or_under_help(self) -> None:
        if self.is_in_check:
            assert self.visit.screen in {Screen.SELF_CHECK, Screen.HELP}
            assert (self.visit.card, self.visit.callback) == (None, None)

    @invariant()
    def no_question_is_reached_past_one_without_an_answer(self) -> None:
        place = self.visit.check
        if place is None:
            return
        open_ones = [question for question in asked(self.given) if not self.answers.get(question.id)]
        if place.has_outcome:
            assert not open_ones or judge(self.given).tier is Urgency.NOW
        elif (question := question_at(place)) is not None:
            before = asked(self.given)[: asked(self.given).index(question)]
            assert not set(before) & set(open_ones)

    @invariant()
    def no_repr_shows_an_answer(self) -> None:
        _assert_shows_no_answer(self.visit)


def _assert_shows_no_answer(visit: Visit) -> None:
    for shown in (repr(visit), f"{visit}", repr(visit.check), f"{visit.check}"):
        assert not [answer for answer in ANSWERS if answer in shown]


def test_whatever_is_touched_no_red_flag_is_lost_and_no_answer_is_kept() -> None:
    run_state_machine_as_test(
        Touching, settings=settings(max_examples=150, stateful_step_count=40, deadline=None)
    )


def test_no_repr_shows_what_was_answered() -> None:
    for answers in URGENT.values():
        _assert_shows_no_answer(_answered(*answers))
        _assert_shows_no_answer(next_question(_answered(*answers)))
    _assert_shows_no_answer(_walk({**MILD, "Q7": ("E1", "E4"), "Q8": ("K2",)}))


def test_only_a_single_answer_goes_on_by_itself() -> None:
    going = {question.id for question in QUESTIONS if goes_on(_first_answer_of(question))}
    assert going == {"Q4", "Q5", "Q6", "Q8"}


def _first_answer_of(question: Question) -> Visit:
    return _touch(_come_to(question.id, SYMPTOM), question.answers[0])


def test_nothing_goes_on_before_an_answer_or_off_the_question() -> None:
    at_when = _come_to("Q4", SYMPTOM)
    answered = _touch(at_when, "start-months")
    assert goes_on(answered)
    assert not goes_on(at_when)
    assert not goes_on(_opened())
    assert not goes_on(visits.start("en"))
    assert not goes_on(visits.ask_for_help(answered))
    assert not goes_on(_walk(MILD))


@pytest.mark.parametrize("comfort", [Comfort(has_easy_touch=True), Comfort(has_one_switch=True)])
def test_nothing_goes_on_for_slow_hands(comfort: Comfort) -> None:
    answered = _touch(_come_to("Q4", SYMPTOM), "start-months")
    assert not goes_on(visits.set_comfort(answered, lambda _: comfort))


def test_what_follows_the_check_holds_none_of_it() -> None:
    visit = _walk({**MILD, "Q8": ("K1",)})
    assert visits.open_card(visit, "start-here", 4) == Visit(
        Screen.CARD, "en", card=CardPosition("start-here", 4)
    )
    form = CallbackDraft(REQUEST, step=CallbackStep.PRIVACY, skips_notice=True)
    assert open_callback(visit, REQUEST) == Visit(Screen.CALLBACK, "en", callback=form)
    assert visits.time_out(visit) == Visit()


@pytest.mark.parametrize(
    ("check", "page"),
    [
        (None, SelfCheckPage.NONE),
        (SelfCheckPosition(), SelfCheckPage.START),
        (SelfCheckPosition(question=0), SelfCheckPage.QUESTION),
        (SelfCheckPosition(question=0, given=("A1",)), SelfCheckPage.QUESTION),
        (SelfCheckPosition(given=("A-none", "B-none"), has_outcome=True), SelfCheckPage.OUTCOME),
        (SelfCheckPosition(given=("A1",), has_outcome=True), SelfCheckPage.NOW),
    ],
)
def test_a_position_is_on_one_page(check: SelfCheckPosition | None, page: SelfCheckPage) -> None:
    assert page_at(check) is page
