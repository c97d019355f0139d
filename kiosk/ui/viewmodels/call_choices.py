"""The choices of the call-back form, and all answers in one list before they are sent."""

import dataclasses
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

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
from kiosk.core.callback.request import ConsentKind
from kiosk.core.content.cards import Content
from kiosk.core.visit import Visit
from kiosk.store.settings.settings import Settings
from kiosk.ui.callback.request import agreement
from kiosk.ui.content_library import ContentLibrary
from kiosk.ui.pyside.qt_types import QStringList
from kiosk.ui.pyside.snapshot import announce_changes
from kiosk.ui.translations import Sentence, Translations
from kiosk.ui.visit_holder import VisitHolder

if TYPE_CHECKING:
    from collections.abc import Callable

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

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
_SINGLE: Final = frozenset({CallbackStep.WINDOW, CallbackStep.LANGUAGE, CallbackStep.INTERPRETER})
_WITHOUT_ANSWER: Final = frozenset({CallbackStep.NOTICE, CallbackStep.PRIVACY, CallbackStep.CHECK})


@dataclasses.dataclass(frozen=True, slots=True, repr=False)
class CallChoicesSnapshot:
    """What can be chosen at a step, and what was; its repr never shows an answer.

    choices: at the check all answers, one line each; letter_rows, accent_rows: the keys of a name;
    exchanges_last: what accent_rows hold takes the place of the last letter; begins_word: a capital is due.
    """

    choices: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()
    takes_one: bool = False
    letter_rows: tuple[str, ...] = ()
    accent_rows: tuple[str, ...] = ()
    exchanges_last: bool = False
    begins_word: bool = True


@dataclasses.dataclass(frozen=True, slots=True)
class _Names:
    """How the choices are called on screen; languages: by their codes, each in its own words."""

    sentence: Sentence
    placeholders: Mapping[str, str]
    languages: Mapping[str, str]

    def window(self, window: EnergyWindow) -> str:
        return self.sentence(_WINDOWS[window])

    def hard(self, choice: PhoneHard) -> str:
        return self.sentence(_HARD[choice])

    def language(self, language: str) -> str:
        if language == OTHER_LANGUAGE:
            return self.sentence("callback.language.other")
        return self.languages[language]

    def yes_no(self, *, is_yes: bool) -> str:
        return self.sentence("callback.yes") if is_yes else self.sentence("callback.no")

    def consent(self, kind: ConsentKind) -> str:
        return agreement(kind, self.placeholders, self.sentence)


def derive_call_choices(
    draft: CallbackDraft | None,
    content: Content | None,
    settings: Settings,
    languages: Mapping[str, str],
    sentence: Sentence,
) -> CallChoicesSnapshot:
    """Return what can be chosen of what was entered; languages: the name of each on offer, by its code."""
    names = _Names(sentence, settings.placeholders, languages)
    choices = _choices(draft, settings, names) if draft else []
    typed = draft.name_on_screen if draft else ""
    families = content.keys.accents if content else ()
    return CallChoicesSnapshot(
        choices=tuple(text for text, _ in choices),
        chosen=tuple(text for text, is_chosen in choices if is_chosen),
        takes_one=draft is not None and draft.step in _SINGLE,
        letter_rows=tuple(content.keys.letters) if content else (),
        accent_rows=accent_rows(typed, families),
        exchanges_last=bool(accented(typed, families)),
        begins_word=begins_word(typed),
    )


def _choices(draft: CallbackDraft, settings: Settings, names: _Names) -> list[tuple[str, bool]]:
    """Return the words of each choice and whether it is chosen."""
    offered = (*settings.file.languages, OTHER_LANGUAGE)
    choices: dict[CallbackStep, Callable[[], list[tuple[str, bool]]]] = {
        CallbackStep.WINDOW: lambda: [(names.window(each), each == draft.window) for each in ENERGY_WINDOWS],
        CallbackStep.LANGUAGE: lambda: [(names.language(each), each == draft.spoken) for each in offered],
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


def _answers(draft: CallbackDraft, country: str, names: _Names) -> list[str]:
    sentence = names.sentence
    nothing = sentence("callback.check.nothing")
    window = names.window(draft.window) if draft.window else nothing
    language = names.language(draft.spoken) if draft.spoken else nothing
    hard = ", ".join(map(names.hard, draft.phone_hard)) or nothing
    interpreter = names.yes_no(is_yes=bool(draft.interpreter))
    texts = {
        CallbackStep.PHONE: sentence(
            "callback.check.phone", answer=check_phone(draft.typed, country).grouped
        ),
        CallbackStep.NAME: sentence("callback.check.name", answer=clean_name(draft.name) or nothing),
        CallbackStep.WINDOW: sentence("callback.check.window", answer=window),
        CallbackStep.LANGUAGE: sentence("callback.check.language", answer=language),
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


def touch_choice(visit: Visit, index: int, languages: tuple[str, ...]) -> Visit:
    """Touch a choice of the step on screen by its index; at the check, change that answer."""
    draft = visit.callback
    if draft is None:
        return visit
    changes: dict[CallbackStep, Callable[[], Visit]] = {
        CallbackStep.WINDOW: lambda: steps.choose_window(visit, ENERGY_WINDOWS[index]),
        CallbackStep.LANGUAGE: lambda: steps.choose_language(visit, (*languages, OTHER_LANGUAGE)[index]),
        CallbackStep.INTERPRETER: lambda: steps.need_interpreter(visit, needed=index == 0),
        CallbackStep.PHONE_HARD: lambda: steps.toggle_phone_hard(visit, PHONE_HARD[index]),
        CallbackStep.CONSENT: lambda: (steps.toggle_voicemail, steps.toggle_text)[index](visit),
        CallbackStep.CHECK: lambda: steps.change(visit, _answered(draft)[index]),
    }
    change = changes.get(draft.step)
    return change() if change else visit


@QmlElement
@QmlUncreatable("made by the composition root")
class CallChoicesViewModel(QObject):  # type: ignore[operator]  # the stub of 6.12 says not callable
    """What can be chosen at the step on screen, and what was."""

    choicesChanged = Signal()
    chosenChanged = Signal()
    takesOneChanged = Signal()
    letterRowsChanged = Signal()
    accentRowsChanged = Signal()
    exchangesLastChanged = Signal()
    beginsWordChanged = Signal()

    def __init__(
        self,
        visit_holder: VisitHolder,
        library: ContentLibrary,
        settings: Settings,
        translations: Translations,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._visit_holder = visit_holder
        self._library = library
        self._settings = settings
        self._translations = translations
        self._languages = {
            language: translations.sentence_in(language, "language.name")
            for language in settings.file.languages
        }
        self._shown = CallChoicesSnapshot()
        visit_holder.changed.connect(self._refresh)
        library.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        before = self._shown
        self._shown = derive_call_choices(
            self._visit_holder.visit.callback,
            self._library.content,
            self._settings,
            self._languages,
            self._translations.sentence,
        )
        announce_changes(self, before, self._shown)

    @Slot(int)
    def touch(self, index: int) -> None:
        """Touch a choice by its index; at the check, change that answer."""
        languages = self._settings.file.languages
        self._visit_holder.apply(lambda visit: touch_choice(visit, index, languages))

    @Slot(str)
    def exchange(self, letter: str) -> None:
        """Put a letter with an accent in place of the last one of the name."""
        self._visit_holder.apply(lambda visit: steps.exchange_last(visit, letter))

    @Property(QStringList, notify=choicesChanged)
    def choices(self) -> list[str]:
        return list(self._shown.choices)

    @Property(QStringList, notify=chosenChanged)
    def chosen(self) -> list[str]:
        return list(self._shown.chosen)

    @Property(bool, notify=takesOneChanged)
    def takesOne(self) -> bool:
        return self._shown.takes_one

    @Property(QStringList, notify=letterRowsChanged)
    def letterRows(self) -> list[str]:
        return list(self._shown.letter_rows)

    @Property(QStringList, notify=accentRowsChanged)
    def accentRows(self) -> list[str]:
        return list(self._shown.accent_rows)

    @Property(bool, notify=exchangesLastChanged)
    def exchangesLast(self) -> bool:
        return self._shown.exchanges_last

    @Property(bool, notify=beginsWordChanged)
    def beginsWord(self) -> bool:
        return self._shown.begins_word
