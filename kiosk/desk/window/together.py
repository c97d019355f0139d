"""Several desks on one folder: what others do appears here by itself."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer

from kiosk.core.result import Ok, Result
from kiosk.core.staff_words import tr
from kiosk.desk.access.unseal import StaffKey
from kiosk.desk.queue.call_list import CallList, look_again_at
from kiosk.desk.window.frame import Frame
from kiosk.desk.window.pages.work import WorkPage
from kiosk.store.envelope import parse_name

_LOOK_EVERY_MS: Final = 5000
"""Milliseconds. Chosen; a shared folder tells nobody what other computers write to it, so it is looked at."""
_Names = frozenset[str]
Read = Callable[[StaffKey, Callable[[int, int], None]], CallList]


class Together(QObject):
    """Looks for files that were not there, and reads what they say, while staff go on working."""

    def __init__(self, frame: Frame, work: WorkPage, read_anew: Read) -> None:
        """read_anew: reads the whole list, with a function to tell how far it is."""
        super().__init__(frame)
        self._frame = frame
        self._work = work
        self._read_anew = read_anew
        self._seen: tuple[_Names, _Names] = (frozenset(), frozenset())
        self._is_reading = False
        self.timer = QTimer(self)
        self.timer.setInterval(_LOOK_EVERY_MS)
        self.timer.timeout.connect(self.look)

    def start(self) -> None:
        """Take what is there now as seen: the whole list is about to be read."""
        self._seen = self._names() or self._seen
        self.timer.start()

    def stop(self) -> None:
        """Look no longer."""
        self.timer.stop()

    def look(self) -> None:
        """Read what is new, unless staff wait for something else; what fails is tried again the next time."""
        self._show_time()
        frame, unlocked, board = self._frame, self._frame.unlocked, self._work.board
        now = self._names()
        if unlocked is None or frame.is_busy or self._is_reading or now is None or now == self._seen:
            return
        (requests, records), (old_requests, old_records) = now, self._seen
        parts = (parse_name(Path(name)) for name in records - old_records)
        ids = frozenset(part[1] for part in parts if part)

        def read() -> CallList:
            if requests != old_requests:
                return self._read_anew(unlocked.key, lambda _done, _all: None)
            return look_again_at(frame.office, unlocked.key, board, ids)

        def show(result: Result[CallList]) -> None:
            self._is_reading = False
            is_current = frame.unlocked is unlocked and not frame.is_busy and self._work.board is board
            if isinstance(result, Ok) and is_current:
                self._seen = now
                self._show(board, result.value)

        self._is_reading = True
        frame.run_quietly(read, show)

    def _show_time(self) -> None:
        due = self._work.show_time(self._frame.environment.now().astimezone())
        if due and not self._frame.is_busy and self._frame.answer.isHidden():
            self._frame.tell(
                tr("It is time to call again: {names}.", names=", ".join(case.entry.number for case in due))
            )

    def _show(self, before: CallList, after: CallList) -> None:
        if after == before:
            return
        chosen = self._work.case
        self._work.refresh(after)
        now = self._work.case
        is_asking = not self._frame.answer.isHidden()
        if chosen is None or now is None or is_asking or not set(now.records) - set(chosen.records):
            return
        self._frame.tell(f"{now.news}.")

    def _names(self) -> tuple[_Names, _Names] | None:
        """Return the names of the sealed requests, wherever they are kept, and of the records."""
        office = self._frame.office
        try:
            requests = _names_in(office.spool.new) | _names_in(office.spool.exported)
            return requests, _names_in(office.calls.new)
        except OSError:
            return None


def _names_in(folder: Path) -> _Names:
    return frozenset(os.listdir(folder))  # noqa: PTH208  # ten times as quick as Path.iterdir, every few seconds
