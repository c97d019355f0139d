"""A record of a call as it is made now, and why one cannot be made."""

import dataclasses
import datetime

from kiosk.core.staff_words import tr
from kiosk.desk.queue.call_list import TIME
from kiosk.desk.queue.calls import MAX_CALL_NOTE_CHARACTERS, CallRecord, CallState


@dataclasses.dataclass(frozen=True, slots=True, repr=False)
class Said:
    """What staff say became of a call; again: when to call again, aware, None for as usual."""

    state: CallState
    note: str = ""
    again: datetime.datetime | None = None

    def problem(self, now: datetime.datetime) -> str:
        """Say why nobody can call again then, or ""; now: aware."""
        if self.again is None:
            return ""
        if not self.state.may_call_again:
            return tr(
                "nobody calls again after {state}: choose another outcome, or call again as usual.",
                state=self.state.label,
            )
        return "" if now < self.again else tr("choose a time to call again that is still to come.")

    def record(self, request_id: str, by: str, now: datetime.datetime) -> CallRecord:
        """Return it as a record of a request; now: UTC, aware."""
        note = self.note[:MAX_CALL_NOTE_CHARACTERS].strip()
        again_at = None if self.again is None else self.again.astimezone(datetime.UTC).strftime(TIME)
        return CallRecord(request_id, self.state.value, note, by, now.strftime(TIME), again_at=again_at)
