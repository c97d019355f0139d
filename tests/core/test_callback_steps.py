"""The call-back form: one question a step, nothing asked twice, nothing entered outlives it."""

import dataclasses
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core import callback_steps as form
from kiosk.core import visit as visits
from kiosk.core.callback.draft import CLOSING, OTHER_LANGUAGE, PHONE_HARD, CallbackDraft, CallbackStep
from kiosk.core.pages import page_of
from kiosk.core.visit import Screen, SelfCheckPosition, Visit

NUMBER = "4155552671"
REQUEST = "abcdef" * 5 + "ab"
START = form.open_callback(visits.start("en"), REQUEST)
Change = Callable[[Visit], Visit]
USUAL = (
    CallbackStep.NOTICE,
    CallbackStep.PRIVACY,
    CallbackStep.PHONE,
    CallbackStep.NAME,
    CallbackStep.WINDOW,
    CallbackStep.LANGUAGE,
    CallbackStep.CONSENT,
    CallbackStep.CHECK,
)


def _draft(visit: Visit) -> CallbackDraft:
    assert visit.callback is not None
    return visit.callback


def _step(visit: Visit) -> CallbackStep:
    return _draft(visit).step


def _next(visit: Visit) -> Visit:
    return form.next_step(visit, "US")


def _type(visit: Visit, keys: str) -> Visit:
    for key in keys:
        visit = form.press_key(visit, key)
    return visit


def _filled(*hard: str, name: str = "", text: bool = True, spoken: str = "es") -> Visit:
    """Go to "check your answers" as a visitor would."""
    visit = _next(_next(START))
    visit = _next(_type(visit, NUMBER))
    visit = _next(_type(visit, name))
    visit = _next(form.choose_window(visit, "morning"))
    visit = form.choose_language(visit, spoken)
    visit = _next(form.toggle_finds_phone_hard(visit) if hard else visit)
    if spoken == OTHER_LANGUAGE:
        visit = _next(form.name_language(visit, "vi"))
        visit = _next(form.need_interpreter(visit, needed=True))
    for choice in PHONE_HARD:
        if choice in hard:
            visit = form.toggle_phone_hard(visit, choice)
    if hard:
        visit = _next(visit)
    if "helper" in hard:
        visit = _next(_type(visit, "Maria"))
    return _next(form.toggle_text(visit) if text else visit)


def test_the_form_begins_at_the_red_flag_notice_with_an_id_of_its_own() -> None:
    visit = form.open_callback(visits.open_card(visits.start("en"), "genetic"), REQUEST)
    assert visit == Visit(screen=Screen.CALLBACK, language="en", callback=CallbackDraft(REQUEST))


AFTER_CHECK = form.open_callback(
    dataclasses.replace(
        visits.go(visits.start("en"), Screen.SELF_CHECK),
        check=SelfCheckPosition(given=("A-none", "B-none", "S1", "trend-worse"), has_outcome=True),
    ),
    REQUEST,
)


def test_after_the_self_check_the_form_begins_at_what_happens_to_the_number() -> None:
    """The red flags were just answered; nothing of the answers is in the form."""
    first = CallbackDraft(REQUEST, step=CallbackStep.PRIVACY, skips_notice=True)
    assert Visit(screen=Screen.CALLBACK, language="en", callback=first) == AFTER_CHECK
    assert form.steps_asked(first) == USUAL[1:]
    number = _next(AFTER_CHECK)
    assert _step(number) is CallbackStep.PHONE
    assert form.previous_step(number) == AFTER_CHECK
    assert form.previous_step(AFTER_CHECK) == visits.start("en")


@pytest.mark.parametrize("typed", ["911", "988", "2222", "9112"])
def test_a_number_of_help_never_goes_on_and_once_that_is_said_leads_to_help(typed: str) -> None:
    """What is a number of help as typed is said to be one at once, any other form at the first Next."""
    visit = _type(_next(_next(START)), typed)
    after = form.next_step(visit, "US", "2222")
    if typed == "9112":
        assert (after.screen, _draft(after).is_refused) == (Screen.CALLBACK, True)
        after = form.next_step(after, "US", "2222")
    assert after == dataclasses.replace(
        visit,
        screen=Screen.HELP,
        came_from=Screen.CALLBACK,
        callback=dataclasses.replace(_draft(visit), is_refused=True),
    )
    back = visits.close_help(visits.ask_to_close_help(after, is_closing=True))
    assert (back.screen, _step(back), _draft(back).typed) == (Screen.CALLBACK, CallbackStep.PHONE, typed)


def test_a_letter_is_exchanged_in_the_name_on_screen_and_nowhere_else() -> None:
    named = _type(_next(_type(_next(_next(START)), NUMBER)), "Jose")
    assert _draft(form.exchange_last(named, "\xe9")).name == "Jos\xe9"
    helped = dataclasses.replace(
        named, callback=dataclasses.replace(_draft(named), step=CallbackStep.HELPER, helper="Zoe")
    )
    exchanged = _draft(form.exchange_last(helped, "\xeb"))
    assert (exchanged.name, exchanged.helper) == ("Jose", "Zo\xeb")
    for other in (START, visits.start("en")):
        assert form.exchange_last(other, "\xe9") == other


def test_a_number_that_is_only_too_short_leads_nowhere_however_often_next_is_touched() -> None:
    visit = _next(_next(_type(_next(_next(START)), "415")))
    assert (visit.screen, _step(visit), _draft(visit).is_refused) == (
        Screen.CALLBACK,
        CallbackStep.PHONE,
        True,
    )


@pytest.mark.parametrize("given", [("A-none",), ("A-none", "B-none", "S1", "trend-worse", "K1")])
def test_from_a_check_that_is_not_done_the_form_begins_at_the_notice(given: tuple[str, ...]) -> None:
    checking = dataclasses.replace(visits.start("en"), check=SelfCheckPosition(question=2, given=given))
    assert form.open_callback(checking, REQUEST) == START


def test_no_form_opens_over_answers_that_come_to_now() -> None:
    urgent = dataclasses.replace(visits.start("en"), check=SelfCheckPosition(given=("A4",), has_outcome=True))
    assert form.open_callback(urgent, REQUEST) == urgent


def test_every_step_is_met_in_its_order_and_the_last_one_is_to_check() -> None:
    draft = _draft(_filled("slowly", "helper", spoken=OTHER_LANGUAGE))
    assert draft == CallbackDraft(
        REQUEST,
        step=CallbackStep.CHECK,
        typed=NUMBER,
        window="morning",
        spoken=OTHER_LANGUAGE,
        other_language="vi",
        interpreter=True,
        finds_phone_hard=True,
        phone_hard=("slowly", "helper"),
        helper="Maria",
        text=True,
    )
    assert form.steps_asked(draft) == form.STEPS
    assert form.steps_asked(_draft(_filled("slowly"))) == (
        *USUAL[:-2],
        CallbackStep.PHONE_HARD,
        *USUAL[-2:],
    )
    assert form.steps_asked(_draft(_filled())) == USUAL
    assert form.steps_asked(_draft(START)) == USUAL


def test_next_on_check_your_answers_sends_nothing_and_back_keeps_everything() -> None:
    visit = _filled("helper", spoken=OTHER_LANGUAGE)
    assert _next(visit) == visit
    back = visit
    for step in reversed(form.STEPS[:-1]):
        back = form.previous_step(back)
        assert _draft(back) == dataclasses.replace(_draft(visit), step=step)
    asked = form.previous_step(back)
    assert asked == dataclasses.replace(back, callback=dataclasses.replace(_draft(back), asks_first=True))


def test_the_language_of_the_visit_is_set_before_and_one_touch_goes_on_with_it() -> None:
    visit = form.at_step(START, CallbackStep.LANGUAGE)
    assert form.spoken_in(visit) == "en"
    spanish = visits.set_language(visit, "es")
    assert form.spoken_in(spanish) == "es", "until it is chosen it follows the screen"
    chosen = _next(spanish)
    assert (_step(chosen), _draft(chosen).spoken) == (CallbackStep.CONSENT, "es")
    assert form.spoken_in(visits.set_language(chosen, "en")) == "es"
    assert form.spoken_in(visits.start("en")) == ""


def test_an_interpreter_is_asked_for_only_when_another_language_is_spoken() -> None:
    visit = form.at_step(START, CallbackStep.LANGUAGE)
    assert _step(_next(form.choose_language(visit, "es"))) is CallbackStep.CONSENT
    named = _next(form.choose_language(visit, OTHER_LANGUAGE))
    assert _step(named) is CallbackStep.OTHER_LANGUAGE
    asked = _next(form.name_language(named, "vi"))
    assert _step(asked) is CallbackStep.INTERPRETER
    answered = _next(form.need_interpreter(asked, needed=True))
    back = form.choose_language(form.at_step(answered, CallbackStep.LANGUAGE), "en")
    assert (_draft(back).other_language, _draft(back).interpreter) == ("", None)
    assert _step(_next(back)) is CallbackStep.CONSENT


def test_what_makes_a_call_easier_is_asked_only_of_those_who_tick_the_box() -> None:
    visit = form.at_step(START, CallbackStep.LANGUAGE)
    ticked = form.toggle_finds_phone_hard(visit)
    assert _step(_next(ticked)) is CallbackStep.PHONE_HARD
    helped = form.toggle_phone_hard(ticked, "helper")
    assert form.toggle_finds_phone_hard(helped) == visit, "and all that was chosen with it is taken back"
    assert form.toggle_finds_phone_hard(visits.start("en")) == visits.start("en")


def test_a_name_is_skipped_in_one_touch() -> None:
    assert _step(_next(form.at_step(START, CallbackStep.NAME))) is CallbackStep.WINDOW


@pytest.mark.parametrize("number", ["", "+", "415", "+9991234567", "415555267111"])
def test_a_number_that_cannot_be_called_is_refused_until_another_key(number: str) -> None:
    refused = _next(_type(form.at_step(START, CallbackStep.PHONE), number))
    assert _draft(refused) == CallbackDraft(REQUEST, step=CallbackStep.PHONE, typed=number, is_refused=True)
    corrected = form.press_key(refused, "delete")
    assert _draft(corrected) == CallbackDraft(REQUEST, step=CallbackStep.PHONE, typed=number[:-1])
    assert not _draft(form.previous_step(refused)).is_refused


@pytest.mark.parametrize("number", [NUMBER, "1234567890"])
def test_a_number_that_can_be_called_or_is_only_odd_leads_on(number: str) -> None:
    assert _step(_next(_type(form.at_step(START, CallbackStep.PHONE), number))) is CallbackStep.NAME


@pytest.mark.parametrize(
    ("step", "answer"),
    [
        (CallbackStep.WINDOW, lambda visit: form.choose_window(visit, "any")),
        (CallbackStep.OTHER_LANGUAGE, lambda visit: form.name_language(visit, OTHER_LANGUAGE)),
        (CallbackStep.INTERPRETER, lambda visit: form.need_interpreter(visit, needed=False)),
    ],
)
def test_what_staff_need_to_know_is_asked_until_it_is_answered(step: CallbackStep, answer: Change) -> None:
    visit = form.at_step(START, step)
    refused = _next(visit)
    assert (_step(refused), _draft(refused).is_refused) == (step, True)
    assert not _draft(answer(refused)).is_refused
    assert _step(_next(answer(visit))) is not step


def test_text_first_needs_the_consent_to_a_text() -> None:
    visit = _filled("text-first", text=False)
    assert (_step(visit), _draft(visit).is_refused) == (CallbackStep.CONSENT, True)
    allowed = form.toggle_text(visit)
    assert not _draft(allowed).is_refused
    assert _step(_next(allowed)) is CallbackStep.CHECK
    assert _draft(_next(form.toggle_text(allowed))).is_refused


@pytest.mark.parametrize("keys", [(), ("space",), ("-",), ("'", "space")])
def test_my_helper_needs_the_helpers_name(keys: tuple[str, ...]) -> None:
    hard = form.toggle_finds_phone_hard(form.at_step(START, CallbackStep.PHONE_HARD))
    visit = _next(form.toggle_phone_hard(hard, "helper"))
    for key in keys:
        visit = form.press_key(visit, key)
    assert (_step(_next(visit)), _draft(_next(visit)).is_refused) == (CallbackStep.HELPER, True)
    assert not _draft(form.press_key(_next(visit), "j")).is_refused
    assert _step(_next(_type(visit, "jo"))) is CallbackStep.CONSENT


def test_without_a_helper_no_name_of_one_is_kept() -> None:
    visit = _filled("helper")
    without = form.toggle_phone_hard(form.change(visit, CallbackStep.PHONE_HARD), "helper")
    assert (_draft(without).phone_hard, _draft(without).helper) == ((), "")
    assert _step(_next(without)) is CallbackStep.CHECK


def test_consents_are_never_given_before_they_are_touched_and_can_be_taken_back() -> None:
    assert (_draft(START).voicemail, _draft(START).text) == (False, False)
    both = form.toggle_text(form.toggle_voicemail(START))
    assert (_draft(both).voicemail, _draft(both).text) == (True, True)
    assert _draft(form.toggle_voicemail(both)) == dataclasses.replace(_draft(both), voicemail=False)
    assert _draft(form.toggle_text(both)) == dataclasses.replace(_draft(both), text=False)


@pytest.mark.parametrize("step", form.STEPS[2:-1])
def test_a_changed_answer_leads_straight_back_to_the_check(step: CallbackStep) -> None:
    visit = _filled("helper", spoken=OTHER_LANGUAGE)
    changing = form.change(visit, step)
    assert changing == dataclasses.replace(
        visit, callback=dataclasses.replace(_draft(visit), step=step, before_change=_draft(visit))
    )
    assert _next(changing) == visit
    assert form.previous_step(changing) == visit


@pytest.mark.parametrize(
    ("step", "spoil"),
    [
        (CallbackStep.PHONE, lambda visit: form.press_key(visit, "delete")),
        (CallbackStep.LANGUAGE, lambda visit: _next(form.choose_language(visit, OTHER_LANGUAGE))),
        (CallbackStep.LANGUAGE, form.toggle_finds_phone_hard),
        (CallbackStep.PHONE_HARD, lambda visit: _next(form.toggle_phone_hard(visit, "helper"))),
        (CallbackStep.CONSENT, form.toggle_text),
    ],
)
def test_back_out_of_a_change_leaves_no_answer_half_changed(step: CallbackStep, spoil: Change) -> None:
    """A number without its last digit was sent, and a helper without a name."""
    visit = _filled("slowly", "text-first")
    assert form.previous_step(spoil(form.change(visit, step))) == visit


def test_a_change_that_asks_for_more_leads_there_first() -> None:
    visit = form.change(_filled("slowly", text=False), CallbackStep.PHONE_HARD)
    texting = _next(form.toggle_phone_hard(visit, "text-first"))
    assert _step(texting) is CallbackStep.CONSENT
    assert _step(_next(form.toggle_text(texting))) is CallbackStep.CHECK
    helped = _next(form.toggle_phone_hard(visit, "helper"))
    assert _step(helped) is CallbackStep.HELPER
    assert _step(_next(_type(helped, "jo"))) is CallbackStep.CHECK
    language = form.change(_filled(), CallbackStep.LANGUAGE)
    other = _next(form.toggle_finds_phone_hard(form.choose_language(language, OTHER_LANGUAGE)))
    assert _step(other) is CallbackStep.OTHER_LANGUAGE
    interpreter = _next(form.name_language(other, "vi"))
    assert _step(interpreter) is CallbackStep.INTERPRETER
    hard = _next(form.need_interpreter(interpreter, needed=False))
    assert _step(hard) is CallbackStep.PHONE_HARD
    assert _step(_next(hard)) is CallbackStep.CHECK
    assert _draft(_next(hard)).before_change is None


def test_only_the_check_leads_to_a_change() -> None:
    for step in set(CallbackStep) - {CallbackStep.CHECK}:
        elsewhere = form.at_step(_filled(), step)
        assert form.change(elsewhere, CallbackStep.PHONE) == elsewhere
    assert form.change(_filled(), CallbackStep.CHECK) == _filled()
    assert form.change(visits.start("en"), CallbackStep.PHONE) == visits.start("en")


ENTERED: tuple[Change, ...] = (
    lambda visit: form.press_key(form.at_step(visit, CallbackStep.PHONE), "4"),
    lambda visit: form.press_key(form.at_step(visit, CallbackStep.NAME), "a"),
    lambda visit: form.choose_window(visit, "any"),
    lambda visit: form.choose_language(visit, "en"),
    form.toggle_finds_phone_hard,
    form.toggle_voicemail,
    form.toggle_text,
)


@pytest.mark.parametrize("enter", ENTERED)
@pytest.mark.parametrize("screen", [Screen.HOME, Screen.ABOUT])
def test_stop_asks_before_it_deletes_answers(enter: Change, screen: Screen) -> None:
    visit = enter(START)
    asked = visits.leave(visit, screen)
    assert asked == dataclasses.replace(visit, callback=dataclasses.replace(_draft(visit), asks_first=True))
    assert page_of(asked) != page_of(visit)
    assert form.keep_on(asked) == visit
    assert form.give_up(asked) == visits.start("en")
    assert form.previous_step(asked) == visit
    for nothing in (_next, lambda visit: form.press_key(visit, "5")):
        assert nothing(asked) == asked
    assert form.give_up(visit) == visit, "nobody was asked"


def test_nothing_is_asked_of_those_who_entered_nothing() -> None:
    for visit in (START, _next(START), _next(_next(START))):
        assert visits.leave(visit, Screen.HOME) == visits.start("en")
    assert visits.leave(visits.start("en"), Screen.ABOUT) == visits.go(visits.start("en"), Screen.ABOUT)


def test_undo_asks_too_and_stop_does_not_answer_it() -> None:
    thanked = form.thank(form.at_step(_filled(), CallbackStep.SENDING), 3)
    asked = form.ask_to_take_back(thanked)
    assert _draft(asked) == dataclasses.replace(_draft(thanked), asks_first=True)
    assert form.keep_on(asked) == thanked
    assert form.previous_step(asked) == thanked
    assert form.give_up(asked) == asked
    assert not _draft(form.at_step(asked, CallbackStep.TAKING_BACK)).asks_first
    for other in (_filled(), START, visits.start("en")):
        assert form.ask_to_take_back(other) == other


@pytest.mark.parametrize(
    "step", [*CLOSING, CallbackStep.SENDING, CallbackStep.TAKING_BACK, CallbackStep.DESK]
)
def test_only_a_step_with_a_question_can_be_changed(step: CallbackStep) -> None:
    assert form.change(_filled(), step) == _filled()


@pytest.mark.parametrize("step", [CallbackStep.SENDING, CallbackStep.TAKING_BACK])
def test_while_something_is_written_no_touch_leads_away(step: CallbackStep) -> None:
    visit = form.at_step(_filled(), step)
    assert form.previous_step(visit) == visit
    assert _next(visit) == visit
    assert visits.leave(visit, Screen.ABOUT) == visit


def test_keys_type_only_where_keys_are_shown() -> None:
    for step in CallbackStep:
        visit = form.at_step(START, step)
        has_keys = step in {CallbackStep.PHONE, CallbackStep.NAME, CallbackStep.HELPER}
        assert (form.press_key(visit, "5") != visit) is has_keys


def test_the_thank_you_keeps_secret_and_number_alone() -> None:
    thanked = form.thank(form.at_step(_filled("helper", name="ana"), CallbackStep.SENDING), 12)
    assert _draft(thanked) == CallbackDraft(REQUEST, 12, CallbackStep.DONE)
    assert _draft(form.at_step(thanked, CallbackStep.TAKING_BACK)).seq == 12


_TOUCHES: tuple[Change, ...] = (
    _next,
    form.previous_step,
    lambda visit: _type(visit, NUMBER),
    lambda visit: _type(visit, "zoe"),
    lambda visit: form.choose_window(visit, "midday"),
    lambda visit: form.choose_language(visit, "en"),
    lambda visit: form.choose_language(visit, OTHER_LANGUAGE),
    lambda visit: form.name_language(visit, "vi"),
    lambda visit: form.need_interpreter(visit, needed=True),
    form.toggle_finds_phone_hard,
    lambda visit: form.toggle_phone_hard(visit, "helper"),
    lambda visit: form.toggle_phone_hard(visit, "text-first"),
    form.toggle_text,
    form.toggle_voicemail,
)
_CHANGES: tuple[Change, ...] = (
    lambda visit: form.change(visit, CallbackStep.PHONE),
    lambda visit: form.change(visit, CallbackStep.PHONE_HARD),
    lambda visit: form.change(visit, CallbackStep.CONSENT),
)


def _walk(touches: list[int]) -> Visit:
    """Touch what is on screen: an answer can be changed only from "check your answers"."""
    first = AFTER_CHECK if touches[:1] == [0] else START
    visit = first
    for number in touches:
        at_check = visit.callback is not None and _step(visit) is CallbackStep.CHECK
        choices = (*_TOUCHES[1:2], *_CHANGES) if at_check else _TOUCHES
        visit = choices[number % len(choices)](visit)
        visit = first if visit.callback is None else form.keep_on(visit)
    return visit


_WALKS: st.SearchStrategy[Visit] = st.lists(st.integers(0, 20), max_size=60).map(_walk)


@given(_WALKS)
def test_whatever_is_touched_nothing_can_be_sent_that_staff_cannot_use(visit: Visit) -> None:
    draft = _draft(visit)
    if draft.step is CallbackStep.CHECK:
        for step in form.steps_asked(draft):
            assert form.is_usable(dataclasses.replace(draft, step=step), "US"), step


@given(_WALKS, st.sampled_from([*form.ENDS]), st.lists(st.sampled_from(form.STEPS)))
def test_the_last_pages_forget_what_was_entered_even_for_those_who_go_back(
    visit: Visit, last: CallbackStep, back: list[CallbackStep]
) -> None:
    ended = form.at_step(visit, last)
    for step in back:
        ended = form.at_step(ended, step)
    assert list(_entered(ended)) == []


def _entered(visit: Visit) -> Iterator[object]:
    empty = dataclasses.asdict(CallbackDraft())
    for name, value in dataclasses.asdict(_draft(visit)).items():
        if name not in {"secret", "step", "seq"} and value != empty[name]:
            yield value


@given(_WALKS)
def test_the_repr_of_a_form_never_shows_what_was_entered(visit: Visit) -> None:
    assert NUMBER not in repr(visit)
    assert "Zoe" not in repr(visit)


def test_a_late_touch_that_takes_the_helper_back_leaves_both_ways_out_of_the_name() -> None:
    visit = form.toggle_finds_phone_hard(form.at_step(START, CallbackStep.HELPER))
    assert _step(form.previous_step(visit)) is CallbackStep.PHONE_HARD
    assert _step(form.next_step(form.press_key(visit, "a"), "US")) is CallbackStep.CONSENT


def test_whoever_types_or_chooses_does_so_at_a_step_that_is_asked_and_reads_at_all_others() -> None:
    parts = {step: form.part_of(CallbackDraft(step=step)) for step in CallbackStep}
    assert form.part_of(CallbackDraft(asks_first=True)) is form.CallbackPart.DECIDE
    active = [step for step, part in parts.items() if part is not form.CallbackPart.READING]
    assert active == [step for step in form.STEPS if step not in {CallbackStep.NOTICE, CallbackStep.PRIVACY}]
    assert [parts[step] for step in (CallbackStep.PHONE, CallbackStep.CHECK)] == [
        form.CallbackPart.PHONE,
        form.CallbackPart.CHECK,
    ]
    typed = [step for step, part in parts.items() if part is form.CallbackPart.NAME]
    assert typed == [CallbackStep.NAME, CallbackStep.HELPER]
