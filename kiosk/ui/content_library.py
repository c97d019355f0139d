"""The content on show, loaded off the GUI thread."""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QObject, Signal

from kiosk.core.events import Event
from kiosk.core.result import Err, Ok, Result
from kiosk.ui.journal import log_problems

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.core.content.cards import Content

ContentOf = Callable[[str], "Content | None"]
"""How the content of a language is asked for, None before it is read."""

_log = logging.getLogger(__name__)


class ContentLibrary(QObject):
    """Holds the content of every language once it is read, and knows which one is on show."""

    changed = Signal()

    def __init__(self, languages: tuple[str, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._languages = languages
        self._language = languages[0]
        self._contents: dict[str, Content] = {}
        self._unreadable: set[str] = set()
        self._is_guided_trusted = True

    @property
    def content(self) -> "Content | None":
        """The content on show, None before it is read or when it cannot be."""
        return self._contents.get(self._language)

    @property
    def languages(self) -> list[str]:
        """The languages on offer: all, but for those that could not be read; none when nothing could."""
        return [language for language in self._languages if language not in self._unreadable]

    @property
    def is_guided_trusted(self) -> bool:
        """Whether the guided self-check has not failed since the program started."""
        return self._is_guided_trusted

    def in_language(self, language: str) -> "Content | None":
        """Return the content of a language whichever is on show."""
        return self._contents.get(language)

    def show(self, language: str) -> None:
        """Change the current language; the next read of `content` returns it."""
        self._language = language

    def put(self, read: "Result[Mapping[str, Result[Content]]]") -> None:
        """Take what reading came to; the last content stays where the next cannot be read."""
        match read:
            case Ok(by_language):
                for language, result in by_language.items():
                    self._put_one(language, result)
            case Err():
                for language in self._languages:
                    self._put_one(language, read)
            case _ as never:
                assert_never(never)
        self.changed.emit()

    def _put_one(self, language: str, result: "Result[Content]") -> None:
        match result:
            case Ok(content):
                if content.left_out:
                    log_problems(_log, Event.SELF_CHECK_LEFT_OUT, content.left_out)
                self._contents[language] = content
                self._unreadable.discard(language)
            case Err(sentence):
                log_problems(_log, Event.CONTENT_BROKEN, sentence)
                self._unreadable |= {language} - self._contents.keys()
            case _ as never:
                assert_never(never)

    def distrust_guided(self) -> None:
        """Show only the poster from now on: the guided self-check has failed."""
        self._is_guided_trusted = False
        self.changed.emit()
