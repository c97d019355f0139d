"""From a confirmed request to a sealed file on the disk, or one sentence why not."""

import dataclasses
import datetime
import math
from collections.abc import Callable
from pathlib import Path
from typing import Final

from kiosk.core.callback.promise import Promise
from kiosk.core.callback.request import CallbackRequest, Withdrawal, to_wire
from kiosk.core.counted import counted
from kiosk.core.errors import KioskError, SealError
from kiosk.store.audit import kiosk_log
from kiosk.store.envelope import UNDATED
from kiosk.store.kiosk_id import kiosk_id_of
from kiosk.store.machine import Machine
from kiosk.store.recipients import Recipients, load_recipients, refuse_if_written_by_others
from kiosk.store.seal import seal
from kiosk.store.settings.settings import Settings, is_frozen
from kiosk.store.spool import Spool

DISK_FORGETS: Final = (
    "The disk of this kiosk seems to have forgotten what happened here (a write filter, or an older copy or "
    "image of it): requests may be lost, and numbers come twice. Ask IT, then go on in the staff menu."
)
TEN_MINUTES = datetime.timedelta(minutes=10)
A_DAY = datetime.timedelta(days=1)
"""The two spans over which the limits on requests count."""


@dataclasses.dataclass(frozen=True, slots=True)
class IntakeLimits:
    """When the form closes: too many requests, or calls that are not made in time.

    promise: to visitors, None where nothing was promised.
    """

    in_10_minutes: float = math.inf
    a_day: float = math.inf
    promise: Promise | None = None


class Intake:
    """Takes requests into one spool, sealed to the keys in one recipients file."""

    def __init__(  # noqa: PLR0913  # all that may close the form
        self,
        spool: Spool,
        recipients_file: Path,
        *,
        demonstration_allowed: bool,
        limits: IntakeLimits = IntakeLimits(),
        only_administrators: bool = False,
        machine: Machine | None = None,
    ) -> None:
        """Take a spool whose folders are there; the recipients file is read again for every request.

        only_administrators: nobody else may have written that file, or nothing is sealed; machine: under this
        spool, None where nothing is to be known of it.
        """
        self._spool = spool
        self._recipients_file = recipients_file
        self._demonstration_allowed = demonstration_allowed
        self._limits = limits
        self._only_administrators = only_administrators
        self._machine = machine
        self._taken_at: list[float] = []

    def is_clock_set(self, now: datetime.datetime) -> bool:
        """Whether a day can be promised; nothing is read of the spool."""
        return self._machine is None or self._machine.is_clock_set(now)

    def closed_reason(self, now: datetime.datetime) -> str | None:
        """Say in one sentence why no request can be taken now, or None; writes a small file to find out."""
        try:
            self.recipients()
            self._spool.probe()
            kiosk_id_of(self._spool)
            right_since = None
            if self._machine is not None:
                record = self._machine.note(now)
                if record.ahead is not None:
                    return DISK_FORGETS
                if record.doubted is not None:
                    return self._limit_of_this_start(self._machine.running())
                right_since = record.right_since_day
            return self._limit_reached(now) or self._promise_broken(now.date(), right_since)
        except KioskError as error:
            return str(error)

    def _limit_reached(self, now: datetime.datetime) -> str | None:
        kept = self._spool.kept_at(since=(now - 2 * A_DAY).date())
        return self._too_many(lambda span: sum(now - span < moment <= now for moment in kept))

    def _limit_of_this_start(self, running: float) -> str | None:
        """Count what this program took, by the time that the machine runs: no other clock is there."""
        return self._too_many(
            lambda span: sum(running - span.total_seconds() < at <= running for at in self._taken_at)
        )

    def _too_many(self, count_within: Callable[[datetime.timedelta], int]) -> str | None:
        for limit, span, words in (
            (self._limits.in_10_minutes, TEN_MINUTES, "10 minutes"),
            (self._limits.a_day, A_DAY, "24 hours"),
        ):
            count = count_within(span)
            if count >= limit:
                return f"{counted(count, 'request')} came within {words}; the settings allow {limit:.0f}."
        return None

    def _promise_broken(self, today: datetime.date, right_since: datetime.date | None) -> str | None:
        """right_since: the day from which those count whose own day nobody knows; None: they do not."""
        promise = self._limits.promise
        days = self._spool.waiting_days()
        waiting = [day for each in days if (day := right_since if each == UNDATED else each) is not None]
        if promise is None or not waiting or not promise.is_broken(min(waiting), today):
            return None
        return (
            f"A request of {min(waiting).isoformat()} was not collected within the "
            f"{promise.working_days} working days promised: export the requests, then the form opens again."
        )

    def take(self, request: CallbackRequest) -> int:
        """Keep a request whose seq is 0, numbered and sealed; it is on the disk when this returns its number.

        A request that is kept already stays one, and 0 is returned.
        Raises SealError or SpoolError; then it is not kept.
        """
        if self._spool.holds(request.id):
            return 0
        recipients = self.recipients()
        kiosk_id = kiosk_id_of(self._spool)
        numbered = dataclasses.replace(
            request,
            seq=self._spool.reserve_sequence(),
            kiosk_id=kiosk_id,
            audit_head=kiosk_log(self._spool).head(),
        )
        self._spool.add(*_sealed(numbered, recipients))
        if self._machine is not None:
            self._taken_at.append(self._machine.running())
        return numbered.seq

    def withdraw(self, withdrawal: Withdrawal) -> None:
        """Keep a sealed withdrawal, then delete the request if it still waits here.

        A request that was collected meanwhile is cancelled at the desk when the withdrawal gets there.
        Raises SealError or SpoolError; then the request may still be there.
        """
        asked = self._spool.waiting_about(withdrawal.about)
        self._spool.add(*_sealed(withdrawal, self.recipients()))
        self._spool.discard(*asked)

    def recipients(self) -> Recipients:
        """Read who can open what is taken here. Raises SealError."""
        if self._only_administrators:
            refuse_if_written_by_others(self._recipients_file)
        return load_recipients(self._recipients_file, demonstration_allowed=self._demonstration_allowed)


def intake_of(settings: Settings, spool: Spool, machine: Machine | None = None) -> Intake:
    """Return the intake that a kiosk's settings ask for; machine: as of Intake."""
    return Intake(
        spool,
        settings.recipients,
        demonstration_allowed=settings.file.demonstration and not is_frozen(),
        limits=IntakeLimits(
            settings.file.callback.most_in_10_minutes,
            settings.file.callback.most_a_day,
            settings.file.clinic.promise,
        ),
        only_administrators=settings.is_installed,
        machine=machine,
    )


def _sealed(
    content: CallbackRequest | Withdrawal, recipients: Recipients
) -> tuple[bytes, str, datetime.date]:
    try:
        plain = to_wire(content)
        day = datetime.date.fromisoformat(content.created[:10]) if content.is_dated else UNDATED
    except ValueError:
        raise SealError("The request could not be written down: its text or its date is not valid.") from None
    return seal(plain, recipients), content.id, day
