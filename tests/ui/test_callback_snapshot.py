import dataclasses
import datetime
import subprocess
import sys

import pytest

from kiosk.core.callback.draft import (
    CLOSING,
    OTHER_LANGUAGE,
    PHONE_IS_HARD,
    WAITING,
    CallbackDraft,
    CallbackStep,
)
from kiosk.core.callback.names import MAX_NAME_CHARACTERS
from kiosk.core.callback.phone import MAX_TYPED
from kiosk.core.callback.request import Consent
from kiosk.core.callback_steps import ENDS, STEPS, CallbackPart
from kiosk.core.unbroken import unbroken
from kiosk.store.settings.settings import Settings
from kiosk.ui.callback.request import request_of, withdrawal_of
from kiosk.ui.callback.snapshot import _COUNTED, CallbackSnapshot, derive_callback
from tests.clinic import Clinic
from tests.ui.words import PHONE, sentence_in, words_of

GOOD, ODD = "2025550143", "5555555555"
RED_FLAGS = 9
URGENT = "This screen cannot call for help. Please tell the front desk now."


@pytest.fixture
def settings(clinic: Clinic) -> Settings:
    return clinic.settings


def shown(settings: Settings, draft: CallbackDraft, language: str = "en") -> CallbackSnapshot:
    return derive_callback(draft, settings, sentence_in(language), is_closed=False)


@pytest.mark.parametrize(
    ("language", "one", "more"),
    [
        ("en", ("1 day after", "1 working day."), ("7 days after", "2 working days.")),
        ("es", ("1 día después", "1 día hábil o"), ("7 días después", "2 días hábiles o")),
    ],
)
def test_days_stand_in_the_form_that_goes_with_their_number(
    settings: Settings, language: str, one: tuple[str, str], more: tuple[str, str]
) -> None:
    file = settings.file
    hurried = dataclasses.replace(
        settings,
        file=dataclasses.replace(
            file,
            clinic=dataclasses.replace(file.clinic, call_back_within_days=1),
            callback=dataclasses.replace(file.callback, delete_after_days=1),
        ),
    )
    for given, (deleted, called) in ((hurried, one), (settings, more)):
        privacy, check, done = (
            shown(given, CallbackDraft(step=step), language)
            for step in (CallbackStep.PRIVACY, CallbackStep.CHECK, CallbackStep.DONE)
        )
        assert any(deleted in block for block in privacy.blocks)
        assert called in check.footnote
        assert called in done.blocks[0]


@pytest.mark.parametrize("language", ["en", "es"])
def test_all_words_with_days_go_with_their_number(language: str) -> None:
    counted = {word_id: words for word_id, words in words_of(language).items() if "_days}" in words}
    assert {word_id for word_id, words in counted.items() if "\n" in words} == set(counted) == set(_COUNTED)


def test_no_form_shows_nothing_but_whether_it_can_be_used(settings: Settings) -> None:
    for is_closed in (True, False):
        nothing = derive_callback(None, settings, sentence_in("en"), is_closed=is_closed)
        assert nothing == CallbackSnapshot(is_closed=is_closed)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("step", CallbackStep)
def test_every_step_has_its_words_in_every_language(
    settings: Settings, step: CallbackStep, language: str
) -> None:
    page = shown(settings, CallbackDraft(step=step), language)
    assert page.step is step
    assert page.heading in words_of(language).values()
    assert page.forward_label
    is_reading = page.part is CallbackPart.READING
    assert bool(page.blocks) == bool(page.icon) == is_reading
    assert bool(page.hint) != is_reading
    assert bool(page.footnote) == (step is CallbackStep.CHECK)
    assert page.is_waiting == (step in WAITING)
    assert page.is_ending == (step in ENDS)
    assert page.clears_itself == (step in CLOSING)
    assert bool(page.progress) == (step in STEPS)
    assert not page.warns
    texts = (page.heading, *page.blocks, page.hint, page.footnote, page.forward_label)
    assert not any("{" in text or "%" in text for text in texts)


@pytest.mark.parametrize(
    ("draft", "progress"),
    [
        (CallbackDraft(), "Step 1 of 8"),
        (CallbackDraft(step=CallbackStep.PHONE), "Step 3 of 8"),
        (CallbackDraft(step=CallbackStep.PHONE, skips_notice=True), "Step 2 of 7"),
        (CallbackDraft(step=CallbackStep.CHECK), "Step 8 of 8"),
        (CallbackDraft(step=CallbackStep.LANGUAGE, spoken=OTHER_LANGUAGE), "Step 6 of 10"),
        (CallbackDraft(step=CallbackStep.LANGUAGE, finds_phone_hard=True), "Step 6 of 9"),
    ],
)
def test_a_step_is_counted_over_those_that_this_visitor_meets(
    settings: Settings, draft: CallbackDraft, progress: str
) -> None:
    assert shown(settings, draft).progress == progress


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(
    ("draft", "words"),
    [
        (
            CallbackDraft(step=CallbackStep.PHONE, typed=GOOD, asks_first=True),
            ("Stop and delete your answers?", "Go on with the form", "Stop and delete my answers"),
        ),
        (
            CallbackDraft(step=CallbackStep.DONE, seq=3, asks_first=True),
            ("Take your request back?", "Keep my request", "Take my request back"),
        ),
    ],
)
def test_what_cannot_be_undone_is_asked_first_and_nothing_else_is_shown(
    settings: Settings, draft: CallbackDraft, words: tuple[str, str, str], language: str
) -> None:
    page = shown(settings, draft, language)
    assert (page.part, page.phone, page.progress) == (CallbackPart.DECIDE, "", "")
    assert not page.is_ending
    texts = (page.heading, page.stay_label, page.leave_label)
    if language == "en":
        assert texts == words
    assert {*texts, *page.blocks} <= set(words_of(language).values())


def test_the_notice_names_whom_to_call_and_every_red_flag(settings: Settings) -> None:
    page = shown(settings, CallbackDraft())
    assert page.heading == "First: do you need help now?"
    assert page.icon == "warning"
    assert "call 911," in page.blocks[0]
    assert len(page.blocks) == 1 + RED_FLAGS
    assert all(block.startswith("\u2022 ") for block in page.blocks[1:])


def test_what_happens_to_the_number_is_said_with_the_clinic_s_own_facts(settings: Settings) -> None:
    page = shown(settings, CallbackDraft(step=CallbackStep.PRIVACY))
    assert page.icon == "lock"
    assert page.blocks[1:3] == (
        "We delete it 7 days after export.",
        f"To take it back, call {PHONE} or ask the desk.",
    )


def test_thank_you_says_when_from_which_number_and_how_to_cancel(settings: Settings) -> None:
    draft = CallbackDraft(step=CallbackStep.DONE)
    assert shown(settings, draft).blocks == (
        "Test Clinic will call you within 2 working days.",
        f"Our call will show this number: {PHONE}",
        f"To change or cancel, call {PHONE} or ask the desk.",
        "There is nothing more to do.",
    )
    clinic = dataclasses.replace(settings.file.clinic, caller_number="(202) 555-0100")
    other = dataclasses.replace(settings, file=dataclasses.replace(settings.file, clinic=clinic))
    assert shown(other, draft).blocks[1] == "Our call will show this number: " + unbroken("(202) 555-0100")


def test_only_a_request_that_was_kept_under_a_number_can_be_taken_back(settings: Settings) -> None:
    assert shown(settings, CallbackDraft(step=CallbackStep.DONE, seq=3)).can_take_back
    assert not shown(settings, CallbackDraft(step=CallbackStep.DONE)).can_take_back
    assert not shown(settings, CallbackDraft(step=CallbackStep.UNDONE, seq=3)).can_take_back


@pytest.mark.parametrize(
    ("step", "label"),
    [
        (CallbackStep.PHONE, "Next"),
        (CallbackStep.SENDING, "Next"),
        (CallbackStep.CHECK, "Ask for a call"),
        (CallbackStep.DONE, "I am finished"),
        (CallbackStep.DESK, "I am finished"),
    ],
)
def test_the_button_that_leads_on_says_where(settings: Settings, step: CallbackStep, label: str) -> None:
    assert shown(settings, CallbackDraft(step=step)).forward_label == label


def test_a_number_stands_there_as_people_write_it_at_its_own_step_only(settings: Settings) -> None:
    page = shown(settings, CallbackDraft(step=CallbackStep.PHONE, typed=GOOD, name="Ann"))
    assert (page.phone, page.phone_aloud) == ("(202) 555-0143", "Your number so far: (202) 555-0143")
    assert (page.name, page.name_aloud) == ("", "")
    empty = shown(settings, CallbackDraft(step=CallbackStep.PHONE))
    assert (empty.phone, empty.phone_aloud) == ("", "Your number: nothing typed yet")
    elsewhere = shown(settings, CallbackDraft(step=CallbackStep.WINDOW, typed=GOOD))
    assert (elsewhere.phone, elsewhere.phone_aloud) == ("", "")


def test_each_name_stands_there_at_its_own_step_only(settings: Settings) -> None:
    draft = CallbackDraft(step=CallbackStep.NAME, typed=GOOD, name="Ann", helper="{Bo} %1")
    page = shown(settings, draft)
    assert (page.name, page.name_aloud) == ("Ann", "The name so far: Ann")
    assert page.hint == "You can skip this."
    helper = shown(settings, dataclasses.replace(draft, step=CallbackStep.HELPER))
    assert (helper.name, helper.name_aloud) == ("{Bo} %1", "The name so far: {Bo} %1")
    assert helper.hint == "We ask for this person."
    assert (helper.phone, helper.phone_aloud) == ("", "")
    empty = shown(settings, CallbackDraft(step=CallbackStep.NAME))
    assert (empty.name, empty.name_aloud) == ("", "The name: nothing typed yet")
    elsewhere = shown(settings, dataclasses.replace(draft, step=CallbackStep.CHECK))
    assert (elsewhere.name, elsewhere.name_aloud) == ("", "")


@pytest.mark.parametrize("step", [CallbackStep.NAME, CallbackStep.HELPER])
def test_a_full_name_says_that_it_takes_no_more(settings: Settings, step: CallbackStep) -> None:
    full = "a" * MAX_NAME_CHARACTERS
    page = shown(settings, CallbackDraft(step=step, name=full, helper=full))
    assert (page.hint, page.warns) == ("No more letters fit here. You can go on, or make it shorter.", True)
    assert page.name == full
    assert not shown(settings, CallbackDraft(step=step, name=full[1:], helper=full[1:])).warns


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "Please type a number first."),
        ("+", "Please type a number first."),
        ("202555", "This number is too short. Please check it. Did you type the area code?"),
        ("202555014355", "This number is too long. Please check it."),
        ("+9991234567", "We do not know this country code. Please check the first digits."),
        ("+47123456", "No phone number there has this many digits. Please check it."),
        ("+1911", URGENT),
        ("0111911", URGENT),
        ("988988", "This number is too short. Please check it. Did you type the area code?"),
    ],
)
def test_a_number_that_cannot_be_used_is_refused_in_its_own_words(
    settings: Settings, typed: str, words: str
) -> None:
    draft = CallbackDraft(step=CallbackStep.PHONE, typed=typed)
    assert not shown(settings, draft).warns
    page = shown(settings, dataclasses.replace(draft, is_refused=True))
    assert (page.hint, page.warns) == (words, True)


@pytest.mark.parametrize("typed", ["911", "988", "112", "2222"])
def test_a_number_of_help_is_said_to_be_one_before_next_is_touched(settings: Settings, typed: str) -> None:
    own = dataclasses.replace(settings, file=dataclasses.replace(settings.file, emergency_number="2222"))
    draft = CallbackDraft(step=CallbackStep.PHONE, typed=typed)
    for is_refused in (False, True):
        page = shown(own, dataclasses.replace(draft, is_refused=is_refused))
        assert (page.hint, page.warns) == (URGENT, True)
    longer = shown(own, dataclasses.replace(draft, typed=typed + "5"))
    assert not longer.warns


def test_a_full_field_says_that_it_takes_no_more(settings: Settings) -> None:
    draft = CallbackDraft(step=CallbackStep.PHONE, typed="4" * MAX_TYPED)
    page = shown(settings, draft)
    assert (page.hint, page.warns) == ("No more digits fit here. Please check this number.", True)
    assert page.phone == draft.typed
    assert not shown(settings, dataclasses.replace(draft, typed=draft.typed[1:])).warns


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (CallbackStep.WINDOW, "Touch one."),
        (CallbackStep.OTHER_LANGUAGE, "Touch one."),
        (CallbackStep.INTERPRETER, "Touch one."),
        (CallbackStep.HELPER, "Please type a name first."),
        (
            CallbackStep.CONSENT,
            "You asked for a text first. Please touch the line about the text, or go back.",
        ),
    ],
)
def test_a_missing_answer_is_asked_for(settings: Settings, step: CallbackStep, words: str) -> None:
    page = shown(settings, CallbackDraft(step=step, is_refused=True))
    assert (page.hint, page.warns) == (words, True)


def test_the_check_warns_of_a_number_that_looks_odd_and_says_what_sending_means(settings: Settings) -> None:
    page = shown(settings, CallbackDraft(step=CallbackStep.CHECK, typed=GOOD))
    assert (page.hint, page.warns) == ("Touch a line to change it.", False)
    assert page.footnote == (
        "When you touch \u201cAsk for a call\u201d, you agree that Test Clinic may call you on this number "
        "about your request. We call within 2 working days."
    )
    for typed in (ODD, "9005551234", "+8816123456789"):
        odd = shown(settings, CallbackDraft(step=CallbackStep.CHECK, typed=typed))
        assert odd.warns
        assert odd.hint == "Please check this number. It looks unusual. You can still use it."


def test_a_request_holds_what_was_entered_and_each_consent_word_for_word(settings: Settings) -> None:
    draft = CallbackDraft(
        secret="a" * 32,
        step=CallbackStep.CHECK,
        typed=GOOD,
        name=" Ann\u200b ",
        window="midday",
        spoken="es",
        phone_hard=("helper",),
        helper="Bo",
        text=True,
    )
    zone = datetime.timezone(datetime.timedelta(hours=-5))
    now = datetime.datetime(2026, 11, 28, 9, 30, tzinfo=zone)
    request = request_of(draft, settings, "en", now, sentence_in("en"))
    assert (request.created, request.zone) == ("2026-11-28T14:30:00Z", "-05:00")
    assert request.call_by == "2026-12-01", "two working days after a Saturday"
    odd = request_of(dataclasses.replace(draft, typed=ODD), settings, "en", now, sentence_in("en"))
    assert (request.kept_odd_number, odd.kept_odd_number) == (False, True)
    assert (request.phone, request.phone_as_typed) == ("+12025550143", "(202) 555-0143")
    assert (request.name, request.helper_name, request.interpreter) == ("Ann", "Bo", False)
    assert (request.energy_window, request.spoken_language, request.language) == ("midday", "es", "en")
    assert request.consents[2] == Consent("text", "You may send me a text about this call.", given=True)
    assert [(consent.kind, consent.given) for consent in request.consents] == [
        ("call", True),
        ("voicemail", False),
        ("text", True),
    ]
    withdrawal = withdrawal_of(dataclasses.replace(draft, seq=4), settings, now)
    assert withdrawal.about == request.id
    assert (withdrawal.secret, withdrawal.seq, withdrawal.created) == ("a" * 32, 4, "2026-11-28T14:30:00Z")


@pytest.mark.parametrize(
    ("draft", "spoken", "hard"),
    [
        (CallbackDraft(), "es", ()),
        (CallbackDraft(spoken="en"), "en", ()),
        (CallbackDraft(spoken=OTHER_LANGUAGE, other_language="vi"), "vi", ()),
        (CallbackDraft(spoken=OTHER_LANGUAGE, other_language=OTHER_LANGUAGE), OTHER_LANGUAGE, ()),
        (CallbackDraft(finds_phone_hard=True), "es", (PHONE_IS_HARD,)),
        (CallbackDraft(finds_phone_hard=True, phone_hard=("slowly",)), "es", ("slowly",)),
    ],
)
def test_staff_learn_which_language_and_that_the_phone_is_hard(
    settings: Settings, draft: CallbackDraft, spoken: str, hard: tuple[str, ...]
) -> None:
    now = datetime.datetime(2026, 11, 28, 9, 30, tzinfo=datetime.UTC)
    typed = dataclasses.replace(draft, secret="a" * 32, typed=GOOD)
    request = request_of(typed, settings, "es", now, sentence_in("es"))
    assert (request.spoken_language, request.phone_hard) == (spoken, hard)


def test_what_was_typed_is_in_no_repr(settings: Settings) -> None:
    page = shown(settings, CallbackDraft(step=CallbackStep.PHONE, typed=GOOD))
    assert "555" not in repr(page)


def test_the_form_is_derived_without_qt() -> None:
    code = "import sys, kiosk.ui.callback.snapshot; assert not {'PySide6', 'shiboken6'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
