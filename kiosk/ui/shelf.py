"""The content on show, loaded off the GUI thread."""

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.core.errors import KioskError
from kiosk.core.events import Event

if TYPE_CHECKING:
    from kiosk.core.content import Content

_log = logging.getLogger(__name__)


class Shelf(QObject):
    """Holds the content of the visit's language once it is read; is_broken when it could not be."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._content: Content | None = None
        self._is_broken = False

    @property
    def content(self) -> "Content | None":
        """The content, None before it is read or when it cannot be."""
        return self._content

    @property
    def is_broken(self) -> bool:
        """Whether the content could not be read and none was there before."""
        return self._is_broken

    def put(self, outcome: "Content | KioskError") -> None:
        """Take what reading the content came to; the last content stays when the next cannot be read."""
        if isinstance(outcome, KioskError):
            _log.error("%s %s", Event.CONTENT_BROKEN, outcome)
            self._is_broken = self._content is None
        else:
            self._content = outcome
        self.changed.emit()
