"""Interface words by id: Qt's own translators over what `lrelease` made of each interface.ts."""

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, QTranslator, qtTrId

from kiosk.core.errors import ContentError


class Sentence(Protocol):
    """How words are asked for: `Translations.sentence`, or a stand-in where there is no Qt."""

    def __call__(self, word_id: str, count: int = -1, /, **placeholders: str) -> str:
        """Return the words of an id with {placeholders} filled in, in the form that goes with a count."""


class SentenceIn(Protocol):
    """How words are asked for in a language that need not be the one spoken."""

    def __call__(self, language: str, word_id: str) -> str:
        """Return the words of an id in a language."""


class Translations:
    """The words of all languages on offer; those of one language are used by `qsTrId` until `let_go`."""

    def __init__(self, folder: Path, languages: Iterable[str], parent: QObject) -> None:
        """Load one .qm file per language and speak the first; ContentError when one cannot be loaded."""
        self._translators: dict[str, QTranslator] = {}
        self.language = ""
        for language in languages:
            file = folder / f"{language}.qm"
            translator = QTranslator(parent)
            if not translator.load(str(file)):
                raise ContentError(f"{file} cannot be read: run `make words`, or install the program again.")
            self._translators[language] = translator
        self.set_language(next(iter(self._translators)))

    def set_language(self, language: str) -> None:
        """Use the words of another language from now on."""
        self.let_go()
        QCoreApplication.installTranslator(self._translators[language])
        self.language = language

    def sentence(self, word_id: str, count: int = -1, /, **placeholders: str) -> str:
        """Return the words of an id with {placeholders} filled in, in the form that goes with a count."""
        return qtTrId(word_id, count).format_map(placeholders)

    def sentence_in(self, language: str, word_id: str) -> str:
        """Return the words of an id in a language that need not be the one spoken."""
        return self._translators[language].translate("", word_id) or ""

    def let_go(self) -> None:
        """Take the words out of Qt again."""
        if self.language:
            QCoreApplication.removeTranslator(self._translators[self.language])
            self.language = ""
