"""Says at other desks which case is open here, and here which ones are open there."""

from typing import Final

from PySide6.QtCore import QObject, QTimer

from kiosk.core.result import Ok, Result
from kiosk.core.staff_words import tr
from kiosk.desk.queue.claims import Claims
from kiosk.desk.window.frame import Frame
from kiosk.desk.window.pages.work import WorkPage

_LOOK_EVERY_MS: Final = 5000
"""Milliseconds. Chosen, as for what other desks record."""
_OPEN_AFTER_MS: Final = 1000
"""Milliseconds: who walks through the list with the arrow keys opens nothing on the way. Chosen."""


class Claiming(QObject):
    """Exchanges claims while the desk is unlocked; the only user of its Claims off the GUI thread."""

    def __init__(self, frame: Frame, work: WorkPage) -> None:
        """Connect the page on which cases are open."""
        super().__init__(frame)
        self._frame = frame
        self._work = work
        self._is_exchanging = False
        self._told = ("", "")
        self.claims = Claims(frame.office, frame.environment.desk, frame.environment.clock)
        self.timer = QTimer(self)
        self.timer.setInterval(_LOOK_EVERY_MS)
        self.timer.timeout.connect(self.look)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_OPEN_AFTER_MS)
        self._soon.timeout.connect(self.look)
        work.opened.connect(self._open)

    def start(self) -> None:
        """Exchange claims from now on."""
        self.timer.start()

    def stop(self) -> None:
        """Claim nothing any more, and look no longer."""
        self.timer.stop()
        self._soon.stop()
        self._told = ("", "")
        self._work.show_claims({})
        self._frame.run_quietly(self.claims.end, lambda _result: None)

    def look(self) -> None:
        """Claim the case that is open, and show what others claim."""
        frame, unlocked = self._frame, self._frame.unlocked
        if unlocked is None or self._is_exchanging:
            return
        is_here = frame.pages.currentWidget() is self._work
        case = self._work.case if is_here else None
        request_id = "" if case is None else case.entry.request.id

        def show(result: Result[dict[str, str]]) -> None:
            self._is_exchanging = False
            if isinstance(result, Ok) and frame.unlocked is unlocked:
                self._work.show_claims(result.value)
                self._tell()

        self._is_exchanging = True
        frame.run_quietly(lambda: self.claims.exchange(request_id, unlocked.name), show)

    def _open(self) -> None:
        if self.timer.isActive():
            self._soon.start()
            self._tell()

    def _tell(self) -> None:
        """Say once that somebody else is calling, and no longer than it is so."""
        frame, case = self._frame, self._work.case
        by = "" if case is None else self._work.claimed_by(case)
        number = case.entry.number if case is not None and by else ""
        if (number, by) == self._told or frame.is_busy or not frame.answer.isHidden():
            return
        if frame.message.text() == _is_calling(*self._told):
            frame.say("")
        self._told = number, by
        if by:
            frame.say(_is_calling(number, by))


def _is_calling(number: str, by: str) -> str:
    return tr("{by} is calling {number} now.", by=by, number=number)
