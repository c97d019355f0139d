import dataclasses

import pytest

from kiosk.core.callback.draft import CallbackDraft, CallbackStep
from kiosk.core.callback.names import accent_rows
from kiosk.core.visit import Visit
from kiosk.store.settings.settings import Settings
from kiosk.ui.viewmodels.call_choices import CallChoicesSnapshot, derive_call_choices, touch_choice
from tests.clinic import Clinic
from tests.ui.words import content_in, sentence_in

LANGUAGES = {"en": "English", "es": "Español"}
FULL = CallbackDraft(
    step=CallbackStep.CHECK,
    typed="2025550143",
    name=" ann ",
    window="midday",
    spoken="es",
    interpreter=True,
    phone_hard=("helper", "slowly"),
    helper="Bo",
    voicemail=True,
)


@pytest.fixture
def settings(clinic: Clinic) -> Settings:
    file = dataclasses.replace(clinic.settings.file, languages=("en", "es"))
    return dataclasses.replace(clinic.settings, file=file)


def offered(settings: Settings, draft: CallbackDraft | None) -> CallChoicesSnapshot:
    return derive_call_choices(draft, content_in("en"), settings, LANGUAGES, sentence_in("en"))


def test_without_a_form_there_is_nothing_to_choose_and_the_keys_stand_ready(settings: Settings) -> None:
    shown = offered(settings, None)
    assert (shown.choices, shown.chosen, shown.takes_one) == ((), (), False)
    assert shown.letter_rows == tuple(content_in("en").keys.letters)
    assert shown.accent_rows == accent_rows("", content_in("en").keys.accents)
    assert (shown.exchanges_last, shown.begins_word) == (False, True)
    bare = derive_call_choices(None, None, settings, LANGUAGES, sentence_in("en"))
    assert bare == CallChoicesSnapshot()


@pytest.mark.parametrize("step", [CallbackStep.NAME, CallbackStep.HELPER])
def test_the_keys_for_accents_follow_the_name_on_screen(settings: Settings, step: CallbackStep) -> None:
    shown = offered(settings, CallbackDraft(step=step, name="Jose", helper="Jose"))
    assert "".join(shown.accent_rows).startswith("éè")
    assert (shown.exchanges_last, shown.begins_word) == (True, False)
    after = offered(settings, CallbackDraft(step=step, name="Jose ", helper="Jose "))
    assert (after.exchanges_last, after.begins_word) == (False, True)


@pytest.mark.parametrize(
    ("step", "choices", "chosen"),
    [
        (
            CallbackStep.WINDOW,
            ("Morning", "Middle of the day", "Afternoon", "Any time"),
            ("Middle of the day",),
        ),
        (CallbackStep.LANGUAGE, ("English", "Español", "Another language"), ("Español",)),
        (CallbackStep.INTERPRETER, ("Yes", "No"), ("Yes",)),
        (
            CallbackStep.PHONE_HARD,
            (
                "Please speak slowly and give me time",
                "Send me a text first",
                "I use a relay service",
                "Please talk to my helper",
            ),
            ("Please speak slowly and give me time", "Please talk to my helper"),
        ),
        (
            CallbackStep.CONSENT,
            (
                "You may leave this voicemail: “This is Test Clinic. Please call us back at (202) 555-0143.”",
                "You may send me a text about this call.",
            ),
            ("You may leave this voicemail: “This is Test Clinic. Please call us back at (202) 555-0143.”",),
        ),
        (CallbackStep.PHONE, (), ()),
    ],
)
def test_a_step_offers_its_choices_and_shows_what_was_chosen(
    settings: Settings, step: CallbackStep, choices: tuple[str, ...], chosen: tuple[str, ...]
) -> None:
    shown = offered(settings, dataclasses.replace(FULL, step=step))
    assert (shown.choices, shown.chosen) == (choices, chosen)
    nothing = offered(settings, CallbackDraft(step=step))
    assert (nothing.choices, nothing.chosen) == (choices, ())


def test_one_window_one_language_and_one_word_about_an_interpreter_can_be_chosen(settings: Settings) -> None:
    single = {
        step for step in CallbackStep if offered(settings, dataclasses.replace(FULL, step=step)).takes_one
    }
    assert single == {CallbackStep.WINDOW, CallbackStep.LANGUAGE, CallbackStep.INTERPRETER}


def test_no_is_an_answer_too(settings: Settings) -> None:
    draft = CallbackDraft(step=CallbackStep.INTERPRETER, interpreter=False)
    assert offered(settings, draft).chosen == ("No",)


def test_the_check_lists_every_answer(settings: Settings) -> None:
    assert offered(settings, FULL).choices == (
        "Number: (202) 555-0143",
        "Name: ann",
        "Best time: Middle of the day",
        "Language: Español",
        "Interpreter: Yes",
        "Phone help: Please talk to my helper, Please speak slowly and give me time",
        "Helper: Bo",
        "Voicemail: Yes. Text: No",
    )


def test_the_check_says_what_was_not_given_and_leaves_out_a_helper_that_is_not_there(
    settings: Settings,
) -> None:
    draft = CallbackDraft(step=CallbackStep.CHECK, typed="2025550143", spoken="other")
    assert offered(settings, draft).choices == (
        "Number: (202) 555-0143",
        "Name: not given",
        "Best time: not given",
        "Language: Another language",
        "Interpreter: No",
        "Phone help: not given",
        "Voicemail: No. Text: No",
    )


@pytest.mark.parametrize(("index", "step"), [(0, CallbackStep.PHONE), (6, CallbackStep.HELPER)])
def test_touching_an_answer_at_the_check_opens_its_step(index: int, step: CallbackStep) -> None:
    visit = touch_choice(Visit(callback=FULL), index, ("en", "es"))
    assert visit.callback == dataclasses.replace(FULL, step=step, is_changing=True)


def test_where_nothing_can_be_chosen_a_touch_changes_nothing() -> None:
    for visit in (Visit(), Visit(callback=CallbackDraft(step=CallbackStep.PHONE))):
        assert touch_choice(visit, 0, ("en",)) == visit


def test_what_was_entered_is_in_no_repr(settings: Settings) -> None:
    assert "555" not in repr(offered(settings, FULL))
