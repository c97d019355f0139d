"""What the staff's screen works with on this machine."""

import contextlib
import dataclasses
import datetime
import enum
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication

from kiosk.core.audit import AuditEvent
from kiosk.core.errors import NoAnswer, SpoolError
from kiosk.core.exit_codes import LEAVE, RESTART
from kiosk.core.staff import StaffAction
from kiosk.ops.health import Health, check_health
from kiosk.ops.machine import machine_of
from kiosk.store.answering import SECONDS_TO_ANSWER, Step, while_it_answers
from kiosk.store.audit import AuditLog, kiosk_log
from kiosk.store.intake import Intake, intake_of
from kiosk.store.machine import Machine
from kiosk.store.recipients_door import INSTALLED, Offer, RecipientsDoor, TakeIn, find_offer
from kiosk.store.settings.settings import Settings
from kiosk.store.spool import Spool
from kiosk.store.staff_pin import PinAnswer, PinVerdict, StaffPin
from kiosk.store.stick import FOLDER, STICK_AGAIN, TELL_OF_THE_SHARE, CopyReport, copy_to, take_receipts
from kiosk.store.uptime import machine_uptime
from kiosk.store.volumes import Volume, removable_volumes

EXIT_CODES: Final[Mapping[StaffAction, int]] = {StaffAction.RESTART: RESTART, StaffAction.LEAVE: LEAVE}
"""How the program ends for what staff confirm."""
_ENDS: Final[Mapping[int, AuditEvent]] = {RESTART: AuditEvent.RESTARTED, LEAVE: AuditEvent.ENDED}
_GUESSES: Final[Mapping[PinVerdict, AuditEvent]] = {
    PinVerdict.RIGHT: AuditEvent.CAME_IN,
    PinVerdict.WRONG: AuditEvent.WRONG_PIN,
}


@dataclasses.dataclass(frozen=True, slots=True)
class Carried:
    """What went to a stick, or to the shared folder; receipts: how many the desk had given.

    receipts: None when the kiosk's disk took no change, and they wait there.
    """

    receipts: int | None
    report: CopyReport
    is_share: bool = False


class NotCarried(enum.StrEnum):
    """Why nothing went there: the stick is gone, the share is not connected, or what was asked hangs."""

    NO_STICK = "no_stick"
    NO_SHARE = "no_share"
    NO_ANSWER = "no_answer"
    SHARE_HANGS = "share_hangs"


@dataclasses.dataclass(frozen=True, slots=True)
class StaffEnvironment:
    """What the staff's screen works with.

    share: the shared folder that requests may be copied to, without a name; sticks: looked up anew each
    time, StickError when they cannot be; recipients: how a new recipients.txt gets in;
    recipients_file: the one that counts; is_demonstration: nobody will call; notices: ids of words
    that staff read first; end_visit: ends the visit on
    screen, which is no failure; leave: ends the program with LEAVE or RESTART; clock: seconds, never going
    back; now: aware; seconds_to_answer: how long a stick or share may hang; machine: under the spool.
    """

    spool: Spool
    intake: Intake
    machine: Machine
    pin: StaffPin
    share: Volume | None
    sticks: Callable[[], tuple[Volume, ...]]
    recipients: RecipientsDoor
    recipients_file: Path
    is_demonstration: bool
    end_visit: Callable[[], None]
    leave: Callable[[int], None]
    clock: Callable[[], float]
    now: Callable[[], datetime.datetime]
    seconds_to_answer: float = SECONDS_TO_ANSWER
    notices: tuple[str, ...] = ()

    @property
    def audit(self) -> AuditLog:
        """Where it is kept what staff did."""
        return kiosk_log(self.spool)

    def check_pin(self, guess: str) -> PinAnswer:
        """Try a guess, and keep that it was made. Raises PinError."""
        answer = self.pin.check(guess)
        if answer.verdict in _GUESSES:
            self.audit.add(_GUESSES[answer.verdict], self.now())
        return answer

    def note_left(self) -> None:
        """Keep that staff went, and the program goes on."""
        self.audit.add(AuditEvent.LEFT, self.now())

    def end(self, code: int) -> None:
        """End the program for staff, with LEAVE or RESTART."""
        self.audit.add(_ENDS[code], self.now())
        self.leave(code)

    def health(self) -> Health:
        """Look at the spool. Errors as of check_health."""
        return check_health(self.spool, self.intake, self.now())

    def go_on(self) -> Health:
        """Go on with this clock and this disk, then look again. Errors as of both."""
        self.machine.confirm(self.now())
        return self.health()

    def carry(self, target: Path, on_copied: Step) -> Carried | NotCarried:
        """Take the desk's receipts from a place, then copy what the desk has not had. Errors as of both."""
        is_share = self.share is not None and target == self.share.path
        if not is_share and target not in {stick.path for stick in self.sticks()}:
            return NotCarried.NO_STICK

        def work(step: Step) -> Carried | NotCarried:
            # Its place on the disk is there when the share is not; the folder in it is not.
            if is_share and not (target / FOLDER).is_dir():
                return NotCarried.NO_SHARE
            remedy = TELL_OF_THE_SHARE if is_share else STICK_AGAIN
            receipts = self._take_receipts(target, remedy)
            carried = Carried(receipts, copy_to(self.spool, target, step, remedy=remedy), is_share=is_share)
            with contextlib.suppress(SpoolError):
                self.machine.leave_mark(target / FOLDER)
            return carried

        try:
            carried = while_it_answers(work, self.seconds_to_answer, on_copied)
        except NoAnswer:
            return NotCarried.SHARE_HANGS if is_share else NotCarried.NO_ANSWER
        if isinstance(carried, Carried):
            event = AuditEvent.COPIED_TO_SHARE if is_share else AuditEvent.COPIED_TO_STICK
            report = carried.report
            there = report.copied + report.there_already
            self.audit.add(event, self.now(), requests=there, receipts=carried.receipts or 0)
        return carried

    def _take_receipts(self, target: Path, remedy: str) -> int | None:
        try:
            return take_receipts(self.spool, target, remedy=remedy)
        except SpoolError:
            return None

    def take_recipients(self, offer: Offer) -> TakeIn:
        """Have the recipients.txt taken in that staff compared."""
        verdict = self.recipients.hand_in(offer.data)
        if verdict is TakeIn.TAKEN:
            self.audit.add(AuditEvent.RECIPIENTS_TAKEN, self.now(), keys=len(offer.recipients.keys))
        return verdict

    def find_recipients(self) -> Offer | TakeIn:
        """Look for a recipients.txt that could be taken in here. Raises StickError as sticks does."""
        if not self.recipients.is_for(self.recipients_file):
            return TakeIn.NOT_HERE
        sticks = self.sticks()
        try:
            return while_it_answers(lambda _step: find_offer(sticks), self.seconds_to_answer)
        except NoAnswer:
            return TakeIn.NO_ANSWER


def staff_services(
    settings: Settings,
    clock: Callable[[], float],
    end_visit: Callable[[], None],
    started_at: float,
    *,
    notices: tuple[str, ...] = (),
) -> StaffEnvironment:
    """Return tools for the spool and the PIN that the settings name.

    started_at: when this program began, by the clock.
    """
    spool = Spool(settings.spool)
    up = machine_uptime(clock)
    started = dataclasses.replace(up, seconds=up.seconds - (clock() - started_at))
    machine = machine_of(spool)
    return StaffEnvironment(
        spool=spool,
        intake=intake_of(settings, spool, machine),
        machine=machine,
        pin=StaffPin(settings.staff_pin, spool, lambda: machine_uptime(clock), started),
        share=Volume("", settings.share) if settings.share else None,
        sticks=removable_volumes,
        recipients=INSTALLED,
        recipients_file=settings.recipients,
        is_demonstration=settings.file.demonstration,
        end_visit=end_visit,
        leave=QCoreApplication.exit,
        clock=clock,
        now=lambda: datetime.datetime.now(datetime.UTC),
        notices=notices,
    )
