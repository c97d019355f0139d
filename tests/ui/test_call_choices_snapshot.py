import dataclasses
from collections.abc import Callable, Collection

import pytest

from kiosk.core.callback.draft import CallbackDraft, CallbackStep
from kiosk.core.callback.names import accent_rows
from kiosk.core.visit import Visit
from kiosk.store.settings.settings import Settings
from kiosk.ui.callback.choices import CallChoicesSnapshot, Names, derive_call_choices, names_of, touch_choice
from tests.clinic import Clinic
from tests.ui.words import PHONE, content_in, sentence_in

LANGUAGES = {"en": "English", "es": "Español"}
FULL = CallbackDraft(
    step=CallbackStep.CHECK,
    typed="2025550143",
    name=" ann ",
    window="midday",
    spoken="es",
    finds_phone_hard=True,
    phone_hard=("helper", "slowly"),
    helper="Bo",
    voicemail=True,
)


@pytest.fixture
def settings(clinic: Clinic) -> Settings:
    file = dataclasses.replace(clinic.settings.file, languages=("en", "es"))
    return dataclasses.replace(clinic.settings, file=file)


def names(settings: Settings, writable: Callable[[tuple[str, ...]], Collection[str]]) -> Names:
    return names_of(settings, content_in("en"), sentence_in("en"), languages=LANGUAGES, writable=writable)


def offered(settings: Settings, draft: CallbackDraft | None, language: str = "en") -> CallChoicesSnapshot:
    visit = Visit(language=language, callback=draft)
    return derive_call_choices(visit, content_in("en"), settings, names(settings, frozenset))


def test_without_a_form_there_is_nothing_to_choose_and_the_keys_stand_ready(settings: Settings) -> None:
    shown = offered(settings, None)
    assert (shown.choices, shown.chosen, shown.takes_one) == ((), (), False)
    assert shown.letter_rows == tuple(content_in("en").keys.letters)
    assert shown.accent_rows == accent_rows("", content_in("en").keys.accents)
    assert (shown.exchanges_last, shown.begins_word) == (False, True)
    bare_names = names_of(settings, None, sentence_in("en"), languages=LANGUAGES, writable=frozenset)
    bare = derive_call_choices(Visit(), None, settings, bare_names)
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
        (CallbackStep.INTERPRETER, ("Yes", "No"), ()),
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
                f"You may leave this voicemail: “This is Test Clinic. Please call us back at {PHONE}.”",
                "You may send me a text about this call.",
            ),
            (f"You may leave this voicemail: “This is Test Clinic. Please call us back at {PHONE}.”",),
        ),
        (CallbackStep.PHONE, (), ()),
    ],
)
def test_a_step_offers_its_choices_and_shows_what_was_chosen(
    settings: Settings, step: CallbackStep, choices: tuple[str, ...], chosen: tuple[str, ...]
) -> None:
    shown = offered(settings, dataclasses.replace(FULL, step=step))
    assert (shown.choices, shown.chosen) == (choices, chosen)
    nothing = offered(settings, CallbackDraft(step=step), language="")
    assert (nothing.choices, nothing.chosen) == (choices, ())


def test_one_window_one_language_and_one_word_about_an_interpreter_can_be_chosen(settings: Settings) -> None:
    single = {
        step for step in CallbackStep if offered(settings, dataclasses.replace(FULL, step=step)).takes_one
    }
    assert single == {
        CallbackStep.WINDOW,
        CallbackStep.LANGUAGE,
        CallbackStep.OTHER_LANGUAGE,
        CallbackStep.INTERPRETER,
    }


def test_the_language_of_the_visit_is_chosen_before_any_other_is(settings: Settings) -> None:
    draft = CallbackDraft(step=CallbackStep.LANGUAGE)
    assert offered(settings, draft).chosen == ("English",)
    assert offered(settings, draft, language="es").chosen == ("Español",)
    assert offered(settings, dataclasses.replace(draft, spoken="en"), language="es").chosen == ("English",)


def test_the_box_about_the_phone_stands_below_the_languages_and_nowhere_else(settings: Settings) -> None:
    with_box = {step for step in CallbackStep if offered(settings, CallbackDraft(step=step)).box}
    assert with_box == {CallbackStep.LANGUAGE}
    draft = CallbackDraft(step=CallbackStep.LANGUAGE)
    assert not offered(settings, draft).is_box_ticked
    ticked = offered(settings, dataclasses.replace(draft, finds_phone_hard=True))
    assert (ticked.box, ticked.is_box_ticked) == ("Talking on the phone is hard for me", True)


def test_another_language_is_named_in_both_languages_or_in_the_screens_where_letters_are_lacking(
    settings: Settings,
) -> None:
    file = dataclasses.replace(settings.file, spoken_languages=("es", "vi", "zh", "tl"))
    own = dataclasses.replace(settings, file=file)
    draft = CallbackDraft(step=CallbackStep.OTHER_LANGUAGE, spoken="other", other_language="zh")
    asked: list[tuple[str, ...]] = []

    def writable(texts: tuple[str, ...]) -> Collection[str]:
        asked.append(texts)
        return {"Tiếng Việt", "Tagalog"}

    shown = derive_call_choices(
        Visit(language="en", callback=draft), content_in("en"), own, names(own, writable)
    )
    assert shown.choices == (
        "Vietnamese (Tiếng Việt)",
        "Mandarin Chinese",
        "Tagalog",
        "A language that is not here",
    )
    assert shown.chosen == ("Mandarin Chinese",)
    assert set(asked) == {("Tiếng Việt", "普通话", "Tagalog")}
    unlisted = dataclasses.replace(draft, other_language="other")
    assert offered(settings, unlisted).chosen == ("A language that is not here",)


def test_no_is_an_answer_too(settings: Settings) -> None:
    draft = CallbackDraft(step=CallbackStep.INTERPRETER, interpreter=False)
    assert offered(settings, draft).chosen == ("No",)


def test_the_check_lists_every_answer(settings: Settings) -> None:
    assert offered(settings, FULL).choices == (
        f"Number: {PHONE}",
        "Name: ann",
        "Best time: Middle of the day",
        "Language: Español",
        "Phone help: Please talk to my helper, Please speak slowly and give me time",
        "Helper: Bo",
        "Voicemail: Yes. Text: No",
    )


def test_the_check_says_what_was_not_given_and_leaves_out_a_helper_that_is_not_there(
    settings: Settings,
) -> None:
    draft = CallbackDraft(step=CallbackStep.CHECK, typed="2025550143", spoken="other", finds_phone_hard=True)
    assert offered(settings, draft).choices == (
        f"Number: {PHONE}",
        "Name: not given",
        "Best time: not given",
        "Language: Another language",
        "Other language: not given",
        "Interpreter: No",
        "Phone help: Talking on the phone is hard for me",
        "Voicemail: No. Text: No",
    )


@pytest.mark.parametrize(("index", "step"), [(0, CallbackStep.PHONE), (5, CallbackStep.HELPER)])
def test_touching_an_answer_at_the_check_opens_its_step(index: int, step: CallbackStep) -> None:
    visit = touch_choice(Visit(callback=FULL), index, ("en", "es"), ("vi",))
    assert visit.callback == dataclasses.replace(FULL, step=step, before_change=FULL)


@pytest.mark.parametrize(("index", "named"), [(0, "vi"), (1, "zh"), (2, "other")])
def test_a_touch_names_the_other_language(index: int, named: str) -> None:
    draft = CallbackDraft(step=CallbackStep.OTHER_LANGUAGE, spoken="other")
    visit = touch_choice(Visit(callback=draft), index, ("en", "es"), ("vi", "zh"))
    assert visit.callback == dataclasses.replace(draft, other_language=named)


def test_where_nothing_can_be_chosen_a_touch_changes_nothing() -> None:
    for visit in (Visit(), Visit(callback=CallbackDraft(step=CallbackStep.PHONE))):
        assert touch_choice(visit, 0, ("en",), ("vi",)) == visit


def test_what_was_entered_is_in_no_repr(settings: Settings) -> None:
    assert "555" not in repr(offered(settings, FULL))
