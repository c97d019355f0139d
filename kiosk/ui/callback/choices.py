"""The choices of the call-back form, and all answers in one list before they are sent; without Qt."""

import dataclasses
from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING, Final

from kiosk.core import callback_steps as steps
from kiosk.core.callback.draft import (
    ENERGY_WINDOWS,
    OTHER_LANGUAGE,
    PHONE_HARD,
    CallbackDraft,
    CallbackStep,
    EnergyWindow,
    PhoneHard,
)
from kiosk.core.callback.names import accent_rows, accented, begins_word, clean_name
from kiosk.core.callback.phone import check_phone
from kiosk.core.unbroken import unbroken
from kiosk.ui.callback.request import agreement

if TYPE_CHECKING:
    from kiosk.core.callback.request import ConsentKind
    from kiosk.core.content.cards import Content
    from kiosk.core.content.languages import SpokenLanguage
    from kiosk.core.visit import Visit
    from kiosk.store.settings.settings import Settings
    from kiosk.ui.translations import Sentence

_WINDOWS: Final[Mapping[EnergyWindow, str]] = {
    "morning": "callback.window.morning",
    "midday": "callback.window.midday",
    "afternoon": "callback.window.afternoon",
    "any": "callback.window.any",
}
_HARD: Final[Mapping[PhoneHard, str]] = {
    "slowly": "callback.hard.slowly",
    "text-first": "callback.hard.text_first",
    "relay": "callback.hard.relay",
    "helper": "callback.hard.helper",
}
_SINGLE: Final = frozenset(
    {CallbackStep.WINDOW, CallbackStep.LANGUAGE, CallbackStep.OTHER_LANGUAGE, CallbackStep.INTERPRETER}
)
_WITHOUT_ANSWER: Final = frozenset({CallbackStep.NOTICE, CallbackStep.PRIVACY, CallbackStep.CHECK})


@dataclasses.dataclass(frozen=True, slots=True, repr=False)
class CallChoicesSnapshot:
    """What can be chosen at a step, and what was; its repr never shows an answer.

    choices: at the check all answers, one line each; box: a box below the choices that leads to more of
    them, "" for none; letter_rows, accent_rows: the keys of a name; exchanges_last: what accent_rows hold
    takes the place of the last letter; begins_word: a capital is due.
    """

    choices: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()
    takes_one: bool = False
    box: str = ""
    is_box_ticked: bool = False
    letter_rows: tuple[str, ...] = ()
    accent_rows: tuple[str, ...] = ()
    exchanges_last: bool = False
    begins_word: bool = True


@dataclasses.dataclass(frozen=True, slots=True)
class Names:
    """How the choices are called on screen.

    sentence: finds the words of the screen's language; languages: those of the screen by their codes, each
    in its own words; spoken: those that can be named beside them, in the order to offer them; writable: tells
    of which texts this machine has all letters.
    """

    sentence: "Sentence"
    placeholders: Mapping[str, str]
    languages: Mapping[str, str]
    spoken: Mapping[str, "SpokenLanguage"]
    writable: Callable[[tuple[str, ...]], Collection[str]]

    def window(self, window: EnergyWindow) -> str:
        """Return the name of a part of the day."""
        return self.sentence(_WINDOWS[window])

    def hard(self, choice: PhoneHard) -> str:
        """Return the name of something that makes a call easier."""
        return self.sentence(_HARD[choice])

    def language(self, language: str) -> str:
        """Return the name of a language of the screen, or of any other."""
        if language == OTHER_LANGUAGE:
            return self.sentence("callback.language.other")
        return self.languages[language]

    def other_language(self, language: str) -> str:
        """Return the names of a language on the list, or the words for one that is not there."""
        if language == OTHER_LANGUAGE:
            return self.sentence("callback.other_language.not_here")
        named = self.spoken[language]
        written = self.writable(tuple(each.own for each in self.spoken.values()))
        # First the name in the screen's language: what is read from right to left then turns no line around.
        return (
            f"{named.name} ({named.own})" if named.own in written and named.own != named.name else named.name
        )

    def yes_no(self, *, is_yes: bool) -> str:
        """Return the words for yes or no."""
        return self.sentence("callback.yes") if is_yes else self.sentence("callback.no")

    def consent(self, kind: "ConsentKind") -> str:
        """Return the words by which a visitor agrees."""
        return agreement(kind, self.placeholders, self.sentence)


def names_of(
    settings: "Settings",
    content: "Content | None",
    sentence: "Sentence",
    *,
    languages: Mapping[str, str],
    writable: Callable[[tuple[str, ...]], Collection[str]],
) -> Names:
    """Return what the choices are called; languages, writable: see Names."""
    file, known = settings.file, content.spoken if content is not None else {}
    beside = [code for code in file.spoken_languages if code not in file.languages and code in known]
    spoken = {code: known[code] for code in beside}
    return Names(sentence, settings.placeholders, languages, spoken, writable)


def derive_call_choices(
    visit: "Visit", content: "Content | None", settings: "Settings", names: Names
) -> CallChoicesSnapshot:
    """Return what can be chosen of what was entered."""
    draft = visit.callback
    if draft is not None:
        draft = dataclasses.replace(draft, spoken=steps.spoken_in(visit))
    choices = _choices(draft, settings, names) if draft else []
    typed = draft.name_on_screen if draft else ""
    families = content.keys.accents if content else ()
    has_box = draft is not None and draft.step is CallbackStep.LANGUAGE
    return CallChoicesSnapshot(
        choices=tuple(text for text, _ in choices),
        chosen=tuple(text for text, is_chosen in choices if is_chosen),
        takes_one=draft is not None and draft.step in _SINGLE,
        box=names.sentence("callback.hard.box") if has_box else "",
        is_box_ticked=draft is not None and has_box and draft.finds_phone_hard,
        letter_rows=tuple(content.keys.letters) if content else (),
        accent_rows=accent_rows(typed, families),
        exchanges_last=bool(accented(typed, families)),
        begins_word=begins_word(typed),
    )


def _choices(draft: CallbackDraft, settings: "Settings", names: Names) -> list[tuple[str, bool]]:
    """Return the words of each choice and whether it is chosen."""
    offered = (*settings.file.languages, OTHER_LANGUAGE)
    named = (*names.spoken, OTHER_LANGUAGE)
    choices: dict[CallbackStep, Callable[[], list[tuple[str, bool]]]] = {
        CallbackStep.WINDOW: lambda: [(names.window(each), each == draft.window) for each in ENERGY_WINDOWS],
        CallbackStep.LANGUAGE: lambda: [(names.language(each), each == draft.spoken) for each in offered],
        CallbackStep.OTHER_LANGUAGE: lambda: [
            (names.other_language(each), each == draft.other_language) for each in named
        ],
        CallbackStep.INTERPRETER: lambda: [
            (names.yes_no(is_yes=each), each is draft.interpreter) for each in (True, False)
        ],
        CallbackStep.PHONE_HARD: lambda: [
            (names.hard(each), each in draft.phone_hard) for each in PHONE_HARD
        ],
        CallbackStep.CONSENT: lambda: [
            (names.consent("voicemail"), draft.voicemail),
            (names.consent("text"), draft.text),
        ],
        CallbackStep.CHECK: lambda: [
            (answer, False) for answer in _answers(draft, settings.file.country, names)
        ],
    }
    find = choices.get(draft.step)
    return find() if find else []


def _answered(draft: CallbackDraft) -> tuple[CallbackStep, ...]:
    """Return the steps whose answers stand in the list at the check, in its order."""
    return tuple(step for step in steps.steps_asked(draft) if step not in _WITHOUT_ANSWER)


def _answers(draft: CallbackDraft, country: str, names: Names) -> list[str]:
    sentence = names.sentence
    nothing = sentence("callback.check.nothing")
    window = names.window(draft.window) if draft.window else nothing
    language = names.language(draft.spoken) if draft.spoken else nothing
    other = names.other_language(draft.other_language) if draft.other_language else nothing
    hard = ", ".join(map(names.hard, draft.phone_hard)) or sentence("callback.hard.box")
    interpreter = names.yes_no(is_yes=bool(draft.interpreter))
    texts = {
        CallbackStep.PHONE: sentence(
            "callback.check.phone", answer=unbroken(check_phone(draft.typed, country).grouped)
        ),
        CallbackStep.NAME: sentence("callback.check.name", answer=clean_name(draft.name) or nothing),
        CallbackStep.WINDOW: sentence("callback.check.window", answer=window),
        CallbackStep.LANGUAGE: sentence("callback.check.language", answer=language),
        CallbackStep.OTHER_LANGUAGE: sentence("callback.check.other_language", answer=other),
        CallbackStep.INTERPRETER: sentence("callback.check.interpreter", answer=interpreter),
        CallbackStep.PHONE_HARD: sentence("callback.check.hard", answer=hard),
        CallbackStep.HELPER: sentence("callback.check.helper", answer=clean_name(draft.helper)),
        CallbackStep.CONSENT: sentence(
            "callback.check.consent",
            voicemail=names.yes_no(is_yes=draft.voicemail),
            text=names.yes_no(is_yes=draft.text),
        ),
    }
    return [texts[step] for step in _answered(draft)]


def touch_choice(visit: "Visit", index: int, languages: tuple[str, ...], named: tuple[str, ...]) -> "Visit":
    """Touch a choice of the step on screen by its index; at the check, change that answer.

    languages: those of the screen; named: those beside them.
    """
    draft = visit.callback
    if draft is None:
        return visit
    changes: dict[CallbackStep, Callable[[], Visit]] = {
        CallbackStep.WINDOW: lambda: steps.choose_window(visit, ENERGY_WINDOWS[index]),
        CallbackStep.LANGUAGE: lambda: steps.choose_language(visit, (*languages, OTHER_LANGUAGE)[index]),
        CallbackStep.OTHER_LANGUAGE: lambda: steps.name_language(visit, (*named, OTHER_LANGUAGE)[index]),
        CallbackStep.INTERPRETER: lambda: steps.need_interpreter(visit, needed=index == 0),
        CallbackStep.PHONE_HARD: lambda: steps.toggle_phone_hard(visit, PHONE_HARD[index]),
        CallbackStep.CONSENT: lambda: (steps.toggle_voicemail, steps.toggle_text)[index](visit),
        CallbackStep.CHECK: lambda: steps.change(visit, _answered(draft)[index]),
    }
    change = changes.get(draft.step)
    return change() if change else visit
