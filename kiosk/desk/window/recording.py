"""Recording what became of a call, and asking first when another desk was quicker."""

from kiosk.core.staff_words import tr
from kiosk.desk.queue.call_list import TIME, CallCase, look_again, record_call, take_back
from kiosk.desk.queue.calls import CallRecord, CallState
from kiosk.desk.queue.chain import unfollowed
from kiosk.desk.queue.claims import Claims
from kiosk.desk.queue.recording import Said
from kiosk.desk.window.frame import Frame
from kiosk.desk.window.pages.call_panel import Draft
from kiosk.desk.window.pages.work import WorkPage


class Recording:
    """Keeps what staff record, unless the case has become another one since it was shown, or is claimed."""

    def __init__(self, frame: Frame, work: WorkPage, claims: Claims) -> None:
        """Connect the page on which calls are recorded; claims: used off the GUI thread."""
        self._frame = frame
        self._claims = claims
        self._work = work
        self._last: tuple[CallRecord, Draft] | None = None
        work.recorded.connect(self.record)
        work.undoWanted.connect(self.undo)

    def record(self, case: CallCase, state: CallState, draft: Draft, *, is_confirmed: bool = False) -> None:
        """Keep a record that follows what the case shows, or show what is new in the case and ask.

        is_confirmed: staff said yes to it, whoever is calling.
        """
        frame, unlocked = self._frame, self._frame.unlocked
        if unlocked is None:
            return
        now = frame.environment.now()
        said = Said(state, draft.note, draft.again.time(now.astimezone(), self._work.rules.promise))
        if problem := said.problem(now):
            frame.say(tr("Problem: {sentence}", sentence=problem))
            return
        record = said.record(case.entry.request.id, unlocked.name, now)

        def keep() -> tuple[CallCase, str]:
            """Return the case, and why it is not recorded, or ""."""
            seen = look_again(frame.office, unlocked.key, case)
            if seen is not case:
                return seen, seen.news
            by = "" if is_confirmed else self._claims.others().get(record.request_id, "")
            if by:
                return case, tr("{by} is calling {number} now", by=by, number=case.entry.number)
            return record_call(frame.office, case, record), ""

        def show(result: tuple[CallCase, str]) -> None:
            changed, objection = result
            if not objection:
                self._work.replace(changed, now.astimezone())
                self._last = changed.records[-1], draft
                self._work.offer_undo(f"{changed.entry.number} {state.label}")
                done = tr(
                    "Done: {number} is recorded as {told}.", number=changed.entry.number, told=record.told
                )
                frame.say("\n".join(part for part in (done, self._work.nothing_left) if part))
            else:
                self._ask(changed, state, draft, objection)

        frame.run(tr("Recording ..."), lambda _tell: keep(), show)

    def forget(self) -> None:
        """Let nothing be taken back any more, and keep no note of it."""
        self._last = None
        self._work.offer_undo("")

    def undo(self) -> None:
        """Take the last record of this desk back, unless somebody has recorded something after it."""
        frame, unlocked, last = self._frame, self._frame.unlocked, self._last
        case = None if last is None else self._work.case_of(last[0].request_id)
        if unlocked is None or last is None or case is None:
            return
        record, draft = last
        at = frame.environment.now().strftime(TIME)

        def take() -> tuple[CallCase, bool]:
            seen = look_again(frame.office, unlocked.key, case)
            if unfollowed(seen.records) != (record,):
                return seen, False
            return take_back(frame.office, seen, unlocked.name, at), True

        def show(result: tuple[CallCase, bool]) -> None:
            changed, is_taken_back = result
            self.forget()
            if is_taken_back:
                self._work.show_again(changed, draft)
                frame.say(
                    tr(
                        "Done: what you recorded of {number} is taken back; its state is {state} again.",
                        number=changed.entry.number,
                        state=changed.state.label,
                    )
                )
            else:
                self._work.show_change(changed)
                frame.say(tr("Not taken back: {news}. Record what is true now.", news=changed.news))

        frame.run(tr("Taking back ..."), lambda _tell: take(), show)

    def _ask(self, changed: CallCase, state: CallState, draft: Draft, objection: str) -> None:
        self._work.show_change(changed)
        self._frame.say(
            tr(
                "Not recorded yet: {objection}. Do you record it as {state} all the same?",
                objection=objection,
                state=state.label,
            ),
            lambda: self.record(changed, state, draft, is_confirmed=True),
            tr("&Yes, record it"),
        )
