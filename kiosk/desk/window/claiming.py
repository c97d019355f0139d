"""Says at other desks which case is open here, and here which ones are open there."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.core.result import Ok, Result
from kiosk.core.staff_words import mark, tr
from kiosk.desk.queue.claims import Claims
from kiosk.desk.window.frame import Frame
from kiosk.desk.window.pages.work import WorkPage

_LOOK_EVERY_MS: Final = 5000
"""Milliseconds. Chosen, as for what other desks record."""
_OPEN_AFTER_MS: Final = 1000
"""Milliseconds: who walks through the list with the arrow keys opens nothing on the way. Chosen."""

_GOES_ON: Final = mark("{by} is calling {number} now and was first: this desk has gone on.")


class Claiming(QObject):
    """Exchanges claims while the desk is unlocked; the only user of its Claims off the GUI thread."""

    begun = Signal()
    """A case is open here that was not before, and nobody else has it open."""

    def __init__(self, frame: Frame, work: WorkPage) -> None:
        """Connect the page on which cases are open."""
        super().__init__(frame)
        self._frame = frame
        self._work = work
        self._is_exchanging = False
        self._told = self._held = ""
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
        self._told = self._held = ""
        self._work.show_claims({})
        self._frame.run_quietly(self.claims.end, lambda _result: None)

    def look(self) -> None:
        """Claim the case that is open, and show what others claim."""
        frame, unlocked = self._frame, self._frame.unlocked
        if unlocked is None:
            return
        if self._is_exchanging:
            self._soon.start()
            return
        is_here = frame.pages.currentWidget() is self._work
        case = self._work.case if is_here else None
        request_id = "" if case is None else case.entry.request.id

        def show(result: Result[dict[str, str]]) -> None:
            self._is_exchanging = False
            if isinstance(result, Ok) and frame.unlocked is unlocked:
                self._show(request_id, result.value)
                self._tell()

        self._is_exchanging = True
        frame.run_quietly(lambda: self.claims.exchange(request_id, unlocked.name), show)

    def _show(self, wanted: str, claims: dict[str, str]) -> None:
        """Show who is calling whom; wanted: what was to be claimed here, "" for nothing."""
        case = self._work.case_of(wanted)
        is_begun = case is not None and wanted != self._held
        was_free = case is not None and not self._work.claimed_by(case)
        self._held = "" if wanted in claims else wanted
        is_late = is_begun and was_free and not self._held
        goes_on = is_late and case is self._work.case and self._may_go_on()
        self._work.show_claims(claims, goes_on=goes_on)
        if goes_on and case is not None:
            self._frame.tell(tr(_GOES_ON, by=claims[wanted], number=case.entry.number))
        elif is_begun and self._held:
            self.begun.emit()

    def _may_go_on(self) -> bool:
        """Whether nobody here is in the middle of something about the case that is open."""
        frame, panel = self._frame, self._work.panel
        focused = frame.focusWidget()
        is_in_panel = focused is not None and panel.isAncestorOf(focused)
        return panel.draft.is_empty and not is_in_panel and not frame.is_busy and frame.answer.isHidden()

    def _open(self) -> None:
        if self.timer.isActive():
            self._soon.start()
            self._tell()

    def _tell(self) -> None:
        """Say that somebody else is calling, beside what staff did last, and no longer than it is so."""
        frame = self._frame
        if frame.is_busy or not frame.answer.isHidden():
            return
        case = self._work.case if frame.pages.currentWidget() is self._work else None
        by = "" if case is None else self._work.claimed_by(case)
        told = _is_calling(case.entry.number, by) if case is not None and by else ""
        if self._told != told:
            frame.untell(self._told)
        self._told = told
        if told and not frame.tells(told):
            frame.tell(told)


def _is_calling(number: str, by: str) -> str:
    return tr("{by} is calling {number} now.", by=by, number=number)
