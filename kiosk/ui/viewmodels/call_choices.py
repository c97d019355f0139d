"""The choices of the call-back form, and all answers in one list before they are sent."""

import dataclasses

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core import callback_steps as steps
from kiosk.store.settings.settings import Settings
from kiosk.ui.callback.choices import (
    CallChoicesSnapshot,
    Names,
    derive_call_choices,
    names_of,
    touch_choice,
)
from kiosk.ui.content_library import ContentLibrary
from kiosk.ui.pyside.qt_types import QStringList
from kiosk.ui.pyside.snapshot import announce_changes
from kiosk.ui.pyside.typefaces import writable
from kiosk.ui.translations import Translations
from kiosk.ui.visit_holder import VisitHolder

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the composition root")
class CallChoicesViewModel(QObject):  # type: ignore[operator]  # the stub of 6.12 says not callable
    """What can be chosen at the step on screen, and what was."""

    choicesChanged = Signal()
    chosenChanged = Signal()
    takesOneChanged = Signal()
    boxChanged = Signal()
    isBoxTickedChanged = Signal()
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
        before, visit = self._shown, self._visit_holder.visit
        self._shown = derive_call_choices(visit, self._library.content, self._settings, self._names)
        if visit.callback is None and before.letter_rows:
            # Other keys are made when the form opens, not as another language is chosen for the cards.
            self._shown = dataclasses.replace(self._shown, letter_rows=before.letter_rows)
        announce_changes(self, before, self._shown)

    @property
    def _names(self) -> Names:
        return names_of(
            self._settings,
            self._library.content,
            self._translations.sentence,
            languages=self._languages,
            writable=writable,
        )

    @Slot(int)
    def touch(self, index: int) -> None:
        """Touch a choice by its index; at the check, change that answer."""
        languages, named = self._settings.file.languages, tuple(self._names.spoken)
        self._visit_holder.apply(lambda visit: touch_choice(visit, index, languages, named))

    @Slot()
    def tick(self) -> None:
        """Tick the box below the choices, or take that back."""
        self._visit_holder.apply(steps.toggle_finds_phone_hard)

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

    @Property(str, notify=boxChanged)
    def box(self) -> str:
        return self._shown.box

    @Property(bool, notify=isBoxTickedChanged)
    def isBoxTicked(self) -> bool:
        return self._shown.is_box_ticked

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
