"""The content on show, loaded off the GUI thread."""

import logging

from PySide6.QtCore import QObject, Signal

from kiosk.core.content import Content
from kiosk.core.errors import KioskError
from kiosk.core.events import Event

_log = logging.getLogger(__name__)


class Shelf(QObject):
    """Holds the content of the visit's language once it is read; is_broken when it could not be."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._content: Content | None = None
        self._is_broken = False

    @property
    def content(self) -> Content | None:
        """The content, None before it is read or when it cannot be."""
        return self._content

    @property
    def is_broken(self) -> bool:
        """Whether the content could not be read and none was there before."""
        return self._is_broken

    def put(self, outcome: object) -> None:
        """Take what reading the content came to: Content, or the KioskError that says why not."""
        if isinstance(outcome, Content):
            self._content = outcome
        elif isinstance(outcome, KioskError):
            _log.error("%s %s", Event.CONTENT_BROKEN, outcome)
            self._is_broken = self._content is None
        self.changed.emit()
