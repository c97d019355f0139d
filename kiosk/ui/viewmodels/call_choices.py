"""The choices of the call-back form, and all answers in one list before they are sent."""

import dataclasses
from typing import TYPE_CHECKING

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
from kiosk.core.callback.names import clean_name
from kiosk.core.callback.phone import check_phone
from kiosk.core.visit import Visit
from kiosk.store.settings.settings import Settings
from kiosk.ui.content_library import ContentLibrary
from kiosk.ui.pyside.qt_types import QStringList
from kiosk.ui.translations import Translations
from kiosk.ui.visit_holder import VisitHolder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@dataclasses.dataclass(frozen=True, slots=True)
class _Answer:
    step: CallbackStep
    text: str


@QmlElement
@QmlUncreatable("made by the composition root")
class CallChoicesViewModel(QObject):  # type: ignore[operator]  # the stub of 6.12 says not callable
    """What can be chosen at the step on screen, and what was."""

    changed = Signal()

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
        visit_holder.changed.connect(self.changed)
        library.changed.connect(self.changed)

    @property
    def _draft(self) -> CallbackDraft:
        return self._visit_holder.visit.callback or CallbackDraft()

    def _window(self, window: EnergyWindow) -> str:
        names = {
            "morning": self._translations.sentence("callback.window.morning"),
            "midday": self._translations.sentence("callback.window.midday"),
            "afternoon": self._translations.sentence("callback.window.afternoon"),
            "any": self._translations.sentence("callback.window.any"),
        }
        return names[window]

    def _hard(self, choice: PhoneHard) -> str:
        names = {
            "slowly": self._translations.sentence("callback.hard.slowly"),
            "text-first": self._translations.sentence("callback.hard.text_first"),
            "relay": self._translations.sentence("callback.hard.relay"),
            "helper": self._translations.sentence("callback.hard.helper"),
        }
        return names[choice]

    def _language(self, language: str) -> str:
        if language == OTHER_LANGUAGE:
            return self._translations.sentence("callback.language.other")
        return self._translations.sentence_in(language, "language.name")

    @property
    def _languages(self) -> tuple[str, ...]:
        return (*self._settings.file.languages, OTHER_LANGUAGE)

    @property
    def _consents(self) -> tuple[str, str]:
        placeholders = self._settings.placeholders
        return (
            self._translations.sentence("callback.consent.voicemail", **placeholders),
            self._translations.sentence("callback.consent.text", **placeholders),
        )

    @property
    def _yes_no(self) -> tuple[str, str]:
        return self._translations.sentence("callback.yes"), self._translations.sentence("callback.no")

    def _get_choices(self) -> list[str]:
        choices: dict[CallbackStep, Callable[[], Iterable[str]]] = {
            CallbackStep.WINDOW: lambda: map(self._window, ENERGY_WINDOWS),
            CallbackStep.LANGUAGE: lambda: map(self._language, self._languages),
            CallbackStep.INTERPRETER: lambda: self._yes_no,
            CallbackStep.PHONE_HARD: lambda: map(self._hard, PHONE_HARD),
            CallbackStep.CONSENT: lambda: self._consents,
            CallbackStep.CHECK: lambda: (answer.text for answer in self._answers),
        }
        find = choices.get(self._draft.step)
        return list(find()) if find else []

    def _get_chosen(self) -> list[str]:
        draft = self._draft
        match draft.step:
            case CallbackStep.WINDOW:
                return [self._window(draft.window)] if draft.window else []
            case CallbackStep.LANGUAGE:
                return [self._language(draft.spoken)] if draft.spoken else []
            case CallbackStep.INTERPRETER:
                return [] if draft.interpreter is None else [self._yes_no[0 if draft.interpreter else 1]]
            case CallbackStep.PHONE_HARD:
                return [self._hard(choice) for choice in draft.phone_hard]
            case CallbackStep.CONSENT:
                given = (draft.voicemail, draft.text)
                return [words for words, is_given in zip(self._consents, given, strict=True) if is_given]
            case _:
                return []

    def _get_takes_one(self) -> bool:
        return self._draft.step in {CallbackStep.WINDOW, CallbackStep.LANGUAGE, CallbackStep.INTERPRETER}

    @property
    def _answers(self) -> tuple[_Answer, ...]:
        draft = self._draft
        yes, no = self._yes_no
        nothing = self._translations.sentence("callback.check.nothing")
        hard = ", ".join(self._hard(choice) for choice in draft.phone_hard)
        texts = {
            CallbackStep.PHONE: self._translations.sentence(
                "callback.check.phone", answer=check_phone(draft.typed, self._settings.file.country).grouped
            ),
            CallbackStep.NAME: self._translations.sentence(
                "callback.check.name", answer=clean_name(draft.name) or nothing
            ),
            CallbackStep.WINDOW: self._translations.sentence(
                "callback.check.window", answer=self._window(draft.window) if draft.window else nothing
            ),
            CallbackStep.LANGUAGE: self._translations.sentence(
                "callback.check.language", answer=self._language(draft.spoken) if draft.spoken else nothing
            ),
            CallbackStep.INTERPRETER: self._translations.sentence(
                "callback.check.interpreter", answer=yes if draft.interpreter else no
            ),
            CallbackStep.PHONE_HARD: self._translations.sentence(
                "callback.check.hard", answer=hard or nothing
            ),
            CallbackStep.HELPER: self._translations.sentence(
                "callback.check.helper", answer=clean_name(draft.helper)
            ),
            CallbackStep.CONSENT: self._translations.sentence(
                "callback.check.consent",
                voicemail=yes if draft.voicemail else no,
                text=yes if draft.text else no,
            ),
        }
        return tuple(_Answer(step, texts[step]) for step in steps.steps_asked(draft) if step in texts)

    def _get_letter_rows(self) -> list[str]:
        return list(self._library.content.keys.letters) if self._library.content else []

    def _get_accent_rows(self) -> list[str]:
        return list(self._library.content.keys.accents) if self._library.content else []

    @Slot(int)
    def touch(self, index: int) -> None:
        """Touch a choice by its index; at the check, change that answer."""
        self._visit_holder.apply(lambda visit: self._touched(visit, index))

    def _touched(self, visit: Visit, index: int) -> Visit:
        changes: dict[CallbackStep, Callable[[], Visit]] = {
            CallbackStep.WINDOW: lambda: steps.choose_window(visit, ENERGY_WINDOWS[index]),
            CallbackStep.LANGUAGE: lambda: steps.choose_language(visit, self._languages[index]),
            CallbackStep.INTERPRETER: lambda: steps.need_interpreter(visit, needed=index == 0),
            CallbackStep.PHONE_HARD: lambda: steps.toggle_phone_hard(visit, PHONE_HARD[index]),
            CallbackStep.CONSENT: lambda: (steps.toggle_voicemail, steps.toggle_text)[index](visit),
            CallbackStep.CHECK: lambda: steps.change(visit, self._answers[index].step),
        }
        change = changes.get(self._draft.step)
        return change() if change else visit

    choices = Property(QStringList, _get_choices, notify=changed)
    chosen = Property(QStringList, _get_chosen, notify=changed)
    letterRows = Property(QStringList, _get_letter_rows, notify=changed)
    accentRows = Property(QStringList, _get_accent_rows, notify=changed)
    takesOne = Property(bool, _get_takes_one, notify=changed)
