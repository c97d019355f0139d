"""Reloads settings and texts between visits, after a check that they are good."""

import datetime
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Final, assert_never

from PySide6.QtCore import QObject, QTimer, Slot

from kiosk.content.files import load_content
from kiosk.content.folders import folders_of
from kiosk.core.errors import KioskError
from kiosk.core.events import Event
from kiosk.core.result import Err, Ok, Result
from kiosk.store.settings.layers import settings_files
from kiosk.store.settings.settings import Settings, load_settings
from kiosk.ui.journal import log_problems
from kiosk.ui.pyside.jobs import Jobs

POLL_SECONDS: Final = 10
"""Seconds from one look at the settings to the next. Chosen; not measured."""

State = tuple[tuple[Path, int, int], ...]
"""Each file with its size in bytes and when it was changed (ns)."""

_NOT_THERE: Final = -1

_log = logging.getLogger(__name__)


class SettingsReloader(QObject):
    """Looks at `files` again and again; once they have changed and `check` finds no fault, calls `apply`.

    What changed is looked at twice, so that a file is not taken while it is being written. What is wrong
    is logged once, and the kiosk goes on with what it has.
    """

    def __init__(
        self,
        files: Callable[[], list[Path]],
        check: Callable[[], str],
        is_idle: Callable[[], bool],
        apply: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._files = files
        self._check = check
        self._is_idle = is_idle
        self._apply = apply
        self._jobs = Jobs(self)
        self._known = self._seen = self._state()
        self._is_checking = False
        timer = QTimer(self, interval=POLL_SECONDS * 1000)
        timer.timeout.connect(self.poll)
        timer.start()

    @Slot()
    def poll(self) -> None:
        """Take, or refuse, what is new; does nothing in front of a visitor."""
        if self._is_checking or not self._is_idle():
            return
        state = self._state()
        was_settled, self._seen = state == self._seen, state
        if state == self._known or not was_settled:
            return
        self._known = state
        self._is_checking = True
        self._jobs.run(self._check, self._decide)

    def wait(self) -> None:
        """Wait for the check under way; called at the end of the program."""
        self._jobs.wait()

    def _decide(self, checked: Result[str]) -> None:
        self._is_checking = False
        match checked:
            case Ok(""):
                self._take()
            case Ok(problems) | Err(problems):
                log_problems(_log, Event.CHANGES_REFUSED, problems)
            case _ as never:
                assert_never(never)

    def _take(self) -> None:
        if self._is_idle():
            self._apply()
        else:
            # Somebody came meanwhile: found again, and checked again, once they have gone.
            self._known = ()

    def _state(self) -> State:
        return tuple(_seen(path) for path in self._files())


def _seen(path: Path) -> tuple[Path, int, int]:
    try:
        status = path.stat()
    except OSError:
        return path, _NOT_THERE, _NOT_THERE
    return path, status.st_size, status.st_mtime_ns


def watched_files(settings: Settings, config: Path) -> list[Path]:
    """Return what the kiosk was set up from: settings, conf.d and the clinic's own texts and pictures."""
    ours, _ = folders_of(settings).own_files()
    return [*settings_files(config), *(path for path in ours if path.suffix in {".toml", ".svg"})]


def problems_of(config: Path, today: datetime.date) -> str:
    """Say what is wrong with the settings and texts as they are now, a problem a line; "" for nothing."""
    try:
        settings = load_settings(config)
        for language in settings.file.languages:
            content = load_content(folders_of(settings), language, settings.placeholders, today)
            if content.left_out:
                return content.left_out
    except KioskError as error:
        return str(error)
    return ""
