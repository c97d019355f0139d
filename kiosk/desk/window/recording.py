"""Recording what became of a call, and asking first when another desk was quicker."""

from kiosk.desk.queue.call_list import TIME, CallCase, look_again, record_call
from kiosk.desk.queue.calls import CallRecord, CallState
from kiosk.desk.window.frame import Frame
from kiosk.desk.window.pages.work import WorkPage


class Recording:
    """Keeps what staff record, unless the case has become another one since it was shown."""

    def __init__(self, frame: Frame, work: WorkPage) -> None:
        """Connect the page on which calls are recorded."""
        self._frame = frame
        self._work = work
        work.recorded.connect(self.record)

    def record(self, case: CallCase, state: CallState, note: str) -> None:
        """Keep a record that follows what the case shows, or show what is new in the case and ask."""
        frame, unlocked = self._frame, self._frame.unlocked
        if unlocked is None:
            return
        at = frame.environment.now().strftime(TIME)
        record = CallRecord(case.entry.request.id, state.value, note, unlocked.name, at)

        def keep() -> tuple[CallCase, bool]:
            seen = look_again(frame.office, unlocked.key, case)
            return (record_call(frame.office, case, record), True) if seen is case else (seen, False)

        def show(result: tuple[CallCase, bool]) -> None:
            changed, is_kept = result
            if is_kept:
                self._work.replace(changed)
                frame.say(f"Done: {changed.entry.number} is recorded as {state.value}.")
            else:
                self._ask(changed, state, note)

        frame.run("Recording ...", lambda _tell: keep(), show)

    def _ask(self, changed: CallCase, state: CallState, note: str) -> None:
        self._work.show_change(changed)
        last = changed.records[-1]
        self._frame.say(
            f"Not recorded yet: {last.by} has recorded {changed.entry.number} as {last.state} at "
            f"{last.local_time}. Do you record it as {state.value} all the same?",
            lambda: self.record(changed, state, note),
            "&Yes, record it",
        )
